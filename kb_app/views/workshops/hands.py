"""A show of hands, for whoever runs it: question, key, and hands counted with one key each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kb_app.views.look import Look
from kb_app.views.parts.words import button, clear, label

LETTERS = "abcdefgh"
MOST_DIGITS = 3


@dataclass(frozen=True)
class AskedRow:
    """A question with its key. `answers` are (words, hands, right)."""

    number: str
    text: str
    answers: tuple[tuple[str, int, bool], ...]
    reason: str
    revealed: bool


class HandsPanel(QFrame):
    """`raised` tells an answer and +1 or -1, `counted` an answer and its hands; `asked`
    "next", "back", "reveal" or "question" (to leave).
    """

    raised = Signal(int, int)
    counted = Signal(int, int)
    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self._look = look
        self._shown: AskedRow | None = None
        self._answer = 0
        self._typed = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self.hide()

    def show_question(self, asked: AskedRow | None) -> None:
        """Show a question; None hides the panel."""
        if asked is None or self._shown is None or asked.text != self._shown.text:
            self._answer, self._typed = 0, ""
        self._shown = asked
        self.setVisible(asked is not None)
        clear(self._column)
        if asked is None:
            return
        self._column.addWidget(label(asked.number, "overline", wrap=False))
        self._column.addWidget(label(asked.text, "heading"))
        for at in range(len(asked.answers)):
            self._column.addLayout(self._line(asked, at))
        self._column.addWidget(label(asked.reason, "muted"))
        reveal = self.tr("Hide the answer") if asked.revealed else self.tr("Show the answer")
        foot = QHBoxLayout()
        for word, deed in ((reveal, "reveal"), (self.tr("Next question"), "next")):
            made = button(word, "", lambda deed=deed: self.asked.emit(deed))
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            foot.addWidget(made)
        foot.addStretch()
        self._column.addLayout(foot)
        keys = self.tr(
            "A, B, C: one hand more; with Shift, one less. A number and Enter: so many. "
            "V shows the answer. Right: next question. Esc leaves."
        )
        self._column.addWidget(label(keys, "small"))
        self._column.addStretch()

    def _line(self, asked: AskedRow, at: int) -> QHBoxLayout:
        words, hands, right = asked.answers[at]
        line = QHBoxLayout()
        mark = label("", wrap=False)
        icon, token = ("check", "jade") if right else ("circle", "border")
        mark.setPixmap(self._look.pixmap(icon, token, 16))
        mark.setAccessibleName(self.tr("Right answer") if right else "")
        line.addWidget(mark)
        tone = "gold" if at == self._answer else "strong"
        line.addWidget(label(f"{LETTERS[at].upper()}.", tone, wrap=False))
        line.addWidget(label(words), 1)
        for sign, by in (("−", -1), ("+", 1)):
            made = button(sign, "", lambda by=by: self.raised.emit(at, by))
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            name = self.tr("One hand more") if by > 0 else self.tr("One hand less")
            made.setAccessibleName(name)
            line.addWidget(made)
        number = label(str(hands), "heading", wrap=False)
        number.setMinimumWidth(self._look.px(34))
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(number)
        return line

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks while a question is shown; False when it is none of these."""
        if self._shown is None:
            return False
        key, text = Qt.Key(event.key()), event.text()
        most = len(self._shown.answers)
        if key == Qt.Key.Key_Escape:
            self.asked.emit("question")
        elif key == Qt.Key.Key_V:
            self.asked.emit("reveal")
        elif len(text) == 1 and text.isdecimal():
            self._typed = (self._typed + text)[-MOST_DIGITS:]
            self.counted.emit(self._answer, int(self._typed))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._typed = ""
            self._answer = (self._answer + 1) % most
            self.show_question(self._shown)
        elif len(text) == 1 and text.casefold() in LETTERS[:most]:
            self._answer, self._typed = LETTERS.index(text.casefold()), ""
            self.raised.emit(self._answer, -1 if text.isupper() else 1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown):
            self.asked.emit("next")
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.asked.emit("back")
        else:
            return False
        return True
