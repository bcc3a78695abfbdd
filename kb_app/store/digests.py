"""Rows that carry their own digest, so that no damage passes for content.

SQLite's `integrity_check` does not see every kind of damage: a flipped bit inside a text is
still a text. Two conventions, known by their columns, cover what cannot be made again:

* `content` and `sha256`: an append-only row; `sha256` is over all its other columns but
  `number`, the key that counts upwards. Such rows are also lines of the plain-text mirror.
* `raw` and `sha256`: a kept file; `sha256` is over its bytes.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from kb_app.store import staging

_OUTSIDE = ("number", "sha256")


def canonical(value: Any) -> str:
    """JSON in one stable spelling: sorted keys, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def row_digest(row: Mapping[str, Any]) -> str:
    """SHA-256 (hex) over all columns of an append-only row but `number` and `sha256`."""
    held = {name: row[name] for name in row if name not in _OUTSIDE}
    return sha256(canonical(held).encode("utf-8", errors="replace")).hexdigest()


def with_digest(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row for an append-only table, with its digest."""
    return {**row, "sha256": row_digest(row)}


def insert_all(
    connection: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Add rows of the same columns to a table. Raises sqlite3.Error."""
    if rows:
        names = ", ".join(f'"{name}"' for name in rows[0])
        marks = ", ".join("?" for _ in rows[0])
        connection.executemany(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', [(*row.values(),) for row in rows]
        )


def append(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    """Add a row with its digest to an append-only table. Raises sqlite3.Error."""
    insert_all(connection, table, [with_digest(row)])


@dataclass(frozen=True)
class DigestTable:
    """A table whose rows carry a digest; `is_file` when it is over the bytes of `raw`.
    `may_hide`: some of its rows may not be published yet.
    """

    name: str
    columns: tuple[str, ...]
    is_file: bool
    may_hide: bool = False

    def is_sound(self, row: Mapping[str, Any]) -> bool:
        """Whether a row is what was written."""
        try:
            if self.is_file:
                return bool(sha256(row["raw"]).hexdigest() == row["sha256"])
            return bool(row_digest(row) == row["sha256"])
        except (TypeError, ValueError, KeyError, IndexError):
            return False

    def rows(
        self, connection: sqlite3.Connection, after: int = 0, last: int = sys.maxsize
    ) -> Iterator[dict[str, Any]]:
        """Published rows in the order they were added. Raises sqlite3.DatabaseError."""
        shown = f" AND {staging.published(self.name)}" if self.may_hide else ""
        cursor = connection.execute(
            f'SELECT * FROM "{self.name}" WHERE rowid > ? AND rowid <= ?{shown} ORDER BY rowid',
            (after, last),
        )
        for row in cursor:
            yield dict(zip(self.columns, row, strict=True))


def digest_tables(connection: sqlite3.Connection) -> list[DigestTable]:
    """The tables of a database that follow one of the conventions."""
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    found = []
    for name in names:
        columns = tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{name}")'))
        if "sha256" in columns and ("raw" in columns or {"content", "number"} <= set(columns)):
            may_hide = staging.TABLE in names and "number" in columns
            found.append(DigestTable(name, columns, "raw" in columns, may_hide))
    return sorted(found, key=lambda table: table.name)


def unsound_rows(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """(table, position) of rows that are not what was written. Raises sqlite3.DatabaseError."""
    return [
        (table.name, position)
        for table in digest_tables(connection)
        for position, row in enumerate(table.rows(connection), start=1)
        if not table.is_sound(row)
    ]
