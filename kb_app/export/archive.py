"""Everything of a selection for the shelf: one ZIP with every form, and how to check it.

Each file comes from the writer of its format and the same material, so what an audience may
not see is not in it either.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from kb_app.export.epub import epub
from kb_app.export.material import Material
from kb_app.export.pdf import pdf_steps
from kb_app.export.phrases import phrase
from kb_app.export.plain import markdown, table
from kb_app.export.steps import Steps
from kb_app.export.web import web_page
from kb_app.export.word import word_steps
from kb_app.export.zips import zipped

_QUICK: tuple[tuple[str, Callable[[Material], bytes]], ...] = (
    ("epub", epub), ("html", web_page), ("csv", table),
)  # fmt: skip


def archive_steps(material: Material) -> Steps[bytes]:
    """The ZIP, in steps. Raises ExportFailed, DiskFull."""
    english = material.lang == "en"
    stem = "library" if english else "biblioteca"
    files: dict[str, bytes] = {}
    files[f"{stem}.pdf"] = yield from pdf_steps(material)
    files[f"{stem}.docx"] = yield from word_steps(material)
    for ending, write in _QUICK:
        files[f"{stem}.{ending}"] = write(material)
        yield len(files), len(files) + 1
    for piece in material.pieces:
        name = f"{'texts' if english else 'textos'}/{piece.edition.slug}.{piece.edition.lang}.md"
        one = replace(material, title=piece.edition.front.title, pieces=(piece,))
        files[name] = markdown(one)
    for name, picture in material.images.items():
        files[f"{'pictures' if english else 'imagenes'}/{name}"] = picture.data
    files["LEAME.txt" if not english else "README.txt"] = _readme(material, list(files))
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    files["SHA256SUMS"] = sums.encode("utf-8")
    return zipped(files)


def _readme(material: Material, names: list[str]) -> bytes:
    credits, lang = material.credits, material.lang
    version = "participant" if material.audience == "participant" else "facilitator-version"
    lines = [material.title, credits.agency, credits.date, phrase(version, lang), "",
             phrase("archive-readme", lang), "", *(name for name in names)]  # fmt: skip
    return ("\n".join(lines) + "\n").encode("utf-8")
