"""Notes kept in the store: append-only, so that nothing that was written is ever gone."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from indexer import tree
from indexer.documents import Edition
from kb_app.library.revisions import Revisions, as_stamp, now
from kb_app.notes.anchoring import Result, anchor
from kb_app.notes.errors import NoteMissing
from kb_app.notes.filters import NoteFilter, tags_of
from kb_app.notes.model import MINE, Note, note_from_json, selected
from kb_app.notes.rows import SHOWN, TABLE, write, write_all
from kb_app.store import Store
from kb_app.store.backups import is_whole, list_backups
from kb_app.store.digests import digest_tables
from kb_app.store.staging import ROWS_A_TURN

PURGE_DAYS = 90
MOST_KEPT = 4_000  # notes in memory, some three kilobytes each
_FAMILY = uuid.UUID("6f1b1d1c-6f0e-4f57-9a0c-0f7f6d8f2b11")


@dataclass(frozen=True)
class Placement:
    """A note and where it stands in a text now (code points; -1 when nowhere).

    For "ask" and "unplaced" `start` and `end` are the best guess. `settled`: the person has
    already decided to leave it without a place in this revision; the tray need not ask.
    """

    note: Note
    result: Result
    start: int
    end: int
    score: float = 0.0
    settled: bool = False


@dataclass(frozen=True)
class Received:
    """What came of notes from outside: ids added, ids that were the same already, and ids
    under which a note of the same id but other words was kept beside ours.
    """

    new: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Revision:
    number: int
    deleted: bool
    back_to: int
    note: Note


class Notes:
    """The person's notes and those that packs and colleagues brought."""

    def __init__(self, store: Store, revisions: Revisions, creator: str = "") -> None:
        self._store = store
        self._revisions = revisions
        self._creator = creator

    def sign_as(self, creator: str) -> None:
        """Sign notes with that name from now on."""
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
            creator=note.creator or (self._creator if note.origin == MINE else ""),
        )

        def work(connection: sqlite3.Connection) -> None:
            if edition is not None:
                self._revisions.keep(edition)
            write(connection, saved)

        self._store.write(work)
        return saved

    def edit(self, note: Note) -> Note:
        """Save a changed note as its next revision; without a change nothing is written.

        Raises NoteMissing.
        """
        return self.edit_all([note])[0]

    def edit_all(self, notes: Iterable[Note]) -> list[Note]:
        """Save many changed notes together, or none. Raises NoteMissing."""
        changed = [(note, self.get(note.id)) for note in notes]
        saved = [
            before if note == before else replace(note, modified=now()) for note, before in changed
        ]
        fresh = [s for s, (_, before) in zip(saved, changed, strict=True) if s != before]
        self._store.write(lambda connection: write_all(connection, fresh))
        return saved

    def delete(self, note_id: str) -> None:
        """Take a note away; `undo` brings it back. Raises NoteMissing."""
        self.delete_all([note_id])

    def delete_all(self, note_ids: Iterable[str]) -> None:
        """Take many notes away together, or none. Raises NoteMissing."""
        gone = [self.get(note_id) for note_id in note_ids]
        self._store.write(lambda connection: write_all(connection, gone, deleted=True))

    def undo(self, note_id: str) -> Note | None:
        """Take the last change back; again and again walks back to before the note was made.

        What is undone stays in the history. Returns the note as it is now, None when it is
        not there. Raises NoteMissing for an id that was never used.
        """
        past = self._past(note_id)
        if not past:
            raise NoteMissing(note_id)
        by_number = {revision.number: index for index, revision in enumerate(past)}

        def state_of(index: int) -> int:
            return by_number.get(past[index].back_to, index) if past[index].back_to else index

        if past[-1].back_to < 0:
            return None  # already before its beginning
        here = state_of(len(past) - 1)
        if here == 0:
            self._store.write(lambda c: write(c, past[0].note, deleted=True, back_to=-1))
            return None
        before = past[state_of(here - 1)]
        self._store.write(
            lambda c: write(c, before.note, deleted=before.deleted, back_to=before.number)
        )
        return None if before.deleted else before.note

    def last_changed(self) -> str:
        """The id of the note that was changed last, "" when there is none."""
        rows = self._store.rows(f"SELECT id FROM {SHOWN} ORDER BY number DESC LIMIT 1")
        return rows[0]["id"] if rows else ""

    def receive(self, notes: Sequence[Note], origin: str) -> Received:
        """Take in notes from outside, together or not at all.

        A note whose id is known with the same words changes nothing; with other words both
        are kept, theirs under an id of its own and marked by its origin. One that
        was deleted here comes back; what a colleague deleted is not deleted here.
        """
        arriving, received = self.compared(notes, origin)
        self._store.write(lambda connection: write_all(connection, arriving))
        return received

    def compared(self, notes: Sequence[Note], origin: str) -> tuple[list[Note], Received]:
        """What `receive` would write, and what it would tell; nothing is written."""
        known = {note.id: note for note in self.all()}
        arriving, new, same, beside = [], [], [], []
        for theirs in notes:
            note = theirs if theirs.origin == origin else replace(theirs, origin=origin)
            ours = known.get(note.id)
            if ours is None:
                new.append(note.id)
            elif ours.says_the_same(note):
                same.append(note.id)
                continue
            else:
                note = replace(note, id=str(uuid.uuid5(_FAMILY, f"{origin}\n{note.to_json()}")))
                if note.id in known:
                    same.append(note.id)
                    continue
                beside.append(note.id)
            known[note.id] = note
            arriving.append(note)
        return arriving, Received(tuple(new), tuple(same), tuple(beside))

    def purge(self, backups: Path, moment: datetime | None = None) -> int:
        """Remove for good what was deleted or replaced more than 90 days before `moment`.

        Only rows that an undamaged backup younger than their removal still holds; with no
        such backup nothing is removed. Returns how many revisions were.
        """
        good = next((b for b in list_backups(backups) if is_whole(b.path)), None)
        if good is None:
            return 0
        limit = min(good.made, (moment or datetime.now(UTC)) - timedelta(days=PURGE_DAYS))
        stamp = as_stamp(limit)
        outdated = (
            f"SELECT number FROM {SHOWN} AS old WHERE (SELECT min(written) FROM {SHOWN} AS next "
            "WHERE next.id = old.id AND next.number > old.number) < ? "
            f"UNION SELECT number FROM {SHOWN} AS last WHERE deleted AND written < ? AND number = "
            f"(SELECT max(number) FROM {SHOWN} AS any WHERE any.id = last.id)"
        )
        with self._store.transaction() as connection:
            numbers = [row[0] for row in connection.execute(outdated, (stamp, stamp))]
            connection.executemany(
                f"DELETE FROM {TABLE} WHERE number = ?", [(number,) for number in numbers]
            )
        if numbers:
            self._store.rewrite_mirror()
        return len(numbers)

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
        return self._select(f"WHERE {' AND '.join(where)}", values) if where else self._every()

    def find(self, words: str, wanted: NoteFilter | None = None) -> list[Note]:
        """Notes whose quote, body or tags hold all the words (accents do not matter)."""
        return (wanted or NoteFilter()).with_words(words).among(self.all())

    def tags(self) -> list[str]:
        """Every tag in use, by name."""
        return tags_of(self.all())

    def count(self) -> int:
        """How many notes there are."""
        return int(self._store.rows("SELECT count(*) AS n FROM note")[0]["n"])

    def history(self, note_id: str) -> list[tuple[str, bool, Note]]:
        """Every revision of a note, oldest first: when, whether deleted, the note."""
        rows = self._store.rows(
            f"SELECT written, deleted, content FROM {SHOWN} WHERE id = ? ORDER BY number",
            (note_id,),
        )
        return [(r["written"], bool(r["deleted"]), note_from_json(r["content"])) for r in rows]

    def deleted(self) -> list[tuple[str, Note]]:
        """Notes that were deleted and can be brought back: when, and the note; newest first."""
        rows = self._store.rows(
            f"SELECT written, content FROM {SHOWN} AS last WHERE deleted AND number = (SELECT "
            f"max(number) FROM {SHOWN} AS any WHERE any.id = last.id) ORDER BY number DESC"
        )
        return [(row["written"], note_from_json(row["content"])) for row in rows]

    def damaged(self) -> list[int]:
        """Numbers of revisions that are no longer what was written."""
        connection = self._store.connection
        table = next(t for t in digest_tables(connection) if t.name == TABLE)
        return [row["number"] for row in table.rows(connection) if not table.is_sound(row)]

    def _past(self, note_id: str) -> list[_Revision]:
        rows = self._store.rows(
            f"SELECT number, deleted, back_to, content FROM {SHOWN} WHERE id = ? ORDER BY number",
            (note_id,),
        )
        return [
            _Revision(r["number"], bool(r["deleted"]), r["back_to"], note_from_json(r["content"]))
            for r in rows
        ]

    def _select(self, where: str, values: Iterable[str]) -> list[Note]:
        rows = self._store.rows(f"SELECT content FROM note {where} ORDER BY first", tuple(values))
        return [_note_of(row["content"]) for row in rows]

    def _every(self) -> list[Note]:
        """All notes, read some at a time: nobody can save anything during a long reading."""
        found: dict[str, tuple[int, str]] = {}
        last = 0
        while rows := self._store.rows(
            "SELECT number, id, first, content FROM note WHERE number > ? ORDER BY number LIMIT ?",
            (last, ROWS_A_TURN),
        ):
            # One that is changed meanwhile comes again, with a higher number.
            found.update((row["id"], (row["first"], row["content"])) for row in rows)
            last = rows[-1]["number"]
        return [note_from_json(content) for _, content in sorted(found.values())]

    # --- placing --------------------------------------------------------------------

    def placed(self, edition: Edition) -> list[Placement]:
        """Every note on a text and where it stands in this revision of it, in text order;
        those that are not placed come last: they belong in the tray.
        """
        notes = self.all(edition.uid, edition.lang)
        if not notes:
            return []
        canonical = tree.canonical_text(edition.document())
        sections: dict[str, tuple[int, int]] = {}
        for span in canonical.spans:
            start = sections.get(span.section, (span.start, 0))[0]
            sections[span.section] = (start, span.end)
        old_texts: dict[str, str | None] = {}
        out: list[Placement] = []
        for note in notes:
            if note.attached or not note.exact:
                out.append(_on_section(note, sections, len(canonical.text)))
                continue
            same = note.sha256 == edition.sha256
            if not same and note.sha256 not in old_texts:
                held = self._revisions.edition(note.uid, note.lang, note.sha256)
                old_texts[note.sha256] = tree.canonical_text(held.document()).text if held else None
            found = anchor(note, canonical.text, same, old_texts.get(note.sha256))
            settled = found.result != "placed" and note.left == edition.sha256
            out.append(Placement(note, found.result, found.start, found.end, found.score, settled))
        return sorted(out, key=lambda p: (p.result != "placed", p.start, p.end))

    def place_here(self, note_id: str, edition: Edition, start: int, end: int) -> Note:
        """The person shows where a note belongs: from now on it stands there.

        Raises NoteMissing.
        """
        here = selected(edition, start, end)
        note = replace(
            self.get(note_id), sha256=here.sha256, section=here.section, exact=here.exact,
            prefix=here.prefix, suffix=here.suffix, start=here.start, end=here.end,
            attached=False, left="",
        )  # fmt: skip
        return self._decided(note, edition)

    def leave(self, note_id: str, edition: Edition) -> Note:
        """The person keeps a note as it is: it has no place in this revision, and the tray
        asks no more. Raises NoteMissing.
        """
        return self._decided(replace(self.get(note_id), left=edition.sha256), None)

    def attach(self, note_id: str, edition: Edition, section: str) -> Note:
        """The person sets a note on a section; its quote is kept. Raises NoteMissing."""
        note = replace(self.get(note_id), section=section, attached=True, left="")
        return self._decided(note, edition)

    def _decided(self, note: Note, edition: Edition | None) -> Note:
        with self._store.transaction():
            if edition is not None:
                self._revisions.keep(edition)
            return self.edit(note)


@lru_cache(maxsize=MOST_KEPT)
def _note_of(content: str) -> Note:
    """A note from what its row holds. All notes of a text are read again whenever one of them
    changes; the others are the same then.
    """
    return note_from_json(content)


def _on_section(note: Note, sections: dict[str, tuple[int, int]], length: int) -> Placement:
    """A note on a whole section or document stands on it as long as there is such a one."""
    if not note.section:
        return Placement(note, "placed", 0, length, 1.0)
    if note.section in sections:
        return Placement(note, "placed", *sections[note.section], 1.0)
    return Placement(note, "unplaced", -1, -1)
