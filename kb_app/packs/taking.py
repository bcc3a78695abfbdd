"""One import while it happens: what each text of a pack becomes."""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from indexer.documents import read_edition
from indexer.errors import DocumentUnreadable
from kb_app.library.arriving import ArrivingText
from kb_app.packs.checked import CheckedPack, slug_of
from kb_app.packs.manifest import PackDocument
from kb_app.packs.merge import CHOICES, CONFLICTS, Decision, Preview, Row

SHELF = "pack"
_COPY_SPACE = uuid.UUID("0f4c1c4e-53a2-5a58-9d28-4f6f6f5b6f0e")
# What may be the name of a picture in a text: taken for it when the pack has such a picture.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
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


class Taking:
    """Call `take` for each row: it gives the texts to keep. `done` counts the rows; `shelved` is
    what will stand on the shelf, and `shown` are pairs of the uid that a text has there and the
    name of a picture that it shows.
    """

    def __init__(
        self,
        preview: Preview,
        pack: CheckedPack,
        decisions: Mapping[tuple[str, str], Decision],
        pictures: Iterable[str] = (),
    ) -> None:
        self.done = 0
        self.shelved: list[dict[str, Any]] = []
        self.shown: set[tuple[str, str]] = set()
        self._pack = pack
        self._decisions = decisions
        self._pictures = frozenset(pictures)
        self._shelf = f"{SHELF}:{pack.manifest.pack_id}"
        self._documents = {(d.uid, d.lang): d for d in pack.manifest.documents}
        self._said: dict[str, list[str]] = defaultdict(list)
        self._skipped: list[tuple[str, str]] = []

    def take(self, row: Row) -> list[ArrivingText]:
        """What becomes of a text of the pack, as far as its state allows what was decided."""
        self.done += 1
        if row.state in ("same", "older"):
            self._skipped.append((row.uid, row.state))
            return []
        key = (row.uid, row.lang)
        document = self._documents[key]
        raw, slug = self._pack.files[document.path], slug_of(document)
        decision = self._decisions.get(key, row.default)
        if decision not in CHOICES[row.state]:
            decision = row.default
        # Kept whatever is decided: beside ours, it can be compared and taken later.
        shelf = self._shelf if decision == "take" else ""
        kept = ArrivingText(row.uid, row.lang, document.sha256, slug, raw, document.parents, shelf)
        copy = self._copied(document, raw) if decision == "copy" else None
        if copy is not None:
            self._shelve(copy, row.title)
            self._said["copied"].append(copy.slug)
            return [kept, copy]
        if decision == "take":
            self._shelve(kept, row.title)
            self._said["new" if row.state == "new" else "updated"].append(slug)
        elif row.state in CONFLICTS:
            self._said["conflicts"].append(slug)
            self._skipped.append((row.uid, row.state))
        else:
            self._skipped.append((row.uid, "not taken"))
        return [kept]

    def _shelve(self, text: ArrivingText, title: str) -> None:
        self.shelved.append(
            {"uid": text.uid, "lang": text.lang, "shelf": self._shelf, "sha256": text.sha256,
             "title": title}
        )  # fmt: skip
        if self._pictures:
            names = self._pictures.intersection(_NAME.findall(text.raw.decode("utf-8")))
            self.shown.update((text.uid, name) for name in names)

    def _copied(self, document: PackDocument, raw: bytes) -> ArrivingText | None:
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
        if (copy.uid, copy.lang) != (uid, document.lang):
            return None
        return ArrivingText(
            uid, copy.lang, copy.sha256, slug, text, (document.sha256,), self._shelf
        )

    def said(self, what: str) -> tuple[str, ...]:
        """The slugs of what was "new", "updated", "copied" or left in "conflicts"."""
        return tuple(dict.fromkeys(self._said[what]))

    @property
    def skipped(self) -> tuple[tuple[str, str], ...]:
        """What was left, and why."""
        return tuple(self._skipped)
