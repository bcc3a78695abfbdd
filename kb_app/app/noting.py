"""My notes: the notes of every text, and what is done with many of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QFileDialog

from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.note_rows import draft_of, note_row_anywhere, with_draft
from kb_app.app.rooms import Room
from kb_app.app.saving import ask_where
from kb_app.app.wordlists import translate
from kb_app.notes.export import to_csv, to_docx, to_jsonld, to_markdown
from kb_app.notes.filters import NoteFilter, for_me, grouped, tags_of
from kb_app.notes.model import MINE, Note
from kb_app.notes.w3c import from_file
from kb_app.store.files import write_whole
from kb_app.views.notes.view import NotesView
from kb_app.views.reader.note_editor import NoteDraft
from kb_app.views.reader.notes_list import AnyRow, GroupRow
from kb_app.views.reader.purposes import purpose_word


class Noting(Room):
    """Connects the view with the store of notes."""

    def __init__(self, desk: Desk) -> None:
        self.view = NotesView(desk.look)
        super().__init__(desk, self.view)
        self._notes = desk.program.notes
        self._deleted: list[str] = []
        self._held: list[Note] | None = None
        view = self.view
        view.filter_changed.connect(self._show)
        view.chosen.connect(self._choose)
        view.open_asked.connect(self.open_at_place)
        view.bulk_asked.connect(self._bulk)
        view.export_asked.connect(self._export)
        view.import_asked.connect(self._import)
        view.editor.changed.connect(self._save)
        view.editor.deleted.connect(lambda note_id: self._bulk("delete", [note_id], ""))
        desk.notes_changed.connect(self._read_anew)
        desk.ui_changed.connect(lambda _ui: self._show())
        desk.content_language_changed.connect(lambda _lang: self._show())

    def shown(self) -> None:
        self.desk.window.actions_list.set_noting(True)
        self._show()

    def left(self) -> None:
        self.desk.window.actions_list.set_noting(False)

    def library_changed(self) -> None:
        self._show()

    def leaving(self) -> None:
        self.view.editor.save()

    def act(self, action: str) -> bool:
        if action == "undo":
            note_id = self._notes.last_changed()
            if note_id:
                self.view.editor.show_note(None)
                self._notes.undo(note_id)
                self._changed()
            return True
        if action == "notes.find":
            self.view.words.setFocus()
            self.view.words.selectAll()
            return True
        return False

    # --- shown --------------------------------------------------------------------------

    def _wanted(self) -> list[Note]:
        view = self.view
        purpose, mark, tag = view.purpose_wanted(), view.mark_wanted(), view.tag.currentData()
        wanted = NoteFilter(
            words=view.words.text(),
            purposes=frozenset({purpose} if purpose else ()),
            tags=frozenset({tag} if tag else ()),
            shareable={"shareable": True, "private": False}.get(mark),
            sensitive=True if mark == "sensitive" else None,
        )
        return wanted.among(self._all())

    def _all(self) -> list[Note]:
        """Every note, read once and kept until one changes."""
        if self._held is None:
            self._held = self._notes.all()
        return self._held

    def _read_anew(self) -> None:
        self._held = None
        self._show()

    def _show(self) -> None:
        if not self.view.isVisible() and self.desk.here is not self:
            return
        self.view.show_tags(tags_of(self._all()))
        rows: list[AnyRow] = []
        by = self.view.group_wanted()
        shown: set[str] = set()  # a note with two tags stands under the first of them only
        for value, held in grouped(self._wanted(), by).items():
            notes = [note for note in held if note.id not in shown]
            shown.update(note.id for note in notes)
            if notes:
                rows.append(GroupRow(self._group_word(by, value, notes[0]), len(notes)))
            for note in notes:
                where = "" if by == "entry" else self._title(note)
                rows.append(note_row_anywhere(self.desk, note, where))
        self.view.show_rows(rows, bool(self._all()))

    def _title(self, note: Note) -> str:
        return self.desk.title(note.uid) or translate("Words", "a text that is gone")

    def _group_word(self, by: str, value: str, note: Note) -> str:
        match by:
            case "entry":
                return self._title(note)
            case "purpose":
                return purpose_word(value)
            case "origin" if value == MINE:
                return self.tr("My own notes")
            case "origin":
                return note.creator or translate("Words", "from a pack")
            case "tag":
                return f"#{value}" if value else self.tr("Without a tag")
        day = QDate.fromString(f"{value}-01", Qt.DateFormat.ISODate)
        return QLocale(self.desk.ui).toString(day, "MMMM yyyy")

    def _choose(self, note_id: str) -> None:
        note = self._notes.get(note_id)
        self.view.editor.show_note(draft_of(note), note.exact)

    def open_at_place(self, note_id: str) -> None:
        """Open the text of a note at its passage."""
        if not note_id:
            return
        note = self._notes.get(note_id)
        edition = self.desk.edition(note.uid, note.lang)
        if edition is None:
            self.desk.say(self.tr("The text of this note is not in the library."))
            return
        place = next((p for p in self._notes.placed(edition) if p.note.id == note_id), None)
        self.desk.open_entry(note.uid, note.lang)
        if place is not None and place.start >= 0:
            room: Any = self.desk.room("explore")
            here = room.reading.here
            here.reader.paper.show_passage(place.start, place.end)
            here.reader.notes.choose(note_id)

    # --- changed ------------------------------------------------------------------------

    def _save(self, draft: NoteDraft) -> None:
        note = self._notes.get(draft.id)
        self._try(lambda: self._notes.edit(with_draft(note, draft)))

    def _bulk(self, deed: str, ids: list[str], word: str) -> None:
        notes = [self._notes.get(note_id) for note_id in ids]
        if deed == "delete":
            self.view.editor.show_note(None)
            if self._try(lambda: self._notes.delete_all(ids)):
                self._deleted = ids
                self.view.undo.say(
                    self.tr("%n note(s) deleted.", "", len(ids)),
                    (self.tr("Bring back"), self._bring_back),
                )
        elif deed == "tag":
            tagged = [replace(n, tags=tuple(dict.fromkeys((*n.tags, word)))) for n in notes]
            self._try(lambda: self._notes.edit_all(tagged))
        else:
            marked = [replace(note, shareable=deed == "share") for note in notes]
            self._try(lambda: self._notes.edit_all(marked))

    def _bring_back(self) -> None:
        self.view.undo.say("")
        for note_id in self._deleted:
            self._notes.undo(note_id)
        self._deleted = []
        self._changed()

    def _try(self, call: object) -> bool:
        assert callable(call)
        try:
            call()
        except KbError as error:
            self.desk.show_error(error)
            return False
        self._changed()
        return True

    def _changed(self) -> None:
        self.desk.say_saved()
        self.desk.notes_changed.emit()

    # --- files --------------------------------------------------------------------------

    def _export(self, form: str) -> None:
        ask_where(self.view, self.tr("Export my notes"), f"notas.{form}",
                  lambda path: self.export_to(form, path))  # fmt: skip

    def export_to(self, form: str, path: Path) -> None:
        """Write the notes that are shown to a file; sensitive ones stay here."""
        notes, ui = for_me(self._wanted()), self.desk.ui
        data = {
            "md": lambda: to_markdown(notes, self.desk.title, ui).encode("utf-8"),
            "csv": lambda: to_csv(notes, self.desk.title).encode("utf-8"),
            "jsonld": lambda: to_jsonld(notes).encode("utf-8"),
            "docx": lambda: to_docx(notes, self.desk.title, ui),
        }[form]()
        try:
            write_whole(path, data)
        except OSError as error:
            self.desk.show_error(error)
            return
        self.desk.say(self.tr("Written: {name}").format(name=path.name))

    def _import(self) -> None:
        dialog = QFileDialog(self.view, self.tr("Notes of a colleague"))
        dialog.setNameFilter(self.tr("Annotations (*.jsonld *.jsonl *.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.import_from(Path(path)))
        dialog.open()

    def import_from(self, path: Path) -> None:
        """Take in a colleague's notes, beside one's own."""
        try:
            notes = from_file(path.read_bytes(), path.name, path.stem)
            received = self._notes.receive(notes, path.stem)
        except (KbError, OSError) as error:
            self.desk.show_error(error)
            return
        self._changed()
        count = len(received.new) + len(received.beside)
        self.desk.say(self.tr("%n note(s) taken in.", "", count))


def make(desk: Desk) -> Room:
    """The room, for the window."""
    return Noting(desk)
