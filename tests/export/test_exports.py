"""Every export: opens, leaks nothing, survives odd material, replaces no file."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from indexer import tree
from indexer.documents import Edition, Fact, read_edition
from kb_app.export.errors import NothingToExport
from kb_app.export.exports import FORMATS, export_to
from kb_app.export.material import Credits, Material, _Participant, gather
from kb_app.export.plain import CHAT_CHARACTERS
from kb_app.export.slidebase import BODY_HEIGHT
from kb_app.export.slidefit import TEXT_SIZES, Line, Slide, fitted, total
from kb_app.library.catalogue import load_catalogue
from kb_app.notes.model import selected_quote
from kb_app.store.errors import FileExists, FolderUnwritable

UID = "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c09"
WITHHELD = [
    "Respire antes de preguntar por el accidente.",
    "Este secreto va dentro de una lista.",
    "La correcta es la segunda porque así lo dice la ley.",
    "Mi jefe no vino al taller.",
    "Ella contó lo que le pasó.",
]
SHOWN = ["Se lavan las arenas con agua.", "¿Quién firma el permiso?", "La persona que lo pide",
         "Se parece a Honduras.", "Buena pregunta para el taller."]  # fmt: skip
BODY = f"""## Ideas clave {{#key-ideas}}

Se lavan las arenas con agua.[^S1] Y se venden.[^S1][^S2]

!!! facilitator
    {WITHHELD[0]}

1. (5 min) Un paso.

    !!! facilitator
        {WITHHELD[1]}

| Se dice | Lo que muestran |
|---|--:|
| =SUM(A1) | 3,000[^S2] |

!!! analysis
    Se parece a Honduras.

## Comprobación {{#check}}

### ¿Quién firma el permiso? {{#check-1}}
- [ ] El vecino
- [x] La persona que lo pide

> Por qué: {WITHHELD[2]} [^S1]
"""


def edition_of(body: str = BODY, sensitive: bool = False, uid: str = UID) -> Edition:
    text = f"""---
uid: {uid}
kind: module
lang: es
title: "Módulo & <prueba>"
summary: "En corto."
sensitive: {str(sensitive).lower()}
authors: [Equipo]
updated: 2026-11-24
license: CC-BY-4.0
not_measured: ["Los ingresos"]
sources:
  - {{id: S1, title: "Informe uno", author: "Ministerio", issued: 2018, URL: "https://example.org/1"}}
  - {{id: S2, title: "Informe dos", author: "Red", URL: "https://example.org/2"}}
---

{body}"""
    return read_edition(text.encode(), "a.es.md", "a")


def material(audience: str = "participant", edition: Edition | None = None) -> Material:
    edition = edition or edition_of()
    passage = selected_quote(edition, "Se lavan") or selected_quote(edition, edition.front.title)
    notes = []
    if passage is not None:
        notes = [
            replace(passage, id="1", body=WITHHELD[3]),
            replace(passage, id="2", body=WITHHELD[4], shareable=True, sensitive=True),
            replace(passage, id="3", body=SHOWN[4], shareable=True, purpose="question"),
        ]
    return gather("Mi taller", "es", audience, [edition], notes, Credits("INHGEOMIN", "2026"))


def texts(data: bytes, form: str) -> Iterator[str]:
    """Every text of a produced file: inside ZIPs, notes pages, comments, metadata."""
    if form in ("docx", "pptx", "epub", "site"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                raw = archive.read(name)
                yield name
                yield re.sub(r"<[^>]+>", "", raw.decode("utf-8", errors="replace"))
                yield raw.decode("utf-8", errors="replace")
    else:
        yield data.decode("utf-8", errors="replace")


@pytest.mark.parametrize("form", [f for f in FORMATS if f != "pdf"])
def test_participants_get_no_withheld_sentence_anywhere(form):
    everything = "\n".join(texts(FORMATS[form].write(material("participant")), form))
    for sentence in WITHHELD:
        assert sentence not in everything
    assert "☑" not in everything


def test_the_report_lists_what_was_left_out():
    left = material("participant").left_out
    assert {row.kind for row in left} == {"facilitator", "answers", "private-note",
                                          "sensitive-note"}  # fmt: skip
    assert {row.words for row in left} >= set(WITHHELD[:2]) | set(WITHHELD[3:])


@pytest.mark.parametrize("form", ["docx", "pptx", "epub", "html", "md"])
def test_facilitators_get_everything_that_was_left_out(form):
    everything = "\n".join(texts(FORMATS[form].write(material("facilitator")), form))
    for sentence in WITHHELD[:3]:
        assert sentence in everything.replace("&lt;", "<")


@pytest.mark.parametrize("form", ["docx", "pptx", "epub", "html", "md"])
def test_participants_get_the_rest(form):
    everything = "\n".join(texts(FORMATS[form].write(material("participant")), form))
    for sentence in SHOWN[:4]:
        assert sentence in everything


def test_a_sensitive_entry_goes_out_only_when_chosen():
    hidden = edition_of(sensitive=True)
    with pytest.raises(NothingToExport) as refused:
        gather("", "es", "participant", [hidden])
    assert refused.value.withheld == 1
    assert gather("", "es", "participant", [hidden], include_sensitive=True).pieces
    assert gather("", "es", "facilitator", [hidden]).pieces


BLOCKS = st.recursive(
    st.sampled_from(["p", "facilitator", "answer", "list"]),
    lambda inner: st.lists(inner, min_size=1, max_size=3),
    max_leaves=6,
)


def blocks_from(shape, marks: list[str]) -> tuple[tree.Block, ...]:
    """A tree of some shape; every secret word is added to `marks`."""
    if isinstance(shape, list):
        inner = tuple(block for one in shape for block in blocks_from(one, marks))
        return (tree.ListBlock((tree.Item(inner, 1),)), tree.Admonition("analysis", inner))
    secret = f"secreto{len(marks)}"
    paragraph = tree.Paragraph((tree.Text(secret),), 1)
    if shape == "facilitator":
        marks.append(secret)
        return (tree.Admonition("facilitator", (paragraph,)),)
    if shape == "answer":
        marks.append(secret)
        return (tree.Quote((paragraph,)),)
    return (tree.Paragraph((tree.Text("visible"),), 1),)


@settings(max_examples=80)
@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_whatever_the_shape_of_the_tree_nothing_withheld_is_left(shapes):
    marks: list[str] = []
    blocks = tuple(block for shape in shapes for block in blocks_from(shape, marks))
    document = tree.Document((tree.Section("check", (), blocks),))
    left: list = []
    words = " ".join(u.text for u in tree.units(_Participant("x", left).document(document)))
    assert not any(re.search(rf"\b{mark}\b", words) for mark in marks)
    assert set(marks) <= set(" ".join(row.words for row in left).split())


# --- they open ------------------------------------------------------------------------------


def test_word_has_styles_footnotes_comments_and_table_headers():
    data = FORMATS["docx"].write(material("facilitator"))
    document = docx.Document(io.BytesIO(data))
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == ["Mi taller"]
    assert "Módulo & <prueba>" in [p.text for p in document.paragraphs]
    assert document.tables[0].cell(0, 0).text == "Se dice"
    assert [c.text for c in document.comments]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = ElementTree.fromstring(archive.read("word/footnotes.xml"))
        body = archive.read("word/document.xml").decode()
    assert len(notes) == 2 + body.count("<w:footnoteReference")
    assert "w:tblHeader" in body and "TOC \\o" not in body


def test_slides_hold_the_facilitators_notes_and_nothing_overflows():
    show = pptx.Presentation(io.BytesIO(FORMATS["pptx"].write(material("facilitator"))))
    spoken = "\n".join(
        s.notes_slide.notes_text_frame.text for s in show.slides if s.has_notes_slide
    )
    assert WITHHELD[0] in spoken
    for slide in show.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= show.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= show.slide_height


@given(st.lists(st.text("abcdé ñ", min_size=1, max_size=900).filter(str.strip), max_size=6))
def test_every_slide_fits_by_measure_and_no_word_is_lost(lines):
    parts = fitted(Slide("k", "t", [Line(line) for line in lines]))
    for part in parts:
        assert total(part.lines, part.points) <= BODY_HEIGHT
    said = "".join(line.text for p in parts for line in p.lines).replace("…", "").replace(" ", "")
    assert said == "".join(lines).replace(" ", "").replace("…", "")


def test_what_needs_two_slides_is_in_the_largest_letters_that_need_no_third():
    line = Line("Una frase que dice algo de una mina y de quienes trabajan en ella. " * 3, mark="•")

    def needed(count: int, points: int) -> int:
        return -(-count // int(BODY_HEIGHT // total([line], points)))

    sizes = set()
    for count in range(1, 12):
        parts = fitted(Slide("Título", "", [line] * count))
        assert len(parts) == needed(count, TEXT_SIZES[-1])
        largest = next(size for size in TEXT_SIZES if needed(count, size) == len(parts))
        assert {part.points for part in parts} == {largest}
        sizes |= {part.points for part in parts if len(parts) > 1}
    assert len(sizes) > 1


def test_epub_is_deterministic_and_its_parts_are_well_formed():
    data = FORMATS["epub"].write(material())
    assert data == FORMATS["epub"].write(material())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist()[0] == "mimetype"
        for name in archive.namelist():
            if name.endswith((".xhtml", ".opf", ".xml")):
                ElementTree.fromstring(archive.read(name))


def test_pdf_is_tagged_and_says_its_language():
    data = FORMATS["pdf"].write(material("facilitator"))
    assert data.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in data and b"/Lang" in data and b"/StructTreeRoot" in data


@pytest.mark.parametrize("form", ["html", "site"])
def test_web_pages_ask_for_nothing(form):
    for text in texts(FORMATS[form].write(material()), form):
        for tag in re.findall(r"<(?:script|link|img|iframe)[^>]*>", text):
            assert not re.search(r"(?:src|href)=\"(?:https?:)?//", tag)
        if "<html" in text:
            assert "Content-Security-Policy" in text and "default-src 'none'" in text


def test_a_chat_text_is_short_and_names_its_source():
    long = "Una frase. " * 40
    edition = edition_of("## R {#results}\n\n" + "\n\n".join([f"{long}[^S1]"] * 5))
    text = FORMATS["txt"].write(material(edition=edition)).decode()
    assert len(text) <= CHAT_CHARACTERS + 1
    assert "Fuente: Ministerio (2018)" in text


def test_a_table_runs_nothing_in_a_spreadsheet():
    edition = edition_of()
    odd = replace(edition, front=replace(edition.front, title="=1+1", summary="@x"))
    text = FORMATS["csv"].write(material(edition=odd)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[1][3] == "'=1+1"
    assert rows[1][4] == "'@x"


# --- odd material -----------------------------------------------------------------------------

ODD = {
    "missing image": "## A {#a}\n\n![un mapa](media/no.png) y texto",
    "200 columns": "## A {#a}\n\n|" + "c|" * 200 + "\n|" + "---|" * 200 + "\n|" + "1|" * 200,
    "emoji": "## A {#a}\n\nOro 🪙 y 👩‍🏭 en la mina",
    "right to left": "## A {#a}\n\nשלום عالم",
    "long word": f"## A {{#a}}\n\n{'x' * 300}",
    "typst marks": "## A {#a}\n\n#let x = 1 $a$ @b <c> [d] \\ `e` ~ // /* */ \"f\" 'g' - + =",
    "control": "## A {#a}\n\nuno\u0000\u0001\u000bdos\ufffe",
    "empty": "## A {#a}\n",
    "ragged table": "## A {#a}\n\n| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
    "deep list": "## A {#a}\n\n" + "".join(f"{'    ' * n}- x{n}\n" for n in range(8)),
}


@pytest.mark.parametrize("name", list(ODD))
@pytest.mark.parametrize("form", list(FORMATS))
def test_odd_material_is_written_all_the_same(name, form, tmp_path):
    path = tmp_path / f"out{FORMATS[form].ending}"
    written = export_to(material("facilitator", edition_of(ODD[name])), form, path)
    assert written.size == path.stat().st_size > 0
    if form == "docx":
        docx.Document(str(path))
    if form == "pptx":
        pptx.Presentation(str(path))


def test_an_empty_selection_is_said():
    with pytest.raises(NothingToExport):
        gather("", "es", "participant", [])


def test_a_file_is_never_replaced(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("mine")
    with pytest.raises(FileExists):
        export_to(material(), "html", path)
    assert path.read_text() == "mine"


def test_an_unwritable_folder_is_said_and_nothing_is_left(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(FolderUnwritable):
        export_to(material(), "html", tmp_path / "file" / "a.html")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_the_whole_library_goes_into_one_file_of_each_kind(content, tmp_path):

    catalogue = load_catalogue([content])
    editions = [entry.edition("es") for entry in catalogue][:6]
    whole = gather("Biblioteca", "es", "participant", editions, include_sensitive=True)
    for form in ("html", "epub", "pdf"):
        assert export_to(whole, form, tmp_path / f"x{FORMATS[form].ending}").size > 1000
    assert Path(tmp_path / "x.pdf").exists()


def test_slides_have_a_native_table_a_native_chart_and_a_picture_with_its_words():
    drawn = io.BytesIO()
    Image.new("RGB", (90, 50), "teal").save(drawn, "PNG")
    body = (
        "## Datos {#results}\n\n| País | Mujeres |\n|---|--:|\n| Perú | 41 % |\n| Honduras | 30 % |"
        "\n\n| Se dice | Es |\n|---|---|\n| No | Sí |\n\n![Una mina](media/m.png)"
    )
    made = gather("T", "es", "participant", [edition_of(body)], images={"m.png": drawn.getvalue()})
    show = pptx.Presentation(io.BytesIO(FORMATS["pptx"].write(made)))
    shapes = [shape for slide in show.slides for shape in slide.shapes]
    (chart,) = [shape.chart for shape in shapes if shape.has_chart]
    assert list(chart.plots[0].categories) == ["Perú", "Honduras"]
    assert list(chart.plots[0].series[0].values) == [41, 30]
    (table,) = [shape.table for shape in shapes if shape.has_table]
    assert [cell.text for cell in table.rows[1].cells] == ["No", "Sí"]
    (shown,) = [shape for shape in shapes if shape.shape_type == 13]
    assert shown._element.nvPicPr.cNvPr.get("descr") == "Una mina"
    assert not any(slide.has_notes_slide for slide in show.slides)


def test_a_question_on_a_slide_hides_its_answer_and_the_notes_tell_it():
    show = pptx.Presentation(io.BytesIO(FORMATS["pptx"].write(material("facilitator"))))
    question = next(s for s in show.slides if "firma el permiso" in s.shapes.title.text)
    seen = "\n".join(shape.text_frame.text for shape in question.shapes if shape.has_text_frame)
    assert "La persona que lo pide" in seen and WITHHELD[2] not in seen
    spoken = question.notes_slide.notes_text_frame.text
    assert "☑ La persona que lo pide" in spoken and WITHHELD[2] in spoken


def test_the_key_facts_of_a_country_are_in_every_export():
    fact = Fact("law", "Ley de minería", "Decreto 238-2012", ("S1",))
    edition = edition_of("## La ley {#law}\n\nUna frase.[^S1]")
    country = replace(edition, front=replace(edition.front, facts=(fact,)))
    for form in ("docx", "pptx", "epub", "html", "md"):
        everything = "\n".join(texts(FORMATS[form].write(material(edition=country)), form))
        assert "Decreto 238-2012" in everything, form
