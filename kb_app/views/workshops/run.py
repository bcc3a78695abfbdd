"""The view of whoever runs a workshop: what is on, the notes, the next block, the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.numbers import number_box
from kb_app.views.parts.states import Blank
from kb_app.views.parts.words import Retranslated, button, card, clear, label, restyle, rule
from kb_app.views.workshops.hands import AskedRow, HandsPanel

BLOCK = Qt.ItemDataRole.UserRole
SIDE = 300
AGENDA = 236


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
    """`asked` tells a deed: "begin", "next", "back", "next-block", "block-back", "projector",
    "accept", "question", "reveal", "timer", "dark",
    "groups".
    """

    asked = Signal(str)
    day_chosen = Signal(int)
    block_chosen = Signal(str)
    step_chosen = Signal(int)
    late_typed = Signal(int)
    timer_minutes = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._quiet = False
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
        row.addWidget(self._right())
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
        self._spare = label("", "strong", wrap=False)
        times = QHBoxLayout()
        times.setSpacing(14)
        times.addWidget(self._left_time)
        words = QVBoxLayout()
        words.setSpacing(2)
        upper = QHBoxLayout()
        upper.addWidget(self._spare)
        upper.addStretch()
        upper.addWidget(self._clock)
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
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.notes)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._notes_title)
        inner.addWidget(scroll, 1)
        column.addWidget(self.steps, 3)
        column.addWidget(self.hands, 3)
        column.addWidget(self._notes_card, 2)
        self._following = label("", "muted")
        column.addWidget(self._following)
        foot = QHBoxLayout()
        self._buttons: dict[str, QPushButton] = {}
        for deed, tone in (("back", ""), ("next", "primary"), ("next-block", "")):
            self._buttons[deed] = button("", tone, lambda deed=deed: self._ask(deed))
            self._buttons[deed].setObjectName(f"run-{deed}")
            self._buttons[deed].setFocusPolicy(Qt.FocusPolicy.TabFocus)
            foot.addWidget(self._buttons[deed])
        foot.addStretch()
        column.addLayout(foot)
        return made

    def _right(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("panelRight")
        self._side = frame
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        for deed in ("projector", "question", "groups", "dark"):
            made = button("", "primary" if deed == "projector" else "",
                          lambda deed=deed: self._ask(deed))  # fmt: skip
            made.setObjectName(f"run-{deed}")
            self._buttons[deed] = made
            column.addWidget(made)
        column.addWidget(rule())
        self._timer_title = label("", "overline", wrap=False)
        self.timer_box = number_box("runTimer", 1, 240, 10)
        self.timer_box.valueChanged.connect(self.timer_minutes)
        line = QHBoxLayout()
        line.addWidget(self.timer_box)
        self._buttons["timer"] = button("", "", lambda: self._ask("timer"))
        self._buttons["timer"].setObjectName("run-timer")
        line.addWidget(self._buttons["timer"], 1)
        column.addWidget(self._timer_title)
        column.addLayout(line)
        column.addWidget(rule())
        self._late_title = label("", "overline", wrap=False)
        self.late_box = number_box("runLate", 0, 480, step=5)
        self.late_box.valueChanged.connect(self._late_changed)
        for box in (self.late_box, self.timer_box):
            box.lineEdit().returnPressed.connect(self.setFocus)
        column.addWidget(self._late_title)
        column.addWidget(self.late_box)
        self._proposals = QVBoxLayout()
        self._proposals.setSpacing(4)
        column.addLayout(self._proposals)
        self._buttons["accept"] = button("", "primary", lambda: self._ask("accept"))
        self._buttons["accept"].setObjectName("run-accept")
        column.addWidget(self._buttons["accept"])
        column.addStretch()
        self._keys = label("", "small")
        column.addWidget(self._keys)
        return frame

    def set_texts(self) -> None:
        words = {
            "back": self.tr("Back"),
            "next": self.tr("Next"),
            "next-block": self.tr("Next block"),
            "projector": self.tr("Open the screen for the room"),
            "question": self.tr("Ask for a show of hands"),
            "groups": self.tr("Show the groups"),
            "dark": self.tr("Darken the screen"),
            "timer": self.tr("Start the timer"),
            "accept": self.tr("Do it"),
        }
        for deed, word in words.items():
            self._buttons[deed].setText(word)
        self._notes_title.setText(self.tr("Only for you"))
        self._timer_title.setText(self.tr("Timer, minutes"))
        self._late_title.setText(self.tr("We are late by, minutes"))
        self.timer_box.setAccessibleName(self.tr("Timer, minutes"))
        self.late_box.setAccessibleName(self.tr("We are late by, minutes"))
        self.day.setAccessibleName(self.tr("Day that is run"))
        self.agenda.setAccessibleName(self.tr("Agenda of the day"))
        self.steps.setAccessibleName(self.tr("Steps of the block"))
        self._keys.setText(
            self.tr(
                "Space or Right: next · Left: back · N next block · P screen · H hands · T timer · "
                "L late · A do it · B dark"
            )
        )
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
        self._side.setEnabled(now is not None)
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

    def show_late(self, minutes: int, proposals: Sequence[str]) -> None:
        """How late, and what could give."""
        self._quiet = True
        if not self.late_box.hasFocus():
            self.late_box.setValue(minutes)
        self._quiet = False
        clear(self._proposals)
        for words in proposals:
            self._proposals.addWidget(label(words))
        if minutes and not proposals:
            self._proposals.addWidget(label(self.tr("Nothing that is left may give."), "muted"))
        self._buttons["accept"].setVisible(bool(proposals))

    def show_question(self, asked: AskedRow | None) -> None:
        """The question that is asked, with its key; None to go back to the steps."""
        self.hands.show_question(asked)
        self.steps.setVisible(asked is None)
        self._notes_card.setVisible(asked is None and bool(self.notes.text()))
        self._buttons["question"].setText(
            self.tr("Leave the questions") if asked else self.tr("Ask for a show of hands")
        )

    def show_timer(self, running: bool) -> None:
        """Whether the timer is running."""
        self._buttons["timer"].setText(
            self.tr("Stop the timer") if running else self.tr("Start the timer")
        )

    def show_screen(self, is_open: bool, dark: bool, has_groups: bool, has_questions: bool) -> None:
        """What can be done with the screen of the room."""
        self._buttons["projector"].setText(
            self.tr("Close the screen for the room") if is_open else
            self.tr("Open the screen for the room")
        )  # fmt: skip
        self._buttons["dark"].setText(
            self.tr("Light the screen") if dark else self.tr("Darken the screen")
        )
        self._buttons["groups"].setVisible(has_groups)
        self._buttons["question"].setEnabled(has_questions)

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

    def _late_changed(self, minutes: int) -> None:
        if not self._quiet:
            self.late_typed.emit(minutes)

    def _ask(self, deed: str) -> None:
        if deed == "late":
            self.late_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.late_box.selectAll()
        else:
            self.asked.emit(deed)

    def _draw(self) -> None:
        look = self._look
        self._left.setFixedWidth(look.px(AGENDA))
        self._side.setFixedWidth(look.px(SIDE))
        wide = QFontMetrics(look.font(40, bold=True)).horizontalAdvance("-000:00")
        self._left_time.setFixedWidth(wide)
        for deed, icon in (("next", "arrow-right"), ("back", "arrow-left")):
            token = "on_jade" if deed == "next" else "ink"
            self._buttons[deed].setIcon(look.icon(icon, token))
            self._buttons[deed].setIconSize(QSize(look.px(16), look.px(16)))
