"""`export`: one selection for one audience in one format."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from indexer.documents import Entry
from kb_app.commands.base import Verb, both, emit, remark
from kb_app.export import report
from kb_app.export.agency import credits_of, read_logo
from kb_app.export.exports import FORMATS, Exported, export_steps
from kb_app.export.material import Audience, Credits, Material
from kb_app.export.orders import Order, material_of
from kb_app.export.presets import FOLDER, PRESETS
from kb_app.export.sheets import paper_material
from kb_app.export.steps import Steps, T
from kb_app.export.workshop_folder import folder_steps
from kb_app.library.collections import CollectionMissing
from kb_app.program import Program
from kb_app.workshops.papers import paper
from kb_app.workshops.result_papers import results_of

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "export",
    cls=Verb,
    help=both(
        "Exporta entradas, una colección, un taller o notas: PDF, Word, PowerPoint, EPUB, página…",
        "Export entries, a collection, a workshop or notes: PDF, Word, PowerPoint, EPUB, page…",
    ),
)
@click.argument("entries", nargs=-1)
@click.option("--all", "everything", is_flag=True, help=both("Toda la biblioteca.", "All of it."))
@click.option("--collection", "collection_id", help=both("Una colección.", "A collection."))
@click.option(
    "--workshop", "workshop_id",
    help=both("Un taller: cuaderno o guía.", "A workshop: workbook or guide."),
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), help=both("Formato.", "Format.")
)
@click.option(
    "--preset", type=click.Choice(list(PRESETS)),
    help=both("Elección lista, en lugar de --format.", "Ready choice, instead of --format."),
)  # fmt: skip
@click.option(
    "--audience", type=click.Choice(["participant", "facilitator"]), default="participant",
    help=both("Para quién.", "For whom."),
)  # fmt: skip
@click.option(
    "--lang",
    type=click.Choice(["es", "en", "both"]),
    help=both("Idioma de los textos.", "Language."),
)
@click.option("--title", default="", help=both("Título de la portada.", "Title of the cover."))
@click.option("--agency", default="", help=both("Institución.", "Agency."))
@click.option("--logo", type=_FILE, help=both("Logotipo (PNG o JPEG).", "Logo (PNG or JPEG)."))
@click.option(
    "--with-notes", is_flag=True,
    help=both("Con mis notas (las de compartir).", "With my notes (those to share)."),
)  # fmt: skip
@click.option("--notes-only", is_flag=True, help=both("Solo mis notas.", "Only my notes."))
@click.option(
    "--notes-at-end", is_flag=True,
    help=both("En Word, notas al final y no al margen.", "In Word, notes at the end."),
)  # fmt: skip
@click.option(
    "--compare",
    is_flag=True,
    help=both("De dos a cuatro, lado a lado.", "Two to four, side by side."),
)
@click.option("--sensitive", is_flag=True, help=both("También lo sensible.", "Sensitive too."))
@click.option(
    "--out", type=click.Path(path_type=Path), required=True,
    help=both("Archivo, o carpeta para la del taller.", "File, or folder for the workshop's."),
)  # fmt: skip
@click.pass_obj
def export_verb(
    program: Program,
    entries: tuple[str, ...],
    everything: bool,
    collection_id: str | None,
    workshop_id: str | None,
    form: str | None,
    preset: str | None,
    audience: Audience,
    lang: str | None,
    title: str,
    agency: str,
    logo: Path | None,
    with_notes: bool,
    notes_only: bool,
    notes_at_end: bool,
    compare: bool,
    sensitive: bool,
    out: Path,
) -> None:
    if bool(form) == bool(preset):
        raise click.UsageError("--format / --preset")
    ready = PRESETS[preset] if preset else None
    wanted = ready.form if ready else str(form)
    if wanted == FOLDER and not workshop_id:
        raise click.UsageError("--preset workshop: --workshop ID")
    credits = credits_of(program.store, program.places.data)
    credits = replace(
        credits,
        agency=agency or credits.agency,
        logo=read_logo(logo) if logo is not None else credits.logo,
    )
    if wanted == FOLDER:
        _folder(program, str(workshop_id), out, credits)
        return
    if workshop_id:
        material = _paper(program, workshop_id, wanted, audience, credits)
    else:
        both_languages = lang == "both" or bool(ready and ready.both_languages and not lang)
        langs = ("es", "en") if both_languages else (lang or program.ui,)
        if both_languages and program.ui == "en":
            langs = ("en", "es")
        title = title or _collection_title(program, collection_id)
        order = Order(langs, audience, title, with_notes, notes_only, compare, sensitive,
                      comments=not notes_at_end)  # fmt: skip
        chosen = _chosen(program, entries, everything or notes_only, collection_id)
        needs_notes = (with_notes or notes_only) and program.places.database.exists()
        notes = program.notes.all() if needs_notes else []
        material = material_of(order, chosen, notes, program.images_of, credits)
    _say(program, _watched(export_steps(material, wanted, out)))


def _chosen(
    program: Program, entries: Sequence[str], everything: bool, collection_id: str | None
) -> list[Entry]:
    """The entries that are named, then those of the collection; all of them if asked."""
    catalogue = program.catalogue
    found = [catalogue.entry(ref) for ref in entries]
    if collection_id:
        named = [c for c in program.collections.all() if collection_id in (c.id, c.title)]
        if not named:
            raise CollectionMissing(collection_id)
        found += [catalogue.entry(i.uid) for i in named[0].items if i.uid in catalogue]
    return found or (list(catalogue) if everything else [])


def _collection_title(program: Program, collection_id: str | None) -> str:
    named = [c.title for c in program.collections.all() if collection_id in (c.id, c.title)]
    return named[0] if collection_id and named else ""


def _paper(
    program: Program, workshop_id: str, form: str, audience: Audience, credits: Credits
) -> Material:
    """A workshop as one text: slides, else the workbook or the guide by audience."""
    plan = program.workshops.get(workshop_id)
    kind = "workbook" if audience == "participant" else "guide"
    kind = "slides" if form == "pptx" else kind
    results = results_of(program.room, plan)
    edition = paper(kind, plan, program.planner.entries(), results)
    return paper_material(edition, audience, credits, kind)


def _folder(program: Program, workshop_id: str, out: Path, credits: Credits) -> None:
    plan = program.workshops.get(workshop_id)
    steps = folder_steps(plan, program.planner.entries(), out, credits,
                         results_of(program.room, plan))  # fmt: skip
    made = _watched(steps)
    emit(program, {"folder": str(made.path), "files": list(made.files)}, str(made.path))


def _watched(steps: Steps[T]) -> T:
    """The steps, with how far they are where somebody looks on."""
    shows = sys.stderr.isatty()
    try:
        while True:
            done, total = next(steps)
            if shows:
                click.echo(f"\r{100 * done // max(total, 1):3d} %\r", err=True, nl=False)
    except StopIteration as end:
        made: T = end.value
        return made


def _say(program: Program, written: Exported) -> None:
    ui = program.ui
    words = report.lines(written.left_out, ui)
    rows = [
        {"kind": row.kind, "where": row.where, "words": row.words, "said": said}
        for row, said in zip(written.left_out, words, strict=True)
    ]
    if rows:
        head = "Left out" if ui == "en" else "No se incluye"
        remark(f"{head}: {report.summary(written.left_out, ui)}.")
    for name in written.missing:
        remark(f"{'Picture not found' if ui == 'en' else 'Imagen que falta'}: {name}")
    value = {"file": str(written.path), "bytes": written.size, "left_out": rows,
             "missing": list(written.missing)}  # fmt: skip
    emit(program, value, str(written.path))


COMMANDS: list[click.Command] = [export_verb]
