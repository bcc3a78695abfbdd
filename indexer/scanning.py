"""Searching without an index: the texts themselves are read, slower and plainer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from indexer.analysis import fold, raws, spans, stem, subjects
from indexer.answering import languages, understood
from indexer.asking import Asked
from indexer.documents import Entry
from indexer.errors import DocumentUnreadable
from indexer.ordering import ordered, traits_of
from indexer.passages import Passage, facet_values, passages_of
from indexer.query import BEST, FACETS, Answer, Filters, Hit, Query
from indexer.snippets import rows_in, snippet
from indexer.vocabulary import Vocabulary


def scan(entries: Iterable[Entry], query: Query, asked: Asked, vocabulary: Vocabulary) -> Answer:
    """The answer from the texts as they are, marked as `degraded`."""
    rows: list[Hit] = []
    found: dict[str, Entry] = {}
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    for entry in entries:
        values = facet_values(entry)
        if not _passes(values, asked.filters):
            continue
        hit = _best(entry, asked, query)
        if hit is None:
            continue
        rows.append(hit)
        found[entry.uid] = entry
        for facet, present in values.items():
            for value in present:
                counts[facet][value] = counts[facet].get(value, 0) + 1
    rows.sort(key=lambda hit: (-hit.score, hit.title))
    if query.order != BEST:
        traits = [traits_of(found[hit.uid]) for hit in rows]
        order = ordered(traits, query.order, query.lang, query.labels or query.lang, vocabulary)
        rows = [rows[place] for place in order]
    shown = rows[query.first : query.first + query.limit]
    return Answer(
        query=query,
        hits=tuple(_in_own_words(hit, found[hit.uid], query.lang) for hit in shown),
        total=len(rows),
        understood_es=understood(asked, vocabulary, "es"),
        understood_en=understood(asked, vocabulary, "en"),
        facets={
            facet: tuple(sorted(values.items(), key=lambda row: (-row[1], row[0])))
            for facet, values in counts.items()
        },
        degraded=True,
    )


def _best(entry: Entry, asked: Asked, query: Query) -> Hit | None:
    """An entry at the passage with most of the words; None when it has none or is excluded."""
    best: Hit | None = None
    wanted = subjects([token.surface for token in asked.words])
    for lang in languages(query):
        if lang not in entry.editions:
            continue
        stems = {stem(word, lang) for word in wanted}
        for passage in _passages(entry, lang):
            words = [fold(raw) for raw in raws(passage.text)]
            shapes = [stem(word, lang) for word in words]
            joined = f" {' '.join(words)} "
            if any(_holds(row, joined, shapes, lang) for row in asked.excluded):
                return None
            if any(f" {' '.join(row)} " not in joined for row in asked.phrases):
                continue
            score = float(len(stems.intersection(shapes)))
            if (stems and not score) or (best and score <= best.score):
                continue
            asked_at = [at for at, shape in enumerate(shapes) if shape in stems]
            rows = rows_in(words, asked.phrases)
            parts, place = snippet(passage.text, spans(passage.text), shapes, asked_at, rows)
            best = Hit(
                uid=entry.uid,
                slug=entry.slug,
                kind=entry.kind,
                lang=lang,
                title=entry.edition(query.lang).front.title,
                section=passage.section,
                section_title=passage.section_title,
                paragraph=passage.paragraph_at(place),
                snippet=parts,
                score=score,
                other_language=bool(stems) and lang != query.lang,
            )
    return best


def _in_own_words(hit: Hit, entry: Entry, lang: str) -> Hit:
    """A hit whose section is named in the language of the person, where it has that edition."""
    if not hit.section or hit.lang == lang or lang not in entry.editions:
        return hit
    titles = {passage.section: passage.section_title for passage in _passages(entry, lang)}
    return replace(hit, section_title=titles.get(hit.section) or hit.section_title)


def _passages(entry: Entry, lang: str) -> list[Passage]:
    try:
        return list(passages_of(entry.editions[lang]))
    except DocumentUnreadable:
        return []


def _holds(row: tuple[str, ...], joined: str, shapes: Sequence[str], lang: str) -> bool:
    """An excluded word in any of its forms; an excluded phrase as written."""
    if len(row) == 1:
        return stem(row[0], lang) in shapes
    return f" {' '.join(row)} " in joined


def _passes(values: Mapping[str, tuple[str, ...]], filters: Filters) -> bool:
    return all(
        not wanted or wanted.intersection(values.get(facet, ()))
        for facet, wanted in filters.values.items()
    )
