"""The panel at the right: one entry at a glance, what nobody measured, what resembles it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.explore.rows import Alike, Details
from kb_app.views.look import Look
from kb_app.views.parts.flow import Flow
from kb_app.views.parts.lines import in_lines
from kb_app.views.parts.words import Retranslated, button, card, clear, label, rule, selectable

TITLE_ROOM, TITLE_LINES = 296, 3  # of a case that resembles: pixels at 100 %, and lines


class Detail(Retranslated, QFrame):
    """Tells what the person wants to do with the entry; shows what it is given."""

    read_asked = Signal(str)
    compare_toggled = Signal(str)
    export_asked = Signal(str)
    alike_chosen = Signal(str)
    collect_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panelRight")
        self._look = look
        self._details: Details | None = None
        self._nobody = label("", "muted")
        self._somebody = QWidget()
        self._kind = label("", "chip", wrap=False)
        self._meta = label("", "muted")
        self._title = selectable(label("", "heading"))
        self._warning = label("", "gold")
        self._summary = selectable(label())
        self._unmeasured = label("", "gold")
        self._not_measured = selectable(label())
        self._kept_in = label("", "muted")
        self._evidence = _Part()
        self._strength = label("", "strong")
        self._facts: list[_Part] = []
        self._alike_title = _overline()
        self._alike_shown: tuple[Alike, ...] = ()
        self.read_button = self._button("readButton", "primary", lambda: self.read_asked)
        self._compare = self._button("compareButton", "", lambda: self.compare_toggled)
        self._keep = self._button("keepButton", "", lambda: self.collect_asked)
        self._keep.setToolTip("Ctrl+Shift+D")
        self._export = self._button("exportButton", "", lambda: self.export_asked)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._laid_out())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        look.changed.connect(self._fit)
        self._fit()
        self.set_texts()

    def _button(self, name: str, tone: str, signal: Callable[[], Any]) -> QPushButton:
        made = button("", tone, lambda: signal().emit(self.uid))
        made.setObjectName(name)
        return made

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(20, 16, 18, 16)
        outer.addWidget(self._nobody)
        outer.addWidget(self._somebody)
        outer.addStretch()
        column = QVBoxLayout(self._somebody)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._kind)
        head.addWidget(self._meta, 1)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._warning)
        column.addWidget(self._summary)
        self._card = card("cardDashed")
        within = QVBoxLayout(self._card)
        within.setContentsMargins(12, 8, 12, 8)
        within.setSpacing(4)
        within.addWidget(self._unmeasured)
        within.addWidget(self._not_measured)
        column.addWidget(self._card)
        buttons = QWidget()
        flow = Flow(buttons, 8)
        for made in (self.read_button, self._compare, self._keep, self._export):
            flow.addWidget(made)
        column.addWidget(buttons)
        column.addWidget(self._kept_in)
        column.addWidget(self._evidence.title)
        column.addWidget(self._strength)
        column.addWidget(self._evidence.text)
        self._told = QVBoxLayout()
        self._told.setSpacing(8)
        column.addLayout(self._told)
        column.addWidget(self._alike_title)
        self._beneath = QVBoxLayout()
        self._beneath.setSpacing(8)
        column.addLayout(self._beneath)
        return inside

    def set_texts(self) -> None:
        self.setAccessibleName(self.tr("About this text"))
        self._nobody.setText(self.tr("Choose a result to see it at a glance."))
        self._unmeasured.setText(self.tr("What nobody measured"))
        self.read_button.setText(self.tr("Read"))
        self._keep.setText(self.tr("Keep in…"))
        self._export.setText(self.tr("Export…"))
        self._alike_title.setText(self.tr("Similar cases").upper())
        self._show()

    @property
    def uid(self) -> str:
        """The entry that is shown, or ""."""
        return self._details.uid if self._details else ""

    def show_details(self, details: Details | None) -> None:
        """Show an entry, or what this panel is for. What resembles the same entry stays."""
        before = self._details
        if details is not None and before is not None and details.uid == before.uid:
            details = replace(details, alike=before.alike)
        elif details is not None:
            self._scroll.verticalScrollBar().setValue(0)
        if details != before:
            self._details = details
            self._show()

    def show_alike(self, uid: str, alike: tuple[Alike, ...]) -> None:
        """Cases that resemble the entry, if it is still the one that is shown."""
        if self._details is not None and self._details.uid == uid:
            self._details = replace(self._details, alike=alike)
            self._show_alike(alike)

    def _show(self) -> None:
        """Words in the labels that are there: to make them anew takes long, and flickers."""
        details = self._details
        self._nobody.setVisible(details is None)
        self._somebody.setVisible(details is not None)
        if details is None:
            return
        self._kind.setText(details.kind)
        self._meta.setText(details.meta)
        self._title.setText(details.title)
        self._warning.setText(details.warning)
        self._warning.setVisible(bool(details.warning))
        self._summary.setText(details.summary)
        self._card.setVisible(bool(details.not_measured))
        self._not_measured.setText(" · ".join(details.not_measured))
        self._compare.setVisible(details.comparable)
        self._compare.setText(self.tr("Do not compare") if details.compared else self.tr("Compare"))
        words = self.tr("In your lists: {titles}").format(titles=", ".join(details.kept_in))
        self._kept_in.setText(words if details.kept_in else "")
        self._kept_in.setVisible(bool(details.kept_in))
        self._strength.setText(details.evidence_label)
        self._strength.setVisible(bool(details.evidence_note))
        self._evidence.show(self.tr("Evidence"), details.evidence_note)
        for position in range(max(len(details.facts), len(self._facts))):
            told = details.facts[position] if position < len(details.facts) else ("", "")
            self._fact(position).show(*told)
        self._show_alike(details.alike)

    def _fact(self, position: int) -> _Part:
        if position == len(self._facts):
            made = _Part()
            self._facts.append(made)
            self._told.addWidget(made.title)
            self._told.addWidget(made.text)
        return self._facts[position]

    def _show_alike(self, alike: tuple[Alike, ...]) -> None:
        self._alike_title.setVisible(bool(alike))
        if alike != self._alike_shown:
            self._alike_shown = alike
            clear(self._beneath)
            for one in alike:
                self._beneath.addWidget(rule())
                self._beneath.addWidget(self._alike(one))

    def _alike(self, alike: Alike) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(1)
        title = button("", "link", lambda: self.alike_chosen.emit(alike.uid))
        words = in_lines(alike.title, title.fontMetrics(), self._look.px(TITLE_ROOM), TITLE_LINES)
        title.setText(words.replace("&", "&&"))
        title.setToolTip(alike.title)
        title.setAccessibleName(alike.title)
        column.addWidget(title)
        text = f"{alike.where} · {alike.reasons}" if alike.where else alike.reasons
        column.addWidget(label(text, "muted"))
        return made

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(356))
        self._alike_shown = ()  # their titles are cut to the width
        self._show()


def _overline() -> QLabel:
    made = label("", "overline")
    made.setContentsMargins(0, 8, 0, 0)
    return made


class _Part:
    """Something that is told below a title; nothing of it shows while there is nothing to tell."""

    def __init__(self) -> None:
        self.title = _overline()
        self.text = label()

    def show(self, title: str, text: str) -> None:
        self.title.setText(title.upper())
        self.text.setText(text)
        for made in (self.title, self.text):
            made.setVisible(bool(text))
