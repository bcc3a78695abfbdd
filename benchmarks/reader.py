"""Opening a long text, two thousand notes, and whether the window answers during long work.

A text of 50,000 words is opened in the real window until it has been painted; "My notes" is
entered and filtered over 2,000 notes, half of them on that text; and while an index is built
the longest time is measured for which the window's thread would not have answered. All in a
process of its own, in Qt's offscreen platform; medians of five. On a machine that others use
too, an aim counts as reached by the time of the processor. Rows of notes below those in sight
are measured when the window has been painted, some forty at a time; that is not counted here.
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
from benchmarks.window import CONTENT, write_library
from indexer import tree
from kb_app.notes.model import selected
from kb_app.places import Places
from kb_app.program import Program

WORDS, NOTES, TIMES, DOCUMENTS = 50_000, 2_000, 5, 400
OPEN_MS, ANSWER_MS = 200, 100
TICK_MS = 5
SENTENCE = "La cooperativa vende la cal en Talanga y paga a cada socia el mismo día con recibo. "
SLUG = "long-text"


def write_long_text(folder: Path) -> None:
    """A case of so many words in sections and paragraphs, like those that ship."""
    head = (
        "---\nuid: 5f1c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01\nkind: case_study\nlang: es\n"
        "title: Un texto largo\nsummary: En corto.\ncountries: [HN]\n---\n"
    )
    paragraph = SENTENCE * 5
    count = WORDS // len(paragraph.split())
    body = [
        f"## Parte {number} {{#part-{number}}}\n\n" + "\n\n".join([paragraph] * (count // 10 + 1))
        for number in range(10)
    ]
    (folder / "case_studies" / f"{SLUG}.es.md").write_text(head + "\n\n".join(body), "utf-8")


def write_notes(program: Program) -> None:
    """Notes on many texts, half of them on the long one."""
    editions = [entry.edition("es") for entry in program.catalogue]
    long = program.catalogue.entry(SLUG).edition("es")
    texts = {e.sha256: tree.canonical_text(e.document()).text for e in (*editions, long)}
    notes = []
    for number in range(NOTES):
        edition = long if number % 2 else editions[number % len(editions)]
        start = (number * 131) % max(1, len(texts[edition.sha256]) - 60)
        purpose = ("quote", "question", "example", "use")[number % 4]
        notes.append(
            replace(
                selected(edition, start, start + 40), id=f"note-{number}", tags=("cal",),
                body=f"Nota {number}: preguntar en el mercado", purpose=purpose,
                created="2026-11-01T10:00:00.000Z", modified="2026-11-01T10:00:00.000Z",
            )
        )  # fmt: skip
    program.notes.receive(notes, "mine")


def measure(folder: Path) -> dict[str, list[float]]:
    """Milliseconds by what was done. In a process of its own."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QThreadPool, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from kb_app.app.opening import Opening  # noqa: PLC0415

    places = Places(folder / "data", (folder / "content",))
    program = Program(places, "es")
    program.store  # noqa: B018
    program.close()
    application = QApplication([])
    opening = Opening(places, "es", lambda: Program(places, "es"), True)
    loop = QEventLoop()
    opening.indexed.connect(loop.quit)
    silence, longest = QElapsedTimer(), 0.0

    def tick() -> None:
        nonlocal longest
        longest = max(longest, silence.restart() - TICK_MS)

    timer = QTimer()
    timer.timeout.connect(tick)
    window = opening.window
    window.resize(1366, 740)
    opening.show()
    QTimer.singleShot(1_500, lambda: (silence.start(), timer.start(TICK_MS)))
    loop.exec()
    timer.stop()
    out: dict[str, list[float]] = {"silence": [longest]}
    assert opening.desk is not None
    desk: Any = opening.desk

    def rest(milliseconds: int = 300) -> None:
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        QThreadPool.globalInstance().waitForDone()  # glossary words of the text before

    def timed(what: str, call: Callable[[], object]) -> None:
        started, used = time.perf_counter(), time.process_time()
        call()
        window.grab()
        out.setdefault(what, []).append((time.perf_counter() - started) * 1000)
        out.setdefault(f"{what} cpu", []).append((time.process_time() - used) * 1000)
        rest()

    uid = desk.program.catalogue.entry(SLUG).uid
    explore = desk.go("explore")
    rest()
    for kind in ("open", "open with notes"):
        for _ in range(TIMES):
            timed(kind, lambda: desk.open_entry(uid, "es"))
            explore.reading.act("tab.close")
            rest()
        if kind == "open":
            write_notes(desk.program)
            desk.notes_changed.emit()
    for number in range(TIMES):
        desk.go("home")
        desk.notes_changed.emit()
        timed("enter my notes", lambda: desk.go("notes"))
        view = desk.here.view
        view.words.setText(f"mercado {number}")
        timed("filter my notes", view.filter_changed.emit)
        view.words.clear()
        rest()
    opening.close()
    application.quit()
    return out


def report(documents: str = str(DOCUMENTS), scratch: str = "") -> str:
    """The section for the results."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="batea-bench-", dir=scratch or None) as place:
        folder = Path(place)
        write_library(folder / "content", int(documents))
        write_long_text(folder / "content")
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.reader", str(folder)],
            cwd=HERE.parent, env=environment, check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        found = json.loads(done.stdout.splitlines()[-1])
    rows: list[list[object]] = []
    for what, words, aim in (
        ("open", f"a text of {WORDS:,} words, opened and painted", OPEN_MS),
        ("open with notes", f"the same with {NOTES // 2:,} notes on it", OPEN_MS),
        ("enter my notes", f"My notes with {NOTES:,} notes, entered and painted", OPEN_MS),
        ("filter my notes", "My notes, words typed, until painted", ANSWER_MS),
    ):
        wall, cpu = (statistics.median(found[key]) for key in (what, f"{what} cpu"))
        rows.append([words, f"≤ {aim}", f"{wall:.0f}", f"{cpu:.0f}", _reached(min(wall, cpu), aim)])
    silence = found["silence"][0]
    words = f"longest silence of the window while {int(documents):,} documents are indexed"
    rows.append([words, f"≤ {ANSWER_MS}", f"{silence:.0f}", "", _reached(silence, ANSWER_MS)])
    others = f"The machine's load when this began: {load:.1f} on {os.cpu_count()} cores."
    return "\n".join(
        ["## Reading and notes", "", __doc__ or "", others, "",
         table(["milliseconds", "aim", "by the clock", "of the processor", "reached"], rows)]
    )  # fmt: skip


def _reached(measured: float, aim: float) -> str:
    return "yes" if measured <= aim else "**no**"


if __name__ == "__main__":
    assert CONTENT.is_dir()
    print(json.dumps(measure(Path(sys.argv[1]))))
