"""The room Talleres: the list, or the workshop that is open."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from kb_app.views.look import Look
from kb_app.views.workshops.list import WorkshopsList
from kb_app.views.workshops.papers import PapersPage
from kb_app.views.workshops.plan import PlanView
from kb_app.views.workshops.run import RunView
from kb_app.views.workshops.table_page import TablePage
from kb_app.views.workshops.workspace import PAGES, Workspace


class WorkshopsRoom(QStackedWidget):
    """Holds the list and the workspace with its pages."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.list = WorkshopsList(look)
        self.workspace = Workspace(look)
        self.plan = PlanView(look)
        self.run = RunView(look)
        self.people = TablePage(look, "people")
        self.tests = TablePage(look, "tests")
        self.agreed = TablePage(look, "agreed")
        self.papers = PapersPage(look)
        for page in PAGES:
            self.workspace.add_page(page, getattr(self, page))
        self.addWidget(self.list)
        self.addWidget(self.workspace)

    def show_list(self) -> None:
        """Bring the list to the front."""
        self.setCurrentWidget(self.list)

    def show_workspace(self) -> None:
        """Bring the open workshop to the front."""
        self.setCurrentWidget(self.workspace)

    def in_workspace(self) -> bool:
        """Whether a workshop is in front."""
        return self.currentWidget() is self.workspace

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return self.workspace.panels() if self.in_workspace() else self.list.panels()
