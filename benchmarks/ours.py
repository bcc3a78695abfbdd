"""Batea's own search, measured step by step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.asked import Questions
from benchmarks.corpus import Corpus
from benchmarks.results import HERE
from benchmarks.rivals import Row
from benchmarks.timing import WARM, Measured, each, timed, worked
from indexer.analysis import LANGS, fold
from indexer.answering import Found, find, hits
from indexer.asking import Asked, take_apart
from indexer.documents import Entry
from indexer.engine import Engine
from indexer.expansion import Group, make_plan
from indexer.generations import Generations
from indexer.query import Filters, Query
from indexer.search import SearchIndex
from indexer.segment import Segment
from indexer.thesaurus import Thesaurus, read_glossary
from indexer.vocabulary import read_vocabulary

CONTENT = HERE.parent / "content"
US = "Batea"


class Ours:
    """Batea's own search, step by step."""

    def __init__(self, cache: Path, entries: Sequence[Entry]) -> None:
        self.cache = cache
        self.vocabulary = read_vocabulary(CONTENT)
        self.thesaurus = Thesaurus(read_glossary(CONTENT / "glossary" / "glossary.csv"))
        self.entries = list(entries)
        self.plans: list[list[Group]] = []  # what was asked for the words, expanded
        self.search = SearchIndex(cache, entries, self.thesaurus, self.vocabulary)

    def opened(self) -> Engine:
        parts = Generations(self.cache / "index").current()
        alive = [(Segment(part.place), part.dropped) for part in parts]
        return Engine(alive, self.thesaurus, self.vocabulary)

    def rows(self) -> Iterator[Row]:
        """The passages of the bulk, for the others."""
        place = Generations(self.cache / "index").current()[0].place
        segment = Segment(place)
        database = sqlite3.connect(place / "passages.sqlite")
        for entry in range(segment.entries):
            first, last = int(segment.starts[entry]), int(segment.starts[entry + 1])
            for number, text in database.execute(
                "SELECT number, text FROM passage WHERE number >= ? AND number < ?", (first, last)
            ):
                yield Row(number, entry, LANGS[segment.langs[number]], text)
        database.close()
        segment.close()

    def measure(self, asked: Questions) -> Measured:
        """All rows, each with an engine opened for it: caches hold nothing of other rows."""
        out = Measured(US)

        def rows(key: str, queries: Sequence[Query]) -> None:
            engine = self.opened()
            out.take(key, each(lambda query: self._asked(engine, query), queries))

        words = [Query(" ".join(row), limit=10, facets=False) for row in asked.words]
        rows("words", words)
        out.take("the same question", self._ranked(asked))
        fresh = self.opened()
        out.take("the same work", each(lambda row: plain(fresh, row), asked.words))
        rows("prefix 1–3", [Query(b, limit=10, prefix=True, facets=False) for b in asked.short])
        rows("prefix 4–6", [Query(b, limit=10, prefix=True, facets=False) for b in asked.long])
        quoted = ['"' + " ".join(row) + '"' for row in asked.phrases]
        rows("phrase", [Query(text, limit=10, facets=False) for text in quoted])
        narrowed = [Filters({"country": frozenset({country})}) for country in asked.countries]
        rows("facets", [replace(query, filters=filters, facets=True)
                        for query, filters in zip(words, narrowed, strict=True)])  # fmt: skip
        out.take("snippets", self._snippets(words))
        whole = [Query(" ".join(row), limit=50, prefix=True) for row in asked.words]
        out.take("whole answer", each(self.search.search, whole))
        return out

    def _asked(self, engine: Engine, query: Query) -> tuple[Asked, Found]:
        parts = take_apart(query.text, query.filters, query.prefix, self.vocabulary)
        found = find(engine, query, parts, self.thesaurus)
        if query.facets:
            engine.counts(found.ranked, parts.filters)
        return parts, found

    def _snippets(self, queries: Sequence[Query]) -> list[float]:
        """Milliseconds of what is told of ten results, once they are found."""
        engine = self.opened()
        spent: list[float] = []
        for query in queries:
            parts, found = self._asked(engine, query)
            spent.append(worked(lambda q=query, p=parts, f=found: hits(engine, q, p, f)))
        return spent[WARM:]

    def _ranked(self, asked: Questions) -> list[float]:
        """Milliseconds of questions that have been read and expanded; `plans` keeps them."""
        engine = self.opened()
        queries = [Query(" ".join(row), limit=10, facets=False) for row in asked.words]
        parts = [take_apart(q.text, q.filters, False, self.vocabulary) for q in queries]
        plans = [
            make_plan(query, part, self.thesaurus, engine.corrector, LANGS)
            for query, part in zip(queries, parts, strict=True)
        ]
        self.plans = [plan.groups for plan in plans]

        def rank(number: int) -> None:
            engine.chosen(engine.rank(self.plans[number], parts[number], LANGS), queries[number])

        return each(rank, range(len(queries)))

    def change(self, corpus: Corpus, number: int, version: int) -> tuple[float, float]:
        """Milliseconds from a changed text in memory to the search finding what is new, and
        until all that was written has been brought to the disk too.
        """
        edition = corpus.edition(number, LANGS[number % 2], version)
        word = f"cambio{number}v{version}xyz".replace("0", "o")
        changed = Entry(
            edition.uid, edition.slug,
            {edition.lang: edition.of_body(
                edition.slug, edition.front, edition.body + f"\n{word}\n", edition.sha256 + word
            )},
        )  # fmt: skip
        entries = list(self.entries)
        entries[number] = changed
        self.entries = entries

        def found() -> bool:
            answer = self.search.search(Query(word, limit=10, literal=True))
            return [hit.uid for hit in answer.hits] == [changed.uid]

        self.search.take(entries)
        steps = self.search.update()
        visible = timed(lambda: next(step for step in steps if found()))
        kept = timed(lambda: list(steps))  # small segments that are many become one, too
        return visible, visible + kept


def plain(engine: Engine, words: Sequence[str], limit: int = 10) -> list[int]:
    """The best passages for the words as written, and nothing else."""
    total = np.zeros(engine.postings.size, np.float32)
    standing = [np.empty(0, np.intp)]
    for word in words:
        for lang in LANGS:
            numbers, scores = engine.postings.form(lang, fold(word))
            np.add.at(total, numbers, scores)
            standing.append(numbers)
    found = np.concatenate(standing)
    scores = total[found]
    most = limit * len(words)  # a passage stands there once for each word that it has
    if len(found) > most:
        found = found[np.argpartition(scores, len(found) - most)[-most:]]
    found = np.unique(found)
    return list(found[np.argsort(-total[found])][:limit].tolist())
