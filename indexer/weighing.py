"""The impacts of the words of a segment, while it is written.

A stem stands where one of its words does, in the text or in title and headings; what it adds in
either is one number, so that a word that is asked for is one row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.impacts import IMPACT, Statistics, impacts
from indexer.inversion import Numbers, Run, cuts
from indexer.lexicon import Lexicon
from indexer.wordlist import WordList

Arrays = dict[str, NDArray[Any]]


@dataclass
class Column:
    """A field of one language as it is written: its words in order, and of each in how many
    passages it stands; then, one word after another, the impact in each passage. With the
    passages, and not rounded yet, where it is `added` to another field.
    """

    words: list[str]
    added: bool = False
    frequencies: list[NDArray[np.int64]] = field(default_factory=list)
    places: list[NDArray[np.int64]] = field(default_factory=list)
    passages: list[Numbers] = field(default_factory=list)
    impacts: list[NDArray[Any]] = field(default_factory=list)

    def take(self, run: Run, weights: NDArray[np.float32]) -> None:
        """Note a run of words and the impacts of their postings."""
        self.frequencies.append(run.sizes)
        if self.added:
            self.passages.append(run.passages)
        self.impacts.append(weights if self.added else weights.astype(IMPACT))

    def arrays(self) -> Arrays:
        """What is read by `Lexicon` of words whose passages stand in Whoosh's file."""
        frequencies = _taken(self.frequencies, np.int64)
        letters, begins = WordList.packed(self.words)
        return {
            "letters": letters, "begins": begins, "frequencies": frequencies.astype(np.int32),
            "ends": np.cumsum(frequencies), "places": _taken(self.places, np.int64),
            "impacts": _taken(self.impacts, IMPACT),
        }  # fmt: skip


class _Added:
    """The postings of a field whose words have other numbers in the whole."""

    def __init__(self, column: Column, number_of: Mapping[str, int]) -> None:
        self.numbers = np.array([number_of[word] for word in column.words], np.int64)
        self.frequencies = _taken(column.frequencies, np.int64)
        self._ends = np.append(0, np.cumsum(self.frequencies))
        self._passages = _taken(column.passages, np.int32)
        self._impacts = _taken(column.impacts, np.float32)

    def piece(self, first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The postings of some numbers: number and passage as one, in order, and impacts."""
        low, high = np.searchsorted(self.numbers, (first, last)).tolist()
        some = slice(int(self._ends[low]), int(self._ends[high]))
        repeated = np.repeat(self.numbers[low:high], self.frequencies[low:high])
        return (repeated << 32) | self._passages[some], self._impacts[some].copy()


class Weigher:
    """Works out the impacts of one field. `lengths`: its words in each passage; `bulk`: whose
    statistics of words count, by language, where they know the word; else the segment's own.
    """

    def __init__(
        self, field: str, lengths: Numbers, mine: Mapping[str, Any], bulk: Mapping[str, Lexicon]
    ) -> None:
        self.field, self._lengths, self._bulk = field, lengths, bulk
        self.statistics = {
            lang: bulk[lang].statistics(field) if lang in bulk else Statistics.of(lengths[some])
            for lang, some in mine.items()
        }

    def weigh(self, lang: str, words: Sequence[str], run: Run) -> NDArray[np.float32]:
        """The impacts of a run of words."""
        frequencies = run.sizes
        if lang in self._bulk:
            known = self._bulk[lang].frequencies_of(self.field, words)
            frequencies = np.where(known > 0, known, frequencies)
        return impacts(
            self.field, run.often, np.repeat(frequencies, run.sizes),
            self._lengths[run.passages], self.statistics[lang],
        )  # fmt: skip


def stem_rows(text: Column, head: Column) -> tuple[list[str], Arrays]:
    """The stems of texts and headings in order, and their rows as `Lexicon` reads them."""
    stems = sorted({*text.words, *head.words})
    number_of = {stem: number for number, stem in enumerate(stems)}
    both = _Added(text, number_of), _Added(head, number_of)
    frequencies = np.zeros((2, len(stems)), np.int32)
    for row, added in zip(frequencies, both, strict=True):
        row[added.numbers] = added.frequencies
    sizes = np.zeros(len(stems), np.int64)
    passages, impacts = [], []
    for first, last in pairwise(cuts(frequencies.sum(axis=0, dtype=np.int64), ())):
        keys, weights = _sum(*both[0].piece(first, last), *both[1].piece(first, last))
        sizes += np.bincount(keys >> 32, minlength=len(stems))
        passages.append((keys & 0xFFFFFFFF).astype(np.int32))
        impacts.append(weights.astype(IMPACT))
    letters, begins = WordList.packed(stems)
    return stems, {
        "letters": letters, "begins": begins, "frequencies": frequencies,
        "ends": np.cumsum(sizes), "passages": _taken(passages, np.int32),
        "impacts": _taken(impacts, IMPACT),
    }  # fmt: skip


def _sum(
    keys: NDArray[np.int64],
    weights: NDArray[np.float32],
    more: NDArray[np.int64],
    added: NDArray[np.float32],
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Two rows of ascending keys with weights as one."""
    at = np.searchsorted(keys, more)
    both = np.zeros(len(more), bool)
    inside = at < len(keys)
    both[inside] = keys[at[inside]] == more[inside]
    weights[at[both]] += added[both]
    keys = np.insert(keys, at[~both], more[~both])
    return keys, np.insert(weights, at[~both], added[~both])


def _taken(arrays: list[NDArray[Any]], kind: Any) -> NDArray[Any]:
    """Arrays out of a list, one after another: long ones are not held twice."""
    row = np.empty(sum(len(some) for some in arrays), kind)
    end = len(row)
    while arrays:
        some = arrays.pop()
        row[end - len(some) : end] = some
        end -= len(some)
    return row
