"""Taking packs in: preview, one transaction, a journal, and the way back.

Every text that comes is kept as a revision; what stands on the shelf changes only as was
decided. The journal of an import holds what stood there before, so that it can be undone
later too; what the person has changed since is left as it is, and said.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kb_app.library.authoring import write_atomically
from kb_app.library.catalogue import Catalogue
from kb_app.library.collections import Collections, Item
from kb_app.library.revisions import Revisions, now
from kb_app.notes.notes import Notes
from kb_app.packs import trust
from kb_app.packs.cleaning import clean_picture
from kb_app.packs.errors import DecisionNeeded, ImportMissing, UndoImpossible
from kb_app.packs.gate import CheckedPack, reading
from kb_app.packs.merge import Decision, Preview, document_rows, note_rows
from kb_app.packs.taking import Journal, Outcome, Taking
from kb_app.places import Places
from kb_app.store import Store
from kb_app.workshops.model import Workshop, workshop_from_json
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


@dataclass(frozen=True)
class Undone:
    """What an undo put back, and what it left because it was changed since."""

    put_back: int
    left: tuple[str, ...] = ()


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
        self._places = places
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
            for uid in {block.entry for block in plan.blocks() if block.entry}:
                used_by[uid] = (*used_by.get(uid, ()), plan.title)
        rows = document_rows(pack, self._catalogue(), self._revisions, self._notes, used_by)
        held_plans = {plan.id for plan in plans}
        held_collections = {collection.id for collection in self._collections.all()}
        return Preview(
            pack,
            tuple(rows),
            tuple(note_rows(pack, self._notes)),
            tuple(_titled(pack, "workshops", held_plans)),
            tuple(_titled(pack, "collections", held_collections)),
            trust.judge(self._store, pack),
            max(0, pack.files.get("data/glossary.csv", b"").count(b"\n") - 1),
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
        key. Raises DecisionNeeded, DiskFull, StoreReadOnly.
        """
        if preview.trust.asks and not trusted:
            raise DecisionNeeded(preview.trust.standing)
        taking = Taking(self._revisions, preview, decisions or {})
        total = len(preview.rows) + len(preview.pack.manifest.documents) // 50 + 2
        kept = self._keep_file(path, preview.pack.sha256)
        done = False
        try:
            pictures = yield from self._cleaned(preview.pack, total)
            with self._store.transaction() as connection:
                for step, row in enumerate(preview.rows, start=1):
                    taking.take(row)
                    if step % 50 == 0 or step == len(preview.rows):
                        yield step, total
                self._take_media(taking.journal, preview.pack, pictures)
                notes = [
                    n for n in preview.pack.notes if wanted_notes is None or n.id in wanted_notes
                ]
                received = self._notes.receive(notes, preview.pack.manifest.pack_id)
                taking.journal.notes = [
                    {"id": i, "modified": self._notes.get(i).modified}
                    for i in (*received.new, *received.beside)
                ]
                plans = self._take_plans(taking.journal, preview)
                self._take_collections(taking.journal, preview)
                trust.remember(self._store, preview.pack)
                outcome = taking.outcome(
                    len(received.new), len(received.beside), plans, _left_out(pictures)
                )
                connection.execute(
                    "INSERT INTO pack_import VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)",
                    _record_of(preview.pack, outcome, taking.journal),
                )
            done = True
            return outcome
        finally:
            if kept is not None and not done:
                kept.unlink(missing_ok=True)

    def _keep_file(self, path: Path, digest: str) -> Path | None:
        """Keep the file as it was received; the path when it was not there yet."""
        self._places.received.mkdir(parents=True, exist_ok=True)
        kept = self._places.received / f"{digest}.batea"
        if kept.exists():
            return None
        write_atomically(kept, path.read_bytes())
        return kept

    def _cleaned(
        self, pack: CheckedPack, total: int
    ) -> Generator[tuple[int, int], None, dict[str, tuple[bytes, str] | None]]:
        """Pictures made anew, by name; None for those that cannot be shown."""
        out: dict[str, tuple[bytes, str] | None] = {}
        for row in pack.manifest.media():
            data = pack.files.get(row.path)
            out[row.name] = clean_picture(data) if data is not None else None
            yield 0, total
        return out

    def _take_media(
        self,
        journal: Journal,
        pack: CheckedPack,
        pictures: Mapping[str, tuple[bytes, str] | None],
    ) -> None:
        """Pictures go into files named by their digest; a name belongs to its document."""
        self._places.media.mkdir(parents=True, exist_ok=True)
        with self._store.transaction() as connection:
            for name, picture in pictures.items():
                if picture is None:
                    continue
                data, ending = picture
                file = f"{sha256(data).hexdigest()}.{ending}"
                if not (self._places.media / file).exists():
                    write_atomically(self._places.media / file, data)
                for uid in {document.uid for document in pack.manifest.documents}:
                    fresh = connection.execute(
                        "INSERT OR IGNORE INTO medium VALUES (?, ?, ?)", (uid, name, file)
                    ).rowcount
                    if fresh:
                        journal.media.append({"uid": uid, "name": name})

    def _take_plans(self, journal: Journal, preview: Preview) -> list[str]:
        taken = []
        for plan_id, title, state in preview.workshops:
            if state == "new":
                value = json.loads(preview.pack.files[f"data/workshops/{plan_id}.json"])
                plan = self._workshops.save(workshop_from_json(value))
                journal.workshops.append({"id": plan.id, "sha256": _digest(plan)})
                taken.append(title)
        return taken

    def _take_collections(self, journal: Journal, preview: Preview) -> None:
        for collection_id, title, state in preview.collections:
            if state != "new":
                continue
            value = json.loads(preview.pack.files[f"data/collections/{collection_id}.json"])
            self._collections.create(title, str(value.get("remark", "")), collection_id)
            items = [
                Item(str(row.get("uid", "")), str(row.get("remark", "")))
                for row in value.get("items", [])
                if isinstance(row, dict)
            ]
            self._collections.arrange(collection_id, items)
            journal.collections.append(collection_id)

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
        return self._places.received / f"{record.sha256}.batea"

    def undo(self, import_id: str) -> Undone:
        """Put everything back as it was before an import, in one transaction.

        What was changed since stays and is named. Raises ImportMissing, UndoImpossible.
        """
        record = self.get(import_id)
        if record.undone:
            raise UndoImpossible(record.id)
        rows = self._store.rows("SELECT journal FROM pack_import WHERE id = ?", (record.id,))
        journal: dict[str, list[Any]] = json.loads(rows[0]["journal"])
        with self._store.transaction() as connection:
            undone = Undone(
                *_summed(
                    self._put_texts_back(journal["shelved"]),
                    self._take_notes_out(journal["notes"]),
                    self._take_plans_out(journal["workshops"]),
                )
            )
            for collection_id in journal["collections"]:
                self._collections.delete(collection_id)
            connection.executemany(
                "DELETE FROM medium WHERE uid = ? AND name = ?",
                [(row["uid"], row["name"]) for row in journal["media"]],
            )
            connection.execute("UPDATE pack_import SET undone = ? WHERE id = ?", (now(), record.id))
        return undone

    def _put_texts_back(self, rows: list[dict[str, Any]]) -> tuple[int, list[str]]:
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

    def _take_notes_out(self, rows: list[dict[str, Any]]) -> tuple[int, list[str]]:
        current = {note.id: note for note in self._notes.all()}
        here = [(current[row["id"]], row) for row in rows if row["id"] in current]
        gone = [note.id for note, row in here if note.modified == row["modified"]]
        self._notes.delete_all(gone)
        left = [note.body or note.exact for note, row in here if note.id not in gone]
        return len(gone), left

    def _take_plans_out(self, rows: list[dict[str, Any]]) -> tuple[int, list[str]]:
        plans = {plan.id: plan for plan in self._workshops.all()}
        left, count = [], 0
        for row in rows:
            plan = plans.get(row["id"])
            if plan is not None and _digest(plan) == row["sha256"]:
                self._workshops.delete(plan.id)
                count += 1
            elif plan is not None:
                left.append(plan.title)
        return count, left

    def media_of(self, uid: str, name: str) -> bytes | None:
        """The bytes of a picture that a pack brought for an entry, or None."""
        rows = self._store.rows("SELECT file FROM medium WHERE uid = ? AND name = ?", (uid, name))
        if rows:
            with suppress(OSError):
                return (self._places.media / str(rows[0]["file"])).read_bytes()
        return None


def _digest(plan: Workshop) -> str:
    return sha256(plan.canonical().encode("utf-8")).hexdigest()


def _summed(*parts: tuple[int, list[str]]) -> tuple[int, tuple[str, ...]]:
    return sum(n for n, _ in parts), tuple(title for _, titles in parts for title in titles)


def _titled(
    pack: CheckedPack, folder: str, held: set[str]
) -> Generator[tuple[str, str, str], None, None]:
    for name in sorted(pack.files):
        if name.startswith(f"data/{folder}/"):
            value = json.loads(pack.files[name])
            value_id = name.rpartition("/")[2].removesuffix(".json")
            if isinstance(value, dict) and value.get("id", value_id) == value_id:
                title = str(value.get("title", ""))
                yield value_id, title, "held" if value_id in held else "new"


def _left_out(pictures: Mapping[str, tuple[bytes, str] | None]) -> list[str]:
    return sorted(name for name, picture in pictures.items() if picture is None)


def _record_of(pack: CheckedPack, outcome: Outcome, journal: Journal) -> tuple[Any, ...]:
    manifest = pack.manifest
    return (
        outcome.import_id, manifest.pack_id, pack.sha256, pack.size, manifest.kind,
        manifest.in_reply_to, manifest.title, manifest.publisher.id, manifest.publisher.name,
        pack.signature.key if pack.signature else "", manifest.created, now(),
        json.dumps(outcome.as_json(), ensure_ascii=False, sort_keys=True), journal.text(),
    )  # fmt: skip
