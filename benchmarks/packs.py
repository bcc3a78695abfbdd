"""Large packs: 10,000 texts and 100,000 notes, checked, looked at, taken in and taken back.

The texts are our own, whole front matter and all, each many times under a uid of its own;
notes are on passages of them. The work is done in a process of its own, so that its memory is
that of the work alone. Beside the time that passed stands the time of the processor: on a
busy machine only the second can be compared. While the pack is taken in and back somebody
saves a note ten times a second, in another thread, as the window is one.

Run: ./run bench packs [--documents=N] [--notes=N]
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.results import table
from indexer.documents import Edition, read_edition
from kb_app.library.catalogue import load_catalogue
from kb_app.notes.model import Note, selected
from kb_app.packs.gate import open_pack
from kb_app.packs.manifest import Publisher
from kb_app.packs.writer import PackContents, write_pack
from kb_app.places import Places
from kb_app.program import Program

ROOT = Path(__file__).parents[1]
CREATED = "2026-11-24T10:00:00.000Z"
SEED = 20261124
QUOTE = 48
TURN_SECONDS = 0.0005  # as in the window
ALONE = 50
MEANWHILE = {2: "the pack is taken in", 3: "it is taken back"}
_UID = re.compile(rb"(?m)^uid:.*$")


def report(documents: str = "10000", notes: str = "100000") -> str:
    """The section of RESULTS.md."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "benchmarks.packs", folder, documents, notes]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    return section(json.loads(done.stdout.splitlines()[-1]), documents, notes)


def section(found: dict[str, Any], documents: str, notes: str) -> str:
    """What was measured, in words."""
    rows = [
        [name, f"{wall:.1f}", f"{cpu:.1f}", f"{memory}", aim]
        for (name, aim), (wall, cpu, memory) in zip(STEPS, found["steps"], strict=True)
    ]
    waits = [
        [name, len(times), *(f"{1000 * each:.0f}" for each in _spread(times))]
        for name, times in found["waits"].items()
    ]
    return (
        "## Large packs\n\n"
        f"{documents} texts and {notes} notes, {found['bytes'] / 1e6:.0f} MB packed, "
        f"{found['unpacked'] / 1e6:.0f} MB unpacked. Command: `./run bench packs`.\n\n"
        + table(["step", "seconds", "of the processor", "memory at most, MiB", "aim"], rows)
        + "\n\nMilliseconds by the clock until a note is saved meanwhile, its line of the mirror "
        "too:\n\n" + table(["while", "saved", "median", "95 %", "longest"], waits)
    )


def _spread(times: list[float]) -> tuple[float, float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)], ordered[-1]


STEPS = (
    ("full check", "≤ 10 s"),
    ("preview (with the check)", ""),
    ("import after the preview", "with it ≤ 120 s, < 1024 MiB"),
    ("undo", ""),
)


def made(count: int, notes: int, path: Path) -> tuple[int, int]:
    """Write the pack; its size packed and unpacked."""
    chance = random.Random(SEED)

    def new_id() -> str:
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))

    texts = [e for e in load_catalogue([ROOT / "content"]).editions() if e.path is not None]
    sources = [(e, e.path.read_bytes()) for e in texts if e.path is not None]
    passages = [_passages(e) for e, _ in sources]
    editions: list[Edition] = []
    raws: dict[tuple[str, str], bytes] = {}
    for number in range(count):
        edition, source = sources[number % len(sources)]
        uid = new_id()
        raw = _UID.sub(b"uid: " + uid.encode(), source, count=1)
        slug = f"{edition.slug}-{number}"
        editions.append(read_edition(raw, f"{slug}.{edition.lang}.md", slug))
        raws[uid, edition.lang] = raw
    rows = [
        replace(
            chance.choice(passages[number % count % len(sources)]),
            id=new_id(), uid=editions[number % count].uid, sha256=editions[number % count].sha256,
            body="¿Cuántas personas trabajan así aquí?", created=CREATED, modified=CREATED,
            creator="María", shareable=True, tags=("taller",),
        )
        for number in range(notes)
    ]  # fmt: skip
    contents = PackContents("Grande", CREATED, Publisher(new_id(), "Agencia"), editions, raws,
                            notes=rows)  # fmt: skip
    pack = write_pack(contents, path)
    return pack.size, sum(entry.size for entry in pack.files.entries.values())


def _passages(edition: Edition) -> list[Note]:
    return [selected(edition, start, start + QUOTE) for start in range(100, 1500, 100)]


def finished(work: Generator[tuple[int, int], None, Any]) -> Any:
    """What long work returns in the end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def measure(pack: Path, folder: Path) -> dict[str, Any]:
    """Seconds, seconds of the processor and memory at most (MiB) after each step; seconds that
    each note took to be saved while nothing else, the third and the fourth were done.
    """
    sys.setswitchinterval(TURN_SECONDS)
    program = Program(Places(folder / "data", (ROOT / "content",)))
    edition = next(iter(program.catalogue)).edition("es")  # read before the clock starts
    draft = replace(selected(edition, 10, 60), body="nota")
    kept: dict[str, Any] = {}
    steps: tuple[Callable[[], Any], ...] = (
        lambda: open_pack(pack) and None,
        lambda: kept.update(seen=finished(program.imports.preview(pack))),
        lambda: kept.update(out=finished(program.imports.take(pack, kept["seen"]))),
        lambda: finished(program.imports.undo(kept["out"].import_id)),
    )

    def save() -> None:
        program.notes.add(draft, edition)

    pause = threading.Event()
    alone = [_timed(save) for _ in range(ALONE)]
    waits = {"nothing else": alone}
    out = []
    for number, step in enumerate(steps):
        wall, cpu = time.perf_counter(), [0.0]
        thread = threading.Thread(target=_on_processor, args=(step, cpu))
        thread.start()
        times = []
        while thread.is_alive() and number in MEANWHILE:
            times.append(_timed(save))
            pause.wait(0.1)
        thread.join()
        if times:
            waits[MEANWHILE[number]] = times
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        out.append((time.perf_counter() - wall, cpu[0], memory))
    program.close()
    return {"steps": out, "waits": waits}


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _on_processor(work: Callable[[], Any], seconds: list[float]) -> None:
    """Do some work in a thread; the time that the processor spent on it."""
    start = time.thread_time()
    work()
    seconds[0] = time.thread_time() - start


def main(folder: Path, documents: int, notes: int) -> None:
    """In a process of its own; making the pack in yet another one."""
    pack = folder / "large.batea"
    words = [sys.executable, "-m", "benchmarks.packs", folder, documents, notes, "make"]
    done = subprocess.run(
        [str(word) for word in words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    size, unpacked = json.loads(done.stdout)
    value = {"bytes": size, "unpacked": unpacked, **measure(pack, folder)}
    sys.stdout.write(json.dumps(value))


if __name__ == "__main__":
    place, count, rows = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    if sys.argv[4:] == ["make"]:
        sys.stdout.write(json.dumps(made(count, rows, place / "large.batea")))
    else:
        main(place, count, rows)
