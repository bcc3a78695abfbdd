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
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from indexer.build import Progress, write_segment
from indexer.comparing import LARGE, MOST_SMALL, Change, Comparison
from indexer.documents import Entry
from indexer.errors import IndexUnusable
from indexer.generations import Generations, Part
from indexer.lexicon import Lexicon
from indexer.query import Updated
from indexer.vocabulary import Vocabulary

log = logging.getLogger(__name__)

SOME, AHEAD = 32, 64  # entries in a message to the other process, and on their way to it


def bring_up_to_date(
    generations: Generations,
    entries: Sequence[Entry],
    comparison: Comparison,
    rebuild: bool,
    verify: bool,
    show: Callable[[Sequence[Part]], None],
    words_of: Callable[[Path], Mapping[str, Lexicon] | None],
) -> Generator[tuple[int, int], None, Updated]:
    """Index what has changed; yields (done, total) in entries, nothing when all is well.

    `show` is given the segments to be used from then on: it need not wait for the disk, which
    takes longer than everything else when one text has changed. A crash meanwhile leaves the
    old index, and the change is indexed at the next start. `words_of` gives those of a segment
    that is open. `verify`: read the whole index
    first; what is damaged is built anew. Closing it half way leaves the old index in use. When
    another process writes, nothing is done.
    """
    with generations.lock() as lock:
        if not lock.take():
            return Updated.BUSY
        try:
            if verify:
                generations.verify()
            parts = () if rebuild else generations.current()
        except IndexUnusable:
            parts = ()
        change = comparison.plan(parts, entries)
        if change.kept == parts and not change.anew and parts:
            show(parts)  # another process may have written them
            return Updated.DONE
        last = (1, 1)
        for last in _carry_out(change, generations, comparison.vocabulary, show, words_of):
            yield last
        parts = generations.current()
        if len(parts) > 1 + MOST_SMALL:
            # Now that the change is there to be found, and quietly: it was not asked for.
            change = comparison.plan(parts, entries, fold=True)
            for _ in _carry_out(change, generations, comparison.vocabulary, show, words_of):
                yield last  # it may be stopped here
        return Updated.DONE


def _carry_out(
    change: Change,
    generations: Generations,
    vocabulary: Vocabulary,
    show: Callable[[Sequence[Part]], None],
    words_of: Callable[[Path], Mapping[str, Lexicon] | None],
) -> Progress:
    """Index what a change asks for, show it, bring it to the disk."""
    entries, kept = change.anew, change.kept
    if not entries and kept:
        show(kept)
        yield 1, 1
        generations.commit(kept, None)
        return
    place = generations.begin()
    try:
        bulk = kept[0].place if kept else None
        if len(entries) > LARGE:
            steps = _in_a_process(entries, vocabulary, place, bulk)
        else:
            words = words_of(bulk) if bulk else None
            steps = write_segment(entries, len(entries), vocabulary, place, words or bulk)
        for done, total in steps:
            if done < total:
                yield done, total
        show((*kept, Part(place, "")))
        if entries:
            yield len(entries), len(entries)
        generations.commit(kept, place)
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
        ours.send((len(entries), vocabulary, bulk))
        done = sent = 0
        while not finished:
            # Some at a time: the window waits while a library is put into one message.
            while sent < len(entries) and sent < done + AHEAD:
                ours.send(list(entries[sent : sent + SOME]))
                sent += SOME
            told = ours.recv()
            if isinstance(told, Exception):
                raise told
            finished = told is None
            if not finished:
                done = told[0]
                yield told
    except (EOFError, BrokenPipeError, ConnectionResetError):
        log.warning("the process that builds the index has ended; it is built here")
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        yield from write_segment(entries, len(entries), vocabulary, place, bulk)
    finally:
        ours.close()
        if not finished:
            process.terminate()
        process.join()


def _write_and_tell(place: Path, parent: Connection) -> None:
    """In the other process. A parent that has died ends it: its pipe is broken."""
    try:
        total, vocabulary, bulk = parent.recv()
        for step in write_segment(_received(parent, total), total, vocabulary, place, bulk):
            parent.send(step)
        parent.send(None)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except Exception as error:  # noqa: BLE001 - told to the parent, which raises it
        with suppress(OSError):  # or it is gone, and its folder with it
            parent.send(error)


def _received(parent: Connection, total: int) -> Iterator[Entry]:
    """The entries as they come."""
    count = 0
    while count < total:
        some = parent.recv()
        yield from some
        count += len(some)
