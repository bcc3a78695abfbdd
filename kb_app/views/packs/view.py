"""Packs: send, receive, look into a stick, and what was received so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.states import Blank, Notice
from kb_app.views.parts.words import Retranslated, button, label, scrolled

TABLE_HEIGHT = 120  # pixels at least


@dataclass(frozen=True)
class PackRow:
    """A pack of a folder or of the history; `deeds` are what can be done, each with its verb."""

    id: str
    cells: tuple[str, ...]
    deeds: tuple[tuple[str, str], ...]


class PacksView(Retranslated, QWidget):
    """`asked` tells a deed: "create", "open", "folder", "history"; `row_asked` deed and id."""

    asked = Signal(str)
    row_asked = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = label("", "title")
        self._lead = label("", "muted")
        self._cards = [
            _Card(look, "package-plus", "create", self.asked),
            _Card(look, "package-open", "open", self.asked),
            _Card(look, "archive-restore", "folder", self.asked),
        ]
        self.notice = Notice("banner")
        self._table_title = label("", "heading")
        self._back = button("", "link", lambda: self.asked.emit("history"))
        self.table = QTableWidget()
        self.table.setObjectName("packTable")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setMinimumHeight(TABLE_HEIGHT)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.blank = Blank(look, "package")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 22, 28, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        row = QHBoxLayout()
        row.setSpacing(12)
        for made in self._cards:
            row.addWidget(made, 1)
        column.addLayout(row)
        column.addWidget(self.notice)
        head = QHBoxLayout()
        head.addWidget(self._table_title)
        head.addStretch()
        head.addWidget(self._back)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.blank, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))  # a low window has no room for all of it
        self.set_texts()

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return [self._cards[0], self.table]

    def set_texts(self) -> None:
        self._title.setText(self.tr("Packs"))
        self._lead.setText(
            self.tr(
                "A pack is one file with texts, notes and workshops. It opens on a computer "
                "without Batea too, in any browser, and runs nothing."
            )
        )
        words = (
            (self.tr("Send"),
             self.tr("Choose texts and notes; see what leaves and how large it is."),
             self.tr("Make a pack…")),
            (self.tr("Receive"),
             self.tr("It is checked and shown before anything is taken. You can undo it later."),
             self.tr("Open a pack…")),
            (self.tr("A stick or folder"),
             self.tr("See all packs in a folder at once: what is new and from whom."),
             self.tr("Look into a folder…")),
        )  # fmt: skip
        for made, (title, text, verb) in zip(self._cards, words, strict=True):
            made.say(title, text, verb)
        self._back.setText(self.tr("Back to what was received"))

    def show_rows(
        self,
        title: str,
        headers: Sequence[str],
        rows: Sequence[PackRow],
        empty: tuple[str, str],
        is_folder: bool = False,
    ) -> None:
        """Show packs; where there are none, what would stand here."""
        self._table_title.setText(title)
        self._back.setVisible(is_folder)
        self.table.setVisible(bool(rows))
        self.blank.setVisible(not rows)
        self.blank.say(*empty)
        self.table.clear()
        self.table.setColumnCount(len(headers) + 1)
        self.table.setHorizontalHeaderLabels([*headers, ""])
        self.table.setRowCount(len(rows))
        self.table.setAccessibleName(title)
        for at, row in enumerate(rows):
            for column, text in enumerate(row.cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(at, column, item)
            self.table.setCellWidget(at, len(headers), self._deeds(row))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.resizeRowsToContents()

    def _deeds(self, row: PackRow) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 8, 0)
        for deed, verb in row.deeds:
            one = button(verb, "link", lambda deed=deed: self.row_asked.emit(deed, row.id))
            one.setObjectName(f"row-{deed}")
            one.setAccessibleName(f"{verb} {row.cells[0]}")
            line.addWidget(one)
        return made


class _Card(QFrame):
    def __init__(self, look: Look, icon: str, deed: str, asked: Signal) -> None:
        super().__init__()
        self.setObjectName("card")
        self._look, self._icon = look, icon
        self._picture = label("")
        self._title, self._text = label("", "strong"), label("", "muted")
        self.verb = button("", "primary" if deed != "folder" else "", lambda: asked.emit(deed))
        self.verb.setObjectName(f"pack-{deed}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        head = QHBoxLayout()
        head.addWidget(self._picture)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addStretch()
        column.addWidget(self.verb)
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(self._look.pixmap(self._icon, "jade", 24))
        self._picture.setFixedWidth(self._look.px(30))

    def say(self, title: str, text: str, verb: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.verb.setText(verb)
