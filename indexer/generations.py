"""The index on disk, in generations: a private cache that is believed only while it is whole.

Each generation is a folder `gen-…/` that holds one *segment* (some entries, indexed) and is
never changed once it is written. Its name is never given twice: whoever still writes or reads
an abandoned one (a process whose parent was killed, an open reader) cannot take another for it.
`CURRENT` names the segments in use, the bulk first, then what has changed since, with the
entries of each that no longer count; its second line is the digest of the first. A build writes
a new folder, syncs it, and only then replaces `CURRENT`: a crash at any point leaves the old
state in use. Whatever does not match is thrown away and built again.

A Whoosh index contains pickles: the folder is the person's alone (0700), never imported,
sent or restored. Opening compares all sizes and the digests of small files; `verify` reads
everything and belongs in the background (a hundred megabytes would delay the first result).
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.analysis import ANALYSIS_VERSION
from indexer.errors import IndexUnusable
from indexer.locking import Lock

SCHEMA_VERSION = 11
SMALL = 256 * 1024
CURRENT, MANIFEST = "CURRENT", "manifest.json"


@dataclass(frozen=True)
class Part:
    """A segment in use: its folder and the numbers of its entries that no longer count."""

    place: Path
    digest: str
    dropped: frozenset[int] = frozenset()


class Generations:
    """The folder of generations below a cache folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._whole: set[tuple[Path, str]] = set()

    def current(self) -> tuple[Part, ...]:
        """The segments in use. Raises IndexUnusable when they are not there or not whole."""
        try:
            text, digest = (self.folder / CURRENT).read_text(encoding="utf-8").split("\n")
            if hashlib.sha256(text.encode("utf-8")).hexdigest() != digest:
                raise IndexUnusable(CURRENT)
            state = json.loads(text)
            if (state["schema"], state["analysis"]) != (SCHEMA_VERSION, ANALYSIS_VERSION):
                raise IndexUnusable("version")
            parts = tuple(
                Part(self.folder / _plain(row["name"]), row["digest"], frozenset(row["dropped"]))
                for row in state["segments"]
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexUnusable(str(error)) from error
        for part in parts:
            if (part.place, part.digest) not in self._whole:
                _check(part, SMALL)
                self._whole.add((part.place, part.digest))
        return parts

    def verify(self) -> None:
        """Read every byte in use. Raises IndexUnusable where a digest differs."""
        self._whole.clear()
        for part in self.current():
            _check(part, None)

    def lock(self) -> Lock:
        """Held while somebody writes; the processes of one person take turns."""
        self.prepare()
        return Lock(self.folder / "lock")

    def prepare(self) -> None:
        """Make the folder, readable by this person only."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)

    def begin(self) -> Path:
        """An empty folder for the next generation; what a crash left behind is removed."""
        self.prepare()
        try:
            used = {part.place.name for part in self.current()}
        except IndexUnusable:
            used = set()
        self._sweep(used)
        place = self.folder / f"gen-{secrets.token_hex(8)}"
        place.mkdir(mode=0o700)
        return place

    def commit(self, older: Sequence[Part], place: Path | None) -> None:
        """Durably take these segments into use, `place` (a new one) last; drop all others."""
        parts = list(older)
        if place:
            parts.append(Part(place, _seal(place)))
            self._whole.add((place, parts[-1].digest))
        state = {
            "schema": SCHEMA_VERSION,
            "analysis": ANALYSIS_VERSION,
            "segments": [
                {"name": p.place.name, "digest": p.digest, "dropped": sorted(p.dropped)}
                for p in parts
            ],
        }
        text = json.dumps(state)
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        _write(self.folder / CURRENT, f"{text}\n{digest}")
        sync(self.folder)
        self._sweep({part.place.name for part in parts})

    def abandon(self, place: Path) -> None:
        """Remove a generation that was begun and not finished."""
        shutil.rmtree(place, ignore_errors=True)

    def _sweep(self, used: set[str]) -> None:
        for old in self.folder.glob("gen-*"):
            if old.name not in used:
                shutil.rmtree(old, ignore_errors=True)

    def discard_damaged(self) -> bool:
        """Throw the index away if a digest differs: it is rebuilt from the documents. Whether it
        was; never while somebody writes.
        """
        with self.lock() as lock:
            if not lock.take():
                return False
            try:
                self.verify()
            except IndexUnusable:
                (self.folder / CURRENT).unlink(missing_ok=True)
                self._sweep(set())
                return True
            return False


def _plain(name: str) -> str:
    if not (name.startswith("gen-") and name[4:].isalnum()):
        raise ValueError(name)
    return name


def _seal(place: Path) -> str:
    """Sync every file of a new segment and write its manifest; the digest of that."""
    files: dict[str, tuple[int, str]] = {}
    for path in sorted(p for p in place.rglob("*") if p.is_file()):
        sync(path)
        files[path.relative_to(place).as_posix()] = (path.stat().st_size, _digest(path))
    _write(place / MANIFEST, json.dumps(files))
    for folder in {place, *(path.parent for path in place.rglob("*"))}:
        sync(folder)
    return _digest(place / MANIFEST)


def _check(part: Part, small: int | None) -> None:
    """Compare a segment with its manifest; digests of files up to `small` bytes or of all."""
    try:
        if _digest(part.place / MANIFEST) != part.digest:
            raise IndexUnusable(MANIFEST)
        files: dict[str, Any] = json.loads((part.place / MANIFEST).read_text(encoding="utf-8"))
        for name, (size, digest) in files.items():
            path = part.place / name
            whole = path.stat().st_size == size
            if whole and (small is None or size <= small):
                whole = _digest(path) == digest
            if not whole:
                raise IndexUnusable(name)
    except (OSError, ValueError) as error:
        raise IndexUnusable(str(error)) from error


def sync(path: Path) -> None:
    """Flush a file or folder to the disk (Whoosh never does)."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: Path, text: str) -> None:
    temporary = path.with_suffix(".tmp")
    temporary.write_text(text, encoding="utf-8")
    sync(temporary)
    temporary.replace(path)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
