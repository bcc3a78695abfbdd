"""A page with a table to be filled by keyboard, what it adds up to, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.entry_table import EntryTable
from kb_app.views.parts.states import Notice
from kb_app.views.parts.words import button, clear, label

SIDE = 300
LEAST_ROWS = 240  # pixels at 100 % for a table with what stands around it


class TablePage(QWidget):
    """`asked` tells the id of a button."""

    asked = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self.table = EntryTable(look)
        self.table.setObjectName(f"{name}Table")
        self.notice = Notice("bannerWarm")
        self._lead = label("", "muted")
        self._keys = label("", "small")
        self._totals_title = label("", "overline", wrap=False)
        self._totals = QGridLayout()
        self._totals.setHorizontalSpacing(14)
        self._totals.setVerticalSpacing(4)
        self._totals.setColumnStretch(0, 1)
        self._remark = label("", "muted")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._picture.hide()
        self._has_picture = False
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(6)
        left = QVBoxLayout()
        left.setContentsMargins(18, 4, 14, 8)
        left.setSpacing(8)
        left.addWidget(self._lead)
        left.addWidget(self.notice)
        left.addWidget(self.table, 1)
        left.addWidget(self._picture)
        left.addWidget(self._keys)
        self.side = QFrame()
        self.side.setObjectName("panelRight")
        column = QVBoxLayout(self.side)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._totals_title)
        column.addLayout(self._totals)
        column.addWidget(self._remark)
        column.addStretch()
        column.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        self.setFocusProxy(self.table)
        look.changed.connect(self._fit)
        self._fit()

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return [self.table, self.side]

    def show_words(self, name: str, lead: str, keys: str) -> None:
        """What the table is called, what it is for, and its keys."""
        self.table.setAccessibleName(name)
        self._lead.setText(lead)
        self._keys.setText(keys)

    def show_buttons(self, buttons: Sequence[tuple[str, str]]) -> None:
        """What can be done: (id, word), the first one the main one."""
        clear(self._buttons)
        for at, (deed, word) in enumerate(buttons):
            made = button(word, "" if at else "primary", lambda deed=deed: self.asked.emit(deed))
            made.setObjectName(f"{self.objectName()}-{deed}")
            self._buttons.addWidget(made)

    def show_totals(self, title: str, rows: Sequence[tuple[str, str]], remark: str = "") -> None:
        """What the rows add up to; a row with an empty number is a heading."""
        self._totals_title.setText(title)
        clear(self._totals)
        for at, (word, number) in enumerate(rows):
            if number:
                self._totals.addWidget(label(word), at, 0)
                value = label(number, "strong", wrap=False)
                self._totals.addWidget(value, at, 1, Qt.AlignmentFlag.AlignRight)
            else:
                self._totals.addWidget(label(word, "overline"), at, 0, 1, 2)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def show_picture(self, png: bytes, alternative: str) -> None:
        """A chart below the table; none hides it."""
        self._has_picture = bool(png)
        if png:
            picture = QPixmap()
            picture.loadFromData(png)
            picture.setDevicePixelRatio(2)
            self._picture.setPixmap(picture)
            self._picture.setAccessibleName(alternative)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Without room for rows and chart, rows come first: its figures stand beside them."""
        rows = self.height() - self._picture.sizeHint().height()
        self._picture.setVisible(self._has_picture and rows >= self._look.px(LEAST_ROWS))

    def _fit(self) -> None:
        self.side.setFixedWidth(self._look.panel(SIDE))
