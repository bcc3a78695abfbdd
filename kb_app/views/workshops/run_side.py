"""Beside a workshop that runs: the screen for the room, a timer, and what could give."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.numbers import number_box
from kb_app.views.parts.scrolled import scrolled
from kb_app.views.parts.words import Retranslated, button, clear, label, rule


class RunSide(Retranslated, QFrame):
    """`asked` tells "projector", "question", "groups", "dark", "timer", "accept"; `left` that
    a number was written and the keyboard can go back.
    """

    asked = Signal(str)
    late_typed = Signal(int)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panelRight")
        self._look = look
        self._quiet = False
        self._shown: tuple[object, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        self._alone = label("", "small")
        for deed in ("projector", "question", "groups", "dark"):
            column.addWidget(self._button(deed, "primary" if deed == "projector" else ""))
            if deed == "projector":
                column.addWidget(self._alone)
        column.addWidget(rule())
        self._timer_title = label("", "overline", wrap=False)
        self.timer_box = number_box("runTimer", 1, 240, 10)
        line = QHBoxLayout()
        line.addWidget(self.timer_box)
        line.addWidget(self._button("timer"), 1)
        column.addWidget(self._timer_title)
        column.addLayout(line)
        column.addWidget(rule())
        self._late_title = label("", "overline", wrap=False)
        self.late_box = number_box("runLate", 0, 480, step=5)
        self.late_box.valueChanged.connect(self._late_changed)
        for box in (self.late_box, self.timer_box):
            box.lineEdit().returnPressed.connect(self.left)
        column.addWidget(self._late_title)
        column.addWidget(self.late_box)
        inside = QWidget()
        self._proposals = QVBoxLayout(inside)
        self._proposals.setContentsMargins(0, 0, 6, 0)
        self._proposals.setSpacing(4)
        column.addWidget(scrolled(inside), 1)
        column.addWidget(self._button("accept", "primary"))
        self._keys = label("", "small")
        column.addWidget(self._keys)
        self.set_texts()

    def _button(self, deed: str, tone: str = "") -> QPushButton:
        made = button("", tone, lambda: self.asked.emit(deed))
        made.setObjectName(f"run-{deed}")
        self._buttons[deed] = made
        return made

    def set_texts(self) -> None:
        words = {
            "projector": self.tr("Open the screen for the room"),
            "question": self.tr("Ask for a show of hands"),
            "groups": self.tr("Show the groups"),
            "dark": self.tr("Darken the screen"),
            "timer": self.tr("Start the timer"),
            "accept": self.tr("Do it"),
        }
        for deed, word in words.items():
            self._buttons[deed].setText(word)
        self._alone.setText(
            self.tr("There is one screen: the page fills it and hides your notes. Esc comes back.")
        )
        self._timer_title.setText(self.tr("Timer, minutes"))
        self._late_title.setText(self.tr("We are late by, minutes"))
        self.timer_box.setAccessibleName(self.tr("Timer, minutes"))
        self.late_box.setAccessibleName(self.tr("We are late by, minutes"))
        self._keys.setText(
            self.tr(
                "Space or Right: next · Left: back · N next block · P screen · H hands · T timer · "
                "L late · A do it · B dark"
            )
        )
        self._shown = ()

    def begin_late(self) -> None:
        """Bring the keyboard to the minutes."""
        self.late_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.late_box.selectAll()

    # --- shown ----------------------------------------------------------------------------

    def show_late(self, minutes: int, proposals: Sequence[str]) -> None:
        """How late, and what could give; the same as a second ago changes nothing."""
        if (wanted := (minutes, *proposals)) == self._shown:
            return
        self._shown = wanted
        self._quiet = True
        if not self.late_box.hasFocus():
            self.late_box.setValue(minutes)
        self._quiet = False
        clear(self._proposals)
        for words in proposals:
            self._proposals.addWidget(label(words))
        if minutes and not proposals:
            self._proposals.addWidget(label(self.tr("Nothing that is left may give."), "muted"))
        self._proposals.addStretch()
        self._buttons["accept"].setVisible(bool(proposals))

    def show_timer(self, running: bool) -> None:
        """Whether the timer is running."""
        self._buttons["timer"].setText(
            self.tr("Stop the timer") if running else self.tr("Start the timer")
        )

    def show_asking(self, asking: bool) -> None:
        """Whether questions are asked."""
        self._buttons["question"].setText(
            self.tr("Leave the questions") if asking else self.tr("Ask for a show of hands")
        )

    def show_screen(self, is_open: bool, dark: bool, has_groups: bool, alone: bool) -> None:
        """What can be done with the screen of the room; `alone`: there is no second one."""
        self._alone.setVisible(alone)
        self._buttons["projector"].setText(
            self.tr("Close the screen for the room")
            if is_open
            else self.tr("Open the screen for the room")
        )
        self._buttons["dark"].setText(
            self.tr("Light the screen") if dark else self.tr("Darken the screen")
        )
        self._buttons["groups"].setVisible(has_groups)

    # --- told -----------------------------------------------------------------------------

    def _late_changed(self, minutes: int) -> None:
        if not self._quiet:
            self.late_typed.emit(minutes)
