"""The words of all segments as one: passage numbers, and what each word adds to their scores.

Stock Whoosh scores posting by posting in Python; here the impacts of a word are an array that
was worked out when the segment was written (`indexer.impacts`), and a question is a few
additions of arrays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import LANGS
from indexer.arraycache import ArrayCache, Part
from indexer.impacts import changes
from indexer.lexicon import Lexicon
from indexer.segment import Numbers, Segment

MAX_COMPLETIONS = 50
CACHE_BYTES = 8 * 1024 * 1024


class Postings:
    """The terms of some segments, whose passages are numbered on from one to the next."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = tuple(segments)
        sizes = [segment.passages for segment in segments]
        self._offsets = [sum(sizes[:position]) for position in range(len(sizes))]
        self.size = sum(sizes)
        self.langs: NDArray[np.int8] = _joined([segment.langs for segment in segments], np.int8)
        self._scratch = np.zeros(self.size, np.float32)
        self._cache = ArrayCache(CACHE_BYTES)

    # --- words ------------------------------------------------------------------------

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in any text."""
        return any(lexicon.forms.index(word) >= 0 for lexicon in self._lexicons())

    def has_stem(self, word: str) -> bool:
        """Whether a form of the word stands in any text or heading."""
        return any(lexicon.has(word) for lexicon in self._lexicons())

    def frequency(self, word: str) -> int:
        """In how many passages a folded word stands."""
        return sum(lexicon.frequency(word) for lexicon in self._lexicons())

    def completions(self, lang: str, beginning: str) -> list[str]:
        """The commonest words of a language that begin so, at most `MAX_COMPLETIONS`."""
        found: Counter[str] = Counter()
        for segment in self._segments:
            found.update(segment.lexicons[lang].completions(beginning, MAX_COMPLETIONS))
        return [word for word, _ in found.most_common(MAX_COMPLETIONS)]

    def begins(self, beginning: str) -> bool:
        """Whether a word of a text or heading begins so."""
        return any(
            first < last
            for lexicon in self._lexicons()
            for kept in (lexicon.forms, lexicon.stems)
            for first, last in [kept.beginning(beginning)]
        )

    def _lexicons(self) -> Iterator[Lexicon]:
        return (segment.lexicons[lang] for segment in self._segments for lang in LANGS)

    # --- scores -----------------------------------------------------------------------

    def _of_all(self, lang: str, part_of: Callable[[Lexicon], Part]) -> Part:
        """What the segments have of a word, as one."""
        found: list[Part] = []
        for segment, offset in zip(self._segments, self._offsets, strict=True):
            numbers, scores = part_of(segment.lexicons[lang])
            if len(numbers):
                found.append((numbers + offset if offset else numbers, scores))
        if len(found) == 1:
            return found[0]
        return _joined([part[0] for part in found], np.intp), _joined(
            [part[1] for part in found], np.float32
        )

    def form(self, lang: str, word: str) -> Part:
        """Passage numbers (ascending) and impacts of a folded word as it is written."""
        return self._of_all(lang, lambda lexicon: lexicon.form(word))

    def enye(self, lang: str, raw: str) -> Part:
        """The same of a word written with ñ."""
        return self._of_all(lang, lambda lexicon: lexicon.enye(raw))

    def word(self, lang: str, surface: str) -> Part:
        """The same of a word in all its forms, in texts and headings."""
        return self._cache.get(
            (lang, surface, "word"),
            lambda: self._of_all(lang, lambda lexicon: lexicon.word(surface)),
        )

    def best(self, parts: Sequence[Part]) -> Part:
        """The best of several scores for each passage."""
        if len(parts) == 1:
            return parts[0]
        for numbers, scores in parts:
            np.maximum.at(self._scratch, numbers, scores)
        return self._collected(parts)

    def _collected(self, parts: Sequence[Part]) -> Part:
        if sum(len(part[0]) for part in parts) * 8 > self.size:
            numbers = np.flatnonzero(self._scratch)
        else:
            numbers = np.sort(np.concatenate([part[0] for part in parts]))
            numbers = numbers[changes(numbers)]
        scores = self._scratch[numbers]
        self._scratch[numbers] = 0
        return numbers, scores

    def prefix(self, lang: str, beginning: str) -> Part:
        """The best of the commonest completions and of those in headings; the word itself as a
        whole word too.
        """
        return self._cache.get((lang, beginning, "prefix"), lambda: self._prefix(lang, beginning))

    def _prefix(self, lang: str, beginning: str) -> Part:
        parts = [self.word(lang, beginning)]
        parts += [self.form(lang, word) for word in self.completions(lang, beginning)]
        parts.append(self._of_all(lang, lambda lexicon: lexicon.headed(beginning, MAX_COMPLETIONS)))
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
            self._scratch[others] = theirs
            scores = np.minimum(scores, self._scratch[numbers])
            self._scratch[others] = 0
            held = scores > 0
            numbers, scores = numbers[held], scores[held]
        return numbers, scores

    def holding(self, lang: str, words: Sequence[str]) -> Numbers:
        """Passages that hold these folded words in a row, however rare or common."""
        found: Numbers = _joined(
            [
                segment.phrase(lang, words) + offset
                for segment, offset in zip(self._segments, self._offsets, strict=True)
            ],
            np.intp,
        )
        return found

    def with_stem(self, lang: str, word: str) -> Numbers:
        """Passages that have any form of a folded word, in text or headings."""
        return self.word(lang, word)[0]


def _joined(arrays: Sequence[NDArray[Any]], kind: type) -> Any:
    if len(arrays) == 1:
        return np.asarray(arrays[0], kind)
    return np.concatenate([np.empty(0, kind), *arrays]).astype(kind, copy=False)
