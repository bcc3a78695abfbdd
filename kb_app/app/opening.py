"""From the first picture to a library that answers, without the window ever waiting.

(1) the frame is shown; (2) the program is loaded in a worker; (3) the person's data is
opened here, since a connection belongs to its thread; (4) the library is read in a worker;
(5) the index is brought up to date behind the person's back.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from indexer.errors import KbError
from kb_app.app.instance import Instance
from kb_app.app.language import Language
from kb_app.app.rooms import ROOMS
from kb_app.app.state import State
from kb_app.jobs import Job, once, stop_all
from kb_app.places import Places
from kb_app.views.look import Look, load_fonts
from kb_app.views.parts.states import Blank
from kb_app.views.shell.window import MainWindow

if TYPE_CHECKING:
    from kb_app.app.desk import Desk
    from kb_app.program import Program

TURN_S = 0.0005


def open_window(
    places: Places,
    ui: str,
    make_program: Callable[[], Program],
    ui_is_wanted: bool,
    pack: str,
) -> int:
    """Make the application and its window and stay until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Batea")
    application.setDesktopFileName("batea")
    instance = Instance(places)
    if not instance.is_first():
        instance.raise_first(pack)
        return 0
    opening = Opening(places, ui, make_program, ui_is_wanted)
    instance.raised.connect(opening.come_forward)
    opening.ready.connect(instance.listen)
    application.aboutToQuit.connect(stop_all)
    opening.show()
    if pack:
        opening.come_forward(pack)
    code = application.exec()
    opening.close()
    return code


class Opening(QObject):
    """The start of one window; `ready` when the library can be used, `indexed` when the
    index is up to date.
    """

    ready = Signal()
    indexed = Signal()

    def __init__(
        self,
        places: Places,
        ui: str,
        make_program: Callable[[], Program],
        ui_is_wanted: bool = False,
    ) -> None:
        super().__init__()
        # Python's threads take turns: with the usual 5 ms a busy worker would hold the window up
        # at each of the many calls in which Qt lets go of the interpreter.
        sys.setswitchinterval(TURN_S)
        load_fonts()
        self.state = State(places.settings)
        self.look = Look(self.state.text("theme", "light"), self.state.number("scale", 1.0))
        self.look.apply()
        self.language = Language()
        self.language.set(ui if ui_is_wanted else self.state.text("ui", ui))
        self.window = MainWindow(self.look, tuple((spec.id, spec.icon) for spec in ROOMS))
        self.window.restore_from(self.state.text("geometry"))
        self.window.top.languages.set_current(
            self.state.text("content_language", self.language.current)
        )
        self.desk: Desk | None = None
        self._make_program = make_program
        self._pack = ""
        self._blank = Blank(self.look, "book-open")
        self._blank.say(self.tr("Opening the library…"), self.tr("You can already type a search."))
        self.window.stack.addWidget(self._blank)

    def show(self) -> None:
        """Show the frame, then go on."""
        self.window.show()
        self.window.top.box.setFocus()
        QTimer.singleShot(0, self._load)

    def come_forward(self, pack: str = "") -> None:
        """Bring the window to the front (a second start asks for it) and open a pack."""
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if pack and self.desk is not None:
            self._open_pack(pack)
        else:
            self._pack = pack

    def close(self) -> None:
        """Let go of everything, in order."""
        stop_all()
        self.language.silence()
        if self.desk is not None:
            for room in self.desk.made_rooms():
                room.leaving()
            self.desk.program.close()

    # --- the steps -------------------------------------------------------------------

    def _load(self) -> None:
        job = Job(once(self._load_program))
        job.succeeded.connect(self._have_program)
        job.failed.connect(self._have_failed)
        job.start()

    def _load_program(self) -> Program:
        # The rooms of the program take some tenths of a second to load: not before the
        # first picture, and not in the window's thread.
        importlib.import_module("kb_app.app.session")
        importlib.import_module("kb_app.program").load_services()
        return self._make_program()

    def _have_failed(self, error: Exception) -> None:
        wording = importlib.import_module("kb_app.wording")
        said = wording.explain(error, self.language.current)
        self.window.tell(said.what, said.now, repr(error))

    def _have_program(self, program: Any) -> None:
        session: Any = importlib.import_module("kb_app.app.session")
        program.ui = self.language.current
        trouble = _open_data(program)
        self.session = session.Session(program, self.window, self.look, self.state, self.language)
        self.desk = self.session.desk
        self.session.read_library(self._have_library, trusting=True)
        if trouble is not None:
            self.session.desk.show_error(trouble)

    def _have_library(self) -> None:
        self.window.stack.removeWidget(self._blank)
        self._blank.deleteLater()
        self.session.indexed.connect(self.indexed)
        self.session.begin()
        self.ready.emit()
        if self._pack:
            self._open_pack(self._pack)

    def _open_pack(self, pack: str) -> None:
        assert self.desk is not None
        room: Any = self.desk.go("packs")
        room.open_pack(pack)


def _open_data(program: Program) -> KbError | None:
    """Open the person's data. Where that fails the library opens all the same, over an empty
    store that takes no writing, and what went wrong is returned to be said.
    """
    try:
        _ = program.store
    except KbError as error:
        aside = Path(tempfile.mkdtemp(prefix="batea-"))
        program.places = Places(aside, program.places.content)
        program.store.read_only = True
        return error
    return None
