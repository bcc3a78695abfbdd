"""A pack before it is taken in: from whom, what is new, what differs, what to do with each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.difference import difference_html
from kb_app.views.parts.states import Notice
from kb_app.views.parts.words import button, label, selectable

CELL = 16  # the padding that the look gives a cell, left and right


@dataclass(frozen=True)
class OfferRow:
    """A text of a pack: `choices` are (decision, word), the first one the default; `differs`:
    there is something to compare.
    """

    key: str
    title: str
    lang: str
    state: str
    remark: str
    choices: tuple[tuple[str, str], ...]
    differs: bool = False


@dataclass(frozen=True)
class Offer:
    """A pack as it is shown: `warning` asks for a decision about its key first."""

    title: str
    publisher: str
    summary: str
    trust: str
    warning: str
    rows: tuple[OfferRow, ...]
    notes: tuple[tuple[str, str], ...]
    more: str


class ReceiveDialog(QDialog):
    """`taken` tells the decisions by key, the notes to take, and whether the key was accepted."""

    taken = Signal(dict, list, bool)
    diff_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._title = selectable(label("", "heading"))
        self._from = label("", "muted")
        self._summary = label("")
        self._trust = selectable(label("", "muted"))
        self._warning = Notice("bannerRed")
        self._accept_key = QCheckBox()
        self._accept_key.setObjectName("acceptKey")
        self.table = QTableWidget()
        self.table.setObjectName("offerTable")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self._choices: dict[str, QComboBox] = {}
        self._notes_title = label("", "strong")
        self._notes = QTableWidget()
        self._notes.setColumnCount(1)
        self._notes.horizontalHeader().hide()
        self._notes.horizontalHeader().setStretchLastSection(True)
        self._notes.verticalHeader().hide()
        self._notes.setShowGrid(False)
        self._notes.setMaximumHeight(150)
        self.diff = QTextEdit()
        self.diff.setReadOnly(True)
        self.diff.hide()
        self._more = label("", "muted")
        self.take = button("", "primary", self._take)
        self.take.setObjectName("takeButton")
        self.leave = button("", "", self.reject)
        self._accept_key.toggled.connect(self._show_key)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for made in (self._title, self._from, self._summary, self._trust, self._warning,
                     self._accept_key):  # fmt: skip
            column.addWidget(made)
        column.addWidget(self.table, 3)
        column.addWidget(self.diff, 2)
        column.addWidget(self._notes_title)
        column.addWidget(self._notes, 1)
        column.addWidget(self._more)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.take)
        column.addLayout(row)
        self.resize(look.px(900), look.px(620))

    def show_offer(self, offer: Offer) -> None:
        """Show a pack and open."""
        self.setWindowTitle(self.tr("Receive a pack"))
        self._title.setText(offer.title)
        self._from.setText(offer.publisher)
        self._summary.setText(offer.summary)
        self._summary.setVisible(bool(offer.summary))
        self._trust.setText(offer.trust)
        self._warning.say(offer.warning)
        self._accept_key.setText(self.tr("I have called and compared the words: accept it"))
        self._accept_key.setVisible(bool(offer.warning))
        self._accept_key.setChecked(False)
        self._fill(offer.rows)
        self._fill_notes(offer.notes)
        self._more.setText(offer.more)
        self.take.setText(self.tr("Take what is chosen"))
        self.leave.setText(self.tr("Take nothing"))
        self._needs_key = bool(offer.warning)
        self._show_key()
        self.open()
        self._fit_choices()
        (self.leave if offer.warning else self.take).setFocus()

    def _fill(self, rows: Sequence[OfferRow]) -> None:
        self._choices = {}
        self.table.clear()
        self.table.setColumnCount(5)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Text"), self.tr("Language"), self.tr("Compared with yours"),
             self.tr("What to do"), ""]
        )  # fmt: skip
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate((row.title, row.lang, row.state)):
                item = QTableWidgetItem(text)
                item.setToolTip(f"{text}\n{row.remark}".strip() if column == 2 else text)
                self.table.setItem(at, column, item)
            box = QComboBox()
            box.setAccessibleName(self.tr("What to do with {title}").format(title=row.title))
            for decision, word in row.choices:
                box.addItem(word, decision)
            box.setEnabled(len(row.choices) > 1)
            self._choices[row.key] = box
            self.table.setCellWidget(at, 3, box)
            if row.differs:
                see = button(self.tr("See what differs"), "link")
                see.clicked.connect(lambda _c=False, key=row.key: self.diff_asked.emit(key))
                self.table.setCellWidget(at, 4, see)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for wraps in (0, 2):
            header.setSectionResizeMode(wraps, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(self._look.px(40))
        self.diff.hide()

    def _fit_choices(self) -> None:
        """Give the choices the width of their words; Qt forgets the padding of their cell."""
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Fixed)
        widths = [box.sizeHint().width() for box in self._choices.values()]
        header.resizeSection(3, max(widths, default=0) + self._look.px(CELL))

    def _fill_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        self._notes.setVisible(bool(notes))
        self._notes_title.setVisible(bool(notes))
        self._notes_title.setText(self.tr("%n note(s)", "", len(notes)))
        self._notes.setRowCount(len(notes))
        for at, (note_id, words) in enumerate(notes):
            item = QTableWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, note_id)
            self._notes.setItem(at, 0, item)
        self._notes.resizeRowsToContents()

    def show_diff(self, changes: Sequence[tuple[str, str]]) -> None:
        """Show what differs: (kind, words), kind "equal", "gone" or "added"."""
        self.diff.setHtml(difference_html(changes, self._look.tokens))
        self.diff.setAccessibleName(self.tr("Struck out: only here. Bold: only in the pack."))
        self.diff.show()

    def choose(self, key: str, decision: str) -> None:
        """Choose what to do with a text."""
        box = self._choices[key]
        box.setCurrentIndex(max(0, box.findData(decision)))

    def _show_key(self) -> None:
        self.take.setEnabled(not self._needs_key or self._accept_key.isChecked())

    def _take(self) -> None:
        decisions = {key: box.currentData() for key, box in self._choices.items()}
        notes = [
            self._notes.item(at, 0).data(Qt.ItemDataRole.UserRole)
            for at in range(self._notes.rowCount())
            if self._notes.item(at, 0).checkState() == Qt.CheckState.Checked
        ]
        self.accept()
        self.taken.emit(decisions, notes, self._accept_key.isChecked())
