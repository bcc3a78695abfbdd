"""Is anything lost? Kills, power cuts and damage, counted.

*Kills*: a process that saves notes, takes packs in or makes backups, and says after each
commit what it has saved, is killed (SIGKILL) at a random moment; then the data is opened by
the start-up ladder and everything that was said to be saved must be there.

*Power cuts*: see `benchmarks.powercut`.

*Damage*: database, index, settings and backups are truncated, zeroed or flipped.
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.powercut import power_cuts
from benchmarks.results import table
from indexer.documents import Edition
from indexer.query import Query
from kb_app.export.steps import finished
from kb_app.library.catalogue import BUILT_IN
from kb_app.notes.model import Note, selected
from kb_app.notes.notes import Notes
from kb_app.packs.writer import write_pack
from kb_app.places import Places
from kb_app.program import Program
from kb_app.store import list_backups, make_backup
from kb_app.store.backups import is_whole

HERE = Path(__file__).parent
CONTENT = HERE.parent / "content"
SEED = 20261126
TASKS = ("save", "import", "backup")
HARMS = ("truncated", "zero page", "bit flips", "header")
HARMED = ("database", "index", "settings", "backup")


def few_cases(folder: Path, shipped: Path = CONTENT, count: int = 6) -> Path:
    """A library of a few of our cases: what is tried here does not depend on how many."""
    for name in ("vocabulary", "glossary"):
        shutil.copytree(shipped / name, folder / name)
    (folder / "case_studies").mkdir()
    for path in sorted((shipped / "case_studies").glob("*.md"))[: 2 * count]:
        shutil.copy(path, folder / "case_studies" / path.name)
    return folder


# --- kills ---------------------------------------------------------------------------------


def work(task: str, data: Path, content: Path, packs: Path) -> None:
    """Work until killed; a line on standard output for each thing that is saved."""
    program = Program(Places(data, (content,)))
    edition = next(iter(program.catalogue)).edition("es")
    parcels = sorted(packs.glob("*.batea"))
    number = 0
    while True:
        number += 1
        if task == "import":
            path = parcels[number % len(parcels)]
            seen = finished(program.imports.preview(path))
            outcome = finished(program.imports.take(path, seen))
            print(outcome.import_id, flush=True)
            program.library_changed()
            if number >= len(parcels):
                for record in program.imports.all():
                    if not record.undone:
                        finished(program.imports.undo(record.id))
                program.library_changed()
            continue
        note = program.notes.add(replace(selected(edition, 10, 60), body=f"nota {number}"), edition)
        print(note.id, flush=True)
        if task == "backup":
            make_backup(program.store, program.places.backups)


def kill_once(task: str, folder: Path, content: Path, packs: Path, chance: random.Random) -> str:
    """Kill a worker at a random moment; "" when nothing was lost, else what was."""
    words = [sys.executable, "-m", "benchmarks.crash", task, str(folder), str(content), str(packs)]
    process = subprocess.Popen(words, cwd=HERE.parent, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said: list[str] = []
    wanted = chance.randint(1, 12)
    for line in process.stdout:
        said.append(line.strip())
        if len(said) >= wanted:
            threading.Event().wait(chance.random() * 0.03)
            process.send_signal(signal.SIGKILL)
            break
    said += [line.strip() for line in process.stdout if line.endswith("\n")]
    process.wait()
    process.stdout.close()
    return lost_after(task, folder, content, said)


def lost_after(task: str, folder: Path, content: Path, said: Sequence[str]) -> str:
    """What is missing after a crash, "" when nothing is."""
    program = Program(Places(folder, (content,)))
    try:
        if program.startup.state != "good":
            return f"opened as {program.startup.state} ({program.startup.flaw})"
        if task == "import":
            records = {record.id: record for record in program.imports.all()}
            missing = [i for i in said if i not in records]
            taken = {r.title for r in records.values() if not r.undone}
            texts = {e.slug for e in program.catalogue if e.shelf != BUILT_IN}
            noted = {program.catalogue.entry(n.uid).slug for n in program.notes.all()}
            if not taken == texts == noted:
                return f"half an import: {taken ^ texts | taken ^ noted}"
        else:
            notes = {note.id for note in program.notes.all()}
            missing = [i for i in said if i not in notes]
            bad = [b.path.name for b in list_backups(program.places.backups)
                   if not is_whole(b.path)]  # fmt: skip
            if bad:
                return f"half a backup: {bad}"
        return f"{len(missing)} of {len(said)} are missing" if missing else ""
    finally:
        program.close()


def make_packs(folder: Path, content: Path, count: int = 12) -> Path:
    """Packs of one text each, with a note, to be taken in."""
    folder.mkdir(parents=True, exist_ok=True)
    sender = Program(Places(folder / "sender", (content,)))
    for number, entry in enumerate(list(sender.catalogue)[1 : count + 1]):
        edition = entry.edition("es")
        sender.notes.add(replace(selected(edition, 5, 40), body="x", shareable=True), edition)
        contents = sender.sending.contents(entry.slug, [entry], with_notes=True)
        write_pack(contents, folder / f"{number:02}.batea")
    sender.close()
    return folder


def kills(runs: int, content: Path, seed: int = SEED) -> dict[str, list[str]]:
    """What was lost in each run, by task."""
    chance = random.Random(seed)
    out: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory(prefix="batea-kill-") as name:
        packs = make_packs(Path(name) / "packs", content)
        one = few_cases(Path(name) / "one", content, 1)
        for task in TASKS:
            out[task] = [
                kill_once(task, Path(name) / f"{task}{run}", one, packs, chance)
                for run in range(runs)
            ]
    return out


# --- damage --------------------------------------------------------------------------------


def harmed(data: bytes, kind: str, chance: random.Random) -> bytes:
    """The bytes of a file to which something happened on the disk."""
    if kind == "truncated":
        return data[: chance.randrange(max(1, len(data)))]
    if kind == "header":
        return bytes(min(100, len(data))) + data[100:]
    start = chance.randrange(0, max(1, len(data)), 4096)
    if kind == "zero page":
        return data[:start] + bytes(len(data[start : start + 4096])) + data[start + 4096 :]
    flipped = bytearray(data)
    for _ in range(8):
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def damage(runs: int, content: Path, seed: int = SEED) -> dict[str, list[str]]:
    """What was lost in each run, by what was damaged."""
    chance = random.Random(seed)
    out: dict[str, list[str]] = {what: [] for what in HARMED}
    with tempfile.TemporaryDirectory(prefix="batea-harm-") as name:
        for run in range(runs):
            what, kind = HARMED[run % len(HARMED)], HARMS[run // len(HARMED) % len(HARMS)]
            out[what].append(_damage_once(Path(name) / str(run), content, what, kind, chance))
    return out


def _damage_once(folder: Path, content: Path, what: str, kind: str, chance: random.Random) -> str:
    places = Places(folder, (content,))
    program = Program(places)
    edition = next(iter(program.catalogue)).edition("es")
    notes = [_saved(program.notes, edition, number) for number in range(20)]
    if what == "index":
        finished(program.search.update())
    make_backup(program.store, places.backups)
    notes += [_saved(program.notes, edition, number) for number in range(20, 25)]
    program.close()
    places.settings.write_text(json.dumps({"theme": "dark", "tabs": []}), encoding="utf-8")
    for path in _targets(places, what):
        path.write_bytes(harmed(path.read_bytes(), kind, chance))
    again = Program(places)
    try:
        held = {note.id for note in again.notes.all()}
        lost = [note for note in notes if note.id not in held]
        finished(again.search.update())
        if not again.search.search(Query("mujeres")).hits:
            return "the search finds nothing"
        return f"{len(lost)} of {len(notes)} notes are missing" if lost else ""
    finally:
        again.close()


def _saved(notes: Notes, edition: Edition, number: int) -> Note:
    return notes.add(replace(selected(edition, 10, 60), body=f"nota {number}"), edition)


def _targets(places: Places, what: str) -> list[Path]:
    if what == "database":
        return [places.database]
    if what == "settings":
        return [places.settings]
    if what == "backup":
        return [backup.path for backup in list_backups(places.backups)]
    return [path for path in sorted(places.cache.rglob("*")) if path.is_file()
            and path.stat().st_size]  # fmt: skip


# --- report --------------------------------------------------------------------------------


def report(kills_each: str = "200", cuts: str = "200", damages: str = "100") -> str:
    """The section of RESULTS.md."""
    rows: list[tuple[str, int, int, str]] = []
    with tempfile.TemporaryDirectory(prefix="batea-content-") as name:
        content = few_cases(Path(name) / "content")
        for task, losses in kills(int(kills_each), content).items():
            rows.append((f"kill -9 while: {task}", *_counted(losses)))
        rows.append(("power cut while saving", *_counted(power_cuts(int(cuts), content))))
        for what, losses in damage(int(damages), content).items():
            rows.append((f"damaged: {what}", *_counted(losses)))
    return "\n".join(
        (
            "## Is anything lost?",
            "",
            "Something acknowledged that is not there afterwards, a start that does not succeed, "
            "half an import or half a backup counts as a loss.",
            "",
            table(("what happens", "runs", "losses", "which"), rows),
        )
    )


def _counted(losses: Sequence[str]) -> tuple[int, int, str]:
    which = Counter(loss for loss in losses if loss)
    words = "; ".join(f"{loss} ({count})" for loss, count in which.most_common(3))
    return len(losses), sum(which.values()), words or "—"


if __name__ == "__main__":
    work(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
