"""Which cases are compared, and which resemble a place that the person describes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from indexer.errors import KbError
from kb_app.app import page_words
from kb_app.app.desk import Desk
from kb_app.app.saving import ask_where
from kb_app.app.wordlists import countries_text
from kb_app.export.agency import credits_of
from kb_app.export.compare import comparison
from kb_app.export.exports import FORMATS, export_steps
from kb_app.export.material import Audience, Material
from kb_app.library.comparison import MOST
from kb_app.library.similar import Place, like, say
from kb_app.packs.sending import default_name
from kb_app.views.explore.comparison import ComparisonView
from kb_app.views.explore.like_ours import LikeOursDialog, LikeRow
from kb_app.views.reader.layout import build
from kb_app.views.reader.tabs import ReadingTabs

FORMS = ("docx", "pdf", "html", "md", "csv")


class Comparing(QObject):
    """The basket of cases to compare, the comparison, and "cases like ours"."""

    basket_changed = Signal()

    def __init__(self, desk: Desk, tabs: ReadingTabs) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tabs = tabs
        self.basket: list[str] = []
        self._view: ComparisonView | None = None
        self._dialog: LikeOursDialog | None = None

    def toggle(self, uid: str) -> None:
        """Put a case into the basket or take it out; the fifth takes the first one's place."""
        if uid in self.basket:
            self.basket.remove(uid)
        else:
            self.basket = [*self.basket, uid][-MOST:]
        self.basket_changed.emit()

    def empty(self) -> None:
        """Compare nothing."""
        self.basket.clear()
        self.basket_changed.emit()

    def show(self) -> None:
        """Show the cases of the basket side by side, in the place of the results."""
        view = self._made_view()
        lang = self._desk.content_language
        material = self.material("facilitator")
        piece = material.pieces[0]
        style = page_words.style_of(lang, self._desk.look.tokens, self._desk.text_size, {})
        entries = [entry for uid in self.basket if (entry := self._desk.entry(uid)) is not None]
        meta = piece.edition.front.summary
        front = page_words.comparison_front(material.title, meta, entries, lang)
        view.show_page(build(piece.document, front, (), style))
        self._tabs.cover_results(view)
        view.paper.setFocus()

    def material(self, audience: Audience = "participant") -> Material:
        """The comparison as one audience sees it. Raises NothingToExport."""
        desk = self._desk
        lang = desk.content_language
        editions = [e for uid in self.basket if (e := desk.edition(uid, lang)) is not None]
        credits = credits_of(desk.program.store, desk.program.places.data)
        return comparison(lang, audience, editions, credits)

    def _made_view(self) -> ComparisonView:
        if self._view is None:
            self._view = ComparisonView(self._desk.look)
            self._view.close_asked.connect(lambda: self._tabs.cover_results(None))
            self._view.export_asked.connect(self._ask_where)
            self._view.print_asked.connect(self.print)
            self._desk.look.changed.connect(self._show_again)
            self._desk.content_language_changed.connect(lambda _lang: self._show_again())
        self._view.show_forms([(form, FORMATS[form].name(self._desk.ui)) for form in FORMS])
        return self._view

    def _show_again(self) -> None:
        if self._view is not None and self._view.isVisible() and self.basket:
            self.show()

    def _ask_where(self, form: str) -> None:
        ending = FORMATS[form].ending
        name = default_name(self.material().title).removesuffix(".batea") + ending
        ask_where(self._desk.window, self.tr("Save the comparison as"), name,
                  lambda path: self.export_to(form, path))  # fmt: skip

    def export_to(self, form: str, path: Path) -> None:
        """Write the comparison itself to a file, beside the window. The person has agreed to
        replace a file that is there.
        """
        try:
            work = export_steps(self.material(), form, path, replace=True)
        except KbError as error:
            self._desk.show_error(error)
            return
        title = self.tr("Saving {name}").format(name=path.name)
        saved = self.tr("Written: {name}").format(name=path.name)
        self._desk.run(work, title, lambda _result: self._desk.say(saved))

    def print(self) -> None:
        """Print what is shown."""
        if self._view is not None and self._view.paper.page is not None:
            self._desk.print_document(self._view.paper.page.document)

    def is_shown(self) -> bool:
        """Whether the comparison is in front."""
        return self._view is not None and self._view.isVisible()

    # --- cases like ours ------------------------------------------------------------------

    def describe(self) -> None:
        """Open the form that describes the person's own place."""
        if self._dialog is None:
            self._dialog = LikeOursDialog(self._desk.look, self._desk.window)
            self._dialog.changed.connect(self._rank)
            self._dialog.chosen.connect(self._desk.open_entry)
        terms = {
            scheme: sorted(
                ((t, self._desk.label(scheme, t)) for t in self._used(scheme)),
                key=lambda row: row[1].casefold(),
            )
            for scheme in ("countries", "minerals", "topics")
        }
        self._dialog.open_with(terms["countries"], terms["minerals"], terms["topics"])

    def _used(self, scheme: str) -> set[str]:
        return {
            term
            for entry in self._desk.program.catalogue
            for term in getattr(entry.edition("es").front, scheme)
        }

    def _rank(
        self, country: str, minerals: list[str], topics: list[str], words: dict[str, str]
    ) -> None:
        desk = self._desk
        place = Place(
            frozenset({country} if country else ()), frozenset(minerals), frozenset(topics),
            frozenset(), words,
        )  # fmt: skip
        found = like(place, desk.program.catalogue, desk.content_language) if place else []
        vocabulary = desk.program.vocabulary
        rows = []
        for one in found:
            front = one.entry.edition(desk.content_language).front
            rows.append(
                LikeRow(
                    one.entry.uid,
                    front.title,
                    countries_text(front, vocabulary, desk.ui),
                    "; ".join(say(trait, vocabulary, desk.ui) for trait in one.shared),
                    "; ".join(say(t, vocabulary, desk.ui, shared=False) for t in one.different),
                )
            )
        assert self._dialog is not None
        self._dialog.show_cases(rows)
