"""At 150 % of the text, in the smallest window that is promised, no word is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QLabel, QWidget

from kb_app.app.rooms import ROOMS
from tests.window.conftest import PATIENCE_MS

SMALL = QSize(1366, 740)
LOOKS = 8


def cut(widget: QWidget) -> list[str]:
    """Labels and buttons with less room than their words need."""
    out = []
    for child in widget.findChildren(QWidget):
        if not child.isVisible():
            continue
        if isinstance(child, QLabel) and child.text() and child.pixmap().isNull():
            if child.wordWrap():
                fits = child.height() >= child.heightForWidth(child.width())
            else:
                fits = child.width() >= child.sizeHint().width()
        elif isinstance(child, QAbstractButton) and child.text():
            words = child.text().replace("&&", "&")
            mark = 20 if isinstance(child, QCheckBox) else 0
            wanted = child.fontMetrics().horizontalAdvance(words) + mark
            fits = child.width() >= wanted and child.height() >= child.fontMetrics().height()
        else:
            continue
        if not fits:
            out.append(f"{type(child).__name__} “{child.text()}” {child.width()}x{child.height()}")
    return out


def screens(person):
    """Every screen of exploring, reading and noting, one after the other."""
    desk = person.desk
    uids = [entry.uid for entry in desk.program.catalogue]
    for spec in ROOMS:
        desk.go(spec.id)
        yield spec.id
    explore = desk.go("explore")
    desk.search("cal")
    person.see(explore.result_uids)
    for shape in ("cards", "table", "map", "list"):
        explore.view.set_shape(shape)
        yield shape
    explore.open_lists()
    yield "lists"
    desk.program.collections.toggle_to_read(uids[0])
    explore.open_collection("reading-list")
    yield "collection"
    for uid in uids:
        explore.comparing.toggle(uid)
    explore.comparing.show()
    yield "comparison"
    desk.open_entry(uids[0])
    explore.reading.here.notes.add_to_section()
    yield "reader"
    desk.act("both")
    yield "both"


def dialogs(person):
    desk = person.desk
    explore = desk.go("explore")
    uid = next(iter(desk.program.catalogue)).uid
    for name, ask in (
        ("like ours", explore.comparing.describe),
        ("keep in", lambda: explore.gathering.collect(uid)),
        ("palette", lambda: desk.act("palette")),
        ("help", lambda: desk.act("help")),
        ("backups", lambda: desk.act("backups")),
    ):
        ask()
        yield name, person.dialog()


@pytest.mark.parametrize("ui", ["es", "en"])
def test_no_word_is_cut_at_150_per_cent(person, ui):
    person.desk.set_ui(ui)
    person.opening.look.set_scale(1.5)
    person.window.resize(SMALL)
    for name in screens(person):
        settle(person)
        assert person.window.size() == SMALL, name
        whole(person, person.window, name)
    for name, dialog in dialogs(person):
        settle(person)
        assert dialog.height() <= SMALL.height() and dialog.width() <= SMALL.width(), name
        whole(person, dialog, name)
        close(dialog)


def whole(person, widget: QWidget, name: str) -> None:
    """Wait until no word is cut: layouts come when the machine has time for them."""

    def check() -> None:
        assert cut(widget) == [], name

    person.qtbot.waitUntil(check, timeout=PATIENCE_MS)


def settle(person) -> None:
    """Let the window do what it was asked for: languages, layouts, answers of the search."""
    looks = iter(range(LOOKS))
    person.see(lambda: next(looks, None) is None and not person.desk.is_busy())


def close(dialog: QDialog) -> None:
    dialog.reject()
