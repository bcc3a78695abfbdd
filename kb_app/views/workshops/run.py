"""The view of whoever runs a workshop: what is on, the notes, the next block, the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.scrolled import scrolled
from kb_app.views.parts.states import Blank
from kb_app.views.parts.words import Retranslated, button, card, label, restyle
from kb_app.views.workshops.hands import AskedRow, HandsPanel
from kb_app.views.workshops.run_side import RunSide

BLOCK = Qt.ItemDataRole.UserRole
AGENDA, SIDE, ROOM_FOR_AGENDA = 236, 300, 840


@dataclass(frozen=True)
class AgendaRow:
    """A block of the day: `state` is "done", "now" or "to-come"."""

    block: str
    time: str
    title: str
    minutes: str
    state: str


@dataclass(frozen=True)
class NowRow:
    """The block that is on, as whoever runs it sees it."""

    kicker: str
    title: str
    objective: str
    steps: tuple[str, ...]
    step: int
    notes: str
    details: str
    following: str


@dataclass(frozen=True)
class TimeRow:
    """The time: of day, left of the block (`share` of it is gone), to spare or missing."""

    clock: str
    left: str
    share: float
    over: bool
    spare: str
    late: bool


class RunView(Retranslated, QWidget):
    """`asked` tells a deed: "begin", "next", "back", "next-block", or one of `RunSide` and of
    `HandsPanel`.
    """

    asked = Signal(str)
    day_chosen = Signal(int)
    block_chosen = Signal(str)
    step_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.day = QComboBox()
        self.day.setObjectName("runDay")
        self.day.activated.connect(self.day_chosen)
        self.agenda = QListWidget()
        self.agenda.setObjectName("runAgenda")
        self.agenda.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.agenda.setWordWrap(True)
        self.agenda.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.agenda.setIconSize(QSize(look.px(16), look.px(16)))
        self.agenda.itemDoubleClicked.connect(lambda i: self.block_chosen.emit(i.data(BLOCK)))
        self.side = RunSide(look)
        self.side.asked.connect(self.asked)
        self.side.left.connect(self.setFocus)
        self._blank = Blank(look, "play")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._blank)
        self._pages.addWidget(self._middle())
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 0, 8)
        row.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.day)
        left.addWidget(self.agenda, 1)
        self._left = QWidget()
        self._left.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._left)
        row.addWidget(self._pages, 1)
        self._right = scrolled(self.side)
        row.addWidget(self._right)
        look.changed.connect(self._draw)
        self.set_texts()
        self._draw()

    # --- laid out -------------------------------------------------------------------------

    def _middle(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._left_time = label("", "clock", wrap=False)
        self._clock = label("", "muted", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._spare = label("", "strong")
        times = QHBoxLayout()
        times.setSpacing(14)
        times.addWidget(self._left_time)
        words = QVBoxLayout()
        words.setSpacing(2)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self._spare, 1)
        upper.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(upper)
        words.addWidget(self._bar)
        times.addLayout(words, 1)
        column.addLayout(times)
        self._kicker = label("", "overline", wrap=False)
        self._title = label("", "title")
        self._objective = label("", "muted")
        self._details = label("", "small")
        for one in (self._kicker, self._title, self._objective, self._details):
            column.addWidget(one)
        self.steps = QListWidget()
        self.steps.setObjectName("runSteps")
        self.steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps.setWordWrap(True)
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.setSpacing(2)
        self.steps.itemClicked.connect(lambda _i: self.step_chosen.emit(self.steps.currentRow()))
        self.hands = HandsPanel(self._look)
        self.hands.asked.connect(self.asked)
        self._notes_card = card("cardWarm")
        inner = QVBoxLayout(self._notes_card)
        inner.setContentsMargins(12, 8, 12, 8)
        self._notes_title = label("", "small")
        self.notes = label("")
        self.notes.setObjectName("runNotes")
        scroll = scrolled(self.notes)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._notes_title)
        inner.addWidget(scroll, 1)
        column.addWidget(self.steps, 3)
        self._hands = scrolled(self.hands)
        self._hands.hide()
        column.addWidget(self._hands, 3)
        column.addWidget(self._notes_card, 2)
        self._following = label("", "muted")
        column.addWidget(self._following)
        foot = Flow(None, 8)
        self._buttons: dict[str, QPushButton] = {}
        for deed, tone in (("back", ""), ("next", "primary"), ("next-block", "")):
            self._buttons[deed] = button("", tone, lambda deed=deed: self._ask(deed))
            self._buttons[deed].setObjectName(f"run-{deed}")
            self._buttons[deed].setFocusPolicy(Qt.FocusPolicy.TabFocus)
            foot.addWidget(self._buttons[deed])
        column.addLayout(foot)
        return made

    def set_texts(self) -> None:
        words = {
            "back": self.tr("Back"),
            "next": self.tr("Next"),
            "next-block": self.tr("Next block"),
        }
        for deed, word in words.items():
            self._buttons[deed].setText(word)
        self._notes_title.setText(self.tr("Only for you"))
        self.day.setAccessibleName(self.tr("Day that is run"))
        self.agenda.setAccessibleName(self.tr("Agenda of the day"))
        self.steps.setAccessibleName(self.tr("Steps of the block"))
        self._blank.say(
            self.tr("Run the workshop from here."),
            self.tr(
                "You see notes, time and what comes next; the room sees one idea at a time on "
                "the other screen. A power cut loses nothing: it goes on where it was."
            ),
            (self.tr("Begin the day"), lambda: self._ask("begin")),
        )

    # --- shown ----------------------------------------------------------------------------

    def show_days(self, days: Sequence[str], chosen: int) -> None:
        """The days, of which one is run."""
        self.day.clear()
        self.day.addItems(list(days))
        self.day.setCurrentIndex(chosen)

    def show_agenda(self, rows: Sequence[AgendaRow]) -> None:
        """The blocks of the day; the one that is on stands out."""
        self.agenda.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.time}  {row.title}  {row.minutes}")
            item.setData(BLOCK, row.block)
            font = item.font()
            font.setBold(row.state == "now")
            item.setFont(font)
            if row.state == "done":
                item.setForeground(self._look.colour("muted"))
                item.setIcon(self._look.icon("check", "jade"))
            elif row.state == "now":
                item.setIcon(self._look.icon("play", "jade"))
            else:
                item.setIcon(self._look.icon("circle", "border"))
            self.agenda.addItem(item)
            if row.state == "now":
                self.agenda.setCurrentItem(item)
                self.agenda.scrollToItem(item)

    def show_now(self, now: NowRow | None) -> None:
        """The block that is on; None while the day has not begun."""
        self._pages.setCurrentIndex(0 if now is None else 1)
        self._make_room()
        self.side.setEnabled(now is not None)
        if now is None:
            return
        self._kicker.setText(now.kicker)
        self._title.setText(now.title)
        for made, words in (
            (self._objective, now.objective),
            (self._details, now.details),
            (self._following, now.following),
        ):
            made.setText(words)
            made.setVisible(bool(words))
        self.steps.clear()
        self.steps.addItem(now.title)
        for number, step in enumerate(now.steps, start=1):
            self.steps.addItem(f"{number}. {step}")
        self.steps.setCurrentRow(now.step)
        self.steps.scrollToItem(self.steps.currentItem())
        self.notes.setText(now.notes)
        self._notes_card.setVisible(bool(now.notes))

    def show_time(self, time: TimeRow) -> None:
        """The time, every second."""
        self._clock.setText(time.clock)
        self._left_time.setText(time.left)
        self._bar.setValue(round(1000 * min(1.0, max(0.0, time.share))))
        self._bar.setAccessibleName(time.left)
        self._spare.setText(time.spare)
        for made, tone in (
            (self._left_time, "clockOver" if time.over else "clock"),
            (self._spare, "late" if time.late else "strong"),
        ):
            if made.property("tone") != tone:
                made.setProperty("tone", tone)
                restyle(made)

    def show_question(self, asked: AskedRow | None) -> None:
        """The question that is asked, with its key; None to go back to the steps."""
        self.hands.show_question(asked)
        self._hands.setVisible(asked is not None)
        self.steps.setVisible(asked is None)
        for made in (self._objective, self._details):
            made.setVisible(asked is None and bool(made.text()))
        self._notes_card.setVisible(asked is None and bool(self.notes.text()))
        self.side.show_asking(asked is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Large text in a narrow window: what is on comes before the agenda of the day."""
        running = self._pages.currentIndex() == 1
        self._left.setVisible(not running or self.width() >= self._look.px(ROOM_FOR_AGENDA))

    # --- keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks, here or on the screen of the room; False when it is none."""
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            return False
        if self.hands.take_key(event):
            return True
        key = Qt.Key(event.key())
        deed = {
            Qt.Key.Key_Space: "next", Qt.Key.Key_Right: "next", Qt.Key.Key_PageDown: "next",
            Qt.Key.Key_Left: "back", Qt.Key.Key_PageUp: "back", Qt.Key.Key_N: "next-block",
            Qt.Key.Key_P: "projector", Qt.Key.Key_H: "question", Qt.Key.Key_T: "timer",
            Qt.Key.Key_L: "late", Qt.Key.Key_A: "accept", Qt.Key.Key_B: "dark",
            Qt.Key.Key_G: "groups", Qt.Key.Key_Return: "begin", Qt.Key.Key_Enter: "begin",
        }.get(key)  # fmt: skip
        if deed is None:
            return False
        self._ask(deed)
        return True

    def _ask(self, deed: str) -> None:
        if deed == "late":
            self.side.begin_late()
        else:
            self.asked.emit(deed)

    def _draw(self) -> None:
        look = self._look
        self._left.setFixedWidth(look.panel(AGENDA))
        self._right.setFixedWidth(look.panel(SIDE))
        wide = QFontMetrics(look.font(40, bold=True)).horizontalAdvance("-000:00")
        self._left_time.setFixedWidth(wide)
        for deed, icon in (("next", "arrow-right"), ("back", "arrow-left")):
            token = "on_jade" if deed == "next" else "ink"
            self._buttons[deed].setIcon(look.icon(icon, token))
            self._buttons[deed].setIconSize(QSize(look.px(16), look.px(16)))
