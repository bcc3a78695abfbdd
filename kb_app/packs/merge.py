"""What would become of each thing in a pack. Nothing is changed here: it is all preview.

Identity is (uid, lang, sha256) and the chain of parents; dates and numbers decide nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from indexer import tree
from indexer.documents import Edition
from kb_app.library.catalogue import Catalogue
from kb_app.library.revisions import Revisions
from kb_app.notes.model import Note
from kb_app.packs.checked import CheckedPack
from kb_app.packs.manifest import PackDocument
from kb_app.packs.trust import Trust

State = Literal["new", "same", "update", "older", "fork", "unrelated"]
Decision = Literal["take", "copy", "leave"]
# What may be decided about each state; the first is the default.
CHOICES: Mapping[State, tuple[Decision, ...]] = {
    "new": ("take", "leave"),
    "update": ("take", "leave"),
    "same": ("leave",),
    "older": ("leave",),
    "fork": ("leave", "take", "copy"),
    "unrelated": ("leave", "copy"),
}
CONFLICTS: tuple[State, ...] = ("fork", "unrelated")


@dataclass(frozen=True)
class Row:
    """One text of a pack and how it stands to what is held. `workshops` are the titles of my
    plans that use it and `notes` the number of my notes on it.
    """

    uid: str
    lang: str
    title: str
    kind: str
    state: State
    sha256: str
    held: str = ""
    shelf: str = ""
    notes: int = 0
    workshops: tuple[str, ...] = ()

    @property
    def default(self) -> Decision:
        """What is done when the person says nothing: only what is safe."""
        return CHOICES[self.state][0]

    @property
    def changes(self) -> bool:
        """Whether there is anything to decide."""
        return len(CHOICES[self.state]) > 1


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note of a pack: "new", "same", or "beside" one of the same id with other words."""

    note: Note
    state: Literal["new", "same", "beside"]


@dataclass(frozen=True)
class Preview:
    """All that would happen, for the person to decide. `workshops` and `collections` are
    (id, title, "new" or "held"); `concepts` counts the additions to the glossary; `deleted`
    are the titles of what its maker took out and is held here: shown, and left as it is.
    """

    pack: CheckedPack
    rows: tuple[Row, ...]
    notes: tuple[NoteRow, ...]
    workshops: tuple[tuple[str, str, str], ...]
    collections: tuple[tuple[str, str, str], ...]
    trust: Trust
    concepts: int = 0
    deleted: tuple[str, ...] = ()

    def of_state(self, *states: State) -> list[Row]:
        """The rows of some states."""
        return [row for row in self.rows if row.state in states]

    @property
    def brings_anything(self) -> bool:
        """Whether the safe part of the pack would change anything."""
        return (
            any(row.default == "take" for row in self.rows)
            or any(row.state != "same" for row in self.notes)
            or any(state == "new" for _, _, state in (*self.workshops, *self.collections))
            or self.concepts > 0
        )


def document_rows(
    pack: CheckedPack,
    catalogue: Catalogue,
    revisions: Revisions,
    notes: Iterable[Note],
    used_by: Mapping[str, tuple[str, ...]],
) -> Iterable[Row]:
    """A row for each text of a pack. `used_by`: titles of my plans by uid."""
    counts = Counter((note.uid, note.lang) for note in notes)
    for document in pack.manifest.documents:
        held = catalogue.entry(document.uid) if document.uid in catalogue else None
        edition = held.editions.get(document.lang) if held else None
        yield Row(
            document.uid,
            document.lang,
            document.title,
            document.kind,
            state_of(document, edition, revisions),
            document.sha256,
            edition.sha256 if edition else "",
            held.shelf if held else "",
            counts.get((document.uid, document.lang), 0),
            used_by.get(document.uid, ()),
        )


def state_of(document: PackDocument, held: Edition | None, revisions: Revisions) -> State:
    """How a text of a pack stands to the one that is held, by the chain of parents."""
    if held is None:
        return "new"
    if held.sha256 == document.sha256:
        return "same"
    uid, lang = document.uid, document.lang
    theirs = set(document.parents)
    for parent in document.parents:
        theirs |= revisions.ancestors(uid, lang, parent)
    ours = revisions.ancestors(uid, lang, held.sha256)
    if held.sha256 in theirs:
        return "update"
    if document.sha256 in ours:
        return "older"
    return "fork" if (ours | {held.sha256}) & (theirs | {document.sha256}) else "unrelated"


def note_rows(pack: CheckedPack, notes: Iterable[Note]) -> Iterable[NoteRow]:
    """A row for each note of a pack."""
    known = {note.id: note for note in notes}
    for note in pack.notes:
        ours = known.get(note.id)
        if ours is None:
            yield NoteRow(note, "new")
        else:
            yield NoteRow(note, "same" if ours.says_the_same(note) else "beside")


def deleted_rows(pack: CheckedPack, catalogue: Catalogue, notes: Iterable[Note]) -> Iterable[str]:
    """Titles of entries, and words of notes, that are held here and that the maker of a pack
    no longer has.
    """
    known = {note.id: note.body or note.exact for note in notes}
    for gone in pack.manifest.deleted:
        if gone in known:
            yield known[gone]
        elif gone in catalogue:
            yield catalogue.entry(gone).edition("").front.title


@dataclass(frozen=True)
class Change:
    """A stretch of words: "equal", "gone" (only here) or "added" (only in the pack)."""

    kind: Literal["equal", "gone", "added"]
    text: str


def word_diff(ours: Edition, theirs: Edition) -> list[Change]:
    """What differs between two texts, word by word, in reading order."""
    a = _words(tree.canonical_text(ours.document()).text)
    b = _words(tree.canonical_text(theirs.document()).text)
    numbers = {word: n for n, word in enumerate(dict.fromkeys((*a, *b)))}
    out: list[Change] = []
    for step in Indel.opcodes([numbers[w] for w in a], [numbers[w] for w in b]):
        gone, added = a[step.src_start : step.src_end], b[step.dest_start : step.dest_end]
        if step.tag == "equal":
            out.append(Change("equal", " ".join(gone)))
            continue
        if gone:
            out.append(Change("gone", " ".join(gone)))
        if added:
            out.append(Change("added", " ".join(added)))
    return out


def _words(text: str) -> list[str]:
    return text.split()
