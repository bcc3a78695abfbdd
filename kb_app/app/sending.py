"""The assistant that sends: from a wish to a pack or an export, with its size and first page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from indexer.documents import Edition
from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.wordlists import kind_word, translate
from kb_app.export.exports import FORMATS, export_steps
from kb_app.export.material import Credits, Material, gather
from kb_app.jobs import once
from kb_app.packs.sending import default_name, leaving, pack_path
from kb_app.packs.writer import PackContents, forecast, write_pack
from kb_app.views.packs.send import PACK, SendDialog, Wish

LEAVING_SHOWN = 60


class Sender(QObject):
    """Opens the assistant and does what it is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.dialog: SendDialog | None = None

    def open(self, uids: Sequence[str], form: str) -> None:
        """Open the assistant with some texts chosen, in a form ("batea" is a pack)."""
        desk = self._desk
        if self.dialog is None:
            self.dialog = SendDialog(desk.look, desk.window)
            self.dialog.changed.connect(self._weigh)
            self.dialog.save_asked.connect(self._ask_where)
        entries = []
        for entry in desk.program.catalogue:
            title = entry.edition(desk.content_language).front.title
            entries.append((entry.uid, f"{title} · {kind_word(entry.kind)}"))
        pack = self.tr("Pack for another Batea, and for any browser")
        forms = [(PACK, pack), *((f.id, f.name(desk.ui)) for f in FORMATS.values())]
        self.dialog.open_with(entries, uids, forms, form, desk.content_language)

    # --- what it would be -----------------------------------------------------------------

    def _editions(self, wish: Wish) -> list[Edition]:
        found = (self._desk.edition(uid, wish.lang) for uid in wish.uids)
        return [edition for edition in found if edition is not None]

    def title_of(self, wish: Wish) -> str:
        """The title that was typed, or that of the first text."""
        if wish.title or not wish.uids:
            return wish.title
        first = self._desk.title(wish.uids[0])
        return first if len(wish.uids) == 1 else f"{first} (+{len(wish.uids) - 1})"

    def contents(self, wish: Wish) -> PackContents:
        """The pack that a wish asks for."""
        entries = [e for uid in wish.uids if (e := self._desk.entry(uid)) is not None]
        sending = self._desk.program.sending
        return sending.contents(self.title_of(wish), entries, with_notes=wish.notes)

    def material(self, wish: Wish) -> Material:
        """The material that a wish asks for. Raises NothingToExport."""
        program = self._desk.program
        editions = self._editions(wish)
        agency = str(program.store.setting("agency", ""))
        return gather(
            wish.title,
            wish.lang,
            "facilitator" if wish.audience == "facilitator" else "participant",
            editions,
            program.notes.all() if wish.notes else [],
            Credits(agency, date.today().isoformat()),
            program.images_of(editions),
        )

    def _weigh(self, wish: Wish) -> None:
        assert self.dialog is not None
        if not wish.uids:
            self.dialog.show_size(self.tr("Choose at least one text."), (), False)
            self.dialog.show_preview(None)
            return
        try:
            if wish.form == PACK:
                self._weigh_pack(wish)
            else:
                self._weigh_export(wish)
        except KbError as error:
            self.dialog.show_size(str(self._desk.explained(error)), (), False)

    def _weigh_pack(self, wish: Wish) -> None:
        assert self.dialog is not None
        contents = self.contents(wish)
        expected = forecast(contents)
        names = {
            "documents": self.tr("texts"),
            "media": self.tr("pictures"),
            "notes": self.tr("notes"),
            "page": self.tr("page for the browser"),
        }
        parts = ", ".join(f"{names[name]} {kilobytes(size)}" for name, size in expected.parts)
        words = self.tr("About {size} before packing ({parts}).").format(
            size=kilobytes(expected.total), parts=parts
        )
        kinds = {
            "name": self.tr("Name"),
            "note": self.tr("Note"),
            "workshop": self.tr("Workshop"),
            "text": self.tr("Text"),
        }
        rows = [f"{kinds[row.kind]}: {row.text}" for row in leaving(contents) if row.kind != "text"]
        self.dialog.show_size(words, rows[:LEAVING_SHOWN], True)
        self.dialog.show_preview(None)

    def _weigh_export(self, wish: Wish) -> None:
        assert self.dialog is not None
        material = self.material(wish)
        left = len(material.left_out)
        words = self.tr("%n text(s).", "", len(material.pieces))
        if left:
            words += " " + self.tr("%n thing(s) are not for this audience.", "", left)
        self.dialog.show_size(words, (), True)

    # --- saved ------------------------------------------------------------------------------

    def _ask_where(self, wish: Wish) -> None:
        ending = ".batea" if wish.form == PACK else FORMATS[wish.form].ending
        name = default_name(self.title_of(wish)).removesuffix(".batea") + ending
        dialog = QFileDialog(self.dialog, self.tr("Save as"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.fileSelected.connect(lambda path: self.save(wish, Path(path), replace=True))
        dialog.open()

    def save(self, wish: Wish, path: Path, replace: bool = False) -> None:
        """Write what a wish asks for, beside the window. `replace`: the person has agreed to
        replace a file that is there.
        """
        try:
            work = self._work(wish, path, replace)
        except KbError as error:
            self._desk.show_error(error)
            return
        if self.dialog is not None:
            self.dialog.accept()
        self._desk.run(work, self.tr("Saving {name}").format(name=path.name), self._saved)

    def _work(self, wish: Wish, path: Path, replace: bool) -> Any:
        if wish.form != PACK:
            return export_steps(self.material(wish), wish.form, path, replace)
        contents = self.contents(wish)
        key = self._desk.program.sending.key() if wish.sign else None
        target = pack_path(path)
        if replace:
            target.unlink(missing_ok=True)
        return once(lambda: write_pack(contents, target, key))

    def _saved(self, _result: object) -> None:
        self._desk.say(self.tr("Saved. It has been checked and can be sent."))


def kilobytes(size: int) -> str:
    """A size for people."""
    if size < 1_000_000:
        return translate("Words", "{number} kB").format(number=max(1, size // 1000))
    return translate("Words", "{number} MB").format(number=round(size / 1_000_000, 1))
