"""`workshop …`: what happens in the room and is taken home, from the command line."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from kb_app.commands.base import Verb, both, emit, remark
from kb_app.commands.workshops import block_of, workshop
from kb_app.export.agency import credits_of
from kb_app.export.exports import export_to
from kb_app.export.material import Credits
from kb_app.export.sheets import paper_material
from kb_app.export.steps import finished
from kb_app.export.workshop_folder import folder_steps
from kb_app.program import Program
from kb_app.store.errors import FileExists, FolderUnwritable
from kb_app.store.files import write_whole
from kb_app.workshops import running
from kb_app.workshops.calendar import calendar, read_day
from kb_app.workshops.chart import REPORT_RATIO, results_chart
from kb_app.workshops.checks import print_mark
from kb_app.workshops.edits import accept as accepted
from kb_app.workshops.errors import DayMissing, ListUnreadable, TimeUnreadable
from kb_app.workshops.lists import attendance_csv
from kb_app.workshops.papers import paper
from kb_app.workshops.questions import questions
from kb_app.workshops.result_papers import followup_report, results_of
from kb_app.workshops.room import AGES, SEXES, Attendee, Commitment, Outreach
from kb_app.workshops.timing import minutes_of

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
_PEOPLE = click.IntRange(0, 100_000)
MOST_ROWS = 5_000
_YES = ("sí", "si", "yes", "x", "1")


@workshop.command(
    cls=Verb,
    help=both(
        "Vamos tarde: qué podría ceder, a una hora y en un bloque; --accept lo hace.",
        "We are late: what could give, at a time and in a block; --accept does it.",
    ),
)
@click.argument("workshop_id", metavar="ID")
@click.argument("block")
@click.option("--began", required=True, help=both("Cuándo empezó.", "When it began."))
@click.option("--now", "now", required=True, help=both("Qué hora es.", "What time it is."))
@click.option("--minutes", type=click.IntRange(0, 480), default=0, help=both("Cuánto.", "By."))
@click.option("--accept", is_flag=True, help=both("Hágalo.", "Do it."))
@click.pass_obj
def late(
    program: Program,
    workshop_id: str,
    block: str,
    began: str,
    now: str,
    minutes: int,
    accept: bool,
) -> None:
    plan = program.workshops.get(workshop_id)
    held = block_of(plan, block)
    run = running.Run(plan.day_of(held.id), held.id, _minutes(began))
    stands = running.standing(plan, run, _minutes(now))
    found = running.proposals(plan, run, _minutes(now), minutes)
    if accept and found:
        program.workshops.save(accepted(plan, found))
    rows = [{"block": p.block.id, "title": p.block.title, "before": p.block.minutes,
             "after": p.minutes} for p in found]  # fmt: skip
    lines = [f"{row['title']}: {row['before']} > {row['after']}" for row in rows]
    value = {"late": stands.late, "spare": stands.spare, "proposals": rows,
             "accepted": accept and bool(found)}  # fmt: skip
    emit(program, value, "\n".join([f"{-stands.spare:+d} min", *lines]))


def _minutes(clock: str) -> int:
    found = minutes_of(clock)
    if found is None:
        raise TimeUnreadable(clock)
    return found


# --- attendance ------------------------------------------------------------------------------


@workshop.command(
    cls=Verb,
    help=both(
        "Anota a quien vino. Con --file lee un CSV: nombre, sexo, edad, institución, municipio.",
        "Note who came. With --file it reads a CSV: name, sex, age, institution, municipality.",
    ),
)
@click.argument("workshop_id", metavar="ID")
@click.argument("name", required=False, default="")
@click.option("--sex", type=click.Choice(SEXES), help=both("Sexo.", "Sex."))
@click.option("--age", default="", help=both("Edad (grupo).", "Age band."))
@click.option("--institution", default="", help=both("Institución.", "Institution."))
@click.option("--municipality", default="", help=both("Municipio.", "Municipality."))
@click.option("--consent", is_flag=True, help=both("Dio su consentimiento.", "Gave consent."))
@click.option("--file", "file", type=_FILE, help=both("Lista en CSV.", "List as CSV."))
@click.pass_obj
def attend(
    program: Program,
    workshop_id: str,
    name: str,
    sex: str | None,
    age: str,
    institution: str,
    municipality: str,
    consent: bool,
    file: Path | None,
) -> None:
    plan = program.workshops.get(workshop_id)
    people = _read_list(file) if file else []
    if name:
        people.append(Attendee("", name, sex or "", age if age in AGES else "", institution,
                               municipality, consent))  # fmt: skip
    with program.store.transaction():
        saved = [program.room.attend(plan.id, person) for person in people]
    emit(program, {"added": len(saved), "ids": [one.id for one in saved]}, str(len(saved)))


def _read_list(file: Path) -> list[Attendee]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text)))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ListUnreadable(file.name) from error
    people = []
    for row in rows[:MOST_ROWS]:
        cells = [*(cell.strip() for cell in row), *[""] * 6][:6]
        if cells[0] and cells[1].upper() in (*SEXES, ""):
            age = cells[2] if cells[2] in AGES else ""
            consent = cells[5].casefold() in _YES
            people.append(
                Attendee("", cells[0], cells[1].upper(), age, cells[3], cells[4], consent)
            )
    return people


@workshop.command(
    cls=Verb,
    help=both(
        "Totales de asistencia, sin nombres; --out guarda la lista.",
        "Totals of attendance, without names; --out saves the list.",
    ),
)
@click.argument("workshop_id", metavar="ID")
@click.option("--out", type=_FILE, help=both("Archivo CSV.", "CSV file."))
@click.option("--names", is_flag=True, help=both("Con nombres.", "With names."))
@click.option(
    "--erase-names", is_flag=True,
    help=both("Borra los nombres; quedan los totales.", "Erase the names; totals stay."),
)  # fmt: skip
@click.pass_obj
def attendance(
    program: Program, workshop_id: str, out: Path | None, names: bool, erase_names: bool
) -> None:
    plan = program.workshops.get(workshop_id)
    if erase_names:
        program.room.erase_names(plan.id)
    totals = program.room.totals(plan.id)
    if out:
        people = program.room.attendees(plan.id)
        _write(out, attendance_csv(people, program.ui, with_names=names))
        if names:
            agreed = sum(person.consent for person in people)
            remark(
                f"The file holds the names of the {agreed} of {len(people)} who consented."
                if program.ui == "en"
                else f"El archivo lleva el nombre de las {agreed} personas, de {len(people)}, "
                "que dieron su consentimiento."
            )
    sexes = ", ".join(f"{sex} {number}" for sex, number in totals.by_sex.items())
    emit(program, asdict(totals), f"{totals.people}: {sexes}")


def _write(out: Path, data: bytes) -> None:
    if out.exists():
        raise FileExists(out.name)
    try:
        write_whole(out, data)
    except OSError as error:
        raise FolderUnwritable(out.absolute().parent.name) from error


# --- tests ------------------------------------------------------------------------------------


@workshop.command(
    cls=Verb, help=both("Anota una prueba por su código.", "Note a test by its code.")
)
@click.argument("workshop_id", metavar="ID")
@click.argument("code")
@click.option("--before", type=click.IntRange(0), help=both("Aciertos antes.", "Right before."))
@click.option("--after", type=click.IntRange(0), help=both("Aciertos después.", "Right after."))
@click.option("--of", "asked", type=click.IntRange(1), help=both("Preguntas.", "Questions."))
@click.pass_obj
def score(
    program: Program,
    workshop_id: str,
    code: str,
    before: int | None,
    after: int | None,
    asked: int | None,
) -> None:
    plan = program.workshops.get(workshop_id)
    total = asked or max(1, len(questions(plan, program.planner.entries())))
    for moment, right in (("before", before), ("after", after)):
        if right is not None:
            program.room.score(plan.id, code, moment, right, total)
    learning = program.room.learning(plan.id)
    pairs = learning.pairs if learning else 0
    emit(program, {"pairs": pairs, "learning": asdict(learning) if learning else None}, str(pairs))


# --- commitments --------------------------------------------------------------------------------


@workshop.command(cls=Verb, help=both("Anota un compromiso.", "Note a commitment."))
@click.argument("workshop_id", metavar="ID")
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
@click.argument("workshop_id", metavar="ID", required=False)
@click.option("--due", "due", is_flag=True, help=both("Los que vencen.", "What is due."))
@click.option("--done", metavar="ID", help=both("Marca uno como hecho.", "Mark one as done."))
@click.option("--ics", type=_FILE, help=both("Guarda un calendario.", "Save a calendar."))
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
        _write(ics, calendar(found, stamp).encode("utf-8"))
    lines = [f"{c.id[:8]}  {c.due or '–':10}  {c.state:7}  {c.team}: {c.what}" for c in found]
    emit(program, {"commitments": [asdict(one) for one in found]}, "\n".join(lines))


@workshop.command(
    cls=Verb, help=both("Bitácora de visitas; con --place añade.", "Outreach log; --place adds.")
)
@click.option("--day", default="", help=both("Fecha.", "Date."))
@click.option("--place", default="", help=both("Lugar.", "Place."))
@click.option("--what", default="", help=both("Qué.", "What."))
@click.option(
    "--women", type=click.IntRange(0, 100_000), default=0, help=both("Mujeres.", "Women.")
)
@click.option("--men", type=click.IntRange(0, 100_000), default=0, help=both("Hombres.", "Men."))
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
@click.argument("workshop_id", metavar="ID", required=False)
@click.option("--format", "form", type=click.Choice(["docx", "pdf"]),
              help=both("Formato (o el del nombre).", "Format (or the name's)."))  # fmt: skip
@click.option("--out", type=_FILE, required=True, help=both("Archivo.", "File."))
@click.pass_obj
def report(program: Program, workshop_id: str | None, form: str | None, out: Path) -> None:
    form = form or ("pdf" if out.suffix.lower() == ".pdf" else "docx")
    room, chart = program.room, b""
    if workshop_id:
        plan = program.workshops.get(workshop_id)
        results = results_of(program.room, plan)
        edition = paper("report", plan, program.planner.entries(), results)
        if results.chart:
            chart = results_chart(room.scores(plan.id), edition.lang, ratio=REPORT_RATIO)
    else:
        titles = {plan.id: plan.title for plan in program.workshops.all()}
        edition = followup_report(
            room.commitments(), room.outreach(), titles, date.today(), program.ui
        )
    material = paper_material(edition, "facilitator", _credits(program), "report", chart)
    written = export_to(material, form, out)
    emit(program, {"file": str(out), "bytes": written.size}, str(out))


def _credits(program: Program) -> Credits:
    return credits_of(program.store, program.places.data)


@workshop.command(
    cls=Verb,
    help=both("Hace la carpeta con todos los impresos.", "Make the folder with all papers."),
)
@click.argument("workshop_id", metavar="ID")
@click.option("--out", type=_FOLDER, required=True, help=both("Dentro de.", "Inside."))
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


@workshop.command(
    cls=Verb,
    help=both("Empieza a dirigir un día a una hora.", "Begin to run a day at a time."),
)
@click.argument("workshop_id", metavar="ID")
@click.option("--day", type=click.IntRange(1), default=1, help=both("Día.", "Day."))
@click.option("--now", "now", required=True, help=both("Qué hora es.", "What time it is."))
@click.option("--next", "ahead", is_flag=True, help=both("Al bloque siguiente.", "Next block."))
@click.pass_obj
def run(program: Program, workshop_id: str, day: int, now: str, ahead: bool) -> None:
    plan = program.workshops.get(workshop_id)
    if day > len(plan.days):
        raise DayMissing(day, len(plan.days))
    name, moment = f"run:{plan.id}", _minutes(now)
    on = running.run_from_json(program.store.setting(name), plan)
    if on is not None and ahead:
        on = running.go(plan, on, 1, moment)
    else:
        on = running.start(plan, day - 1, moment)
    program.store.set_setting(name, running.run_to_json(on) if on else None)
    block = plan.block(on.block) if on else None
    value = {"block": block.id if block else "", "title": block.title if block else ""}
    emit(program, value, f"{value['block'][:8]}  {value['title']}")


COMMANDS: list[click.Command] = []
