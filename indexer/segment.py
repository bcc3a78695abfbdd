"""Reading a segment: Whoosh's postings decoded to arrays, the arrays beside it, the texts.

A segment never changes, so it is opened once and kept for as long as it is in use; what
changes is which segments are. (A *refreshed* Whoosh reader, on the other hand, can give an
updated document back in its old version: none is ever refreshed here.)
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.index import open_dir
from whoosh.reading import TermNotFound

from indexer.arraycache import ArrayCache, Part
from indexer.codec import NUMBER, OFTEN, ArrayMatcher, often_at
from indexer.ordering import Traits
from indexer.schema import LANGS

NOTHING: Part = (np.empty(0, np.int32), np.empty(0, np.float32))
CACHE_BYTES = 4 * 1024 * 1024
LENGTH_OF = {"s": 0, "t": 0, "h": 1, "n": 2}  # rows of the array of lengths
Numbers = NDArray[np.int32]
Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]


class PART:
    """The names of a segment's files."""

    texts = "texts.json"
    starts = "starts.npy"
    langs = "langs.npy"
    lengths = "lengths.npy"
    stream = "stream.npy"
    ends = "ends.npy"
    facets = "facets.npy"
    facet_names = "facets.json"

    @staticmethod
    def words(lang: str) -> str:
        return f"words-{lang}.txt"

    @staticmethod
    def frequencies(lang: str) -> str:
        return f"frequencies-{lang}.npy"

    @staticmethod
    def postings(lang: str) -> str:
        return f"postings-{lang}.npy"

    @staticmethod
    def stems(lang: str) -> str:
        return f"stems-{lang}.txt"

    @staticmethod
    def families(lang: str) -> str:
        return f"families-{lang}.npy"

    @staticmethod
    def family_ends(lang: str) -> str:
        return f"family-ends-{lang}.npy"


def _place(words: Sequence[str], wanted: str) -> int:
    at = bisect_left(words, wanted)
    return at if at < len(words) and words[at] == wanted else -1


def changes(row: NDArray[Any]) -> Mask:
    """Which of some values differ from the one before; the first does."""
    held = np.ones(len(row), bool)
    np.not_equal(row[1:], row[:-1], out=held[1:])
    return held


def standing_in(some: Numbers, others: Numbers) -> Mask:
    """Which of some ascending numbers stand among others."""
    if not len(others):
        return np.zeros(len(some), bool)
    at = np.minimum(np.searchsorted(others, some), len(others) - 1)
    held: Mask = others[at] == some
    return held


def read_texts(place: Path) -> dict[str, str]:
    """What each entry of a segment was when it was indexed: its signature by uid, in order."""
    read: dict[str, str] = json.loads((place / PART.texts).read_text(encoding="utf-8"))
    return read


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
    """One generation's folder, opened. Belongs to the thread that uses it."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._index = open_dir(str(place / "whoosh"), readonly=True)
        self._reader = self._index.reader()
        self._database = sqlite3.connect(
            f"file:{(place / 'passages.sqlite').as_posix()}?mode=ro&immutable=1",
            uri=True,
            check_same_thread=False,
        )
        self._postings = ArrayCache(CACHE_BYTES)
        self.starts: Numbers = self._load(PART.starts)
        self.langs: NDArray[np.int8] = self._load(PART.langs)
        self.lengths: Numbers = self._load(PART.lengths)
        self.facets: Mask = self._load(PART.facets)
        names = json.loads((place / PART.facet_names).read_text(encoding="utf-8"))
        self.facet_names = [(str(name), str(value)) for name, value in names]
        if self._reader.doc_count_all() != len(self.langs):
            raise ValueError("the passages of Whoosh and of the arrays differ")

    def _load(self, name: str) -> Any:
        return np.load(self.place / name, mmap_mode="r", allow_pickle=False)

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()
        self._index.close()
        self._database.close()

    @property
    def entries(self) -> int:
        return len(self.starts) - 1

    @property
    def passages(self) -> int:
        return len(self.langs)

    # --- words ------------------------------------------------------------------------

    @cached_property
    def vocabulary(self) -> dict[str, list[str]]:
        """The surface forms of each language, sorted."""
        return {lang: self._lines(PART.words(lang)) for lang in LANGS}

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        return {lang: self._lines(PART.stems(lang)) for lang in LANGS}

    @cached_property
    def _families(self) -> dict[str, tuple[Numbers, Numbers]]:
        """The words of each stem one after another, and where each stem's end."""
        return {
            lang: (self._load(PART.families(lang)), self._load(PART.family_ends(lang)))
            for lang in LANGS
        }

    def _lines(self, name: str) -> list[str]:
        text = (self.place / name).read_text(encoding="utf-8")
        return text.split("\n") if text else []

    @cached_property
    def frequencies(self) -> dict[str, Numbers]:
        """In how many passages each word of the vocabulary stands."""
        return {lang: self._load(PART.frequencies(lang)) for lang in LANGS}

    def word(self, lang: str, surface: str) -> int:
        """The number of a word in the vocabulary, or -1."""
        return _place(self.vocabulary[lang], surface)

    def family(self, lang: str, shape: str) -> list[str]:
        """The words of the vocabulary that have this stem."""
        at = _place(self._stems[lang], shape)
        if at < 0:
            return []
        words, ends = self._families[lang]
        return [self.vocabulary[lang][n] for n in words[int(ends[at - 1]) if at else 0 : ends[at]]]

    def stem_numbers(self, lang: str, stems: Iterable[str]) -> dict[str, int]:
        """The numbers of those stems that some word here has."""
        found = {stem: _place(self._stems[lang], stem) for stem in stems}
        return {stem: number for stem, number in found.items() if number >= 0}

    def beginning(self, lang: str, letters: str) -> tuple[int, int]:
        """The number of the first word that begins so, and one past the last."""
        words = self.vocabulary[lang]
        first = bisect_left(words, letters)
        return first, bisect_left(words, letters + "\U0010ffff", first)

    @cached_property
    def _stem_of(self) -> dict[str, Numbers]:
        """The number of the stem of each word."""
        held = {}
        for lang, (members, ends) in self._families.items():
            stems = np.empty(len(members), np.int32)
            sizes = np.diff(ends, prepend=0)
            stems[members] = np.repeat(np.arange(len(ends), dtype=np.int32), sizes)
            held[lang] = stems
        return held

    def words_of(self, number: int) -> tuple[Numbers, Numbers]:
        """The words of a passage in order, as numbers, and the number of each one's stem."""
        first = int(self.ends[number - 1]) + 1 if number else 0
        words = self.stream[first : int(self.ends[number])]
        return words, self._stem_of[LANGS[self.langs[number]]][words]

    def completions(self, lang: str, beginning: str, most: int) -> dict[str, int]:
        """The commonest words that begin so, with their frequency."""
        words = self.vocabulary[lang]
        first, last = self.beginning(lang, beginning)
        counts = self.frequencies[lang][first:last]
        chosen = range(len(counts))
        if len(counts) > most:
            chosen = np.argpartition(counts, len(counts) - most)[-most:].tolist()
        return {words[first + i]: int(counts[i]) for i in chosen}

    def postings(self, field: str, term: str) -> Part:
        """The passages in which a term of a field stands, in order, and how often."""
        # A word is asked for as it is and again among those of its stem.
        return self._postings.get((field, term), lambda: self._read_postings(field, term))

    def _read_postings(self, field: str, term: str) -> Part:
        kind, lang = field[0], field[2:]
        if kind == "s":
            at = self.word(lang, term)
            if at < 0:
                return NOTHING
            begins, count = int(self._places[lang][at]), int(self.frequencies[lang][at])
            posts = self._reader._terms._postfile.file
            numbers = np.frombuffer(posts, NUMBER, count, begins)
            often = np.frombuffer(posts, OFTEN, count, often_at(begins, count))
            # Copies: a mapped file that an array still looks at cannot be closed.
            return numbers.astype(np.int32), often.astype(np.float32)
        try:
            matcher: ArrayMatcher = self._reader.postings(field, term)
        except TermNotFound:
            return NOTHING
        return matcher.arrays()

    @cached_property
    def _places(self) -> dict[str, NDArray[np.int64]]:
        """Where the passage numbers of each word begin in the file of postings."""
        return {lang: self._load(PART.postings(lang)) for lang in LANGS}

    def stemmed(self, lang: str, shape: str) -> tuple[Numbers, Scores]:
        """The passages in which any word of a stem stands, in order, and how often."""
        parts = [self.postings(f"s_{lang}", word) for word in self.family(lang, shape)]
        if len(parts) == 1:
            return parts[0]
        numbers = np.concatenate([np.empty(0, np.int32), *(part[0] for part in parts)])
        order = np.argsort(numbers, kind="stable")
        numbers = numbers[order]
        first = np.flatnonzero(changes(numbers))
        weights = np.concatenate([np.empty(0, np.float32), *(part[1] for part in parts)])[order]
        return numbers[first], np.add.reduceat(weights, first) if len(first) else weights

    def phrase(self, lang: str, words: Sequence[str]) -> Numbers:
        """The passages that hold these folded words in a row."""
        ids = [self.word(lang, word) for word in words]
        if -1 in ids:
            return np.empty(0, np.int32)
        found: Numbers | None = None
        for _, word in sorted(zip((self.frequencies[lang][i] for i in ids), words, strict=True)):
            numbers, _weights = self.postings(f"s_{lang}", word)
            found = numbers if found is None else found[standing_in(found, numbers)]
            if not len(found):
                return found
        assert found is not None
        if len(ids) == 1:
            return found
        return self._in_a_row(found, ids)

    def _in_a_row(self, candidates: Numbers, ids: Sequence[int]) -> Numbers:
        ends: NDArray[np.int64] = self.ends
        firsts = np.where(candidates > 0, ends[candidates - 1] + 1, 0)
        sizes = ends[candidates] - firsts
        if sizes.sum() * 4 > len(self.stream):
            # Most of the text: reading it in its order is quicker than picking.
            at = np.flatnonzero(self._row_begins(self.stream, ids))
            holding = np.searchsorted(ends, at)
            return np.unique(holding[self.langs[holding] == self.langs[candidates[0]]]).astype(
                np.int32
            )
        owner = np.repeat(np.arange(len(candidates)), sizes + 1)
        offset = np.arange(len(owner)) - np.repeat(np.cumsum(sizes + 1) - sizes - 1, sizes + 1)
        text = self.stream[firsts[owner] + offset]
        return candidates[np.unique(owner[np.flatnonzero(self._row_begins(text, ids))])]

    @staticmethod
    def _row_begins(text: Numbers, ids: Sequence[int]) -> Mask:
        last = max(0, len(text) - len(ids) + 1)
        held: Mask = text[:last] == ids[0]
        for offset, wanted in enumerate(ids[1:], start=1):
            held &= text[offset : last + offset] == wanted
        return held

    @cached_property
    def stream(self) -> Numbers:
        """The texts as numbers of words, -1 after each passage."""
        return self._load(PART.stream)  # type: ignore[no-any-return]

    @cached_property
    def ends(self) -> NDArray[np.int64]:
        """Where each passage ends in the stream."""
        return self._load(PART.ends)  # type: ignore[no-any-return]

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
