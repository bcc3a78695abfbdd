"""`workshop …`: what is taken home, from the command line: commitments, reports, papers."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from kb_app.commands.base import Verb, both, emit
from kb_app.commands.workshop_base import (
    ANY_ID,
    FILE,
    FOLDER,
    ID,
    OUT,
    PEOPLE,
    workshop,
    write_new,
)
from kb_app.export.agency import credits_of
from kb_app.export.exports import export_to
from kb_app.export.material import Credits
from kb_app.export.sheets import made_paper, paper_material
from kb_app.export.steps import finished
from kb_app.export.workshop_folder import folder_steps
from kb_app.program import Program
from kb_app.workshops.calendar import calendar, read_day
from kb_app.workshops.checks import print_mark
from kb_app.workshops.errors import TimeUnreadable
from kb_app.workshops.result_papers import followup_report, results_of
from kb_app.workshops.room import Commitment, Outreach

# --- commitments --------------------------------------------------------------------------------


@workshop.command(cls=Verb, help=both("Anota un compromiso.", "Note a commitment."))
@ID
@click.argument("what")
@click.option("--team", default="", help=both("Grupo.", "Group."))
@click.option("--who", default="", help=both("Quién.", "Who."))
@click.option("--due", default="", help=both("Para cuándo: 30/6, +30…", "By when: 30/6, +30…"))
@click.option("--indicator", default="", help=both("Cómo se sabrá.", "How it will be known."))
@click.option("--support", default="", help=both("Apoyo.", "Support."))
@click.pass_obj
def commit(program: Program, /, workshop_id: str, what: str, due: str, **given: str) -> None:
    plan = program.workshops.get(workshop_id)
    day = read_day(due, date.today()) if due else ""
    if due and not day:
        raise TimeUnreadable(due)
    saved = program.room.commit(Commitment("", plan.id, what=what, due=day, **given))
    emit(program, asdict(saved), saved.id)


@workshop.command(
    cls=Verb,
    help=both(
        "Compromisos de un taller o de todos; --due los que vencen en 30 días.",
        "Commitments of a workshop or of all; --due those that are due in 30 days.",
    ),
)
@ANY_ID
@click.option("--due", "due", is_flag=True, help=both("Los que vencen.", "What is due."))
@click.option("--done", metavar="ID", help=both("Marca uno como hecho.", "Mark one as done."))
@click.option("--ics", type=FILE, help=both("Guarda un calendario.", "Save a calendar."))
@click.pass_obj
def commitments(
    program: Program, workshop_id: str | None, due: bool, done: str | None, ics: Path | None
) -> None:
    plan_id = program.workshops.get(workshop_id).id if workshop_id else ""
    if done:
        for one in program.room.commitments(plan_id):
            if one.id.startswith(done) and len(done) > 3:
                program.room.commit(Commitment(**{**asdict(one), "state": "done"}))
    found = program.room.commitments(plan_id)
    if due:
        urgent = {one.id for one in program.room.due(date.today())}
        found = [one for one in found if one.id in urgent]
    if ics:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        write_new(ics, calendar(found, stamp).encode("utf-8"))
    lines = [f"{c.id[:8]}  {c.due or '–':10}  {c.state:7}  {c.team}: {c.what}" for c in found]
    emit(program, {"commitments": [asdict(one) for one in found]}, "\n".join(lines))


@workshop.command(
    cls=Verb, help=both("Bitácora de visitas; con --place añade.", "Outreach log; --place adds.")
)
@click.option("--day", default="", help=both("Fecha.", "Date."))
@click.option("--place", default="", help=both("Lugar.", "Place."))
@click.option("--what", default="", help=both("Qué.", "What."))
@click.option("--women", type=PEOPLE, default=0, help=both("Mujeres.", "Women."))
@click.option("--men", type=PEOPLE, default=0, help=both("Hombres.", "Men."))
@click.pass_obj
def outreach(program: Program, day: str, place: str, what: str, women: int, men: int) -> None:
    if place:
        today = date.today()
        moment = read_day(day, today, past=True) if day else today.isoformat()
        if not moment:
            raise TimeUnreadable(day)
        program.room.log(Outreach("", moment, place, what, women, men))
    rows = program.room.outreach()
    lines = [f"{r.day}  {r.place}: {r.what} ({r.women} F, {r.men} M)" for r in rows]
    emit(program, {"outreach": [asdict(row) for row in rows]}, "\n".join(lines))


# --- papers -------------------------------------------------------------------------------------


@workshop.command(
    cls=Verb,
    help=both(
        "Informe de una página de un taller; sin taller, el de seguimiento.",
        "One-page report of a workshop; without one, the follow-up report.",
    ),
)
@ANY_ID
@click.option("--format", "form", type=click.Choice(["docx", "pdf"]),
              help=both("Formato (o el del nombre).", "Format (or the name's)."))  # fmt: skip
@OUT
@click.pass_obj
def report(program: Program, workshop_id: str | None, form: str | None, out: Path) -> None:
    form = form or ("pdf" if out.suffix.lower() == ".pdf" else "docx")
    room, credits = program.room, _credits(program)
    if workshop_id:
        plan = program.workshops.get(workshop_id)
        entries = program.planner.entries()
        material = made_paper("report", "facilitator", plan, entries, room, credits)
    else:
        titles = {plan.id: plan.title for plan in program.workshops.all()}
        edition = followup_report(
            room.commitments(), room.outreach(), titles, date.today(), program.ui
        )
        material = paper_material(edition, "facilitator", credits, "follow-up report")
    written = export_to(material, form, out)
    emit(program, {"file": str(out), "bytes": written.size}, str(out))


def _credits(program: Program) -> Credits:
    return credits_of(program.store, program.places.data)


@workshop.command(
    cls=Verb,
    help=both("Hace la carpeta con todos los impresos.", "Make the folder with all papers."),
)
@ID
@click.option("--out", type=FOLDER, required=True, help=both("Dentro de.", "Inside."))
@click.pass_obj
def folder(program: Program, workshop_id: str, out: Path) -> None:
    plan = program.workshops.get(workshop_id)
    made = finished(
        folder_steps(plan, program.planner.entries(), out, _credits(program),
                     results_of(program.room, plan))
    )  # fmt: skip
    program.store.set_setting(f"printed:{plan.id}", print_mark(plan))
    value: dict[str, Any] = {"folder": str(made.path), "files": list(made.files)}
    emit(program, value, "\n".join([str(made.path), *made.files]))


COMMANDS: list[click.Command] = []
