"""The day of a regional agency: a pack comes, is looked at, taken, annotated, answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
)

from kb_app.notes.model import selected_quote
from kb_app.packs.gate import open_pack
from kb_app.packs.writer import write_pack
from kb_app.places import Places
from kb_app.program import Program
from tests.indexer.library import write_library
from tests.window.conftest import Person, open_person

LIME = "Mujeres de la cal venden juntas"


@pytest.fixture
def library(tmp_path: Path, content: Path) -> Path:
    return write_library(tmp_path / "content", content)


@pytest.fixture
def empty(tmp_path: Path, library: Path) -> Path:
    """The library of an agency that has only one of the two cases."""
    folder = write_library(tmp_path / "other", library)
    for path in folder.glob("case_studies/lime.*"):
        path.unlink()
    return folder


@pytest.fixture
def pack(tmp_path: Path, library: Path) -> Path:
    """A pack from Tegucigalpa: a case with a note that may be shared."""
    sender = Program(Places(tmp_path / "sender", (library,)))
    sender.store.set_setting("agency", "INHGEOMIN")
    edition = sender.catalogue.entry("lime").edition("es")
    draft = selected_quote(edition, "Venden 40 sacos")
    assert draft is not None
    sender.notes.add(replace(draft, body="Preguntar el precio", shareable=True), edition)
    path = tmp_path / "cal.batea"
    entries = [sender.catalogue.entry("lime")]
    write_pack(sender.sending.contents("Casos de la cal", entries, with_notes=True), path)
    sender.close()
    return path


@pytest.fixture
def agency(qtbot, tmp_path: Path, empty: Path) -> Iterator[Person]:
    made = open_person(qtbot, tmp_path / "agency", empty)
    yield made
    made.window.close()
    made.opening.close()


def drop(person: Person, path: Path) -> None:
    """Drag a file onto the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(200, 200), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    person.window.dropEvent(event)


def button(where: QDialog, name: str) -> QPushButton:
    found = where.findChild(QPushButton, name)
    assert found is not None, name
    return found


def save_as(person: Person, path: Path) -> None:
    """Answer a file dialog as with the keyboard."""
    person.see(lambda: isinstance(person.dialog(), QFileDialog))
    dialog = person.dialog()
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setText(str(path))
    person.press("Return", field)


def take(person: Person, path: Path) -> None:
    """Drop a pack, take what is offered."""
    drop(person, path)
    person.click(button(person.dialog(), "takeButton"))
    person.see(lambda: not person.desk.is_busy())


def test_a_pack_is_looked_at_before_anything_is_taken(agency, pack):
    before = [entry.uid for entry in agency.desk.program.catalogue]
    drop(agency, pack)
    dialog = agency.dialog()
    table = dialog.findChild(QTableWidget, "offerTable")
    assert table.item(0, 0).text() in (LIME, "Women of the lime kilns sell together")
    assert {table.item(row, 2).text() for row in range(table.rowCount())} == {"nuevo"}
    assert "INHGEOMIN" in " ".join(label.text() for label in dialog.findChildren(type(
        agency.window.status.saved)))  # fmt: skip
    agency.press("Escape", dialog)
    agency.see(lambda: not dialog.isVisible())
    assert [entry.uid for entry in agency.desk.program.catalogue] == before


def test_what_its_maker_took_out_and_new_words_are_said_before_anything_is_taken(agency, pack):
    drop(agency, pack)
    agency.dialog()
    receiver = agency.desk.room("packs").receiving
    receiver._offer(replace(receiver._seen, concepts=2, deleted=("Un texto", "Otro")))
    said = agency.words(agency.dialog())
    assert "Un texto; Otro" in said and "2 palabras nuevas" in said


def test_what_is_taken_can_be_read_with_its_note_and_taken_back(agency, pack):
    take(agency, pack)
    agency.see(lambda: "lime" in {entry.slug for entry in agency.desk.program.catalogue})
    uid = agency.desk.program.catalogue.entry("lime").uid
    agency.desk.open_entry(uid, "es")
    text = agency.desk.room("explore").reading.here
    agency.see(lambda: text.reader.notes.list.model().rowCount() == 1)
    agency.desk.go("packs")
    agency.click(agency.find("row-undo"))
    agency.see(lambda: isinstance(agency.dialog(), QMessageBox))
    box = agency.dialog()
    yes = [b for b in box.buttons() if b.text() == "Deshacer" or "atrás" in b.text().lower()]
    agency.click(yes[0] if yes else box.buttons()[0])
    agency.see(lambda: "lime" not in {entry.slug for entry in agency.desk.program.catalogue})
    assert agency.desk.program.notes.all() == []


def test_the_answer_shows_what_leaves_and_carries_only_what_is_chosen(
    qtbot, agency, pack, tmp_path, library
):
    take(agency, pack)
    agency.see(lambda: "lime" in {entry.slug for entry in agency.desk.program.catalogue})
    annotate(agency, "En 2012 se unieron", "Aquí fue en 2015", shareable=True)
    annotate(agency, "Nadie midió nada más", "Solo para nosotras", shareable=False)
    annotate(agency, "Aquí queman piedra", "Mejor no", shareable=True)
    agency.desk.go("packs")
    agency.click(agency.find("row-answer"))
    dialog = agency.dialog()
    notes = dialog.findChild(QListWidget, "answerNotes")
    words = [notes.item(row).text() for row in range(notes.count())]
    assert len(words) == 2
    assert not any("Solo para nosotras" in line for line in words)
    rest = dialog.findChild(QPlainTextEdit, "answerRest").toPlainText()
    assert LIME not in rest  # the sender's own text does not travel back
    unwanted = next(r for r in range(notes.count()) if "Mejor no" in notes.item(r).text())
    notes.item(unwanted).setCheckState(Qt.CheckState.Unchecked)
    agency.click(button(dialog, "answerSave"))
    answer = tmp_path / "respuesta.batea"
    save_as(agency, answer)
    agency.see(answer.exists)
    assert [note.body for note in open_pack(answer).notes] == ["Aquí fue en 2015"]

    home = open_person(qtbot, tmp_path / "sender", library)
    drop(home, answer)
    table = home.dialog().findChild(QTableWidget, "offerTable")
    assert table.rowCount() == 0
    home.click(button(home.dialog(), "takeButton"))
    home.see(lambda: len(home.desk.program.notes.all()) == 2)
    home.window.close()
    home.opening.close()


def annotate(person: Person, words: str, body: str, shareable: bool) -> None:
    """Put a note on a passage, with keys."""
    uid = person.desk.program.catalogue.entry("lime").uid
    person.desk.open_entry(uid, "es")
    paper = person.desk.room("explore").reading.here.reader.paper
    paper.setTextCursor(paper.document().find(words))
    before = person.desk.program.notes.count()
    person.window.activateWindow()
    person.see(person.window.isActiveWindow)
    person.press("Ctrl+M")
    person.see(lambda: person.desk.program.notes.count() == before + 1)
    person.find("noteBody", QPlainTextEdit).setPlainText(body)
    if shareable:
        person.press("Space", person.find("noteShareable", QCheckBox))
    person.see(lambda: any(
        note.body == body and note.shareable == shareable
        for note in person.desk.program.notes.all()
    ))  # fmt: skip


def test_a_changed_key_asks_and_the_default_is_no(agency, tmp_path, library):
    for name in ("first", "second"):
        sender = Program(Places(tmp_path / name, (library,)))
        sender.store.set_setting("publisher", "5f0c9c1e-7a43-4e0b-8a75-0b6a7e2d1c09")
        contents = sender.sending.contents("Casos", [sender.catalogue.entry("lime")])
        write_pack(contents, tmp_path / f"{name}.batea", sender.sending.key())
        sender.close()
    take(agency, tmp_path / "first.batea")
    agency.see(lambda: "lime" in {entry.slug for entry in agency.desk.program.catalogue})
    drop(agency, tmp_path / "second.batea")
    dialog = agency.dialog()
    taking = button(dialog, "takeButton")
    assert not taking.isEnabled()
    agency.press("Space", dialog.findChild(QCheckBox, "acceptKey"))
    agency.see(taking.isEnabled)


def test_conflicting_texts_are_offered_with_what_differs(agency, pack, tmp_path, library):
    take(agency, pack)
    agency.see(lambda: "lime" in {entry.slug for entry in agency.desk.program.catalogue})
    changed = library / "case_studies" / "lime.es.md"
    changed.write_text(
        changed.read_text(encoding="utf-8").replace("40 sacos", "55 sacos"), encoding="utf-8"
    )
    sender = Program(Places(tmp_path / "elsewhere", (library,)))
    path = tmp_path / "otro.batea"
    write_pack(sender.sending.contents("Otro", [sender.catalogue.entry("lime")]), path)
    sender.close()
    drop(agency, path)
    dialog = agency.dialog()
    table = dialog.findChild(QTableWidget, "offerTable")
    row = next(r for r in range(table.rowCount()) if table.item(r, 0).text() == LIME)
    assert "otro texto" in table.item(row, 2).text() or "cambi" in table.item(row, 2).text()
    box = table.cellWidget(row, 3)
    assert isinstance(box, QComboBox) and box.currentData() == "leave"
    agency.click(table.cellWidget(row, 4))
    agency.see(lambda: "55" in dialog.diff.toPlainText())
