"""What leaves: packs from a selection, replies, and a look at every name before they go."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from indexer.documents import Edition, Entry
from kb_app.library.catalogue import MINE, Catalogue
from kb_app.library.collections import READING_LIST, Collection
from kb_app.library.revisions import Revisions, as_stamp
from kb_app.notes.filters import for_others
from kb_app.notes.model import Note
from kb_app.notes.notes import Notes
from kb_app.packs.additions import used_in
from kb_app.packs.checked import CheckedPack
from kb_app.packs.foreign import Foreign, foreign_of
from kb_app.packs.imports import Imports
from kb_app.packs.manifest import Publisher
from kb_app.packs.signing import SigningKey, open_key, set_password
from kb_app.packs.taking import SHELF
from kb_app.packs.writer import PackContents
from kb_app.places import Places
from kb_app.store import Store
from kb_app.workshops.model import Workshop

KEY_FILE = "signing-key.json"
# Fields of plans and collections that hold no words of a person.
_NOT_FREE = frozenset(
    "id uid format version language created modified date start end anchor kind priority per "
    "entry section revisions audiences test".split()
)


@dataclass(frozen=True)
class Leaving:
    """A name or a free text that a pack takes out: `kind` is "name", "note", "workshop" or
    "text", `where` the title of what it stands in.
    """

    kind: Literal["name", "note", "workshop", "text"]
    text: str
    where: str


class Sending:
    """Makes the contents of packs. `images_of` gives the pictures that texts show."""

    def __init__(
        self,
        places: Places,
        store: Store,
        catalogue: Callable[[], Catalogue],
        revisions: Revisions,
        notes: Notes,
        images_of: Callable[[Iterable[Edition]], dict[str, bytes]],
        imports: Imports,
    ) -> None:
        self._places = places
        self._store = store
        self._catalogue = catalogue
        self._revisions = revisions
        self._notes = notes
        self._images_of = images_of
        self._imports = imports

    def publisher(self) -> Publisher:
        """Who sends: an id made once for this data folder, and the agency's or own name."""
        publisher_id = str(self._store.setting("publisher", ""))
        if not publisher_id:
            publisher_id = str(uuid.uuid4())
            self._store.set_setting("publisher", publisher_id)
        name = self._store.setting("agency", "") or self._store.setting("name", "")
        return Publisher(publisher_id, str(name))

    def key(self, password: str = "") -> SigningKey:
        """The signing key of this data folder, made on first use. Raises KeyLocked."""
        return open_key(self.key_file, password)

    def protect_key(self, password: str, before: str = "") -> SigningKey:
        """Put a password on the signing key, or take it off (""). Raises KeyLocked."""
        return set_password(self.key_file, password, before)

    @property
    def key_file(self) -> Path:
        """Where the signing key lies: a copy of this file is a copy of the key."""
        return self._places.data / KEY_FILE

    def contents(
        self,
        title: str,
        entries: Sequence[Entry],
        *,
        with_notes: bool = False,
        chosen_notes: frozenset[str] = frozenset(),
        workshops: Sequence[Workshop] = (),
        collections: Sequence[Collection] = (),
        summary: str = "",
    ) -> PackContents:
        """A pack of entries, of what workshops and collections use, and of shareable notes.

        A workshop brings the texts it has pinned where they are kept. Private notes never
        leave; sensitive ones only if `chosen_notes` names them.
        """
        catalogue = self._catalogue()
        uids = dict.fromkeys(entry.uid for entry in entries)
        uids |= dict.fromkeys(item.uid for one in collections for item in one.items)
        uids |= dict.fromkeys(uid for plan in workshops for uid in plan.uses())
        texts = {
            (uid, lang): edition
            for uid in uids
            if uid in catalogue
            for lang, edition in catalogue.entry(uid).editions.items()
        }
        texts |= self._pinned(workshops)
        editions = [texts[key] for key in sorted(texts)]
        notes: list[Note] = []
        if with_notes:
            mine = [note for note in self._notes.all() if (note.uid, note.lang) in texts]
            notes = for_others(mine, chosen_notes)
        return self._packed(
            title, editions, notes, summary=summary, workshops=workshops, collections=collections
        )

    def reply(
        self, received: CheckedPack, title: str, entries: Sequence[Entry] = ()
    ) -> PackContents:
        """What goes back to the sender of a pack: my shareable notes on its texts, its texts
        that I changed, my own entries and those of `entries`; none of the sender's unchanged
        texts.
        """
        theirs = {(d.uid, d.lang): d.sha256 for d in received.manifest.documents}
        chosen = {entry.uid for entry in entries}
        editions = [
            edition
            for entry in self._catalogue()
            if entry.shelf == MINE or entry.uid in chosen
            for lang, edition in sorted(entry.editions.items())
            if theirs.get((entry.uid, lang)) != edition.sha256
            and (entry.uid in chosen or self._is_mine(entry.uid, lang, edition))
        ]
        known = {note.id: note for note in received.notes}
        uids = {uid for uid, _ in theirs} | {edition.uid for edition in editions}
        notes = [
            note
            for note in for_others(self._notes.all())
            if note.uid in uids
            and not (note.id in known and known[note.id].says_the_same(note))
            and note.origin == "mine"
        ]
        return self._packed(
            title, editions, notes, kind="reply", in_reply_to=received.manifest.pack_id
        )

    def _is_mine(self, uid: str, lang: str, edition: Edition) -> bool:
        place = self._revisions.place(uid, lang)
        return place is not None and place == (MINE, edition.sha256)

    def _pinned(self, workshops: Sequence[Workshop]) -> dict[tuple[str, str], Edition]:
        pinned = {}
        for plan in workshops:
            for block in plan.blocks():
                for lang, digest in block.revisions.items():
                    edition = self._revisions.edition(block.entry, lang, digest)
                    if edition is not None:
                        pinned[block.entry, lang] = edition
        return pinned

    def _packed(
        self,
        title: str,
        editions: Sequence[Edition],
        notes: Sequence[Note],
        *,
        kind: str = "material",
        in_reply_to: str = "",
        summary: str = "",
        workshops: Sequence[Workshop] = (),
        collections: Sequence[Collection] = (),
    ) -> PackContents:
        raws, parents = {}, {}
        for edition in editions:
            key = (edition.uid, edition.lang)
            raws[key] = self._raw(edition)
            parents[key] = sorted(self._revisions.ancestors(*key, edition.sha256))
        texts = {(edition.uid, edition.lang): edition.sha256 for edition in editions}
        foreign = Foreign() if kind == "reply" else foreign_of(
            self._received(texts, notes),
            texts,
            frozenset(note.id for note in notes),
            frozenset(one.id for one in collections),
        )  # fmt: skip
        words = used_in(self._imports.additions.rows(), (edition.body for edition in editions))
        return PackContents(
            foreign=foreign,
            glossary=words if kind != "reply" else (),
            title=title,
            created=_moment(),
            publisher=self.publisher(),
            editions=editions,
            raws=raws,
            kind=kind,
            summary=summary,
            in_reply_to=in_reply_to,
            parents=parents,
            notes=notes,
            media=self._images_of(editions),
            workshops={plan.id: plan.to_json() for plan in workshops},
            collections={
                # The reading list is everybody's own: its texts go, it stays.
                one.id: _collection_json(one)
                for one in collections
                if one.id != READING_LIST
            },
        )

    def _received(
        self, texts: Mapping[tuple[str, str], str], notes: Sequence[Note]
    ) -> Iterator[Path]:
        """The packs, oldest first, that brought some of these texts and notes."""
        packs = {note.origin for note in notes}
        for (uid, lang), digest in texts.items():
            place = self._revisions.place(uid, lang)
            if place is not None and place[1] == digest:
                packs.add(place[0].removeprefix(f"{SHELF}:"))
        for record in reversed(self._imports.all()):
            if record.pack_id in packs and not record.undone:
                yield self._imports.kept_file(record)

    def _raw(self, edition: Edition) -> bytes:
        kept = self._revisions.raw(edition.uid, edition.lang, edition.sha256)
        return kept if kept is not None else edition.text.read()


def leaving(contents: PackContents) -> list[Leaving]:
    """Every name and every free text that a pack takes out, for the person to look at."""
    titles = {(e.uid, e.lang): e.front.title for e in contents.editions}
    out = []
    if contents.publisher.name:
        out.append(Leaving("name", contents.publisher.name, contents.title))
    for note in contents.notes:
        where = titles.get((note.uid, note.lang), note.exact[:60])
        if note.creator:
            out.append(Leaving("name", note.creator, where))
        out += [Leaving("note", text, where) for text in (note.body or note.exact, *note.tags)]
    for value in (*contents.workshops.values(), *contents.collections.values()):
        title = str(value.get("title", ""))
        out += [Leaving("workshop", text, title) for text in _free_texts(value)]
    for edition in contents.editions:
        names = [Leaving("name", author, edition.front.title) for author in edition.front.authors]
        out += [*names, Leaving("text", edition.front.title, edition.front.title)]
    return list(dict.fromkeys(out))


def _free_texts(value: Any) -> Iterator[str]:
    """What somebody wrote in a plan or collection: all its texts but ids, dates and kinds."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _NOT_FREE:
                yield from _free_texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _free_texts(inner)
    elif isinstance(value, str) and value.strip():
        yield value


def _collection_json(collection: Collection) -> dict[str, Any]:
    return {
        "id": collection.id,
        "title": collection.title,
        "remark": collection.remark,
        "items": [{"uid": item.uid, "remark": item.remark} for item in collection.items],
    }


def _moment() -> str:
    """Now, or the time that a reproducible build asks for (SOURCE_DATE_EPOCH)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return as_stamp(datetime.fromtimestamp(int(epoch), UTC))
    return as_stamp(datetime.now(UTC))


def default_name(title: str) -> str:
    """A file name for a pack with that title."""
    words = "".join(c if c.isalnum() else "-" for c in title.lower())
    return f"{'-'.join(part for part in words.split('-') if part)[:60] or 'batea'}.batea"


def pack_path(path: Path) -> Path:
    """The path with a pack's ending, when it has none."""
    return path if path.suffix else path.with_suffix(".batea")
