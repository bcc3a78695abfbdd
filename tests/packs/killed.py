"""Takes a pack in and dies at a step: run in a process of its own by `test_faults`.

A step is whatever Python says that it does to the world (opening, renaming, removing a file,
making a folder: PEP 578) and each statement that SQLite begins. Arguments: data folder,
content folder, pack, the step at which to die (0: never). Prints how many steps there were.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from kb_app.places import Places
from kb_app.program import Program
from tests.packs.conftest import looked_at, taken

EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.truncate", "os.link"}


class Steps:
    """Counts, and ends the process in the middle of everything at its step."""

    def __init__(self, last: int) -> None:
        self.count = 0
        self.on = False
        self._last = last

    def step(self, *_: object) -> None:
        if self.on:
            self.count += 1
            if self.count == self._last:
                os._exit(9)

    def hear(self, event: str, _arguments: tuple[Any, ...]) -> None:
        if event in EVENTS:
            self.step()


def main(data: Path, content: Path, pack: Path, last: int) -> None:
    steps = Steps(last)
    sys.addaudithook(steps.hear)
    program = Program(Places(data, (content,)))
    looked_at(program, pack)
    program.store.connection.set_trace_callback(steps.step)
    steps.on = True
    taken(program, pack)
    steps.on = False
    program.close()
    sys.stdout.write(str(steps.count))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
