"""`show`, `validate`, `new`, `stamp`: looking at entries and writing them."""

from __future__ import annotations

import click

from kb_app.commands.base import Verb, both, emit
from kb_app.program import Program


@click.command(
    cls=Verb, help=both("Muestra una entrada: slug o uid.", "Show an entry: slug or uid.")
)
@click.argument("entry")
@click.option("--lang", type=click.Choice(["es", "en"]), help=both("Idioma.", "Language."))
@click.pass_obj
def show(program: Program, entry: str, lang: str | None) -> None:
    found = program.catalogue.entry(entry)
    edition = found.edition(lang or program.ui)
    value = {
        "uid": found.uid,
        "slug": found.slug,
        "kind": found.kind,
        "shelf": found.shelf,
        "lang": edition.lang,
        "languages": sorted(found.editions),
        "title": edition.front.title,
        "summary": edition.front.summary,
        "sha256": edition.sha256,
        "translation_out_of_date": found.translation_is_stale(edition.lang),
        "text": edition.body,
    }
    emit(program, value, f"{edition.front.title}\n\n{edition.front.summary}\n\n{edition.body}")


COMMANDS: list[click.Command] = [show]
