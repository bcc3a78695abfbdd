"""The plan of a workshop: its days beside each other, what can be done with a block, a panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from kb_app.look import KIND_COLOUR
from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.scrolled import scrolled
from kb_app.views.parts.words import Retranslated, button, clear, label
from kb_app.views.workshops.blockpaint import width_for
from kb_app.views.workshops.day import DayList
from kb_app.views.workshops.edgescroll import EdgeScroll
from kb_app.views.workshops.rows import KINDS, DayRow
from kb_app.views.workshops.side import SidePanel

TOOLS = (
    ("earlier", "arrow-up"),
    ("later", "arrow-down"),
    ("day-before", "arrow-left"),
    ("day-after", "arrow-right"),
    ("shorter", "minus"),
    ("longer", "plus"),
    ("edit", "pencil"),
    ("add-lane", "columns-2"),
    ("duplicate", "copy"),
    ("remove", "trash-2"),
)


class PlanView(Retranslated, QWidget):
    """`asked` tells a deed and the block it is for; `moved` a block, its new day and place;
    `lane_moved` a group: block and place it comes from, block and place where it goes;
    `source_dropped` something to be added, day and place. Days and places count from 0.
    """

    asked = Signal(str, str)
    chosen = Signal(str)
    moved = Signal(str, int, int)
    lane_moved = Signal(str, int, str, int)
    source_dropped = Signal(str, int, int)
    day_asked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.days: list[_DayCard] = []
        self.side = SidePanel(look)
        self._chosen = ""
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._scroll = scrolled(inside, sideways=True)
        self._scroll.setObjectName("planDays")
        self._edge = EdgeScroll(self._scroll)
        self._tools: dict[str, QToolButton] = {}
        tools = Flow(None, 4)
        self._add = button("", "", lambda: self.asked.emit("add", self._chosen))
        self._add.setObjectName("addBlock")
        self._add_day = button("", "", lambda: self.asked.emit("add-day", ""))
        self._add_day.setObjectName("addDay")
        tools.addWidget(self._add)
        for deed, _icon in TOOLS:
            made = QToolButton()
            made.setObjectName(f"block-{deed}")
            made.clicked.connect(lambda _c=False, deed=deed: self.asked.emit(deed, self._chosen))
            self._tools[deed] = made
            tools.addWidget(made)
        tools.addWidget(self._add_day)
        self._legend = QWidget()
        self._legend_flow = Flow(self._legend, 14)
        self._keys = label("", "small", wrap=False)
        left = QVBoxLayout()
        left.setContentsMargins(18, 4, 14, 8)
        left.setSpacing(8)
        left.addWidget(self._scroll, 1)
        left.addLayout(tools)
        left.addWidget(self._legend)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        look.changed.connect(self._draw)
        self.set_texts()
        self._draw()
        self._enable()

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        return [*(day.list for day in self.days), self.side]

    def set_texts(self) -> None:
        words = {
            "earlier": self.tr("Move up (Alt+Up)"),
            "later": self.tr("Move down (Alt+Down)"),
            "day-before": self.tr("To the day before (Alt+Shift+Left)"),
            "day-after": self.tr("To the day after (Alt+Shift+Right)"),
            "shorter": self.tr("Five minutes less (-)"),
            "longer": self.tr("Five minutes more (+)"),
            "edit": self.tr("Edit the block (Enter)"),
            "add-lane": self.tr("One more group at the same time (G)"),
            "duplicate": self.tr("Duplicate (Ctrl+D)"),
            "remove": self.tr("Take out (Delete)"),
        }
        for deed, made in self._tools.items():
            made.setToolTip(words[deed])
            made.setAccessibleName(words[deed])
        self._add.setText(self.tr("New block"))
        self._add_day.setText(self.tr("Add a day"))
        self._legend_flow.take_out(self._keys)
        clear(self._legend_flow)
        for kind, word in zip(KINDS, self.kind_words(), strict=True):
            self._legend_flow.addWidget(_Key(self._look, kind, word))
        self._legend_flow.addWidget(self._keys)
        self._keys.setText(self.tr("Alt and arrows move · Enter edits · G groups"))

    def kind_words(self) -> tuple[str, ...]:
        """The word of each of `KINDS`."""
        return (
            self.tr("module"),
            self.tr("case or visit"),
            self.tr("conversation"),
            self.tr("test"),
            self.tr("break"),
            self.tr("to prepare"),
        )

    # --- shown --------------------------------------------------------------------------

    def show_days(self, days: Sequence[DayRow]) -> None:
        """Show the days; the block that was chosen stays chosen."""
        while len(self.days) > len(days):
            gone = self.days.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.days) < len(days):
            self.days.append(self._make_day(len(self.days)))
            self._row.addWidget(self.days[-1], 1)
        for at, (made, row) in enumerate(zip(self.days, days, strict=True)):
            made.show_day(row)
            self._row.setStretch(at, width_for(row.lanes))
        self.choose(self._chosen, self.chosen_lane())

    def choose(self, block_id: str, lane: int = -1, focus: bool = False) -> None:
        """Choose a block (none when it is gone) and a group of it, with the keyboard on it if
        asked for.
        """
        for day in self.days:
            day.list.blockSignals(True)
            there = day.list.choose(block_id, lane)
            day.list.blockSignals(False)
            if there and focus:
                day.list.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(day)
        self._set_chosen(
            block_id if any(d.list.blocks.row_of(block_id) >= 0 for d in self.days) else ""
        )

    def chosen_block(self) -> str:
        """The id of the chosen block, or ""."""
        return self._chosen

    def chosen_lane(self) -> int:
        """Which group of the chosen block is chosen (from 0), or -1."""
        return next((d.list.current_lane() for d in self.days if d.list.current()), -1)

    def begin(self) -> None:
        """Bring the keyboard to the day that is worked on."""
        if self.days:
            self.days[self.chosen_day()].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_day(self) -> int:
        """The day that the keyboard is in, or that holds the chosen block; 0 else."""
        for at, day in enumerate(self.days):
            if day.list.hasFocus() or (self._chosen and day.list.current() == self._chosen):
                return at
        return 0

    # --- told ---------------------------------------------------------------------------

    def _make_day(self, at: int) -> _DayCard:
        made = _DayCard(self._look)
        made.title.clicked.connect(lambda: self.day_asked.emit(at))
        made.list.chosen.connect(lambda block: self._have_chosen(at, block))
        made.list.opened.connect(lambda block: self.asked.emit("edit", block))
        made.list.asked.connect(lambda deed, block: self._asked(at, deed, block))
        made.list.dropped.connect(lambda mime, what, place: self._dropped(at, mime, what, place))
        made.list.lane_dropped.connect(self.lane_moved)
        made.list.dragged_over.connect(self._edge.dragged_over)
        made.list.drag_ended.connect(self._edge.stop)
        return made

    def _have_chosen(self, at: int, block: str) -> None:
        if block:
            for other, day in enumerate(self.days):
                if other != at:
                    day.list.blockSignals(True)
                    day.list.selectionModel().clear()
                    day.list.blockSignals(False)
            self._set_chosen(block)
            self.chosen.emit(block)

    def _set_chosen(self, block: str) -> None:
        self._chosen = block
        self._enable()

    def _enable(self) -> None:
        for made in self._tools.values():
            made.setEnabled(bool(self._chosen))

    def _asked(self, at: int, deed: str, block: str) -> None:
        if deed in ("side-left", "side-right"):
            to = at + (1 if deed == "side-right" else -1)
            if 0 <= to < len(self.days):
                self.days[to].list.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(self.days[to])
        elif block:
            self.asked.emit(deed, block)

    def _dropped(self, at: int, mime: str, what: str, place: int) -> None:
        if mime.endswith("block"):
            self.moved.emit(what, at, place)
        else:
            self.source_dropped.emit(what, at, place)

    def _draw(self) -> None:
        for deed, icon in TOOLS:
            made = self._tools[deed]
            made.setIcon(self._look.icon(icon))
            size = self._look.px(17)
            made.setIconSize(QSize(size, size))
        for day in self.days:
            day.fit()


class _DayCard(QFrame):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lanes = 0
        self.setObjectName("card")
        self.title = button("", "dayTitle")
        self._hours = label("", "muted", wrap=False)
        self.list = DayList(look)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 8, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self._hours)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 4)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_day(self, row: DayRow) -> None:
        self.title.setText(row.title)
        self.title.setToolTip(row.title)
        self._hours.setText(row.over or row.hours)
        tone = "red" if row.over else "muted"
        if self._hours.property("tone") != tone:
            self._hours.setProperty("tone", tone)
            self._hours.style().unpolish(self._hours)
            self._hours.style().polish(self._hours)
        self.list.setAccessibleName(f"{row.title}, {row.over or row.hours}")
        self._lanes = row.lanes
        self.fit()
        self.list.blocks.set_rows(row.blocks)

    def fit(self) -> None:
        """Be wide enough for the groups that work at the same time."""
        self.setMinimumWidth(self._look.px(width_for(self._lanes)))


class _Key(QWidget):
    """A kind in the legend: its colour and its word."""

    def __init__(self, look: Look, kind: str, word: str) -> None:
        super().__init__()
        self._look, self._kind = look, kind
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 0, 0)
        row.addWidget(label(word, "small", wrap=False))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(KIND_COLOUR[self._kind][0]))
        painter.drawRoundedRect(QRectF(0, 1, 4, self.height() - 2), 2, 2)
