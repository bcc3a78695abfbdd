"""Explore: filters, how the question was understood, results in four shapes, one at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.explore.detail import Detail
from kb_app.views.explore.facets import Facets
from kb_app.views.explore.map import MapView
from kb_app.views.explore.results import ROW, ResultList, ResultsModel
from kb_app.views.explore.rows import Row
from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.states import Blank, Notice
from kb_app.views.parts.words import Retranslated, button, clear, label

SHAPES = ("list", "cards", "table", "map")
SORTS = ("best", "title", "country", "period", "updated")


class ExploreView(Retranslated, QWidget):
    """Tells what the person asked for and shows what it is given; decides nothing."""

    opened = Signal(str, str, int, str)  # uid, language, paragraph, section
    looked_at = Signal(str)  # uid
    sort_chosen = Signal(str)
    shape_chosen = Signal(str)
    chip_removed = Signal(str, str)
    literal_asked = Signal()
    cleared = Signal()
    compare_asked = Signal()
    compare_emptied = Signal()
    like_ours_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.facets = Facets(look)
        self.detail = Detail(look)
        self.model = ResultsModel()
        self.list = ResultList(look, self.model)
        self.cards = ResultList(look, self.model, cards=True)
        self.table = _table(self.model)
        self.map = MapView(look)
        self.blank = Blank(look, "search")
        self.banner = Notice("banner")
        self.basket = Notice("bannerWarm")
        self._count = label("", "strong", wrap=False)
        self._count.setObjectName("resultCount")
        self._chips = QWidget()
        self._chip_flow = Flow(self._chips)
        self.sort = QComboBox()
        self.sort.setObjectName("sort")
        self.sort.addItems(["" for _ in SORTS])
        self.sort.activated.connect(lambda i: self.sort_chosen.emit(SORTS[i]))
        self.shapes = Segments(SHAPES)
        self.shapes.chosen.connect(self.shape_chosen)
        self._ours = button("", "link", self.like_ours_asked.emit)
        self._ours.setObjectName("likeOurs")
        self.stack = QStackedWidget()
        for shape in (self.list, self.cards, self.table, self.map, self.blank):
            self.stack.addWidget(shape)
        self._lay_out()
        for view in (self.list, self.cards, self.table):
            view.activated.connect(self._open)
            view.doubleClicked.connect(self._open)
        selection = self.list.selectionModel()
        self.cards.setSelectionModel(selection)
        self.table.setSelectionModel(selection)
        selection.currentRowChanged.connect(self._look_at)
        self._shape = "list"
        self.shapes.set_current("list")
        self.set_texts()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._count)
        bar.addWidget(self._chips, 1)
        bar.addWidget(self.sort)
        bar.addWidget(self.shapes)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(18, 12, 14, 8)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addLayout(bar)
        column.addWidget(self.basket)
        column.addWidget(self.stack, 1)
        column.addWidget(self._ours, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.facets)
        row.addWidget(middle, 1)
        row.addWidget(self.detail)

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        shapes = {"list": self.list, "cards": self.cards, "table": self.table, "map": self.map}
        return [self.facets, shapes[self._shape], self.detail]

    def set_texts(self) -> None:
        names = {
            "list": self.tr("List"),
            "cards": self.tr("Cards"),
            "table": self.tr("Table"),
            "map": self.tr("Map"),
        }
        for shape, text in names.items():
            self.shapes.label(shape, text)
        sorts = (
            self.tr("Best first"),
            self.tr("By title"),
            self.tr("By country"),
            self.tr("By period"),
            self.tr("Newest first"),
        )
        for position, text in enumerate(sorts):
            self.sort.setItemText(position, text)
        self.sort.setAccessibleName(self.tr("Order of the results"))
        self.shapes.setAccessibleName(self.tr("How results are shown"))
        self._ours.setText(self.tr("Describe your place and find cases like yours…"))
        for view in (self.list, self.cards, self.table):
            view.setAccessibleName(self.tr("Results"))
        self.model.set_headers(
            {
                "title": self.tr("Title"),
                "countries": self.tr("Country"),
                "period": self.tr("Period"),
                "kind": self.tr("Kind"),
                "evidence": self.tr("Evidence"),
                "updated": self.tr("Updated"),
            }
        )

    # --- shown ------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], total: int, keep: str = "") -> None:
        """Show results; `keep` is the entry to stay on when it is among them."""
        self.model.set_rows(rows)
        self._count.setText(self.tr("%n result(s)", "", total))
        self._show_shape()
        wanted = self.model.row_of(keep) if keep else -1
        if rows:
            index = self.model.index(max(0, wanted), 0)
            self.list.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )

    def show_blank(self) -> None:
        """Show what `blank` was told to say in the place of results."""
        self.model.set_rows(())
        self._count.setText("")
        self.stack.setCurrentWidget(self.blank)

    def set_shape(self, shape: str) -> None:
        """List, cards, table or map."""
        self._shape = shape if shape in SHAPES else "list"
        self.shapes.set_current(self._shape)
        self.detail.setVisible(self._shape != "table")  # a table wants the whole width
        self._show_shape()

    def show_chips(self, chips: Sequence[tuple[str, str, str]]) -> None:
        """What is filtered, as (facet, value, word): pressing one removes it."""
        clear(self._chip_flow)
        for facet, value, word in chips:
            made = button(f"{word}  ✕".replace("&", "&&"), "chip")
            made.setAccessibleName(self.tr("Remove the filter {word}").format(word=word))
            made.clicked.connect(
                lambda _c=False, facet=facet, value=value: self.chip_removed.emit(facet, value)
            )
            self._chip_flow.addWidget(made)
        self._chips.setVisible(bool(chips))
        self._chips.updateGeometry()

    def focus_results(self) -> None:
        """Bring the keyboard to the results."""
        self.panels()[1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current_uid(self) -> str:
        """The entry that is looked at, or ""."""
        row = self.list.currentIndex().data(ROW)
        return row.uid if row is not None else ""

    def _show_shape(self) -> None:
        widget = self.panels()[1]
        if self.model.rows or self._shape == "map":
            self.stack.setCurrentWidget(widget)
        else:
            self.stack.setCurrentWidget(self.blank)

    # --- told -------------------------------------------------------------------------

    def _open(self, index: QModelIndex) -> None:
        row = self.model.index(index.row(), 0).data(ROW)
        if row is not None:
            self.opened.emit(row.uid, row.lang, row.paragraph, row.section)

    def _look_at(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.index(index.row(), 0).data(ROW)
        if row is not None:
            self.looked_at.emit(row.uid)


def _table(model: ResultsModel) -> QTableView:
    made = QTableView()
    made.setObjectName("resultTable")
    made.setModel(model)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setTabKeyNavigation(False)
    made.setShowGrid(False)
    made.verticalHeader().hide()
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.horizontalHeader().setHighlightSections(False)
    return made
