"""Painting words of which some are marked, wrapped to a width, cut at a number of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

Piece = tuple[str, bool]  # words, marked?


@dataclass(frozen=True)
class MarkStyle:
    """Ground and line of marked words, and the colour of all words."""

    ink: QColor
    ground: QColor
    line: QColor


class Wrapped:
    """Words laid out to a width: `height` in pixels, then `paint`."""

    def __init__(
        self, pieces: Sequence[Piece], font: QFont, width: float, lines: int = 99, gap: float = 1.25
    ) -> None:
        text = "".join(words for words, _hit in pieces).replace("\n", " ")
        self._pieces = pieces
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.height = 0.0
        self._cut = False
        self._layout.beginLayout()
        count = 0
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            if count == lines:
                self._cut = True
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height() * gap
            count += 1
        self._layout.endLayout()
        self._count = count

    def paint(self, painter: QPainter, at: QPointF, style: MarkStyle) -> None:
        """Paint at a place: grounds, words, lines below marked words."""
        position = 0
        for words, hit in self._pieces:
            if hit:
                self._mark(painter, at, style, position, position + len(words))
            position += len(words)
        painter.setPen(style.ink)
        for number in range(self._count):
            line = self._layout.lineAt(number)
            line.draw(painter, at)
        if self._cut and self._count:
            last = self._layout.lineAt(self._count - 1)
            painter.setFont(self._layout.font())
            painter.drawText(
                QPointF(at.x() + last.naturalTextWidth(), at.y() + last.y() + last.ascent()), "…"
            )

    def _mark(self, painter: QPainter, at: QPointF, style: MarkStyle, start: int, end: int) -> None:
        for number in range(self._count):
            line = self._layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left = line.cursorToX(first)
            right = line.cursorToX(last)
            left = left[0] if isinstance(left, tuple) else left
            right = right[0] if isinstance(right, tuple) else right
            box = QRectF(at.x() + left, at.y() + line.y(), right - left, line.height() + 1)
            painter.fillRect(box, style.ground)
            painter.setPen(QPen(style.line, 2))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
