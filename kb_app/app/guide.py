"""Who leads through a window without a display: waits for what is shown, takes its pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from kb_app.app.desk import Desk
from kb_app.app.opening import Opening
from kb_app.errors import TourStepFailed

BAR_PX = 30
SHADE = 70
PATIENCE_MS = 30_000
LOOK_MS = 20
SETTLE_LOOKS = 4


class Guide:
    """Leads through one window and takes its pictures."""

    def __init__(self, opening: Opening, out: Path, pack: Path) -> None:
        self._opening = opening
        self._out = out
        self.pack = pack

    @property
    def desk(self) -> Desk:
        assert self._opening.desk is not None
        return self._opening.desk

    def uid(self, slug: str) -> str:
        """The uid of an entry that ships."""
        return self.desk.program.catalogue.entry(slug).uid

    def room(self, name: str) -> Any:
        """Go to a room."""
        return self.desk.go(name)

    def open_dialog(self) -> QDialog | None:
        """The dialog in front, if there is one."""
        found = [d for d in self.desk.window.findChildren(QDialog) if d.isVisible()]
        return found[-1] if found else None

    def until(self, what: str, there: Callable[[], object]) -> None:
        """Let the window work until something is there. Raises TourStepFailed.

        The tour is a script, not a person at the window: this is the only loop of events there is.
        """
        loop, waited = QEventLoop(), 0
        timer = QTimer()
        timer.timeout.connect(loop.quit)
        timer.start(LOOK_MS)
        while not there():
            if waited > PATIENCE_MS:
                raise TourStepFailed(what, "the screen did not come")
            loop.exec()
            waited += LOOK_MS

    def settle(self) -> None:
        """Let the window finish what it has begun."""
        looks = iter(range(SETTLE_LOOKS))
        self.until("settle", lambda: next(looks, None) is None and not self.desk.is_busy())

    def shoot(self, name: str, other: QWidget | None = None) -> None:
        """Write a picture of the window with the dialog that stands over it, or of another
        window of the program.
        """
        self.settle()
        window = other or self.desk.window
        picture = window.grab()
        dialog = self.open_dialog() if other is None else None
        if dialog is not None:
            self._lay_over(picture, dialog)
        path = self._out / f"{name}.png"
        if not picture.save(str(path)):
            raise TourStepFailed(name, "the picture could not be written")
        if dialog is not None:
            dialog.close()

    def _lay_over(self, picture: QPixmap, dialog: QDialog) -> None:
        """Draw a dialog above the window, with the frame that a desktop would give it."""
        tokens = self.desk.look.tokens
        bar = QRect(QPoint(0, 0), QSize(dialog.width(), self.desk.look.px(BAR_PX)))
        whole = QRect(QPoint(0, 0), QSize(dialog.width(), dialog.height() + bar.height()))
        whole.moveCenter(picture.rect().center())
        bar.moveTopLeft(whole.topLeft())
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QColor(0, 0, 0, SHADE))
        painter.fillRect(bar, QColor(tokens.raised))
        painter.setFont(self.desk.look.font(13, bold=True))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, dialog.windowTitle())
        painter.end()
        dialog.render(picture, bar.bottomLeft() + QPoint(0, 1))
        painter = QPainter(picture)
        painter.setPen(QColor(tokens.border))
        painter.drawRect(whole.adjusted(0, 0, -1, -1))
        painter.end()
