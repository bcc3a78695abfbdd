"""What was read of the library before: the same again, and never what a file no longer says."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from indexer.documents import Edition
from indexer.errors import DocumentUnreadable
from kb_app.library.catalogue import compare_files, load_catalogue
from kb_app.library.kept import KeptReading
from tests.indexer.library import case_text

LONG_AGO = 1_700_000_000


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.json"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "lime.es.md"
    made.write_text(case_text("lime", "es"), encoding="utf-8")
    return made


@pytest.fixture(autouse=True)
def later(monkeypatch):
    """Everything was written long before it is read."""
    monkeypatch.setattr("kb_app.library.kept.time.time_ns", lambda: 10**30)


def read(kept: Path, path: Path, trusting: bool = True) -> Edition:
    reading = KeptReading(kept, trusting)
    found = reading.read(path)
    reading.save()
    return found


def test_a_file_that_looks_as_it_did_is_not_opened_and_says_the_same(kept, path, monkeypatch):
    before = read(kept, path)
    monkeypatch.setattr(Path, "read_bytes", None)
    assert read(kept, path) == before


@pytest.mark.parametrize("trusting", [True, False])
def test_a_changed_file_is_read(kept, path, trusting):
    read(kept, path)
    path.write_text(case_text("lime", "es").replace("venden juntas", "cantan"), encoding="utf-8")
    assert "cantan" in read(kept, path, trusting).front.title


def test_a_change_of_the_same_length_with_its_time_set_back_is_seen(kept, path):
    os.utime(path, (LONG_AGO, LONG_AGO))
    read(kept, path)
    other = case_text("lime", "es").replace("venden juntas", "compran ideas")
    assert len(other) == len(case_text("lime", "es"))
    path.write_text(other, encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert "compran" in read(kept, path).front.title  # the system's own time of the change


def test_a_file_that_was_written_just_before_it_was_read_is_read_again(kept, path, monkeypatch):
    now = path.stat().st_mtime_ns
    monkeypatch.setattr("kb_app.library.kept.time.time_ns", lambda: now + 1_000_000)
    read(kept, path)
    assert json.loads(kept.read_text(encoding="utf-8"))[1][str(path)][0] is None


def test_whoever_does_not_trust_reads_everything(kept, path, monkeypatch):
    read(kept, path)
    monkeypatch.setattr(Path, "read_bytes", lambda _self: b"---\n---\nanother")
    with pytest.raises(DocumentUnreadable):
        read(kept, path, trusting=False)


def test_what_was_kept_is_found_in_another_place(kept, path, tmp_path):
    before = read(kept, path)
    moved = tmp_path / "cal.es.md"
    shutil.move(path, moved)
    assert read(kept, moved).front == before.front
    assert list(json.loads(kept.read_text(encoding="utf-8"))[1]) == [str(moved)]


@pytest.mark.parametrize("harm", ["not json", "[1]", "[99, {}, {}]", "[1, [], {}]", "null", ""])
def test_what_is_damaged_or_of_another_version_is_not_used(kept, path, harm):
    before = read(kept, path)
    kept.write_text(harm, encoding="utf-8")
    assert read(kept, path) == before


def test_the_whole_library_is_the_same_with_what_was_kept(content, kept):
    plain = load_catalogue([content])
    for trusting in (True, True, False):
        reading = KeptReading(kept, trusting)
        again = load_catalogue([content], read=reading.read)
        reading.save()
        assert [(e.uid, e.slug, e.kind) for e in again] == [(e.uid, e.slug, e.kind) for e in plain]
        assert list(again.editions()) == list(plain.editions())


def test_the_comparison_of_all_files_counts_those_that_are_not_what_they_were(tmp_path, content):
    shutil.copytree(content, tmp_path / "content")
    found = load_catalogue([tmp_path / "content"])
    changed = next(found.editions()).path
    changed.write_bytes(changed.read_bytes() + b"\n")
    steps = compare_files(found)
    with pytest.raises(StopIteration) as end:
        while True:
            next(steps)
    assert end.value.value == 1
