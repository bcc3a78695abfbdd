"""Results first, then open texts, in tabs; what concerns the text in front at their right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.lines import shortened
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.words import Retranslated, button

TITLE_CHARACTERS = 28


class ReadingTabs(Retranslated, QWidget):
    """`turned` tells which text is in front (0 is the results); `shape_chosen` "es", "en" or
    "both"; `closed` which tab was closed.
    """

    turned = Signal(int)
    closed = Signal(int)
    shape_chosen = Signal(str)
    asked = Signal(str)  # an action of the one list

    def __init__(self, look: Look, results: QWidget) -> None:
        super().__init__()
        self._look = look
        self._results = results
        self.bar = QTabBar()
        self.bar.setObjectName("readingTabs")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setTabsClosable(True)
        self.bar.setMovable(False)
        self.bar.setUsesScrollButtons(True)
        self.stack = QStackedWidget()
        self.shapes = Segments(("es", "en", "both"))
        self.shapes.chosen.connect(self.shape_chosen)
        self._smaller = button("", "quiet", lambda: self.asked.emit("zoom.out"))
        self._larger = button("", "quiet", lambda: self.asked.emit("zoom.in"))
        self._cite = button("", "", lambda: self.asked.emit("cite"))
        self._tied = self._tool("tied")
        self._tied.setCheckable(True)
        self._mark = self._tool("bookmark")
        self._left = self._tool("panel.contents")
        self._right = self._tool("panel.notes")
        self._lay_out()
        self.add(results, "")
        for side in (QTabBar.ButtonPosition.LeftSide, QTabBar.ButtonPosition.RightSide):
            self.bar.setTabButton(0, side, None)
        self.bar.currentChanged.connect(self._turn)
        self.bar.tabCloseRequested.connect(self.closed)
        self._tools.hide()
        look.changed.connect(self._draw)
        self._draw()
        self.set_texts()

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(6)
        for made in (
            self._tied, self.shapes, self._smaller, self._larger, self._mark, self._cite,
        ):  # fmt: skip
            tools.addWidget(made)
        head = QFrame()
        head.setObjectName("panelHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(self.bar, 1)
        row.addWidget(self._tools)
        row.addWidget(self._left)
        row.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)

    def _tool(self, action: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("tone", "quiet")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda _checked=False: self.asked.emit(action))
        return made

    def _draw(self) -> None:
        size = self._look.px(18)
        for made, icon in (
            (self._tied, "link-2"), (self._mark, "bookmark"), (self._left, "panel-left"),
            (self._right, "panel-right"),
        ):  # fmt: skip
            made.setIcon(self._look.icon(icon))
            made.setIconSize(QSize(size, size))

    def set_texts(self) -> None:
        self.bar.setTabText(0, self.tr("Results"))
        self.bar.setAccessibleName(self.tr("Open texts"))
        self.shapes.label("es", "ES", self.tr("Read in Spanish"))
        self.shapes.label("en", "EN", self.tr("Read in English"))
        self.shapes.label("both", "ES | EN", self.tr("Both languages side by side"))
        self._smaller.setText("A−")
        self._smaller.setAccessibleName(self.tr("Smaller text"))
        self._larger.setText("A+")
        self._larger.setAccessibleName(self.tr("Larger text"))
        self._cite.setText(self.tr("Cite"))
        for made, words, keys in (
            (self._tied, self.tr("Scroll both together"), "Ctrl+Shift+L"),
            (self._mark, self.tr("Bookmark this place"), "Ctrl+D"),
            (self._left, self.tr("Show or hide the left panel"), "F9"),
            (self._right, self.tr("Show or hide the right panel"), "Shift+F9"),
        ):
            made.setAccessibleName(words)
            made.setToolTip(f"{words} ({keys})")

    def panels(self) -> list[QWidget]:
        """What F6 walks: the panels of what is in front."""
        here = self.stack.currentWidget()
        panels = getattr(here, "panels", None)
        return panels() if panels else [here]

    def add(self, widget: QWidget, title: str) -> int:
        """A new tab; its number."""
        self.stack.addWidget(widget)
        number = self.bar.addTab("")
        self.name(number, title)
        return number

    def name(self, number: int, title: str) -> None:
        """The words of a tab, cut after some characters; whole in its tip."""
        self.bar.setTabText(number, shortened(title, TITLE_CHARACTERS).replace("&", "&&"))
        self.bar.setTabToolTip(number, title)

    def take_out(self, number: int) -> None:
        """Remove a tab and its widget."""
        widget = self.stack.widget(number)
        self.stack.removeWidget(widget)
        self.bar.removeTab(number)
        widget.deleteLater()

    def current(self) -> int:
        """The number of the tab in front."""
        return self.bar.currentIndex()

    def go(self, number: int) -> None:
        """Bring a tab to the front."""
        self.bar.setCurrentIndex(number)
        self._turn(number)

    def show_results(self) -> None:
        """Bring the results to the front."""
        self.cover_results(None)

    def cover_results(self, widget: QWidget | None) -> None:
        """Show something else in the place of the results, or the results again."""
        first = self.stack.widget(0)
        wanted = widget or self._results
        if first is not wanted:
            self.stack.removeWidget(first)
            self.stack.insertWidget(0, wanted)
        self.go(0)

    def show_shape(self, shape: str, offered: bool) -> None:
        """Which language is shown; both are offered where there are two."""
        self.shapes.set_current(shape)
        for choice in ("es", "en", "both"):
            self.shapes.buttons[choice].setEnabled(offered or choice == shape)

    def show_tied(self, tied: bool, both: bool) -> None:
        """Whether both pages scroll together; offered where there are two."""
        self._tied.setVisible(both)
        self._tied.setChecked(tied)

    def _turn(self, number: int) -> None:
        if 0 <= number < self.stack.count():
            self.stack.setCurrentIndex(number)
            self._tools.setVisible(number > 0)
            self.turned.emit(number)
