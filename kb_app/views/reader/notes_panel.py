"""The notes of one text at its right: the list, and the one that is being written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kb_app.views.look import Look
from kb_app.views.parts.states import Notice
from kb_app.views.parts.words import Retranslated, button, label
from kb_app.views.reader.note_editor import NoteEditor
from kb_app.views.reader.notes_list import NoteRow, NotesList


class NotesPanel(Retranslated, QFrame):
    """`chosen` tells which note was chosen; `add_asked` asks for one on the section."""

    chosen = Signal(str)
    add_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panelRight")
        self._look = look
        self._title = label("", "strong", wrap=False)
        self._add = button("", "link", self.add_asked.emit)
        self._add.setObjectName("addNote")
        self.list = NotesList(look)
        self.list.selectionModel().currentChanged.connect(
            lambda _now, _before: self._tell(self.list.current_note())
        )
        self.empty = label("", "muted")
        self.undo = Notice("bannerWarm")
        self.editor = NoteEditor(look)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.undo)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.editor)
        self._quiet = False
        self._count = 0
        look.changed.connect(self._fit)
        self._fit()
        self.set_texts()

    def set_texts(self) -> None:
        self._add.setText(self.tr("+ Note"))
        self._add.setAccessibleName(self.tr("Add a note on the section"))
        self.list.setAccessibleName(self.tr("Notes on this text"))
        self.empty.setText(
            self.tr(
                "There are no notes on this text yet. Mark a passage and press Ctrl+M, or choose "
                "its purpose in the bar that appears."
            )
        )
        self._say_count()

    def _say_count(self) -> None:
        self._title.setText(self.tr("Notes · {count}").format(count=self._count))

    def show_rows(self, rows: Sequence[NoteRow], keep: str = "") -> None:
        """Show the notes; `keep` stays chosen without being told again."""
        self._quiet = True
        self._count = len(rows)
        self.list.show_rows(rows, keep)
        self._quiet = False
        self.empty.setVisible(not rows)
        self._say_count()

    def choose(self, note_id: str) -> None:
        """Choose a note as if the person had."""
        self.list.choose(note_id)
        self._tell(note_id)

    def _tell(self, note_id: str) -> None:
        if not self._quiet and note_id:
            self.chosen.emit(note_id)

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(300))
