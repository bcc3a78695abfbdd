"""Panels at the sides of the work: folded where there is no room, or when the person wants."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from kb_app.views.look import Look

LEFT, RIGHT = "left", "right"
MARGIN = 48


class Sides(QObject):
    """A panel at the left and one at the right of work that needs `room` pixels at 100 %.

    Each is shown as long as the person has not folded it. Where both leave too little room,
    the one that was asked for last stays; one that was asked for is never refused.
    """

    changed = Signal()

    def __init__(self, look: Look, host: QWidget, left: QWidget, right: QWidget, room: int) -> None:
        super().__init__(host)
        self._look = look
        self._host = host
        self._panels = {LEFT: left, RIGHT: right}
        self._wanted = {LEFT: True, RIGHT: True}
        self._offered = {LEFT: True, RIGHT: True}
        self._asked = ""
        self.room = room
        host.installEventFilter(self)
        look.changed.connect(self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def is_shown(self, side: str) -> bool:
        """Whether the panel of a side stands there."""
        return not self._panels[side].isHidden()

    def show(self, side: str) -> None:
        """Unfold a panel because something in it is wanted."""
        self._wanted[side] = True
        self._asked = side
        self.fit()

    def toggle(self, side: str) -> bool:
        """Fold or unfold a panel; whether it is shown now."""
        if self.is_shown(side):
            self._wanted[side] = False
            self._asked = ""
            self.fit()
        else:
            self.show(side)
        return self.is_shown(side)

    def offer(self, side: str, offered: bool) -> None:
        """Whether a side makes sense at all for what the middle shows."""
        self._offered[side] = offered
        self.fit()

    def set_room(self, room: int) -> None:
        """How much the middle needs now, in pixels at 100 %."""
        self.room = room
        self.fit()

    def fit(self) -> None:
        """Show what is wanted and fits."""
        wanted = [s for s in self._panels if self._wanted[s] and self._offered[s]]
        room = self._host.width() - self._look.px(self.room)
        if len(wanted) == 2 and sum(self._width(side) for side in wanted) > room:
            wanted = [self._asked or LEFT]
        if len(wanted) == 1 and wanted[0] != self._asked and self._width(wanted[0]) > room:
            wanted = []
        before = [self.is_shown(side) for side in self._panels]
        for side, panel in self._panels.items():
            panel.setVisible(side in wanted)
        if before != [self.is_shown(side) for side in self._panels]:
            self.changed.emit()

    def _width(self, side: str) -> int:
        return self._panels[side].minimumWidth()


def fitted(dialog: QDialog, look: Look, width: int, height: int) -> None:
    """Give a dialog its size at 100 %, grown with the text, never larger than its window."""
    parent = dialog.parentWidget()
    window = parent.window().size() if parent is not None else dialog.screen().size()
    dialog.resize(
        min(look.px(width), window.width() - MARGIN),
        min(look.px(height), window.height() - MARGIN),
    )
