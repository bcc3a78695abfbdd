"""The nearest word that somebody wrote, for one that nobody did.

Optimal string alignment distance (rapidfuzz) over the surface vocabulary in buckets of
length: distance 1 below eight letters, else 2; the same first letter wins, then frequency.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST = 4
LONG = 8


class Corrector:
    """Corrects against the words of both languages.

    `is_known` says of a word outside the vocabulary that it needs no correction all the
    same: another form of it stands in a text, or the glossary has it.
    """

    def __init__(
        self,
        words: Iterable[str],
        frequency: Callable[[str], int],
        is_known: Callable[[str], bool],
    ) -> None:
        self._words = set(words)
        self._frequency = frequency
        self._is_known = is_known
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._words:
            if not word.isdecimal():
                self._by_length[len(word)].append(word)

    def nearest(self, word: str) -> str:
        """The word meant, or "" when none is near enough or the word is known."""
        if len(word) < SHORTEST or word in self._words or any(c.isdecimal() for c in word):
            return ""
        if self._is_known(word):
            return ""
        reach = 1 if len(word) < LONG else 2
        best: tuple[int, bool, int, str] | None = None
        for length in range(len(word) - reach, len(word) + reach + 1):
            bucket = self._by_length.get(length)
            if not bucket:
                continue
            for found, distance, _ in extract(
                word, bucket, scorer=OSA.distance, score_cutoff=reach, limit=8
            ):
                rank = (int(distance), found[0] != word[0], -self._frequency(found), found)
                if best is None or rank < best:
                    best = rank
        return best[3] if best else ""
