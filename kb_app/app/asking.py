"""A show of hands: which questions, which one is asked, and the hands that are counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from indexer.errors import KbError
from kb_app.app.open_plan import OpenPlan
from kb_app.app.plan_rows import translate
from kb_app.views.workshops.hands import AskedRow
from kb_app.views.workshops.run import RunView
from kb_app.workshops.model import Block
from kb_app.workshops.projection import Page, question_page
from kb_app.workshops.questions import Question, questions, questions_of


class Asking(QObject):
    """`changed` comes with every hand, question and answer that is shown or hidden."""

    changed = Signal()

    def __init__(self, plan: OpenPlan, view: RunView) -> None:
        super().__init__(plan)
        self._plan = plan
        self._desk = plan.desk
        self._view = view
        self._questions: Sequence[Question] = ()
        self._at: int | None = None
        self._revealed = False
        view.hands.raised.connect(self._raise_hand)
        view.hands.counted.connect(self._count)

    @property
    def is_on(self) -> bool:
        """Whether a question is asked now."""
        return self._at is not None

    def begin(self, block: Block) -> None:
        """Ask the questions of the module that is on, else the test of the workshop."""
        workshop = self._plan.workshop
        entries = self._desk.program.planner.entries()
        entry = entries.get(block.entry)
        own = questions_of(entry.edition(workshop.language)) if entry is not None else []
        self._questions = own or questions(workshop, entries)
        if self._questions:
            self._ask(0)
        else:
            self._desk.say(translate("Run", "The workshop has no questions."))

    def leave(self) -> None:
        """Ask no more."""
        self._at = None
        self._revealed = False
        self._view.show_question(None)

    def step(self, by: int) -> None:
        """The next question, or the one before."""
        assert self._at is not None
        self._ask((self._at + by) % len(self._questions))

    def reveal(self) -> None:
        """Show the right answer to the room, or hide it again."""
        if self._at is not None:
            self._revealed = not self._revealed
            self._show()

    def page(self) -> Page:
        """What the room sees of the question."""
        assert self._at is not None
        return question_page(self._questions[self._at], self._at + 1, self._hands(), self._revealed)

    def _ask(self, at: int) -> None:
        if at != self._at:
            self._revealed = False
        self._at = at
        self._show()

    def _hands(self) -> dict[int, int]:
        assert self._at is not None
        text = self._questions[self._at].text
        return self._desk.program.room.hands(self._plan.workshop.id, text)

    def _raise_hand(self, answer: int, by: int) -> None:
        if self._at is not None:
            self._count(answer, self._hands().get(answer, 0) + by)

    def _count(self, answer: int, hands: int) -> None:
        if self._at is None:
            return
        text = self._questions[self._at].text
        try:
            self._desk.program.room.count_hands(self._plan.workshop.id, text, answer, hands)
        except KbError as error:
            self._desk.show_error(error)
        self._show()

    def _show(self) -> None:
        assert self._at is not None
        question, hands = self._questions[self._at], self._hands()
        number = translate("Run", "Question {number} of {total}").format(
            number=self._at + 1, total=len(self._questions)
        )
        answers = tuple(
            (words, hands.get(at, 0), at in question.right)
            for at, words in enumerate(question.answers)
        )
        self._view.show_question(
            AskedRow(number, question.text, answers, question.reason, self._revealed)
        )
        self.changed.emit()
