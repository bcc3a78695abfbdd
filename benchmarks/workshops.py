"""A plan of five days and 200 blocks in the real window: from a key to the painted plan.

Each kind of edit is done as a person does it (a key on the chosen block, an undo, a drop from
another day) and timed until the window has been painted again. The check before the day and
the saving come after the person has stopped; they are timed apart.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.results import HERE, table
from kb_app.workshops.model import Block, Day, Need, Workshop, new_id

CONTENT = HERE.parent / "content"
DAYS, BLOCKS = 5, 200
TIMES = 40
AIM_MS = 50
KINDS = ("module", "case", "talk", "test", "break")


def large_plan() -> Workshop:
    """Five days with forty blocks each; some have steps, materials, roles, a fixed time."""
    days = []
    for number in range(DAYS):
        blocks = tuple(
            Block(
                new_id(), f"Bloque {number}.{place}: quién hace qué en la mina y en la casa",
                KINDS[place % len(KINDS)], 10 + 5 * (place % 4), "12:00" if place == 18 else "",
                steps=("Formen grupos.", "Dibujen el reloj.", "Comparen."),
                needs=(Need("papelógrafo", "group"),), roles={"Dirige": "Ana"}, group_size=7,
            )
            for place in range(BLOCKS // DAYS)
        )  # fmt: skip
        days.append(Day(new_id(), f"Día {number + 1}", start="06:00", end="22:00", blocks=blocks))
    return Workshop(new_id(), "Cinco días", participants=28, group_size=7, days=tuple(days))


def measure() -> dict[str, list[tuple[float, float]]]:
    """Seconds by the clock and of the processor for each edit. In a process of its own."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from kb_app.app.opening import Opening  # noqa: PLC0415
    from kb_app.places import Places  # noqa: PLC0415
    from kb_app.program import Program  # noqa: PLC0415

    class Painted(QObject):
        """How often something was painted."""

        times = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.times += event.type() == QEvent.Type.Paint
            return False

    application, painted = QApplication([]), Painted()
    application.installEventFilter(painted)
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder), (CONTENT,))
        opening = Opening(places, "es", lambda: Program(places, "es"), True)
        waiting = QEventLoop()
        opening.indexed.connect(waiting.quit)
        opening.window.resize(1366, 740)
        QTimer.singleShot(0, opening.show)
        waiting.exec()
        assert opening.desk is not None
        room: Any = opening.desk.go("workshops")
        saved = opening.desk.program.workshops.save(large_plan())
        room.open(saved.id)
        QTest.qWait(800)
        day = room.view.plan.days[2].list
        day.setFocus()
        found: dict[str, list[tuple[float, float]]] = {}

        def timed(name: str, do: Callable[[], object]) -> None:
            begin, worked = time.perf_counter(), time.process_time()
            before = painted.times
            do()
            rest = -1
            while rest != painted.times:  # what is laid out later is painted later
                rest = painted.times
                application.processEvents()
            spent = (time.perf_counter() - begin, time.process_time() - worked)
            assert painted.times > before or "behind" in name, f"{name}: nothing was painted"
            found.setdefault(name, []).append(spent)

        for _ in range(TIMES):
            timed("move a block (Alt+Down)", lambda: room.page.act("block.later"))
            timed("five minutes more (+)", lambda: QTest.keyClick(day, Qt.Key.Key_Plus))
            first = room.plan.workshop.days[0].blocks[0].id
            timed("drop into another day", lambda moved=first: room.page._moved(moved, 4, 3))
            timed("undo (Ctrl+Z)", lambda: room.page._plan.undo())
            timed("open a block", lambda opened=first: room.page.ask("edit", opened))
            day.setFocus()
        for at in range(TIMES // 4):
            room.plan.do(replace(room.plan.workshop, title=f"Cinco días {at}"))
            timed("check before the day (behind)", room.page.show_checks)
            timed("save (behind)", room.plan.save)
        opening.window.close()
        opening.close()
    return found


def report(**_options: str) -> str:
    """The section of RESULTS.md."""
    code = "import json; from benchmarks import workshops; print(json.dumps(workshops.measure()))"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          check=True, cwd=HERE.parent, env=environment)  # fmt: skip
    found: dict[str, list[tuple[float, float]]] = json.loads(done.stdout.splitlines()[-1])
    rows = []
    for name, spent in found.items():
        clock = sorted(1000 * one for one, _worked in spent)
        worked = statistics.median(1000 * one for _clock, one in spent)
        late = clock[round(0.95 * (len(clock) - 1))]
        rows.append((name, len(clock), f"{worked:.1f}", f"{statistics.median(clock):.1f}",
                     f"{late:.1f}", f"{clock[-1]:.1f}"))  # fmt: skip
    head = ("", "n", "processor, median", "clock, median", "95 %", "worst")
    return (
        f"## A plan of {DAYS} days and {BLOCKS} blocks\n\n"
        f"Milliseconds from a key to the painted window (`./run bench workshops`); aim: {AIM_MS}. "
        "The clock counts what other programs take from the machine, the processor does not.\n\n"
        f"{table(head, rows)}"
    )
