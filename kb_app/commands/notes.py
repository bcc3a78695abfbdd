"""`notes add`, `notes list`, `notes export`, `notes import`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from indexer import tree
from indexer.documents import Edition
from kb_app.commands.base import Room, Verb, both, emit, remark
from kb_app.notes.errors import NotesUnreadable, QuoteNotFound, QuoteTwice
from kb_app.notes.export import purpose_label, to_csv, to_docx, to_jsonld, to_markdown
from kb_app.notes.filters import NoteFilter, for_me, for_others
from kb_app.notes.model import PURPOSES, Note, places_of, selected, whole_section
from kb_app.notes.w3c import from_file, to_lines
from kb_app.program import Program
from kb_app.store.errors import FileExists, FolderUnwritable
from kb_app.store.files import write_whole

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(cls=Room, help=both("Sus notas.", "Your notes."))
def notes() -> None:
    pass


@notes.command(cls=Verb, help=both("Pone una nota en un pasaje.", "Put a note on a passage."))
@click.argument("entry")
@click.option(
    "--lang", type=click.Choice(["es", "en"]), default="es", help=both("Idioma.", "Language.")
)
@click.option("--quote", default="", help=both("Palabras del pasaje.", "Words of the passage."))
@click.option(
    "--occurrence",
    type=click.IntRange(1),
    help=both("Cuál, si se repiten.", "Which one, if they stand more than once."),
)
@click.option("--section", default="", help=both("Sección entera (id).", "Whole section (id)."))
@click.option("--body", default="", help=both("Su comentario.", "Your remark."))
@click.option("--tag", "tags", multiple=True, help=both("Etiqueta.", "Tag."))
@click.option(
    "--color",
    type=click.Choice(PURPOSES),
    default="quote",
    help=both("Para qué es.", "What it is for."),
)
@click.option("--shareable", is_flag=True, help=both("Puede ir en paquetes.", "May go into packs."))
@click.option(
    "--sensitive", is_flag=True, help=both("No sale nunca sola.", "Never leaves by itself.")
)
@click.pass_obj
def add(
    program: Program,
    entry: str,
    lang: str,
    quote: str,
    occurrence: int | None,
    section: str,
    body: str,
    tags: tuple[str, ...],
    color: str,
    shareable: bool,
    sensitive: bool,
) -> None:
    edition = program.catalogue.entry(entry).edition(lang)
    if quote.strip():
        draft = _on_quote(edition, entry, quote, occurrence)
    else:
        draft = whole_section(edition, section)
        if section and edition.document().section(section) is None:
            raise QuoteNotFound(f"{entry}#{section}")
    saved = program.notes.add(
        replace(
            draft,
            body=body,
            tags=tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip())),
            purpose=color,
            shareable=shareable,
            sensitive=sensitive,
        ),
        edition,
    )
    emit(program, note_json(saved), saved.id)


def _on_quote(edition: Edition, entry: str, quote: str, occurrence: int | None) -> Note:
    places = places_of(edition, quote)
    if len(places) < (occurrence or 1):
        raise QuoteNotFound(entry)
    if len(places) > 1 and occurrence is None:
        canonical = tree.canonical_text(edition.document())
        spans = [canonical.span_at(start) for start, _ in places]
        numbers = ", ".join(f"¶{span.number}" if span and span.number else "–" for span in spans)
        raise QuoteTwice(entry, len(places), numbers)
    return selected(edition, *places[(occurrence or 1) - 1])


@notes.command("list", cls=Verb, help=both("Enumera las notas.", "List the notes."))
@click.argument("entry", required=False)
@click.option("--find", default="", help=both("Palabras que contienen.", "Words that they hold."))
@click.option("--tag", "tags", multiple=True, help=both("Etiqueta.", "Tag."))
@click.pass_obj
def list_verb(program: Program, entry: str | None, find: str, tags: tuple[str, ...]) -> None:
    uid = program.catalogue.entry(entry).uid if entry else ""
    wanted = NoteFilter(uids=frozenset([uid] if uid else []), tags=frozenset(tags))
    found = program.notes.find(find, wanted)
    results = _results(program, found)
    lines = [_line(note, results.get(note.id, ""), program.ui) for note in found]
    rows = [{**note_json(note), "result": results.get(note.id, "unplaced")} for note in found]
    emit(program, {"notes": rows}, "\n".join(lines))


def _results(program: Program, found: list[Note]) -> dict[str, str]:
    """Where each note stands in today's text: "placed", "ask" or "unplaced"."""
    results: dict[str, str] = {}
    for uid, lang in dict.fromkeys((note.uid, note.lang) for note in found):
        texts = program.catalogue.entry(uid).editions if uid in program.catalogue else {}
        if lang in texts:
            results.update({p.note.id: p.result for p in program.notes.placed(texts[lang])})
    return results


def _line(note: Note, result: str, ui: str) -> str:
    parts = [purpose_label(note.purpose, ui), _short(note.exact) or note.section, note.body]
    if result != "placed":
        parts.append("(without a place)" if ui == "en" else "(sin lugar)")
    return " · ".join(part.replace("\n", " ") for part in parts if part)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


@notes.command(
    cls=Verb,
    help=both(
        "Exporta las notas a un archivo. Las sensibles solo si se piden; «--for others» deja "
        "además las privadas.",
        "Export the notes to a file. Sensitive ones only when asked for; “--for others” also "
        "leaves out the private ones.",
    ),
)
@click.argument("entry", required=False)
@click.option(
    "--format", "form", type=click.Choice(["md", "csv", "jsonld", "docx", "jsonl"]), required=True,
    help=both("Formato.", "Format."),
)  # fmt: skip
@click.option("--out", type=_FILE, required=True, help=both("Archivo.", "File."))
@click.option(
    "--for", "reader", type=click.Choice(["me", "others"]), default="me",
    help=both("Para usted o para otros.", "For you or for others."),
)  # fmt: skip
@click.option(
    "--sensitive", is_flag=True,
    help=both("También las sensibles, para usted.", "Sensitive ones too, for you."),
)  # fmt: skip
@click.pass_obj
def export(
    program: Program, entry: str | None, form: str, out: Path, reader: str, sensitive: bool
) -> None:
    if out.exists():
        raise FileExists(out.name)
    every = program.notes.all(program.catalogue.entry(entry).uid if entry else "")
    chosen = frozenset(note.id for note in every if sensitive and reader == "me")
    taken = for_me(every, chosen) if reader == "me" else for_others(every)

    def title_of(uid: str) -> str:
        known = uid in program.catalogue
        return program.catalogue.entry(uid).edition(program.ui).front.title if known else uid

    data = {
        "md": lambda: to_markdown(taken, title_of, program.ui).encode("utf-8"),
        "csv": lambda: to_csv(taken, title_of).encode("utf-8-sig"),
        "jsonld": lambda: to_jsonld(taken).encode("utf-8"),
        "jsonl": lambda: to_lines(taken).encode("utf-8"),
        "docx": lambda: to_docx(taken, title_of, program.ui),
    }[form]()
    try:
        write_whole(out, data)
    except OSError as error:
        raise FolderUnwritable(out.absolute().parent.name) from error
    kept_back = len(every) - len(taken)
    private = sum(not note.shareable for note in taken)
    _say_what_left(program.ui, kept_back, private)
    emit(program, {"file": str(out), "notes": len(taken), "kept_back": kept_back,
                   "private": private}, str(out))  # fmt: skip


def _say_what_left(ui: str, kept_back: int, private: int) -> None:
    if kept_back:
        remark(
            f"Kept back, private or sensitive: {kept_back}."
            if ui == "en"
            else f"No se incluyeron, por privadas o sensibles: {kept_back}."
        )
    if private:
        remark(
            f"Private notes in this file: {private}. To give it away, use --for others."
            if ui == "en"
            else f"Notas privadas en este archivo: {private}. Para entregarlo, use --for others."
        )


@notes.command(
    "import",
    cls=Verb,
    help=both(
        "Recibe las notas de un colega (W3C JSON-LD, o una por línea).",
        "Take in a colleague's notes (W3C JSON-LD, or one a line).",
    ),
)
@click.argument("file", type=_FILE)
@click.pass_obj
def import_verb(program: Program, file: Path) -> None:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise NotesUnreadable(file.name, 0) from error
    received = program.notes.receive(from_file(data, file.name, file.name), file.name)
    counts = {
        "added": len(received.new),
        "skipped": len(received.same),
        "beside": len(received.beside),
    }
    said = (
        f"{counts['added']} new, {counts['skipped']} already here, {counts['beside']} kept beside "
        "yours."
        if program.ui == "en"
        else f"{counts['added']} nuevas, {counts['skipped']} ya estaban, {counts['beside']} se "
        "guardaron junto a las suyas."
    )
    emit(program, counts, said)


def note_json(note: Note) -> dict[str, Any]:
    """A note for programs."""
    return {**note.values(), "tags": list(note.tags)}


COMMANDS: list[click.Command] = [notes]
