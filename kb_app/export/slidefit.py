"""Measuring what stands on a slide, so that nothing runs over an edge on any computer.

Widths are those of the Atkinson letters that travel with the program, and a little more: the
slides are set in Arial, which is 1.4 % wider on Spanish text (measured on the modules).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PIL import ImageFont

from indexer import tree
from kb_app.export.pdf import FONTS
from kb_app.export.slidebase import BODY_HEIGHT, TEXT_WIDTH
from kb_app.export.tables import Figures

WIDER = 1.06
LINE_HEIGHT, GAP = 1.2, 9.0  # of the letter's size; points below a paragraph
MARK_WIDTH = 30.0  # points that a bullet, a number or a box takes before its line
TEXT_SIZES = (28, 24, 22)
SMALL_SIZES = (14, 13, 12)
_UNIT = 100


@dataclass(frozen=True)
class Line:
    """A paragraph of a slide: `bold` signs at its beginning are bold, `mark` stands before it
    ("•", "2.", "☐"), `number` is that of the paragraph in the text.
    """

    text: str
    bold: int = 0
    mark: str = ""
    number: int | None = None


@dataclass
class Slide:
    """One slide: a small word above the title, the title, lines or one thing that is shown,
    speaker's notes. `points` is the size of the letters, once it has been measured.
    """

    kicker: str
    title: str
    lines: list[Line] = field(default_factory=list)
    speaker: list[str] = field(default_factory=list)
    shows: tree.Table | Figures | tree.Image | None = None
    sizes: Sequence[int] = TEXT_SIZES
    points: int = TEXT_SIZES[-1]
    opening: bool = False


@lru_cache(maxsize=2)
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    name = "AtkinsonHyperlegible-Bold.ttf" if bold else "AtkinsonHyperlegible-Regular.ttf"
    return ImageFont.truetype(str(FONTS / name), _UNIT)


@lru_cache(maxsize=20_000)
def _width(word: str, bold: bool) -> float:
    return float(_font(bold).getlength(word)) * WIDER / _UNIT


def rows(text: str, points: float, width: float, bold: bool = False) -> int:
    """How many rows a text takes in a width (points); a word that is longer is broken."""
    count, row = 1, 0.0
    space = _width(" ", bold) * points
    for word in text.split():
        wide = _width(word, bold) * points
        if row and row + space + wide > width:
            count, row = count + 1, 0.0
        row += (space if row else 0) + wide
        while row > width:
            count, row = count + 1, row - width
    return count


def height(line: Line, points: float) -> float:
    """How tall a line of the body is, in points, with the gap below it."""
    room = TEXT_WIDTH - (MARK_WIDTH if line.mark else 0)
    # The number at the end is set in small letters; it may need a row.
    said = f"{line.text} ¶{line.number}" if line.number else line.text
    bold = line.bold * 2 > len(line.text)
    return rows(said, points, room, bold) * points * LINE_HEIGHT + GAP


def total(lines: Sequence[Line], points: float) -> float:
    """How tall some lines are together."""
    return sum(height(line, points) for line in lines)


def title_points(title: str, most: int = 2, sizes: Sequence[int] = (30, 26, 22, 18)) -> int:
    """The size at which a title takes at most two rows (or the smallest)."""
    return next((s for s in sizes if rows(title, s, TEXT_WIDTH, True) <= most), sizes[-1])


def fitted(slide: Slide) -> list[Slide]:
    """The slide in the largest letters that fit, or cut evenly into as few as hold it, in the
    largest letters that need no more of them; the speaker's notes stay with the first.
    """
    for points in slide.sizes:
        if total(slide.lines, points) <= BODY_HEIGHT:
            return [replace(slide, points=points)]
    fewest = len(_parts(slide, slide.sizes[-1]))
    points, parts = next(
        (points, parts) for points in slide.sizes if len(parts := _parts(slide, points)) == fewest
    )
    return [
        replace(
            slide,
            title=f"{slide.title} ({number}/{len(parts)})",
            lines=part,
            speaker=slide.speaker if number == 1 else [],
            points=points,
        )
        for number, part in enumerate(parts, start=1)
    ]


def _parts(slide: Slide, points: int) -> list[list[Line]]:
    return _even([piece for line in slide.lines for piece in _halves(line, points)], points)


def _even(lines: list[Line], points: int) -> list[list[Line]]:
    """The fewest slides that hold the lines, about equally full."""
    wanted = len(_filled(lines, points, BODY_HEIGHT))
    low, high = 0.0, BODY_HEIGHT
    while high - low > 4:
        middle = (low + high) / 2
        if len(_filled(lines, points, middle)) > wanted:
            low = middle
        else:
            high = middle
    return _filled(lines, points, high)


def _filled(lines: list[Line], points: int, limit: float) -> list[list[Line]]:
    parts: list[list[Line]] = [[]]
    used = 0.0
    for line in lines:
        tall = height(line, points)
        if parts[-1] and used + tall > limit:
            parts.append([])
            used = 0.0
        parts[-1].append(line)
        used += tall
    return parts


def _halves(line: Line, points: int) -> list[Line]:
    """A line that alone is taller than a slide, cut between words until it fits."""
    if height(line, points) <= BODY_HEIGHT:
        return [line]
    text = line.text
    middle = text.rfind(" ", 1, len(text) // 2 + 1)
    middle = middle if middle > 0 else len(text) // 2
    head = replace(line, text=f"{text[:middle].rstrip()} …", bold=min(line.bold, middle))
    rest = f"… {text[middle:].lstrip()}"
    tail = Line(rest, max(0, line.bold - middle))
    return [*_halves(replace(head, number=None), points),
            *_halves(replace(tail, number=line.number), points)]  # fmt: skip


def row_height(
    cells: Sequence[str], widths: Sequence[float], points: float, bold: bool = False
) -> float:
    """How tall a row of a table is, in points."""
    most = max(
        rows(text, points, wide - 14, bold) for text, wide in zip(cells, widths, strict=True)
    )
    return most * points * LINE_HEIGHT + 10
