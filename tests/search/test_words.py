"""Words: with and without accents the same; ñ apart; plurals and verbs meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import fold, stem, surfaces, tokens
from indexer.thesaurus import Thesaurus, concepts_of

WITHOUT_MARKS = str.maketrans("áéíóúüñ", "aeiouun")


@pytest.mark.parametrize(
    "family",
    [
        "minería mineria MINERÍA",
        "organización organizacion organizaciones",
        "formalizar formalización formalizacion formalizado",
        "mujer mujeres",
        "cooperativa cooperativas",
        "licencia licencias",
        "ahorro ahorros ahorrar",
        "trabajadora trabajadores trabajador",
        "comunidad comunidades",
    ],
)
def test_words_of_a_family_meet(family):
    assert len({stem(fold(word), "es") for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("salud", "sal"), ("cal", "calle"), ("mina", "mono")])
def test_words_that_are_not_kin_do_not_meet(one, other):
    assert stem(one, "es") != stem(other, "es")


@given(st.text("abcdefghijklmnopqrstuvwxyzáéíóúüñ", min_size=1, max_size=24))
def test_a_word_scores_the_same_with_and_without_accents(word):
    for lang in ("es", "en"):
        assert stem(fold(word), lang) == stem(fold(word.translate(WITHOUT_MARKS)), lang)
        assert stem(fold(word), lang)


@given(st.text(max_size=200))
def test_offsets_point_at_the_word(text):
    for token in tokens(text):
        assert fold(text[token.start : token.end]).replace(" ", "") == token.surface


def test_words_are_letters_and_digits():
    assert surfaces("¿Cuánto?: US$25, 30 % (2019)") == ["cuanto", "us", "25", "30", "2019"]


def test_a_short_word_is_explained_only_as_it_is_written():
    text = "id,prefLabel_es,altLabels_es,prefLabel_en,altLabels_en\nore,mena,broza,ore,\n"
    thesaurus = Thesaurus(concepts_of(text, "glossary.csv"))
    assert thesaurus.find("Había al menos tres menos", "es") == []
    assert [place[:2] for place in thesaurus.find("La mena y las menas", "es")] == [
        (3, 7),
        (14, 19),
    ]
