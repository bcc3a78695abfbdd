"""An exact phrase is found wherever it stands and nowhere else, however it is looked for."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer import segment
from indexer.analysis import surfaces
from indexer.documents import Edition, Entry, FrontMatter
from indexer.passages import passages_of
from indexer.query import Query
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus
from indexer.vocabulary import Vocabulary

WORDS = st.lists(st.sampled_from(["oro", "de", "mina", "año"]), max_size=12).map(" ".join)
TEXTS = st.lists(st.tuples(st.sampled_from(["es", "en"]), WORDS, WORDS), min_size=1, max_size=6)


def entry(number: int, lang: str, first: str, second: str) -> Entry:
    uid = f"0a6c1f6e-7a43-4e0b-8a75-{number:012d}"
    body = f"## Uno {{#one}}\n\n{first}\n\n## Dos {{#two}}\n\n{second}\n"
    edition = Edition.of_body(f"text-{number}", FrontMatter(uid, "case_study", lang, "T"), body)
    return Entry(uid, edition.slug, {lang: edition})


def holds(text: Entry, phrase: list[str]) -> bool:
    rows = [surfaces(p.text) for e in text.editions.values() for p in passages_of(e)]
    return any(row[at : at + len(phrase)] == phrase for row in rows for at in range(len(row) or 1))


@pytest.mark.parametrize("picking", [0, 10**9], ids=["picked", "read whole"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=TEXTS, phrase=WORDS.filter(bool))
def test_a_phrase_stands_where_its_words_stand_in_a_row(
    picking, texts, phrase, tmp_path_factory, monkeypatch
):
    monkeypatch.setattr(segment, "PICKING", picking)
    entries = [entry(number, *text) for number, text in enumerate(texts)]
    cache = tmp_path_factory.mktemp("cache")
    search = SearchIndex(cache, entries, Thesaurus(()), Vocabulary({}))
    list(search.update())
    found = search.search(Query(f'"{phrase}"', limit=100))
    assert not found.degraded
    row = surfaces(phrase)
    assert {hit.slug for hit in found.hits} == {e.slug for e in entries if holds(e, row)}
    search.close()
