"""Papers and report: the one folder, each paper alone, and the report of one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.scrolled import scrolled
from kb_app.views.parts.states import Notice
from kb_app.views.parts.words import Retranslated, button, card, clear, label


@dataclass(frozen=True)
class PaperRow:
    """A paper: `forms` are (id of a format, word)."""

    kind: str
    name: str
    reader: str
    forms: tuple[tuple[str, str], ...]


class PapersPage(Retranslated, QWidget):
    """`folder_asked`, `paper_asked` (kind, format), `notes_changed` (for the report)."""

    folder_asked = Signal()
    paper_asked = Signal(str, str)
    notes_changed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("papersPage")
        self.notice = Notice("banner")
        self._folder_title, self._folder_text = label("", "heading"), label("", "muted")
        self._folder = button("", "primary", self.folder_asked.emit)
        self._folder.setObjectName("papersFolder")
        self._report_title, self._report_text = label("", "heading"), label("", "muted")
        self.notes = QPlainTextEdit()
        self.notes.setObjectName("reportNotes")
        self.notes.setTabChangesFocus(True)
        self.notes.setMaximumHeight(look.px(110))
        self.notes.textChanged.connect(lambda: self.notes_changed.emit(self.notes.toPlainText()))
        self._word = button("", "primary", lambda: self.paper_asked.emit("report", "docx"))
        self._word.setObjectName("reportWord")
        self._pdf = button("", "", lambda: self.paper_asked.emit("report", "pdf"))
        self._pdf.setObjectName("reportPdf")
        self._each_title = label("", "heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._lay_out()
        self.set_texts()

    def _lay_out(self) -> None:
        folder, report, each = card(), card(), card()
        column = QVBoxLayout(folder)
        column.setContentsMargins(16, 12, 16, 14)
        for made in (self._folder_title, self._folder_text):
            column.addWidget(made)
        column.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(report)
        column.setContentsMargins(16, 12, 16, 14)
        for made in (self._report_title, self._report_text, self.notes):
            column.addWidget(made)
        line = QHBoxLayout()
        line.addWidget(self._word)
        line.addWidget(self._pdf)
        line.addStretch()
        column.addLayout(line)
        column = QVBoxLayout(each)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(self._each_title)
        column.addLayout(self._grid)
        column.addStretch()
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(folder)
        left.addWidget(report)
        left.addStretch()
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(18, 4, 14, 10)
        row.setSpacing(12)
        row.addLayout(left, 5)
        right = QVBoxLayout()
        right.addWidget(each)
        right.addStretch()
        row.addLayout(right, 6)
        scroll = scrolled(inside, sideways=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.notice)
        outer.addWidget(scroll, 1)

    def set_texts(self) -> None:
        self._folder_title.setText(self.tr("One folder with everything"))
        self._folder_text.setText(
            self.tr(
                "Agenda for the wall, workbook, slides, guide, attendance sheets, test and key, "
                "commitment cards, 30 and 90-day sheet, evaluation. What participants get stands "
                "apart, without notes of the facilitator and without keys."
            )
        )
        self._folder.setText(self.tr("Make the folder…"))
        self._report_title.setText(self.tr("Report of one page"))
        self._report_text.setText(
            self.tr("From plan, attendance, results and commitments; without names. Add what "
                    "should be known; more than five lines go on to a second page:")
        )  # fmt: skip
        self.notes.setAccessibleName(self.tr("Notes for the report"))
        self._word.setText(self.tr("Report in Word…"))
        self._pdf.setText(self.tr("Report in PDF…"))
        self._each_title.setText(self.tr("Each paper alone"))

    def show_papers(self, rows: Sequence[PaperRow]) -> None:
        """The papers with their formats."""
        clear(self._grid)
        for at, row in enumerate(rows):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label(row.name, "strong"))
            words.addWidget(label(row.reader, "small"))
            self._grid.addLayout(words, at, 0)
            for column, (form, word) in enumerate(row.forms, start=1):
                made = button(word)
                made.setAccessibleName(f"{row.name}: {word}")
                made.setObjectName(f"paper-{row.kind}-{form}")
                made.clicked.connect(
                    lambda _c=False, kind=row.kind, form=form: self.paper_asked.emit(kind, form)
                )
                self._grid.addWidget(made, at, column)

    def show_notes(self, text: str) -> None:
        """The notes for the report, unless they are being written."""
        if self.notes.toPlainText() != text and not self.notes.hasFocus():
            self.notes.blockSignals(True)
            self.notes.setPlainText(text)
            self.notes.blockSignals(False)
