"""The person's own notes with the words that are searched, beside the texts that are found."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from kb_app.app.desk import Desk
from kb_app.app.note_rows import note_row_anywhere
from kb_app.app.wordlists import translate
from kb_app.notes.filters import NoteFilter
from kb_app.notes.model import Note
from kb_app.views.explore.view import ExploreView

PAUSE_MS = 150


class FoundNotes(QObject):
    """Looks when the typing pauses; the notes are fetched once and kept until one changes."""

    def __init__(self, desk: Desk, view: ExploreView) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = view
        self._notes: list[Note] | None = None
        self._words = ""
        self._timer = desk.later(PAUSE_MS, self._look)
        view.note_opened.connect(self._open)
        desk.notes_changed.connect(self._forget)
        desk.ui_changed.connect(lambda _ui: self._look())

    def look_for(self, words: str) -> None:
        """Words were typed."""
        if words != self._words and self._view.are_notes_shown():
            self._view.show_notes(False)
        self._words = words
        self._timer.start()

    def _forget(self) -> None:
        self._notes = None
        if self._words:
            self._timer.start()

    def _look(self) -> None:
        words = self._words.strip()
        if not words:
            self._view.in_notes.say("")
            return
        if self._notes is None:
            self._notes = self._desk.program.notes.all()
        found = NoteFilter(words=words).among(self._notes)
        self._view.notes.show_rows([self._row(note) for note in found])
        if found:
            self._say(len(found))
        else:
            self._view.show_notes(False) if self._view.are_notes_shown() else None
            self._view.in_notes.say("")

    def _say(self, count: int) -> None:
        shown = self._view.are_notes_shown()
        words = self.tr("%n of your notes has these words.", "", count)
        choice = self.tr("See the texts") if shown else self.tr("See them")
        self._view.in_notes.say(words, (choice, lambda: self._turn(not shown, count)))

    def _turn(self, shown: bool, count: int) -> None:
        self._view.show_notes(shown)
        self._say(count)

    def _row(self, note: Note) -> Any:
        title = self._desk.title(note.uid) or translate("Words", "a text that is gone")
        return note_row_anywhere(self._desk, note, title)

    def _open(self, note_id: str) -> None:
        if note_id:
            room: Any = self._desk.room("notes")
            room.open_at_place(note_id)
