"""`show`, `validate`, `new`, `stamp`: looking at entries and writing them."""

from __future__ import annotations

from pathlib import Path

import click

from indexer.rules import validate_folder, validate_paths
from kb_app.commands.base import PROBLEMS, Verb, both, emit, leave, remark
from kb_app.export.saving import save
from kb_app.library.authoring import new_entry, stamp
from kb_app.library.reports import quality_page, register_page
from kb_app.program import Program
from kb_app.wording.rules import advice

_KINDS = {"case": "case_study", "module": "module"}


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


@click.command(
    cls=Verb,
    help=both(
        "Revisa las reglas del contenido: archivo:línea: campo: qué escribir en su lugar.",
        "Check the rules of the content: file:line: field: what to write instead.",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]…")
@click.pass_obj
def validate(program: Program, paths: tuple[Path, ...]) -> None:
    folders = program.places.content
    problems = []
    for folder in folders:
        problems += validate_paths(paths, folder) if paths else validate_folder(folder)
    rows = [
        {
            "file": _shown(problem.path),
            "line": problem.line,
            "field": problem.field,
            "code": problem.code,
            "advice": advice(problem, program.ui),
        }
        for problem in problems
    ]
    text = "\n".join(f"{r['file']}:{r['line']}: {r['field']}: {r['advice']}" for r in rows)
    emit(program, {"problems": rows}, text)
    if rows:
        remark(f"{len(rows)} problems." if program.ui == "en" else f"{len(rows)} problemas.")
        leave(PROBLEMS)
    remark("No problems." if program.ui == "en" else "Sin problemas.")


@click.command(
    cls=Verb,
    help=both(
        "Crea un caso o módulo desde la plantilla; si la otra edición existe, su traducción.",
        "Create a case or module from the template; its translation if the other edition exists.",
    ),
)
@click.argument("kind", type=click.Choice(list(_KINDS)))
@click.argument("slug")
@click.option(
    "--lang", type=click.Choice(["es", "en"]), default="es", help=both("Idioma.", "Language.")
)
@click.pass_obj
def new(program: Program, kind: str, slug: str, lang: str) -> None:
    path = new_entry(program.places.content[0], _KINDS[kind], slug, lang)
    emit(program, {"file": _shown(path)}, _shown(path))


@click.command(
    "stamp",
    cls=Verb,
    help=both(
        "Marca la traducción de una entrada como puesta al día.",
        "Mark the translation of an entry as brought up to date.",
    ),
)
@click.argument("entry")
@click.pass_obj
def stamp_verb(program: Program, entry: str) -> None:
    found = program.catalogue.entry(entry)
    path = stamp(program.places.content[0], found.kind, found.slug)
    emit(program, {"file": _shown(path)}, _shown(path))


@click.command(
    cls=Verb,
    help=both(
        "Escribe una página sobre el contenido: sus fuentes o su calidad.",
        "Write a page about the content: its sources or its quality.",
    ),
)
@click.argument("page", type=click.Choice(["sources", "quality"]))
@click.option(
    "--out", type=click.Path(path_type=Path), help=both("Archivo de salida.", "Output file.")
)
@click.pass_obj
def report(program: Program, page: str, out: Path | None) -> None:
    catalogue = program.catalogue
    text = register_page(catalogue) if page == "sources" else quality_page(catalogue.editions())
    if out is None:
        emit(program, {"page": page, "text": text}, text.rstrip("\n"))
    else:
        save(out, text.encode("utf-8"), replace=True)
        emit(program, {"page": page, "file": _shown(out)}, _shown(out))


def _shown(path: Path) -> str:
    """The path as the person would type it from where they are."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


COMMANDS: list[click.Command] = [show, validate, new, stamp_verb, report]
