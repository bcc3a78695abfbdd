"""From a question to an answer over an opened index: what the search does at each key.

normalise, correct, expand, score, filter, group, count facets, snippets of what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import LANGS, spans, stem, subjects, surfaces
from indexer.asking import Asked
from indexer.engine import Engine, Ranked
from indexer.expansion import Plan, make_plan
from indexer.query import ANY, Answer, Hit, Query
from indexer.segment import Segment
from indexer.snippets import rows_in, snippet
from indexer.thesaurus import Thesaurus
from indexer.understanding import in_words, value_in_words
from indexer.vocabulary import Vocabulary

MAX_ALSO = 12
MAX_MATCHED = 4


def languages(query: Query) -> Sequence[str]:
    """The languages whose texts are searched."""
    return LANGS if query.search_lang == ANY else (query.search_lang,)


@dataclass(frozen=True)
class Found:
    """What a question found, before anything is told of it: entries, the best first."""

    plan: Plan
    ranked: Ranked
    entries: list[int]
    total: int


def find(engine: Engine, query: Query, asked: Asked, thesaurus: Thesaurus) -> Found:
    """Correct, expand, score, filter and rank."""
    langs = languages(query)
    plan = make_plan(query, asked, thesaurus, engine.corrector, langs)
    ranked = engine.rank(plan.groups, asked, langs)
    entries, total = engine.chosen(ranked, query)
    return Found(plan, ranked, entries, total)


def hits(engine: Engine, query: Query, asked: Asked, found: Found) -> tuple[Hit, ...]:
    """What was found, each at its passage, with the piece of it that shows why."""
    marks = _Marks(found.plan, asked)
    return tuple(_hit(engine, found.ranked, entry, query, marks) for entry in found.entries)


def answer(
    engine: Engine, query: Query, asked: Asked, thesaurus: Thesaurus, vocabulary: Vocabulary
) -> Answer:
    """The whole answer to a question that was taken apart."""
    found = find(engine, query, asked, thesaurus)
    return Answer(
        query=query,
        hits=hits(engine, query, asked, found),
        total=found.total,
        understood_es=understood(asked, vocabulary, "es"),
        understood_en=understood(asked, vocabulary, "en"),
        corrections=tuple(found.plan.corrections),
        also_searched=tuple(found.plan.also[:MAX_ALSO]),
        facets=engine.counts(found.ranked, asked.filters) if query.facets else {},
    )


def understood(asked: Asked, vocabulary: Vocabulary, lang: str) -> str:
    """How the question was read, in plain words."""
    labels = [
        value_in_words(facet, value, vocabulary, lang)
        for facet, values in asked.filters.values.items()
        for value in sorted(values)
    ]
    return in_words(asked, labels, lang)


@dataclass(frozen=True)
class _Shown:
    """What is marked in the passages of one segment in one language: numbers of stems, ranges
    of words that begin as the unfinished ones do, and phrases as numbers of words.
    """

    stems: Mapping[str, int]
    wanted: NDArray[np.int32]
    ranges: tuple[tuple[int, int], ...]
    phrases: tuple[tuple[int, ...], ...]


class _Marks:
    """The words that show why a passage was found, by language."""

    def __init__(self, plan: Plan, asked: Asked) -> None:
        self._beginnings = frozenset(
            word for g in plan.groups for a in g.alternatives if a.prefix for word in a.words
        )
        self._phrases = asked.phrases
        self._stems: dict[str, set[str]] = {}
        self._typed: dict[str, set[str]] = {}
        self._labels: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self._shown: dict[tuple[Segment, str], _Shown] = {}
        for lang in LANGS:
            wanted = [a for g in plan.groups for a in g.alternatives if a.lang == lang]
            self._labels[lang] = [
                (" ".join(a.words), frozenset(stem(word, lang) for word in a.words)) for a in wanted
            ]
            phrases = {stem(word, lang) for phrase in asked.phrases for word in phrase}
            self._stems[lang] = {stem(w, lang) for a in wanted for w in subjects(a.words)}
            self._typed[lang] = phrases.union(
                stem(s, lang) for group in plan.groups for s in surfaces(group.typed)
            )

    def shown(self, segment: Segment, lang: str) -> _Shown:
        """What to mark in a segment."""
        key = (segment, lang)
        if key not in self._shown:
            lexicon = segment.lexicons[lang]
            labels = [stems for _, stems in self._labels[lang]]
            stems = lexicon.stem_numbers(self._typed[lang].union(*labels))
            wanted = [number for shape, number in stems.items() if shape in self._stems[lang]]
            ranges = tuple(
                segment.lexicons[lang].forms.beginning(letters) for letters in self._beginnings
            )
            phrases = tuple(tuple(map(lexicon.forms.index, row)) for row in self._phrases)
            self._shown[key] = _Shown(stems, np.array(wanted, np.int32), ranges, phrases)
        return self._shown[key]

    def matched_by(self, present: set[str], lang: str, beginning: bool) -> tuple[str, ...]:
        """The words of the passage that nobody typed and that explain why it is here."""
        if beginning or self._typed[lang] & present:
            return ()
        found = [label for label, stems in self._labels[lang] if present >= stems]
        return tuple(dict.fromkeys(found))[:MAX_MATCHED]


def _hit(engine: Engine, ranked: Ranked, entry: int, query: Query, marks: _Marks) -> Hit:
    segment, number = engine.passage(engine.best_passage(ranked, entry, query.lang))
    row, about = segment.passage(number), engine.entry(entry)
    shown = marks.shown(segment, row.lang)
    words, shapes = segment.words_of(number)
    begun = np.zeros(len(words), bool)
    for first, last in shown.ranges:
        begun |= (words >= first) & (words < last)
    places = np.flatnonzero(begun | np.isin(shapes, shown.wanted)).tolist()
    stems = shapes.tolist()
    present = {shape for shape, at in shown.stems.items() if at in stems}
    rows = rows_in(words.tolist(), shown.phrases)
    parts, place = snippet(row.text, spans(row.text), stems, places, rows)
    paragraph = 0
    for start, at in row.paragraphs:
        if start <= place:
            paragraph = at
    title = row.section_title
    if row.section and row.lang != query.lang:
        title = engine.section_title(entry, row.section, query.lang) or title
    found = ranked.searched
    return Hit(
        uid=about.uid,
        slug=about.slug,
        kind=about.kind,
        lang=row.lang,
        title=about.titles.get(query.lang) or next(iter(about.titles.values()), ""),
        section=row.section,
        section_title=title,
        paragraph=paragraph,
        snippet=parts,
        score=round(float(ranked.entries[entry]), 4),
        other_language=found and row.lang != query.lang,
        matched_by=marks.matched_by(present, row.lang, bool(begun.any())) if found else (),
    )
