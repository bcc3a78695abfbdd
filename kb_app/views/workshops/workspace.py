"""One workshop: its head, and its pages (plan, running, people, tests, agreed, papers)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.states import Notice
from kb_app.views.parts.words import Retranslated, button, label
from kb_app.views.workshops.rows import Head

PAGES = ("plan", "run", "people", "tests", "agreed", "papers")


class Workspace(Retranslated, QWidget):
    """`asked` tells "back", "about", "undo", "redo", "folder", "run"; `turned` the page."""

    asked = Signal(str)
    turned = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._head = Head("", "", False, False)
        self._back = QToolButton()
        self._back.setObjectName("backToWorkshops")
        self._back.clicked.connect(lambda: self.asked.emit("back"))
        self._title = button("", "planTitle", lambda: self.asked.emit("about"))
        self._title.setObjectName("aboutWorkshop")
        self._meta = label("", "muted", wrap=False)
        self.undo, self.redo = QToolButton(), QToolButton()
        for made, deed in ((self.undo, "undo"), (self.redo, "redo")):
            made.setObjectName(f"{deed}Plan")
            made.clicked.connect(lambda _c=False, deed=deed: self.asked.emit(deed))
        self._folder = button("", "", lambda: self.asked.emit("folder"))
        self._folder.setObjectName("makeFolder")
        self._run = button("", "primary", lambda: self.asked.emit("run"))
        self._run.setObjectName("runWorkshop")
        self.tabs = Segments(PAGES)
        self.tabs.setObjectName("workshopPages")
        self.tabs.chosen.connect(self.turned)
        self.notice = Notice("bannerWarm")
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        head = QHBoxLayout()
        head.setContentsMargins(18, 12, 14, 0)
        head.setSpacing(8)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._meta)
        self._words = QWidget()
        self._words.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        self._words.setMinimumWidth(look.px(160))
        head.addWidget(self._words, 1)
        for made in (self.undo, self.redo, self._folder, self._run):
            head.addWidget(made)
        line = QHBoxLayout()
        line.setContentsMargins(18, 2, 14, 6)
        line.addWidget(self.tabs)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        look.changed.connect(self._draw)
        self.set_texts()
        self._draw()

    def set_texts(self) -> None:
        self._back.setToolTip(self.tr("All workshops"))
        self._back.setAccessibleName(self.tr("All workshops"))
        self.undo.setText(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self.redo.setText(self.tr("Redo"))
        self.redo.setToolTip(self.tr("Redo (Ctrl+Y)"))
        self._folder.setText(self.tr("Make the folder…"))
        self._run.setText(self.tr("Run"))
        self._title.setToolTip(self.tr("Change title, place, people, language…"))
        for page, word in (
            ("plan", self.tr("Plan")),
            ("run", self.tr("In the room")),
            ("people", self.tr("Attendance")),
            ("tests", self.tr("Before and after")),
            ("agreed", self.tr("Commitments")),
            ("papers", self.tr("Papers and report")),
        ):
            self.tabs.label(page, word)

    def add_page(self, page: str, widget: QWidget) -> None:
        """Put the widget of a page in its place."""
        self._pages[page] = widget
        self._stack.addWidget(widget)

    def turn_to(self, page: str) -> None:
        """Show a page."""
        self.tabs.set_current(page)
        self._stack.setCurrentWidget(self._pages[page])

    def page(self) -> str:
        """The page in front."""
        here = self._stack.currentWidget()
        return next((page for page, widget in self._pages.items() if widget is here), "plan")

    def panels(self) -> list[QWidget]:
        """What F6 walks."""
        here = self._stack.currentWidget()
        inner = getattr(here, "panels", None)
        return [self.tabs, *(inner() if inner else [here])]

    def show_head(self, head: Head) -> None:
        """Title, a line below it, and what can be undone."""
        self._head = head
        self._title.setAccessibleName(head.title)
        self._fit()
        self.undo.setEnabled(head.can_undo)
        self.redo.setEnabled(head.can_redo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Cut title and line with an ellipsis where they find no room."""
        room = self._words.width() - self._look.px(16)
        for made, text in ((self._title, self._head.title), (self._meta, self._head.meta)):
            shown = made.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            made.setText(shown.replace("&", "&&") if made is self._title else shown)

    def _draw(self) -> None:
        look = self._look
        self._back.setIcon(look.icon("arrow-left"))
        self.undo.setIcon(look.icon("undo-2"))
        self.redo.setIcon(look.icon("redo-2"))
        self._run.setIcon(look.icon("play", "on_jade"))
        for made in (self._back, self.undo, self.redo):
            made.setIconSize(QSize(look.px(17), look.px(17)))
        self.undo.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
