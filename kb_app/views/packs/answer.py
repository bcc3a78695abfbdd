"""What goes back to the sender of a pack: every name and free text, before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.words import button, label


@dataclass(frozen=True)
class Answer:
    """An answer as it is shown: notes (id, words) and texts (words) that can go, names that
    would be seen.
    """

    title: str
    notes: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]
    names: tuple[str, ...]


class AnswerDialog(QDialog):
    """`save_asked` tells the ids of the notes that go."""

    save_asked = Signal(list)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = label("", "heading")
        self._lead = label("", "muted")
        self._notes_title = label("", "strong")
        self.notes = QListWidget()
        self.notes.setObjectName("answerNotes")
        self.notes.setWordWrap(True)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rest_title = label("", "strong")
        self.rest = QPlainTextEdit()
        self.rest.setObjectName("answerRest")
        self.rest.setReadOnly(True)
        self.rest.setMaximumHeight(look.px(130))
        self._nothing = label("")
        self.save = button("", "primary", lambda: self.save_asked.emit(self.chosen()))
        self.save.setObjectName("answerSave")
        self._close = button("", "", self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for made in (self._title, self._lead, self._nothing, self._notes_title):
            column.addWidget(made)
        column.addWidget(self.notes, 1)
        column.addWidget(self._rest_title)
        column.addWidget(self.rest)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._close)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.resize(look.px(720), look.px(540))

    def show_answer(self, answer: Answer) -> None:
        """Show what would go, and open."""
        self.setWindowTitle(self.tr("Answer a pack"))
        self._title.setText(answer.title)
        self._lead.setText(
            self.tr(
                "Your notes that may be shared and your own texts go back; nothing of the "
                "sender's own text does. Take out what should stay here."
            )
        )
        self._notes_title.setText(self.tr("Notes that go"))
        self.notes.setAccessibleName(self.tr("Notes that go"))
        self._rest_title.setText(self.tr("Names and texts that leave"))
        self.rest.setAccessibleName(self.tr("Names and texts that leave"))
        self._close.setText(self.tr("Cancel"))
        self.save.setText(self.tr("Save as…"))
        self.notes.clear()
        for note_id, words in answer.notes:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, note_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.notes.addItem(item)
        self.rest.setPlainText("\n".join((*answer.names, *answer.texts)))
        some = bool(answer.notes or answer.texts)
        for made in (self._notes_title, self.notes):
            made.setVisible(bool(answer.notes))
        for made in (self._rest_title, self.rest):
            made.setVisible(some)
        self._nothing.setText(
            ""
            if some
            else self.tr(
                "There is nothing to send back yet: no note on these texts is marked as "
                "“may be shared”, and none of your own texts belongs to them."
            )
        )
        self._nothing.setVisible(not some)
        self.save.setEnabled(some)
        self.open()
        (self.save if some else self._close).setFocus()

    def chosen(self) -> list[str]:
        """The ids of the notes that go."""
        items: Sequence[QListWidgetItem] = [
            self.notes.item(row) for row in range(self.notes.count())
        ]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
