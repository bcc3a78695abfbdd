"""The one list of what can be done: it feeds the menus, the palette, the shortcuts and help."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kb_app.views.shell.palette import Place

CONTEXT = "Actions"
translate = QCoreApplication.translate  # keep this name: lupdate looks for it


@dataclass(frozen=True)
class Act:
    """One thing that can be done. `menu` is one of `MENUS`; `needs` is "reader" for what
    only makes sense while a text is open, "plan" for a workshop.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""


MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "File"),
    "go": QT_TRANSLATE_NOOP("Actions", "Go"),
    "read": QT_TRANSLATE_NOOP("Actions", "Read"),
    "notes": QT_TRANSLATE_NOOP("Actions", "Notes"),
    "workshop": QT_TRANSLATE_NOOP("Actions", "Workshop"),
    "view": QT_TRANSLATE_NOOP("Actions", "View"),
    "help": QT_TRANSLATE_NOOP("Actions", "Help"),
}

ACTS = (
    Act("export", "file", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+Shift+S",), "upload"),
    Act("pack.create", "file", QT_TRANSLATE_NOOP("Actions", "Make a pack…"), (), "package-plus"),
    Act("pack.open", "file", QT_TRANSLATE_NOOP("Actions", "Open a pack…"), ("Ctrl+O",),
        "package-open"),
    Act("own.add", "file", QT_TRANSLATE_NOOP("Actions", "Add a text of mine…"), (), "file-text"),
    Act("print", "file", QT_TRANSLATE_NOOP("Actions", "Print…"), ("Ctrl+P",), "printer", "reader"),
    Act("backups", "file", QT_TRANSLATE_NOOP("Actions", "Backups"), (), "archive-restore"),
    Act("quit", "file", QT_TRANSLATE_NOOP("Actions", "Leave Batea"), ("Ctrl+Q",)),
    Act("search", "go", QT_TRANSLATE_NOOP("Actions", "Search everything"),
        ("Ctrl+L", "Ctrl+Shift+F"), "search"),
    Act("palette", "go", QT_TRANSLATE_NOOP("Actions", "Go to anything…"), ("Ctrl+K",)),
    Act("go.home", "go", QT_TRANSLATE_NOOP("Actions", "Home"), ("Alt+1",), "house"),
    Act("go.explore", "go", QT_TRANSLATE_NOOP("Actions", "Explore"), ("Alt+2",), "compass"),
    Act("go.workshops", "go", QT_TRANSLATE_NOOP("Actions", "Workshops"), ("Alt+3",), "calendar"),
    Act("go.notes", "go", QT_TRANSLATE_NOOP("Actions", "My notes"), ("Alt+4",), "sticky-note"),
    Act("go.packs", "go", QT_TRANSLATE_NOOP("Actions", "Packs"), ("Alt+5",), "package"),
    Act("go.follow", "go", QT_TRANSLATE_NOOP("Actions", "Follow-up"), ("Alt+6",), "flag"),
    Act("back", "go", QT_TRANSLATE_NOOP("Actions", "Back"), ("Alt+Left",), "arrow-left"),
    Act("forward", "go", QT_TRANSLATE_NOOP("Actions", "Forward"), ("Alt+Right",), "arrow-right"),
    Act("panel.next", "go", QT_TRANSLATE_NOOP("Actions", "Next panel"), ("F6",)),
    Act("panel.previous", "go", QT_TRANSLATE_NOOP("Actions", "Previous panel"), ("Shift+F6",)),
    Act("find", "read", QT_TRANSLATE_NOOP("Actions", "Find in page"), ("Ctrl+F",), "search",
        "reader"),
    Act("find.next", "read", QT_TRANSLATE_NOOP("Actions", "Find next"), ("F3",), "", "reader"),
    Act("find.previous", "read", QT_TRANSLATE_NOOP("Actions", "Find previous"), ("Shift+F3",), "",
        "reader"),
    Act("other", "read", QT_TRANSLATE_NOOP("Actions", "Same place in the other language"),
        ("Ctrl+E",), "languages", "reader"),
    Act("both", "read", QT_TRANSLATE_NOOP("Actions", "Both languages side by side"),
        ("Ctrl+Shift+E",), "columns-2", "reader"),
    Act("tied", "read", QT_TRANSLATE_NOOP("Actions", "Scroll both languages together or apart"),
        ("Ctrl+Shift+L",), "", "reader"),
    Act("bookmark", "read", QT_TRANSLATE_NOOP("Actions", "Bookmark this place"), ("Ctrl+D",),
        "bookmark", "reader"),
    Act("collect", "read", QT_TRANSLATE_NOOP("Actions", "Keep in a list…"), ("Ctrl+Shift+D",),
        "bookmark-check"),
    Act("my-lists", "go", QT_TRANSLATE_NOOP("Actions", "My lists and kept searches"),
        ("Ctrl+B",), "list"),
    Act("explain", "read", QT_TRANSLATE_NOOP("Actions", "Explain the word or source here"),
        ("Ctrl+G",), "info", "reader"),
    Act("cite", "read", QT_TRANSLATE_NOOP("Actions", "How to cite"), ("Ctrl+Shift+C",), "quote",
        "reader"),
    Act("copy.reference", "read", QT_TRANSLATE_NOOP("Actions", "Copy with its reference"),
        ("Ctrl+Alt+C",), "copy", "reader"),
    Act("copy.chat", "read", QT_TRANSLATE_NOOP("Actions", "Copy for a chat"), ("Ctrl+Alt+W",),
        "message-circle", "reader"),
    Act("zoom.in", "read", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="),
        "zoom-in", "reader"),
    Act("zoom.out", "read", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "zoom-out",
        "reader"),
    Act("zoom.reset", "read", QT_TRANSLATE_NOOP("Actions", "Text at 100 %"), ("Ctrl+0",), "",
        "reader"),
    Act("tab.next", "read", QT_TRANSLATE_NOOP("Actions", "Next tab"),
        ("Ctrl+Tab", "Ctrl+PgDown")),
    Act("tab.close", "read", QT_TRANSLATE_NOOP("Actions", "Close tab"), ("Ctrl+W",), "x",
        "reader"),
    Act("tab.reopen", "read", QT_TRANSLATE_NOOP("Actions", "Reopen closed tab"),
        ("Ctrl+Shift+T",)),
    Act("note.add", "notes", QT_TRANSLATE_NOOP("Actions", "Add a note here"), ("Ctrl+M",), "plus",
        "reader"),
    Act("note.section", "notes", QT_TRANSLATE_NOOP("Actions", "Add a note on the section"),
        ("Ctrl+Shift+M",), "", "reader"),
    Act("notes.find", "notes", QT_TRANSLATE_NOOP("Actions", "Search my notes"), ("Ctrl+F",),
        "search", "notes"),
    Act("undo", "notes", QT_TRANSLATE_NOOP("Actions", "Undo the last change"), ("Ctrl+Z",),
        "undo-2"),
    Act("workshop.new", "workshop", QT_TRANSLATE_NOOP("Actions", "New workshop…"), ("Ctrl+N",),
        "calendar"),
    Act("redo", "workshop", QT_TRANSLATE_NOOP("Actions", "Do again what was undone"),
        ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2", "plan"),
    Act("workshop.run", "workshop", QT_TRANSLATE_NOOP("Actions", "Run the workshop"), ("F5",),
        "play", "plan"),
    Act("workshop.folder", "workshop", QT_TRANSLATE_NOOP("Actions", "Make the folder of papers…"),
        (), "printer", "plan"),
    Act("workshop.plan", "workshop", QT_TRANSLATE_NOOP("Actions", "Plan of the workshop"),
        ("Ctrl+1",), "", "plan"),
    Act("workshop.room", "workshop", QT_TRANSLATE_NOOP("Actions", "In the room"), ("Ctrl+2",), "",
        "plan"),
    Act("workshop.people", "workshop", QT_TRANSLATE_NOOP("Actions", "Attendance"), ("Ctrl+3",), "",
        "plan"),
    Act("workshop.tests", "workshop", QT_TRANSLATE_NOOP("Actions", "Before and after"),
        ("Ctrl+4",), "", "plan"),
    Act("workshop.agreed", "workshop", QT_TRANSLATE_NOOP("Actions", "Commitments"), ("Ctrl+5",),
        "", "plan"),
    Act("workshop.papers", "workshop", QT_TRANSLATE_NOOP("Actions", "Papers and report"),
        ("Ctrl+6",), "", "plan"),
    Act("block.add", "workshop", QT_TRANSLATE_NOOP("Actions", "New block"), ("Ctrl+Shift+N",),
        "plus", "plan"),
    Act("block.find", "workshop", QT_TRANSLATE_NOOP("Actions", "Look for something to add"),
        ("Ctrl+F",), "search", "plan"),
    Act("block.earlier", "workshop", QT_TRANSLATE_NOOP("Actions", "Move the block up"),
        ("Alt+Up",), "arrow-up", "plan"),
    Act("block.later", "workshop", QT_TRANSLATE_NOOP("Actions", "Move the block down"),
        ("Alt+Down",), "arrow-down", "plan"),
    Act("block.day-before", "workshop", QT_TRANSLATE_NOOP("Actions", "To the day before"),
        ("Alt+Shift+Left",), "arrow-left", "plan"),
    Act("block.day-after", "workshop", QT_TRANSLATE_NOOP("Actions", "To the day after"),
        ("Alt+Shift+Right",), "arrow-right", "plan"),
    Act("block.duplicate", "workshop", QT_TRANSLATE_NOOP("Actions", "Duplicate the block"),
        ("Ctrl+D",), "copy", "plan"),
    Act("panel.contents", "view", QT_TRANSLATE_NOOP("Actions", "Show or hide the left panel"),
        ("F9",), "panel-left"),
    Act("panel.notes", "view", QT_TRANSLATE_NOOP("Actions", "Show or hide the right panel"),
        ("Shift+F9",), "panel-right"),
    Act("theme.light", "view", QT_TRANSLATE_NOOP("Actions", "Light theme"), (), "sun"),
    Act("theme.dark", "view", QT_TRANSLATE_NOOP("Actions", "Dark theme"), (), "moon"),
    Act("theme.contrast", "view", QT_TRANSLATE_NOOP("Actions", "High contrast"), (), "contrast"),
    Act("text.larger", "view", QT_TRANSLATE_NOOP("Actions", "Larger interface"),
        ("Ctrl+Alt++", "Ctrl+Alt+=")),
    Act("text.smaller", "view", QT_TRANSLATE_NOOP("Actions", "Smaller interface"),
        ("Ctrl+Alt+-",)),
    Act("ui.es", "view", QT_TRANSLATE_NOOP("Actions", "Menus in Spanish")),
    Act("ui.en", "view", QT_TRANSLATE_NOOP("Actions", "Menus in English")),
    Act("fullscreen", "view", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",), "maximize"),
    Act("help", "help", QT_TRANSLATE_NOOP("Actions", "Help and shortcuts"), ("F1",),
        "circle-question-mark"),
    Act("about", "help", QT_TRANSLATE_NOOP("Actions", "About Batea"), (), "info"),
)  # fmt: skip


class Actions(QObject):
    """A QAction for each of `ACTS`, on one window. `asked` tells the id."""

    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._made: dict[str, QAction] = {}
        for act in ACTS:
            action = QAction(window)
            action.setObjectName(act.id)
            action.setShortcuts([QKeySequence(keys) for keys in act.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _checked=False, id=act.id: self.asked.emit(id))
            window.addAction(action)
            self._made[act.id] = action
        self.set_texts()
        self.set_reading(False)
        self.set_planning(False)
        self.set_noting(False)

    def __getitem__(self, act_id: str) -> QAction:
        return self._made[act_id]

    def set_texts(self) -> None:
        """Word every action anew."""
        for act in ACTS:
            self._made[act.id].setText(translate("Actions", act.text))

    def set_reading(self, reading: bool) -> None:
        """Offer what needs an open text only while there is one."""
        self._offer("reader", reading)

    def set_planning(self, planning: bool) -> None:
        """Offer what needs an open workshop only while there is one in front."""
        self._offer("plan", planning)

    def set_noting(self, noting: bool) -> None:
        """Offer what needs the room of notes only while it is in front."""
        self._offer("notes", noting)

    def _offer(self, needs: str, there: bool) -> None:
        for act in ACTS:
            if act.needs == needs:
                self._made[act.id].setEnabled(there)

    def fill(self, menu: QMenu) -> None:
        """Put all actions into a menu, one submenu for each of `MENUS`."""
        menu.clear()
        for menu_id, title in MENUS.items():
            part = menu.addMenu(translate("Actions", title))
            for act in ACTS:
                if act.menu == menu_id:
                    part.addAction(self._made[act.id])

    def places(self) -> list[Place]:
        """Every action that can be done now, for the palette."""
        return [
            Place(f"act:{act.id}", self._made[act.id].text(), self.keys(act.id), act.icon)
            for act in ACTS
            if self._made[act.id].isEnabled() and act.id != "palette"
        ]

    def keys(self, act_id: str, every: bool = False) -> str:
        """The shortcuts of an action as the person reads them on the keyboard, first first."""
        shortcuts = self._made[act_id].shortcuts()[: None if every else 1]
        return " · ".join(key_words(shortcut.toString()) for shortcut in shortcuts)


def key_words(keys: str) -> str:
    """The words of keys as they stand on the keyboard of whoever reads: "Ctrl+Mayús+F"."""
    words = {
        "Shift": translate("Actions", "Shift"),
        "Del": translate("Actions", "Del"),
        "PgDown": translate("Actions", "PgDn"),
        "Left": "←",
        "Right": "→",
        "Up": "↑",
        "Down": "↓",
    }
    return "+".join(words.get(key, key) for key in keys.split("+"))
