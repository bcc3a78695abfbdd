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

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kb_app.app.guide import Guide
from kb_app.app.opening import Opening
from kb_app.app.screens import SCREENS
from kb_app.jobs import stop_all
from kb_app.places import Places
from kb_app.program import Program
from kb_app.tour import main_job

SIZE = QSize(1366, 740)


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
    """Pass on what Qt says, but for remarks that every window without a display draws."""
    if not any(remark in text for remark in ("propagateSizeHints", "does not support raise")):
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
                guide.shoot(f"{name}-{lang}-{theme}", go(guide))
                count += 1
    finally:
        opening.window.close()
        opening.close()
        stop_all()
        opening.window.deleteLater()
    return count
