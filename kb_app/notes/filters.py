"""Which notes are wanted: by words, entry, language, purpose, tag, origin, marks, time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from indexer.analysis import fold
from kb_app.notes.model import MINE, Note


@dataclass(frozen=True)
class NoteFilter:
    """An empty field asks nothing. `since` and `until` are ISO 8601 beginnings of times
    ("2026-11"), compared with the last change.
    """

    words: str = ""
    uids: frozenset[str] = frozenset()
    lang: str = ""
    purposes: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    origin: str = ""
    shareable: bool | None = None
    sensitive: bool | None = None
    since: str = ""
    until: str = ""

    def with_words(self, words: str) -> NoteFilter:
        """The same filter that also asks for these words."""
        return replace(self, words=f"{self.words} {words}".strip())

    def among(self, notes: Iterable[Note]) -> list[Note]:
        """The notes that pass, in their order."""
        wanted = fold(self.words).split()
        return [note for note in notes if self._takes(note, wanted)]

    def _takes(self, note: Note, wanted: list[str]) -> bool:
        return (
            (not self.uids or note.uid in self.uids)
            and (not self.lang or note.lang == self.lang)
            and (not self.purposes or note.purpose in self.purposes)
            and self.tags <= set(note.tags)
            and (not self.origin or note.origin == self.origin)
            and (self.shareable is None or note.shareable == self.shareable)
            and (self.sensitive is None or note.sensitive == self.sensitive)
            and (not self.since or note.modified >= self.since)
            and (not self.until or note.modified[: len(self.until)] <= self.until)
            and (not wanted or all(word in _haystack(note) for word in wanted))
        )


def for_others(notes: Iterable[Note], chosen: frozenset[str] = frozenset()) -> list[Note]:
    """The notes that may leave: shareable ones, and sensitive ones only if `chosen` by id."""
    return [n for n in notes if n.id in chosen or (n.shareable and not n.sensitive)]


def for_me(notes: Iterable[Note], chosen: frozenset[str] = frozenset()) -> list[Note]:
    """The notes of a file that the person keeps: all but the sensitive ones not `chosen`."""
    return [n for n in notes if n.id in chosen or not n.sensitive]


_GROUPS: dict[str, Callable[[Note], tuple[str, ...]]] = {
    "entry": lambda note: (note.uid,),
    "purpose": lambda note: (note.purpose,),
    "tag": lambda note: note.tags or ("",),
    "month": lambda note: (note.created[:7],),
    "origin": lambda note: ("" if note.origin == MINE else note.origin,),
}


def grouped(notes: Iterable[Note], by: str) -> dict[str, list[Note]]:
    """Notes under each value of "entry", "purpose", "tag", "month" or "origin", in order of
    first appearance; a note with two tags stands under both.
    """
    out: dict[str, list[Note]] = {}
    for note in notes:
        for value in _GROUPS[by](note):
            out.setdefault(value, []).append(note)
    return out


def tags_of(notes: Iterable[Note]) -> list[str]:
    """Every tag in use, by name."""
    return sorted({tag for note in notes for tag in note.tags}, key=str.casefold)


@lru_cache(maxsize=4096)
def _haystack(note: Note) -> str:
    return fold(" ".join((note.exact, note.body, *note.tags, note.creator)))
