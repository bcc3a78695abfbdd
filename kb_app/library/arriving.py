"""Texts that an import keeps in many short turns, and shows on their shelf all at once.

Until then a text that is kept stands on no shelf; those that were not kept before are known by
`arriving_text`, so that they can be taken away again when the import does not come to its end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kb_app.library.revisions import Revisions, now
from kb_app.store import Store

TEXTS_A_TURN = 100
BYTES_A_TURN = 512 * 1024


@dataclass(frozen=True)
class ArrivingText:
    """A text to keep. `shelf` is where it will stand, "" when it is only kept."""

    uid: str
    lang: str
    sha256: str
    slug: str
    raw: bytes = field(repr=False)
    parents: tuple[str, ...] = ()
    shelf: str = ""


class ArrivingTexts:
    """The texts of one import at a time: `stage`, then `show`; or `withdraw`."""

    def __init__(self, store: Store, revisions: Revisions) -> None:
        self._store = store
        self._revisions = revisions
        self._new_parents: list[ArrivingText] = []

    def stage(self, texts: Sequence[ArrivingText]) -> None:
        """Keep some texts, in one turn. Raises what `Store.transaction` raises."""
        moment = now()
        with self._store.transaction() as connection:
            for text in texts:
                fresh = connection.execute(
                    "INSERT OR IGNORE INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (text.uid, text.lang, text.sha256, text.slug, text.raw,
                     json.dumps(sorted(set(text.parents))), moment),
                ).rowcount  # fmt: skip
                if not fresh and text.parents:
                    self._new_parents.append(replace(text, raw=b""))
                connection.execute(
                    "INSERT INTO arriving_text VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
                    "SET shelf = excluded.shelf",
                    (text.uid, text.lang, text.sha256, fresh, text.shelf),
                )

    def show(self) -> list[tuple[str, str, str, str]]:
        """Put the texts on their shelves. Returns what stood in their places before: uid,
        language, shelf and digest. In a transaction.
        """
        before = self._store.rows(
            "SELECT shelved.* FROM arriving_text AS text JOIN shelved USING (uid, lang) "
            "WHERE text.shelf != ''"
        )
        for text in self._new_parents:
            self._revisions.add_parents(text.uid, text.lang, text.sha256, text.parents)
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO shelved (uid, lang, shelf, sha256) SELECT uid, lang, shelf, sha256 "
                "FROM arriving_text WHERE shelf != '' ORDER BY uid, lang ON CONFLICT (uid, lang) "
                "DO UPDATE SET shelf = excluded.shelf, sha256 = excluded.sha256"
            )
            connection.execute("DELETE FROM arriving_text")
        return [(row["uid"], row["lang"], row["shelf"], row["sha256"]) for row in before]

    def withdraw(self) -> None:
        """Take away what was kept and never shown, some at a time. Raises what
        `Store.transaction` raises.
        """
        self._new_parents.clear()
        while rows := self._store.rows(
            "SELECT uid, lang, sha256, fresh FROM arriving_text LIMIT ?", (TEXTS_A_TURN,)
        ):
            keys = [(row["uid"], row["lang"], row["sha256"]) for row in rows]
            fresh = [key for key, row in zip(keys, rows, strict=True) if row["fresh"]]
            same = "WHERE uid = ? AND lang = ? AND sha256 = ?"
            with self._store.transaction() as connection:
                connection.executemany(f"DELETE FROM revision {same}", fresh)
                connection.executemany(f"DELETE FROM arriving_text {same}", keys)


def turns(texts: Iterable[ArrivingText]) -> Iterator[list[ArrivingText]]:
    """Texts in parts, each small enough for a short turn."""
    part: list[ArrivingText] = []
    size = 0
    for text in texts:
        part.append(text)
        size += len(text.raw)
        if len(part) >= TEXTS_A_TURN or size >= BYTES_A_TURN:
            yield part
            part, size = [], 0
    if part:
        yield part
