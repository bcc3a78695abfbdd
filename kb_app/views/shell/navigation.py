"""The rooms at the left: a picture, a word and how much there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kb_app.views.look import Look

WIDE, NARROW = 176, 152


class Navigation(QFrame):
    """A button for each room. `chosen` tells the id of the room."""

    chosen = Signal(str)

    def __init__(self, look: Look, rooms: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self._look = look
        self._group = QButtonGroup(self)
        self._icons = dict(rooms)
        self._narrow = False
        self._counts: dict[str, QLabel] = {}
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        for room, _icon in rooms:
            made = QPushButton()
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setObjectName(f"go-{room}")
            made.clicked.connect(lambda _checked=False, room=room: self.chosen.emit(room))
            inside = QHBoxLayout(made)
            inside.setContentsMargins(0, 0, 8, 0)
            count = QLabel()
            count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addStretch()
            inside.addWidget(count)
            self._counts[room] = count
            self._group.addButton(made)
            self.buttons[room] = made
            column.addWidget(made)
        column.addStretch()
        look.changed.connect(self._draw)
        self._draw()

    def set_text(self, room: str, text: str) -> None:
        """The word of a room."""
        self.buttons[room].setText(f" {text}")
        self.buttons[room].setAccessibleName(text)

    def set_count(self, room: str, count: int) -> None:
        """How much there is in a room; 0 shows nothing."""
        self._counts[room].setText(str(count) if count else "")

    def set_current(self, room: str) -> None:
        """Show which room is open."""
        if not self.buttons[room].isChecked():
            self.buttons[room].setChecked(True)
            self._draw()

    def focus_current(self) -> None:
        """Bring the keyboard to the room that is open."""
        down = self._group.checkedButton() or next(iter(self.buttons.values()))
        down.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        order = list(self.buttons.values())
        here = next((i for i, b in enumerate(order) if b.hasFocus()), -1)
        if step and here >= 0:
            order[(here + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        """Take less room, where the text is large and the window small."""
        if narrow != self._narrow:
            self._narrow = narrow
            for count in self._counts.values():
                count.setVisible(not narrow)
            self._draw()

    def _draw(self) -> None:
        self.setFixedWidth(self._look.px(NARROW if self._narrow else WIDE))
        for room, made in self.buttons.items():
            made.setIcon(self._look.icon(self._icons[room], "jade" if made.isChecked() else "ink"))
            made.setIconSize(QSize(self._look.px(20), self._look.px(20)))
