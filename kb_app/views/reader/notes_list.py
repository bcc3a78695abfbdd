"""Notes as a list that screen readers can walk: purpose, paragraph, words, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kb_app.look import PURPOSE_COLOUR
from kb_app.views.look import Look
from kb_app.views.parts.richpaint import MarkStyle, Wrapped
from kb_app.views.parts.row_list import RowList

ROW = Qt.ItemDataRole.UserRole + 1
PAD, GAP, STRIPE = 10, 8, 5
AT_ONCE = 40  # rows: more than a high window has room for
SLICE = 40  # rows whose height is measured before the window answers again
MOST_HEIGHTS = 10_000
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class NoteRow:
    """A note as a card: `placed` is "placed", "ask" or "unplaced"; `where` its paragraph or
    text; `remark` tags and marks of privacy; `warning` what one should know of its text. A card
    without a purpose is a text of a collection: `label` its title, `body` the person's remark.
    """

    id: str
    purpose: str
    label: str
    where: str
    quote: str
    body: str
    remark: str
    placed: str = "placed"
    warning: str = ""


@dataclass(frozen=True)
class GroupRow:
    """A heading above the notes of a group; it cannot be chosen."""

    title: str
    count: int
    id: str = ""


AnyRow = NoteRow | GroupRow


class NotesModel(QAbstractListModel):
    """Rows of notes and headings; each has its words as text for screen readers.

    A view sees the first rows at once and the others when they are let in: it asks for the
    height of every row that it sees.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[AnyRow, ...] = ()
        self._seen = 0

    def show_rows(self, rows: Sequence[AnyRow], at_once: int = AT_ONCE) -> None:
        """Replace the rows, the first of them to be seen at once."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._seen = min(at_once, len(self.rows))
        self.endResetModel()

    def let_in(self, count: int) -> None:
        """Let the view see that many rows at least."""
        count = min(count, len(self.rows))
        if count > self._seen:
            self.beginInsertRows(QModelIndex(), self._seen, count - 1)
            self._seen = count
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._seen

    def data(self, index: Index, role: int = 0) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, GroupRow):
                return f"{row.title} · {row.count}"
            parts = (row.label, row.where, row.body, row.quote, row.remark, row.warning)
            return ". ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def row_of(self, note_id: str) -> int:
        """Where a note stands, -1 when it is not here."""
        return next((at for at, row in enumerate(self.rows) if row.id == note_id), -1)


class _Card(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._heights: dict[tuple[AnyRow, int], int] = {}
        look.changed.connect(self._heights.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.measured(index.data(ROW))

    def measured(self, row: AnyRow) -> QSize:
        """The room that a row takes, remembered until the look or the width changes."""
        width = self._view.viewport().width()
        key = (row, width)
        if key not in self._heights:
            if len(self._heights) > MOST_HEIGHTS:
                self._heights.clear()
            rect = QRect(0, 0, width, 0)
            head = isinstance(row, GroupRow)
            self._heights[key] = self._head(None, rect, row) if head else self._lay(None, rect, row)
        return QSize(width, self._heights[key])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        look, row = self._look, index.data(ROW)
        if isinstance(row, GroupRow):
            self._head(painter, option.rect, row)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(2, GAP // 2, -2, -GAP // 2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillPath(edge, look.colour("surface"))
        colour = "red" if row.placed != "placed" else PURPOSE_COLOUR.get(row.purpose, "border")
        painter.setClipPath(edge)
        painter.fillRect(QRect(box.left(), box.top(), STRIPE, box.height()), look.colour(colour))
        painter.setClipping(False)
        pen = QPen(look.colour("jade" if chosen or focused else "line"), 2 if focused else 1)
        painter.strokePath(edge, pen)
        self._lay(painter, option.rect, row)
        painter.restore()

    def _head(self, painter: QPainter | None, rect: QRect, row: GroupRow) -> int:
        """A heading; its height."""
        look = self._look
        words = Wrapped(
            ((row.title, False), (f"  {row.count}", False)),
            look.font(14, bold=True), rect.width() - 2 * PAD, 2, 1.15,
        )  # fmt: skip
        if painter is not None:
            style = MarkStyle(look.colour("ink"), look.colour("gold_soft"), look.colour("gold"))
            words.paint(painter, QPointF(rect.left() + 4, rect.top() + 2 * GAP), style)
        return round(words.height + 2 * GAP + GAP / 2)

    def _lay(self, painter: QPainter | None, rect: QRect, row: NoteRow) -> int:
        look = self._look
        width = rect.width() - 2 * PAD - 12
        top = rect.top() + GAP / 2 + PAD - 2
        ink, muted = look.colour("ink"), look.colour("muted")
        head = " · ".join(part for part in (row.label, row.where) if part)
        parts = [
            (((head, False),), look.font(13, bold=True), ink, 2),
            (((f"«{row.quote}»", False),), look.font(13, italic=True), muted, 3),
            (((row.body, False),), look.font(13), ink, 8),
            (((row.remark, False),), look.font(12, italic=True), muted, 2),
            (((row.warning, False),), look.font(12, bold=True), look.colour("gold_ink"), 2),
        ]
        wanted = (True, bool(row.quote), bool(row.body), bool(row.remark), bool(row.warning))
        for (pieces, font, colour, lines), shown in zip(parts, wanted, strict=True):
            if not shown:
                continue
            words = Wrapped(pieces, font, width, lines, 1.15)
            if painter is not None:
                style = MarkStyle(colour, look.colour("gold_soft"), look.colour("gold"))
                words.paint(painter, QPointF(rect.left() + PAD + 8, top), style)
            top += words.height + 2
        return round(top - rect.top() + PAD)


class NotesList(RowList):
    """The list itself. Rows that are in sight are there at once; thousands below them are
    measured while the window rests, so that they hold nobody up.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesList")
        self.notes = NotesModel(self)
        self.setModel(self.notes)
        self._card = _Card(look, self)
        self.setItemDelegate(self._card)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._measured = 0
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._measure_some)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[AnyRow], keep: str = "") -> None:
        """Show other rows. With `keep` that note stays chosen, and where it is the list does
        not move under the person's eyes; else it begins at its top.
        """
        stays = keep != "" and keep == self.current_note()
        scrolled = self.verticalScrollBar().value()
        self.notes.show_rows(rows, max(AT_ONCE, self.notes.rowCount()) if stays else AT_ONCE)
        self._measured = self.notes.rowCount()
        if keep and self.choose(keep) and stays:
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self.currentIndex())
        if self.isVisible():
            self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    def _measure_some(self) -> None:
        """Measure the next rows, and let them in as soon as they are as many as are seen:
        each time the view goes through all that it sees.
        """
        rows, seen = self.notes.rows, self.notes.rowCount()
        self._measured = max(self._measured, seen)
        for row in rows[self._measured : self._measured + SLICE]:
            self._card.measured(row)
        self._measured += SLICE
        if self._measured >= min(2 * seen, len(rows)):
            self.notes.let_in(self._measured)
        if self.notes.rowCount() == len(rows) or not self.isVisible():
            self._rest.stop()

    def selectAll(self) -> None:
        self.notes.let_in(len(self.notes.rows))
        super().selectAll()

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action == QListView.CursorAction.MoveEnd:
            self.notes.let_in(len(self.notes.rows))
        return super().moveCursor(action, modifiers)

    def current_note(self) -> str:
        """The id of the note that is chosen, or ""."""
        row = self.currentIndex().data(ROW)
        return row.id if row is not None else ""

    def chosen_notes(self) -> list[str]:
        """Ids of all chosen notes, in their order."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(ROW).id for index in rows]

    def choose(self, note_id: str) -> bool:
        """Choose a note and bring it into sight."""
        row = self.notes.row_of(note_id)
        if row < 0:
            return False
        self.notes.let_in(row + AT_ONCE)
        index = self.notes.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True
