"""What was agreed: commitments as rows, of one workshop or of all, by keyboard."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kb_app.app.desk import Desk
from kb_app.app.plan_rows import translate
from kb_app.app.room_page import RoomPage
from kb_app.store.files import write_whole
from kb_app.views.parts.entry_table import Column
from kb_app.workshops.calendar import calendar, read_day
from kb_app.workshops.room import Commitment


def state_column() -> Column:
    """How a commitment stands, by one key."""
    states = (
        ("open", translate("Room", "open"), translate("Room", "o", "key for: open")),
        ("done", translate("Room", "done"), translate("Room", "d", "key for: done")),
        ("dropped", translate("Room", "dropped"), translate("Room", "x", "key for: dropped")),
    )
    return Column(
        "state", translate("Room", "State"), "choice", states, width=80, default="open",
        passed=True,
    )  # fmt: skip


def commitment_columns() -> list[Column]:
    """The columns of the commitments of one workshop."""
    return [
        Column("team", translate("Room", "Group"), width=90, repeats=True),
        Column("what", translate("Room", "What we will do")),
        Column("who", translate("Room", "Who"), width=116),
        Column("due", translate("Room", "By when"), width=108),
        Column("indicator", translate("Room", "How it will be known"), width=134),
        Column("support", translate("Room", "Support"), width=100),
        state_column(),
    ]


def commitment_row(one: Commitment) -> dict[str, str]:
    """A commitment as a row."""
    return {name: value for name, value in vars(one).items() if isinstance(value, str)}


def keep_commitment(desk: Desk, values: dict[str, str], workshop: str) -> dict[str, str]:
    """Keep a row as a commitment; a day that is none is left out, and said. Raises KbError."""
    typed, state = values.get("due", ""), values.get("state", "")
    due = read_day(typed, date.today())
    if typed and not due:
        desk.say(translate("Room", "That is no date: 30/6, 30/6/2026 or +30."))
    saved = desk.program.room.commit(
        Commitment(
            values.get("id", ""),
            values.get("workshop", "") or workshop,
            values.get("team", ""),
            values.get("what", ""),
            values.get("who", ""),
            due,
            values.get("indicator", ""),
            values.get("support", ""),
            state if state in ("open", "done", "dropped") else "open",
        )
    )
    return {"id": saved.id, "due": saved.due}


class AgreedPage(RoomPage):
    """What each group said it would do."""

    def show(self) -> None:
        self.view.show_words(
            translate("Room", "Commitments"),
            translate("Room", "What each group will do, who, by when, and how it will be known."),
            translate(
                "Room",
                "A date can be written as 30/6, 30/6/2026 or +30 (days from now) · Enter goes on "
                "· Ctrl+Delete takes a row out",
            ),
        )
        self.view.show_buttons(
            [
                ("follow", translate("Room", "See them in Follow-up")),
                ("calendar", translate("Room", "Save for a calendar (.ics)…")),
            ]
        )
        rows = [commitment_row(one) for one in self.room.commitments(self.workshop_id)]
        invitation = translate("Room", "Group…")
        self.view.table.show_rows(commitment_columns(), rows, invitation)
        self.show_totals()

    def keep(self, values: dict[str, str]) -> dict[str, str]:
        return keep_commitment(self.desk, values, self.workshop_id)

    def remove(self, values: dict[str, str]) -> None:
        self.room.uncommit(values.get("id", ""))

    def show_totals(self) -> None:
        found = self.room.commitments(self.workshop_id)
        teams = dict.fromkeys(one.team for one in found)
        rows = [
            (translate("Room", "Commitments"), str(len(found))),
            (translate("Room", "Groups"), str(len(teams))),
            (translate("Room", "Without a date"), str(sum(not one.due for one in found))),
            (translate("Room", "Without a name"), str(sum(not one.who for one in found))),
        ]
        self.view.show_totals(translate("Room", "So far"), rows)

    def ask(self, deed: str) -> None:
        if deed == "follow":
            self.desk.go("follow")
        elif deed == "calendar":
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            data = calendar(self.room.commitments(self.workshop_id), stamp).encode("utf-8")
            name = translate("Room", "commitments.ics")
            self.ask_where(name, lambda path: write_whole(path, data))
