"""Lays a text out as a QTextDocument: what stands above it, its sections, texts to read next,
its sources. The tree it is made from is sanitised; pictures are given as bytes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
)

from indexer import tree
from kb_app.look import FONT, READER_LINE
from kb_app.views.parts.hyphens import SOFT_HYPHEN, syllables
from kb_app.views.reader.formats import Formats
from kb_app.views.reader.page import (
    LINK,
    RELATED,
    SOURCE,
    SOURCES,
    Front,
    Heading,
    Page,
    PageStyle,
    Related,
    Run,
    SourceLine,
)

FACT_SHARES = (30, 70)  # per cent of the width: what a key fact is about, what is known
WIDE_COLUMNS = 2  # of more columns, each is so narrow that long words are parted


def build(
    document: tree.Document,
    front: Front,
    sources: tuple[SourceLine, ...],
    style: PageStyle,
    related: Related | None = None,
) -> Page:
    """Lay a text out. Nothing is loaded from anywhere: pictures are given as bytes."""
    builder = _Builder(document, style)
    builder.front(front)
    for section in document.sections:
        builder.section(section)
    if related and related.texts:
        builder.related(related)
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
        self.page = Page(shown, tree.canonical_text(document).text, style.px)
        self.style = style
        self.formats = Formats(style)
        self.cursor = QTextCursor(shown)
        self.cursor.beginEditBlock()
        self._fresh = True  # the block under the cursor is empty and may be used
        self._canon = 0
        self._indent = 0.0
        self._is_narrow = False

    # --- blocks -------------------------------------------------------------------------

    def front(self, front: Front) -> None:
        """Title, where and when, what it says in a sentence, what nobody measured, key facts."""
        self._block(top=0, bottom=0.35, line=1.2)
        self._say(front.title, self.formats.char(size=1.55, bold=True))
        for line in (front.meta, front.actors):
            if line:
                self._block(bottom=0.5, line=1.35)
                self._say(line, self.formats.char(size=0.82, colour="muted"))
        if front.remark:
            self._block(bottom=0.7)
            self._say(front.remark, self.formats.char(size=0.88, colour="gold_ink", bold=True))
        if front.summary:
            self._block(bottom=0.9)
            self._say(front.summary, self.formats.char(size=1.06))
        if front.not_measured:
            self._framed(self.formats.unmeasured(), lambda: self._not_measured(front))
        if front.facts:
            self._facts(front)

    def _facts(self, front: Front) -> None:
        """The key facts as a table; like the sources, no part of the canonical text."""
        self._block(top=1.1, bottom=0.5, line=1.25)
        self._say(front.facts_title, self.formats.char(size=1.06, bold=True))
        shape = self.formats.table()
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share) for share in FACT_SHARES]
        )
        around = self.cursor.currentFrame()
        made = self.cursor.insertTable(len(front.facts), len(FACT_SHARES), shape)
        for at, fact in enumerate(front.facts):
            self.cursor = made.cellAt(at, 0).firstCursorPosition()
            self._say(fact.label, self.formats.char(size=0.88, bold=True, colour="muted"))
            self.cursor = made.cellAt(at, 1).firstCursorPosition()
            self._say(fact.value, self.formats.char(size=0.92))
            for place, source in enumerate(fact.sources):
                self._mark(source, beside_another=place > 0)
        self._below(around)

    def _not_measured(self, front: Front) -> None:
        self._block(bottom=0.15)
        self._say(
            front.not_measured_title, self.formats.char(size=0.88, colour="gold_ink", bold=True)
        )
        hang = self.style.px * 0.65
        for line in front.not_measured:
            self._block(bottom=0.1, left=hang, hang=-hang)
            self._say(f"·\t{line}", self.formats.char(size=0.92))

    def section(self, section: tree.Section) -> None:
        """A section with its heading."""
        if section.title:
            title = tree.inline_text(section.title).replace("\n", " ").strip()
            self._heading(section.id, title, 2, section.title)
        self._blocks(section.blocks)

    def related(self, related: Related) -> None:
        """Titles that open; like the sources, no part of the canonical text."""
        self._block(top=1.8, bottom=0.5, line=1.25)
        self.page.headings.append(Heading(RELATED, related.title, 2, self.cursor.position()))
        self._say(related.title, self.formats.char(size=1.25, bold=True))
        for uid, title in related.texts:
            self._block(bottom=0.4, line=1.35)
            self._say(title, self.formats.char(size=0.95, colour="jade",
                                               href=f"{LINK}:batea:{uid}"))  # fmt: skip

    def sources(self, sources: tuple[SourceLine, ...]) -> None:
        """The list of sources; none of it is part of the canonical text."""
        if not sources:
            return
        self._block(top=1.8, bottom=0.5, line=1.25)
        title = f"{self.style.sources_title} · {len(sources)}"
        self.page.headings.append(Heading(SOURCES, title, 2, self.cursor.position()))
        self._say(self.style.sources_title, self.formats.char(size=1.25, bold=True))
        hang = self.style.px * 2.4
        for source in sources:
            self._block(bottom=0.45, left=hang, hang=-hang)
            self._say(f"{source.id}\t", self.formats.char(size=0.85, colour="jade", bold=True,
                                                   href=f"{SOURCE}:{source.id}"))  # fmt: skip
            self._say(source.text, self.formats.char(size=0.9))
            self._say(f"  {source.remark}", self.formats.char(size=0.82, colour="muted"))

    def _heading(
        self, heading_id: str, title: str, level: int, inlines: tuple[tree.Inline, ...]
    ) -> None:
        size = {2: 1.25, 3: 1.06}.get(level, 1.0)
        self._block(top=1.8 if level == 2 else 1.1, bottom=0.5, line=1.25, heading=level)
        self.page.headings.append(Heading(heading_id, title, level, self.cursor.position()))
        self._unit(inlines, self.formats.char(size=size, bold=True))

    def _blocks(self, blocks: tuple[tree.Block, ...]) -> None:
        for block in blocks:
            match block:
                case tree.Paragraph(children, number):
                    self._block()
                    self._number(number)
                    self._unit(children, self.formats.char())
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
                    self._line(text.replace("\n", " ").strip(), self.formats.char(size=0.9))
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
                self._unit(first[0].children, self.formats.char())
            else:
                self._unit((), self.formats.char())
                rest = item.blocks
            self._blocks(rest)
        self._indent -= 1

    def _table(self, table: tree.Table) -> None:
        rows = (table.header, *table.rows)
        columns = max(1, max((len(row.cells) for row in rows), default=1))
        shape = self.formats.table()
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
                    ground.setBackground(QBrush(self.formats.colour("raised")))
                    place.setFormat(ground)
                if column == 0:
                    self._number(row.number)
                self._is_narrow = columns > WIDE_COLUMNS
                self._inlines(cell, self.formats.char(size=0.92, bold=at == 0), canon)
                self._is_narrow = False
                canon += len(tree.inline_text(cell)) + len(" | ")
            self._canon += len(raw.strip()) + 1
        self._below(around)

    def _quoted(self, inner: tuple[tree.Block, ...]) -> None:
        before, self.formats.muted = self.formats.muted, True
        self._framed(self.formats.quoted(), lambda: self._blocks(inner))
        self.formats.muted = before

    def _admonition(self, block: tree.Admonition) -> None:
        if block.kind in self.style.hide_kinds:
            self._skip(block)
            return

        def inside() -> None:
            colour = "violet" if block.kind == "facilitator" else "jade"
            char = self.formats.char(size=0.88, bold=True, colour=colour)
            self._block(bottom=0.3)
            if block.title:
                self._line(block.title, char)
            else:
                self._say(self.style.admonition(block.kind), char)
            self._blocks(block.blocks)

        self._framed(self.formats.admonition(block.kind), inside)

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
        """Begin a block (see `Formats.block`)."""
        shape = self.formats.block(top, bottom, line, left, hang, heading)
        if self._fresh:
            self.cursor.setBlockFormat(shape)
            self._fresh = False
        else:
            self.cursor.insertBlock(shape, self.formats.char())

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
                    canon = self._run(text, self.formats.varied(char, ground="raised"), canon)
                case tree.Emphasis(children):
                    canon = self._inlines(children, self.formats.varied(char, italic=True), canon)
                case tree.Strong(children):
                    canon = self._inlines(children, self.formats.varied(char, bold=True), canon)
                case tree.Link(href, children):
                    inner = self.formats.varied(char, href=f"{LINK}:{href}", colour="jade")
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
            self._say("\u00a0", self.formats.char(raised=True))
        href = f"{SOURCE}:{source}"
        self._say(source, self.formats.char(bold=True, colour="jade", href=href, raised=True))

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
        return self._run(alt, self.formats.varied(char, italic=True), canon)

    def _run(self, text: str, char: QTextCharFormat, canon: int) -> int:
        shown = text.replace("\n", " ")
        pieces = syllables(shown) if self._is_narrow else (shown,)
        for at, piece in enumerate(pieces):
            if at:
                self.cursor.insertText(SOFT_HYPHEN, char)
            if piece:
                self.page.runs.append(Run(canon, self.cursor.position(), piece))
                self.cursor.insertText(piece, char)
                canon += len(piece)
        return canon

    def _say(self, text: str, char: QTextCharFormat) -> None:
        """Words that are no part of the canonical text."""
        self.cursor.insertText(text, char)
        self._fresh = False
