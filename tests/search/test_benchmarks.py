"""The measures, the file of results and the adapter: what figures rest on."""

import json
import math
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from benchmarks.__main__ import asked
from benchmarks.adapter import build, search
from benchmarks.collection import measured, read_collection, with_typo, without_accents
from benchmarks.measures import mrr, ndcg, recall
from benchmarks.results import write_section


def test_measures_of_rankings_worked_out_by_hand():
    found = ["a", "x", "b"]
    assert ndcg(found, {"a", "b"}) == pytest.approx(1.5 / (1 + 1 / math.log2(3)))
    assert (ndcg(["a", "b"], {"a", "b"}), ndcg(["x"], {"a"})) == (1, 0)
    assert (mrr(["x", "a"], {"a"}), recall(found, {"a", "b", "c"})) == (0.5, pytest.approx(2 / 3))


def test_an_answer_that_is_there_twice_is_refused_not_counted_twice():
    with pytest.raises(ValueError, match="twice"):
        ndcg(["a", "a"], {"a"})


def test_a_section_of_the_results_leaves_the_others(tmp_path):
    path = tmp_path / "RESULTS.md"
    write_section("speed", "## Speed\nfast", path)
    write_section("quality", "## Quality\ngood", path)
    write_section("speed", "## Speed\nfaster", path)
    text = path.read_text(encoding="utf-8")
    assert text.index("good") < text.index("faster")
    assert "fast\n" not in text


def test_the_adapter_reads_any_folder_of_markdown(tmp_path):
    folder = tmp_path / "collection"
    (folder / "sub").mkdir(parents=True)
    (folder / "one.es.md").write_text("# Uno\n\n## Dónde {#where}\n\nLa retorta de Talanga.\n")
    (folder / "sub" / "two.md").write_text("Sin título, pero con mercurio.\n")
    index = build(folder, cache=tmp_path / "cache")
    assert [row[:2] for row in search(index, "retorta")] == [("one", "where")]
    assert search(index, "mercurio", lang="es")[0][0] == "sub/two"
    assert search(index, "mercurio", lang="en") == []
    index.close()


def xquad(folder: Path, lang: str, *pairs: tuple[str, str]) -> None:
    """A file in the format of XQuAD: paragraphs, each with a question."""
    paragraphs = [
        {"context": text, "qas": [{"id": str(n), "question": question, "answers": []}]}
        for n, (text, question) in enumerate(pairs)
    ]
    data = {"data": [{"title": "", "paragraphs": paragraphs}], "version": "1.1"}
    (folder / f"xquad.{lang}.json").write_text(json.dumps(data), encoding="utf-8")


def test_a_public_collection_is_read_and_every_engine_answers_it(tmp_path):
    xquad(
        tmp_path, "es", ("La retorta guarda el mercurio.", "¿Qué  guarda la retorta?"),
        ("El río trae arena negra en mayo.", "¿Cuándo trae arena el río?"),
    )  # fmt: skip
    xquad(tmp_path, "en", ("The kiln burns stone.", "What does the kiln burn?"))
    spanish, english = (read_collection(tmp_path, lang) for lang in ("es", "en"))
    assert spanish.questions[0] == ("¿Qué guarda la retorta?", "000")
    values = measured([spanish, english], ["as written", "without accents"], tmp_path)
    assert values["Batea"]["es", "as written"] == values["Batea"]["en", "as written"] == 1
    assert values["FTS5"]["es", "without accents"] == values["Whoosh"]["en", "as written"] == 1


@given(st.text("aañbé 1", min_size=1), st.integers(0, 99))
def test_a_typo_is_one_slip_in_a_word_of_four_letters(text, seed):
    slipped = with_typo(text, random.Random(seed))
    if re.search(r"[^\W\d_]{4}", text):
        assert OSA.distance(text, slipped) == 1
    else:
        assert slipped == text


def test_accents_go_and_nothing_else():
    assert without_accents("¿Qué güirisera, niño?") == "¿Que guirisera, nino?"


@pytest.mark.parametrize("words", [["collection"], ["nothing"], ["quality", "here"], ["--folder"]])
def test_a_benchmark_that_cannot_be_run_is_answered_with_the_usage(words):
    with pytest.raises(SystemExit, match="FOLDER"):
        asked(words)


def test_a_benchmark_that_needs_a_folder_gets_it_and_is_not_run_without_being_named():
    assert asked(["collection", "here"]) == (["collection"], {"folder": "here"})
    names, options = asked([])
    assert "quality" in names and "collection" not in names and not options
