"""Whose key is it? Trust on first use, with words to compare by telephone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kb_app.library.revisions import now
from kb_app.packs.checked import CheckedPack
from kb_app.packs.signing import fingerprint
from kb_app.store import Store

Standing = Literal["unsigned", "first", "known", "changed", "signature-missing"]


@dataclass(frozen=True)
class Trust:
    """How a pack's signature stands to what is known of its publisher. `words` are the six
    words and sixteen digits of its key, `words_before` those of the key known so far.
    """

    standing: Standing
    words: str = ""
    words_before: str = ""

    @property
    def asks(self) -> bool:
        """Whether a person has to decide before anything is taken; the default is no."""
        return self.standing in ("changed", "signature-missing")


def judge(store: Store, pack: CheckedPack) -> Trust:
    """Compare the key of a pack with the one that its publisher used before."""
    before = _row(store, pack.manifest.publisher.id).get("key", "")
    words_before = fingerprint(before) if before else ""
    if pack.signature is None:
        return Trust("signature-missing" if before else "unsigned", "", words_before)
    words = pack.signature.fingerprint
    if not before:
        return Trust("first", words)
    return Trust("known" if before == pack.signature.key else "changed", words, words_before)


def remember(store: Store, pack: CheckedPack) -> dict[str, Any]:
    """Know the key of a pack that was accepted; to be called in the import's transaction.

    Returns what `forget` needs to put things back; empty when nothing has changed.
    """
    if pack.signature is None:
        return {}
    publisher = pack.manifest.publisher
    before = _row(store, publisher.id)
    with store.transaction() as connection:
        connection.execute(
            "INSERT INTO publisher_key VALUES (?, ?, ?, ?) ON CONFLICT (publisher) DO UPDATE SET "
            "name = excluded.name, key = excluded.key, since = CASE WHEN key = excluded.key "
            "THEN since ELSE excluded.since END",
            (publisher.id, publisher.name, pack.signature.key, now()),
        )
    if before.get("key") == pack.signature.key:
        return {}
    return {"publisher": publisher.id, "key": pack.signature.key, "before": before}


def forget(store: Store, change: Mapping[str, Any]) -> None:
    """Put back what `remember` changed, unless another key has come since."""
    publisher, before = change["publisher"], change["before"]
    if _row(store, publisher).get("key") != change["key"]:
        return
    with store.transaction() as connection:
        connection.execute("DELETE FROM publisher_key WHERE publisher = ?", (publisher,))
        if before:
            connection.execute(
                "INSERT INTO publisher_key VALUES (?, ?, ?, ?)",
                (publisher, before["name"], before["key"], before["since"]),
            )


def _row(store: Store, publisher: str) -> dict[str, str]:
    rows = store.rows("SELECT * FROM publisher_key WHERE publisher = ?", (publisher,))
    return {name: str(rows[0][name]) for name in ("name", "key", "since")} if rows else {}
