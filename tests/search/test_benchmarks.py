"""The measures, the file of results and the adapter: what figures rest on."""

import math

import pytest

from benchmarks.adapter import build, search
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
