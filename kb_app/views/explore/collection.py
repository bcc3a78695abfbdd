"""One collection: its texts in the person's order, each with a remark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kb_app.views.explore.rows import Gathered
from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.states import Blank, Notice
from kb_app.views.parts.words import Retranslated, button, label
from kb_app.views.reader.notes_list import NotesList


class CollectionPage(Retranslated, QWidget):
    """`asked` tells what to do with the collection: "rename", "delete", "export", "pack",
    "workshop", "close". `moved`, `taken_out` and `remarked` tell of one text.
    """

    asked = Signal(str)
    looked_at = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int)
    taken_out = Signal(str)
    remarked = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._shown: Gathered | None = None
        self._quiet = False
        self._title = label("", "heading")
        self._title.setObjectName("collectionTitle")
        self._about = label("", "muted")
        self.undo = Notice("bannerWarm")
        self.list = NotesList(look)
        self.list.setObjectName("collectionItems")
        self.blank = Blank(look, "bookmark")
        self.remark = QLineEdit()
        self.remark.setObjectName("itemRemark")
        self.remark.editingFinished.connect(self._tell_remark)
        head, head_flow = _line()
        tools, tools_flow = _line()
        self._deeds = {
            deed: button("", "", lambda deed=deed: self.asked.emit(deed))
            for deed in ("export", "pack", "rename", "delete", "close")
        }
        for deed, made in self._deeds.items():
            made.setObjectName(f"collection-{deed}")
            head_flow.addWidget(made)
        self._up = button("", "", lambda: self._move(-1))
        self._down = button("", "", lambda: self._move(1))
        self._out = button("", "danger", self._take_out)
        self._out.setObjectName("takeOut")
        for made in (self._up, self._down, self._out):
            tools_flow.addWidget(made)
        self._lay_out(head, tools)
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.activated.connect(lambda _i: self.opened.emit(self.list.current_note()))
        self._shortcut("Alt+Up", lambda: self._move(-1))
        self._shortcut("Alt+Down", lambda: self._move(1))
        self._shortcut("Del", self._take_out)
        self.set_texts()

    def _lay_out(self, head: QWidget, tools: QWidget) -> None:
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.remark)
        below.addWidget(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for made in (self._title, self._about, head, self.undo):
            column.addWidget(made)
        column.addWidget(self.list, 1)
        column.addWidget(self.blank, 1)
        column.addWidget(self._below)

    def _shortcut(self, keys: str, call: Callable[[], None]) -> None:
        made = QShortcut(QKeySequence(keys), self.list)
        made.setContext(Qt.ShortcutContext.WidgetShortcut)
        made.activated.connect(call)

    def set_texts(self) -> None:
        words = {
            "export": self.tr("Export…"),
            "pack": self.tr("Make a pack…"),
            "rename": self.tr("Rename…"),
            "delete": self.tr("Delete"),
            "close": self.tr("Back to the results"),
        }
        for deed, text in words.items():
            self._deeds[deed].setText(text)
        self._up.setText(self.tr("Move up"))
        self._up.setToolTip("Alt+↑")
        self._down.setText(self.tr("Move down"))
        self._down.setToolTip("Alt+↓")
        self._out.setText(self.tr("Take out of the list"))
        self.remark.setPlaceholderText(self.tr("Your remark on this text"))
        self.remark.setAccessibleName(self.tr("Your remark on this text"))
        self.list.setAccessibleName(self.tr("Texts of the collection"))

    def show_collection(self, shown: Gathered, keep: str = "") -> None:
        """Show a collection, staying on a text of it."""
        self._quiet = True
        self._shown = shown
        self._title.setText(shown.title)
        about = self.tr("%n text(s)", "", len(shown.items))
        self._about.setText(f"{about} · {shown.remark}" if shown.remark else about)
        self.list.show_rows(shown.items)
        for deed in ("rename", "delete"):
            self._deeds[deed].setVisible(not shown.fixed)
        for deed in ("export", "pack"):
            self._deeds[deed].setEnabled(bool(shown.items))
        self.list.setVisible(bool(shown.items))
        self._below.setVisible(bool(shown.items))
        self.blank.setVisible(not shown.items)
        self.blank.say(
            self.tr("Nothing stands here yet."),
            self.tr(
                "While you look at a result or read a text, press Ctrl+Shift+D or “Keep in…” and "
                "choose this list."
            ),
        )
        self._quiet = False
        if shown.items and not self.list.choose(keep):
            self.list.choose(shown.items[0].id)
        self._look()

    def _item(self) -> str:
        return self.list.current_note()

    def _look(self, *_args: object) -> None:
        uid = self._item()
        if self._shown is None or self._quiet or not uid:
            return
        item = next(item for item in self._shown.items if item.id == uid)
        at = self._shown.items.index(item)
        self._up.setEnabled(at > 0)
        self._down.setEnabled(at + 1 < len(self._shown.items))
        self.remark.setText(item.body)
        self.looked_at.emit(uid)

    def _move(self, step: int) -> None:
        if self._item():
            self.moved.emit(self._item(), step)

    def _take_out(self) -> None:
        if self._item():
            self.taken_out.emit(self._item())

    def _tell_remark(self) -> None:
        uid = self._item()
        if self._shown is None or not uid:
            return
        item = next((item for item in self._shown.items if item.id == uid), None)
        if item is not None and item.body != self.remark.text().strip():
            self.remarked.emit(uid, self.remark.text().strip())


def _line() -> tuple[QWidget, Flow]:
    """Buttons side by side, on more lines where there is little room."""
    made = QWidget()
    return made, Flow(made, 8)
