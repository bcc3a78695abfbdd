"""Collections: what the person gathers, in an order and with a remark on each item."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.errors import KbError
from kb_app.library.revisions import now
from kb_app.store import Store

READING_LIST = "reading-list"


@dataclass(eq=False)
class CollectionMissing(KbError):
    """There is no collection with that id."""

    collection: str


@dataclass(frozen=True)
class Item:
    """An entry in a collection, with a remark."""

    uid: str
    remark: str = ""


@dataclass(frozen=True)
class Collection:
    """An ordered row of entries; an entry may be in many."""

    id: str
    title: str
    remark: str
    items: tuple[Item, ...]


class Collections:
    """Collections kept in the store. The reading list is one of them, with a fixed id."""

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
        """Every collection by title; the reading list first."""
        rows = self._store.rows(
            "SELECT * FROM collection ORDER BY id <> ?, title COLLATE NOCASE, id", (READING_LIST,)
        )
        return [self._with_items(row["id"], row["title"], row["remark"]) for row in rows]

    def get(self, collection_id: str) -> Collection | None:
        """The collection with that id, or None."""
        rows = self._store.rows("SELECT * FROM collection WHERE id = ?", (collection_id,))
        return (
            self._with_items(rows[0]["id"], rows[0]["title"], rows[0]["remark"]) if rows else None
        )

    def of_entry(self, uid: str) -> list[Collection]:
        """The collections that an entry is in."""
        return [c for c in self.all() if any(item.uid == uid for item in c.items)]

    def _with_items(self, collection_id: str, title: str, remark: str) -> Collection:
        rows = self._store.rows(
            "SELECT uid, remark FROM collection_item WHERE collection = ? ORDER BY place, uid",
            (collection_id,),
        )
        items = tuple(Item(row["uid"], row["remark"]) for row in rows)
        return Collection(collection_id, title, remark, items)

    def describe(self, collection_id: str, title: str, remark: str) -> None:
        """Change title and remark. Raises CollectionMissing."""
        with self._store.transaction() as connection:
            changed = connection.execute(
                "UPDATE collection SET title = ?, remark = ? WHERE id = ?",
                (title.strip(), remark, collection_id),
            ).rowcount
            if not changed:
                raise CollectionMissing(collection_id)

    def arrange(self, collection_id: str, items: Sequence[Item]) -> None:
        """Set what a collection holds, in this order; an entry counts once.

        Raises CollectionMissing.
        """
        kept: dict[str, Item] = {}
        for item in items:
            kept.setdefault(item.uid, item)
        with self._store.transaction() as connection:
            if self.get(collection_id) is None:
                raise CollectionMissing(collection_id)
            connection.execute("DELETE FROM collection_item WHERE collection = ?", (collection_id,))
            connection.executemany(
                "INSERT INTO collection_item VALUES (?, ?, ?, ?)",
                [
                    (collection_id, item.uid, place, item.remark)
                    for place, item in enumerate(kept.values())
                ],
            )

    def add(self, collection_id: str, uid: str, remark: str = "") -> None:
        """Add an entry at the end; one that is in already only gets the remark.

        Raises CollectionMissing.
        """
        with self._store.transaction():
            collection = self.get(collection_id)
            if collection is None:
                raise CollectionMissing(collection_id)
            items = [replace(i, remark=remark) if i.uid == uid else i for i in collection.items]
            if all(item.uid != uid for item in items):
                items.append(Item(uid, remark))
            self.arrange(collection_id, items)

    def take_out(self, collection_id: str, uid: str) -> None:
        """Take an entry out of a collection; it stays in the library."""
        with self._store.transaction() as connection:
            connection.execute(
                "DELETE FROM collection_item WHERE collection = ? AND uid = ?", (collection_id, uid)
            )

    def delete(self, collection_id: str) -> None:
        """Remove a collection; its entries stay in the library."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM collection WHERE id = ?", (collection_id,))

    # --- the reading list -------------------------------------------------------------

    def reading_list(self) -> Collection:
        """What the person wants to read, in order; empty until something is put on it."""
        return self.get(READING_LIST) or Collection(READING_LIST, "", "", ())

    def toggle_to_read(self, uid: str) -> bool:
        """Put an entry on the reading list or take it off; whether it is on it now."""
        with self._store.transaction():
            if self.get(READING_LIST) is None:
                self.create("", collection_id=READING_LIST)
            if any(item.uid == uid for item in self.reading_list().items):
                self.take_out(READING_LIST, uid)
                return False
            self.add(READING_LIST, uid)
            return True
