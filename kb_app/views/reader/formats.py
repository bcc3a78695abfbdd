"""The formats of a page: words, blocks, tables and frames in the look of a `PageStyle`."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from kb_app.look import FONT, READER_LINE
from kb_app.views.reader.page import PageStyle

TABLE_SHARE = 99.5  # per cent of the width: at 100 the columns, rounded up, are a pixel too wide


class Formats:
    """`muted`: words are written in the quieter ink until it is taken back."""

    def __init__(self, style: PageStyle) -> None:
        self._style = style
        self._px = style.px
        self.muted = False

    def block(
        self,
        top: float = 0.0,
        bottom: float = 0.7,
        line: float = READER_LINE,
        left: float = 0.0,
        hang: float = 0.0,
        heading: int = 0,
    ) -> QTextBlockFormat:
        """A block; margins in parts of the size of the text, `left` and `hang` in pixels."""
        shape = QTextBlockFormat()
        shape.setTopMargin(top * self._px)
        shape.setBottomMargin(bottom * self._px)
        shape.setLeftMargin(left)
        shape.setTextIndent(hang)
        if hang:
            shape.setTabPositions([QTextOption.Tab(left, QTextOption.TabType.LeftTab)])
        shape.setHeadingLevel(heading)
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        shape.setLineHeight(round(line * 100 / 1.2), kind.value)
        return shape

    def table(self) -> QTextTableFormat:
        """A table as wide as the text."""
        shape = QTextTableFormat()
        shape.setBorderCollapse(True)
        shape.setBorder(1)
        shape.setBorderBrush(QBrush(self.colour("line")))
        shape.setCellPadding(self._px * 0.35)
        shape.setCellSpacing(0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, TABLE_SHARE))
        shape.setBottomMargin(self._px * 0.8)
        return shape

    def unmeasured(self) -> QTextFrameFormat:
        """The frame of what nobody measured."""
        frame = QTextFrameFormat()
        frame.setBackground(QBrush(self.colour("gold_soft")))
        frame.setPadding(self._px * 0.7)
        frame.setTopMargin(self._px * 0.4)
        frame.setBottomMargin(self._px * 1.2)  # what follows has no top margin of its own
        return frame

    def quoted(self) -> QTextFrameFormat:
        """The frame of a quotation."""
        frame = QTextFrameFormat()
        frame.setLeftMargin(self._px)
        frame.setPadding(2)
        return frame

    def admonition(self, kind: str) -> QTextFrameFormat:
        """The frame of a marked block."""
        frame = QTextFrameFormat()
        ground = "violet_soft" if kind == "facilitator" else "jade_soft"
        frame.setBackground(QBrush(self.colour(ground)))
        frame.setPadding(self._px * 0.7)
        frame.setBottomMargin(self._px * 0.6)
        return frame

    def colour(self, token: str) -> QColor:
        """A colour of the look."""
        return QColor(getattr(self._style.tokens, token))

    def char(
        self,
        size: float = 1.0,
        bold: bool = False,
        colour: str = "",
        href: str = "",
        raised: bool = False,
    ) -> QTextCharFormat:
        """Words: size in parts of the size of the text, colour a token of the look."""
        char = QTextCharFormat()
        char.setFontFamilies([FONT])
        char.setProperty(QTextFormat.Property.FontPixelSize, round(self._px * size))
        ink = colour or ("muted" if self.muted else "ink")
        char.setForeground(QBrush(self.colour(ink)))
        if bold:
            char.setFontWeight(QFont.Weight.Bold)
        if raised:
            char.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            char.setProperty(QTextFormat.Property.FontPixelSize, round(self._px * 0.95))
        if href:
            char.setAnchor(True)
            char.setAnchorHref(href)
        return char

    def varied(
        self,
        char: QTextCharFormat,
        bold: bool = False,
        italic: bool = False,
        href: str = "",
        colour: str = "",
        ground: str = "",
    ) -> QTextCharFormat:
        """The same words, changed in some respects."""
        made = QTextCharFormat(char)
        if bold:
            made.setFontWeight(QFont.Weight.Bold)
        if italic:
            made.setFontItalic(True)
        if href:
            made.setAnchor(True)
            made.setAnchorHref(href)
        if colour:
            made.setForeground(QBrush(self.colour(colour)))
        if ground:
            made.setBackground(QBrush(self.colour(ground)))
        return made
