"""What a reader turns: contents where there is something to look for, no page for two lines."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from indexer.documents import Edition, read_edition
from kb_app.export.contents import ROWS_ON_COVER, SECTIONS_FROM, contents_of
from kb_app.export.endings import NEARLY_EMPTY, Ending, fitted
from kb_app.export.exports import FORMATS
from kb_app.export.material import Material, gather
from kb_app.export.pdf import pages_of
from kb_app.library.catalogue import load_catalogue
from kb_app.notes.model import Note

SHIPPED = Path(__file__).parents[2] / "content"
COVER = 1
A_FEW_LINES = 0.26  # of the paper, the upper margin with them


def text_of(sections: int, sources: int = 1, number: int = 0, words: int = 8) -> Edition:
    """A text with so many sections, each citing its share of the sources."""
    listed = "\n".join(
        f'  - {{id: S{n}, title: "Informe {n}", author: "Red", URL: "https://example.org/{n}"}}'
        for n in range(1, sources + 1)
    )
    cites = "".join(f"[^S{n}]" for n in range(1, sources + 1))
    body = "\n\n".join(
        f"## Parte {n} {{#parte-{n}}}\n\n{'Dicho. ' * words}{cites if n == 1 else ''}"
        for n in range(1, sections + 1)
    )
    text = f"""---
uid: 0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c{number:02}
kind: case_study
lang: es
title: "Un caso {number}"
summary: "En corto."
authors: [Equipo]
updated: 2026-11-20
license: CC-BY-4.0
sources:
{listed}
---
{body}
"""
    return read_edition(text.encode(), "a.es.md", "a")


def made_of(*editions: Edition, notes: list[Note] | None = None) -> Material:
    return gather("", "es", "participant", editions, notes or [])


def pages(data: bytes) -> int:
    found = re.search(rb"/Type ?/Pages.*?/Count (\d+)", data, re.S)
    assert found is not None
    return int(found[1])


def contents_rows(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    return [p.text for p in document.paragraphs if p.style.name.startswith("toc ")]


def test_a_text_of_few_sections_has_no_contents():
    material = made_of(text_of(SECTIONS_FROM - 1))
    assert contents_of(material) is None
    assert contents_rows(FORMATS["docx"].write(material)) == []


def test_contents_of_one_text_stand_on_its_cover_and_name_each_section():
    few, more = made_of(text_of(SECTIONS_FROM - 1)), made_of(text_of(SECTIONS_FROM))
    assert pages(FORMATS["pdf"].write(more)) == pages(FORMATS["pdf"].write(few)) == COVER + 1
    data = FORMATS["docx"].write(more)
    names = [f"Parte {n}" for n in range(1, SECTIONS_FROM + 1)]
    assert contents_rows(data) == [*names, "Fuentes"]
    body = docx.Document(io.BytesIO(data)).element.body.xml
    assert body.count('w:type="page"') == 1, "the cover is the only page before the text"


def test_contents_that_do_not_fit_the_cover_have_a_page():
    fits, long = made_of(text_of(ROWS_ON_COVER - 1)), made_of(text_of(ROWS_ON_COVER))
    assert contents_of(fits).on_cover and not contents_of(long).on_cover
    assert pages(FORMATS["pdf"].write(long)) == pages(FORMATS["pdf"].write(fits)) + 1


def test_several_texts_have_contents_of_their_titles_and_sections():
    material = made_of(text_of(1, number=1), text_of(1, number=2))
    rows = contents_rows(FORMATS["docx"].write(material))
    assert rows == ["Un caso 1", "Parte 1", "Fuentes", "Un caso 2", "Parte 1", "Fuentes"]


def test_a_list_of_sources_that_spills_a_little_does_not_begin_a_page():
    spilling = next(
        made
        for made in (made_of(text_of(3, 24, words=words)) for words in range(150, 400, 10))
        if 2.0 < pages_of(made) - COVER < 2.2
    )
    assert pages(FORMATS["pdf"].write(spilling)) == COVER + 2 < pages_of(spilling)


def test_only_the_texts_that_save_a_page_are_set_tighter():
    texts = [f"#[\ntexto {n}" for n in range(3)]
    ends = {
        0: Ending(3, NEARLY_EMPTY / 2),  # saves its page
        1: Ending(7, NEARLY_EMPTY / 2),  # is one page earlier only because of the first
        2: Ending(9, 0.9),  # has a full page
    }

    def measure(given):
        if list(given) == texts:
            return ends
        assert given[2] == texts[2], "a full page is left as it is"
        return {n: Ending(end.page - 1, 0.9) for n, end in ends.items()}

    made = fitted(texts, measure)
    assert [one == usual for one, usual in zip(made, texts, strict=True)] == [False, True, True]


def test_the_last_sources_stay_together_in_word():
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(made_of(text_of(1, 30)))))
    rows = [p for p in document.paragraphs if re.match(r"\d+\.\t", p.text)]
    assert len(rows) == 30
    kept = [bool(p.paragraph_format.keep_with_next) for p in rows]
    assert not kept[-1] and all(kept[-10:-1]) and not any(kept[:10])


@pytest.mark.long
def test_most_texts_that_ship_and_spill_a_little_save_the_page():
    spilling, saved = 0, 0
    for entry in load_catalogue([SHIPPED]):
        made = made_of(entry.edition("es"))
        usual = pages_of(made)
        if usual % 1 < A_FEW_LINES:
            spilling += 1
            saved += pages(FORMATS["pdf"].write(made)) < usual
    assert saved >= spilling * 3 / 4 > 0
