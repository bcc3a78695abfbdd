"""What a start loads and what a long day costs: no Qt below the window, nothing heavy before the
first picture, no reference lost.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Signal

from kb_app.views.shell.window import fitting
from tests.window.conftest import open_person

REPOSITORY = Path(__file__).parents[2]
CORE = (
    "indexer.search", "indexer.rules", "kb_app.store", "kb_app.library.catalogue",
    "kb_app.notes.notes", "kb_app.workshops.workshops", "kb_app.packs.imports",
    "kb_app.export.exports", "kb_app.program", "kb_app.cli", "kb_app.tour",
)  # fmt: skip
# What the first picture must not wait for.
HEAVY = ("numpy", "whoosh", "typst", "docx", "pptx", "PIL", "nh3", "nacl", "sqlite_utils")


def loaded_by(code: str) -> set[str]:
    """The top packages that are loaded after some code ran in a fresh process."""
    shown = "; import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", code + shown], cwd=REPOSITORY, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return set(done.stdout.split())


@pytest.mark.parametrize("module", CORE)
def test_the_core_runs_without_qt(module):
    assert not loaded_by(f"import {module}") & {"PySide6", "shiboken6"}


def test_the_first_picture_waits_for_nothing_heavy():
    assert not loaded_by("import kb_app.app.opening") & set(HEAVY)


class Told(QObject):
    """Has a signal of each kind of argument that the program sends."""

    flag = Signal(bool)
    thing = Signal(object)


def test_signals_keep_the_references_of_none_and_true(qapp):
    """PySide6 6.12.0 lost one at each emission on Python 3.11, and the process ended."""
    told = Told()
    heard: list[object] = []
    told.flag.connect(heard.append)
    told.thing.connect(heard.append)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(3_000):
        told.flag.emit(True)
        told.thing.emit(None)
        heard.clear()
    after = sys.getrefcount(None), sys.getrefcount(True)
    for one, other in zip(before, after, strict=True):
        assert abs(one - other) < 200


def test_the_room_that_answers_is_there_before_the_first_key(qtbot, tmp_path, small):
    person = open_person(qtbot, tmp_path / "data", small)
    person.see(lambda: person.window.has_room("explore"))
    assert person.window.current_room() == "home"
    person.window.close()
    person.opening.close()


def test_a_file_that_only_looks_as_it_did_is_found_after_the_start(qtbot, tmp_path, small):
    first = open_person(qtbot, tmp_path / "data", small)
    first.window.close()
    first.opening.close()
    path = small / "case_studies" / "lime.es.md"
    other = path.read_text(encoding="utf-8").replace("venden juntas", "compran ideas")
    path.write_text(other, encoding="utf-8")
    kept = tmp_path / "data" / "cache" / "library.json"
    version, marks, fronts = json.loads(kept.read_text(encoding="utf-8"))
    found = path.stat()
    mark = [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
    marks[str(path)][0] = mark  # as on a disk that has no time of the change
    kept.write_text(json.dumps([version, marks, fronts]), encoding="utf-8")
    person = open_person(qtbot, tmp_path / "data", small)
    uid = person.desk.program.catalogue.entry("lime").uid
    person.see(lambda: person.desk.title(uid) == "Mujeres de la cal compran ideas")
    person.window.close()
    person.opening.close()


def test_the_window_is_no_larger_than_the_screen_it_opens_on():
    remembered = QSize(1366, 740)
    assert fitting(remembered, QSize(910, 512)) == QSize(906, 484)
    assert fitting(remembered, QSize(1920, 1040)) == remembered
    assert fitting(remembered, QSize(800, 600)) == remembered
