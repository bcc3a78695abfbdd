"""Taking packs in: preview, all or nothing, a journal, and the way back.

Every text that comes is kept as a revision; what stands on the shelf changes only as was
decided. The journal of an import holds what stood there before, so that it can be undone
later too; what the person has changed since is left as it is, and said.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb_app.library.catalogue import Catalogue
from kb_app.library.collections import Collections
from kb_app.library.revisions import Revisions, now
from kb_app.notes.notes import Notes
from kb_app.notes.notes import Received as ReceivedNotes
from kb_app.packs import trust
from kb_app.packs.additions import GLOSSARY, Additions, rows_of
from kb_app.packs.arrival import Arrival
from kb_app.packs.checked import CheckedPack
from kb_app.packs.errors import DecisionNeeded, ImportMissing
from kb_app.packs.gate import reading
from kb_app.packs.journal import Journal
from kb_app.packs.merge import Decision, Preview, deleted_rows, document_rows, note_rows
from kb_app.packs.parts import COLLECTIONS, WORKSHOPS, items_of
from kb_app.packs.pictures import Pictures
from kb_app.packs.received import Received
from kb_app.packs.taking import Outcome, Taking
from kb_app.packs.undoing import Undoing, Undone, collection_digest, plan_digest
from kb_app.places import Places
from kb_app.store import Store
from kb_app.store.errors import DiskFull, FolderUnwritable
from kb_app.workshops.model import workshop_from_json
from kb_app.workshops.workshops import Workshops


@dataclass(frozen=True)
class ImportRecord:
    """An import as the history shows it. `undone` is a time or ""."""

    id: str
    pack_id: str
    sha256: str
    size: int
    kind: str
    title: str
    publisher: str
    key: str
    created: str
    imported: str
    undone: str
    log: Mapping[str, Any]


class Imports:
    """Packs taken into one set of data. `catalogue` gives the library as it is now."""

    def __init__(
        self,
        places: Places,
        store: Store,
        catalogue: Callable[[], Catalogue],
        revisions: Revisions,
        notes: Notes,
        workshops: Workshops,
        collections: Collections,
    ) -> None:
        self.received = Received(places.received)
        self.additions = Additions(store)
        self.pictures = Pictures(places.media, store)
        self._store = store
        self._catalogue = catalogue
        self._revisions = revisions
        self._notes = notes
        self._workshops = workshops
        self._collections = collections

    # --- before -----------------------------------------------------------------------

    def preview(self, path: Path) -> Generator[tuple[int, int], None, Preview]:
        """Take a file through the gate and say what would come of it; nothing is changed.

        Yields (done, total) in files. Raises PackRefused, PackNewer.
        """
        pack = yield from reading(path)
        return self.compare(pack)

    def compare(self, pack: CheckedPack) -> Preview:
        """How a checked pack stands to what is held here."""
        used_by: dict[str, tuple[str, ...]] = {}
        plans = self._workshops.all()
        for plan in plans:
            for uid in plan.uses():
                used_by[uid] = (*used_by.get(uid, ()), plan.title)
        catalogue = self._catalogue()
        held_notes = self._notes.all()
        rows = document_rows(pack, catalogue, self._revisions, held_notes, used_by)
        held_plans = {plan.id for plan in plans}
        held_collections = {collection.id for collection in self._collections.all()}
        known = {row["id"] for row in self.additions.rows()}
        return Preview(
            pack,
            tuple(rows),
            tuple(note_rows(pack, held_notes)),
            tuple(_titled(pack, WORKSHOPS, held_plans)),
            tuple(_titled(pack, COLLECTIONS, held_collections)),
            trust.judge(self._store, pack),
            sum(row["id"] not in known for row in _glossary(pack)),
            tuple(deleted_rows(pack, catalogue, held_notes)),
        )

    # --- taking -----------------------------------------------------------------------

    def take(
        self,
        path: Path,
        preview: Preview,
        decisions: Mapping[tuple[str, str], Decision] | None = None,
        wanted_notes: frozenset[str] | None = None,
        trusted: bool = False,
    ) -> Generator[tuple[int, int], None, Outcome]:
        """Take in what was decided, all or nothing: a cancel or an error changes nothing.

        `decisions` by (uid, lang) differ from each row's default; `wanted_notes` are the ids
        of the notes to take (None: all); `trusted`: the person accepts a changed or missing
        key. Raises DecisionNeeded, PackMissing, PackDamaged (the file has changed since the
        preview), ImportRunning, DiskFull, FolderUnwritable, StoreReadOnly.
        """
        if preview.trust.asks and not trusted:
            raise DecisionNeeded(preview.trust.standing)
        made: list[Path] = []
        done = False
        try:
            with Arrival(self._store, self._revisions) as arrival:
                kept = self.received.keep(path, preview.pack.sha256, made)
                pack = preview.pack.at(kept)
                total = len(preview.rows) + len(pack.notes) + 1
                files = yield from self.pictures.cleaned(pack, total, made)
                taking = Taking(preview, pack, decisions or {}, [n for n in files if files[n]])
                for step in arrival.texts(taking, preview.rows):
                    yield step, total
                wanted = [n for n in pack.notes if wanted_notes is None or n.id in wanted_notes]
                arriving, received = self._notes.compared(wanted, pack.manifest.pack_id)
                for step in arrival.notes(arriving):
                    yield len(preview.rows) + step, total
                outcome = self._shown(arrival, taking, pack, preview, files, received)
                done = True
            return outcome
        except OSError as error:
            full = error.errno == errno.ENOSPC
            raise (DiskFull() if full else FolderUnwritable(self.received.folder.name)) from error
        finally:
            if not done:
                for file in made:
                    file.unlink(missing_ok=True)

    def _shown(
        self,
        arrival: Arrival,
        taking: Taking,
        pack: CheckedPack,
        preview: Preview,
        files: Mapping[str, str],
        received: ReceivedNotes,
    ) -> Outcome:
        """The end of an import: everything is seen, or nothing has come."""
        journal = Journal()
        with arrival.showing() as before:
            journal.before = before
            self.pictures.show(journal, files, taking.shown)
            plans = self._take_plans(journal, pack, preview)
            shelves = self._take_collections(journal, pack, preview)
            for addition in _glossary(pack):
                if self.additions.add(addition, pack.manifest.pack_id):
                    journal.concepts.append(dict(addition))
            journal.key = trust.remember(self._store, pack)
            outcome = Outcome(
                arrival.import_id, taking.said("new"), taking.said("updated"),
                taking.said("copied"), taking.said("conflicts"), taking.skipped,
                len(received.new), len(received.beside), tuple(plans), tuple(shelves),
                len(journal.concepts), tuple(sorted(name for name in files if not files[name])),
            )  # fmt: skip
            with self._store.transaction() as connection:
                connection.execute(
                    "INSERT INTO pack_import VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)",
                    _record_of(pack, outcome, journal),
                )
        return outcome

    def _take_plans(self, journal: Journal, pack: CheckedPack, preview: Preview) -> list[str]:
        taken = []
        for plan_id, title, state in preview.workshops:
            if state == "new":
                value = json.loads(pack.files[f"{WORKSHOPS}{plan_id}.json"])
                plan = self._workshops.save(workshop_from_json(value))
                journal.workshops.append({"id": plan.id, "sha256": plan_digest(plan)})
                taken.append(title)
        return taken

    def _take_collections(self, journal: Journal, pack: CheckedPack, preview: Preview) -> list[str]:
        taken = []
        for collection_id, title, state in preview.collections:
            if state == "new":
                value = json.loads(pack.files[f"{COLLECTIONS}{collection_id}.json"])
                self._collections.create(title, value.get("remark", ""), collection_id)
                self._collections.arrange(collection_id, items_of(value))
                made = self._collections.get(collection_id)
                assert made is not None
                journal.collections.append({"id": made.id, "sha256": collection_digest(made)})
                taken.append(title)
        return taken

    # --- afterwards -------------------------------------------------------------------

    def all(self) -> list[ImportRecord]:
        """Every import, newest first."""
        rows = self._store.rows("SELECT * FROM pack_import ORDER BY imported DESC, rowid DESC")
        return [
            ImportRecord(
                row["id"], row["pack_id"], row["sha256"], row["size"], row["kind"], row["title"],
                row["publisher_name"], row["key"], row["created"], row["imported"],
                row["undone"], json.loads(row["log"]),
            )
            for row in rows
        ]  # fmt: skip

    def get(self, import_id: str) -> ImportRecord:
        """The import with that id, or with an id that begins so. Raises ImportMissing."""
        found = [r for r in self.all() if r.id == import_id]
        found = found or [
            r for r in self.all() if len(import_id) > 3 and r.id.startswith(import_id)
        ]
        if len(found) != 1:
            raise ImportMissing(import_id)
        return found[0]

    def kept_file(self, record: ImportRecord) -> Path:
        """The file as it was received."""
        return self.received.path_of(record.sha256)

    def undo(self, import_id: str) -> Generator[tuple[int, int], None, Undone]:
        """Put everything back as it was before an import, all or nothing; yields (done, total).

        What was changed since stays and is named. Raises ImportMissing, ImportRunning,
        UndoImpossible.
        """
        undoing = Undoing(self._store, self._revisions, self._notes, self._workshops,
                          self._collections, self.pictures, self.additions)  # fmt: skip
        return (yield from undoing.undo(self.get(import_id).id))

    def media_of(self, uid: str, name: str) -> bytes | None:
        """The bytes of a picture that a pack brought for an entry, or None."""
        return self.pictures.data_of(uid, name)


def _glossary(pack: CheckedPack) -> list[Mapping[str, str]]:
    return rows_of(pack.files[GLOSSARY]) if GLOSSARY in pack.files else []


def _titled(
    pack: CheckedPack, folder: str, held: set[str]
) -> Generator[tuple[str, str, str], None, None]:
    for name in pack.files.in_folder(folder):
        value = json.loads(pack.files[name])
        title = str(value.get("title", ""))
        yield value["id"], title, "held" if value["id"] in held else "new"


def _record_of(pack: CheckedPack, outcome: Outcome, journal: Journal) -> tuple[Any, ...]:
    manifest = pack.manifest
    return (
        outcome.import_id, manifest.pack_id, pack.sha256, pack.size, manifest.kind,
        manifest.in_reply_to, manifest.title, manifest.publisher.id, manifest.publisher.name,
        pack.signature.key if pack.signature else "", manifest.created, now(),
        json.dumps(outcome.as_json(), ensure_ascii=False, sort_keys=True), journal.text(),
    )  # fmt: skip
