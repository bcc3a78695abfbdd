"""What a text looks like on its page: key facts of a country, marks of sources."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from indexer.documents import read_edition
from indexer.markdown import parse
from indexer.vocabulary import read_vocabulary
from kb_app.app import page_words
from kb_app.look import LIGHT
from kb_app.views.look import Look
from kb_app.views.reader.layout import build
from kb_app.views.reader.overlay import Mark
from kb_app.views.reader.page import Front, Related, SourceLine
from kb_app.views.reader.paper import Paper
from kb_app.views.reader.popover import Popover, Said

PROFILE = """---
uid: 0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c09
kind: country
lang: es
title: "Honduras: tres cuentas"
summary: "En corto."
countries: [HN]
not_measured: ["cuántas mujeres hay"]
facts:
  - {id: people, label: Personas en la MAPE, value: más de 17000 familias, sources: [S1, S2]}
  - {id: women, label: Mujeres en la MAPE, value: sin datos, sources: []}
sources:
  - {id: S1, title: Inventario}
  - {id: S2, title: Diálogo}
---

## La ley {#law}

La ley es de 2012.[^S1][^S2]
"""


@pytest.fixture
def profile(qapp, content):
    edition = read_edition(PROFILE.encode(), "HN.es.md", "HN")
    front = page_words.front_of(edition, read_vocabulary(content), stale=False)
    style = page_words.style_of("es", LIGHT, 1.0, {})
    return build(edition.document(), front, page_words.sources_of(edition), style)


def anchor_at(page, words):
    """Where the last sign of some shown words leads."""
    return page.document.find(words).charFormat().anchorHref()


def test_a_profile_begins_with_its_key_facts_and_their_sources(profile):
    shown = profile.document.toPlainText()
    facts = shown[shown.index("Datos clave") : shown.index("La ley")]
    for words in ("Personas en la MAPE", "17000 familias", "Mujeres en la MAPE", "sin datos"):
        assert words in facts
    assert anchor_at(profile, "familiasS1") == "source:S1"
    assert anchor_at(profile, "S2") == "source:S2"


def test_key_facts_are_no_words_that_a_note_could_count(profile):
    assert "17000" not in profile.canonical
    place = profile.canonical.index("2012")
    cursor = QTextCursor(profile.document)
    cursor.setPosition(profile.to_doc(place))
    cursor.setPosition(profile.to_doc(place + 4, end=True), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "2012"


def test_marks_of_two_sources_do_not_run_into_each_other(profile):
    assert "2012.S1\u00a0S2" in profile.document.toRawText()


def test_at_the_top_the_first_block_is_read_while_the_rest_is_not_laid_out_yet(qapp):
    words = "\n\n".join(f"## Parte {n} {{#p{n}}}\n\n{'palabra ' * 200}" for n in range(400))
    paper = Paper(Look())
    paper.resize(700, 500)
    page = build(parse(words), Front("Título", "", ""), (), page_words.style_of("es", LIGHT, 1, {}))
    paper.show_page(page)
    assert paper.top_doc() == 0
    paper.go_to_paragraph(3)
    assert paper.top_paragraph() == 3


def test_long_words_in_a_table_are_parted_so_that_it_fits_and_notes_still_find_them(qapp):
    words = " | ".join(["Responsabilidades", "Aprovechamientos", "Participantes", "Formalización"])
    document = parse(f"| {words} |\n| --- | --- | --- | --- |\n| {words} |\n")
    paper = Paper(Look())
    paper.resize(420, 500)
    paper.show()
    style = page_words.style_of("es", LIGHT, 1, {})
    paper.show_page(build(document, Front("Título", "", ""), (), style), 52)
    assert paper.horizontalScrollBar().maximum() == 0
    at = paper.page.canonical.index("Participantes")
    paper.select(at, at + len("Participantes"))
    assert paper.selection() == (at, at + len("Participantes"))
    assert paper.createMimeDataFromSelection().text() == "Participantes"


def test_a_page_that_was_marked_is_replaced_while_another_tab_is_in_front(qtbot):
    paper = Paper(Look())
    qtbot.addWidget(paper)
    style = page_words.style_of("es", LIGHT, 1, {})

    def page(words):
        return build(parse(words), Front("Título", "", ""), (), style)

    paper.show_page(page("Uno, dos, tres."))
    paper.show()
    paper.show_marks([Mark("note", 0, 3, "quote")])
    assert paper.extraSelections()
    paper.hide()
    paper.show_page(page("Cuatro, cinco."))
    assert not paper.extraSelections()  # they belong to the page before, which is about to go
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    paper.show_marks([Mark("note", 0, 6, "quote")])
    paper.show()
    assert [made.cursor.selectedText() for made in paper.extraSelections()] == ["Cuatro"]


def test_a_text_without_a_place_has_no_empty_line_below_its_title(qapp):
    style = page_words.style_of("es", LIGHT, 1, {})
    page = build(parse("Uno."), Front("Título", "", "Resumen"), (), style)
    assert page.document.toPlainText().splitlines() == ["Título", "Resumen", "Uno."]


def test_texts_to_read_next_open_and_stand_before_the_sources(qapp):
    style = page_words.style_of("en", LIGHT, 1, {})
    related = Related("See also", (("some-uid", "Another text"),))
    page = build(
        parse("One."), Front("Title", "", ""), (SourceLine("S1", "A", "B"),), style, related
    )
    assert [heading.id for heading in page.headings] == ["related", "sources"]
    assert anchor_at(page, "Another text") == "link:batea:some-uid"
    assert "See also" not in page.canonical


def test_what_explains_a_mark_is_as_tall_as_its_words(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    popover = Popover(Look(), parent)
    popover.say(Said("Un nombre que ocupa una línea", "oficial", ("Una frase.",)), QPoint(10, 10))
    lines = popover.findChildren(QLabel)
    assert popover.height() < 2.2 * sum(line.fontMetrics().height() for line in lines)
