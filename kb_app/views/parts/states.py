"""What a list shows when it has nothing to list: empty, loading, error; and notices above."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.words import button, card, clear, label


class Blank(QWidget):
    """A picture, what this is, and what to do first."""

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = label("", "heading")
        self._text = label("", "muted")
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self._buttons)
        column.addStretch(3)
        look.changed.connect(self._draw)
        self._draw()

    def say(self, title: str, text: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Set the words and the buttons (the first is the main one)."""
        self._title.setText(title)
        self._text.setText(text)
        clear(self._buttons)
        self._buttons.addStretch()
        for position, (words, call) in enumerate(choices):
            self._buttons.addWidget(button(words, "" if position else "primary", call))
        self._buttons.addStretch()

    def _draw(self) -> None:
        self._picture.setPixmap(self._look.pixmap(self._icon, "jade", 40))


class Notice(QWidget):
    """A band above the work: `kind` is "banner", "bannerWarm" or "bannerRed"."""

    def __init__(self, kind: str = "banner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = card(kind)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, frame)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(4)
        self.words = label()
        self._row.addWidget(self.words, 1)
        self._choices = QHBoxLayout()
        self._row.addLayout(self._choices)
        self._offered: list[str] = []
        self._calls: list[Callable[[], object]] = []
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """The choices beside the words where there is room for both, else below them."""
        below = QBoxLayout.Direction.TopToBottom
        beside = QBoxLayout.Direction.LeftToRight
        narrow = self._choices.minimumSize().width() * 2 > self.width()
        wanted = below if narrow else beside
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    def say(self, text: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Show a sentence with its choices; an empty one hides the band."""
        self.words.setText(text)
        self._calls = [call for _words, call in choices]
        offered = [words for words, _call in choices]
        if offered != self._offered:
            self._offered = offered
            clear(self._choices)
            for at, words in enumerate(offered):
                self._choices.addWidget(button(words, "link", lambda at=at: self._calls[at]()))
            self._choices.addStretch()
            self._turn()
        self.setVisible(bool(text))
