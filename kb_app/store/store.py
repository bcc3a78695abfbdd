"""One SQLite file with all that is the person's: opened, migrated, written in transactions.

Content and index can be rebuilt; this file cannot. `journal_mode=DELETE` with
`synchronous=EXTRA` loses no acknowledged write in a power cut (WAL with NORMAL did) and
opens on read-only media. A connection belongs to the thread that opened it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from kb_app.store.errors import DiskFull, StoreBusy, StoreNewer, StoreReadOnly

BUSY_MILLISECONDS = 5_000
settings_schema = Migrations("settings")


@settings_schema()
def m001_settings(db: Database) -> None:
    db.conn.execute("CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)")


class Store:
    """The opened data. `read_only` when it could not be opened for writing."""

    def __init__(self, path: Path, db: Database, read_only: bool) -> None:
        self.path = path
        self.db = db
        self.read_only = read_only

    @property
    def connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection = self.db.conn
        return connection

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything inside is saved together or not at all.

        Raises DiskFull, StoreBusy, StoreReadOnly. Inside, use plain `execute`:
        sqlite-utils commits at every call of its own.
        """
        if self.read_only:
            raise StoreReadOnly(self.path.parent.name)
        connection = self.connection
        if connection.in_transaction:
            yield connection  # part of a larger whole
            return
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            raise worded(error, self.path) from error

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """The rows of a question."""
        cursor = self.connection.execute(sql, values)
        cursor.row_factory = sqlite3.Row
        return cursor.fetchall()

    # --- settings -----------------------------------------------------------------

    def setting(self, name: str, default: Any = None) -> Any:
        """A remembered value (JSON)."""
        rows = self.rows("SELECT value FROM setting WHERE name = ?", (name,))
        try:
            return json.loads(rows[0]["value"]) if rows else default
        except ValueError:
            return default

    def set_setting(self, name: str, value: Any) -> None:
        """Remember a value (JSON)."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO setting VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, json.dumps(value, ensure_ascii=False, sort_keys=True)),
            )


def worded(error: sqlite3.OperationalError, path: Path) -> Exception:
    """The foreseen error behind SQLite's, or SQLite's own."""
    match error.sqlite_errorcode & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN:
            return StoreReadOnly(path.parent.name)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy()
        case _:
            return error


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """A connection with the modes that keep the person's data."""
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=True
    )
    connection.text_factory = lambda data: data.decode("utf-8", errors="replace")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if not read_only:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def open_store(path: Path, migration_sets: Sequence[Migrations]) -> Store:
    """Open the data, bringing an older file up to date first.

    Where the folder cannot be written an existing file is opened for reading only (and
    with none, an empty store in memory), so that the library stays usable. Raises
    StoreNewer, DiskFull; a damaged file raises sqlite3.DatabaseError (see `recovery`).
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        connection = connect(path)
        connection.execute("BEGIN IMMEDIATE")  # is it really writable?
        connection.execute("ROLLBACK")
    except (OSError, sqlite3.OperationalError) as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CANTOPEN) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            raise DiskFull from error
        if code == sqlite3.SQLITE_BUSY:
            raise StoreBusy from error
        if code not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
            raise
        return _open_read_only(path, migration_sets)
    db = Database(connection)
    try:
        _migrate(db, migration_sets)
    except sqlite3.OperationalError as error:
        connection.close()
        raise worded(error, path) from error
    except BaseException:
        connection.close()
        raise
    return Store(path, db, read_only=False)


def _open_read_only(path: Path, migration_sets: Sequence[Migrations]) -> Store:
    if path.exists():
        return Store(path, Database(connect(path, read_only=True)), read_only=True)
    db = Database(sqlite3.connect(":memory:", isolation_level=None))
    _migrate(db, migration_sets)
    return Store(path, db, read_only=True)


def _migrate(db: Database, migration_sets: Sequence[Migrations]) -> None:
    for migrations in (settings_schema, *migration_sets):
        known = {migration.name for migration in migrations.pending(Database(memory=True))}
        applied = {migration.name for migration in migrations.applied(db)}
        if unknown := sorted(applied - known):
            raise StoreNewer(unknown[0])
        if known - applied:
            migrations.apply(db)
