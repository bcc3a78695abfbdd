"""What the person gathers in Explore: collections, kept searches, bookmarks, what was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.wordlists import meta_text
from kb_app.library.collections import READING_LIST, Collection, Item
from kb_app.views.explore.collect import CollectDialog, Kept
from kb_app.views.explore.rows import Gathered, MineGroup, MineRow
from kb_app.views.explore.view import ExploreView
from kb_app.views.reader.notes_list import NoteRow

RECENT = 8


class Gathering(QObject):
    """Connects "My lists", the page of a collection and the dialog "Keep in…" with the store.

    `search_wanted` asks for a kept search; `words_wanted` for words that were searched before.
    """

    search_wanted = Signal(object)
    words_wanted = Signal(str)
    looked_at = Signal(str)

    def __init__(self, desk: Desk, view: ExploreView, query: Callable[[], Mapping[str, Any]]):
        super().__init__(desk)
        self._desk = desk
        self._view = view
        self._query = query
        self._collections = desk.program.collections
        self._history = desk.program.history
        self._open = ""
        self._collected = ""
        self._deleted: Collection | None = None
        self._dialog: CollectDialog | None = None
        mine, page = view.left.mine, view.collection
        mine.chosen.connect(self._choose)
        mine.removed.connect(self._remove)
        mine.new_asked.connect(self._ask_new)
        mine.keep_asked.connect(self._ask_keep)
        page.asked.connect(self._asked)
        page.looked_at.connect(self.looked_at)
        page.opened.connect(desk.open_entry)
        page.moved.connect(self._move)
        page.taken_out.connect(self._take_out)
        page.remarked.connect(self._remark)
        desk.ui_changed.connect(lambda _ui: self.show())
        desk.content_language_changed.connect(lambda _lang: self.show())
        self.show()

    # --- shown ----------------------------------------------------------------------------

    def show(self) -> None:
        """Show everything anew."""
        self._view.left.mine.show_groups(
            (
                MineGroup(
                    "collection",
                    self.tr("Collections"),
                    self.tr("None yet (Ctrl+Shift+D)"),
                    tuple(self._collection_row(c) for c in self.all()),
                ),
                MineGroup(
                    "search",
                    self.tr("Kept searches"),
                    self.tr("None yet"),
                    tuple(MineRow("search", s.id, s.title) for s in self._history.saved_searches()),
                ),
                MineGroup(
                    "bookmark",
                    self.tr("Bookmarks"),
                    self.tr("None yet (Ctrl+D)"),
                    tuple(self._bookmarks()),
                ),
                MineGroup(
                    "read",
                    self.tr("Read lately"),
                    self.tr("Nothing yet"),
                    tuple(self._read()),
                ),
                MineGroup(
                    "words",
                    self.tr("Searched lately"),
                    self.tr("Nothing yet"),
                    tuple(MineRow("words", w, w) for w in self._history.searched()[:RECENT]),
                ),
            )
        )
        if self._open:
            self._show_page(self._view.collection.list.current_note())

    def all(self) -> list[Collection]:
        """Every collection, the reading list first even while it is empty."""
        found = self._collections.all()
        if not found or found[0].id != READING_LIST:
            found.insert(0, self._collections.reading_list())
        return found

    def title_of(self, collection: Collection) -> str:
        """The title of a collection; the reading list has one of ours."""
        return self.tr("To read") if collection.id == READING_LIST else collection.title

    def titles_of_entry(self, uid: str) -> tuple[str, ...]:
        """The titles of the collections that a text is in."""
        return tuple(self.title_of(c) for c in self._collections.of_entry(uid))

    def _collection_row(self, collection: Collection) -> MineRow:
        count = len(collection.items)
        return MineRow("collection", collection.id, self.title_of(collection), str(count or ""))

    def _bookmarks(self) -> list[MineRow]:
        rows = []
        for uid, lang, paragraph in self._history.bookmarks():
            title = self._title(uid, lang)
            if title:
                where = f"¶{paragraph}" if paragraph else ""
                rows.append(MineRow("bookmark", f"{uid}|{lang}|{paragraph}", title, where))
        return rows

    def _read(self) -> list[MineRow]:
        rows = []
        for reading in self._history.recent(RECENT):
            title = self._title(reading.uid, reading.lang)
            if title:
                where = f"¶{reading.paragraph}" if reading.paragraph else ""
                place = f"{reading.uid}|{reading.lang}|{reading.paragraph}"
                rows.append(MineRow("read", place, title, where))
        return rows

    def _title(self, uid: str, lang: str) -> str:
        edition = self._desk.edition(uid, lang)
        return edition.front.title if edition else ""

    def _show_page(self, keep: str = "") -> None:
        collection = self._collections.get(self._open)
        if collection is None and self._open == READING_LIST:
            collection = self._collections.reading_list()
        if collection is None:
            self.close()
            return
        items = tuple(self._card(item) for item in collection.items)
        self._view.collection.show_collection(
            Gathered(
                collection.id, self.title_of(collection), collection.remark, items,
                fixed=collection.id == READING_LIST,
            ),
            keep,
        )  # fmt: skip
        self._view.show_collection(True)

    def _card(self, item: Item) -> NoteRow:
        desk = self._desk
        entry = desk.entry(item.uid)
        if entry is None:
            gone = self.tr("This text is no longer in the library.")
            return NoteRow(item.uid, "", gone, "", "", item.remark, "", "unplaced")
        front = entry.edition(desk.content_language).front
        meta = meta_text(entry, front.lang, desk.program.vocabulary, desk.ui)
        return NoteRow(item.uid, "", front.title, "", "", item.remark, meta)

    def close(self) -> None:
        """Show the results again."""
        self._open = ""
        self._view.show_collection(False)

    # --- the list at the left -----------------------------------------------------------------

    def open(self, collection_id: str) -> None:
        """Show the page of a collection."""
        self._open = collection_id
        self._view.collection.undo.say("")
        self._view.left.mine.stay_on("collection", collection_id)
        self._show_page()
        self._view.focus_results()

    def _choose(self, kind: str, row_id: str) -> None:
        if kind == "collection":
            self.open(row_id)
        elif kind == "search":
            kept = next((s for s in self._history.saved_searches() if s.id == row_id), None)
            if kept is not None:
                self.close()
                self.search_wanted.emit(kept.query)
        elif kind == "words":
            self.close()
            self.words_wanted.emit(row_id)
        else:
            uid, lang, paragraph = row_id.split("|")
            self._desk.open_entry(uid, lang, int(paragraph))

    def _remove(self, kind: str, row_id: str) -> None:
        if kind == "search":
            self._try(lambda: self._history.delete_search(row_id))
        elif kind == "words":
            self._try(lambda: self._history.forget_search(row_id))
        elif kind == "read":
            self._try(lambda: self._history.forget_text(row_id.split("|")[0]))
        elif kind == "bookmark":
            uid, lang, paragraph = row_id.split("|")
            self._try(lambda: self._history.toggle_bookmark(uid, lang, int(paragraph)))

    def _ask_new(self) -> None:
        self._ask(self.tr("Name of the new collection"), "", self._create)

    def _create(self, title: str) -> None:
        made: list[Collection] = []
        if self._try(lambda: made.append(self._collections.create(title))):
            self.open(made[0].id)

    def _ask_keep(self) -> None:
        words = str(self._query().get("text", ""))
        self._ask(self.tr("Name of this search"), words, self.keep_search)

    def keep_search(self, title: str) -> None:
        """Keep what is searched and filtered now under a name."""
        self._try(lambda: self._history.save_search(title, self._query()))

    def looked_for(self, words: str) -> None:
        """Remember words that were searched with Enter."""
        if words.strip() and not self._desk.program.store.read_only:
            self._try(lambda: self._history.looked_for(words), quiet=True)

    def _ask(self, question: str, words: str, then: Callable[[str], object]) -> None:
        dialog = QInputDialog(self._desk.window)
        dialog.setWindowTitle("Batea")
        dialog.setLabelText(question)
        dialog.setTextValue(words)
        dialog.textValueSelected.connect(lambda text: then(text.strip()) if text.strip() else None)
        dialog.open()

    # --- the page of a collection ---------------------------------------------------------------

    def _asked(self, deed: str) -> None:
        self._deeds[deed](self)

    def _uids(self) -> tuple[str, ...]:
        collection = self._collections.get(self._open)
        held = collection.items if collection else ()
        return tuple(item.uid for item in held if self._desk.entry(item.uid) is not None)

    def _export(self) -> None:
        room: Any = self._desk.room("packs")
        room.export(self._uids())

    def _pack(self) -> None:
        room: Any = self._desk.room("packs")
        room.sending.open(self._uids(), "batea")

    def _ask_rename(self) -> None:
        collection = self._collections.get(self._open)
        if collection is not None:
            self._ask(
                self.tr("Name of the collection"),
                collection.title,
                lambda title: self._try(
                    lambda: self._collections.describe(collection.id, title, collection.remark)
                ),
            )

    def _delete(self) -> None:
        collection = self._collections.get(self._open)
        if collection is None or not self._try(lambda: self._collections.delete(collection.id)):
            return
        self._deleted = collection
        self.open(READING_LIST)
        self._view.collection.undo.say(
            self.tr("“{title}” was deleted; its texts stay in the library.").format(
                title=collection.title
            ),
            (self.tr("Bring it back"), self._bring_back),
        )

    def _bring_back(self) -> None:
        gone, self._deleted = self._deleted, None
        if gone is None:
            return

        def again() -> None:
            self._collections.create(gone.title, gone.remark, gone.id)
            self._collections.arrange(gone.id, gone.items)

        if self._try(again):
            self.open(gone.id)

    def _items(self) -> list[Item]:
        collection = self._collections.get(self._open)
        return list(collection.items) if collection else []

    def _move(self, uid: str, step: int) -> None:
        items = self._items()
        at = next((i for i, item in enumerate(items) if item.uid == uid), -1)
        if at < 0 or not 0 <= at + step < len(items):
            return
        items[at], items[at + step] = items[at + step], items[at]
        self._try(lambda: self._collections.arrange(self._open, items))

    def _take_out(self, uid: str) -> None:
        before, here = self._items(), self._open
        if not self._try(lambda: self._collections.take_out(here, uid)):
            return
        self._view.collection.undo.say(
            self.tr("“{title}” was taken out.").format(title=self._desk.title(uid)),
            (
                self.tr("Put it back"),
                lambda: self._try(lambda: self._collections.arrange(here, before)),
            ),
        )

    def _remark(self, uid: str, remark: str) -> None:
        items = [replace(i, remark=remark) if i.uid == uid else i for i in self._items()]
        self._try(lambda: self._collections.arrange(self._open, items))

    # --- keep in… -------------------------------------------------------------------------------

    def collect(self, uid: str) -> None:
        """Ask in which collections a text belongs."""
        if not uid:
            return
        if self._dialog is None:
            self._dialog = CollectDialog(self._desk.look, self._desk.window)
            self._dialog.ticked.connect(self._tick)
            self._dialog.made.connect(self._make)
        self._collected = uid
        self._dialog.open_for(self._desk.title(uid), self._kept())

    def _kept(self) -> list[Kept]:
        return [
            (c.id, self.title_of(c), any(item.uid == self._collected for item in c.items))
            for c in self.all()
        ]

    def _tick(self, collection_id: str, wanted: bool) -> None:
        uid = self._collected

        def change() -> None:
            if collection_id == READING_LIST:
                self._collections.toggle_to_read(uid)
            elif wanted:
                self._collections.add(collection_id, uid)
            else:
                self._collections.take_out(collection_id, uid)

        self._try(change)
        self.looked_at.emit(uid)

    def _make(self, title: str) -> None:
        def make() -> None:
            self._collections.add(self._collections.create(title).id, self._collected)

        if self._try(make):
            assert self._dialog is not None
            self._dialog.show_rows(self._kept())
            self.looked_at.emit(self._collected)

    def _try(self, call: Callable[[], object], quiet: bool = False) -> bool:
        """Change something; what goes wrong is said. `quiet`: nothing was asked for."""
        try:
            call()
        except KbError as error:
            if not quiet:
                self._desk.show_error(error)
            return False
        if not quiet:
            self._desk.say_saved()
        self.show()
        return True

    _deeds: ClassVar[dict[str, Callable[[Gathering], object]]] = {
        "export": _export,
        "pack": _pack,
        "rename": _ask_rename,
        "delete": _delete,
        "close": close,
    }
