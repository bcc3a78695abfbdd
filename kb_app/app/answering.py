"""Answering a pack: what goes back is shown first, and saved as a pack of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.saving import ask_where
from kb_app.jobs import once
from kb_app.packs.gate import open_pack
from kb_app.packs.sending import default_name, leaving, pack_path
from kb_app.packs.writer import PackContents, write_pack
from kb_app.views.packs.answer import Answer, AnswerDialog
from kb_app.views.reader.purposes import purpose_word

WORDS_SHOWN = 160


class Answerer(QObject):
    """Opens the preview of an answer and saves it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.dialog: AnswerDialog | None = None
        self._contents: PackContents | None = None

    def open(self, received: Path) -> None:
        """Show what would go back to the sender of a pack."""
        try:
            pack = open_pack(received)
            contents = self._desk.program.sending.reply(pack, f"Re: {pack.manifest.title}")
        except KbError as error:
            self._desk.show_error(error)
            return
        if self.dialog is None:
            self.dialog = AnswerDialog(self._desk.look, self._desk.window)
            self.dialog.save_asked.connect(self._ask_where)
        self._contents = contents
        self.dialog.show_answer(self._worded(contents))

    def _worded(self, contents: PackContents) -> Answer:
        rows = leaving(contents)
        names = dict.fromkeys(row.text for row in rows if row.kind == "name")
        texts = dict.fromkeys(row.text for row in rows if row.kind == "text")
        notes = tuple(
            (note.id, f"{purpose_word(note.purpose)} · {(note.body or note.exact)[:WORDS_SHOWN]}")
            for note in contents.notes
        )
        return Answer(contents.title, notes, tuple(texts), tuple(names))

    def _ask_where(self, notes: list[str]) -> None:
        ask_where(self.dialog, self.tr("Save as"), default_name("respuesta"),
                  lambda target: self.save(notes, target))  # fmt: skip

    def save(self, notes: list[str], target: Path) -> None:
        """Write the answer with these notes; a file that is there has been agreed to go."""
        assert self._contents is not None
        wanted = frozenset(notes)
        kept = [note for note in self._contents.notes if note.id in wanted]
        contents = replace(self._contents, notes=kept)
        path = pack_path(target)
        if self.dialog is not None:
            self.dialog.accept()
        self._desk.run(
            once(lambda: write_pack(contents, path, replace=True)),
            self.tr("Saving {name}").format(name=path.name),
            lambda _pack: self._desk.say(self.tr("Saved. It has been checked and can be sent.")),
        )
