"""Ctrl+K: go to anything. Rooms, things to do and texts in one list that narrows as one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidgetItem, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.folding import fold
from kb_app.views.parts.sides import fitted
from kb_app.views.parts.trees import VALUE, counted_item, counted_tree


@dataclass(frozen=True)
class Place:
    """Somewhere to go: `id` is told when it is chosen; `hint` stands at the end."""

    id: str
    text: str
    hint: str = ""
    icon: str = ""


class Palette(QDialog):
    """Opens with `open_with`; tells `chosen` and closes."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._places: list[tuple[str, Place]] = []
        self.setWindowTitle(self.tr("Go to anything"))
        self.box = QLineEdit()
        self.box.setObjectName("paletteBox")
        self.list = counted_tree("paletteList")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(self.list)
        self.box.textChanged.connect(self._narrow)
        self.box.installEventFilter(self)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)

    def open_with(self, places: Sequence[Place]) -> None:
        """Show these places and wait for a choice (does not block)."""
        self.setWindowTitle(self.tr("Go to anything"))
        self.box.setPlaceholderText(self.tr("A case, a room, something to do…"))
        self.box.setAccessibleName(self.box.placeholderText())
        self.list.setAccessibleName(self.tr("Where to go"))
        self._places = [(fold(f"{p.text} {p.hint}"), p) for p in places]
        self.box.clear()
        self._narrow("")
        fitted(self, self._look, 640, 480)
        self.open()
        self.box.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem() is not None:
                    self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        here = self.list.indexOfTopLevelItem(self.list.currentItem())
        last = self.list.topLevelItemCount() - 1
        self._choose(max(0, min(last, here + step)))

    def _choose(self, row: int) -> None:
        item = self.list.topLevelItem(row)
        if item is not None:
            self.list.setCurrentItem(item)

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        self.list.clear()
        for folded, place in self._places:
            if all(word in folded for word in wanted):
                item = counted_item(place.text, place.hint, place.id)
                item.setForeground(1, self.palette().placeholderText())
                if place.icon:
                    item.setIcon(0, self._look.icon(place.icon, "muted"))
                self.list.addTopLevelItem(item)
        self._choose(0)

    def _take(self, item: QTreeWidgetItem) -> None:
        self.accept()
        self.chosen.emit(item.data(0, VALUE))
