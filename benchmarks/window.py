"""From a key to the painted result, in the real window over a generated library.

Words of the library are typed letter by letter into the search box, with pauses of 60 to 300
ms as a person makes them. Each key is timed until the list of results has been painted while
it holds the answer to exactly what then stands in the box: by the clock, and by what the
process had of the processor meanwhile, all its threads together, which is what the key would
take if nobody else wanted the processor. On a machine that others use too, an aim counts as
reached by the time of the processor. Memory is that of the whole process, pages of mapped
files included, compared with the same window over our own content. All in Qt's offscreen
platform and, where Xvfb is there, in an X server with a window manager.

`--folder=PATH` keeps the library and its index there for the next run.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from benchmarks.cold import megabytes
from benchmarks.corpus import SEED, Corpus
from benchmarks.results import HERE, table
from indexer.documents import FrontMatter

CONTENT = HERE.parent / "content"
TYPED = 12
PATIENCE_S = 3600
Key = tuple[float, float]  # milliseconds by the clock, of the processor
AIM_MS, AIM_MB = 60, 120
REST_MS = 700  # between words: everything beside the results is filled


def write_library(folder: Path, count: int) -> list[str]:
    """Markdown files of so many documents; some words that stand in them."""
    place = folder / "case_studies"
    place.mkdir(parents=True)
    for shared in ("vocabulary", "glossary"):
        (folder / shared).symlink_to(CONTENT / shared)
    corpus = Corpus(CONTENT)
    words: set[str] = set()
    for entry in corpus.entries(count):
        for edition in entry.editions.values():
            words.update(
                w.lower() for w in edition.body.split()[:80] if w.isalpha() and w.isascii()
            )
            front = yaml.dump(_fields(edition.front), allow_unicode=True)
            text = f"---\n{front}---\n{edition.body}"
            (place / f"{edition.slug}.{edition.lang}.md").write_text(text, encoding="utf-8")
    return random.Random(SEED).sample(sorted(w for w in words if 5 <= len(w) <= 9), TYPED)


def _fields(front: FrontMatter) -> dict[str, object]:
    period = front.period
    return {
        "uid": front.uid, "kind": "case_study", "lang": front.lang, "title": front.title,
        "summary": front.summary, "countries": list(front.countries),
        "minerals": list(front.minerals), "topics": list(front.topics),
        "evidence": {"strength": front.evidence_strength},
        **({"period": {"from": period[0], "to": period[1]}} if period else {}),
    }  # fmt: skip


def type_words(content: Path, data: Path, words: list[str]) -> tuple[list[Key], float]:
    """Milliseconds of each key, and megabytes at the end. In a process of its own."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from kb_app.app.opening import Opening  # noqa: PLC0415
    from kb_app.places import Places  # noqa: PLC0415
    from kb_app.program import Program  # noqa: PLC0415

    application = QApplication([])
    places = Places(data, (content,))
    opening = Opening(places, "es", lambda: Program(places, "es"), True)
    loop = QEventLoop()
    opening.indexed.connect(loop.quit)
    QTimer.singleShot(PATIENCE_S * 1000, lambda: os._exit(1))
    opening.show()
    loop.exec()
    opening.window.resize(1366, 768)
    assert opening.desk is not None
    room = opening.desk.go("explore")
    view, box = room.view, opening.window.top.box

    class Painted(QObject):
        """Ends the loop once the list was painted with the answer to what is in the box."""

        waits = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if self.waits and event.type() == QEvent.Type.Paint:
                answer = room.answered.answer
                shown = view.list.viewport() if answer.hits else view.blank
                if watched is shown and answer.query.text == box.text():
                    self.waits = False
                    QTimer.singleShot(0, loop.quit)
            return False

    painted = Painted()
    application.installEventFilter(painted)

    def wait(milliseconds: int) -> None:
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    wait(REST_MS)
    times: list[Key] = []
    pauses = random.Random(SEED)
    for word in words:
        box.clear()
        wait(REST_MS)
        for letter in word:
            wait(pauses.randint(60, 300))
            painted.waits = True
            started, used = time.perf_counter(), time.process_time()
            QTest.keyClicks(box, letter)
            loop.exec()
            clock, processor = time.perf_counter() - started, time.process_time() - used
            times.append((clock * 1000, processor * 1000))
    weight = megabytes()
    opening.close()
    return times, weight


def _in_a_process(
    content: Path, data: Path, words: list[str], display: str = ""
) -> tuple[list[Key], float]:
    platform = {"DISPLAY": display} if display else {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "benchmarks.window", str(content), str(data)]
    done = subprocess.run(
        [*command, json.dumps(words)], cwd=HERE.parent, env=os.environ | platform, check=True,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    times, weight = json.loads(done.stdout.splitlines()[-1])
    return [(clock, processor) for clock, processor in times], weight


@contextmanager
def _x_server() -> Iterator[str]:
    """The name of a display with a window manager, or "" where there is none to be had."""
    if not shutil.which("Xvfb"):
        yield ""
        return
    ours, theirs = os.pipe()
    screen = ["-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), *screen], pass_fds=(theirs,), stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    with os.fdopen(ours) as told:
        display = f":{told.readline().strip()}"
    manager = None
    if shutil.which("openbox"):
        manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": display})
    try:
        yield display
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


def prepare(folder: Path, count: int) -> list[str]:
    """The library and its index, made if they are not there; the words to type."""
    held = folder / "words.json"
    if not held.exists():
        words = write_library(folder / "many", count)
        _in_a_process(folder / "many", folder / "data", [])
        _in_a_process(CONTENT, folder / "own", [])
        held.write_text(json.dumps(words), encoding="utf-8")
    found: list[str] = json.loads(held.read_text(encoding="utf-8"))
    return found


def report(documents: str = "10000", scratch: str = "", folder: str = "") -> str:
    """The section for the results."""
    with tempfile.TemporaryDirectory(prefix="batea-bench-", dir=scratch or None) as passing:
        place = Path(folder or passing)
        words = prepare(place, int(documents))
        times, weight = _in_a_process(place / "many", place / "data", words)
        _, own = _in_a_process(CONTENT, place / "own", words[:1])
        rows = [*_rows("offscreen", times), _memory("offscreen", weight - own)]
        with _x_server() as display:
            if display:
                times, weight = _in_a_process(place / "many", place / "data", words, display)
                _, own = _in_a_process(CONTENT, place / "own", words[:1], display)
                rows += [*_rows("X server", times), _memory("X server", weight - own)]
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    return "\n".join(
        ["## Typing in the window", "", __doc__ or "", "",
         f"{int(documents):,} documents, {len(times)} keys. Load of the machine at the end "
         f"(1, 5, 15 min): {load}.", "",
         table(["", "aim", "measured", "of the processor", "reached"], rows)]
    )  # fmt: skip


def _rows(where: str, times: list[Key]) -> list[list[object]]:
    clock, processor = (sorted(column) for column in zip(*times, strict=True))
    at = int(0.95 * len(times))
    return [
        [f"from key to painted result, p95 (ms), {where}", f"≤ {AIM_MS}", f"{clock[at]:.0f}",
         f"{processor[at]:.0f}", "yes" if processor[at] <= AIM_MS else "**no**"],
        [f"the same, p50 (ms), {where}", "", f"{statistics.median(clock):.0f}",
         f"{statistics.median(processor):.0f}", ""],
    ]  # fmt: skip


def _memory(where: str, more: float) -> list[object]:
    return [f"memory over the window on our own content (MB), {where}", f"≤ {AIM_MB}",
            f"{more:.0f}", "", "yes" if more <= AIM_MB else "**no**"]  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(type_words(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]))))
