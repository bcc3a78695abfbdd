"""The start-up ladder: the program always opens, and says what it found.

Check; else the newest good backup, with whatever can still be read row by row from the
damaged file added to it; else the rows alone; else an empty store. The damaged file is
kept beside it, always.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Migrations

from kb_app.store.backups import (
    is_whole,
    list_backups,
    matches_digest,
    put_aside,
    restore,
)
from kb_app.store.store import Store, connect, open_store

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class StartupReport:
    """What was found at the start. `state`: "good", "new", "read-only", "restored" (from a
    backup), "salvaged" (rows of the damaged file alone) or "lost" (nothing was readable).

    `salvaged` counts rows of the damaged file that the backup did not have.
    """

    state: str
    backup: str = ""
    kept: str = ""
    salvaged: int = 0


def open_safely(
    database: Path, backups: Path, migration_sets: Sequence[Migrations]
) -> tuple[Store, StartupReport]:
    """Open the data by the ladder. Raises StoreNewer, DiskFull, StoreBusy."""
    existed = database.exists()
    if not existed or is_whole(database) or _is_locked(database):
        store = open_store(database, migration_sets)
        state = "read-only" if store.read_only else "good" if existed else "new"
        return store, StartupReport(state)
    damaged = put_aside(database, "damaged")
    assert damaged is not None
    good = next((b for b in list_backups(backups) if is_whole(b.path)), None)
    if good is not None:
        restore(good.path, database)
    store = open_store(database, migration_sets)
    salvaged = _salvage(damaged, store)
    state = "restored" if good else "salvaged" if salvaged else "lost"
    log.warning("data file damaged: %s, %s rows salvaged", state, salvaged)
    name = good.path.name if good else ""
    return store, StartupReport(state, name, damaged.name, salvaged)


def _is_locked(database: Path) -> bool:
    """Whether it is merely in use by another process: that is no damage."""
    try:
        with closing(connect(database, read_only=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return False
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    except sqlite3.DatabaseError:
        return False


def _salvage(damaged: Path, store: Store) -> int:
    """Copy every row that can still be read and is not there yet; table by table."""
    saved = 0
    tables = [
        row["name"]
        for row in store.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' "
            "ESCAPE '\\' AND name NOT LIKE 'sqlite%'"
        )
    ]
    try:
        source = connect(damaged, read_only=True)
    except sqlite3.Error:
        return 0
    with closing(source):
        store.connection.execute("PRAGMA foreign_keys = OFF")
        try:
            for table in tables:
                saved += _salvage_table(source, store, table)
        finally:
            store.connection.execute("PRAGMA foreign_keys = ON")
    return saved


def _salvage_table(source: sqlite3.Connection, store: Store, table: str) -> int:
    columns = [row["name"] for row in store.rows(f'PRAGMA table_info("{table}")')]
    has_digest = {"content", "sha256"} <= set(columns)
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" for _ in columns)
    saved = 0
    for direction in ("ASC", "DESC"):  # from both ends, up to the damage
        try:
            cursor = source.execute(f'SELECT {names} FROM "{table}" ORDER BY rowid {direction}')
            with store.transaction() as connection:
                while True:
                    try:
                        row = cursor.fetchone()
                    except sqlite3.Error:
                        break
                    if row is None:
                        break
                    values = dict(zip(columns, row, strict=True))
                    if has_digest and not matches_digest(values["content"], values["sha256"]):
                        continue
                    saved += connection.execute(
                        f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', row
                    ).rowcount
        except sqlite3.Error:
            continue
    return saved
