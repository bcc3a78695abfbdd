"""The person's data: saved together or not at all, opened whatever happened to it."""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from benchmarks.crash import harmed
from kb_app.export.steps import finished
from kb_app.library import schema as library_schema
from kb_app.library.revisions import Revisions
from kb_app.notes.model import Note, selected
from kb_app.notes.notes import Notes
from kb_app.packs.writer import write_pack
from kb_app.places import Places
from kb_app.program import Program
from kb_app.schemas import MIGRATIONS
from kb_app.store import list_backups, make_backup, open_safely, open_store, restore
from kb_app.store.backups import is_whole, rotate
from kb_app.store.errors import BackupUnusable, DiskFull, StoreBusy, StoreNewer, StoreReadOnly


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "data" / "batea.sqlite"


@pytest.fixture
def store(path):
    opened = open_store(path, MIGRATIONS)
    yield opened
    opened.close()


def test_what_is_saved_is_there_after_a_restart(path, store):
    store.set_setting("name", "María")
    store.close()
    again = open_store(path, MIGRATIONS)
    assert again.setting("name") == "María"
    assert again.setting("other", 7) == 7
    again.close()


def test_a_transaction_is_whole_or_nothing(store):
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.set_setting("one", 1)
        store.set_setting("two", 1 / 0)
    assert store.setting("one") is None


def test_the_modes_that_keep_the_data(store):
    def pragma(name: str) -> object:
        return store.connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "delete"
    assert pragma("synchronous") == 3
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0


def test_an_older_file_is_brought_up_to_date_without_loss(path):
    path.parent.mkdir()
    old = Database(sqlite3.connect(path, isolation_level=None))
    library_schema.migrations.apply(old, stop_before="m002_collections")
    old.conn.execute("INSERT INTO revision VALUES ('u', 'es', 'd', 'slug', x'61', '[]', 'now')")
    old.close()
    store = open_store(path, MIGRATIONS)
    assert store.rows("SELECT slug FROM revision")[0]["slug"] == "slug"
    assert store.rows("SELECT count(*) AS n FROM collection")[0]["n"] == 0
    store.close()


def test_data_of_a_newer_version_is_left_alone(path, store):
    store.connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('library', 'm999_future', 'x')"
    )
    store.close()
    before = path.read_bytes()
    with pytest.raises(StoreNewer):
        open_store(path, MIGRATIONS)
    assert path.read_bytes() == before


def test_a_full_disk_is_said_and_nothing_is_half_written(store):
    store.set_setting("small", 1)
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        store.set_setting("large", "x" * 100_000)
    store.connection.execute("PRAGMA max_page_count = 100000")
    assert store.setting("large") is None
    assert store.setting("small") == 1


def test_two_writers_do_not_mix(path, store):
    other = open_store(path, MIGRATIONS)
    other.connection.execute("PRAGMA busy_timeout = 0")
    with store.transaction(), pytest.raises(StoreBusy), other.transaction():
        pass
    other.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes where nobody may")
def test_read_only_media_open_for_reading(path, store):
    store.set_setting("name", "María")
    store.close()
    path.parent.chmod(0o500)
    path.chmod(0o400)
    try:
        opened, report = open_safely(path, path.parent / "backups", MIGRATIONS)
        assert report.state == "read-only"
        assert opened.setting("name") == "María"
        with pytest.raises(StoreReadOnly):
            opened.set_setting("name", "Rosa")
        opened.close()
    finally:
        path.parent.chmod(0o700)


def test_a_data_folder_that_cannot_be_made_still_opens(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    opened, report = open_safely(tmp_path / "file" / "b.sqlite", tmp_path, MIGRATIONS)
    assert (opened.read_only, report.state) == (True, "read-only")
    with pytest.raises(StoreReadOnly):
        opened.set_setting("name", "Rosa")
    opened.close()


# --- backups ---------------------------------------------------------------------------


def test_a_backup_is_whole_and_can_be_restored_without_loss(path, store, tmp_path):
    store.set_setting("name", "before")
    backup = make_backup(store, tmp_path / "backups")
    store.set_setting("name", "after")
    store.close()
    aside = restore(backup, path)
    store_again = open_store(path, MIGRATIONS)
    assert store_again.setting("name") == "before"
    store_again.close()
    put_aside = open_store(aside, MIGRATIONS)
    assert put_aside.setting("name") == "after"
    put_aside.close()


def test_a_damaged_backup_is_refused_and_changes_nothing(path, store, tmp_path):
    store.set_setting("name", "mine")
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(b"SQLite format 3\0" + bytes(5000))
    with pytest.raises(BackupUnusable):
        restore(bad, path)
    assert store.setting("name") == "mine"


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60, unique=True))
def test_rotation_keeps_the_latest_and_one_for_each_day_week_and_month(days):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = datetime(2025, 1, 1, 12, tzinfo=UTC)
        for day in days:
            stamp = (start + timedelta(days=day)).strftime("%Y%m%dT%H%M%SZ")
            (folder / f"batea-{stamp}.sqlite").write_bytes(b"")
        before = list_backups(folder)
        rotate(folder)
        after = list_backups(folder)
        assert [b.path for b in after[:5]] == [b.path for b in before[:5]]
        assert len(after) <= 5 + 7 + 4 + 12
        months = list(dict.fromkeys(b.made.strftime("%Y%m") for b in before))[:12]
        assert set(months) <= {b.made.strftime("%Y%m") for b in after}


# --- damage ----------------------------------------------------------------------------


def saved_notes(store, count: int, first: int = 0) -> list[Note]:
    notes = Notes(store, Revisions(store))
    uid = "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01"
    return [
        notes.add(Note("", uid, "es", "d", "", "piedra", "", "", 0, 6, f"nota {n} " * 20))
        for n in range(first, first + count)
    ]


def opens_with_all(path: Path, backups: Path, kind: str, seed: int) -> None:
    """Damage the file after a backup: it opens, says so, and has every note of the backup."""
    store = open_store(path, MIGRATIONS)
    written = saved_notes(store, 40)
    make_backup(store, backups)
    store.close()
    path.write_bytes(harmed(path.read_bytes(), kind, random.Random(seed)))
    opened, report = open_safely(path, backups, MIGRATIONS)
    assert report.state in ("good", "restored")
    notes = Notes(opened, Revisions(opened))
    assert notes.all() == written
    assert notes.damaged() == []
    assert len(saved_notes(opened, 1)) == 1
    opened.close()
    if report.state == "restored":
        assert (path.parent / report.kept).exists()


KINDS = ["truncated", "header", "zero page", "bit flips"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_it_always_opens_and_no_note_of_the_backup_is_lost(path, tmp_path, kind, seed):
    opens_with_all(path, tmp_path / "backups", kind, seed)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(25))
def test_100_damaged_files_open(path, tmp_path, kind, seed):
    opens_with_all(path, tmp_path / "backups", kind, 1000 + seed)


def test_notes_written_after_the_backup_are_saved_from_the_damaged_file(path, tmp_path):
    store = open_store(path, MIGRATIONS)
    old = saved_notes(store, 5)
    make_backup(store, tmp_path / "backups")
    notes = Notes(store, Revisions(store))
    changed = notes.edit(replace(old[0], body="cambiada después de la copia"))
    new = saved_notes(store, 5, first=5)
    store.connection.execute("DROP TRIGGER note_revision_is_append_only")
    store.connection.execute(  # damage that SQLite's own check does not see
        "UPDATE note_revision SET content = replace(content, 'nota 1 ', 'noto 1 ') WHERE number = 2"
    )
    store.close()
    opened, report = open_safely(path, tmp_path / "backups", MIGRATIONS)
    assert (report.state, report.salvaged, report.flaw) == ("restored", 6, "digest")
    found = {note.id: note for note in Notes(opened, Revisions(opened)).all()}
    assert found == {note.id: note for note in [changed, *old[1:], *new]}
    opened.close()


def test_without_a_backup_the_readable_rows_are_saved(path):
    store = open_store(path, MIGRATIONS)
    for number in range(400):
        store.set_setting(f"n{number:03}", "x" * 200)
    store.close()
    data = path.read_bytes()
    middle = len(data) // 2 // 4096 * 4096
    path.write_bytes(data[:middle] + bytes(4096) + data[middle + 4096 :])
    assert not is_whole(path)
    opened, report = open_safely(path, path.parent / "backups", MIGRATIONS)
    assert report.state == "salvaged"
    held = opened.rows("SELECT count(*) AS n FROM setting")[0]["n"]
    assert held > 200
    opened.close()


def test_everything_that_can_be_saved_is_sound_at_the_next_start(tmp_path, content):
    pack = tmp_path / "all.batea"
    sender = Program(Places(tmp_path / "sender", (content,)))
    entry = sender.catalogue.entry("honduras-igf-gender-workshop")
    edition = entry.edition("es")
    sender.notes.add(replace(selected(edition, 10, 40), body="Uno", shareable=True), edition)
    plan = sender.workshops.create("Taller de Quimistán", days=2)
    held = sender.collections.create("Para Talanga")
    sender.collections.add(held.id, entry.uid)
    write_pack(
        sender.sending.contents(
            "Todo", [entry], with_notes=True, workshops=[plan], collections=[held]
        ),
        pack,
    )
    taker = Program(Places(tmp_path / "taker", (content,)))
    finished(taker.imports.take(pack, finished(taker.imports.preview(pack))))
    for program in (sender, taker):
        program.close()
        again = Program(program.places)
        assert again.startup.state == "good"
        assert [w.title for w in again.workshops.all()] == ["Taller de Quimistán"]
        assert [n.body for n in again.notes.all()] == ["Uno"]
        again.close()
