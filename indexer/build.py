"""Writing a segment: Whoosh for the words, arrays beside it, SQLite for the texts.

Each section of each text is a passage, and a Whoosh document with the fields of its
language: `s_*` surface forms, `h_*` stems of headings and title, `n_*` the words written
with ñ. Passages of an entry stand together and are numbered in order, so a Whoosh document
number is a passage number. The arrays (no pickles) hold what a question needs at once, and
Whoosh would give one by one: where entries begin, lengths, facets, the vocabulary with its
frequencies and its stems (a stem stands where one of its words does: a field of their own
would double the index), and the text as a row of word numbers for exact phrases.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

import numpy as np
from whoosh.index import FileIndex, create_in

from indexer.analysis import fold, raws, stem
from indexer.codec import ArrayCodec
from indexer.documents import Entry
from indexer.errors import DocumentUnreadable
from indexer.ordering import traits_of
from indexer.passages import Passage, facet_values, labels_of, passages_of
from indexer.query import FACETS
from indexer.schema import LANGS, schema
from indexer.segment import PART
from indexer.vocabulary import Vocabulary

MEMORY_MB = 128
Progress = Generator[tuple[int, int], None, None]

_TABLES = """
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, uid TEXT, slug TEXT, kind TEXT, titles TEXT, countries TEXT,
    period TEXT, updated TEXT);
CREATE TABLE passage (
    number INTEGER PRIMARY KEY, section TEXT, section_title TEXT, text TEXT, paragraphs TEXT);
"""


def write_segment(entries: Sequence[Entry], vocabulary: Vocabulary, place: Path) -> Progress:
    """Index some entries in an empty folder. Yields (done, total) in entries."""
    (place / "whoosh").mkdir()
    index = create_in(str(place / "whoosh"), schema())
    # Not a compound file: Whoosh reads one whole into memory to open it.
    writer = index.writer(limitmb=MEMORY_MB, codec=ArrayCodec(), compound=False)
    database = sqlite3.connect(place / "passages.sqlite", isolation_level=None)
    rows = _Rows()
    try:
        # The file is synced once, when it is whole.
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA journal_mode = OFF")
        database.executescript(_TABLES)
        database.execute("BEGIN")
        for position, entry in enumerate(entries):
            database.execute(
                "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?)", _entry_row(position, entry)
            )
            for passage in _readable_passages(entry, vocabulary):
                database.execute(
                    "INSERT INTO passage VALUES (?,?,?,?,?)",
                    (rows.count, passage.section, passage.section_title, passage.text,
                     json.dumps(passage.paragraphs)),
                )  # fmt: skip
                writer.add_document(**rows.take(passage))
            rows.end_entry()
            yield position + 1, len(entries)
        database.execute("COMMIT")
        writer.commit(optimize=True)
        rows.save(place)
        _save_places(place, index)
        _save_facets(place, [facet_values(entry) for entry in entries])
        texts = {entry.uid: signature(entry, vocabulary) for entry in entries}
        (place / PART.texts).write_text(json.dumps(texts), encoding="utf-8")
    except BaseException:
        writer.cancel()
        raise
    finally:
        database.close()
        index.close()


def signature(entry: Entry, vocabulary: Vocabulary) -> str:
    """What the index of an entry depends on: its texts, its name, its shelf, its labels."""
    editions = [entry.editions[lang] for lang in sorted(entry.editions)]
    texts = ",".join(f"{edition.lang}={edition.sha256}" for edition in editions)
    labels = "|".join(labels_of(edition, vocabulary) for edition in editions)
    return f"{entry.slug}@{entry.shelf}:{texts}:{zlib.crc32(labels.encode()):08x}"


class _Rows:
    """The arrays of a segment while it grows."""

    def __init__(self) -> None:
        self.count = 0
        self._starts = array("i", [0])
        self._langs = array("b")
        self._lengths = array("i")
        self._ids: dict[str, dict[str, int]] = {lang: {} for lang in LANGS}
        self._frequency = {lang: array("i") for lang in LANGS}
        self._stream = array("i")

    def take(self, passage: Passage) -> dict[str, Counter[str]]:
        """Note a passage; returns its words for Whoosh."""
        lang = passage.lang
        written = raws(passage.text)
        words = [fold(raw) for raw in written]
        heads = [stem(fold(raw), lang) for raw in raws(passage.headings)]
        enye = [raw for raw in written if "ñ" in raw]
        ids, frequency = self._ids[lang], self._frequency[lang]
        surfaces = Counter(words)
        for word in surfaces:
            if word not in ids:
                ids[word] = len(ids)
                frequency.append(0)
            frequency[ids[word]] += 1
        self._stream.extend(ids[word] for word in words)
        self._stream.append(-1)  # no phrase runs on into the next passage
        self._langs.append(LANGS.index(lang))
        self._lengths.extend((len(words), len(heads), len(enye)))
        self.count += 1
        return {
            f"s_{lang}": surfaces,
            f"h_{lang}": Counter(heads),
            f"n_{lang}": Counter(enye),
        }

    def end_entry(self) -> None:
        self._starts.append(self.count)

    def save(self, place: Path) -> None:
        np.save(place / PART.starts, np.array(self._starts, np.int32))
        langs = np.array(self._langs, np.int8)
        np.save(place / PART.langs, langs)
        np.save(place / PART.lengths, np.array(self._lengths, np.int32).reshape(-1, 3).T)
        stream = np.array(self._stream, np.int32)
        ends = np.flatnonzero(stream < 0).astype(np.int64)
        np.save(place / PART.ends, ends)
        for lang in LANGS:
            words = sorted(self._ids[lang])
            order = np.array([self._ids[lang][word] for word in words], np.int64)
            rank = np.empty(len(order), np.int32)
            rank[order] = np.arange(len(order), dtype=np.int32)
            mine = np.repeat(langs == LANGS.index(lang), np.diff(ends, prepend=-1)) & (stream >= 0)
            stream[mine] = rank[stream[mine]]
            (place / PART.words(lang)).write_text("\n".join(words), encoding="utf-8")
            frequency = np.array(self._frequency[lang], np.int32)
            np.save(place / PART.frequencies(lang), frequency[order])
            _save_stems(place, lang, words)
        np.save(place / PART.stream, stream)


def _save_stems(place: Path, lang: str, words: Sequence[str]) -> None:
    families: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        families[stem(word, lang)].append(number)
    shapes = sorted(families)
    sizes = [len(families[shape]) for shape in shapes]
    (place / PART.stems(lang)).write_text("\n".join(shapes), encoding="utf-8")
    np.save(place / PART.family_ends(lang), np.cumsum(sizes, dtype=np.int32))
    members = [number for shape in shapes for number in families[shape]]
    np.save(place / PART.families(lang), np.array(members, np.int32))


def _save_places(place: Path, index: FileIndex) -> None:
    """Where the postings of each word of the vocabulary begin in Whoosh's file: its own way
    there, by hash, costs more than reading them.
    """
    with index.reader() as reader:
        for lang in LANGS:
            begins = array("q")
            cursor = reader.cursor(f"s_{lang}")
            while cursor.is_valid():  # in the order of the vocabulary: that of UTF-8
                begins.append(cursor.term_info().extent()[0])
                cursor.next()
            np.save(place / PART.postings(lang), np.array(begins, np.int64))


def _save_facets(place: Path, rows: Sequence[Mapping[str, tuple[str, ...]]]) -> None:
    values = {name: sorted({v for row in rows for v in row.get(name, ())}) for name in FACETS}
    columns = [(name, value) for name in FACETS for value in values[name]]
    at = {column: position for position, column in enumerate(columns)}
    matrix = np.zeros((len(rows), len(columns)), bool)
    for position, row in enumerate(rows):
        for name in FACETS:
            for value in row.get(name, ()):
                matrix[position, at[name, value]] = True
    np.save(place / PART.facets, matrix)
    (place / PART.facet_names).write_text(json.dumps(columns), encoding="utf-8")


def _entry_row(position: int, entry: Entry) -> tuple[int | str, ...]:
    traits = traits_of(entry)
    return (
        position,
        entry.uid,
        entry.slug,
        entry.kind,
        json.dumps(dict(traits.titles), ensure_ascii=False),
        " ".join(traits.countries),
        traits.period,
        traits.updated,
    )


def _readable_passages(entry: Entry, vocabulary: Vocabulary) -> list[Passage]:
    """The passages in the languages that are searched; a text that cannot be parsed has none."""
    found: list[Passage] = []
    for lang in LANGS:
        if lang in entry.editions:
            try:
                found += list(passages_of(entry.editions[lang], vocabulary))
            except DocumentUnreadable:
                continue
    return found
