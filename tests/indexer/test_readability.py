"""Syllables counted by hand, and the two formulas on texts whose counts are known."""

import pytest

from indexer.readability import english_syllables, score_text, spanish_syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("oro", 2), ("minería", 4), ("cooperativa", 6), ("quien", 1), ("guía", 2), ("agua", 2),
     ("país", 2), ("mujeres", 3), ("y", 1), ("ciudad", 2), ("héroe", 3)],
)  # fmt: skip
def test_spanish_syllables(word, count):
    assert spanish_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("gold", 1), ("women", 2), ("mine", 1), ("little", 2), ("asked", 1), ("wanted", 2),
     ("cooperative", 4), ("the", 1)],
)  # fmt: skip
def test_english_syllables(word, count):
    assert english_syllables(word) == count


def test_the_formulas():
    assert score_text("Oro. Mina.", "es") == pytest.approx(206.84 - 60 * 2 - 1.02 * 1)
    assert score_text("Gold shines.", "en") == pytest.approx(206.835 - 84.6 * 1 - 1.015 * 2)


def test_short_plain_sentences_read_easier_than_long_heavy_ones():
    plain = "La mina da oro. Ella lava arena. Vende en el pueblo."
    heavy = (
        "La institucionalización progresiva de procedimientos administrativos "
        "interinstitucionales de formalización empresarial contribuye significativamente "
        "a la sostenibilidad organizacional."
    )
    assert score_text(plain, "es") > 55 > score_text(heavy, "es")
