"""Whose key is it? Trust on first use, with words to compare by telephone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb_app.library.revisions import now
from kb_app.packs.gate import CheckedPack
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
    rows = store.rows(
        "SELECT key FROM publisher_key WHERE publisher = ?", (pack.manifest.publisher.id,)
    )
    before = str(rows[0]["key"]) if rows else ""
    words_before = fingerprint(before) if before else ""
    if pack.signature is None:
        return Trust("signature-missing" if before else "unsigned", "", words_before)
    words = pack.signature.fingerprint
    if not before:
        return Trust("first", words)
    return Trust("known" if before == pack.signature.key else "changed", words, words_before)


def remember(store: Store, pack: CheckedPack) -> None:
    """Know the key of a pack that was accepted; to be called in the import's transaction."""
    if pack.signature is None:
        return
    publisher = pack.manifest.publisher
    with store.transaction() as connection:
        connection.execute(
            "INSERT INTO publisher_key VALUES (?, ?, ?, ?) ON CONFLICT (publisher) DO UPDATE SET "
            "name = excluded.name, key = excluded.key, since = CASE WHEN key = excluded.key "
            "THEN since ELSE excluded.since END",
            (publisher.id, publisher.name, pack.signature.key, now()),
        )
