"""The plain-text mirror: every append-only row as a line of JSON, beside the backups.

A line is added and flushed after each save, so that a data file that is damaged tomorrow
loses nothing that was written today. Anyone can read it without Batea.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kb_app.store.digests import DigestTable, canonical, digest_tables, row_digest
from kb_app.store.files import FolderLock, write_whole

NAME = "notes.jsonl"
LOCK_SECONDS = 5.0


@dataclass(frozen=True)
class Line:
    """A sound line of the mirror: a row of a table."""

    table: str
    row: Mapping[str, Any]


class Mirror:
    """The file `notes.jsonl` of a backup folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._lock = folder / f".{NAME}.lock"

    def add(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows and flush them. Raises OSError."""
        data = "".join(f"{_line(table, row)}\n" for row in rows).encode("utf-8", errors="replace")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FolderLock(self._lock).held_for(LOCK_SECONDS):
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                if os.lseek(handle, 0, os.SEEK_END) > 0:
                    os.lseek(handle, -1, os.SEEK_END)
                    if os.read(handle, 1) != b"\n":
                        data = b"\n" + data  # the last line was torn by a power cut
                while data:
                    data = data[os.write(handle, data) :]
                os.fsync(handle)
            finally:
                os.close(handle)

    def read(self) -> tuple[list[Line], int]:
        """The sound lines, and how many were not. A file that is not there is empty."""
        try:
            text = self.path.read_bytes().decode("utf-8", errors="replace")
        except OSError:
            return [], 0
        lines = [line for line in text.split("\n") if line.strip("\0 \r")]
        found = [parsed for line in lines if (parsed := _parsed(line)) is not None]
        return found, len(lines) - len(found)

    def rewrite(self, connection: sqlite3.Connection) -> None:
        """Write the file anew from the tables. Raises OSError, sqlite3.Error."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lines = [
            _line(t.name, row) for t in mirrored_tables(connection) for row in t.rows(connection)
        ]
        data = "".join(f"{line}\n" for line in lines).encode("utf-8", errors="replace")
        with FolderLock(self._lock).held_for(LOCK_SECONDS):
            write_whole(self.path, data)

    def put_aside(self, why: str) -> None:
        """Give the file a name of its own: what follows begins a new one. Raises OSError."""
        if self.path.exists():
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
            self.path.rename(self.path.with_name(f"notes-{why}-{stamp}.jsonl"))

    def agree(self, connection: sqlite3.Connection) -> int:
        """Make file and tables hold the same; returns how many rows the tables had lost.

        Restoring and purging begin the file anew, so a line that the tables lack is a row
        that a disk promised to keep and did not. Raises OSError, sqlite3.Error.
        """
        lines, broken = self.read()
        held = {row["sha256"] for t in mirrored_tables(connection) for row in t.rows(connection)}
        back = put_back(connection, lines)
        if broken or back or not held <= {line.row["sha256"] for line in lines}:
            self.rewrite(connection)
        return back


def put_back(connection: sqlite3.Connection, lines: Iterable[Line]) -> int:
    """Add the rows of the mirror that the tables lack; returns how many. One transaction.

    A row takes its own number again, so that the order of a note's revisions stays; where
    another row has that number, it goes to the end. Raises sqlite3.Error.
    """
    tables = {table.name: table for table in mirrored_tables(connection)}
    held = {row["sha256"] for t in tables.values() for row in t.rows(connection)}
    lost = [
        line
        for line in lines
        if line.row["sha256"] not in held
        and line.table in tables
        and set(line.row) == set(tables[line.table].columns)
    ]
    if not lost:
        return 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        for line in sorted(lost, key=lambda found: int(found.row["number"])):
            if line.row["sha256"] not in held:
                held.add(line.row["sha256"])
                insert_row(connection, line.table, dict(line.row))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return len({line.row["sha256"] for line in lost})


def insert_row(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    """Add a row under its own number, or under a new one when that is taken."""
    taken = connection.execute(
        f'SELECT 1 FROM "{table}" WHERE number = ?', (row["number"],)
    ).fetchone()
    values = {name: value for name, value in row.items() if not (taken and name == "number")}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _ in values)
    connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))


def mirrored_tables(connection: sqlite3.Connection) -> list[DigestTable]:
    """The append-only tables: those that the mirror holds."""
    return [table for table in digest_tables(connection) if not table.is_file]


def _line(table: str, row: Mapping[str, Any]) -> str:
    return canonical({"table": table, "row": dict(row)})


def _parsed(line: str) -> Line | None:
    try:
        held = json.loads(line)
        row = held["row"]
        sound = isinstance(row["number"], int) and row_digest(row) == row["sha256"]
        return Line(str(held["table"]), row) if sound else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
