"""What an export would be, before it is saved: its size, its first page, what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kb_app.export.exports import FORMATS
from kb_app.export.material import LeftOut, Material
from kb_app.export.pdf import first_page, first_slide
from kb_app.export.steps import Steps

# Signs of text up to which a file is made in order to weigh it; a sample beyond.
MADE_SIGNS = 250_000
SAMPLE_PIECES = 3
PREVIEW_SIGNS = 1100
_AS_PAGE = frozenset({"pdf", "docx", "brief", "brief-docx", "archive"})
_AS_SCREEN = frozenset({"epub", "phone", "html", "site"})
_AS_TEXT = {"txt": "utf-8", "md": "utf-8", "csv": "utf-8-sig"}


@dataclass(frozen=True)
class Weighed:
    """`size` in bytes, measured if `exact`, else reckoned from a sample. `page` is the first
    page or slide as PNG, `text` the beginning of what has no pages.
    """

    size: int
    exact: bool
    pieces: int
    left_out: Sequence[LeftOut]
    missing: Sequence[str]
    page: bytes = b""
    text: str = ""


def weigh_steps(make: Callable[[], Material], form: str, dots: int) -> Steps[Weighed]:
    """Weigh what `make` gives, in steps. `dots` an inch of the picture of the first page.

    Raises NothingToExport, ComparisonSize, ExportFailed, DiskFull.
    """
    yield 0, 3
    material = FORMATS[form].fit(make())
    yield 1, 3
    page = b""
    if form in _AS_PAGE:
        page = first_page(material, dots)
    elif form in _AS_SCREEN:  # what a screen shows has no cover
        page = first_page(replace(material, brief=True), dots)
    elif form == "pptx":
        page = first_slide(material, dots)
    yield 2, 3
    data, size = b"", 0
    signs = _signs(material)
    if signs <= MADE_SIGNS:
        data = yield from FORMATS[form].steps(material)
        size = len(data)
    else:
        size = yield from _reckoned(material, form, signs)
    text = ""
    if form in _AS_TEXT:
        text = data.decode(_AS_TEXT[form])[:PREVIEW_SIGNS]
    return Weighed(
        size, signs <= MADE_SIGNS, len(material.pieces), material.left_out,
        material.missing, page, text,
    )  # fmt: skip


def _reckoned(material: Material, form: str, signs: int) -> Steps[int]:
    """The size of a large file from two small ones: what every file of the format holds, and
    what each sign of text adds.
    """
    made = []
    for count in (1, SAMPLE_PIECES):
        sample = replace(material, pieces=material.pieces[:count])
        data = yield from FORMATS[form].steps(sample)
        made.append((_signs(sample), len(data)))
    (few, small), (many, large) = made
    return large + (large - small) * (signs - many) // max(many - few, 1)


def _signs(material: Material) -> int:
    return sum(len(piece.edition.body) for piece in material.pieces)
