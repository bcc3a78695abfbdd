"""What Explore shows of an answer: its rows, what was understood, what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from indexer.query import Answer, Filters
from kb_app.app.comparing import Comparing
from kb_app.app.desk import Desk
from kb_app.app.results import SHOWN_FACETS, chips, facet_group, row_of, wanted_stems
from kb_app.app.wordlists import facet_value_word
from kb_app.views.explore.rows import FacetValue, Row
from kb_app.views.explore.view import ExploreView

PAUSE_MS = 150  # what stands beside the results follows when the typing pauses


class AnswerShown(QObject):
    """Tells what the person wants of the question, where the answer offers it."""

    literal_wanted = Signal(bool)  # only what is written, or related words too
    filters_cleared = Signal()
    everything_wanted = Signal()
    looked_at = Signal(str)  # the entry beside the results
    paused = Signal()  # nobody types, and all that stands beside the results is shown

    def __init__(self, desk: Desk, view: ExploreView, comparing: Comparing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = view
        self._comparing = comparing
        self.rows: list[Row] = []
        self._answer: Answer | None = None
        self._filters = Filters()
        self._shown_for = ("", Filters())
        self._beside = desk.later(PAUSE_MS, self.show_beside)
        self._steps: list[Callable[[], object]] = []
        self._next = desk.later(0, self._step)

    @property
    def answer(self) -> Answer | None:
        """What is shown, with the results that were added."""
        return self._answer

    @property
    def is_typing(self) -> bool:
        """Whether what stands beside the results waits for the end of the typing."""
        return self._beside.isActive()

    def wait(self) -> None:
        """A key was pressed: what stands beside the results waits for its answer."""
        if self._next.isActive() or self._beside.isActive():
            self._next.stop()
            self._beside.start()

    def show(self, answer: Answer, filters: Filters) -> None:
        """Show an answer in the place of the one before."""
        self._answer, self._filters = answer, filters
        self.show_again()

    def show_again(self) -> None:
        """Show the same in other words."""
        answer = self._answer
        if answer is None:
            return
        typed = answer.query.text != self._shown_for[0]
        self._next.stop()
        self._beside.start() if typed else self._beside.stop()
        self.rows = self._rows_of(answer)
        self._view.show_chips(chips(self._desk, self._filters))
        self._show_banner(answer)
        if self.rows:
            self._show_rows(answer)
        else:
            self._say_nothing()
        if not typed:
            self.show_beside()

    def _rows_of(self, answer: Answer) -> list[Row]:
        desk = self._desk
        wanted = wanted_stems(answer, desk.content_language) if answer.query.text else frozenset()
        return [row for hit in answer.hits if (row := row_of(desk, hit, wanted)) is not None]

    def _show_rows(self, answer: Answer) -> None:
        asked = (answer.query.text, self._filters)
        keep = self._view.current_uid() if asked == self._shown_for else ""
        self._shown_for = asked
        self._view.show_rows(self.rows, answer.total, len(answer.hits) < answer.total, keep)

    def add(self, more: Answer) -> None:
        """Show results after those that are there."""
        if self._answer is not None:
            hits = (*self._answer.hits, *more.hits)
            self._answer = replace(self._answer, hits=hits)
            rows = self._rows_of(more)
            self.rows += rows
            self._view.model.add_rows(rows, bool(more.hits) and len(hits) < more.total)

    def show_beside(self) -> None:
        """What stands beside the results: filters, map, the basket, the one that is looked at.
        In steps of some milliseconds: a key that is pressed meanwhile comes in between.
        """
        if self._answer is None:
            return
        facets = [lambda facet=facet: self._show_facet(facet) for facet in SHOWN_FACETS]
        self._steps = [
            *facets,
            lambda: self._view.facets.show_clear(bool(self._filters)),
            self._show_map,
            self.show_basket,
            lambda: self.looked_at.emit(self._view.current_uid()),
            self.paused.emit,
        ]
        self._next.start()

    def _step(self) -> None:
        step = self._steps.pop(0)
        if self._steps:
            self._next.start()
        step()

    def _show_facet(self, facet: str) -> None:
        assert self._answer is not None
        group = facet_group(self._desk, self._answer, self._filters, facet)
        self._view.facets.show_facet(facet, group)

    def _show_map(self) -> None:
        answer = self._answer
        assert answer is not None
        counts = dict(answer.facets.get("country", ()))
        for code in self._filters.get("country"):
            counts.setdefault(code, 0)
        vocabulary = self._desk.program.vocabulary
        self._view.map.show_values(
            [
                FacetValue(
                    code,
                    facet_value_word("country", code, vocabulary, self._desk.ui),
                    count,
                    code in self._filters.get("country"),
                )
                for code, count in counts.items()
            ]
        )

    def _show_banner(self, answer: Answer) -> None:
        banner = self._view.banner
        if not answer.query.text.strip():
            banner.say("")
        elif answer.query.literal:
            banner.say(
                self.tr("Only what is written was searched."),
                (self.tr("Search related words too"), lambda: self.literal_wanted.emit(False)),
            )
        else:
            sentences = [answer.understood(self._desk.ui)]
            for correction in answer.corrections:
                sentences.append(
                    self.tr("“{typed}” was taken as “{taken}”.").format(
                        typed=correction.typed, taken=correction.taken
                    )
                )
            if answer.also_searched:
                sentences.append(
                    self.tr("Also searched: {words}.").format(
                        words=", ".join(answer.also_searched[:6])
                    )
                )
            if answer.partial:
                sentences.append(self.tr("Not all the texts have been read for this."))
            if answer.degraded:
                sentences.append(self.tr("The index is being built; results get better soon."))
            text = " ".join(sentence for sentence in sentences if sentence)
            if answer.corrections or answer.also_searched:
                banner.say(
                    text,
                    (
                        self.tr("Search only what is written"),
                        lambda: self.literal_wanted.emit(True),
                    ),
                )
            else:
                banner.say(text)

    def say_loading(self) -> None:
        """While the first answer is awaited."""
        self._view.blank.say(self.tr("Looking…"), "")
        self._view.show_blank()

    def _say_nothing(self) -> None:
        words = self._answer.query.text if self._answer else ""
        choices = []
        if self._filters:
            choices.append((self.tr("Remove the filters"), self.filters_cleared.emit))
        if words:
            choices.append((self.tr("See everything"), self.everything_wanted.emit))
        if words or self._filters:
            self._view.blank.say(
                self.tr("Nothing was found."),
                self.tr(
                    "Try another word, fewer words or no filters. Regional words and English "
                    "words count too."
                ),
                *choices,
            )
        else:
            self._view.blank.say(
                self.tr("The library is empty."),
                self.tr(
                    "Here stand the cases and modules. Import a pack, or start Batea with the "
                    "folder of its material."
                ),
                (
                    self.tr("Open a pack…"),
                    lambda: self._desk.window.actions_list["pack.open"].trigger(),
                ),
            )
        self._view.show_blank()
        self._view.detail.show_details(None)

    def show_basket(self) -> None:
        """What was put aside to be compared."""
        chosen = self._comparing.basket
        if not chosen:
            self._view.basket.say("")
            return
        titles = " · ".join(self._desk.title(uid) for uid in chosen)
        choices = [(self.tr("Empty"), self._comparing.empty)]
        if len(chosen) > 1:
            choices.insert(0, (self.tr("Compare"), self._comparing.show))
        self._view.basket.say(self.tr("To compare: {titles}").format(titles=titles), *choices)
