"""Explore: filters, how the question was understood, results in four shapes, one at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.explore.collection import CollectionPage
from kb_app.views.explore.detail import Detail
from kb_app.views.explore.left import Left
from kb_app.views.explore.map import MapView
from kb_app.views.explore.results import ROW, ResultList, ResultsModel
from kb_app.views.explore.rows import Row
from kb_app.views.explore.table import ResultTable
from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.sides import RIGHT, Sides
from kb_app.views.parts.states import Blank, Notice
from kb_app.views.parts.words import Retranslated, button, label
from kb_app.views.reader.notes_list import NotesList

SHAPES = ("list", "cards", "table", "map")
SORTS = ("best", "title", "country", "period", "updated")
ROOM = 430


class ExploreView(Retranslated, QWidget):
    """Tells what the person asked for and shows what it is given; decides nothing."""

    opened = Signal(str, str, int, str)  # uid, language, paragraph, section
    looked_at = Signal(str)  # uid
    more_wanted = Signal()
    note_opened = Signal(str)
    sort_chosen = Signal(str)
    shape_chosen = Signal(str)
    chip_removed = Signal(str, str)
    like_ours_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.left = Left(look)
        self.facets = self.left.facets
        self.detail = Detail(look)
        self.model = ResultsModel()
        self.model.more_wanted.connect(self.more_wanted)
        self.list = ResultList(look, self.model)
        self.cards = ResultList(look, self.model, cards=True)
        self._nothing = ResultsModel()
        self.table = ResultTable(look, self.model)
        self.map = MapView(look)
        self.blank = Blank(look, "search")
        self.banner = Notice("banner")
        self.basket = Notice("bannerWarm")
        self.in_notes = Notice("bannerWarm")
        self.notes = NotesList(look)
        self.notes.setObjectName("foundNotes")
        self.notes.activated.connect(lambda _i: self.note_opened.emit(self.notes.current_note()))
        self.collection = CollectionPage(look)
        self._count = label("", "strong", wrap=False)
        self._count.setObjectName("resultCount")
        self._bar = QWidget()
        self._flow = Flow(self._bar, 8)
        self._chips: list[QWidget] = []
        self._chipped: tuple[tuple[str, str, str], ...] = ()
        self.sort = QComboBox()
        self.sort.setObjectName("sort")
        self.sort.addItems(["" for _ in SORTS])
        self.sort.activated.connect(lambda i: self.sort_chosen.emit(SORTS[i]))
        self.shapes = Segments(SHAPES)
        self.shapes.chosen.connect(self.shape_chosen)
        self._ours = button("", "link", self.like_ours_asked.emit)
        self._ours.setObjectName("likeOurs")
        self.stack = QStackedWidget()
        for shape in (self.list, self.cards, self.table, self.map, self.blank, self.notes):
            self.stack.addWidget(shape)
        self._lay_out()
        for view in (self.list, self.cards, self.table):
            view.activated.connect(self._open)
            view.doubleClicked.connect(self._open)
        self._selection = QItemSelectionModel(self.model, self)
        self._selection.currentRowChanged.connect(self._look_at)
        self._shape = "list"
        self._attach()
        self.shapes.set_current("list")
        self.set_texts()

    def _lay_out(self) -> None:
        for made in (self._count, self.sort, self.shapes):
            self._flow.addWidget(made)
        results = QWidget()
        column = QVBoxLayout(results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.in_notes)
        column.addWidget(self._bar)
        column.addWidget(self.basket)
        column.addWidget(self.stack, 1)
        column.addWidget(self._ours, 0, Qt.AlignmentFlag.AlignLeft)
        self._middle = QStackedWidget()
        self._middle.addWidget(results)
        self._middle.addWidget(self.collection)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        framed = QVBoxLayout()
        framed.setContentsMargins(16, 12, 16, 8)
        framed.addWidget(self._middle)
        row.addLayout(framed, 1)
        row.addWidget(self.detail)
        self.sides = Sides(self._look, self, self.left, self.detail, ROOM)

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return [self.left, self._work(), self.detail]

    def _work(self) -> QWidget:
        if self._middle.currentWidget() is self.collection:
            return self.collection.list if self.collection.list.isVisible() else self.collection
        if self.stack.currentWidget() is self.notes:
            return self.notes
        return self._shape_widget()

    def _shape_widget(self) -> QWidget:
        shapes = {"list": self.list, "cards": self.cards, "table": self.table, "map": self.map}
        return shapes[self._shape]

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
        self._name_chips()
        self._ours.setText(self.tr("Describe your place and find cases like yours…"))
        self.notes.setAccessibleName(self.tr("My notes with these words"))
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

    def show_rows(self, rows: Sequence[Row], total: int, has_more: bool, keep: str = "") -> None:
        """Show the first results of a total; `keep` is the entry to stay on when it is there."""
        self.model.set_rows(rows, has_more)
        self._count.setText(self.tr("%n result(s)", "", total))
        self._show_shape()
        wanted = self.model.row_of(keep) if keep else -1
        if rows:
            index = self.model.index(max(0, wanted), 0)
            self._selection.setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )

    def show_blank(self) -> None:
        """Show what `blank` was told to say in the place of results."""
        self.model.set_rows(())
        self._count.setText("")
        self.stack.setCurrentWidget(self.blank)

    def show_notes(self, shown: bool) -> None:
        """Show the notes that were found in the place of the results, or the results again."""
        if shown:
            self.stack.setCurrentWidget(self.notes)
            self.notes.setFocus()
        else:
            self._show_shape()

    def are_notes_shown(self) -> bool:
        """Whether notes stand in the place of the results."""
        return self.stack.currentWidget() is self.notes

    def show_collection(self, shown: bool) -> None:
        """Show the page of a collection in the place of everything in the middle, or not."""
        self._middle.setCurrentIndex(1 if shown else 0)

    def is_collection_shown(self) -> bool:
        """Whether a collection is in front."""
        return self._middle.currentIndex() == 1

    def set_shape(self, shape: str) -> None:
        """List, cards, table or map."""
        self._shape = shape if shape in SHAPES else "list"
        self._attach()
        self.shapes.set_current(self._shape)
        self.sides.offer(RIGHT, self._shape not in ("table", "map"))  # they want the whole width
        self._show_shape()

    def _attach(self) -> None:
        """Only the view in front has the results: the others would measure all of them too, at
        every letter.
        """
        for shape, view in (("list", self.list), ("cards", self.cards), ("table", self.table)):
            wanted = self.model if shape == self._shape else self._nothing
            if view.model() is not wanted:
                view.setModel(wanted)
                if wanted is self.model:
                    view.setSelectionModel(self._selection)
                    view.scrollTo(self._selection.currentIndex())

    def show_chips(self, chips: Sequence[tuple[str, str, str]]) -> None:
        """What is filtered, as (facet, value, word): pressing one removes it."""
        if tuple(chips) == self._chipped:
            return
        self._chipped = tuple(chips)
        for made in self._chips:
            self._flow.take_out(made)
            made.hide()
            made.deleteLater()
        self._chips = []
        for facet, value, word in chips:
            made = button(f"{word}  ✕".replace("&", "&&"), "chip")
            made.clicked.connect(
                lambda _c=False, facet=facet, value=value: self.chip_removed.emit(facet, value)
            )
            self._chips.append(made)
            self._flow.addWidget(made)
        self._name_chips()
        self._bar.updateGeometry()

    def _name_chips(self) -> None:
        for made, (_facet, _value, word) in zip(self._chips, self._chipped, strict=True):
            made.setAccessibleName(self.tr("Remove the filter {word}").format(word=word))

    def focus_results(self) -> None:
        """Bring the keyboard to the results."""
        self._work().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current_uid(self) -> str:
        """The entry that is looked at, or ""."""
        if self.is_collection_shown():
            return self.collection.list.current_note()
        row = self._selection.currentIndex().data(ROW)
        return row.uid if row is not None else ""

    def _show_shape(self) -> None:
        if self.model.rows or self._shape == "map":
            self.stack.setCurrentWidget(self._shape_widget())
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
