"""`workshop …`: what happens in the room, from the command line."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from pathlib import Path

import click

from kb_app.commands.base import Verb, both, emit, remark
from kb_app.commands.workshop_base import (
    FILE,
    ID,
    NOW,
    block_of,
    moment_of,
    workshop,
    write_new,
)
from kb_app.program import Program
from kb_app.workshops import running
from kb_app.workshops.edits import accept as accepted
from kb_app.workshops.edits import change_plan
from kb_app.workshops.errors import DayMissing, ListUnreadable
from kb_app.workshops.lists import attendance_csv
from kb_app.workshops.questions import find_question, offered, questions
from kb_app.workshops.room import AGES, SEXES, Attendee

MOST_ROWS = 5_000
_YES = ("sí", "si", "yes", "x", "1")


@workshop.command(
    cls=Verb,
    help=both(
        "Vamos tarde: qué podría ceder, a una hora y en un bloque; --accept lo hace.",
        "We are late: what could give, at a time and in a block; --accept does it.",
    ),
)
@ID
@click.argument("block")
@click.option("--began", required=True, help=both("Cuándo empezó.", "When it began."))
@NOW
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
    run = running.Run(plan.day_of(held.id), held.id, moment_of(began))
    stands = running.standing(plan, run, moment_of(now))
    found = running.proposals(plan, run, moment_of(now), minutes)
    if accept and found:
        program.workshops.save(accepted(plan, found))
    rows = [{"block": p.block.id, "title": p.block.title, "before": p.block.minutes,
             "after": p.minutes} for p in found]  # fmt: skip
    lines = [f"{row['title']}: {row['before']} > {row['after']}" for row in rows]
    value = {"late": stands.late, "spare": stands.spare, "proposals": rows,
             "accepted": accept and bool(found)}  # fmt: skip
    emit(program, value, "\n".join([f"{-stands.spare:+d} min", *lines]))


@workshop.command(
    cls=Verb,
    help=both("Empieza a dirigir un día a una hora.", "Begin to run a day at a time."),
)
@ID
@click.option("--day", type=click.IntRange(1), default=1, help=both("Día.", "Day."))
@NOW
@click.option("--next", "ahead", is_flag=True, help=both("Al bloque siguiente.", "Next block."))
@click.pass_obj
def run(program: Program, workshop_id: str, day: int, now: str, ahead: bool) -> None:
    plan = program.workshops.get(workshop_id)
    if day > len(plan.days):
        raise DayMissing(day, len(plan.days))
    name, moment = f"run:{plan.id}", moment_of(now)
    on = running.run_from_json(program.store.setting(name), plan)
    if on is not None and ahead:
        on = running.go(plan, on, 1, moment)
    else:
        on = running.start(plan, day - 1, moment)
    program.store.set_setting(name, running.run_to_json(on) if on else None)
    block = plan.block(on.block) if on else None
    value = {"block": block.id if block else "", "title": block.title if block else ""}
    emit(program, value, f"{value['block'][:8]}  {value['title']}")


# --- attendance ------------------------------------------------------------------------------


@workshop.command(
    cls=Verb,
    help=both(
        "Anota a quien vino. Con --file lee un CSV: nombre, sexo, edad, institución, municipio.",
        "Note who came. With --file it reads a CSV: name, sex, age, institution, municipality.",
    ),
)
@ID
@click.argument("name", required=False, default="")
@click.option("--sex", type=click.Choice(SEXES), help=both("Sexo.", "Sex."))
@click.option("--age", default="", help=both("Edad (grupo).", "Age band."))
@click.option("--institution", default="", help=both("Institución.", "Institution."))
@click.option("--municipality", default="", help=both("Municipio.", "Municipality."))
@click.option("--consent", is_flag=True, help=both("Dio su consentimiento.", "Gave consent."))
@click.option("--file", "file", type=FILE, help=both("Lista en CSV.", "List as CSV."))
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
@ID
@click.option("--out", type=FILE, help=both("Archivo CSV.", "CSV file."))
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
        write_new(out, attendance_csv(people, program.ui, with_names=names))
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


# --- tests ------------------------------------------------------------------------------------


@workshop.command(
    cls=Verb,
    help=both(
        "Las preguntas de la prueba (*) y las demás de los módulos. Con preguntas, la prueba son "
        "esas, en ese orden; --propose vuelve a las que propone Batea.",
        "The questions of the test (*) and the others of the modules. With questions, the test is "
        "these in this order; --propose goes back to those that Batea proposes.",
    ),
)
@ID
@click.argument("question", nargs=-1)
@click.option("--propose", is_flag=True, help=both("Las propuestas.", "Those proposed."))
@click.pass_obj
def test(program: Program, workshop_id: str, question: tuple[str, ...], propose: bool) -> None:
    plan = program.workshops.get(workshop_id)
    entries = program.planner.entries()
    if question or propose:
        every = [one for some in offered(plan, entries).values() for one in some]
        slugs = {uid: entry.slug for uid, entry in entries.items()}
        chosen = tuple(find_question(every, wanted, slugs) for wanted in question)
        plan = program.workshops.save(change_plan(plan, test=chosen))
    places = {one.id: at for at, one in enumerate(questions(plan, entries), start=1)}
    rows = [
        {"id": one.id, "name": f"{entries[uid].slug}#{one.id.partition('#')[2]}",
         "text": one.text, "place": places.get(one.id, 0)}
        for uid, some in offered(plan, entries).items()
        for one in some
    ]  # fmt: skip
    rows.sort(key=lambda row: (not row["place"], row["place"]))
    lines = [f"{row['place'] or '':>3}{'*' if row['place'] else ' '} {row['name']}  {row['text']}"
             for row in rows]  # fmt: skip
    value = {"chosen": bool(plan.test), "questions": rows}
    emit(program, value, "\n".join(lines))


@workshop.command(
    cls=Verb, help=both("Anota una prueba por su código.", "Note a test by its code.")
)
@ID
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
    ids = [one.id for one in questions(plan, program.planner.entries())]
    total = asked or max(1, len(ids))
    for moment, right in (("before", before), ("after", after)):
        if right is not None:
            program.room.score(plan.id, code, moment, right, total, ids)
    learning = program.room.learning(plan.id)
    pairs = learning.pairs if learning else 0
    emit(program, {"pairs": pairs, "learning": asdict(learning) if learning else None}, str(pairs))


COMMANDS: list[click.Command] = []
