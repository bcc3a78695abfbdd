"""Word: styles that an official can restyle, native footnotes, notes as native comments.

python-docx carries the package, the pictures and the comments; the text is written as
WordprocessingML (ECMA-376 part 1) in one go, because an object for each run is slow. It is
imported when first used: the window must not wait.
"""

from __future__ import annotations

import importlib
import io

from indexer import tree
from kb_app.export.byhand import (
    ROW_CENTIMETRES,
    empty_columns,
    is_writing_line,
    kept_together,
)
from kb_app.export.errors import ExportFailed
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import (
    admonition,
    citation,
    facts_of,
    long_date,
    note_reference,
    phrase,
    reference,
    running,
)  # fmt: skip
from kb_app.export.pictures import Picture
from kb_app.export.signs import printable
from kb_app.export.steps import Steps
from kb_app.export.tables import bands, is_short, padded, shares, signs_a_row, width_of
from kb_app.export.wordbase import (
    BULLET_LIST,
    FIRST_ORDERED_LIST,
    LANGUAGES,
    TEXT_WIDTH_TWIPS,
    R,
    W,
    base,
    ordered_list,
    twips,
)  # fmt: skip
from kb_app.export.wordnotes import Footnotes, Marks, comment_marks
from kb_app.export.wordruns import (
    AFTER_TABLE,
    NUMBER,
    NUMBER_TAB,
    RULED,
    TIGHT,
    in_list,
    paragraph,
    run,
    with_look,
)  # fmt: skip
from kb_app.export.zips import made_on, steady
from kb_app.notes.export import purpose_label
from kb_app.notes.model import Note

MOST_COLUMNS = 8
CONTENTS_FROM = 10
TEXT_CENTIMETRES = 16.2
WIDEST_CENTIMETRES, TALLEST_CENTIMETRES, PRINT_DOTS = 15.5, 18.0, 150
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def word_steps(material: Material) -> Steps[bytes]:
    """The finished .docx, in steps. Raises ExportFailed."""
    try:
        writer = _Document(material)
        writer.cover()
        for done, piece in enumerate(material.pieces, start=1):
            writer.piece(piece)
            yield done, len(material.pieces)
        return writer.finish()
    except (ValueError, KeyError) as error:
        raise ExportFailed("Word", str(error)) from error


class _Document:
    """Builds the body as text and the parts that hang on it."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._lang = material.lang
        self._oxml = importlib.import_module("docx.oxml")
        self._shared = importlib.import_module("docx.shared")
        self._document = importlib.import_module("docx").Document(io.BytesIO(base(material.lang)))
        self._out: list[str] = []
        self._footnotes = Footnotes()
        self._headings: list[tuple[int, str, str]] = []
        self._ordered = FIRST_ORDERED_LIST
        self._pictures = 0
        self._links: dict[str, str] = {}
        self._piece: Piece = material.pieces[0]
        self._waiting: list[Note] = []

    # --- the frame ------------------------------------------------------------------

    def cover(self) -> None:
        material, credits, lang = self._material, self._material.credits, self._lang
        lines = [credits.agency, long_date(credits.date, lang)]
        logo = ""
        if credits.logo:
            tall = 1.3 if material.brief else 2.4
            logo = self._drawing(credits.logo, credits.agency or material.title, tall)
        if material.brief:
            words = run(" · ".join(line for line in lines if line))
            self._out.append(paragraph("Subtitle", logo + run("   ") * bool(logo) + words))
            return
        self._out.append(paragraph("Normal", logo, '<w:spacing w:before="2400" w:after="400"/>'))
        self._out.append(paragraph("Title", run(material.title)))
        version = "participant" if material.audience == "participant" else "facilitator-version"
        for words in (*lines, phrase(version, lang), phrase("made-with", lang)):
            if words:
                self._out.append(paragraph("Subtitle", run(words)))
        self._out.append("{contents}")

    def finish(self) -> bytes:
        """The bytes of the file."""
        document = self._document
        properties = document.core_properties
        properties.title = self._material.title
        properties.language = LANGUAGES[self._lang]
        properties.author = self._material.credits.agency or "Batea"
        properties.last_modified_by = properties.author
        properties.comments = ""
        properties.created = properties.modified = made_on(self._material.credits.date)
        self._running_heads()
        body = document.element.body
        xml = "".join(self._out).replace("{contents}", self._contents())
        names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        parsed = self._oxml.parse_xml(f'<w:body xmlns:w="{W}" xmlns:r="{R}" {names}>{xml}</w:body>')
        for position, element in enumerate(list(parsed)):
            body.insert(position, element)
        self._footnotes.attach(document.part)
        out = io.BytesIO()
        document.save(out)
        return steady(out.getvalue())

    def _running_heads(self) -> None:
        section = self._document.sections[0]
        centimetres = self._shared.Cm
        section.left_margin, section.right_margin = centimetres(3), centimetres(2.4)
        section.top_margin = section.bottom_margin = centimetres(2.4)
        brief = self._material.brief
        section.different_first_page_header_footer = not brief
        if not brief:
            head = section.header.paragraphs[0]
            words = (running(self._material.title), running(self._material.credits.agency))
            head.text = "\t".join(printable(part) for part in words)
        foot = section.footer.paragraphs[0]
        field = f'<w:fldSimple xmlns:w="{W}" w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        for xml in (f'<w:r xmlns:w="{W}"><w:tab/></w:r>', field):
            foot._p.append(self._oxml.parse_xml(xml))

    def _contents(self) -> str:
        """A contents field that is filled already: each heading, one click away. Word writes
        the page numbers when it updates the field (F9, or before printing).
        """
        page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        top = sum(1 for level, _, _ in self._headings if level == 1)
        sections = sum(1 for level, _, _ in self._headings if level == 2)
        if top < 2 and sections <= CONTENTS_FROM:
            return page
        deepest = 2 if top <= 4 else 1
        rows = [row for row in self._headings if row[0] <= deepest]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            f' TOC \\o "1-{deepest}" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        out = [page, paragraph("TOCHeading", run(phrase("contents", self._lang)))]
        for position, (level, words, mark) in enumerate(rows):
            link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{run(words)}</w:hyperlink>'
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * (position == len(rows) - 1)
            out.append(paragraph(f"TOC{level}", begin * (position == 0) + link + end))
        return "".join((*out, page))

    def _heading(self, level: int, runs: str, words: str, extra: str = "") -> None:
        mark = f"_Toc{len(self._headings) + 1:06}"
        self._headings.append((level, words, mark))
        number = 10_000 + len(self._headings)
        runs = (
            f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{runs}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )
        self._out.append(paragraph(f"Heading{level}", runs, extra))

    # --- one piece ------------------------------------------------------------------

    def piece(self, piece: Piece) -> None:
        """Add a text with its notes and sources."""
        self._piece = piece
        front, lang = piece.edition.front, piece.edition.lang
        self._waiting = list(piece.notes) if self._material.comments else []
        later = piece is not self._material.pieces[0] and not self._material.brief
        self._heading(1, self._words(front.title), front.title, "<w:pageBreakBefore/>" * later)
        cite_as = citation(piece.edition)
        if front.summary:
            # LibreOffice (7.4) mixes footnotes up when a comment comes before the second one:
            # so the text begins with two, how to cite it and whose the comments are.
            first = (
                self._footnotes.add(f"{phrase('cite-as', lang)}: {cite_as}")
                + run(",\N{NO-BREAK SPACE}", "", "FootnoteReference")
                + self._footnotes.add(phrase("margin-notes", lang))
                if self._waiting and cite_as
                else ""
            )
            self._out.append(paragraph("BateaSummary", self._words(front.summary) + first))
        for label, value in facts_of(piece.edition):
            runs = self._words(f"{label}: ", "<w:b/><w:bCs/>") + self._words(value)
            self._out.append(paragraph("BateaFacts", runs))
        if front.not_measured:
            runs = self._words(phrase("unmeasured", lang), "<w:b/><w:bCs/>")
            self._out.append(paragraph("BateaUnmeasured", runs, "<w:keepNext/>"))
            for row in front.not_measured:
                self._out.append(paragraph("BateaUnmeasured", self._words(f"• {row}")))
        for section in piece.document.sections:
            if section.title:
                self._heading(2, self._inlines(section.title), tree.inline_text(section.title))
            self._blocks(section.blocks)
        rest = self._waiting if self._material.comments else list(piece.notes)
        if rest:
            label = phrase("notes-of-reader", lang)
            self._heading(2, self._words(label), label)
            for note in rest:
                self._note(note, lang)
        if cite_as:  # before the sources: after them it may stand on a page of its own
            runs = self._words(f"{phrase('cite-as', lang)}: {cite_as}")
            self._out.append(paragraph("Bibliography", runs, '<w:spacing w:before="240"/>'
                                        '<w:ind w:left="0" w:firstLine="0"/>'))  # fmt: skip
        if piece.sources and not self._material.brief:
            label = phrase("sources", lang)
            self._heading(2, self._words(label), label)
            for number, source in enumerate(piece.sources, start=1):
                runs = (
                    self._words(f"{number}.")
                    + "<w:r><w:tab/></w:r>"
                    + self._words(reference(source, address=False) + " ")
                )
                if source.url:
                    runs += self._link(source.url, self._words(source.url, "", "Hyperlink"))
                self._out.append(paragraph("Bibliography", runs))

    def _note(self, note: Note, lang: str) -> None:
        runs = self._words(f"{purpose_label(note.purpose, lang)}: ", "<w:b/><w:bCs/>")
        if note.exact:
            runs += self._words(f"«{note.exact}» ", "<w:i/><w:iCs/>")
        self._out.append(paragraph("ListBullet", runs + self._words(note.body), in_list(0)))

    def _blocks(self, blocks: tuple[tree.Block, ...], style: str = "", level: int = 0) -> None:
        for block, follows in kept_together(blocks):
            keep = "<w:keepNext/>" * follows
            if isinstance(block, tree.Paragraph) and is_writing_line(block.children):
                self._out.append(paragraph("Normal", "", keep + RULED))
            elif isinstance(block, tree.Paragraph) and follows and not (style or level):
                mark = NUMBER_TAB.format(block.number) if block.number else ""
                name = "BateaParagraph" if block.number else "Normal"
                self._out.append(paragraph(name, mark + self._noted(block.children), keep))
            else:
                self._block(block, style, level)

    def _block(self, block: tree.Block, style: str, level: int) -> None:
        lang = self._piece.edition.lang
        match block:
            case tree.Paragraph(children, number):
                runs = self._noted(children)
                if level:
                    extra = f'<w:ind w:left="{397 * level}"/>'
                    self._out.append(paragraph("ListBullet", runs, extra))
                elif style:
                    mark = NUMBER.format(f"{number}  ") if number else ""
                    self._out.append(paragraph(style, mark + runs))
                elif number:
                    mark = NUMBER_TAB.format(number)
                    self._out.append(paragraph("BateaParagraph", mark + runs))
                else:
                    self._out.append(paragraph("Normal", runs))
            case tree.Heading(depth, children):
                self._heading(min(depth, 4), self._inlines(children), tree.inline_text(children))
            case tree.ListBlock():
                self._list(block, level)
            case tree.Table():
                for part in bands(block, MOST_COLUMNS):
                    self._table(part)
            case tree.Quote(inner):
                self._blocks(inner, style or "Quote", level)
            case tree.Admonition(kind, inner, title):
                name = "BateaFacilitator" if kind == "facilitator" else "BateaAnalysis"
                runs = self._words(title or admonition(kind, lang), "<w:b/><w:bCs/>")
                self._out.append(paragraph(name, runs, "<w:keepNext/>"))
                self._blocks(inner, name)
            case tree.CodeBlock(text):
                for line in text.split("\n"):
                    self._out.append(paragraph("Code", self._words(line)))
            case tree.Rule():
                self._out.append(paragraph("Normal", self._words("———"), '<w:jc w:val="center"/>'))

    def _list(self, block: tree.ListBlock, level: int) -> None:
        number = BULLET_LIST
        depth = min(level, 8)
        if block.ordered:
            number, self._ordered = self._ordered, self._ordered + 1
            numbering = self._document.part.numbering_part.element
            numbering.append(self._oxml.parse_xml(ordered_list(number, depth, block.start)))
        style = "ListNumber" if block.ordered else "ListBullet"
        for item in block.items:
            rest, runs = item.blocks, ""
            if rest and isinstance(rest[0], tree.Paragraph):
                runs, rest = self._noted(rest[0].children), rest[1:]
            if item.number:
                runs += NUMBER.format(f" ¶{item.number}")
            if item.checked is None:
                self._out.append(paragraph(style, runs, in_list(depth, number)))
            else:
                box = self._words("☑  " if item.checked else "☐  ")
                extra = f'<w:ind w:left="{397 * (depth + 1)}" w:hanging="397"/>'
                self._out.append(paragraph(style, box + runs, extra))
            self._blocks(rest, "", level + 1)

    def _table(self, table: tree.Table) -> None:
        columns = width_of(table)
        points = 0 if columns <= 4 else 17 if columns <= 6 else 15
        size = f'<w:sz w:val="{points}"/><w:szCs w:val="{points}"/>' if points else ""
        widths = [int(share * TEXT_WIDTH_TWIPS) for share in shares(table)]
        aligns = (*table.aligns, *("",) * columns)
        out = [
            '<w:tbl><w:tblPr><w:tblStyle w:val="BateaTable"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>',
            *(f'<w:gridCol w:w="{width}"/>' for width in widths),
            "</w:tblGrid>",
        ]
        together = is_short(table, signs_a_row(table, TEXT_CENTIMETRES, points / 2 or 10))
        tall = f'<w:trHeight w:val="{twips(ROW_CENTIMETRES)}" w:hRule="atLeast"/>'
        tall *= bool(empty_columns(table))
        for position, row in enumerate((table.header, *table.rows)):
            head = tall if position else "<w:tblHeader/>"
            out.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>")
            for place, cell in enumerate(padded(row, columns)):
                mark = NUMBER.format(f"{row.number}  ") if row.number and place == 0 else ""
                runs = mark + self._inlines(cell, size)
                align = aligns[place] if aligns[place] in ("center", "right") else ""
                extra = f'<w:jc w:val="{align}"/>' if align else ""
                follows = position == 0 or (together and position < len(table.rows))
                keep = "<w:keepNext/>" * follows
                out.append(
                    f'<w:tc><w:tcPr><w:tcW w:w="{widths[place]}" w:type="dxa"/></w:tcPr>'
                    f"{paragraph('', runs, keep + TIGHT + extra)}</w:tc>"
                )
            out.append("</w:tr>")
        self._out.append("".join(out) + "</w:tbl>" + paragraph("", "", AFTER_TABLE))

    # --- words ----------------------------------------------------------------------

    def _noted(self, children: tuple[tree.Inline, ...]) -> str:
        """Inlines with the comments of the notes whose passage they hold."""
        text = tree.inline_text(children)
        here = [n for n in self._waiting if n.exact and n.exact.split("\n")[0] in text]
        if not here:
            return self._inlines(children)
        self._waiting = [note for note in self._waiting if note not in here]
        marks = comment_marks(self._document, here, text, self._piece.edition.lang)
        return self._inlines(children, "", marks) + marks.rest()

    def _inlines(
        self, inlines: tuple[tree.Inline, ...], look: str = "", marks: Marks | None = None
    ) -> str:
        out: list[str] = []
        for node in inlines:
            match node:
                case tree.Text(text):
                    out.append(self._marked(text, look, marks))
                case tree.Code(text):
                    out.append(self._marked(text, look, marks))
                case tree.Strong(children):
                    out.append(self._inlines(children, with_look(look, "b"), marks))
                case tree.Emphasis(children):
                    out.append(self._inlines(children, with_look(look, "i"), marks))
                case tree.Link(href, children):
                    inner = self._inlines(children, look, marks)
                    web = href.startswith(("http", "mailto"))
                    out.append(self._link(href, inner) if web else inner)
                case tree.Image(name, alt):
                    out.append(self._image(name, alt))
                    if marks:
                        marks.pass_by(len(alt))
                case tree.Cite(source):
                    out.append(self._cite(source, bool(out) and "FootnoteReference" in out[-1]))
                case tree.LineBreak():
                    out.append("<w:r><w:br/></w:r>")
                    if marks:
                        marks.pass_by(1)
        return "".join(out)

    def _marked(self, text: str, look: str, marks: Marks | None) -> str:
        if marks is None:
            return self._words(text, look)
        return "".join(
            part if is_mark else self._words(part, look) for is_mark, part in marks.cut(text)
        )

    def _words(self, text: str, look: str = "", style: str = "") -> str:
        """A run, with its language where that is not the document's."""
        foreign = self._piece.edition.lang != self._lang
        tongue = f'<w:lang w:val="{LANGUAGES[self._piece.edition.lang]}"/>' if foreign else ""
        return run(text, look + tongue, style)

    def _link(self, href: str, runs: str) -> str:
        if href not in self._links:
            self._links[href] = self._document.part.relate_to(href, _LINK, is_external=True)
        return f'<w:hyperlink r:id="{self._links[href]}" w:history="1">{runs}</w:hyperlink>'

    def _image(self, name: str, alt: str) -> str:
        picture = self._material.images.get(name)
        if picture is None:
            return self._words(f"[{alt}]", "<w:i/><w:iCs/>")
        return self._drawing(picture, alt, TALLEST_CENTIMETRES)

    def _drawing(self, picture: Picture, alt: str, tallest: float) -> str:
        wide = min(WIDEST_CENTIMETRES, picture.width / PRINT_DOTS * 2.54)
        wide = min(wide, tallest * picture.width / picture.height)
        inline = self._document.part.new_pic_inline(
            io.BytesIO(picture.data), width=self._shared.Cm(wide)
        )
        self._pictures += 1
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("descr", printable(alt))
        etree = importlib.import_module("lxml.etree")
        drawn = etree.tostring(inline, encoding="unicode")
        return f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"

    def _cite(self, source_id: str, follows: bool) -> str:
        source = self._piece.edition.front.source(source_id)
        if source is None:
            return ""
        key = f"{self._piece.edition.uid}-{self._piece.edition.lang}-{source_id}"
        comma = run(",\N{NO-BREAK SPACE}", "", "FootnoteReference") if follows else ""
        return comma + self._footnotes.cite(key, note_reference(source))
