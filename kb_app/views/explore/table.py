"""The results as a table; with little room the columns that matter least are left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kb_app.views.explore.results import COLUMNS, ResultsModel
from kb_app.views.look import Look

LEAST_FIRST = ("updated", "kind", "period")
TITLE = 260  # pixels at 100 % that the title should have at least


class ResultTable(QTableView):
    """Shows the model that list and cards show."""

    def __init__(self, look: Look, model: ResultsModel) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("resultTable")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        model.modelReset.connect(self._fit)
        look.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return
        wide = {at: self._width(at) for at in range(1, len(COLUMNS))}
        room = self.viewport().width() - self._look.px(TITLE)
        hidden: set[int] = set()
        for name in LEAST_FIRST:
            if sum(width for at, width in wide.items() if at not in hidden) > room:
                hidden.add(COLUMNS.index(name))
        for at in wide:
            self.setColumnHidden(at, at in hidden)

    def _width(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
