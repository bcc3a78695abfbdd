"""The map: countries with their counts. Click or Enter filters; a table stands beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kb_app.views.explore.rows import FacetValue
from kb_app.views.look import RESOURCES, Look
from kb_app.views.parts.words import Retranslated, button, label

MARGIN_DEGREES = 5.0
CODE = Qt.ItemDataRole.UserRole


@lru_cache(maxsize=1)
def outlines() -> Mapping[str, QPainterPath]:
    """The countries in degrees, north up (see resources/map/make_map.py)."""
    rings = json.loads((RESOURCES / "map" / "world.json").read_text(encoding="utf-8"))
    made = {}
    for code, parts in rings.items():
        path = QPainterPath()
        for part in parts:
            path.moveTo(part[0], -part[1])
            for x, y in zip(part[2::2], part[3::2], strict=True):
                path.lineTo(x, -y)
            path.closeSubpath()
        made[code] = path
    return made


class World(QWidget):
    """Draws the countries; those with texts can be chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("world")
        self._look = look
        self._values: dict[str, FacetValue] = {}
        self._here = ""
        self._whole = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(240)
        look.changed.connect(self.update)

    def show_values(self, values: Sequence[FacetValue]) -> None:
        """Which countries have texts, and how many."""
        self._values = {v.value: v for v in values if v.value in outlines()}
        if self._here not in self._values:
            self._here = next(iter(self._values), "")
        self.update()

    def set_whole(self, whole: bool) -> None:
        """The whole world, or as much as has texts."""
        self._whole = whole
        self.update()

    # --- geometry ---------------------------------------------------------------------

    def _view(self) -> QTransform:
        """Degrees to pixels (equirectangular, narrowed at the middle latitude)."""
        box = QRectF(-170, -80, 350, 140)
        if self._values and not self._whole:
            box = QRectF()
            for code in self._values:
                box = box.united(_main_part(code))
            grow = MARGIN_DEGREES
            box.adjust(-grow, -grow, grow, grow)
        scale = min(self.width() / box.width(), self.height() / box.height())
        made = QTransform()
        made.translate(self.width() / 2, self.height() / 2)
        made.scale(scale, scale)
        made.translate(-box.center().x(), -box.center().y())
        return made

    def _at(self, point: QPointF) -> str:
        back, _can = self._view().inverted()
        place = back.map(point)
        near = {code: _distance(_centre(code), place) for code in self._values}
        inside = [c for c in self._values if outlines()[c].contains(place)]
        if inside:
            return inside[0]
        reach = 14 / self._view().m11()
        close = [c for c, far in near.items() if far < reach]
        return min(close, key=lambda c: near[c]) if close else ""

    # --- events -----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, view = self._look, self._view()
        painter.setTransform(view)
        pen = QPen(look.colour("paper"), 0.6)
        pen.setCosmetic(True)
        for code, path in outlines().items():
            value = self._values.get(code)
            ground = "line" if value is None else "jade" if value.checked else "jade_soft"
            painter.setPen(pen)
            painter.setBrush(look.colour(ground))
            painter.drawPath(path)
        for code in self._values:
            edge = QPen(look.colour("jade"), 2.4 if code == self._here and self.hasFocus() else 1.0)
            edge.setCosmetic(True)
            painter.setPen(edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outlines()[code])
        painter.resetTransform()
        self._numbers(painter, view)

    def _numbers(self, painter: QPainter, view: QTransform) -> None:
        painter.setFont(self._look.font(12, bold=True))
        size = self._look.px(20)
        for code, value in self._values.items():
            spot = view.map(_centre(code))
            box = QRectF(spot.x() - size / 2, spot.y() - size / 2, size, size)
            painter.setPen(QPen(self._look.colour("jade"), 1.5))
            painter.setBrush(self._look.colour("jade" if value.checked else "surface"))
            painter.drawEllipse(box)
            painter.setPen(self._look.colour("on_jade" if value.checked else "jade"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value.count))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        value = self._values.get(self._at(event.position()))
        self.setToolTip(f"{value.label}: {value.count}" if value else "")
        shape = Qt.CursorShape.PointingHandCursor if value else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        code = self._at(event.position())
        if code:
            self._here = code
            self.chosen.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        codes = list(self._values)
        step = {
            Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()), 0)  # fmt: skip
        if step and codes:
            at = codes.index(self._here) if self._here in codes else 0
            self._here = codes[(at + step) % len(codes)]
            value = self._values[self._here]
            self.setAccessibleDescription(f"{value.label}: {value.count}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and codes:
            self.chosen.emit(self._here)
        else:
            super().keyPressEvent(event)


class MapView(Retranslated, QWidget):
    """The map, its table, and what must be said of its borders."""

    chosen = Signal(str)  # ISO code

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.world = World(look)
        self.world.chosen.connect(self.chosen)
        self.list = QListWidget()
        self.list.setObjectName("mapTable")
        self.list.setFixedWidth(look.px(190))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(CODE)))
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(CODE)))
        self._remark = label("", "small")
        self._wide = button("", "link")
        self._wide.setCheckable(True)
        self._wide.toggled.connect(self._widen)
        row = QHBoxLayout()
        row.addWidget(self.world, 1)
        row.addWidget(self.list)
        foot = QHBoxLayout()
        foot.addWidget(self._remark, 1)
        foot.addWidget(self._wide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.world)
        self.set_texts()

    def set_texts(self) -> None:
        self.world.setAccessibleName(self.tr("Map of countries; the arrows walk, Enter filters"))
        self.list.setAccessibleName(self.tr("Countries and how many texts there are"))
        self._remark.setText(self.tr("Borders are not official. Natural Earth, public domain."))
        self._widen(self._wide.isChecked())

    def show_values(self, values: Sequence[FacetValue]) -> None:
        """The countries with their counts."""
        self.world.show_values(values)
        self.list.clear()
        for value in values:
            mark = "✓ " if value.checked else ""
            item = QListWidgetItem(f"{mark}{value.label} · {value.count}")
            item.setData(CODE, value.value)
            self.list.addItem(item)

    def _widen(self, whole: bool) -> None:
        self.world.set_whole(whole)
        words = self.tr("Only where there are texts") if whole else self.tr("The whole world")
        self._wide.setText(words)


@lru_cache(maxsize=256)
def _main_part(code: str) -> QRectF:
    """The box of the largest piece of a country: islands far away do not count."""
    pieces = outlines()[code].toSubpathPolygons()
    boxes = [piece.boundingRect() for piece in pieces]
    return max(boxes, key=lambda box: box.width() * box.height())


def _centre(code: str) -> QPointF:
    return _main_part(code).center()


def _distance(one: QPointF, other: QPointF) -> float:
    between = one - other
    return float((between.x() ** 2 + between.y() ** 2) ** 0.5)
