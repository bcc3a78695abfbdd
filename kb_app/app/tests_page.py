"""What was known before and after, by keyboard; and which questions the test has."""

from __future__ import annotations

from collections.abc import Sequence

from kb_app.app.open_plan import OpenPlan
from kb_app.app.plan_rows import translate
from kb_app.app.room_page import RoomPage
from kb_app.views.parts.entry_table import Column
from kb_app.views.workshops.questions import OfferedRow, QuestionsDialog
from kb_app.views.workshops.table_page import TablePage
from kb_app.workshops.chart import results_chart
from kb_app.workshops.edits import change_plan
from kb_app.workshops.questions import (
    MINUTES_A_QUESTION,
    Question,
    offered,
    proposed,
    questions,
)
from kb_app.workshops.room import Score, same_code

OWN_TEST = 10  # questions of a test on paper, until the person says how many


class TestsPage(RoomPage):
    """Right answers before and after, by the code that each person made."""

    def __init__(self, plan: OpenPlan, view: TablePage) -> None:
        super().__init__(plan, view)
        self._known = ""
        plan.changed.connect(self._plan_changed)
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
        self.view.show_buttons([("choose", translate("Room", "Choose the questions…"))])
        columns = [
            Column("code", translate("Room", "Code")),
            Column("before", translate("Room", "Right before"), width=150),
            Column("after", translate("Room", "Right after"), width=160),
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

    def _plan_changed(self) -> None:
        if self.view.isVisible():
            self.show_totals()

    # --- the questions --------------------------------------------------------------------

    def _test(self) -> list[Question]:
        return questions(self.plan.workshop, self.desk.program.planner.entries())

    def _asked(self) -> int:
        return len(self._test()) or OWN_TEST

    def ask(self, deed: str) -> None:
        workshop, entries = self.plan.workshop, self.desk.program.planner.entries()
        lang = workshop.language
        rows = [
            OfferedRow(one.id, one.text, entries[uid].edition(lang).front.title, one.answers)
            for uid, some in offered(workshop, entries).items()
            for one in some
        ]
        if not rows:
            self.desk.say(translate("Room", "The modules of the plan have no questions."))
            return
        dialog = QuestionsDialog(
            self.desk.look, self.desk.window, rows, [one.id for one in self._test()],
            [one.id for one in proposed(workshop, entries)], MINUTES_A_QUESTION,
        )  # fmt: skip
        dialog.agreed.connect(self._choose)
        dialog.open()

    def _choose(self, chosen: list[str]) -> None:
        workshop = self.plan.workshop
        entries = self.desk.program.planner.entries()
        as_proposed = chosen == [one.id for one in proposed(workshop, entries)]
        self.plan.do(change_plan(workshop, test=() if as_proposed else tuple(chosen)))

    # --- the rows -------------------------------------------------------------------------

    def keep(self, values: dict[str, str]) -> dict[str, str]:
        code, before = same_code(values.get("code", "")), values.get("id", "")
        if not code:
            return {}
        test = [one.id for one in self._test()]
        asked = _number(values.get("questions", ""), len(test) or OWN_TEST)
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
                self.room.score(self.workshop_id, code, moment, right, asked, test)
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
        test = [(translate("Room", "The test of this workshop"), ""),
                (translate("Room", "Questions"), str(len(self._test())))]  # fmt: skip
        if learning is None:
            words = translate("Room", "Nobody has both tests yet.")
            self.view.show_totals(title, test, words)
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
            *test,
        ]
        small = translate("Room", "These are few people: the change speaks of them and of nobody "
                                  "else.")  # fmt: skip
        mixed = self.tr("%n person(s) had other questions after than before: their change says "
                        "little.", "", learning.mixed)  # fmt: skip
        remarks = [*([] if learning.honest else [small]), *([mixed] if learning.mixed else [])]
        self.view.show_totals(title, rows, " ".join(remarks))
        scores = self._scores()
        chart = results_chart(scores, self.desk.ui, self.desk.look.tokens)
        words = translate("Room", "{before} right before, {after} after").format(
            before=f"{learning.before:.0%}", after=f"{learning.after:.0%}"
        )
        self.view.show_picture(chart, words)


def _number(text: str, default: int) -> int:
    return max(0, min(999, int(text))) if text.isdecimal() else default
