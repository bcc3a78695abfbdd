"""Rows that are written before they count, and writers that let each other in."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kb_app.export.steps import finished
from kb_app.library.revisions import Revisions
from kb_app.notes.model import Note
from kb_app.notes.notes import Notes
from kb_app.notes.rows import TABLE, stage
from kb_app.schemas import MIGRATIONS
from kb_app.store import make_backup, open_safely
from kb_app.store.mirror import Mirror
from kb_app.store.queue import Queue
from kb_app.store.staging import publish

UID = "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01"
COUNT = 900  # more than one turn


def note(number: int, body: str = "") -> Note:
    name = f"00000000-0000-4000-8000-{number:012}"
    return Note(name, UID, "es", "d" * 64, "", "cal", "", "", 0, 3, body or f"nota {number}")


class Desk:
    """The person's data, opened by the start-up ladder, with its mirror."""

    def __init__(self, folder: Path) -> None:
        self.database, self.backups = folder / "batea.sqlite", folder / "backups"
        self.open()

    def open(self) -> None:
        self.store, self.report = open_safely(self.database, self.backups, MIGRATIONS)
        self.notes = Notes(self.store, Revisions(self.store))

    def publish(self, numbers: range) -> None:
        with self.store.transaction() as connection:
            publish(connection, TABLE, numbers)
        self.store.mirror_published(TABLE, numbers)

    def bodies(self) -> list[str]:
        return [one.body for one in self.notes.all()]

    def mirrored(self) -> list[str]:
        return sorted(str(line.row["id"]) for line in Mirror(self.backups).read()[0])


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "data")
    yield made
    made.store.close()


STAGED = [note(number) for number in range(COUNT)]


def test_what_is_staged_is_seen_nowhere_until_it_is_published(desk):
    mine = desk.notes.add(replace(note(5_000, "antes"), id=""))
    numbers = finished(stage(desk.store, STAGED))
    after = desk.notes.add(replace(note(5_001, "después"), id=""))
    assert desk.bodies() == ["antes", "después"]
    assert desk.notes.count() == 2
    assert desk.notes.last_changed() == after.id
    assert desk.notes.history(STAGED[0].id) == []
    assert desk.mirrored() == sorted([mine.id, after.id])
    desk.publish(numbers)
    assert desk.bodies() == ["antes", *(n.body for n in STAGED), "después"]
    assert desk.mirrored() == sorted([mine.id, after.id, *(n.id for n in STAGED)])
    assert desk.notes.damaged() == []


def test_what_is_staged_can_be_withdrawn_and_nothing_of_others_goes_with_it(desk):
    finished(stage(desk.store, STAGED))
    mine = desk.notes.add(replace(note(5_000), id=""))
    desk.store.withdraw(TABLE)
    assert desk.notes.all() == [mine]
    assert desk.store.rows(f"SELECT count(*) AS n FROM {TABLE}")[0]["n"] == 1
    numbers = finished(stage(desk.store, STAGED))
    desk.publish(numbers)
    assert len(desk.notes.all()) == COUNT + 1


def test_a_change_that_was_made_meanwhile_comes_after_what_was_staged(desk):
    mine = desk.notes.add(note(1, "mía"))
    numbers = finished(stage(desk.store, [note(1, "suya"), note(2, "suya")]))
    desk.notes.edit(replace(mine, body="mía, otra vez"))
    desk.publish(numbers)
    assert desk.bodies() == ["mía, otra vez", "suya"]


def test_notes_that_are_staged_as_deleted_are_there_until_it_is_published(desk):
    for number in range(3):
        desk.notes.add(note(number))
    numbers = finished(stage(desk.store, desk.notes.all()[:2], deleted=True))
    assert len(desk.notes.all()) == 3
    assert desk.notes.deleted() == []
    desk.publish(numbers)
    assert desk.bodies() == ["nota 2"]


def test_after_a_crash_a_start_sees_nothing_of_what_was_staged(desk):
    mine = desk.notes.add(replace(note(5_000), id=""))
    finished(stage(desk.store, STAGED))
    desk.store.close()
    desk.open()
    assert desk.report.state == "good"
    assert desk.notes.all() == [mine]
    assert desk.mirrored() == [mine.id]


@pytest.mark.parametrize("with_backup", [False, True])
def test_a_repair_gives_back_no_rows_that_were_never_published(desk, with_backup):
    mine = desk.notes.add(replace(note(5_000), id=""))
    finished(stage(desk.store, STAGED))
    if with_backup:
        make_backup(desk.store, desk.backups)
    later = desk.notes.add(replace(note(5_001), id=""))
    desk.store.close()
    data = bytearray(desk.database.read_bytes())
    at = data.rindex(later.body.encode())
    data[at : at + 4] = b"NOTA"  # a row that is not what was written
    desk.database.write_bytes(data)
    desk.open()
    assert desk.report.repaired
    assert desk.notes.all() == [mine, later]
    more = [desk.notes.add(replace(note(6_000 + n), id="")) for n in range(3)]
    desk.store.withdraw(TABLE)
    assert desk.notes.all() == [mine, later, *more]


def test_rows_of_the_mirror_do_not_come_back_unseen(desk, tmp_path):
    """A backup of a time when rows were staged, and a mirror of the time after."""
    work = stage(desk.store, STAGED)
    next(work)
    make_backup(desk.store, desk.backups)
    desk.publish(finished(work))
    desk.store.close()
    shutil.move(desk.database, tmp_path / "gone")
    desk.open()
    assert desk.report.mirrored == COUNT
    desk.store.withdraw(TABLE)
    assert desk.bodies() == [n.body for n in STAGED]


def test_who_waits_is_let_in_before_the_same_thread_comes_again():
    queue, order = Queue(), []

    def other() -> None:
        with queue:
            order.append("other")

    with queue:
        thread = threading.Thread(target=other)
        thread.start()
        while not queue.is_awaited:
            thread.join(0.001)
        order.append("first")
    with queue:
        order.append("again")
    thread.join()
    assert order == ["first", "other", "again"]


def test_a_note_is_saved_between_two_turns_of_another_thread(desk):
    """Whoever works in many turns does not keep the others out."""
    work = stage(desk.store, STAGED)
    next(work)
    saved: list[Note] = []
    thread = threading.Thread(target=lambda: saved.append(desk.notes.add(note(7_000))))
    thread.start()
    thread.join()
    desk.publish(finished(work))
    assert len(desk.notes.all()) == COUNT + 1
    assert desk.notes.get(saved[0].id) == saved[0]
