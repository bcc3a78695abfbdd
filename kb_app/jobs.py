"""The one way to run long work beside the window, and the one way to answer as one types.

A `Job` steps a plain generator that yields (done, total) in a worker thread; a cancel is
obeyed between two steps, and closing the generator puts back what it had begun. Jobs belong
to the application: closing a view only disconnects it. `Latest` answers one question at a
time in a thread of its own and passes over those that a newer one has made stale.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

log = logging.getLogger(__name__)

Work = Generator[tuple[int, int], None, Any]


class Job(QObject):
    """Connect its signals to methods of QObjects, then `start`. The work must not touch
    widgets, nor a database connection of another thread.
    """

    progressed = Signal(int, int)  # done, total
    succeeded = Signal(object)  # what the generator returned
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()  # always last

    def __init__(self, work: Work, title: str = "") -> None:
        super().__init__(QCoreApplication.instance())
        self.title = title
        self._work = work
        self._stop = threading.Event()

    def start(self) -> None:
        """Begin in the pool of threads."""
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                self.progressed.emit(*next(self._work))
            self._work.close()  # the work puts back what it had begun
            self.cancelled.emit()
        except StopIteration as end:
            self.succeeded.emit(end.value)
        except Exception as error:
            log.info("job failed", exc_info=True)
            self.failed.emit(error)
        finally:
            self.ended.emit()
            self.deleteLater()  # thread-safe, and queued behind the signals above


def once(call: Callable[[], Any]) -> Work:
    """A plain call as work of one step."""
    yield 0, 1
    return call()


def stop_all() -> None:
    """Cancel every job of the application and wait for the threads (at leaving)."""
    application = QCoreApplication.instance()
    if application is not None:
        for job in application.findChildren(Job):
            job.cancel()
    QThreadPool.globalInstance().waitForDone()


class Latest(QObject):
    """Answers questions with `answer` in one thread, the newest first and only that."""

    answered = Signal(int, object)  # number of the question, answer
    failed = Signal(int, Exception)

    def __init__(self, answer: Callable[[Any], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer = answer
        self._ready = threading.Condition()
        self._waiting: tuple[int, Any] | None = None
        self._number = 0
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="search", daemon=True)
        self._thread.start()

    def ask(self, question: Any) -> int:
        """Put a question; returns its number, by which a stale answer is told."""
        with self._ready:
            self._number += 1
            self._waiting = (self._number, question)
            self._ready.notify()
            return self._number

    def drop(self) -> None:
        """Nobody wants to know any more: an answer that comes is stale."""
        with self._ready:
            self._number += 1
            self._waiting = None

    def is_newest(self, number: int) -> bool:
        """Whether nothing was asked after that question."""
        return number == self._number

    def is_overtaken(self) -> bool:
        """Whether the answer in work is no longer wanted; for the answer itself to ask."""
        return self._waiting is not None or self._closing

    def close(self) -> None:
        """End the thread; the question in work is finished first."""
        with self._ready:
            self._closing = True
            self._ready.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._ready:
                while self._waiting is None and not self._closing:
                    self._ready.wait()
                if self._closing:
                    return
                assert self._waiting is not None
                number, question = self._waiting
                self._waiting = None
            try:
                answer = self._answer(question)
            except Exception as error:
                log.info("question failed", exc_info=True)
                self.failed.emit(number, error)
            else:
                self.answered.emit(number, answer)
