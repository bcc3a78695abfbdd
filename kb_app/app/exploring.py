"""Explore: what is typed and ticked goes to the search; what comes back goes to the view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Any, ClassVar

from PySide6.QtCore import QElapsedTimer

from indexer.documents import Entry
from indexer.query import BEST, FACETS, Answer, Filters, Query
from kb_app.app.answer_shown import AnswerShown
from kb_app.app.comparing import Comparing
from kb_app.app.desk import Desk
from kb_app.app.found_notes import FoundNotes
from kb_app.app.gathering import Gathering
from kb_app.app.reading import Reading
from kb_app.app.results import alike_of, details_of
from kb_app.app.rooms import Room
from kb_app.jobs import Latest
from kb_app.views.explore.rows import Alike
from kb_app.views.explore.view import ExploreView
from kb_app.views.parts.sides import LEFT, RIGHT
from kb_app.views.reader.tabs import ReadingTabs

BURST_MS = 50  # between keys; a key that comes sooner waits for more
TYPING_MS = 30
REST_MS = 400
IN_SIGHT = 8  # results while one types; the others of the first piece when the typing pauses
AT_ONCE = 20  # results; more when the person comes to their end


class Exploring(Room):
    """The first tab of its widget are the results; the others are open texts."""

    def __init__(self, desk: Desk) -> None:
        self.view = ExploreView(desk.look)
        self.tabs = ReadingTabs(desk.look, self.view)
        super().__init__(desk, self.tabs)
        self.reading = Reading(desk, self.tabs)
        self.comparing = Comparing(desk, self.tabs)
        self._words = ""
        self._literal = False
        self._filters = Filters()
        self._sort = BEST
        self._asker = Latest(self._answer_in_worker, self)
        self._asker.answered.connect(self._have_answer)
        self._asker.failed.connect(self._have_failed)
        self._timer = desk.later(TYPING_MS, self._ask_typed)
        self._since_key = QElapsedTimer()
        # What resembles an entry is looked for in the whole library: when the person rests.
        self._alike_of: Entry | None = None
        self._alike = Latest(self._alike_in_worker, self)
        self._alike.answered.connect(self._have_alike)
        self._alike.failed.connect(self._have_no_alike)
        self._rest = desk.later(REST_MS, self._ask_alike)
        view = self.view
        self.answered = AnswerShown(desk, view, self.comparing)
        self.answered.literal_wanted.connect(self._search_literal)
        self.answered.filters_cleared.connect(self._clear_filters)
        self.answered.everything_wanted.connect(lambda: self._set_question("", Filters()))
        self.answered.looked_at.connect(self._look_at_result)
        self.answered.paused.connect(self._fill_up)
        self.found_notes = FoundNotes(desk, view)
        self.gathering = Gathering(desk, view, self._question)
        self.gathering.search_wanted.connect(self._search_kept)
        self.gathering.words_wanted.connect(desk.search)
        self.gathering.looked_at.connect(self._look_at)
        view.facets.toggled.connect(self._toggle)
        view.facets.cleared.connect(self._clear_filters)
        view.chip_removed.connect(self._toggle)
        view.map.chosen.connect(lambda code: self._toggle("country", code))
        view.more_wanted.connect(self._ask_more)
        view.looked_at.connect(self._look_at_result)
        view.opened.connect(self.read)
        view.sort_chosen.connect(self._choose_sort)
        view.shape_chosen.connect(self._choose_shape)
        view.like_ours_asked.connect(self.comparing.describe)
        view.detail.read_asked.connect(self._read_detail)
        view.detail.alike_chosen.connect(self._look_at)
        view.detail.compare_toggled.connect(self._toggle_compared)
        view.detail.export_asked.connect(self._export)
        view.detail.collect_asked.connect(self.gathering.collect)
        self.comparing.basket_changed.connect(self.answered.show_basket)
        desk.content_language_changed.connect(lambda _lang: self._ask())
        desk.ui_changed.connect(lambda _ui: self.answered.show_again())
        view.set_shape(desk.state.text("shape", "list"))
        self.answered.say_loading()
        self._ask()
        self.reading.restore()

    # --- asked from outside -----------------------------------------------------------

    def search(self, words: str, whole: bool = False) -> None:
        """Look for words; `whole` when they are finished (Return)."""
        self._words = words
        self._literal = False
        self._stop_resting()
        self.answered.wait()
        self.tabs.show_results()
        self.gathering.close()
        self.found_notes.look_for(words)
        if whole:
            self._timer.stop()
            self._ask(prefix=False)
            self.gathering.looked_for(words)
            self.view.focus_results()
        elif self._is_in_a_burst():
            self._timer.start()
        else:
            self._timer.stop()
            self._ask_typed()

    def _is_in_a_burst(self) -> bool:
        """Whether the last key was only just pressed. The first key is asked for at once: most
        people type so slowly that to wait for more only makes every answer later.
        """
        burst = self._since_key.isValid() and self._since_key.elapsed() < BURST_MS
        self._since_key.start()
        return burst

    def read(self, uid: str, lang: str, paragraph: int = 0, section: str = "") -> None:
        """Open a text in a tab."""
        self.reading.open(uid, lang, paragraph, section)

    def filter_by(self, facet: str, value: str) -> None:
        """Show what has that value, and nothing else."""
        self._set_question("", Filters().toggled(facet, value))

    def open_lists(self) -> None:
        """Bring "My lists" to the front, the keyboard in it."""
        self.tabs.show_results()
        self.reading.remember_places()
        self.gathering.show()
        self.view.sides.show(LEFT)
        self.view.left.show_page("mine")
        self.view.left.mine.tree.setFocus()

    def open_collection(self, collection_id: str) -> None:
        """Show the page of a collection."""
        self.tabs.show_results()
        self.view.left.show_page("mine")
        self.gathering.open(collection_id)

    def current_uid(self) -> str:
        """The entry that is read or looked at, for what acts on one."""
        return self.reading.current_uid() or self.view.current_uid()

    def result_uids(self) -> list[str]:
        """The entries of the results as far as they are shown."""
        return [row.uid for row in self.answered.rows]

    def act(self, action: str) -> bool:
        if self.reading.act(action):
            return True
        call = self._calls.get(action)
        if call is not None:
            call(self)
        return call is not None

    def _show_results(self) -> None:
        self.tabs.show_results()
        self.view.focus_results()

    def shown(self) -> None:
        self.reading.shown()
        self.gathering.show()

    def left(self) -> None:
        self.desk.window.actions_list.set_reading(False)
        self.reading.remember_places()

    def library_changed(self) -> None:
        self.reading.library_changed()
        self.gathering.show()
        self._ask_again()

    def indexed(self) -> None:
        self._ask_again()

    def leaving(self) -> None:
        self.reading.leaving()
        self._asker.close()
        self._alike.close()

    # --- search -----------------------------------------------------------------------

    def _ask_typed(self) -> None:
        self._ask(limit=IN_SIGHT)

    def _ask(self, prefix: bool = True, limit: int = 0) -> None:
        question = Query(
            self._words,
            lang=self.desk.content_language,
            filters=self._filters,
            limit=limit or AT_ONCE,
            order=self._sort,
            labels=self.desk.ui,
            prefix=prefix and not self._literal,
            literal=self._literal,
        )
        self._asker.ask(question)

    def _ask_again(self) -> None:
        """The same, as much of it as is shown: the library has changed, not the question."""
        self._ask(limit=max(AT_ONCE, len(self.answered.rows)))

    def _ask_more(self) -> None:
        """The results that follow those that are shown."""
        answer = self.answered.answer
        if answer is not None:
            shown = len(answer.hits)
            limit = AT_ONCE - shown if shown < AT_ONCE else AT_ONCE
            self._asker.ask(replace(answer.query, first=shown, limit=limit, facets=False))

    def _fill_up(self) -> None:
        """The typing has paused: the rest of what is shown at once."""
        answer = self.answered.answer
        if answer is not None and len(answer.hits) < min(AT_ONCE, answer.total):
            self._ask_more()

    def _question(self) -> dict[str, Any]:
        """What is searched now as plain data, to be kept."""
        facets = {facet: sorted(values) for facet, values in self._filters.values.items() if values}
        return {"text": self._words, "literal": self._literal, "filters": facets}

    def _search_kept(self, query: Mapping[str, Any]) -> None:
        held = query.get("filters", {})
        values = {f: frozenset(map(str, held[f])) for f in FACETS if held.get(f)}
        self._set_question(str(query.get("text", "")), Filters(values), bool(query.get("literal")))

    def _set_question(self, words: str, filters: Filters, literal: bool = False) -> None:
        self._words, self._filters, self._literal = words, filters, literal
        self.desk.window.top.show_words(words)
        self.tabs.show_results()
        self.gathering.close()
        self.found_notes.look_for(words)
        self._ask()

    def _answer_in_worker(self, question: Query) -> Answer:
        return self.desk.program.search.search(question, self._asker.is_overtaken)

    def _have_answer(self, number: int, answer: Any) -> None:
        if answer.degraded and self.desk.program.search.is_lost:
            self.desk.index_lost.emit()
        if not self._asker.is_newest(number):
            return
        if answer.query.first:
            self.answered.add(answer)
        else:
            self.answered.show(answer, self._filters)

    def _have_failed(self, number: int, error: Exception) -> None:
        if self._asker.is_newest(number):
            self.desk.show_error(error)
            self.view.blank.say(
                self.tr("The search did not answer."),
                self.tr("Your library is whole. Try again, or restart Batea."),
                (self.tr("Try again"), self._ask),
            )
            self.view.show_blank()

    # --- told -------------------------------------------------------------------------

    def _toggle(self, facet: str, value: str) -> None:
        self._filters = self._filters.toggled(facet, value)
        self._ask()

    def _clear_filters(self) -> None:
        self._filters = Filters()
        self._ask()

    def _search_literal(self, literal: bool) -> None:
        self._literal = literal
        self._ask()

    def _choose_sort(self, sort: str) -> None:
        self._sort = sort
        self._ask_again()

    def _choose_shape(self, shape: str) -> None:
        self.view.set_shape(shape)
        self.desk.state.put(shape=shape)

    def _look_at_result(self, uid: str) -> None:
        if uid and not self.answered.is_typing and not self.view.is_collection_shown():
            self._look_at(uid)

    def _look_at(self, uid: str) -> None:
        entry = self.desk.entry(uid)
        if entry is not None:
            kept_in = self.gathering.titles_of_entry(uid)
            details = details_of(self.desk, entry, self.comparing.basket, kept_in)
            self.view.detail.show_details(details)
            self._rest.start()

    def _have_alike(self, number: int, found: Any) -> None:
        if self._alike.is_newest(number):
            self.view.detail.show_alike(*found)

    def _have_no_alike(self, _number: int, error: Exception) -> None:
        self.desk.show_error(error)

    def _ask_alike(self) -> None:
        self._alike_of = self.desk.entry(self.view.detail.uid)
        if self._alike_of is not None:
            self._alike.ask(self._alike_of)

    def _alike_in_worker(self, entry: Entry) -> tuple[str, tuple[Alike, ...]]:
        # It takes turns with the window's thread: a key that is pressed ends it.
        others = takewhile(lambda _: self._alike_of is entry, self.desk.program.catalogue)
        return entry.uid, alike_of(self.desk, entry, others)

    def _stop_resting(self) -> None:
        self._rest.stop()
        self._alike_of = None
        self._alike.drop()

    def _read_detail(self, uid: str) -> None:
        row = next((row for row in self.answered.rows if row.uid == uid), None)
        paragraph = row.paragraph if row and self._words else 0
        self.read(uid, self.desk.content_language, paragraph)

    def _toggle_compared(self, uid: str) -> None:
        self.comparing.toggle(uid)
        self._look_at(uid)

    def _export(self, uid: str) -> None:
        room: Any = self.desk.room("packs")
        room.export((uid,))

    _calls: ClassVar[dict[str, Callable[[Exploring], object]]] = {
        "panel.results": _show_results,
        "collect": lambda self: self.gathering.collect(self.current_uid()),
        "panel.contents": lambda self: self.view.sides.toggle(LEFT),
        "panel.notes": lambda self: self.view.sides.toggle(RIGHT),
        "my-lists": lambda self: self.open_lists(),
    }


def make(desk: Desk) -> Room:
    """The room, for the window."""
    return Exploring(desk)
