"""Days beyond the edge can be reached while something is dragged: the row of days moves on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea

EDGE, STEP, PAUSE_MS = 40, 24, 40


class EdgeScroll(QObject):
    """Moves a scroll area sideways while a drag stays near its edge. It is told where the drag
    is, because Qt tells only the widget below it, and only when the mouse moves.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._by = 0
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._go_on)

    def dragged_over(self, place: QPoint) -> None:
        """A drag is at a point of the screen."""
        view = self._area.viewport()
        at = view.mapFromGlobal(place).x()
        self._by = STEP * ((at > view.width() - EDGE) - (at < EDGE))
        if self._by and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The drag has left, or has ended."""
        self._by = 0

    def _go_on(self) -> None:
        bar = self._area.horizontalScrollBar()
        before = bar.value()
        bar.setValue(before + self._by)
        if not self._by or bar.value() == before:
            self._timer.stop()
