"""A small form that describes one's own place, and the cases that resemble it, with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.sides import fitted
from kb_app.views.parts.words import button, card, clear, label, scrolled

WORD_FIELDS = ("status", "organisation", "roles", "place")


@dataclass(frozen=True)
class LikeRow:
    """A case that resembles the place: reasons for and differences, in words."""

    uid: str
    title: str
    where: str
    shared: str
    different: str


class LikeOursDialog(QDialog):
    """`changed` tells the country, minerals, topics and words by field; `chosen` a case."""

    changed = Signal(str, list, list, dict)
    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.country = QComboBox()
        self.country.activated.connect(self._tell)
        self.minerals = _ticks()
        self.topics = _ticks()
        self.minerals.itemChanged.connect(self._tell)
        self.topics.itemChanged.connect(self._tell)
        self.words: dict[str, QLineEdit] = {}
        self._form = QVBoxLayout()
        self._labels = {}
        for name, field in (
            ("country", self.country),
            ("minerals", self.minerals),
            ("topics", self.topics),
        ):
            self._row(name, field)
        for name in WORD_FIELDS:
            field = QLineEdit()
            field.textEdited.connect(self._tell)
            self.words[name] = field
            self._row(name, field)
        self._form.setContentsMargins(0, 0, 8, 8)
        self._form.setSpacing(4)
        left = QWidget()
        left.setLayout(self._form)
        self._left = scrolled(left)
        self._cases = QWidget()
        self._column = QVBoxLayout(self._cases)
        self._column.setContentsMargins(4, 0, 16, 8)
        self._column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._left, 2)
        row.addWidget(scrolled(self._cases), 3)
        self._title = label("", "heading")
        self._close = button("", "", self.accept)
        self._empty = button("", "", self._clear)
        foot = QHBoxLayout()
        foot.addWidget(self._empty)
        foot.addStretch()
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self._quiet = False

    def _row(self, name: str, field: QWidget) -> None:
        made = label("", "strong")
        made.setBuddy(field)
        self._labels[name] = made
        self._form.addWidget(made)
        self._form.addWidget(field)
        self._form.addSpacing(8)

    def open_with(
        self,
        countries: Sequence[tuple[str, str]],
        minerals: Sequence[tuple[str, str]],
        topics: Sequence[tuple[str, str]],
    ) -> None:
        """Offer the terms of the vocabulary (id, word) and open."""
        self._set_texts()
        if self.country.count() == 0:
            self._quiet = True
            self.country.addItem(self.tr("Any"), "")
            for code, word in countries:
                self.country.addItem(word, code)
            for box, terms in ((self.minerals, minerals), (self.topics, topics)):
                for term, word in terms:
                    item = QListWidgetItem(word)
                    item.setData(Qt.ItemDataRole.UserRole, term)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(Qt.CheckState.Unchecked)
                    box.addItem(item)
            self._quiet = False
        for box in (self.minerals, self.topics):
            box.setFixedHeight(5 * box.sizeHintForRow(0) + 4)
        fitted(self, self._look, 1040, 680)
        self.open()
        self.country.setFocus()
        self._tell()

    def _set_texts(self) -> None:
        self.setWindowTitle(self.tr("Cases like ours"))
        self._title.setText(self.tr("Describe your place: which cases resemble it?"))
        self.minerals.setAccessibleName(self.tr("Minerals"))
        self.topics.setAccessibleName(self.tr("What matters to you"))
        self._empty.setText(self.tr("Begin anew"))
        self._close.setText(self.tr("Close"))
        for name, text in (
            ("country", self.tr("Country")),
            ("minerals", self.tr("Minerals")),
            ("topics", self.tr("What matters to you")),
            ("status", self.tr("Legal status (permit, reserve, none…)")),
            ("organisation", self.tr("How people are organised")),
            ("roles", self.tr("What women do there")),
            ("place", self.tr("Water, roads, electricity…")),
        ):
            self._labels[name].setText(text)

    def show_cases(self, rows: Sequence[LikeRow]) -> None:
        """Show the cases that resemble the place, best first."""
        clear(self._column)
        if not rows:
            self._column.addWidget(
                label(self.tr("Describe your place at the left: cases appear here."), "muted")
            )
        for row in rows:
            self._column.addWidget(self._case(row))
        self._column.addStretch()

    def _case(self, row: LikeRow) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(4)
        column.addWidget(label(row.title, "strong"))
        column.addWidget(label(row.where, "muted"))
        column.addWidget(label(self.tr("Alike: {reasons}").format(reasons=row.shared)))
        if row.different:
            words = self.tr("Different: {reasons}").format(reasons=row.different)
            column.addWidget(label(words, "muted"))
        read = button(self.tr("Read"), "link", lambda: self._choose(row.uid))
        read.setAccessibleName(self.tr("Read: {title}").format(title=row.title))
        column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _clear(self) -> None:
        self._quiet = True
        self.country.setCurrentIndex(0)
        for box in (self.minerals, self.topics):
            for row in range(box.count()):
                box.item(row).setCheckState(Qt.CheckState.Unchecked)
        for field in self.words.values():
            field.clear()
        self._quiet = False
        self._tell()

    def _choose(self, uid: str) -> None:
        self.accept()
        self.chosen.emit(uid)

    def _tell(self, *_args: object) -> None:
        if self._quiet:
            return
        words: Mapping[str, str] = {name: field.text() for name, field in self.words.items()}
        self.changed.emit(
            self.country.currentData() or "",
            _ticked(self.minerals),
            _ticked(self.topics),
            dict(words),
        )


def _ticks() -> QListWidget:
    made = QListWidget()
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _ticked(box: QListWidget) -> list[str]:
    items = [box.item(row) for row in range(box.count())]
    return [
        item.data(Qt.ItemDataRole.UserRole)
        for item in items
        if item.checkState() == Qt.CheckState.Checked
    ]
