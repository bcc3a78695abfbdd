"""A connection with the modes that keep the person's data, and SQLite's errors as ours."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from indexer.uris import database_uri
from kb_app.store.errors import DiskFull, StoreBusy, StoreDamaged, StoreReadOnly

BUSY_MILLISECONDS = 5_000
_NO_ROOM_BYTES = 256 * 1024


def connect(path: Path, read_only: bool = False, must_exist: bool = False) -> sqlite3.Connection:
    """Open a file. A connection belongs to one thread at a time; `Store` sees to that.

    `journal_mode=DELETE` with `synchronous=EXTRA` lost nothing in a model of power cuts,
    where WAL with NORMAL did, and it opens on read-only media.
    """
    mode = "ro" if read_only else "rw" if must_exist else "rwc"
    return prepared(f"{database_uri(path.absolute())}?mode={mode}", read_only)


def prepared(uri: str, read_only: bool = False) -> sqlite3.Connection:
    """Open a URI with our modes. Raises sqlite3.Error."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        # Damaged bytes inside a text must not stop the rows around them from being read.
        connection.text_factory = lambda data: data.decode("utf-8", errors="replace")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        if not read_only:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = EXTRA")
    except BaseException:
        connection.close()
        raise
    return connection


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 when Python made the error itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def worded(error: sqlite3.Error, path: Path) -> Exception:
    """The foreseen error behind SQLite's, or SQLite's own."""
    match primary_code(error):
        case sqlite3.SQLITE_FULL:
            return DiskFull()
        case sqlite3.SQLITE_IOERR if no_room(path.parent):
            return DiskFull()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN:
            return StoreReadOnly(path.parent.name)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy()
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return StoreDamaged()
        case _:
            return error


def no_room(folder: Path) -> bool:
    """Whether the disk of a folder has next to nothing left."""
    try:
        return shutil.disk_usage(folder).free < _NO_ROOM_BYTES
    except OSError:
        return False
