"""Home: what can be done here, what was open last, what there is, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.words import Retranslated, button, card, clear, label, rule

WIDTH = 1080


@dataclass(frozen=True)
class Deed:
    """Something to do: its id, icon, word and a sentence."""

    id: str
    icon: str
    title: str
    text: str


@dataclass(frozen=True)
class Recent:
    """A text that was open: where to go on."""

    uid: str
    lang: str
    paragraph: int
    title: str
    meta: str


class HomeView(Retranslated, QScrollArea):
    """Tells what the person wants to do; shows what it is given."""

    deed_chosen = Signal(str)
    recent_chosen = Signal(str, str, int)
    kind_chosen = Signal(str)
    name_changed = Signal(str, str)  # name, agency
    backups_asked = Signal()
    forget_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(28, 22, 28, 28)
        self._middle = QWidget()
        outer.addWidget(self._middle, 1)
        outer.addStretch()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._title = label("", "title")
        self._lead = label("", "muted")
        column.addWidget(self._title)
        column.addWidget(self._lead)
        self._deeds = QGridLayout()
        self._deeds.setSpacing(12)
        column.addLayout(self._deeds)
        row = QHBoxLayout()
        row.setSpacing(20)
        self._recent_box = QVBoxLayout()
        self._recent_title = label("", "heading")
        left = QVBoxLayout()
        left.addWidget(self._recent_title)
        left.addLayout(self._recent_box)
        self._forget = button("", "link", self.forget_asked.emit)
        left.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch()
        row.addLayout(left, 3)
        row.addLayout(self._right(), 2)
        column.addLayout(row)
        column.addStretch()
        self.setWidget(inside)
        look.changed.connect(self._fit)
        self._fit()
        self.set_texts()

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        self._there_title = label("", "heading")
        right.addWidget(self._there_title)
        self._there = QWidget()
        self._there_flow = Flow(self._there, 8)
        right.addWidget(self._there)
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(14, 12, 14, 12)
        inner.setSpacing(6)
        self._data_title = label("", "strong")
        self._data = label("")
        self._backups = button("", "link", self.backups_asked.emit)
        self._backups.setObjectName("backupsButton")
        inner.addWidget(self._data_title)
        inner.addWidget(self._data)
        inner.addWidget(self._backups, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(rule())
        self._who = label("", "strong")
        self.name = QLineEdit()
        self.name.setObjectName("nameField")
        self.agency = QLineEdit()
        self.agency.setObjectName("agencyField")
        inner.addWidget(self._who)
        for field in (self.name, self.agency):
            field.editingFinished.connect(
                lambda: self.name_changed.emit(self.name.text(), self.agency.text())
            )
            inner.addWidget(field)
        right.addWidget(frame)
        right.addStretch()
        return right

    def set_texts(self) -> None:
        self._title.setText(self.tr("What do you need today?"))
        self._lead.setText(
            self.tr(
                "Cases and modules on women in artisanal and small-scale mining. Everything is on "
                "this computer and works without a network."
            )
        )
        self._recent_title.setText(self.tr("Go on reading"))
        self._forget.setText(self.tr("Forget what was read"))
        self._there_title.setText(self.tr("What there is"))
        self._data_title.setText(self.tr("Your notes are safe"))
        self._backups.setText(self.tr("See the backups…"))
        self._who.setText(self.tr("Who signs your notes and packs"))
        self.name.setPlaceholderText(self.tr("Your name"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.agency.setPlaceholderText(self.tr("Your institution"))
        self.agency.setAccessibleName(self.tr("Your institution"))

    # --- shown --------------------------------------------------------------------------

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show what can be done, three in a row."""
        clear(self._deeds)
        for position, deed in enumerate(deeds):
            self._deeds.addWidget(self._deed(deed), position // 3, position % 3)

    def _deed(self, deed: Deed) -> QPushButton:
        made = QPushButton()
        made.setObjectName(f"deed-{deed.id}")
        made.setAccessibleName(deed.title)
        made.setAccessibleDescription(deed.text)
        made.setProperty("tone", "deed")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(made)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        picture = label("")
        picture.setPixmap(self._look.pixmap(deed.icon, "jade", 26))
        picture.setFixedWidth(self._look.px(30))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(deed.title, "strong"))
        words.addWidget(label(deed.text, "muted"))
        words.addStretch()
        row.addLayout(words, 1)
        for child in made.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.setMinimumHeight(self._look.px(92))
        made.clicked.connect(lambda _c=False: self.deed_chosen.emit(deed.id))
        return made

    def show_recent(self, rows: Sequence[Recent]) -> None:
        """Show what was open last, newest first."""
        clear(self._recent_box)
        self._forget.setVisible(bool(rows))
        if not rows:
            self._recent_box.addWidget(
                label(self.tr("What you open will appear here, at the place where you left it."),
                      "muted")
            )  # fmt: skip
        for recent in rows:
            frame = card()
            inner = QVBoxLayout(frame)
            inner.setContentsMargins(12, 8, 12, 8)
            inner.setSpacing(1)
            title = button(recent.title.replace("&", "&&"), "link")
            title.setMinimumWidth(80)
            title.setToolTip(recent.title)
            title.clicked.connect(
                lambda _c=False, r=recent: self.recent_chosen.emit(r.uid, r.lang, r.paragraph)
            )
            inner.addWidget(title)
            inner.addWidget(label(recent.meta, "small"))
            self._recent_box.addWidget(frame)

    def show_there(self, rows: Sequence[tuple[str, str]]) -> None:
        """What the library holds: (kind, word with its number)."""
        clear(self._there_flow)
        for kind, words in rows:
            made = button(words, "chip")
            made.clicked.connect(lambda _c=False, kind=kind: self.kind_chosen.emit(kind))
            self._there_flow.addWidget(made)
        self._there.updateGeometry()

    def show_data(self, text: str, name: str, agency: str) -> None:
        """How many notes there are and when they were last copied; who signs."""
        self._data.setText(text)
        for field, words in ((self.name, name), (self.agency, agency)):
            if not field.hasFocus():
                field.setText(words)

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._look.px(WIDTH))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(WIDTH), self._look.px(600))
