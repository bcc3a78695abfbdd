"""A table of the workshop that is open, and where what it holds is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from indexer.errors import KbError
from kb_app.app.open_plan import OpenPlan
from kb_app.app.plan_rows import translate
from kb_app.app.row_page import RowPage
from kb_app.app.saving import ask_where
from kb_app.views.workshops.table_page import TablePage
from kb_app.workshops.room import Room


class RoomPage(RowPage):
    """A table of the workshop that is open."""

    def __init__(self, plan: OpenPlan, view: TablePage) -> None:
        super().__init__(plan.desk, view, plan)
        self.plan = plan
        view.asked.connect(self.ask)

    @property
    def room(self) -> Room:
        return self.desk.program.room

    @property
    def workshop_id(self) -> str:
        return self.plan.workshop.id

    def ask(self, deed: str) -> None:
        """Do what a button asks."""

    def ask_where(self, name: str, write: Callable[[Path], object]) -> None:
        """Ask for a file and write it."""
        ask_where(self.view, translate("Room", "Save as"), name,
                  lambda path: self._write(path, write))  # fmt: skip

    def _write(self, path: Path, write: Callable[[Path], object]) -> None:
        try:
            write(path)
        except (KbError, OSError) as error:
            self.desk.show_error(error)
            return
        self.desk.say(translate("Room", "Written: {name}").format(name=path.name))
