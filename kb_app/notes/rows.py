"""Revisions of notes as rows of the store: written at once, or staged and shown later."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Sequence
from typing import Any

from kb_app.library.revisions import now
from kb_app.notes.model import Note
from kb_app.store import Store
from kb_app.store.digests import append, insert_all, with_digest
from kb_app.store.staging import turns

TABLE = "note_revision"
SHOWN = "shown_revision"


def write(
    connection: sqlite3.Connection, note: Note, deleted: bool = False, back_to: int = 0
) -> None:
    """Add a revision of a note. In a transaction."""
    append(connection, TABLE, _row(note, deleted, back_to))


def write_all(connection: sqlite3.Connection, notes: Sequence[Note], deleted: bool = False) -> None:
    """Add a revision of each note. In a transaction."""
    insert_all(connection, TABLE, [with_digest(_row(note, deleted)) for note in notes])


def stage(
    store: Store, notes: Sequence[Note], deleted: bool = False
) -> Generator[int, None, range]:
    """Write a revision of each note in many short transactions; yields how many are written.

    Returns their numbers: they are not seen before those are published (see
    `kb_app.store.staging`). Raises what `Store.transaction` raises.
    """
    if not notes:
        return range(0)
    numbers = store.reserve(TABLE, len(notes))
    for part in turns(numbers):
        done = part.stop - numbers.start
        some = notes[part.start - numbers.start : done]
        # Made ready before the turn begins: others wait only while they are written.
        rows = [
            {"number": number, **with_digest(_row(note, deleted))}
            for number, note in zip(part, some, strict=True)
        ]
        with store.transaction() as connection:
            insert_all(connection, TABLE, rows)
        yield done
    return numbers


def _row(note: Note, deleted: bool = False, back_to: int = 0) -> dict[str, Any]:
    return {
        "id": note.id, "uid": note.uid, "lang": note.lang, "written": now(),
        "deleted": int(deleted), "back_to": back_to, "cipher": "", "content": note.to_json(),
    }  # fmt: skip
