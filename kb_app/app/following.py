"""Seguimiento: commitments over all workshops, the outreach log, their report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from kb_app.app.agreed_page import commitment_row, keep_commitment, state_column
from kb_app.app.desk import Desk
from kb_app.app.plan_rows import translate
from kb_app.app.rooms import Room
from kb_app.app.row_page import RowPage
from kb_app.app.saving import ask_where
from kb_app.export.agency import credits_of
from kb_app.export.exports import FORMATS, export_steps
from kb_app.export.sheets import paper_material
from kb_app.views.followup.view import FollowupView
from kb_app.views.parts.entry_table import Column
from kb_app.workshops.calendar import read_day
from kb_app.workshops.result_papers import followup_report, is_late
from kb_app.workshops.room import Commitment, Outreach

DUE_DAYS = 30


class Following(Room):
    """Connects the room with what was agreed."""

    def __init__(self, desk: Desk) -> None:
        self.view = FollowupView(desk.look)
        super().__init__(desk, self.view)
        self.today: Callable[[], date] = date.today
        self._filter = "open"
        self._agreed = _Agreed(self)
        self._outreach = _Log(self)
        view = self.view
        view.turned.connect(lambda _page: self._show())
        view.filter_chosen.connect(self._choose)
        view.report_asked.connect(self._ask_report)
        view.workshops_asked.connect(lambda: desk.go("workshops"))
        desk.ui_changed.connect(lambda _ui: self._show())
        view.show_filter(self._filter)
        view.turn_to("agreed")

    def shown(self) -> None:
        self._show()

    def _choose(self, chosen: str) -> None:
        self._filter = chosen
        self._show()

    def _show(self) -> None:
        if self.view.page() == "agreed":
            self._agreed.show()
            every = self.desk.program.room.commitments()
            self.view.show_page(is_empty=not every)
        else:
            self._outreach.show()
            self.view.show_page(is_empty=False)
        self.count()

    def wanted(self) -> list[Commitment]:
        """The commitments of the filter that is chosen."""
        room = self.desk.program.room
        if self._filter == "due":
            return room.due(self.today(), DUE_DAYS)
        states = {"open": ("open",), "done": ("done", "dropped")}.get(self._filter)
        return [one for one in room.commitments() if states is None or one.state in states]

    def titles(self) -> dict[str, str]:
        """Titles of the workshops by id."""
        return {plan.id: plan.title for plan in self.desk.program.workshops.all()}

    def count(self) -> None:
        """Show in the navigation how much is due."""
        due = self.desk.program.room.due(self.today(), DUE_DAYS)
        self.desk.window.navigation.set_count("follow", len(due))

    # --- report ---------------------------------------------------------------------------

    def _ask_report(self, form: str) -> None:
        ending = FORMATS[form].ending
        name = translate("Follow", "follow-up {day}").format(day=self.today().isoformat()) + ending
        ask_where(self.view, translate("Follow", "Save as"), name,
                  lambda path: self.save_report(form, path))  # fmt: skip

    def save_report(self, form: str, path: Path) -> None:
        """Write the report of all that is followed, beside the window."""
        program = self.desk.program
        room = program.room
        edition = followup_report(
            room.commitments(), room.outreach(), self.titles(), self.today(), self.desk.ui
        )
        credits = credits_of(program.store, program.places.data, self.today())
        material = paper_material(edition, "facilitator", credits, "follow-up report")
        work = export_steps(material, form, path, replace=True)
        title = translate("Follow", "Saving {name}").format(name=path.name)
        said = translate("Follow", "Saved: {name}").format(name=path.name)
        self.desk.run(work, title, lambda _done: self.desk.say(said))


class _Agreed(RowPage):
    def __init__(self, room: Following) -> None:
        super().__init__(room.desk, room.view.agreed, room)
        self.room = room

    def show(self) -> None:
        titles, today = self.room.titles(), self.room.today()
        gone = translate("Follow", "a workshop that is gone")
        rows = [
            {
                **commitment_row(one),
                "title": titles.get(one.workshop, gone),
                "left": self._days_words(one, today),
            }
            for one in self.room.wanted()
        ]
        self.view.show_words(
            translate("Follow", "Commitments"),
            translate("Follow", "Change what has come of each: who, when, how it stands."),
            translate("Follow", "O, D, X: open, done, dropped · Enter goes on"),
        )
        self.view.show_buttons([])
        columns = [
            Column("left", translate("Follow", "Time"), width=152, locked=True),
            Column("what", translate("Follow", "What")),
            Column("team", translate("Follow", "Group"), width=84),
            Column("who", translate("Follow", "Who"), width=116),
            Column("due", translate("Follow", "By when"), width=108),
            state_column(),
            Column("title", translate("Follow", "Workshop"), width=140, locked=True),
        ]
        self.view.table.show_rows(columns, rows)
        self.show_totals()

    def _days_words(self, one: Commitment, today: date) -> str:
        """How far its day is: "12 days late", "in 30 days"."""
        if one.state != "open" or not one.due:
            return ""
        days = (date.fromisoformat(one.due) - today).days
        if days < 0:
            return self.tr("%n day(s) late", "", -days)
        return self.tr("in %n day(s)", "", days)

    def keep(self, values: dict[str, str]) -> dict[str, str]:
        return keep_commitment(self.desk, values, values.get("workshop", ""))

    def remove(self, values: dict[str, str]) -> None:
        self.desk.program.room.uncommit(values["id"])

    def show_totals(self) -> None:
        self.room.count()
        every, today = self.desk.program.room.commitments(), self.room.today()
        due = len(self.desk.program.room.due(today, DUE_DAYS))
        late = sum(is_late(one, today) for one in every)
        rows = [
            (translate("Follow", "Late"), str(late)),
            (translate("Follow", "Due in 30 days"), str(due - late)),
            (translate("Follow", "Open"), str(sum(one.state == "open" for one in every))),
            (translate("Follow", "Done"), str(sum(one.state == "done" for one in every))),
            (translate("Follow", "Dropped"), str(sum(one.state == "dropped" for one in every))),
        ]
        self.view.show_totals(translate("Follow", "Over all workshops"), rows)


class _Log(RowPage):
    def __init__(self, room: Following) -> None:
        super().__init__(room.desk, room.view.outreach, room)
        self.room = room

    def show(self) -> None:
        self.view.show_words(
            translate("Follow", "Outreach log"),
            translate("Follow", "Each visit or meeting: where, what for, how many women and men."),
            translate("Follow", "Enter goes on · Ctrl+Delete takes a row out"),
        )
        self.view.show_buttons([])
        columns = [
            Column("day", translate("Follow", "Date"), width=116),
            Column("place", translate("Follow", "Place"), width=190, repeats=True),
            Column("what", translate("Follow", "What")),
            Column("women", translate("Follow", "Women"), width=80),
            Column("men", translate("Follow", "Men"), width=80),
        ]
        rows = [
            {name: str(value) for name, value in vars(one).items()}
            for one in reversed(self.desk.program.room.outreach())
        ]
        self.view.table.show_rows(columns, rows, translate("Follow", "A date, as 12/5…"))
        self.show_totals()

    def keep(self, values: dict[str, str]) -> dict[str, str]:
        today = self.room.today()
        made = Outreach(
            values.get("id", ""),
            read_day(values.get("day", ""), today, past=True) or today.isoformat(),
            values.get("place", ""),
            values.get("what", ""),
            _people(values.get("women", "")),
            _people(values.get("men", "")),
            values.get("workshop", ""),
        )
        saved = self.desk.program.room.log(made)
        return {"id": saved.id, "day": saved.day}

    def remove(self, values: dict[str, str]) -> None:
        self.desk.program.room.unlog(values.get("id", ""))

    def show_totals(self) -> None:
        self.room.count()
        log = self.desk.program.room.outreach()
        women, men = sum(row.women for row in log), sum(row.men for row in log)
        rows = [
            (translate("Follow", "Visits and meetings"), str(len(log))),
            (translate("Follow", "Places"), str(len({row.place for row in log if row.place}))),
            (translate("Follow", "Women"), str(women)),
            (translate("Follow", "Men"), str(men)),
        ]
        self.view.show_totals(translate("Follow", "Reached so far"), rows)


def _people(text: str) -> int:
    return min(100_000, int(text)) if text.isdecimal() else 0


def make(desk: Desk) -> Room:
    """The room, for the window."""
    return Following(desk)
