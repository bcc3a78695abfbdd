"""A model of a disk that loses its power: what may be left of the writes that were not synced.

The statements that the program sends to SQLite are recorded and run again over a VFS that
notes every write and sync (APSW). For each cut the disk is put together as a power failure may
leave it: all that was synced, and of the rest a random choice of sectors, some writes torn. A
deleted file may come back unless its folder was synced.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import apsw

from kb_app.notes.model import selected
from kb_app.places import Places
from kb_app.program import Program
from kb_app.schemas import MIGRATIONS
from kb_app.store import open_safely

SECTOR = 512


@dataclass
class Recorder:
    """Everything that reached the disk, in order: ("write", file, offset, bytes), ("truncate",
    file, size), ("sync", file), ("delete", file, folder synced), ("said", note id).
    """

    events: list[tuple[Any, ...]] = field(default_factory=list)


class _File(apsw.VFSFile):  # type: ignore[misc]
    def __init__(self, recorder: Recorder, filename: Any, flags: list[int]) -> None:
        super().__init__("", filename, flags)
        name = filename if isinstance(filename, str) else filename.filename()
        self._name = Path(name).name if name else ""
        self._events = recorder.events

    def xWrite(self, data: bytes, offset: int) -> None:
        self._events.append(("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self._events.append(("truncate", self._name, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self._events.append(("sync", self._name))
        super().xSync(flags)


class _Disk(apsw.VFS):  # type: ignore[misc]
    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        super().__init__("batea-model", base="")

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(self._recorder, name, flags)

    def xDelete(self, filename: str, sync: bool) -> None:
        self._recorder.events.append(("delete", Path(filename).name, bool(sync)))
        super().xDelete(filename, sync)


def statements(content: Path, notes: int) -> list[tuple[str, str]]:
    """What the program sends to SQLite while notes and plans are saved: ("sql", text), and
    ("said", note id) after each commit.
    """
    with tempfile.TemporaryDirectory(prefix="batea-trace-") as name:
        program = Program(Places(Path(name), (content,)))
        edition = next(iter(program.catalogue)).edition("es")
        rows: list[tuple[str, str]] = []
        connection = program.store.connection
        rows += [("sql", sql) for sql in connection.iterdump()]
        connection.set_trace_callback(lambda sql: rows.append(("sql", sql)))
        for number in range(notes):
            draft = replace(selected(edition, 10, 60), body=f"nota {number} " * 40)
            note = program.notes.add(draft, edition)
            rows.append(("said", note.id))
            if number % 3 == 0:
                program.notes.edit(replace(note, body=f"cambiada {number}"))
            if number % 5 == 0:
                program.workshops.create(f"Taller {number}", days=3)
        connection.set_trace_callback(None)
        program.close()
    return rows


def record(rows: Sequence[tuple[str, str]]) -> Recorder:
    """Run the statements over the model of a disk, with the modes of the program."""
    recorder = Recorder()
    with tempfile.TemporaryDirectory(prefix="batea-disk-") as name:
        disk = _Disk(recorder)
        connection = apsw.Connection(str(Path(name) / "batea.sqlite"), vfs="batea-model")
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        for kind, text in rows:
            if kind == "said":
                recorder.events.append(("said", text))
            elif _changes(text):
                connection.execute(text)
        connection.close()
        disk.unregister()
    return recorder


def _changes(sql: str) -> bool:
    words = sql.lstrip().upper()
    return not words.startswith(("SELECT", "PRAGMA", "--"))


@dataclass
class _Held:
    """A file of the model: what is on the disk for sure, and what was written since."""

    durable: bytearray | None = None
    pending: list[tuple[Any, ...]] = field(default_factory=list)


def disk_after_cut(events: Sequence[tuple[Any, ...]], chance: random.Random) -> dict[str, bytes]:
    """The files that a power cut after these events may leave."""
    files: dict[str, _Held] = {}
    for event in events:
        kind, name = event[0], event[1]
        if kind == "said" or not name:
            continue
        held = files.setdefault(name, _Held())
        if kind == "sync":
            held.durable = _applied(held, lambda: True)
            held.pending.clear()
        elif kind == "delete" and event[2]:
            files[name] = _Held()
        else:
            held.pending.append(event)
    out = {}
    for name, held in files.items():
        left = _applied(held, lambda: chance.random() < 0.5)
        if left is not None:
            out[name] = bytes(left)
    return out


def _applied(held: _Held, happens: Callable[[], bool]) -> bytearray | None:
    """The content after those pending changes, sector by sector, for which `happens`."""
    content = None if held.durable is None else bytearray(held.durable)
    for event in held.pending:
        if event[0] == "write":
            _, _, offset, data = event
            for start in range(0, len(data), SECTOR):
                if happens():
                    content = bytearray() if content is None else content
                    piece = data[start : start + SECTOR]
                    at = offset + start
                    if len(content) < at + len(piece):
                        content.extend(bytes(at + len(piece) - len(content)))
                    content[at : at + len(piece)] = piece
        elif event[0] == "truncate" and content is not None and happens():
            del content[event[2] :]
        elif event[0] == "delete" and happens():
            content = None
    return content


def power_cuts(runs: int, content: Path, notes: int = 40, seed: int = 20261126) -> list[str]:
    """What was lost in each of `runs` power cuts ("" for nothing)."""
    recorder = record(statements(content, notes))
    first = next(i for i, event in enumerate(recorder.events) if event[0] == "said")
    chance = random.Random(seed)
    return [
        _lost_by_cut(recorder.events[: chance.randint(first, len(recorder.events))], chance)
        for _ in range(runs)
    ]


def _lost_by_cut(events: Sequence[tuple[Any, ...]], chance: random.Random) -> str:
    said = [event[1] for event in events if event[0] == "said"]
    with tempfile.TemporaryDirectory(prefix="batea-cut-") as name:
        folder = Path(name)
        for file, content in disk_after_cut(events, chance).items():
            (folder / file).write_bytes(content)
        store, found = open_safely(folder / "batea.sqlite", folder / "backups", MIGRATIONS)
        held = {row["id"] for row in store.rows("SELECT id FROM note_revision")}
        store.close()
        missing = [note for note in said if note not in held]
        if found.state != "good":
            return f"opened as {found.state} ({found.flaw})"
        return f"{len(missing)} of {len(said)} notes are missing" if missing else ""
