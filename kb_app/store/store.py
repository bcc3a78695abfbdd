"""One SQLite file with all that is the person's: opened, migrated, written in transactions.

Content and index can be rebuilt; this file cannot. A connection belongs to one thread: the
store opens one for each thread that asks, so that services may be used from any.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from sqlite_utils import Database, Migrations

from kb_app.store import staging
from kb_app.store.ballast import Ballast
from kb_app.store.connection import connect, prepared, primary_code, worded
from kb_app.store.errors import DiskFull, StoreBusy, StoreDamaged, StoreNewer, StoreReadOnly
from kb_app.store.mirror import Mirror, mirrored_tables
from kb_app.store.queue import Queue

log = logging.getLogger(__name__)
settings_schema = Migrations("settings")
T = TypeVar("T")


@settings_schema()
def m001_settings(db: Database) -> None:
    db.conn.execute("CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)")


@settings_schema()
def m002_unpublished(db: Database) -> None:
    staging.create(db)


@dataclass
class _Link:
    """A thread's connection and which file it is of (a restore puts another in its place)."""

    connection: sqlite3.Connection
    db: Database
    file: tuple[int, int] | None


@dataclass(eq=False)
class Store:
    """The opened data. `read_only` when it could not be opened for writing.

    `path` is where the data belongs; `opened` what was really opened, which is another
    place only for reading (a copy, or memory).
    """

    path: Path
    read_only: bool
    connector: Callable[[], sqlite3.Connection]
    opened: Path | None = None
    mirror: Mirror | None = None
    ballast: Ballast | None = None
    mirror_behind: bool = False
    _links: dict[int, _Link] = field(default_factory=dict)
    _mirrored: dict[str, int] = field(default_factory=dict)
    _guard: threading.RLock = field(default_factory=threading.RLock)
    _writing: Queue = field(default_factory=Queue)
    _mirroring: Queue = field(default_factory=Queue)

    # --- connections ----------------------------------------------------------------

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection. Raises StoreDamaged when the file has gone."""
        return self._link().connection

    @property
    def db(self) -> Database:
        """This thread's connection with the comforts of sqlite-utils, for reading."""
        return self._link().db

    def _link(self) -> _Link:
        # The system gives the number of a thread that ended to a later one: that one may
        # well go on with its connection, so there are never more than threads at a time.
        thread = threading.get_ident()
        with self._guard:
            link = self._links.get(thread)
            if link is not None and link.connection.in_transaction:
                return link
            file = _file_id(self.opened) if self.opened else None
            if link is not None and link.file == file:
                return link
            if link is not None:
                link.connection.close()
            if self.opened and file is None:
                self._links.pop(thread, None)
                raise StoreDamaged
            try:
                connection = self.connector()
            except sqlite3.DatabaseError as error:
                raise worded(error, self.path) from error
            self._links[thread] = _Link(connection, Database(connection), file)
            return self._links[thread]

    def close(self) -> None:
        """Close the connections of all threads; none may be in the middle of something."""
        with self._guard:
            for link in self._links.values():
                link.connection.close()
            self._links.clear()

    # --- writing --------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything inside is saved together or not at all; one inside another is part of it.

        Raises DiskFull, StoreBusy, StoreDamaged, StoreReadOnly. Inside, use plain `execute`:
        sqlite-utils commits at every call of its own.
        """
        if self.read_only:
            raise StoreReadOnly(self.path.parent.name)
        connection = self.connection
        if connection.in_transaction:
            yield connection  # part of a larger whole
            return
        try:
            with self._writing:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
        except sqlite3.DatabaseError as error:
            said = worded(error, self.path)
            if isinstance(said, DiskFull):
                said.reserve = self.ballast is not None and self.ballast.give_up()
            if said is error:
                raise
            raise said from error
        self._mirror_new_rows(connection)

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in a transaction; once more with the reserve when the disk is full.

        Raises what `transaction` raises.
        """
        try:
            with self.transaction() as connection:
                return work(connection)
        except DiskFull as error:
            if not error.reserve:
                raise
        with self.transaction() as connection:
            return work(connection)

    def start_mirror(self, mirror: Mirror) -> int:
        """Keep the plain-text mirror from now on; returns how many lost rows it gave back.

        Raises OSError, sqlite3.Error: then the store works without it.
        """
        back = mirror.agree(self.connection)
        self.mirror = mirror
        for table in mirrored_tables(self.connection):
            self._mirrored[table.name] = _last_number(self.connection, table.name)
        return back

    def rewrite_mirror(self) -> None:
        """Begin the mirror anew: rows were purged on purpose. Raises OSError."""
        with self._mirroring:
            if self.mirror is not None:
                self.mirror.rewrite(self.connection)

    def _mirror_new_rows(self, connection: sqlite3.Connection) -> None:
        """After the commit: the rows are safe already, the mirror is the second net."""
        with self._mirroring:
            self._catch_up(connection)

    def _catch_up(self, connection: sqlite3.Connection) -> None:
        if self.mirror is None:
            return
        try:
            for table in mirrored_tables(connection):
                new = list(table.rows(connection, self._mirrored.get(table.name, 0)))
                if new:
                    self.mirror.add(table.name, new)
                    self._mirrored[table.name] = int(new[-1]["number"])
            self.mirror_behind = False
        except (OSError, sqlite3.Error) as error:
            self.mirror_behind = True  # the next save tries again, and so does the start
            log.warning("the mirror was not written: %s", error)

    # --- in many turns (see `kb_app.store.staging`) -----------------------------------

    def reserve(self, table: str, count: int) -> range:
        """Numbers of an append-only table for rows that are not to be seen yet. Raises what
        `transaction` raises.
        """
        with self.transaction() as connection:
            first = staging.reserve(connection, table, count)
        numbers = range(first, first + count)
        with self._mirroring:
            self._catch_up(connection)  # what was saved before the range, and nothing of it
            self._mirrored[table] = max(self._mirrored.get(table, 0), numbers[-1])
        return numbers

    def withdraw(self, table: str) -> None:
        """Take away the rows of a table that were never published. Raises what `transaction`
        raises.
        """
        for numbers in staging.hidden(self.connection, table):
            for part in staging.turns(numbers):
                with self.transaction() as connection:
                    staging.remove(connection, table, part)
            with self.transaction() as connection:
                staging.publish(connection, table, numbers)

    def mirror_published(self, table: str, numbers: range) -> None:
        """Write rows that have been published to the mirror, some at a time."""
        for part in staging.turns(numbers):
            with self._mirroring:
                try:
                    self._mirror_rows(table, part)
                except (OSError, sqlite3.Error) as error:
                    self.mirror_behind = True  # the next start sees what the mirror lacks
                    log.warning("the mirror was not written: %s", error)
                    return

    def _mirror_rows(self, name: str, numbers: range) -> None:
        for table in mirrored_tables(self.connection):
            if self.mirror is not None and table.name == name:
                rows = table.rows(self.connection, numbers.start - 1, numbers[-1])
                self.mirror.add(name, list(rows))

    # --- reading --------------------------------------------------------------------

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """The rows of a question. Raises StoreBusy, StoreDamaged."""
        try:
            cursor = self.connection.execute(sql, values)
            cursor.row_factory = sqlite3.Row
            return cursor.fetchall()
        except sqlite3.DatabaseError as error:
            said = worded(error, self.path)
            if said is error:
                raise
            raise said from error

    # --- settings -------------------------------------------------------------------

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


def open_store(path: Path, migration_sets: Sequence[Migrations]) -> Store:
    """Open the data, bringing an older file up to date first.

    Where the folder cannot be written an existing file is opened for reading only (and
    with none, an empty store in memory), so that the library stays usable. Raises
    StoreNewer, StoreBusy, DiskFull; a damaged file raises sqlite3.DatabaseError: the
    program opens with `recovery.open_safely`, which climbs down the ladder.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            path.parent.chmod(0o700)
        connection = connect(path)
        try:
            connection.execute("BEGIN IMMEDIATE")  # is it really writable?
            connection.execute("ROLLBACK")
            migrate(connection, migration_sets)
        finally:
            connection.close()
    except (OSError, sqlite3.DatabaseError) as error:
        code = primary_code(error) if isinstance(error, sqlite3.Error) else sqlite3.SQLITE_CANTOPEN
        said = worded(error, path) if isinstance(error, sqlite3.Error) else error
        if isinstance(said, (DiskFull, StoreBusy)):
            raise said from error
        if code not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
            raise
        return open_for_reading(path, migration_sets)
    return Store(path, False, lambda: connect(path, must_exist=True), opened=path)


def open_for_reading(path: Path, migration_sets: Sequence[Migrations]) -> Store:
    """Open data that cannot be written; with none there, an empty store in memory.

    Raises StoreNewer; sqlite3.DatabaseError when it must be copied first (a journal waits,
    or it is of an older version) or is damaged.
    """
    if path.exists():
        with contextlib.closing(connect(path, read_only=True)) as connection:
            if pending(connection, migration_sets):
                raise sqlite3.OperationalError("of an older version")
        return Store(path, True, lambda: connect(path, read_only=True), opened=path)
    uri = f"file:batea-{uuid4()}?mode=memory&cache=shared"
    store = Store(path, True, lambda: prepared(uri))
    migrate(store.connection, migration_sets)
    return store


def pending(connection: sqlite3.Connection, migration_sets: Sequence[Migrations]) -> bool:
    """Whether the data is of an older version. Raises StoreNewer."""
    db = Database(connection)
    older = False
    with contextlib.closing(sqlite3.connect(":memory:")) as nothing:
        for migrations in (settings_schema, *migration_sets):
            known = {migration.name for migration in migrations.pending(Database(nothing))}
            applied = {migration.name for migration in migrations.applied(db)}
            if unknown := sorted(applied - known):
                raise StoreNewer(unknown[0])
            older = older or bool(known - applied)
    return older


def migrate(connection: sqlite3.Connection, migration_sets: Sequence[Migrations]) -> None:
    """Bring the data up to date; each step whole or not at all. Raises StoreNewer."""
    if pending(connection, migration_sets):
        for migrations in (settings_schema, *migration_sets):
            migrations.apply(Database(connection))


def _file_id(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _last_number(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f'SELECT coalesce(max(number), 0) FROM "{table}"').fetchone()[0])
