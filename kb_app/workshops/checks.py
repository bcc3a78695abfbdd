"""Before the day: what is still missing, and what must be bought, copied and carried."""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.documents import Entry
from kb_app.workshops.model import Workshop
from kb_app.workshops.questions import lost_questions
from kb_app.workshops.timing import schedule, shortages

LONGEST_WITHOUT_BREAK = 120
PER_ORDER = ("person", "group", "room")


@dataclass(frozen=True)
class Finding:
    """Something to look at before the day. `code` is worded by `finding_words`; `day` counts
    from 1 (0: the whole workshop); `grave` ones would spoil the day.
    """

    code: str
    day: int = 0
    title: str = ""
    number: int = 0
    grave: bool = False
    block: str = ""


def findings(
    workshop: Workshop, entries: Mapping[str, Entry], printed: str | None = None
) -> list[Finding]:
    """All findings, day by day. `entries` by uid; `printed` is the `print_mark` of the plan
    when its folder was last made, "" when it never was, None to say nothing of it.
    """
    found: list[Finding] = []
    for number, day in enumerate(workshop.days, start=1):
        times = schedule(day)
        found += [
            Finding("anchor-over", number, one.before, one.minutes, True, one.block)
            for one in shortages(day)
        ]
        if times.over:
            last = day.blocks[-1].id if day.blocks else ""
            found.append(Finding("day-over", number, "", times.over, True, last))
        found += _breaks(workshop, number)
        if not day.blocks:
            found.append(Finding("day-empty", number))
    for number, day in enumerate(workshop.days, start=1):
        for block in day.blocks:
            if block.kind in ("module", "case", "talk", "test") and not any(block.roles.values()):
                found.append(Finding("no-role", number, block.title, block=block.id))
            if block.entry:
                found += _entry(workshop, number, block.id, entries)
    lost = lost_questions(workshop, entries)
    if lost:
        found.append(Finding("question-lost", number=lost, grave=True))
    if printed is not None and printed != print_mark(workshop):
        found.append(Finding("print-old" if printed else "not-printed"))
    return found


def print_mark(workshop: Workshop) -> str:
    """What of a plan is on paper, as a digest: it changes when the papers would."""
    value = {k: v for k, v in workshop.to_json().items() if k not in ("modified", "created")}
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _breaks(workshop: Workshop, number: int) -> list[Finding]:
    """Stretches of work longer than two hours, lunch and breaks counting as rest."""
    worked = 0
    out = []
    for slot in schedule(workshop.days[number - 1]).slots:
        if slot.free >= 10 or (slot.block.kind == "break" and slot.block.minutes >= 10):
            worked = 0
        if slot.block.kind != "break":
            worked += slot.end - slot.start
            if worked > LONGEST_WITHOUT_BREAK:
                out.append(Finding("no-break", number, slot.block.title, worked,
                                   block=slot.block.id))  # fmt: skip
                worked = 0
    return out


def _entry(
    workshop: Workshop, number: int, block_id: str, entries: Mapping[str, Entry]
) -> list[Finding]:
    block = workshop.block(block_id)
    entry = entries.get(block.entry)
    if entry is None:
        return [Finding("entry-missing", number, block.title, grave=True, block=block.id)]
    out = []
    if workshop.language not in entry.editions:
        out.append(Finding("not-in-language", number, block.title, block=block.id))
    if entry.edition(workshop.language).front.sensitive:
        out.append(Finding("sensitive", number, block.title, block=block.id))
    edition = entry.edition(workshop.language)
    wanted = block.revisions.get(edition.lang)
    declined = block.declined.get(edition.lang)
    if wanted and edition.sha256 not in (wanted, declined):
        out.append(Finding("newer-revision", number, block.title, block=block.id))
    return out


_WORDS = {
    "day-over": ("Día {day}: termina {number} min tarde.", "Day {day} ends {number} min late."),
    "anchor-over": (
        "Día {day}: sobran {number} min antes de «{title}», que tiene hora fija.",
        "Day {day}: {number} min too many before “{title}”, which has a fixed time.",
    ),
    "not-printed": (
        "La carpeta de impresos todavía no se ha hecho.",
        "The folder of papers has not been made yet.",
    ),
    "print-old": (
        "El plan cambió después de hacer la carpeta de impresos.",
        "The plan has changed since the folder of papers was made.",
    ),
    "question-lost": (
        "Preguntas de la prueba que ya no están: {number}. Elija otras.",
        "Questions of the test that are no longer there: {number}. Choose others.",
    ),
    "no-break": (
        "Día {day}: más de 2 horas sin descanso hasta «{title}».",
        "Day {day}: more than 2 hours without a break up to “{title}”.",
    ),
    "day-empty": ("El día {day} está vacío.", "Day {day} is empty."),
    "no-role": (
        "Día {day}: falta quién dirige «{title}».",
        "Day {day}: nobody leads “{title}” yet.",
    ),
    "entry-missing": (
        "Día {day}: «{title}» usa un documento que ya no está.",
        "Day {day}: “{title}” uses a document that is no longer there.",
    ),
    "not-in-language": (
        "Día {day}: «{title}» no está en el idioma del taller.",
        "Day {day}: “{title}” is not in the language of the workshop.",
    ),
    "sensitive": (
        "Día {day}: «{title}» trata materia sensible; tenga a mano a dónde acudir.",
        "Day {day}: “{title}” deals with sensitive matter; have the referral list at hand.",
    ),
    "newer-revision": (
        "Día {day}: hay una versión más nueva de lo que usa «{title}».",
        "Day {day}: there is a newer version of what “{title}” uses.",
    ),
}


def finding_words(finding: Finding, ui: str) -> str:
    """A finding in the language of the person."""
    es, en = _WORDS[finding.code]
    words = en if ui == "en" else es
    return words.format(day=finding.day, title=finding.title, number=finding.number)


@dataclass(frozen=True)
class MaterialRow:
    """What to bring: how many, and for which blocks."""

    item: str
    quantity: int
    per: str
    titles: tuple[str, ...]


def materials(workshop: Workshop) -> list[MaterialRow]:
    """Materials for the number of people and groups. A thing that is used again (per group
    or for the room) is counted once, at its greatest; what each person keeps is added up,
    but only once for each text, whose activities may well name it twice.
    """
    amounts: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    names: dict[tuple[str, str], str] = {}
    titles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for block in workshop.blocks():
        size = block.group_size or workshop.group_size
        groups = max(1, math.ceil(workshop.participants / max(1, size)))
        for need in block.needs:
            key = (need.item.casefold(), need.per)
            names.setdefault(key, need.item)
            count = {"person": workshop.participants, "group": groups}.get(need.per, 1)
            user = (block.entry or block.id) if need.per == "person" else ""
            before = amounts[key].get(user, 0.0)
            amounts[key][user] = max(before, need.quantity * count)
            if block.title not in titles[key]:
                titles[key].append(block.title)
    return [
        MaterialRow(names[key], math.ceil(sum(amounts[key].values())), key[1], tuple(titles[key]))
        for key in sorted(amounts, key=lambda key: PER_ORDER.index(key[1]))
    ]
