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
from collections.abc import Generator, Iterable, Mapping
from pathlib import Path

from indexer.analysis import LANGS
from indexer.arrays import save_arrays
from indexer.documents import Entry
from indexer.errors import NOT_THERE, DocumentUnreadable
from indexer.facets import facet_arrays
from indexer.gathering import Gathered
from indexer.layout import ARRAYS, PASSAGES, TEXTS, SegmentFiles
from indexer.lexicon import Lexicon, lexicons_of
from indexer.ordering import traits_of
from indexer.passages import Passage, facet_values, labels_of, passages_of
from indexer.vocabulary import Vocabulary

Progress = Generator[tuple[int, int], None, None]
Bulk = Path | Mapping[str, Lexicon] | None

_TABLES = """
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, uid TEXT, slug TEXT, kind TEXT, titles TEXT, countries TEXT,
    period TEXT, updated TEXT);
CREATE TABLE passage (
    number INTEGER PRIMARY KEY, section TEXT, section_title TEXT, text TEXT, paragraphs TEXT);
"""


def write_segment(
    entries: Iterable[Entry], total: int, vocabulary: Vocabulary, place: Path, bulk: Bulk = None
) -> Progress:
    """Index some entries, `total` of them, in an empty folder. Yields (done, total) in entries.

    `bulk`: the segment with the bulk of the library, or its words where it is open: its
    frequencies count for a few entries too. None where there is none.
    """
    files = None
    if isinstance(bulk, Path):
        files = SegmentFiles(bulk)
        bulk = lexicons_of(files)
    database = sqlite3.connect(place / PASSAGES, isolation_level=None)
    gathered = Gathered(place)
    texts: dict[str, str] = {}
    facets: list[Mapping[str, tuple[str, ...]]] = []
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
            passages, is_whole = _readable_passages(entry, vocabulary)
            # Without its text an entry is like no signature, and is indexed again next time.
            texts[entry.uid] = signature(entry, vocabulary) if is_whole else ""
            for passage in passages:
                database.execute(
                    "INSERT INTO passage VALUES (?,?,?,?,?)",
                    (gathered.count, passage.section, passage.section_title, passage.text,
                     json.dumps(passage.paragraphs)),
                )  # fmt: skip
                gathered.take(passage)
            gathered.end_entry()
            facets.append(facet_values(entry))
            yield position + 1, total
        database.execute("COMMIT")
        arrays = gathered.write(bulk or {})
        arrays |= facet_arrays(facets)
        save_arrays(place / ARRAYS, arrays)
        (place / TEXTS).write_text(json.dumps(texts), encoding="utf-8")
    finally:
        database.close()
        gathered.close()
        if files:
            files.close()


def signature(entry: Entry, vocabulary: Vocabulary) -> str:
    """What the index of an entry depends on: its texts, its name, its shelf, its labels."""
    editions = [entry.editions[lang] for lang in sorted(entry.editions)]
    texts = ",".join(f"{edition.lang}={edition.sha256}" for edition in editions)
    labels = "|".join(labels_of(edition, vocabulary) for edition in editions)
    return f"{entry.slug}@{entry.shelf}:{texts}:{zlib.crc32(labels.encode()):08x}"


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


def _readable_passages(entry: Entry, vocabulary: Vocabulary) -> tuple[list[Passage], bool]:
    """The passages in the languages that are searched; a text that cannot be parsed has none.
    And whether every text was there to be read.
    """
    found: list[Passage] = []
    is_whole = True
    for lang in LANGS:
        if lang in entry.editions:
            try:
                found += list(passages_of(entry.editions[lang], vocabulary))
            except DocumentUnreadable as error:
                is_whole = is_whole and error.reason not in NOT_THERE
    return found, is_whole
