"""What was read of the library before: which file it was, and what its front matter says.

A cache in one JSON file, which may be deleted at any time. Front matter lies there by the
SHA-256 of the whole file: what is found under it can only be what that file says. Beside it
each file has its mark (size, times, number on the disk), as in git's index: while the mark is
as it was the file is not even opened. A mark is only believed when the file had been left in
peace for a while when it was read: within the steps in which a disk keeps time, a second
change would leave the mark as it is ("racy git").
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from indexer.documents import (
    Edition,
    Fact,
    FrontMatter,
    Material,
    Source,
    edition_at,
    read_file,
    shared,
)

log = logging.getLogger(__name__)

KINDS = (FrontMatter, Source, Material, Fact)
# What was kept by other code is not used: of another version of how front matter is read (count
# it up there), or with other fields.
VERSION = [2, *([field.name for field in fields(kind)] for kind in KINDS)]
PEACE_NS = 2_000_000_000  # FAT keeps times in steps of two seconds
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in KINDS}
_AT = {name: position for position, name in enumerate(_FIELDS[FrontMatter])}
_TERMS = [_AT[name] for name in ("countries", "minerals", "topics", "audiences")]

Mark = list[int]


class KeptReading:
    """Use `read` for every file of the library, then `save`: what nobody asked for is dropped.

    `trusting`: a file with the mark that it had is not read; otherwise every file is.
    """

    def __init__(self, path: Path, trusting: bool) -> None:
        self._path = path
        self._trusting = trusting
        self._marks, self._fronts = _read(path)
        self._seen: dict[str, list[Any]] = {}
        self._used: dict[str, FrontMatter] = {}

    def read(self, path: Path) -> Edition:
        """What `indexer.documents.read_file` gives; raises what it raises."""
        mark = _mark(path)
        before, digest = self._marks.get(str(path), (None, ""))
        if self._trusting and mark is not None and mark == before and digest in self._fronts:
            edition = edition_at(path, self._front(digest), digest)
        else:
            # Of what is known the front matter is not read again, only compared by its digest.
            edition = read_file(path, self._known)
            if mark is not None and time.time_ns() - max(mark[1], mark[2]) < PEACE_NS:
                mark = None
        self._used[edition.sha256] = edition.front
        self._seen[str(path)] = [mark, edition.sha256]
        return edition

    def _known(self, digest: str) -> FrontMatter | None:
        return self._front(digest) if digest in self._fronts else None

    def _front(self, digest: str) -> FrontMatter:
        return self._used.get(digest) or _front(self._fronts[digest])

    def save(self) -> None:
        """Keep what was read. Where the cache cannot be written nothing is kept."""
        if self._seen == self._marks and self._used.keys() == self._fronts.keys():
            return
        temporary = self._path.with_suffix(".tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps([VERSION, self._seen, self._used], default=_row)
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self._path)
        except OSError as error:
            log.warning("what was read of the library cannot be kept: %s", error)


def _mark(path: Path) -> Mark | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - ten thousand times, and half as long
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _read(path: Path) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    try:
        version, marks, fronts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return {}, {}
    if version != VERSION or not (isinstance(marks, dict) and isinstance(fronts, dict)):
        return {}, {}
    return marks, fronts


def _row(held: Any) -> list[Any]:
    """The values of one of `KINDS`, in the order of its fields."""
    return [getattr(held, name) for name in _FIELDS[type(held)]]


def _front(row: list[Any]) -> FrontMatter:
    values = [tuple(value) if type(value) is list else value for value in row]
    for at in _TERMS:
        values[at] = shared(values[at])
    for name, kind in (("sources", Source), ("materials", Material)):
        values[_AT[name]] = tuple(kind(*each) for each in values[_AT[name]])
    told: Sequence[Sequence[Any]] = values[_AT["facts"]]
    values[_AT["facts"]] = tuple(Fact(one[0], one[1], one[2], tuple(one[3])) for one in told)
    made: Any = FrontMatter
    front: FrontMatter = made(*values)
    return front
