"""Who came, and what was known before and after, by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kb_app.app.open_plan import OpenPlan
from kb_app.app.plan_rows import translate
from kb_app.app.room_page import RoomPage
from kb_app.store.files import write_whole
from kb_app.views.parts.entry_table import YES, Column
from kb_app.views.workshops.table_page import TablePage
from kb_app.workshops.chart import results_chart
from kb_app.workshops.lists import attendance_csv
from kb_app.workshops.questions import questions
from kb_app.workshops.room import AGES, Attendee, Score, same_code

TOTALS_SHOWN = 8
OWN_TEST = 10  # questions of a test on paper, until the person says how many


class PeoplePage(RoomPage):
    """Who came. Names stay here; totals can go."""

    def show(self) -> None:
        people = self.room.attendees(self.workshop_id)
        rows = [self._row(person) for person in people]
        self.view.show_words(
            translate("Room", "Attendance"),
            translate(
                "Room",
                "Read aloud: “Your data stays on this computer and only totals are reported. "
                "Signing is free.” Mark consent only for those who gave it.",
            ),
            translate(
                "Room",
                "Enter goes on and repeats institution and municipality · one key for sex (F, M, "
                "X) and age (1 to 5) · Space ticks · Ctrl+Delete takes a row out",
            ),
        )
        self.view.show_buttons(
            [
                ("copy", translate("Room", "Copy the totals")),
                ("list", translate("Room", "Save the list without names…")),
                ("names", translate("Room", "Save the list with names…")),
                ("erase", translate("Room", "Erase the names…")),
            ]
        )
        self.view.table.show_rows(self._columns(), rows, translate("Room", "Write a name…"))
        self.show_totals()

    def _columns(self) -> list[Column]:
        sexes = (
            ("F", translate("Room", "woman"), "f"),
            ("M", translate("Room", "man"), "m"),
            ("X", translate("Room", "other"), "x"),
        )
        ages = tuple((age, age, str(key)) for key, age in enumerate(filter(None, AGES), start=1))
        columns = [
            Column("name", translate("Room", "Name")),
            Column("sex", translate("Room", "Sex"), "choice", sexes, width=64),
            Column("age", translate("Room", "Age"), "choice", ages, width=64),
            Column("institution", translate("Room", "Institution"), repeats=True, width=170),
            Column("municipality", translate("Room", "Municipality"), repeats=True, width=130),
            Column("consent", translate("Room", "Consent"), "check", width=72, passed=True),
        ]
        for number in range(1, len(self.plan.workshop.days) + 1):
            title = translate("Room", "Day {number}").format(number=number)
            columns.append(
                Column(f"day{number}", title, "check", width=52, passed=True,
                       default=YES if number == self._today() else "")
            )  # fmt: skip
        return columns

    def _today(self) -> int:
        today = date.today().isoformat()
        days = self.plan.workshop.days
        return next((n for n, day in enumerate(days, start=1) if day.date == today), 1)

    def _row(self, person: Attendee) -> dict[str, str]:
        row = {
            "id": person.id,
            "name": person.name,
            "sex": person.sex,
            "age": person.age,
            "institution": person.institution,
            "municipality": person.municipality,
            "consent": YES if person.consent else "",
        }
        return row | {f"day{number}": YES for number in person.days}

    def keep(self, values: dict[str, str]) -> dict[str, str]:
        return {"id": self.room.attend(self.workshop_id, _person(values)).id}

    def remove(self, values: dict[str, str]) -> None:
        self.room.leave_out(values.get("id", ""))

    def _totals(self) -> list[tuple[str, str]]:
        totals = self.room.totals(self.workshop_id)
        rows = [(translate("Room", "People"), str(totals.people))]
        words = {
            "F": translate("Room", "Women"),
            "M": translate("Room", "Men"),
            "X": translate("Room", "Others"),
        }
        rows += [(words[sex], str(n)) for sex, n in totals.by_sex.items() if n or sex != "X"]
        if totals.by_institution:
            rows.append((translate("Room", "By institution"), ""))
        for name, counts in totals.by_institution.items():
            unsaid = translate("Room", "not said")
            split = " · ".join(f"{sex or unsaid} {n}" for sex, n in counts.items() if n)
            rows.append((name, split or "–"))
        return rows

    def show_totals(self) -> None:
        expected = self.plan.workshop.participants
        rows = self._totals()
        rest = len(rows) - 4 - TOTALS_SHOWN
        remark = translate("Room", "Expected: {number}").format(number=expected)
        if rest > 0:
            rows = rows[: 4 + TOTALS_SHOWN]
            remark += ". " + self.tr("%n institution(s) more", "", rest)
        self.view.show_totals(translate("Room", "Without names"), rows, remark)

    def ask(self, deed: str) -> None:
        people, lang = self.room.attendees(self.workshop_id), self.desk.ui
        agreed = sum(person.consent for person in people)
        name = translate("Room", "attendance.csv")
        if deed == "copy":
            self.desk.copy("\n".join(f"{word}\t{number}".strip() for word, number in
                                     self._totals()))  # fmt: skip
            self.desk.say(translate("Room", "Copied. There are no names in it."))
        elif deed == "list":
            data = attendance_csv(people, lang)
            self.ask_where(name, lambda path: write_whole(path, data))
        elif deed == "names":
            data = attendance_csv(people, lang, with_names=True)
            self.desk.window.ask(
                translate("Room", "Shall the names leave this computer?"),
                translate("Room", "The file will hold the names of the {agreed} of {people} who "
                                  "gave their consent, with sex, age and institution. Give it "
                                  "only to those who need it.").format(agreed=agreed,
                                                                       people=len(people)),
                translate("Room", "Save with names"),
                lambda: self.ask_where(name, lambda path: write_whole(path, data)),
            )  # fmt: skip
        elif deed == "erase":
            self.desk.window.ask(
                translate("Room", "Shall the names be erased?"),
                translate("Room", "Totals stay. It cannot be undone; backups made before keep the "
                                  "names until newer ones take their place."),
                translate("Room", "Erase the names"),
                self._erase,
            )  # fmt: skip

    def _erase(self) -> None:
        self.room.erase_names(self.workshop_id)
        self.show()


def _person(values: dict[str, str]) -> Attendee:
    days = [name.removeprefix("day") for name, value in values.items()
            if name.startswith("day") and value == YES]  # fmt: skip
    return Attendee(
        id=values.get("id", ""),
        name=values.get("name", ""),
        sex=values.get("sex", ""),
        age=values.get("age", ""),
        institution=values.get("institution", ""),
        municipality=values.get("municipality", ""),
        consent=values.get("consent", "") == YES,
        days=tuple(sorted(int(day) for day in days)),
    )


class TestsPage(RoomPage):
    """Right answers before and after, by the code that each person made."""

    def __init__(self, plan: OpenPlan, view: TablePage) -> None:
        super().__init__(plan, view)
        self._known = ""
        self._to_known = plan.desk.later(0, self._go_to_known)

    def show(self) -> None:
        self.view.show_words(
            translate("Room", "Before and after"),
            translate(
                "Room",
                "Each person writes the same code on both tests (two letters of her mother's name, "
                "day and month of birth): nobody is named, and the two can be paired.",
            ),
            translate("Room", "Write code and right answers · Enter goes on · Ctrl+Delete takes "
                              "a row out"),
        )  # fmt: skip
        self.view.show_buttons([])
        columns = [
            Column("code", translate("Room", "Code")),
            Column("before", translate("Room", "Right before"), width=130),
            Column("after", translate("Room", "Right after"), width=130),
            Column("questions", translate("Room", "Questions"), width=110, repeats=True,
                   passed=True),
        ]  # fmt: skip
        rows = []
        for score in self._scores():
            asked = (score.before or score.after or (0, self._asked()))[1]
            rows.append(
                {
                    "id": score.code,
                    "code": score.code,
                    "before": "" if score.before is None else str(score.before[0]),
                    "after": "" if score.after is None else str(score.after[0]),
                    "questions": str(asked),
                }
            )
        self.view.table.show_rows(columns, rows, translate("Room", "Write a code…"))
        self.show_totals()

    def _asked(self) -> int:
        entries = self.desk.program.planner.entries()
        return len(questions(self.plan.workshop, entries)) or OWN_TEST

    def keep(self, values: dict[str, str]) -> dict[str, str]:
        code, before = same_code(values.get("code", "")), values.get("id", "")
        if not code:
            return {}
        asked = _number(values.get("questions", ""), self._asked())
        if code != before and any(score.code == code for score in self._scores()):
            self._known = code
            self._to_known.start()
            return {}
        made = {"id": code, "questions": str(asked)}
        for moment in ("before", "after"):
            if before and before != code:
                self.room.forget_score(self.workshop_id, before, moment)
            text = values.get(moment, "")
            if text:
                right = _number(text, 0)
                if right > asked:
                    self.desk.say(self.tr("There are %n question(s): no more can be right.", "",
                                          asked))  # fmt: skip
                    right = asked
                self.room.score(self.workshop_id, code, moment, right, asked)
                made[moment] = str(right)
            else:
                self.room.forget_score(self.workshop_id, code, moment)
        return made

    def _scores(self) -> Sequence[Score]:
        return self.room.scores(self.workshop_id)

    def _go_to_known(self) -> None:
        """A code that is there already is not kept twice: on to its row, where the test that is
        missing can be written.
        """
        self.show()
        places = [score.code for score in self._scores()]
        if self._known not in places:
            return
        place = places.index(self._known)
        row = self.view.table.row(place)
        missing = next((at for at, moment in enumerate(("before", "after"), start=1)
                        if not row[moment]), 0)  # fmt: skip
        self.view.table.go_to(place, missing)
        words = translate("Room", "“{code}” is here already: this is its row. If they are two "
                                  "people, add a letter to one of them.")  # fmt: skip
        self.desk.say(words.format(code=self._known))

    def remove(self, values: dict[str, str]) -> None:
        for moment in ("before", "after"):
            self.room.forget_score(self.workshop_id, values.get("id", ""), moment)

    def show_totals(self) -> None:
        learning = self.room.learning(self.workshop_id)
        title = translate("Room", "Of those who took both")
        if learning is None:
            self.view.show_totals(title, [], translate("Room", "Nobody has both tests yet."))
            self.view.show_picture(b"", "")
            return
        rows = [
            (translate("Room", "People"), str(learning.pairs)),
            (translate("Room", "Right before"), f"{learning.before:.0%}"),
            (translate("Room", "Right after"), f"{learning.after:.0%}"),
            (translate("Room", "Better"), str(learning.better)),
            (translate("Room", "The same"), str(learning.same)),
            (translate("Room", "Fewer right"), str(learning.worse)),
            (translate("Room", "Only one test"), str(learning.only_before + learning.only_after)),
        ]
        small = translate("Room", "These are few people: the change speaks of them and of nobody "
                                  "else.")  # fmt: skip
        self.view.show_totals(title, rows, "" if learning.honest else small)
        scores = self._scores()
        chart = results_chart(scores, self.desk.ui, self.desk.look.tokens)
        words = translate("Room", "{before} right before, {after} after").format(
            before=f"{learning.before:.0%}", after=f"{learning.after:.0%}"
        )
        self.view.show_picture(chart, words)


def _number(text: str, default: int) -> int:
    return max(0, min(999, int(text))) if text.isdecimal() else default
