"""The left of Explore: filters, or what is the person's own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from kb_app.views.explore.facets import Facets
from kb_app.views.explore.mine import Mine
from kb_app.views.look import Look
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.words import Retranslated

WIDTH = 224


class Left(Retranslated, QFrame):
    """Two pages, one of them in front."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panelLeft")
        self._look = look
        self.facets = Facets()
        self.mine = Mine()
        self.pages = Segments(("filters", "mine"))
        self.pages.chosen.connect(self.show_page)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.facets)
        self._stack.addWidget(self.mine)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 1, 0)  # the line at its right stays free
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        look.changed.connect(self._fit)
        self._fit()
        self.set_texts()
        self.show_page("filters")

    def set_texts(self) -> None:
        self.pages.label("filters", self.tr("Filter"))
        self.pages.label("mine", self.tr("My lists"))
        self.pages.setAccessibleName(self.tr("Left panel"))
        self.setAccessibleName(self.tr("Filters and my lists"))

    def show_page(self, page: str) -> None:
        """Bring "filters" or "mine" to the front."""
        self.pages.set_current(page)
        self._stack.setCurrentWidget(self.mine if page == "mine" else self.facets)

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(WIDTH))
