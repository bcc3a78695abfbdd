"""Open texts in tabs: which are open, where one reads in each, what can be done with one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QObject

from kb_app.app.desk import Desk
from kb_app.app.open_text import OpenText
from kb_app.export.phrases import citation
from kb_app.views.parts.sides import LEFT, RIGHT
from kb_app.views.reader.tabs import ReadingTabs

ZOOM_STEP = 0.1
MAX_ZOOM, MIN_ZOOM = 2.5, 0.7
CHAT_CHARACTERS = 1_000
Place = tuple[str, str, int]  # uid, language, paragraph


class Reading(QObject):
    """The open texts of the window."""

    def __init__(self, desk: Desk, tabs: ReadingTabs) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tabs = tabs
        self._texts: list[OpenText] = []
        self._closed: list[Place] = []
        self._past: list[Place] = []
        self._future: list[Place] = []
        tabs.turned.connect(self._turned)
        tabs.closed.connect(self._close)
        tabs.shape_chosen.connect(self._choose_shape)
        tabs.asked.connect(desk.act)
        desk.look.changed.connect(self._show_all)
        desk.ui_changed.connect(lambda _ui: self._show_all())

    # --- open -----------------------------------------------------------------------------

    def open(self, uid: str, lang: str, paragraph: int = 0, section: str = "") -> None:
        """Open a text, or bring it to the front when it is open already."""
        entry = self._desk.entry(uid)
        if entry is None:
            return
        self._leave_place()
        self._future.clear()
        self._show_at(entry.uid, lang, paragraph, section)
        if self.here is not None:
            self.here.reader.paper.setFocus()

    def _show_at(self, uid: str, lang: str, paragraph: int, section: str = "") -> None:
        text = next((text for text in self._texts if text.uid == uid), None)
        if text is None:
            text = self._add(uid, lang)
        elif text.lang != lang and not text.both:
            text.lang = lang
            text.show()
        self._tabs.go(self._texts.index(text) + 1)
        if paragraph or section:
            text.go(paragraph, section)

    def _add(self, uid: str, lang: str, both: bool = False) -> OpenText:
        text = OpenText(self._desk, uid, lang, both)
        self._texts.append(text)
        self._tabs.add(text.reader, text.title)
        return text

    @property
    def here(self) -> OpenText | None:
        """The text in front, or None while the results are."""
        number = self._tabs.current()
        return self._texts[number - 1] if 0 < number <= len(self._texts) else None

    def current_uid(self) -> str:
        """The entry that is read, or ""."""
        return self.here.uid if self.here else ""

    def open_uids(self) -> list[str]:
        """The entries that are open."""
        return [text.uid for text in self._texts]

    def _turned(self, number: int) -> None:
        text = self._texts[number - 1] if 0 < number <= len(self._texts) else None
        self._desk.window.actions_list.set_reading(text is not None)
        if text is not None:
            entry = text.entry
            shape = "both" if text.reader.both else text.lang
            self._tabs.show_shape(shape, bool(entry and len(entry.editions) > 1))
            self._tabs.show_tied(text.reader.tied, text.reader.both)

    def _close(self, number: int) -> None:
        if number < 1:
            return
        text = self._texts.pop(number - 1)
        text.notes.leaving()
        text.remember_place()
        self._closed.append((text.uid, text.lang, text.paragraph))
        self._tabs.take_out(number)
        text.deleteLater()
        self._turned(self._tabs.current())

    def _reopen(self) -> None:
        if self._closed:
            self.open(*self._closed.pop())

    # --- places ---------------------------------------------------------------------------

    def _place(self) -> Place | None:
        text = self.here
        return (text.uid, text.lang, text.paragraph) if text else None

    def _leave_place(self) -> None:
        place = self._place()
        if place is not None:
            self._past.append(place)

    def _back(self) -> None:
        self._walk(self._past, self._future)

    def _forward(self) -> None:
        self._walk(self._future, self._past)

    def _walk(self, source: list[Place], target: list[Place]) -> None:
        here = self._place()
        if not source:
            if source is self._past:
                self._tabs.show_results()
            return
        if here is not None:
            target.append(here)
        uid, lang, paragraph = source.pop()
        if self._desk.entry(uid) is not None:
            self._show_at(uid, lang, paragraph)

    # --- the room tells --------------------------------------------------------------------

    def shown(self) -> None:
        """The room has come to the front."""
        self._turned(self._tabs.current())

    def library_changed(self) -> None:
        """Lay open texts out anew; close those that are gone."""
        for number in range(len(self._texts), 0, -1):
            if self._texts[number - 1].entry is None:
                self._close(number)
        self._show_all()

    def _show_all(self) -> None:
        for number, text in enumerate(self._texts, start=1):
            text.show(text.paragraph)
            self._tabs.name(number, text.title)

    def leaving(self) -> None:
        """Remember what is open, and save what is being written."""
        for text in self._texts:
            text.notes.leaving()
        self.remember_places()
        rows = [
            {"uid": t.uid, "lang": t.lang, "paragraph": t.paragraph, "both": t.both}
            for t in self._texts
        ]
        self._desk.state.put(tabs=rows, tab=self._tabs.current())

    def remember_places(self) -> None:
        """Write down where one reads in every text."""
        for text in self._texts:
            text.remember_place()

    def restore(self) -> None:
        """Open what was open when the window was closed."""
        for row in self._desk.state.rows("tabs"):
            uid, lang = str(row.get("uid", "")), str(row.get("lang", "es"))
            if self._desk.entry(uid) is not None:
                text = self._add(uid, lang, bool(row.get("both")))
                paragraph = row.get("paragraph", 0)
                if isinstance(paragraph, int) and paragraph:
                    text.reader.go_to_paragraph(paragraph)
        last = int(self._desk.state.number("tab", 0))
        self._tabs.go(last if last <= len(self._texts) else 0)

    # --- what can be done ------------------------------------------------------------------

    def _choose_shape(self, shape: str) -> None:
        text = self.here
        if text is None:
            return
        if shape == "both":
            text.set_both(True)
        elif text.both or shape != text.lang:
            here = text.paragraph
            text.both, text.lang = False, shape
            text.show(here)
        self._tabs.name(self._tabs.current(), text.title)
        self._turned(self._tabs.current())

    def _tie(self, tied: bool) -> None:
        text = self.here
        if text is not None:
            text.reader.set_tied(tied)
            self._tabs.show_tied(tied, text.reader.both)
            self._desk.say(
                self.tr("Both texts scroll together.")
                if tied
                else self.tr("Each text scrolls on its own.")
            )

    def act(self, action: str) -> bool:
        """Do something of the list of actions; False when it is none of the reader's."""
        call = self._calls.get(action)
        if call is None:
            return False
        text = self.here
        if text is None and action not in ("tab.reopen", "tab.next", "back", "forward"):
            return False
        call(self, text)
        return True

    def _other(self, text: Any) -> None:
        if not text.other_language():
            self._desk.say(self.tr("This text is only in one language."))
        self._tabs.name(self._tabs.current(), text.title)
        self._turned(self._tabs.current())

    def _zoom(self, step: float) -> None:
        zoom = 1.0 if step == 0 else self._desk.zoom + step
        self._desk.set_zoom(max(MIN_ZOOM, min(MAX_ZOOM, zoom)))
        self._show_all()

    def _bookmark(self, text: Any) -> None:
        history = self._desk.program.history
        is_set = history.toggle_bookmark(text.uid, text.lang, text.paragraph)
        self._desk.say(self.tr("Bookmark set.") if is_set else self.tr("Bookmark removed."))
        self._desk.say_saved()

    def _cite(self, text: Any) -> None:
        words = citation(text.edition)
        self._desk.copy(words)
        self._desk.window.tell(self.tr("How to cite (copied):"), words)

    def _selected(self, text: Any) -> str:
        start, end = text.reader.paper.selection()
        page = text.reader.paper.page
        return page.canonical[start:end] if page and end > start else ""

    def _copy_reference(self, text: Any) -> None:
        passage = self._selected(text)
        quote = f"«{passage}» " if passage else ""
        start, _end = text.reader.paper.selection()
        number = f", ¶{text.paragraph_at(start)}" if passage else ""
        self._desk.copy(f"{quote}({citation(text.edition)}{number})")
        self._desk.say(self.tr("Copied with its reference."))

    def _copy_chat(self, text: Any) -> None:
        front = text.edition.front
        head = f"*{front.title}*\n\n"
        tail = f"\n\n{citation(text.edition)}"
        room = CHAT_CHARACTERS - len(head) - len(tail)
        body = self._selected(text) or front.summary
        self._desk.copy(head + (body if len(body) <= room else f"{body[: room - 1]}…") + tail)
        self._desk.say(self.tr("Copied: a short text with its source."))

    def _find(self, text: Any) -> None:
        text.reader.find.open_bar(self._selected(text)[:60])

    def _note(self, text: Any) -> None:
        if not text.notes.add_from_selection():
            text.notes.add_to_section()

    def _next_tab(self) -> None:
        self._tabs.go((self._tabs.current() + 1) % (len(self._texts) + 1))

    _calls: ClassVar[dict[str, Callable[[Reading, Any], object]]] = {
        "find": lambda self, text: self._find(text),
        "find.next": lambda self, text: text.reader.find_next(1),
        "find.previous": lambda self, text: text.reader.find_next(-1),
        "other": lambda self, text: self._other(text),
        "both": lambda self, text: self._choose_shape(text.lang if text.both else "both"),
        "tied": lambda self, text: self._tie(not text.reader.tied),
        "bookmark": lambda self, text: self._bookmark(text),
        "explain": lambda self, text: text.reader.paper.explain_here(),
        "cite": lambda self, text: self._cite(text),
        "copy.reference": lambda self, text: self._copy_reference(text),
        "copy.chat": lambda self, text: self._copy_chat(text),
        "print": lambda self, text: self._desk.print_document(text.reader.paper.page.document),
        "zoom.in": lambda self, text: self._zoom(ZOOM_STEP),
        "zoom.out": lambda self, text: self._zoom(-ZOOM_STEP),
        "zoom.reset": lambda self, text: self._zoom(0),
        "tab.next": lambda self, text: self._next_tab(),
        "tab.close": lambda self, text: self._close(self._tabs.current()),
        "tab.reopen": lambda self, text: self._reopen(),
        "note.add": lambda self, text: self._note(text),
        "note.section": lambda self, text: text.notes.add_to_section(),
        "undo": lambda self, text: text.notes.undo(),
        "panel.contents": lambda self, text: text.reader.sides.toggle(LEFT),
        "panel.notes": lambda self, text: text.reader.sides.toggle(RIGHT),
        "back": lambda self, text: self._back(),
        "forward": lambda self, text: self._forward(),
    }
