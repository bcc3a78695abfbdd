"""Whether a printed export has contents, and where: PDF and Word decide alike.

A case of four pages has eight sections and an official looks for one of them, "what for us?":
from six sections on there are contents. A page that holds ten lines would be a page to turn, so
those of one text stand below the title on the cover, which is there anyway; what does not fit
there, and those of several texts, get a page of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from kb_app.export.material import Material

SECTIONS_FROM = 6
ROWS_ON_COVER = 12
DEEP_PIECES = 4  # up to so many texts, their sections stand in the contents too


@dataclass(frozen=True)
class Contents:
    """The levels of headings from `first` to `last` (1: texts, 2: sections)."""

    first: int
    last: int
    on_cover: bool


def contents_of(material: Material) -> Contents | None:
    """The contents that this material needs, if any."""
    if material.brief:
        return None
    if len(material.pieces) > 1:
        return Contents(1, 2 if len(material.pieces) <= DEEP_PIECES else 1, False)
    piece = material.pieces[0]
    rows = sum(1 for section in piece.document.sections if section.title)
    if rows < SECTIONS_FROM:
        return None
    rows += bool(piece.notes) + bool(piece.sources)
    return Contents(2, 2, rows <= ROWS_ON_COVER)
