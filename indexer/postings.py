"""Whoosh's postings decoded once to numpy arrays of passage numbers and BM25 parts.

Stock Whoosh scores posting by posting in Python; here a term is decoded the first time it
is asked for, and a question is a few additions of arrays. BM25 (Robertson and Zaragoza,
"The Probabilistic Relevance Framework", 2009) with K1 0.9 and B 0.5; the idf goes to 0 for
words that stand everywhere, so that stop words do not score. Counts and lengths are those
of the language.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from whoosh.index import open_dir
from whoosh.reading import TermNotFound

K1, B = 0.9, 0.5
FIELD_WEIGHTS = {"s": 0.3, "t": 1.0, "h": 1.0, "n": 0.5}
LANGS = ("es", "en")
MAX_COMPLETIONS = 50
Numbers = NDArray[np.int32]
Scores = NDArray[np.float32]


class Postings:
    """The terms of one generation. Opened anew for each generation, never refreshed:
    a refreshed Whoosh reader can give an updated document back in its old version.
    """

    def __init__(self, folder: Path) -> None:
        self._index = open_dir(str(folder), readonly=True)
        self._reader = self._index.reader()
        count = self._reader.doc_count_all()
        self._number = np.zeros(count, dtype=np.int32)
        for docnum, stored in self._reader.iter_docs():
            self._number[docnum] = stored["number"]
        self.size = count
        self._lengths: dict[str, Scores] = {}
        self._counts: dict[str, int] = {}
        self._vocabulary: dict[str, list[str]] = {}
        for lang in LANGS:
            self._vocabulary[lang] = [
                term.decode("utf-8") for term in self._reader.lexicon(f"s_{lang}")
            ]
        self.score = lru_cache(maxsize=4096)(self._score)
        self.numbers = lru_cache(maxsize=4096)(self._numbers)

    def close(self) -> None:
        self._reader.close()
        self._index.close()

    def vocabulary(self, lang: str) -> list[str]:
        """The surface forms of a language, sorted."""
        return self._vocabulary[lang]

    def frequency(self, field: str, term: str) -> int:
        """In how many passages a term stands."""
        return len(self.numbers(field, term))

    def completions(self, lang: str, beginning: str) -> list[str]:
        """The commonest words of a language that begin so, at most `MAX_COMPLETIONS`."""
        words = self._vocabulary[lang]
        first = bisect_left(words, beginning)
        last = bisect_left(words, beginning + "\U0010ffff")
        found = words[first:last]
        if len(found) > MAX_COMPLETIONS:
            field = f"s_{lang}"
            found = sorted(found, key=lambda w: -self._reader.doc_frequency(field, w))
        return found[:MAX_COMPLETIONS]

    def _decoded(self, field: str, term: str) -> tuple[Numbers, Scores]:
        try:
            matcher = self._reader.postings(field, term)
        except TermNotFound:
            return np.empty(0, np.int32), np.empty(0, np.float32)
        numbers: list[int] = []
        weights: list[float] = []
        while matcher.is_active():
            numbers.append(matcher.id())
            weights.append(matcher.weight())
            matcher.next()
        return self._number[np.array(numbers, np.int64)], np.array(weights, np.float32)

    def _numbers(self, field: str, term: str) -> Numbers:
        return self._decoded(field, term)[0]

    def _score(self, field: str, term: str) -> tuple[Numbers, Scores]:
        """Passage numbers and weighted BM25 scores of a term in a field."""
        numbers, frequencies = self._decoded(field, term)
        if not len(numbers):
            return numbers, frequencies
        lengths, count = self._length(field)
        n = len(numbers)
        idf = math.log(1 + (count - n + 0.5) / (n + 0.5))
        norm = K1 * (1 - B + B * lengths[numbers])
        scores = FIELD_WEIGHTS[field[0]] * idf * frequencies * (K1 + 1) / (frequencies + norm)
        return numbers, scores.astype(np.float32)

    def _length(self, field: str) -> tuple[Scores, int]:
        """Lengths relative to the average of the field, by passage; how many have it."""
        if field not in self._lengths:
            raw = np.zeros(self.size, dtype=np.float32)
            for docnum in range(self.size):
                raw[self._number[docnum]] = self._reader.doc_field_length(docnum, field)
            present = raw > 0
            count = int(present.sum())
            self._lengths[field] = (
                raw / np.float32(max(1.0, float(raw[present].mean()) if count else 1.0))
            ).astype(np.float32)
            self._counts[field] = count
        return self._lengths[field], self._counts[field]

    def phrase(self, lang: str, words: tuple[str, ...]) -> Numbers:
        """Passages that hold these folded words in a row, however rare or common."""
        field = f"s_{lang}"
        places: dict[int, set[int]] | None = None
        for offset, word in enumerate(words):
            found = self._positions(field, word, None if places is None else set(places))
            if places is None:
                places = found
            else:
                places = {
                    number: rest
                    for number, starts in places.items()
                    if (rest := {p for p in starts if p + offset in found.get(number, ())})
                }
            if not places:
                return np.empty(0, np.int32)
        return np.array(sorted(places or ()), np.int32)

    def _positions(self, field: str, word: str, only: set[int] | None) -> dict[int, set[int]]:
        try:
            matcher = self._reader.postings(field, word)
        except TermNotFound:
            return {}
        found: dict[int, set[int]] = {}
        while matcher.is_active():
            number = int(self._number[matcher.id()])
            if only is None or number in only:
                found[number] = set(matcher.value_as("positions"))
            matcher.next()
        return found
