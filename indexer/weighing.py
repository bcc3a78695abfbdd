"""The impacts of the words of a segment, while it is written.

A stem stands where one of its words does, in the text or in title and headings; what it adds in
either is one number, so that a word that is asked for is one row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.impacts import IMPACT, Statistics, impacts
from indexer.inversion import Numbers, Run
from indexer.lexicon import Lexicon
from indexer.wordlist import WordList

Arrays = dict[str, NDArray[Any]]


@dataclass
class Column:
    """A field of one language as it is written: its words in order, and of each in how many
    passages it stands; then, one word after another, the passages and the impact in each.
    """

    words: list[str]
    frequencies: list[NDArray[np.int64]] = field(default_factory=list)
    places: list[NDArray[np.int64]] = field(default_factory=list)
    passages: list[Numbers] = field(default_factory=list)
    impacts: list[NDArray[np.float32]] = field(default_factory=list)

    def take(self, run: Run, weights: NDArray[np.float32]) -> None:
        """Note a run of words and the impacts of their postings."""
        self.frequencies.append(run.sizes)
        self.passages.append(run.passages)
        self.impacts.append(weights)

    def arrays(self) -> Arrays:
        """What is read by `Lexicon` of words whose passages stand in Whoosh's file."""
        frequencies = _joined(self.frequencies, np.int64)
        letters, begins = WordList.packed(self.words)
        return {
            "letters": letters, "begins": begins, "frequencies": frequencies.astype(np.int32),
            "ends": np.cumsum(frequencies), "places": _joined(self.places, np.int64),
            "impacts": _joined(self.impacts, IMPACT),
        }  # fmt: skip

    def keys(self, number_of: Mapping[str, int]) -> NDArray[np.int64]:
        """Words, under other numbers, and passages as one number each, in order."""
        numbers = np.array([number_of[word] for word in self.words], np.int64)
        repeated = np.repeat(numbers, _joined(self.frequencies, np.int64))
        keys: NDArray[np.int64] = (repeated << 32) | _joined(self.passages, np.int64)
        return keys


class Weigher:
    """Works out the impacts of one field. `lengths`: its words in each passage; `bulk`: whose
    statistics of words count, by language, where they know the word; else the segment's own.
    """

    def __init__(
        self, field: str, lengths: Numbers, mine: Mapping[str, Any], bulk: Mapping[str, Lexicon]
    ) -> None:
        self._field, self._lengths, self._bulk = field, lengths, bulk
        self.statistics = {
            lang: bulk[lang].statistics(field) if lang in bulk else Statistics.of(lengths[some])
            for lang, some in mine.items()
        }

    def weigh(self, lang: str, words: Sequence[str], run: Run) -> NDArray[np.float32]:
        """The impacts of a run of words."""
        frequencies = run.sizes
        if lang in self._bulk:
            known = self._bulk[lang].frequencies_of(self._field, words)
            frequencies = np.where(known > 0, known, frequencies)
        return impacts(
            self._field, run.often, np.repeat(frequencies, run.sizes),
            self._lengths[run.passages], self.statistics[lang],
        )  # fmt: skip


def stem_rows(text: Column, head: Column) -> tuple[list[str], Arrays]:
    """The stems of texts and headings in order, and their rows as `Lexicon` reads them."""
    stems = sorted({*text.words, *head.words})
    number_of = {stem: number for number, stem in enumerate(stems)}
    keys, more = text.keys(number_of), head.keys(number_of)
    weights, added = _joined(text.impacts, np.float32), _joined(head.impacts, np.float32)
    at = np.searchsorted(keys, more)
    both = np.zeros(len(more), bool)
    inside = at < len(keys)
    both[inside] = keys[at[inside]] == more[inside]
    weights[at[both]] += added[both]
    keys = np.insert(keys, at[~both], more[~both])
    weights = np.insert(weights, at[~both], added[~both])
    frequencies = np.zeros((2, len(stems)), np.int32)
    for row, column in enumerate((text, head)):
        numbers = [number_of[word] for word in column.words]
        frequencies[row, numbers] = _joined(column.frequencies, np.int64)
    letters, begins = WordList.packed(stems)
    return stems, {
        "letters": letters, "begins": begins, "frequencies": frequencies,
        "ends": np.cumsum(np.bincount(keys >> 32, minlength=len(stems))),
        "passages": (keys & 0xFFFFFFFF).astype(np.int32), "impacts": weights.astype(IMPACT),
    }  # fmt: skip


def _joined(arrays: Sequence[NDArray[Any]], kind: Any) -> NDArray[Any]:
    return np.concatenate([np.empty(0, kind), *arrays]).astype(kind, copy=False)
