"""One import while it happens: what each text becomes, and the journal to put it back."""

from __future__ import annotations

import json
import re
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from indexer.documents import Edition, read_edition
from indexer.errors import DocumentUnreadable
from kb_app.library.revisions import Revisions
from kb_app.packs.checked import CheckedPack, slug_of
from kb_app.packs.manifest import PackDocument
from kb_app.packs.merge import CHOICES, CONFLICTS, Decision, Preview, Row

SHELF = "pack"
_COPY_SPACE = uuid.UUID("0f4c1c4e-53a2-5a58-9d28-4f6f6f5b6f0e")
_UID_LINE = re.compile(rb"(?m)^uid:.*$")


@dataclass(frozen=True)
class Outcome:
    """What came of an import: slugs or titles of what was added, updated, left; `reasons`
    says why each was left ("same", "older", "fork", "unrelated", "not taken").
    """

    import_id: str
    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    notes_new: int = 0
    notes_beside: int = 0
    workshops: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    concepts: int = 0
    pictures_left_out: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For the log and for programs."""
        return {
            "import_id": self.import_id,
            "new": list(self.new),
            "updated": list(self.updated),
            "copied": list(self.copied),
            "conflicts": list(self.conflicts),
            "skipped": [{"id": uid, "why": why} for uid, why in self.skipped],
            "notes": {"new": self.notes_new, "beside": self.notes_beside},
            "workshops": list(self.workshops),
            "collections": list(self.collections),
            "concepts": self.concepts,
            "pictures_left_out": list(self.pictures_left_out),
        }


@dataclass
class Journal:
    """What was there before, to put it back. All plain JSON."""

    shelved: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, str]] = field(default_factory=list)
    workshops: list[dict[str, str]] = field(default_factory=list)
    collections: list[dict[str, str]] = field(default_factory=list)
    media: list[dict[str, str]] = field(default_factory=list)
    concepts: list[dict[str, str]] = field(default_factory=list)
    key: dict[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """As it is stored."""
        return json.dumps(vars(self), sort_keys=True)


class Taking:
    """Call `take` for each row inside the import's transaction. `taken` are then the texts
    that stand on the shelf: the uid that each has there, by the key that it has in the pack.
    """

    def __init__(
        self,
        revisions: Revisions,
        preview: Preview,
        pack: CheckedPack,
        decisions: Mapping[tuple[str, str], Decision],
    ) -> None:
        self.journal = Journal()
        self.taken: dict[tuple[str, str], str] = {}
        self._revisions = revisions
        self._pack = pack
        self._decisions = decisions
        self._shelf = f"{SHELF}:{pack.manifest.pack_id}"
        self._documents = {(d.uid, d.lang): d for d in pack.manifest.documents}
        self._said: dict[str, list[str]] = defaultdict(list)
        self._skipped: list[tuple[str, str]] = []

    def take(self, row: Row) -> None:
        """Do with a text of the pack what was decided, as far as its state allows it."""
        if row.state in ("same", "older"):
            self._skipped.append((row.uid, row.state))
            return
        key = (row.uid, row.lang)
        document = self._documents[key]
        raw, slug = self._pack.files[document.path], slug_of(document)
        # Kept whatever is decided: beside ours, it can be compared and taken later.
        self._revisions.keep_bytes(row.uid, row.lang, slug, raw, document.parents)
        decision = self._decisions.get(key, row.default)
        if decision not in CHOICES[row.state]:
            decision = row.default
        copy = self._copied(document, raw) if decision == "copy" else None
        if copy is not None:
            self._revisions.keep(*copy, (document.sha256,))
            self._shelve(row, copy[0].uid, copy[0].sha256)
            self._said["copied"].append(copy[0].slug)
        elif decision == "take":
            self._shelve(row, row.uid, row.sha256)
            self._said["new" if row.state == "new" else "updated"].append(slug)
        elif row.state in CONFLICTS:
            self._said["conflicts"].append(slug)
            self._skipped.append((row.uid, row.state))
        else:
            self._skipped.append((row.uid, "not taken"))

    def _shelve(self, row: Row, uid: str, digest: str) -> None:
        before = self._revisions.place(uid, row.lang)
        self._revisions.shelve(self._shelf, uid, row.lang, digest)
        self.taken[row.uid, row.lang] = uid
        self.journal.shelved.append(
            {"uid": uid, "lang": row.lang, "shelf": self._shelf, "sha256": digest,
             "before": list(before) if before else None, "title": row.title}
        )  # fmt: skip

    def _copied(self, document: PackDocument, raw: bytes) -> tuple[Edition, bytes] | None:
        """A text under a uid of its own: the same one each time, so that it is made once. None
        when its front matter is written so oddly that it cannot be given another uid.
        """
        publisher = self._pack.manifest.publisher.id
        uid = str(uuid.uuid5(_COPY_SPACE, f"{document.uid} {publisher}"))
        text = _UID_LINE.sub(b"uid: " + uid.encode("ascii"), raw, count=1)
        slug = f"{slug_of(document)}-2"
        try:
            copy = read_edition(text, f"{slug}.{document.lang}.md", slug)
        except DocumentUnreadable:
            return None
        return (copy, text) if (copy.uid, copy.lang) == (uid, document.lang) else None

    def said(self, what: str) -> tuple[str, ...]:
        """The slugs of what was "new", "updated", "copied" or left in "conflicts"."""
        return tuple(dict.fromkeys(self._said[what]))

    @property
    def skipped(self) -> tuple[tuple[str, str], ...]:
        """What was left, and why."""
        return tuple(self._skipped)
