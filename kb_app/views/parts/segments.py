"""A few exclusive choices side by side: ES | EN, list | cards | table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
    """Buttons of which one is down. `chosen` tells the id that the person chose."""

    chosen = Signal(str)

    def __init__(self, ids: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for position, choice in enumerate(ids):
            made = QPushButton(choice)
            made.setCheckable(True)
            made.setAutoDefault(False)
            place = "first" if position == 0 else "last" if choice == ids[-1] else "middle"
            made.setProperty("segment", place)
            made.clicked.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            self._group.addButton(made)
            self.buttons[choice] = made
            row.addWidget(made)

    def label(self, choice: str, text: str, name: str = "") -> None:
        """The word of a choice, and what is read aloud when that is not enough. The width is
        that of the bold word, so that choosing moves nothing.
        """
        made = self.buttons[choice]
        made.setText(text)
        made.setAccessibleName(name or text)
        made.setToolTip(name)
        font = made.font()
        font.setBold(True)
        made.setMinimumWidth(QFontMetrics(font).horizontalAdvance(text) + 26)

    def set_current(self, choice: str) -> None:
        """Show a choice as taken, telling nobody."""
        if choice in self.buttons:
            self.buttons[choice].setChecked(True)

    def current(self) -> str:
        """The choice that is down, or ""."""
        down = self._group.checkedButton()
        return next((c for c, b in self.buttons.items() if b is down), "")
