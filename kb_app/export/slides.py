"""PowerPoint from structure: native text boxes, speaker's notes, 16:9, nothing overflows.

Each idea becomes a slide; what does not fit by measure goes to the next one. The
facilitator's notes go to the speaker's notes, which participants' slides do not have.
python-pptx is imported when first used: the window must not wait for it.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PIL import ImageFont

from indexer import tree
from kb_app.export.material import Material, Piece
from kb_app.export.pdf import FONTS
from kb_app.export.phrases import phrase, reference
from kb_app.export.steps import Steps

WIDTH_INCHES, HEIGHT_INCHES = 13.333, 7.5
BODY_POINTS, TITLE_POINTS = 22, 32
BODY_WIDTH_POINTS = (WIDTH_INCHES - 1.6) * 72
BODY_HEIGHT_POINTS = 4.7 * 72
LINE_FACTOR, GAP_POINTS = 1.3, 10
_INK, _JADE, _GOLD, _PAPER, _MUTED = "1E2629", "1F6F5C", "A66A00", "FBF9F4", "5B666B"


@dataclass
class Slide:
    """One slide: a small word above the title, the title, lines, speaker's notes."""

    kicker: str
    title: str
    lines: list[str] = field(default_factory=list)
    speaker: list[str] = field(default_factory=list)


def slide_steps(material: Material) -> Steps[bytes]:
    """The finished .pptx, in steps."""
    pptx = importlib.import_module("pptx")
    util = importlib.import_module("pptx.util")
    show = pptx.Presentation()
    show.slide_width = util.Inches(WIDTH_INCHES)
    show.slide_height = util.Inches(HEIGHT_INCHES)
    show.core_properties.title = material.title
    show.core_properties.language = material.lang
    show.core_properties.author = material.credits.agency or "Batea"
    writer = _Writer(show, material.lang)
    writer.cover(material)
    for done, piece in enumerate(material.pieces, start=1):
        for slide in outline(piece):
            for part in fitted(slide):
                writer.add(part)
        yield done, len(material.pieces)
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


# --- from structure to slides ----------------------------------------------------------


def outline(piece: Piece) -> list[Slide]:
    """The slides of a piece, in reading order, before they are measured."""
    front, lang = piece.edition.front, piece.edition.lang
    label = phrase("summary", lang)
    found = [Slide(label, front.title, [front.summary])]
    if front.objectives:
        found.append(Slide(front.title, phrase("objectives", lang), list(front.objectives)))
    for section in piece.document.sections:
        if section.id == "objectives":
            continue
        title = tree.inline_text(section.title) or front.title
        found += _section(section, title, front.title, lang)
    if front.not_measured:
        found.append(Slide(front.title, phrase("unmeasured", lang), list(front.not_measured)))
    if piece.sources:
        rows = [f"{n}. {reference(s)}" for n, s in enumerate(piece.sources, start=1)]
        found[0].speaker += rows
    return found


def _section(section: tree.Section, title: str, kicker: str, lang: str) -> list[Slide]:
    current = Slide(kicker, title)
    found = [current]
    for block in section.blocks:
        match block:
            case tree.Heading(_, children, _, attributes):
                minutes = attributes.get("minutes")
                suffix = f" · {minutes} {phrase('minutes', lang)}" if minutes else ""
                current = Slide(title, tree.inline_text(children) + suffix)
                found.append(current)
            case tree.Admonition("facilitator", inner):
                current.speaker += _lines(inner)
            case tree.Quote(inner) if section.id == "check":
                current.speaker += _lines(inner)
            case tree.Table(header, rows):
                heads = [tree.inline_text(cell) for cell in header.cells]
                for row in rows:
                    cells = [tree.inline_text(cell) for cell in row.cells]
                    pairs = zip(heads, cells, strict=False)
                    current.lines.append(" — ".join(f"{h}: {c}" if h else c for h, c in pairs))
            case _:
                current.lines += _lines((block,))
    return [slide for slide in found if slide.lines or slide.speaker]


def _lines(blocks: Iterable[tree.Block]) -> list[str]:
    out: list[str] = []
    for block in blocks:
        match block:
            case tree.Paragraph(children):
                out.append(tree.inline_text(children))
            case tree.ListBlock(items, ordered, start):
                for position, item in enumerate(items, start=start):
                    mark = f"{position}. " if ordered else "• "
                    if item.checked is not None:
                        mark = "☑ " if item.checked else "☐ "
                    rest = _lines(item.blocks)
                    out += [mark + rest[0], *rest[1:]] if rest else []
            case tree.Quote(inner) | tree.Admonition(_, inner):
                out += _lines(inner)
            case tree.CodeBlock(text):
                out += text.split("\n")
    return [line for line in out if line.strip()]


# --- measuring --------------------------------------------------------------------------


class _Measure:
    """Widths of words in the font that the slides use."""

    def __init__(self) -> None:
        self._font = ImageFont.truetype(
            str(FONTS / "AtkinsonHyperlegible-Regular.ttf"), BODY_POINTS
        )

    def rows(self, text: str) -> int:
        """How many rows a text takes in the body's width."""
        count, row = 1, 0.0
        space = self._font.getlength(" ")
        for word in text.split():
            width = self._font.getlength(word)
            if row and row + space + width > BODY_WIDTH_POINTS:
                count, row = count + 1, 0.0
            row += (space if row else 0) + width
            while row > BODY_WIDTH_POINTS:  # a word longer than the slide is broken
                count, row = count + 1, row - BODY_WIDTH_POINTS
        return count

    def height(self, text: str) -> float:
        return self.rows(text) * BODY_POINTS * LINE_FACTOR + GAP_POINTS


def fitted(slide: Slide) -> list[Slide]:
    """The slide, cut into as many as its lines need; notes stay with the first."""
    measure = _Measure()
    parts: list[list[str]] = [[]]
    used = 0.0
    for line in (piece for text in slide.lines for piece in _halves(text, measure)):
        height = measure.height(line)
        if parts[-1] and used + height > BODY_HEIGHT_POINTS:
            parts.append([])
            used = 0.0
        parts[-1].append(line)
        used += height
    total = len(parts)
    return [
        Slide(
            slide.kicker,
            slide.title if total == 1 else f"{slide.title} ({number}/{total})",
            lines,
            slide.speaker if number == 1 else [],
        )
        for number, lines in enumerate(parts, start=1)
    ]


def _halves(text: str, measure: _Measure) -> Sequence[str]:
    """A text that alone is taller than a slide, cut between words until it fits."""
    if measure.height(text) <= BODY_HEIGHT_POINTS:
        return [text]
    words = text.split()
    if len(words) < 2:
        middle = len(text) // 2
        return [*_halves(text[:middle], measure), *_halves(text[middle:], measure)]
    middle = len(words) // 2
    return [
        *_halves(" ".join(words[:middle]) + " …", measure),
        *_halves("… " + " ".join(words[middle:]), measure),
    ]


# --- writing ----------------------------------------------------------------------------


class _Writer:
    def __init__(self, show: Any, lang: str) -> None:
        self._show = show
        self._lang = {"es": "es-HN", "en": "en-GB"}[lang]
        self._util = importlib.import_module("pptx.util")
        self._color = importlib.import_module("pptx.dml.color").RGBColor
        self._layout = next(x for x in show.slide_layouts if x.name == "Title Only")

    def cover(self, material: Material) -> None:
        words = [material.credits.agency, material.credits.date]
        self.add(Slide("Batea", material.title, [w for w in words if w]))

    def add(self, slide: Slide) -> None:
        inches = self._util.Inches
        page = self._show.slides.add_slide(self._layout)
        fill = page.background.fill
        fill.solid()
        fill.fore_color.rgb = self._color.from_string(_PAPER)
        kicker = page.shapes.add_textbox(inches(0.8), inches(0.45), inches(11.7), inches(0.4))
        self._text(kicker.text_frame, [slide.kicker], 14, _JADE, bold=True)
        title = page.shapes.title
        title.left, title.top = inches(0.8), inches(0.85)
        title.width, title.height = inches(11.7), inches(1.2)
        size = TITLE_POINTS if len(slide.title) < 70 else TITLE_POINTS - 8
        self._text(title.text_frame, [slide.title], size, _INK, bold=True)
        if slide.lines:
            body = page.shapes.add_textbox(inches(0.8), inches(2.15), inches(11.7), inches(4.7))
            self._text(body.text_frame, slide.lines, BODY_POINTS, _INK)
        if slide.speaker:
            page.notes_slide.notes_text_frame.text = "\n".join(slide.speaker)

    def _text(
        self, frame: Any, lines: Sequence[str], points: int, color: str, bold: bool = False
    ) -> None:
        frame.word_wrap = True
        for position, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
            paragraph.alignment = 1
            paragraph.space_after = self._util.Pt(GAP_POINTS)
            run = paragraph.add_run()
            run.text = line
            run.font.size, run.font.bold = self._util.Pt(points), bold
            run.font.name = "Atkinson Hyperlegible"
            run.font.color.rgb = self._color.from_string(color)
            run._r.get_or_add_rPr().set("lang", self._lang)
