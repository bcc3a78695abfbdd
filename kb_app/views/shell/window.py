"""The main window: top bar, rooms at the left, the work in the middle, the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.states import Notice
from kb_app.views.parts.words import Retranslated
from kb_app.views.shell.actions import Actions
from kb_app.views.shell.navigation import Navigation
from kb_app.views.shell.palette import Palette
from kb_app.views.shell.status import Status
from kb_app.views.shell.topbar import TopBar

TAKEN_ENDINGS = (".batea", ".batea.zip", ".md")
SMALLEST = QSize(880, 440)  # 1366×768 at 150 %, less the bars of the system
FRAME = QSize(4, 28)  # pixels that the system may draw around the window
NARROW = 1040  # width at 100 % below which the rooms at the left take less room


class MainWindow(Retranslated, QMainWindow):
    """The frame. What stands in it is put there with `add_room`."""

    room_chosen = Signal(str)
    file_dropped = Signal(str)
    retranslated = Signal()
    closing = Signal()

    def __init__(self, look: Look, rooms: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._look = look
        look.changed.connect(self._fit)
        self.setAcceptDrops(True)
        self.actions_list = Actions(self)
        self.top = TopBar(look, self.actions_list)
        self.navigation = Navigation(look, rooms)
        self.stack = QStackedWidget()
        self.notice = Notice("bannerWarm")
        self.status = Status()
        self.palette_dialog = Palette(look, self)
        self._names = [room for room, _icon in rooms]
        self._widgets: dict[str, QWidget] = {}
        self._boxes: list[QMessageBox] = []
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.stack, 1)
        column.addLayout(row, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.setMinimumSize(SMALLEST)
        self.navigation.chosen.connect(self.room_chosen)
        self.set_texts()

    def set_texts(self) -> None:
        self.setWindowTitle("Batea")
        self.actions_list.set_texts()
        for room in self._names:
            text = self.actions_list[f"go.{room}"].text()
            self.navigation.set_text(room, text)
        self.top.set_texts()
        self.retranslated.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.navigation.set_narrow(self.width() < self._look.px(NARROW))

    # --- rooms ----------------------------------------------------------------------

    def has_room(self, room: str) -> bool:
        """Whether the widget of a room has been made."""
        return room in self._widgets

    def add_room(self, room: str, widget: QWidget) -> None:
        """Put the widget of a room in its place; a second one takes the place of the first."""
        before = self._widgets.pop(room, None)
        if before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        self._widgets[room] = widget
        self.stack.addWidget(widget)

    def show_room(self, room: str) -> None:
        """Bring a room to the front."""
        self.navigation.set_current(room)
        self.stack.setCurrentWidget(self._widgets[room])

    def current_room(self) -> str:
        """The id of the room in front."""
        here = self.stack.currentWidget()
        return next((room for room, widget in self._widgets.items() if widget is here), "")

    # --- panels ---------------------------------------------------------------------

    def next_panel(self, step: int) -> None:
        """Walk the panels: search box, rooms, then those of the room in front."""
        stops: list[tuple[QWidget, Callable[[], object]]] = [
            (self.top, lambda: self.top.box.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (self.navigation, self.navigation.focus_current),
        ]
        room = self.stack.currentWidget()
        panels = getattr(room, "panels", None)
        for panel in panels() if panels else [room]:
            if panel.isVisible():
                stops.append((panel, lambda panel=panel: _focus_into(panel)))
        here = self.focusWidget()
        places = [
            i
            for i, (panel, _go) in enumerate(stops)
            if here is not None and (panel is here or panel.isAncestorOf(here))
        ]
        at = places[-1] if places else 0
        stops[(at + step) % len(stops)][1]()

    # --- messages -------------------------------------------------------------------

    def tell(self, what: str, now: str, details: str = "") -> QMessageBox:
        """What happened and what to do now, without blocking; details are folded away."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Batea", what, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(now)
        box.setDetailedText(details)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()
        return box

    def ask(self, what: str, now: str, yes: str, then: Callable[[], object]) -> QMessageBox:
        """A question with one verb to answer it; `then` is called when it is taken."""
        box = QMessageBox(QMessageBox.Icon.Question, "Batea", what, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(now)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        take = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        take.clicked.connect(lambda: then())
        box.open()
        return box

    # --- state and events -------------------------------------------------------------

    def geometry_text(self) -> str:
        """Size and place, to be remembered."""
        return bytes(self.saveGeometry().toBase64()).decode("ascii")

    def restore_from(self, text: str) -> None:
        """Size and place as remembered, but no larger than the screen that is there now."""
        if not (text and self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii")))):
            self.resize(1366, 740)
        self.resize(fitting(self.size(), self.screen().availableSize()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(u.toLocalFile().endswith(TAKEN_ENDINGS) for u in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.toLocalFile().endswith(TAKEN_ENDINGS):
                event.acceptProposedAction()
                self.file_dropped.emit(url.toLocalFile())
                return

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


def fitting(size: QSize, screen: QSize) -> QSize:
    """A size of the window, made to fit a screen with the frame that the system draws around it.
    A screen on which not even the smallest window fits changes nothing.
    """
    room = screen - FRAME
    fits = room.width() >= SMALLEST.width() and room.height() >= SMALLEST.height()
    return size.boundedTo(room) if fits else size


def _focus_into(panel: QWidget) -> None:
    """Give the keyboard to a panel, or to the first thing in it that takes it."""
    proxy = panel.focusProxy()
    wanted = proxy or panel
    if wanted.focusPolicy() & Qt.FocusPolicy.TabFocus:
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    for child in panel.findChildren(QWidget):
        if (
            child.isVisible()
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
