"""Search through its face, on a real index of a small library in two languages."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.query import Filters, Query
from indexer.rules.library import GLOSSARY_COLUMNS
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus, concepts_of, read_glossary
from indexer.vocabulary import read_vocabulary
from kb_app.library.catalogue import load_catalogue
from tests.indexer.library import write_library

GLOSSARY = f"""{",".join(GLOSSARY_COLUMNS)}
lime,cal,,lime,,,,Piedra quemada,Burnt stone,
washer,lavadora de oro,güirisera,gold washer,panner,,,Quien lava,Who washes,
"""


@pytest.fixture
def folder(tmp_path, content) -> Path:
    return write_library(tmp_path / "content", content)


def opened(folder: Path, cache: Path) -> SearchIndex:
    catalogue = load_catalogue([folder])
    thesaurus = Thesaurus(concepts_of(GLOSSARY, "glossary.csv"))
    return SearchIndex(cache, catalogue, thesaurus, read_vocabulary(folder))


@pytest.fixture
def index(folder, tmp_path):
    search = opened(folder, tmp_path / "cache")
    list(search.update())
    yield search
    search.close()


def slugs(index: SearchIndex, text: str, **more) -> list[str]:
    return [hit.slug for hit in index.search(Query(text, **more)).hits]


def test_a_word_finds_its_entry_once_though_both_editions_have_it(index):
    answer = index.search(Query("talanga"))
    assert answer.total == 2
    assert sorted(hit.slug for hit in answer.hits) == ["gold", "lime"]
    assert not answer.degraded


@pytest.mark.parametrize("text", ["LAVADORAS", "lavadora", "lavadoras de oro", "lavadorsa"])
def test_forms_accents_and_typos_find_the_same_case(index, text):
    assert slugs(index, text)[0] == "gold"


def test_a_correction_is_said_and_can_be_refused(index):
    answer = index.search(Query("lavadorsa"))
    assert [(c.typed, c.taken) for c in answer.corrections] == [("lavadorsa", "lavadoras")]
    assert index.search(Query("lavadorsa", literal=True)).total == 0


def test_a_typo_is_forgiven_before_the_word_is_finished(index):
    for typed in ("lavadorsa", "labadoras"):
        answer = index.search(Query(typed, prefix=True))
        assert [c.taken for c in answer.corrections] == ["lavadoras"]
        assert answer.hits[0].slug == "gold"
    assert index.search(Query("lavador", prefix=True)).corrections == ()


def test_a_regional_word_finds_what_it_means_and_says_so(index):
    answer = index.search(Query("güirisera"))
    assert answer.hits[0].slug == "gold"
    assert "lavadora de oro" in answer.also_searched


def test_an_english_question_finds_the_spanish_readers_case_in_spanish(index):
    hit = index.search(Query("kilns", lang="es")).hits[0]
    assert (hit.slug, hit.title) == ("lime", "Mujeres de la cal venden juntas")
    assert hit.other_language


def test_all_words_come_first_but_one_is_enough(index):
    found = slugs(index, "mujeres cal")
    assert found[0] == "lime"
    assert slugs(index, "lista inexistentísima") == ["gold"]


def test_quotes_are_an_exact_phrase(index):
    assert set(slugs(index, '"queman piedra"')) == {"lime", "gold"}
    assert slugs(index, '"piedra queman"') == []
    assert slugs(index, '"venden juntas"') == ["lime"]


def test_minus_leaves_out(index):
    assert slugs(index, "talanga -cal") == ["gold"]


def test_filters_typed_and_pressed_narrow_the_same_way(index):
    typed = slugs(index, "mineral:cal talanga")
    pressed = slugs(index, "talanga", filters=Filters({"mineral": frozenset({"lime"})}))
    assert typed == pressed == ["lime"]
    assert slugs(index, "país:PE talanga") == []


def test_nothing_typed_lists_all_by_title(index):
    assert slugs(index, "") == ["lime", "gold"]


def test_the_last_word_may_be_unfinished(index):
    assert slugs(index, "lavad", prefix=True) == ["gold"]
    assert slugs(index, "lavad ", prefix=True, literal=True) == []
    assert slugs(index, "¿lavad?", prefix=True, literal=True) == []


def test_counts_leave_out_their_own_filter(index):
    filters = Filters({"mineral": frozenset({"lime"})})
    answer = index.search(Query("talanga", filters=filters))
    assert dict(answer.facets["mineral"]) == {"gold": 1, "lime": 1}
    assert dict(answer.facets["country"]) == {"HN": 1}


def test_the_snippet_shows_why_and_where(index):
    hit = index.search(Query("sacos")).hits[0]
    assert (hit.section, hit.paragraph) == ("results", 3)
    assert [part.text for part in hit.snippet if part.hit] == ["sacos"]


def test_without_an_index_the_texts_are_scanned_and_it_is_said(folder, tmp_path):
    search = opened(folder, tmp_path / "none")
    answer = search.search(Query("lavadoras"))
    assert answer.degraded
    assert [hit.slug for hit in answer.hits] == ["gold"]
    assert dict(answer.facets["mineral"]) == {"gold": 1}
    asked = search.search(Query("¿qué es de las lavadoras?"))
    assert asked.degraded and [hit.slug for hit in asked.hits] == ["gold"]


def test_a_changed_text_is_found_in_its_new_version(folder, tmp_path):
    cache = tmp_path / "cache"
    search = opened(folder, cache)
    list(search.update())
    search.close()
    path = folder / "case_studies" / "lime.es.md"
    path.write_text(path.read_text(encoding="utf-8").replace("40 sacos", "40 quintales"))
    again = opened(folder, cache)
    assert not again.is_current()
    list(again.update())
    assert [h.slug for h in again.search(Query("quintales")).hits] == ["lime"]
    assert not list(again.update())
    again.close()


def _files(cache: Path) -> list[Path]:
    return sorted(p for p in cache.rglob("*") if p.is_file())


@pytest.mark.parametrize("harm", ["truncate", "zero", "delete"])
def test_a_damaged_index_is_never_trusted(folder, tmp_path, harm):
    cache = tmp_path / "cache"
    first = opened(folder, cache)
    list(first.update())
    first.close()
    for position in range(len(_files(cache))):
        shutil.rmtree(tmp_path / "hurt", ignore_errors=True)
        shutil.copytree(cache, tmp_path / "hurt")
        path = _files(tmp_path / "hurt")[position]
        if harm == "delete":
            path.unlink()
        elif harm == "truncate":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        else:
            path.write_bytes(bytes(path.stat().st_size))
        search = opened(folder, tmp_path / "hurt")
        assert [h.slug for h in search.search(Query("lavadoras")).hits] == ["gold"]
        list(search.update())
        answer = search.search(Query("lavadoras"))
        assert [h.slug for h in answer.hits] == ["gold"]
        assert not answer.degraded
        search.close()


KILLED = """
import os, sys
from pathlib import Path
from tests.search.test_search import opened
search = opened(Path(sys.argv[1]), Path(sys.argv[2]))
steps = search.update(rebuild=True)
for _ in range(int(sys.argv[3])):
    next(steps, None)
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_build_that_is_killed_leaves_right_answers(folder, tmp_path, steps):
    cache = tmp_path / "cache"
    first = opened(folder, cache)
    list(first.update())
    first.close()
    arguments = [sys.executable, "-c", KILLED, str(folder), str(cache), str(steps)]
    done = subprocess.run(arguments, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -9
    search = opened(folder, cache)
    assert [h.slug for h in search.search(Query("lavadoras")).hits] == ["gold"]
    list(search.update())
    assert not search.search(Query("lavadoras")).degraded
    search.close()


def test_the_index_is_for_this_person_only(folder, tmp_path):
    search = opened(folder, tmp_path / "cache")
    list(search.update())
    search.close()
    assert (tmp_path / "cache" / "index").stat().st_mode & 0o077 == 0


def test_the_shipped_glossary_is_read_and_explains_words(content):
    concepts = read_glossary(content / "glossary" / "glossary.csv")
    assert len(concepts) == 455
    found = Thesaurus(concepts).find("Las pallaqueras venden oro sin mercurio.", "es")
    assert {concept.pref["en"] for _, _, concept in found} >= {"mercury"}
    assert all(start < end for start, end, _ in found)


def test_little_words_are_neither_told_nor_marked(index):
    answer = index.search(Query("una lista de lavadoras"))
    assert answer.understood("es").startswith(
        "Se buscan textos con alguna de las palabras lista, lavadoras;"
    )
    marked = {part.text.lower() for hit in answer.hits for part in hit.snippet if part.hit}
    assert marked and not marked & {"una", "de"}


def test_filters_are_told_in_words(index):
    chosen = Filters({"kind": frozenset({"case_study"}), "evidence": frozenset({"limited"})})
    answer = index.search(Query("", filters=chosen))
    assert answer.understood("es") == "Se buscan textos solo casos, evidencia limitada."
    assert answer.understood("en") == "Looking for texts only cases, limited evidence."
