"""The papers of a workshop as Markdown documents: every export format then comes for free.

Guide, agenda for the wall, participants' workbook, slides, attendance sheet, tests and key,
commitment cards, 30/90-day sheet, evaluation sheet, one-page report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from indexer import tree
from indexer.documents import Edition, Entry, Source
from kb_app.dates import long_date
from kb_app.workshops.checks import materials
from kb_app.workshops.model import Block, Day, Workshop
from kb_app.workshops.paper_words import (
    day_title,
    document,
    language_of,
    plain,
    t,
    table_head,
    table_row,
)
from kb_app.workshops.questions import questions
from kb_app.workshops.report import report_body
from kb_app.workshops.result_papers import Results, follow_up_body
from kb_app.workshops.timing import clock_of, schedule

PAPERS = ("guide", "agenda", "workbook", "slides", "attendance", "test", "key", "commitments",
          "follow-up", "evaluation", "report")  # fmt: skip
FOR_PARTICIPANTS = frozenset({"agenda", "workbook", "slides", "attendance", "test",
                              "commitments", "evaluation"})  # fmt: skip
_EMPTY_ROWS = 14
_CASE_SECTIONS = ("context", "actions", "results", "limits", "conditions")
_QUIET = ("break", "logistics")
_NOTHING = Results()
_LINE = "\\_" * 60 + "\n"
_CODE_LINE = "\\_" * 16


def paper(
    kind: str, workshop: Workshop, entries: Mapping[str, Entry], results: Results = _NOTHING
) -> Edition:
    """One paper as a document that every export takes. `entries` by uid."""
    lang = language_of(workshop)
    day = long_date(workshop.days[0].date if workshop.days else "", lang)
    summary = " · ".join(part for part in (workshop.venue, day) if part)
    body = "\n".join(_BODIES[kind](workshop, lang, entries, results))
    sources = _sources_of_cases(workshop, entries, lang) if kind == "workbook" else ()
    # What is thrown on the wall needs no name of a paper.
    title = workshop.title if kind == "slides" else f"{t(kind, lang)}: {workshop.title}"
    seed = f"{workshop.id}{kind}"
    return document(seed, title, summary, workshop.modified[:10], lang, body, sources)


def paper_name(kind: str, ui: str) -> str:
    """The name of a paper."""
    return t(kind, ui)


def _day_label(day: Day, number: int, lang: str) -> str:
    title = day_title(day, number, lang)
    return " · ".join(part for part in (title, long_date(day.date, lang)) if part)


# --- for the wall and for whoever facilitates ------------------------------------------------


def _agenda(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    for number, day in enumerate(workshop.days, start=1):
        yield from _day(day, number, lang)
        for slot in schedule(day).slots:
            if slot.block.parallel:
                yield f"### {clock_of(slot.start)} · {plain(slot.block.title)}\n"
                yield from _lanes(slot.block, with_leads=False)


def _day(day: Day, number: int, lang: str, with_team: bool = False) -> Iterator[str]:
    """A day as a table; what only the team does in it stands there `with_team`."""
    yield f"## {plain(_day_label(day, number, lang))} {{#day-{number}}}\n"
    yield from table_head(t("time", lang), t("what", lang), t("minutes", lang))
    for slot in schedule(day).slots:
        if slot.block.kind != "logistics" or (with_team and slot.block.minutes):
            yield table_row(clock_of(slot.start), plain(slot.block.title), str(slot.block.minutes))
    yield ""


def _guide(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    for number, day in enumerate(workshop.days, start=1):
        yield from _day(day, number, lang, with_team=True)
    needed = materials(workshop)
    if needed:
        yield f"## {t('materials', lang)} {{#materials}}\n"
        yield from table_head(t("materials", lang), t("quantity", lang), t("for", lang))
        for need in needed:
            why = plain("; ".join(need.titles[:3]))
            yield table_row(plain(need.item), str(need.quantity), why)
        yield ""
    for number, day in enumerate(workshop.days, start=1):
        yield f"## {t('guide', lang)} · {t('day', lang)} {number} {{#guide-{number}}}\n"
        for slot in schedule(day).slots:
            yield from _guide_block(slot.block, clock_of(slot.start), lang)


def _guide_block(block: Block, start: str, lang: str) -> Iterator[str]:
    yield f"### {start} · {plain(block.title)} ({block.minutes} min)\n"
    leads = ", ".join(f"{role}: {name}" for role, name in block.roles.items() if name)
    needs = "; ".join(f"{need.quantity:g} × {need.item}" for need in block.needs)
    facts = [("objective", block.objective), ("leads", leads), ("materials", needs)]
    if block.kind not in _QUIET:
        facts.append(("priority", t(f"priority-{block.priority}", lang)))
    facts_lines = [f"**{t(key, lang)}:** {plain(words)}\n" for key, words in facts if words]
    own = [f"**{plain(name)}:** {plain(value)}\n" for name, value in block.fields.items() if value]
    yield from (*facts_lines, *own)
    yield from _steps(block)
    yield from _groups(block, lang, with_leads=True)
    if block.notes.strip():
        yield "!!! facilitator"
        for line in block.notes.split("\n"):
            if line.strip():
                yield f"    {plain(line)}\n"


def _steps(block: Block) -> Iterator[str]:
    for number, step in enumerate(block.steps, start=1):
        yield f"{number}. {plain(step)}"
    if block.steps:
        yield ""


def _groups(block: Block, lang: str, with_leads: bool) -> Iterator[str]:
    if block.parallel:
        yield f"**{t('groups', lang)}**\n"
        yield from _lanes(block, with_leads)


def _lanes(block: Block, with_leads: bool) -> Iterator[str]:
    """The groups beside each other: what each does, where, and with whom."""
    groups = block.parallel
    yield from table_head(*(plain(group.title) or " " for group in groups))
    rows = [[g.task for g in groups], [g.room for g in groups]]
    if with_leads:
        rows.append([g.facilitator for g in groups])
    for row in rows:
        if any(row):
            yield table_row(*(plain(cell) or " " for cell in row))
    yield ""


# --- for participants --------------------------------------------------------------------------


def _workbook(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    for number, day in enumerate(workshop.days, start=1):
        yield from _day(day, number, lang)
    for block in _working(workshop):
        yield f"## {plain(block.title)} {{#b-{block.id[:8]}}}\n"
        if block.objective:
            yield f"{plain(block.objective)}\n"
        if block.kind == "case":
            yield from _case_pages(block, entries, lang)
        yield from _steps(block)
        yield from _groups(block, lang, with_leads=False)
        yield f"**{t('notes', lang)}**\n"
        yield from [_LINE] * 4


def _working(workshop: Workshop) -> Iterator[Block]:
    return (block for block in workshop.blocks() if block.kind not in _QUIET)


def _case_pages(block: Block, entries: Mapping[str, Entry], lang: str) -> Iterator[str]:
    entry = entries.get(block.entry)
    if entry is None:
        return
    edition = entry.edition(lang)
    yield f"{plain(edition.front.summary)}\n"
    for section_id in _CASE_SECTIONS:
        section = edition.document().section(section_id)
        if section is None:
            continue
        yield f"### {plain(tree.inline_text(section.title))}\n"
        inner = tree.Document((tree.Section(section_id, (), section.blocks),))
        for unit in tree.units(inner):
            if unit.number and unit.in_admonition != "facilitator":
                marks = "".join(_mark(edition, source) for source in dict.fromkeys(unit.cites))
                yield f"{plain(unit.text)}{marks}\n"


def _sources_of_cases(
    workshop: Workshop, entries: Mapping[str, Entry], lang: str
) -> tuple[Source, ...]:
    """The sources of all cases of a workshop, named as `_mark` cites them."""
    cases = dict.fromkeys(block.entry for block in workshop.blocks() if block.kind == "case")
    editions = [entries[uid].edition(lang) for uid in cases if uid in entries]
    return tuple(
        replace(source, id=_own_id(edition, source.id))
        for edition in editions
        for source in edition.front.sources
    )


def _own_id(edition: Edition, source_id: str) -> str:
    """The id of a source of one case among those of others: each case has its own S1."""
    return "c" + hashlib.sha256(f"{edition.uid} {source_id}".encode()).hexdigest()[:16]


def _mark(edition: Edition, source_id: str) -> str:
    """The citation of a source of a case in a paper."""
    return f"[^{_own_id(edition, source_id)}]"


def _slides(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    for number, day in enumerate(workshop.days, start=1):
        yield f"## {plain(_day_label(day, number, lang))} {{#day-{number}}}\n"
        for block in day.blocks:
            if block.kind not in _QUIET:
                yield from _slide(block, lang)


def _slide(block: Block, lang: str) -> Iterator[str]:
    empty = not (block.objective or block.steps or block.parallel)
    minutes = "" if empty else f" minutes={block.minutes}"
    yield f"### {plain(block.title)} {{#s-{block.id[:8]}{minutes}}}\n"
    if block.objective:
        yield f"{plain(block.objective)}\n"
    yield from _steps(block)
    if block.parallel:
        yield f"**{t('groups', lang)}**\n"
    for group in block.parallel:  # the cells of a table would be too small there
        words = " · ".join(plain(part) for part in (group.task, group.room) if part)
        yield f"- **{plain(group.title)}** {words}"
    if block.parallel:
        yield ""
    if empty:
        yield f"{block.minutes} min\n"
    if block.notes.strip():
        yield "!!! facilitator"
        yield from (f"    {plain(line)}\n" for line in block.notes.split("\n") if line.strip())


def _attendance(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    for number, day in enumerate(workshop.days, start=1):
        yield f"## {plain(_day_label(day, number, lang))} {{#day-{number}}}\n"
        yield f"{t('consent', lang)}\n"
        fields = ("name", "sex", "age", "institution", "municipality", "signature")
        yield from table_head("N.º", *(t(key, lang) for key in fields))
        for place in range(1, max(_EMPTY_ROWS, workshop.participants) + 1):
            yield table_row(str(place), *[" "] * len(fields))
        yield ""


def _test(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield f"## {t('test', lang)} {{#test}}\n"
    yield from (f"- [ ] {t(moment, lang)}" for moment in ("before", "after"))
    yield f"\n{t('code', lang)}: {_CODE_LINE}\n"
    for number, question in enumerate(questions(workshop, entries), start=1):
        yield f"### {number}. {plain(question.text)}\n"
        yield from (f"- [ ] {chr(97 + i)}) {plain(a)}" for i, a in enumerate(question.answers))
        yield ""


def _key(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield f"## {t('key', lang)} {{#key}}\n"
    for number, question in enumerate(questions(workshop, entries), start=1):
        right = ", ".join(chr(97 + i) for i in question.right)
        yield f"{number}. **{right}** — {plain(question.reason)}"


def _commitments(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    keys = ("commitment", "who", "due", "indicator", "support")
    for number in range(1, workshop.groups() + 1):
        yield f"## {t('team', lang)} {number} {{#team-{number}}}\n"
        yield from table_head(*(t(key, lang) for key in keys))
        yield from [table_row(*[" "] * len(keys))] * 3
        yield ""


def _evaluation(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    yield f"## {t('statements', lang)} {{#statements}}\n\n{t('scale', lang)}\n"
    yield from table_head(t("statement", lang), t("no", lang), " ", " ", " ", t("yes", lang))
    for key in ("s-clear", "s-useful", "s-voice", "s-time"):
        yield table_row(t(key, lang), "1", "2", "3", "4", "5")
    yield ""
    for key in ("useful", "change", "monday", "safe"):
        yield f"### {t(key, lang)}\n"
        yield from [_LINE] * 3


def _follow_up(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    return follow_up_body(workshop, lang, results)


def _report(
    workshop: Workshop, lang: str, entries: Mapping[str, Entry], results: Results
) -> Iterator[str]:
    return report_body(workshop, lang, results)


_Body = Callable[[Workshop, str, Mapping[str, Entry], Results], Iterator[str]]
_BODIES: Mapping[str, _Body] = {
    "guide": _guide,
    "agenda": _agenda,
    "workbook": _workbook,
    "slides": _slides,
    "attendance": _attendance,
    "test": _test,
    "key": _key,
    "commitments": _commitments,
    "follow-up": _follow_up,
    "evaluation": _evaluation,
    "report": _report,
}
