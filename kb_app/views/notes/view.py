"""All notes over all texts: filtered, grouped, searched, changed many at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.states import Blank, Notice
from kb_app.views.parts.words import Retranslated, button, label
from kb_app.views.reader.note_editor import NoteEditor
from kb_app.views.reader.notes_list import AnyRow, NoteRow, NotesList
from kb_app.views.reader.purposes import PURPOSES, purpose_word

GROUPS = ("entry", "purpose", "tag", "month", "origin")
MARKS = ("", "shareable", "private", "sensitive")
SEARCH_MS = 120


class NotesView(Retranslated, QWidget):
    """Tells what is asked for; shows what it is given."""

    filter_changed = Signal()
    chosen = Signal(str)
    open_asked = Signal(str)
    bulk_asked = Signal(str, list, str)  # "tag" | "share" | "keep" | "delete", ids, word
    export_asked = Signal(str)
    import_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.words = QLineEdit()
        self.words.setObjectName("notesSearch")
        self.words.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self.filter_changed)
        self.words.textChanged.connect(self._timer.start)
        self.purpose, self.tag, self.mark, self.group = (QComboBox() for _ in range(4))
        for box in (self.purpose, self.tag, self.mark, self.group):
            box.activated.connect(lambda _at: self.filter_changed.emit())
        self.purpose.addItems([""] * (len(PURPOSES) + 1))
        self.mark.addItems([""] * len(MARKS))
        self.group.addItems([""] * len(GROUPS))
        self.list = NotesList(look)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.activated.connect(lambda _i: self.open_asked.emit(self.list.current_note()))
        self.blank = Blank(look, "sticky-note")
        self.undo = Notice("bannerWarm")
        self.editor = NoteEditor(look)
        self._choose = label("", "muted")
        self._count = label("", "strong", wrap=False)
        self._open = button("", "primary", lambda: self.open_asked.emit(self.list.current_note()))
        self._open.setObjectName("openNotePlace")
        self._many = button()
        self._many_menu = QMenu(self)
        self._many.setMenu(self._many_menu)
        self._export = button()
        self._export_menu = QMenu(self)
        self._export.setMenu(self._export_menu)
        self._import = button("", "", self.import_asked.emit)
        self._quiet = False
        self._lay_out()
        self.set_texts()

    def _lay_out(self) -> None:
        head, boxes = QWidget(), QWidget()
        flow, tools = Flow(boxes, 8), Flow(head, 8)
        for box in (self.purpose, self.tag, self.mark, self.group):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            flow.addWidget(box)
        for made in (self._count, self._many, self._export, self._import):
            tools.addWidget(made)
        left = QVBoxLayout()
        left.setContentsMargins(16, 12, 16, 8)
        left.setSpacing(8)
        left.addWidget(self.words)
        left.addWidget(boxes)
        left.addWidget(head)
        left.addWidget(self.undo)
        left.addWidget(self.list, 1)
        left.addWidget(self.blank, 1)
        self._side = QFrame()
        self._side.setObjectName("panelRight")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(16, 12, 16, 12)
        side.setSpacing(8)
        side.addWidget(self._open)
        side.addWidget(self.editor)
        side.addWidget(self._choose)
        side.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._side)
        self._look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._side.setFixedWidth(self._look.px(328))

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return [self.words, self.list, self._side]

    def set_texts(self) -> None:
        self.words.setPlaceholderText(self.tr("Search my notes"))
        self.words.setAccessibleName(self.tr("Search my notes"))
        words = (self.tr("Any purpose"), *(purpose_word(purpose) for purpose in PURPOSES))
        for at, text in enumerate(words):
            self.purpose.setItemText(at, text)
        for at, text in enumerate(
            (
                self.tr("Private or not"),
                self.tr("May be shared"),
                self.tr("Private"),
                self.tr("Sensitive"),
            )
        ):
            self.mark.setItemText(at, text)
        for at, text in enumerate(
            (self.tr("By text"), self.tr("By purpose"), self.tr("By tag"), self.tr("By month"),
             self.tr("By origin"))
        ):  # fmt: skip
            self.group.setItemText(at, text)
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.tag.setAccessibleName(self.tr("Tag"))
        self.mark.setAccessibleName(self.tr("Privacy"))
        self.group.setAccessibleName(self.tr("Grouping"))
        self.list.setAccessibleName(self.tr("My notes"))
        self._open.setText(self.tr("Open at its place"))
        self._choose.setText(
            self.tr(
                "Choose a note to read and change it. With Ctrl or Shift you mark several, and "
                "tag, share or delete them together."
            )
        )
        self._import.setText(self.tr("Import…"))
        self._export.setText(self.tr("Export…"))
        self._many.setText(self.tr("With the marked ones…"))
        self._many_menu.clear()
        self._many_menu.addAction(self.tr("Add a tag…"), self._ask_tag)
        self._many_menu.addAction(self.tr("Allow sharing"), lambda: self._bulk("share"))
        self._many_menu.addAction(self.tr("Keep private"), lambda: self._bulk("keep"))
        self._many_menu.addAction(self.tr("Delete"), lambda: self._bulk("delete"))
        self._export_menu.clear()
        for form, text in (
            ("docx", self.tr("Word")),
            ("md", self.tr("Markdown")),
            ("csv", self.tr("Table (CSV)")),
            ("jsonld", self.tr("W3C annotations (JSON-LD)")),
        ):
            self._export_menu.addAction(text, lambda form=form: self.export_asked.emit(form))

    # --- shown --------------------------------------------------------------------------

    def show_tags(self, tags: Sequence[str]) -> None:
        """Offer the tags in use, staying on the one that was chosen."""
        here = self.tag.currentData()
        self.tag.clear()
        self.tag.addItem(self.tr("Any tag"), "")
        for tag in tags:
            self.tag.addItem(tag, tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(here)))

    def show_rows(self, rows: Sequence[AnyRow], any_at_all: bool) -> None:
        """Show notes below their headings; none: say what this room is for, or why."""
        self._quiet = True
        keep = self.editor.current()
        self.list.show_rows(rows, keep)
        self._quiet = False
        self.list.setVisible(bool(rows))
        self.blank.setVisible(not rows)
        self._side.setVisible(any_at_all)
        self._many.setEnabled(bool(rows))
        self._export.setEnabled(bool(rows))
        self._count.setText(
            self.tr("%n note(s)", "", sum(isinstance(row, NoteRow) for row in rows))
        )
        self._show_side()
        if not any_at_all:
            self.blank.say(
                self.tr("Here your notes will stand."),
                self.tr(
                    "Mark a passage while you read and choose its purpose: a quote, a question, a "
                    "local example or for the workshop. What you write is saved as you write it."
                ),
            )
        elif not rows:
            self.blank.say(self.tr("No note is like that."), self.tr("Try with fewer filters."))

    def purpose_wanted(self) -> str:
        """The purpose asked for, or ""."""
        at = self.purpose.currentIndex()
        return PURPOSES[at - 1] if at > 0 else ""

    def mark_wanted(self) -> str:
        """The mark asked for, of `MARKS`."""
        return MARKS[max(0, self.mark.currentIndex())]

    def group_wanted(self) -> str:
        """How notes are grouped, of `GROUPS`."""
        return GROUPS[max(0, self.group.currentIndex())]

    # --- told ---------------------------------------------------------------------------

    def _tell(self, *_args: object) -> None:
        note_id = self.list.current_note()
        self._show_side()
        if note_id and not self._quiet:
            self.chosen.emit(note_id)

    def _show_side(self) -> None:
        """The editor for the note that is chosen, or what can be done here."""
        chosen = bool(self.list.current_note())
        self._open.setVisible(chosen)
        self._choose.setVisible(not chosen)

    def _bulk(self, deed: str, word: str = "") -> None:
        chosen = self.list.chosen_notes()
        if chosen:
            self.bulk_asked.emit(deed, chosen, word)

    def _ask_tag(self) -> None:
        dialog = QInputDialog(self)
        dialog.setLabelText(self.tr("Tag for the marked notes"))
        dialog.textValueSelected.connect(
            lambda word: self._bulk("tag", word.strip()) if word.strip() else None
        )
        dialog.open()
