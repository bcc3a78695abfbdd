"""The values of entries by which results are narrowed, as bits: a row for each value, in it a bit
for each entry. Narrowing is an OR and an AND of rows, counting is counting bits.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.arrays import ArrayFile
from indexer.query import FACETS, Filters

Mask = NDArray[np.bool_]
Bits = NDArray[np.uint64]
Column = tuple[str, str]  # a facet and a value of it
Counts = Mapping[str, tuple[tuple[str, int], ...]]
_WORD = np.dtype("<u8")


def facet_arrays(rows: Sequence[Mapping[str, tuple[str, ...]]]) -> dict[str, NDArray[Any]]:
    """What is kept of the entries of a segment, given the values of each by facet."""
    columns = sorted({(name, value) for row in rows for name in FACETS for value in row[name]})
    at = {column: position for position, column in enumerate(columns)}
    matrix = np.zeros((len(columns), len(rows)), bool)
    for number, row in enumerate(rows):
        for name in FACETS:
            for value in row[name]:
                matrix[at[name, value], number] = True
    names = np.frombuffer(json.dumps(columns).encode("utf-8"), np.uint8)
    return {"facets": _packed(matrix), "facet-names": names}


class SegmentFacets:
    """Those of one segment, as they were kept."""

    def __init__(self, arrays: ArrayFile, entries: int) -> None:
        names = json.loads(arrays.array("facet-names").tobytes())
        self.columns: list[Column] = [(str(name), str(value)) for name, value in names]
        self._row_of = {column: row for row, column in enumerate(self.columns)}
        self._bits: Bits = arrays.array("facets")
        self.entries = entries

    def passes(self, filters: Filters, without: str = "") -> Mask:
        """Which entries the filters let pass, one facet's own filter left out."""
        mask = np.ones(self.entries, bool)
        for facet, wanted in filters.values.items():
            if facet == without or not wanted:
                continue
            rows = [self._row_of[facet, v] for v in wanted if (facet, v) in self._row_of]
            held = np.bitwise_or.reduce(self._bits[rows], axis=0)
            mask &= np.unpackbits(held.view(np.uint8), count=self.entries).view(bool)
        return mask

    def sums(self, mask: Mask) -> list[int]:
        """How many of some entries have the value of each column."""
        held = np.bitwise_count(self._bits & _packed(mask))
        return list(held.sum(axis=1, dtype=np.int64).tolist())


class Facets:
    """Those of some segments, whose entries are numbered on from one to the next."""

    def __init__(self, segments: Sequence[SegmentFacets]) -> None:
        self._segments = tuple(segments)

    def passes(self, filters: Filters, without: str = "") -> Mask:
        """Which entries the filters let pass, one facet's own filter left out."""
        masks = [segment.passes(filters, without) for segment in self._segments]
        return np.concatenate([np.ones(0, bool), *masks])

    def counts(self, matched: Mask, passing: Mask, filters: Filters) -> Counts:
        """How many entries have each value, most first: of those that pass all filters, and for
        a facet that is narrowed itself of those that pass the others.
        """
        every = self._sums(passing)
        sums = dict.fromkeys(FACETS, every)
        for facet, wanted in filters.values.items():
            if wanted:
                sums[facet] = self._sums(matched & self.passes(filters, without=facet))
        rows: dict[str, list[tuple[str, int]]] = {facet: [] for facet in FACETS}
        for facet, value in every:
            if number := sums[facet][facet, value]:
                rows[facet].append((value, number))
        return {
            facet: tuple(sorted(found, key=lambda row: (-row[1], row[0])))
            for facet, found in rows.items()
        }

    def _sums(self, mask: Mask) -> dict[Column, int]:
        found: dict[Column, int] = {}
        first = 0
        for segment in self._segments:
            some = segment.sums(mask[first : first + segment.entries])
            for column, number in zip(segment.columns, some, strict=True):
                found[column] = found.get(column, 0) + number
            first += segment.entries
        return found


def _packed(rows: Mask) -> Bits:
    """Truths of the last axis as bits, padded to whole words."""
    words = -(-rows.shape[-1] // 64)
    packed = np.zeros((*rows.shape[:-1], words * _WORD.itemsize), np.uint8)
    bits = np.packbits(rows, axis=-1)
    packed[..., : bits.shape[-1]] = bits
    return packed.view(_WORD)
