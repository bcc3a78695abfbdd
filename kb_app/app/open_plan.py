"""The workshop that is open: its plan with undo, saved behind the person's back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from indexer.errors import KbError
from kb_app.app.desk import Desk
from kb_app.workshops.edits import Editor
from kb_app.workshops.model import Workshop

SAVE_AFTER_MS = 300


class OpenPlan(QObject):
    """`changed` comes with every edit, undo and redo."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._editor: Editor | None = None
        self._unsaved = False
        self._timer = desk.later(SAVE_AFTER_MS, self.save)

    def open(self, workshop: Workshop) -> None:
        """Work on another plan; the one before is saved first."""
        self.save()
        self._editor = Editor(workshop, self._have)
        self.changed.emit()

    def close(self) -> None:
        """Put the plan away."""
        self.save()
        self._editor = None

    @property
    def is_open(self) -> bool:
        return self._editor is not None

    @property
    def workshop(self) -> Workshop:
        """The plan as it is now."""
        assert self._editor is not None
        return self._editor.workshop

    @property
    def can_undo(self) -> bool:
        return self._editor is not None and self._editor.can_undo

    @property
    def can_redo(self) -> bool:
        return self._editor is not None and self._editor.can_redo

    def do(self, changed: Workshop) -> None:
        """Take a changed plan."""
        assert self._editor is not None
        self._editor.do(changed)

    def undo(self) -> None:
        """One step back."""
        if self._editor is not None:
            self._editor.undo()

    def redo(self) -> None:
        """One step forward again."""
        if self._editor is not None:
            self._editor.redo()

    def save(self) -> bool:
        """Write what is not written yet; False when it could not be (it is tried again with
        the next change).
        """
        self._timer.stop()
        if self._editor is None or not self._unsaved:
            return True
        try:
            self.desk.program.workshops.save(self._editor.workshop)
        except KbError as error:
            self.desk.show_error(error)
            return False
        self._unsaved = False
        self.desk.say_saved()
        return True

    def _have(self, _workshop: Workshop) -> None:
        self._unsaved = True
        self._timer.start()
        self.changed.emit()
