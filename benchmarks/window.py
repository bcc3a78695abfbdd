"""From a key to the painted result, in the real window over a generated library.

Words of the library are typed letter by letter into the search box, with pauses of 60 to 300
ms as a person makes them, and each key is timed until the results that answer it have been
painted, the short wait for more keys (30 ms) included. Memory is that of the whole process,
compared with the same window over our own content. Without a display it runs in Qt's offscreen
platform.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.cold import megabytes
from benchmarks.corpus import SEED, Corpus
from benchmarks.results import HERE, table
from indexer.documents import FrontMatter

CONTENT = HERE.parent / "content"
TYPED = 30
PATIENCE_S = 3600
AIM_MS, AIM_MB = 60, 120


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


def type_words(content: Path, data: Path, words: list[str]) -> tuple[list[float], float]:
    """Milliseconds of each key, and megabytes at the end. In a process of its own."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    from kb_app.app.opening import Opening  # noqa: PLC0415
    from kb_app.places import Places  # noqa: PLC0415
    from kb_app.program import Program  # noqa: PLC0415

    application = QApplication([])
    places = Places(data, (content,))
    opening = Opening(places, "es", lambda: Program(places, "es"), True)
    loop = QEventLoop()

    class Painted(QObject):
        """Ends the loop once something was painted after new results came."""

        waits = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if self.waits and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
                self.waits = False
                QTimer.singleShot(0, loop.quit)
            return False

        def arrived(self) -> None:
            self.waits = True

    painted = Painted()
    application.installEventFilter(painted)
    opening.indexed.connect(loop.quit)
    QTimer.singleShot(PATIENCE_S * 1000, lambda: os._exit(1))
    opening.show()
    loop.exec()
    opening.window.resize(1366, 768)
    assert opening.desk is not None
    room = opening.desk.go("explore")
    room.view.model.modelReset.connect(painted.arrived)
    box = opening.window.top.box
    times: list[float] = []
    pauses = random.Random(SEED)
    for word in words:
        box.clear()
        loop.exec()
        for letter in word:
            QTimer.singleShot(pauses.randint(60, 300), loop.quit)
            loop.exec()
            started = time.perf_counter()
            QTest.keyClicks(box, letter)
            loop.exec()
            times.append((time.perf_counter() - started) * 1000)
    weight = megabytes()
    opening.close()
    return times, weight


def _in_a_process(content: Path, data: Path, words: list[str]) -> tuple[list[float], float]:
    environment = dict(os.environ)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "benchmarks.window", str(content), str(data)]
    done = subprocess.run(
        [*command, json.dumps(words)], cwd=HERE.parent, env=environment, check=True,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    times, weight = json.loads(done.stdout.splitlines()[-1])
    return times, weight


def report(documents: str = "10000", scratch: str = "") -> str:
    """The section for the results."""
    with tempfile.TemporaryDirectory(prefix="batea-bench-", dir=scratch or None) as place:
        folder = Path(place)
        words = write_library(folder / "many", int(documents))
        times, weight = _in_a_process(folder / "many", folder / "data", words)
        _, idle = _in_a_process(CONTENT, folder / "idle", words[:1])
    times.sort()
    p95 = times[int(0.95 * len(times))]
    more = weight - idle
    rows: list[list[object]] = [
        ["from key to painted result, p95 (ms)", f"≤ {AIM_MS}", f"{p95:.0f}",
         "yes" if p95 <= AIM_MS else "**no**"],
        ["the same, p50 (ms)", "", f"{statistics.median(times):.0f}", ""],
        ["memory over the window on our own content (MB)", f"≤ {AIM_MB}", f"{more:.0f}",
         "yes" if more <= AIM_MB else "**no**"],
    ]  # fmt: skip
    return "\n".join(
        ["## Typing in the window", "", __doc__ or "", "",
         f"{int(documents):,} documents, {len(times)} keys.", "",
         table(["", "aim", "measured", "reached"], rows)]
    )  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(type_words(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]))))
