"""Tables of the notes: append-only revisions; a deletion is a row like any other.

The notes as they are now are a view of their last revisions: there is nothing that could
disagree with them, and rows saved from a damaged file are in force at once. `sha256` is the
digest of the row (`kb_app.store.digests`). `back_to` is the number of the revision that an
undo went back to. `cipher` says how `content` is sealed: "" is plainly; it leaves room for
an encrypted notebook.
"""

from sqlite_utils import Database, Migrations

from kb_app.store import staging

migrations = Migrations("notes")


@migrations()
def m001_notes(db: Database) -> None:
    db.conn.execute(
        "CREATE TABLE note_revision (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, "
        "uid TEXT NOT NULL, lang TEXT NOT NULL, written TEXT NOT NULL, deleted INTEGER NOT NULL, "
        "back_to INTEGER NOT NULL, cipher TEXT NOT NULL, content TEXT NOT NULL, "
        "sha256 TEXT NOT NULL)"
    )
    db.conn.execute("CREATE INDEX note_revision_id ON note_revision (id, number)")
    db.conn.execute("CREATE INDEX note_revision_uid ON note_revision (uid, lang)")
    db.conn.execute(
        "CREATE TRIGGER note_revision_is_append_only BEFORE UPDATE ON note_revision "
        "BEGIN SELECT RAISE(ABORT, 'revisions of notes are never changed'); END"
    )
    db.conn.execute(
        "CREATE VIEW note AS SELECT id, uid, lang, content, (SELECT min(number) FROM note_revision "
        "AS first WHERE first.id = last.id) AS first FROM note_revision AS last WHERE NOT deleted "
        "AND number = (SELECT max(number) FROM note_revision AS any WHERE any.id = last.id)"
    )


@migrations()
def m002_shown(db: Database) -> None:
    """Revisions that are written but not published yet are not seen."""
    db.conn.execute(
        "CREATE VIEW shown_revision AS SELECT * FROM note_revision WHERE "
        + staging.published("note_revision")
    )
    db.conn.execute("DROP VIEW note")
    db.conn.execute(
        "CREATE VIEW note AS SELECT number, id, uid, lang, content, (SELECT min(number) FROM "
        "shown_revision AS first WHERE first.id = last.id) AS first FROM shown_revision AS last "
        "WHERE NOT deleted AND number = (SELECT max(number) FROM shown_revision AS any WHERE "
        "any.id = last.id)"
    )
