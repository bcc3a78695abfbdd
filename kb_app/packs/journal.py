"""The journal of an import: what was there before, to put it back. All plain JSON.

Its long lists, of texts and notes, are written in parts while the import is not seen yet; the
rest in the row of the import itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kb_app.store import Store

ROWS_A_PART = 1_000


@dataclass
class Journal:
    """`shelved` are texts that were put on the shelf, and `before` what stood in the place of
    some of them (uid, language, shelf, digest).
    """

    shelved: list[dict[str, Any]] = field(default_factory=list)
    before: list[tuple[str, str, str, str]] = field(default_factory=list)
    notes: list[dict[str, str]] = field(default_factory=list)
    workshops: list[dict[str, str]] = field(default_factory=list)
    collections: list[dict[str, str]] = field(default_factory=list)
    media: list[dict[str, str]] = field(default_factory=list)
    concepts: list[dict[str, str]] = field(default_factory=list)
    key: dict[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """As it is stored."""
        return json.dumps(vars(self), sort_keys=True)


def add_part(store: Store, import_id: str, name: str, rows: Sequence[dict[str, Any]]) -> None:
    """Write some rows of one of the lists. Raises what `Store.transaction` raises."""
    text = json.dumps(rows, sort_keys=True)
    with store.transaction() as connection:
        connection.execute("INSERT INTO journal_part VALUES (?, ?, ?)", (import_id, name, text))


def drop_lost_parts(store: Store) -> None:
    """Take away the parts of imports that never came to their end."""
    while rows := store.rows(
        "SELECT rowid FROM journal_part WHERE import NOT IN (SELECT id FROM pack_import) LIMIT 20"
    ):
        with store.transaction() as connection:
            connection.executemany(
                "DELETE FROM journal_part WHERE rowid = ?", [(row["rowid"],) for row in rows]
            )


def read_journal(store: Store, import_id: str) -> Journal:
    """The journal of an import that was seen, also one of an older version."""
    rows = store.rows("SELECT journal FROM pack_import WHERE id = ?", (import_id,))
    journal = Journal(**json.loads(rows[0]["journal"]))
    parts = store.rows(
        "SELECT name, rows FROM journal_part WHERE import = ? ORDER BY rowid", (import_id,)
    )
    for part in parts:
        getattr(journal, part["name"]).extend(json.loads(part["rows"]))
    before = {(uid, lang): [shelf, digest] for uid, lang, shelf, digest in journal.before}
    for row in journal.shelved:
        row.setdefault("before", before.get((row["uid"], row["lang"])))
    return journal
