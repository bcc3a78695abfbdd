"""At 150 % of the text, in the smallest window that is promised, no word is cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QLabel, QPushButton, QWidget

from indexer.vocabulary import read_vocabulary
from kb_app.app.rooms import ROOMS
from tests.window.conftest import PATIENCE_MS, open_person

SMALL = QSize(1366, 740)
MAGNIFIED = QSize(910, 460)
LOOKS = 8
MANY_NAMES = 70


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
            if not child.icon().isNull():
                wanted = child.sizeHint().width()
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


# The text at 150 %, and the same screen where the system magnifies everything by 150 %.
@pytest.mark.parametrize(("size", "scale"), [(SMALL, 1.5), (MAGNIFIED, 1.0)])
@pytest.mark.parametrize("ui", ["es", "en"])
def test_no_word_is_cut_at_150_per_cent(person, ui, size, scale):
    person.desk.set_ui(ui)
    person.opening.look.set_scale(scale)
    person.window.resize(size)
    for name in screens(person):
        settle(person)
        assert person.window.size() == size, name
        whole(person, person.window, name)
    for name, dialog in dialogs(person):
        settle(person)
        assert dialog.height() <= size.height() and dialog.width() <= size.width(), name
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


def with_every_term(content: Path) -> set[str]:
    """Make a case of the library one of every country, topic and mineral; their words."""
    vocabulary = read_vocabulary(content)
    words = set()
    for path in (content / "case_studies").glob("lime.*.md"):
        text = path.read_text("utf-8")
        for scheme in ("countries", "topics", "minerals"):
            ids = vocabulary.ids(scheme)
            text = re.sub(rf"^{scheme}: .*$", f"{scheme}: [{', '.join(ids)}]", text, flags=re.M)
            words |= {vocabulary.label(scheme, one, lang) for one in ids for lang in ("es", "en")}
        path.write_text(text, "utf-8")
    return words


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("ui", ["es", "en"])
def test_no_name_of_the_vocabulary_is_cut_in_the_filters(qtbot, tmp_path, small, ui, scale):
    names = with_every_term(small)
    person = open_person(qtbot, tmp_path / "data", small, ui)
    person.opening.look.set_scale(scale)
    person.window.resize(SMALL)
    facets = person.desk.go("explore").view.facets

    def boxes() -> list[QCheckBox]:
        return [box for box in facets.findChildren(QCheckBox) if not box.isHidden()]

    def more() -> list[QPushButton]:
        settle(person)
        return [b for b in facets.findChildren(QPushButton) if "…" in b.text() and b.isVisible()]

    person.see(boxes)
    while folded := more():
        person.click(folded[0])
    found = {box.text().replace("\n", " ").replace("&&", "&"): box for box in boxes()}
    assert len(names & set(found)) > MANY_NAMES
    assert [text for text in found if text not in names and "…" in text] == []
    person.see(lambda: all(b.height() >= b.sizeHint().height() for b in boxes()))
    assert all(box.width() >= box.sizeHint().width() for box in boxes())
    person.window.close()
    person.opening.close()
