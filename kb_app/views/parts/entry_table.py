"""A table to be filled by keyboard: Enter goes on, to the next row at the end of one.

The last row is always empty: what is typed there makes a new one. A column that repeats
takes the value of the row above; a column of choices takes one key. Tab walks the cells
and leaves the table from its empty row, so that nobody is caught in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kb_app.views.look import Look

Index = QModelIndex | QPersistentModelIndex
NEXT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
YES = "1"
# The least width of a column that shares, in a small table and in one of many columns.
LEAST_SHARE, LEAST_OF_MANY, MANY = 70, 140, 5


@dataclass(frozen=True)
class Column:
    """A column. `kind` is "text", "choice" or "check"; `choices` are (value, word, key);
    `width` in pixels at 100 %, 0 for a share of what is left; `default` is what a new row
    has there; Enter goes past a column that is `passed` (Tab and the arrows do not).
    """

    id: str
    title: str
    kind: str = "text"
    choices: tuple[tuple[str, str, str], ...] = ()
    repeats: bool = False
    width: int = 0
    locked: bool = False
    default: str = ""
    passed: bool = False


class EntryModel(QAbstractTableModel):
    """Rows of texts by column id; what is not a column (an id) is kept as it is."""

    edited = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.rows: list[dict[str, str]] = []
        self.invitation = ""

    def reset(self, columns: Sequence[Column], rows: Sequence[Mapping[str, str]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.rows = [dict(row) for row in rows]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows) + bool(self.invitation)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def is_blank(self, row: int) -> bool:
        """Whether a row is the empty one at the end."""
        return row >= len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and not self.columns[index.column()].locked:
            base |= Qt.ItemFlag.ItemIsEditable
        return base

    def value(self, row: int, column: int) -> str:
        """The value of a cell, "" in the empty row."""
        return "" if self.is_blank(row) else self.rows[row].get(self.columns[column].id, "")

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        value = self.value(index.row(), index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column.kind == "check":
            if self.is_blank(index.row()):
                return None
            return Qt.CheckState.Checked if value == YES else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column.kind == "check":
                return None
            if self.is_blank(index.row()) and index.column() == 0:
                return self.invitation
            if column.kind == "choice":
                return next((word for v, word, _key in column.choices if v == value), value)
            return value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            shown = self.data(index, Qt.ItemDataRole.DisplayRole) or value
            return f"{column.title}: {shown}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.CheckStateRole,
        ):
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            checked = Qt.CheckState(value) == Qt.CheckState.Checked
            value = YES if checked else ""
        text = " ".join(str(value).split())
        row = index.row()
        if text == self.value(row, index.column()):
            return False
        if self.is_blank(row):
            self._begin_row(row)
        self.rows[row][self.columns[index.column()].id] = text
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        self.edited.emit(row)
        return True

    def _begin_row(self, row: int) -> None:
        above = self.rows[-1] if self.rows else {}
        # The empty row becomes this one, and a new empty row comes after it.
        self.beginInsertRows(QModelIndex(), row + 1, row + 1)
        self.rows.append(
            {c.id: above.get(c.id, "") if c.repeats else c.default for c in self.columns}
        )
        self.endInsertRows()

    def take_out(self, row: int) -> dict[str, str]:
        """Remove a row and give it back."""
        self.beginRemoveRows(QModelIndex(), row, row)
        gone = self.rows.pop(row)
        self.endRemoveRows()
        return gone

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return "" if self.is_blank(section) else str(section + 1)


class EntryTable(QTableView):
    """`changed` tells the number of a row and its values; `removed` the values of one that
    was taken out (Ctrl+Delete).
    """

    changed = Signal(int, dict)
    removed = Signal(dict)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.entries = EntryModel()
        self.setModel(self.entries)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.entries.edited.connect(lambda row: self.changed.emit(row, dict(self.row(row))))
        look.changed.connect(self._fit)

    def show_rows(
        self, columns: Sequence[Column], rows: Sequence[Mapping[str, str]], invitation: str = ""
    ) -> None:
        """Show rows; `invitation` are the words of the empty row, "" for none."""
        here = self.currentIndex()
        place = (here.row(), here.column()) if here.isValid() else (0, 0)
        self.entries.invitation = invitation
        self.entries.reset(columns, rows)
        self._fit()
        if self.entries.rowCount():
            row = min(place[0], self.entries.rowCount() - 1)
            self.setCurrentIndex(self.entries.index(row, min(place[1], len(columns) - 1)))

    def row(self, number: int) -> dict[str, str]:
        """The values of a row."""
        return self.entries.rows[number]

    def set_value(self, number: int, name: str, value: str) -> None:
        """Set a value without telling (an id that was given when the row was saved)."""
        self.entries.rows[number][name] = value

    def begin(self) -> None:
        """Bring the keyboard to the empty row."""
        self.go_to(self.entries.rowCount() - 1, 0)

    def go_to(self, row: int, column: int) -> None:
        """Bring the keyboard to a cell."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self.entries.index(row, column))

    def remove_current(self) -> None:
        """Take the chosen row out."""
        row = self.currentIndex().row()
        if 0 <= row < len(self.entries.rows):
            self.removed.emit(self.entries.take_out(row))

    def go_on(self, step: int = 1, past: bool = False) -> None:
        """To the next cell that can be filled, or the one before; `past` those that Enter
        passes.
        """
        columns = len(self.entries.columns)
        here = self.currentIndex()
        place = here.row() * columns + here.column() + step
        while 0 <= place < self.entries.rowCount() * columns:
            column = self.entries.columns[place % columns]
            if not column.locked and not (past and column.passed):
                self.setCurrentIndex(self.entries.index(place // columns, place % columns))
                return
            place += step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key == Qt.Key.Key_Delete:
            self.remove_current()
        elif not index.isValid() or control:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not (self.entries.is_blank(index.row()) and index.column() == 0):
                self.go_on(past=True)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if not self.entries.is_blank(index.row()) and not self._column(index).locked:
                self.entries.setData(index, "")
        elif not self._took_key(index, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab walks the cells and leaves the table at its edges: at the first cell, and from
        # the empty row.
        index = self.currentIndex()
        first = index.row() == 0 and index.column() == 0
        leaves = self.entries.is_blank(index.row()) if forward else first
        if not index.isValid() or leaves:
            return super().focusNextPrevChild(forward)
        self.go_on(1 if forward else -1)
        return True

    def _column(self, index: QModelIndex) -> Column:
        return self.entries.columns[index.column()]

    def _took_key(self, index: QModelIndex, event: QKeyEvent) -> bool:
        """A key that is a whole answer: one of the choices, or a tick."""
        column = self._column(index)
        typed = event.text().casefold()
        if column.locked or not typed:
            return False
        if column.kind == "check":
            if typed.isspace():
                ticked = self.entries.value(index.row(), index.column()) == YES
                self.entries.setData(index, "" if ticked else YES)
                return True
            return typed.isprintable()
        if column.kind == "choice" and typed.isprintable():
            for value, _word, letter in column.choices:
                if letter.casefold() == typed:
                    self.entries.setData(index, value)
                    self.go_on(past=True)
                    break
            return True
        return False

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._share_out()
        self.verticalHeader().setDefaultSectionSize(self._look.px(32))
        self.verticalHeader().setMinimumSectionSize(self._look.px(30))
        self.verticalHeader().setVisible(len(self.entries.columns) > 3)

    def _share_out(self) -> None:
        """Give columns their width; those that share get what is left, but enough to be read:
        where there is less, the table is moved sideways.
        """
        columns = self.entries.columns
        sharing = sum(not column.width for column in columns)
        taken = sum(self._look.px(column.width) for column in columns)
        left = self.viewport().width() - taken
        least = self._look.px(LEAST_OF_MANY if len(columns) >= MANY else LEAST_SHARE)
        for at, column in enumerate(columns):
            share = max(least, left // sharing) if sharing else 0
            self.setColumnWidth(at, self._look.px(column.width) or share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()


class _Delegate(QStyledItemDelegate):
    """A line to write in, which offers what was written in that column before."""

    def __init__(self, table: EntryTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget | None:
        column = self._table.entries.columns[index.column()]
        if column.kind != "text":
            return None
        line = QLineEdit(parent)
        line.setAccessibleName(column.title)
        line.setFrame(False)
        known = dict.fromkeys(row.get(column.id, "") for row in self._table.entries.rows)
        known.pop("", None)
        if column.repeats and known:
            completer = QCompleter(list(known), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            line.setCompleter(completer)
        return line

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            step = 1 if key in NEXT_KEYS else -1 if key == Qt.Key.Key_Backtab else 0
            if step and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                self._table.go_on(step, past=key in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
                return True
        return super().eventFilter(editor, event)
