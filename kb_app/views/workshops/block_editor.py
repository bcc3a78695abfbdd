"""A block in detail. What is written is told after a moment and on leaving a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.entry_table import Column, EntryTable
from kb_app.views.parts.numbers import number_box
from kb_app.views.parts.words import Retranslated, button, label
from kb_app.views.workshops.rows import KINDS

TELL_AFTER_MS = 400
PRIORITIES = (1, 2, 3)


@dataclass(frozen=True)
class BlockDraft:
    """What can be changed in a block, as text and numbers. `needs` are (item, quantity,
    per), `roles` and `fields` (name, value), `parallel` (group, task, room, who leads).
    """

    id: str
    title: str
    kind: str
    minutes: int
    anchor: str
    priority: int
    group_size: int
    objective: str
    method: str
    steps: tuple[str, ...]
    notes: str
    needs: tuple[tuple[str, str, str], ...]
    roles: tuple[tuple[str, str], ...]
    parallel: tuple[tuple[str, str, str, str], ...]
    fields: tuple[tuple[str, str], ...]
    source: str = ""


class _Text(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class BlockEditor(Retranslated, QScrollArea):
    """`changed` tells the id of the block and the fields that are different now."""

    changed = Signal(str, dict)
    asked = Signal(str, str)  # deed, block

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: BlockDraft | None = None
        self._quiet = False
        self._telling = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TELL_AFTER_MS)
        self._timer.timeout.connect(self.tell)
        self.title, self.anchor, self.method = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind, self.priority = QComboBox(), QComboBox()
        self.kind.addItems([""] * len(KINDS))
        self.priority.addItems([""] * len(PRIORITIES))
        self.minutes = number_box("block_minutes", 0, 1440, step=5)
        self.group_size = number_box("block_group_size", 0, 1000)
        self.objective, self.steps, self.notes = _Text(), _Text(), _Text()
        self.tables = {name: EntryTable(look) for name in ("needs", "roles", "parallel", "fields")}
        names = ("title", "kind", "minutes", "anchor", "priority", "group_size", "objective",
                 "method", "steps", "notes")  # fmt: skip
        self._labels = {name: label("", "small", wrap=False) for name in (*names, *self.tables)}
        self._lines: dict[str, QWidget] = {name: getattr(self, name) for name in names}
        for name, field in (*self._lines.items(), *self.tables.items()):
            field.setObjectName(f"block_{name}")
            self._labels[name].setBuddy(field)
        self._none = label("", "muted")
        self._source = button("", "link", lambda: self._ask("open"))
        self._save_method = button("", "link", lambda: self._ask("save-method"))
        self._save_method.setObjectName("saveMethod")
        self._connect()
        self._lay_out()
        self.set_texts()
        self.show_block(None)

    def _connect(self) -> None:
        for line in (self.title, self.anchor, self.method):
            line.textEdited.connect(lambda _t: self._later())
            line.editingFinished.connect(self.tell)
        for text in (self.objective, self.steps, self.notes):
            text.setTabChangesFocus(True)
            text.textChanged.connect(self._later)
            text.left.connect(self.tell)
        for box in (self.kind, self.priority):
            box.activated.connect(lambda _at: self.tell())
        for number in (self.minutes, self.group_size):
            number.valueChanged.connect(lambda _n: self._later())
            number.editingFinished.connect(self.tell)
        for table in self.tables.values():
            table.changed.connect(lambda _row, _values: self.tell())
            table.removed.connect(lambda _values: self.tell())

    def _lay_out(self) -> None:
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(2, 0, 6, 4)
        column.setSpacing(3)

        def put(*names: str) -> None:
            row = QHBoxLayout()
            row.setSpacing(8)
            for name in names:
                pair = QVBoxLayout()
                pair.setSpacing(1)
                pair.addWidget(self._labels[name])
                pair.addWidget(self._lines.get(name) or self.tables[name])
                row.addLayout(pair, 1)
            column.addLayout(row)

        put("title")
        put("kind", "minutes")
        put("anchor", "group_size")
        put("priority")
        put("objective")
        put("steps")
        put("notes")
        for name in ("roles", "needs", "parallel", "fields"):
            put(name)
        put("method")
        column.addWidget(self._source, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._save_method, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._none)
        outer.addWidget(self._form)
        outer.addStretch()
        self.setWidget(whole)
        for text, high in ((self.objective, 52), (self.steps, 110), (self.notes, 80)):
            text.setFixedHeight(self._look.px(high))

    def set_texts(self) -> None:
        words = {
            "title": self.tr("Title"),
            "kind": self.tr("Kind"),
            "minutes": self.tr("Minutes"),
            "anchor": self.tr("Fixed time (12:00)"),
            "priority": self.tr("When time runs out"),
            "group_size": self.tr("People a group"),
            "objective": self.tr("What it is for"),
            "method": self.tr("Method"),
            "steps": self.tr("Steps, one a line"),
            "notes": self.tr("Notes for whoever facilitates"),
            "needs": self.tr("Materials"),
            "roles": self.tr("Who does what"),
            "parallel": self.tr("Groups at the same time"),
            "fields": self.tr("Own fields"),
        }
        for name, word in words.items():
            self._labels[name].setText(word)
            (self._lines.get(name) or self.tables[name]).setAccessibleName(word)
        for at, word in enumerate(
            (self.tr("Module"), self.tr("Case or visit"), self.tr("Conversation"),
             self.tr("Test"), self.tr("Break"), self.tr("To prepare"))
        ):  # fmt: skip
            self.kind.setItemText(at, word)
        for at, word in enumerate(
            (self.tr("It must stay"), self.tr("It can be shorter"), self.tr("It can be left out"))
        ):
            self.priority.setItemText(at, word)
        self._none.setText(self.tr("Choose a block of the plan and press Enter."))
        self._source.setText(self.tr("Open the text it uses"))
        self._save_method.setText(self.tr("Keep it as a method of mine"))

    # --- shown --------------------------------------------------------------------------

    def show_block(self, draft: BlockDraft | None) -> None:
        """Show a block; None when none is chosen. While the answer to what she has just
        written comes back, nothing is put under the person's hands; an undo fills in all.
        """
        same = draft is not None and self._shown is not None and draft.id == self._shown.id
        if not same:
            self.tell()
        self._none.setVisible(draft is None)
        self._form.setVisible(draft is not None)
        if draft is None:
            self._shown = None
            return
        if draft == self._shown:
            return
        self._shown = draft
        self._timer.stop()
        self._quiet = True
        self._fill(draft, keep_focused=self._telling)
        self._source.setVisible(bool(draft.source))
        self._quiet = False

    def _fill(self, draft: BlockDraft, keep_focused: bool) -> None:
        for name in ("title", "anchor", "method"):
            line = getattr(self, name)
            if line.text() != getattr(draft, name):
                line.setText(getattr(draft, name))
        self.kind.setCurrentIndex(KINDS.index(draft.kind))
        self.priority.setCurrentIndex(PRIORITIES.index(draft.priority))
        self.minutes.setValue(draft.minutes)
        self.group_size.setValue(draft.group_size)
        for name, words in (
            ("objective", draft.objective),
            ("steps", "\n".join(draft.steps)),
            ("notes", draft.notes),
        ):
            text = getattr(self, name)
            if text.toPlainText() != words and not (keep_focused and text.hasFocus()):
                text.setPlainText(words)
        for name, columns in self._columns().items():
            rows = [dict(zip([c.id for c in columns], row, strict=True))
                    for row in getattr(draft, name)]  # fmt: skip
            kept = keep_focused and _has_keyboard(self.tables[name])
            shown = self.tables[name].entries
            if shown.columns != columns or (not kept and rows != shown.rows):
                self.tables[name].show_rows(columns, rows, self.tr("Write here…"))
            high = 34 + 32 * (len(rows) + 1)
            self.tables[name].setFixedHeight(self._look.px(min(high, 34 + 32 * 5)))

    def _columns(self) -> dict[str, tuple[Column, ...]]:
        per = (
            ("person", self.tr("person"), "p"),
            ("group", self.tr("group"), "g"),
            ("room", self.tr("room"), self.tr("r", "key for: room")),
        )
        return {
            "needs": (
                Column("item", self.tr("What")),
                Column("quantity", self.tr("How many"), width=64, default="1"),
                Column("per", self.tr("For each"), "choice", per, width=70, default="room"),
            ),
            "roles": (
                Column("role", self.tr("Task")),
                Column("name", self.tr("Name")),
            ),
            "parallel": (
                Column("title", self.tr("Group")),
                Column("task", self.tr("Task")),
                Column("room", self.tr("Place"), width=58),
                Column("facilitator", self.tr("Leads"), width=58),
            ),
            "fields": (Column("name", self.tr("Field")), Column("value", self.tr("Value"))),
        }

    def current(self) -> str:
        """The id of the block that is shown, or ""."""
        return self._shown.id if self._shown else ""

    def begin(self, lane: int = -1) -> None:
        """Bring the keyboard to the title, or to one of the groups at the same time."""
        if lane >= 0:
            self.tables["parallel"].go_to(lane, 0)
            self.ensureWidgetVisible(self.tables["parallel"])
            return
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    # --- told ---------------------------------------------------------------------------

    def tell(self) -> None:
        """Tell what is different now, if anything is."""
        self._timer.stop()
        if self._shown is None or self._quiet:
            return
        now = self._values()
        changes = {name: value for name, value in now.items()
                   if value != getattr(self._shown, name)}  # fmt: skip
        if changes:
            self._shown = BlockDraft(**{**vars(self._shown), **changes})
            self._telling = True
            self.changed.emit(self._shown.id, changes)
            self._telling = False

    def _values(self) -> dict[str, Any]:
        rows = {
            name: tuple(
                tuple(row.get(column.id, "") for column in self.tables[name].entries.columns)
                for row in self.tables[name].entries.rows
                if any(row.values())
            )
            for name in self.tables
        }
        return {
            "title": self.title.text(),
            "kind": KINDS[self.kind.currentIndex()],
            "minutes": self.minutes.value(),
            "anchor": self.anchor.text(),
            "priority": PRIORITIES[self.priority.currentIndex()],
            "group_size": self.group_size.value(),
            "objective": self.objective.toPlainText(),
            "method": self.method.text(),
            "steps": tuple(
                line.strip() for line in self.steps.toPlainText().split("\n") if line.strip()
            ),
            "notes": self.notes.toPlainText(),
            **rows,
        }

    def _later(self) -> None:
        if self._shown is not None and not self._quiet:
            self._timer.start()

    def _ask(self, deed: str) -> None:
        if self._shown is not None:
            self.asked.emit(deed, self._shown.id)


def _has_keyboard(widget: QWidget) -> bool:
    here = widget.window().focusWidget()
    return here is not None and (here is widget or widget.isAncestorOf(here))
