"""From a question to an answer over an opened index: what the search does at each key.

normalise, correct, expand, score, filter, group, count facets, snippets of what is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.analysis import stem, surfaces, tokens
from indexer.asking import Asked
from indexer.engine import Engine, Ranked
from indexer.expansion import Plan, make_plan
from indexer.query import ANY, Answer, Hit, Query
from indexer.schema import LANGS
from indexer.snippets import snippet
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
    entries, total = engine.chosen(ranked, asked.filters, query.lang, query.limit)
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
    schemes = {"country": "countries", "topic": "topics", "mineral": "minerals"}
    labels = [
        vocabulary.label(schemes[facet], value, lang)
        if facet in schemes
        else value_in_words(facet, value, lang)
        for facet, values in asked.filters.values.items()
        for value in sorted(values)
    ]
    return in_words(asked, labels, lang)


class _Marks:
    """The words that show why a passage was found, by language."""

    def __init__(self, plan: Plan, asked: Asked) -> None:
        self.beginnings = frozenset(
            word for g in plan.groups for a in g.alternatives if a.prefix for word in a.words
        )
        self.stems: dict[str, set[str]] = {}
        self._typed: dict[str, set[str]] = {}
        self._labels: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for lang in LANGS:
            wanted = [a for g in plan.groups for a in g.alternatives if a.lang == lang]
            self._labels[lang] = [
                (" ".join(a.words), frozenset(stem(word, lang) for word in a.words)) for a in wanted
            ]
            phrases = {stem(word, lang) for phrase in asked.phrases for word in phrase}
            self.stems[lang] = phrases.union(*(stems for _, stems in self._labels[lang]))
            self._typed[lang] = phrases.union(
                stem(s, lang) for group in plan.groups for s in surfaces(group.typed)
            )

    def matched_by(self, present: set[str], lang: str, beginning: bool) -> tuple[str, ...]:
        """The words of the passage that nobody typed and that explain why it is here."""
        if beginning or self._typed[lang] & present:
            return ()
        found = [label for label, stems in self._labels[lang] if present >= stems]
        return tuple(dict.fromkeys(found))[:MAX_MATCHED]


def _hit(engine: Engine, ranked: Ranked, entry: int, query: Query, marks: _Marks) -> Hit:
    number = engine.best_passage(ranked, entry, query.lang)
    row, about = engine.passage(number), engine.entry(entry)
    words = list(tokens(row.text))
    stems = [stem(token.surface, row.lang) for token in words]
    parts, place = snippet(row.text, words, stems, marks.stems[row.lang], marks.beginnings)
    paragraph = 0
    for start, at in row.paragraphs:
        if start <= place:
            paragraph = at
    beginning = any(t.surface.startswith(b) for b in marks.beginnings for t in words)
    return Hit(
        uid=about.uid,
        slug=about.slug,
        kind=about.kind,
        lang=row.lang,
        title=about.titles.get(query.lang) or next(iter(about.titles.values()), ""),
        section=row.section,
        section_title=row.section_title,
        paragraph=paragraph,
        snippet=parts,
        score=round(float(ranked.entries[entry]), 4),
        other_language=ranked.searched and row.lang != query.lang,
        matched_by=marks.matched_by(set(stems), row.lang, beginning) if ranked.searched else (),
    )
