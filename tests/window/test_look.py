"""The look: contrast, names for screen readers, the way of Tab, every string translated."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kb_app.app.rooms import ROOMS
from kb_app.look import CONTRAST, READ_ON, SEEN_ON, THEMES, contrast
from kb_app.resources.translations.update import HERE, unfinished, update

SPOKEN = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_can_be_read_on_their_ground(theme):
    least = 7.0 if theme is CONTRAST else 4.5
    for text, ground in READ_ON:
        assert contrast(getattr(theme, text), getattr(theme, ground)) >= least, (text, ground)
    for mark, ground in SEEN_ON:
        assert contrast(getattr(theme, mark), getattr(theme, ground)) >= 3, (mark, ground)


def unnamed(widget: QWidget) -> list[str]:
    """What can be used and says nothing to a screen reader."""
    out = []
    for child in widget.findChildren(QWidget):
        if not isinstance(child, SPOKEN) or not child.isVisible():
            continue
        if child.objectName().startswith("qt_") or isinstance(
            child.parent(), (QComboBox, QLineEdit)
        ):
            continue
        text = child.text() if isinstance(child, QAbstractButton) else ""
        if not (child.accessibleName() or text or getattr(child, "placeholderText", str)()):
            out.append(f"{type(child).__name__} {child.objectName()} in {child.parent()}")
    return out


def test_every_room_speaks_to_screen_readers_and_every_widget_can_be_reached(person):
    for spec in ROOMS:
        person.desk.go(spec.id)
        assert unnamed(person.window) == [], spec.id
        for child in person.window.findChildren(QAbstractButton):
            inside = isinstance(child.parent(), QLineEdit)
            if child.isVisible() and child.isEnabled() and not inside:
                assert child.focusPolicy() & Qt.FocusPolicy.TabFocus, child.text()


def test_f6_walks_the_panels_and_comes_round(person):
    person.desk.go("explore")
    person.press("F6")
    seen = [person.window.focusWidget()]
    for _ in range(8):
        person.press("F6")
        seen.append(person.window.focusWidget())
    assert len(set(seen)) >= 4
    assert any(seen.count(widget) > 1 for widget in seen)


def test_the_language_of_the_menus_changes_while_it_runs(person):
    navigation = person.window.navigation
    assert "Explorar" in words_of(navigation)
    person.desk.set_ui("en")
    person.see(lambda: "Explore" in words_of(navigation))
    person.desk.set_ui("es")
    person.see(lambda: "Explorar" in words_of(navigation))


def words_of(widget: QWidget) -> str:
    return " ".join(button.text() for button in widget.findChildren(QAbstractButton))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("ui", ["es", "en"])
def test_every_room_opens_in_every_language_and_theme(person, ui, theme):
    person.desk.set_ui(ui)
    person.opening.look.set_theme(theme)
    for spec in ROOMS:
        person.desk.go(spec.id)
        assert person.window.current_room() == spec.id
        assert not person.window.grab().isNull()


def test_every_string_is_translated_and_the_compiled_files_are_fresh(tmp_path):
    for file in HERE.glob("batea_*"):
        shutil.copy(file, tmp_path)
    update(tmp_path)
    for lang in ("es", "en"):
        assert list(unfinished(tmp_path / f"batea_{lang}.ts")) == []
        fresh = (tmp_path / f"batea_{lang}.qm").read_bytes()
        assert fresh == (HERE / f"batea_{lang}.qm").read_bytes(), "run ./run translations"
