"""One result laid out: title, where, passage with its words marked, tags and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kb_app.look import EVIDENCE_COLOUR
from kb_app.views.explore.rows import Row
from kb_app.views.look import Look
from kb_app.views.parts.richpaint import MarkStyle, Wrapped

PAD = 13
CARD_TOPICS = 2  # all cards are of one size: what every result has must find room


class Faces:
    """The fonts, colours and sizes of results, in one theme and one size of text."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.title = look.font(16, bold=True)
        self.where = look.font(12.5)
        self.passage = look.font(14)
        self.tag = look.font(12)
        self.evidence = look.font(12, bold=True)
        self.pad = look.px(PAD)
        gold, ground = look.colour("gold"), look.colour("gold_soft")
        self.loud = MarkStyle(look.colour("ink"), ground, gold)
        self.quiet = MarkStyle(look.colour("muted"), ground, gold)
        self._metrics = {bold: QFontMetricsF(self.face(bold)) for bold in (False, True)}
        self.tag_width = lru_cache(maxsize=256)(self._tag_width)

    def face(self, bold: bool) -> QFont:
        """The font of a tag."""
        return self.evidence if bold else self.tag

    def _tag_width(self, text: str, bold: bool) -> float:
        return self._metrics[bold].horizontalAdvance(text) + self.look.px(18)


class ResultLayout:
    """A result at a width: `height` in pixels, then `paint`."""

    def __init__(self, row: Row, width: int, faces: Faces, card: bool) -> None:
        self._faces = faces
        pad = faces.pad
        self._left = pad + 1
        room = width - 2 * pad - 2
        top = float(pad - 1)
        lines = (3, 1, 2) if card else (2, 1, 2)
        topics = row.tags[:CARD_TOPICS] if card else row.tags
        where = ((" · ".join(part for part in (row.meta, row.place) if part), False),)
        self._words: list[tuple[Wrapped, float, MarkStyle]] = []
        for pieces, font, style, most, gap in (
            (row.title, faces.title, faces.loud, lines[0], 2),
            (where, faces.where, faces.quiet, lines[1], 5),
            (row.snippet, faces.passage, faces.loud, lines[2], 6),
        ):
            if any(words for words, _hit in pieces):
                wrapped = Wrapped(pieces, font, room, most, 1.18)
                self._words.append((wrapped, top, style))
                top += wrapped.height + gap
        self._tags: list[tuple[QRectF, str, QColor, str, bool]] = []
        self.height = round(self._lay_tags(row, topics, top, room) + pad)

    def _lay_tags(self, row: Row, topics: Sequence[str], top: float, room: float) -> float:
        faces, look = self._faces, self._faces.look
        high = look.px(20)
        tags = [(topic, "ink", "", False) for topic in topics]
        if row.evidence:
            colour = EVIDENCE_COLOUR.get(row.evidence, "muted")
            ground = {"jade": "jade_soft", "gold_ink": "gold_soft"}.get(colour, "raised")
            tags.append((row.evidence_label, colour, ground, True))
        tags += [(badge, "ink", "", False) for badge in row.badges]
        if not tags:
            return top
        x = 0.0
        for text, colour, ground, bold in tags:
            wide = faces.tag_width(text, bold)
            if x > 0 and x + wide > room:
                x, top = 0.0, top + high + 5
            box = QRectF(self._left + x, top, wide, high)
            self._tags.append((box, text, look.colour(colour), ground, bold))
            x += wide + 6
        return top + high + 2

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint at the upper left corner."""
        for wrapped, top, style in self._words:
            wrapped.paint(painter, at + QPointF(self._left, top), style)
        look = self._faces.look
        for place, text, colour, ground, bold in self._tags:
            box = place.translated(at)
            if ground:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour(ground))
                painter.drawRoundedRect(box, 4, 4)
            else:
                painter.setPen(look.colour("line"))
                painter.setBrush(look.colour("surface"))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            painter.setPen(colour)
            painter.setFont(self._faces.face(bold))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
