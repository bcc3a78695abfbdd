"""The words of all segments as one: BM25 scores as arrays of passage numbers and parts.

Stock Whoosh scores posting by posting in Python; here a term is decoded the first time it
is asked for, and a question is a few additions of arrays. BM25 (Robertson and Zaragoza,
"The Probabilistic Relevance Framework", 2009) with K1 0.9 and B 0.5; the idf goes to 0 for
words that stand everywhere, so that stop words do not score. Counts and lengths are those
of the language.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import stem
from indexer.arraycache import ArrayCache, Part
from indexer.schema import LANGS
from indexer.segment import LENGTH_OF, Numbers, Scores, Segment, changes, standing_in

K1, B = 0.9, 0.5
FIELD_WEIGHTS = {"s": 0.3, "t": 1.0, "h": 1.0, "n": 0.5}
MAX_COMPLETIONS = 50
CACHE_BYTES = 16 * 1024 * 1024


class Postings:
    """The terms of some segments, whose passages are numbered on from one to the next."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = tuple(segments)
        sizes = [segment.passages for segment in segments]
        self._offsets = [sum(sizes[:position]) for position in range(len(sizes))]
        self.size = sum(sizes)
        self.langs = _joined([segment.langs for segment in segments], np.int8)
        self._take_lengths(segments)
        self._scratch = np.zeros(self.size, np.float32)
        self._cache = ArrayCache(CACHE_BYTES)

    # --- words ------------------------------------------------------------------------

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in any text."""
        return any(s.word(lang, word) >= 0 for s in self._segments for lang in LANGS)

    def has_stem(self, word: str) -> bool:
        """Whether a form of the word stands in any text."""
        return any(s.family(lang, stem(word, lang)) for s in self._segments for lang in LANGS)

    def frequency(self, word: str) -> int:
        """In how many passages a folded word stands."""
        total = 0
        for segment in self._segments:
            for lang in LANGS:
                at = segment.word(lang, word)
                total += int(segment.frequencies[lang][at]) if at >= 0 else 0
        return total

    def completions(self, lang: str, beginning: str) -> list[str]:
        """The commonest words of a language that begin so, at most `MAX_COMPLETIONS`."""
        found: Counter[str] = Counter()
        for segment in self._segments:
            found.update(segment.completions(lang, beginning, MAX_COMPLETIONS))
        return [word for word, _ in found.most_common(MAX_COMPLETIONS)]

    # --- scores -----------------------------------------------------------------------

    def _decoded(self, field: str, term: str) -> Part:
        kind, lang = field[0], field[2:]
        found = [
            each.stemmed(lang, term) if kind == "t" else each.postings(field, term)
            for each in self._segments
        ]
        if len(found) == 1:
            return found[0]
        numbers = [part[0] + offset for part, offset in zip(found, self._offsets, strict=True)]
        return _joined(numbers, np.int32), _joined([part[1] for part in found], np.float32)

    def score(self, field: str, term: str) -> Part:
        """Passage numbers (ascending) and weighted BM25 scores of a term in a field."""
        return self._cache.get((field, term), lambda: self._score(field, term))

    def _score(self, field: str, term: str) -> Part:
        numbers, frequencies = self._decoded(field, term)
        if not len(numbers):
            return numbers, frequencies
        n, count = len(numbers), self._counts[field]
        idf = math.log(1 + (count - n + 0.5) / (n + 0.5))
        norm = self._norms[LENGTH_OF[field[0]]][numbers]
        weight = np.float32(FIELD_WEIGHTS[field[0]] * idf * (K1 + 1))
        norm += frequencies
        return numbers, weight * frequencies / norm

    def _take_lengths(self, segments: Sequence[Segment]) -> None:
        """For each field in how many passages it stands, and what their lengths do to the
        score: the part of BM25's denominator that does not depend on the word.
        """
        self._norms: list[Scores] = []
        self._counts: dict[str, int] = {}
        for row in range(len(set(LENGTH_OF.values()))):
            lengths = _joined([segment.lengths[row] for segment in segments], np.int32)
            norm = np.empty(self.size, np.float32)
            for number, lang in enumerate(LANGS):
                mine = self.langs == number
                some = lengths[mine]
                count = int(np.count_nonzero(some))
                average = float(some.sum()) / max(1, count) or 1.0
                norm[mine] = K1 * (1 - B) + K1 * B / average * some
                for field, its_row in LENGTH_OF.items():
                    if its_row == row:
                        self._counts[f"{field}_{lang}"] = count
            self._norms.append(norm)

    def word(self, lang: str, surface: str) -> Part:
        """Scores of a word of a language: as written, its stem, its stem in headings."""
        return self._cache.get((lang, surface, "word"), lambda: self._word(lang, surface))

    def _word(self, lang: str, surface: str) -> Part:
        shape = stem(surface, lang)
        return self._sum([
            self._score(f"s_{lang}", surface),
            self._score(f"t_{lang}", shape),
            self._score(f"h_{lang}", shape),
        ])  # fmt: skip

    def _sum(self, parts: Sequence[Part]) -> Part:
        for numbers, scores in parts:
            self._scratch[numbers] += scores
        return self._collected(parts)

    def best(self, parts: Sequence[Part]) -> Part:
        """The best of several scores for each passage."""
        if len(parts) == 1:
            return parts[0]
        for numbers, scores in parts:
            self._scratch[numbers] = np.maximum(self._scratch[numbers], scores)
        return self._collected(parts)

    def _collected(self, parts: Sequence[Part]) -> Part:
        if sum(len(part[0]) for part in parts) * 8 > self.size:
            numbers = np.flatnonzero(self._scratch > 0).astype(np.int32)
        else:
            numbers = np.sort(np.concatenate([part[0] for part in parts]))
            numbers = numbers[changes(numbers)]
        scores = self._scratch[numbers]
        self._scratch[numbers] = 0
        return numbers, scores

    def prefix(self, lang: str, beginning: str) -> Part:
        """The best of the commonest completions; the word itself as a whole word too."""
        return self._cache.get((lang, beginning, "prefix"), lambda: self._prefix(lang, beginning))

    def _prefix(self, lang: str, beginning: str) -> Part:
        parts = [self.word(lang, beginning)]
        parts += [self.score(f"s_{lang}", word) for word in self.completions(lang, beginning)]
        return self.best(parts)

    def together(self, lang: str, words: tuple[str, ...]) -> Part:
        """Passages that have all the words, with the score of the weakest."""
        if len(words) == 1:
            return self.word(lang, words[0])
        return self._cache.get((lang, words, "together"), lambda: self._together(lang, words))

    def _together(self, lang: str, words: tuple[str, ...]) -> Part:
        numbers, scores = self.word(lang, words[0])
        for surface in words[1:]:
            others, theirs = self.word(lang, surface)
            held = standing_in(numbers, others)
            numbers, scores = numbers[held], scores[held]
            scores = np.minimum(scores, theirs[np.searchsorted(others, numbers)])
        return numbers, scores

    def holding(self, lang: str, words: Sequence[str]) -> Numbers:
        """Passages that hold these folded words in a row, however rare or common."""
        found: Numbers = _joined(
            [
                segment.phrase(lang, words) + np.int32(offset)
                for segment, offset in zip(self._segments, self._offsets, strict=True)
            ],
            np.int32,
        )
        return found

    def with_stem(self, lang: str, word: str) -> Numbers:
        """Passages that have any form of a folded word."""
        return self._decoded(f"t_{lang}", stem(word, lang))[0]


def _joined(arrays: Sequence[NDArray[Any]], kind: type) -> Any:
    if len(arrays) == 1:
        return np.asarray(arrays[0], kind)
    return np.concatenate([np.empty(0, kind), *arrays]).astype(kind, copy=False)
