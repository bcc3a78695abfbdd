"""The filters at the left: values with live counts, several of each, and what is taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.explore.rows import FacetGroup, FacetValue
from kb_app.views.parts.lines import in_lines
from kb_app.views.parts.words import Retranslated, button, label

SHOWN = 5


class FacetRow(QWidget):
    """A box to tick, its word and its count. What two lines do not hold is cut.

    A row shows one value after another: `toggled` tells the one that it shows.
    """

    toggled = Signal(str)  # value

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.count = QLabel()
        self.count.setProperty("tone", "muted")
        self.value = FacetValue("", "", 0, False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.count)
        self.box.toggled.connect(lambda _on: self.toggled.emit(self.value.value))

    def show_value(self, value: FacetValue) -> None:
        """Show a word, its count and whether it is taken, telling nobody."""
        before, self.value = self.value, value
        if value == before and value.checked == self.box.isChecked():
            return
        self.count.setText(str(value.count))
        self.box.setAccessibleName(f"{value.label}, {value.count}")
        if value.checked != self.box.isChecked():
            self.box.blockSignals(True)
            self.box.setChecked(value.checked)
            self.box.blockSignals(False)
        if (value.label, len(str(value.count))) != (before.label, len(str(before.count))):
            self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._cut()

    def _cut(self) -> None:
        style, whole = self.box.style(), self.value.label
        mark = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self.box)
        gap = style.pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, self.box)
        room = self.width() - self.count.sizeHint().width() - mark - gap - 8
        text = in_lines(whole, self.box.fontMetrics(), max(40, room))
        self.box.setText(text.replace("&", "&&"))
        self.box.setToolTip(whole if text.replace("\n", " ") != whole else "")


class FacetBlock(Retranslated, QWidget):
    """The values of one facet below its title; the rest of many behind "more"."""

    toggled = Signal(str, str)  # facet, value

    def __init__(self, facet: str) -> None:
        super().__init__()
        self._facet = facet
        self._group: FacetGroup | None = None
        self._rows: list[FacetRow] = []
        self._rest = 0
        self._is_open = False
        self._title = label("", "overline", wrap=False)
        self._title.setContentsMargins(0, 10, 0, 4)
        self._more = button("", "link", self._open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._more)
        self.hide()

    def set_texts(self) -> None:
        self._more.setText(self.tr("%n more…", "", self._rest))

    def show_group(self, group: FacetGroup | None) -> None:
        """Show other values, or none. The keyboard stays with the value it was on."""
        if group == self._group:
            return
        self._group = group
        if group is None:
            self.hide()
            return
        focused = next((row.value.value for row in self._rows if row.box.hasFocus()), "")
        whole = self._is_open or len(group.values) <= SHOWN + 1
        taken = [v for v in group.values[SHOWN:] if v.checked]
        shown = group.values if whole else (*group.values[:SHOWN], *taken)
        self._title.setText(group.title.upper())
        for position, value in enumerate(shown):
            self._row(position).show_value(value)
        for position, row in enumerate(self._rows):
            row.setVisible(position < len(shown))
        self._rest = len(group.values) - len(shown)
        self._more.setVisible(self._rest > 0)
        self.set_texts()
        self.show()
        box = self.box(focused) if focused else None
        if box is not None:
            box.setFocus()

    def _row(self, position: int) -> FacetRow:
        if position == len(self._rows):
            made = FacetRow()
            made.toggled.connect(lambda value: self.toggled.emit(self._facet, value))
            self._rows.append(made)
            self._column.insertWidget(position + 1, made)
        return self._rows[position]

    def box(self, value: str) -> QCheckBox | None:
        """The box of a value, when it is shown."""
        found = (row.box for row in self._rows if row.value.value == value and not row.isHidden())
        return next(found, None)

    def _open(self) -> None:
        group, self._group, self._is_open = self._group, None, True
        self.show_group(group)
        self._rows[0].box.setFocus()


class Facets(Retranslated, QWidget):
    """Tells what was ticked; shows what it is given."""

    toggled = Signal(str, str)  # facet, value
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._blocks: dict[str, FacetBlock] = {}
        self._clear = button("", "link", self.cleared.emit)
        self._clear.hide()
        head = QHBoxLayout()
        head.addStretch()
        head.addWidget(self._clear)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 0, 12, 12)
        self._column.setSpacing(1)
        self._column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head.setContentsMargins(14, 0, 8, 0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self.set_texts()

    def set_texts(self) -> None:
        self._clear.setText(self.tr("Remove all"))
        self.setAccessibleName(self.tr("Filters"))

    def show_facet(self, facet: str, group: FacetGroup | None) -> None:
        """Show a facet, or hide it; facets stand in the order in which they are first shown."""
        if facet not in self._blocks:
            made = self._blocks[facet] = FacetBlock(facet)
            made.toggled.connect(self.toggled)
            self._column.insertWidget(self._column.count() - 1, made)
        self._blocks[facet].show_group(group)

    def show_clear(self, offered: bool) -> None:
        """Offer to remove what is ticked."""
        self._clear.setVisible(offered)

    def box(self, facet: str, value: str) -> QCheckBox | None:
        """The box of a value, for the keyboard's way there."""
        block = self._blocks.get(facet)
        return block.box(value) if block else None
