"""From a plan to what its views show, in the words of the person's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from indexer.documents import Entry
from kb_app.views.workshops.block_editor import BlockDraft
from kb_app.views.workshops.rows import (
    BlockRow,
    CheckRow,
    DayRow,
    LaneRow,
    PlanRow,
    SourceRow,
)
from kb_app.workshops.checks import Finding, MaterialRow, finding_words
from kb_app.workshops.model import Block, Day, Need, Parallel, Workshop
from kb_app.workshops.sources import Method
from kb_app.workshops.timing import Slot, clock_of, minutes_of, schedule

translate = QCoreApplication.translate  # keep this name: lupdate looks for it


class Counts(QObject):
    """Sentences with a number: only those of `tr` are collected with their plural forms."""

    def days(self, number: int) -> str:
        return self.tr("%n day(s)", "", number)

    def participants(self, number: int) -> str:
        return self.tr("%n participant(s)", "", number)

    def came(self, number: int) -> str:
        return self.tr("%n person(s) came", "", number)

    def commitments(self, number: int) -> str:
        return self.tr("%n commitment(s)", "", number)

    def unled(self, number: int) -> str:
        return self.tr("Nobody leads %n block(s) yet.", "", number)


COUNTS = Counts()


def kind_word(kind: str) -> str:
    """The word of a kind of block, as a remark."""
    return {
        "module": translate("Plan", "module"),
        "case": translate("Plan", "case or visit"),
        "talk": translate("Plan", "conversation"),
        "test": translate("Plan", "test"),
        "break": translate("Plan", "break"),
        "logistics": translate("Plan", "to prepare"),
    }.get(kind, kind)


def template_word(template: str) -> str:
    """The name of a ready agenda."""
    return {
        "one-day": translate("Plan", "Agenda of one day"),
        "two-days": translate("Plan", "Agenda of two days"),
        "three-days": translate("Plan", "Agenda of three days"),
        "": translate("Plan", "An empty day"),
    }.get(template, template)


def date_words(iso: str, form: str = "dddd d") -> str:
    """A date for people, "" when it is none."""
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return ""
    return QLocale().toString(QDate(found.year, found.month, found.day), form)


# --- the plan ------------------------------------------------------------------------------


class DayRows:
    """The days with their blocks in time. What an edit left alone is not worked out again: of
    five days it mostly touches one, and of that day the blocks before it keep their times.
    """

    def __init__(self) -> None:
        self._held: dict[int, tuple[Day, DayRow]] = {}
        self._blocks: dict[str, tuple[Slot, int, BlockRow]] = {}

    def of(self, workshop: Workshop) -> list[DayRow]:
        """The rows of every day."""
        before, self._held = self._held, {}
        for number, day in enumerate(workshop.days, start=1):
            held = before.get(number)
            row = held[1] if held and held[0] is day else self._day_row(number, day)
            self._held[number] = (day, row)
        return [row for _day, row in self._held.values()]

    def forget(self) -> None:
        """Word everything anew: another language."""
        self._held, self._blocks = {}, {}

    def _day_row(self, number: int, day: Day) -> DayRow:
        times = schedule(day)
        hours = f"{clock_of(times.start)}–{clock_of(times.end)}"
        lost = times.over + times.lost
        over = translate("Plan", "+{minutes} min").format(minutes=lost) if lost else ""
        last = len(times.slots) - 1
        blocks = tuple(
            self._block_row(slot, times.over if at == last else 0)
            for at, slot in enumerate(times.slots)
        )
        return DayRow(day_title(number, day), hours, over, blocks)

    def _block_row(self, slot: Slot, day_over: int) -> BlockRow:
        held = self._blocks.get(slot.block.id)
        if held is None or held[:2] != (slot, day_over):
            held = self._blocks[slot.block.id] = (slot, day_over, _block_row(slot, day_over))
        return held[2]


def day_title(number: int, day: Day) -> str:
    """ "Day 1 · Tuesday 12": with its date, or its title where there is no date."""
    name = translate("Plan", "Day {number}").format(number=number)
    return " · ".join(part for part in (name, date_words(day.date) or day.title) if part)


def _block_row(slot: Slot, day_over: int) -> BlockRow:
    block = slot.block
    over = ""
    if slot.over:
        over = translate("Plan", "{minutes} min do not fit before the fixed time").format(
            minutes=slot.over
        )
    elif day_over:
        over = translate("Plan", "ends {minutes} min late").format(minutes=day_over)
    anchored = minutes_of(block.anchor) is not None
    detail = _detail(block)
    spoken = translate("Plan", "{time}, {title}, {minutes} minutes, {kind}").format(
        time=clock_of(slot.start), title=block.title, minutes=block.minutes,
        kind=kind_word(block.kind),
    )  # fmt: skip
    if anchored:
        spoken += ", " + translate("Plan", "fixed time")
    if over:
        spoken += f", {over}"
    lanes = tuple(_lane_row(one) for one in block.parallel)
    if lanes:
        groups = translate("Plan", "{number} groups at the same time").format(number=len(lanes))
        spoken = ". ".join((f"{spoken}, {groups}", *(lane.spoken for lane in lanes)))
    return BlockRow(
        block.id, clock_of(slot.start), block.title or translate("Plan", "without a title"),
        f"{block.minutes}'", detail, block.kind, anchored, over, spoken, lanes,
    )  # fmt: skip


def _lane_row(group: Parallel) -> LaneRow:
    where = " · ".join(part for part in (group.room, group.facilitator) if part)
    title = group.title or translate("Plan", "without a title")
    spoken = ", ".join(part for part in (title, group.task, where) if part)
    return LaneRow(title, group.task, where, spoken)


def _detail(block: Block) -> str:
    if block.kind == "break":
        return ""
    parts = [kind_word(block.kind)]
    if block.group_size and not block.parallel:
        parts.append(translate("Plan", "groups of {number}").format(number=block.group_size))
    parts += [name for name in block.roles.values() if name][:1]
    return " · ".join(parts)


def meta_words(workshop: Workshop) -> str:
    """The line below the title: days, people, place, language."""
    days = len(workshop.days)
    parts = [
        COUNTS.days(days),
        COUNTS.participants(workshop.participants),
        workshop.venue,
        translate("Plan", "in English") if workshop.language == "en" else
        translate("Plan", "in Spanish"),
    ]  # fmt: skip
    first = next((day.date for day in workshop.days if day.date), "")
    if first:
        parts.insert(0, date_words(first, "d MMM yyyy"))
    return " · ".join(part for part in parts if part)


def plan_row(workshop: Workshop, people: int, agreed: int) -> PlanRow:
    """A workshop in the list: what it is, and what has happened in it."""
    state = []
    if people:
        state.append(COUNTS.came(people))
    if agreed:
        state.append(COUNTS.commitments(agreed))
    if workshop.is_template:
        state.append(translate("Plan", "my template"))
    return PlanRow(workshop.id, workshop.title, meta_words(workshop), " · ".join(state))


# --- beside it -----------------------------------------------------------------------------


def check_rows(findings: Sequence[Finding], ui: str, language: str) -> list[CheckRow]:
    """Findings, the grave ones first; many of a kind in one line; and what is in order."""
    rows = []
    seen: set[str] = set()
    codes = [finding.code for finding in findings]
    for finding in sorted(findings, key=lambda f: (not f.grave, f.code == "no-role")):
        if finding.code == "no-role" and codes.count("no-role") > 1:
            if "no-role" in seen:
                continue
            seen.add("no-role")
            words = COUNTS.unled(codes.count("no-role"))
        else:
            words = finding_words(finding, ui)
        rows.append(CheckRow(_mark(finding), words, finding.block, _deeds(finding)))
    if "no-break" not in codes:
        rows.append(CheckRow("ok", translate("Plan", "A break every two hours")))
    if "not-in-language" not in codes:
        words = (translate("Plan", "Everything is in English") if language == "en" else
                 translate("Plan", "Everything is in Spanish"))  # fmt: skip
        rows.append(CheckRow("ok", words))
    if "no-role" not in codes:
        rows.append(CheckRow("ok", translate("Plan", "Every block has somebody who leads it")))
    return rows


def _mark(finding: Finding) -> str:
    todo = ("no-role", "not-printed", "print-old", "day-empty")
    return "todo" if finding.code in todo else "warn"


def _deeds(finding: Finding) -> tuple[tuple[str, str], ...]:
    match finding.code:
        case "anchor-over" | "day-over":
            return (
                ("give", translate("Plan", "Shorten what can be")),
                ("show", translate("Plan", "See it")),
            )
        case "newer-revision":
            return (("difference", translate("Plan", "See the difference")),)
        case "no-break":
            return (("break", translate("Plan", "Put a break before it")),)
        case "no-role":
            return (("edit", translate("Plan", "Write a name")),)
        case "not-printed" | "print-old":
            return (("folder", translate("Plan", "Make the folder")),)
    return (("show", translate("Plan", "See it")),) if finding.block else ()


def material_rows(rows: Sequence[MaterialRow]) -> list[tuple[str, str]]:
    """Materials as "28 × copy of the case" and what they are for."""
    return [(f"{row.quantity} × {row.item}", "; ".join(row.titles[:2])) for row in rows]


def source_rows(entries: Iterable[Entry], methods: Iterable[Method], lang: str) -> list[SourceRow]:
    """What can be added: modules, cases, methods."""
    rows = []
    order = {"module": 0, "case_study": 1}
    for entry in sorted(entries, key=lambda e: (order.get(e.kind, 9), e.slug)):
        if entry.kind in order:
            front = entry.edition(lang).front
            detail = (
                translate("Plan", "{minutes} min").format(minutes=front.minutes)
                if front.minutes
                else ", ".join(front.places[:2])
            )
            rows.append(SourceRow(f"entry:{entry.uid}", entry.kind, front.title, detail))
    for method in methods:
        detail = translate("Plan", "{minutes} min").format(minutes=method.minutes)
        if method.no_reading:
            detail += " · " + translate("Plan", "without reading or writing")
        language = "en" if lang == "en" else "es"
        rows.append(SourceRow(f"method:{method.id}", "method", method.titles[language], detail))
    return rows


# --- the block in detail ----------------------------------------------------------------------


def draft_of(block: Block) -> BlockDraft:
    """What the editor shows of a block."""
    return BlockDraft(
        id=block.id,
        title=block.title,
        kind=block.kind,
        minutes=block.minutes,
        anchor=block.anchor,
        priority=block.priority,
        group_size=block.group_size,
        objective=block.objective,
        method=block.method,
        steps=block.steps,
        notes=block.notes,
        needs=tuple((n.item, f"{n.quantity:g}", n.per) for n in block.needs),
        roles=tuple(block.roles.items()),
        parallel=tuple((p.title, p.task, p.room, p.facilitator) for p in block.parallel),
        fields=tuple(block.fields.items()),
        source=block.entry,
    )


def changes_of(changes: Mapping[str, object]) -> dict[str, object]:
    """What the editor tells, as fields of a block."""
    made: dict[str, object] = dict(changes)
    if "needs" in made:
        made["needs"] = tuple(_need(row) for row in _rows(made["needs"]) if row[0])
    if "parallel" in made:
        made["parallel"] = tuple(Parallel(*row) for row in _rows(made["parallel"]))
    for name, unnamed in (
        ("roles", translate("Plan", "Leads")),
        ("fields", translate("Plan", "Field")),
    ):
        if name in made:
            joined: dict[str, list[str]] = {}
            for key, value in _rows(made[name]):
                joined.setdefault(key or unnamed, []).append(value)
            made[name] = {key: ", ".join(filter(None, v)) for key, v in joined.items()}
    return made


def _rows(value: object) -> tuple[tuple[str, ...], ...]:
    assert isinstance(value, tuple)
    return value


def _need(row: tuple[str, ...]) -> Need:
    try:
        quantity = max(0.0, min(10_000.0, float(row[1].replace(",", "."))))
    except ValueError:
        quantity = 1.0
    return Need(row[0], row[2] if row[2] in ("person", "group", "room") else "room", quantity)
