"""An import, or its undoing, from the first turn to the last: made ready unseen, shown at once.

What comes is written in many short transactions, so that a person who saves a note meanwhile
hardly waits, and nothing of it is seen; one last transaction, short too, shows it all. What
never came so far is taken away again: at once, or by the next import when the program died.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TypeVar
from uuid import uuid4

from indexer.errors import KbError
from kb_app.library.arriving import ArrivingTexts, turns
from kb_app.library.revisions import Revisions
from kb_app.notes.model import Note
from kb_app.notes.rows import TABLE, stage
from kb_app.packs.errors import ImportRunning
from kb_app.packs.journal import ROWS_A_PART, add_part, drop_lost_parts
from kb_app.packs.merge import Row
from kb_app.packs.taking import Taking
from kb_app.store import FolderLock, Store
from kb_app.store.errors import StoreReadOnly
from kb_app.store.staging import publish

log = logging.getLogger(__name__)
LOCK = "import.lock"
T = TypeVar("T")


class Arrival:
    """Use as a context: one at a time, of all programs that have the data open. `import_id` is
    the id of the import. Entering raises StoreReadOnly, ImportRunning, OSError.
    """

    def __init__(self, store: Store, revisions: Revisions) -> None:
        self.import_id = str(uuid4())
        self._store = store
        self._texts = ArrivingTexts(store, revisions)
        self._lock = FolderLock(store.path.with_name(LOCK))
        self._numbers = range(0)
        self._is_shown = False

    def __enter__(self) -> Arrival:
        if self._store.read_only:
            raise StoreReadOnly(self._store.path.parent.name)
        if not self._lock.take():
            raise ImportRunning
        try:
            self._withdraw()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if self._is_shown:
                self._store.mirror_published(TABLE, self._numbers)
            else:
                self._withdraw()
        except (KbError, OSError, sqlite3.Error) as trouble:
            log.warning("what an import left is taken away by the next one: %r", trouble)
        finally:
            self._lock.release()

    def _withdraw(self) -> None:
        self._store.withdraw(TABLE)
        self._texts.withdraw()
        drop_lost_parts(self._store)

    # --- unseen -----------------------------------------------------------------------

    def texts(self, taking: Taking, rows: Sequence[Row]) -> Generator[int, None, None]:
        """Keep what `taking` makes of some rows; yields how many of them are done."""
        for part in turns(text for row in rows for text in taking.take(row)):
            self._texts.stage(part)
            yield taking.done
        for rows_of_journal in _parts(taking.shelved):
            add_part(self._store, self.import_id, "shelved", rows_of_journal)
            yield taking.done

    def notes(self, notes: Sequence[Note], deleted: bool = False) -> Generator[int, None, None]:
        """Write a revision of each note; yields how many are done."""
        self._numbers = yield from stage(self._store, notes, deleted)
        for part in _parts(notes) if not deleted else ():
            rows = [{"id": note.id, "modified": note.modified} for note in part]
            add_part(self._store, self.import_id, "notes", rows)
            yield len(notes)

    # --- seen -------------------------------------------------------------------------

    @contextmanager
    def showing(self) -> Iterator[list[tuple[str, str, str, str]]]:
        """The last transaction: all is seen when it ends, with whatever is saved inside. Gives
        what stood before in the places of the texts (see `ArrivingTexts.show`).
        """
        with self._store.transaction() as connection:
            before = self._texts.show()
            if self._numbers:
                publish(connection, TABLE, self._numbers)
            yield before
        self._is_shown = True


def _parts(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(rows), ROWS_A_PART):
        yield rows[start : start + ROWS_A_PART]
