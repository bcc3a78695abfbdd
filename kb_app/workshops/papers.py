"""The papers of a workshop as Markdown documents: every export format then comes for free.

Guide, agenda for the wall, participants' workbook, attendance sheet, tests and key,
commitment cards, 30/90-day sheet, evaluation sheet, one-page report.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer import tree
from indexer.documents import Edition, Entry, read_edition
from kb_app.workshops.checks import materials
from kb_app.workshops.model import Block, Workshop
from kb_app.workshops.room import Commitment, Learning, Totals
from kb_app.workshops.timing import clock_of, schedule

PAPERS = ("guide", "agenda", "workbook", "attendance", "test", "key", "commitments", "follow-up",
          "evaluation", "report")  # fmt: skip
FOR_PARTICIPANTS = frozenset({"agenda", "workbook", "attendance", "test", "commitments",
                              "evaluation"})  # fmt: skip
_EMPTY_ROWS = 14


@dataclass(frozen=True)
class Question:
    """A question of a knowledge check, with its answers and which are right."""

    text: str
    answers: tuple[str, ...]
    right: tuple[int, ...]
    reason: str


@dataclass(frozen=True)
class Results:
    """What is known after the workshop."""

    totals: Totals | None = None
    learning: Learning | None = None
    commitments: Sequence[Commitment] = ()
    notes: str = ""


_T: Mapping[str, tuple[str, str]] = {
    "guide": ("Guía de quien facilita", "Facilitator's guide"),
    "agenda": ("Agenda", "Agenda"),
    "workbook": ("Cuaderno de participantes", "Participants' workbook"),
    "attendance": ("Lista de asistencia", "Attendance sheet"),
    "test": ("Prueba de entrada y salida", "Test before and after"),
    "key": ("Clave de la prueba", "Key of the test"),
    "commitments": ("Tarjetas de compromiso", "Commitment cards"),
    "follow-up": ("Hoja de seguimiento a 30 y 90 días", "30 and 90-day sheet"),
    "evaluation": ("Hoja de evaluación", "Evaluation sheet"),
    "report": ("Informe de una página", "One-page report"),
    "day": ("Día", "Day"),
    "time": ("Hora", "Time"),
    "what": ("Qué", "What"),
    "minutes": ("min", "min"),
    "materials": ("Materiales", "Materials"),
    "quantity": ("Cantidad", "Quantity"),
    "for": ("Para", "For"),
    "leads": ("Dirige", "Leads"),
    "objective": ("Para qué", "Objective"),
    "notes": ("Sus apuntes", "Your notes"),
    "name": ("Nombre", "Name"),
    "sex": ("Sexo", "Sex"),
    "age": ("Edad", "Age"),
    "institution": ("Institución", "Institution"),
    "municipality": ("Municipio", "Municipality"),
    "signature": ("Firma", "Signature"),
    "code": ("Mi código: inicial de mi madre y día de mi nacimiento", "My code: my mother's "
             "initial and the day of my birth"),
    "consent": (
        "Sus datos quedan en este equipo y solo se informan totales. Firmar es libre.",
        "Your data stays on this computer and only totals are reported. Signing is free.",
    ),
    "team": ("Grupo", "Group"),
    "commitment": ("Qué haremos", "What we will do"),
    "who": ("Quién", "Who"),
    "due": ("Para cuándo", "By when"),
    "indicator": ("Cómo se sabrá", "How it will be known"),
    "support": ("Qué apoyo hace falta", "Support needed"),
    "at30": ("A los 30 días", "At 30 days"),
    "at90": ("A los 90 días", "At 90 days"),
    "useful": ("¿Qué le sirvió más?", "What was most useful?"),
    "change": ("¿Qué cambiaría?", "What would you change?"),
    "monday": ("¿Qué hará el lunes?", "What will you do on Monday?"),
    "safe": ("¿Pudo hablar con confianza?", "Could you speak freely?"),
    "came": ("Quiénes vinieron", "Who came"),
    "learnt": ("Qué se aprendió", "What was learnt"),
    "agreed": ("Qué se acordó", "What was agreed"),
    "women": ("mujeres", "women"),
    "men": ("hombres", "men"),
    "others": ("otras personas", "others"),
    "nobody": ("No hay datos de asistencia.", "There is no attendance data."),
    "no-test": ("No hubo prueba con pares.", "There was no paired test."),
    "no-agreed": ("No se anotaron compromisos.", "No commitments were noted."),
    "small": (
        "Son pocas personas: el cambio habla de ellas y de nadie más.",
        "These are few people: the change speaks of them and of nobody else.",
    ),
    "reason": ("Por qué", "Why"),
    "programme": ("Programa", "Programme"),
}  # fmt: skip


def paper(
    kind: str,
    workshop: Workshop,
    entries: Mapping[str, Entry],
    results: Results = Results(),
) -> Edition:
    """One paper as a document that every export takes. `entries` by uid."""
    lang = "en" if workshop.language == "en" else "es"
    body = "\n".join(_BODIES[kind](workshop, lang, entries, results))
    return _document(kind, workshop, lang, body)


def _document(kind: str, workshop: Workshop, lang: str, body: str) -> Edition:
    seed = hashlib.sha256(f"{workshop.id}{kind}".encode()).digest()[:16]
    title = f"{_t(kind, lang)}: {workshop.title}"
    place = " · ".join(filter(None, [workshop.venue, workshop.days[0].date if workshop.days else
                                     ""]))  # fmt: skip
    head = "\n".join([
        "---", f"uid: {uuid.UUID(bytes=seed, version=4)}", "kind: module", f"lang: {lang}",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"summary: {json.dumps(place, ensure_ascii=False)}",
        f"updated: {workshop.modified[:10] or '2026-01-01'}", "license: CC-BY-4.0", "authors: []",
        "---",
    ])  # fmt: skip
    slug = f"{kind}-{workshop.id[:8]}"
    return read_edition(f"{head}\n\n{body}\n".encode(), f"{slug}.md", slug)


def _t(key: str, lang: str) -> str:
    return _T[key][lang == "en"]


def _plain(text: str) -> str:
    """Words of the person inside Markdown: nothing of them is markup."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!" else c for c in " ".join(text.split()))


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _head(*cells: str) -> Iterator[str]:
    yield _row(*cells)
    yield "|" + " --- |" * len(cells)


def _agenda(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    for number, day in enumerate(workshop.days, start=1):
        label = " · ".join(filter(None, [f"{_t('day', lang)} {number}", day.title, day.date]))
        yield f"## {_plain(label)} {{#day-{number}}}\n"
        yield from _head(_t("time", lang), _t("what", lang), _t("minutes", lang))
        for slot in schedule(day).slots:
            yield _row(clock_of(slot.start), _plain(slot.block.title), str(slot.block.minutes))
        yield ""


def _guide(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield from _agenda(workshop, lang, entries, results)
    rows = materials(workshop)
    if rows:
        yield f"## {_t('materials', lang)} {{#materials}}\n"
        yield from _head(_t("materials", lang), _t("quantity", lang), _t("for", lang))
        for row in rows:
            yield _row(_plain(row.item), str(row.quantity), _plain("; ".join(row.titles[:3])))
        yield ""
    for number, day in enumerate(workshop.days, start=1):
        yield f"## {_t('guide', lang)} · {_t('day', lang)} {number} {{#guide-{number}}}\n"
        for slot in schedule(day).slots:
            yield from _guide_block(slot.block, clock_of(slot.start), lang)


def _guide_block(block: Block, start: str, lang: str) -> Iterator[str]:
    yield f"### {start} · {_plain(block.title)} ({block.minutes} min)\n"
    if block.objective:
        yield f"**{_t('objective', lang)}:** {_plain(block.objective)}\n"
    leads = ", ".join(f"{role}: {name}" for role, name in block.roles.items() if name)
    if leads:
        yield f"**{_t('leads', lang)}:** {_plain(leads)}\n"
    if block.needs:
        items = "; ".join(need.item for need in block.needs)
        yield f"**{_t('materials', lang)}:** {_plain(items)}\n"
    for number, step in enumerate(block.steps, start=1):
        yield f"{number}. {_plain(step)}"
    if block.steps:
        yield ""
    for group in block.parallel:
        yield f"- **{_plain(group.title)}** {_plain(group.task)}"
    if block.parallel:
        yield ""
    if block.notes:
        yield "!!! facilitator"
        for line in block.notes.split("\n"):
            if line.strip():
                yield f"    {_plain(line)}\n"


def _workbook(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield from _agenda(workshop, lang, entries, results)
    for block in workshop.blocks():
        if block.kind in ("break", "logistics"):
            continue
        yield f"## {_plain(block.title)} {{#b-{block.id[:8]}}}\n"
        if block.objective:
            yield f"{_plain(block.objective)}\n"
        if block.kind == "case":
            yield from _case_pages(block, entries, lang)
        for number, step in enumerate(block.steps, start=1):
            yield f"{number}. {_plain(step)}"
        yield f"\n**{_t('notes', lang)}**\n"
        yield "\n".join(["\\_" * 60 + "\n"] * 4)


def _case_pages(block: Block, entries: Mapping[str, Entry], lang: str) -> Iterator[str]:
    entry = entries.get(block.entry)
    if entry is None:
        return
    edition = entry.edition(lang)
    yield f"{_plain(edition.front.summary)}\n"
    for section_id in ("context", "actions", "results", "limits"):
        section = edition.document().section(section_id)
        if section is None:
            continue
        yield f"### {_plain(tree.inline_text(section.title))}\n"
        inner = tree.Document((tree.Section(section_id, (), section.blocks),))
        for unit in tree.units(inner):
            if unit.number and unit.in_admonition != "facilitator":
                yield f"{_plain(unit.text)}\n"


def _attendance(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    for number in range(1, len(workshop.days) + 1):
        yield f"## {_t('day', lang)} {number} {{#day-{number}}}\n"
        yield f"{_t('consent', lang)}\n"
        fields = ("name", "sex", "age", "institution", "municipality", "signature")
        yield from _head("N.º", *(_t(key, lang) for key in fields))
        for row in range(1, max(_EMPTY_ROWS, workshop.participants) + 1):
            yield _row(str(row), *[" "] * 6)
        yield ""


def questions(workshop: Workshop, entries: Mapping[str, Entry]) -> list[Question]:
    """The knowledge checks of the modules that the workshop uses, in order, each once."""
    lang = "en" if workshop.language == "en" else "es"
    found: list[Question] = []
    for uid in dict.fromkeys(block.entry for block in workshop.blocks() if block.entry):
        entry = entries.get(uid)
        if entry is not None and entry.kind == "module":
            found += questions_of(entry.edition(lang))
    return found


def questions_of(edition: Edition) -> list[Question]:
    """The questions of a module's knowledge check."""
    section = edition.document().section("check")
    found: list[Question] = []
    text = ""
    answers: list[tree.Item] = []
    for block in section.blocks if section else ():
        match block:
            case tree.Heading(_, children):
                text, answers = tree.inline_text(children), []
            case tree.ListBlock(items):
                answers = [item for item in items if item.checked is not None]
            case tree.Quote(inner) if text and answers:
                inside = tree.Document((tree.Section("", (), inner),))
                reason = " ".join(unit.text for unit in tree.units(inside))
                words = tuple(_item_text(item) for item in answers)
                right = tuple(i for i, item in enumerate(answers) if item.checked)
                found.append(Question(text, words, right, reason))
                text = ""
    return found


def _item_text(item: tree.Item) -> str:
    first = item.blocks[0] if item.blocks else None
    return tree.inline_text(first.children) if isinstance(first, tree.Paragraph) else ""


def _test(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield f"## {_t('test', lang)} {{#test}}\n\n{_t('code', lang)}: \\_\\_\\_\\_\\_\\_\n"
    for number, question in enumerate(questions(workshop, entries), start=1):
        yield f"### {number}. {_plain(question.text)}\n"
        yield from (f"- [ ] {chr(97 + i)}) {_plain(a)}" for i, a in enumerate(question.answers))
        yield ""


def _key(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield f"## {_t('key', lang)} {{#key}}\n"
    for number, question in enumerate(questions(workshop, entries), start=1):
        right = ", ".join(chr(97 + i) for i in question.right)
        yield f"{number}. **{right}** — {_plain(question.reason)}"


def _commitments(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    keys = ("commitment", "who", "due", "indicator", "support")
    for number in range(1, workshop.groups() + 1):
        yield f"## {_t('team', lang)} {number} {{#team-{number}}}\n"
        yield from _head(*(_t(key, lang) for key in keys))
        yield from [_row(*[" "] * len(keys))] * 3
        yield ""


def _follow_up(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield f"## {_t('follow-up', lang)} {{#follow-up}}\n"
    yield from _head(*(_t(k, lang) for k in ("team", "commitment", "who", "due", "at30", "at90")))
    for one in results.commitments:
        yield _row(_plain(one.team), _plain(one.what), _plain(one.who), _plain(one.due), " ", " ")
    if not results.commitments:
        yield from [_row(*[" "] * 6)] * _EMPTY_ROWS


def _evaluation(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield f"## {_t('evaluation', lang)} {{#evaluation}}\n"
    for key in ("useful", "change", "monday", "safe"):
        yield f"### {_t(key, lang)}\n"
        yield "\n".join(["\\_" * 60 + "\n"] * 3)


def _report(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield f"## {_t('came', lang)} {{#came}}\n"
    totals = results.totals
    if totals is None or not totals.people:
        yield f"{_t('nobody', lang)}\n"
    else:
        labels = {"F": "women", "M": "men", "X": "others"}
        counts = ", ".join(f"{n} {_t(labels[s], lang)}" for s, n in totals.by_sex.items() if n)
        yield f"**{totals.people}**: {counts}.\n"
        yield from _head(_t("institution", lang), "F", "M", "X")
        for name, row in totals.by_institution.items():
            yield _row(_plain(name), *(str(row.get(sex, 0)) for sex in ("F", "M", "X")))
        yield ""
    yield f"## {_t('learnt', lang)} {{#learnt}}\n"
    learning = results.learning
    if learning is None:
        yield f"{_t('no-test', lang)}\n"
    else:
        yield (
            f"{learning.before:.0%} → {learning.after:.0%} (n = {learning.pairs}; "
            f"↑ {learning.better}, = {learning.same}, ↓ {learning.worse})\n"
        )
        if not learning.honest:
            yield f"{_t('small', lang)}\n"
    yield f"## {_t('agreed', lang)} {{#agreed}}\n"
    if results.commitments:
        yield from _head(*(_t(key, lang) for key in ("team", "commitment", "who", "due")))
        for one in results.commitments:
            yield _row(_plain(one.team), _plain(one.what), _plain(one.who), _plain(one.due))
        yield ""
    else:
        yield f"{_t('no-agreed', lang)}\n"
    yield f"## {_t('programme', lang)} {{#programme}}\n"
    for number, day in enumerate(workshop.days, start=1):
        titles = "; ".join(b.title for b in day.blocks if b.kind not in ("break", "logistics"))
        yield f"- **{_t('day', lang)} {number}.** {_plain(titles)}"
    if results.notes:
        yield f"\n{_plain(results.notes)}"


_BODIES = {
    "guide": _guide,
    "agenda": _agenda,
    "workbook": _workbook,
    "attendance": _attendance,
    "test": _test,
    "key": _key,
    "commitments": _commitments,
    "follow-up": _follow_up,
    "evaluation": _evaluation,
    "report": _report,
}


def paper_name(kind: str, ui: str) -> str:
    """The name of a paper."""
    return _t(kind, ui)
