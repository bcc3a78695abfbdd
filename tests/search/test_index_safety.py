"""The index is a cache: crash, damage, another version or another writer never give a wrong
answer, and what changes afterwards is found as if all had been built anew.
"""

import hashlib
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer import comparing, generations
from indexer.generations import Generations
from indexer.query import Query, Updated
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus
from indexer.vocabulary import read_vocabulary
from kb_app.library.catalogue import load_catalogue
from tests.indexer.library import write_library
from tests.search.copies import copies, ended, made, names, no_room, numbered, slugs
from tests.search.test_search import opened

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path, content) -> Path:
    return write_library(tmp_path / "content", content)


def test_a_change_is_indexed_beside_the_bulk_and_the_old_text_is_gone(folder, tmp_path):
    entries = copies(folder, 20)
    search = made(folder, tmp_path, entries)
    bulk = names(tmp_path)
    entries[3] = numbered(entries[3], 3, "cambiada")
    search.take(entries)
    assert list(search.update()) == [(1, 1)]
    assert names(tmp_path)[:1] == bulk
    assert slugs(search, "cambiada") == ["copy-3"]
    assert "copy-3" not in slugs(search, "base")
    assert search.search(Query("")).total == 20
    search.close()


def test_what_is_taken_away_is_not_found(folder, tmp_path):
    entries = copies(folder, 5)
    search = made(folder, tmp_path, entries)
    search.take(entries[1:])
    list(search.update())
    assert sorted(slugs(search, "base")) == ["copy-1", "copy-2", "copy-3", "copy-4"]
    assert search.is_current()
    search.close()


def test_many_small_changes_do_not_pile_up(folder, tmp_path):
    entries = copies(folder, 20)
    search = made(folder, tmp_path, entries)
    for number in range(15):
        entries[number] = numbered(entries[number], number, "cambiada")
        search.take(entries)
        steps = search.update()
        assert next(steps) == (1, 1)  # what was changed does not wait for what was before
        assert f"copy-{number}" in slugs(search, "cambiada")
        assert set(steps) <= {(1, 1)}  # it says no more, but it may be stopped
        assert len(names(tmp_path)) <= comparing.MOST_SMALL + 1
    assert len(slugs(search, "cambiada")) == 15
    assert {p.name for p in (tmp_path / "index").glob("gen-*")} == set(names(tmp_path))
    search.close()


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.sets(st.integers(0, 5), max_size=3), min_size=1, max_size=3))
def test_changes_step_by_step_answer_like_one_build(steps, folder, tmp_path_factory):
    """Scores differ a little (what was dropped still counts as a frequency): not what is found."""
    entries = copies(folder, 6)
    search = made(folder, tmp_path_factory.mktemp("steps"), entries)
    for version, changed in enumerate(steps):
        entries = [
            numbered(e, n, f"version{'abc'[version]}") if n in changed else e
            for n, e in enumerate(entries)
        ]
        search.take(entries)
        list(search.update())
    anew = made(folder, tmp_path_factory.mktemp("anew"), entries)
    for text in ("base", "versiona", "versionb", "versionc", '"queman piedra"', "sacos -base"):
        assert sorted(slugs(search, text)) == sorted(slugs(anew, text))
    search.close()
    anew.close()


LIBRARIES = st.dictionaries(st.integers(0, 5), st.sampled_from("abc"), max_size=6).flatmap(
    lambda library: st.permutations(sorted(library.items()))
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(LIBRARIES, min_size=2, max_size=5))
def test_whatever_comes_goes_and_returns_the_index_holds_the_library(
    steps, folder, tmp_path_factory
):
    cache, models = tmp_path_factory.mktemp("steps"), copies(folder, 6)
    search = made(folder, cache, [])
    for step in steps:
        entries = [numbered(models[n], n, f"version{version}") for n, version in step]
        search.take(entries)
        list(search.update())
        for version in "abc":
            wanted = sorted(f"copy-{n}" for n, has in step if has == version)
            assert sorted(slugs(search, f"version{version}")) == wanted
        assert search.search(Query("")).total == len(entries)
        assert search.is_current()
    again = SearchIndex(cache, entries, Thesaurus(()), read_vocabulary(folder))
    assert again.is_current()  # compared whole, not step by step
    again.close()
    search.close()


def test_what_was_not_written_is_indexed_the_next_time(folder, tmp_path, monkeypatch):
    entries = copies(folder, 8)
    search = made(folder, tmp_path, entries)
    entries[3] = numbered(entries[3], 3, "cambiada")
    search.take(entries)
    with monkeypatch.context() as patch:
        patch.setattr(generations, "sync", no_room)
        list(search.update())
    assert slugs(search, "cambiada") == []
    assert list(search.update()) == [(1, 1)]
    assert slugs(search, "cambiada") == ["copy-3"]
    assert len(slugs(search, "base")) == 7
    search.close()


def test_an_empty_library_has_an_index_that_finds_nothing(folder, tmp_path):
    search = made(folder, tmp_path, [])
    assert slugs(search, "oro") == slugs(search, "") == slugs(search, '"oro"') == []
    assert not list(search.update())
    search.close()


def test_a_large_build_runs_in_a_process_and_searches_go_on_meanwhile(folder, tmp_path):
    entries = copies(folder, comparing.LARGE + 8)
    search = made(folder, tmp_path, entries[:4])
    search.take(entries)
    steps = search.update()
    next(steps)
    assert multiprocessing.active_children()
    assert len(slugs(search, "base")) == 4
    list(steps)
    assert not multiprocessing.active_children()
    assert len(slugs(search, "base")) == len(entries)
    search.close()


def test_searches_during_a_rebuild_all_answer_rightly(folder, tmp_path):
    search = made(folder, tmp_path, copies(folder, 12))
    builder = threading.Thread(target=lambda: list(search.update(rebuild=True)))
    builder.start()
    seen = [len(slugs(search, "base"))]
    while builder.is_alive():
        seen.append(len(slugs(search, "base")))
    builder.join()
    assert set(seen) == {12}
    search.close()


def test_a_build_that_is_closed_half_way_leaves_the_old_index(folder, tmp_path):
    search = made(folder, tmp_path, copies(folder, 4))
    before = names(tmp_path)
    steps = search.update(rebuild=True)
    next(steps)
    steps.close()
    assert names(tmp_path) == before
    assert len(slugs(search, "base")) == 4
    assert [p.name for p in (tmp_path / "index").glob("gen-*")] == before
    search.close()


def test_while_another_writes_nothing_is_written(folder, tmp_path):
    search = made(folder, tmp_path, copies(folder, 2))
    before = names(tmp_path)
    with Generations(tmp_path / "index").lock() as lock:
        assert lock.take()
        assert ended(search.update(rebuild=True)) is Updated.BUSY
    assert names(tmp_path) == before
    assert list(search.update(rebuild=True))
    search.close()


@pytest.mark.parametrize("name", ["SCHEMA_VERSION", "ANALYSIS_VERSION"])
def test_an_index_of_another_version_is_not_opened(folder, tmp_path, monkeypatch, name):
    search = made(folder, tmp_path, copies(folder, 2))
    search.close()
    monkeypatch.setattr(generations, name, 99)
    assert search.search(Query("base")).degraded
    list(search.update())
    assert sorted(slugs(search, "base")) == ["copy-0", "copy-1"]
    search.close()


def test_a_manifest_cannot_name_a_folder_elsewhere(folder, tmp_path):
    search = made(folder, tmp_path, copies(folder, 2))
    search.close()
    path = tmp_path / "index" / "CURRENT"
    state = path.read_text(encoding="utf-8").partition("\n")[0].replace("gen-", "../index/gen-")
    path.write_text(f"{state}\n{hashlib.sha256(state.encode()).hexdigest()}", encoding="utf-8")
    assert search.search(Query("base")).degraded


def test_damage_in_a_large_file_is_found_by_the_update_at_the_start(folder, tmp_path, monkeypatch):
    made(folder, tmp_path, copies(folder, 2)).close()
    monkeypatch.setattr(generations, "SMALL", 0)  # as if every file were large
    texts = tmp_path / "index" / names(tmp_path)[0] / "passages.sqlite"
    data = texts.read_bytes()
    texts.write_bytes(data.replace(b"queman", b"QUEMAN"))
    search = SearchIndex(tmp_path, copies(folder, 2), Thesaurus(()), read_vocabulary(folder))
    assert not search.is_current()
    assert list(search.update())
    hits = search.search(Query("queman")).hits
    assert sorted(hit.slug for hit in hits) == ["copy-0", "copy-1"]
    assert all("QUEMAN" not in "".join(p.text for p in hit.snippet) for hit in hits)
    search.close()


KILLED = """
import sys
from pathlib import Path
from tests.search.test_search import opened
search = opened(Path(sys.argv[1]), Path(sys.argv[2]))
print("ready", flush=True)
while True:
    list(search.update(rebuild=True))
"""


def kill_and_look(folder: Path, cache: Path, times: int) -> None:
    """Kill a process that builds without end, at a moment of its own each time, and ask."""
    chance = random.Random(times)
    for _ in range(times):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(folder), str(cache)],
            cwd=REPOSITORY, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=chance.uniform(0, 0.4))
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        process.stdout.close()
        search = opened(folder, cache)
        assert [h.slug for h in search.search(Query("lavadoras")).hits] == ["gold"]
        list(search.update())
        answer = search.search(Query("lavadoras"))
        assert ([h.slug for h in answer.hits], answer.degraded) == (["gold"], False)
        search.close()


def test_three_kills_in_the_middle_of_builds(folder, tmp_path):
    kill_and_look(folder, tmp_path / "cache", 3)


@pytest.mark.long
def test_twenty_five_kills_in_the_middle_of_builds(folder, tmp_path):
    kill_and_look(folder, tmp_path / "cache", 25)


def test_a_text_that_could_not_be_read_is_indexed_as_soon_as_it_can(folder, tmp_path):
    entries = list(load_catalogue([folder]))
    path = entries[0].edition("es").path
    text = path.read_bytes()
    path.write_bytes(text.replace(b"sacos", b"bolsas"))  # after the library was read
    search = made(folder, tmp_path / "cache", entries)
    assert entries[0].slug not in slugs(search, "sacos")
    path.write_bytes(text)
    list(search.update())
    assert entries[0].slug in slugs(search, "sacos")
    search.close()
