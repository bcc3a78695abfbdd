"""Where a text is kept: the reading list and collections, each to be ticked; or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
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
from kb_app.views.parts.words import button, label

ID = Qt.ItemDataRole.UserRole
Kept = tuple[str, str, bool]  # id, title, is the text in it?


class CollectDialog(QDialog):
    """`ticked` tells a collection and whether the text belongs in it; `made` a new title."""

    ticked = Signal(str, bool)
    made = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("collect")
        self._look = look
        self._title = label("", "strong")
        self.list = QListWidget()
        self.list.setObjectName("collectList")
        self.list.itemChanged.connect(
            lambda item: self.ticked.emit(item.data(ID), item.checkState() is Qt.CheckState.Checked)
        )
        self.name = QLineEdit()
        self.name.setObjectName("collectName")
        self.name.returnPressed.connect(self._make)
        self._new = button("", "", self._make)
        self._close = button("", "primary", self.accept)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)

    def open_for(self, title: str, rows: Sequence[Kept]) -> None:
        """Show where a text is kept and wait (does not block)."""
        self.setWindowTitle(self.tr("Keep in…"))
        self._title.setText(title)
        self.list.setAccessibleName(self.tr("My collections"))
        self.name.setPlaceholderText(self.tr("Name of a new collection"))
        self.name.setAccessibleName(self.tr("Name of a new collection"))
        self._new.setText(self.tr("Add"))
        self._close.setText(self.tr("Done"))
        self.show_rows(rows)
        fitted(self, self._look, 440, 380)
        self.open()
        self.list.setFocus()
        self.list.setCurrentRow(0)

    def show_rows(self, rows: Sequence[Kept]) -> None:
        """Show collections, those with the text ticked."""
        self.list.blockSignals(True)
        here = self.list.currentRow()
        self.list.clear()
        for collection, title, is_in in rows:
            item = QListWidgetItem(title)
            item.setData(ID, collection)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, here))
        self.list.blockSignals(False)

    def _make(self) -> None:
        if self.name.text().strip():
            title = self.name.text().strip()
            self.name.clear()
            self.made.emit(title)
