"""The bar beside a selection: make it a quote, a question, a local example, for a workshop."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kb_app.look import PURPOSE_COLOUR
from kb_app.views.look import Look
from kb_app.views.parts.words import Retranslated, button
from kb_app.views.reader.purposes import PURPOSES, purpose_word


class SelectionBar(Retranslated, QFrame):
    """`chosen` tells the purpose; `copy_asked` asks for the passage with its reference."""

    chosen = Signal(str)
    copy_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(2)
        self.buttons = {}
        for purpose in PURPOSES:
            made = button("", "quiet", lambda purpose=purpose: self.chosen.emit(purpose))
            made.setObjectName(f"mark-{purpose}")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.buttons[purpose] = made
            row.addWidget(made)
        self._copy = button("", "quiet", self.copy_asked.emit)
        self._copy.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._copy)
        look.changed.connect(self._draw)
        self._draw()
        self.set_texts()
        self.hide()

    def set_texts(self) -> None:
        for purpose, made in self.buttons.items():
            made.setText(f" {purpose_word(purpose)}")
        copy = self.tr("Copy with its reference")
        self._copy.setText(f" {copy}")
        self.adjustSize()

    def _draw(self) -> None:
        icons = {"quote": "quote", "question": "circle-question-mark", "example": "map-pin",
                 "use": "calendar"}  # fmt: skip
        for purpose, made in self.buttons.items():
            made.setIcon(self._look.icon(icons[purpose], PURPOSE_COLOUR[purpose]))
        self._copy.setIcon(self._look.icon("copy", "muted"))

    def open_at(self, at: QPoint) -> None:
        """Show it below a place of the screen, within the widget it stands on."""
        parent = self.parentWidget()
        self.adjustSize()
        place = parent.mapFromGlobal(at) + QPoint(-40, 8)
        x = max(8, min(place.x(), parent.width() - self.width() - 8))
        y = place.y() if place.y() + self.height() < parent.height() else place.y() - 76
        self.move(x, max(8, y))
        self.raise_()
        self.show()
