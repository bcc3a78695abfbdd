"""What is written after a workshop: the report, the 30/90-day sheet, the follow-up report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.documents import Edition
from kb_app.dates import long_date
from kb_app.workshops.model import Workshop
from kb_app.workshops.paper_words import document, plain, t, table_head, table_row
from kb_app.workshops.room import Commitment, Learning, Outreach, Room, Totals

CHART = "results.png"
_EMPTY_ROWS = 14
_SEX_WORDS = {"F": "women", "M": "men", "X": "others"}


@dataclass(frozen=True)
class Results:
    """What is known after the workshop. `chart`: the picture of before and after is there."""

    totals: Totals | None = None
    learning: Learning | None = None
    commitments: Sequence[Commitment] = ()
    notes: str = ""
    chart: bool = False


def results_of(room: Room, workshop: Workshop) -> Results:
    """What is known of a workshop, for its papers."""
    learning = room.learning(workshop.id)
    return Results(
        room.totals(workshop.id),
        learning,
        room.commitments(workshop.id),
        workshop.notes,
        chart=learning is not None,
    )


def report_body(workshop: Workshop, lang: str, results: Results) -> Iterator[str]:
    """One page: who came, what was learnt, what was agreed, what was done. Without names: of a
    commitment stands its group, not who answers for it.
    """
    yield f"## {t('came', lang)} {{#came}}\n"
    yield from _came(results.totals, lang)
    yield f"## {t('learnt', lang)} {{#learnt}}\n"
    yield from _learnt(results, lang)
    yield f"## {t('agreed', lang)} {{#agreed}}\n"
    if results.commitments:
        yield from table_head(*(t(key, lang) for key in ("team", "commitment", "due")))
        for one in results.commitments:
            due = long_date(one.due, lang)
            yield table_row(plain(one.team), plain(one.what), due)
        yield ""
    else:
        yield f"{t('no-agreed', lang)}\n"
    yield f"## {t('programme', lang)} {{#programme}}\n"
    for number, day in enumerate(workshop.days, start=1):
        titles = "; ".join(b.title for b in day.blocks if b.kind in ("module", "case"))
        yield f"- **{t('day', lang)} {number}.** {plain(titles)}"
    if results.notes.strip():
        yield ""
        yield from (f"{plain(line)}\n" for line in results.notes.split("\n") if line.strip())


def _came(totals: Totals | None, lang: str) -> Iterator[str]:
    if totals is None or not totals.people:
        yield f"{t('nobody', lang)}\n"
        return
    yield f"**{totals.people} {t('people', lang)}:** {sex_words(totals, lang)}.\n"
    sexes = [sex for sex in ("F", "M", "X") if totals.by_sex.get(sex)]
    yield from table_head(t("institution", lang), *(t(_SEX_WORDS[s], lang) for s in sexes))
    for name, counts in totals.by_institution.items():
        yield table_row(plain(name), *(str(counts.get(sex, 0)) for sex in sexes))
    yield ""


def sex_words(totals: Totals, lang: str) -> str:
    """ "17 women, 10 men, 1 not said"."""
    counts = [
        f"{number} {t(_SEX_WORDS[sex], lang)}" for sex, number in totals.by_sex.items() if number
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


def follow_up_body(workshop: Workshop, lang: str, results: Results) -> Iterator[str]:
    """A row for each commitment, with room for what there is after 30 and 90 days."""
    last = next((day.date for day in reversed(workshop.days) if day.date), "")
    heads = [t(key, lang) for key in ("team", "commitment", "who", "due")]
    heads += [
        _with_date(t(key, lang), last, days, lang) for key, days in (("at30", 30), ("at90", 90))
    ]
    yield f"## {t('follow-up', lang)} {{#follow-up}}\n"
    yield from table_head(*heads)
    for one in results.commitments:
        cells = (plain(one.team), plain(one.what), plain(one.who), long_date(one.due, lang))
        yield table_row(*cells, " ", " ")
    if not results.commitments:
        yield from [table_row(*[" "] * 6)] * _EMPTY_ROWS


def _with_date(words: str, last: str, days: int, lang: str) -> str:
    try:
        day = (date.fromisoformat(last) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return words
    return f"{words} ({long_date(day, lang)})"


def followup_report(
    commitments: Sequence[Commitment],
    outreach: Sequence[Outreach],
    titles: Mapping[str, str],
    today: date,
    lang: str,
) -> Edition:
    """Over all workshops: commitments with how they stand, and how many were reached; without
    names. `titles` of workshops by id.
    """
    lang = "en" if lang == "en" else "es"
    body = "\n".join(_followup(commitments, outreach, titles, today, lang))
    title = t("followup-report", lang)
    day = today.isoformat()
    return document(f"followup{day}", title, long_date(day, lang), day, lang, body)


def _followup(
    commitments: Sequence[Commitment],
    outreach: Sequence[Outreach],
    titles: Mapping[str, str],
    today: date,
    lang: str,
) -> Iterator[str]:
    counts = {state: sum(c.state == state for c in commitments) for state in ("open", "done")}
    late = sum(is_late(one, today) for one in commitments)
    yield f"## {t('agreed', lang)} {{#agreed}}\n"
    yield (
        f"{t('open', lang)}: {counts['open']} ({t('late', lang)}: {late}) · "
        f"{t('done', lang)}: {counts['done']}\n"
    )
    if commitments:
        keys = ("workshop", "team", "commitment", "due", "state")
        yield from table_head(*(t(key, lang) for key in keys))
        for one in commitments:
            state = "late" if is_late(one, today) else one.state
            due = long_date(one.due, lang)
            cells = (titles.get(one.workshop, ""), one.team, one.what, due)
            yield table_row(*map(plain, cells), t(state, lang))
        yield ""
    yield f"## {t('reached', lang)} {{#reached}}\n"
    women, men = sum(o.women for o in outreach), sum(o.men for o in outreach)
    yield f"{women} {t('women', lang)}, {men} {t('men', lang)}.\n"
    if outreach:
        heads = ("date", "place", "what", "women", "men")
        yield from table_head(*(t(key, lang) for key in heads))
        for row in outreach:
            numbers = (str(row.women), str(row.men))
            yield table_row(long_date(row.day, lang), plain(row.place), plain(row.what), *numbers)


def is_late(commitment: Commitment, today: date) -> bool:
    """Whether an open commitment has passed its day."""
    return (
        commitment.state == "open" and bool(commitment.due) and commitment.due < today.isoformat()
    )
