"""`workshop …`: plans, and what stands in them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import click

from kb_app.commands.base import Verb, both, emit
from kb_app.commands.workshop_base import (
    ANCHOR,
    FIRST_DAY,
    GROUP_SIZE,
    ID,
    KIND,
    MINUTES,
    PARTICIPANTS,
    TITLE,
    VENUE,
    block_of,
    given_only,
    save_plan,
    workshop,
)
from kb_app.program import Program
from kb_app.workshops.checks import finding_words, findings, materials
from kb_app.workshops.edits import (
    change_block,
    change_plan,
    duplicate_block,
    move_block,
    remove_block,
    with_days,
)
from kb_app.workshops.errors import DayMissing, MethodMissing, TimeUnreadable
from kb_app.workshops.model import Block, Workshop, new_id
from kb_app.workshops.planner import copy_of, method_block
from kb_app.workshops.timing import clock_of, minutes_of, schedule


@workshop.command(
    cls=Verb,
    help=both(
        "Crea un taller, en blanco o de una agenda lista (one-day, two-days, three-days) o "
        "plantilla propia.",
        "Make a workshop, empty or from a ready agenda (one-day, two-days, three-days) or an own "
        "template.",
    ),
)
@click.argument("title")
@click.option("--template", default="", help=both("Agenda o plantilla.", "Agenda or template."))
@click.option(
    "--lang", type=click.Choice(["es", "en"]), help=both("Idioma de la sala.", "Room's language.")
)
@click.option("--days", type=click.IntRange(1, 60), default=1, help=both("Días.", "Days."))
@PARTICIPANTS
@GROUP_SIZE
@VENUE
@FIRST_DAY
@click.pass_obj
def new(
    program: Program,
    /,
    title: str,
    template: str,
    lang: str | None,
    days: int,
    first: str | None,
    **given: Any,
) -> None:
    begin = _day(first)
    made = program.planner.create(title, lang or program.ui, template, days)
    saved = program.workshops.save(_changed(made, begin, given))
    emit(program, {"id": saved.id, "title": saved.title, "days": len(saved.days)}, saved.id)


def _changed(plan: Workshop, first: date | None, given: dict[str, Any]) -> Workshop:
    changed = change_plan(plan, **given_only(**given))
    if first is None:
        return changed
    dates = [(first + timedelta(days=at)).isoformat() for at in range(len(changed.days))]
    return with_days(changed, dates)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise TimeUnreadable(text or "") from error


@workshop.command("list", cls=Verb, help=both("Enumera los talleres.", "List the workshops."))
@click.pass_obj
def list_verb(program: Program) -> None:
    plans = program.workshops.all()
    rows = [
        {"id": p.id, "title": p.title, "days": len(p.days), "participants": p.participants,
         "modified": p.modified, "template": p.is_template}
        for p in plans
    ]  # fmt: skip
    emit(program, {"workshops": rows}, "\n".join(f"{p.id[:8]}  {p.title}" for p in plans))


@workshop.command(
    cls=Verb,
    help=both(
        "Muestra un taller: horas, bloques, lo que falta, materiales.",
        "Show a workshop: times, blocks, what is missing, materials.",
    ),
)
@ID
@click.pass_obj
def show(program: Program, workshop_id: str) -> None:
    plan = program.workshops.get(workshop_id)
    found = findings(plan, program.planner.entries())
    rows = materials(plan)
    value = {
        **plan.to_json(),
        "times": [_times(plan, number) for number in range(len(plan.days))],
        "findings": [{**vars(f), "words": finding_words(f, program.ui)} for f in found],
        "materials": [{**vars(row), "titles": list(row.titles)} for row in rows],
    }
    lines = [
        plan.title,
        *(line for number in range(len(plan.days)) for line in _day_lines(plan, number)),
    ]
    lines += ["", *(f"! {finding_words(f, program.ui)}" for f in found)]
    lines += ["", *(f"{row.quantity} × {row.item}" for row in rows)]
    emit(program, value, "\n".join(lines).rstrip())


def _times(plan: Workshop, number: int) -> dict[str, Any]:
    times = schedule(plan.days[number])
    return {
        "over": times.over,
        "blocks": [
            {"id": s.block.id, "start": clock_of(s.start), "end": clock_of(s.end), "over": s.over}
            for s in times.slots
        ],
    }


def _day_lines(plan: Workshop, number: int) -> list[str]:
    day = plan.days[number]
    head = " · ".join(part for part in (str(number + 1), day.title, day.date) if part)
    lines = ["", head]
    for slot in schedule(day).slots:
        over = f"  +{slot.over}" if slot.over else ""
        fixed = " =" if minutes_of(slot.block.anchor) is not None else ""
        lines.append(
            f"{clock_of(slot.start):>5}{fixed}  {slot.block.minutes:>3}'  "
            f"{slot.block.id[:8]}  {slot.block.title}{over}"
        )
    return lines


@workshop.command(
    cls=Verb,
    help=both(
        "Añade una entrada (o method:ID) a un día: las actividades de un módulo, o un caso.",
        "Add an entry (or method:ID) to a day: the activities of a module, or a case.",
    ),
)
@ID
@click.argument("entry")
@click.option("--day", type=click.IntRange(1), default=1, help=both("Día.", "Day."))
@click.option("--at", type=click.IntRange(1), help=both("Lugar en el día.", "Place in the day."))
@MINUTES
@TITLE
@KIND
@ANCHOR
@click.pass_obj
def add(
    program: Program, /, workshop_id: str, entry: str, day: int, at: int | None, **given: Any
) -> None:
    plan = program.workshops.get(workshop_id)
    changes = given_only(**given)
    blocks = _blocks(program, plan, entry, given["title"] or "")
    changed = program.planner.add(plan, day - 1, blocks, None if at is None else at - 1)
    changed = change_block(changed, blocks[0].id, **changes)
    save_plan(program, changed, [block.id for block in blocks])


def _blocks(program: Program, plan: Workshop, entry: str, title: str) -> list[Block]:
    """The blocks of an entry, of a method ("method:ID"), or a block of one's own ("-")."""
    if entry == "-":
        return [Block(new_id(), title)]
    kind, colon, name = entry.partition(":")
    if colon and kind == "method":
        found = next((m for m in program.planner.methods() if m.id == name), None)
        if found is None:
            raise MethodMissing(name)
        return [method_block(found, plan.language)]
    return program.planner.blocks_of(entry, plan.language)


@workshop.command(
    cls=Verb,
    help=both("Cambia, mueve, duplica o quita un bloque.", "Change, move, double or drop a block."),
)
@ID
@click.argument("block")
@MINUTES
@TITLE
@ANCHOR
@click.option("--priority", type=click.IntRange(1, 3), help=both("1 queda, 3 sobra.", "1 stays."))
@click.option("--lead", help=both("Quién dirige.", "Who leads."))
@click.option("--notes", help=both("Notas.", "Notes."))
@click.option(
    "--to", nargs=2, type=click.IntRange(1), help=both("Al día y lugar.", "To day and place.")
)
@click.option("--duplicate", is_flag=True, help=both("Lo duplica.", "Double it."))
@click.option("--remove", is_flag=True, help=both("Lo quita.", "Take it out."))
@click.pass_obj
def block(
    program: Program,
    /,
    workshop_id: str,
    block: str,
    lead: str | None,
    to: tuple[int, int] | None,
    duplicate: bool,
    remove: bool,
    **given: Any,
) -> None:
    plan = program.workshops.get(workshop_id)
    held = block_of(plan, block)
    changes = given_only(**given)
    if lead is not None:
        role = "Leads" if plan.language == "en" else "Dirige"
        changes["roles"] = {**held.roles, role: lead}
    plan = change_block(plan, held.id, **changes)
    if to:
        if to[0] > len(plan.days):
            raise DayMissing(to[0], len(plan.days))
        plan = move_block(plan, held.id, to[0] - 1, to[1] - 1)
    if duplicate:
        plan = duplicate_block(plan, held.id)
    if remove:
        plan = remove_block(plan, held.id)
    save_plan(program, plan, [held.id])


@workshop.command(
    "set", cls=Verb, help=both("Cambia lo que es el taller.", "Change what the workshop is.")
)
@ID
@TITLE
@VENUE
@PARTICIPANTS
@GROUP_SIZE
@click.option("--notes", help=both("Notas del informe.", "Notes of the report."))
@FIRST_DAY
@click.pass_obj
def set_verb(program: Program, /, workshop_id: str, first: str | None, **given: Any) -> None:
    plan = program.workshops.get(workshop_id)
    save_plan(program, _changed(plan, _day(first), given), [])


@workshop.command(cls=Verb, help=both("Copia un taller.", "Copy a workshop."))
@ID
@click.argument("title")
@click.pass_obj
def copy(program: Program, workshop_id: str, title: str) -> None:
    saved = program.workshops.save(copy_of(program.workshops.get(workshop_id), title))
    emit(program, {"id": saved.id}, saved.id)


@workshop.command(
    cls=Verb,
    help=both(
        "Toma la versión más nueva de lo que usa un bloque (o de todos).",
        "Take the newer version of what a block uses (or all blocks).",
    ),
)
@ID
@click.argument("block", required=False)
@click.pass_obj
def take(program: Program, workshop_id: str, block: str | None) -> None:
    plan = program.workshops.get(workshop_id)
    wanted = [block_of(plan, block).id] if block else [
        f.block for f in findings(plan, program.planner.entries()) if f.code == "newer-revision"
    ]  # fmt: skip
    for block_id in wanted:
        plan = program.planner.take_newer(plan, block_id)
    save_plan(program, plan, wanted)


@workshop.command(cls=Verb, help=both("Deshace el último cambio.", "Undo the last change."))
@ID
@click.pass_obj
def undo(program: Program, workshop_id: str) -> None:
    plan = program.workshops.get(workshop_id)
    before = [state for _, state in program.workshops.history(plan.id)][:-1]
    save_plan(program, before[-1] if before else plan, [])


COMMANDS: list[click.Command] = []
