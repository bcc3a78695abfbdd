"""The start-up ladder: the program always opens, and says what it found.

Check; else the newest good backup, with the plain-text mirror and whatever can still be read
row by row from the damaged file added to it; else those alone; else an empty store. The new
file is made whole beside the damaged one before it takes its place, and the damaged one is
kept, always.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlite_utils import Migrations

from indexer.errors import KbError
from kb_app.store import staging
from kb_app.store.backups import (
    backup_if_due,
    backup_of,
    flaw,
    is_whole,
    list_backups,
    replace_keeping,
)
from kb_app.store.ballast import Ballast
from kb_app.store.connection import connect, primary_code, worded
from kb_app.store.errors import StoreBusy, StoreNewer
from kb_app.store.files import FolderLock, flush_file
from kb_app.store.mirror import Mirror, mirrored_tables, put_back
from kb_app.store.salvage import salvage
from kb_app.store.store import Store, migrate, open_for_reading, open_store, pending

log = logging.getLogger(__name__)
LOCK_SECONDS = 10.0


@dataclass(frozen=True)
class StartupReport:
    """What was found at the start. `state`: "good", "new", "read-only", "restored" (from a
    backup), "salvaged" (from the mirror and the rows that were readable) or "lost" (nothing
    was readable).

    `flaw` says what was wrong ("missing", "unreadable", "structure", "foreign", "digest"),
    `backup` and `kept` name files. `salvaged` counts rows of the damaged file, `mirrored`
    rows of the mirror, that the backup did not have. `unprotected`: no backup or mirror
    could be written.
    """

    state: str
    backup: str = ""
    kept: str = ""
    salvaged: int = 0
    mirrored: int = 0
    flaw: str = ""
    unprotected: bool = False

    @property
    def repaired(self) -> bool:
        """Whether something was wrong that the person should know of."""
        return self.state in ("restored", "salvaged", "lost") or self.mirrored > 0


def open_safely(
    database: Path, backups: Path, migration_sets: Sequence[Migrations]
) -> tuple[Store, StartupReport]:
    """Open the data by the ladder. Raises StoreNewer, DiskFull, StoreBusy."""
    lock = FolderLock(database.with_name("batea.lock"))
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        taken = lock.take(LOCK_SECONDS)
    except OSError:
        return _open_read_only(database, backups, migration_sets)
    if not taken:
        raise StoreBusy
    try:
        return _open(database, backups, migration_sets)
    finally:
        lock.release()


def _open(
    database: Path, backups: Path, migration_sets: Sequence[Migrations]
) -> tuple[Store, StartupReport]:
    mirror = Mirror(backups)
    try:
        found = _examine(database, backups, mirror)
        report = StartupReport("good" if database.exists() else "new")
        if found:
            report = _repair(database, backups, mirror, migration_sets, found)
        elif report.state == "good":
            _back_up_before_migrating(database, backups, migration_sets)
        store = open_store(database, migration_sets)
    except sqlite3.DatabaseError as error:
        if primary_code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return _open_read_only(database, backups, migration_sets)
        raise worded(error, database) from error
    except PermissionError:
        return _open_read_only(database, backups, migration_sets)
    if store.read_only:
        return store, StartupReport("read-only")
    return store, _protect(store, backups, mirror, report)


def _examine(database: Path, backups: Path, mirror: Mirror) -> str:
    """What is wrong with the data, "" when nothing is. A journal that waits is played back."""
    if database.exists() and database.stat().st_size:
        try:
            with closing(connect(database, must_exist=True)) as connection:
                return flaw(connection)
        except sqlite3.DatabaseError as error:
            if isinstance(said := worded(error, database), StoreBusy):
                raise said from error
            if primary_code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
            return "unreadable"
    had_data = any(is_whole(backup.path) for backup in list_backups(backups)) or mirror.read()[0]
    return "missing" if had_data else ""


def _repair(
    database: Path,
    backups: Path,
    mirror: Mirror,
    migration_sets: Sequence[Migrations],
    found: str,
) -> StartupReport:
    successor = database.with_suffix(".repairing")
    report = _rebuild(successor, database, backups, mirror, migration_sets)
    flush_file(successor)
    kept = replace_keeping(database, successor, "damaged")
    report = replace(report, kept=kept.name if kept else "", flaw=found)
    log.warning("the data file was damaged (%s): %s", found, report)
    return report


def _rebuild(
    target: Path,
    damaged: Path,
    backups: Path,
    mirror: Mirror,
    migration_sets: Sequence[Migrations],
) -> StartupReport:
    """Make a whole file from what there is. Raises OSError, sqlite3.Error."""
    for backup in list_backups(backups):
        _clear(target)
        if is_whole(backup.path):
            shutil.copyfile(backup.path, target)
            try:
                with closing(connect(target)) as connection:
                    migrate(connection, migration_sets)
                break
            except StoreNewer:
                continue
    else:
        _clear(target)
        backup = None
    with closing(connect(target)) as connection:
        migrate(connection, migration_sets)
        for table in mirrored_tables(connection):
            staging.clear(connection, table.name)
        salvaged = salvage(damaged, connection, related=True) if damaged.exists() else 0
        mirrored = put_back(connection, mirror.read()[0])
    if backup is not None:
        return StartupReport("restored", backup.path.name, "", salvaged, mirrored)
    return StartupReport("salvaged" if salvaged + mirrored else "lost", "", "", salvaged, mirrored)


def _clear(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-journal")):
        name.unlink(missing_ok=True)


def _back_up_before_migrating(
    database: Path, backups: Path, migration_sets: Sequence[Migrations]
) -> None:
    with closing(connect(database, must_exist=True)) as connection:
        if pending(connection, migration_sets):
            backup_of(connection, backups)


def _protect(store: Store, backups: Path, mirror: Mirror, report: StartupReport) -> StartupReport:
    """Mirror, reserve, and a backup when one is due: wanted, but no reason not to open."""
    try:
        report = replace(report, mirrored=report.mirrored + store.start_mirror(mirror))
        if report.state != "new":
            backup_if_due(store, backups)
    except (OSError, sqlite3.Error, KbError) as error:
        log.warning("backups or mirror cannot be written: %s", error)
        report = replace(report, unprotected=True)
    ballast = Ballast(store.path.parent)
    ballast.lay()
    store.ballast = ballast
    return report


def _open_read_only(
    database: Path, backups: Path, migration_sets: Sequence[Migrations]
) -> tuple[Store, StartupReport]:
    """Data that cannot be written: as it is, else a repaired copy in a temporary folder."""
    found = ""
    try:
        if database.exists():
            with closing(connect(database, read_only=True)) as connection:
                found = flaw(connection)
        if not found:
            return open_for_reading(database, migration_sets), StartupReport("read-only")
    except sqlite3.DatabaseError as error:
        log.info("read-only data needs a copy: %s", error)
    folder = Path(tempfile.mkdtemp(prefix="batea-"))
    copy = folder / database.name
    if not found:  # a journal waits, or it is of an older version: a copy can be written
        for path in (database, database.with_name(f"{database.name}-journal")):
            if path.exists():
                shutil.copyfile(path, folder / path.name)
        try:
            with closing(connect(copy)) as connection:
                found = flaw(connection) or found
                if not found:
                    migrate(connection, migration_sets)
        except sqlite3.DatabaseError:
            found = "unreadable"
    report = StartupReport("read-only", flaw=found)
    if found:
        made = _rebuild(copy, database, backups, Mirror(backups), migration_sets)
        report = replace(made, state="read-only", flaw=found)
    return Store(database, True, lambda: connect(copy, read_only=True), opened=copy), report
