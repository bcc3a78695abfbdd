"""Home: from the library and the person's data to its page, and what its buttons do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QFileDialog

from indexer import tree
from indexer.documents import Edition
from indexer.errors import DocumentUnreadable, KbError
from kb_app.app.desk import Desk
from kb_app.app.rooms import ROOMS, Room
from kb_app.app.wordlists import countries_text, kind_word
from kb_app.export.agency import forget_logo, has_logo, keep_logo
from kb_app.library.collections import READING_LIST
from kb_app.store import list_backups, make_backup
from kb_app.views.home.backups import BackupRow, BackupsDialog
from kb_app.views.home.home import Deed, Going, HomeView, Recent

RECENT = 4


class Welcoming(Room):
    """The first room."""

    def __init__(self, desk: Desk) -> None:
        self.view = HomeView(desk.look)
        super().__init__(desk, self.view)
        self._backups: BackupsDialog | None = None
        view = self.view
        view.deed_chosen.connect(self._do)
        view.recent_chosen.connect(desk.open_entry)
        view.going_chosen.connect(self._go_on)
        view.kind_chosen.connect(self._show_kind)
        view.name_changed.connect(self._keep_name)
        view.logo_asked.connect(self._ask_logo)
        view.backups_asked.connect(lambda: self.act("backups"))
        view.forget_asked.connect(self._forget)
        desk.ui_changed.connect(lambda _ui: self.shown())
        desk.content_language_changed.connect(lambda _lang: self.shown())
        desk.look.changed.connect(self.shown)

    def shown(self) -> None:
        self.view.show_deeds(self._deeds())
        self._show_recent()
        self.view.show_going([going for going in self._going() if going is not None])
        self._show_there()
        self._show_data()

    def library_changed(self) -> None:
        self.shown()

    def act(self, action: str) -> bool:
        if action == "backups":
            self._open_backups()
            return True
        return False

    # --- shown --------------------------------------------------------------------------

    def _deeds(self) -> list[Deed]:
        deeds = [
            Deed(
                "search",
                "search",
                self.tr("Find a case"),
                self.tr("By word, country, mineral or topic, in Spanish and English."),
            ),
            Deed(
                "modules",
                "book-open",
                self.tr("Open a module"),
                self.tr("Timed activities, handouts and questions, ready to be used."),
            ),
            Deed(
                "workshops",
                "calendar",
                self.tr("Prepare a workshop"),
                self.tr("From an agenda of one, two or three days to printed material."),
            ),
            Deed(
                "pack.open",
                "package-open",
                self.tr("Receive a pack"),
                self.tr("Look into it first; what you have is never overwritten."),
            ),
            Deed(
                "pack.create",
                "package-plus",
                self.tr("Send material"),
                self.tr("One file for another institution, by stick, mail or chat."),
            ),
            Deed(
                "export",
                "upload",
                self.tr("Print or export"),
                self.tr("PDF, Word, PowerPoint, EPUB or a short text for a chat."),
            ),
        ]
        rooms = {spec.id for spec in ROOMS}
        return [deed for deed in deeds if deed.id != "workshops" or "workshops" in rooms]

    def _show_recent(self) -> None:
        desk = self.desk
        rows = []
        for reading in desk.program.history.recent(RECENT):
            entry = desk.entry(reading.uid)
            if entry is None:
                continue
            edition = entry.edition(reading.lang)
            place = f"¶{reading.paragraph}" if reading.paragraph else ""
            where = countries_text(edition.front, desk.program.vocabulary, desk.ui)
            when = self._day(reading.opened)
            meta = " · ".join(part for part in (kind_word(entry.kind), where, place, when) if part)
            rows.append(
                Recent(
                    reading.uid, edition.lang, reading.paragraph, edition.front.title, meta,
                    _how_far(edition, reading.paragraph),
                )
            )  # fmt: skip
        self.view.show_recent(rows)

    def _going(self) -> Iterator[Going | None]:
        yield self._next_workshop()
        yield self._reading_list()
        yield self._last_pack()

    def _next_workshop(self) -> Going | None:
        """The first workshop that is not over; else the one that was changed last."""
        plans = [plan for plan in self.desk.program.workshops.all() if not plan.is_template]
        today = date.today().isoformat()
        dated = [(d.date, plan) for plan in plans for d in plan.days[-1:] if d.date >= today]
        if not plans:
            return None
        plan = min(dated, key=lambda row: row[0])[1] if dated else max(
            plans, key=lambda plan: plan.modified
        )  # fmt: skip
        first = plan.days[0].date if plan.days else ""
        parts = (self._day(first), plan.venue, self.tr("%n day(s)", "", len(plan.days)))
        over = self.tr("Next workshop") if dated else self.tr("Workshop in hand")
        return Going("workshop", plan.id, over, plan.title, " · ".join(p for p in parts if p))

    def _reading_list(self) -> Going | None:
        items = self.desk.program.collections.reading_list().items
        titles = [title for item in items if (title := self.desk.title(item.uid))]
        if not titles:
            return None
        more = self.tr("and %n more", "", len(titles) - 1) if len(titles) > 1 else ""
        return Going("collection", READING_LIST, self.tr("To read"), titles[0], more)

    def _last_pack(self) -> Going | None:
        held = [record for record in self.desk.program.imports.all() if not record.undone]
        if not held:
            return None
        last = max(held, key=lambda record: record.imported)
        parts = (last.publisher, self._day(last.imported))
        remark = " · ".join(part for part in parts if part)
        return Going("packs", "", self.tr("Came in a pack"), last.title, remark)

    def _go_on(self, kind: str, what: str) -> None:
        if kind == "workshop":
            workshops: Any = self.desk.go("workshops")
            workshops.open(what)
        elif kind == "collection":
            explore: Any = self.desk.go("explore")
            explore.open_collection(what)
        else:
            self.desk.go("packs")

    def _show_there(self) -> None:
        catalogue = self.desk.program.catalogue
        cases, modules, countries = (
            len(catalogue.of_kind(kind)) for kind in ("case_study", "module", "country")
        )
        rows = [
            ("case_study", self.tr("%n case(s)", "", cases)),
            ("module", self.tr("%n module(s)", "", modules)),
            ("country", self.tr("%n country profile(s)", "", countries)),
        ]
        numbers = (cases, modules, countries)
        self.view.show_there([row for row, count in zip(rows, numbers, strict=True) if count])

    def _show_data(self) -> None:
        program = self.desk.program
        notes = self.tr("%n note(s)", "", program.notes.count())
        backups = list_backups(program.places.backups)
        last = self._moment(backups[0].made) if backups else self.tr("none yet")
        text = self.tr("{notes}. Last backup: {last}.").format(notes=notes, last=last)
        store = program.store
        name, agency = str(store.setting("name", "")), str(store.setting("agency", ""))
        self.view.show_data(text, name, agency)
        self.view.show_logo(has_logo(program.places.data))

    def _day(self, stamp: str) -> str:
        """A day or moment (ISO 8601) as a day in words, today and yesterday by name."""
        try:
            day = datetime.fromisoformat(stamp).astimezone().date()
        except ValueError:
            return ""
        near = {0: self.tr("today"), 1: self.tr("yesterday")}
        days = (date.today() - day).days
        whole = QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
        return near.get(days, whole)

    def _moment(self, moment: datetime) -> str:
        here = moment.astimezone()
        day = QLocale().toString(QDate(here.year, here.month, here.day), "d MMM yyyy")
        return f"{day}, {here.strftime('%H:%M')}"

    # --- done ---------------------------------------------------------------------------

    def _do(self, deed: str) -> None:
        if deed == "modules":
            self._show_kind("module")
        elif deed == "workshops":
            self.desk.go("workshops")
        elif deed == "search":
            self.desk.go("explore")
            self.desk.act("search")
        else:
            self.desk.act(deed)

    def _show_kind(self, kind: str) -> None:
        room: Any = self.desk.go("explore")
        room.filter_by("kind", kind)

    def _keep_name(self, name: str, agency: str) -> None:
        try:
            self.desk.program.store.set_setting("name", name.strip())
            self.desk.program.store.set_setting("agency", agency.strip())
        except KbError as error:
            self.desk.show_error(error)
            return
        self.desk.program.notes.sign_as(name.strip())
        self.desk.say_saved()

    def _ask_logo(self) -> None:
        if has_logo(self.desk.program.places.data):
            forget_logo(self.desk.program.places.data)
            self._show_data()
            return
        dialog = QFileDialog(self.view, self.tr("Logo for covers"))
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.keep_logo)
        dialog.open()

    def keep_logo(self, path: str) -> None:
        """Put a picture on covers from now on."""
        try:
            keep_logo(self.desk.program.places.data, Path(path))
        except KbError as error:
            self.desk.show_error(error)
            return
        self._show_data()
        self.desk.say_saved()

    def _forget(self) -> None:
        self.desk.program.history.forget_reading()
        self._show_recent()

    # --- backups ------------------------------------------------------------------------

    def _open_backups(self) -> None:
        if self._backups is None:
            self._backups = BackupsDialog(self.desk.look, self.desk.window)
            self._backups.restore_asked.connect(self._restore)
            self._backups.make_asked.connect(self._make_backup)
        rows = [
            BackupRow(
                str(backup.path),
                self.tr("{when} · {size} kB").format(
                    when=self._moment(backup.made), size=backup.path.stat().st_size // 1024
                ),
            )
            for backup in list_backups(self.desk.program.places.backups)
        ]
        self._backups.show_rows(rows)

    def _make_backup(self) -> None:
        program = self.desk.program
        try:
            make_backup(program.store, program.places.backups)
        except KbError as error:
            self.desk.show_error(error)
        self._open_backups()

    def _restore(self, path: str) -> None:
        try:
            self.desk.program.go_back_to(Path(path))
        except KbError as error:
            self.desk.show_error(error)
            return
        assert self._backups is not None
        self._backups.accept()
        self.desk.say(self.tr("Your data is again as it was in that backup."))
        self.desk.library_changed.emit()
        self.desk.notes_changed.emit()
        self.shown()


def _how_far(edition: Edition, paragraph: int) -> int:
    """How far one has read, in per cent of the paragraphs; 0 where its text cannot be had."""
    try:
        spans = tree.canonical_text(edition.document()).spans
    except DocumentUnreadable:
        return 0
    numbers = [span.number for span in spans if span.number]
    return round(100 * paragraph / max(numbers)) if numbers and paragraph else 0


def make(desk: Desk) -> Room:
    """The room, for the window."""
    return Welcoming(desk)
