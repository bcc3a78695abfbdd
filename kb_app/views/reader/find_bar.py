"""Find in page: a field, how many there are and which one is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from kb_app.views.parts.words import Retranslated, button, label


class FindBar(Retranslated, QFrame):
    """`typed` as one types; `stepped` with +1 or -1; `left` when it is closed."""

    typed = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panelHead")
        self.field = QLineEdit()
        self.field.setObjectName("findField")
        self.field.textChanged.connect(self.typed)
        self.field.setMaximumWidth(340)
        self.count = label("", "muted", wrap=False)
        self._before = button("", "quiet", lambda: self.stepped.emit(-1))
        self._after = button("", "quiet", lambda: self.stepped.emit(1))
        self._close = button("", "quiet", self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for made in (self._before, self._after, self._close):
            row.addWidget(made)
        row.addStretch()
        self.hide()
        self.set_texts()

    def set_texts(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in page"))
        self.field.setAccessibleName(self.tr("Find in page"))
        self._before.setText(self.tr("Previous"))
        self._after.setText(self.tr("Next"))
        self._close.setText(self.tr("Close"))

    def open_bar(self, words: str = "") -> None:
        """Show the field, with words to begin with."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.typed.emit(self.field.text())

    def close_bar(self) -> None:
        """Hide it and let the marks go."""
        self.hide()
        self.left.emit()

    def show_count(self, at: int, count: int) -> None:
        """Which place is shown, of how many."""
        if not self.field.text().strip():
            self.count.setText("")
        elif count:
            self.count.setText(self.tr("{at} of {count}").format(at=at, count=count))
        else:
            self.count.setText(self.tr("Not on this page"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
