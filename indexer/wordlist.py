"""A long list of words in order, read in place: sixty thousand Python strings take ten
milliseconds and ten megabytes before the first question can be answered.

The words stand in UTF-8 with a line end before and after each, in the order of their letters
(for UTF-8, that of its bytes). Where every 64th begins is noted: a word is looked for among
those, and then in one short run.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

STEP = 64
_END = b"\n"
_LAST = "\U0010ffff"  # sorts after every letter


class WordList:
    """Different words, sorted; a word's number is its place."""

    def __init__(self, letters: NDArray[np.uint8], begins: NDArray[np.int64], size: int) -> None:
        self._letters = letters.data
        self._begins: list[int] = begins.tolist()
        self._size = size
        held = bytes(self._letters)
        self._heads = [
            held[place : held.index(_END, place)].decode("utf-8") for place in self._begins[:-1]
        ]

    @staticmethod
    def packed(words: Sequence[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """The letters of sorted words, and where every 64th word begins; the end at last."""
        letters = "".join(["\n", *(f"{word}\n" for word in words)]).encode("utf-8")
        row = np.frombuffer(letters, np.uint8)
        begins = (np.flatnonzero(row == _END[0]) + 1).astype(np.int64)
        return row, np.append(begins[:-1:STEP], len(row))

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[str]:
        return iter(bytes(self._letters[1:-1]).decode("utf-8").split("\n") if self._size else [])

    def __getitem__(self, number: int) -> str:
        return self._run(number // STEP)[number % STEP]

    def index(self, word: str) -> int:
        """The number of a word, or -1."""
        run = bisect_right(self._heads, word) - 1
        if run < 0:
            return -1
        letters = self._bytes(run)
        at = letters.find(f"\n{word}\n".encode())
        return -1 if at < 0 else run * STEP + letters.count(_END, 0, at)

    def beginning(self, letters: str) -> tuple[int, int]:
        """The number of the first word that begins so, and one past the last."""
        return self._place(letters), self._place(letters + _LAST)

    def _place(self, word: str) -> int:
        run = bisect_right(self._heads, word) - 1
        return run * STEP + bisect_left(self._run(run), word) if run >= 0 else 0

    def _bytes(self, run: int) -> bytes:
        """A run of words, the line end before the first one included."""
        return bytes(self._letters[self._begins[run] - 1 : self._begins[run + 1]])

    def _run(self, run: int) -> list[str]:
        return self._bytes(run)[1:-1].decode("utf-8").split("\n")
