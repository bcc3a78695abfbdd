"""PowerPoint from structure: text in the places of the layout, native tables and charts,
speaker's notes, 16:9, nothing overflows.

The facilitator's notes go to the speaker's notes, which participants' slides do not have.
python-pptx carries the package, the charts and the pictures; slides are written as
PresentationML (ECMA-376 part 1) in one go, because an object for each run is slow. It is
imported when first used: the window must not wait for it.
"""

from __future__ import annotations

import importlib
import io
from typing import Any

from indexer import tree
from kb_app.export import slidebase as place_of
from kb_app.export.errors import ExportFailed
from kb_app.export.material import Material
from kb_app.export.phrases import long_date, phrase
from kb_app.export.pictures import Picture
from kb_app.export.signs import breakable
from kb_app.export.slidebase import (
    BODY_HEIGHT,
    BODY_INDEX,
    FOOT_INDEX,
    GOLD,
    JADE,
    KICKER_INDEX,
    MUTED,
    NAMESPACES,
    NUMBER_INDEX,
    OPEN_LAYOUT,
    TEXT_LAYOUT,
    TEXT_WIDTH,
    TITLE_LAYOUT,
    base,
    emu,
    fill,
)  # fmt: skip
from kb_app.export.slidefit import (
    LINE_HEIGHT,
    MARK_WIDTH,
    Line,
    Slide,
    fitted,
    row_height,
    rows,
    title_points,
)  # fmt: skip
from kb_app.export.slideoutline import outline, table_lines
from kb_app.export.slideshapes import (
    chart_shape,
    holder,
    picture_shape,
    run_of,
    slide_xml,
    table_shape,
)  # fmt: skip
from kb_app.export.steps import Steps
from kb_app.export.tables import Figures, bands, padded, shares, width_of
from kb_app.export.zips import made_on, steady

LANGUAGES = {"es": "es-HN", "en": "en-GB"}
MOST_COLUMNS = 6
TABLE_SIZES = (20, 18, 16, 14)
LONGEST_WORD = 40
_RELATION = place_of.R
_SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_NOTES = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_FOOT_LETTERS = fill(MUTED) + '<a:latin typeface="+mn-lt"/>'


def slide_steps(material: Material) -> Steps[bytes]:
    """The finished .pptx, in steps. Raises ExportFailed."""
    try:
        deck = _Deck(material)
        deck.cover()
        for done, piece in enumerate(material.pieces, start=1):
            deck.lang = LANGUAGES[piece.edition.lang]
            for slide in outline(piece, material):
                deck.add(slide)
            yield done, len(material.pieces)
        return deck.finish()
    except (ValueError, KeyError) as error:
        raise ExportFailed("PowerPoint", str(error)) from error


class _Deck:
    """Builds the slides as text and the parts that hang on them."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self.lang = LANGUAGES[material.lang]
        self._show = importlib.import_module("pptx").Presentation(io.BytesIO(base()))
        self._part = importlib.import_module("pptx.opc.package").Part
        self._uri = importlib.import_module("pptx.opc.packuri").PackURI
        self._layouts = {layout.name: layout.part for layout in self._show.slide_layouts}
        self._count = 0
        self._relations: list[str] = []
        self._foot = material.credits.agency or "Batea"

    def cover(self) -> None:
        """The first slide: what, by whom, when, for whom."""
        material, credits = self._material, self._material.credits
        version = "participant" if material.audience == "participant" else "facilitator-version"
        when = long_date(credits.date, material.lang)
        if material.brief:  # a paper of a workshop: its place and day, not the day of printing
            when = material.pieces[0].edition.front.summary or when
        lines = [credits.agency, when, phrase(version, material.lang)]
        slide = Slide("", material.title, [Line(words) for words in lines if words], points=22,
                      opening=True)  # fmt: skip
        self._write(slide, credits.logo)

    def add(self, slide: Slide) -> None:
        """Add a slide, as many times as its content needs."""
        match slide.shows:
            case tree.Table():
                self._tables(slide, slide.shows)
            case tree.Image(name, alt) if name in self._material.images:
                self._write(slide, self._material.images[name], alt)
            case tree.Image(_, alt):
                self._write(Slide(slide.kicker, slide.title, [Line(f"[{alt}]")], slide.speaker))
            case Figures():
                self._write(slide)
            case None if slide.opening:
                self._opening(slide)
            case None:
                for part in fitted(slide):
                    self._write(part)

    def _opening(self, slide: Slide) -> None:
        """The title slide of a text holds little: the rest goes to the next one."""
        room = 190.0
        for points in (22, 20, 18, 16):
            if sum(rows(x.text, points, TEXT_WIDTH) * points * LINE_HEIGHT + 9
                   for x in slide.lines) <= room:  # fmt: skip
                slide.points = points
                self._write(slide)
                return
        self._write(Slide(slide.kicker, slide.title, [], slide.speaker, opening=True))
        for part in fitted(Slide(slide.title, slide.kicker, slide.lines)):
            self._write(part)

    def _tables(self, slide: Slide, table: tree.Table) -> None:
        """A table as it is, on as many slides as it needs; what no slide can hold, as lines."""
        for band in bands(table, MOST_COLUMNS):
            columns = width_of(band)
            widths = [share * TEXT_WIDTH for share in shares(band)]
            said = [
                [tree.inline_text(cell) for cell in padded(row, columns)]
                for row in (band.header, *band.rows)
            ]
            for points in TABLE_SIZES:
                heights = [row_height(cells, widths, points, not n) for n, cells in enumerate(said)]
                if sum(heights) <= BODY_HEIGHT:
                    break
            if any(heights[0] + tall > BODY_HEIGHT for tall in heights[1:]):
                lines = [line for row in band.rows for line in table_lines(said[0], row)]
                for part in fitted(Slide(slide.kicker, slide.title, lines, slide.speaker)):
                    self._write(part)
                slide.speaker = []
                continue
            first, used = 1, heights[0]
            for place in range(1, len(said) + 1):
                full = place < len(said) and used + heights[place] > BODY_HEIGHT
                if place == len(said) or full:
                    part_rows = tree.Table(band.header, band.rows[first - 1 : place - 1],
                                           band.aligns)  # fmt: skip
                    shown = Slide(slide.kicker, slide.title, [], slide.speaker, part_rows,
                                  points=points)  # fmt: skip
                    self._write(shown, heights=[heights[0], *heights[first:place]])
                    slide.speaker, first, used = [], place, heights[0]
                if place < len(said):
                    used += heights[place]

    def finish(self) -> bytes:
        """The bytes of the file."""
        parse = importlib.import_module("pptx.oxml").parse_xml
        ids = "".join(
            f'<p:sldId id="{number}" r:id="{relation}"/>'
            for number, relation in enumerate(self._relations, start=256)
        )
        listed = self._show.part._element.get_or_add_sldIdLst()
        for element in parse(f"<p:sldIdLst {NAMESPACES}>{ids}</p:sldIdLst>"):
            listed.append(element)
        properties = self._show.core_properties
        properties.title = self._material.title
        properties.language = LANGUAGES[self._material.lang]
        properties.author = self._material.credits.agency or "Batea"
        properties.last_modified_by = properties.author
        properties.subject = properties.keywords = properties.comments = ""
        properties.revision = 1
        properties.created = properties.modified = made_on(self._material.credits.date)
        out = io.BytesIO()
        self._show.save(out)
        return steady(out.getvalue())

    # --- one slide --------------------------------------------------------------------

    def _write(
        self, slide: Slide, picture: Picture | None = None, alt: str = "",
        heights: list[float] | None = None,
    ) -> None:  # fmt: skip
        self._count += 1
        package = self._show.part.package
        layout = TITLE_LAYOUT if slide.opening else OPEN_LAYOUT if slide.shows else TEXT_LAYOUT
        part = self._part(self._uri(f"/ppt/slides/slide{self._count}.xml"), _SLIDE, package, b"")
        part.relate_to(self._layouts[layout], f"{_RELATION}/slideLayout")
        shapes = [self._title(slide)]
        if slide.kicker:
            kicker = self._paragraph(Line(_shortened(slide.kicker, 14)), 14, JADE, bold=True)
            shapes.append(holder(3, "Kicker", f'type="body" idx="{KICKER_INDEX}"', kicker))
        if slide.lines or not slide.shows:
            body = "".join(self._paragraph(line, slide.points) for line in slide.lines)
            shapes.append(holder(4, "Text", f'type="body" idx="{BODY_INDEX}"', body))
        match slide.shows:
            case tree.Table() as table:
                shapes.append(
                    table_shape(table, slide.points, heights or [], slide.title, self.lang)
                )
            case Figures() as found:
                shapes.append(chart_shape(part, found, slide.title))
        if picture is not None:
            shapes.append(picture_shape(part, picture, alt or self._foot, not slide.shows))
        if slide.kicker:
            shapes += [self._foot_shape(), self._number_shape()]
        part._blob = slide_xml("sld", "".join(shapes))
        if slide.speaker:
            self._speak(part, slide.speaker)
        # `relate_to` looks through every slide that is there: a second for a thousand.
        self._relations.append(self._show.part._rels._add_relationship(f"{_RELATION}/slide", part))

    # LibreOffice takes no letters from the layout for these two: they say theirs themselves.

    def _foot_shape(self) -> str:
        words = self._run(_shortened(self._foot, 11, 700), ' sz="1100"', _FOOT_LETTERS)
        paragraph = f'<a:p><a:pPr algn="l"/>{words}</a:p>'
        return holder(8, "Foot", f'type="ftr" idx="{FOOT_INDEX}"', paragraph)

    def _number_shape(self) -> str:
        field = 'id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"'
        look = f'<a:rPr lang="{self.lang}" sz="1100">{_FOOT_LETTERS}</a:rPr>'
        paragraph = (
            f'<a:p><a:pPr algn="r"/><a:fld {field}>{look}<a:t>{self._count}</a:t></a:fld></a:p>'
        )
        return holder(9, "Number", f'type="sldNum" idx="{NUMBER_INDEX}"', paragraph)

    def _title(self, slide: Slide) -> str:
        words = breakable(slide.title, LONGEST_WORD)
        sizes = (38, 32, 28, 24, 20) if slide.opening else (30, 26, 22, 18)
        points = title_points(words, 3 if slide.opening else 2, sizes)
        return holder(2, "Title", 'type="title"', self._paragraph(Line(words), points))

    def _speak(self, slide_part: Any, lines: list[str]) -> None:
        package = self._show.part.package
        notes = self._part(
            self._uri(f"/ppt/notesSlides/notesSlide{self._count}.xml"), _NOTES, package, b""
        )
        body = "".join(self._plain(line) for line in lines)
        image = (
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" '
            'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr>'
            "</p:nvSpPr><p:spPr/></p:sp>"
        )
        notes._blob = slide_xml("notes", image + holder(3, "Notes", 'type="body" idx="1"', body))
        notes.relate_to(self._show.part.notes_master_part, f"{_RELATION}/notesMaster")
        notes.relate_to(slide_part, f"{_RELATION}/slide")
        slide_part.relate_to(notes, f"{_RELATION}/notesSlide")

    # --- words ------------------------------------------------------------------------

    def _run(self, text: str, look: str, inside: str = "") -> str:
        return run_of(text, self.lang, look, inside)

    def _plain(self, text: str) -> str:
        return f"<a:p>{self._run(text, '')}</a:p>"

    def _paragraph(self, line: Line, points: int, color: str = "", bold: bool = False) -> str:
        text = breakable(line.text, LONGEST_WORD)
        size, inside = f' sz="{points * 100}"', fill(color) if color else ""
        lead = text[: line.bold]
        runs = self._run(lead, f'{size} b="1"', inside) if lead else ""
        if text[line.bold :]:
            runs += self._run(text[line.bold :], size + ' b="1"' * bold, inside)
        if line.number:
            small = max(9, round(points * 0.5))
            runs += self._run(f" ¶{line.number}", f' sz="{small * 100}"', fill(MUTED))
        spacing = '<a:spcAft><a:spcPts val="900"/></a:spcAft>'
        if not line.mark:
            return f"<a:p><a:pPr>{spacing}</a:pPr>{runs}</a:p>"
        hang = emu(MARK_WIDTH)
        if line.mark[0].isdigit():
            number = f'type="arabicPeriod" startAt="{line.mark[:-1]}"'
            mark = f'<a:buFont typeface="Arial"/><a:buAutoNum {number}/>'
        else:
            letters = "Segoe UI Symbol" if line.mark in "☐☑" else "Arial"
            mark = f'<a:buFont typeface="{letters}"/><a:buChar char="{line.mark}"/>'
        return (
            f'<a:p><a:pPr marL="{hang}" indent="-{hang}">{spacing}<a:buClr><a:schemeClr '
            f'val="{GOLD}"/></a:buClr>{mark}</a:pPr>{runs}</a:p>'
        )


def _shortened(text: str, points: int, width: float = TEXT_WIDTH) -> str:
    """As much of a text as one row holds."""
    if rows(text, points, width, True) == 1:
        return text
    words = text.split(" ")
    while len(words) > 1 and rows(" ".join(words) + " …", points, width, True) > 1:
        words.pop()
    return " ".join(words)[:100] + " …"
