"""The filters at the left: values with live counts, several of each, and what is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
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
from kb_app.views.parts.words import Retranslated, button, clear, label

SHOWN = 5


class FacetRow(QWidget):
    """A box to tick, its word and its count. What two lines do not hold is cut."""

    def __init__(self, value: FacetValue) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.count = QLabel()
        self.count.setProperty("tone", "muted")
        self._value = value
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.count)
        self.show_value(value)

    def show_value(self, value: FacetValue) -> None:
        """Show a word, its count and whether it is taken, telling nobody."""
        self._value = value
        self.count.setText(str(value.count))
        self.box.setAccessibleName(f"{value.label}, {value.count}")
        self.box.blockSignals(True)
        self.box.setChecked(value.checked)
        self.box.blockSignals(False)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        style, whole = self.box.style(), self._value.label
        mark = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self.box)
        gap = style.pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, self.box)
        room = self.width() - self.count.sizeHint().width() - mark - gap - 8
        text = in_lines(whole, self.box.fontMetrics(), max(40, room))
        self.box.setText(text.replace("&", "&&"))
        self.box.setToolTip(whole if text.replace("\n", " ") != whole else "")


class Facets(Retranslated, QWidget):
    """Tells what was ticked; shows what it is given."""

    toggled = Signal(str, str)  # facet, value
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[FacetGroup, ...] = ()
        self._rows: dict[tuple[str, str], FacetRow] = {}
        self._open: set[str] = set()
        self._clear = button("", "link", self.cleared.emit)
        self._clear.hide()
        head = QHBoxLayout()
        head.addStretch()
        head.addWidget(self._clear)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 0, 12, 12)
        self._column.setSpacing(1)
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
        self._rebuild()

    def show_groups(self, groups: Sequence[FacetGroup]) -> None:
        """Show facets. What stays in its place keeps the keyboard's focus."""
        before = [(g.facet, g.title, [(v.value, v.label) for v in g.values]) for g in self._groups]
        self._groups = tuple(groups)
        after = [(g.facet, g.title, [(v.value, v.label) for v in g.values]) for g in self._groups]
        if before != after:
            self._rebuild()
        for group in self._groups:
            for value in group.values:
                row = self._rows.get((group.facet, value.value))
                if row is not None:
                    row.show_value(value)
        self._clear.setVisible(any(v.checked for g in self._groups for v in g.values))

    def box(self, facet: str, value: str) -> QCheckBox | None:
        """The box of a value, for the keyboard's way there."""
        row = self._rows.get((facet, value))
        return row.box if row else None

    def _rebuild(self) -> None:
        focused = next((key for key, row in self._rows.items() if row.box.hasFocus()), None)
        before, self._rows = self._rows, {}
        for row in before.values():
            self._column.removeWidget(row)  # what is shown again is not made again
        clear(self._column)
        for group in self._groups:
            title = label(group.title.upper(), "overline", wrap=False)
            title.setContentsMargins(0, 10, 0, 4)
            self._column.addWidget(title)
            whole = group.facet in self._open or len(group.values) <= SHOWN + 1
            taken = [v for v in group.values[SHOWN:] if v.checked]
            shown = group.values if whole else (*group.values[:SHOWN], *taken)
            for value in shown:
                row = before.pop((group.facet, value.value), None) or self._made(group, value)
                self._rows[group.facet, value.value] = row
                self._column.addWidget(row)
            if not whole:
                rest = len(group.values) - len(shown)
                more = button(self.tr("%n more…", "", rest), "link")
                more.clicked.connect(lambda _c=False, facet=group.facet: self._show_all(facet))
                self._column.addWidget(more)
        self._column.addStretch()
        for row in before.values():
            row.hide()
            row.deleteLater()
        if focused in self._rows:
            self._rows[focused].box.setFocus()

    def _made(self, group: FacetGroup, value: FacetValue) -> FacetRow:
        row = FacetRow(value)
        row.box.toggled.connect(lambda _on: self.toggled.emit(group.facet, value.value))
        return row

    def _show_all(self, facet: str) -> None:
        self._open.add(facet)
        self._rebuild()
        first = next((key for key in list(self._rows) if key[0] == facet), None)
        if first:
            self._rows[first].box.setFocus()
