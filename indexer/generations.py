"""The index on disk: a Whoosh index and its passages, in generations.

The index is a private cache. A build writes a whole new generation in `gen-N/`, syncs it,
writes a manifest with sizes and digests, and only then replaces `CURRENT`; a crash at any
point leaves the old generation in use. Whatever does not match its manifest is thrown away
and built again. A Whoosh index contains pickles: the folder is the person's alone (0700),
never imported, sent or restored, and a generation whose digests differ is never opened.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.analysis import ANALYSIS_VERSION
from indexer.errors import IndexUnusable

SCHEMA_VERSION = 1
KEPT_GENERATIONS = 1


@dataclass(frozen=True)
class Manifest:
    """What a generation was built from, and what its files must be."""

    generation: int
    schema: int
    analysis: int
    texts: Mapping[str, str]
    files: Mapping[str, tuple[int, str]]


class Generations:
    """The folder of generations below a cache folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self) -> None:
        """Make the folder, readable by this person only."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)

    def current(self) -> tuple[Path, Manifest]:
        """The generation in use. Raises IndexUnusable when there is none that is whole."""
        try:
            name = (self.folder / "CURRENT").read_text(encoding="utf-8").strip()
            place = self.folder / name
            raw = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
            manifest = Manifest(
                raw["generation"],
                raw["schema"],
                raw["analysis"],
                raw["texts"],
                {k: (int(v[0]), str(v[1])) for k, v in raw["files"].items()},
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexUnusable(str(error)) from error
        if (manifest.schema, manifest.analysis) != (SCHEMA_VERSION, ANALYSIS_VERSION):
            raise IndexUnusable("version")
        if place.name != f"gen-{manifest.generation}":
            raise IndexUnusable("generation")
        for file, (size, digest) in manifest.files.items():
            try:
                if (place / file).stat().st_size != size or _digest(place / file) != digest:
                    raise IndexUnusable(file)
            except OSError as error:
                raise IndexUnusable(file) from error
        return place, manifest

    def begin(self) -> Path:
        """An empty folder for the next generation."""
        self.prepare()
        numbers = [int(p.name[4:]) for p in self.folder.glob("gen-*") if p.name[4:].isdecimal()]
        place = self.folder / f"gen-{max(numbers, default=0) + 1}"
        place.mkdir(mode=0o700)
        return place

    def commit(self, place: Path, texts: Mapping[str, str]) -> None:
        """Make a finished generation the one in use, durably, and drop the older ones."""
        files: dict[str, tuple[int, str]] = {}
        for path in sorted(p for p in place.rglob("*") if p.is_file()):
            sync(path)
            name = path.relative_to(place).as_posix()
            files[name] = (path.stat().st_size, _digest(path))
        manifest = {
            "generation": int(place.name[4:]),
            "schema": SCHEMA_VERSION,
            "analysis": ANALYSIS_VERSION,
            "texts": dict(texts),
            "files": files,
        }
        _write(place / "manifest.json", json.dumps(manifest))
        sync(place)
        _write(self.folder / "CURRENT", place.name)
        sync(self.folder)
        self.sweep(keep=place.name)

    def sweep(self, keep: str) -> None:
        """Remove generations that are not in use (a reader keeps its open files)."""
        for old in self.folder.glob("gen-*"):
            if old.name != keep:
                shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Throw the whole index away: it is rebuilt from the documents."""
        shutil.rmtree(self.folder, ignore_errors=True)


def text_digests(editions: Iterable[tuple[str, str, str, str]]) -> dict[str, str]:
    """The digest of each text by "uid:lang", with its shelf: what a build depends on."""
    return {f"{uid}:{lang}": f"{sha256}@{shelf}" for uid, lang, sha256, shelf in editions}


def sync(path: Path) -> None:
    """Flush a file or folder to the disk (Whoosh never does)."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
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
