"""The index is a cache: crash, damage, another version or another writer never give a wrong
answer, and what changes afterwards is found as if all had been built anew.
"""

import errno
import gc
import hashlib
import json
import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import warnings
import weakref
from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer import comparing, generations
from indexer.documents import Edition, Entry
from indexer.engine import Engine
from indexer.generations import Generations
from indexer.query import Query, Updated
from indexer.search import SearchIndex
from indexer.segment import Segment
from indexer.thesaurus import Thesaurus
from indexer.uris import database_uri
from indexer.vocabulary import Vocabulary, read_vocabulary
from kb_app.library.catalogue import load_catalogue
from tests.indexer.library import write_library
from tests.search.test_search import opened

REPOSITORY = Path(__file__).parents[2]
OWN = "\n\npropia"  # begins the last line of a copy


@pytest.fixture
def folder(tmp_path, content) -> Path:
    return write_library(tmp_path / "content", content)


def copies(folder: Path, count: int, word: str = "") -> list[Entry]:
    """So many entries like the two of the library, each with a word of its own."""
    models = list(load_catalogue([folder]))
    return [numbered(models[n % len(models)], n, word or "base") for n in range(count)]


def numbered(model: Entry, number: int, word: str) -> Entry:
    uid = f"0a6c1f6e-7a43-4e0b-8a75-{number:012d}"
    texts = {
        lang: Edition.of_body(
            text.slug,
            replace(text.front, uid=uid),
            f"{text.body.partition(OWN)[0]}{OWN}{chr(97 + number // 26)}"
            f"{chr(97 + number % 26)} {word}\n",
            f"{number}-{word}-{lang}",
        )
        for lang, text in model.editions.items()
    }
    return Entry(uid, f"copy-{number}", texts)


def made(folder: Path, cache: Path, entries: list[Entry]) -> SearchIndex:
    search = SearchIndex(cache, entries, Thesaurus(()), read_vocabulary(folder))
    list(search.update())
    return search


def slugs(search: SearchIndex, text: str) -> list[str]:
    answer = search.search(Query(text, literal=True, limit=1000))
    assert not answer.degraded
    return [hit.slug for hit in answer.hits]


def names(cache: Path) -> list[str]:
    text = (cache / "index" / "CURRENT").read_text(encoding="utf-8")
    return [row["name"] for row in json.loads(text.partition("\n")[0])["segments"]]


def ended(steps: Generator[tuple[int, int], None, Updated]) -> Updated:
    """How an update ends."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


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


def no_room(path: Path) -> None:
    raise OSError(errno.ENOSPC, "no room", str(path))


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


# --- a question never costs the index ------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [{"lang": "fr"}, {"search_lang": "fr"}, {"labels": "fr"}, {"limit": -1}, {"first": -1},
     {"order": "worst"}],
)  # fmt: skip
def test_a_question_out_of_bounds_cannot_be_asked(wrong):
    with pytest.raises(ValueError, match="no "):
        Query("base", **wrong)


def test_no_hits_may_be_asked_for_and_the_index_stays(folder, tmp_path):
    search = made(folder, tmp_path, copies(folder, 4))
    answer = search.search(Query("base", limit=0))
    assert (answer.total, answer.hits, answer.degraded) == (4, (), False)
    search.close()


class Faulty(Vocabulary):
    """With a fault in what is called to tell how a question was read."""

    def label(self, scheme: str, id: str, lang: str) -> str:
        raise RuntimeError(scheme)


def test_a_fault_of_ours_does_not_cost_the_index(folder, tmp_path):
    search = made(folder, tmp_path, copies(folder, 4))
    before = names(tmp_path)
    faulty = SearchIndex(
        tmp_path, copies(folder, 4), Thesaurus(()), Faulty(read_vocabulary(folder).schemes)
    )
    with pytest.raises(RuntimeError):  # the texts cannot be scanned with it either
        faulty.search(Query("país:HN base"))
    assert names(tmp_path) == before
    assert not faulty.is_lost
    faulty.close()
    search.close()


def damage(cache: Path, position: int = 0) -> None:
    """Whatever is opened of a segment is so no more."""
    place = cache / "index" / names(cache)[position]
    (place / "arrays.bin").write_bytes(bytes((place / "arrays.bin").stat().st_size))


def test_damage_is_thrown_away_and_an_update_asked_for(folder, tmp_path):
    search = made(folder, tmp_path, copies(folder, 4))
    search.close()
    damage(tmp_path)
    assert search.search(Query("base")).degraded
    assert search.is_lost
    assert ended(search.update()) is Updated.DONE
    assert not search.is_lost
    assert len(slugs(search, "base")) == 4
    search.close()


def test_damage_is_not_thrown_away_while_another_builds(folder, tmp_path, monkeypatch):
    made(folder, tmp_path, copies(folder, 4)).close()
    monkeypatch.setattr(generations, "SMALL", 0)  # it is opened unread, and fails at the question
    damage(tmp_path)
    builder = SearchIndex(tmp_path, copies(folder, 4), Thesaurus(()), read_vocabulary(folder))
    steps = builder.update(rebuild=True)
    next(steps)
    search = SearchIndex(tmp_path, copies(folder, 4), Thesaurus(()), read_vocabulary(folder))
    assert search.search(Query("base")).degraded
    list(steps)
    assert len(slugs(builder, "base")) == len(slugs(search, "base")) == 4
    builder.close()
    search.close()


# --- what is shown is what is kept ---------------------------------------------------------


@pytest.mark.parametrize("how", ["closed", "no room"])
def test_what_was_shown_and_not_kept_is_never_shown_for_another(folder, tmp_path, monkeypatch, how):
    entries = copies(folder, 20)
    search = made(folder, tmp_path, entries)
    entries[3] = numbered(entries[3], 3, "primera")
    search.take(entries)
    steps = search.update()
    next(steps)
    assert slugs(search, "primera") == ["copy-3"]  # shown, not yet on the disk
    if how == "closed":
        steps.close()
    else:
        with monkeypatch.context() as patch:
            patch.setattr(generations, "sync", no_room)
            assert ended(steps) is Updated.UNWRITABLE
    entries[3] = numbered(entries[3], 3, "segunda")
    search.take(entries)
    assert ended(search.update()) is Updated.DONE
    assert slugs(search, "segunda") == ["copy-3"]
    assert search.search(Query("")).total == 20
    search.close()


def test_what_another_process_has_indexed_is_shown(folder, tmp_path):
    entries = copies(folder, 6)
    here, there = made(folder, tmp_path, entries), made(folder, tmp_path, entries)
    assert slugs(here, "cambiada") == []
    entries[3] = numbered(entries[3], 3, "cambiada")
    there.take(entries)
    list(there.update())
    here.take(entries)
    assert not list(here.update())  # it is all done
    assert slugs(here, "cambiada") == ["copy-3"]
    here.close()
    there.close()


def test_while_another_writes_what_it_has_written_is_shown(folder, tmp_path):
    entries = copies(folder, 6)
    here, there = made(folder, tmp_path, entries), made(folder, tmp_path, entries)
    assert slugs(here, "cambiada") == []
    entries[3] = numbered(entries[3], 3, "cambiada")
    there.take(entries)
    list(there.update())
    with Generations(tmp_path / "index").lock() as lock:
        assert lock.take()
        assert ended(here.update()) is Updated.BUSY
    assert slugs(here, "cambiada") == ["copy-3"]
    here.close()
    there.close()


def test_an_update_that_found_another_at_work_has_verified_nothing(folder, tmp_path, monkeypatch):
    made(folder, tmp_path, copies(folder, 4)).close()
    monkeypatch.setattr(generations, "SMALL", 0)
    search = SearchIndex(tmp_path, copies(folder, 4), Thesaurus(()), read_vocabulary(folder))
    with Generations(tmp_path / "index").lock() as lock:
        assert lock.take()
        assert ended(search.update()) is Updated.BUSY
    texts = tmp_path / "index" / names(tmp_path)[0] / "passages.sqlite"
    texts.write_bytes(texts.read_bytes().replace(b"queman", b"QUEMAN"))
    assert list(search.update())
    search.close()


def test_a_changed_number_of_what_is_dropped_is_noticed_at_opening(folder, tmp_path):
    entries = copies(folder, 6)
    search = made(folder, tmp_path, entries)
    entries[3] = numbered(entries[3], 3, "cambiada")
    search.take(entries)
    list(search.update())
    search.close()
    path = tmp_path / "index" / "CURRENT"
    text = path.read_text(encoding="utf-8")
    assert '"dropped": [3]' in text
    path.write_text(text.replace('"dropped": [3]', '"dropped": [4]'), encoding="utf-8")
    answer = search.search(Query("base", literal=True))
    assert answer.degraded
    assert sorted(hit.slug for hit in answer.hits) == [f"copy-{n}" for n in (0, 1, 2, 4, 5)]


# --- places, files, memory -----------------------------------------------------------------


@pytest.mark.parametrize("name", ["a#b", "a b", "a%20b", "año", "a?b"])
def test_the_cache_may_stand_below_any_folder(folder, tmp_path, name):
    if os.name == "nt" and "?" in name:
        pytest.skip("no such name on Windows")
    search = made(folder, tmp_path / name, copies(folder, 4))
    assert len(slugs(search, "base")) == 4
    search.close()


def test_sqlite_finds_folders_of_other_machines():
    share = PureWindowsPath(r"\\server\share\a#b\passages.sqlite")
    assert database_uri(share) == "file:////server/share/a%23b/passages.sqlite"
    assert database_uri(PureWindowsPath(r"C:\a b")) == "file:///C:/a%20b"


@pytest.mark.skipif(os.name == "nt", reason="a path of POSIX")
def test_the_cache_may_be_named_with_two_slashes(folder, tmp_path):
    search = made(folder, Path(f"/{tmp_path}"), copies(folder, 4))
    assert len(slugs(search, "base")) == 4
    search.close()


def test_an_engine_goes_with_the_last_who_uses_it(folder, tmp_path):
    """Not when garbage is collected: it is frozen after each reading of the library."""
    made(folder, tmp_path, copies(folder, 4)).close()
    (part,) = Generations(tmp_path / "index").current()
    segment = Segment(part.place)
    gc.disable()
    try:
        engine = Engine([(segment, part.dropped)], Thesaurus(()), read_vocabulary(folder))
        engine.corrector.nearest("lavadorsa")
        gone = weakref.ref(engine)
        del engine
        assert gone() is None
    finally:
        gc.enable()
        segment.close()


def test_a_segment_that_cannot_be_opened_leaves_no_file_open(folder, tmp_path):
    made(folder, tmp_path, copies(folder, 4)).close()
    (part,) = Generations(tmp_path / "index").current()
    (part.place / "passages.sqlite").unlink()
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        with suppress(sqlite3.OperationalError):
            Segment(part.place)
        gc.collect()
    assert not said


def test_small_segments_that_become_one_may_be_stopped(folder, tmp_path):
    entries = copies(folder, 20)
    search = made(folder, tmp_path, entries)
    for number in range(comparing.MOST_SMALL + 1):
        entries[number] = numbered(entries[number], number, "cambiada")
        search.take(entries)
        steps = search.update()
        assert next(steps) == (1, 1)
        assert next(steps, None) == ((1, 1) if number == comparing.MOST_SMALL else None)
    steps.close()
    assert len(names(tmp_path)) == comparing.MOST_SMALL + 2  # as they were
    assert len(slugs(search, "cambiada")) == comparing.MOST_SMALL + 1
    assert search.is_current()
    search.close()


LARGE_BUILD = """
import sys
from pathlib import Path
from indexer.comparing import LARGE
from tests.search.test_index_safety import copies, made
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus
from indexer.vocabulary import read_vocabulary
if __name__ == "__main__":
    folder, cache = map(Path, sys.argv[1:])
    search = SearchIndex(cache, copies(folder, 2 * LARGE), Thesaurus(()), read_vocabulary(folder))
    for done, total in search.update():
        print(done, flush=True)
"""


@pytest.mark.parametrize("left", [80, 1])
def test_the_process_of_a_killed_build_does_not_write_into_the_next_one(folder, tmp_path, left):
    script = tmp_path / "building.py"
    script.write_text(LARGE_BUILD, encoding="utf-8")
    cache, entries = tmp_path / "cache", copies(folder, 2 * comparing.LARGE)
    with subprocess.Popen(
        [sys.executable, str(script), str(folder), str(cache)],
        cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        while int(process.stdout.readline()) < len(entries) - left:
            pass
        (abandoned,) = (cache / "index").glob("gen-*")
        process.kill()
    search = SearchIndex(cache, entries, Thesaurus(()), read_vocabulary(folder))
    list(search.update(rebuild=True))  # it may just have ended: then there is nothing else to do
    assert abandoned.name not in names(cache)
    assert len(slugs(search, "base")) == len(entries)
    assert search.is_current()
    search.close()
