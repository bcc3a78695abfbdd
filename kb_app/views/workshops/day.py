"""A day of a plan: its blocks below each other, their groups beside each other, dragged or
moved by keys.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView

from kb_app.views.look import Look
from kb_app.views.workshops.blockpaint import ROW, BlockDelegate, Index
from kb_app.views.workshops.rows import BlockRow

BLOCK_MIME = "application/x-batea-block"
LANE_MIME = "application/x-batea-lane"
SOURCE_MIME = "application/x-batea-source"
LANE_MARK = 3


class BlocksModel(QAbstractListModel):
    """The blocks of one day. A drop changes nothing here: it is told, and the plan answers."""

    dropped = Signal(str, str, int)  # mime type, id or ref, place
    resized = Signal()  # the words of a block are others: it may take another height

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BlockRow, ...] = ()
        self._spoken_lane = ("", -1)

    def set_rows(self, rows: Sequence[BlockRow]) -> None:
        """Show other blocks; the same ones in the same order are only drawn anew."""
        new = tuple(rows)
        if new is self.rows:
            return
        if [row.id for row in new] == [row.id for row in self.rows]:
            old, self.rows = self.rows, new
            changed = [at for at, row in enumerate(new) if row != old[at]]
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            if any(_words(new[at]) != _words(old[at]) for at in changed):
                self.resized.emit()
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            block, lane = self._spoken_lane
            spoken = row.id == block and 0 <= lane < len(row.lanes)
            return row.lanes[lane].spoken if spoken else row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.over
        return None

    def row_of(self, block_id: str) -> int:
        """The place of a block, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.id == block_id), -1)

    def speak_lane(self, block_id: str, lane: int) -> None:
        """Which group of which block is read aloud instead of the whole block."""
        self._spoken_lane = (block_id, lane)

    # --- drag and drop ------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = super().flags(index)
        more = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return base | more

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [BLOCK_MIME, SOURCE_MIME, LANE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            data.setData(BLOCK_MIME, self.rows[indexes[0].row()].id.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        for mime in (BLOCK_MIME, SOURCE_MIME):
            if data.hasFormat(mime):
                self.dropped.emit(mime, bytes(data.data(mime)).decode(), place)
        return False  # nothing was moved here: the view must take nothing out either


def _words(row: BlockRow) -> tuple[object, ...]:
    """What decides how high a block is."""
    return (row.title, row.detail, row.over, row.anchored, row.lanes)


class DayList(QListView):
    """The blocks of a day. Tells what is asked of one: `asked` with "earlier", "later",
    "remove", "shorter", "longer", "add-lane", "side-left", "side-right". `lane_dropped` tells
    the block and place that a group comes from, then those where it goes.
    """

    chosen = Signal(str)
    opened = Signal(str)
    asked = Signal(str, str)
    dropped = Signal(str, str, int)
    lane_dropped = Signal(str, int, str, int)
    dragged_over = Signal(QPoint)  # of the screen
    drag_ended = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dayList")
        self._look = look
        self._lane = -1
        self._lane_mark: QRect | None = None
        self.blocks = BlocksModel()
        self.setModel(self.blocks)
        self._delegate = BlockDelegate(look, self, self.current_lane)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.blocks.dropped.connect(self.dropped)
        self.blocks.resized.connect(self.scheduleDelayedItemsLayout)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(lambda _index: self.opened.emit(self.current()))
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.current()))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    # --- what is chosen -----------------------------------------------------------------

    def current(self) -> str:
        """The id of the block that is chosen, or ""."""
        index = self.currentIndex()
        return self.blocks.rows[index.row()].id if index.isValid() else ""

    def current_lane(self) -> int:
        """Which of its groups is chosen (from 0), or -1."""
        index = self.currentIndex()
        lanes = self.blocks.rows[index.row()].lanes if index.isValid() else ()
        return min(self._lane, len(lanes) - 1)

    def choose(self, block_id: str, lane: int = -1) -> bool:
        """Choose a block, and a group of it; False when it is not of this day (then none is
        chosen).
        """
        row = self.blocks.row_of(block_id)
        if row < 0:
            if self.currentIndex().isValid():
                self.selectionModel().clear()
            return False
        index = self.blocks.index(row)
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.choose_lane(lane)
        self.scrollTo(index)
        return True

    def choose_lane(self, lane: int) -> None:
        """Choose a group of the chosen block; -1 for the block as a whole."""
        if lane != self._lane:
            self._lane = lane
            self.blocks.speak_lane(self.current(), self.current_lane())
            self.update(self.currentIndex())
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _current_changed(self) -> None:
        self.choose_lane(-1)
        self.chosen.emit(self.current())

    # --- keys ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        deed = {
            Qt.Key.Key_Delete: "remove",
            Qt.Key.Key_Plus: "longer",
            Qt.Key.Key_Minus: "shorter",
            Qt.Key.Key_G: "add-lane",
            Qt.Key.Key_Left: "side-left",
            Qt.Key.Key_Right: "side-right",
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Plus and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            plain = True  # Shift is how a plus is typed on some keyboards
        if plain and deed in ("side-left", "side-right") and self._walk(deed):
            return
        if plain and deed is not None:
            self.asked.emit(deed, self.current())
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current():
                self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def _walk(self, deed: str) -> bool:
        """From the block through its groups; False where there is none on that side."""
        index = self.currentIndex()
        lanes = self.blocks.rows[index.row()].lanes if index.isValid() else ()
        to = self.current_lane() + (1 if deed == "side-right" else -1)
        if not -1 <= to < len(lanes):
            return False
        self.choose_lane(to)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.blocks.rows:
            self.setCurrentIndex(self.blocks.index(0))
        elif self.current():
            self.chosen.emit(self.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    # --- groups by mouse ----------------------------------------------------------------

    def lane_box(self, index: Index, lane: int) -> QRect:
        """Where a group is drawn, in the viewport."""
        row: BlockRow = index.data(ROW)
        box = self._delegate.shape(row).lanes[lane]
        return box.translated(self.visualRect(QModelIndex(index)).topLeft()).toRect()

    def _lane_at(self, place: QPoint) -> int:
        index = self.indexAt(place)
        row: BlockRow | None = index.data(ROW)
        lanes = range(len(row.lanes)) if row else ()
        return next((at for at in lanes if self.lane_box(index, at).contains(place)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.choose_lane(self._lane_at(event.position().toPoint()))

    def startDrag(self, supported: Qt.DropAction) -> None:
        lane = self.current_lane()
        if lane < 0:
            super().startDrag(supported)
            return
        box = self.lane_box(self.currentIndex(), lane)
        data = QMimeData()
        data.setData(LANE_MIME, f"{self.current()}/{lane}".encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.viewport().grab(box))
        self.setDropIndicatorShown(False)  # that of the last block would be drawn again
        drag.exec(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(LANE_MIME):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dragged_over.emit(self.viewport().mapToGlobal(event.position().toPoint()))
        if not event.mimeData().hasFormat(LANE_MIME):
            super().dragMoveEvent(event)
            return
        index, _place, mark = self._lane_place(event.position().toPoint())
        self._mark_lane(mark)
        self.startAutoScroll()
        event.setAccepted(index.isValid())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_lane(None)
        self.drag_ended.emit()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drag_ended.emit()
        if not event.mimeData().hasFormat(LANE_MIME):
            super().dropEvent(event)
            return
        self._mark_lane(None)
        index, place, _mark = self._lane_place(event.position().toPoint())
        block, _slash, lane = bytes(event.mimeData().data(LANE_MIME)).decode().rpartition("/")
        event.setAccepted(index.isValid())
        if index.isValid():
            self.lane_dropped.emit(block, int(lane), self.blocks.rows[index.row()].id, place)

    def _lane_place(self, where: QPoint) -> tuple[QModelIndex, int, QRect | None]:
        """The block at a point, the place among its groups, and the mark to be drawn there."""
        index = self.indexAt(where)
        row: BlockRow | None = index.data(ROW)
        if row is None:
            return index, 0, None
        if not row.lanes:
            return index, 0, self.visualRect(index).adjusted(2, 2, -2, -2)
        boxes = [self.lane_box(index, at) for at in range(len(row.lanes))]
        place = sum(where.x() > box.center().x() for box in boxes)
        left = boxes[place].left() - LANE_MARK if place < len(boxes) else boxes[-1].right()
        return index, place, QRect(left, boxes[0].top(), LANE_MARK, boxes[0].height())

    def _mark_lane(self, mark: QRect | None) -> None:
        if mark != self._lane_mark:
            self._lane_mark = mark
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._lane_mark is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            colour = self._look.colour("jade")
            if self._lane_mark.width() > LANE_MARK:
                colour.setAlphaF(0.25)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(self._lane_mark), 2, 2)
