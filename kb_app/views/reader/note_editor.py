"""One note being written: purpose, words, tags, who may see it. Saved as one writes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from kb_app.views.look import Look
from kb_app.views.parts.lines import shortened
from kb_app.views.parts.words import Retranslated, button, clear, label
from kb_app.views.reader.purposes import PURPOSES, purpose_word

SAVE_AFTER_MS = 400
QUOTE_CHARACTERS = 140


@dataclass(frozen=True)
class NoteDraft:
    """What can be changed in a note."""

    id: str
    purpose: str
    body: str
    tags: tuple[str, ...]
    shareable: bool
    sensitive: bool


class _Body(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteEditor(Retranslated, QFrame):
    """`changed` comes 400 ms after the last key and on leaving; `deleted` asks to delete."""

    changed = Signal(NoteDraft)
    deleted = Signal(str)
    place_asked = Signal(str, str)  # note, "here" | "leave" | "section" | "guess"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self._look = look
        self._shown: NoteDraft | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self.purpose = QComboBox()
        self.purpose.setObjectName("notePurpose")
        self.purpose.addItems(["" for _ in PURPOSES])
        self.purpose.activated.connect(lambda _at: self.save())
        self.body = _Body()
        self.body.setObjectName("noteBody")
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(56)
        self.body.setMaximumHeight(120)
        self.body.textChanged.connect(self._later)
        self.body.left.connect(self.save)
        self.tags = QLineEdit()
        self.tags.setObjectName("noteTags")
        self.tags.textEdited.connect(self._later)
        self.tags.editingFinished.connect(self.save)
        self.shareable = QCheckBox()
        self.shareable.setObjectName("noteShareable")
        self.sensitive = QCheckBox()
        self.sensitive.setObjectName("noteSensitive")
        for box in (self.shareable, self.sensitive):
            box.clicked.connect(self.save)
        self._quote = label("", "muted")
        self._tray = QHBoxLayout()
        self._tray_words = label("", "red")
        self._delete = button("", "danger", self._ask_delete)
        self._lay_out()
        self.hide()
        self.set_texts()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.purpose, 1)
        head.addWidget(self._delete)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addWidget(self._tray_words)
        column.addLayout(self._tray)
        column.addWidget(self.body)
        column.addWidget(self.tags)
        marks = QHBoxLayout()
        marks.setSpacing(16)
        marks.addWidget(self.shareable)
        marks.addWidget(self.sensitive)
        marks.addStretch()
        column.addLayout(marks)

    def set_texts(self) -> None:
        for at, purpose in enumerate(PURPOSES):
            self.purpose.setItemText(at, purpose_word(purpose))
        self.purpose.setAccessibleName(self.tr("What the note is for"))
        self.body.setPlaceholderText(self.tr("What it makes you think of"))
        self.body.setAccessibleName(self.tr("Words of the note"))
        self.tags.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.shareable.setText(self.tr("May be shared"))
        self.sensitive.setText(self.tr("Sensitive"))
        self._delete.setText(self.tr("Delete"))

    def show_note(self, draft: NoteDraft | None, quote: str = "", placed: str = "placed") -> None:
        """Show a note to be written; None hides the editor. What was being written in
        another note is saved first.
        """
        self.save()
        self._shown = None
        self.setVisible(draft is not None)
        if draft is None:
            return
        self.purpose.setCurrentIndex(PURPOSES.index(draft.purpose))
        self.body.setPlainText(draft.body)
        self.tags.setText(", ".join(draft.tags))
        self.shareable.setChecked(draft.shareable)
        self.sensitive.setChecked(draft.sensitive)
        self._quote.setText(f"«{shortened(quote, QUOTE_CHARACTERS)}»" if quote else "")
        self._quote.setVisible(bool(quote))
        self._show_tray(draft.id, placed)
        self._shown = draft

    def _show_tray(self, note_id: str, placed: str) -> None:
        clear(self._tray)
        words = {
            "ask": self.tr("The text has changed: is this still its place?"),
            "unplaced": self.tr("Its words are no longer in this text."),
        }.get(placed, "")
        self._tray_words.setText(words)
        self._tray_words.setVisible(bool(words))
        if words:
            choices = [
                ("here", self.tr("Place at the selection")),
                ("section", self.tr("On the section")),
                ("leave", self.tr("Leave it")),
            ]
            if placed == "ask":
                choices.insert(0, ("guess", self.tr("Yes")))
            for choice, text in choices:
                self._tray.addWidget(
                    button(
                        text, "link", lambda choice=choice: self.place_asked.emit(note_id, choice)
                    )
                )
            self._tray.addStretch()

    def current(self) -> str:
        """The id of the note shown, or ""."""
        return self._shown.id if self._shown else ""

    def focus_body(self) -> None:
        """Begin to write."""
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)
        self.body.moveCursor(self.body.textCursor().MoveOperation.End)

    def save(self) -> None:
        """Tell what was changed, if anything was."""
        self._timer.stop()
        if self._shown is None:
            return
        tags = tuple(dict.fromkeys(t.strip() for t in self.tags.text().split(",") if t.strip()))
        draft = NoteDraft(
            self._shown.id,
            PURPOSES[self.purpose.currentIndex()],
            self.body.toPlainText(),
            tags,
            self.shareable.isChecked(),
            self.sensitive.isChecked(),
        )
        if draft != self._shown:
            self._shown = draft
            self.changed.emit(draft)

    def _later(self) -> None:
        if self._shown is not None:
            self._timer.start()

    def _ask_delete(self) -> None:
        if self._shown is not None:
            note_id, self._shown = self._shown.id, None
            self._timer.stop()
            self.deleted.emit(note_id)
