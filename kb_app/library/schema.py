"""Tables of the library in the person's data."""

from sqlite_utils import Database, Migrations

migrations = Migrations("library")


@migrations()
def m001_revisions(db: Database) -> None:
    """Every text that matters: (uid, lang, sha256), its parents, and the shelves it is on."""
    db.conn.execute(
        "CREATE TABLE revision (uid TEXT NOT NULL, lang TEXT NOT NULL, sha256 TEXT NOT NULL, "
        "slug TEXT NOT NULL, raw BLOB NOT NULL, parents TEXT NOT NULL, kept TEXT NOT NULL, "
        "PRIMARY KEY (uid, lang, sha256))"
    )
    db.conn.execute(
        "CREATE TABLE shelved (uid TEXT NOT NULL, lang TEXT NOT NULL, shelf TEXT NOT NULL, "
        "sha256 TEXT NOT NULL, PRIMARY KEY (uid, lang))"
    )


@migrations()
def m002_collections(db: Database) -> None:
    """Collections (ordered, a remark on each item), bookmarks, what was read last."""
    db.conn.execute(
        "CREATE TABLE collection (id TEXT PRIMARY KEY, title TEXT NOT NULL, "
        "remark TEXT NOT NULL DEFAULT '', created TEXT NOT NULL)"
    )
    db.conn.execute(
        "CREATE TABLE collection_item (collection TEXT NOT NULL REFERENCES collection(id) "
        "ON DELETE CASCADE, uid TEXT NOT NULL, place INTEGER NOT NULL, "
        "remark TEXT NOT NULL DEFAULT '', PRIMARY KEY (collection, uid))"
    )
    db.conn.execute(
        "CREATE TABLE bookmark (uid TEXT NOT NULL, lang TEXT NOT NULL, paragraph INTEGER NOT NULL, "
        "created TEXT NOT NULL, PRIMARY KEY (uid, lang, paragraph))"
    )
    db.conn.execute(
        "CREATE TABLE reading (uid TEXT PRIMARY KEY, lang TEXT NOT NULL, paragraph INTEGER "
        "NOT NULL, opened TEXT NOT NULL)"
    )
    db.conn.execute(
        "CREATE TABLE saved_search (id TEXT PRIMARY KEY, title TEXT NOT NULL, query TEXT NOT "
        "NULL, created TEXT NOT NULL)"
    )


@migrations()
def m003_arriving(db: Database) -> None:
    """Texts that an import has kept and not shown yet; `fresh` ones were not kept before."""
    db.conn.execute(
        "CREATE TABLE arriving_text (uid TEXT NOT NULL, lang TEXT NOT NULL, sha256 TEXT NOT NULL, "
        "fresh INTEGER NOT NULL, shelf TEXT NOT NULL, PRIMARY KEY (uid, lang, sha256))"
    )
