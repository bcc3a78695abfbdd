"""From rows of word numbers to postings: inversion by sorting, in bounded memory.

The words of a library come passage by passage; an index wants them word by word. Pairs of
word and passage are sorted (Witten, Moffat and Bell, "Managing Gigabytes", 1999, chapter 5),
here as one number each, for a range of words at a time that holds at most `RUN` words of the
text. The rows themselves go to the disk when they are long.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

RUN = 1 << 21
KEPT = 1 << 20  # numbers of a spool in memory
BREAK = -1  # stands after each passage
Numbers = NDArray[np.int32]


class Spool:
    """A long row of numbers, passage after passage, kept on the disk but for its end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._last = array("i")
        self._size = 0

    def add(self, numbers: Iterable[int]) -> None:
        """Add a passage."""
        self._last.extend(numbers)
        self._last.append(BREAK)
        if len(self._last) >= KEPT:
            if self._file is None:
                # Not a name of its own: whatever happens, nothing is left behind.
                self._file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115
            self._last.tofile(self._file)
            self._size += len(self._last)
            self._last = array("i")

    def __len__(self) -> int:
        return self._size + len(self._last)

    def pieces(self) -> Iterator[Numbers]:
        """The row in pieces that fit into memory."""
        if self._file is not None:
            self._file.seek(0)
            left = self._size
            while left:
                piece: Numbers = np.fromfile(self._file, np.int32, min(left, KEPT))
                left -= len(piece)
                yield piece
        yield np.array(self._last, np.int32)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


@dataclass(frozen=True)
class Run:
    """The postings of some terms numbered on from `first`: those of each begin at one of
    `starts` in `passages` (ascending for each term) and `often`.
    """

    first: int
    starts: NDArray[np.int64]
    passages: Numbers
    often: Numbers

    @property
    def sizes(self) -> NDArray[np.int64]:
        """In how many passages each term stands."""
        return np.diff(self.starts, append=len(self.passages))


def inverted(rows: Spool, term_of: Numbers, bounds: Sequence[int]) -> Iterator[Run]:
    """The postings of all terms, in the order of their numbers. `term_of` has for each number
    in the rows that of its term, or -1 where it counts for none; every term stands somewhere.
    At each of `bounds` (the last is the number of terms) another run begins.
    """
    lookup = np.append(term_of, np.int32(-1))  # for BREAK, which as a place is the last
    totals = np.zeros(bounds[-1], np.int64)
    for piece in rows.pieces():
        some = lookup[piece]
        totals += np.bincount(some[some >= 0], minlength=bounds[-1])
    for first, last in pairwise(cuts(totals, bounds)):
        yield _run(np.concatenate(list(_pairs(rows, lookup, first, last))), first)


def cuts(totals: NDArray[np.int64], bounds: Sequence[int]) -> list[int]:
    """Where rows, one for each of `totals` (their lengths), are to be parted so that a piece has
    not much more than `RUN` in all; also at `bounds`, at the beginning and at the end.
    """
    full = np.flatnonzero(np.diff((np.cumsum(totals) - totals) // RUN)) + 1
    return sorted({0, *full.tolist(), *bounds, len(totals)})


def _pairs(rows: Spool, lookup: Numbers, first: int, last: int) -> Iterator[NDArray[np.int64]]:
    """Terms of a range and the passages where they stand, each pair as one number."""
    passage = 0
    for piece in rows.pieces():
        some = lookup[piece]
        held = (some >= first) & (some < last)
        passages = passage + np.cumsum(piece == BREAK)
        yield (some[held].astype(np.int64) << 32) | passages[held]
        passage += int(np.count_nonzero(piece == BREAK))


def _run(pairs: NDArray[np.int64], first: int) -> Run:
    pairs.sort()
    at = _changes(pairs)
    often = np.diff(at, append=len(pairs)).astype(np.int32)
    pairs = pairs[at]
    starts = _changes(pairs >> 32)
    return Run(first, starts, (pairs & 0xFFFFFFFF).astype(np.int32), often)


def _changes(row: NDArray[Any]) -> NDArray[np.int64]:
    """Where a value stands that differs from the one before; the first does."""
    return np.flatnonzero(np.diff(row, prepend=row[:1] - 1))
