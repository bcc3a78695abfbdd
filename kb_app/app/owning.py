"""Texts of the person's own in the window: chosen or dropped, taken in, taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.library.own import Taken


class Owning(QObject):
    """Takes files in and says so, with the way back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def ask(self) -> None:
        """Let the person choose files."""
        dialog = QFileDialog(self._desk.window, self.tr("Texts of mine to add"))
        dialog.setNameFilter(self.tr("Texts (*.md)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.take)
        dialog.open()

    def take(self, paths: list[str]) -> None:
        """Take files in; the first that cannot be read stops it."""
        taken: list[Taken] = []
        try:
            for path in paths:
                taken.append(self._desk.program.own_texts.take(Path(path)))
        except KbError as error:
            self._desk.show_error(error)
        if taken:
            titles = " · ".join(one.edition.front.title for one in taken)
            notice = self._desk.window.notice
            notice.say(
                self.tr("Now in the library: {titles}").format(titles=titles),
                (self.tr("Read"), lambda: self._desk.open_entry(taken[0].edition.uid)),
                (self.tr("Take it back"), lambda: self._take_back(taken)),
                (self.tr("Hide"), lambda: notice.say("")),
            )
            self._desk.library_changed.emit()

    def _take_back(self, taken: list[Taken]) -> None:
        for one in reversed(taken):
            self._desk.program.own_texts.take_back(one)
        self._desk.window.notice.say("")
        self._desk.library_changed.emit()
