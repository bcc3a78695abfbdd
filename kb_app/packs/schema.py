"""Tables of packs in the person's data."""

from sqlite_utils import Database, Migrations

migrations = Migrations("packs")


@migrations()
def m001_packs(db: Database) -> None:
    """What was taken in, whose keys are known, and which file an image name stands for."""
    db.conn.execute(
        "CREATE TABLE pack_import (id TEXT PRIMARY KEY, pack_id TEXT NOT NULL, sha256 TEXT NOT "
        "NULL, size INTEGER NOT NULL, kind TEXT NOT NULL, in_reply_to TEXT NOT NULL, title TEXT "
        "NOT NULL, publisher TEXT NOT NULL, publisher_name TEXT NOT NULL, key TEXT NOT NULL, "
        "created TEXT NOT NULL, imported TEXT NOT NULL, undone TEXT NOT NULL DEFAULT '', "
        "log TEXT NOT NULL, journal TEXT NOT NULL)"
    )
    db.conn.execute(
        "CREATE TABLE publisher_key (publisher TEXT PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT "
        "NULL, since TEXT NOT NULL)"
    )
    db.conn.execute(
        "CREATE TABLE medium (uid TEXT NOT NULL, name TEXT NOT NULL, file TEXT NOT NULL, "
        "PRIMARY KEY (uid, name))"
    )


@migrations()
def m002_concepts(db: Database) -> None:
    """Words that packs add to the glossary: a row of it as JSON."""
    db.conn.execute(
        "CREATE TABLE concept (id TEXT PRIMARY KEY, pack_id TEXT NOT NULL, content TEXT NOT NULL)"
    )


@migrations()
def m003_journal(db: Database) -> None:
    """Long lists of an import's journal, written before the import is seen."""
    db.conn.execute(
        "CREATE TABLE journal_part (import TEXT NOT NULL, name TEXT NOT NULL, rows TEXT NOT NULL)"
    )
    db.conn.execute("CREATE INDEX journal_part_import ON journal_part (import)")
