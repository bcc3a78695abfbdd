"""`notes add`, `notes list`, `notes export`, `notes import`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from kb_app.commands.base import Room, Verb, both, emit
from kb_app.library.authoring import write_atomically
from kb_app.notes.errors import QuoteNotFound
from kb_app.notes.export import purpose_label, to_csv, to_jsonld, to_markdown
from kb_app.notes.model import PURPOSES, Note, selected_quote
from kb_app.notes.w3c import from_lines, to_lines
from kb_app.program import Program
from kb_app.store.errors import FileExists


@click.group(cls=Room, help=both("Sus notas.", "Your notes."))
def notes() -> None:
    pass


@notes.command(cls=Verb, help=both("Pone una nota en un pasaje.", "Put a note on a passage."))
@click.argument("entry")
@click.option(
    "--lang", type=click.Choice(["es", "en"]), default="es", help=both("Idioma.", "Language.")
)
@click.option("--quote", required=True, help=both("Palabras del pasaje.", "Words of the passage."))
@click.option("--body", default="", help=both("Su comentario.", "Your remark."))
@click.option("--tag", "tags", multiple=True, help=both("Etiqueta.", "Tag."))
@click.option(
    "--color",
    type=click.Choice(PURPOSES),
    default="quote",
    help=both("Para qué es.", "What it is for."),
)
@click.option("--shareable", is_flag=True, help=both("Puede ir en paquetes.", "May go into packs."))
@click.pass_obj
def add(
    program: Program,
    entry: str,
    lang: str,
    quote: str,
    body: str,
    tags: tuple[str, ...],
    color: str,
    shareable: bool,
) -> None:
    edition = program.catalogue.entry(entry).edition(lang)
    note = selected_quote(edition, quote)
    if note is None:
        raise QuoteNotFound(entry)
    saved = program.notes.add(
        replace(note, body=body, tags=tags, purpose=color, shareable=shareable), edition
    )
    emit(program, note_json(saved), saved.id)


@notes.command("list", cls=Verb, help=both("Enumera las notas.", "List the notes."))
@click.argument("entry", required=False)
@click.pass_obj
def list_verb(program: Program, entry: str | None) -> None:
    uid = program.catalogue.entry(entry).uid if entry else ""
    found = program.notes.all(uid)
    lines = [
        f"{purpose_label(note.purpose, program.ui)} · {note.exact[:60]} · {note.body}"
        for note in found
    ]
    emit(program, {"notes": [note_json(note) for note in found]}, "\n".join(lines))


@notes.command(
    cls=Verb, help=both("Exporta las notas a un archivo.", "Export the notes to a file.")
)
@click.option(
    "--format", "form", type=click.Choice(["md", "csv", "jsonld", "jsonl"]), required=True,
    help=both("Formato.", "Format."),
)  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), required=True,
              help=both("Archivo.", "File."))  # fmt: skip
@click.pass_obj
def export(program: Program, form: str, out: Path) -> None:
    if out.exists():
        raise FileExists(out.name)
    found = program.notes.all()

    def title_of(uid: str) -> str:
        known = uid in program.catalogue
        return program.catalogue.entry(uid).edition(program.ui).front.title if known else uid

    text = {
        "md": lambda: to_markdown(found, title_of, program.ui),
        "csv": lambda: to_csv(found, title_of),
        "jsonld": lambda: to_jsonld(found),
        "jsonl": lambda: to_lines(found),
    }[form]()
    write_atomically(out, text.encode("utf-8-sig" if form == "csv" else "utf-8"))
    emit(program, {"file": str(out), "notes": len(found)}, str(out))


@notes.command(
    "import",
    cls=Verb,
    help=both("Recibe las notas de un colega (JSON Lines).", "Take in a colleague's notes."),
)
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.pass_obj
def import_verb(program: Program, file: Path) -> None:
    received = from_lines(file.read_text(encoding="utf-8"), file.name, file.name)
    known = {note.id for note in program.notes.all()}
    new = [note for note in received if note.id not in known]
    with program.store.transaction():
        for note in new:
            program.notes.add(note)
    emit(program, {"added": len(new), "skipped": len(received) - len(new)}, str(len(new)))


def note_json(note: Note) -> dict[str, Any]:
    """A note for programs."""
    return {**vars(note), "tags": list(note.tags)}


COMMANDS: list[click.Command] = [notes]
