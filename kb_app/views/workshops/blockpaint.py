"""How a block of a day is drawn: when, what, how long, and its groups beside each other.

What is laid out for a width is kept as long as its words are the same: measuring and painting
share it, and an edit lays out only what it changed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kb_app.look import KIND_COLOUR
from kb_app.views.look import Look
from kb_app.views.parts.richpaint import MarkStyle, Wrapped
from kb_app.views.workshops.rows import BlockRow, LaneRow

ROW = Qt.ItemDataRole.UserRole
# The narrowest day, and the narrowest group in it: "Autoridades" is not broken.
NARROWEST_DAY, NARROWEST_LANE = 232, 92
MOST_SHAPES = 2000
LINE = 1.02
Index = QModelIndex | QPersistentModelIndex
_NOTHING = QColor(0, 0, 0, 0)


def width_for(lanes: int) -> int:
    """How wide a day must be, in pixels at 100 %, for so many groups at the same time."""
    return max(NARROWEST_DAY, 46 + lanes * (NARROWEST_LANE + 4))


class _Pens:
    """Fonts, colours and measures of a look, made once."""

    def __init__(self, look: Look) -> None:
        self.px = look.px
        self.bold, self.plain, self.small = look.font(13.5, True), look.font(13), look.font(12.5)
        self.lane, self.lane_small = look.font(12, bold=True), look.font(12)
        plain = QFontMetricsF(self.plain)
        self.time = plain.horizontalAdvance("00:00") + look.px(7)
        self.minutes = plain.horizontalAdvance("000'")
        self.ascent = QFontMetricsF(self.bold).ascent()
        self.minutes_of: dict[str, float] = {}
        self.styles = {token: MarkStyle(look.colour(token), _NOTHING, _NOTHING)
                       for token in ("ink", "muted", "red")}  # fmt: skip

    def advance(self, minutes: str) -> float:
        """How wide some minutes are."""
        if minutes not in self.minutes_of:
            self.minutes_of[minutes] = QFontMetricsF(self.plain).horizontalAdvance(minutes)
        return self.minutes_of[minutes]


class _Words:
    """Lines of one kind of text, at a place within the block."""

    def __init__(self, text: str, font: QFont, width: float, lines: int, token: str) -> None:
        self.wrapped = Wrapped([(text, False)], font, width, lines, LINE)
        self.token = token
        self.at = QPointF()


class Shape:
    """A block laid out to a width: `height`, and `lanes`, the boxes of its groups; both from
    its top left.
    """

    def __init__(self, pens: _Pens, row: BlockRow, width: int) -> None:
        px = pens.px
        self.words: list[_Words] = []
        self.lanes: list[QRectF] = []
        self.left = px(13)
        self.text = self.left + pens.time
        room = width - self.left - pens.time - pens.minutes - px(16) - px(20) * row.anchored
        self.right = self.text + max(room, 40)
        top = float(px(6))
        self.baseline = top + pens.ascent
        ink = "muted" if row.kind in ("break", "logistics") else "ink"
        for text, font, token, most in (
            (row.title, pens.bold, ink, 3),
            (row.detail, pens.small, "muted", 2),
            (row.over, pens.small, "red", 2),
        ):
            if text:
                made = _Words(text, font, self.right - self.text, most, token)
                made.at = QPointF(self.text, top)
                top += made.wrapped.height
                self.words.append(made)
        if row.lanes:
            top = self._lay_lanes(pens, row.lanes, width, top + px(5))
        self.height = round(top + px(7))

    def _lay_lanes(self, pens: _Pens, lanes: tuple[LaneRow, ...], width: int, top: float) -> float:
        px = pens.px
        gap, inside = px(4), px(6)
        each = (width - self.left - px(9) - gap * (len(lanes) - 1)) / len(lanes)
        tallest = 0.0
        for at, lane in enumerate(lanes):
            left = self.left + at * (each + gap)
            height = float(px(4))
            for text, font, token, most in (
                (lane.title, pens.lane, "ink", 2),
                (lane.task, pens.lane_small, "ink", 5),
                (lane.where, pens.lane_small, "muted", 2),
            ):
                if text:
                    made = _Words(text, font, each - 2 * inside, most, token)
                    made.at = QPointF(left + inside, top + height)
                    height += made.wrapped.height
                    self.words.append(made)
            tallest = max(tallest, height + px(5))
        self.lanes = [
            QRectF(self.left + at * (each + gap), top, each, tallest) for at in range(len(lanes))
        ]
        return top + tallest


class BlockDelegate(QStyledItemDelegate):
    """Paints a block; what does not fit stands out by line and words. `lane` tells which of
    the groups of the chosen block is chosen, -1 for none.
    """

    def __init__(self, look: Look, view: QListView, lane: Callable[[], int]) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._lane = lane
        self._pens = _Pens(look)
        self._shapes: dict[tuple[object, ...], Shape] = {}
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        self._pens = _Pens(self._look)
        self._shapes.clear()

    def shape(self, row: BlockRow) -> Shape:
        """How a block is laid out in the view as it is now."""
        width = self._view.viewport().width()
        key = (row.title, row.detail, row.over, row.anchored, row.kind, row.lanes, width)
        found = self._shapes.get(key)
        if found is None:
            if len(self._shapes) >= MOST_SHAPES:
                self._shapes.clear()
            found = self._shapes[key] = Shape(self._pens, row, width)
        return found

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: BlockRow = index.data(ROW)
        return QSize(self._view.viewport().width(), self.shape(row).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BlockRow = index.data(ROW)
        look, shape = self._look, self.shape(row)
        origin = QPointF(option.rect.topLeft())
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        edge, ground = KIND_COLOUR[row.kind]
        taken = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(look.colour(ground))
            painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(look.colour(edge))
        painter.drawRoundedRect(QRectF(box.x(), box.y(), 4, box.height()), 2, 2)
        lane = self._lane() if taken else -1
        for at, place in enumerate(shape.lanes):
            chosen = at == lane
            painter.setPen(QPen(look.colour("jade" if chosen else "line"), 2 if chosen else 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(place.translated(origin), 3, 3)
        if row.over or taken:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("jade" if taken else "red"), 2))
            painter.drawRoundedRect(box, 4, 4)
        self._write(painter, origin, row, shape)
        painter.restore()

    def _write(self, painter: QPainter, origin: QPointF, row: BlockRow, shape: Shape) -> None:
        pens, styles = self._pens, self._pens.styles
        for words in shape.words:
            words.wrapped.paint(painter, origin + words.at, styles[words.token])
        quiet = row.kind in ("break", "logistics")
        painter.setFont(pens.plain)
        painter.setPen(styles["muted" if quiet else "ink"].ink)
        painter.drawText(origin + QPointF(shape.left, shape.baseline), row.start)
        painter.setPen(styles["muted"].ink)
        right = self._view.viewport().width() - pens.px(10) - pens.advance(row.minutes)
        painter.drawText(origin + QPointF(right, shape.baseline), row.minutes)
        if row.anchored:
            at = origin + QPointF(shape.right + pens.px(3), pens.px(7))
            painter.drawPixmap(at, self._look.pixmap("anchor", "muted", 14))
