"""A small frame beside a word: what a source is, what a glossary word means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.words import button, clear, label, selectable


@dataclass(frozen=True)
class Said:
    """What a popover says: a name, a remark beside it, sentences, an address in full, and
    what can be done (word, call).
    """

    name: str
    remark: str = ""
    lines: tuple[str, ...] = ()
    address: str = ""
    choices: tuple[tuple[str, Callable[[], object]], ...] = ()


class Popover(QFrame):
    """Closes with Escape, or when something else is pressed."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(5)
        # Else a window is as tall as its words would be at their narrowest.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def say(self, said: Said, at: QPoint) -> None:
        """Show it below a place of the screen."""
        clear(self._column)
        self.setAccessibleName(said.name)
        self.resize(self._look.px(380), 0)
        self._column.addWidget(selectable(label(said.name, "strong")))
        if said.remark:
            self._column.addWidget(label(said.remark, "muted"))
        for line in said.lines:
            self._column.addWidget(selectable(label(line)))
        if said.address:
            address = selectable(label(_breakable(said.address), "small"))
            self._column.addWidget(address)
        if said.choices:
            row = QWidget()
            flow = Flow(row, 8)
            for words, call in said.choices:
                flow.addWidget(button(words, "link", lambda call=call: (self.close(), call())))
            self._column.addWidget(row)
        self._fit()
        screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = max(room.left() + 8, min(at.x(), room.right() - self.width() - 8))
        y = at.y() if at.y() + self.height() < room.bottom() else at.y() - self.height() - 36
        self.move(x, max(room.top() + 8, y))
        self.show()

    def _fit(self) -> None:
        """As tall as its words: in the fonts of the style sheet, which widgets that were never
        shown do not have yet.
        """
        for made in self.findChildren(QWidget):
            made.ensurePolished()
        self._column.invalidate()
        self._column.activate()
        self.resize(self.width(), self._column.heightForWidth(self.width()))


def _breakable(address: str) -> str:
    """An address that can be wrapped after its slashes (zero-width spaces)."""
    return "".join(f"{c}\u200b" if c in "/?&=-_." else c for c in address)
