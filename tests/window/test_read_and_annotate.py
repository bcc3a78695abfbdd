"""Reading and annotating in the real window, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from kb_app.views.notes.view import GROUPS
from kb_app.views.reader.page import Heading
from tests.indexer.library import case_text
from tests.window.conftest import open_person

LIME, GOLD = "lime", "gold"


def read(person, slug, lang="es"):
    uid = person.desk.program.catalogue.entry(slug).uid
    person.desk.open_entry(uid, lang)
    person.see(lambda: here(person) is not None)
    return here(person)


def here(person):
    return person.desk.room("explore").reading.here


def select(text, words):
    """Mark words on the page as a person does with the mouse."""
    paper = text.reader.paper
    found = paper.document().find(words)
    assert not found.isNull(), words
    paper.setTextCursor(found)
    return found


def notes_of(person):
    return person.desk.program.notes.all()


def test_the_page_has_title_meta_numbers_and_sources(person):
    text = read(person, LIME)
    shown = text.reader.paper.document().toPlainText()
    for words in ("Mujeres de la cal venden juntas", "Honduras", "Lo que nadie midió", "Informe"):
        assert words in shown
    assert sorted(text.reader.paper.page.numbers)[:3] == [1, 2, 3]


def test_one_key_goes_to_the_other_language_and_back(person):
    text = read(person, LIME)
    person.press("Ctrl+E")
    person.see(lambda: text.lang == "en")
    assert "Women of the lime kilns" in text.reader.paper.document().toPlainText()
    person.press("Ctrl+E")
    person.see(lambda: text.lang == "es")


def test_both_languages_stand_side_by_side_on_one_height(person):
    text = read(person, LIME)
    person.press("Ctrl+Shift+E")
    person.see(lambda: text.reader.both)
    spanish, english = text.reader.papers["es"], text.reader.papers["en"]
    person.see(lambda: spanish.isVisible() and english.isVisible())
    person.see(lambda: abs(spanish.page_y(3) - english.page_y(3)) < 2)


def test_find_in_page_counts_and_goes_on(person):
    text = read(person, LIME)
    person.press("Ctrl+F")
    field = person.find("findField", QLineEdit)
    person.qtbot.keyClicks(field, "2012")
    person.see(lambda: text.reader.find.count.text() == "1 de 1")
    person.press("Escape", field)
    person.see(lambda: not field.isVisible())


def test_a_note_is_written_saved_and_there_after_a_restart(person):
    text = read(person, LIME)
    select(text, "Venden 40 sacos")
    person.press("Ctrl+M")
    body = person.find("noteBody", QPlainTextEdit)
    person.qtbot.keyClicks(body, "Preguntar en Talanga")
    person.see(lambda: [n.body for n in notes_of(person)] == ["Preguntar en Talanga"])
    note = notes_of(person)[0]
    assert note.exact == "Venden 40 sacos" and note.section == "results"
    assert person.opening.window.status.saved.text().startswith("Guardado")
    assert text.reader.notes.list.model().rowCount() == 1


def test_words_typed_a_moment_before_closing_are_kept(person):
    text = read(person, LIME)
    select(text, "Venden 40 sacos")
    person.press("Ctrl+M")
    person.qtbot.keyClicks(person.find("noteBody"), "A ultima hora")
    person.window.close()
    assert [n.body for n in notes_of(person)] == ["A ultima hora"]


def test_a_deleted_note_comes_back_with_undo(person):
    text = read(person, LIME)
    select(text, "Venden 40 sacos")
    person.press("Ctrl+M")
    person.see(lambda: len(notes_of(person)) == 1)
    text.notes._delete(notes_of(person)[0].id)
    assert notes_of(person) == []
    text.reader.paper.setFocus()
    person.press("Ctrl+Z")
    person.see(lambda: len(notes_of(person)) == 1)


def test_a_passage_is_copied_with_its_reference_and_paragraph(person):
    text = read(person, LIME)
    select(text, "Venden 40 sacos")
    person.press("Ctrl+Alt+C")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("«Venden 40 sacos»")
    assert "Mujeres de la cal venden juntas" in copied and "¶3" in copied


def test_a_chat_text_is_short_and_names_its_source(person):
    read(person, LIME)
    person.press("Ctrl+Alt+W")
    copied = QGuiApplication.clipboard().text()
    assert len(copied) <= 1_000
    assert copied.startswith("*Mujeres de la cal venden juntas*")


def test_tabs_close_reopen_and_come_back_in_the_next_session(person):
    read(person, LIME)
    read(person, GOLD, "en")
    assert len(person.desk.room("explore").reading.open_uids()) == 2
    person.press("Ctrl+W")
    person.see(lambda: len(person.desk.room("explore").reading.open_uids()) == 1)
    person.press("Ctrl+Shift+T")
    person.see(lambda: len(person.desk.room("explore").reading.open_uids()) == 2)
    person.window.close()
    rows = person.opening.state.rows("tabs")
    assert [(row["lang"]) for row in rows] == ["es", "en"]


def test_back_and_forward_walk_the_places(person):
    first = read(person, LIME)
    read(person, GOLD)
    person.press("Alt+Left")
    person.see(lambda: here(person) is first)
    person.press("Alt+Right")
    person.see(lambda: here(person) is not first)


def title_px(text):
    """The size of the first words on the page."""
    fragment = text.reader.paper.document().firstBlock().begin().fragment()
    return fragment.charFormat().font().pixelSize()


def test_zoom_makes_the_text_larger_and_100_per_cent_brings_it_back(person):
    text = read(person, LIME)
    size = title_px(text)
    person.press("Ctrl++")
    person.see(lambda: title_px(text) > size)
    person.press("Ctrl+0")
    person.see(lambda: title_px(text) == size)


def test_a_page_loads_nothing_from_outside(person):
    text = read(person, LIME)
    cursor = QTextCursor(text.reader.paper.document())
    cursor.insertHtml('<img src="file:///etc/hostname"><img src="http://localhost:1/x.png">')
    kind = text.reader.paper.document().ResourceType.ImageResource.value
    for name in ("file:///etc/hostname", "http://localhost:1/x.png"):
        assert not text.reader.paper.loadResource(kind, name)


def test_ctrl_g_explains_one_mark_after_the_other(person):
    text = read(person, LIME)
    paper = text.reader.paper
    asked, places = [], []
    paper.asked.connect(lambda kind, what, _at: asked.append((kind, what)))
    for _ in range(2):
        person.press("Ctrl+G", paper)
        places.append(paper.textCursor().position())
        text.reader.popover.close()
        person.front()
    assert asked == [("source", "S1")] * 2
    assert places[1] > places[0] + len("S1")


def test_notes_of_many_texts_stand_below_headings_that_cannot_be_chosen(person):
    for slug, words in ((LIME, "Venden 40 sacos"), (GOLD, "oro")):
        select(read(person, slug), words)
        person.press("Ctrl+M")
        person.qtbot.keyClicks(person.find("noteBody"), f"nota sobre {slug}")
    person.see(lambda: len(notes_of(person)) == 2)
    room = person.desk.go("notes")
    shown = [room.view.list.model().index(at, 0) for at in range(4)]
    words = [index.data() for index in shown]
    assert words[0].endswith(" · 1") and words[2].endswith(" · 1")
    assert "nota sobre" in words[1] and "nota sobre" in words[3]
    assert not shown[0].flags() and shown[1].flags()
    room.view.list.setFocus()
    person.press("Ctrl+F")
    person.see(room.view.words.hasFocus)


def test_many_notes_are_tagged_shared_and_deleted_together_and_come_back(person):
    text = read(person, LIME)
    for words in ("Venden 40 sacos", "2012"):
        select(text, words)
        person.press("Ctrl+M")
    person.see(lambda: len(notes_of(person)) == 2)
    room = person.desk.go("notes")
    room.view.list.setFocus()
    room.view.list.selectAll()
    assert len(room.view.list.chosen_notes()) == 2
    tag, share, _keep, delete = room.view._many_menu.actions()
    share.trigger()
    assert all(note.shareable for note in notes_of(person))
    room.view.list.selectAll()
    tag.trigger()
    dialog = person.dialog()
    person.qtbot.keyClicks(dialog.findChild(QLineEdit), "quimistan")
    person.press("Return", dialog.findChild(QLineEdit))
    person.see(lambda: all(note.tags == ("quimistan",) for note in notes_of(person)))
    room.view.list.selectAll()
    delete.trigger()
    assert notes_of(person) == []
    person.click(room.view.undo.findChildren(QPushButton)[0])
    person.see(lambda: len(notes_of(person)) == 2)


def test_the_notes_of_a_colleague_are_taken_in_beside_mine(person, tmp_path):
    text = read(person, LIME)
    select(text, "Venden 40 sacos")
    person.press("Ctrl+M")
    person.qtbot.keyClicks(person.find("noteBody"), "De Ana")
    person.see(lambda: [n.body for n in notes_of(person)] == ["De Ana"])
    room = person.desk.go("notes")
    room.export_to("jsonld", tmp_path / "ana.jsonld")
    person.desk.program.notes.delete_all([notes_of(person)[0].id])
    room.import_from(tmp_path / "ana.jsonld")
    taken = notes_of(person)
    assert [note.body for note in taken] == ["De Ana"] and taken[0].origin != "mine"
    room.view.group.setCurrentIndex(GROUPS.index("origin"))
    room.view.group.activated.emit(GROUPS.index("origin"))
    assert room.view.list.model().index(0, 0).data() != ""


def test_a_translation_that_is_out_of_date_says_so_on_its_page_and_in_comparisons(
    qtbot, tmp_path, small
):
    spanish = next(small.rglob("lime.es.md"))
    spanish.write_text(spanish.read_text("utf-8") + "\nUna frase nueva.\n", "utf-8")
    person = open_person(qtbot, tmp_path / "data", small)
    stale = "This translation is older than the original text."
    text = read(person, LIME, "en")
    assert stale in text.reader.paper.document().toPlainText()
    person.press("Ctrl+E")
    person.see(lambda: text.lang == "es")
    assert "anterior al texto original" not in text.reader.paper.document().toPlainText()
    person.desk.set_content_language("en")
    comparing = person.desk.room("explore").comparing
    for slug in (LIME, GOLD):
        comparing.toggle(person.desk.program.catalogue.entry(slug).uid)
    comparing.show()
    shown = person.find("paper").document().toPlainText()
    assert f"{stale} {text.entry.edition('en').front.title}" in shown
    person.window.close()
    person.opening.close()


@pytest.mark.parametrize(
    ("ui", "sentence", "mark"),
    [
        ("es", "Esta traducción es anterior al texto original.", "traducción desactualizada"),
        ("en", "This translation is older than the original text.", "translation out of date"),
    ],
)
def test_a_translation_that_is_out_of_date_says_so_beside_results_and_notes(
    qtbot, tmp_path, small, ui, sentence, mark
):
    spanish = next(small.rglob("lime.es.md"))
    spanish.write_text(spanish.read_text("utf-8") + "\nUna frase nueva.\n", "utf-8")
    person = open_person(qtbot, tmp_path / "data", small, ui)
    desk = person.desk
    desk.set_content_language("en")
    text = read(person, LIME, "en")
    assert text.notes.add_to_section()
    explore = desk.room("explore")
    detail = explore.view.detail
    desk.search("lime kilns")
    person.see(lambda: sentence in person.words(detail))
    assert detail.uid == text.uid
    notes = desk.go("notes").view.list.notes
    assert mark in notes.data(notes.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    desk.set_content_language("es")
    desk.go("explore")
    person.see(lambda: sentence not in person.words(detail))
    assert detail.uid == text.uid
    person.window.close()
    person.opening.close()


def test_long_headings_of_the_contents_take_the_lines_they_need(person):
    text = read(person, LIME)
    contents = text.reader.contents
    long = Heading("", "Por qué le importa a una oficina pública de la región minera", 3, 0)
    contents.show_headings([Heading("a", "Contexto", 2, 0), long])
    first, second = (contents.list.sizeHintForRow(row) for row in range(2))
    line = contents.list.fontMetrics().height()
    assert second >= first + 2 * line


def test_a_text_whose_file_was_changed_is_read_anew_and_never_shown_as_it_was(person, small):
    path = small / "case_studies" / "lime.es.md"
    path.write_text(case_text("lime", "es").replace("40 sacos", "90 sacos"), encoding="utf-8")
    text = read(person, LIME)
    person.see(lambda: "90 sacos" in text.reader.paper.toPlainText())
    assert not text.reader.notice.isVisible()


def test_an_open_text_can_be_annotated_although_its_file_has_gone(person, small):
    text = read(person, LIME)
    person.see(lambda: "40 sacos" in text.reader.paper.toPlainText())
    (small / "case_studies" / "lime.es.md").unlink()
    assert text.notes.add_to_section()
    assert person.desk.program.notes.count() == 1
