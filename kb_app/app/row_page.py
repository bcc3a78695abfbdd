"""A table whose rows are saved as they are filled, and can come back after being taken out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.app.plan_rows import translate
from kb_app.views.workshops.table_page import TablePage


class RowPage(QObject):
    """What such pages share; each says what a row is and where it is kept."""

    def __init__(self, desk: Desk, view: TablePage, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view = view
        view.table.changed.connect(self._changed)
        view.table.removed.connect(self._removed)

    def show(self) -> None:
        """Show what is known."""
        raise NotImplementedError

    def show_totals(self) -> None:
        """Show what it adds up to; called after every change."""
        raise NotImplementedError

    def keep(self, values: dict[str, str]) -> dict[str, str]:
        """Keep a row; returns the values that it has now (its id, a date as it was
        understood). Raises KbError.
        """
        raise NotImplementedError

    def remove(self, values: dict[str, str]) -> None:
        """Take out what a row stands for. Raises KbError."""
        raise NotImplementedError

    def _changed(self, row: int, values: dict[str, str]) -> None:
        def keep() -> None:
            for name, value in self.keep(values).items():
                self.view.table.set_value(row, name, value)

        self._attempt(keep)

    def _removed(self, values: dict[str, str]) -> None:
        if self._attempt(lambda: self.remove(values)):
            self.view.notice.say(
                translate("Room", "The row was taken out."),
                (translate("Room", "Bring back"), lambda: self._bring_back(values)),
            )

    def _bring_back(self, values: dict[str, str]) -> None:
        self.view.notice.say("")
        self._attempt(lambda: self.keep(values))
        self.show()

    def _attempt(self, call: Callable[[], object]) -> bool:
        try:
            call()
        except KbError as error:
            self.desk.show_error(error)
            return False
        self.desk.say_saved()
        self.show_totals()
        return True
