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
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kb_app.look import EVIDENCE_COLOUR
from kb_app.views.explore.rows import Row
from kb_app.views.look import Look
from kb_app.views.parts.richpaint import MarkStyle, Wrapped

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
    """Paints a result: title, where, passage with its words marked, tags and evidence."""

    PAD = 13

    def __init__(self, look: Look, view: QListView, cards: bool) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._cards = cards
        self._heights: dict[tuple[str, int], int] = {}
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Sizes were measured for other results, or for another size of text."""
        self._heights.clear()

    def _width(self) -> int:
        whole = self._view.viewport().width() - 2
        if not self._cards:
            return whole
        columns = max(1, whole // self._look.px(300))
        return whole // columns

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        width = self._width()
        if self._cards:
            return QSize(width, self._look.px(214))
        key = (row.uid, width)
        if key not in self._heights:
            self._heights[key] = self._arrange(None, QRectF(0, 0, width, 0), row)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
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
        self._arrange(painter, QRectF(option.rect), row)
        painter.restore()

    def _arrange(self, painter: QPainter | None, rect: QRectF, row: Row) -> int:
        """Lay a result out; paint it when there is a painter. The height it takes."""
        look = self._look
        pad = look.px(self.PAD)
        left, top = rect.x() + pad + 1, rect.y() + pad - 1
        width = rect.width() - 2 * pad - 2
        ink, muted = look.colour("ink"), look.colour("muted")
        marks = MarkStyle(ink, look.colour("gold_soft"), look.colour("gold"))
        quiet = MarkStyle(muted, look.colour("gold_soft"), look.colour("gold"))
        lines = (3, 1, 3) if self._cards else (2, 1, 2)
        blocks = (
            (row.title, look.font(16, bold=True), marks, lines[0], 2),
            (((" · ".join(p for p in (row.meta, row.place) if p), False),), look.font(12.5),
             quiet, lines[1], 5),
            (row.snippet, look.font(14), marks, lines[2], 6),
        )  # fmt: skip
        for pieces, font, style, most, gap in blocks:
            if not any(words for words, _hit in pieces):
                continue
            words = Wrapped(pieces, font, width, most, 1.18)
            if painter is not None:
                words.paint(painter, QPointF(left, top), style)
            top += words.height + gap
        top = self._tags(painter, left, top, width, row)
        return round(top - rect.y() + pad)

    def _tags(
        self, painter: QPainter | None, left: float, top: float, width: float, row: Row
    ) -> float:
        look = self._look
        font = look.font(12)
        bold = look.font(12, bold=True)
        height = look.px(20)
        x = left
        tags = [(tag, "muted", "", font) for tag in row.tags]
        if row.evidence:
            colour = EVIDENCE_COLOUR.get(row.evidence, "muted")
            ground = {"jade": "jade_soft", "gold_ink": "gold_soft"}.get(colour, "raised")
            tags.append((row.evidence_label, colour, ground, bold))
        tags += [(badge, "ink", "", font) for badge in row.badges]
        if not tags:
            return top
        for text, colour, ground, face in tags:
            wide = QFontMetricsF(face).horizontalAdvance(text) + look.px(18)
            if x > left and x + wide > left + width:
                x, top = left, top + height + 5
            if painter is not None:
                box = QRectF(x, top, wide, height)
                if ground:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(look.colour(ground))
                    painter.drawRoundedRect(box, 4, 4)
                else:
                    painter.setPen(look.colour("line"))
                    painter.setBrush(look.colour("surface"))
                    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
                painter.setPen(look.colour(colour if colour != "muted" or ground else "ink"))
                painter.setFont(face)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            x += wide + 6
        return top + height + 2


class ResultList(QListView):
    """Results below each other, or as cards beside each other."""

    def __init__(self, look: Look, model: ResultsModel, cards: bool = False) -> None:
        super().__init__()
        self.setObjectName("resultCards" if cards else "results")
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if cards:
            self.setViewMode(QListView.ViewMode.IconMode)
            self.setMovement(QListView.Movement.Static)
            self.setUniformItemSizes(True)
        self._delegate = ResultDelegate(look, self, cards)
        self.setItemDelegate(self._delegate)
        model.modelReset.connect(self._delegate.forget)
        look.changed.connect(self.scheduleDelayedItemsLayout)
