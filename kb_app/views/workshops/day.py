"""A day of a plan: its blocks below each other, dragged or moved by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kb_app.views.look import Look
from kb_app.views.parts.richpaint import MarkStyle, Wrapped
from kb_app.views.workshops.rows import KIND_COLOUR, BlockRow

ROW = Qt.ItemDataRole.UserRole
BLOCK_MIME = "application/x-batea-block"
SOURCE_MIME = "application/x-batea-source"
Index = QModelIndex | QPersistentModelIndex


class BlocksModel(QAbstractListModel):
    """The blocks of one day. A drop changes nothing here: it is told, and the plan answers."""

    dropped = Signal(str, str, int)  # mime type, id or ref, place

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BlockRow, ...] = ()

    def set_rows(self, rows: Sequence[BlockRow]) -> None:
        """Show other blocks; the same ones in the same order are only drawn anew."""
        new = tuple(rows)
        if new is self.rows:
            return
        if [row.id for row in new] == [row.id for row in self.rows]:
            changed = [at for at, row in enumerate(new) if row != self.rows[at]]
            self.rows = new
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
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
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.over
        return None

    def row_of(self, block_id: str) -> int:
        """The place of a block, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.id == block_id), -1)

    # --- drag and drop ------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = super().flags(index)
        more = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return base | more

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [BLOCK_MIME, SOURCE_MIME]

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


class BlockDelegate(QStyledItemDelegate):
    """Paints a block: when, what, how long; what does not fit stands out by line and words."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._heights: dict[tuple[str, str, str, bool, int], int] = {}
        look.changed.connect(self._heights.clear)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: BlockRow = index.data(ROW)
        width = self._view.viewport().width()
        key = (row.title, row.detail, row.over, row.anchored, width)
        if key not in self._heights:
            self._heights[key] = self._arrange(None, QRectF(0, 0, width, 0), row)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BlockRow = index.data(ROW)
        look = self._look
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        edge, ground = KIND_COLOUR[row.kind]
        taken = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground) if ground else QColor(0, 0, 0, 0))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(look.colour(edge))
        painter.drawRoundedRect(QRectF(box.x(), box.y(), 4, box.height()), 2, 2)
        if row.over or taken:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            colour = "jade" if taken else "red"
            painter.setPen(QPen(look.colour(colour), 2))
            painter.drawRoundedRect(box, 4, 4)
        self._arrange(painter, QRectF(option.rect), row)
        painter.restore()

    def _arrange(self, painter: QPainter | None, rect: QRectF, row: BlockRow) -> int:
        """Lay a block out; paint it when there is a painter. The height it takes."""
        look = self._look
        quiet = row.kind in ("break", "logistics")
        bold, plain, small = look.font(13.5, bold=True), look.font(13), look.font(12.5)
        left = rect.x() + look.px(13)
        time_width = QFontMetricsF(plain).horizontalAdvance("00:00") + look.px(7)
        minutes_width = QFontMetricsF(plain).horizontalAdvance("000'")
        width = rect.width() - look.px(13) - time_width - minutes_width - look.px(16)
        width = max(width, 40)
        top = rect.y() + look.px(6)
        ink, muted, red = look.colour("ink"), look.colour("muted"), look.colour("red")
        nothing = QColor(0, 0, 0, 0)
        if row.anchored:
            width -= look.px(20)
        lines = [(row.title, bold, muted if quiet else ink, 3)]
        if row.detail:
            lines.append((row.detail, small, muted, 2))
        if row.over:
            lines.append((row.over, small, red, 2))
        height = 0.0
        for text, font, colour, most in lines:
            words = Wrapped([(text, False)], font, width, most, 1.12)
            if painter is not None:
                words.paint(
                    painter,
                    QPointF(left + time_width, top + height),
                    MarkStyle(colour, nothing, nothing),
                )
            height += words.height
        if painter is not None:
            line = QFontMetricsF(bold)
            painter.setFont(plain)
            painter.setPen(muted if quiet else ink)
            painter.drawText(QPointF(left, top + line.ascent()), row.start)
            painter.setPen(muted)
            shown = QFontMetricsF(plain).horizontalAdvance(row.minutes)
            right = rect.right() - look.px(10) - shown
            painter.drawText(QPointF(right, top + line.ascent()), row.minutes)
            if row.anchored:
                at = QPointF(left + time_width + width + look.px(3), top + look.px(1))
                painter.drawPixmap(at, look.pixmap("anchor", "muted", 14))
        return round(height + look.px(13))


class DayList(QListView):
    """The blocks of a day. Tells what is asked of one: `asked` with "earlier", "later",
    "remove", "shorter", "longer", "side-left", "side-right".
    """

    chosen = Signal(str)
    opened = Signal(str)
    asked = Signal(str, str)
    dropped = Signal(str, str, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dayList")
        self.blocks = BlocksModel()
        self.setModel(self.blocks)
        self.setItemDelegate(BlockDelegate(look, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.blocks.dropped.connect(self.dropped)
        self.blocks.dataChanged.connect(self.scheduleDelayedItemsLayout)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.activated.connect(lambda _index: self.opened.emit(self.current()))
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.current()))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def current(self) -> str:
        """The id of the block that is chosen, or ""."""
        index = self.currentIndex()
        return self.blocks.rows[index.row()].id if index.isValid() else ""

    def choose(self, block_id: str) -> bool:
        """Choose a block; False when it is not of this day (then none is chosen)."""
        row = self.blocks.row_of(block_id)
        if row < 0:
            self.selectionModel().clear()
            return False
        index = self.blocks.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        deed = {
            Qt.Key.Key_Delete: "remove",
            Qt.Key.Key_Plus: "longer",
            Qt.Key.Key_Minus: "shorter",
            Qt.Key.Key_Left: "side-left",
            Qt.Key.Key_Right: "side-right",
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Plus and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            plain = True  # Shift is how a plus is typed on some keyboards
        if plain and deed is not None:
            self.asked.emit(deed, self.current())
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current():
                self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.blocks.rows:
            self.setCurrentIndex(self.blocks.index(0))
        elif self.current():
            self.chosen.emit(self.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
