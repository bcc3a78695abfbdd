"""The notes of one open text: from the store to its page and panel, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from indexer import tree
from indexer.documents import Edition
from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.note_rows import draft_of, note_row, with_draft
from kb_app.app.wordlists import translate
from kb_app.notes.model import Note, selected, whole_section
from kb_app.notes.notes import Placement
from kb_app.views.reader.note_editor import NoteDraft
from kb_app.views.reader.notes_list import NoteRow
from kb_app.views.reader.overlay import Mark

if TYPE_CHECKING:
    from kb_app.app.open_text import OpenText


class TextNotes(QObject):
    """Makes, changes and places the notes of an `OpenText`."""

    def __init__(self, desk: Desk, text: OpenText) -> None:
        super().__init__(text)
        self._desk = desk
        self._text = text
        self._reader = text.reader
        self._notes = desk.program.notes
        self._placed: list[Placement] = []
        self._last_deleted = ""
        panel = self._reader.notes
        panel.chosen.connect(self._choose)
        panel.add_asked.connect(self.add_to_section)
        panel.editor.changed.connect(self._save)
        panel.editor.deleted.connect(self._delete)
        panel.editor.place_asked.connect(self._place)
        self._reader.bar.chosen.connect(self.add_from_selection)
        self._reader.bar.copy_asked.connect(lambda: desk.act("copy.reference"))
        for lang, paper in self._reader.papers.items():
            paper.selected.connect(lambda _start, _end, at, lang=lang: self._offer(lang, at))
            paper.mark_pressed.connect(panel.choose)

    # --- shown --------------------------------------------------------------------------

    def show(self, keep: str = "") -> None:
        """Show the notes of the language that is read, marks on its page."""
        edition = self._text.edition
        if edition is None:
            return
        self._placed = self._notes.placed(edition)
        rows = self._rows(edition)
        panel = self._reader.notes
        panel.show_rows(rows, keep or panel.editor.current())
        if not any(p.note.id == panel.editor.current() for p in self._placed):
            panel.editor.show_note(None)
        for lang, paper in self._reader.papers.items():
            paper.show_marks(self._marks() if lang == edition.lang else ())

    def _rows(self, edition: Edition) -> list[NoteRow]:
        if not self._placed:
            return []  # the words of a long text are not gone through for nothing
        spans = tree.canonical_text(edition.document())
        return [self._row(placement, spans) for placement in self._placed]

    def _marks(self) -> list[Mark]:
        return [
            Mark(p.note.id, p.start, p.end, p.note.purpose)
            for p in self._placed
            if p.result == "placed" and p.note.exact and not p.note.attached
        ]

    def _row(self, placement: Placement, spans: tree.CanonicalText) -> NoteRow:
        note = placement.note
        span = spans.span_at(placement.start) if placement.start >= 0 else None
        where = f"¶{span.number}" if span and span.number and note.exact else ""
        placed = placement.result if not placement.settled else "placed"
        if placement.result == "unplaced":
            where = translate("Words", "without a place")
        quote = not note.body or placed != "placed"
        return note_row(note, where, placed, quote)

    # --- made ---------------------------------------------------------------------------

    def _offer(self, lang: str, at: QPoint) -> None:
        if lang == self._text.lang and not self._desk.program.store.read_only:
            self._reader.open_bar(at)

    def add_from_selection(self, purpose: str = "quote") -> bool:
        """Make a note of what is selected; False when nothing is."""
        edition = self._text.edition
        paper = self._reader.paper
        start, end = paper.selection()
        if edition is None or end <= start:
            return False
        self._reader.bar.hide()
        note = replace(selected(edition, start, end), purpose=purpose)
        cursor = paper.textCursor()
        cursor.clearSelection()
        paper.setTextCursor(cursor)
        return self._add(note)

    def add_to_section(self) -> bool:
        """Make a note on the section where one reads."""
        edition = self._text.edition
        if edition is None:
            return False
        note = whole_section(edition, self._reader.current_section())
        return self._add(replace(note, purpose="example"))

    def _add(self, note: Note) -> bool:
        try:
            saved = self._notes.add(note, self._text.edition)
        except KbError as error:
            self._desk.show_error(error)
            return False
        self._changed(saved.id)
        self._reader.show_notes()
        self._choose(saved.id)
        self._reader.notes.editor.focus_body()
        return True

    def _choose(self, note_id: str) -> None:
        placement = next((p for p in self._placed if p.note.id == note_id), None)
        if placement is None:
            return
        note = placement.note
        placed = placement.result if not placement.settled else "placed"
        self._reader.notes.editor.show_note(draft_of(note), note.exact, placed)
        if placement.start >= 0 and note.exact:
            paper = self._reader.paper
            y = paper.page_y(1) if paper.page and 1 in paper.page.numbers else 0
            if y >= 0:
                paper.show_passage(placement.start, placement.end)

    # --- changed ------------------------------------------------------------------------

    def _save(self, draft: NoteDraft) -> None:
        try:
            note = self._notes.get(draft.id)
            self._notes.edit(with_draft(note, draft))
        except KbError as error:
            self._desk.show_error(error)
            return
        self._changed(draft.id)

    def _delete(self, note_id: str) -> None:
        try:
            self._notes.delete(note_id)
        except KbError as error:
            self._desk.show_error(error)
            return
        self._last_deleted = note_id
        self._reader.notes.editor.show_note(None)
        self._reader.notes.undo.say(
            self.tr("The note was deleted."), (self.tr("Bring it back"), self._bring_back)
        )
        self._changed()

    def _bring_back(self) -> None:
        self._reader.notes.undo.say("")
        if self._last_deleted:
            self._notes.undo(self._last_deleted)
            self._changed(self._last_deleted)

    def undo(self) -> bool:
        """Take back the last change of any note."""
        note_id = self._notes.last_changed()
        if not note_id:
            return False
        self._reader.notes.editor.show_note(None)
        self._notes.undo(note_id)
        self._changed(note_id)
        self._choose(note_id)
        return True

    def _place(self, note_id: str, where: str) -> None:
        edition = self._text.edition
        placement = next((p for p in self._placed if p.note.id == note_id), None)
        if edition is None or placement is None:
            return
        start, end = self._reader.paper.selection()
        if where == "guess":
            self._notes.place_here(note_id, edition, placement.start, placement.end)
        elif where == "here" and end > start:
            self._notes.place_here(note_id, edition, start, end)
        elif where == "here":
            self._desk.say(self.tr("First mark the passage where it belongs."))
            return
        elif where == "section":
            self._notes.attach(note_id, edition, self._reader.current_section())
        else:
            self._notes.leave(note_id, edition)
        self._changed(note_id)
        self._choose(note_id)

    def _changed(self, keep: str = "") -> None:
        self._desk.say_saved()
        self.show(keep)
        self._desk.notes_changed.emit()

    def leaving(self) -> None:
        """Save what is being written."""
        self._reader.notes.editor.save()
