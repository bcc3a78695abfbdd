"""Labels and buttons in the tones of the style sheet. Text of others is never read as HTML."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget


class Retranslated:
    """Put before a widget class: `set_texts` is called when the language changes."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_texts()
        super().changeEvent(event)

    def set_texts(self) -> None:
        raise NotImplementedError


def label(text: str = "", tone: str = "", wrap: bool = True) -> QLabel:
    """A label of plain text; `tone` is one of the style sheet's."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def selectable(made: QLabel) -> QLabel:
    """The label, whose words can be marked and copied."""
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made


def button(
    text: str = "", tone: str = "", clicked: Callable[[], object] | None = None
) -> QPushButton:
    """A button; `tone` is "primary", "danger", "link", "chip", "quiet" or nothing."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if tone:
        made.setProperty("tone", tone)
    if tone == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def rule() -> QFrame:
    """A thin line between two things."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def card(name: str = "card") -> QFrame:
    """A frame with its ground; `name` is an object name of the style sheet."""
    made = QFrame()
    made.setObjectName(name)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down where it is too high."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inside)
    return made


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property that it looks at has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clear(layout) -> None:
    """Take everything out of a layout, widgets deleted."""
    while layout.count():
        item = layout.takeAt(0)
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
        elif item.layout() is not None:
            clear(item.layout())
