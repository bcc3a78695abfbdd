"""What goes to paper: rows and lines with room for a pen, names and sources as they are read."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pptx
import pytest
from PIL import Image

from indexer.documents import Source, read_edition
from kb_app.export.byhand import LINE_CENTIMETRES, ROW_CENTIMETRES
from kb_app.export.exports import FORMATS
from kb_app.export.material import Credits, Material, gather
from kb_app.export.pdf import pages_of
from kb_app.export.pictures import picture
from kb_app.export.plain import CHAT_CHARACTERS
from kb_app.export.sheets import paper_material
from kb_app.export.workshop_folder import LONGEST_NAME, folder_name
from kb_app.notes.model import selected_quote
from kb_app.workshops.papers import paper
from tests.export.test_exports import SHOWN, WITHHELD, edition_of, texts
from tests.export.test_exports import material as odd_material
from tests.workshops.plans import block, day, plan

PAGE_CENTIMETRES = 27.94
HEAD = "| Tarea | Quién | Cuándo |\n|---|---|---|\n"


def material_of(body: str, summary: str = "En corto.") -> Material:
    text = f"""---
uid: 0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c09
kind: module
lang: es
title: "Hojas"
summary: "{summary}"
authors: [Equipo]
license: CC-BY-4.0
updated: 2026-11-20
objectives: ["Nombrar peligros"]
sources:
  - id: S1
    title: "Anuario sin autora"
    issued: "2015"
    URL: "https://example.org/anuario"
---
{body}
"""
    edition = read_edition(text.encode(), "hojas.es.md", "hojas")
    return gather("", "es", "participant", [edition], (), Credits("A", "2026-11-24"))


def brief(material: Material) -> Material:
    return replace(material, brief=True)


def word_xml(material: Material) -> str:
    return docx.Document(io.BytesIO(FORMATS["docx"].write(material))).element.xml


def test_a_table_to_fill_in_has_rows_for_a_pen_and_one_to_read_does_not():
    empty = material_of("## Hojas {#handouts}\n\n" + HEAD + "| Lavar | | |\n" * 12)
    full = material_of("## Hojas {#handouts}\n\n" + HEAD + "| Lavar | Ana | Hoy |\n" * 12)
    assert word_xml(empty).count("<w:trHeight") == 12
    assert "<w:trHeight" not in word_xml(full)
    taller = (pages_of(brief(empty)) - pages_of(brief(full))) * PAGE_CENTIMETRES
    least = 12 * (ROW_CENTIMETRES - 0.65)  # a row to read is 0.65 cm tall
    assert taller >= least


def test_a_row_of_underscores_is_a_line_across_the_page_that_stays_with_its_question():
    lines = ("\\_" * 60 + "\n\n") * 3
    material = material_of(f"## Hoja {{#sheet}}\n\n¿Qué hará el lunes?\n\n{lines}")
    ruled = re.findall(r"<w:p>(?:(?!</w:p>).)*<w:pBdr>(?:(?!</w:p>).)*</w:p>",
                       word_xml(material), re.DOTALL)  # fmt: skip
    assert len(ruled) == 3
    assert [("keepNext" in one) for one in ruled] == [True, True, False]
    assert "____" not in word_xml(material)
    more = material_of(f"## Hoja {{#sheet}}\n\n¿Qué hará el lunes?\n\n{lines}{lines}")
    taller = (pages_of(brief(more)) - pages_of(brief(material))) * PAGE_CENTIMETRES
    assert taller == pytest.approx(3 * LINE_CENTIMETRES, abs=0.1)


def test_a_chat_text_keeps_its_source_however_long_its_summary():
    body = "## Resultados {#results}\n\nTexto.[^S1]\n"
    said = FORMATS["txt"].write(material_of(body, "palabra " * 300))
    text = said.decode().rstrip("\n")
    assert len(text) <= CHAT_CHARACTERS
    assert text.endswith("https://example.org/anuario")
    assert "palabra…" in text


def test_a_chat_text_of_a_module_says_what_one_learns():
    assert "• Nombrar peligros" in FORMATS["txt"].write(material_of("## A {#a}\n\nB.\n")).decode()


def test_a_chat_text_that_takes_no_sentence_with_a_source_says_how_to_cite_it():
    said = FORMATS["txt"].write(material_of("## A {#a}\n\nTexto.[^S1]\n")).decode()
    assert said.rstrip().endswith("CC-BY-4.0.") and "Cómo citar: Equipo (2026). Hojas." in said
    assert "Anuario" not in said


def test_a_chat_text_names_the_sources_of_the_sentences_that_it_takes():
    sources = tuple(
        Source(f"S{n}", f"Informe {n}", author=f"Red {n}", url=f"https://example.org/{n}")
        for n in range(1, 6)
    )
    long = "palabra " * 150
    body = (
        "## Contexto {#context}\n\nAntes.[^S1]\n\n## Resultados {#results}\n\n"
        f"Uno.[^S4][^S2]\n\n{long}[^S3]\n\nDos.[^S4]\n\nTres.[^S5]\n"
    )
    made = material_of(body)
    (piece,) = made.pieces
    edition = replace(piece.edition, front=replace(piece.edition.front, sources=sources))
    made = gather("", "es", "participant", [edition])
    said = FORMATS["txt"].write(made).decode()
    assert "• Uno. [1][2]\n" in said and "• Dos. [1]\n" in said and "• Tres. [3]\n" in said
    assert said.endswith(
        "Fuentes:\n[1] Red 4 https://example.org/4\n[2] Red 2\n[3] Red 5 https://example.org/5\n"
    )
    assert "Red 1" not in said and "Red 3" not in said


def test_an_address_says_when_it_was_last_opened():
    source = Source("S1", "Anuario", url="https://example.org/a", accessed="2026-11-24")
    made = material_of("## A {#a}\n\nTexto.[^S1]\n")
    (piece,) = made.pieces
    front = replace(piece.edition.front, sources=(source,))
    made = replace(made, pieces=(replace(piece, edition=replace(piece.edition, front=front),
                                         sources=(source,)),))  # fmt: skip
    for form in ("docx", "md", "epub", "pptx"):
        data = FORMATS[form].write(made)
        assert "(consulta: 24 nov. 2026)" in "".join(texts(data, form)), form


def test_a_source_without_author_has_its_year_behind_its_title():
    for form in ("docx", "md"):
        data = FORMATS[form].write(material_of("## A {#a}\n\nTexto.[^S1]\n"))
        said = (
            "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
            if form == "docx"
            else data.decode()
        )
        assert "Anuario sin autora (2015)." in said


def test_how_to_cite_stands_before_the_sources():
    rows = [p.text for p in docx.Document(io.BytesIO(
        FORMATS["docx"].write(material_of("## A {#a}\n\nTexto.[^S1]\n")))).paragraphs]  # fmt: skip
    cite = next(n for n, row in enumerate(rows) if row.startswith("Cómo citar"))
    assert cite < rows.index("Fuentes")


def test_slides_of_a_workshop_have_its_name_its_day_and_no_slide_that_is_nearly_empty():
    made = plan(day(block("Reloj", 60, steps=("Mire.", "Hable.")), block("Cierre", 10)))
    material = paper_material(paper("slides", made, {}), "participant", Credits(), "slides")
    show = pptx.Presentation(io.BytesIO(FORMATS["pptx"].write(material)))
    cover, clock, end = show.slides
    assert cover.shapes.title.text == made.title
    assert "60 min" in "\n".join(s.text_frame.text for s in clock.shapes if s.has_text_frame)
    assert [s.slide_layout.name for s in (clock, end)] == ["Batea text", "Batea title"]


def test_the_folder_of_a_long_title_is_cut_between_words():
    made = plan(day(block("Reloj", 60)))
    name = folder_name(replace(made, title="Mujeres mineras " * 12))
    assert len(name) <= LONGEST_NAME
    assert set(name.split("-")) == {"mujeres", "mineras"}


def test_two_footnotes_come_before_the_first_comment():
    """LibreOffice 7.4 gives each footnote the words of another one otherwise."""
    edition = edition_of()
    note = selected_quote(edition, "Se lavan")
    assert note is not None
    noted = gather("", "es", "facilitator", [edition], [replace(note, shareable=True)])
    xml = word_xml(noted)
    before = xml[: xml.index("<w:commentReference")]
    assert before.count("<w:footnoteReference") >= 2


@pytest.mark.parametrize("form", ["docx", "pptx", "epub", "html", "md"])
def test_not_even_whoever_facilitates_gets_a_note_that_was_not_shared(form):
    said = "\n".join(texts(FORMATS[form].write(odd_material("facilitator")), form))
    assert not any(sentence in said for sentence in WITHHELD[3:])
    assert SHOWN[4] in said


def test_several_texts_do_not_bear_the_title_of_the_first():
    two = [edition_of(), edition_of(uid="0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c10")]
    assert gather("", "es", "participant", two).title == "Mujeres en la minería artesanal"
    assert gather("", "es", "participant", two[:1]).title == two[0].front.title


def test_a_paragraph_that_announces_a_list_stays_with_it_in_word():
    xml = word_xml(material_of("## A {#a}\n\nPara abrir:\n\n- Uno\n- Dos\n\nFin.\n"))
    announces = next(p for p in xml.split("<w:p>") if "Para abrir:" in p)
    assert "<w:keepNext/>" in announces
    assert "<w:keepNext/>" not in next(p for p in xml.split("<w:p>") if "Fin." in p)


def test_a_row_too_tall_for_a_slide_names_the_column_of_each_cell():
    tall = " ".join(["palabras"] * 120)
    made = material_of(f"## A {{#a}}\n\n| Ghana | Honduras |\n|---|---|\n| {tall} | {tall} |\n")
    show = pptx.Presentation(io.BytesIO(FORMATS["pptx"].write(made)))
    firsts = [p.runs[0] for slide in show.slides for shape in slide.placeholders
              for p in shape.text_frame.paragraphs if p.runs]  # fmt: skip
    assert {run.text for run in firsts if run.font.bold} >= {"Ghana:", "Honduras:"}


def test_the_answers_of_a_question_stay_together_in_word():
    answers = "\n".join(f"- [ ] respuesta {letter}" for letter in "abc")
    more = "\n".join(f"- [ ] cosa {n}" for n in range(30))
    body = f"## A {{#a}}\n\n### ¿Qué? {{#q}}\n{answers}\n\nTexto.\n\n{more}\n"
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(material_of(body))))
    kept = {p.text[3:]: p.paragraph_format.keep_with_next for p in document.paragraphs}
    assert kept["respuesta a ¶1"] and kept["respuesta b ¶2"] and not kept["respuesta c ¶3"]
    assert not any(kept[text] for text in kept if text.startswith("cosa")), "a long list may part"


def test_the_evaluation_sheet_is_one_page_with_a_logo_and_a_title_of_two_lines():
    square = io.BytesIO()
    Image.new("RGB", (400, 400)).save(square, "PNG")
    logo = Credits("Instituto Hondureño de Geología y Minas", "2026-11-24",
                   picture(square.getvalue()))  # fmt: skip
    made = replace(plan(day(block("Reloj", 60))), title="Mujeres en la minería artesanal: " * 2)
    material = paper_material(paper("evaluation", made, {}), "participant", logo, "evaluation")
    data = FORMATS["pdf"].write(material)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) == 1
