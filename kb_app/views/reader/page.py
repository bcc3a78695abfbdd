"""A text as a QTextDocument, made from the sanitised tree, with the way back to its words.

Notes count code points of the canonical text; Qt counts UTF-16 units of what is shown, where
marks of sources and bullets stand between the words. `Page` knows both, run by run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from indexer import tree
from kb_app.look import FONT, READER_LINE, Tokens

SOURCE, LINK, CONCEPT = "source", "link", "concept"
FACT_SHARES = (30, 70)  # per cent of the width: what a key fact is about, what is known


@dataclass(frozen=True)
class Run:
    """Some words: where they stand in the canonical text and in the shown one."""

    canon: int
    doc: int
    text: str

    @property
    def canon_end(self) -> int:
        return self.canon + len(self.text)

    @property
    def doc_end(self) -> int:
        return self.doc + units(self.text)


@dataclass(frozen=True)
class Heading:
    """A heading of the contents: `id` of a section ("" below one), its level and place."""

    id: str
    title: str
    level: int
    doc: int


@dataclass
class Page:
    """What is shown of one text. `numbers` maps paragraph numbers to places.

    Places are asked for only once it is built: where runs begin is remembered then.
    """

    document: QTextDocument
    canonical: str
    runs: list[Run] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)

    @cached_property
    def _canons(self) -> list[int]:
        return [run.canon for run in self.runs]

    @cached_property
    def _docs(self) -> list[int]:
        return [run.doc for run in self.runs]

    def to_doc(self, position: int, end: bool = False) -> int:
        """The place of a code point of the canonical text; as an `end` it sticks to the
        words before it.
        """
        at = bisect_right(self._canons, position - (1 if end else 0)) - 1
        if at < 0:
            return self.runs[0].doc if self.runs else 0
        run = self.runs[at]
        if position > run.canon_end and not end and at + 1 < len(self.runs):
            return self.runs[at + 1].doc
        inside = max(0, min(position, run.canon_end) - run.canon)
        return run.doc + units(run.text[:inside])

    def to_canon(self, doc: int, end: bool = False) -> int:
        """The code point of the canonical text behind a place in the shown one."""
        at = bisect_right(self._docs, doc - (1 if end else 0)) - 1
        if at < 0:
            return 0
        run = self.runs[at]
        if doc >= run.doc_end:
            if end or at + 1 == len(self.runs):
                return run.canon_end
            return self.runs[at + 1].canon if doc > run.doc_end else run.canon_end
        return run.canon + code_points(run.text, doc - run.doc)


def units(text: str) -> int:
    """Length in UTF-16 code units, as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def code_points(text: str, count: int) -> int:
    """How many code points the first `count` UTF-16 units are."""
    if text.isascii() or units(text) == len(text):
        return min(count, len(text))
    return len(text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore"))


@dataclass(frozen=True)
class FactLine:
    """A key fact of a country: what it is about, what is known, the ids of its sources."""

    label: str
    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Front:
    """What stands above the text: words already chosen for the language of the text."""

    title: str
    meta: str
    summary: str
    not_measured_title: str = ""
    not_measured: tuple[str, ...] = ()
    remark: str = ""
    facts_title: str = ""
    facts: tuple[FactLine, ...] = ()


@dataclass(frozen=True)
class SourceLine:
    """A source below the text: its mark, its words, and a remark (kind, checked or not)."""

    id: str
    text: str
    remark: str


@dataclass(frozen=True)
class PageStyle:
    """Colours, size of the text in pixels, words of marked blocks, and the pictures."""

    tokens: Tokens
    px: float
    admonition: Callable[[str], str]
    sources_title: str = ""
    images: Mapping[str, bytes] = field(default_factory=dict)
    hide_kinds: frozenset[str] = frozenset()


def build(
    document: tree.Document,
    front: Front,
    sources: tuple[SourceLine, ...],
    style: PageStyle,
) -> Page:
    """Lay a text out. Nothing is loaded from anywhere: pictures are given as bytes."""
    builder = _Builder(document, style)
    builder.front(front)
    for section in document.sections:
        builder.section(section)
    builder.sources(sources)
    builder.cursor.endEditBlock()
    return builder.page


class _Builder:
    def __init__(self, document: tree.Document, style: PageStyle) -> None:
        shown = QTextDocument()
        shown.setUndoRedoEnabled(False)
        shown.setDocumentMargin(0)
        font = QFont(FONT)
        font.setPixelSize(round(style.px))
        shown.setDefaultFont(font)
        self.page = Page(shown, tree.canonical_text(document).text)
        self.style = style
        self.cursor = QTextCursor(shown)
        self.cursor.beginEditBlock()
        self._fresh = True  # the block under the cursor is empty and may be used
        self._canon = 0
        self._indent = 0.0
        self._muted = False

    # --- blocks -------------------------------------------------------------------------

    def front(self, front: Front) -> None:
        """Title, where and when, what it says in a sentence, what nobody measured, key facts."""
        px = self.style.px
        self._block(top=0, bottom=0.35, line=1.2)
        self._say(front.title, self._char(size=1.55, bold=True))
        self._block(bottom=0.7)
        self._say(front.meta, self._char(size=0.82, colour="muted"))
        if front.remark:
            self._block(bottom=0.7)
            self._say(front.remark, self._char(size=0.88, colour="gold_ink", bold=True))
        if front.summary:
            self._block(bottom=0.9)
            self._say(front.summary, self._char(size=1.06))
        if front.not_measured:
            frame = QTextFrameFormat()
            frame.setBackground(QBrush(self._colour("gold_soft")))
            frame.setPadding(px * 0.7)
            frame.setTopMargin(px * 0.4)
            frame.setBottomMargin(px * 1.2)  # what follows has no top margin of its own
            self._framed(frame, lambda: self._not_measured(front))
        if front.facts:
            self._facts(front)

    def _facts(self, front: Front) -> None:
        """The key facts as a table; like the sources, no part of the canonical text."""
        self._block(top=1.1, bottom=0.5, line=1.25)
        self._say(front.facts_title, self._char(size=1.06, bold=True))
        shape = self._table_shape()
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share) for share in FACT_SHARES]
        )
        around = self.cursor.currentFrame()
        made = self.cursor.insertTable(len(front.facts), len(FACT_SHARES), shape)
        for at, fact in enumerate(front.facts):
            self.cursor = made.cellAt(at, 0).firstCursorPosition()
            self._say(fact.label, self._char(size=0.88, bold=True, colour="muted"))
            self.cursor = made.cellAt(at, 1).firstCursorPosition()
            self._say(fact.value, self._char(size=0.92))
            for place, source in enumerate(fact.sources):
                self._mark(source, beside_another=place > 0)
        self._below(around)

    def _not_measured(self, front: Front) -> None:
        self._block(bottom=0.15)
        self._say(front.not_measured_title, self._char(size=0.88, colour="gold_ink", bold=True))
        for line in front.not_measured:
            self._block(bottom=0.1)
            self._say(f"· {line}", self._char(size=0.92))

    def section(self, section: tree.Section) -> None:
        """A section with its heading."""
        if section.title:
            title = tree.inline_text(section.title).replace("\n", " ").strip()
            self._heading(section.id, title, 2, section.title)
        self._blocks(section.blocks)

    def sources(self, sources: tuple[SourceLine, ...]) -> None:
        """The list of sources; none of it is part of the canonical text."""
        if not sources:
            return
        self._block(top=1.8, bottom=0.5, line=1.25)
        title = f"{self.style.sources_title} · {len(sources)}"
        self.page.headings.append(Heading("sources", title, 2, self.cursor.position()))
        self._say(self.style.sources_title, self._char(size=1.25, bold=True))
        for source in sources:
            self._block(bottom=0.45, left=self.style.px * 2.2, hang=-self.style.px * 2.2)
            self._say(f"{source.id}  ", self._char(size=0.85, colour="jade", bold=True,
                                                   href=f"{SOURCE}:{source.id}"))  # fmt: skip
            self._say(source.text, self._char(size=0.9))
            self._say(f"  {source.remark}", self._char(size=0.82, colour="muted"))

    def _heading(
        self, heading_id: str, title: str, level: int, inlines: tuple[tree.Inline, ...]
    ) -> None:
        size = {2: 1.25, 3: 1.06}.get(level, 1.0)
        self._block(top=1.8 if level == 2 else 1.1, bottom=0.5, line=1.25, heading=level)
        self.page.headings.append(Heading(heading_id, title, level, self.cursor.position()))
        self._unit(inlines, self._char(size=size, bold=True))

    def _blocks(self, blocks: tuple[tree.Block, ...]) -> None:
        for block in blocks:
            match block:
                case tree.Paragraph(children, number):
                    self._block()
                    self._number(number)
                    self._unit(children, self._char())
                case tree.Heading(level, children, heading_id):
                    title = tree.inline_text(children).replace("\n", " ").strip()
                    self._heading(heading_id, title, level, children)
                case tree.ListBlock():
                    self._list(block)
                case tree.Table():
                    self._table(block)
                case tree.Quote(inner):
                    self._quoted(inner)
                case tree.Admonition():
                    self._admonition(block)
                case tree.CodeBlock(text):
                    self._block()
                    self._line(text.replace("\n", " ").strip(), self._char(size=0.9))
                case tree.Rule():
                    self._block(bottom=0.2)

    def _list(self, block: tree.ListBlock) -> None:
        self._indent += 1
        made = None
        for item in block.items:
            first, rest = item.blocks[:1], item.blocks[1:]
            self._block(bottom=0.3)
            if made is None:
                shape = QTextListFormat()
                ordered = QTextListFormat.Style.ListDecimal
                shape.setStyle(ordered if block.ordered else QTextListFormat.Style.ListDisc)
                shape.setIndent(round(self._indent))
                if block.ordered:
                    shape.setStart(block.start)
                made = self.cursor.createList(shape)
            else:
                made.add(self.cursor.block())
            if item.checked is not None:
                mark = QTextBlockFormat.MarkerType
                shown = self.cursor.blockFormat()
                shown.setMarker(mark.Checked if item.checked else mark.Unchecked)
                self.cursor.setBlockFormat(shown)
            self._number(item.number)
            if first and isinstance(first[0], tree.Paragraph):
                self._unit(first[0].children, self._char())
            else:
                self._unit((), self._char())
                rest = item.blocks
            self._blocks(rest)
        self._indent -= 1

    def _table(self, table: tree.Table) -> None:
        rows = (table.header, *table.rows)
        columns = max(1, max((len(row.cells) for row in rows), default=1))
        shape = self._table_shape()
        shape.setHeaderRowCount(1)
        around = self.cursor.currentFrame()
        made = self.cursor.insertTable(len(rows), columns, shape)
        for at, row in enumerate(rows):
            raw = tree.row_text(row).replace("\n", " ")
            canon = self._canon - (len(raw) - len(raw.lstrip()))
            for column, cell in enumerate(row.cells):
                place = made.cellAt(at, column)
                self.cursor = place.firstCursorPosition()
                if at == 0:
                    ground = place.format().toTableCellFormat()
                    ground.setBackground(QBrush(self._colour("raised")))
                    place.setFormat(ground)
                if column == 0:
                    self._number(row.number)
                self._inlines(cell, self._char(size=0.92, bold=at == 0), canon)
                canon += len(tree.inline_text(cell)) + len(" | ")
            self._canon += len(raw.strip()) + 1
        self._below(around)

    def _table_shape(self) -> QTextTableFormat:
        shape = QTextTableFormat()
        shape.setBorderCollapse(True)
        shape.setBorder(1)
        shape.setBorderBrush(QBrush(self._colour("line")))
        shape.setCellPadding(self.style.px * 0.35)
        shape.setCellSpacing(0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shape.setBottomMargin(self.style.px * 0.8)
        return shape

    def _quoted(self, inner: tuple[tree.Block, ...]) -> None:
        frame = QTextFrameFormat()
        frame.setLeftMargin(self.style.px)
        frame.setPadding(2)
        before, self._muted = self._muted, True
        self._framed(frame, lambda: self._blocks(inner))
        self._muted = before

    def _admonition(self, block: tree.Admonition) -> None:
        if block.kind in self.style.hide_kinds:
            self._skip(block)
            return
        frame = QTextFrameFormat()
        ground = "violet_soft" if block.kind == "facilitator" else "jade_soft"
        frame.setBackground(QBrush(self._colour(ground)))
        frame.setPadding(self.style.px * 0.7)
        frame.setBottomMargin(self.style.px * 0.6)

        def inside() -> None:
            colour = "violet" if block.kind == "facilitator" else "jade"
            char = self._char(size=0.88, bold=True, colour=colour)
            self._block(bottom=0.3)
            if block.title:
                self._line(block.title, char)
            else:
                self._say(self.style.admonition(block.kind), char)
            self._blocks(block.blocks)

        self._framed(frame, inside)

    def _skip(self, block: tree.Admonition) -> None:
        for unit in tree.units(tree.Document((tree.Section("", (), (block,)),))):
            self._canon += len(unit.text) + 1

    def _framed(self, frame: QTextFrameFormat, inside: Callable[[], None]) -> None:
        around = self.cursor.currentFrame()
        made = self.cursor.insertFrame(frame)
        self.cursor = made.firstCursorPosition()
        self._fresh = True
        inside()
        self._below(around)

    def _below(self, around: QTextFrame) -> None:
        """Go on below a frame or table, in the empty block that Qt leaves there.

        `around` is what it was put into: inside an edit block Qt does not know it yet.
        """
        self.cursor = around.lastCursorPosition()
        self._fresh = True
        thin = QTextBlockFormat()
        thin.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.cursor.setBlockFormat(thin)

    def _block(
        self,
        top: float = 0.0,
        bottom: float = 0.7,
        line: float = READER_LINE,
        left: float = 0.0,
        hang: float = 0.0,
        heading: int = 0,
    ) -> None:
        """A new block; margins in parts of the size of the text."""
        shape = QTextBlockFormat()
        shape.setTopMargin(top * self.style.px)
        shape.setBottomMargin(bottom * self.style.px)
        shape.setLeftMargin(left)
        shape.setTextIndent(hang)
        shape.setHeadingLevel(heading)
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        shape.setLineHeight(round(line * 100 / 1.2), kind.value)
        if self._fresh:
            self.cursor.setBlockFormat(shape)
            self._fresh = False
        else:
            self.cursor.insertBlock(shape, self._char())

    # --- words --------------------------------------------------------------------------

    def _number(self, number: int | None) -> None:
        if number is not None:
            self.page.numbers[number] = self.cursor.position()

    def _unit(self, inlines: tuple[tree.Inline, ...], char: QTextCharFormat) -> None:
        """One line of the canonical text."""
        raw = tree.inline_text(inlines).replace("\n", " ")
        stripped = raw.lstrip()
        self._inlines(inlines, char, self._canon - (len(raw) - len(stripped)))
        self._canon += len(stripped.rstrip()) + 1

    def _line(self, text: str, char: QTextCharFormat) -> None:
        self._run(text, char, self._canon)
        self._canon += len(text) + 1

    def _inlines(self, inlines: tuple[tree.Inline, ...], char: QTextCharFormat, canon: int) -> int:
        before: tree.Inline | None = None
        for node in inlines:
            match node:
                case tree.Text(text):
                    canon = self._run(text, char, canon)
                case tree.Code(text):
                    canon = self._run(text, self._with(char, ground="raised"), canon)
                case tree.Emphasis(children):
                    canon = self._inlines(children, self._with(char, italic=True), canon)
                case tree.Strong(children):
                    canon = self._inlines(children, self._with(char, bold=True), canon)
                case tree.Link(href, children):
                    inner = self._with(char, href=f"{LINK}:{href}", colour="jade")
                    canon = self._inlines(children, inner, canon)
                case tree.Image(name, alt):
                    canon = self._image(name, alt, char, canon)
                case tree.Cite(source):
                    self._mark(source, beside_another=isinstance(before, tree.Cite))
                case tree.LineBreak():
                    canon = self._run("\u2028", char, canon)
            before = node
        return canon

    def _mark(self, source: str, beside_another: bool) -> None:
        """The mark of a source; a small space keeps it off the one before."""
        if beside_another:
            self._say("\u00a0", self._char(raised=True))
        href = f"{SOURCE}:{source}"
        self._say(source, self._char(bold=True, colour="jade", href=href, raised=True))

    def _image(self, name: str, alt: str, char: QTextCharFormat, canon: int) -> int:
        data = self.style.images.get(name)
        picture = QImage.fromData(QByteArray(data)) if data else QImage()
        if not picture.isNull():
            widest = round(self.style.px * 34)
            if picture.width() > widest:
                picture = picture.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)
            url = QUrl(f"batea-media:{name}")
            kind = QTextDocument.ResourceType.ImageResource
            self.page.document.addResource(kind.value, url, picture)
            self.cursor.insertImage(url.toString())
            self._say("\u2028", char)
        return self._run(alt, self._with(char, italic=True), canon)

    def _run(self, text: str, char: QTextCharFormat, canon: int) -> int:
        shown = text.replace("\n", " ")
        if shown:
            self.page.runs.append(Run(canon, self.cursor.position(), shown))
            self.cursor.insertText(shown, char)
        return canon + len(shown)

    def _say(self, text: str, char: QTextCharFormat) -> None:
        """Words that are no part of the canonical text."""
        self.cursor.insertText(text, char)
        self._fresh = False

    # --- formats ------------------------------------------------------------------------

    def _colour(self, token: str) -> QColor:
        return QColor(getattr(self.style.tokens, token))

    def _char(
        self,
        size: float = 1.0,
        bold: bool = False,
        colour: str = "",
        href: str = "",
        raised: bool = False,
    ) -> QTextCharFormat:
        char = QTextCharFormat()
        char.setFontFamilies([FONT])
        char.setProperty(QTextFormat.Property.FontPixelSize, round(self.style.px * size))
        ink = colour or ("muted" if self._muted else "ink")
        char.setForeground(QBrush(self._colour(ink)))
        if bold:
            char.setFontWeight(QFont.Weight.Bold)
        if raised:
            char.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            char.setProperty(QTextFormat.Property.FontPixelSize, round(self.style.px * 0.95))
        if href:
            char.setAnchor(True)
            char.setAnchorHref(href)
        return char

    def _with(
        self,
        char: QTextCharFormat,
        bold: bool = False,
        italic: bool = False,
        href: str = "",
        colour: str = "",
        ground: str = "",
    ) -> QTextCharFormat:
        made = QTextCharFormat(char)
        if bold:
            made.setFontWeight(QFont.Weight.Bold)
        if italic:
            made.setFontItalic(True)
        if href:
            made.setAnchor(True)
            made.setAnchorHref(href)
        if colour:
            made.setForeground(QBrush(self._colour(colour)))
        if ground:
            made.setBackground(QBrush(self._colour(ground)))
        return made
