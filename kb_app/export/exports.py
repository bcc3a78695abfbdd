"""The table of formats, and the one way to write an export to a file.

Every format is a function from `Material` to bytes: adding one is a module and a row here.
An existing file is never replaced silently; a failure leaves nothing half-written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb_app.export.epub import epub
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
    and its names for people (Spanish, English).
    """

    id: str
    ending: str
    steps: Callable[[Material], Steps[bytes]]
    es: str
    en: str

    def name(self, ui: str) -> str:
        return self.en if ui == "en" else self.es

    def write(self, material: Material) -> bytes:
        """The finished file. Raises ExportFailed."""
        return finished(self.steps(material))


def _quick(write: Callable[[Material], bytes]) -> Callable[[Material], Steps[bytes]]:
    return lambda material: at_once(lambda: write(material))


FORMATS: Mapping[str, Format] = {
    row.id: row
    for row in (
        Format("pdf", ".pdf", pdf_steps, "PDF para imprimir", "PDF to print"),
        Format("docx", ".docx", word_steps, "Word", "Word"),
        Format("pptx", ".pptx", slide_steps, "PowerPoint", "PowerPoint"),
        Format("epub", ".epub", _quick(epub), "EPUB para teléfono", "EPUB for a phone"),
        Format("html", ".html", _quick(web_page), "Página web", "Web page"),
        Format("site", ".zip", _quick(site), "Página web con buscador", "Web page with search"),
        Format(
            "txt", ".txt", _quick(chat_text), "Texto corto para un chat", "Short text for a chat"
        ),
        Format("csv", ".csv", _quick(table), "Tabla CSV", "CSV table"),
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
    data = yield from FORMATS[form].steps(material)
    save(path, data, replace)
    return Exported(path, len(data), material.left_out, material.missing)


def export_to(material: Material, form: str, path: Path, replace: bool = False) -> Exported:
    """`export_steps` for those who need not watch it. Raises the same."""
    return finished(export_steps(material, form, path, replace))
