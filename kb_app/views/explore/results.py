"""The results: one model for list, cards and table, and how a result is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kb_app.views.explore.result_layout import Faces, ResultLayout
from kb_app.views.explore.rows import Row
from kb_app.views.look import Look
from kb_app.views.parts.row_list import RowList

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("title", "countries", "period", "kind", "evidence", "updated")


class ResultsModel(QAbstractTableModel):
    """Rows of `Row`. The first column has all for list and cards.

    Only the first results are there at once; a view that comes to their end asks for more.
    """

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._has_more = False
        self._headers: dict[str, str] = {}

    def set_rows(self, rows: Sequence[Row], has_more: bool = False) -> None:
        """Show other results; `has_more` when there are others after them."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._has_more = has_more
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row], has_more: bool) -> None:
        """Show some results after those that are there."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += tuple(rows)
            self.endInsertRows()
        self._has_more = has_more

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        self._has_more = False  # until they are here
        self.more_wanted.emit()

    def set_headers(self, headers: dict[str, str]) -> None:
        """Word the columns."""
        self._headers = headers
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers.get(COLUMNS[section], "")
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            values = (row.plain_title, row.countries, row.period, row.kind, row.evidence_label,
                      row.updated)  # fmt: skip
            return values[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.plain_title, row.meta, row.place, row.plain_snippet, *row.badges)
            return ". ".join(part for part in parts if part)
        return None

    def row_of(self, uid: str) -> int:
        """The number of the row of an entry, or -1."""
        return next((i for i, row in enumerate(self.rows) if row.uid == uid), -1)


class ResultDelegate(QStyledItemDelegate):
    """Paints a result. What was laid out is kept while the result is shown: from letter to letter
    most stay, and each is measured, then painted again and again.
    """

    def __init__(self, look: Look, view: QListView, cards: bool) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._cards = cards
        self._laid: dict[tuple[Row, int], ResultLayout] = {}
        self._faces = Faces(look)
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        """What was laid out was so in another size of text."""
        self._laid.clear()
        self._faces = Faces(self._look)

    def keep(self, rows: Sequence[Row]) -> None:
        """Other results are shown: what was laid out of these can be used again."""
        here = set(rows) if self._laid else set()
        self._laid = {key: laid for key, laid in self._laid.items() if key[0] in here}

    def _layout_of(self, row: Row, width: int) -> ResultLayout:
        key = (row, width)
        if key not in self._laid:
            self._laid[key] = ResultLayout(row, width, self._faces, self._cards)
        return self._laid[key]

    def _width(self) -> int:
        whole = self._view.viewport().width() - 2
        if not self._cards:
            return whole
        columns = max(1, whole // self._look.px(276))
        return whole // columns

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._width()
        if self._cards:
            return QSize(width, self._look.px(256))
        return QSize(width, self._layout_of(index.data(ROW), width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect).adjusted(1, 2, -1, -4)
        if self._cards:
            box.adjust(3, 2, -3, -4)
        taken = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if taken or over or self._cards:
            painter.setBrush(self._look.colour("surface"))
            edge = "jade" if taken and focused else "border" if taken else "line"
            painter.setPen(QPen(self._look.colour(edge), 2 if taken and focused else 1))
            painter.drawRoundedRect(box, 8, 8)
        painter.setClipRect(box)
        laid = self._layout_of(index.data(ROW), self._width())
        laid.paint(painter, QPointF(option.rect.topLeft()))
        painter.restore()


class ResultList(RowList):
    """Results below each other, or as cards beside each other. The model is set when it is in
    front.
    """

    def __init__(self, look: Look, model: ResultsModel, cards: bool = False) -> None:
        super().__init__()
        self.setObjectName("resultCards" if cards else "results")
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        if cards:
            self.setViewMode(QListView.ViewMode.IconMode)
            self.setMovement(QListView.Movement.Static)
            self.setUniformItemSizes(True)
        self._delegate = ResultDelegate(look, self, cards)
        self.setItemDelegate(self._delegate)
        model.modelReset.connect(lambda: self._delegate.keep(model.rows))
        look.changed.connect(self.scheduleDelayedItemsLayout)
