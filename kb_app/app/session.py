"""A window at work: actions to rooms, the library to the search, the state to its file."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal

from indexer.query import Updated
from kb_app.app.desk import Desk
from kb_app.app.language import Language
from kb_app.app.owning import Owning
from kb_app.app.rooms import ROOMS
from kb_app.app.state import State
from kb_app.jobs import Job, Work
from kb_app.library.catalogue import Catalogue, compare_files
from kb_app.program import Program
from kb_app.store import make_backup
from kb_app.views.look import Look
from kb_app.views.shell.help import HelpDialog
from kb_app.views.shell.palette import Place
from kb_app.views.shell.window import MainWindow
from kb_app.wording.startup import startup_words

BACKUP_MINUTES = 30
INDEX_AGAIN_MS = 10_000  # after another process was found at it
THEMES = ("light", "dark", "contrast")
BREATH_S = 0.02


class Session(QObject):
    """Connects one window with one program, from the first library to the last save."""

    indexed = Signal()

    def __init__(
        self, program: Program, window: MainWindow, look: Look, state: State, language: Language
    ) -> None:
        super().__init__(window)
        self.desk = Desk(program, window, look, state, language)
        self._window = window
        self._look = look
        self._state = state
        self._program = program
        self._owning = Owning(self.desk)
        self._help: HelpDialog | None = None
        self._is_prepared = False
        self._is_compared = False
        self._index_timer = self.desk.later(INDEX_AGAIN_MS, self._update_index)
        self._backup_timer = self.desk.later(BACKUP_MINUTES * 60_000, self._backup)

    # --- library ----------------------------------------------------------------------

    def read_library(self, then: Callable[[], object], trusting: bool = False) -> None:
        """Read the library in a worker; texts of the person's data are fetched first, here.
        `trusting` at the start: what looks as it did is read later, behind the person's back.
        """
        stored = list(self._program.revisions.shelved())

        def work() -> Work:
            yield 0, 1
            _ = self._program.thesaurus, self._program.vocabulary  # read here, for the search
            return self._program.read_catalogue(stored, trusting=trusting)

        def have(catalogue: Catalogue) -> None:
            # What was read stays: looking through all of it for garbage, again and again, would
            # hold up the window for a tenth of a second each time. (Never collected in a worker:
            # what is left of a window must end in the window's thread.)
            gc.freeze()
            self._program.catalogue = catalogue
            self._program.search.take(catalogue)  # the same index: what is open stays open
            self._is_compared = not trusting
            then()

        self.desk.run(work(), self.tr("Reading the library"), have)

    def begin(self) -> None:
        """The library is there: connect everything and open the room that was open last."""
        window, top = self._window, self._window.top
        window.room_chosen.connect(self.desk.go)
        window.actions_list.asked.connect(self._act)
        window.retranslated.connect(self._say_state)
        window.closing.connect(self._remember)
        window.file_dropped.connect(self._dropped)
        window.palette_dialog.chosen.connect(self._go_to)
        top.typed.connect(self._typed)
        top.entered.connect(self._entered)
        top.box.down_pressed.connect(lambda: self._act("panel.results"))
        top.content_language_chosen.connect(self.desk.set_content_language)
        top.theme_asked.connect(self._next_theme)
        self.desk.library_changed.connect(self._reload)
        self.desk.notes_changed.connect(self._count)
        self.desk.index_lost.connect(self._update_index)
        rooms = [spec.id for spec in ROOMS]
        last = self._state.text("room", "home")
        self.desk.go(last if last in rooms else "home")
        if top.box.text():
            self._typed(top.box.text())
        self._say_state()
        self._count()
        self._update_index()
        self._backup()

    def _reload(self) -> None:
        self.read_library(self._reloaded)

    def _reloaded(self) -> None:
        for room in self.desk.made_rooms():
            room.library_changed()
        self._say_state()
        self._count()
        self._update_index()

    def _update_index(self) -> None:
        self._window.status.index.setText(self.tr("Updating the index"))
        self.desk.run(
            self._program.search.update(), self.tr("Updating the index"), self._have_index
        )

    def _have_index(self, ended: Updated) -> None:
        if ended is Updated.BUSY:  # somebody else is updating it: the words stay
            self._index_timer.start()
        elif ended is Updated.DONE:
            self._window.status.index.setText(self.tr("Index up to date"))
        else:
            self._window.status.index.setText(self.tr("Index not up to date"))
        for room in self.desk.made_rooms():
            room.indexed()
        self.indexed.emit()
        if not self._is_prepared:
            self._is_prepared = True
            self._prepare_search()
        if not self._is_compared:
            self._is_compared = True
            self._compare_files()

    def _prepare_search(self) -> None:
        """The first key must not wait until the room that answers it has been made. In this
        thread: to load modules of Qt in another one while the window works ended the program.
        """
        self.desk.room("explore")
        gc.freeze()  # the window, too, stays

    def _compare_files(self) -> None:
        """Read the files that were believed to be as they were; quietly, and in small pieces."""
        self._comparing = Job(_in_peace(compare_files(self._program.catalogue)))
        self._comparing.succeeded.connect(self._have_compared)
        self._comparing.start()

    def _have_compared(self, changed: Any) -> None:
        if changed:
            self.desk.library_changed.emit()

    def _backup(self) -> None:
        """At start and every half hour of work; the copy is made by SQLite, in milliseconds."""
        store = self._program.store
        if not store.read_only:
            try:
                make_backup(store, self._program.places.backups)
            except Exception as error:  # noqa: BLE001 - any failure is said, none stops the work
                self.desk.show_error(error)
        self._backup_timer.start()

    # --- words in the frame -------------------------------------------------------------

    def _say_state(self) -> None:
        catalogue = self._program.catalogue
        languages = {lang for entry in catalogue for lang in entry.editions}
        cases, modules, countries = (
            len(catalogue.of_kind(kind)) for kind in ("case_study", "module", "country")
        )
        counted = (
            (cases, self.tr("%n case(s)", "", cases)),
            (modules, self.tr("%n module(s)", "", modules)),
            (countries, self.tr("%n country(ies)", "", countries)),
            (len(languages), self.tr("%n language(s)", "", len(languages))),
        )
        self._window.status.library.setText(" · ".join(word for count, word in counted if count))
        if catalogue.problems:
            self._window.notice.say(
                self.tr("%n file(s) of the library cannot be read.", "", len(catalogue.problems)),
                (self.tr("See which"), self._say_problems),
                (self.tr("Hide"), lambda: self._window.notice.say("")),
            )
        elif self._program.startup.repaired:
            found = startup_words(self._program.startup, self.desk.ui)
            self._window.notice.say(
                str(found),
                (self.tr("See the backups…"), lambda: self.desk.act("backups")),
                (self.tr("Hide"), lambda: self._window.notice.say("")),
            )
        elif self._program.store.read_only:
            self._window.notice.say(
                self.tr(
                    "This data folder cannot be written: you can read and search, but not take "
                    "notes."
                ),
                (self.tr("Hide"), lambda: self._window.notice.say("")),
            )

    def _say_problems(self) -> None:
        self.desk.show_error(self._program.catalogue.problems[0])

    def _count(self) -> None:
        navigation = self._window.navigation
        navigation.set_count("explore", len(self._program.catalogue))
        navigation.set_count("notes", self._program.notes.count())

    # --- what the person asks -------------------------------------------------------------

    def _typed(self, words: str) -> None:
        here = self.desk.here
        room: Any = here if here is self.desk.room("explore") else self.desk.go("explore")
        room.search(words)

    def _entered(self, words: str) -> None:
        room: Any = self.desk.go("explore")
        room.search(words, whole=True)

    def _dropped(self, path: str) -> None:
        if path.endswith(".md"):
            self._owning.take([path])
            return
        room: Any = self.desk.go("packs")
        room.open_pack(path)

    def _act(self, action: str) -> None:
        here = self.desk.here
        if here is not None and here.act(action):
            return
        if action.startswith("go."):
            self.desk.go(action.removeprefix("go."))
        elif action.startswith("theme."):
            self._set_theme(action.removeprefix("theme."))
        elif action.startswith("ui."):
            self.desk.set_ui(action.removeprefix("ui."))
        elif action in self._own:
            self._own[action](self)

    def _set_theme(self, name: str) -> None:
        self._look.set_theme(name)
        self._state.put(theme=name)

    def _next_theme(self) -> None:
        here = THEMES.index(self._look.tokens.name)
        self._set_theme(THEMES[(here + 1) % len(THEMES)])

    def _scale(self, step: float) -> None:
        self._look.set_scale(self._look.scale + step)
        self._state.put(scale=self._look.scale)

    def _focus_search(self) -> None:
        self._window.top.box.setFocus()
        self._window.top.box.selectAll()

    def _full_screen(self) -> None:
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def _open_palette(self) -> None:
        actions = self._window.actions_list
        places = [
            Place(f"entry:{entry.uid}", entry.edition(self.desk.content_language).front.title,
                  self._kind(entry.kind), "file-text")
            for entry in self._program.catalogue
        ]  # fmt: skip
        places += actions.places()
        self._window.palette_dialog.open_with(places)

    def _kind(self, kind: str) -> str:
        return {
            "case_study": self.tr("case"),
            "module": self.tr("module"),
            "country": self.tr("country"),
        }.get(kind, kind)

    def _go_to(self, place: str) -> None:
        kind, _colon, rest = place.partition(":")
        if kind == "entry":
            self.desk.open_entry(rest)
        else:
            self._window.actions_list[rest].trigger()

    def _open_help(self) -> None:
        if self._help is None:
            self._help = HelpDialog(self._look, self._window.actions_list, self._window)
        self._help.open_fresh()

    def _about(self) -> None:
        self._open_help()

    def _export(self) -> None:
        self.desk.go("packs").act("export")

    def _remember(self) -> None:
        for room in self.desk.made_rooms():
            room.leaving()
        self._state.put(geometry=self._window.geometry_text())
        self._state.save()

    _own: ClassVar[dict[str, Callable[[Session], object]]] = {
        "search": _focus_search,
        "own.add": lambda self: self._owning.ask(),
        "palette": _open_palette,
        "help": _open_help,
        "about": _about,
        "fullscreen": _full_screen,
        "quit": lambda self: self._window.close(),
        "panel.next": lambda self: self._window.next_panel(1),
        "panel.previous": lambda self: self._window.next_panel(-1),
        "text.larger": lambda self: self._scale(0.1),
        "text.smaller": lambda self: self._scale(-0.1),
        "backups": lambda self: self.desk.go("home").act("backups"),
        "pack.create": lambda self: self.desk.go("packs").act("pack.create"),
        "pack.open": lambda self: self.desk.go("packs").act("pack.open"),
        "export": _export,
    }


def _in_peace(work: Work) -> Work:
    """Work that leaves most of the time to others: threads of Python take turns."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            return end.value
        time.sleep(BREATH_S)
        yield step
