"""The way back: everything that an import brought is put back, what was changed since stays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kb_app.library.collections import Collection, Collections
from kb_app.library.revisions import Revisions, now
from kb_app.notes.notes import Notes
from kb_app.packs import trust
from kb_app.packs.additions import Additions
from kb_app.packs.errors import UndoImpossible
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

    def undo(self, import_id: str) -> Undone:
        """Put everything back, in one transaction. Raises UndoImpossible."""
        with self._store.transaction() as connection:
            marked = connection.execute(
                "UPDATE pack_import SET undone = ? WHERE id = ? AND undone = ''",
                (now(), import_id),
            ).rowcount
            if not marked:
                raise UndoImpossible(import_id)
            rows = self._store.rows("SELECT journal FROM pack_import WHERE id = ?", (import_id,))
            journal: dict[str, Any] = json.loads(rows[0]["journal"])
            undone = _summed(
                self._texts(journal["shelved"]),
                self._take_notes_out(journal["notes"]),
                self._plans(journal["workshops"]),
                self._take_collections_out(journal["collections"]),
                self._words(journal["concepts"]),
            )
            self._pictures.put_back(journal["media"])
            if journal["key"]:
                trust.forget(self._store, journal["key"])
        return undone

    def _texts(self, rows: list[dict[str, Any]]) -> _Result:
        left = []
        for row in reversed(rows):
            if self._revisions.place(row["uid"], row["lang"]) != (row["shelf"], row["sha256"]):
                left.append(row["title"])
            elif row["before"]:
                shelf, digest = row["before"]
                self._revisions.shelve(shelf, row["uid"], row["lang"], digest)
            else:
                self._revisions.unshelve(row["uid"], row["lang"])
        return len(rows) - len(left), left

    def _take_notes_out(self, rows: list[dict[str, Any]]) -> _Result:
        current = {note.id: note for note in self._notes.all()}
        here = [(current[row["id"]], row) for row in rows if row["id"] in current]
        gone = {note.id for note, row in here if note.modified == row["modified"]}
        self._notes.delete_all(gone)
        return len(gone), [note.body or note.exact for note, _ in here if note.id not in gone]

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
