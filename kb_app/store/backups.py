"""Backups of the person's data: made by SQLite's online backup, checked on the copy, rotated.

Five latest, one for each of seven days, four weeks and twelve months. Restoring never
overwrites: what is there is put aside first.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kb_app.store.connection import connect, primary_code, worded
from kb_app.store.digests import unsound_rows
from kb_app.store.errors import BackupUnusable, FileExists, FolderUnwritable
from kb_app.store.files import flush_file, flush_folder, keep_copy
from kb_app.store.mirror import Mirror
from kb_app.store.store import Store

KEEP_LATEST, KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 5, 7, 4, 12
BACKUP_MINUTES = 30
_NAME = re.compile(r"batea-(\d{8}T\d{6}Z)(?:-(\d+))?\.sqlite")
_UNFINISHED = ".unfinished"
_UNFINISHED_HOURS = 1


@dataclass(frozen=True)
class Backup:
    """A backup in the folder: when it was made (UTC) and its size in bytes."""

    path: Path
    made: datetime
    size: int


def list_backups(folder: Path) -> list[Backup]:
    """The backups of a folder, newest first."""
    found = []
    for path in folder.glob("batea-*.sqlite"):
        match = _NAME.fullmatch(path.name)
        with contextlib.suppress(OSError, ValueError):
            if match:
                made = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                found.append((made, int(match[2] or 1), Backup(path, made, path.stat().st_size)))
    return [backup for _, _, backup in sorted(found, key=lambda f: f[:2], reverse=True)]


def make_backup(store: Store, folder: Path, now: datetime | None = None) -> Path:
    """Copy the data into the folder, check the copy, drop what the rotation no longer keeps.

    Raises DiskFull, FolderUnwritable, BackupUnusable (when the copy is not whole: the old
    ones stay).
    """
    return backup_of(store.connection, folder, now)


def backup_of(connection: sqlite3.Connection, folder: Path, now: datetime | None = None) -> Path:
    """`make_backup` of a database that is not a store yet (before it is migrated)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnwritable(folder.name) from error
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    path = folder / f"batea-{stamp}.sqlite"
    position = 1
    while path.exists():
        position += 1
        path = folder / f"batea-{stamp}-{position}.sqlite"
    _copy(connection, path)
    rotate(folder)
    _sweep(folder)
    return path


def backup_if_due(store: Store, folder: Path, minutes: float = BACKUP_MINUTES) -> Path | None:
    """A backup when the data changed since the newest one, which is that old; else None.

    Raises what `make_backup` raises.
    """
    if store.read_only or store.opened is None:
        return None
    backups = list_backups(folder)
    if backups:
        changed = datetime.fromtimestamp(store.opened.stat().st_mtime, UTC)
        young = datetime.now(UTC) - backups[0].made < timedelta(minutes=minutes)
        if young or changed < backups[0].made:
            return None
    return make_backup(store, folder)


def copy_to(store: Store, path: Path) -> None:
    """Copy the data to a file that does not exist yet, whole and checked, or not at all.

    Raises FileExists, DiskFull, FolderUnwritable, BackupUnusable.
    """
    if path.exists():
        raise FileExists(path.name)
    _copy(store.connection, path)


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".batea-", suffix=_UNFINISHED)
        os.close(handle)
        temporary = Path(name)
        with closing(connect(temporary)) as target:
            connection.backup(target)
        if not is_whole(temporary):
            raise BackupUnusable(path.name)
        flush_file(temporary)
        temporary.replace(path)
        flush_folder(path.parent)
    except sqlite3.DatabaseError as error:
        said = worded(error, path)
        if said is error:
            raise
        raise said from error
    except OSError as error:
        raise FolderUnwritable(path.parent.name) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def is_whole(path: Path) -> bool:
    """Whether a file is an intact database of Batea: SQLite's own check, and the digest of
    every row that carries one (the check alone misses damage inside a text).
    """
    try:
        with closing(connect(path, read_only=True)) as connection:
            return flaw(connection) == ""
    except sqlite3.DatabaseError:
        return False


def flaw(connection: sqlite3.Connection) -> str:
    """What is wrong with a database of Batea: "" when nothing is, else "unreadable",
    "structure" (SQLite's own check), "foreign" (not of Batea) or "digest".

    Raises sqlite3.OperationalError when it is only busy or cannot be reached.
    """
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            return "structure"
        if not connection.execute(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'setting'"
        ).fetchone():
            return "foreign"
        return "digest" if unsound_rows(connection) else ""
    except sqlite3.DatabaseError as error:
        if primary_code(error) in (
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
        ):
            raise
        return "unreadable"


def restore(backup: Path, database: Path, mirror: Mirror | None = None) -> Path | None:
    """Put a backup in the place of the data and return where the data was put aside.

    Other windows notice and open the restored file. The mirror begins anew, because going
    back is what the person wants. Raises BackupUnusable, FolderUnwritable, DiskFull; then
    nothing has changed.
    """
    if not backup.is_file() or not is_whole(backup):
        raise BackupUnusable(backup.name)
    temporary = database.with_suffix(".restoring")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(backup, temporary)
        flush_file(temporary)
        if not is_whole(temporary):
            raise BackupUnusable(backup.name)
        if mirror is not None:
            mirror.put_aside("before-restore")
        return replace_keeping(database, temporary, "before-restore")
    except OSError as error:
        raise FolderUnwritable(database.parent.name) from error
    finally:
        temporary.unlink(missing_ok=True)


def replace_keeping(database: Path, successor: Path, why: str) -> Path | None:
    """Put `successor` in the place of the data; the data keeps a name of its own, returned.

    A cut at any moment leaves either file whole under the name of the data. Raises OSError.
    """
    aside: Path | None = None
    if database.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        aside = database.with_name(f"{database.stem}-{why}-{stamp}.sqlite")
        keep_copy(database, aside)
        journal = database.with_name(f"{database.name}-journal")
        if journal.exists():  # it would be played back into the successor
            journal.rename(aside.with_name(f"{aside.name}-journal"))
        flush_folder(database.parent)
    successor.replace(database)
    flush_folder(database.parent)
    return aside


def rotate(folder: Path) -> None:
    """Remove the backups that none of the four rules keeps."""
    backups = list_backups(folder)
    kept = {backup.path for backup in backups[:KEEP_LATEST]}
    for count, period in ((KEEP_DAYS, "%Y%j"), (KEEP_WEEKS, "%G%V"), (KEEP_MONTHS, "%Y%m")):
        newest: dict[str, Path] = {}
        for backup in backups:
            newest.setdefault(backup.made.strftime(period), backup.path)
        kept.update(list(newest.values())[:count])
    for backup in backups:
        if backup.path not in kept:
            backup.path.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove copies that a killed process left half made, once they are surely nobody's."""
    limit = datetime.now(UTC).timestamp() - _UNFINISHED_HOURS * 3600
    for path in folder.glob(f".batea-*{_UNFINISHED}*"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < limit:
                path.unlink()
