"""The workshops of the person: what there is, what to do with one, how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.scrolled import scrolled
from kb_app.views.parts.states import Blank, Notice
from kb_app.views.parts.words import Retranslated, button, clear, label
from kb_app.views.workshops.rows import PlanRow

WIDTH = 960


class WorkshopsList(Retranslated, QWidget):
    """`asked` tells "new" (with a template or ""), or a deed and the workshop it is for:
    "open", "duplicate", "template", "delete".
    """

    asked = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = label("", "title")
        self._lead = label("", "muted")
        self.new = button("", "primary", lambda: self.asked.emit("new", ""))
        self.new.setObjectName("newWorkshop")
        self.notice = Notice("bannerWarm")
        self.blank = Blank(look, "calendar")
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(8)
        self._scroll = scrolled(inside, sideways=True)
        middle = QWidget()
        middle.setMaximumWidth(look.px(WIDTH))
        self._middle = middle
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head.addLayout(words, 1)
        head.addWidget(self.new, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.blank, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(28, 22, 28, 16)
        outer.addWidget(middle, 1)
        outer.addStretch()
        look.changed.connect(lambda: self._middle.setMaximumWidth(look.px(WIDTH)))
        self.set_texts()

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return [self.new, self._scroll]

    def set_texts(self) -> None:
        self._title.setText(self.tr("Workshops"))
        self._lead.setText(
            self.tr("From an agenda to printed material, to the room, and to what was agreed.")
        )
        self.new.setText(self.tr("New workshop…"))

    def show_rows(
        self, rows: Sequence[PlanRow], templates: Sequence[tuple[str, str]], focus: str = ""
    ) -> None:
        """Show workshops; where there are none, how to begin (with these agendas)."""
        clear(self._rows)
        self._scroll.setVisible(bool(rows))
        self.blank.setVisible(not rows)
        self.new.setVisible(bool(rows))
        choices = [
            (word, lambda template=template: self.asked.emit("new", template))
            for template, word in templates
        ]
        self.blank.say(
            self.tr("Here your workshops will stand."),
            self.tr(
                "Begin with a ready agenda and change it: times are computed, lunch stays at "
                "noon, materials are counted and nothing is lost."
            ),
            *choices,
        )
        for row in rows:
            card = _Card(self._look, row, self.asked)
            self._rows.addWidget(card)
            if row.id == focus:
                card.open.setFocus()
        self._rows.addStretch()

    def begin(self) -> None:
        """Bring the keyboard to the first workshop."""
        first = self._rows.itemAt(0)
        if first is not None and isinstance(first.widget(), _Card):
            first.widget().open.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        cards = [card for card in self.findChildren(_Card) if card.isVisible()]
        here = next((at for at, card in enumerate(cards) if card.open.hasFocus()), -1)
        if step and cards:
            at = max(0, min(len(cards) - 1, here + step)) if here >= 0 else 0
            cards[at].open.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(cards[at])
        else:
            super().keyPressEvent(event)


class _Card(QFrame):
    def __init__(self, look: Look, row: PlanRow, asked: Signal) -> None:
        super().__init__()
        self.setObjectName("card")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 10, 10, 10)
        line.setSpacing(10)
        picture = label("", wrap=False)
        picture.setPixmap(look.pixmap("calendar", "jade", 22))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.open = button(row.title.replace("&", "&&"), "cardTitle")
        self.open.setObjectName("openWorkshop")
        self.open.setCursor(Qt.CursorShape.PointingHandCursor)
        self.open.setMinimumWidth(80)
        self.open.setToolTip(row.title)
        self.open.setAccessibleDescription(f"{row.meta}. {row.state}")
        self.open.clicked.connect(lambda _c=False: asked.emit("open", row.id))
        words.addWidget(self.open)
        words.addWidget(label(row.meta, "muted"))
        if row.state:
            words.addWidget(label(row.state, "small"))
        line.addLayout(words, 1)
        for deed, text in (
            ("duplicate", self.tr("Duplicate")),
            ("template", self.tr("Keep as a template")),
            ("delete", self.tr("Delete")),
        ):
            made: QPushButton = button(text, "quiet")
            made.clicked.connect(lambda _c=False, deed=deed: asked.emit(deed, row.id))
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
