"""From answers of the search to what Explore shows."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.analysis import stem, tokens
from indexer.documents import Entry
from indexer.query import FACETS, Answer, Filters, Hit
from kb_app.app.desk import Desk
from kb_app.app.wordlists import (
    countries_text,
    evidence_word,
    facet_value_word,
    facet_word,
    in_word,
    kind_word,
    meta_text,
    only_in_word,
    period_text,
    translate,
)
from kb_app.export.phrases import phrase
from kb_app.library.similar import say, similar_to
from kb_app.views.explore.rows import Alike, Details, FacetGroup, FacetValue, Piece, Row

SHOWN_FACETS = ("country", "topic", "kind", "mineral", "evidence", "period", "language", "shelf")
MAX_TAGS = 3


def row_of(desk: Desk, hit: Hit, wanted: frozenset[str]) -> Row | None:
    """A hit as a row; None when the library has lost it meanwhile. `wanted`: stems to mark."""
    entry = desk.entry(hit.uid)
    if entry is None:
        return None
    vocabulary, ui = desk.program.vocabulary, desk.ui
    edition = entry.edition(desk.content_language)
    front = edition.front
    badges = []
    if len(entry.editions) == 1 and front.lang != desk.content_language:
        badges.append(only_in_word(front.lang))
    elif hit.paragraph and hit.lang != front.lang:
        badges.append(in_word(hit.lang))
    snippet = tuple((part.text, part.hit) for part in hit.snippet) if hit.paragraph else ()
    return Row(
        uid=hit.uid,
        lang=hit.lang if hit.paragraph else front.lang,
        title=marked(front.title, front.lang, wanted),
        meta=meta_text(entry, front.lang, vocabulary, ui),
        place=_place(hit),
        snippet=snippet if any(text.strip() for text, _ in snippet) else ((front.summary, False),),
        tags=tuple(vocabulary.label("topics", t, ui) for t in front.topics[:MAX_TAGS]),
        evidence=front.evidence_strength,
        evidence_label=evidence_word(front.evidence_strength),
        badges=tuple(badges),
        section=hit.section,
        paragraph=hit.paragraph,
        kind=kind_word(entry.kind),
        countries=countries_text(front, vocabulary, ui),
        period=period_text(front),
        updated=front.updated,
    )  # fmt: skip


def _place(hit: Hit) -> str:
    parts = []
    if hit.paragraph:
        words = translate("Words", "¶{number} in {section}") if hit.section_title else "¶{number}"
        parts.append(words.format(number=hit.paragraph, section=hit.section_title))
    if hit.matched_by:
        parts.append(translate("Words", "matches {words}").format(words=", ".join(hit.matched_by)))
    return " · ".join(parts)


def wanted_stems(answer: Answer, lang: str) -> frozenset[str]:
    """Stems of what was typed, so that titles can be marked like passages."""
    words = [token.surface for token in tokens(answer.query.text) if len(token.surface) > 2]
    words += [correction.taken for correction in answer.corrections]
    return frozenset(stem(word, lang) for word in words)


def marked(title: str, lang: str, wanted: frozenset[str]) -> tuple[Piece, ...]:
    """A title in pieces, those that were asked for marked."""
    pieces: list[Piece] = []
    at = 0
    for token in tokens(title):
        if wanted and stem(token.surface, lang) in wanted:
            if token.start > at:
                pieces.append((title[at : token.start], False))
            pieces.append((title[token.start : token.end], True))
            at = token.end
    if at < len(title):
        pieces.append((title[at:], False))
    return tuple(pieces)


def facet_group(desk: Desk, answer: Answer, filters: Filters, facet: str) -> FacetGroup | None:
    """A filter with its counts, None where it offers no choice. What is ticked stays, even with
    nothing behind it.
    """
    counts = dict(answer.facets.get(facet, ()))
    for value in filters.get(facet):
        counts.setdefault(value, 0)
    if facet in ("language", "shelf") and len(counts) < 2 and not filters.get(facet):
        return None
    values = tuple(
        FacetValue(
            value,
            facet_value_word(facet, value, desk.program.vocabulary, desk.ui),
            count,
            value in filters.get(facet),
        )
        for value, count in counts.items()
    )
    if facet == "period":
        values = tuple(sorted(values, key=lambda v: v.value, reverse=True))
    return FacetGroup(facet, facet_word(facet), values) if values else None


def chips(desk: Desk, filters: Filters) -> list[tuple[str, str, str]]:
    """What is filtered, worded: (facet, value, word)."""
    return [
        (facet, value, facet_value_word(facet, value, desk.program.vocabulary, desk.ui))
        for facet in FACETS
        for value in sorted(filters.get(facet))
    ]


def details_of(
    desk: Desk, entry: Entry, compared: Iterable[str], kept_in: tuple[str, ...] = ()
) -> Details:
    """What the panel at the right says of an entry; what resembles it comes from `alike_of`."""
    vocabulary, ui = desk.program.vocabulary, desk.ui
    lang = desk.content_language
    front = entry.edition(lang).front
    facts = []
    if front.places:
        facts.append((translate("Words", "Places"), ", ".join(front.places)))
    if front.actors:
        facts.append((translate("Words", "Who took part"), "; ".join(front.actors)))
    if front.objectives:
        facts.append(
            (translate("Words", "What it is for"), "\n".join(f"• {o}" for o in front.objectives))
        )
    return Details(
        uid=entry.uid,
        lang=front.lang,
        kind=kind_word(entry.kind),
        meta=meta_text(entry, lang, vocabulary, ui, kind=False),
        title=front.title,
        summary=front.summary,
        not_measured=front.not_measured,
        evidence=front.evidence_strength,
        evidence_label=evidence_word(front.evidence_strength).capitalize(),
        evidence_note=front.evidence_note,
        facts=tuple(facts),
        comparable=entry.kind != "module",  # modules are taught, not weighed against each other
        compared=entry.uid in set(compared),
        kept_in=kept_in,
        warning=phrase("out-of-date", ui) if entry.translation_is_stale(front.lang) else "",
    )


def alike_of(desk: Desk, entry: Entry, others: Iterable[Entry]) -> tuple[Alike, ...]:
    """Those among others that resemble a case. It touches no data: a worker may do it."""
    if entry.kind != "case_study":
        return ()
    vocabulary, ui, lang = desk.program.vocabulary, desk.ui, desk.content_language
    found = []
    for one in similar_to(entry, others, lang, 3):
        other = one.entry.edition(lang).front
        reasons = "; ".join(say(trait, vocabulary, ui) for trait in one.shared[:2])
        where = countries_text(other, vocabulary, ui)
        found.append(Alike(one.entry.uid, other.title, where, reasons))
    return tuple(found)
