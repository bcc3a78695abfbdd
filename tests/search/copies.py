"""Copies of two entries, indexed: what tests of the index have in common."""

import errno
import json
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from indexer.documents import Edition, Entry
from indexer.query import Query, Updated
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus
from indexer.vocabulary import read_vocabulary
from kb_app.library.catalogue import load_catalogue

OWN = "\n\npropia"  # begins the last line of a copy


def copies(folder: Path, count: int, word: str = "") -> list[Entry]:
    """So many entries like the two of the library, each with a word of its own."""
    models = list(load_catalogue([folder]))
    return [numbered(models[n % len(models)], n, word or "base") for n in range(count)]


def numbered(model: Entry, number: int, word: str) -> Entry:
    uid = f"0a6c1f6e-7a43-4e0b-8a75-{number:012d}"
    texts = {
        lang: Edition.of_body(
            text.slug,
            replace(text.front, uid=uid),
            f"{text.body.partition(OWN)[0]}{OWN}{chr(97 + number // 26)}"
            f"{chr(97 + number % 26)} {word}\n",
            f"{number}-{word}-{lang}",
        )
        for lang, text in model.editions.items()
    }
    return Entry(uid, f"copy-{number}", texts)


def made(folder: Path, cache: Path, entries: list[Entry]) -> SearchIndex:
    search = SearchIndex(cache, entries, Thesaurus(()), read_vocabulary(folder))
    list(search.update())
    return search


def slugs(search: SearchIndex, text: str) -> list[str]:
    answer = search.search(Query(text, literal=True, limit=1000))
    assert not answer.degraded
    return [hit.slug for hit in answer.hits]


def names(cache: Path) -> list[str]:
    text = (cache / "index" / "CURRENT").read_text(encoding="utf-8")
    return [row["name"] for row in json.loads(text.partition("\n")[0])["segments"]]


def ended(steps: Generator[tuple[int, int], None, Updated]) -> Updated:
    """How an update ends."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def no_room(path: Path) -> None:
    raise OSError(errno.ENOSPC, "no room", str(path))
