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
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
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

ROW = Qt.ItemDataRole.UserRole + 1
PAD, GAP = 10, 8
BATCH, MOST_HEIGHTS = 400, 10_000  # Qt paints none before the last batch: few and short
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class NoteRow:
    """A note as a card: `placed` is "placed", "ask" or "unplaced"; `where` its paragraph or
    text; `remark` tags and marks of privacy. A card without a purpose is a text of a
    collection: `label` its title, `body` the person's remark.
    """

    id: str
    purpose: str
    label: str
    where: str
    quote: str
    body: str
    remark: str
    placed: str = "placed"


@dataclass(frozen=True)
class GroupRow:
    """A heading above the notes of a group; it cannot be chosen."""

    title: str
    count: int
    id: str = ""


AnyRow = NoteRow | GroupRow


class NotesModel(QAbstractListModel):
    """Rows of notes and headings; each has its words as text for screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[AnyRow, ...] = ()

    def show_rows(self, rows: Sequence[AnyRow]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, GroupRow):
                return f"{row.title} · {row.count}"
            parts = (row.label, row.where, row.body, row.quote, row.remark)
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
        width = self._view.viewport().width()
        key = (index.data(ROW), width)
        if key not in self._heights:
            if len(self._heights) > MOST_HEIGHTS:
                self._heights.clear()
            lay = self._head if isinstance(key[0], GroupRow) else self._lay
            self._heights[key] = lay(None, QRect(0, 0, width, 0), key[0])
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
        painter.setPen(QPen(look.colour("jade" if chosen else "line"), 2 if focused else 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, 6, 6)
        colour = "red" if row.placed != "placed" else PURPOSE_COLOUR.get(row.purpose, "border")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(colour))
        painter.drawRoundedRect(QRect(box.left(), box.top(), 5, box.height()), 2, 2)
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
        ]
        wanted = (True, bool(row.quote), bool(row.body), bool(row.remark))
        for (pieces, font, colour, lines), shown in zip(parts, wanted, strict=True):
            if not shown:
                continue
            words = Wrapped(pieces, font, width, lines, 1.15)
            if painter is not None:
                style = MarkStyle(colour, look.colour("gold_soft"), look.colour("gold"))
                words.paint(painter, QPointF(rect.left() + PAD + 8, top), style)
            top += words.height + 2
        return round(top - rect.top() + PAD)


class NotesList(QListView):
    """The list itself. It is laid out in batches, so that thousands of notes hold nobody up;
    a note that is chosen before its batch was laid out comes into sight after that.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesList")
        self.notes = NotesModel(self)
        self.setModel(self.notes)
        self.setItemDelegate(_Card(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self._wanted = QPersistentModelIndex()
        self.verticalScrollBar().rangeChanged.connect(self._come_into_sight)
        look.changed.connect(self.scheduleDelayedItemsLayout)

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
        index = self.notes.index(row, 0)
        self.setCurrentIndex(index)
        self._wanted = QPersistentModelIndex(index)
        self._come_into_sight()
        return True

    def _come_into_sight(self, *_range: int) -> None:
        index = QModelIndex(self._wanted)
        if index.isValid() and self.visualRect(index).isValid():
            self._wanted = QPersistentModelIndex()
            self.scrollTo(index)
