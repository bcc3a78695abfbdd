"""PDF through typst: our own typographic template, real footnotes, profile PDF/UA-1.

typst refuses to build a PDF/UA file without alternative texts, a title or a language: a
free gate for accessibility. Typst is imported when first used, because the window must not
wait for it. It works in a thread (it lets go of the interpreter), so that a long document can
be watched and left.
"""

from __future__ import annotations

import importlib
import json
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from functools import lru_cache
from pathlib import Path
from typing import Any

from kb_app.export.endings import Ending, fitted
from kb_app.export.errors import ExportFailed
from kb_app.export.material import Material
from kb_app.export.pdftemplate import END
from kb_app.export.signs import without
from kb_app.export.steps import Steps
from kb_app.export.typstmarkup import files_of, first_source, slide_source, source_of
from kb_app.export.zips import made_on
from kb_app.store.errors import DiskFull

MAX_UNKNOWN_SIGNS = 100
FITTED_TEXTS = 12
# Read aloud, and kept: PDF/UA-1 and PDF/A-2a.
STANDARDS = ["ua-1", "a-2a"]
# Seconds that typst takes for a sign of source: only for the bar, measured on our library.
SECONDS_A_SIGN = 3e-6
POLL_SECONDS = 0.05
_UNKNOWN_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED_SIGN = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
FONTS = Path(__file__).parents[1] / "resources" / "fonts"


def pdf_steps(material: Material) -> Steps[bytes]:
    """The finished PDF, in steps. Raises ExportFailed when typst refuses the document, and
    DiskFull when its pictures find no room.
    """
    total = 2 * len(material.pieces)
    parts: list[str] = []
    for part in source_of(material):
        parts.append(part)
        yield min(len(parts), total // 2), total
    day = int(made_on(material.credits.date).replace(tzinfo=UTC).timestamp())
    with _folder(material) as folder:
        for _ in range(MAX_UNKNOWN_SIGNS):
            made = yield from _compiled(parts, folder, day)
            if isinstance(made, bytes):
                return made
            parts = [_named(part, made, material.lang) for part in parts]
    raise ExportFailed("PDF", "signs")


def typeset(source: str, lang: str, date: str) -> Steps[bytes]:
    """The PDF of a source of its own, without pictures, in steps. `date` is ISO 8601.

    Raises ExportFailed.
    """
    day = int(made_on(date).replace(tzinfo=UTC).timestamp())
    with tempfile.TemporaryDirectory(prefix="batea-pdf-", ignore_cleanup_errors=True) as folder:
        for _ in range(MAX_UNKNOWN_SIGNS):
            made = yield from _compiled([source], folder, day)
            if isinstance(made, bytes):
                return made
            source = _named(source, made, lang)
    raise ExportFailed("PDF", "signs")


def first_page(material: Material, dots: int = 96) -> bytes:
    """The first page as a PNG, `dots` an inch: what a person looks at before saving.

    Raises ExportFailed, DiskFull.
    """
    return _picture(first_source(material), material, dots)


def first_slide(material: Material, dots: int = 60) -> bytes:
    """The first slide of a deck as a PNG, as `slides` makes it. Raises as `first_page`."""
    return _picture(slide_source(material), material, dots)


def _picture(source: str, material: Material, dots: int) -> bytes:
    with _folder(material) as folder:
        made = _asked(_typst().compile, source.encode(), root=folder, font_paths=_fonts(),
                      format="png", ppi=dots)  # fmt: skip
    return bytes(made[0] if isinstance(made, list) else made)


def pages_of(material: Material) -> float:
    """How many pages a PDF takes, the last one by how full it is: 1.5 is one and a half.

    Raises ExportFailed, DiskFull.
    """
    source = "\n".join((*source_of(material), END))
    with _folder(material) as folder:
        found = _asked(_typst().query, source.encode(), "<batea-end>", field="value", one=True,
                       root=folder, font_paths=_fonts())  # fmt: skip
    page, share = json.loads(found)
    return float(page) - 1 + float(share)


@contextmanager
def _folder(material: Material) -> Iterator[str]:
    """A folder with the pictures, for as long as typst needs it. Raises DiskFull."""
    with tempfile.TemporaryDirectory(prefix="batea-pdf-", ignore_cleanup_errors=True) as folder:
        try:
            for name, picture in files_of(material).items():
                (Path(folder) / name).write_bytes(picture.data)
        except OSError as error:
            raise DiskFull() from error
        yield folder


def _asked(call: Callable[..., Any], *given: Any, **more: Any) -> Any:
    try:
        return call(*given, **more)
    except RuntimeError as error:  # TypstError among them
        raise ExportFailed("PDF", str(error)) from error


def _typst() -> Any:
    return importlib.import_module("typst")


@lru_cache(maxsize=1)
def _fonts() -> Any:
    """Our fonts and those within typst, read once: the same pages on every computer."""
    return _typst().Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def _compiled(parts: Sequence[str], folder: str, day: int) -> Steps[bytes | str]:
    """The bytes, or the signs that no font can show (PDF/UA forbids them). Raises ExportFailed."""
    answer: list[bytes] = []
    failure: list[Exception] = []

    def work() -> None:
        try:
            answer.append(_set(parts, Path(folder), day))
        except RuntimeError as error:  # TypstError among them
            failure.append(error)

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    pieces = len(parts) - 1
    begun, expected = time.monotonic(), sum(map(len, parts)) * SECONDS_A_SIGN
    while worker.is_alive():
        worker.join(POLL_SECONDS)
        share = min(0.99, (time.monotonic() - begun) / expected)
        yield pieces + int(pieces * share), 2 * pieces
    if answer:
        return answer[0]
    if not failure:
        raise ExportFailed("PDF", "interrupted")
    unknown = _UNKNOWN_SIGN.search(str(failure[0]))
    if unknown is None:
        raise ExportFailed("PDF", str(failure[0])) from failure[0]
    return unknown.group(1)


def _set(parts: Sequence[str], folder: Path, day: int) -> bytes:
    """The file, once its endings are fitted where there are not too many to set again. typst
    keeps what it has set of a file: to ask it where a text ends costs next to nothing then.
    """
    place = folder / "export.typ"
    typst = _typst()
    head, *texts = parts

    def compiler(texts: Sequence[str]) -> Any:
        place.write_text("\n".join((head, *texts)) + "\n", encoding="utf-8")
        return typst.Compiler(str(place), root=str(folder), font_paths=_fonts())

    def measure(texts: Sequence[str]) -> dict[int, Ending]:
        found = json.loads(compiler(texts).query("<ending>", field="value"))
        return {int(n) - 1: Ending(int(page), float(share)) for n, page, share in found}

    if len(texts) <= FITTED_TEXTS:
        texts = fitted(texts, measure)
    made = compiler(texts).compile(format="pdf", pdf_standards=STANDARDS, timestamp=day)
    return bytes(made)


def _named(source: str, signs: str, lang: str) -> str:
    """Signs that our fonts do not have (emoji, rare scripts) are named instead: a PDF/UA
    file may not hold what cannot be displayed.
    """
    said = _ESCAPED_SIGN.sub(lambda match: chr(int(match.group(1), 16)), signs)
    for sign in said:
        if not sign.isascii():
            source = without(source, sign, lang)
    return source
