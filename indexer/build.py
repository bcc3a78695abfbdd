"""Writing the index: Whoosh for the words, SQLite beside it for texts and facets.

Each section of each text is a Whoosh document with these fields for its language: `s_*`
surface forms with positions (for phrases), `t_*` stems, `h_*` stems of headings and title,
`n_*` the words written with ñ. Texts, paragraph numbers and facets stay out of Whoosh.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from whoosh import fields
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.index import create_in

from indexer.analysis import stem, tokens
from indexer.documents import Entry
from indexer.errors import DocumentUnreadable
from indexer.generations import Generations, text_digests
from indexer.passages import Passage, facet_values, passages_of

LANGS = ("es", "en")
Progress = Generator[tuple[int, int], None, None]

_TABLES = """
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, uid TEXT, slug TEXT, kind TEXT, facets TEXT, titles TEXT);
CREATE TABLE passage (
    number INTEGER PRIMARY KEY, entry INTEGER, lang TEXT, section TEXT, section_title TEXT,
    text TEXT, paragraphs TEXT);
"""


@dataclass(frozen=True)
class _Words:
    surface: str
    stems: str
    headings: str
    enye: str


def schema() -> fields.Schema:
    """The Whoosh schema; words are cut by us and joined by spaces."""
    cut = SpaceSeparatedTokenizer()
    columns = {"number": fields.STORED()}
    for lang in LANGS:
        columns[f"s_{lang}"] = fields.TEXT(analyzer=cut, phrase=True)
        for kind in ("t", "h", "n"):
            columns[f"{kind}_{lang}"] = fields.TEXT(analyzer=cut, phrase=False)
    return fields.Schema(**columns)


def build(entries: Sequence[Entry], generations: Generations) -> Progress:
    """Build a new generation from all entries and make it the current one.

    Yields (done, total) in entries. Closing it half way leaves the old index in use.
    """
    place = generations.begin()
    try:
        yield from _fill(entries, place)
    except BaseException:
        generations.sweep(keep=_current_name(generations))
        raise
    generations.commit(place, digests_of(entries))


def digests_of(entries: Iterable[Entry]) -> dict[str, str]:
    """What a build of these entries depends on (see `generations.text_digests`)."""
    return text_digests(
        (entry.uid, lang, edition.sha256, entry.shelf)
        for entry in entries
        for lang, edition in entry.editions.items()
    )


def _current_name(generations: Generations) -> str:
    try:
        return (generations.folder / "CURRENT").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _fill(entries: Sequence[Entry], place: Path) -> Progress:
    (place / "whoosh").mkdir()
    index = create_in(str(place / "whoosh"), schema())
    writer = index.writer(limitmb=128)
    database = sqlite3.connect(place / "passages.sqlite", isolation_level=None)
    try:
        database.executescript(_TABLES)
        database.execute("BEGIN")
        number = 0
        for position, entry in enumerate(entries):
            database.execute("INSERT INTO entry VALUES (?,?,?,?,?,?)", _entry_row(position, entry))
            for passage in _readable_passages(entry):
                words = _words(passage)
                lang = passage.lang
                writer.add_document(
                    **{
                        "number": number,
                        f"s_{lang}": words.surface,
                        f"t_{lang}": words.stems,
                        f"h_{lang}": words.headings,
                        f"n_{lang}": words.enye,
                    }
                )
                row = (number, position, lang, passage.section, passage.section_title,
                       passage.text, json.dumps(passage.paragraphs))  # fmt: skip
                database.execute("INSERT INTO passage VALUES (?,?,?,?,?,?,?)", row)
                number += 1
            yield position + 1, len(entries)
        database.execute("COMMIT")
        writer.commit(optimize=True)
    except BaseException:
        writer.cancel()
        raise
    finally:
        database.close()
        index.close()


def _entry_row(position: int, entry: Entry) -> tuple[int, str, str, str, str, str]:
    titles = {lang: edition.front.title for lang, edition in entry.editions.items()}
    facets = {name: list(values) for name, values in facet_values(entry).items()}
    return (
        position, entry.uid, entry.slug, entry.kind, json.dumps(facets),
        json.dumps(titles, ensure_ascii=False),
    )  # fmt: skip


def _readable_passages(entry: Entry) -> list[Passage]:
    """The passages in the languages that are searched; a text that cannot be parsed has none."""
    found: list[Passage] = []
    for lang in LANGS:
        if lang in entry.editions:
            try:
                found += list(passages_of(entry.editions[lang]))
            except DocumentUnreadable:
                continue
    return found


def _words(passage: Passage) -> _Words:
    lang = passage.lang
    row = list(tokens(passage.text))
    heads = " ".join(stem(t.surface, lang) for t in tokens(passage.headings))
    return _Words(
        surface=" ".join(t.surface for t in row),
        stems=" ".join(stem(t.surface, lang) for t in row),
        headings=heads,
        enye=" ".join(t.raw for t in row if "ñ" in t.raw),
    )
