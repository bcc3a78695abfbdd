"""The assistant that exports, with keys and mouse: it shows what will be saved, then saves it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QPlainTextEdit, QPushButton

from kb_app.app.sending import Sender
from kb_app.notes.model import selected_quote
from kb_app.views.packs.send import SendDialog
from tests.indexer.library import TITLES, UIDS
from tests.window.conftest import Person

LIME, GOLD = UIDS["lime"], UIDS["gold"]


@pytest.fixture
def sender(person: Person) -> Sender:
    room: Any = person.desk.room("packs")
    return room.sending


def opened(
    person: Person, sender: Sender, form: str, *uids: str, what: str = "texts"
) -> SendDialog:
    sender.open(uids, form, what)
    dialog = sender.dialog
    assert dialog is not None
    person.see(lambda: weighed(dialog))
    return dialog


def weighed(dialog: SendDialog) -> bool:
    return dialog.isVisible() and said(dialog)[-1:] == "." and not dialog.preview.sheet.faded


def said(dialog: SendDialog) -> str:
    return dialog.findChild(QLabel, "sendSize").text()


def choose(dialog: SendDialog, name: str, choice: str) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(choice))
    box.activated.emit(box.currentIndex())


def saved(person: Person, dialog: SendDialog, path: Path) -> None:
    """Save as a person does: the button, the file dialog, a name."""
    person.click(dialog.findChild(QPushButton, "sendSave"))
    asked = dialog.findChild(QFileDialog)
    person.see(lambda: asked.isVisible())
    asked.fileSelected.emit(str(path))
    asked.reject()
    person.see(lambda: not person.desk.is_busy())


def test_the_first_page_and_the_size_are_shown_before_saving(person, sender):
    dialog = opened(person, sender, "pdf", LIME)
    assert not dialog.preview.sheet.picture.isNull()
    assert "kB" in said(dialog)
    slides = dialog.preview.sheet.picture.toImage()
    choose(dialog, "sendForm", "pptx")
    person.see(lambda: weighed(dialog))
    assert dialog.preview.sheet.picture.toImage() != slides
    choose(dialog, "sendForm", "txt")
    person.see(lambda: weighed(dialog))
    assert dialog.preview.sheet.picture.isNull()
    assert TITLES["lime", "es"] in dialog.preview.words.text()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_choice_is_cut_in_a_small_window_or_in_large_letters(person, sender, scale):
    person.window.resize(1024, 700)
    person.desk.look.set_scale(scale)
    try:
        dialog = opened(person, sender, "pdf", LIME)
        for kind in (QComboBox, QCheckBox):
            for box in dialog.findChildren(kind):
                if box.isVisible() and box.objectName().startswith("send"):
                    held = box.visibleRegion().boundingRect().width()
                    assert held >= box.width(), box.objectName()
    finally:
        person.desk.look.set_scale(1.0)


def test_only_the_answer_to_the_last_wish_is_shown(person, sender):
    dialog = opened(person, sender, "pdf", LIME)
    for form in ("archive", "docx", "brief", "txt"):
        choose(dialog, "sendForm", form)
        dialog.changed.emit(dialog.wish())  # at once, as if the wait were over
    person.see(lambda: weighed(dialog))
    assert dialog.preview.sheet.picture.isNull()
    person.qtbot.waitUntil(lambda: not person.desk.is_busy())
    assert TITLES["lime", "es"] in dialog.preview.words.text()


def test_what_stays_behind_is_said_in_words(person, sender):
    program = person.desk.program
    edition = program.catalogue.entry("lime").edition("es")
    note = selected_quote(edition, "40 sacos")
    assert note is not None
    program.notes.add(note, edition)
    dialog = opened(person, sender, "html", LIME)
    assert not dialog.leaves.isVisible()
    dialog.findChild(QCheckBox, "sendNotes").click()
    person.see(lambda: weighed(dialog) and dialog.leaves.isVisible())
    text = dialog.findChild(QPlainTextEdit, "sendLeaves").toPlainText()
    assert text == "Nota privada suya · Mujeres de la cal venden juntas: 40 sacos"


def test_nothing_chosen_cannot_be_saved_and_says_so(person, sender):
    sender.open((), "pdf")
    dialog = sender.dialog
    person.see(lambda: said(dialog))
    assert not dialog.save.isEnabled()
    assert "texto" in said(dialog)


def test_a_comparison_of_one_says_how_many_and_of_two_is_saved(person, sender, tmp_path):
    sender.open((LIME,), "html", "compare")
    dialog = sender.dialog
    person.see(lambda: "dos" in said(dialog))
    assert not dialog.save.isEnabled()
    row = next(r for r in range(dialog.list.count())
               if dialog.list.item(r).data(Qt.ItemDataRole.UserRole) == GOLD)  # fmt: skip
    dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    person.see(lambda: weighed(dialog) and dialog.save.isEnabled())
    saved(person, dialog, tmp_path / "c.html")
    text = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert TITLES["lime", "es"] in text and TITLES["gold", "es"] in text


def test_long_titles_are_cut_with_their_whole_as_a_tip_and_nothing_scrolls_sideways(person, sender):
    dialog = opened(person, sender, "pdf", LIME)
    assert not dialog.list.horizontalScrollBar().isVisible()
    assert dialog.list.item(0).toolTip() == dialog.list.item(0).text()
    for scale in (1.0, 1.5):
        person.desk.look.set_scale(scale)
        dialog.reject()
        dialog = opened(person, sender, "pdf", LIME)
        assert dialog.width() <= person.window.width()
        assert dialog.height() <= person.window.height()
        for box in dialog.findChildren(QComboBox):
            assert box.width() <= box.parentWidget().width()
    person.desk.look.set_scale(1.0)


def test_a_pack_replaces_the_file_that_the_person_agreed_to_replace(person, sender, tmp_path):
    dialog = opened(person, sender, "batea", LIME)
    path = tmp_path / "mine.batea"
    path.write_bytes(b"old")
    saved(person, dialog, path)
    with zipfile.ZipFile(path) as archive:
        assert "mimetype" in archive.namelist()


def test_the_assistant_says_where_the_folder_of_a_workshop_is_made(person, sender):
    dialog = opened(person, sender, "pdf", LIME)
    hint = dialog.findChild(QLabel, "sendPapers")
    assert hint.isVisible()
    assert "Talleres" in hint.text()
    assert "Materiales e informe" in hint.text()
    choose(dialog, "sendForm", "batea")
    assert not hint.isVisible()
