"""Collections, bookmarks, reading and saved searches: what the person gathers."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from kb_app.library.revisions import now
from kb_app.store import Store

READING_LIST = "reading-list"


@dataclass(frozen=True)
class Item:
    """An entry in a collection, with a remark."""

    uid: str
    remark: str


@dataclass(frozen=True)
class Collection:
    """An ordered row of entries; an entry may be in many."""

    id: str
    title: str
    remark: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Reading:
    """What was opened, and how far it was read (paragraph number)."""

    uid: str
    lang: str
    paragraph: int
    opened: str


class Collections:
    """What the person gathers, kept in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(self, title: str, remark: str = "", collection_id: str = "") -> Collection:
        """A new, empty collection."""
        collection = Collection(collection_id or str(uuid.uuid4()), title.strip(), remark, ())
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO collection VALUES (?, ?, ?, ?)",
                (collection.id, collection.title, remark, now()),
            )
        return collection

    def all(self) -> list[Collection]:
        """Every collection by title."""
        rows = self._store.rows("SELECT * FROM collection ORDER BY title COLLATE NOCASE")
        return [self._with_items(row["id"], row["title"], row["remark"]) for row in rows]

    def get(self, collection_id: str) -> Collection | None:
        """The collection with that id, or None."""
        rows = self._store.rows("SELECT * FROM collection WHERE id = ?", (collection_id,))
        return (
            self._with_items(rows[0]["id"], rows[0]["title"], rows[0]["remark"]) if rows else None
        )

    def _with_items(self, collection_id: str, title: str, remark: str) -> Collection:
        rows = self._store.rows(
            "SELECT uid, remark FROM collection_item WHERE collection = ? ORDER BY place, uid",
            (collection_id,),
        )
        items = tuple(Item(row["uid"], row["remark"]) for row in rows)
        return Collection(collection_id, title, remark, items)

    def arrange(self, collection_id: str, items: tuple[Item, ...]) -> None:
        """Set what a collection holds, in this order."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM collection_item WHERE collection = ?", (collection_id,))
            connection.executemany(
                "INSERT INTO collection_item VALUES (?, ?, ?, ?)",
                [(collection_id, item.uid, place, item.remark) for place, item in enumerate(items)],
            )

    def add(self, collection_id: str, uid: str, remark: str = "") -> None:
        """Add an entry at the end; adding it twice changes only its remark."""
        collection = self.get(collection_id)
        held = collection.items if collection else ()
        rest = tuple(item for item in held if item.uid != uid)
        self.arrange(collection_id, (*rest, Item(uid, remark)))

    def delete(self, collection_id: str) -> None:
        """Remove a collection; its entries stay in the library."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM collection WHERE id = ?", (collection_id,))

    # --- reading --------------------------------------------------------------------

    def opened(self, uid: str, lang: str, paragraph: int = 0) -> None:
        """Remember that an entry was opened, and where."""
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO reading VALUES (?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET "
                "lang = excluded.lang, paragraph = excluded.paragraph, opened = excluded.opened",
                (uid, lang, paragraph, now()),
            )

    def recent(self, limit: int = 10) -> list[Reading]:
        """What was opened last, newest first."""
        rows = self._store.rows("SELECT * FROM reading ORDER BY opened DESC LIMIT ?", (limit,))
        return [Reading(r["uid"], r["lang"], r["paragraph"], r["opened"]) for r in rows]

    def toggle_bookmark(self, uid: str, lang: str, paragraph: int) -> bool:
        """Set or remove a bookmark; returns whether it is set now."""
        key = (uid, lang, paragraph)
        with self._store.transaction() as connection:
            gone = connection.execute(
                "DELETE FROM bookmark WHERE uid = ? AND lang = ? AND paragraph = ?", key
            ).rowcount
            if not gone:
                connection.execute("INSERT INTO bookmark VALUES (?, ?, ?, ?)", (*key, now()))
        return not gone

    def bookmarks(self, uid: str = "") -> list[tuple[str, str, int]]:
        """(uid, language, paragraph) of bookmarks, of one entry or of all."""
        where, values = ("WHERE uid = ?", (uid,)) if uid else ("", ())
        rows = self._store.rows(
            f"SELECT uid, lang, paragraph FROM bookmark {where} ORDER BY uid, lang, paragraph",
            values,
        )
        return [(row["uid"], row["lang"], row["paragraph"]) for row in rows]
