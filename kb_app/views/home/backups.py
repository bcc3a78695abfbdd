"""The backups: when each was made, how large it is, and the way back in two clicks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.sides import fitted
from kb_app.views.parts.words import button, label


@dataclass(frozen=True)
class BackupRow:
    """A backup: its file, and when it was made and how large it is, in words."""

    path: str
    words: str


class BackupsDialog(QDialog):
    """`restore_asked` tells the file; `make_asked` asks for a backup now."""

    restore_asked = Signal(str)
    make_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = label("", "muted")
        self.list = QListWidget()
        self.list.setObjectName("backupList")
        self.restore = button("", "primary", self._restore)
        self.restore.setObjectName("restoreButton")
        self._make = button("", "", self.make_asked.emit)
        self._close = button("", "", self.accept)
        row = QHBoxLayout()
        row.addWidget(self._make)
        row.addStretch()
        row.addWidget(self._close)
        row.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(self._words)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.list.currentRowChanged.connect(lambda at: self.restore.setEnabled(at >= 0))

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """Show the backups, newest first, and open."""
        self.setWindowTitle(self.tr("Backups"))
        self._words.setText(
            self.tr(
                "Batea copies your data when it starts and every half hour of work, and checks "
                "each copy. Going back to one never loses what there is now: it is kept as a "
                "backup too."
            )
        )
        self.restore.setText(self.tr("Go back to this one"))
        self._make.setText(self.tr("Make one now"))
        self._close.setText(self.tr("Close"))
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.words)
            item.setData(Qt.ItemDataRole.UserRole, row.path)
            self.list.addItem(item)
        if not rows:
            item = QListWidgetItem(self.tr("There is none yet: one is made at the next note."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.restore.setEnabled(False)
        fitted(self, self._look, 560, 440)
        self.open()

    def _restore(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(Qt.ItemDataRole.UserRole):
            self.restore_asked.emit(item.data(Qt.ItemDataRole.UserRole))
