"""Asking: the face of the search. Plain values in, plain values out.

normalise, correct, expand, score, filter, group, count facets, snippets of what is shown.
While there is no usable index the texts themselves are scanned, and the answer says so.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from indexer.analysis import stem, surfaces, tokens
from indexer.asking import Asked, take_apart
from indexer.build import Progress, build, digests_of
from indexer.documents import Entry
from indexer.engine import Engine, Ranked
from indexer.errors import IndexUnusable
from indexer.expansion import Plan, make_plan
from indexer.generations import Generations
from indexer.passages import facet_values, passages_of
from indexer.query import ANY, FACETS, Answer, Filters, Hit, Query
from indexer.snippets import snippet
from indexer.thesaurus import Thesaurus
from indexer.understanding import in_words
from indexer.vocabulary import Vocabulary

LANGS = ("es", "en")
MAX_ALSO = 12


class SearchIndex:
    """The index of a library, below a cache folder that is ours alone.

    `search` may be called from any one thread at a time; `update` may run in another
    thread or process meanwhile.
    """

    def __init__(
        self,
        cache: Path,
        entries: Iterable[Entry],
        thesaurus: Thesaurus,
        vocabulary: Vocabulary,
    ) -> None:
        self._generations = Generations(cache / "index")
        self._entries = list(entries)
        self._thesaurus = thesaurus
        self._vocabulary = vocabulary
        self._engine: Engine | None = None
        self._lock = threading.Lock()

    # --- keeping it up to date ----------------------------------------------------

    def is_current(self) -> bool:
        """Whether the index is whole and made from exactly these texts."""
        try:
            _, manifest = self._generations.current()
        except IndexUnusable:
            return False
        return manifest.texts == digests_of(self._entries)

    def update(self, rebuild: bool = False) -> Progress:
        """Bring the index up to date; (done, total) in entries. Nothing to do: no steps."""
        if rebuild or not self.is_current():
            yield from build(self._entries, self._generations)
            self.reopen()

    def reopen(self) -> None:
        """Use the newest generation from now on (a new reader: never a refreshed one)."""
        with self._lock:
            if self._engine is not None:
                self._engine.close()
            self._engine = None

    def close(self) -> None:
        """Let go of the files."""
        self.reopen()

    def _opened(self) -> Engine | None:
        if self._engine is None:
            try:
                place, _ = self._generations.current()
                self._engine = Engine(place, self._thesaurus)
            except IndexUnusable:
                return None
            except (OSError, ValueError, EOFError, sqlite3.Error, KeyError, TypeError):
                # A damaged index says so in many ways; it is a cache: throw it away.
                self._generations.discard()
                return None
        return self._engine

    # --- asking -------------------------------------------------------------------

    def search(self, query: Query) -> Answer:
        """Answer a question. Never raises for what was typed."""
        started = time.perf_counter()
        asked = take_apart(query.text, query.filters, query.prefix, self._vocabulary)
        with self._lock:
            engine = self._opened()
            if engine is None:
                answer = self._scan(query, asked)
            else:
                answer = self._answer(engine, query, asked)
        milliseconds = (time.perf_counter() - started) * 1000
        return Answer(**{**vars(answer), "ms": round(milliseconds, 2)})

    def _answer(self, engine: Engine, query: Query, asked: Asked) -> Answer:
        langs = LANGS if query.search_lang == ANY else (query.search_lang,)
        plan = make_plan(query, asked, self._thesaurus, engine.corrector, langs)
        ranked = engine.rank(plan.groups, asked, langs)
        passing = engine.passes(asked.filters)
        chosen = [i for i, entry in enumerate(ranked.entries) if passing[entry]]
        if not (plan.groups or asked.phrases):
            chosen.sort(key=lambda i: self._title(engine, ranked, i, query.lang).casefold())
        hits = tuple(self._hit(engine, ranked, i, query, plan) for i in chosen[: query.limit])
        return Answer(
            query=query,
            hits=hits,
            total=len(chosen),
            understood_es=self._understood(asked, "es"),
            understood_en=self._understood(asked, "en"),
            corrections=tuple(plan.corrections),
            also_searched=tuple(plan.also[:MAX_ALSO]),
            facets=engine.counts(ranked, asked.filters) if query.facets else {},
        )

    @staticmethod
    def _title(engine: Engine, ranked: Ranked, position: int, lang: str) -> str:
        titles = engine.titles[ranked.entries[position]]
        return titles.get(lang) or next(iter(titles.values()), "")

    def _hit(self, engine: Engine, ranked: Ranked, position: int, query: Query, plan: Plan) -> Hit:
        entry = int(ranked.entries[position])
        row = engine.passage(int(ranked.passages[position]))
        stems: set[str] = set()
        beginnings: set[str] = set()
        for group in plan.groups:
            for alternative in group.alternatives:
                if alternative.lang == row.lang:
                    stems.update(stem(word, row.lang) for word in alternative.words)
                    if alternative.prefix:
                        beginnings.update(alternative.words)
        for phrase in take_apart(query.text, Filters(), False, self._vocabulary).phrases:
            stems.update(stem(word, row.lang) for word in phrase)
        parts, place = snippet(row.text, row.lang, stems, beginnings)
        paragraph = 0
        for start, number in row.paragraphs:
            if start <= place:
                paragraph = number
        return Hit(
            uid=engine.uids[entry],
            slug=engine.slugs[entry],
            kind=engine.kinds[entry],
            lang=row.lang,
            title=self._title(engine, ranked, position, query.lang),
            section=row.section,
            section_title=row.section_title,
            paragraph=paragraph,
            snippet=parts,
            score=round(float(ranked.scores[position]), 4),
            other_language=bool(plan.groups) and row.lang != query.lang,
            matched_by=self._matched_by(row.text, row.lang, plan),
        )

    def _matched_by(self, text: str, lang: str, plan: Plan) -> tuple[str, ...]:
        """The words of the text that nobody typed and that explain why it is here."""
        present = {stem(token.surface, lang) for token in tokens(text)}
        typed = {stem(s, lang) for group in plan.groups for s in surfaces(group.typed)}
        if typed & present:
            return ()
        found: list[str] = []
        for group in plan.groups:
            for alternative in group.alternatives:
                words = [stem(word, lang) for word in alternative.words]
                label = " ".join(alternative.words)
                if alternative.lang == lang and label not in found and present.issuperset(words):
                    found.append(label)
        return tuple(found[:4])

    def _understood(self, asked: Asked, lang: str) -> str:
        schemes = {"country": "countries", "topic": "topics", "mineral": "minerals"}
        labels = [
            self._vocabulary.label(schemes[facet], value, lang) if facet in schemes else value
            for facet, values in asked.filters.values.items()
            for value in sorted(values)
        ]
        return in_words(asked, labels, lang)

    # --- without an index -----------------------------------------------------------

    def _scan(self, query: Query, asked: Asked) -> Answer:
        """Look through the texts themselves: slower and plainer, but never nothing."""
        wanted = [token.surface for token in asked.words]
        rows: list[tuple[float, Hit]] = []
        counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        for entry in self._entries:
            values = facet_values(entry)
            if not _passes(values, asked.filters):
                continue
            hit = self._scan_entry(entry, wanted, asked, query)
            if hit is None:
                continue
            rows.append((hit.score, hit))
            for facet, present in values.items():
                for value in present:
                    counts[facet][value] = counts[facet].get(value, 0) + 1
        rows.sort(key=lambda row: (-row[0], row[1].title))
        return Answer(
            query=query,
            hits=tuple(hit for _, hit in rows[: query.limit]),
            total=len(rows),
            understood_es=self._understood(asked, "es"),
            understood_en=self._understood(asked, "en"),
            facets={
                facet: tuple(sorted(found.items(), key=lambda row: (-row[1], row[0])))
                for facet, found in counts.items()
            },
            degraded=True,
        )

    def _scan_entry(
        self, entry: Entry, wanted: Sequence[str], asked: Asked, query: Query
    ) -> Hit | None:
        best: tuple[float, Hit] | None = None
        langs = LANGS if query.search_lang == ANY else (query.search_lang,)
        for lang in langs:
            if lang not in entry.editions:
                continue
            stems = {stem(word, lang) for word in wanted}
            for passage in passages_of(entry.editions[lang]):
                words = surfaces(passage.text)
                joined = f" {' '.join(words)} "
                if any(f" {' '.join(row)} " in joined for row in asked.excluded):
                    return None
                if any(f" {' '.join(row)} " not in joined for row in asked.phrases):
                    continue
                score = float(len(stems & {stem(word, lang) for word in words}))
                if (wanted and not score) or (best and score <= best[0]):
                    continue
                parts, place = snippet(passage.text, lang, stems)
                title = entry.edition(query.lang).front.title
                best = score, Hit(
                    entry.uid, entry.slug, entry.kind, lang, title, passage.section,
                    passage.section_title, passage.paragraph_at(place), parts, score,
                    bool(wanted) and lang != query.lang,
                )  # fmt: skip
        return best[1] if best else None


def _passes(values: dict[str, tuple[str, ...]], filters: Filters) -> bool:
    return all(
        not wanted or wanted.intersection(values.get(facet, ()))
        for facet, wanted in filters.values.items()
    )
