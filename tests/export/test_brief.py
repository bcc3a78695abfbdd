"""The brief: two pages and no more, what matters first, what was dropped is listed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import tree
from indexer.documents import Edition
from kb_app.export.brief import PAGES, WORD_PAGES, brief_pdf, brief_word
from kb_app.export.exports import FORMATS
from kb_app.export.material import Material, gather
from kb_app.export.pdf import pages_of
from kb_app.library.catalogue import Catalogue, load_catalogue
from tests.export.test_exports import edition_of

SHIPPED = Path(__file__).parents[2] / "content"
CASE = "honduras-agua-fria-casa-blanca-cooperative"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue([SHIPPED])


def shipped(catalogue: Catalogue, *slugs: str) -> Material:
    editions = [catalogue.entry(slug).edition("es") for slug in slugs]
    return gather("", "es", "participant", editions, include_sensitive=True)


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("count", [1, 2, 5, 40])
def test_a_brief_of_any_number_of_texts_has_two_pages_at_most(count, catalogue):
    slugs = [entry.slug for entry in catalogue][::2][:count]
    material = shipped(catalogue, *slugs)
    made = brief_pdf(material)
    assert pages_of(made) <= PAGES
    assert page_count(FORMATS["brief"].write(material)) <= 2
    assert pages_of(brief_word(material)) <= WORD_PAGES


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=12))
def test_whatever_the_length_of_its_paragraphs_a_brief_is_two_pages(lengths):
    body = "## Resultados {#results}\n\n" + "\n\n".join(
        "Lavan arena en el río. " * n for n in lengths
    )
    material = gather("", "es", "participant", [edition_of(body)])
    made = brief_pdf(material)
    assert pages_of(made) <= PAGES
    kept = sum(unit.number is not None for unit in tree.units(made.pieces[0].document))
    lost = [row for row in made.left_out if row.kind == "length"]
    assert (kept < len(lengths)) == bool(lost)


def test_what_fits_whole_is_left_whole():
    small = gather("", "es", "participant", [edition_of("## R {#results}\n\nUna frase.")])
    made = brief_pdf(small)
    assert [row.kind for row in made.left_out] == []
    assert [unit.text for unit in tree.units(made.pieces[0].document)] == ["R", "Una frase."]


def test_results_stay_before_local_words_and_what_goes_is_listed(catalogue):
    material = shipped(catalogue, CASE)
    made = brief_word(material)
    sections = {section.id for section in made.pieces[0].document.sections}
    assert "results" in sections and "vocabulary" not in sections
    dropped = " ".join(row.words for row in made.left_out if row.kind == "length")
    assert "personería jurídica" in dropped


def test_a_list_does_not_lose_the_words_that_announce_it():
    body = "## Ideas {#key-ideas}\n\nPueden:\n\n- " + "\n- ".join(["lavar " * 60] * 40)
    made = brief_pdf(gather("", "es", "participant", [edition_of(body)]))
    assert (
        made.pieces[0].document.sections == ()
    )  # the list alone is longer than two pages: neither stays


def test_a_brief_has_a_letterhead_its_footnotes_and_no_list_of_sources(catalogue):
    material = shipped(catalogue, CASE)
    document = docx.Document(io.BytesIO(FORMATS["brief-docx"].write(material)))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert "Title" not in styles
    heads = [p.text for p in document.paragraphs if p.style.name.lower().startswith("heading")]
    assert "Fuentes" not in heads


def test_each_text_keeps_its_title_while_there_is_room(catalogue):
    slugs = [entry.slug for entry in catalogue][:6]
    made = brief_pdf(shipped(catalogue, *slugs))
    editions: list[Edition] = [piece.edition for piece in made.pieces]
    titles = {edition.front.title for edition in editions}
    rest = {row.where for row in made.left_out if row.kind == "length"}
    for slug in slugs:
        title = catalogue.entry(slug).edition("es").front.title
        assert title in titles or title in rest
