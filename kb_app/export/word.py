"""Word: styles that an official can restyle, native footnotes, notes as native comments.

python-docx does the document; footnotes (ECMA-376 part 1, 17.11) are a part of our own,
because python-docx has none. It is imported when first used: the window must not wait.
"""

from __future__ import annotations

import importlib
import io
from typing import Any
from xml.sax.saxutils import escape

from indexer import tree
from kb_app.export.errors import ExportFailed
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import admonition, citation, phrase, reference, short_reference
from kb_app.notes.export import purpose_label
from kb_app.notes.model import Note

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FOOTNOTES_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
)
_JADE, _GOLD, _MUTED = "1F6F5C", "A66A00", "5B666B"
_LANGUAGES = {"es": "es-HN", "en": "en-GB"}
_FONT = "Atkinson Hyperlegible"
PAGE_CENTIMETRES = 16.0


def word(material: Material) -> bytes:
    """The finished .docx. Raises ExportFailed."""
    try:
        return _Document(material).build()
    except (ValueError, KeyError) as error:
        raise ExportFailed("Word", str(error)) from error


class _Document:
    """Builds one document; knows how python-docx wants to be asked."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._docx = importlib.import_module("docx")
        self._shared = importlib.import_module("docx.shared")
        self._xml = importlib.import_module("docx.oxml")
        self._qn = importlib.import_module("docx.oxml.ns").qn
        self._document = self._docx.Document()
        self._footnotes: list[str] = []
        self._cited: dict[tuple[str, str, str], int] = {}
        self._piece: Piece = material.pieces[0]

    def build(self) -> bytes:
        self._styles()
        self._cover()
        for piece in self._material.pieces:
            self._piece = piece
            self._write(piece)
        self._attach_footnotes()
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    # --- the frame ------------------------------------------------------------------

    def _styles(self) -> None:
        document, shared = self._document, self._shared
        properties = document.core_properties
        properties.title = self._material.title
        properties.language = _LANGUAGES[self._material.lang]
        properties.author = self._material.credits.agency or "Batea"
        properties.comments = ""
        styles = document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = _FONT, shared.Pt(11)
        normal.paragraph_format.space_after = shared.Pt(8)
        normal.paragraph_format.line_spacing = 1.25
        language = self._xml.OxmlElement("w:lang")
        language.set(self._qn("w:val"), _LANGUAGES[self._material.lang])
        normal.element.get_or_add_rPr().append(language)
        for name, size, color in (
            ("Title", 26, None), ("Heading 1", 20, None), ("Heading 2", 14, _JADE),
            ("Heading 3", 12, None), ("Heading 4", 11, None),
        ):  # fmt: skip
            style = styles[name]
            style.font.name, style.font.size, style.font.bold = _FONT, shared.Pt(size), True
            style.font.color.rgb = shared.RGBColor.from_string(color or "1E2629")
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(self._qn(f"w:{attribute}"), None)
        for name, color in (("Batea Analysis", _JADE), ("Batea Facilitator", _GOLD),
                            ("Batea Unmeasured", _GOLD)):  # fmt: skip
            style = styles.add_style(name, 1)
            style.base_style = normal
            style.paragraph_format.left_indent = shared.Cm(0.5)
            self._side_line(style.element.get_or_add_pPr(), color)
        reference_style = styles.add_style("Footnote Reference", 2)
        reference_style.font.superscript = True
        note_style = styles.add_style("Footnote Text", 1)
        note_style.base_style = normal
        note_style.font.size = shared.Pt(9)
        for section in document.sections:
            section.left_margin = section.right_margin = shared.Cm(2.6)
            self._page_number(section.footer.paragraphs[0])

    def _side_line(self, properties: Any, color: str) -> None:
        borders = self._xml.OxmlElement("w:pBdr")
        line = self._xml.OxmlElement("w:left")
        for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", color)):
            line.set(self._qn(f"w:{name}"), value)
        borders.append(line)
        properties.append(borders)

    def _page_number(self, paragraph: Any) -> None:
        paragraph.alignment = 1
        self._field(paragraph, "PAGE", "1")

    def _field(self, paragraph: Any, code: str, shown: str) -> None:
        for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown),
                           ("end", "")):  # fmt: skip
            run = paragraph.add_run()
            if kind == "shown":
                run.text = text
            elif kind:
                element = self._xml.OxmlElement("w:fldChar")
                element.set(self._qn("w:fldCharType"), kind)
                run._r.append(element)
            else:
                element = self._xml.OxmlElement("w:instrText")
                element.text = f" {text} "
                run._r.append(element)

    def _cover(self) -> None:
        material, document = self._material, self._document
        if material.credits.logo:
            document.add_picture(io.BytesIO(material.credits.logo), width=self._shared.Cm(3.5))
            self._alternative(document.inline_shapes[-1], material.credits.agency)
        document.add_paragraph(material.title, style="Title")
        version = "participant" if material.audience == "participant" else "facilitator-version"
        for words in (material.credits.agency, material.credits.date,
                      phrase(version, material.lang)):  # fmt: skip
            if words:
                self._muted(document.add_paragraph(), words)
        if len(material.pieces) > 1:
            document.add_paragraph(phrase("contents", material.lang), style="Heading 2")
            self._field(
                document.add_paragraph(),
                'TOC \\o "1-2" \\h \\z \\u',
                " · ".join(p.edition.front.title for p in material.pieces),
            )
        document.add_page_break()

    def _muted(self, paragraph: Any, words: str) -> None:
        run = paragraph.add_run(words)
        run.font.color.rgb = self._shared.RGBColor.from_string(_MUTED)

    # --- one piece ------------------------------------------------------------------

    def _write(self, piece: Piece) -> None:
        document, front, lang = self._document, piece.edition.front, piece.edition.lang
        heading = document.add_heading(front.title, 1)
        heading.paragraph_format.page_break_before = piece is not self._material.pieces[0]
        self._muted(document.add_paragraph(), front.summary)
        if front.not_measured:
            paragraph = document.add_paragraph(style="Batea Unmeasured")
            paragraph.add_run(phrase("unmeasured", lang)).bold = True
            for row in front.not_measured:
                paragraph.add_run(f"\n• {row}")
        waiting = list(piece.notes)
        for section in piece.document.sections:
            if section.title:
                self._inlines(document.add_heading("", 2), section.title)
            for block in section.blocks:
                self._block(block, waiting)
        if piece.notes:
            document.add_heading(phrase("notes-of-reader", lang), 2)
            for note in piece.notes:
                self._note(note, lang)
        if piece.sources:
            document.add_heading(phrase("sources", lang), 2)
            for number, source in enumerate(piece.sources, start=1):
                document.add_paragraph(f"{number}. {reference(source)}", style="Footnote Text")
        self._muted(
            document.add_paragraph(style="Footnote Text"),
            f"{phrase('cite-as', lang)}: {citation(piece.edition)}",
        )

    def _note(self, note: Note, lang: str) -> None:
        paragraph = self._document.add_paragraph(style="List Bullet")
        paragraph.add_run(f"{purpose_label(note.purpose, lang)}: ").bold = True
        if note.exact:
            paragraph.add_run(f"«{note.exact}» ").italic = True
        paragraph.add_run(note.body)

    def _block(self, block: tree.Block, waiting: list[Note], style: str | None = None) -> None:
        document = self._document
        match block:
            case tree.Paragraph(children, number):
                paragraph = document.add_paragraph(style=style)
                if number:
                    self._number(paragraph, number)
                self._inlines(paragraph, children)
                self._comments(paragraph, tree.inline_text(children), waiting)
            case tree.Heading(level, children):
                self._inlines(document.add_heading("", min(level, 4)), children)
            case tree.ListBlock(items, ordered, start):
                for position, item in enumerate(items, start=start):
                    self._item(item, position if ordered else 0, waiting)
            case tree.Table():
                self._table(block)
            case tree.Quote(inner):
                for one in inner:
                    self._block(one, waiting, "Quote")
            case tree.Admonition(kind, inner, title):
                name = "Batea Facilitator" if kind == "facilitator" else "Batea Analysis"
                head = document.add_paragraph(style=name)
                head.add_run(title or admonition(kind, self._piece.edition.lang)).bold = True
                for one in inner:
                    self._block(one, waiting, name)
            case tree.CodeBlock(text):
                document.add_paragraph(text, style="Normal")
            case tree.Rule():
                document.add_paragraph("———")

    def _item(self, item: tree.Item, position: int, waiting: list[Note]) -> None:
        """A list item; numbers are written, so that every list begins where it should."""
        paragraph = self._document.add_paragraph(style=None if position else "List Bullet")
        if position:
            paragraph.paragraph_format.left_indent = self._shared.Cm(0.9)
            paragraph.paragraph_format.first_line_indent = self._shared.Cm(-0.6)
            paragraph.add_run(f"{position}. ")
        if item.checked is not None:
            paragraph.add_run("☑ " if item.checked else "☐ ")
        blocks = item.blocks
        if blocks and isinstance(blocks[0], tree.Paragraph):
            self._inlines(paragraph, blocks[0].children)
            self._comments(paragraph, tree.inline_text(blocks[0].children), waiting)
            blocks = blocks[1:]
        for block in blocks:
            self._block(block, waiting)

    def _number(self, paragraph: Any, number: int) -> None:
        run = paragraph.add_run(f"{number}  ")
        run.font.size = self._shared.Pt(7.5)
        run.font.color.rgb = self._shared.RGBColor.from_string(_MUTED)

    def _comments(self, paragraph: Any, text: str, waiting: list[Note]) -> None:
        """Notes on this paragraph as native comments."""
        for note in [n for n in waiting if n.exact and n.exact.split("\n")[0] in text]:
            waiting.remove(note)
            label = purpose_label(note.purpose, self._piece.edition.lang)
            body = f"{label}. {note.body}".strip()
            author = note.creator or "Batea"
            if paragraph.runs:
                self._document.add_comment(
                    paragraph.runs, text=body, author=author, initials=author[:2].upper()
                )

    def _table(self, table: tree.Table) -> None:
        columns = max((len(row.cells) for row in (table.header, *table.rows)), default=0)
        if not columns:
            return
        shown = self._document.add_table(rows=0, cols=columns, style="Table Grid")
        shown.autofit = False
        width = self._shared.Cm(PAGE_CENTIMETRES / columns)
        for position, row in enumerate((table.header, *table.rows)):
            cells = shown.add_row().cells
            for cell, inlines in zip(cells, row.cells, strict=False):
                cell.width = width
                self._inlines(cell.paragraphs[0], inlines, bold=position == 0)
                if columns > 8:
                    for run in cell.paragraphs[0].runs:
                        run.font.size = self._shared.Pt(6)
        header = shown.rows[0]._tr.get_or_add_trPr()
        mark = self._xml.OxmlElement("w:tblHeader")
        mark.set(self._qn("w:val"), "true")
        header.append(mark)
        self._document.add_paragraph()

    # --- words ----------------------------------------------------------------------

    def _inlines(
        self, paragraph: Any, inlines: tuple[tree.Inline, ...], bold: bool = False,
        italic: bool = False,
    ) -> None:  # fmt: skip
        for node in inlines:
            match node:
                case tree.Text(text) | tree.Code(text):
                    run = paragraph.add_run(_clean(text))
                    run.bold, run.italic = bold or None, italic or None
                case tree.Strong(children):
                    self._inlines(paragraph, children, True, italic)
                case tree.Emphasis(children):
                    self._inlines(paragraph, children, bold, True)
                case tree.Link(href, children):
                    self._inlines(paragraph, children, bold, italic)
                    if href.startswith(("http", "mailto")):
                        paragraph.add_run(f" ({href})")
                case tree.Image(name, alt):
                    self._image(paragraph, name, alt)
                case tree.Cite(source):
                    self._cite(paragraph, source)
                case tree.LineBreak():
                    paragraph.add_run().add_break()

    def _image(self, paragraph: Any, name: str, alt: str) -> None:
        data = self._material.images.get(name)
        if data is None:
            paragraph.add_run(f"[{alt}]").italic = True
            return
        paragraph.add_run().add_picture(io.BytesIO(data), width=self._shared.Cm(12))
        self._alternative(self._document.inline_shapes[-1], alt)

    @staticmethod
    def _alternative(shape: Any, alt: str) -> None:
        shape._inline.docPr.set("descr", alt)

    def _cite(self, paragraph: Any, source_id: str) -> None:
        source = self._piece.edition.front.source(source_id)
        if source is None:
            return
        key = (self._piece.edition.uid, self._piece.edition.lang, source_id)
        first = self._cited.setdefault(key, len(self._footnotes) + 1)
        again = first <= len(self._footnotes)
        self._footnotes.append(short_reference(source, first) if again else reference(source))
        last = paragraph.runs[-1] if paragraph.runs else None
        if last is not None and last.style.name == "Footnote Reference":
            paragraph.add_run(", ", style="Footnote Reference")
        run = paragraph.add_run()
        run.style = "Footnote Reference"
        mark = self._xml.OxmlElement("w:footnoteReference")
        mark.set(self._qn("w:id"), str(len(self._footnotes)))
        run._r.append(mark)

    def _attach_footnotes(self) -> None:
        """Add the footnotes part; ids -1 and 0 are the separators that Word expects."""
        package = importlib.import_module("docx.opc.part")
        uri = importlib.import_module("docx.opc.packuri")
        rows = [
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p>'
            "</w:footnote>"
            for kind, number, mark in (
                ("separator", -1, "separator"),
                ("continuationSeparator", 0, "continuationSeparator"),
            )
        ]
        for number, text in enumerate(self._footnotes, start=1):
            rows.append(
                f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
                f'<w:r><w:t xml:space="preserve"> {escape(_clean(text))}</w:t></w:r></w:p>'
                "</w:footnote>"
            )
        xml = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:footnotes xmlns:w="{_W}">{"".join(rows)}</w:footnotes>'
        )
        part = package.Part(
            uri.PackURI("/word/footnotes.xml"),
            _FOOTNOTES_TYPE,
            xml.encode("utf-8"),
            self._document.part.package,
        )
        self._document.part.relate_to(part, _FOOTNOTES_RELATION)


def _clean(text: str) -> str:
    """Characters that XML 1.0 cannot hold are left out."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
