"""What hangs on the body of a Word document: headings with their marks, numbered lists, links,
pictures, footnotes and comments; and the finished package.

python-docx carries the package, the pictures and the comments. It is imported when first used:
the window must not wait.
"""

from __future__ import annotations

import importlib
import io
from dataclasses import dataclass

from kb_app.export.material import Material
from kb_app.export.onepage import tighten
from kb_app.export.phrases import running
from kb_app.export.pictures import Picture
from kb_app.export.signs import printable
from kb_app.export.wordbase import FIRST_ORDERED_LIST, LANGUAGES, R, W, base, ordered_list
from kb_app.export.wordnotes import Footnotes, Marks, comment_marks
from kb_app.export.zips import made_on, steady
from kb_app.notes.model import Note

WIDEST_CENTIMETRES, PRINT_DOTS = 15.5, 150
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_FIRST_HEADING_MARK = 10_000  # ids of bookmarks; footnotes have those below


@dataclass(frozen=True)
class Heading:
    """A heading of the document: its level, its words, and the bookmark on it."""

    level: int
    words: str
    mark: str


class Parts:
    """The package of one document while its body is written."""

    def __init__(self, lang: str) -> None:
        self._oxml = importlib.import_module("docx.oxml")
        self._shared = importlib.import_module("docx.shared")
        self._etree = importlib.import_module("lxml.etree")
        self._document = importlib.import_module("docx").Document(io.BytesIO(base(lang)))
        self.footnotes = Footnotes()
        self.headings: list[Heading] = []
        self._lists = FIRST_ORDERED_LIST
        self._pictures = 0
        self._links: dict[str, str] = {}

    def heading(self, level: int, runs: str, words: str) -> str:
        """The runs of a heading with a bookmark, which the contents lead to."""
        mark = f"_Toc{len(self.headings) + 1:06}"
        self.headings.append(Heading(level, words, mark))
        number = _FIRST_HEADING_MARK + len(self.headings)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{runs}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def numbered_list(self, depth: int, start: int) -> int:
        """The number of a new list that counts from `start` at this depth."""
        number, self._lists = self._lists, self._lists + 1
        numbering = self._document.part.numbering_part.element
        numbering.append(self._oxml.parse_xml(ordered_list(number, depth, start)))
        return number

    def link(self, href: str, runs: str) -> str:
        """Runs that lead to an address outside."""
        if href not in self._links:
            self._links[href] = self._document.part.relate_to(href, _LINK, is_external=True)
        return f'<w:hyperlink r:id="{self._links[href]}" w:history="1">{runs}</w:hyperlink>'

    def drawing(self, picture: Picture, alt: str, tallest: float) -> str:
        """A run with a picture, at most `tallest` centimetres high."""
        wide = min(WIDEST_CENTIMETRES, picture.width / PRINT_DOTS * 2.54)
        wide = min(wide, tallest * picture.width / picture.height)
        inline = self._document.part.new_pic_inline(
            io.BytesIO(picture.data), width=self._shared.Cm(wide)
        )
        self._pictures += 1
        for side in ("distT", "distB", "distL", "distR"):  # LibreOffice takes 3 mm otherwise
            inline.set(side, "0")
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("descr", printable(alt))
        drawn = self._etree.tostring(inline, encoding="unicode")
        return f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"

    def comments(self, notes: list[Note], text: str, lang: str) -> Marks:
        """A comment for each note, and where each stands in the text of its paragraph."""
        return comment_marks(self._document, notes, text, lang)

    def finished(self, material: Material, body: str) -> bytes:
        """The file, with this body."""
        self._name(material)
        self._running_heads(material)
        names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        parsed = self._oxml.parse_xml(
            f'<w:body xmlns:w="{W}" xmlns:r="{R}" {names}>{body}</w:body>'
        )
        for position, element in enumerate(list(parsed)):
            self._document.element.body.insert(position, element)
        self.footnotes.attach(self._document.part)
        out = io.BytesIO()
        if material.tight:
            tighten(self._document)
        self._document.save(out)
        return steady(out.getvalue())

    def _name(self, material: Material) -> None:
        properties = self._document.core_properties
        properties.title = printable(material.title)
        properties.language = LANGUAGES[material.lang]
        properties.author = printable(material.credits.agency) or "Batea"
        properties.last_modified_by = properties.author
        properties.comments = ""
        properties.created = properties.modified = made_on(material.credits.date)

    def _running_heads(self, material: Material) -> None:
        section = self._document.sections[0]
        centimetres = self._shared.Cm
        section.left_margin, section.right_margin = centimetres(3), centimetres(2.4)
        section.top_margin = section.bottom_margin = centimetres(2.4)
        section.different_first_page_header_footer = not material.brief
        if not material.brief:
            head = section.header.paragraphs[0]
            words = (running(material.title), running(material.credits.agency))
            head.text = "\t".join(printable(part) for part in words)
        foot = section.footer.paragraphs[0]
        field = f'<w:fldSimple xmlns:w="{W}" w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        for xml in (f'<w:r xmlns:w="{W}"><w:tab/></w:r>', field):
            foot._p.append(self._oxml.parse_xml(xml))
