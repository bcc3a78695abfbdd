"""The real window over a small library, driven with keys and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QLabel,
    QListView,
    QWidget,
)

from kb_app.app.desk import Desk
from kb_app.app.opening import Opening
from kb_app.places import Places
from kb_app.program import Program
from tests.indexer.library import write_library

PATIENCE_MS = 15_000
MANY_TABS = 60


class Person:
    """Somebody at the window: looks at what is shown, uses keys and mouse."""

    def __init__(self, qtbot: Any, opening: Opening) -> None:
        self.qtbot = qtbot
        self.opening = opening
        self.window = opening.window

    @property
    def desk(self) -> Desk:
        assert self.opening.desk is not None
        return self.opening.desk

    def see(self, there: Callable[[], object]) -> None:
        """Wait until something is shown."""
        self.qtbot.waitUntil(lambda: bool(there()), timeout=PATIENCE_MS)

    def find(self, name: str, kind: type = QWidget) -> Any:
        """The visible widget with that object name, once it is there."""
        self.see(lambda: self._shown(name, kind))
        return self._shown(name, kind)[-1]

    def _shown(self, name: str, kind: type) -> list[Any]:
        return [w for w in self.window.findChildren(kind, name) if w.isVisible()]

    def dialog(self) -> QDialog:
        """The dialog in front, once it is there."""
        self.see(self._dialogs)
        return self._dialogs()[-1]

    def _dialogs(self) -> list[QDialog]:
        return [d for d in self.window.findChildren(QDialog) if d.isVisible()]

    def type(self, name: str, words: str) -> None:
        """Write into a field, as with the keyboard (QTest types ASCII only)."""
        field = self.find(name)
        field.setFocus()
        self.qtbot.keyClicks(field, words)

    def press(self, key: str, widget: QWidget | None = None) -> None:
        """Press a key or chord such as "Ctrl+Shift+E" where the keyboard is."""
        *modifiers, name = key.split("+") if key != "Ctrl++" else ["Ctrl", "+"]
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= {
                "Ctrl": Qt.KeyboardModifier.ControlModifier,
                "Shift": Qt.KeyboardModifier.ShiftModifier,
                "Alt": Qt.KeyboardModifier.AltModifier,
            }[modifier]
        code = Qt.Key.Key_Plus if name == "+" else getattr(Qt.Key, f"Key_{name}")
        where = widget or self.window.focusWidget() or self.window
        self.qtbot.keyClick(where, code, held)

    def click(self, widget: QWidget) -> None:
        """Click a widget with the left button."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_row(self, rows: QAbstractItemView, at: int) -> None:
        """Click a row of a list."""
        place = rows.visualRect(rows.model().index(at, 0)).center()
        self.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def front(self) -> QWidget:
        """What the keyboard reaches: the dialog in front, or the window. Offscreen there is no
        window manager to make it active again after a popup has closed.
        """
        front = next(reversed(self._dialogs()), self.window)
        if not front.isActiveWindow():
            front.activateWindow()
            self.see(front.isActiveWindow)
        return front

    def write(self, words: str) -> None:
        """Type words where the keyboard is (QTest types ASCII only)."""
        self.qtbot.keyClicks(self.front().focusWidget(), words)

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is in the widget of that name."""
        for _ in range(MANY_TABS):
            if self.front().focusWidget().objectName() == name:
                return
            self.press("Tab", self.front().focusWidget())
        raise AssertionError(f"Tab does not reach {name}")

    def words(self, widget: QWidget) -> str:
        """Every word that a widget shows."""
        labels = [w.text() for w in widget.findChildren(QLabel) if not w.isHidden()]
        return " ".join([*labels, *(b.text() for b in widget.findChildren(QAbstractButton))])

    def button(self, widget: QWidget, words: str) -> QAbstractButton:
        """The visible button with those words."""
        self.see(lambda: self._buttons(widget, words))
        return self._buttons(widget, words)[0]

    def _buttons(self, widget: QWidget, words: str) -> list[QAbstractButton]:
        found = widget.findChildren(QAbstractButton)
        return [made for made in found if made.isVisible() and made.text() == words]

    def rows(self) -> QListView:
        """The list of results."""
        return self.find("results", QListView)

    def titles(self) -> list[str]:
        """The titles of the results as they stand."""
        uids = self.desk.room("explore").result_uids()
        return [self.desk.title(uid) for uid in uids]


def open_person(qtbot: Any, data: Path, content: Path, ui: str = "es", wait: bool = True) -> Person:
    """Open the window over a data folder and a content folder."""
    places = Places(data, (content,))
    opening = Opening(places, ui, lambda: Program(places, ui), ui_is_wanted=True)
    qtbot.addWidget(opening.window)
    indexed: list[bool] = []
    opening.indexed.connect(lambda: indexed.append(True))
    opening.show()
    person = Person(qtbot, opening)
    if wait:
        person.see(lambda: indexed)
    return person


@pytest.fixture
def small(tmp_path: Path, content: Path) -> Path:
    """A library of two cases in two languages."""
    return write_library(tmp_path / "content", content)


@pytest.fixture
def person(qtbot: Any, tmp_path: Path, small: Path) -> Iterator[Person]:
    """Somebody before the window, in Spanish, over two cases."""
    made = open_person(qtbot, tmp_path / "data", small)
    yield made
    made.window.close()
    made.opening.close()
