"""Desks: a data folder each, over the same small library of two cases."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from kb_app.places import Places
from kb_app.program import Program
from tests.indexer.library import write_library

SHIPPED = Path(__file__).parents[2] / "content"
DeskMaker = Callable[[str], Program]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with two cases in two languages."""
    return write_library(tmp_path_factory.mktemp("library"), SHIPPED)


@pytest.fixture
def desk(tmp_path: Path, library: Path) -> Iterator[DeskMaker]:
    """Makes the program of a person by name; the same name is the same person."""
    made: dict[str, Program] = {}

    def make(name: str) -> Program:
        if name not in made:
            made[name] = Program(Places(tmp_path / name, (library,)))
            made[name].store.set_setting("agency", f"Agencia de {name}")
            made[name].store.set_setting("name", name)
        return made[name]

    yield make
    for program in made.values():
        program.close()


def finished(work: Generator[tuple[int, int], None, Any]) -> Any:
    """What long work returns in the end."""
    while True:
        try:
            done, total = next(work)
            assert 0 <= done <= total
        except StopIteration as end:
            return end.value


def looked_at(program: Program, path: Path) -> Any:
    """The preview of a pack."""
    return finished(program.imports.preview(path))


def taken(program: Program, path: Path, **how: Any) -> Any:
    """Take a pack in, safe rows unless told otherwise."""
    seen = looked_at(program, path)
    outcome = finished(program.imports.take(path, seen, **how))
    program.library_changed()
    return outcome


def held(program: Program) -> dict[str, Any]:
    """All that a person would see: texts on shelves, notes, plans, collections, words, keys."""
    store = program.store
    return {
        "texts": {(e.uid, e.lang): e.sha256 for e in program.catalogue.editions()},
        "shelves": sorted(tuple(row) for row in store.rows("SELECT * FROM shelved")),
        "notes": sorted(note.to_json() for note in program.notes.all()),
        "plans": sorted(plan.canonical() for plan in program.workshops.all()),
        "collections": program.collections.all(),
        "words": program.imports.additions.rows(),
        "pictures": sorted(tuple(row) for row in store.rows("SELECT * FROM medium")),
        "keys": sorted(tuple(row) for row in store.rows("SELECT * FROM publisher_key")),
    }


def kept_rows(program: Program) -> dict[str, int]:
    """How many rows there are of all that an import writes, seen or not."""
    tables = ("revision", "note_revision", "arriving_text", "journal_part", "unpublished")
    return {
        name: int(program.store.rows(f"SELECT count(*) AS n FROM {name}")[0]["n"])
        for name in tables
    }


@pytest.fixture(scope="session")
def golden() -> Path:
    """The folder of the golden packs."""
    return Path(__file__).parent / "golden"
