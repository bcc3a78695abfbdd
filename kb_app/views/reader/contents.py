"""The contents of a text at its left, with the place where one reads; and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from kb_app.look import EVIDENCE_COLOUR
from kb_app.views.look import Look
from kb_app.views.parts.words import Retranslated, label, restyle
from kb_app.views.reader.page import Heading

# Of an item, as the style sheet has it, and a little more: what almost fits is cut.
PADDING = QSize(25, 10)
ICON_GAP = 4


class _Wrapped(QStyledItemDelegate):
    """As tall as its words: Qt counts the padding of the style sheet as room for them, and cuts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        indent = picture.width() + ICON_GAP if picture is not None else 0
        width = option.widget.viewport().width() - PADDING.width() - indent
        wrap = Qt.TextFlag.TextWordWrap.value
        words = option.fontMetrics.boundingRect(0, 0, width, 0, wrap, index.data())
        return QSize(width, words.height() + PADDING.height())


class Contents(Retranslated, QFrame):
    """Headings as a list; `chosen` tells which one (its row)."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panelLeft")
        self._look = look
        self._title = label("", "strong")
        self.list = QListWidget()
        self.list.setObjectName("contentsList")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Wrapped(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self._about = label("", "overline")
        self.evidence = label("", "chip", wrap=False)
        self._remarks = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 10, 10)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        column.addSpacing(4)
        column.addWidget(self._about)
        column.addWidget(self.evidence, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._remarks)
        look.changed.connect(self._fit)
        self._fit()
        self.set_texts()

    def set_texts(self) -> None:
        self._title.setText(self.tr("Contents"))
        self.list.setAccessibleName(self.tr("Contents"))
        self._about.setText(self.tr("About this text").upper())

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """List the headings of a page."""
        self.list.clear()
        indent = QPixmap(self._look.px(8), 1)
        indent.fill(Qt.GlobalColor.transparent)
        for heading in headings:
            item = QListWidgetItem(heading.title)
            if heading.level > 2:
                item.setData(Qt.ItemDataRole.DecorationRole, indent)
            self.list.addItem(item)

    def show_about(self, strength: str, evidence: str, remarks: Sequence[str]) -> None:
        """How strong the evidence is (as a value and worded), and what else is worth knowing."""
        colour = EVIDENCE_COLOUR.get(strength, "muted")
        self.evidence.setProperty("tone", f"chip-{colour}")
        restyle(self.evidence)
        self.evidence.setText(evidence)
        self.evidence.setVisible(bool(evidence))
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
        self._about.setVisible(bool(evidence or remarks))

    def set_current(self, row: int) -> None:
        """Show where one reads."""
        if row != self.list.currentRow():
            self.list.setCurrentRow(row)

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(200))
