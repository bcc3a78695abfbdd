"""Every text that matters is kept: those of packs, the person's own, those with notes.

A document is its uid; a text is (uid, lang, sha256); parents make a chain of revisions, as
in git. Dates and numbers decide nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256

from indexer.documents import Edition, read_edition
from indexer.errors import DocumentUnreadable
from kb_app.store import Store


class Revisions:
    """Texts kept in the person's data, and the shelves on which some of them stand."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, edition: Edition, raw: bytes | None = None, parents: Iterable[str] = ()) -> bool:
        """Keep a text for ever; keeping it twice changes nothing but adds parents.

        `raw` are the bytes of its file; without them they are looked for. False when they
        cannot be had any more (the file was changed since it was read): nothing is kept,
        because a text is what its digest says.
        """
        try:
            data = edition.text.read() if raw is None else raw
        except DocumentUnreadable:
            return False
        if sha256(data).hexdigest() != edition.sha256:
            return False
        self.keep_bytes(edition.uid, edition.lang, edition.slug, data, parents)
        return True

    def keep_bytes(
        self, uid: str, lang: str, slug: str, data: bytes, parents: Iterable[str] = ()
    ) -> str:
        """Keep the bytes of a text that is known to be sound; returns their digest."""
        digest = sha256(data).hexdigest()
        joined = json.dumps(sorted({*self.parents(uid, lang, digest), *parents}))
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (uid, lang, sha256) DO UPDATE SET parents = excluded.parents",
                (uid, lang, digest, slug, data, joined, now()),
            )
            # Somebody else wants it too: it stays whatever becomes of the import that brought it.
            connection.execute(
                "UPDATE arriving_text SET fresh = 0 WHERE uid = ? AND lang = ? AND sha256 = ?",
                (uid, lang, digest),
            )
        return digest

    def add_parents(self, uid: str, lang: str, sha256: str, parents: Iterable[str]) -> None:
        """Know more of the texts that a kept one was made from."""
        held = self.parents(uid, lang, sha256)
        joined = sorted({*held, *parents})
        if joined != sorted(held):
            with self._store.transaction() as connection:
                connection.execute(
                    "UPDATE revision SET parents = ? WHERE uid = ? AND lang = ? AND sha256 = ?",
                    (json.dumps(joined), uid, lang, sha256),
                )

    def raw(self, uid: str, lang: str, sha256: str) -> bytes | None:
        """The bytes of a text that was kept, or None."""
        rows = self._store.rows(
            "SELECT raw FROM revision WHERE uid = ? AND lang = ? AND sha256 = ?",
            (uid, lang, sha256),
        )
        return bytes(rows[0]["raw"]) if rows else None

    def edition(self, uid: str, lang: str, sha256: str) -> Edition | None:
        """A text that was kept, read; None when it was not, or cannot be read."""
        rows = self._store.rows(
            "SELECT raw, slug FROM revision WHERE uid = ? AND lang = ? AND sha256 = ?",
            (uid, lang, sha256),
        )
        if not rows:
            return None
        try:
            slug = rows[0]["slug"]
            return read_edition(bytes(rows[0]["raw"]), f"{slug}.{lang}.md", slug)
        except DocumentUnreadable:
            return None

    def parents(self, uid: str, lang: str, sha256: str) -> tuple[str, ...]:
        """The digests of the texts that this one was made from."""
        rows = self._store.rows(
            "SELECT parents FROM revision WHERE uid = ? AND lang = ? AND sha256 = ?",
            (uid, lang, sha256),
        )
        return tuple(json.loads(rows[0]["parents"])) if rows else ()

    def ancestors(self, uid: str, lang: str, sha256: str) -> set[str]:
        """All digests in the chain above a text, as far as it is known."""
        found: set[str] = set()
        todo = list(self.parents(uid, lang, sha256))
        while todo:
            digest = todo.pop()
            if digest not in found:
                found.add(digest)
                todo.extend(self.parents(uid, lang, digest))
        return found

    def shelve(self, shelf: str, uid: str, lang: str, sha256: str) -> str | None:
        """Put a kept text on a shelf; returns the digest that stood there before."""
        rows = self._store.rows(
            "SELECT sha256 FROM shelved WHERE uid = ? AND lang = ?", (uid, lang)
        )
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO shelved VALUES (?, ?, ?, ?) ON CONFLICT (uid, lang) DO UPDATE "
                "SET shelf = excluded.shelf, sha256 = excluded.sha256",
                (uid, lang, shelf, sha256),
            )
        return rows[0]["sha256"] if rows else None

    def unshelve(self, uid: str, lang: str) -> None:
        """Take a text off its shelf; it is still kept."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM shelved WHERE uid = ? AND lang = ?", (uid, lang))

    def place(self, uid: str, lang: str) -> tuple[str, str] | None:
        """The shelf and digest of a text that stands on a shelf, or None."""
        rows = self._store.rows(
            "SELECT shelf, sha256 FROM shelved WHERE uid = ? AND lang = ?", (uid, lang)
        )
        return (rows[0]["shelf"], rows[0]["sha256"]) if rows else None

    def places(self) -> dict[tuple[str, str], tuple[str, str]]:
        """The shelf and digest of every text that stands on a shelf, by uid and language."""
        rows = self._store.rows("SELECT uid, lang, shelf, sha256 FROM shelved")
        return {(uid, lang): (shelf, digest) for uid, lang, shelf, digest in rows}

    def put_all(self, places: Mapping[tuple[str, str], tuple[str, str] | None]) -> None:
        """Put kept texts on shelves (shelf, digest), or take them off theirs (None)."""
        # In the order of the table: much quicker, and others wait meanwhile.
        gone = sorted(key for key, place in places.items() if place is None)
        put = sorted((*key, *place) for key, place in places.items() if place is not None)
        with self._store.transaction() as connection:
            connection.executemany("DELETE FROM shelved WHERE uid = ? AND lang = ?", gone)
            connection.executemany(
                "INSERT OR REPLACE INTO shelved (uid, lang, shelf, sha256) VALUES (?, ?, ?, ?)", put
            )

    def shelved(self) -> Iterator[tuple[str, Edition]]:
        """Every text on a shelf, for the catalogue. One that cannot be read is passed over."""
        for row in self._store.rows("SELECT * FROM shelved ORDER BY shelf, uid, lang"):
            edition = self.edition(row["uid"], row["lang"], row["sha256"])
            if edition is not None:
                yield row["shelf"], edition


def now() -> str:
    """This moment as ISO 8601 in UTC, to the millisecond."""
    return as_stamp(datetime.now(UTC))


def as_stamp(moment: datetime) -> str:
    """A moment in UTC as it is written everywhere; such stamps sort by time."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
