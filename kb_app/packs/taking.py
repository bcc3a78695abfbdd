"""One import while it happens: what each text becomes, and the journal to put it back."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from indexer.documents import Edition, read_edition
from kb_app.library.revisions import Revisions
from kb_app.packs.merge import CONFLICTS, Decision, Preview, Row

_SHELF = "pack"
_COPY_SPACE = uuid.UUID("0f4c1c4e-53a2-5a58-9d28-4f6f6f5b6f0e")


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
            "pictures_left_out": list(self.pictures_left_out),
        }


@dataclass
class Journal:
    """What was there before, to put it back. All plain JSON."""

    shelved: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, str]] = field(default_factory=list)
    workshops: list[dict[str, str]] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    media: list[dict[str, str]] = field(default_factory=list)

    def text(self) -> str:
        """As it is stored."""
        return json.dumps(vars(self), sort_keys=True)


class Taking:
    """Call `take` for each row inside the import's transaction, then `outcome`."""

    def __init__(
        self,
        revisions: Revisions,
        preview: Preview,
        decisions: Mapping[tuple[str, str], Decision],
    ) -> None:
        self.journal = Journal()
        self._revisions = revisions
        self._pack = preview.pack
        self._decisions = decisions
        self._shelf = f"{_SHELF}:{preview.pack.manifest.pack_id}"
        self._parents = {(d.uid, d.lang): d.parents for d in preview.pack.manifest.documents}
        self._said: dict[str, list[str]] = {
            "new": [], "updated": [], "copied": [], "conflicts": []
        }  # fmt: skip
        self._skipped: list[tuple[str, str]] = []

    def take(self, row: Row) -> None:
        """Do with a text of the pack what was decided."""
        key = (row.uid, row.lang)
        decision = self._decisions.get(key, row.default)
        edition, raw = self._pack.editions[key], self._pack.raws[key]
        if row.state not in ("same", "older"):
            # Kept whatever is decided: beside ours, it can be compared and taken later.
            self._revisions.keep(edition, raw, self._parents[key])
        if decision == "copy":
            self._copy(row, edition, raw)
        elif decision == "take" and row.state not in ("same", "older"):
            self._shelve(row, edition)
            self._said["new" if row.state == "new" else "updated"].append(edition.slug)
        elif row.state in CONFLICTS:
            self._said["conflicts"].append(edition.slug)
            self._skipped.append((row.uid, row.state))
        else:
            why = row.state if row.state in ("same", "older") else "not taken"
            self._skipped.append((row.uid, why))

    def _shelve(self, row: Row, edition: Edition) -> None:
        before = self._revisions.place(row.uid, row.lang)
        self._revisions.shelve(self._shelf, row.uid, row.lang, edition.sha256)
        self.journal.shelved.append(
            {"uid": row.uid, "lang": row.lang, "shelf": self._shelf, "sha256": edition.sha256,
             "before": list(before) if before else None, "title": row.title}
        )  # fmt: skip

    def _copy(self, row: Row, edition: Edition, raw: bytes) -> None:
        """The text under a uid of its own: the same one each time, so that it is made once."""
        uid = str(uuid.uuid5(_COPY_SPACE, f"{row.uid} {self._pack.manifest.publisher.id}"))
        text = re.sub(rb"(?m)^uid:.*$", b"uid: " + uid.encode("ascii"), raw, count=1)
        slug = f"{edition.slug}-2"
        copy = read_edition(text, f"{slug}.{edition.lang}.md", slug)
        self._revisions.keep(copy, text, (edition.sha256,))
        before = self._revisions.place(uid, row.lang)
        self._revisions.shelve(self._shelf, uid, row.lang, copy.sha256)
        self.journal.shelved.append(
            {"uid": uid, "lang": row.lang, "shelf": self._shelf, "sha256": copy.sha256,
             "before": list(before) if before else None, "title": row.title}
        )  # fmt: skip
        self._said["copied"].append(slug)

    def outcome(
        self, notes_new: int, notes_beside: int, plans: list[str], left_out: list[str]
    ) -> Outcome:
        """All that came of it."""
        once = {name: tuple(dict.fromkeys(slugs)) for name, slugs in self._said.items()}
        return Outcome(
            str(uuid.uuid4()), once["new"], once["updated"], once["copied"], once["conflicts"],
            tuple(self._skipped), notes_new, notes_beside, tuple(plans), tuple(left_out),
        )  # fmt: skip
