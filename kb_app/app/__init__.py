"""The window: where views and services are made and connected.

`run` opens it over a program that is there; `open_window` shows the first picture before
the program has been loaded, which is what makes a start on an old laptop feel quick.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from kb_app.app.display import has_display
from kb_app.errors import DisplayMissing
from kb_app.places import Places

if TYPE_CHECKING:
    from kb_app.program import Program

NO_DISPLAY = 2


def run(program: Program, pack: str = "") -> int:
    """Open the window and stay until it is closed; the exit code. `pack`: a file to open."""
    return open_window(program.places, program.ui, lambda: program, pack=pack)


def open_window(
    places: Places,
    ui: str,
    make_program: Callable[[], Program],
    ui_is_wanted: bool = False,
    pack: str = "",
) -> int:
    """Open the window; `make_program` is called in a worker once the first picture is there.

    `ui_is_wanted`: the language was asked for, so it comes before the remembered one.
    """
    if not has_display():
        # The tables of words are loaded only where they are needed; so is Qt, below.
        wording = importlib.import_module("kb_app.wording")
        sys.stderr.write(f"{wording.explain(DisplayMissing(), ui)}\n")
        return NO_DISPLAY
    opening = importlib.import_module("kb_app.app.opening")
    code: int = opening.open_window(places, ui, make_program, ui_is_wanted, pack)
    return code
