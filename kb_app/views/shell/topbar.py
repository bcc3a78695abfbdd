"""The top of the window: name, the search box, language of the content, theme, export, menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.segments import Segments
from kb_app.views.parts.words import Retranslated, button, label
from kb_app.views.shell.actions import Actions

HINT_FROM = 360  # pixels at 100 %: below, the keys would stand over the invitation to search


class Mark(QWidget):
    """The sign of the program: a pan and the gold in it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(24, 24))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gold = self._look.colour("gold")
        painter.setPen(QPen(gold, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(QRectF(2, -4, 20, 22), 200 * 16, 140 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gold)
        painter.drawEllipse(QRectF(9.6, 7.4, 4.8, 4.8))


class SearchBox(QLineEdit):
    """One line for words. Down goes on to the results; Escape empties it. Where there is room
    it says which keys lead here.
    """

    down_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._hint = label("Ctrl+L", "keys", wrap=False)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch()
        inside.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self.show_hint)

    def show_hint(self) -> None:
        """Name the keys, unless words stand there."""
        self._hint.setVisible(not self.text() and self.width() >= self._look.px(HINT_FROM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_hint()

    def event(self, event: QEvent) -> bool:
        # A line edit would keep Ctrl+K (delete to the end) from the palette.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_K, Qt.Key.Key_E, Qt.Key.Key_D):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TopBar(Retranslated, QFrame):
    """Tells what was typed and chosen; decides nothing."""

    typed = Signal(str)  # as one types
    entered = Signal(str)  # Return
    content_language_chosen = Signal(str)
    theme_asked = Signal()

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._look = look
        self._actions = actions
        brand = label("Batea", wrap=False)
        brand.setObjectName("brand")
        self.box = SearchBox(look)
        self.box.setObjectName("searchBox")
        self.box.setClearButtonEnabled(True)
        self.box.setMaximumWidth(620)
        self.box.setMinimumWidth(240)
        self.box.textChanged.connect(self.typed)
        self.box.returnPressed.connect(lambda: self.entered.emit(self.box.text()))
        self._glass = self.box.addAction(
            look.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.languages = Segments(("es", "en"))
        self.languages.setObjectName("contentLanguage")
        self.languages.chosen.connect(self.content_language_chosen)
        self._theme = QToolButton()
        self._theme.setObjectName("themeButton")
        self._theme.clicked.connect(self.theme_asked)
        self._export = button("", "", actions["export"].trigger)
        self._export.setObjectName("exportButton")
        self._menu_button = QToolButton()
        self._menu_button.setObjectName("menuButton")
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu_button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        left = QWidget()
        left_row = QHBoxLayout(left)
        left_row.setContentsMargins(0, 0, 0, 0)
        left_row.setSpacing(8)
        left_row.addWidget(Mark(look))
        left_row.addWidget(brand)
        left_row.addStretch()
        self._left = left
        row.addWidget(left)
        row.addWidget(self.box, 10)
        row.addStretch(6)
        row.addWidget(self.languages)
        row.addWidget(self._theme)
        row.addWidget(self._export)
        row.addWidget(self._menu_button)
        look.changed.connect(self._draw)
        self.set_texts()
        self._draw()

    def set_texts(self) -> None:
        self.box.setPlaceholderText(self.tr("Search cases, modules and notes"))
        self.box.setAccessibleName(self.tr("Search cases, modules and notes"))
        self.languages.label("es", "ES", self.tr("Texts in Spanish"))
        self.languages.label("en", "EN", self.tr("Texts in English"))
        self.languages.setAccessibleName(self.tr("Language of the texts"))
        self._theme.setAccessibleName(self.tr("Change the theme"))
        self._theme.setToolTip(self.tr("Light, dark or high contrast"))
        self._export.setText(self.tr("Export…"))
        self._menu_button.setAccessibleName(self.tr("Menu"))
        self._menu_button.setToolTip(self.tr("Menu"))
        self._actions.fill(self._menu)

    def show_words(self, words: str) -> None:
        """Put words into the box without telling that they were typed."""
        if self.box.text() != words:
            self.box.blockSignals(True)
            self.box.setText(words)
            self.box.blockSignals(False)
            self.box.show_hint()

    def open_menu(self) -> None:
        """Open the menu from the keyboard."""
        self._menu_button.showMenu()

    def _draw(self) -> None:
        icons = {"light": "moon", "dark": "contrast", "contrast": "sun"}
        self._theme.setIcon(self._look.icon(icons[self._look.tokens.name]))
        self._menu_button.setIcon(self._look.icon("menu"))
        self._glass.setIcon(self._look.icon("search", "muted"))
        self._left.setFixedWidth(self._look.px(176) - 20)
        for made in (self._theme, self._menu_button):
            made.setIconSize(QSize(self._look.px(18), self._look.px(18)))
            made.setFixedSize(self._look.px(36), self._look.px(34))
