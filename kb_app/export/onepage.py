"""A Word file that must be one page is set small: narrow margins, smaller letters, less air.

It is changed at the end, over what any paper has (ECMA-376 part 1: sizes in half points,
lengths in twentieths of a point); `TIGHT` of `pdftemplate` does the same for PDF.
"""

from __future__ import annotations

from typing import Any

from kb_app.export.wordbase import TEXT_WIDTH_TWIPS, W, twips

LETTERS, AIR, LEADING = 0.86, 0.35, 0.85
SINGLE = 240  # of a line: below it letters touch
SIDES_CM, ENDS_CM, PAGE_CM = 1.8, 1.4, 21.59


def tighten(document: Any) -> None:
    """Set a finished Word document (of python-docx) small."""
    _margins(document.sections[0]._sectPr)
    for part in (document.styles.element, document.element.body):
        for tag in ("sz", "szCs"):
            for size in part.iter(_name(tag)):
                _scale(size, "val", LETTERS)
        for space in part.iter(_name("spacing")):
            for side in ("before", "after"):
                _scale(space, side, AIR)
            if space.get(_name("lineRule")) in ("auto", None):
                _scale(space, "line", LEADING, SINGLE)
    wider = (twips(PAGE_CM - 2 * SIDES_CM)) / TEXT_WIDTH_TWIPS
    for tag in ("gridCol", "tcW", "tblW"):
        for width in document.element.body.iter(_name(tag)):
            if width.get(_name("type")) in ("dxa", None):
                _scale(width, "w", wider)


def _margins(section: Any) -> None:
    margins = section.find(_name("pgMar"))
    for side, centimetres in (("left", SIDES_CM), ("right", SIDES_CM), ("top", ENDS_CM),
                              ("bottom", ENDS_CM), ("header", 0.6), ("footer", 0.6)):  # fmt: skip
        margins.set(_name(side), str(twips(centimetres)))


def _scale(element: Any, attribute: str, by: float, least: int = 0) -> None:
    value = element.get(_name(attribute))
    if value is not None and value.lstrip("-").isdecimal():
        element.set(_name(attribute), str(max(least, round(int(value) * by))))


def _name(tag: str) -> str:
    return f"{{{W}}}{tag}"
