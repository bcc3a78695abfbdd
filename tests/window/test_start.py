"""What a start loads and what a long day costs: no Qt below the window, nothing heavy before the
first picture, no reference lost.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

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
