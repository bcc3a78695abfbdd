"""A lock that threads get in the order in which they ask for it."""

from __future__ import annotations

import threading
from types import TracebackType

from kb_app.store.connection import BUSY_MILLISECONDS
from kb_app.store.errors import StoreBusy


class Queue:
    """Use as a context. Who works in many short turns lets in, between two of them, whoever
    waits; a plain lock, and SQLite's own waiting, give it back to the same thread again and again.

    Entering raises StoreBusy after as long as SQLite waits for another program.
    """

    def __init__(self) -> None:
        self._next = threading.Lock()  # held by the first of those who wait
        self._now = threading.Lock()

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for it."""
        return self._next.locked()

    def __enter__(self) -> None:
        seconds = BUSY_MILLISECONDS / 1_000
        if not self._next.acquire(timeout=seconds):
            raise StoreBusy
        try:
            if not self._now.acquire(timeout=seconds):
                raise StoreBusy
        finally:
            self._next.release()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._now.release()
