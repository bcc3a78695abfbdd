"""What the search promises to the person, promise by promise."""

import unicodedata

import pytest

from indexer.analysis import fold, stem, surfaces
from indexer.query import Filters, Query
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus, concepts_of, read_glossary
from indexer.vocabulary import read_vocabulary
from kb_app.library.catalogue import load_catalogue
from tests.indexer.library import write_library
from tests.search.test_search import GLOSSARY


@pytest.fixture
def index(tmp_path, content):
    folder = write_library(tmp_path / "content", content)
    for slug, lang, old, new in (
        ("lime", "es", "Aquí queman piedra.", "Aquí queman piedra desde el año pasado."),
        ("gold", "es", "Aquí queman piedra.", "El ano es una parte del cuerpo, no un mes."),
        ("lime", "en", "Here they burn stone.", "Here they burn stone in a retort of clay."),
        ("gold", "en", "Here they burn stone.", "A panner works at the river."),
    ):
        path = folder / "case_studies" / f"{slug}.{lang}.md"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    thesaurus = Thesaurus(concepts_of(GLOSSARY, "glossary.csv"))
    search = SearchIndex(
        tmp_path / "cache", load_catalogue([folder]), thesaurus, read_vocabulary(folder)
    )
    list(search.update())
    yield search
    search.close()


def found(index: SearchIndex, text: str, **more) -> list[str]:
    return [hit.slug for hit in index.search(Query(text, **more)).hits]


def marked(index: SearchIndex, text: str, **more) -> list[str]:
    return [p.text for p in index.search(Query(text, **more)).hits[0].snippet if p.hit]


def test_a_word_with_enye_ranks_its_own_form_first_and_finds_the_other(index):
    assert found(index, "año") == ["lime", "gold"]


def test_the_same_answer_with_and_without_accents_composed_or_not(index):
    texts = ["mujeres de minería artesanal", "mujeres de mineria artesanal"]
    texts.append(unicodedata.normalize("NFD", texts[0]))
    answers = [[(h.slug, h.score) for h in index.search(Query(t)).hits] for t in texts]
    assert answers[0] == answers[1] == answers[2] != []


@pytest.mark.parametrize("text", ['"2012 se unieron"', '"es una parte del cuerpo"', '"se unieron"'])
def test_a_phrase_of_common_or_rare_words_is_exact(index, text):
    words = text.strip('"')
    hits = index.search(Query(text)).hits
    assert hits
    for hit in hits:
        assert words in "".join(p.text for p in hit.snippet)


def test_a_phrase_does_not_run_on_into_the_next_section(index):
    assert found(index, '"se unieron venden"') == []


def test_an_exclusion_takes_all_forms_and_a_phrase_as_written(index):
    assert found(index, "talanga -lavadora") == ["lime"]
    assert found(index, 'talanga -"parte del cuerpo"') == ["lime"]


@pytest.mark.parametrize(
    ("typed", "facet", "value"),
    [
        ("país:HN", "country", "HN"),
        ("pais:honduras", "country", "HN"),
        ("country:honduras", "country", "HN"),
        ("mineral:oro", "mineral", "gold"),
        ("tema:formalization", "topic", "formalization"),
        ("tipo:caso", "kind", "case_study"),
        ("evidencia:limitada", "evidence", "limited"),
        ("década:2010", "period", "2010"),
        ("idioma:inglés", "language", "en"),
    ],
)
def test_a_typed_filter_is_the_button(index, typed, facet, value):
    pressed = Filters({facet: frozenset({value})})
    a, b = index.search(Query(f"talanga {typed}")), index.search(Query("talanga", filters=pressed))
    assert [h.slug for h in a.hits] == [h.slug for h in b.hits] != []
    assert a.facets == b.facets


def test_the_glossary_works_in_both_directions(index):
    assert found(index, "güirisera")[0] == "gold"
    assert found(index, "gold washer", search_lang="es")[0] == "gold"
    assert found(index, "lavadora de oro", search_lang="en")[0] == "gold"


def test_a_match_through_the_glossary_shows_its_word(index):
    hit = index.search(Query("cal", search_lang="en")).hits[0]
    assert (hit.slug, hit.matched_by) == ("lime", ("lime",))
    assert "lime" in [text.lower() for text in marked(index, "cal", search_lang="en")]


def test_a_match_through_a_correction_is_marked(index):
    assert marked(index, "cuerop") == ["cuerpo"]


def test_only_as_written_leaves_out_corrections_and_the_glossary(index):
    assert found(index, "cuerop", literal=True) == []
    assert found(index, "güirisera", literal=True) == []
    answer = index.search(Query("lavadoras", literal=True))
    assert (answer.corrections, answer.also_searched) == ((), ())


def test_two_editions_are_one_result_in_the_language_of_the_person(index):
    for lang, title in (("es", "Mujeres de la cal"), ("en", "Women of the lime")):
        answer = index.search(Query("talanga", lang=lang))
        hit = next(hit for hit in answer.hits if hit.slug == "lime")
        assert (answer.total, hit.lang, hit.other_language) == (2, lang, False)
        assert hit.title.startswith(title)


def test_a_match_in_the_other_language_alone_is_told(index):
    hit = index.search(Query("retort", lang="es")).hits[0]
    assert (hit.lang, hit.other_language, hit.title[:7]) == ("en", True, "Mujeres")


@pytest.mark.parametrize("length", range(1, 10))
def test_a_word_is_found_from_its_first_letter_on(index, length):
    assert "gold" in found(index, "lavadoras"[:length], prefix=True)


@pytest.mark.parametrize(
    ("text", "es", "en"),
    [
        ("oro cal", "primero los que las tienen todas", "first those that have them all"),
        ('"se unieron"', "con la frase exacta «se unieron»", "with the exact phrase “se unieron”"),
        ("oro -cal", "sin «cal»", "without “cal”"),
        ("oro país:HN", "solo Honduras", "only Honduras"),
        ("", "", ""),
    ],
)
def test_how_it_was_understood_is_said_in_words(index, text, es, en):
    answer = index.search(Query(text))
    assert es in answer.understood("es")
    assert en in answer.understood("en")


def test_the_sentence_about_an_unfinished_word_ends_in_three_points(index):
    answer = index.search(Query("lavad", prefix=True))
    assert answer.understood("es") == "Se buscan textos con la palabra lavad…"
    assert answer.understood("en") == "Looking for texts with the word lavad…"
    assert index.search(Query("lavadora")).understood("es").endswith("lavadora.")


@pytest.mark.parametrize(
    "text", ['"', '""', "-", ":", "país:", "()[]*?\\", "\u0301", "🙂", "-" * 300]
)
def test_nothing_that_is_typed_breaks_it(index, text):
    assert not index.search(Query(text, prefix=True)).degraded


def test_no_stem_changes_the_first_letters_by_which_labels_are_kept(content):
    for concept in read_glossary(content / "glossary" / "glossary.csv"):
        for lang in ("es", "en"):
            for label in concept.labels(lang):
                for word in surfaces(label):
                    assert stem(fold(word), lang)[:2] == word[:2]


def test_results_stand_in_the_order_asked_and_come_in_pieces(index):
    whole = {order: found(index, "", order=order) for order in ("title", "country", "updated")}
    assert {tuple(sorted(slugs)) for slugs in whole.values()} == {tuple(sorted(whole["title"]))}
    for order, slugs in whole.items():
        pieces = [found(index, "", order=order, first=at, limit=1) for at in range(len(slugs) + 1)]
        assert [slug for piece in pieces for slug in piece] == slugs
    titles = [hit.title for hit in index.search(Query("", order="title")).hits]
    assert [fold(title) for title in titles] == sorted(fold(title) for title in titles)
    index._generations.folder /= "none"
    index.reopen()
    scanned = index.search(Query("", order="country"))
    assert scanned.degraded and [hit.slug for hit in scanned.hits] == whole["country"]
