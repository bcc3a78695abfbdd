"""`pack`: make, check, look into, take in, take back, answer, list, publish."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from indexer.errors import KbError
from kb_app.commands.base import (
    NEWER_VERSION,
    PROBLEMS,
    WAITS,
    Room,
    Verb,
    both,
    emit,
    leave,
    remark,
)
from kb_app.library.authoring import write_atomically
from kb_app.packs import cleaning
from kb_app.packs.checked import CheckedPack
from kb_app.packs.errors import DecisionNeeded, PackNewer, PackRefused
from kb_app.packs.gate import open_pack
from kb_app.packs.merge import CHOICES, CONFLICTS, Decision, Preview
from kb_app.packs.sending import leaving
from kb_app.packs.shelf import listing, write_feed
from kb_app.packs.signing import fingerprint
from kb_app.packs.writer import forecast, write_pack
from kb_app.program import Program
from kb_app.store.errors import FileExists
from kb_app.wording import explain

T = TypeVar("T")
FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


def _finished(work: Generator[tuple[int, int], None, T]) -> T:
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: T = end.value
            return value


@click.group("pack", cls=Room, help=both("Paquetes para otros.", "Packs for others."))
def pack() -> None:
    pass


@pack.command("create", cls=Verb, help=both("Hace un paquete.", "Make a pack."))
@click.argument("entries", nargs=-1)
@click.option("--all", "everything", is_flag=True, help=both("Toda la biblioteca.", "All of it."))
@click.option("--workshop", "workshop_id", help=both("Un taller.", "A workshop."))
@click.option("--collection", "collection_id", help=both("Una colección.", "A collection."))
@click.option(
    "--with-notes", is_flag=True,
    help=both("Con las notas que se pueden compartir.", "With the notes that may be shared."),
)  # fmt: skip
@click.option("--sign", is_flag=True, help=both("Con firma.", "Signed."))
@click.option("--title", default="", help=both("Título.", "Title."))
@click.option("--out", type=FILE, required=True, help=both("Archivo.", "File."))
@click.pass_obj
def create(
    program: Program,
    entries: tuple[str, ...],
    everything: bool,
    workshop_id: str | None,
    collection_id: str | None,
    with_notes: bool,
    sign: bool,
    title: str,
    out: Path,
) -> None:
    catalogue = program.catalogue
    found = list(catalogue) if everything else [catalogue.entry(ref) for ref in entries]
    plans = [program.workshops.get(workshop_id)] if workshop_id else []
    held = program.collections.get(collection_id) if collection_id else None
    name = title or (plans[0].title if plans else "")
    name = name or (held.title if held else "")
    if not name and found:
        more = f" (+{len(found) - 1})" if len(found) > 1 else ""
        name = f"{found[0].edition(program.ui).front.title}{more}"
    contents = program.sending.contents(
        name or "Batea",
        found,
        with_notes=with_notes,
        workshops=plans,
        collections=[held] if held else [],
    )
    expected = forecast(contents).total
    checked = write_pack(contents, out, program.sending.key(_password()) if sign else None)
    value = {
        "file": str(out),
        "pack_id": checked.manifest.pack_id,
        "sha256": checked.sha256,
        "bytes": checked.size,
        "unpacked": expected,
        "counts": _counts(checked),
        "signature": _signature(checked),
    }
    emit(program, value, f"{out}\n{checked.sha256}")


@pack.command("verify", cls=Verb, help=both("Revisa un paquete.", "Check a pack."))
@click.argument("file", type=FILE)
@click.pass_obj
def verify(program: Program, file: Path) -> None:
    try:
        checked = open_pack(file)
    except (PackRefused, PackNewer) as error:
        _refuse(program, error, {})
    words = _signature(checked).get("words", "")
    sound = "Sound." if program.ui == "en" else "En buen estado."
    emit(
        program,
        {
            "verdict": "sound",
            "reason": "",
            "title": checked.manifest.title,
            "publisher": checked.manifest.publisher.name,
            "signature": _signature(checked),
            "counts": _counts(checked),
        },
        f"{sound} {checked.manifest.title} · {checked.manifest.publisher.name} {words}".strip(),
    )


@pack.command("preview", cls=Verb, help=both("Muestra qué pasaría.", "Show what would happen."))
@click.argument("file", type=FILE)
@click.pass_obj
def preview(program: Program, file: Path) -> None:
    seen = _previewed(program, file)
    rows = [
        {"id": row.uid, "lang": row.lang, "title": row.title, "state": row.state,
         "default": row.default, "notes": row.notes, "workshops": list(row.workshops)}
        for row in seen.rows
    ]  # fmt: skip
    value = {
        "verdict": "asks" if seen.trust.asks else "sound",
        "title": seen.pack.manifest.title,
        "publisher": seen.pack.manifest.publisher.name,
        "trust": {"standing": seen.trust.standing, "words": seen.trust.words,
                  "before": seen.trust.words_before},
        "documents": rows,
        "notes": [{"id": row.note.id, "state": row.state} for row in seen.notes],
        "workshops": [{"id": i, "title": t, "state": s} for i, t, s in seen.workshops],
        "collections": [{"id": i, "title": t, "state": s} for i, t, s in seen.collections],
        "concepts": seen.concepts,
        "deleted_there": list(seen.deleted),
        "bytes": seen.pack.size,
    }  # fmt: skip
    lines = [f"{row.state:10} {row.lang}  {row.title}" for row in seen.rows]
    emit(program, value, "\n".join(lines))


@pack.command("import", cls=Verb, help=both("Recibe un paquete.", "Take a pack in."))
@click.argument("file", type=FILE)
@click.option(
    "--take", multiple=True, default=("safe",),
    help=both("safe (lo seguro), all (todo) o identificadores.", "safe, all or identifiers."),
)  # fmt: skip
@click.option(
    "--trust", is_flag=True,
    help=both("Acepta una llave que cambió o que falta.", "Accept a changed or missing key."),
)  # fmt: skip
@click.pass_obj
def import_verb(program: Program, file: Path, take: tuple[str, ...], trust: bool) -> None:
    seen = _previewed(program, file)
    decisions = _decisions(seen, take)
    changes = any(decisions.get((r.uid, r.lang), r.default) != "leave" for r in seen.rows)
    conflicts = seen.of_state(*CONFLICTS)
    if conflicts and not (changes or seen.brings_anything):
        titles = [row.title for row in conflicts]
        emit(
            program,
            {"import_id": "", "verdict": "asks", "new": [], "updated": [],
             "conflicts": titles, "skipped": []},
            "",
        )  # fmt: skip
        remark(
            f"In conflict with what you hold: {'; '.join(titles)}. Decide with --take."
            if program.ui == "en"
            else f"En conflicto con lo que usted tiene: {'; '.join(titles)}. Decida con --take."
        )
        leave(WAITS)
    try:
        outcome = _finished(program.imports.take(file, seen, decisions, trusted=trust))
    except DecisionNeeded as error:
        _say(program, error)
        emit(program, {"import_id": "", "verdict": "asks", "reason": error.why}, "")
        leave(WAITS)
    program.library_changed()
    emit(
        program,
        {**outcome.as_json(), "verdict": "imported"},
        f"{outcome.import_id}\n+{len(outcome.new)} ~{len(outcome.updated)} "
        f"!{len(outcome.conflicts)} ={len(outcome.skipped)}",
    )


@pack.command("undo", cls=Verb, help=both("Deshace una importación.", "Undo an import."))
@click.argument("import_id", metavar="IMPORT")
@click.pass_obj
def undo(program: Program, import_id: str) -> None:
    undone = _finished(program.imports.undo(import_id))
    program.library_changed()
    value = {"import_id": import_id, "put_back": undone.put_back, "left": list(undone.left)}
    emit(program, value, str(undone.put_back))


@pack.command(
    "list", cls=Verb, help=both("Lo recibido, o los paquetes de una carpeta.",
                                "What was received, or the packs of a folder."),
)  # fmt: skip
@click.argument("folder", type=FOLDER, required=False)
@click.pass_obj
def list_verb(program: Program, folder: Path | None) -> None:
    if folder is not None:
        found = _finished(listing(folder, program.catalogue))
        emit(
            program,
            {"packs": [{"file": str(row.path), "title": row.title, "publisher": row.publisher,
                        "bytes": row.size, "standing": row.standing, "created": row.created,
                        "documents": row.documents, "signed": row.signed} for row in found]},
            "\n".join(f"{r.standing:8} {r.size:>10}  {r.title} · {r.publisher}" for r in found),
        )  # fmt: skip
        return
    records = program.imports.all()
    emit(
        program,
        {"imports": [{"import_id": r.id, "pack_id": r.pack_id, "title": r.title, "kind": r.kind,
                      "publisher": r.publisher, "imported": r.imported, "undone": r.undone,
                      "bytes": r.size, "log": r.log} for r in records]},
        "\n".join(f"{r.id[:8]}  {r.imported[:10]}  {r.title} · {r.publisher}" for r in records),
    )  # fmt: skip


@pack.command("reply", cls=Verb, help=both("Devuelve lo propio a quien envió.", "Send back."))
@click.argument("file", type=FILE)
@click.argument("entries", nargs=-1)
@click.option("--out", type=FILE, required=True, help=both("Archivo.", "File."))
@click.option("--sign", is_flag=True, help=both("Con firma.", "Signed."))
@click.pass_obj
def reply(program: Program, file: Path, entries: tuple[str, ...], out: Path, sign: bool) -> None:
    received = open_pack(file)
    # Own cases to send back too, beside those that were written here.
    chosen = [program.catalogue.entry(ref) for ref in entries]
    contents = program.sending.reply(received, f"Re: {received.manifest.title}", chosen)
    checked = write_pack(contents, out, program.sending.key(_password()) if sign else None)
    rows = [{"kind": r.kind, "text": r.text, "where": r.where} for r in leaving(contents)]
    value = {"file": str(out), "sha256": checked.sha256, "counts": _counts(checked), "leaves": rows}
    emit(program, value, "\n".join([str(out), *(f"{r['kind']}: {r['text']}" for r in rows)]))


@pack.command(
    "catalog", cls=Verb,
    help=both("Publica el catálogo OPDS de una carpeta.", "Publish a folder's OPDS catalogue."),
)  # fmt: skip
@click.argument("folder", type=FOLDER)
@click.option("--title", default="Batea", help=both("Título.", "Title."))
@click.pass_obj
def catalog(program: Program, folder: Path, title: str) -> None:
    target, left = write_feed(folder, title)
    emit(program, {"file": str(target), "left_out": [str(path) for path in left]}, str(target))
    if left:
        leave(PROBLEMS)


@pack.command(
    "key", cls=Verb,
    help=both("La llave para firmar: sus palabras, una copia, una contraseña.",
              "The signing key: its words, a copy, a password."),
)  # fmt: skip
@click.option("--out", type=FILE, help=both("Copia de la llave.", "Copy of the key."))
@click.option(
    "--password", "wanted", is_flag=True,
    help=both("Pide una contraseña nueva (vacía: ninguna).",
              "Ask for a new password (empty: none)."),
)  # fmt: skip
@click.pass_obj
def key_verb(program: Program, out: Path | None, wanted: bool) -> None:
    key = program.sending.key(_password())
    if wanted:
        word = "Password" if program.ui == "en" else "Contraseña"
        new = click.prompt(word, hide_input=True, default="", show_default=False,
                           confirmation_prompt=True, err=True)  # fmt: skip
        program.sending.protect_key(new, _password())
    if out is not None:
        if out.exists():
            raise FileExists(out.name)
        write_atomically(out, program.sending.key_file.read_bytes())
    words = fingerprint(key.public)
    emit(program, {"key": key.public, "words": words, "file": str(out or "")}, words)


def _password() -> str:
    """The password of the signing key, for scripts: it is never given on the command line."""
    return os.environ.get("BATEA_KEY_PASSWORD", "")


@pack.command("clean", hidden=True)
def clean() -> None:
    """The process that reads what strangers wrote, for an installed program."""
    cleaning.main()


def _previewed(program: Program, file: Path) -> Preview:
    try:
        return _finished(program.imports.preview(file))
    except (PackRefused, PackNewer) as error:
        _refuse(program, error, {"import_id": ""})


def _refuse(program: Program, error: KbError, more: dict[str, Any]) -> NoReturn:
    newer = isinstance(error, PackNewer)
    reason = error.reason if isinstance(error, PackRefused) else "newer"
    _say(program, error)
    emit(program, {**more, "verdict": "newer" if newer else "refused", "reason": reason}, "")
    leave(NEWER_VERSION if newer else PROBLEMS)


def _say(program: Program, error: KbError) -> None:
    remark(str(explain(error, program.ui)))


def _decisions(seen: Preview, take: tuple[str, ...]) -> dict[tuple[str, str], Decision]:
    """`all`: whatever can be taken, conflicts as they come, unrelated ones as copies;
    identifiers: only those entries. Raises BadParameter for one that the pack has not.
    """
    if take == ("safe",):
        return {}
    for word in set(take) - {"safe", "all"} - {row.uid for row in seen.rows}:
        raise click.BadParameter(word, param_hint="--take")
    out: dict[tuple[str, str], Decision] = {}
    for row in seen.rows:
        possible = CHOICES[row.state]
        wish: Decision = "leave"
        if "all" in take or row.uid in take:
            wish = "take" if "take" in possible else "copy" if "copy" in possible else "leave"
        elif "safe" in take:
            wish = row.default
        out[row.uid, row.lang] = wish
    return out


def _counts(checked: CheckedPack) -> dict[str, int]:
    return {
        "documents": len(checked.editions),
        "notes": len(checked.notes),
        "workshops": sum(name.startswith("data/workshops/") for name in checked.files),
        "files": len(checked.files),
    }


def _signature(checked: CheckedPack) -> dict[str, str]:
    if checked.signature is None:
        return {"state": "unsigned"}
    return {
        "state": "valid",
        "key": checked.signature.key,
        "words": checked.signature.fingerprint,
    }


COMMANDS: list[click.Command] = [pack]
