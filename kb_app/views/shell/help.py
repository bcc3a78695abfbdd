"""Help: how to do the common things, and every shortcut, from the one list of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kb_app import __version__
from kb_app.views.look import Look
from kb_app.views.parts.sides import fitted
from kb_app.views.parts.words import button, card, clear, label
from kb_app.views.shell.actions import ACTS, MENUS, Actions

translate = QCoreApplication.translate  # keep this name: lupdate looks for it


class HelpDialog(QDialog):
    """Worded anew each time it opens, so that it follows the language."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self._look = look
        self._actions = actions
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._close = button("", "primary", self.accept)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 16, 16)
        column.addWidget(self._scroll)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)

    def open_fresh(self) -> None:
        """Word everything and open."""
        self.setWindowTitle(self.tr("Help and shortcuts"))
        self._close.setText(self.tr("Close"))
        clear(self._column)
        self._column.addWidget(label("Batea " + __version__, "title"))
        for title, text in self._advice():
            self._column.addWidget(self._part(title))
            self._column.addWidget(label(text))
        for menu, menu_title in MENUS.items():
            self._column.addWidget(self._part(translate("Actions", menu_title)))
            self._column.addWidget(self._shortcuts(menu))
        self._column.addStretch()
        fitted(self, self._look, 760, 640)
        self.open()
        self._scroll.setFocus()

    def _part(self, title: str) -> QLabel:
        made = label(title, "heading")
        made.setContentsMargins(0, 12, 0, 0)
        return made

    def _shortcuts(self, menu: str) -> QFrame:
        frame = card()
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        for line, act in enumerate(act for act in ACTS if act.menu == menu):
            keys = self._actions.keys(act.id, every=True)
            grid.addWidget(label(self._actions[act.id].text()), line, 0)
            if keys:
                grid.addWidget(label(keys, "keys", wrap=False), line, 1)
        return frame

    def _advice(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("To find"),
                self.tr(
                    "Type what you remember in the box on top: a word, a country, a regional "
                    "word, without accents. Quotes ask for the exact phrase, a minus sign leaves "
                    'a word out. A filter can be typed too: country:Peru, country:"El Salvador".'
                ),
            ),
            (
                self.tr("To read"),
                self.tr(
                    "The mark S1 beside a sentence is its source: press it to see it. Words with "
                    "dots below are explained in place. The numbers at the margin are the same "
                    "on paper and on slides."
                ),
            ),
            (
                self.tr("To take notes"),
                self.tr(
                    "Mark a passage and press Ctrl+M. What you write is saved as you write it. "
                    "A note is private until you mark it as shareable."
                ),
            ),
            (
                self.tr("To send and receive"),
                self.tr(
                    "A pack is one file with texts, notes and workshops. Drag one onto the "
                    "window to look at it before anything is taken."
                ),
            ),
            (
                self.tr("Your data"),
                self.tr(
                    "Batea opens no connection. Everything stays on this computer, with backups "
                    "that you can see and restore from Home."
                ),
            ),
        ]
