"""Packs: what is received and sent, looked into and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from kb_app.app.answering import Answerer
from kb_app.app.desk import Desk
from kb_app.app.receiving import Receiver
from kb_app.app.rooms import Room
from kb_app.app.sending import Sender, kilobytes
from kb_app.packs.shelf import listing
from kb_app.packs.taking import Outcome
from kb_app.packs.undoing import Undone
from kb_app.views.packs.view import PackRow, PacksView


class Exchanging(Room):
    """Connects the room with the packs."""

    def __init__(self, desk: Desk) -> None:
        self.view = PacksView(desk.look)
        super().__init__(desk, self.view)
        self.sending = Sender(desk)
        self.receiving = Receiver(desk)
        self.answering = Answerer(desk)
        self.receiving.taken.connect(self._taken)
        self.view.asked.connect(self._asked)
        self.view.row_asked.connect(self._row_asked)
        desk.ui_changed.connect(lambda _ui: self._show_history())

    def shown(self) -> None:
        self._show_history()

    def act(self, action: str) -> bool:
        if action == "pack.create":
            self.sending.open(self._chosen_elsewhere(), "batea")
        elif action == "export":
            self.sending.open(self._chosen_elsewhere(), "pdf")
        elif action == "pack.open":
            self._ask_file()
        else:
            return False
        return True

    def export(self, uids: tuple[str, ...]) -> None:
        """Open the assistant with some texts chosen."""
        self.sending.open(uids, "pdf")

    def _chosen_elsewhere(self) -> tuple[str, ...]:
        room: Any = self.desk.room("explore")
        uid = room.current_uid()
        return (uid,) if uid else ()

    def _asked(self, deed: str) -> None:
        if deed == "create":
            self.act("pack.create")
        elif deed == "open":
            self._ask_file()
        elif deed == "folder":
            self._ask_folder()
        else:
            self._show_history()

    def _row_asked(self, deed: str, row_id: str) -> None:
        if deed == "open":
            self.open_pack(row_id)
        elif deed == "undo":
            record = self.desk.program.imports.get(row_id)
            self.desk.window.ask(
                self.tr("Take back “{title}”?").format(title=record.title),
                self.tr("What it brought is taken out again; what you changed since stays."),
                self.tr("Take back"),
                lambda: self._undo(row_id),
            )
        else:
            record = self.desk.program.imports.get(row_id)
            kept = self.desk.program.imports.kept_file(record)
            self.open_pack(str(kept)) if deed == "again" else self.answering.open(kept)

    # --- history --------------------------------------------------------------------------

    def _show_history(self) -> None:
        rows = []
        for record in self.desk.program.imports.all():
            log = record.log
            came = self.tr("{new} new, {updated} updated, {notes} notes").format(
                new=len(log.get("new", ())),
                updated=len(log.get("updated", ())),
                notes=log.get("notes", {}).get("new", 0),
            )
            undone = bool(record.undone)
            rows.append(
                PackRow(
                    record.id,
                    (
                        record.title,
                        record.publisher or self.tr("without a name"),
                        record.imported[:10],
                        self.tr("taken back") if undone else came,
                        self.tr("signed") if record.key else self.tr("unsigned"),
                    ),
                    (
                        (("again", self.tr("Look again…")),)
                        if undone
                        else (("answer", self.tr("Answer…")), ("undo", self.tr("Take back…")))
                    ),
                )
            )
        self.view.show_rows(
            self.tr("Received so far"),
            [self.tr("Pack"), self.tr("From"), self.tr("Day"), self.tr("What came"),
             self.tr("Signature")],
            rows,
            (
                self.tr("Nothing has been received yet."),
                self.tr("Open a pack that somebody sent you, or drag it onto this window."),
            ),
        )  # fmt: skip

    def _undo(self, import_id: str) -> None:
        work = self.desk.program.imports.undo(import_id)
        self.desk.run(work, self.tr("Taking back"), self._undone)

    def _undone(self, undone: Undone) -> None:
        words = self.tr("Taken back.")
        if undone.left:
            words += " " + self.tr("Left as you changed it: {what}").format(
                what="; ".join(undone.left[:5])
            )
        self.view.notice.say(words)
        self._changed()

    def _changed(self) -> None:
        self.desk.library_changed.emit()
        self.desk.notes_changed.emit()
        self._show_history()

    # --- folder -----------------------------------------------------------------------------

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self.view, self.tr("Folder or stick with packs"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.look_into)
        dialog.open()

    def look_into(self, folder: str) -> None:
        """List the packs of a folder."""
        work = listing(Path(folder), self.desk.program.catalogue)
        title = self.tr("Looking into {name}").format(name=Path(folder).name)
        self.desk.run(work, title, lambda found: self._show_folder(Path(folder), found))

    def _show_folder(self, folder: Path, found: Any) -> None:
        standings = {
            "new": self.tr("new to you"),
            "updated": self.tr("has newer or other texts"),
            "held": self.tr("you have all of it"),
            "refused": self.tr("cannot be opened"),
        }
        rows = [
            PackRow(
                str(one.path),
                (
                    one.title or one.path.name,
                    one.publisher,
                    one.created[:10],
                    standings[one.standing],
                    kilobytes(one.size),
                ),
                () if one.standing == "refused" else (("open", self.tr("Look into it…")),),
            )
            for one in found
        ]
        self.view.show_rows(
            self.tr("Packs in “{name}”").format(name=folder.name),
            [self.tr("Pack"), self.tr("From"), self.tr("Day"), self.tr("For you"), self.tr("Size")],
            rows,
            (self.tr("There are no packs in this folder."), self.tr("They end in .batea")),
            is_folder=True,
        )

    # --- receive ----------------------------------------------------------------------------

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.view, self.tr("Pack to receive"))
        dialog.setNameFilter(self.tr("Packs (*.batea *.batea.zip)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_pack)
        dialog.open()

    def open_pack(self, path: str) -> None:
        """Check a pack and show what it would bring; nothing is taken yet."""
        self.receiving.open_pack(path)

    def _taken(self, outcome: Outcome, path: Path) -> None:
        words = self.tr("{new} new, {updated} updated, {notes} notes").format(
            new=len(outcome.new), updated=len(outcome.updated), notes=outcome.notes_new
        )
        if outcome.conflicts:
            words += ". " + self.tr("Left as yours: {what}").format(
                what=", ".join(outcome.conflicts)
            )
        self.view.notice.say(
            words, (self.tr("Send something back…"), lambda: self.answering.open(path))
        )
        self._changed()


def make(desk: Desk) -> Room:
    """The room, for the window."""
    return Exchanging(desk)
