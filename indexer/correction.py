"""The nearest word that somebody wrote, for one that nobody did.

Optimal string alignment distance (rapidfuzz) over the surface vocabulary in buckets of
length: distance 1 below eight letters, else 2; the same first letter wins, then frequency.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

SHORTEST = 4
LONG = 8


class Corrector:
    """Corrects against the words of both languages, which are read at the first need.

    `is_known` says of a word that it needs no correction: it or another form of it stands
    in a text or heading, or the glossary has it; `begins_a_word` of a beginning that some word
    has it.
    """

    def __init__(
        self,
        words: Callable[[], Iterable[str]],
        frequency: Callable[[str], int],
        is_known: Callable[[str], bool],
        begins_a_word: Callable[[str], bool],
    ) -> None:
        self._words = words
        self._frequency = frequency
        self._is_known = is_known
        self.begins_a_word = begins_a_word

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        buckets: dict[int, set[str]] = defaultdict(set)
        for word in self._words():
            if not word.isdecimal():
                buckets[len(word)].add(word)
        return {length: sorted(bucket) for length, bucket in buckets.items()}

    @cached_property
    def _rapidfuzz(self) -> tuple[Any, Any]:
        # Most questions need no correction: a cold start does not wait for the library.
        distance: Any = importlib.import_module("rapidfuzz.distance")
        process: Any = importlib.import_module("rapidfuzz.process")
        return process.extract, distance.OSA.distance

    def nearest(self, word: str) -> str:
        """The word meant, or "" when none is near enough or the word is known."""
        if len(word) < SHORTEST or any(c.isdecimal() for c in word) or self._is_known(word):
            return ""
        extract, distance = self._rapidfuzz
        reach = 1 if len(word) < LONG else 2
        best: tuple[int, bool, int, str] | None = None
        for length in range(len(word) - reach, len(word) + reach + 1):
            for found, apart, _ in extract(
                word,
                self._by_length.get(length, ()),
                scorer=distance,
                score_cutoff=reach,
                limit=None,
            ):
                rank = (int(apart), found[0] != word[0], -self._frequency(found), found)
                if best is None or rank < best:
                    best = rank
        return best[3] if best else ""
