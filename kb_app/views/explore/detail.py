"""The panel at the right: one entry at a glance, what nobody measured, what resembles it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

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
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 16, 18, 16)
        self._column.setSpacing(8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        look.changed.connect(self._fit)
        self._fit()
        self.set_texts()

    def set_texts(self) -> None:
        self.setAccessibleName(self.tr("About this text"))
        self.show_details(self._details)

    @property
    def uid(self) -> str:
        """The entry that is shown, or ""."""
        return self._details.uid if self._details else ""

    def show_details(self, details: Details | None) -> None:
        """Show an entry, or what this panel is for."""
        self._details = details
        clear(self._column)
        if details is None:
            self._column.addWidget(
                label(self.tr("Choose a result to see it at a glance."), "muted")
            )
            self._column.addStretch()
            return
        head = QHBoxLayout()
        head.addWidget(label(details.kind, "chip", wrap=False))
        head.addWidget(label(details.meta, "muted"), 1)
        self._column.addLayout(head)
        self._column.addWidget(selectable(label(details.title, "heading")))
        if details.warning:
            self._column.addWidget(label(details.warning, "gold"))
        self._column.addWidget(selectable(label(details.summary)))
        if details.not_measured:
            self._column.addWidget(self._not_measured(details.not_measured))
        buttons = QWidget()
        flow = Flow(buttons, 8)
        self.read_button = button(
            self.tr("Read"), "primary", lambda: self.read_asked.emit(details.uid)
        )
        self.read_button.setObjectName("readButton")
        flow.addWidget(self.read_button)
        if details.comparable:
            words = self.tr("Do not compare") if details.compared else self.tr("Compare")
            compare = button(words, "", lambda: self.compare_toggled.emit(details.uid))
            compare.setObjectName("compareButton")
            flow.addWidget(compare)
        keep = button(self.tr("Keep in…"), "", lambda: self.collect_asked.emit(details.uid))
        keep.setObjectName("keepButton")
        keep.setToolTip("Ctrl+Shift+D")
        flow.addWidget(keep)
        flow.addWidget(button(self.tr("Export…"), "", lambda: self.export_asked.emit(details.uid)))
        self._column.addWidget(buttons)
        if details.kept_in:
            words = self.tr("In your lists: {titles}").format(titles=", ".join(details.kept_in))
            self._column.addWidget(label(words, "muted"))
        if details.evidence_note:
            self._part(self.tr("Evidence"), self._column)
            self._column.addWidget(label(details.evidence_label, "strong"))
            self._column.addWidget(label(details.evidence_note))
        for title, text in details.facts:
            self._part(title, self._column)
            self._column.addWidget(label(text))
        self._beneath = QVBoxLayout()
        self._beneath.setSpacing(8)
        self._column.addLayout(self._beneath)
        self._column.addStretch()
        self._show_alike(details.alike)
        self._scroll.verticalScrollBar().setValue(0)

    def show_alike(self, uid: str, alike: tuple[Alike, ...]) -> None:
        """Cases that resemble the entry, if it is still the one that is shown."""
        if self._details is not None and self._details.uid == uid:
            self._details = replace(self._details, alike=alike)
            clear(self._beneath)
            self._show_alike(alike)

    def _show_alike(self, alike: tuple[Alike, ...]) -> None:
        if alike:
            self._part(self.tr("Similar cases"), self._beneath)
            for one in alike:
                self._beneath.addWidget(rule())
                self._beneath.addWidget(self._alike(one))

    def _part(self, title: str, column: QVBoxLayout) -> None:
        made = label(title.upper(), "overline")
        made.setContentsMargins(0, 8, 0, 0)
        column.addWidget(made)

    def _not_measured(self, what: tuple[str, ...]) -> QFrame:
        frame = card("cardDashed")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(label(self.tr("What nobody measured"), "gold"))
        column.addWidget(selectable(label(" · ".join(what))))
        return frame

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
        if self._details is not None:
            self.show_details(self._details)
