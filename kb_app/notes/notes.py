"""Notes kept in the store: append-only, so that nothing that was written is ever gone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from indexer import tree
from indexer.analysis import fold
from indexer.documents import Edition
from kb_app.library.revisions import Revisions, now
from kb_app.notes.anchoring import Result, anchor
from kb_app.notes.errors import NoteMissing
from kb_app.notes.model import Note, note_from_json
from kb_app.store import Store


@dataclass(frozen=True)
class Placement:
    """A note and where it stands in a text now (code points; -1 when nowhere)."""

    note: Note
    result: Result
    start: int
    end: int


class Notes:
    """The person's notes and those that packs brought."""

    def __init__(self, store: Store, revisions: Revisions, creator: str = "") -> None:
        self._store = store
        self._revisions = revisions
        self._creator = creator

    # --- writing --------------------------------------------------------------------

    def add(self, note: Note, edition: Edition | None = None) -> Note:
        """Save a new note (see `model.selected`) and keep the text that it stands on.

        Returns the note as saved, with its id and times.
        """
        moment = now()
        saved = replace(
            note,
            id=note.id or str(uuid.uuid4()),
            created=note.created or moment,
            modified=note.modified or moment,
            creator=note.creator or self._creator,
        )
        with self._store.transaction():
            if edition is not None:
                raw = edition.path.read_bytes() if edition.path else edition.raw.encode("utf-8")
                self._revisions.keep(edition, raw)
            self._write(saved, deleted=False)
        return saved

    def edit(self, note: Note) -> Note:
        """Save a changed note as its next revision. Raises NoteMissing."""
        self.get(note.id)
        saved = replace(note, modified=now())
        with self._store.transaction():
            self._write(saved, deleted=False)
        return saved

    def delete(self, note_id: str) -> None:
        """Take a note away; `undo` brings it back. Raises NoteMissing."""
        note = self.get(note_id)
        with self._store.transaction():
            self._write(note, deleted=True)

    def undo(self, note_id: str) -> Note | None:
        """Go back to the revision before the last one, as a new revision.

        Returns the note as it is now; None when it did not exist before. Raises NoteMissing
        for an id that was never used.
        """
        rows = self._store.rows(
            "SELECT content, deleted FROM note_revision WHERE id = ? ORDER BY number DESC LIMIT 2",
            (note_id,),
        )
        if not rows:
            raise NoteMissing(note_id)
        with self._store.transaction():
            if len(rows) == 1:
                self._write(note_from_json(rows[0]["content"]), deleted=True)
                return None
            before = note_from_json(rows[1]["content"])
            self._write(before, deleted=bool(rows[1]["deleted"]))
        return None if rows[1]["deleted"] else before

    def _write(self, note: Note, deleted: bool) -> None:
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO note_revision (id, uid, lang, written, deleted, content, sha256) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (note.id, note.uid, note.lang, now(), int(deleted), note.to_json(), note.digest()),
            )

    # --- reading --------------------------------------------------------------------

    def get(self, note_id: str) -> Note:
        """The note with that id. Raises NoteMissing."""
        found = self._select("WHERE note.id = ?", (note_id,))
        if not found:
            raise NoteMissing(note_id)
        return found[0]

    def all(self, uid: str = "", lang: str = "") -> list[Note]:
        """Notes in the order they were made, of one entry, of one of its texts, or all."""
        where, values = [], []
        for column, value in (("uid", uid), ("lang", lang)):
            if value:
                where.append(f"note.{column} = ?")
                values.append(value)
        return self._select(f"WHERE {' AND '.join(where)}" if where else "", values)

    def find(self, words: str) -> list[Note]:
        """Notes whose quote, body or tags hold all the words (accents do not matter)."""
        wanted = fold(words).split()
        return [note for note in self.all() if all(w in _haystack(note) for w in wanted)]

    def tags(self) -> list[str]:
        """Every tag in use, by name."""
        return sorted({tag for note in self.all() for tag in note.tags}, key=str.casefold)

    def count(self) -> int:
        """How many notes there are."""
        return int(self._store.rows("SELECT count(*) AS n FROM note")[0]["n"])

    def history(self, note_id: str) -> list[tuple[str, bool, Note]]:
        """Every revision of a note, oldest first: when, whether deleted, the note."""
        rows = self._store.rows(
            "SELECT written, deleted, content FROM note_revision WHERE id = ? ORDER BY number",
            (note_id,),
        )
        return [(r["written"], bool(r["deleted"]), note_from_json(r["content"])) for r in rows]

    def damaged(self) -> list[int]:
        """Numbers of revisions whose digest no longer fits their content."""
        rows = self._store.rows("SELECT number, content, sha256 FROM note_revision")
        return [
            r["number"] for r in rows if sha256(r["content"].encode()).hexdigest() != r["sha256"]
        ]

    def _select(self, where: str, values: Iterable[str]) -> list[Note]:
        rows = self._store.rows(f"SELECT content FROM note {where} ORDER BY first", tuple(values))
        return [note_from_json(row["content"]) for row in rows]

    # --- placing --------------------------------------------------------------------

    def placed(self, edition: Edition) -> list[Placement]:
        """Every note on a text and where it stands in this revision of it, in text order;
        those that are not placed come last.
        """
        text = tree.canonical_text(edition.document()).text
        old_texts: dict[str, str | None] = {}
        out: list[Placement] = []
        for note in self.all(edition.uid, edition.lang):
            same = note.sha256 == edition.sha256
            if not same and note.sha256 not in old_texts:
                held = self._revisions.edition(note.uid, note.lang, note.sha256)
                old_texts[note.sha256] = tree.canonical_text(held.document()).text if held else None
            found = anchor(note, text, same, old_texts.get(note.sha256))
            out.append(Placement(note, found.result, found.start, found.end))
        return sorted(out, key=lambda p: (p.result != "placed", p.start))


def _haystack(note: Note) -> str:
    return fold(" ".join((note.exact, note.body, *note.tags)))
