"""Searching without an index: the texts themselves are read, slower and plainer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace

from indexer.analysis import fold, raws, spans, stem, subjects
from indexer.answering import languages, understood
from indexer.asking import Asked
from indexer.documents import Entry
from indexer.errors import DocumentUnreadable
from indexer.ordering import ordered, traits_of
from indexer.passages import NO_WORDS, Passage, facet_values, passages_of
from indexer.query import BEST, FACETS, Answer, Filters, Hit, Query
from indexer.snippets import rows_in, snippet
from indexer.vocabulary import Vocabulary


def scan(
    entries: Iterable[Entry],
    query: Query,
    asked: Asked,
    vocabulary: Vocabulary,
    stop: Callable[[], bool],
) -> Answer:
    """The answer from the texts as they are, marked as `degraded`; as `partial` when `stop` said
    so before the last text was read.
    """
    rows: list[Hit] = []
    found: dict[str, Entry] = {}
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    partial = False
    for entry in entries:
        if stop():
            partial = True
            break
        values = facet_values(entry)
        failed = _failed(values, asked.filters)
        if len(failed) > 1:
            continue
        hit = _best(entry, asked, query, vocabulary)
        if hit is None:
            continue
        if not failed:
            rows.append(hit)
            found[entry.uid] = entry
        for facet in failed or FACETS:  # a facet is counted without its own filter
            for value in values[facet]:
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
        partial=partial,
    )


def _best(entry: Entry, asked: Asked, query: Query, vocabulary: Vocabulary) -> Hit | None:
    """An entry at the passage with most of the words; None when it has none or is excluded."""
    best: Hit | None = None
    wanted = subjects([token.surface for token in asked.words])
    begun = wanted.pop() if asked.unfinished and wanted else ""
    for lang in languages(query):
        if lang not in entry.editions:
            continue
        stems = {stem(word, lang) for word in wanted}
        for passage in _passages(entry, lang, vocabulary):
            words = [fold(raw) for raw in raws(passage.text)]
            shapes = [stem(word, lang) for word in words]
            headed = [fold(raw) for raw in raws(passage.headings)]
            present = {*shapes, *(stem(word, lang) for word in headed)}
            joined = f" {' '.join(words)} "
            if any(_holds(row, joined, present, lang) for row in asked.excluded):
                return None
            if any(f" {' '.join(row)} " not in joined for row in asked.phrases):
                continue
            begins = bool(begun) and any(word.startswith(begun) for word in (*words, *headed))
            score = float(len(stems & present) + begins)
            if ((stems or begun) and not score) or (best and score <= best.score):
                continue
            asked_at = [
                at
                for at, shape in enumerate(shapes)
                if shape in stems or (begun and words[at].startswith(begun))
            ]
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
                other_language=bool(stems or begun) and lang != query.lang,
            )
    return best


def _in_own_words(hit: Hit, entry: Entry, lang: str) -> Hit:
    """A hit whose section is named in the language of the person, where it has that edition."""
    if not hit.section or hit.lang == lang or lang not in entry.editions:
        return hit
    titles = {
        passage.section: passage.section_title for passage in _passages(entry, lang, NO_WORDS)
    }
    return replace(hit, section_title=titles.get(hit.section) or hit.section_title)


def _passages(entry: Entry, lang: str, vocabulary: Vocabulary) -> list[Passage]:
    try:
        return list(passages_of(entry.editions[lang], vocabulary))
    except DocumentUnreadable:
        return []


def _holds(row: tuple[str, ...], joined: str, present: Set[str], lang: str) -> bool:
    """An excluded word in any of its forms; an excluded phrase as written."""
    if len(row) == 1:
        return stem(row[0], lang) in present
    return f" {' '.join(row)} " in joined


def _failed(values: Mapping[str, tuple[str, ...]], filters: Filters) -> list[str]:
    """The facets whose filter an entry does not pass."""
    return [
        facet
        for facet, wanted in filters.values.items()
        if wanted and not wanted.intersection(values.get(facet, ()))
    ]
