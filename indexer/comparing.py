"""What of the segments in use is still as the library has it, and the least that is to be done.

All entries are compared once; afterwards only what has come or gone, and the segments that
are new. With ten thousand entries the comparison took longer than indexing the one that had
changed.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import compress, count
from operator import is_not
from pathlib import Path

from indexer.build import signature
from indexer.documents import Entry
from indexer.generations import Part
from indexer.segment import read_texts
from indexer.vocabulary import Vocabulary

MOST_SMALL = 8  # segments beside the bulk
SHARE = 0.1  # of the library that may lie beside the bulk or be dropped from it
LARGE = 48  # entries: below, starting a process takes longer than the work


@dataclass(frozen=True)
class Change:
    """What is kept (with more entries dropped) and which entries are indexed anew."""

    kept: tuple[Part, ...]
    anew: tuple[Entry, ...]


class _Segment:
    """The entries of a segment: what each was when it was indexed, and which still count."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.signatures = read_texts(part.place)
        self.numbers = {uid: number for number, uid in enumerate(self.signatures)}
        dropped = part.dropped
        self.standing = {uid for uid, number in self.numbers.items() if number not in dropped}

    def drop(self, uids: Collection[str]) -> None:
        """These entries no longer count."""
        if uids:
            self.standing.difference_update(uids)
            numbers = self.part.dropped.union(self.numbers[uid] for uid in uids)
            self.part = replace(self.part, dropped=numbers)


class Comparison:
    """The segments in use against the library, from one change to the next."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._lock = threading.Lock()
        self._entries: Sequence[Entry] = ()
        self._wanted: dict[str, str] = {}
        self._segments: dict[Path, _Segment] = {}
        self._held: set[str] = set()

    def plan(self, parts: Sequence[Part], entries: Sequence[Entry], fold: bool = False) -> Change:
        """The least that makes these segments hold exactly these entries; when many are small
        and it is to `fold` them, one for all of those.
        """
        with self._lock:
            changed, gone = self._take(entries)
            self._follow(parts, {*gone, *(entry.uid for entry in changed)})
            kept, held = [self._segments[part.place] for part in parts], self._held
            if fold and len(kept) > 1 + MOST_SMALL:
                kept, held = kept[:1], kept[0].standing
            beside = len(entries) - len(kept[0].standing) if kept else len(entries)
            spent = sum(len(each.part.dropped) for each in kept)
            if not kept or max(spent, beside) > max(LARGE, SHARE * len(entries)):
                return Change((), tuple(entries))
            anew = [entry for entry in changed if entry.uid not in held]
            if len(anew) + len(held) < len(entries):
                anew = [entry for entry in entries if entry.uid not in held]
            return Change(tuple(each.part for each in kept), tuple(anew))

    def _take(self, entries: Sequence[Entry]) -> tuple[list[Entry], Collection[str]]:
        """Note what the library is now; the entries that are new or others, and what is gone."""
        before, after = _differing(self._entries, entries)
        self._entries = entries
        gone = {entry.uid: entry for entry in before}
        changed = []
        for entry in after:
            old = gone.pop(entry.uid, None)
            if old is None or not _same(entry, old):
                self._wanted[entry.uid] = signature(entry, self.vocabulary)
                changed.append(entry)
        for uid in gone:
            del self._wanted[uid]
        return changed, gone.keys()

    def _follow(self, parts: Sequence[Part], changed: Collection[str]) -> None:
        """Bring what is known of the segments up to date; `changed`: what is to be compared
        again in those that are known.
        """
        dropped = {part.place: part.dropped for part in parts}
        for place, segment in list(self._segments.items()):
            if dropped.get(place) != segment.part.dropped:
                self._held -= self._segments.pop(place).standing
        for part in parts:
            known = self._segments.get(part.place)
            segment = known or _Segment(part)
            some = segment.standing.intersection(changed) if known else segment.standing
            out = {uid for uid in some if self._wanted.get(uid) != segment.signatures[uid]}
            segment.drop(out)
            if known:
                self._held -= out
            else:
                self._held |= segment.standing
                self._segments[part.place] = segment


def _differing(
    old: Sequence[Entry], new: Sequence[Entry]
) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """What two rows of entries have from the first to the last place where they differ."""
    least = min(len(old), len(new))
    first = next(compress(count(), map(is_not, old, new)), least)
    last = next(compress(count(), map(is_not, reversed(old), reversed(new))), least)
    return old[first : len(old) - last], new[first : len(new) - last]


def _same(one: Entry, other: Entry) -> bool:
    return (one.slug, one.shelf, one.editions) == (other.slug, other.shelf, other.editions)
