"""One open text: contents, one or two pages tied to each other, notes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.sides import RIGHT, Sides
from kb_app.views.parts.states import Notice
from kb_app.views.parts.words import card
from kb_app.views.reader.contents import Contents
from kb_app.views.reader.find_bar import FindBar
from kb_app.views.reader.notes_panel import NotesPanel
from kb_app.views.reader.page import RELATED, SOURCES, Page
from kb_app.views.reader.paper import Paper
from kb_app.views.reader.popover import Popover
from kb_app.views.reader.selection_bar import SelectionBar

NARROW_CHARACTERS = 52
ROOM, ROOM_FOR_BOTH = 500, 800
MAX_ALIGNED = 600


class Reader(QWidget):
    """Shows pages by language. `main` is the language that is read; beside it may stand the
    other one, its paragraphs on the same height, the scrolling tied.
    """

    moved = Signal()  # the place where one reads has changed

    def __init__(self, look: Look, langs: tuple[str, ...] = ("es", "en")) -> None:
        super().__init__()
        self._look = look
        self.contents = Contents(look)
        self.notes = NotesPanel(look)
        self.find = FindBar()
        self.notice = Notice("bannerWarm")
        self.popover = Popover(look, self)
        self.papers = {lang: Paper(look) for lang in langs}
        self.main = langs[0]
        self.both = False
        self.tied = True
        self._scrolling = False
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find)
        column.addWidget(self.notice)
        pages = QHBoxLayout()
        pages.setSpacing(0)
        self._between = card("between")
        for lang, paper in self.papers.items():
            if pages.count():
                pages.addWidget(self._between)
            pages.addWidget(paper, 1)
            paper.scrolled.connect(lambda lang=lang: self._scrolled(lang))
        column.addLayout(pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(middle, 1)
        row.addWidget(self.notes)
        self.sides = Sides(look, self, self.contents, self.notes, ROOM)
        self.bar = SelectionBar(look, self)
        for paper in self.papers.values():
            paper.unselected.connect(self.bar.hide)
        self.contents.chosen.connect(self._go_to_heading)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(120)
        self._settled.timeout.connect(self.moved)
        self.find.typed.connect(self._find)
        self.find.stepped.connect(self._find_next)
        self.find.left.connect(self._leave_find)

    @property
    def paper(self) -> Paper:
        """The page that is read."""
        return self.papers[self.main]

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        shown = [paper for paper in self.papers.values() if not paper.isHidden()]
        return [self.contents, *shown, self.notes]

    # --- pages --------------------------------------------------------------------------

    def show_pages(self, pages: dict[str, Page], main: str, both: bool) -> None:
        """Show the page of a language, or both side by side."""
        self.main = main if main in pages else next(iter(pages))
        self.both = both and len(pages) > 1
        characters = NARROW_CHARACTERS if self.both else 72
        for lang, paper in self.papers.items():
            wanted = lang in pages and (self.both or lang == self.main)
            paper.setVisible(wanted)
            if wanted:
                paper.show_page(pages[lang], characters)
        self._between.setVisible(self.both)
        self.sides.set_room(ROOM_FOR_BOTH if self.both else ROOM)
        self.contents.show_headings(pages[self.main].headings)
        self._mark_here()
        self.bar.hide()
        if self.both:
            QTimer.singleShot(0, self.align)
        if not self.find.isHidden():
            self._find(self.find.field.text())

    def align(self) -> None:
        """Put paragraphs of the same number on the same height."""
        first, second = self.papers.values()
        if not self.both or first.page is None or second.page is None:
            return
        shared = sorted(set(first.page.numbers) & set(second.page.numbers))
        if len(shared) > MAX_ALIGNED:
            return
        here = self.paper.top_paragraph()
        tops = [[paper.page_y(n) for n in shared] for paper in (first, second)]
        added = [0.0, 0.0]
        margins: list[list[tuple[int, float]]] = [[], []]
        for number, y_first, y_second in zip(shared, *tops, strict=True):
            gap = (y_first + added[0]) - (y_second + added[1])
            late = 1 if gap > 0 else 0
            if abs(gap) >= 1:
                margins[late].append((number, abs(gap)))
                added[late] += abs(gap)
        for paper, more in zip((first, second), margins, strict=True):
            paper.push_down(more)
        if here:
            self.go_to_paragraph(here)

    def go_to_paragraph(self, number: int) -> None:
        """Bring a paragraph up, on every page that is shown."""
        self._scrolling = True
        for paper in self.papers.values():
            if not paper.isHidden():
                paper.go_to_paragraph(number)
        self._scrolling = False
        self._settle()

    def _scrolled(self, lang: str) -> None:
        self.bar.hide()
        if self._scrolling:
            return
        if self.both and self.tied:
            self._scrolling = True
            mine = self.papers[lang]
            for other_lang, other in self.papers.items():
                if other_lang != lang and not other.isHidden():
                    self._follow(mine, other)
            self._scrolling = False
        self._settle()

    def _follow(self, mine: Paper, other: Paper) -> None:
        number = mine.top_paragraph()
        here, there = mine.paragraph_y(number), other.paragraph_y(number)
        bar = other.verticalScrollBar()
        if here is None or there is None:
            bar.setValue(mine.verticalScrollBar().value())
        else:
            bar.setValue(bar.value() + there - here)

    def _settle(self) -> None:
        self._settled.start()
        self._mark_here()

    def _mark_here(self) -> None:
        page = self.paper.page
        if page is None or not page.headings:
            return
        if self.paper.verticalScrollBar().value() == 0:
            self.contents.set_current(0)
            return
        top = self.paper.top_doc()
        here = [i for i, heading in enumerate(page.headings) if heading.doc <= top + 1]
        self.contents.set_current(here[-1] if here else 0)

    def _go_to_heading(self, row: int) -> None:
        page = self.paper.page
        if page is not None and row < len(page.headings):
            self.paper.go_to_doc(page.headings[row].doc, 24)
            self.contents.set_current(row)

    def current_section(self) -> str:
        """The id of the section where one reads, or ""."""
        page = self.paper.page
        if page is None:
            return ""
        top = self.paper.top_doc() + 1
        own = [h for h in page.headings if h.level == 2 and h.id not in (RELATED, SOURCES)]
        here = [h.id for h in own if h.doc <= top]
        return here[-1] if here else next((h.id for h in own), "")

    # --- find ---------------------------------------------------------------------------

    def _find(self, words: str) -> None:
        count = self.paper.find_words(words)
        self.find.show_count(self.paper.found_at, count)

    def _find_next(self, step: int) -> None:
        self.paper.find_next(step)
        count = self.paper.find_count
        self.find.show_count(self.paper.found_at, count)

    def find_next(self, step: int) -> None:
        """F3: the next place, opening the field where nothing was looked for yet."""
        if self.find.isHidden():
            self.find.open_bar()
        else:
            self._find_next(step)

    def _leave_find(self) -> None:
        self.paper.find_words("")
        self.paper.setFocus()

    # --- panels -------------------------------------------------------------------------

    def show_notes(self) -> None:
        """Unfold the notes, because one of them is wanted."""
        self.sides.show(RIGHT)

    def set_tied(self, tied: bool) -> None:
        """Both pages scroll together, or each on its own."""
        self.tied = tied
        if tied:
            self._scrolled(self.main)

    def open_bar(self, at: QPoint) -> None:
        """Show what can be made of the selection."""
        self.bar.open_at(at)
