"""A small form that describes one's own place, and the cases that resemble it, with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.words import button, clear, label, rule

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
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
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
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        left = QWidget()
        left.setLayout(self._form)
        left.setFixedWidth(look.px(330))
        row = QHBoxLayout()
        row.addWidget(left)
        row.addWidget(self._scroll, 1)
        self._close = button("", "", self.accept)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look.px(1040), look.px(660))
        self._quiet = False

    def _row(self, name: str, field: QWidget) -> None:
        made = label("", "strong", wrap=False)
        made.setBuddy(field)
        self._labels[name] = made
        self._form.addRow(made, field)

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
        self.open()
        self.country.setFocus()
        self._tell()

    def _set_texts(self) -> None:
        self.setWindowTitle(self.tr("Cases like ours"))
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
            title = button(row.title.replace("&", "&&"), "link")
            title.clicked.connect(lambda _c=False, uid=row.uid: self._choose(uid))
            self._column.addWidget(title)
            self._column.addWidget(label(row.where, "muted"))
            self._column.addWidget(label(self.tr("Alike: {reasons}").format(reasons=row.shared)))
            if row.different:
                words = self.tr("Different: {reasons}").format(reasons=row.different)
                self._column.addWidget(label(words, "muted"))
            self._column.addWidget(rule())
        self._column.addStretch()

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
    made.setMinimumHeight(90)
    return made


def _ticked(box: QListWidget) -> list[str]:
    items = [box.item(row) for row in range(box.count())]
    return [
        item.data(Qt.ItemDataRole.UserRole)
        for item in items
        if item.checkState() == Qt.CheckState.Checked
    ]
