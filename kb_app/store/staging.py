"""Rows that are written before they count: much is made ready in short turns, then shown at once.

A range of numbers of an append-only table is reserved, and rows are written into it a few at a
time, so that whoever saves something meanwhile hardly waits. Until the range is published views
and the mirror pass over its rows; if that never happens they are taken away again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

TABLE = "unpublished"
ROWS_A_TURN = 400


def create(db: Database) -> None:
    """Make the table of the ranges that are not published."""
    db.conn.execute(
        f"CREATE TABLE {TABLE} (name TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL)"
    )


def published(table: str) -> str:
    """The condition, in SQL, that a row of a table is in no such range."""
    return (
        f"NOT EXISTS (SELECT 1 FROM {TABLE} AS hidden WHERE hidden.name = '{table}' "
        f'AND "{table}".number BETWEEN hidden.first AND hidden.last)'
    )


def reserve(connection: sqlite3.Connection, table: str, count: int) -> int:
    """Reserve numbers of an AUTOINCREMENT table, not published yet; returns the first. Rows that
    others add meanwhile come after them. In a transaction.
    """
    found = connection.execute(
        f'SELECT max((SELECT coalesce(max(number), 0) FROM "{table}"), '
        "coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0))",
        (table,),
    ).fetchone()
    first = int(found[0]) + 1
    connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, first + count - 1))
    connection.execute(f"INSERT INTO {TABLE} VALUES (?, ?, ?)", (table, first, first + count - 1))
    return first


def publish(connection: sqlite3.Connection, table: str, numbers: range) -> None:
    """Show the rows of a range that was reserved. In a transaction."""
    connection.execute(f"DELETE FROM {TABLE} WHERE name = ? AND first = ?", (table, numbers.start))


def remove(connection: sqlite3.Connection, table: str, numbers: range) -> None:
    """Take rows away. In a transaction."""
    connection.execute(
        f'DELETE FROM "{table}" WHERE number BETWEEN ? AND ?', (numbers.start, numbers[-1])
    )


def clear(connection: sqlite3.Connection, table: str) -> None:
    """Take all rows away that are not published: of data that nobody else has open."""
    for numbers in hidden(connection, table):
        remove(connection, table, numbers)
        publish(connection, table, numbers)


def turns(numbers: range) -> Iterator[range]:
    """A range in parts, each small enough for a short turn."""
    for start in range(numbers.start, numbers.stop, ROWS_A_TURN):
        yield range(start, min(start + ROWS_A_TURN, numbers.stop))


def hidden(connection: sqlite3.Connection, table: str) -> list[range]:
    """The numbers of a table that are reserved and not published; none in older data."""
    try:
        rows = connection.execute(f"SELECT first, last FROM {TABLE} WHERE name = ?", (table,))
        return [range(first, last + 1) for first, last in rows]
    except sqlite3.DatabaseError:
        return []
