"""Follow-up: commitments of all workshops and what is due; the log of outreach; a report."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.states import Blank
from kb_app.views.parts.words import Retranslated, button, label
from kb_app.views.workshops.table_page import TablePage

PAGES = ("agreed", "outreach")
FILTERS = ("due", "open", "done", "all")


class FollowupView(Retranslated, QWidget):
    """`filter_chosen` tells one of `FILTERS`; `report_asked` a format; `turned` a page."""

    filter_chosen = Signal(str)
    turned = Signal(str)
    report_asked = Signal(str)
    workshops_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = label("", "title")
        self._lead = label("", "muted")
        self.tabs = Segments(PAGES)
        self.tabs.setObjectName("followPages")
        self.tabs.chosen.connect(self.turn_to)
        self.filter = QComboBox()
        self.filter.setObjectName("followFilter")
        self.filter.addItems([""] * len(FILTERS))
        self.filter.activated.connect(lambda at: self.filter_chosen.emit(FILTERS[at]))
        self._word = button("", "", lambda: self.report_asked.emit("docx"))
        self._word.setObjectName("followWord")
        self._pdf = button("", "", lambda: self.report_asked.emit("pdf"))
        self._pdf.setObjectName("followPdf")
        self.agreed = TablePage(look, "followAgreed")
        self.outreach = TablePage(look, "outreach")
        self.blank = Blank(look, "flag")
        self._stack = QStackedWidget()
        for page in (self.agreed, self.outreach, self.blank):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 14, 0)
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head.addLayout(words, 1)
        head.addWidget(self._word)
        head.addWidget(self._pdf)
        line = QHBoxLayout()
        line.setContentsMargins(18, 2, 14, 4)
        line.addWidget(self.tabs)
        line.addSpacing(12)
        line.addWidget(self.filter)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self._stack, 1)
        self.set_texts()

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return [self.tabs, *self.page_widget().panels()]

    def set_texts(self) -> None:
        self._title.setText(self.tr("Follow-up"))
        self._lead.setText(self.tr("What was agreed, what is due, and who has been reached."))
        self.tabs.label("agreed", self.tr("Commitments"))
        self.tabs.label("outreach", self.tr("Outreach log"))
        for at, word in enumerate(
            (self.tr("Due in 30 days"), self.tr("Open"), self.tr("Done"), self.tr("All"))
        ):
            self.filter.setItemText(at, word)
        self.filter.setAccessibleName(self.tr("Which commitments"))
        self._word.setText(self.tr("Report in Word…"))
        self._pdf.setText(self.tr("Report in PDF…"))
        self.blank.say(
            self.tr("Nothing has been agreed yet."),
            self.tr(
                "What groups commit to in a workshop appears here with its date: what is late, "
                "what comes in 30 days, what was done."
            ),
            (self.tr("Go to the workshops"), self.workshops_asked.emit),
        )

    def page(self) -> str:
        """The page that is chosen."""
        return self.tabs.current() or "agreed"

    def page_widget(self) -> TablePage:
        """The table of the page that is chosen."""
        return self.agreed if self.page() == "agreed" else self.outreach

    def turn_to(self, page: str) -> None:
        """Show a page."""
        self.tabs.set_current(page)
        self.filter.setVisible(page == "agreed")
        self.turned.emit(page)

    def show_page(self, is_empty: bool) -> None:
        """Bring the table to the front, or what would stand there."""
        self._stack.setCurrentWidget(self.blank if is_empty else self.page_widget())

    def show_filter(self, chosen: str) -> None:
        """Which commitments are shown."""
        self.filter.setCurrentIndex(FILTERS.index(chosen))
