"""A question never costs the index, and what is shown is what is kept: whoever else reads or
writes, wherever the cache stands.
"""

import gc
import os
import sqlite3
import subprocess
import sys
import warnings
import weakref
from contextlib import suppress
from pathlib import Path, PureWindowsPath

import pytest

from indexer import comparing, generations
from indexer.engine import Engine
from indexer.generations import Generations
from indexer.query import Query, Updated
from indexer.search import SearchIndex
from indexer.segment import Segment
from indexer.thesaurus import Thesaurus
from indexer.uris import database_uri
from indexer.vocabulary import Vocabulary, read_vocabulary
from tests.indexer.library import write_library
from tests.search.copies import copies, ended, made, names, no_room, numbered, slugs

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path, content) -> Path:
    return write_library(tmp_path / "content", content)


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
from tests.search.copies import copies
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
