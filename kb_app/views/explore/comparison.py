"""Cases side by side, field by field, on one page that can be printed and exported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.words import Retranslated, button
from kb_app.views.reader.page import Page
from kb_app.views.reader.paper import Paper

WIDE_CHARACTERS = 180


class ComparisonView(Retranslated, QWidget):
    """Tells what the person wants to do with the comparison."""

    print_asked = Signal()
    export_asked = Signal(str)  # a format
    close_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.paper = Paper(look)
        self._print = button("", "", self.print_asked.emit)
        self._export = button("", "")
        self._export.setObjectName("exportComparison")
        self._menu = QMenu(self)
        self._export.setMenu(self._menu)
        self._close = button("", "quiet", self.close_asked.emit)
        head = QFrame()
        head.setObjectName("panelHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 4, 12, 4)
        row.addStretch()
        for made in (self._print, self._export, self._close):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.paper, 1)
        self.set_texts()

    def set_texts(self) -> None:
        self._print.setText(self.tr("Print…"))
        self._export.setText(self.tr("Export…"))
        self._close.setText(self.tr("Back to the results"))
        self.paper.setAccessibleName(self.tr("Comparison of cases"))

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return [self.paper]

    def show_forms(self, forms: Sequence[tuple[str, str]]) -> None:
        """Offer formats: id and name."""
        self._menu.clear()
        for form, name in forms:
            self._menu.addAction(name, lambda form=form: self.export_asked.emit(form))

    def show_page(self, page: Page) -> None:
        """Show a comparison as wide as the window."""
        self.paper.show_page(page, WIDE_CHARACTERS)
