"""Home: what can be done here, what was open last, what there is, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.words import Retranslated, button, card, clear, label, rule

WIDTH = 1160
NARROW = 760  # below this width at 100 % two columns stand beside each other, not three


@dataclass(frozen=True)
class Deed:
    """Something to do: its id, icon, word and a sentence."""

    id: str
    icon: str
    title: str
    text: str


@dataclass(frozen=True)
class Recent:
    """A text that was open: where to go on, and how far that is (0 to 100)."""

    uid: str
    lang: str
    paragraph: int
    title: str
    meta: str
    read: int = 0


@dataclass(frozen=True)
class Going:
    """Something that is going on: `kind` is "workshop", "collection" or "packs"; a line above
    that says what it is, its name, and a remark.
    """

    kind: str
    id: str
    over: str
    title: str
    remark: str


class HomeView(Retranslated, QScrollArea):
    """Tells what the person wants to do; shows what it is given."""

    deed_chosen = Signal(str)
    recent_chosen = Signal(str, str, int)
    going_chosen = Signal(str, str)
    kind_chosen = Signal(str)
    name_changed = Signal(str, str)  # name, agency
    logo_asked = Signal()  # one to be chosen, or the one there is to go
    backups_asked = Signal()
    forget_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        # As high as its words need at the width there is, not at the least width.
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(24, 24, 24, 16)
        self._middle = QWidget()
        outer.addWidget(self._middle, 1)
        outer.addStretch()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = label("", "title")
        self._lead = label("", "muted")
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(8)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        column.addLayout(self._grid)
        column.addStretch()
        self._deeds: list[QPushButton] = []
        self._parts = (self._recent_part(), self._going_part(), self._data_part())
        self._columns = 0
        self.setWidget(inside)
        look.changed.connect(self._fit)
        self._fit()
        self.set_texts()

    def _part(self) -> tuple[QWidget, QVBoxLayout, QLabel]:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        title = label("", "heading")
        column.addWidget(title)
        return made, column, title

    def _recent_part(self) -> QWidget:
        made, column, self._recent_title = self._part()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(8)
        column.addLayout(self._recent)
        self._forget = button("", "link", self.forget_asked.emit)
        column.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return made

    def _going_part(self) -> QWidget:
        made, column, self._going_title = self._part()
        self._going = QVBoxLayout()
        self._going.setSpacing(8)
        column.addLayout(self._going)
        self._there_title = label("", "strong")
        column.addSpacing(8)
        column.addWidget(self._there_title)
        self._there = QWidget()
        self._there_flow = Flow(self._there, 8)
        column.addWidget(self._there)
        column.addStretch()
        return made

    def _data_part(self) -> QWidget:
        made, column, self._data_title = self._part()
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.setSpacing(8)
        self._data = label("")
        self._backups = button("", "link", self.backups_asked.emit)
        self._backups.setObjectName("backupsButton")
        inner.addWidget(self._data)
        inner.addWidget(self._backups, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(rule())
        self._who = label("", "strong")
        self.name = QLineEdit()
        self.name.setObjectName("nameField")
        self.agency = QLineEdit()
        self.agency.setObjectName("agencyField")
        self.logo = button("", "link", self.logo_asked.emit)
        self.logo.setObjectName("logoButton")
        head = QHBoxLayout()
        head.addWidget(self._who, 1)
        head.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(head)
        for field in (self.name, self.agency):
            field.editingFinished.connect(
                lambda: self.name_changed.emit(self.name.text(), self.agency.text())
            )
            inner.addWidget(field)
        column.addWidget(frame)
        column.addStretch()
        return made

    def set_texts(self) -> None:
        self._greet()
        self._lead.setText(
            self.tr(
                "Cases and modules on women in artisanal and small-scale mining. Everything is on "
                "this computer and works without a network."
            )
        )
        self._recent_title.setText(self.tr("Go on reading"))
        self._forget.setText(self.tr("Forget what was read"))
        self._going_title.setText(self.tr("Your work"))
        self._there_title.setText(self.tr("In the library"))
        self._data_title.setText(self.tr("Your notes are safe"))
        self._backups.setText(self.tr("See the backups…"))
        self._who.setText(self.tr("Who signs your notes and packs"))
        self.name.setPlaceholderText(self.tr("Your name"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.agency.setPlaceholderText(self.tr("Your institution"))
        self.agency.setAccessibleName(self.tr("Your institution"))

    def _greet(self) -> None:
        first = self._name.split(" ")[0]
        greeting = self.tr("{name}, what do you need today?").format(name=first)
        self._title.setText(greeting if first else self.tr("What do you need today?"))

    # --- shown --------------------------------------------------------------------------

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show what can be done, three in a row where there is room."""
        for made in self._deeds:
            made.hide()
            made.deleteLater()
        self._deeds = [self._deed(deed) for deed in deeds]
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Deeds and parts in the columns that there is room for, all on one grid."""
        columns = 3 if self.viewport().width() >= self._look.px(NARROW) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for widget in (*self._deeds, *self._parts):
            self._grid.removeWidget(widget)
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        for at, made in enumerate(self._deeds):
            self._grid.addWidget(made, at // columns, at % columns)
        below = -(-len(self._deeds) // columns)
        for at, part in enumerate(self._parts):
            self._grid.addWidget(part, below + at // columns, at % columns)

    def _deed(self, deed: Deed) -> QPushButton:
        made = DeedCard(deed, self._look)
        made.clicked.connect(lambda _c=False: self.deed_chosen.emit(deed.id))
        return made

    def show_recent(self, rows: Sequence[Recent]) -> None:
        """Show what was open last, newest first."""
        clear(self._recent)
        self._forget.setVisible(bool(rows))
        if not rows:
            self._recent.addWidget(
                label(
                    self.tr("What you open will appear here, at the place where you left it."),
                    "muted",
                )
            )
        for recent in rows:
            made = PlaceCard("", recent.title, recent.meta, recent.read, self._look)
            made.clicked.connect(
                lambda _c=False, r=recent: self.recent_chosen.emit(r.uid, r.lang, r.paragraph)
            )
            self._recent.addWidget(made)

    def show_going(self, rows: Sequence[Going]) -> None:
        """Show what is going on: the next workshop, what is to be read, what came in packs."""
        clear(self._going)
        if not rows:
            self._going.addWidget(
                label(
                    self.tr(
                        "Your next workshop, your lists and what comes in packs will appear here."
                    ),
                    "muted",
                )
            )
        for going in rows:
            made = PlaceCard(going.over, going.title, going.remark, 0, self._look)
            made.setObjectName(f"going-{going.kind}")
            made.clicked.connect(lambda _c=False, g=going: self.going_chosen.emit(g.kind, g.id))
            self._going.addWidget(made)

    def show_there(self, rows: Sequence[tuple[str, str]]) -> None:
        """What the library holds: (kind, word with its number)."""
        clear(self._there_flow)
        for kind, words in rows:
            made = button(words, "chip")
            made.clicked.connect(lambda _c=False, kind=kind: self.kind_chosen.emit(kind))
            self._there_flow.addWidget(made)
        self._there.updateGeometry()

    def show_logo(self, there: bool) -> None:
        """Offer to choose a logo for covers, or to go without the one there is."""
        self.logo.setText(self.tr("Take the logo off") if there else self.tr("Logo…"))

    def show_data(self, text: str, name: str, agency: str) -> None:
        """How many notes there are and when they were last copied; who signs."""
        self._data.setText(text)
        self._name = name.strip()
        self._greet()
        for field, words in ((self.name, name), (self.agency, agency)):
            if not field.hasFocus():
                field.setText(words)

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._look.px(WIDTH))
        self._arrange()


class CardButton(QPushButton):
    """A card that is pressed as a whole; as high as the words in it need."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("tone", "deed")
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.minimumHeight(), self.layout().heightForWidth(width))

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def say(self, words: str, tone: str) -> QLabel:
        """A label that leaves the pressing to the card."""
        made = label(words, tone)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made


class DeedCard(CardButton):
    """Something to do: a picture, a word and a sentence."""

    def __init__(self, deed: Deed, look: Look) -> None:
        super().__init__(look, deed.title)
        self.setObjectName(f"deed-{deed.id}")
        self.setAccessibleDescription(deed.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        picture = self.say("", "")
        picture.setPixmap(look.pixmap(deed.icon, "jade", 26))
        picture.setFixedWidth(look.px(30))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.say(deed.title, "strong"))
        words.addWidget(self.say(deed.text, "muted"))
        words.addStretch()
        row.addLayout(words, 1)
        self.setMinimumHeight(look.px(88))


class PlaceCard(CardButton):
    """Somewhere to go on: a line above, a title, a remark, how far one has read (per cent)."""

    def __init__(self, over: str, title: str, remark: str, read: int, look: Look) -> None:
        super().__init__(look, ". ".join(part for part in (over, title, remark) if part))
        self._read = read
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(0)
        for words, tone in ((over, "overline"), (title, "strong"), (remark, "small")):
            if words:
                column.addWidget(self.say(words, tone))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._read:
            painter = QPainter(self)
            wide = round((self.width() - 24) * min(100, self._read) / 100)
            painter.fillRect(12, self.height() - 6, self.width() - 24, 3, self._look.colour("line"))
            painter.fillRect(12, self.height() - 6, wide, 3, self._look.colour("jade"))
            painter.end()
