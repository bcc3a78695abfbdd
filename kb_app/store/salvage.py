"""What can still be read of a damaged file, row by row.

Each table is read from both ends up to the damage, and between them row by row. When even
the first page (header and schema) is gone, that of an undamaged copy of the same data is
lent to a copy of the file: the tables stand on the same pages.
"""

from __future__ import annotations

import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from kb_app.store import staging
from kb_app.store.connection import connect
from kb_app.store.digests import DigestTable, digest_tables
from kb_app.store.mirror import insert_row

MAX_SINGLE_ROWS = 200_000
_HEADER_BYTES = 100
_TYPES = {"TEXT": (str, type(None)), "INTEGER": (int, type(None)), "REAL": (float, int, type(None)),
          "BLOB": (bytes, str, type(None))}  # fmt: skip


def salvage(damaged: Path, target: sqlite3.Connection, related: bool) -> int:
    """Add to `target` the rows of a damaged file that it lacks; returns how many.

    Rows with a digest are taken only if they are sound. Of the others, which a person
    changes in place, the newer state of the damaged file is taken when `related` (the
    target was made from a backup of the same data, or is empty). Raises sqlite3.Error when
    the target cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "damaged.sqlite"
        try:
            shutil.copyfile(damaged, copy)
            if not _opens(copy):
                _lend_first_page(copy, target)
            source = connect(copy, read_only=True)
        except (OSError, sqlite3.Error):
            return 0
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN IMMEDIATE")
        try:
            with closing(source):
                saved = sum(_table(source, target, name, related) for name in _names(target))
            target.execute("COMMIT")
        except BaseException:
            target.execute("ROLLBACK")
            raise
        finally:
            target.execute("PRAGMA foreign_keys = ON")
        return saved


def _names(target: sqlite3.Connection) -> list[str]:
    rows = target.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if not name.startswith(("_", "sqlite_", staging.TABLE))]


def _opens(path: Path) -> bool:
    try:
        with closing(connect(path, read_only=True)) as connection:
            connection.execute("SELECT count(*) FROM setting").fetchone()
        return True
    except sqlite3.Error:
        return False


def _lend_first_page(path: Path, donor: sqlite3.Connection) -> None:
    """Write the donor's first page over that of the file. Raises OSError, sqlite3.Error."""
    size = int(donor.execute("PRAGMA page_size").fetchone()[0])
    file = Path(donor.execute("PRAGMA database_list").fetchone()[2])
    with file.open("rb") as source:
        page = bytearray(source.read(size))
    if len(page) < max(size, _HEADER_BYTES):
        return
    # Database file format, https://www.sqlite.org/fileformat2.html#the_database_header:
    # size in pages at 28, free list at 32 and 36, change counter at 24 equal to 92.
    struct.pack_into(">III", page, 28, max(1, path.stat().st_size // size), 0, 0)
    page[92:96] = page[24:28]
    with path.open("rb+") as target:
        target.write(page)


def _table(source: sqlite3.Connection, target: sqlite3.Connection, name: str, related: bool) -> int:
    guarded = next((t for t in digest_tables(target) if t.name == name), None)
    info = target.execute(f'PRAGMA table_info("{name}")').fetchall()
    columns = [row[1] for row in info]
    types = [_TYPES.get(str(row[2]).upper(), (object,)) for row in info]
    unpublished = staging.hidden(source, name)
    saved = 0
    for row in _readable(source, name, columns):
        if not all(isinstance(value, kinds) for value, kinds in zip(row, types, strict=True)):
            continue
        values = dict(zip(columns, row, strict=True))
        if any(values.get("number") in numbers for numbers in unpublished):
            continue
        try:
            if guarded is not None:
                saved += _add_sound(target, guarded, values)
            else:
                saved += _add_plain(target, name, values, related)
        except sqlite3.IntegrityError:
            continue  # an empty field that may not be empty: damage
    return saved


def _add_sound(target: sqlite3.Connection, table: DigestTable, row: dict[str, Any]) -> int:
    if not table.is_sound(row):
        return 0
    if table.is_file:
        return _add_plain(target, table.name, row, related=False)
    held = target.execute(f'SELECT 1 FROM "{table.name}" WHERE sha256 = ?', (row["sha256"],))
    if held.fetchone():
        return 0
    insert_row(target, table.name, row)
    return 1


def _add_plain(target: sqlite3.Connection, name: str, row: dict[str, Any], related: bool) -> int:
    same = " AND ".join(f'"{column}" IS ?' for column in row)
    if target.execute(f'SELECT 1 FROM "{name}" WHERE {same}', tuple(row.values())).fetchone():
        return 0
    names = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" for _ in row)
    how = "REPLACE" if related else "IGNORE"
    return target.execute(
        f'INSERT OR {how} INTO "{name}" ({names}) VALUES ({marks})', tuple(row.values())
    ).rowcount


def _readable(
    source: sqlite3.Connection, table: str, columns: list[str]
) -> Iterator[tuple[Any, ...]]:
    """Rows of a table in order, those that the damage hides left out."""
    names = ", ".join(f'"{column}"' for column in columns)
    below: list[tuple[Any, ...]] = []
    for row in _until_damage(source, f'SELECT rowid, {names} FROM "{table}" ORDER BY rowid'):
        below.append(row)
    above: list[tuple[Any, ...]] = []
    last = below[-1][0] if below else 0
    statement = f'SELECT rowid, {names} FROM "{table}" ORDER BY rowid DESC'
    for row in _until_damage(source, statement):
        if row[0] <= last:
            break
        above.append(row)
    between: list[tuple[Any, ...]] = []
    end = above[-1][0] if above else last
    if 1 < end - last <= MAX_SINGLE_ROWS:
        statement = f'SELECT rowid, {names} FROM "{table}" WHERE rowid = ?'
        for rowid in range(last + 1, end):
            between.extend(_until_damage(source, statement, (rowid,)))
    for row in (*below, *between, *reversed(above)):
        yield row[1:]


def _until_damage(
    source: sqlite3.Connection, statement: str, values: tuple[Any, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    try:
        yield from source.execute(statement, values)
    except (sqlite3.Error, OverflowError):
        return
