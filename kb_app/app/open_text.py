"""One open text: its pages in both languages, what its marks explain, where one reads."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices

from indexer import tree
from indexer.documents import Edition, Entry
from indexer.errors import DocumentUnreadable, KbError
from indexer.thesaurus import Concept
from kb_app.app import page_words
from kb_app.app.desk import Desk
from kb_app.app.text_notes import TextNotes
from kb_app.app.wordlists import evidence_word
from kb_app.export.phrases import reference
from kb_app.jobs import Job, once
from kb_app.views.reader.layout import build
from kb_app.views.reader.page import CONCEPT, LINK, SOURCE, Page
from kb_app.views.reader.popover import Said
from kb_app.views.reader.reader import Reader

log = logging.getLogger(__name__)
MAX_CONCEPT_CHARACTERS = 400_000
REMEMBER_MS = 2_000
CONCEPTS_MS = 250  # the page is painted first: the worker would take half of the processor


class OpenText(QObject):
    """Connects a `Reader` with one entry of the library."""

    def __init__(self, desk: Desk, uid: str, lang: str, both: bool) -> None:
        super().__init__(desk)
        self.desk = desk
        self.uid = uid
        self.reader = Reader(desk.look)
        self.lang = lang
        self.both = both
        self._pages: dict[str, Page] = {}
        self._read: dict[str, Edition] = {}
        self._concepts: dict[str, list[Concept]] = {}
        self.notes = TextNotes(desk, self)
        for paper_lang, paper in self.reader.papers.items():
            paper.asked.connect(
                lambda kind, what, at, lang=paper_lang: self._explain(lang, kind, what, at)
            )
        self._remember = desk.later(REMEMBER_MS, self._write_place)
        self.reader.moved.connect(self._remember.start)
        self._remember.start()
        self._concepts_later = desk.later(CONCEPTS_MS, self._find_concepts)
        self.show()

    # --- what is shown ------------------------------------------------------------------

    @property
    def entry(self) -> Entry | None:
        """The entry, or None when the library no longer has it."""
        return self.desk.entry(self.uid)

    @property
    def edition(self) -> Edition | None:
        """The edition that is read: the text on the page, whatever becomes of its file."""
        entry = self.entry
        if entry is None:
            return None
        edition = entry.edition(self.lang)
        read = self._read.get(edition.lang)
        return read if read is not None and read.sha256 == edition.sha256 else edition

    @property
    def title(self) -> str:
        """The title in the language that is read."""
        edition = self.edition
        return edition.front.title if edition else ""

    @property
    def paragraph(self) -> int:
        """The number of the paragraph at the top."""
        return self.reader.paper.top_paragraph()

    def show(self, paragraph: int = 0) -> None:
        """Lay the text out anew (language, theme, size), at a paragraph."""
        entry = self.entry
        if entry is None:
            self._say_gone()
            return
        main = entry.edition(self.lang).lang
        both = self.both and len(entry.editions) > 1
        wanted = [lang for lang in self.reader.papers if lang in entry.editions]
        shown = [lang for lang in wanted if both or lang == main]
        try:
            self._read = {lang: entry.editions[lang].held() for lang in shown}
            self._pages = {lang: self._built(entry, self._read[lang]) for lang in shown}
        except DocumentUnreadable as error:
            self._say_unreadable(error)
            return
        self.reader.notice.say("")
        self.lang = main
        self.reader.show_pages(self._pages, main, both)
        self._show_about(entry)
        self.notes.show()
        self._concepts_later.start()
        if paragraph:
            self.reader.go_to_paragraph(paragraph)

    def _built(self, entry: Entry, edition: Edition) -> Page:
        desk = self.desk
        stale = entry.translation_is_stale(edition.lang)
        front = page_words.front_of(edition, desk.program.vocabulary, stale)
        images = desk.program.images_of([edition])
        style = page_words.style_of(edition.lang, desk.look.tokens, desk.text_size, images)
        related = page_words.related_of(self._related(edition), edition.lang)
        return build(edition.document(), front, page_words.sources_of(edition), style, related)

    def _related(self, edition: Edition) -> list[Entry]:
        """The texts that this one names and the library has, each once."""
        front = edition.front
        found = (self.desk.entry(ref) for ref in (*front.related, *front.cases))
        return list({entry.uid: entry for entry in found if entry is not None}.values())

    def _say_gone(self) -> None:
        self.reader.notice.say(self.tr("This text is no longer in the library."))

    def _say_unreadable(self, error: DocumentUnreadable) -> None:
        self.reader.notice.say(self.desk.explained(error))
        if error.reason == "changed":
            self.desk.library_changed.emit()  # what its file says now is read and shown

    def _show_about(self, entry: Entry) -> None:
        edition = entry.edition(self.lang)
        front = edition.front
        remarks = []
        if front.updated:
            remarks.append(self.tr("Updated {date}").format(date=front.updated))
        if front.minutes:
            remarks.append(self.tr("{minutes} minutes").format(minutes=front.minutes))
        if entry.shelf != "built-in":
            remarks.append(self.tr("It came in a pack or is your own."))
        used = len(self.desk.program.workshops.using(self.uid))
        if used:
            remarks.append(self.tr("Used in %n workshop(s) of yours.", "", used))
        strength = front.evidence_strength
        self.reader.contents.show_about(strength, evidence_word(strength), remarks)

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph at a code point of the canonical text, or 0."""
        edition = self.edition
        span = tree.canonical_text(edition.document()).span_at(position) if edition else None
        return span.number or 0 if span else 0

    def other_language(self) -> bool:
        """The same place in the other language; False when there is none."""
        entry = self.entry
        others = [lang for lang in entry.editions if lang != self.lang] if entry else []
        if not others:
            return False
        here = self.paragraph
        self.lang = others[0]
        self.show(here)
        return True

    def set_both(self, both: bool) -> None:
        """One page or both side by side, at the same place."""
        here = self.paragraph
        self.both = both
        self.show(here)

    def go(self, paragraph: int, section: str = "") -> None:
        """Go to a paragraph, marking it, or to a section."""
        paper = self.reader.paper
        page = paper.page
        if page is None:
            return
        if paragraph:
            paper.flash_paragraph(paragraph)
        elif section:
            place = next((h.doc for h in page.headings if h.id == section), None)
            if place is not None:
                paper.go_to_doc(place, 24)

    def remember_place(self) -> None:
        """Write down where one reads, if that is not written yet."""
        if self._remember.isActive():
            self._remember.stop()
            self._write_place()

    def _write_place(self) -> None:
        """Only after a rest, or on leaving: a write to disk must not hold up the scrolling."""
        if self.desk.program.store.read_only or self.entry is None:
            return
        try:
            self.desk.program.history.opened(self.uid, self.lang, self.paragraph)
        except KbError:
            log.info("the place was not remembered", exc_info=True)

    # --- glossary -----------------------------------------------------------------------

    def _find_concepts(self) -> None:
        """Look for glossary words beside the window: the page is there at once."""
        texts = {
            lang: page.canonical[:MAX_CONCEPT_CHARACTERS] for lang, page in self._pages.items()
        }
        thesaurus = self.desk.program.thesaurus

        def look() -> dict[str, list[tuple[int, int, Concept]]]:
            return {lang: _first_ones(thesaurus.find(t, lang)) for lang, t in texts.items()}

        job = Job(once(look))
        self._sought = dict(self._pages)
        job.succeeded.connect(self._have_concepts)
        job.start()

    def _have_concepts(self, found: dict[str, list[tuple[int, int, Concept]]]) -> None:
        for lang, rows in found.items():
            if self._pages.get(lang) is not self._sought.get(lang):
                continue  # laid out anew meanwhile
            self._concepts[lang] = [concept for _start, _end, concept in rows]
            self.reader.papers[lang].explain_words(
                [(start, end, number) for number, (start, end, _c) in enumerate(rows)]
            )
        if self.reader.both:
            self.reader.align()

    # --- marks --------------------------------------------------------------------------

    def _explain(self, lang: str, kind: str, what: str, at: QPoint) -> None:
        said = None
        if kind == SOURCE:
            said = self._source(lang, what)
        elif kind == CONCEPT:
            said = self._concept(lang, int(what))
        elif kind == LINK:
            self._follow(what, at)
        if said is not None:
            self.reader.popover.say(said, at)

    def _source(self, lang: str, source_id: str) -> Said | None:
        entry = self.entry
        source = entry.editions[lang].front.source(source_id) if entry else None
        if source is None:
            return None
        choices = [(self.tr("Copy the reference"), lambda: self.desk.copy(reference(source, lang)))]
        if source.url:
            choices.append((self.tr("Open the link…"), lambda: self._ask_to_open(source.url)))
        lines = [source.title, source.container_title or source.publisher, source.note]
        return Said(
            page_words.source_name(source),
            page_words.source_remark(source),
            tuple(line for line in lines if line),
            source.url,
            tuple(choices),
        )

    def _concept(self, lang: str, number: int) -> Said | None:
        concepts = self._concepts.get(lang, [])
        if number >= len(concepts):
            return None
        concept = concepts[number]
        other = "en" if lang == "es" else "es"
        name = concept.pref.get(lang) or concept.pref.get(other, "")
        return Said(
            name,
            concept.pref.get(other, ""),
            page_words.concept_lines(concept, lang),
            choices=((self.tr("Search for it"), lambda: self.desk.search(name)),),
        )

    def _follow(self, href: str, at: QPoint) -> None:
        if href.startswith("batea:"):
            self.desk.open_entry(href.removeprefix("batea:"))
        elif href.startswith("#"):
            anchor = href.removeprefix("#")
            if anchor.startswith("p") and anchor[1:].isdecimal():
                self.go(int(anchor[1:]))
            else:
                self.go(0, anchor)
        else:
            said = Said(
                self.tr("A link out of Batea"),
                "",
                (),
                href,
                ((self.tr("Open the link…"), lambda: self._ask_to_open(href)),),
            )
            self.reader.popover.say(said, at)

    def _ask_to_open(self, address: str) -> None:
        self.desk.window.ask(
            self.tr("Open this address in your browser?"),
            self.tr("{address}\n\nBatea itself opens no connection.").format(address=address),
            self.tr("Open"),
            lambda: QDesktopServices.openUrl(QUrl(address)),
        )


def _first_ones(found: list[tuple[int, int, Concept]]) -> list[tuple[int, int, Concept]]:
    """Each concept where it stands first: a page full of dots helps nobody."""
    seen: set[str] = set()
    out = []
    for start, end, concept in found:
        if concept.id not in seen:
            seen.add(concept.id)
            out.append((start, end, concept))
    return out
