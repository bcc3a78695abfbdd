"""`own`: texts of the person's own, taken into the library and out again."""

from __future__ import annotations

from pathlib import Path

import click

from kb_app.commands.base import Room, Verb, both, emit
from kb_app.library.catalogue import MINE
from kb_app.program import Program


@click.group("own", cls=Room, help=both("Textos propios.", "Texts of your own."))
def own() -> None:
    pass


@own.command(
    cls=Verb,
    help=both(
        "Lleva textos propios (SLUG.es.md, SLUG.en.md) a la biblioteca.",
        "Take texts of your own (SLUG.es.md, SLUG.en.md) into the library.",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def add(program: Program, files: tuple[Path, ...]) -> None:
    taken = [program.own_texts.take(path).edition for path in files]
    program.library_changed()
    rows = [{"uid": e.uid, "slug": e.slug, "lang": e.lang, "title": e.front.title} for e in taken]
    emit(program, {"added": rows}, "\n".join(f"{e.lang}  {e.front.title}" for e in taken))


@own.command("list", cls=Verb, help=both("Enumera los textos propios.", "List your own texts."))
@click.pass_obj
def list_verb(program: Program) -> None:
    mine = [entry for entry in program.catalogue if entry.shelf == MINE]
    rows = [{"uid": e.uid, "slug": e.slug, "languages": sorted(e.editions)} for e in mine]
    lines = [f"{e.slug}  {e.edition(program.ui).front.title}" for e in mine]
    emit(program, {"own": rows}, "\n".join(lines))


@own.command(
    cls=Verb,
    help=both(
        "Saca un texto propio; vuelve el que estaba antes, si lo había.",
        "Take a text of your own out; what stood there before comes back.",
    ),
)
@click.argument("entry")
@click.pass_obj
def remove(program: Program, entry: str) -> None:
    found = program.catalogue.entry(entry)
    langs = program.own_texts.take_out(found.uid)
    program.library_changed()
    emit(program, {"uid": found.uid, "languages": langs}, " ".join(langs))


COMMANDS: list[click.Command] = [own]
