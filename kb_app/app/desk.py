"""What the rooms share: program, window, look, remembered state; and who is told of what.

The desk is made before the program is there, so that the first picture does not wait for
it; rooms are made when they are first opened and the library has been read.
"""

from __future__ import annotations

import importlib
import logging
import traceback
from collections.abc import Callable, Generator
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QWidget

from indexer.analysis import LANGS
from indexer.documents import Edition, Entry
from indexer.errors import KbError
from kb_app import __version__
from kb_app.app.language import Language
from kb_app.app.rooms import ROOMS, Room, make_room
from kb_app.app.state import State
from kb_app.jobs import Job
from kb_app.program import Program
from kb_app.views.look import Look
from kb_app.views.shell.window import MainWindow
from kb_app.wording import explain

log = logging.getLogger(__name__)


class Desk(QObject):
    """Made once for each window."""

    library_changed = Signal()
    notes_changed = Signal()
    content_language_changed = Signal(str)
    index_lost = Signal()
    ui_changed = Signal(str)

    def __init__(
        self, program: Program, window: MainWindow, look: Look, state: State, language: Language
    ) -> None:
        super().__init__(window)
        self.program = program
        self.window = window
        self.look = look
        self.state = state
        self._language = language
        self._rooms: dict[str, Room] = {}
        self._jobs: list[Job] = []
        self._here = ""
        kept = state.text("content_language", program.ui)
        self.content_language = kept if kept in LANGS else program.ui
        window.status.cancel_asked.connect(self._cancel_work)

    # --- language -------------------------------------------------------------------

    @property
    def ui(self) -> str:
        """The language of menus and messages."""
        return self._language.current

    def set_ui(self, ui: str) -> None:
        """Speak another language from now on."""
        self.program.ui = ui
        self.state.put(ui=ui)
        self._language.set(ui)
        self.ui_changed.emit(ui)

    def set_content_language(self, lang: str) -> None:
        """Show texts in that language where there is a choice."""
        self.content_language = lang
        self.state.put(content_language=lang)
        self.window.top.languages.set_current(lang)
        self.content_language_changed.emit(lang)

    def label(self, scheme: str, term: str) -> str:
        """The word of a term of the vocabulary, in the language of the menus."""
        return self.program.vocabulary.label(scheme, term, self.ui)

    # --- library --------------------------------------------------------------------

    def entry(self, uid: str) -> Entry | None:
        """The entry with that uid, or None when the library no longer has it."""
        return self.program.catalogue.entry(uid) if uid in self.program.catalogue else None

    def edition(self, uid: str, lang: str = "") -> Edition | None:
        """An edition of an entry in a language (by default that of the texts)."""
        entry = self.entry(uid)
        return entry.edition(lang or self.content_language) if entry else None

    def title(self, uid: str) -> str:
        """The title of an entry in the language of the texts, or ""."""
        edition = self.edition(uid)
        return edition.front.title if edition else ""

    # --- rooms ----------------------------------------------------------------------

    def room(self, room_id: str) -> Room:
        """The room with that id, made when it is first asked for."""
        if room_id not in self._rooms:
            spec = next(spec for spec in ROOMS if spec.id == room_id)
            made = make_room(spec, self)
            self._rooms[room_id] = made
            self.window.add_room(room_id, made.widget)
        return self._rooms[room_id]

    def go(self, room_id: str) -> Room:
        """Bring a room to the front."""
        room = self.room(room_id)
        self.window.show_room(room_id)
        if self._here != room_id:
            if self.here is not None:
                self.here.left()
            self._here = room_id
            self.state.put(room=room_id)
        room.shown()
        return room

    @property
    def here(self) -> Room | None:
        """The room in front."""
        return self._rooms.get(self._here)

    def made_rooms(self) -> list[Room]:
        """Rooms that have been opened in this session."""
        return list(self._rooms.values())

    def open_entry(self, uid: str, lang: str = "", paragraph: int = 0, section: str = "") -> None:
        """Open a text for reading, at a paragraph or section."""
        room: Any = self.go("explore")
        room.read(uid, lang or self.content_language, paragraph, section)

    def search(self, words: str) -> None:
        """Look for words as if they had been typed in the box."""
        self.window.top.show_words(words)
        room: Any = self.go("explore")
        room.search(words, whole=True)

    def act(self, action: str) -> None:
        """Ask for an action of the one list."""
        self.window.actions_list.asked.emit(action)

    @property
    def zoom(self) -> float:
        """The size of the text that is read; 1.0 is 17 px."""
        return self.state.number("zoom", 1.0)

    @property
    def text_size(self) -> float:
        """How large a text is laid out: the zoom, grown with the interface."""
        return self.zoom * self.look.scale

    def set_zoom(self, zoom: float) -> None:
        """Change the size of the text that is read."""
        self.state.put(zoom=round(zoom, 2))

    def print_document(self, document: QTextDocument) -> None:
        """Ask for a printer and print."""
        # Loaded only when somebody prints: it costs a tenth of a second.
        support: Any = importlib.import_module("PySide6.QtPrintSupport")
        printer = support.QPrinter(support.QPrinter.PrinterMode.HighResolution)
        dialog = support.QPrintDialog(printer, self.window)
        dialog.accepted.connect(lambda: document.print_(printer))
        dialog.open()

    def copy(self, text: str) -> None:
        """Put words on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    # --- long work and messages -----------------------------------------------------

    def run(
        self,
        work: Generator[tuple[int, int], None, Any],
        title: str,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Do long work beside the window, with its progress in the foot and Cancel.

        `done` and `failed` are called in the window's thread.
        """
        job = Job(work, title)
        waiter = _Waiter(self, job, done, failed or self.show_error)
        job.progressed.connect(waiter.progressed)
        job.succeeded.connect(waiter.succeeded)
        job.failed.connect(waiter.failed)
        job.ended.connect(waiter.ended)
        self._jobs.append(job)
        self.window.status.show_work(title)
        job.start()
        return job

    def progressed(self, job: Job, done: int, total: int) -> None:
        """Show how far the newest piece of work is."""
        if self._jobs and self._jobs[-1] is job:
            self.window.status.show_work(job.title, done, total)

    def ended(self, job: Job) -> None:
        """Take a finished piece of work off the list."""
        self._jobs = [other for other in self._jobs if other is not job]
        self.window.status.show_work(self._jobs[-1].title if self._jobs else "")

    def _cancel_work(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()

    def is_busy(self) -> bool:
        """Whether long work is going on."""
        return bool(self._jobs)

    def explained(self, error: Exception) -> str:
        """An error as a sentence or two."""
        return str(explain(error, self.ui))

    def show_error(self, error: Exception) -> None:
        """Say what happened and what to do now; a fault of ours comes with a report."""
        said = explain(error, self.ui)
        details = repr(error)
        if not isinstance(error, KbError):
            log.error("unforeseen", exc_info=error)
            lines = traceback.format_exception(error)
            details = f"Batea {__version__}\n{''.join(lines)}"
        self.window.tell(said.what, said.now, details)

    def say_saved(self) -> None:
        """Show that what was written has just been saved (after the commit, never before)."""
        moment = datetime.now().strftime("%H:%M")
        self.window.status.saved.setText(self.tr("Saved {time}").format(time=moment))

    def say(self, text: str) -> None:
        """A short remark in the foot, for some seconds."""
        self.window.status.showMessage(text, 5_000)

    def later(self, milliseconds: int, call: Callable[[], object]) -> QTimer:
        """Call something once after a while, unless the timer is started again before."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer

    def parent_widget(self) -> QWidget:
        """What dialogs stand above."""
        return self.window


class _Waiter(QObject):
    """Receives the signals of a job in the window's thread (a plain function would be called
    in the worker's).
    """

    def __init__(
        self,
        desk: Desk,
        job: Job,
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job = job
        self._done = done
        self._failed = failed

    def progressed(self, done: int, total: int) -> None:
        self._desk.progressed(self._job, done, total)

    def succeeded(self, result: Any) -> None:
        if self._done is not None:
            self._done(result)

    def failed(self, error: Exception) -> None:
        self._failed(error)

    def ended(self) -> None:
        self._desk.ended(self._job)
        self.deleteLater()
