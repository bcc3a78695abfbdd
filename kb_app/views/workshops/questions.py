"""Which questions the test before and after has, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.words import button, label
from kb_app.views.workshops.dialogs import resize_within

QUESTION = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class OfferedRow:
    """A question that can be chosen, with the title of its module."""

    id: str
    text: str
    module: str
    answers: tuple[str, ...]


class QuestionsDialog(QDialog):
    """`agreed` tells the ids of the chosen questions in their order. Those that are `chosen`
    stand first; the others follow, module by module.
    """

    agreed = Signal(list)

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        rows: Sequence[OfferedRow],
        chosen: Sequence[str],
        proposed: Sequence[str],
        minutes: float,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("questionsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Questions of the test"))
        self._rows = {row.id: row for row in rows}
        self._minutes = minutes
        self._sum = label("", "strong")
        self.list = _Questions()
        self.list.setObjectName("questionList")
        self.list.setAccessibleName(self.tr("Questions of the modules"))
        self.list.itemChanged.connect(lambda _item: self._count())
        self.list.moved.connect(self._move)
        up = button(self.tr("Move up"), "", lambda: self._move(-1))
        down = button(self.tr("Move down"), "", lambda: self._move(1))
        again = button(self.tr("Those that Batea proposes"), "", lambda: self.show_chosen(proposed))
        up.setObjectName("questionUp")
        down.setObjectName("questionDown")
        again.setObjectName("questionsProposed")
        deeds = QHBoxLayout()
        for made in (up, down, again):
            made.setAutoDefault(False)
            deeds.addWidget(made)
        deeds.addStretch()
        self.take = button(self.tr("Save"), "primary", self.accept)
        self.take.setObjectName("dialogTake")
        self.take.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button(self.tr("Cancel"), "", self.reject))
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._sum)
        column.addWidget(
            label(
                self.tr("Space ticks a question; Alt and arrows, or the mouse, move it."), "muted"
            )
        )
        column.addWidget(self.list, 1)
        column.addLayout(deeds)
        column.addLayout(foot)
        self.accepted.connect(lambda: self.agreed.emit(self.chosen()))
        self.show_chosen(chosen)
        resize_within(self, look, 760, 560)
        self.list.setFocus()

    def show_chosen(self, chosen: Sequence[str]) -> None:
        """Tick these, and let them stand first."""
        self.list.clear()
        for name in dict.fromkeys((*chosen, *self._rows)):
            row = self._rows.get(name)
            if row is not None:
                item = QListWidgetItem(f"{row.text}\n{row.module}")
                item.setData(QUESTION, name)
                item.setToolTip("\n".join(f"– {answer}" for answer in row.answers))
                ticked = name in chosen
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._count()

    def chosen(self) -> list[str]:
        """The ids that are ticked, in their order."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return [i.data(QUESTION) for i in items if i.checkState() == Qt.CheckState.Checked]

    def _count(self) -> None:
        number = len(self.chosen())
        words = self.tr("%n question(s)", "", number)
        time = self.tr("about %n minute(s) when read aloud", "", round(number * self._minutes))
        self._sum.setText(f"{words} · {time}")
        self.take.setEnabled(number > 0)

    def _move(self, by: int) -> None:
        here = self.list.currentRow()
        to = here + by
        if here >= 0 and 0 <= to < self.list.count():
            self.list.insertItem(to, self.list.takeItem(here))
            self.list.setCurrentRow(to)


class _Questions(QListWidget):
    """`moved` tells that a question shall go one place up (-1) or down (+1)."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)
