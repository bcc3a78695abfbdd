"""`export`: one selection for one audience in one format."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from indexer.documents import Edition
from kb_app.commands.base import Verb, both, emit, remark
from kb_app.export.exports import FORMATS, export_to
from kb_app.export.material import Credits, gather
from kb_app.program import Program


@click.command(
    "export",
    cls=Verb,
    help=both(
        "Exporta entradas: PDF, Word, PowerPoint, EPUB, página, texto, tabla.",
        "Export entries: PDF, Word, PowerPoint, EPUB, page, text, table.",
    ),
)
@click.argument("entries", nargs=-1)
@click.option("--all", "everything", is_flag=True, help=both("Toda la biblioteca.", "All of it."))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), required=True,
    help=both("Formato.", "Format."),
)  # fmt: skip
@click.option(
    "--audience", type=click.Choice(["participant", "facilitator"]), default="participant",
    help=both("Para quién.", "For whom."),
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["es", "en"]), help=both("Idioma de los textos.", "Language.")
)
@click.option("--title", default="", help=both("Título de la portada.", "Title of the cover."))
@click.option("--agency", default="", help=both("Institución.", "Agency."))
@click.option("--sensitive", is_flag=True, help=both("También lo sensible.", "Sensitive too."))
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help=both("Archivo.", "File.")
)
@click.pass_obj
def export_verb(
    program: Program,
    entries: tuple[str, ...],
    everything: bool,
    form: str,
    audience: str,
    lang: str | None,
    title: str,
    agency: str,
    sensitive: bool,
    out: Path,
) -> None:
    chosen = lang or program.ui
    catalogue = program.catalogue
    found = list(catalogue) if everything else [catalogue.entry(ref) for ref in entries]
    editions: list[Edition] = [entry.edition(chosen) for entry in found]
    notes = program.notes.all() if program.places.database.exists() else []
    material = gather(
        title,
        chosen,
        "facilitator" if audience == "facilitator" else "participant",
        editions,
        notes,
        Credits(agency or str(program.store.setting("agency", "")), date.today().isoformat()),
        program.images_of(editions),
        include_sensitive=sensitive,
    )
    written = export_to(material, form, out)
    report = [{"kind": row.kind, "where": row.where} for row in written.left_out]
    if report:
        remark(
            f"Left out for this audience: {len(report)}."
            if program.ui == "en"
            else f"No se incluye para este público: {len(report)}."
        )
    emit(program, {"file": str(out), "bytes": written.size, "left_out": report}, str(out))


COMMANDS: list[click.Command] = [export_verb]
