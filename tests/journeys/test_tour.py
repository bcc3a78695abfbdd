"""The guided tour is the demonstration of the README: it does the main job or fails loudly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kb_app.app.screens import SCREENS

REPOSITORY = Path(__file__).parents[2]
EXPORTS = (".pdf", ".docx", ".pptx", ".epub", ".html", ".txt", ".csv", ".md")


def toured(out: Path, *words: str) -> list[str]:
    """Make the tour as a person does, without a display; what it said."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "kb_app", "--ui", "es", "tour", "--out", str(out), *words],
        cwd=REPOSITORY,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


def test_the_tour_does_the_main_job_and_shows_every_screen(tmp_path):
    said = toured(tmp_path, "--lang", "es", "--theme", "light")
    assert all(line.startswith("✓ ") for line in said), said
    names = {path.name for path in tmp_path.glob("*.png")}
    assert names == {f"{name}-es-light.png" for name, _ in SCREENS}
    endings = {path.suffix for path in tmp_path.iterdir()}
    assert endings >= {*EXPORTS, ".batea", ".zip"}


@pytest.mark.long
def test_the_tour_in_both_languages_and_every_theme(tmp_path):
    themes = ("light", "dark", "contrast")
    toured(tmp_path, "--lang", "es", "--lang", "en", *(w for t in themes for w in ("--theme", t)))
    assert len(list(tmp_path.glob("*.png"))) == len(SCREENS) * 2 * len(themes)
