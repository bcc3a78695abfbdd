"""Beside the plan: what is missing before the day, what can be added, the block in detail."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.folding import fold
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.words import Retranslated, button, clear, label, rule
from kb_app.views.workshops.block_editor import BlockEditor
from kb_app.views.workshops.day import SOURCE_MIME
from kb_app.views.workshops.rows import CheckRow, SourceRow

WIDTH = 300
REF = Qt.ItemDataRole.UserRole
PAGES = ("check", "add", "block")
MARKS = {"warn": ("triangle-alert", "gold"), "todo": ("circle", "muted"), "ok": ("check", "jade")}


class SidePanel(Retranslated, QFrame):
    """`check_deed` tells a deed and the block it is for; `source_asked` what is to be added."""

    check_deed = Signal(str, str)
    source_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panelRight")
        self._look = look
        self.pages = Segments(PAGES)
        self.pages.chosen.connect(self.turn_to)
        self.checks = _Checks(look)
        self.checks.deed.connect(self.check_deed)
        self.add = _Sources(look)
        self.add.asked.connect(self.source_asked)
        self.editor = BlockEditor(look)
        self._stack = QStackedWidget()
        for page in (self.checks, self.add, self.editor):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.pages)
        column.addWidget(self._stack, 1)
        look.changed.connect(self._fit)
        self.set_texts()
        self._fit()
        self.turn_to("check")

    def set_texts(self) -> None:
        self.pages.label("check", self.tr("Before the day"))
        self.pages.label("add", self.tr("Add"))
        self.pages.label("block", self.tr("Block"))

    def turn_to(self, page: str) -> None:
        """Show one of `PAGES`."""
        self.pages.set_current(page)
        self._stack.setCurrentIndex(PAGES.index(page))

    def page(self) -> str:
        """Which page is shown."""
        return PAGES[self._stack.currentIndex()]

    def _fit(self) -> None:
        self.setFixedWidth(self._look.panel(WIDTH))


class _Checks(Retranslated, QScrollArea):
    """Findings, then the materials."""

    deed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2, 2, 6, 2)
        self._column.setSpacing(4)
        self.setWidget(inside)
        self._shown: tuple[object, ...] = ()

    def set_texts(self) -> None:
        self._shown = ()

    def show_rows(
        self, rows: Sequence[CheckRow], people: str, materials: Sequence[tuple[str, str]]
    ) -> None:
        """Show findings and materials (what, for what); the same as before changes nothing."""
        if (wanted := (tuple(rows), people, tuple(materials))) == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        for row in rows:
            self._column.addLayout(self._finding(row))
            self._column.addWidget(rule())
        self._column.addSpacing(8)
        self._column.addWidget(label(people, "overline"))
        if not materials:
            self._column.addWidget(label(self.tr("No block asks for materials yet."), "muted"))
        for what, why in materials:
            self._column.addWidget(label(what))
            if why:
                self._column.addWidget(label(why, "small"))
            self._column.addWidget(rule())
        self._column.addStretch()

    def _finding(self, row: CheckRow) -> QHBoxLayout:
        icon, token = MARKS[row.mark]
        line = QHBoxLayout()
        line.setSpacing(7)
        picture = label("", wrap=False)
        picture.setPixmap(self._look.pixmap(icon, token, 15))
        picture.setAccessibleName(
            {
                "warn": self.tr("To mend"),
                "todo": self.tr("To do"),
                "ok": self.tr("In order"),
            }[row.mark]
        )
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(row.text))
        if row.deeds:
            deeds = QHBoxLayout()
            deeds.setSpacing(4)
            for deed, word in row.deeds:
                deeds.addWidget(
                    button(word, "link", lambda deed=deed: self.deed.emit(deed, row.block))
                )
            deeds.addStretch()
            words.addLayout(deeds)
        line.addLayout(words, 1)
        return line


class _SourceList(QListWidget):
    def mimeTypes(self) -> list[str]:
        return [SOURCE_MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = QMimeData()
        if items:
            data.setData(SOURCE_MIME, items[0].data(REF).encode())
        return data


class _Sources(Retranslated, QWidget):
    """Modules, cases and methods, found by a word; Enter or a drag adds one."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[tuple[str, SourceRow]] = []
        self.words = QLineEdit()
        self.words.setObjectName("sourceWords")
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._narrow)
        self.words.returnPressed.connect(self._take_first)
        self.list = _SourceList()
        self.list.setObjectName("sourceList")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.itemActivated.connect(lambda item: self.asked.emit(item.data(REF)))
        self._add = button("", "primary", self._take)
        self._add.setObjectName("addSource")
        self._hint = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        column.addWidget(self._add)
        look.changed.connect(lambda: self._narrow(self.words.text()))
        self.set_texts()

    def set_texts(self) -> None:
        self.words.setPlaceholderText(self.tr("Module, case or method"))
        self.words.setAccessibleName(self.tr("Look for something to add"))
        self.list.setAccessibleName(self.tr("What can be added"))
        self._hint.setText(self.tr("Drag it to its place, or add it after the chosen block."))
        self._add.setText(self.tr("Add to the plan"))

    def show_rows(self, rows: Sequence[SourceRow]) -> None:
        """Offer these."""
        self._rows = [(fold(f"{row.kind} {row.title} {row.detail}"), row) for row in rows]
        self._narrow(self.words.text())

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        here = self.list.currentRow()
        self.list.clear()
        icons = {"module": "book-open", "case_study": "file-text", "method": "sparkles"}
        kinds = {
            "module": self.tr("Module"),
            "case_study": self.tr("Case"),
            "method": self.tr("Method"),
        }
        for folded, row in self._rows:
            if all(word in folded for word in wanted):
                text = f"{kinds.get(row.kind, '')} · {row.title}"
                item = QListWidgetItem(f"{text}\n{row.detail}" if row.detail else text)
                item.setIcon(self._look.icon(icons.get(row.kind, "file-text"), "muted"))
                item.setData(REF, row.ref)
                self.list.addItem(item)
        self.list.setCurrentRow(max(0, here) if not words else 0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.asked.emit(item.data(REF))

    def _take_first(self) -> None:
        if self.list.count():
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            self._take()
