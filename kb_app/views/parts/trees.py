"""A list in two columns: words at the left, a number or remark at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem

VALUE = Qt.ItemDataRole.UserRole


def counted_tree(name: str) -> QTreeWidget:
    """The empty list; `name` is its object name."""
    made = QTreeWidget()
    made.setObjectName(name)
    made.setColumnCount(2)
    made.setHeaderHidden(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setAllColumnsShowFocus(True)
    header = made.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return made


def counted_item(words: str, remark: str, value: object) -> QTreeWidgetItem:
    """A row with its value (`VALUE`), which is told when it is chosen."""
    item = QTreeWidgetItem([words, remark])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setData(0, VALUE, value)
    item.setToolTip(0, words)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}, {remark}" if remark else words)
    return item
