"""Notes as text for people: Markdown and CSV. Word is written by the export room."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable

from kb_app.notes.model import Note
from kb_app.notes.w3c import to_annotation

_PURPOSE = {
    "es": {"quote": "Cita", "question": "Pregunta", "example": "Ejemplo local",
           "use": "Para el taller"},
    "en": {"quote": "Quote", "question": "Question", "example": "Local example",
           "use": "For the workshop"},
}  # fmt: skip
_COLUMNS = ("title", "lang", "section", "purpose", "exact", "body", "tags", "shareable",
            "creator", "created", "modified", "id", "uid")  # fmt: skip
TitleOf = Callable[[str], str]


def purpose_label(purpose: str, ui: str) -> str:
    """The name of a purpose in the language of the person."""
    return _PURPOSE["en" if ui == "en" else "es"][purpose]


def to_markdown(notes: Iterable[Note], title_of: TitleOf, ui: str) -> str:
    """Notes grouped by document, quote and remark, as Markdown."""
    lines = ["# Notes" if ui == "en" else "# Notas"]
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(note.uid, []).append(note)
    for uid, some in groups.items():
        lines += ["", f"## {title_of(uid)}"]
        for note in some:
            lines += ["", f"**{purpose_label(note.purpose, ui)}** · {note.section}".rstrip(" ·")]
            if note.exact:
                lines += ["", *(f"> {line}" for line in note.exact.splitlines())]
            if note.body:
                lines += ["", note.body]
            if note.tags:
                lines += ["", " ".join(f"#{tag.replace(' ', '-')}" for tag in note.tags)]
    return "\n".join(lines) + "\n"


def to_csv(notes: Iterable[Note], title_of: TitleOf) -> str:
    """Notes as CSV (UTF-8, RFC 4180). Cells that a spreadsheet would run are defused."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for note in notes:
        row = (title_of(note.uid), note.lang, note.section, note.purpose, note.exact, note.body,
               ", ".join(note.tags), "yes" if note.shareable else "no", note.creator,
               note.created, note.modified, note.id, note.uid)  # fmt: skip
        writer.writerow([defused(cell) for cell in row])
    return out.getvalue()


def defused(cell: str) -> str:
    """A cell that begins like a formula gets an apostrophe before it."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def to_jsonld(notes: Iterable[Note]) -> str:
    """Notes as one W3C annotation collection."""
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [to_annotation(note) for note in notes],
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"
