"""Backups of the person's data: made by SQLite's online backup, checked on the copy, rotated.

Five latest, one for each of seven days, four weeks and twelve months. Restoring never
overwrites: what is there is put aside first.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from kb_app.store.errors import BackupUnusable, FileExists
from kb_app.store.store import Store, connect, worded

KEEP_LATEST, KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 5, 7, 4, 12
_NAME = re.compile(r"batea-(\d{8}T\d{6}Z)(?:-(\d+))?\.sqlite")


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
        if match:
            made = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found.append(Backup(path, made, path.stat().st_size))
    return sorted(found, key=lambda b: (b.made, b.path.name), reverse=True)


def make_backup(store: Store, folder: Path, now: datetime | None = None) -> Path:
    """Copy the data into the folder, check the copy, drop what the rotation no longer keeps.

    Raises DiskFull, BackupUnusable (when the copy is not whole: the old ones stay).
    """
    folder.mkdir(parents=True, exist_ok=True)
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    path = folder / f"batea-{stamp}.sqlite"
    position = 1
    while path.exists():
        position += 1
        path = folder / f"batea-{stamp}-{position}.sqlite"
    copy_to(store, path)
    rotate(folder)
    return path


def copy_to(store: Store, path: Path) -> None:
    """Copy the data to a file that does not exist yet, whole and checked, or not at all.

    Raises FileExists, DiskFull, BackupUnusable.
    """
    if path.exists():
        raise FileExists(path.name)
    temporary = path.with_suffix(".part")
    try:
        with closing(sqlite3.connect(temporary)) as target:
            store.connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        if not is_whole(temporary):
            raise BackupUnusable(path.name)
        temporary.replace(path)
    except sqlite3.OperationalError as error:
        raise worded(error, path) from error
    finally:
        temporary.unlink(missing_ok=True)


def is_whole(path: Path) -> bool:
    """Whether a file is an intact database of Batea: SQLite's own check, and the digest of
    every row that carries one (the check alone misses damage inside a text).
    """
    try:
        with closing(connect(path, read_only=True)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return False
            connection.execute("SELECT count(*) FROM setting").fetchone()
            return all(
                matches_digest(content, digest)
                for table in digest_tables(connection)
                for content, digest in connection.execute(f'SELECT content, sha256 FROM "{table}"')
            )
    except sqlite3.DatabaseError:
        return False


def digest_tables(connection: sqlite3.Connection) -> list[str]:
    """Tables whose rows carry the SHA-256 of their `content`."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master AS t WHERE type = 'table' AND 2 = (SELECT count(*) "
        "FROM pragma_table_info(t.name) WHERE name IN ('content', 'sha256'))"
    )
    return [row[0] for row in rows]


def matches_digest(content: object, digest: object) -> bool:
    """Whether a text is the one that its digest was taken of."""
    return sha256(str(content).encode("utf-8", errors="replace")).hexdigest() == digest


def restore(backup: Path, database: Path) -> Path | None:
    """Put a backup in the place of the data and return where the data was put aside.

    Nothing may have the data open. Raises BackupUnusable; then nothing has changed.
    """
    if not backup.is_file() or not is_whole(backup):
        raise BackupUnusable(backup.name)
    database.parent.mkdir(parents=True, exist_ok=True)
    temporary = database.with_suffix(".restoring")
    shutil.copyfile(backup, temporary)
    if not is_whole(temporary):
        temporary.unlink()
        raise BackupUnusable(backup.name)
    aside = put_aside(database, "before-restore")
    temporary.replace(database)
    return aside


def put_aside(database: Path, why: str) -> Path | None:
    """Move the data (and its journal) to a name of its own; None when there is none."""
    if not database.exists():
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = database.with_name(f"{database.stem}-{why}-{stamp}.sqlite")
    database.rename(aside)
    journal = database.with_name(database.name + "-journal")
    if journal.exists():
        journal.rename(aside.with_name(aside.name + "-journal"))
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
