"""The map: countries with their counts. Click or Enter filters; a table stands beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from kb_app.views.explore.rows import FacetValue
from kb_app.views.look import RESOURCES, Look
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.trees import VALUE, counted_item, counted_tree
from kb_app.views.parts.words import Retranslated, label

# Degrees: left, top (north is negative), width, height.
REGIONS = {
    "central": QRectF(-93.4, -19.4, 17.4, 13.2),
    "latin": QRectF(-119, -33.5, 86, 90),
    "world": QRectF(-170, -78, 350, 136),
}
NAMES_FROM = 14.0  # pixels a degree from which names fit beside the numbers
SPREADS = 40
LAND_ALPHA = 52  # countries without texts stay behind the others in every theme


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
        self._region = "central"
        self._spots: tuple[object, dict[str, QPointF]] = (None, {})
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(200, 100)
        look.changed.connect(self.update)

    def show_values(self, values: Sequence[FacetValue]) -> None:
        """Which countries have texts, and how many."""
        self._values = {v.value: v for v in values if v.value in outlines()}
        if self._here not in self._values:
            self._here = next(iter(self._values), "")
        self.update()

    def set_region(self, region: str) -> None:
        """Show one of `REGIONS`."""
        self._region = region
        self.update()

    def outside(self) -> int:
        """How many texts are of countries that this region does not show."""
        box = REGIONS[self._region]
        return sum(v.count for c, v in self._values.items() if not box.contains(_centre(c)))

    # --- geometry ---------------------------------------------------------------------

    def _view(self) -> QTransform:
        """Degrees to pixels (equirectangular)."""
        box = REGIONS[self._region]
        scale = min(self.width() / box.width(), self.height() / box.height())
        made = QTransform()
        made.translate(self.width() / 2, self.height() / 2)
        made.scale(scale, scale)
        made.translate(-box.center().x(), -box.center().y())
        return made

    def spots(self) -> dict[str, QPointF]:
        """Where the numbers stand, in pixels: on their country, pushed apart so that each
        can be read and pressed.
        """
        key = (self._region, self.width(), self.height(), self._look.scale, tuple(self._values))
        if self._spots[0] != key:
            view = self._view()
            seen = self.rect().adjusted(4, 4, -4, -4)
            places = {code: view.map(_centre(code)) for code in self._values}
            inside = {c: at for c, at in places.items() if seen.contains(at.toPoint())}
            self._spots = (key, _spread(inside, self._look.px(25)))
        return self._spots[1]

    def _at(self, point: QPointF) -> str:
        reach = self._look.px(14)
        near = {code: _distance(at, point) for code, at in self.spots().items()}
        close = [code for code, far in near.items() if far <= reach]
        if close:
            return min(close, key=lambda code: near[code])
        back, _can = self._view().inverted()
        place = back.map(point)
        return next((code for code in self._values if outlines()[code].contains(place)), "")

    # --- events -----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, view = self._look, self._view()
        painter.setTransform(view)
        pen = QPen(look.colour("paper"), 0.8)
        pen.setCosmetic(True)
        land, found, taken = look.colour("muted"), look.colour("jade_soft"), look.colour("jade")
        land.setAlpha(LAND_ALPHA)
        for code, path in outlines().items():
            value = self._values.get(code)
            painter.setPen(pen)
            painter.setBrush(land if value is None else taken if value.checked else found)
            painter.drawPath(path)
        for code in self._values:
            edge = QPen(look.colour("jade"), 3 if code == self._here and self.hasFocus() else 1.0)
            edge.setCosmetic(True)
            painter.setPen(edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outlines()[code])
        painter.resetTransform()
        self._numbers(painter, view)

    def _numbers(self, painter: QPainter, view: QTransform) -> None:
        look = self._look
        size = look.px(23)
        if view.m11() >= NAMES_FROM:
            self._names(painter, size)
        for code, spot in self.spots().items():
            value = self._values[code]
            home = view.map(_centre(code))
            painter.setPen(QPen(look.colour("jade"), 1))
            if _distance(home, spot) > size / 2:
                painter.drawLine(home, spot)
            here = code == self._here and self.hasFocus()
            box = QRectF(spot.x() - size / 2, spot.y() - size / 2, size, size)
            painter.setPen(QPen(look.colour("ink" if here else "jade"), 3 if here else 1.5))
            painter.setBrush(look.colour("jade" if value.checked else "surface"))
            painter.drawEllipse(box)
            painter.setFont(look.font(13, bold=True))
            painter.setPen(look.colour("on_jade" if value.checked else "jade"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value.count))

    def _names(self, painter: QPainter, size: float) -> None:
        """Names beside their numbers, where they cover neither a number nor another name."""
        font = self._look.font(12.5)
        metrics = QFontMetricsF(font)
        taken = {
            code: QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
            for code, at in self.spots().items()
        }
        ground = self._look.colour("surface")
        ground.setAlpha(215)
        painter.setFont(font)
        for code, spot in self.spots().items():
            name = self._values[code].label
            wide, tall = metrics.horizontalAdvance(name) + 8, metrics.height() + 2
            beside = size / 2 + 3
            for corner in (
                QPointF(-wide / 2, beside),
                QPointF(beside, -tall / 2),
                QPointF(-wide / 2, -beside - tall),
                QPointF(-beside - wide, -tall / 2),
            ):
                box = QRectF(spot + corner, QSizeF(wide, tall))
                if self.rect().contains(box.toRect()) and not any(
                    box.intersects(other) for other in taken.values()
                ):
                    taken[f"name of {code}"] = box
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(ground)
                    painter.drawRoundedRect(box, 4, 4)
                    painter.setPen(self._look.colour("ink"))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
                    break

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
        way = {
            Qt.Key.Key_Right: QPointF(1, 0), Qt.Key.Key_Left: QPointF(-1, 0),
            Qt.Key.Key_Down: QPointF(0, 1), Qt.Key.Key_Up: QPointF(0, -1),
        }.get(Qt.Key(event.key()))  # fmt: skip
        if way is not None:
            self._walk(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._here:
            self.chosen.emit(self._here)
        else:
            super().keyPressEvent(event)

    def _walk(self, way: QPointF) -> None:
        """To the nearest number that way; what lies straight ahead counts as nearer."""
        spots = self.spots()
        if self._here not in spots:
            self._here = next(iter(spots), "")
        elif ahead := _ahead(spots, self._here, way):
            self._here = ahead
        value = self._values.get(self._here)
        if value is not None:
            self.setAccessibleDescription(f"{value.label}: {value.count}")
        self.update()


class MapView(Retranslated, QWidget):
    """The map, its table, and what must be said of its borders."""

    chosen = Signal(str)  # ISO code

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.world = World(look)
        self.world.chosen.connect(self.chosen)
        self.regions = Segments(tuple(REGIONS))
        self.regions.set_current("central")
        self.regions.chosen.connect(self.show_region)
        self.list = counted_tree("mapTable")
        self.list.setRootIsDecorated(False)
        self.list.itemActivated.connect(self._tell)
        self.list.itemClicked.connect(self._tell)
        self._outside = label("", "muted", wrap=True)
        self._remark = label("", "small")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.regions)
        head.addWidget(self._outside, 1)
        row = QHBoxLayout()
        row.addWidget(self.world, 1)
        row.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(row, 1)
        column.addWidget(self._remark)
        self.setFocusProxy(self.world)
        look.changed.connect(self._fit)
        self._fit()
        self.set_texts()

    def set_texts(self) -> None:
        self.regions.label("central", self.tr("Central America"))
        self.regions.label("latin", self.tr("Latin America"))
        self.regions.label("world", self.tr("The world"))
        self.regions.setAccessibleName(self.tr("Part of the world"))
        self.world.setAccessibleName(self.tr("Map of countries; the arrows walk, Enter filters"))
        self.list.setAccessibleName(self.tr("Countries and how many texts there are"))
        self._remark.setText(self.tr("Borders are not official. Natural Earth, public domain."))
        self._say_outside()

    def show_values(self, values: Sequence[FacetValue]) -> None:
        """The countries with their counts."""
        self.world.show_values(values)
        self.list.clear()
        for value in values:
            mark = "✓ " if value.checked else ""
            self.list.addTopLevelItem(
                counted_item(f"{mark}{value.label}", str(value.count), value.value)
            )
        self._say_outside()

    def show_region(self, region: str) -> None:
        """Show one of `REGIONS`."""
        self.regions.set_current(region)
        self.world.set_region(region)
        self._say_outside()

    def _say_outside(self) -> None:
        outside = self.world.outside()
        words = self.tr(
            "%n text(s) of other countries: see the table or a larger map.", "", outside
        )
        self._outside.setText(words if outside else "")

    def _tell(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, VALUE))

    def _fit(self) -> None:
        self.list.setFixedWidth(self._look.px(236))


def _ahead(spots: Mapping[str, QPointF], here: str, way: QPointF) -> str:
    """The code of the nearest spot in a direction, or ""."""
    best, least = "", float("inf")
    for code, spot in spots.items():
        step = spot - spots[here]
        along = step.x() * way.x() + step.y() * way.y()
        across = abs(step.x() * way.y()) + abs(step.y() * way.x())
        if code != here and along > 1 and along + 2 * across < least:
            best, least = code, along + 2 * across
    return best


def _spread(places: Mapping[str, QPointF], apart: float) -> dict[str, QPointF]:
    """Points pushed away from each other until they stand `apart`, or nearly so."""
    spots = {code: QPointF(at) for code, at in places.items()}
    codes = list(spots)
    for _ in range(SPREADS):
        moved = False
        for number, one in enumerate(codes):
            for other in codes[number + 1 :]:
                between = spots[other] - spots[one]
                far = max(0.1, _distance(spots[other], spots[one]))
                if far < apart:
                    push = between * ((apart - far) / far / 2)
                    if far < 0.2:
                        push = QPointF(apart / 2, 0)
                    spots[one] -= push
                    spots[other] += push
                    moved = True
        if not moved:
            break
    return spots


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
