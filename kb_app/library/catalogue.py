"""The catalogue: every entry that the shelves hold, by uid and by slug.

It is a cache of the files: built at start from the content folders and from the
documents that packs and the person added. A file that cannot be read becomes a problem
to show; the rest of the library stays usable.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path

from indexer.documents import FOLDERS, Edition, Entry, read_file
from indexer.errors import ContentFolderMissing, DocumentUnreadable, KbError
from kb_app.library.errors import EntryMissing

BUILT_IN = "built-in"
MINE = "mine"
AT_A_TIME = 5


class Catalogue:
    """Entries by uid and slug. Immutable: a change makes a new catalogue."""

    def __init__(self, entries: Iterable[Entry], problems: Sequence[KbError] = ()) -> None:
        self._by_uid: dict[str, Entry] = {}
        self._by_slug: dict[str, Entry] = {}
        for entry in entries:
            self._by_uid[entry.uid] = entry
        for entry in self._by_uid.values():
            self._by_slug.setdefault(entry.slug, entry)
        self._in_order = sorted(self._by_uid.values(), key=lambda e: (e.kind, e.slug))
        self.problems = tuple(problems)

    def __len__(self) -> int:
        return len(self._by_uid)

    def __iter__(self) -> Iterator[Entry]:
        """Entries by kind and slug: a stable order."""
        return iter(self._in_order)

    def __contains__(self, ref: object) -> bool:
        return ref in self._by_uid or ref in self._by_slug

    def entry(self, ref: str) -> Entry:
        """The entry with that slug or uid; raises EntryMissing."""
        entry = self._by_uid.get(ref) or self._by_slug.get(ref)
        if entry is None:
            raise EntryMissing(ref)
        return entry

    def of_kind(self, kind: str) -> list[Entry]:
        """Entries of one kind ("case_study", "module", "country") by slug."""
        return [entry for entry in self if entry.kind == kind]

    def editions(self) -> Iterator[Edition]:
        """Every text of every entry, in a stable order."""
        for entry in self:
            for lang in sorted(entry.editions):
                yield entry.editions[lang]


def read_folder(
    folder: Path, shelf: str = BUILT_IN, read: Callable[[Path], Edition] = read_file
) -> tuple[list[Entry], list[KbError]]:
    """Entries of a content folder and what could not be read.

    Raises nothing: a folder that is not there is a problem like any other.
    """
    problems: list[KbError] = []
    editions: list[Edition] = []
    found = False
    for name in FOLDERS.values():
        place = folder / name
        try:
            names = sorted(path.name for path in place.iterdir()) if place.is_dir() else []
        except OSError:
            names = []
        found = found or place.is_dir()
        for name in names:
            if not name.endswith(".md"):
                continue
            try:
                editions.append(read(place / name))
            except KbError as error:
                problems.append(error)
    if not found:
        problems.append(ContentFolderMissing(folder.name))
    return entries_of(editions, shelf), problems


def entries_of(editions: Iterable[Edition], shelf: str) -> list[Entry]:
    """Group texts by uid to entries of one shelf; the slug is that of the first text."""
    grouped: dict[str, dict[str, Edition]] = {}
    for edition in editions:
        grouped.setdefault(edition.uid, {})[edition.lang] = edition
    return [
        Entry(uid, next(iter(texts.values())).slug, texts, shelf) for uid, texts in grouped.items()
    ]


def load_catalogue(
    folders: Sequence[Path],
    stored: Iterable[tuple[str, Edition]] = (),
    known_problems: Iterable[KbError] = (),
    read: Callable[[Path], Edition] = read_file,
) -> Catalogue:
    """The catalogue of some content folders and of stored documents (shelf, text). `read` reads
    a file, or has what was read of it before.

    An entry that a later shelf also holds replaces the earlier one: what the person
    imported or wrote comes before what was shipped.
    """
    entries: list[Entry] = []
    problems = list(known_problems)
    for folder in folders:
        some, trouble = read_folder(folder, read=read)
        entries.extend(some)
        problems.extend(trouble)
    by_shelf: dict[str, list[Edition]] = {}
    for shelf, edition in stored:
        by_shelf.setdefault(shelf, []).append(edition)
    for shelf, editions in by_shelf.items():
        entries.extend(_overlaid(entries, entries_of(editions, shelf)))
    return Catalogue(entries, problems)


def _overlaid(held: list[Entry], newer: list[Entry]) -> list[Entry]:
    """Stored texts take the place of the same language; other languages stay."""
    known = {entry.uid: entry for entry in held}
    out = []
    for entry in newer:
        base = known.get(entry.uid)
        texts = {**base.editions, **entry.editions} if base else entry.editions
        out.append(Entry(entry.uid, base.slug if base else entry.slug, texts, entry.shelf))
    return out


def compare_files(catalogue: Catalogue) -> Generator[tuple[int, int], None, int]:
    """Read every file of a library that was read by its marks (see `kb_app.library.kept`) and
    compare it; how many are not what they were. Yields (done, total), often.
    """
    editions = [edition for edition in catalogue.editions() if edition.path is not None]
    changed = 0
    for done, edition in enumerate(editions):
        try:
            edition.text.read()
        except DocumentUnreadable:
            changed += 1
        if done % AT_A_TIME == 0:
            yield done, len(editions)
    return changed
