"""The way back: everything that an import brought is put back, what was changed since stays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kb_app.library.collections import Collection, Collections
from kb_app.library.revisions import Revisions, now
from kb_app.notes.model import Note
from kb_app.notes.notes import Notes
from kb_app.packs import trust
from kb_app.packs.additions import Additions
from kb_app.packs.arrival import Arrival
from kb_app.packs.errors import UndoImpossible
from kb_app.packs.journal import read_journal
from kb_app.packs.pictures import Pictures
from kb_app.store import Store
from kb_app.workshops.model import Workshop
from kb_app.workshops.workshops import Workshops

_Result = tuple[int, list[str]]


@dataclass(frozen=True)
class Undone:
    """How much an undo put back, and the titles of what it left because it was changed since."""

    put_back: int
    left: tuple[str, ...] = ()


class Undoing:
    """Reads the journal of an import and puts back what it holds."""

    def __init__(
        self,
        store: Store,
        revisions: Revisions,
        notes: Notes,
        workshops: Workshops,
        collections: Collections,
        pictures: Pictures,
        additions: Additions,
    ) -> None:
        self._store = store
        self._revisions = revisions
        self._notes = notes
        self._workshops = workshops
        self._collections = collections
        self._pictures = pictures
        self._additions = additions

    def undo(self, import_id: str) -> Generator[tuple[int, int], None, Undone]:
        """Put everything back, all or nothing; yields (done, total). Raises UndoImpossible."""
        with Arrival(self._store, self._revisions) as arrival:
            journal = read_journal(self._store, import_id)
            gone, changed = self._notes_of(journal.notes)
            for step in arrival.notes(gone, deleted=True):
                yield step, len(gone) + 1
            with arrival.showing(), self._store.transaction() as connection:
                marked = connection.execute(
                    "UPDATE pack_import SET undone = ? WHERE id = ? AND undone = ''",
                    (now(), import_id),
                ).rowcount
                if not marked:
                    raise UndoImpossible(import_id)
                undone = _summed(
                    self._texts(journal.shelved),
                    (len(gone), changed),
                    self._plans(journal.workshops),
                    self._take_collections_out(journal.collections),
                    self._words(journal.concepts),
                )
                self._pictures.put_back(journal.media)
                if journal.key:
                    trust.forget(self._store, journal.key)
        return undone

    def _texts(self, rows: list[dict[str, Any]]) -> _Result:
        here, left = self._revisions.places(), []
        back: dict[tuple[str, str], tuple[str, str] | None] = {}
        for row in rows:
            key = (row["uid"], row["lang"])
            if here.get(key) == (row["shelf"], row["sha256"]):
                back[key] = (row["before"][0], row["before"][1]) if row["before"] else None
            else:
                left.append(row["title"])
        self._revisions.put_all(back)
        return len(back), left

    def _notes_of(self, rows: list[dict[str, str]]) -> tuple[list[Note], list[str]]:
        """The notes that are still as they came, and the words of those that are not."""
        modified = {row["id"]: row["modified"] for row in rows}
        here = [note for note in self._notes.all() if note.id in modified]
        same = [note for note in here if note.modified == modified[note.id]]
        changed = [note for note in here if note.modified != modified[note.id]]
        return same, [note.body or note.exact for note in changed]

    def _plans(self, rows: list[dict[str, Any]]) -> _Result:
        plans = {plan.id: plan for plan in self._workshops.all()}
        left, count = [], 0
        for row in rows:
            plan = plans.get(row["id"])
            if plan is not None and plan_digest(plan) == row["sha256"]:
                self._workshops.delete(plan.id)
                count += 1
            elif plan is not None:
                left.append(plan.title)
        return count, left

    def _take_collections_out(self, rows: list[dict[str, Any]]) -> _Result:
        left, count = [], 0
        for row in rows:
            held = self._collections.get(row["id"])
            if held is not None and collection_digest(held) == row["sha256"]:
                self._collections.delete(held.id)
                count += 1
            elif held is not None:
                left.append(held.title)
        return count, left

    def _words(self, rows: Iterable[Mapping[str, str]]) -> _Result:
        return sum(self._additions.take_out(row) for row in rows), []


def plan_digest(plan: Workshop) -> str:
    """SHA-256 (hex) of a plan as it is stored: whether it has changed."""
    return hashlib.sha256(plan.canonical().encode("utf-8")).hexdigest()


def collection_digest(collection: Collection) -> str:
    """SHA-256 (hex) of a collection: whether it has changed."""
    content = json.dumps(asdict(collection), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def _summed(*parts: _Result) -> Undone:
    return Undone(
        sum(count for count, _ in parts), tuple(title for _, titles in parts for title in titles)
    )
