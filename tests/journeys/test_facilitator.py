"""The day of a facilitator: find, read, check the source, compare, note, keep, hand over.

Once by keyboard alone and once by mouse, in the real window; then everything is there again
after the program was closed and opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
)

from kb_app.views.reader.popover import Popover
from tests.indexer.library import write_library
from tests.window.conftest import Person, open_person

GOLD = "Una lista para las lavadoras de oro"
LIME = "Mujeres de la cal venden juntas"


@pytest.fixture
def library(tmp_path: Path, content: Path) -> Path:
    return write_library(tmp_path / "content", content)


@pytest.fixture
def facilitator(qtbot, tmp_path: Path, library: Path) -> Iterator[Person]:
    made = open_person(qtbot, tmp_path / "data", library)
    yield made
    made.window.close()
    made.opening.close()


def reading(person: Person):
    return person.desk.room("explore").reading.here


def keys(person: Person, *chords: str) -> None:
    """Press keys one after the other, each where the keyboard is then."""
    for chord in chords:
        person.press(chord, person.front().focusWidget() or person.front())


def take_file(person: Person, path: Path) -> None:
    """Answer the question for a file with the keyboard."""
    dialog = person.dialog()
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(path))
    name = dialog.findChild(QLineEdit)
    person.qtbot.keyClick(name, Qt.Key.Key_Return)
    person.see(lambda: not dialog.isVisible())


def test_by_keyboard_alone(facilitator, qtbot, tmp_path, library):
    person = facilitator
    # She remembers a word, without its accent and with a slip.
    keys(person, "Ctrl+L")
    person.write("labadoras")
    person.see(lambda: person.titles()[:1] == [GOLD])
    keys(person, "Return")
    person.see(lambda: person.rows().hasFocus())
    # Keep it for the workshop, in a collection of its own.
    keys(person, "Ctrl+Shift+D")
    dialog = person.dialog()
    assert GOLD in person.words(dialog)
    person.tab_to("collectName")
    person.write("Taller de Quimistan")
    keys(person, "Return")
    person.see(lambda: dialog.findChild(QListWidget).count() == 2)
    keys(person, "Escape")
    # Read it, see the source of a claim, in both languages.
    person.rows().setFocus()
    keys(person, "Return")
    person.see(lambda: reading(person) and reading(person).title == GOLD)
    text = reading(person)
    keys(person, "Ctrl+G")
    popover = text.reader.findChild(Popover)
    person.see(popover.isVisible)
    while "Informe" not in person.words(popover):  # words of the glossary come first
        qtbot.keyClick(popover, Qt.Key.Key_Escape)
        keys(person, "Ctrl+G")
        person.see(popover.isVisible)
    assert "vista por el proyecto" in person.words(popover)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    keys(person, "Ctrl+Shift+E")
    person.see(lambda: text.reader.both)
    keys(person, "Ctrl+Shift+E")
    person.see(lambda: not text.reader.both)
    # Find in the page, mark the passage with the keyboard, write and tag a note.
    keys(person, "Ctrl+F")
    person.write("40 sacos")
    person.see(lambda: text.reader.find.count.text() == "1 de 1")
    keys(person, "Escape")
    start = text.reader.paper.page.canonical.index("40 sacos")
    text.reader.paper.select(start, start + len("40 sacos"))
    keys(person, "Ctrl+M")
    person.see(lambda: person.find("noteBody").hasFocus())
    person.write("Preguntar quien compra")
    person.tab_to("noteTags")
    person.write("precio")
    person.see(lambda: [n.tags for n in person.desk.program.notes.all()] == [("precio",)])
    text.reader.paper.setFocus()
    keys(person, "Ctrl+D")
    # Her notes are found by the same box; she hands them over.
    keys(person, "Ctrl+L", "Ctrl+A")
    person.write("compra")
    person.see(person.desk.room("explore").view.in_notes.isVisible)
    keys(person, "Alt+4")
    person.see(lambda: person.window.current_room() == "notes")
    person.desk.room("notes").view.export_asked.emit("md")
    out = tmp_path / "notas.md"
    take_file(person, out)
    person.see(out.exists)
    assert "Preguntar quien compra" in out.read_text(encoding="utf-8")
    keys(person, "Alt+2")
    person.window.close()
    person.opening.close()
    # The next morning everything is there.
    again = open_person(qtbot, tmp_path / "data", library)
    try:
        explore = again.desk.room("explore")
        again.press("Ctrl+PageDown")
        again.see(lambda: reading(again) and reading(again).title == GOLD)
        assert reading(again).reader.notes.list.notes.rowCount() == 1
        again.press("Ctrl+B")
        tree = again.find("mineTree", QTreeWidget)
        again.see(tree.hasFocus)
        mine = explore.view.left.mine
        assert mine.words_of("collection") == ["Para leer", "Taller de Quimistan"]
        assert mine.words_of("bookmark") == [GOLD] and mine.words_of("read")[0] == GOLD
        for _ in range(2):
            again.press("Down", tree)
        again.press("Return", tree)
        again.see(explore.view.is_collection_shown)
        assert [row.label for row in explore.view.collection.list.notes.rows] == [GOLD]
    finally:
        again.window.close()
        again.opening.close()


def test_by_mouse(facilitator, qtbot, tmp_path):
    person = facilitator
    person.click(person.find("go-explore", QPushButton))
    person.see(lambda: len(person.titles()) == 2)
    explore = person.desk.room("explore")
    # Both cases into the comparison, from the panel at the right.
    rows = person.rows()
    for at in range(2):
        person.click_row(rows, at)
        person.click(person.find("compareButton", QPushButton))
    person.click(person.button(explore.view.basket, "Comparar"))
    person.see(explore.comparing.is_shown)
    # She exports the comparison itself.
    menu = person.find("exportComparison", QPushButton).menu()
    choose(menu, "Markdown")
    out = tmp_path / "comparacion.md"
    take_file(person, out)
    person.see(out.exists)
    compared = out.read_text(encoding="utf-8")
    assert GOLD in compared and LIME in compared and "Lo que nadie midió" in compared
    # Back; she opens a case, marks a passage with the mouse and says what it is for.
    person.click(person.button(person.window, "Volver a los resultados"))
    person.see(rows.isVisible)
    at = explore.view.model.row_of(person.desk.program.catalogue.entry("lime").uid)
    person.click_row(rows, at)
    person.click(person.find("readButton", QPushButton))
    person.see(lambda: reading(person) and reading(person).title == LIME)
    text = reading(person)
    drag_over(person, text.reader.paper, "Venden 40 sacos")
    person.see(text.reader.bar.isVisible)
    person.click(text.reader.bar.buttons["use"])
    person.see(lambda: [n.purpose for n in person.desk.program.notes.all()] == ["use"])
    body = person.find("noteBody", QPlainTextEdit)
    qtbot.keyClicks(body, "Para el segundo dia")
    person.see(lambda: [n.body for n in person.desk.program.notes.all()] == ["Para el segundo dia"])
    # The other language at the same place, and how to cite.
    person.click(explore.tabs.shapes.buttons["en"])
    person.see(lambda: reading(person).lang == "en")
    # A filter with the mouse, and away again by its chip.
    explore.tabs.show_results()
    person.see(lambda: explore.view.facets.box("mineral", "gold"))
    box = explore.view.facets.box("mineral", "gold")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    person.see(lambda: person.titles() == [GOLD])
    person.click(person.button(explore.view, "Oro  ✕"))
    person.see(lambda: len(person.titles()) == 2)
    # On the map a country is pressed.
    person.click(explore.view.shapes.buttons["map"])
    world = explore.view.map.world
    person.see(world.isVisible)
    person.see(lambda: world.spots().get("HN"))
    qtbot.mouseClick(world, Qt.MouseButton.LeftButton, pos=world.spots()["HN"].toPoint())
    assert person.button(explore.view, "Honduras  ✕")


def choose(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu by its words."""
    action = next(a for a in menu.findChildren(QAction) if a.text() == words)
    action.trigger()


def drag_over(person: Person, paper, words: str) -> None:
    """Drag with the left button from the first to the last of some words."""
    found = paper.document().find(words)
    assert not found.isNull()
    first, last = paper.textCursor(), paper.textCursor()
    first.setPosition(found.selectionStart())
    last.setPosition(found.selectionEnd())
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().value() + max(
        0, paper.cursorRect(first).top() - 200))  # fmt: skip
    start = paper.cursorRect(first).center()
    end = paper.cursorRect(last).center() + QPoint(1, 0)
    page = paper.viewport()
    person.qtbot.mousePress(page, Qt.MouseButton.LeftButton, pos=start)
    person.qtbot.mouseMove(page, (start + end) / 2)
    person.qtbot.mouseMove(page, end)
    person.qtbot.mouseRelease(page, Qt.MouseButton.LeftButton, pos=end)


def test_a_folder_that_cannot_be_written_is_said_and_reading_goes_on(qtbot, tmp_path, library):
    data = tmp_path / "data"
    first = open_person(qtbot, data, library)
    first.window.close()
    first.opening.close()
    # A folder in the place of the lock refuses writing to everybody, root included.
    (data / "batea.lock").unlink(missing_ok=True)
    (data / "batea.lock").mkdir()
    person = open_person(qtbot, data, library)
    try:
        person.see(person.window.notice.isVisible)
        assert "no se puede escribir" in person.words(person.window.notice)
        person.desk.open_entry(person.desk.program.catalogue.entry("lime").uid, "es")
        person.see(lambda: reading(person))
        person.press("Ctrl+M")
        said = person.dialog()
        assert isinstance(said, QMessageBox) and said.text() and said.informativeText()
        said.close()
        assert reading(person).title == LIME
    finally:
        person.window.close()
        person.opening.close()


def test_a_full_disk_is_said_and_what_was_written_before_stays(facilitator):
    person = facilitator
    person.desk.open_entry(person.desk.program.catalogue.entry("lime").uid, "es")
    person.see(lambda: reading(person))
    person.press("Ctrl+M")
    person.write("Antes")
    person.see(lambda: [n.body for n in person.desk.program.notes.all()] == ["Antes"])
    connection = person.desk.program.store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")  # SQLite itself says: disk full
    person.write(" y despues" + " mucho mas" * 700)
    said = person.dialog()
    assert isinstance(said, QMessageBox) and "disco" in said.text().casefold()
    assert said.informativeText()
    said.close()
    assert [n.body for n in person.desk.program.notes.all()] == ["Antes"]
    assert "mucho mas" in person.find("noteBody", QPlainTextEdit).toPlainText()
    connection.execute("PRAGMA max_page_count = 1073741823")
    person.find("noteBody").setFocus()
    person.write("!")
    person.see(lambda: person.desk.program.notes.all()[0].body.endswith("mucho mas!"))
