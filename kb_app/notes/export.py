"""Notes as text for people: Markdown, CSV, Word, and W3C JSON-LD for other programs.

Which notes may be in a file is decided before (`filters.for_me`, `filters.for_others`);
a private note in one's own file is marked as private.
"""

from __future__ import annotations

import csv
import importlib
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence

from kb_app.notes.filters import grouped
from kb_app.notes.model import Note
from kb_app.notes.w3c import CONTEXTS, to_annotation

_PURPOSE = {
    "es": {"quote": "Cita", "question": "Pregunta", "example": "Ejemplo local",
           "use": "Para el taller"},
    "en": {"quote": "Quote", "question": "Question", "example": "Local example",
           "use": "For the workshop"},
}  # fmt: skip
_WORDS = {
    "es": {"notes": "Notas", "private": "privada", "sensitive": "sensible"},
    "en": {"notes": "Notes", "private": "private", "sensitive": "sensitive"},
}
_COLUMNS = ("title", "lang", "section", "purpose", "exact", "body", "tags", "shareable",
            "sensitive", "creator", "origin", "created", "modified", "id", "uid")  # fmt: skip
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
_LINE_MARK = re.compile(r"^(\s*)([-+>=~]|\d+[.)])", re.M)
# What a spreadsheet may take for the beginning of a formula, in full width too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
TitleOf = Callable[[str], str]


def purpose_label(purpose: str, ui: str) -> str:
    """The name of a purpose in the language of the person."""
    return _PURPOSE["en" if ui == "en" else "es"][purpose]


def heading_of(note: Note, ui: str) -> str:
    """What stands above a note: purpose, section, marks of privacy, whose it is."""
    words = _WORDS["en" if ui == "en" else "es"]
    marks = [
        purpose_label(note.purpose, ui),
        note.section,
        "" if note.shareable else words["private"],
        words["sensitive"] if note.sensitive else "",
        note.creator,
    ]
    return " · ".join(mark for mark in marks if mark)


def to_markdown(notes: Iterable[Note], title_of: TitleOf, ui: str) -> str:
    """Notes grouped by document, quote and remark, as Markdown."""
    lines = [f"# {_WORDS['en' if ui == 'en' else 'es']['notes']}"]
    for uid, some in grouped(notes, "entry").items():
        lines += ["", f"## {plain_markdown(title_of(uid))}"]
        for note in some:
            lines += ["", f"**{plain_markdown(heading_of(note, ui))}**"]
            if note.exact:
                lines += ["", *(f"> {plain_markdown(line)}" for line in note.exact.splitlines())]
            if note.body:
                lines += ["", plain_markdown(note.body)]
            if note.tags:
                lines += ["", " ".join("#" + "-".join(tag.split()) for tag in note.tags)]
    return "\n".join(lines) + "\n"


def plain_markdown(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _LINE_MARK.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))


def to_csv(notes: Iterable[Note], title_of: TitleOf) -> str:
    """Notes as CSV (UTF-8, RFC 4180). Cells that a spreadsheet would run are defused."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for note in notes:
        row = (title_of(note.uid), note.lang, note.section, note.purpose, note.exact, note.body,
               ", ".join(note.tags), "yes" if note.shareable else "no",
               "yes" if note.sensitive else "no", note.creator, note.origin, note.created,
               note.modified, note.id, note.uid)  # fmt: skip
        writer.writerow([defused(cell) for cell in row])
    return out.getvalue()


def defused(cell: str) -> str:
    """A cell that begins like a formula gets an apostrophe before it (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def to_jsonld(notes: Iterable[Note]) -> str:
    """Notes as one page of W3C annotations."""
    page = {
        "@context": CONTEXTS,
        "type": "AnnotationPage",
        "items": [
            {key: value for key, value in to_annotation(note).items() if key != "@context"}
            for note in notes
        ],
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def to_docx(notes: Sequence[Note], title_of: TitleOf, ui: str) -> bytes:
    """Notes as a Word list, grouped by document (as comments in a document: `export`)."""
    # python-docx is heavy and the window must not wait for it.
    document = importlib.import_module("docx").Document()
    document.add_heading(_WORDS["en" if ui == "en" else "es"]["notes"], 0)
    for uid, some in grouped(notes, "entry").items():
        document.add_heading(_printable(title_of(uid)), 1)
        for note in some:
            document.add_paragraph().add_run(_printable(heading_of(note, ui))).bold = True
            if note.exact:
                document.add_paragraph(_printable(note.exact), style="Quote")
            if note.body:
                document.add_paragraph(_printable(note.body))
            if note.tags:
                document.add_paragraph(_printable(", ".join(note.tags)))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _printable(text: str) -> str:
    """Without the control characters that XML 1.0 cannot hold."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", " ", text)
