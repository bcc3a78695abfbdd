"""A text as the flow of a Word document: paragraphs, lists, tables, words.

Written as WordprocessingML (ECMA-376 part 1) in one go, because an object for each run is slow.
"""

from __future__ import annotations

from indexer import tree
from kb_app.export.byhand import (
    ROW_CENTIMETRES,
    empty_columns,
    is_question,
    is_writing_line,
    kept_together,
)
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import admonition, note_reference
from kb_app.export.tables import bands, is_short, padded, shares, signs_a_row, width_of
from kb_app.export.wordbase import BULLET_LIST, LANGUAGES, TEXT_WIDTH_TWIPS, twips
from kb_app.export.wordnotes import Marks
from kb_app.export.wordparts import Parts
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
)

MOST_COLUMNS = 8
TEXT_CENTIMETRES = 16.2
TALLEST_CENTIMETRES = 18.0


class Flow:
    """Writes the blocks of one text. `out` is what is written, `waiting` the notes whose passage
    has not come yet: they go to the margin where it does.
    """

    def __init__(self, piece: Piece, material: Material, parts: Parts, out: list[str]) -> None:
        self.out = out
        self.waiting = list(piece.notes) if material.comments else []
        self._piece = piece
        self._material = material
        self._parts = parts

    def heading(self, level: int, runs: str, words: str, extra: str = "") -> None:
        """A heading that the contents know."""
        self.out.append(
            paragraph(f"Heading{level}", self._parts.heading(level, runs, words), extra)
        )

    def section(self, section: tree.Section) -> None:
        """A section with its title."""
        if section.title:
            self.heading(2, self._inlines(section.title), tree.inline_text(section.title))
        self._blocks(section.blocks)

    def _blocks(self, blocks: tuple[tree.Block, ...], style: str = "", level: int = 0) -> None:
        for block, follows in kept_together(blocks):
            keep = "<w:keepNext/>" * follows
            if isinstance(block, tree.Paragraph) and is_writing_line(block.children):
                self.out.append(paragraph("Normal", "", keep + RULED))
            elif isinstance(block, tree.Paragraph) and follows and not (style or level):
                mark = NUMBER_TAB.format(block.number) if block.number else ""
                name = "BateaParagraph" if block.number else "Normal"
                self.out.append(paragraph(name, mark + self._noted(block.children), keep))
            else:
                self._block(block, style, level)

    def _block(self, block: tree.Block, style: str, level: int) -> None:
        lang = self._piece.edition.lang
        match block:
            case tree.Paragraph(children, number):
                runs = self._noted(children)
                if level:
                    extra = f'<w:ind w:left="{397 * level}"/>'
                    self.out.append(paragraph("ListBullet", runs, extra))
                elif style:
                    mark = NUMBER.format(f"{number}  ") if number else ""
                    self.out.append(paragraph(style, mark + runs))
                elif number:
                    mark = NUMBER_TAB.format(number)
                    self.out.append(paragraph("BateaParagraph", mark + runs))
                else:
                    self.out.append(paragraph("Normal", runs))
            case tree.Heading(depth, children):
                self.heading(min(depth, 4), self._inlines(children), tree.inline_text(children))
            case tree.ListBlock():
                self._list(block, level)
            case tree.Table():
                for part in bands(block, MOST_COLUMNS):
                    self._table(part)
            case tree.Quote(inner):
                self._blocks(inner, style or "Quote", level)
            case tree.Admonition(kind, inner, title):
                name = "BateaFacilitator" if kind == "facilitator" else "BateaAnalysis"
                runs = self.words(title or admonition(kind, lang), "<w:b/><w:bCs/>")
                self.out.append(paragraph(name, runs, "<w:keepNext/>"))
                self._blocks(inner, name)
            case tree.CodeBlock(text):
                for line in text.split("\n"):
                    self.out.append(paragraph("Code", self.words(line)))
            case tree.Rule():
                self.out.append(paragraph("Normal", self.words("———"), '<w:jc w:val="center"/>'))

    def _list(self, block: tree.ListBlock, level: int) -> None:
        number = BULLET_LIST
        depth = min(level, 8)
        if block.ordered:
            number = self._parts.numbered_list(depth, block.start)
        style = "ListNumber" if block.ordered else "ListBullet"
        together = is_question(block)
        for item in block.items:
            rest, runs = item.blocks, ""
            if rest and isinstance(rest[0], tree.Paragraph):
                runs, rest = self._noted(rest[0].children), rest[1:]
            if item.number:
                runs += NUMBER.format(f" ¶{item.number}")
            if item.checked is None:
                self.out.append(paragraph(style, runs, in_list(depth, number)))
            else:
                box = self.words("☑  " if item.checked else "☐  ")
                keep = "<w:keepNext/>" * (together and item is not block.items[-1])
                extra = f'<w:ind w:left="{397 * (depth + 1)}" w:hanging="397"/>'
                self.out.append(paragraph(style, box + runs, keep + extra))
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
        self.out.append("".join(out) + "</w:tbl>" + paragraph("", "", AFTER_TABLE))

    def _noted(self, children: tuple[tree.Inline, ...]) -> str:
        """Inlines with the comments of the notes whose passage they hold."""
        text = tree.inline_text(children)
        here = [n for n in self.waiting if n.exact and n.exact.split("\n")[0] in text]
        if not here:
            return self._inlines(children)
        self.waiting = [note for note in self.waiting if note not in here]
        marks = self._parts.comments(here, text, self._piece.edition.lang)
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
                    out.append(self._parts.link(href, inner) if web else inner)
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
            return self.words(text, look)
        return "".join(
            part if is_mark else self.words(part, look) for is_mark, part in marks.cut(text)
        )

    def words(self, text: str, look: str = "", style: str = "") -> str:
        """A run, with its language where that is not the document's."""
        foreign = self._piece.edition.lang != self._material.lang
        tongue = f'<w:lang w:val="{LANGUAGES[self._piece.edition.lang]}"/>' if foreign else ""
        return run(text, look + tongue, style)

    def _image(self, name: str, alt: str) -> str:
        picture = self._material.images.get(name)
        if picture is None:
            return self.words(f"[{alt}]", "<w:i/><w:iCs/>")
        return self._parts.drawing(picture, alt, TALLEST_CENTIMETRES)

    def _cite(self, source_id: str, follows: bool) -> str:
        source = self._piece.edition.front.source(source_id)
        if source is None:
            return ""
        key = f"{self._piece.edition.uid}-{self._piece.edition.lang}-{source_id}"
        comma = run(",\N{NO-BREAK SPACE}", "", "FootnoteReference") if follows else ""
        return comma + self._parts.footnotes.cite(key, note_reference(source))
