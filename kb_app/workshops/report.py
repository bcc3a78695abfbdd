"""The report of one page: who came, what was learnt, what was agreed, what was done.

It says no names: of a commitment stands its group, not who answers for it. What is long is cut
to the room that a page has, counted in lines: first the programme of the days, then the last
commitments, which the follow-up sheet has anyhow; the report says how many. Notes of the person
are never cut: they stand last, and long ones go on to a second page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from textwrap import shorten

from kb_app.dates import short_date
from kb_app.workshops.model import Workshop
from kb_app.workshops.paper_words import plain, t, table_head, table_row
from kb_app.workshops.result_papers import CHART, Results
from kb_app.workshops.room import Commitment, Totals

SEX_WORDS = {"F": "women", "M": "men", "X": "others"}
# A page of `export/onepage.py`, in lines: all of it less title, headings and heads of tables;
# what a picture takes; signs that a line holds, and one in the column of commitments.
PAGE_LINES, CHART_LINES, LINE_SIGNS, CELL_SIGNS = 52, 8, 108, 82
ROW_LINES, TITLE_SIGNS, TITLE_LINES = 1.25, 50, 2
MOST_INSTITUTIONS, MOST_DAY_LINES, NOTES_LINES, DAY_GAP = 8, 3, 5, 0.5


def report_body(workshop: Workshop, lang: str, results: Results) -> Iterator[str]:
    """The Markdown of the report."""
    came, learnt = list(_came(results.totals, lang)), list(_learnt(results, lang))
    notes = [line for line in results.notes.split("\n") if line.strip()]
    days = max(1, len(workshop.days))
    room = PAGE_LINES - len(came) * ROW_LINES - CHART_LINES * results.chart - len(learnt)
    room -= min(NOTES_LINES, sum(_lines(line, LINE_SIGNS) + 0.5 for line in notes))
    room -= TITLE_LINES * (_lines(workshop.title, TITLE_SIGNS) - 1)
    agreed = _that_fit(results.commitments, room - days)
    room -= sum(_row_lines(one) for one in agreed)
    yield f"## {t('came', lang)} {{#came}}\n"
    yield from came
    yield f"## {t('learnt', lang)} {{#learnt}}\n"
    yield from learnt
    yield f"## {t('agreed', lang)} {{#agreed}}\n"
    yield from _agreed(agreed, len(results.commitments) - len(agreed), lang)
    yield f"## {t('programme', lang)} {{#programme}}\n"
    yield from _programme(workshop, max(1, min(MOST_DAY_LINES, int(room / days - DAY_GAP))), lang)
    yield ""
    yield from (f"{plain(line)}\n" for line in notes)


def _lines(text: str, signs: int) -> int:
    return max(1, math.ceil(len(text) / signs))


def _row_lines(one: Commitment) -> float:
    return _lines(one.what, CELL_SIGNS) - 1 + ROW_LINES


def _that_fit(commitments: Sequence[Commitment], room: float) -> list[Commitment]:
    """The first ones that find room, at least one."""
    found: list[Commitment] = []
    if sum(map(_row_lines, commitments)) > room:
        room -= ROW_LINES  # to say that there are more
    for one in commitments:
        room -= _row_lines(one)
        if room < 0 and found:
            break
        found.append(one)
    return found


def _came(totals: Totals | None, lang: str) -> Iterator[str]:
    if totals is None or not totals.people:
        yield f"{t('nobody', lang)}\n"
        return
    yield f"**{totals.people} {t('people', lang)}:** {sex_words(totals, lang)}.\n"
    sexes = [sex for sex in ("F", "M", "X") if totals.by_sex.get(sex)]
    yield from table_head(t("institution", lang), *(t(SEX_WORDS[s], lang) for s in sexes))
    rows = [(name, [counts.get(sex, 0) for sex in sexes])
            for name, counts in totals.by_institution.items()]  # fmt: skip
    if len(rows) > MOST_INSTITUTIONS:
        rows.sort(key=lambda row: -sum(row[1]))
        rest = rows[MOST_INSTITUTIONS - 1 :]
        name = f"{len(rest)} {t('other-places', lang)}"
        together = [sum(column) for column in zip(*(counts for _, counts in rest), strict=True)]
        rows = [*rows[: MOST_INSTITUTIONS - 1], (name, together)]
    for name, counts in rows:
        yield table_row(plain(name), *map(str, counts))
    yield ""


def sex_words(totals: Totals, lang: str) -> str:
    """ "17 women, 10 men, 1 not said"."""
    counts = [
        f"{number} {t(SEX_WORDS[sex], lang)}" for sex, number in totals.by_sex.items() if number
    ]
    unsaid = totals.people - sum(totals.by_sex.values())
    return ", ".join([*counts, *([f"{unsaid} {t('unknown', lang)}"] if unsaid else [])])


def _learnt(results: Results, lang: str) -> Iterator[str]:
    learning = results.learning
    if learning is None:
        yield f"{t('no-test', lang)}\n"
        return
    yield (
        f"**{learning.before:.0%} → {learning.after:.0%}** (n = {learning.pairs}). "
        f"{t('better', lang)}: {learning.better}. {t('same', lang)}: {learning.same}. "
        f"{t('worse', lang)}: {learning.worse}.\n"
    )
    if not learning.honest:
        yield f"{t('small', lang)}\n"
    if learning.mixed:
        yield f"{t('mixed', lang)}: {learning.mixed}.\n"
    if results.chart:
        yield f"![{t('chart', lang)}]({CHART})\n"


def _agreed(shown: Sequence[Commitment], rest: int, lang: str) -> Iterator[str]:
    if not shown:
        yield f"{t('no-agreed', lang)}\n"
        return
    yield from table_head(*(t(key, lang) for key in ("team", "commitment", "due")))
    for one in shown:
        yield table_row(plain(one.team), plain(one.what), plain(short_date(one.due, lang)))
    yield ""
    if rest:
        yield f"{t('more-agreed', lang)}: {rest}.\n"


def _programme(workshop: Workshop, lines: int, lang: str) -> Iterator[str]:
    for number, day in enumerate(workshop.days, start=1):
        titles = "; ".join(b.title for b in day.blocks if b.kind in ("module", "case"))
        words = shorten(titles, lines * LINE_SIGNS - 10, placeholder="…")
        yield f"- **{t('day', lang)} {number}.** {plain(words)}"
