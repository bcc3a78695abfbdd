"""Packs: what is received and sent, looked into and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.rooms import Room
from kb_app.app.sending import Sender, kilobytes
from kb_app.app.wordlists import language_word, purpose_word
from kb_app.jobs import once
from kb_app.packs.gate import open_pack
from kb_app.packs.merge import CHOICES, CONFLICTS, NoteRow, Preview, Row, word_diff
from kb_app.packs.sending import default_name
from kb_app.packs.shelf import listing
from kb_app.packs.taking import Outcome
from kb_app.packs.writer import write_pack
from kb_app.views.packs.receive import Offer, OfferRow, ReceiveDialog
from kb_app.views.packs.view import PackRow, PacksView


class Exchanging(Room):
    """Connects the room with the packs."""

    def __init__(self, desk: Desk) -> None:
        self.view = PacksView(desk.look)
        super().__init__(desk, self.view)
        self.sending = Sender(desk)
        self.receiving: ReceiveDialog | None = None
        self._path = Path()
        self._seen: Preview | None = None
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
        elif deed == "again":
            record = self.desk.program.imports.get(row_id)
            self.open_pack(str(self.desk.program.imports.kept_file(record)))

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
                    "again" if undone else "undo",
                    self.tr("Look again…") if undone else self.tr("Take back…"),
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
        try:
            undone = self.desk.program.imports.undo(import_id)
        except KbError as error:
            self.desk.show_error(error)
            return
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
                "" if one.standing == "refused" else "open",
                self.tr("Look into it…"),
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
        self._path = Path(path)
        title = self.tr("Checking {name}").format(name=self._path.name)
        self.desk.run(self.desk.program.imports.preview(self._path), title, self._offer)

    def _offer(self, seen: Preview) -> None:
        self._seen = seen
        if self.receiving is None:
            self.receiving = ReceiveDialog(self.desk.look, self.desk.window)
            self.receiving.taken.connect(self._take)
            self.receiving.diff_asked.connect(self._show_diff)
        self.receiving.show_offer(self._worded(seen))

    def _worded(self, seen: Preview) -> Offer:
        manifest = seen.pack.manifest
        rows = tuple(self._row(row) for row in seen.rows)
        notes = tuple((n.note.id, self._note(n)) for n in seen.notes if n.state != "same")
        more = [self.tr("%n workshop(s)", "", len(seen.workshops))] if seen.workshops else []
        if seen.collections:
            more.append(self.tr("%n collection(s)", "", len(seen.collections)))
        who = manifest.publisher.name or self.tr("without a name")
        when = manifest.created[:10]
        return Offer(
            manifest.title,
            self.tr("From {who}, {when}, {size}").format(
                who=who, when=when, size=kilobytes(seen.pack.size)
            ),
            manifest.summary,
            self._trust(seen),
            self._warning(seen),
            rows,
            notes,
            " · ".join(more),
        )

    def _trust(self, seen: Preview) -> str:
        trust = seen.trust
        if trust.standing == "unsigned":
            return self.tr("Not signed: anybody may have made it. That is usual.")
        if trust.standing == "first":
            return self.tr(
                "Signed for the first time. By telephone you can compare: {words}"
            ).format(words=trust.words)
        if trust.standing == "known":
            return self.tr("Signed with the key that this institution always uses.")
        return self.tr("Its words: {words}. Those known so far: {before}").format(
            words=trust.words or "—", before=trust.words_before
        )

    def _warning(self, seen: Preview) -> str:
        return {
            "changed": self.tr(
                "The key is not the one this institution used before. Call and compare the words "
                "before you take anything."
            ),
            "signature-missing": self.tr(
                "This institution signed its packs so far and this one is not signed. Call before "
                "you take anything."
            ),
        }.get(seen.trust.standing, "")

    def _row(self, row: Row) -> OfferRow:
        states = {
            "new": self.tr("new"),
            "same": self.tr("you have it"),
            "update": self.tr("newer than yours"),
            "older": self.tr("older than yours"),
            "fork": self.tr("both were changed"),
            "unrelated": self.tr("another text of the same name"),
        }
        words = {
            "take": self.tr("Take it"),
            "leave": self.tr("Leave mine") if row.held else self.tr("Do not take it"),
            "copy": self.tr("Keep both"),
        }
        remarks = []
        if row.notes:
            remarks.append(self.tr("%n note(s) of yours stand on it", "", row.notes))
        if row.workshops:
            remarks.append(
                self.tr("used in: {titles}; those stay as they are").format(
                    titles=", ".join(row.workshops)
                )
            )
        return OfferRow(
            f"{row.uid} {row.lang}",
            row.title,
            language_word(row.lang),
            states[row.state] + (f" · {remarks[0]}" if remarks else ""),
            "\n".join(remarks),
            tuple((decision, words[decision]) for decision in CHOICES[row.state]),
            row.state in ("update", *CONFLICTS),
        )

    def _note(self, row: NoteRow) -> str:
        note = row.note
        beside = self.tr(" (beside yours)") if row.state == "beside" else ""
        who = f"{note.creator}: " if note.creator else ""
        return f"{purpose_word(note.purpose)}{beside} · {who}{note.body or note.exact[:120]}"

    def _show_diff(self, key: str) -> None:
        uid, _space, lang = key.partition(" ")
        ours = self.desk.edition(uid, lang)
        if self._seen is None or self.receiving is None or ours is None:
            return
        changes = word_diff(ours, self._seen.pack.editions[uid, lang])
        self.receiving.show_diff([(change.kind, change.text) for change in changes])

    def _take(self, decisions: dict[str, Any], notes: list[str], trusted: bool) -> None:
        assert self._seen is not None
        chosen = {}
        for key, decision in decisions.items():
            uid, _space, lang = key.partition(" ")
            chosen[uid, lang] = decision
        wanted = frozenset(notes) | {n.note.id for n in self._seen.notes if n.state == "same"}
        work = self.desk.program.imports.take(
            self._path, self._seen, chosen, wanted, trusted=trusted
        )
        self.desk.run(work, self.tr("Taking the pack in"), self._taken)

    def _taken(self, outcome: Outcome) -> None:
        words = self.tr("{new} new, {updated} updated, {notes} notes").format(
            new=len(outcome.new), updated=len(outcome.updated), notes=outcome.notes_new
        )
        if outcome.conflicts:
            words += ". " + self.tr("Left as yours: {what}").format(
                what=", ".join(outcome.conflicts)
            )
        self.view.notice.say(
            words, (self.tr("Send something back…"), lambda: self._reply(self._path))
        )
        self._changed()

    # --- reply ------------------------------------------------------------------------------

    def _reply(self, path: Path) -> None:
        dialog = QFileDialog(self.view, self.tr("Save as"), default_name("respuesta"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("batea")
        dialog.fileSelected.connect(lambda target: self.reply_to(path, Path(target)))
        dialog.open()

    def reply_to(self, received: Path, target: Path) -> None:
        """Write a pack that answers another: shareable notes and own cases."""
        try:
            pack = open_pack(received)
            contents = self.desk.program.sending.reply(pack, f"Re: {pack.manifest.title}")
        except KbError as error:
            self.desk.show_error(error)
            return
        target.unlink(missing_ok=True)
        self.desk.run(
            once(lambda: write_pack(contents, target)),
            self.tr("Saving {name}").format(name=target.name),
            lambda _pack: self.desk.say(self.tr("Saved. It has been checked and can be sent.")),
        )


def make(desk: Desk) -> Room:
    """The room, for the window."""
    return Exchanging(desk)
