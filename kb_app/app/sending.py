"""The assistant that sends: from a wish to a pack or an export, with its size and first page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from indexer.documents import Entry
from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.saving import ask_where
from kb_app.app.wordlists import kind_word, translate
from kb_app.export import report
from kb_app.export.agency import credits_of
from kb_app.export.exports import FORMATS, Exported, export_steps
from kb_app.export.material import Audience, Material
from kb_app.export.orders import Order, material_of
from kb_app.export.presets import FOLDER, PRESETS
from kb_app.export.steps import Steps
from kb_app.export.weighing import Weighed, weigh_steps
from kb_app.jobs import Job, once
from kb_app.packs.sending import default_name, leaving, pack_path
from kb_app.packs.writer import PackContents, forecast, write_pack
from kb_app.views.packs.send import PACK, Form, SendDialog, Wish

ROWS_SHOWN = 200
PREVIEW_DOTS = 96


class Sender(QObject):
    """Opens the assistant and does what it is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.dialog: SendDialog | None = None
        self._weighing: _Weighing | None = None

    def open(self, uids: Sequence[str], form: str, what: str = "texts") -> None:
        """Open the assistant with some texts chosen, in a form ("batea" is a pack)."""
        desk = self._desk
        if self.dialog is None:
            self.dialog = SendDialog(desk.look, desk.window)
            self.dialog.changed.connect(self._weigh)
            self.dialog.save_asked.connect(self._ask_where)
            self.dialog.finished.connect(self._stop_weighing)
        entries = []
        for entry in desk.program.catalogue:
            title = entry.edition(desk.content_language).front.title
            entries.append((entry.uid, f"{title} · {kind_word(entry.kind)}"))
        self.dialog.open_with(entries, uids, self._forms(), form, desk.content_language, what)

    def _forms(self) -> list[Form]:
        """A pack, then the ready choices, then every format."""
        ui = self._desk.ui
        pack = self.tr("Batea pack")
        use = self.tr("For another Batea, and for any browser.")
        ready = [preset for preset in PRESETS.values() if preset.form != FOLDER]
        taken = {preset.form for preset in ready}
        plain = [one for one in FORMATS.values() if one.id not in taken]
        return [
            Form(PACK, pack, use),
            *(Form(p.form, p.name(ui), p.use(ui), n == 0) for n, p in enumerate(ready)),
            *(Form(one.id, one.name(ui), "", n == 0) for n, one in enumerate(plain)),
        ]

    # --- what it would be -----------------------------------------------------------------

    def _entries(self, wish: Wish) -> list[Entry]:
        return [entry for uid in wish.uids if (entry := self._desk.entry(uid)) is not None]

    def title_of(self, wish: Wish) -> str:
        """The title that was typed, or that of the first text."""
        if wish.title or not wish.uids:
            return wish.title
        first = self._desk.title(wish.uids[0])
        return first if len(wish.uids) == 1 else f"{first} (+{len(wish.uids) - 1})"

    def contents(self, wish: Wish) -> PackContents:
        """The pack that a wish asks for."""
        sending = self._desk.program.sending
        return sending.contents(self.title_of(wish), self._entries(wish), with_notes=wish.notes)

    def material(self, wish: Wish) -> Callable[[], Material]:
        """What makes the material of a wish, in any thread: the data is read here and now.

        It raises NothingToExport and ComparisonSize.
        """
        program = self._desk.program
        entries = self._entries(wish)
        langs = ("es", "en") if wish.lang == "both" else (wish.lang,)
        if wish.lang == "both" and self._desk.content_language == "en":
            langs = ("en", "es")
        audience: Audience = "facilitator" if wish.audience == "facilitator" else "participant"
        order = Order(langs, audience, wish.title, wish.notes, wish.what == "notes",
                      wish.what == "compare")  # fmt: skip
        needs_notes = order.with_notes or order.notes_only
        notes = program.notes.all() if needs_notes else []
        images = program.images_of(e.edition(lang) for e in entries for lang in langs)
        credits = credits_of(program.store, program.places.data)
        return lambda: material_of(order, entries, notes, lambda _editions: images, credits)

    def _weigh(self, wish: Wish) -> None:
        assert self.dialog is not None
        self._stop_weighing()
        if not wish.uids:
            self._cannot(self.tr("Choose at least one text."))
        elif wish.form == PACK:
            try:
                self._weigh_pack(wish)
            except KbError as error:
                self._cannot(self._desk.explained(error))
        else:
            self.dialog.show_size(self.tr("Weighing…"), True)
            steps = weigh_steps(self.material(wish), wish.form, PREVIEW_DOTS)
            self._weighing = _Weighing(self, steps)

    def _stop_weighing(self, *_args: object) -> None:
        """What is being weighed is no longer asked for."""
        if self._weighing is not None:
            self._weighing.forget()
            self._weighing = None

    def _cannot(self, words: str) -> None:
        assert self.dialog is not None
        self.dialog.show_size(words, False)
        self.dialog.show_rows("", ())
        self.dialog.preview.clear()

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
        self.dialog.show_size(words, True)
        self.dialog.show_rows(self.tr("Names and free texts that leave:"), rows[:ROWS_SHOWN])
        self.dialog.preview.show_words(
            self.tr(
                "Whoever has Batea reads it before accepting it and can take it back later. "
                "Whoever does not opens the page that is inside, in any browser."
            )
        )

    def weighed(self, found: Weighed) -> None:
        """Show what an export would be."""
        assert self.dialog is not None
        texts = self.tr("%n text(s)", "", found.pieces)
        size = kilobytes(found.size)
        words = (
            self.tr("{texts}, {size}.").format(texts=texts, size=size)
            if found.exact
            else self.tr("{texts}, about {size}.").format(texts=texts, size=size)
        )
        self.dialog.show_size(words, True)
        rows = report.lines(found.left_out, self._desk.ui)[:ROWS_SHOWN]
        rows += [self.tr("Picture not found: {name}").format(name=n) for n in found.missing]
        counted = report.summary(found.left_out, self._desk.ui)
        title = self.tr("Not included: {what}.").format(what=counted) if counted else ""
        self.dialog.show_rows(title or self.tr("To know:"), rows)
        if found.page:
            page = QPixmap()
            page.loadFromData(found.page)
            self.dialog.preview.show_page(page, self.tr("The first page as it will be"))
        else:
            self.dialog.preview.show_words(found.text)

    def refused(self, error: Exception) -> None:
        """Say why there is nothing to save; a fault of ours is shown as such."""
        if isinstance(error, KbError):
            self._cannot(self._desk.explained(error))
        else:
            self._cannot("")
            self._desk.show_error(error)

    # --- saved ------------------------------------------------------------------------------

    def _ask_where(self, wish: Wish) -> None:
        ending = ".batea" if wish.form == PACK else FORMATS[wish.form].ending
        name = default_name(self.title_of(wish)).removesuffix(".batea") + ending
        ask_where(self.dialog, self.tr("Save as"), name,
                  lambda path: self.save(wish, path, replace=True))  # fmt: skip

    def save(self, wish: Wish, path: Path, replace: bool = False) -> None:
        """Write what a wish asks for, beside the window. `replace`: the person has agreed to
        replace a file that is there; it goes only when the new one is whole.
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
            return _exported(self.material(wish), wish.form, path, replace)
        contents = self.contents(wish)
        key = self._desk.program.sending.key() if wish.sign else None
        return once(lambda: write_pack(contents, pack_path(path), key, replace=replace))

    def _saved(self, result: object) -> None:
        if isinstance(result, Exported):
            words = self.tr("Saved: {name}, {size}.").format(
                name=result.path.name, size=kilobytes(result.size)
            )
            self._desk.say(words)
        else:
            self._desk.say(self.tr("Saved. It has been checked and can be sent."))


def _exported(
    make: Callable[[], Material], form: str, path: Path, replace: bool
) -> Steps[Exported]:
    yield 0, 1
    return (yield from export_steps(make(), form, path, replace))


class _Weighing(QObject):
    """One piece of weighing beside the window; its answer is dropped once it is forgotten."""

    def __init__(self, sender: Sender, steps: Steps[Weighed]) -> None:
        super().__init__(sender)
        self._sender = sender
        self._job = Job(steps)
        self._wanted = True
        self._job.succeeded.connect(self._succeeded)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self.deleteLater)
        self._job.start()

    def forget(self) -> None:
        """Nobody waits for it any more."""
        if self._wanted:
            self._wanted = False
            self._job.cancel()

    def _succeeded(self, found: Weighed) -> None:
        if self._wanted:
            self._sender.weighed(found)

    def _failed(self, error: Exception) -> None:
        if self._wanted:
            self._sender.refused(error)


def kilobytes(size: int) -> str:
    """A size for people."""
    if size < 1_000_000:
        return translate("Words", "{number} kB").format(number=max(1, size // 1000))
    return translate("Words", "{number} MB").format(number=round(size / 1_000_000, 1))
