"""How a question may be typed, and what is said of how it was read."""

import pytest

from indexer import search
from indexer.asking import take_apart
from indexer.documents import Edition, Entry, FrontMatter
from indexer.query import Filters, Query
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus
from indexer.understanding import in_words
from indexer.vocabulary import Term, Vocabulary
from tests.indexer.library import write_library
from tests.search.test_search import opened, slugs

WORDS = Vocabulary(
    {
        "countries": {"BF": Term("BF", {"es": "Burkina Faso", "en": "Burkina Faso"})},
        "topics": {"closure": Term("closure", {"es": "cierre de minas", "en": "mine closure"})},
    }
)


@pytest.fixture
def library(tmp_path, content):
    return write_library(tmp_path / "content", content)


@pytest.fixture
def index(tmp_path, library):
    search = opened(library, tmp_path / "cache")
    list(search.update())
    yield search
    search.close()


@pytest.mark.parametrize("quotes", ["«{}»", "“{}”", "„{}“", "»{}«", '¿"{}"?', "(«{}»)"])
def test_quotes_of_every_kind_make_a_phrase(index, quotes):
    assert sorted(slugs(index, quotes.format("queman piedra"))) == ["gold", "lime"]
    assert slugs(index, quotes.format("piedra queman")) == []
    assert slugs(index, f"talanga -{quotes.strip('¿?()').format('venden juntas')}") == ["gold"]


def test_the_sentence_about_a_question_can_be_asked_again(index):
    for lang in ("es", "en"):
        told = index.search(Query('"queman piedra"')).understood(lang)
        asked = take_apart(told, Filters(), False, WORDS)
        assert asked.phrases == (("queman", "piedra"),)


@pytest.mark.parametrize(
    ("typed", "facet", "value"),
    [
        ('país:"Burkina Faso"', "country", "BF"),
        ("pais:«burkina faso»", "country", "BF"),
        ("country:“Burkina Faso”", "country", "BF"),
        ("país:Burkina-Faso", "country", "BF"),
        ('tema:"cierre de minas"', "topic", "closure"),
        ('topic:"mine closure', "topic", "closure"),
    ],
)
def test_a_filter_of_several_words_stands_in_quotes(typed, facet, value):
    asked = take_apart(f"oro {typed}", Filters(), False, WORDS)
    assert asked.filters == Filters({facet: frozenset({value})})
    assert ([token.raw for token in asked.words], asked.phrases) == (["oro"], ())


def test_a_name_that_is_no_filter_is_a_word_before_a_phrase():
    asked = take_apart('nota:"mina cerrada"', Filters(), False, WORDS)
    assert ([t.raw for t in asked.words], asked.phrases) == (["nota"], (("mina", "cerrada"),))


@pytest.mark.parametrize("typed", ["tema:atlantis", "evidencia:atlantis", "década:atlantis"])
def test_a_filter_that_nothing_has_is_told_as_that(index, typed):
    answer = index.search(Query(f"talanga {typed}"))
    assert answer.total == 0
    assert "«atlantis» (valor desconocido)" in answer.understood("es")
    assert "“atlantis” (unknown value)" in answer.understood("en")


def headed(tmp_path, *bodies: str) -> SearchIndex:
    """An index of Spanish texts that are nothing but their body."""
    entries = []
    for number, body in enumerate(bodies):
        uid = f"0a6c1f6e-7a43-4e0b-8a75-{number:012d}"
        edition = Edition.of_body(f"t{number}", FrontMatter(uid, "case_study", "es", "T"), body)
        entries.append(Entry(uid, edition.slug, {"es": edition}))
    search = SearchIndex(tmp_path / "cache", entries, Thesaurus(()), Vocabulary({}))
    list(search.update())
    return search


def test_a_word_that_only_headings_have_is_not_corrected_away(tmp_path):
    search = headed(
        tmp_path, "## Contexto {#one}\n\nLa mina.\n", "## Dos {#two}\n\nEl contesto, contesto.\n"
    )
    answer = search.search(Query("contexto"))
    assert answer.corrections == ()
    assert [hit.slug for hit in answer.hits] == ["t0"]
    begun = search.search(Query("contex", prefix=True))
    assert (begun.corrections, [hit.slug for hit in begun.hits]) == ((), ["t0"])
    search.close()


@pytest.mark.parametrize("text", ["", "mineral:oro", "-zzz"])
def test_passages_are_shown_in_the_language_searched(index, text):
    for lang in ("es", "en"):
        hits = index.search(Query(text, search_lang=lang)).hits
        assert hits and {hit.lang for hit in hits} == {lang}
        other = index.search(Query(text, lang="es", search_lang=lang)).hits
        assert {hit.lang for hit in other} == {lang}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("doesn't isn't don’t", ["does", "is", "do"]),
        ("they're we'll I've I'd I'm", ["they", "we", "i", "i", "i"]),
        ("can't", ["can", "t"]),
        ("women's", ["women", "s"]),
        ("O'Malley d'Or", ["o", "malley", "d", "or"]),
    ],
)
def test_english_short_forms_are_the_word_itself(typed, meant):
    assert [t.surface for t in take_apart(typed, Filters(), False, WORDS).words] == meant


def test_a_short_form_is_not_taken_for_a_typo(index):
    answer = index.search(Query("who doesn't burn stone?", lang="en"))
    assert answer.corrections == ()
    assert answer.understood("en").startswith("Looking for texts with any of the words burn, stone")


def test_a_word_typed_again_is_the_same_question(index):
    once, again = index.search(Query("lavadorsa oro")), index.search(Query("lavadorsa oro " * 9))
    assert [(h.slug, h.score) for h in once.hits] == [(h.slug, h.score) for h in again.hits]
    assert (once.corrections, once.understood_es) == (again.corrections, again.understood_es)


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"talanga palabra{number}" for number in range(3000)),
        "talanga " * 20_000,
        " ".join(f'"talanga" "frase {number}"' for number in range(3000)),
        f'"{"talanga " * 3000}"',
        " ".join(f"-palabra{number}" for number in range(3000)),
    ],
    ids=["words", "one word", "phrases", "one phrase", "exclusions"],
)
def test_of_an_endless_question_the_beginning_is_searched_and_it_is_said(index, text):
    asked = take_apart(text, Filters(), False, WORDS)
    assert len(asked.words) <= 512
    assert len({token.surface for token in asked.words}) <= 64
    assert all(len(rows) <= 64 for rows in (asked.phrases, asked.excluded))
    assert all(len(row) <= 64 for row in asked.phrases + asked.excluded)
    answer = index.search(Query(text))
    assert "solo lo primero que se escribió" in answer.understood("es")
    assert "only the first of what was typed" in answer.understood("en")
    assert len(answer.understood("es")) < 1000


def test_an_exact_phrase_is_one_of_the_text_and_it_is_said(tmp_path):
    search = headed(tmp_path, "## Qué se hizo {#one}\n\nLa mina cerró.\n")
    for phrase, total in (("qué se hizo", 0), ("la mina cerró", 1)):
        answer = search.search(Query(f'"{phrase}"'))
        assert answer.total == total
        assert "» en el texto." in answer.understood("es")
        assert "” in the text." in answer.understood("en")
    search.close()


def test_many_words_are_counted_in_the_sentence():
    asked = take_apart(" ".join(f"mina{n}" for n in range(20)), Filters(), False, WORDS)
    assert in_words(asked, (), "es").startswith("Se buscan textos con alguna de las palabras mina0")
    assert "mina15 y 4 más; primero" in in_words(asked, (), "es")
    assert "mina15 and 4 more; first" in in_words(asked, (), "en")


LONG = (
    f"{'En la orilla la gente de la mina habla. ' * 9}{'Van y vienen por el camino. ' * 9}"
    f"Ellas trabajan en la mina de noche. {'Vuelven al pueblo sin nada. ' * 9}"
    f"{'El oro, la mina, en las manos. ' * 9}"
)


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize(
    "text", ['"en la mina"', 'gente oro "en la mina"', '"la mina" "en la mina"']
)
def test_a_phrase_is_shown_and_only_its_words_are_marked(tmp_path, text, indexed):
    search = headed(tmp_path, f"## Uno {{#one}}\n\n{LONG}\n")
    if not indexed:
        search._generations.folder /= "none"
        search.reopen()
    answer = search.search(Query(text, literal=True))
    assert answer.degraded is not indexed
    parts = answer.hits[0].snippet
    assert "Ellas trabajan en la mina de noche" in "".join(part.text for part in parts)
    assert [part.text for part in parts if part.hit] == ["en", "la", "mina"]
    search.close()


def test_little_words_of_a_label_are_not_marked(index):
    hit = index.search(Query("panner", search_lang="es")).hits[0]
    assert hit.slug == "gold"
    marked = {part.text.lower() for part in hit.snippet if part.hit}
    assert marked and "de" not in marked


@pytest.fixture
def scanned(tmp_path, library):
    return opened(library, tmp_path / "none")


@pytest.mark.parametrize("text", ["", "talanga", "talanga mineral:oro", "mineral:cal país:HN"])
def test_without_an_index_counts_are_those_of_the_index(index, scanned, text):
    answer, plain = index.search(Query(text)), scanned.search(Query(text))
    assert plain.degraded and plain.total == answer.total
    assert plain.facets == answer.facets
    for facet in ("country", "mineral", "kind", "period"):
        filters = Filters({facet: frozenset({answer.facets[facet][0][0]})})
        pair = [each.search(Query(text, filters=filters)) for each in (index, scanned)]
        assert pair[0].facets == pair[1].facets


@pytest.mark.parametrize(
    ("text", "more"),
    [("honduras", {}), ("resultados", {}), ("lavad", {"prefix": True}), ("sac", {"prefix": True})],
)
def test_without_an_index_labels_headings_and_beginnings_are_found(index, scanned, text, more):
    wanted = sorted(slugs(index, text, literal=True, **more))
    assert sorted(slugs(scanned, text, literal=True, **more)) == wanted != []


def test_a_scan_that_is_overtaken_ends_with_what_it_found(scanned):
    asked = iter([False, True])
    answer = scanned.search(Query("talanga"), lambda: next(asked))
    assert (answer.total, answer.partial, answer.degraded) == (1, True, True)
    assert not scanned.search(Query("talanga")).partial


def test_a_scan_has_an_end(scanned, monkeypatch):
    monkeypatch.setattr(search, "SCAN_SECONDS", -1)
    answer = scanned.search(Query("talanga"))
    assert (answer.total, answer.partial) == (0, True)
