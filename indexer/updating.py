"""Bringing the index up to date: only what has changed, in few steps or in another process.

The bulk of the library is one segment. What changes afterwards is indexed in small segments
beside it, and the older form of an entry is marked as dropped; when the small ones are many
they become one, and when much has changed everything is built anew. Large builds run in a
process of their own: in a thread they would hold up every search.
"""

from __future__ import annotations

import logging
import multiprocessing
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path

from indexer.build import Progress, signature, write_segment
from indexer.documents import Entry
from indexer.errors import IndexUnusable
from indexer.generations import Generations, Part
from indexer.segment import read_texts
from indexer.vocabulary import Vocabulary

log = logging.getLogger(__name__)

MOST_SMALL = 8  # segments beside the bulk
SHARE = 0.1  # of the library that may lie beside the bulk or be dropped from it
NONE: frozenset[int] = frozenset()
LARGE = 48  # entries: below, starting a process takes longer than the work


@dataclass(frozen=True)
class Change:
    """What is kept (with more entries dropped) and which entries are indexed anew."""

    kept: tuple[Part, ...]
    anew: tuple[Entry, ...]


class Signatures:
    """What the index of each entry depends on, worked out once for each text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._known: dict[str, tuple[Entry, str]] = {}

    def of(self, entry: Entry) -> str:
        """The signature of an entry."""
        entry_before, known = self._known.get(entry.uid, (None, ""))
        if entry_before is not entry:
            if entry_before is None or not _same(entry, entry_before):
                known = signature(entry, self.vocabulary)
            self._known[entry.uid] = (entry, known)
        return known


def _same(one: Entry, other: Entry) -> bool:
    return (one.slug, one.shelf, one.editions) == (other.slug, other.shelf, other.editions)


@lru_cache(maxsize=MOST_SMALL + 2)
def _texts_of(part: Part) -> Mapping[str, str]:
    return read_texts(part.place)


def plan(parts: Sequence[Part], entries: Sequence[Entry], signatures: Signatures) -> Change:
    """The least that makes these segments hold exactly these entries."""
    wanted = {entry.uid: signatures.of(entry) for entry in entries}
    standing: list[set[str]] = []
    kept: list[Part] = []
    for part in parts:
        dropped, still = set(part.dropped), set()
        for number, (uid, text) in enumerate(_texts_of(replace(part, dropped=NONE)).items()):
            if number not in dropped and wanted.get(uid) == text:
                still.add(uid)
            else:
                dropped.add(number)
        standing.append(still)
        kept.append(replace(part, dropped=frozenset(dropped)))
    held = set().union(*standing)
    if len(kept) > MOST_SMALL and len(held) < len(entries):
        kept, held = kept[:1], standing[0]
    beside = len(entries) - len(standing[0]) if kept else len(entries)
    spent = sum(len(part.dropped) for part in kept)
    if not kept or max(spent, beside) > max(LARGE, SHARE * len(entries)):
        return Change((), tuple(entries))
    return Change(tuple(kept), tuple(entry for entry in entries if entry.uid not in held))


def bring_up_to_date(
    generations: Generations,
    entries: Sequence[Entry],
    signatures: Signatures,
    rebuild: bool,
    verify: bool,
    show: Callable[[Sequence[Part]], None],
) -> Progress:
    """Index what has changed; yields (done, total) in entries, nothing when all is well.

    `show` is given the segments to be used from then on: it need not wait for the disk, which
    takes longer than everything else when one text has changed. A crash meanwhile leaves the
    old index, and the change is indexed at the next start. `verify`: read the whole index
    first; what is damaged is built anew. Closing it half way leaves the old index in use. When
    another process writes, nothing is done: its index is taken at the next opening.
    """
    with generations.lock() as lock:
        if not lock.take():
            return
        try:
            if verify:
                generations.verify()
            parts = () if rebuild else generations.current()
        except IndexUnusable:
            parts = ()
        change = plan(parts, entries, signatures)
        if change.kept == parts and not change.anew and parts:
            return
        if not change.anew and change.kept:
            show(change.kept)
            generations.commit(change.kept, None)
            yield len(entries), len(entries)
            return
        place = generations.begin()
        try:
            large = len(change.anew) > LARGE
            write = _in_a_process if large else write_segment
            bulk = change.kept[0].place if change.kept else None
            for done, total in write(change.anew, signatures.vocabulary, place, bulk):
                if done < total:
                    yield done, total
            show((*change.kept, Part(place, "")))
            if change.anew:
                yield len(change.anew), len(change.anew)
            generations.commit(change.kept, place)
        except BaseException:
            generations.abandon(place)
            raise


def _in_a_process(
    entries: Sequence[Entry], vocabulary: Vocabulary, place: Path, bulk: Path | None
) -> Progress:
    """Write a segment in a spawned process; in this one where none can be had."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_write_and_tell, args=(place, theirs), daemon=True)
    process.start()
    theirs.close()
    finished = False
    try:
        # Not as an argument: `start` would wait for ever for a process that dies at once.
        ours.send((list(entries), vocabulary, bulk))
        while not finished:
            told = ours.recv()
            if isinstance(told, Exception):
                raise told
            finished = told is None
            if not finished:
                yield told
    except (EOFError, BrokenPipeError, ConnectionResetError):
        log.warning("the process that builds the index has ended; it is built here")
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        yield from write_segment(entries, vocabulary, place, bulk)
    finally:
        ours.close()
        if not finished:
            process.terminate()
        process.join()


def _write_and_tell(place: Path, parent: Connection) -> None:
    """In the other process. A parent that has died ends it: its pipe is broken."""
    try:
        entries, vocabulary, bulk = parent.recv()
        for step in write_segment(entries, vocabulary, place, bulk):
            parent.send(step)
        parent.send(None)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
        parent.send(error)
