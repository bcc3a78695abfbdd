"""Who came, by keyboard."""

from __future__ import annotations

from datetime import date

from kb_app.app.plan_rows import translate
from kb_app.app.room_page import RoomPage
from kb_app.store.files import write_whole
from kb_app.views.parts.entry_table import YES, Column
from kb_app.workshops.lists import attendance_csv
from kb_app.workshops.room import AGES, Attendee

TOTALS_SHOWN = 8


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
            Column("sex", translate("Room", "Sex"), "choice", sexes, width=80),
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
