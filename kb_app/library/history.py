"""What was read and looked for: recently read, bookmarks, saved searches, the session."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kb_app.library.revisions import now
from kb_app.store import Store

SESSION = "session"
WORDS = "searched_words"
MOST_WORDS = 12


@dataclass(frozen=True)
class Reading:
    """What was opened, and how far it was read (paragraph number)."""

    uid: str
    lang: str
    paragraph: int
    opened: str


@dataclass(frozen=True)
class SavedSearch:
    """A search with a name. `query` is plain JSON data: the words, languages and facets."""

    id: str
    title: str
    query: Mapping[str, Any]


class History:
    """Kept in the store; none of it leaves in a pack."""

    def __init__(self, store: Store) -> None:
        self._store = store

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
        rows = self._store.rows(
            "SELECT * FROM reading ORDER BY opened DESC, rowid DESC LIMIT ?", (limit,)
        )
        return [Reading(r["uid"], r["lang"], r["paragraph"], r["opened"]) for r in rows]

    def forget_reading(self) -> None:
        """Forget what was read: machines are shared."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM reading")

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

    # --- searches and session ---------------------------------------------------------

    def save_search(self, title: str, query: Mapping[str, Any]) -> SavedSearch:
        """Keep a search under a name."""
        saved = SavedSearch(str(uuid.uuid4()), title.strip(), dict(query))
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO saved_search VALUES (?, ?, ?, ?)",
                (saved.id, saved.title, json.dumps(saved.query, sort_keys=True), now()),
            )
        return saved

    def saved_searches(self) -> list[SavedSearch]:
        """Kept searches by name."""
        rows = self._store.rows("SELECT * FROM saved_search ORDER BY title COLLATE NOCASE, id")
        return [SavedSearch(r["id"], r["title"], json.loads(r["query"])) for r in rows]

    def delete_search(self, search_id: str) -> None:
        """Forget a kept search."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM saved_search WHERE id = ?", (search_id,))

    def looked_for(self, words: str) -> None:
        """Remember words that were searched, newest first."""
        wanted = " ".join(words.split())
        if wanted:
            others = [held for held in self.searched() if held.casefold() != wanted.casefold()]
            self._store.set_setting(WORDS, [wanted, *others][:MOST_WORDS])

    def searched(self) -> list[str]:
        """What was searched last, newest first."""
        held = self._store.setting(WORDS, [])
        return [words for words in held if isinstance(words, str)] if isinstance(held, list) else []

    def forget_search(self, words: str = "") -> None:
        """Forget some words that were searched, or all."""
        kept = [held for held in self.searched() if words and held != words]
        self._store.set_setting(WORDS, kept)

    def forget_text(self, uid: str) -> None:
        """Forget that one text was read."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM reading WHERE uid = ?", (uid,))

    def session(self) -> dict[str, Any]:
        """Tabs, places and sizes as the window left them; {} when there is nothing usable."""
        held = self._store.setting(SESSION, {})
        return held if isinstance(held, dict) else {}

    def keep_session(self, state: Mapping[str, Any]) -> None:
        """Remember tabs, places and sizes for the next start."""
        self._store.set_setting(SESSION, dict(state))
