"""The segments in use as one index: score passages, group them to entries, count facets."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import LANGS
from indexer.arraycache import Part
from indexer.asking import Asked
from indexer.correction import Corrector
from indexer.expansion import Alternative, Group
from indexer.facets import Counts, Facets
from indexer.ordering import ordered
from indexer.postings import Postings
from indexer.query import BEST, Filters, Query
from indexer.segment import EntryRow, Mask, Numbers, Segment
from indexer.thesaurus import Thesaurus
from indexer.vocabulary import Vocabulary

COVERAGE = 0.6  # of a score, what depends on the share of the question that an entry has
OTHER_PASSAGES = 0.15
# Whoever searches wants an example: modules and country profiles touch on everything, in many
# sections, and would stand before it; but not a module that is asked for by its head.
NOT_A_CASE = 0.6
OWN_LANGUAGE = 0.5
PHRASE_FLOOR = np.float32(0.01)
Scores = NDArray[np.float32]
Alive = Sequence[tuple[Segment, frozenset[int]]]


@dataclass(frozen=True)
class Ranked:
    """Scores of passages and of entries, and which entries were found, before filters and
    after them.
    """

    passages: Scores
    entries: Scores
    matched: Mask
    passing: Mask
    searched: bool
    allowed: Mask | None  # which passages count; None for all


class _Tally:
    """The scores of a question while its words are added up.

    `heads`: the passages for which it counts how many of the things asked stand there.
    """

    def __init__(self, passages: int, entries: int, entry_of: Numbers, heads: Numbers) -> None:
        self.total = np.zeros(passages, np.float32)
        self.covered = np.zeros(entries, np.float32)  # of the things asked, the weight
        self.asked = 0.0  # and of all of them
        self.named = np.zeros(len(heads), np.int16)
        self._every = np.zeros(entries, np.float32)
        self._entry_of, self._heads = entry_of, heads
        self._added: list[tuple[Numbers, Numbers]] = []

    def take(self, parts: Iterable[Part], allowed: Mask | None) -> None:
        """Add the scores of a thing asked."""
        before = self.total[self._heads]
        held = np.zeros(len(self.covered), bool)
        for entries in self.add(parts, allowed):
            held[entries] = True
        found = int(np.count_nonzero(held))
        if found:  # the idf of BM25: a rare thing counts for more; one that is nowhere, nothing
            weight = math.log(1 + (len(held) - found + 0.5) / (found + 0.5))
            self.covered += np.float32(weight) * held
            self.asked += weight
        self.named += self.total[self._heads] > before

    def add(self, parts: Iterable[Part], allowed: Mask | None) -> list[Numbers]:
        """Add scores where it is allowed; the entries of each part."""
        found = []
        for numbers, some in parts:
            entries = self._entry_of[numbers]
            found.append(entries)
            if allowed is not None:
                let = allowed[numbers]
                numbers, some, entries = numbers[let], some[let], entries[let]
            np.add.at(self.total, numbers, some)
            np.add.at(self._every, entries, some)
            self._added.append((numbers, entries))
        return found

    def scores(self) -> Scores:
        """Of the entries: that of the best passage, and a little of the others."""
        best = np.zeros(len(self._every), np.float32)
        for numbers, entries in self._added:
            np.maximum.at(best, entries, self.total[numbers])
        return best + OTHER_PASSAGES * (self._every - best)


class Engine:
    """Some segments, with the entries of each that no longer count."""

    def __init__(self, segments: Alive, thesaurus: Thesaurus, vocabulary: Vocabulary) -> None:
        self._segments = [segment for segment, _ in segments]
        self._vocabulary = vocabulary
        self.postings = Postings(self._segments)
        self._first_entry = list(_offsets([segment.entries for segment in self._segments]))
        first_passage = _offsets([segment.passages for segment in self._segments])
        self._first_passage = list(first_passage)
        starts = [
            segment.starts[:-1] + offset
            for segment, offset in zip(self._segments, first_passage, strict=True)
        ]
        self._starts: Numbers = np.concatenate(starts or [np.empty(0, np.int32)]).astype(np.intp)
        self.size = len(self._starts)
        sizes = np.diff(self._starts, append=self.postings.size)
        self._entry_of = np.repeat(np.arange(self.size), sizes)
        self._filled = np.flatnonzero(sizes)
        self._alive = np.ones(self.size, bool)
        for offset, (_, dropped) in zip(self._first_entry, segments, strict=True):
            self._alive[[offset + number for number in dropped]] = False
        self._facets = Facets([segment.facets for segment in self._segments])
        cases, modules = (
            self._facets.passes(Filters({"kind": frozenset({kind})}))
            for kind in ("case_study", "module")
        )
        self._priors = np.where(cases, np.float32(1), np.float32(NOT_A_CASE))
        self._heads = np.flatnonzero(self._first_of_editions() & modules[self._entry_of])
        self._ranks: dict[tuple[str, str, str], NDArray[np.int64]] = {}
        # Over the postings, not over self: an engine in a circle stays until garbage is looked
        # for, and what is frozen then stays for ever, with its files.
        opened, postings = self._segments, self.postings
        self.corrector = Corrector(
            lambda: (w for s in opened for lang in LANGS for w in s.lexicons[lang].forms),
            postings.frequency,
            lambda word: postings.knows(word) or thesaurus.knows(word) or postings.has_stem(word),
            postings.begins,
        )

    def _first_of_editions(self) -> Mask:
        """Which passages hold what stands above a text: the first one in each language."""
        langs = self.postings.langs
        first = np.ones(self.postings.size, bool)
        first[1:] = (langs[1:] != langs[:-1]) | (self._entry_of[1:] != self._entry_of[:-1])
        return first

    # --- texts ------------------------------------------------------------------------

    def passage(self, number: int) -> tuple[Segment, int]:
        """Where a passage is: its segment, and its number there."""
        at = bisect_right(self._first_passage, number) - 1
        return self._segments[at], number - self._first_passage[at]

    def section_title(self, entry: int, section: str, lang: str) -> str:
        """The title of a section of an entry in a language, or ""."""
        first, last = self._passages_of(entry)
        segment, number = self.passage(first)
        return segment.section_title(number, number + last - first, section, lang)

    def entry(self, number: int) -> EntryRow:
        """What is shown of an entry."""
        at = bisect_right(self._first_entry, number) - 1
        return self._segments[at].entry(number - self._first_entry[at])

    def best_passage(self, ranked: Ranked, entry: int, lang: str) -> int:
        """The passage to show of an entry: the best one that counts, or the best in the
        language of the person where it says nearly as much.
        """
        first, last = self._passages_of(entry)
        scores = ranked.passages[first:last]
        if ranked.allowed is not None:
            scores = np.where(ranked.allowed[first:last], scores, -1)
        own = np.where(self.postings.langs[first:last] == LANGS.index(lang), scores, -1.0)
        at = int(own.argmax())
        return first + (at if own[at] >= OWN_LANGUAGE * scores.max() else int(scores.argmax()))

    def _passages_of(self, entry: int) -> tuple[int, int]:
        last = int(self._starts[entry + 1]) if entry + 1 < self.size else self.postings.size
        return int(self._starts[entry]), last

    # --- scoring ----------------------------------------------------------------------

    def rank(self, groups: Sequence[Group], asked: Asked, langs: Sequence[str]) -> Ranked:
        """Score every passage, keep what phrases and exclusions let pass."""
        allowed = self._allowed(asked, langs)
        tally = _Tally(self.postings.size, self.size, self._entry_of, self._heads)
        for group in groups:
            tally.take(self._group(group), allowed)
        for phrase in asked.phrases:
            tally.add(self._phrased(phrase, langs), allowed)
        scores = tally.scores()
        if tally.asked:
            scores *= 1 - COVERAGE + COVERAGE / tally.asked * tally.covered
        if groups:
            priors = self._priors.copy()
            priors[self._entry_of[self._heads[tally.named == len(groups)]]] = 1
            scores *= priors
        searched = bool(groups or asked.phrases)
        if searched:
            matched = scores > 0
        else:
            matched = np.zeros(self.size, bool)
            matched[self._filled if allowed is None else self._entry_of[allowed]] = True
        matched &= self._alive
        for row in asked.excluded:
            matched[self._entry_of[self._holding(row, langs)]] = False
        passing = matched & self._facets.passes(asked.filters)
        return Ranked(tally.total, scores, matched, passing, searched, allowed)

    def _allowed(self, asked: Asked, langs: Sequence[str]) -> Mask | None:
        """Which passages count; None for all."""
        allowed: Mask | None = None
        if len(langs) < len(LANGS):
            allowed = np.isin(self.postings.langs, [LANGS.index(lang) for lang in langs])
        for phrase in asked.phrases:
            held = np.zeros(self.postings.size, bool)
            for lang in langs:
                held[self.postings.holding(lang, phrase)] = True
            allowed = held if allowed is None else allowed & held
        return allowed

    def _phrased(self, phrase: Sequence[str], langs: Sequence[str]) -> Iterator[Part]:
        """Scores of an exact phrase, where it is allowed: those of its words, on average."""
        for lang in langs:
            for word in phrase:
                numbers, scores = self.postings.form(lang, word)
                yield numbers, scores / np.float32(len(phrase)) + PHRASE_FLOOR

    def _group(self, group: Group) -> Iterator[Part]:
        """Scores of a thing asked: the best of its alternatives in each language (a passage has
        one language), and what a word written with ñ adds.
        """
        for lang in LANGS:
            parts = [self._alternative(a) for a in group.alternatives if a.lang == lang]
            if parts:
                yield self.postings.best(parts)
            if group.raw_enye:
                yield self.postings.enye(lang, group.raw_enye)

    def _alternative(self, alternative: Alternative) -> Part:
        if alternative.prefix:
            numbers, scores = self.postings.prefix(alternative.lang, alternative.words[0])
        else:
            numbers, scores = self.postings.together(alternative.lang, alternative.words)
        weight = np.float32(alternative.weight)
        return numbers, scores if weight == 1 else weight * scores

    def _holding(self, words: tuple[str, ...], langs: Sequence[str]) -> Numbers:
        if len(words) == 1:
            found = [self.postings.with_stem(lang, words[0]) for lang in langs]
        else:
            found = [self.postings.holding(lang, words) for lang in langs]
        return np.concatenate(found)

    # --- choosing ---------------------------------------------------------------------

    def chosen(self, ranked: Ranked, query: Query) -> tuple[list[int], int]:
        """The entries to show, in the order asked (by title when no words were), and how many
        there are in all.
        """
        found = np.flatnonzero(ranked.passing)
        first, last = query.first, query.first + query.limit
        if query.order != BEST or not ranked.searched:
            order = found[np.argsort(self._rank(query)[found], kind="stable")]
            return order[first:last].tolist(), len(found)
        total = len(found)
        scores = ranked.entries[found]
        if total > last > 0:
            edge = np.partition(scores, total - last)[total - last]
            found, scores = found[scores >= edge], scores[scores >= edge]
        order = found[np.argsort(-scores, kind="stable")]
        return order[first:last].tolist(), total

    def _rank(self, query: Query) -> NDArray[np.int64]:
        """The place of every entry in an order that does not depend on what was asked."""
        key = (query.order, query.lang, query.labels or query.lang)
        if key not in self._ranks:
            traits = [each for segment in self._segments for each in segment.traits()]
            ranks = np.empty(len(traits), np.int64)
            ranks[ordered(traits, *key, self._vocabulary)] = np.arange(len(traits))
            self._ranks[key] = ranks
        return self._ranks[key]

    def counts(self, ranked: Ranked, filters: Filters) -> Counts:
        """How many entries found have each value, most first."""
        return self._facets.counts(ranked.matched, ranked.passing, filters)


def _offsets(sizes: Sequence[int]) -> list[int]:
    return [sum(sizes[:position]) for position in range(len(sizes))]
