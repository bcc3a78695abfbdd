"""Tables of the workshops: append-only plans, and what happened in the room."""

from sqlite_utils import Database, Migrations

migrations = Migrations("workshops")


@migrations()
def m001_workshops(db: Database) -> None:
    """Plans as revisions with digests; the present one is the last."""
    db.conn.execute(
        "CREATE TABLE workshop_revision (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT "
        "NULL, written TEXT NOT NULL, deleted INTEGER NOT NULL, content TEXT NOT NULL, "
        "sha256 TEXT NOT NULL)"
    )
    db.conn.execute("CREATE INDEX workshop_revision_id ON workshop_revision (id, number)")


@migrations()
def m002_room(db: Database) -> None:
    """Attendance, votes, before/after results, commitments, outreach."""
    db.conn.execute(
        "CREATE TABLE attendee (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, name TEXT NOT NULL, "
        "sex TEXT NOT NULL, age TEXT NOT NULL, institution TEXT NOT NULL, municipality TEXT NOT "
        "NULL, consent INTEGER NOT NULL, days TEXT NOT NULL, place INTEGER NOT NULL)"
    )
    db.conn.execute(
        "CREATE TABLE vote (workshop TEXT NOT NULL, question TEXT NOT NULL, option INTEGER NOT "
        "NULL, hands INTEGER NOT NULL, PRIMARY KEY (workshop, question, option))"
    )
    db.conn.execute(
        "CREATE TABLE result (workshop TEXT NOT NULL, code TEXT NOT NULL, moment TEXT NOT NULL, "
        "right_answers INTEGER NOT NULL, questions INTEGER NOT NULL, "
        "PRIMARY KEY (workshop, code, moment))"
    )
    db.conn.execute(
        "CREATE TABLE commitment (id TEXT PRIMARY KEY, workshop TEXT NOT NULL, team TEXT NOT NULL, "
        "what TEXT NOT NULL, who TEXT NOT NULL, due TEXT NOT NULL, indicator TEXT NOT NULL, "
        "support TEXT NOT NULL, state TEXT NOT NULL)"
    )
    db.conn.execute(
        "CREATE TABLE outreach (id TEXT PRIMARY KEY, day TEXT NOT NULL, place TEXT NOT NULL, "
        "what TEXT NOT NULL, women INTEGER NOT NULL, men INTEGER NOT NULL, workshop TEXT NOT NULL)"
    )


@migrations()
def m003_questions_of_a_result(db: Database) -> None:
    """Which questions a test had: the plan's may be others by now. A JSON list of ids, "" where
    it is not known.
    """
    db.conn.execute("ALTER TABLE result ADD COLUMN test TEXT NOT NULL DEFAULT ''")
