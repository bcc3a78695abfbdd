"""Two thousand notes: what is in sight is there at once, the rest while the window rests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kb_app.views.look import Look
from kb_app.views.reader.notes_list import NoteRow, NotesList
from tests.window.test_read_and_annotate import LIME, read

MANY = 2_000


def rows(word):
    return [
        NoteRow(f"note-{at}", "quote", "Cita", f"¶{at}", "", f"{word} {at}", "privada")
        for at in range(MANY)
    ]


@pytest.fixture
def notes(qtbot):
    made = NotesList(Look())
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def is_empty(notes):
    """Whether the list shows nothing but its ground."""
    picture = notes.viewport().grab().toImage()
    colours = {picture.pixel(20, y) for y in range(picture.height())}
    return len(colours) < 2


def test_the_list_is_never_blank_while_other_notes_are_laid_out(notes, qtbot):
    notes.show_rows(rows("mercado"))
    assert not is_empty(notes)
    notes.show_rows(rows("camino"))
    assert not is_empty(notes)


def test_all_notes_are_there_when_the_window_has_rested(notes, qtbot):
    notes.show_rows(rows("mercado"))
    qtbot.waitUntil(lambda: notes.model().rowCount() == MANY)


@pytest.mark.parametrize("shown", [True, False])
def test_the_last_note_is_reached_before_that(notes, shown):
    notes.setVisible(shown)
    notes.show_rows(rows("mercado"))
    assert notes.choose(f"note-{MANY - 1}")
    assert notes.current_note() == f"note-{MANY - 1}"


def test_end_and_ctrl_a_mean_every_note_from_the_beginning(notes, qtbot):
    notes.setSelectionMode(NotesList.SelectionMode.ExtendedSelection)
    notes.show_rows(rows("mercado"))
    qtbot.keyClick(notes, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(notes.chosen_notes()) == MANY
    notes.show_rows(rows("camino"))
    notes.choose("note-0")
    qtbot.keyClick(notes, Qt.Key.Key_End)
    assert notes.current_note() == f"note-{MANY - 1}"


def test_a_note_that_is_written_does_not_move_under_the_eyes(notes, qtbot):
    notes.show_rows(rows("mercado"))
    notes.choose("note-700")
    bar = notes.verticalScrollBar()
    bar.setValue(bar.value() + 150)
    before = notes.visualRect(notes.currentIndex()).top()
    written = rows("mercado")
    written[700] = NoteRow("note-700", "quote", "Cita", "¶700", "", "otra palabra", "privada")
    notes.show_rows(written, "note-700")
    assert notes.visualRect(notes.currentIndex()).top() == before


def test_a_passage_over_two_paragraphs_is_marked_in_both(person):
    text = read(person, LIME)
    paper = text.reader.paper
    first = paper.document().find("2012 se unieron")
    last = paper.document().find("40 sacos", first)
    page = paper.page
    end = page.to_canon(last.selectionEnd(), end=True)
    paper.select(page.to_canon(first.selectionStart()), end)
    assert text.notes.add_from_selection("quote")
    text.notes.show()
    marked = [made.cursor.selectedText() for made in paper.extraSelections()]
    assert marked[:3] == ["2012 se unieron.S1", "Resultados", "Venden 40 sacos"]


def test_a_note_on_words_in_sight_leaves_the_page_where_it_is(person):
    person.window.resize(1200, 560)
    text = read(person, LIME)
    paper = text.reader.paper
    bar = paper.verticalScrollBar()
    person.see(lambda: bar.maximum() > 0)
    paper.go_to_paragraph(1)
    paper.setTextCursor(paper.document().find("2012 se unieron"))
    before = bar.value()
    assert text.notes.add_from_selection("quote")
    assert bar.value() == before > 0


def test_rows_are_as_high_as_their_words_need_when_only_the_width_changes(notes, qtbot):
    long = replace(rows("mercado")[0], body="preguntar en el mercado quién compra " * 4)
    notes.show_rows([long, *rows("camino")[:3]])
    index = notes.model().index(0, 0)
    wide = notes.visualRect(index).height()
    notes.resize(200, 600)
    qtbot.waitUntil(lambda: notes.visualRect(index).height() > wide)
    below = notes.visualRect(notes.model().index(1, 0))
    assert below.top() >= notes.visualRect(index).bottom()
