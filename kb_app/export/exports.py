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
from kb_app.export.pdf import pdf
from kb_app.export.plain import chat_text, markdown, table
from kb_app.export.site import site
from kb_app.export.slides import slides
from kb_app.export.web import web_page
from kb_app.export.word import word
from kb_app.library.authoring import write_atomically
from kb_app.store.errors import DiskFull, FileExists, FolderUnwritable

NO_SPACE = 28


@dataclass(frozen=True)
class Format:
    """A format: its id on the command line, the ending of its files, its writer, and its
    names for people (Spanish, English)."""

    id: str
    ending: str
    write: Callable[[Material], bytes]
    es: str
    en: str

    def name(self, ui: str) -> str:
        return self.en if ui == "en" else self.es


FORMATS: Mapping[str, Format] = {
    row.id: row
    for row in (
        Format("pdf", ".pdf", pdf, "PDF para imprimir", "PDF to print"),
        Format("docx", ".docx", word, "Word", "Word"),
        Format("pptx", ".pptx", slides, "PowerPoint", "PowerPoint"),
        Format("epub", ".epub", epub, "EPUB para teléfono", "EPUB for a phone"),
        Format("html", ".html", web_page, "Página web", "Web page"),
        Format("site", ".zip", site, "Página web con buscador", "Web page with search"),
        Format("txt", ".txt", chat_text, "Texto corto para un chat", "Short text for a chat"),
        Format("csv", ".csv", table, "Tabla CSV", "CSV table"),
        Format("md", ".md", markdown, "Markdown", "Markdown"),
    )
}


@dataclass(frozen=True)
class Preset:
    """A row of formats for a purpose."""

    id: str
    formats: tuple[str, ...]
    es: str
    en: str


PRESETS: tuple[Preset, ...] = (
    Preset("workshop", ("pdf", "docx", "pptx"), "Carpeta del taller", "Workshop folder"),
    Preset("brief", ("docx",), "Nota para la ministra o el ministro", "Minister's brief"),
    Preset("phone", ("epub", "txt"), "Para el teléfono", "For the phone"),
    Preset("archive", ("pdf", "html", "md", "csv"), "Archivo", "Archive"),
)


@dataclass(frozen=True)
class Exported:
    """A written file, its size in bytes, and what that audience did not get."""

    path: Path
    size: int
    left_out: Sequence[LeftOut]


def export_to(material: Material, form: str, path: Path) -> Exported:
    """Write one format to a new file.

    Raises FileExists, FolderUnwritable, DiskFull, ExportFailed.
    """
    if path.exists():
        raise FileExists(path.name)
    data = FORMATS[form].write(material)
    try:
        write_atomically(path, data)
    except OSError as error:
        raise (
            DiskFull()
            if error.errno == NO_SPACE
            else FolderUnwritable(path.parent.name or str(path.parent))
        ) from error
    return Exported(path, len(data), material.left_out)
