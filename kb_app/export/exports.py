"""The table of formats, and the one way to write an export to a file.

Every format is a function from `Material` to bytes: adding one is a module and a row here.
An existing file is never replaced silently; a failure leaves nothing half-written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb_app.export.archive import archive_steps
from kb_app.export.brief import brief_pdf, brief_word
from kb_app.export.epub import epub, for_phone
from kb_app.export.material import LeftOut, Material
from kb_app.export.pdf import pdf_steps
from kb_app.export.plain import chat_text, markdown, table
from kb_app.export.saving import check_place, save
from kb_app.export.site import site
from kb_app.export.slides import slide_steps
from kb_app.export.steps import Steps, at_once, finished
from kb_app.export.web import web_page
from kb_app.export.word import word_steps


@dataclass(frozen=True)
class Format:
    """A format: its id on the command line, the ending of its files, its writer in steps,
    and its names for people (Spanish, English). `fit` chooses from the material what the
    format has room for, and lists what it leaves out.
    """

    id: str
    ending: str
    steps: Callable[[Material], Steps[bytes]]
    es: str
    en: str
    fit: Callable[[Material], Material] = lambda material: material

    def name(self, ui: str) -> str:
        return self.en if ui == "en" else self.es

    def write(self, material: Material) -> bytes:
        """The finished file. Raises ExportFailed."""
        return finished(self.steps(self.fit(material)))


def _quick(write: Callable[[Material], bytes]) -> Callable[[Material], Steps[bytes]]:
    return lambda material: at_once(lambda: write(material))


FORMATS: Mapping[str, Format] = {
    row.id: row
    for row in (
        Format("pdf", ".pdf", pdf_steps, "PDF para imprimir", "PDF to print"),
        Format("docx", ".docx", word_steps, "Word", "Word"),
        Format("pptx", ".pptx", slide_steps, "PowerPoint", "PowerPoint"),
        Format(
            "brief",
            ".pdf",
            pdf_steps,
            "Resumen de dos páginas (PDF)",
            "Two-page brief (PDF)",
            brief_pdf,
        ),
        Format(
            "brief-docx",
            ".docx",
            word_steps,
            "Resumen de dos páginas (Word)",
            "Two-page brief (Word)",
            brief_word,
        ),
        Format(
            "epub", ".epub", _quick(epub), "EPUB para leer en pantalla", "EPUB to read on a screen"
        ),
        Format(
            "phone",
            ".epub",
            _quick(epub),
            "EPUB ligero para teléfono",
            "Light EPUB for a phone",
            for_phone,
        ),
        Format("html", ".html", _quick(web_page), "Página web", "Web page"),
        Format("site", ".zip", _quick(site), "Página web con buscador", "Web page with search"),
        Format(
            "txt", ".txt", _quick(chat_text), "Texto corto para un chat", "Short text for a chat"
        ),
        Format("csv", ".csv", _quick(table), "Tabla CSV", "CSV table"),
        Format("archive", ".zip", archive_steps, "Archivo completo", "Complete archive"),
        Format("md", ".md", _quick(markdown), "Markdown", "Markdown"),
    )
}


@dataclass(frozen=True)
class Exported:
    """A written file, its size in bytes, what that audience did not get, and pictures that
    were not found (their alternative text stands in their place).
    """

    path: Path
    size: int
    left_out: Sequence[LeftOut]
    missing: Sequence[str] = ()


def export_steps(
    material: Material, form: str, path: Path, replace: bool = False
) -> Steps[Exported]:
    """Write one format to a file, in steps; closing the generator leaves nothing behind.

    A file that is there is replaced only with `replace`. Raises FileExists,
    FolderUnwritable, NameUnusable, DiskFull, ExportFailed.
    """
    check_place(path, replace)
    material = FORMATS[form].fit(material)
    yield 0, 1
    data = yield from FORMATS[form].steps(material)
    save(path, data, replace)
    return Exported(path, len(data), material.left_out, material.missing)


def export_to(material: Material, form: str, path: Path, replace: bool = False) -> Exported:
    """`export_steps` for those who need not watch it. Raises the same."""
    return finished(export_steps(material, form, path, replace))
