"""What is known after a workshop, its 30/90-day sheet, and the report over all of them."""

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
_EMPTY_ROWS = 12


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
