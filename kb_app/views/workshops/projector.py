"""What the room sees, on the second screen: one idea, question or step, large.

It shows a `Page` and nothing else: there is no way for a facilitator's note to get here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QScreen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from kb_app.views.look import Look

LARGEST, SMALLEST = 76, 20
MARGIN = 0.07
# Name, task and place of a group: bold?, colour; and the space below each, in its size.
GROUP_LOOKS = ((True, "jade"), (False, "ink"), (True, "muted"))
GROUP_GAP = 0.35


@dataclass(frozen=True)
class ShownPage:
    """A page for the room. `bars` are answers (letter, words, hands), `right` the places of
    those that are lit; `clock` is the time left as words, `share` how much of it is gone
    (0 to 1), `ended` when it is over: a calm change of colour, nothing that blinks; `groups`
    are those that work at the same time (name, task, place), beside each other.
    """

    kicker: str = ""
    title: str = ""
    below: str = ""
    bars: tuple[tuple[str, str, int], ...] = ()
    right: tuple[int, ...] = ()
    clock: str = ""
    share: float = 0.0
    ended: bool = False
    dark: bool = False
    groups: tuple[tuple[str, str, str], ...] = ()


def second_screen(window: QWidget) -> QScreen | None:
    """A screen that shows something else than the one on which a window is; None without."""
    here = window.window().screen()
    others = [screen for screen in QGuiApplication.screens()
              if not screen.geometry().intersects(here.geometry())]  # fmt: skip
    return others[0] if others else None


class Projector(QWidget):
    """A window of its own. `pressed` tells the keys that were meant for whoever runs it."""

    pressed = Signal(QKeyEvent)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("projector")
        self._look = look
        self.page = ShownPage()
        self._alone = False
        self.setMinimumSize(480, 270)
        self.resize(960, 540)
        look.changed.connect(self.update)

    def open_for_room(self) -> bool:
        """Fill the screen where the main window is not, and tell that there is one. Where there
        is only one, or both show the same, that one is filled: the notes lie behind.
        """
        self.setWindowTitle(self.tr("For the room"))
        second = second_screen(self.parentWidget())
        self._alone = second is None
        if second is not None:
            self.setGeometry(second.geometry())
        self.showFullScreen()
        self.raise_()
        if self._alone:
            self.activateWindow()
        return not self._alone

    def show_page(self, page: ShownPage) -> None:
        """Show a page; read aloud as its words."""
        if page != self.page:
            self.page = page
            words = [page.kicker, page.title, page.below, page.clock]
            words += [f"{letter}) {text}: {hands}" for letter, text, hands in page.bars]
            words += [", ".join(filter(None, group)) for group in page.groups]
            self.setAccessibleName(". ".join(word for word in words if word))
            self.update()

    # --- events ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.showNormal() if self.isFullScreen() else self.showFullScreen()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            if not self._alone:
                self.showNormal()
            elif self.page.bars:
                self.pressed.emit(event)  # leaves the question first
            else:
                self.close()
        else:
            self.pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    # --- painting ---------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, page = self._look, self.page
        painter.fillRect(self.rect(), look.colour("paper"))
        if page.dark:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        width, height = self.width(), self.height()
        edge = max(24.0, MARGIN * width)
        unit = height / 540
        top = edge * 0.7
        painter.setFont(_font(look, 20 * unit, bold=True))
        painter.setPen(look.colour("jade"))
        painter.drawText(
            QRectF(edge, top, width - 2 * edge, 30 * unit),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(
                page.kicker, Qt.TextElideMode.ElideRight, int(width - 2 * edge)
            ),
        )
        bottom = height - edge * 0.6
        if page.clock:
            bottom -= 52 * unit
            self._clock(painter, QRectF(edge, bottom + 8 * unit, width - 2 * edge, 44 * unit), unit)
        body = QRectF(edge, top + 42 * unit, width - 2 * edge, bottom - top - 42 * unit)
        if page.bars:
            self._question(painter, body, unit)
        elif page.groups:
            self._groups(painter, body, unit)
        else:
            self._idea(painter, body, unit)

    def _idea(self, painter: QPainter, box: QRectF, unit: float) -> None:
        look, page = self._look, self.page
        below = 0.28 * box.height() if page.below else 0.0
        title = QRectF(box.x(), box.y(), box.width(), box.height() - below)
        used = _fit(painter, look, page.title, title, LARGEST * unit, bold=True, colour="ink")
        if page.below:
            rest = QRectF(box.x(), box.y() + used + 18 * unit, box.width(),
                          box.height() - used - 18 * unit)  # fmt: skip
            _fit(painter, look, page.below, rest, 30 * unit, bold=False, colour="muted")

    def _groups(self, painter: QPainter, box: QRectF, unit: float) -> None:
        look, page = self._look, self.page
        head = QRectF(box.x(), box.y(), box.width(), box.height() * 0.25)
        used = _fit(painter, look, page.title, head, 44 * unit, bold=True, colour="ink")
        top, gap, edge = box.y() + used + 18 * unit, 14 * unit, 16 * unit
        each = (box.width() - gap * (len(page.groups) - 1)) / len(page.groups)
        inner = QSizeF(each - 2 * edge, box.bottom() - top - 1.6 * edge)
        size = _size_for_all(look, page.groups, inner, 32 * unit)
        for at, group in enumerate(page.groups):
            card = QRectF(box.x() + at * (each + gap), top, each, box.bottom() - top)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(card, 8, 8)
            place = QRectF(card.topLeft() + QPointF(edge, 0.8 * edge), inner)
            for words, (bold, colour) in zip(group, GROUP_LOOKS, strict=True):
                if words:
                    used = _fit(painter, look, words, place, size, bold, colour)
                    place.setTop(place.y() + used + GROUP_GAP * size)

    def _question(self, painter: QPainter, box: QRectF, unit: float) -> None:
        look, page = self._look, self.page
        head = QRectF(box.x(), box.y(), box.width(), box.height() * 0.4)
        used = _fit(painter, look, page.title, head, 44 * unit, bold=True, colour="ink")
        top = box.y() + used + 16 * unit
        each = min(86 * unit, (box.bottom() - top) / len(page.bars))
        most = max([hands for _l, _t, hands in page.bars] + [1])
        for at, (letter, text, hands) in enumerate(page.bars):
            row = QRectF(box.x(), top + at * each, box.width(), each - 8 * unit)
            lit = at in page.right
            painter.setPen(QPen(look.colour("jade" if lit else "line"), 3 if lit else 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(row, 8, 8)
            bar = QRectF(row.x(), row.y(), row.width() * hands / most * 0.999, row.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("jade_soft" if lit else "gold_soft"))
            if hands:
                painter.drawRoundedRect(bar.adjusted(2, 2, -2, -2), 6, 6)
            painter.setFont(_font(look, 26 * unit, bold=True))
            painter.setPen(look.colour("jade"))
            painter.drawText(row.adjusted(14 * unit, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter,
                             letter.upper())  # fmt: skip
            painter.setPen(look.colour("ink"))
            number = str(hands) if hands else ""
            painter.drawText(row.adjusted(0, 0, -16 * unit, 0), Qt.AlignmentFlag.AlignVCenter
                             | Qt.AlignmentFlag.AlignRight, number)  # fmt: skip
            words = row.adjusted(56 * unit, 6 * unit, -72 * unit, -4 * unit)
            _fit(painter, look, text, words, 26 * unit, bold=lit, colour="ink", middle=True)

    def _clock(self, painter: QPainter, box: QRectF, unit: float) -> None:
        look, page = self._look, self.page
        colour = "gold_ink" if page.ended else "jade"
        painter.setFont(_font(look, 26 * unit, bold=True))
        wide = painter.fontMetrics().horizontalAdvance(page.clock) + 18 * unit
        painter.setPen(look.colour(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, page.clock)
        line = QRectF(box.x() + wide, box.center().y() - 4 * unit, box.width() - wide, 8 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(line, 4, 4)
        painter.setBrush(look.colour("gold" if page.ended else "jade"))
        gone = QRectF(line.x(), line.y(), line.width() * max(0.0, 1 - page.share), line.height())
        painter.drawRoundedRect(line if page.ended else gone, 4, 4)


def _font(look: Look, pixels: float, bold: bool) -> QFont:
    font = look.font(14, bold=bold)
    font.setPixelSize(max(8, round(pixels)))
    return font


def _size_for_all(
    look: Look, groups: Sequence[tuple[str, str, str]], box: QSizeF, largest: float
) -> float:
    """The largest size in which every group finds room and no word is broken."""
    size = largest
    while size > SMALLEST * 0.6:
        metrics = QFontMetricsF(_font(look, size, bold=True))
        longest = max((metrics.horizontalAdvance(word) for group in groups for part in group
                       for word in part.split()), default=0.0)  # fmt: skip
        tallest = max(
            sum(_laid_out(words, _font(look, size, bold), box.width())[1] + GROUP_GAP * size
                for words, (bold, _colour) in zip(group, GROUP_LOOKS, strict=True) if words)
            for group in groups
        )  # fmt: skip
        if longest <= box.width() and tallest <= box.height():
            break
        size *= 0.94
    return size


def _fit(
    painter: QPainter,
    look: Look,
    text: str,
    box: QRectF,
    largest: float,
    bold: bool,
    colour: str,
    middle: bool = False,
) -> float:
    """Paint words as large as they fit; the height they take."""
    size = largest
    while True:
        layouts, height = _laid_out(text, _font(look, size, bold), box.width())
        if height <= box.height() or size <= SMALLEST * 0.6:
            break
        size *= 0.92
    painter.setPen(look.colour(colour))
    top = box.y() + (max(0.0, (box.height() - height) / 2) if middle else 0.0)
    for layout in layouts:
        for number in range(layout.lineCount()):
            layout.lineAt(number).draw(painter, QPointF(box.x(), top))
        top += sum(layout.lineAt(n).height() * 1.14 for n in range(layout.lineCount()))
    return height


def _laid_out(text: str, font: QFont, width: float) -> tuple[list[QTextLayout], float]:
    layouts, height = [], 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        inner = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, inner))
            inner += line.height() * 1.14
        layout.endLayout()
        height += inner
        layouts.append(layout)
    return layouts, height
