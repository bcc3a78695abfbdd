"""The face of the search: plain values in, plain values out.

While there is no usable index the texts themselves are scanned, and the answer says so.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from indexer.answering import answer
from indexer.asking import Asked, take_apart
from indexer.comparing import Comparison
from indexer.documents import Entry
from indexer.engine import Engine
from indexer.errors import IndexUnusable
from indexer.generations import Generations, Part
from indexer.lexicon import Lexicon
from indexer.query import Answer, Query, Updated
from indexer.scanning import scan
from indexer.segment import Segment
from indexer.thesaurus import Thesaurus
from indexer.updating import bring_up_to_date
from indexer.vocabulary import Vocabulary

SCAN_SECONDS = 2.0

log = logging.getLogger(__name__)


class SearchIndex:
    """The index of a library, below a cache folder that is ours alone.

    `search` may be called from any one thread at a time; `update` may run in another
    thread meanwhile. `is_lost` says after an answer without the index that there was one and it
    is gone (damaged, swept away): `update` makes it anew.
    """

    def __init__(
        self,
        cache: Path,
        entries: Iterable[Entry],
        thesaurus: Thesaurus,
        vocabulary: Vocabulary,
    ) -> None:
        self._generations = Generations(cache / "index")
        self._entries = list(entries)
        self._thesaurus = thesaurus
        self._vocabulary = vocabulary
        self._comparison = Comparison(vocabulary)
        self._shown: Sequence[Part] | None = None
        self._segments: dict[Path, Segment] = {}
        self._engine: Engine | None = None
        self._lock = threading.Lock()
        self._verified = self._is_made = self.is_lost = False

    # --- keeping it up to date ----------------------------------------------------

    def take(self, entries: Iterable[Entry]) -> None:
        """The library is another one now; `update` makes the index follow."""
        self._entries = list(entries)

    def is_current(self) -> bool:
        """Whether the index is whole and made from exactly these texts."""
        try:
            self._generations.verify()
            parts = self._generations.current()
        except IndexUnusable:
            return False
        change = self._comparison.plan(parts, self._entries)
        return change.kept == parts and not change.anew

    def update(self, rebuild: bool = False) -> Generator[tuple[int, int], None, Updated]:
        """Bring the index up to date; (done, total) in entries. Nothing to do: no steps.

        The first time, what is on the disk is read whole and compared with its digests.
        Where the cache cannot be written (read-only, full) the index stays as it was, and
        without one the texts are scanned.
        """
        verify = not (rebuild or self._verified)
        self._is_made = self.is_lost = False
        ended = Updated.DONE
        entries: list[Entry] | None = None
        try:
            while entries is not self._entries:  # another library was taken meanwhile
                entries = self._entries
                ended = yield from bring_up_to_date(
                    self._generations, entries, self._comparison, rebuild, verify,
                    self._show, self._words_of,
                )  # fmt: skip
                if ended is Updated.BUSY:
                    self.reopen()  # what the other process has written so far
                    return ended
                rebuild = verify = False
                self._verified = True
        except OSError as error:
            log.warning("the index cannot be kept: %s", error)
            self.reopen()
            return Updated.UNWRITABLE
        except BaseException:
            self.reopen()
            raise
        self._is_made = True
        return ended

    def _show(self, parts: Sequence[Part]) -> None:
        """Use these segments from now on. Those still in use stay open; they never change
        (a new engine over them, never a refreshed reader).
        """
        with self._lock:
            if self._shown is None or _used(parts) != _used(self._shown):
                self._engine, self._shown = None, tuple(parts)

    def _words_of(self, place: Path) -> Mapping[str, Lexicon] | None:
        """The words of a segment, if it is open."""
        with self._lock:
            segment = self._segments.get(place)
        return segment.lexicons if segment else None

    def reopen(self) -> None:
        """Use from now on what is kept on the disk."""
        with self._lock:
            self._engine = self._shown = None

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        self._engine = self._shown = None
        for segment in self._segments.values():
            segment.close()
        self._segments = {}

    def _opened(self) -> Engine | None:
        if self._engine is None:
            try:
                parts = self._shown or self._generations.current()
            except IndexUnusable:
                self._close()
                return None
            for place in set(self._segments) - {part.place for part in parts}:
                self._segments.pop(place).close()
            alive = [(self._segment(part), part.dropped) for part in parts]
            self._engine = Engine(alive, self._thesaurus, self._vocabulary)
            self._shown = parts
        return self._engine

    def _segment(self, part: Part) -> Segment:
        if part.place not in self._segments:
            self._segments[part.place] = Segment(part.place)
        return self._segments[part.place]

    # --- asking -------------------------------------------------------------------

    def search(self, query: Query, overtaken: Callable[[], bool] = lambda: False) -> Answer:
        """Answer a question. Never raises for what was typed. Without an index it ends after
        `SCAN_SECONDS`, or when it is `overtaken` by another one, with what was found so far.
        """
        started = time.perf_counter()
        asked = take_apart(query.text, query.filters, query.prefix, self._vocabulary)
        with self._lock:
            found = self._from_index(query, asked)
        if found is None:
            end = time.monotonic() + SCAN_SECONDS

            def stop() -> bool:
                return time.monotonic() > end or overtaken()

            found = scan(self._entries, query, asked, self._vocabulary, stop)
        milliseconds = (time.perf_counter() - started) * 1000
        return replace(found, ms=round(milliseconds, 2))

    def _from_index(self, query: Query, asked: Asked) -> Answer | None:
        """The answer of the index; None when there is none, or none that is whole.

        A damaged index says so with any exception there is; so does one that another process
        has replaced, and so would a fault of ours. It is opened once more; then it is thrown away
        if its digests say that it is damaged.
        """
        for attempt in (1, 2):
            try:
                engine = self._opened()
                if engine is None:
                    self.is_lost = self._is_made
                    return None
                return answer(engine, query, asked, self._thesaurus, self._vocabulary)
            except Exception:
                log.warning("the index could not be used (attempt %d)", attempt, exc_info=True)
                self._close()
        with suppress(OSError):  # where it cannot be written, it stays
            self.is_lost = self._generations.discard_damaged()
        return None


def _used(parts: Sequence[Part]) -> list[tuple[Path, frozenset[int]]]:
    """What is searched; a segment has its digest when it is on the disk."""
    return [(part.place, part.dropped) for part in parts]
