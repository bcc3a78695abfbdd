"""Reading a segment: its words, the arrays beside them, the texts.

A segment never changes, so it is opened once and kept for as long as it is in use; what
changes is which segments are. (A *refreshed* Whoosh reader, on the other hand, can give an
updated document back in its old version: none is ever refreshed here.)
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import LANGS
from indexer.facets import SegmentFacets
from indexer.layout import PASSAGES, STREAM, TEXTS, SegmentFiles
from indexer.lexicon import lexicons_of
from indexer.ordering import Traits
from indexer.uris import database_uri

# Picking a word out of the texts costs about so many times as much as reading it in its order.
PICKING = 20
Numbers = NDArray[np.intp]
Mask = NDArray[np.bool_]


def standing_in(some: Numbers, others: Numbers) -> Mask:
    """Which of some ascending numbers stand among others."""
    if not len(others):
        return np.zeros(len(some), bool)
    at = np.minimum(np.searchsorted(others, some), len(others) - 1)
    held: Mask = others[at] == some
    return held


def read_texts(place: Path) -> dict[str, str]:
    """What each entry of a segment was when it was indexed: its signature by uid, in order."""
    read: dict[str, str] = json.loads((place / TEXTS).read_text(encoding="utf-8"))
    return read


def _row_begins(
    text: NDArray[np.int32], ids: Sequence[int], rarest: Sequence[int]
) -> NDArray[np.intp]:
    """Where in a text some words stand in a row."""
    last = len(text) - len(ids)
    begins = np.flatnonzero(text == ids[rarest[0]]) - rarest[0]
    begins = begins[(begins >= 0) & (begins <= last)]
    for at in rarest[1:]:
        begins = begins[text[begins + at] == ids[at]]
    return begins


@dataclass(frozen=True)
class PassageRow:
    """What is kept of a passage beside the words: see `indexer.passages.Passage`."""

    lang: str
    section: str
    section_title: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class EntryRow:
    """What is shown of an entry."""

    uid: str
    slug: str
    kind: str
    titles: dict[str, str]


class Segment:
    """One generation's folder, opened. Belongs to the thread that uses it; only the frequencies
    of its words, which are mapped, may be read in any.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        with ExitStack() as opened:
            files = opened.enter_context(closing(SegmentFiles(place)))
            uri = f"{database_uri((place / PASSAGES).absolute())}?mode=ro&immutable=1"
            self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            opened.enter_context(closing(self._database))
            self._read(files)
            self._opened = opened.pop_all()

    def _read(self, files: SegmentFiles) -> None:
        arrays = files.arrays
        self.lexicons = lexicons_of(files)
        self.starts: NDArray[np.int32] = arrays.array("starts")
        self.langs: NDArray[np.int8] = arrays.array("langs")
        self._ends: NDArray[np.int64] = arrays.array("ends")  # of passages in the stream
        self.facets = SegmentFacets(arrays, self.entries)

    @cached_property
    def _stream(self) -> NDArray[np.int32]:
        """The texts as numbers of words, -1 after each passage."""
        held: NDArray[np.int32] = np.load(self.place / STREAM, mmap_mode="r", allow_pickle=False)
        return held

    def close(self) -> None:
        """Let go of the files."""
        self._opened.close()

    @property
    def entries(self) -> int:
        return len(self.starts) - 1

    @property
    def passages(self) -> int:
        return len(self.langs)

    # --- words ------------------------------------------------------------------------

    def words_of(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The words of a passage in order, as numbers, and the number of each one's stem."""
        first = int(self._ends[number - 1]) + 1 if number else 0
        words = self._stream[first : int(self._ends[number])]
        return words, self.lexicons[LANGS[self.langs[number]]].stem_of[words]

    def phrase(self, lang: str, words: Sequence[str]) -> Numbers:
        """The passages that hold these folded words in a row."""
        lexicon = self.lexicons[lang]
        ids = [lexicon.forms.index(word) for word in words]
        if -1 in ids:
            return np.empty(0, np.intp)
        rarest = sorted(range(len(ids)), key=lambda at: int(lexicon.frequencies[ids[at]]))
        found = lexicon.numbers(ids[rarest[0]])
        for at in rarest[1:]:
            found = found[standing_in(found, lexicon.numbers(ids[at]))]
            if not len(found):
                return found
        return found if len(ids) == 1 else self._in_a_row(found, ids, rarest)

    def _in_a_row(self, candidates: Numbers, ids: Sequence[int], rarest: Sequence[int]) -> Numbers:
        """Those of some passages that hold words in a row; `rarest`: which to look for first."""
        ends = self._ends
        firsts = np.where(candidates > 0, ends[candidates - 1] + 1, 0)
        sizes = ends[candidates] - firsts
        if sizes.sum() * PICKING > len(self._stream):
            at = _row_begins(self._stream, ids, rarest)
            holding = np.searchsorted(ends, at)
            return np.unique(holding[self.langs[holding] == self.langs[candidates[0]]])
        owner = np.repeat(np.arange(len(candidates)), sizes + 1)
        offset = np.arange(len(owner)) - np.repeat(np.cumsum(sizes + 1) - sizes - 1, sizes + 1)
        text = self._stream[firsts[owner] + offset]
        return candidates[np.unique(owner[_row_begins(text, ids, rarest)])]

    # --- texts ------------------------------------------------------------------------

    def passage(self, number: int) -> PassageRow:
        """The text of a passage."""
        row = self._database.execute(
            "SELECT section, section_title, text, paragraphs FROM passage WHERE number = ?",
            (number,),
        ).fetchone()
        paragraphs = tuple((int(a), int(b)) for a, b in json.loads(row[3]))
        return PassageRow(LANGS[self.langs[number]], row[0], row[1], row[2], paragraphs)

    def entry(self, number: int) -> EntryRow:
        """An entry by its number."""
        row = self._database.execute(
            "SELECT uid, slug, kind, titles FROM entry WHERE number = ?", (number,)
        ).fetchone()
        return EntryRow(row[0], row[1], row[2], json.loads(row[3]))

    def section_title(self, first: int, last: int, section: str, lang: str) -> str:
        """The title of a section in a language, among the passages of an entry, or ""."""
        rows = self._database.execute(
            "SELECT number, section_title FROM passage WHERE number >= ? AND number < ? "
            "AND section = ?",
            (first, last, section),
        )
        wanted = LANGS.index(lang)
        return next((str(title) for number, title in rows if self.langs[number] == wanted), "")

    def traits(self) -> list[Traits]:
        """What the entries are ordered by."""
        rows = self._database.execute(
            "SELECT titles, countries, period, updated FROM entry ORDER BY number"
        )
        return [Traits(json.loads(row[0]), row[1].split(), row[2], row[3]) for row in rows]
