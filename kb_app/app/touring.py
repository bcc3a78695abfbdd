"""The guided tour: the main job from end to end, then a picture of every screen.

It opens the real window without a display, over data of its own, and asks it for the same
things as a person would. A screen that does not come ends the tour.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from kb_app.app.desk import Desk
from kb_app.app.opening import Opening
from kb_app.errors import TourStepFailed
from kb_app.jobs import stop_all
from kb_app.places import Places
from kb_app.program import Program
from kb_app.tour import CASE, main_job

SIZE = QSize(1366, 740)
BAR_PX = 30
SHADE = 70
PATIENCE_MS = 30_000
LOOK_MS = 20
SETTLE_LOOKS = 4
COMPARED = ("nicaragua-bonanza-women-cooperatives", CASE)
Screen = tuple[str, Callable[["Guide"], None]]


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
        """Let the window work until something is there. Raises TourStepFailed."""
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

    def shoot(self, name: str) -> None:
        """Write a picture of the window, with the dialog that stands over it."""
        self.settle()
        window = self.desk.window
        picture = window.grab()
        dialog = self.open_dialog()
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


def _home(guide: Guide) -> None:
    guide.room("home")


def _explore(guide: Guide) -> None:
    guide.room("explore").view.set_shape("list")
    guide.desk.search("mineria de oro mujeres")
    _results(guide)


def _results(guide: Guide) -> None:
    guide.until("search", guide.room("explore").result_uids)


def _cards(guide: Guide) -> None:
    guide.room("explore").view.set_shape("cards")


def _table(guide: Guide) -> None:
    guide.room("explore").view.set_shape("table")


def _map(guide: Guide) -> None:
    guide.desk.search("")
    guide.room("explore").view.set_shape("map")


def _nothing(guide: Guide) -> None:
    guide.room("explore").view.set_shape("list")
    guide.desk.search("xyzzyplugh")
    guide.until("empty", lambda: not guide.room("explore").result_uids())


def _read(guide: Guide) -> None:
    guide.desk.search("")
    guide.desk.open_entry(guide.uid(CASE), guide.desk.ui)


def _both(guide: Guide) -> None:
    guide.desk.act("both")


def _module(guide: Guide) -> None:
    guide.desk.act("both")
    guide.desk.open_entry(guide.uid("gender-concepts-why-asm"), guide.desk.ui)


def _compare(guide: Guide) -> None:
    room = guide.room("explore")
    room.tabs.show_results()
    for slug in COMPARED:
        room.comparing.toggle(guide.uid(slug))
    room.comparing.show()


def _like_ours(guide: Guide) -> None:
    room = guide.room("explore")
    room.comparing.empty()
    room.tabs.cover_results(None)
    room.comparing.describe()


def _notes(guide: Guide) -> None:
    guide.room("notes")


def _packs(guide: Guide) -> None:
    guide.room("packs")


def _send(guide: Guide) -> None:
    sender = guide.room("packs").sending
    sender.open((guide.uid(CASE),), "brief")
    guide.until("send", lambda: not sender.dialog.preview.sheet.picture.isNull())


def _receive(guide: Guide) -> None:
    guide.room("packs").open_pack(str(guide.pack))
    guide.until("receive", guide.open_dialog)


def _backups(guide: Guide) -> None:
    guide.desk.act("backups")


def _palette(guide: Guide) -> None:
    guide.desk.act("palette")


def _help(guide: Guide) -> None:
    guide.desk.act("help")


SCREENS: tuple[Screen, ...] = (
    ("home", _home),
    ("explore", _explore),
    ("explore-cards", _cards),
    ("explore-table", _table),
    ("explore-map", _map),
    ("explore-nothing", _nothing),
    ("read", _read),
    ("read-both", _both),
    ("read-module", _module),
    ("compare", _compare),
    ("like-ours", _like_ours),
    ("notes", _notes),
    ("packs", _packs),
    ("send", _send),
    ("receive", _receive),
    ("backups", _backups),
    ("palette", _palette),
    ("help", _help),
)


def tour(
    out: Path,
    content: tuple[Path, ...],
    ui: str,
    say: Callable[[str], None],
    languages: Iterable[str] = ("es", "en"),
    themes: Iterable[str] = ("light", "dark"),
) -> int:
    """Make the tour over data folders of its own; its files go to `out`.

    Returns the number of pictures. Raises TourStepFailed.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_hear_qt)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    folder = Path(tempfile.mkdtemp(prefix="batea-tour-"))
    try:
        here = Program(Places(folder / "here", content), ui)
        there = Program(Places(folder / "there", content), ui)
        steps = main_job(here, there, out)
        pack = out / "tour.batea"
        for done in steps:
            say(f"✓ {done.text(ui)}")
        here.close()
        there.close()
        count = 0
        for lang in languages:
            count += _pictures(Places(folder / "here", content), lang, themes, out, pack)
            say(f"✓ {count} PNG")
        return count
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _hear_qt(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but for a remark that every window without a display draws."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _pictures(places: Places, lang: str, themes: Iterable[str], out: Path, pack: Path) -> int:
    opening = Opening(places, lang, lambda: Program(places, lang), ui_is_wanted=True)
    guide = Guide(opening, out, pack)
    arrived: list[str] = []
    opening.indexed.connect(lambda: arrived.append("index"))
    opening.window.resize(SIZE)
    opening.show()
    count = 0
    try:
        guide.until("index", lambda: arrived)
        guide.desk.set_content_language(lang)
        for theme in themes:
            opening.look.set_theme(theme)
            for name, go in SCREENS:
                go(guide)
                guide.shoot(f"{name}-{lang}-{theme}")
                count += 1
    finally:
        opening.window.close()
        opening.close()
        stop_all()
        opening.window.deleteLater()
    return count
