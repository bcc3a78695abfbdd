"""One text on screen: numbers at the margin, places, what is selected, links that ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from kb_app.look import READER_CHARACTERS
from kb_app.views.look import Look
from kb_app.views.parts.hyphens import SOFT_HYPHEN
from kb_app.views.reader.overlay import Mark, Overlay
from kb_app.views.reader.page import CONCEPT, Page
from kb_app.views.reader.sight import block_at

NUMBER_ROOM = 44
TOP_LINE = 22  # pixels below the upper edge: what ends above is no longer read


class Paper(QTextBrowser):
    """Shows a `Page`. Loads nothing from anywhere; opens nothing on its own."""

    asked = Signal(str, str, QPoint)  # kind of mark ("source"…), what, where (global)
    selected = Signal(int, int, QPoint)  # code points, where the selection ends (global)
    unselected = Signal()
    mark_pressed = Signal(str)  # id of a note
    scrolled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("paper")
        self._look = look
        self.page: Page | None = None
        self._overlay = Overlay(look)
        self._by_block: dict[int, int] = {}
        self._explained = -1
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._pressed)
        self.verticalScrollBar().valueChanged.connect(self._scroll)

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Only what the page itself holds: nothing is read from disk or network."""
        return None

    # --- the page -----------------------------------------------------------------------

    def show_page(self, page: Page, characters: int = READER_CHARACTERS) -> None:
        """Show a page from its top."""
        before = self.page
        self.page = page
        self._characters = characters
        self._overlay = Overlay(self._look, page)
        # What is still painted belongs to the page before; Qt looks at it at the next painting.
        self.setExtraSelections([])
        page.document.setParent(self)
        self.setDocument(page.document)
        if before is not None and before is not page:
            before.document.deleteLater()
        self._by_block = {
            page.document.findBlock(doc).blockNumber(): number
            for number, doc in page.numbers.items()
        }
        self._starts = sorted((doc, number) for number, doc in page.numbers.items())
        self._fit()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _fit(self) -> None:
        """Room for numbers at the left, at most so many characters a line."""
        if self.page is None:
            return
        width = self.viewport().width()
        wanted = round(self.page.px * 0.52 * self._characters)
        left = self._look.px(NUMBER_ROOM)
        free = max(0, width - wanted - left)
        frame = QTextFrameFormat(self.page.document.rootFrame().frameFormat())
        frame.setLeftMargin(left + min(free // 3, self._look.px(160)))
        frame.setRightMargin(max(self._look.px(20), width - wanted - frame.leftMargin()))
        frame.setTopMargin(self._look.px(26))
        frame.setBottomMargin(self._look.px(80))
        if frame != self.page.document.rootFrame().frameFormat():
            self.page.document.rootFrame().setFrameFormat(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        here = self.top_paragraph()
        super().resizeEvent(event)
        self._fit()
        if here and event.oldSize().width() != event.size().width():
            self.go_to_paragraph(here)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_marks()

    # --- places -------------------------------------------------------------------------

    def _y(self, doc: int) -> float:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(doc, max(0, self.document().characterCount() - 1)))
        return self.cursorRect(cursor).top() + self.verticalScrollBar().value()

    def go_to_doc(self, doc: int, above: int = 14) -> None:
        """Bring a place near the top."""
        self.verticalScrollBar().setValue(round(self._y(doc)) - self._look.px(above))

    def go_to_paragraph(self, number: int) -> None:
        """Bring a paragraph near the top."""
        if self.page is not None and number in self.page.numbers:
            self.go_to_doc(self.page.numbers[number])

    def show_passage(self, start: int, end: int) -> None:
        """Mark code points of the canonical text; what is out of sight comes to a third of the
        height.
        """
        if self.page is None:
            return
        self._overlay.flash = (start, end)
        self._bring_into_sight(self.page.to_doc(start))
        self._draw_marks()

    def _bring_into_sight(self, doc: int) -> None:
        y = self._y(doc)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 20 <= y <= bar.value() + height - 60:
            bar.setValue(round(y) - height // 3)

    def flash_paragraph(self, number: int) -> None:
        """Bring a paragraph up and mark where a search led."""
        if self.page is None or number not in self.page.numbers:
            return
        block = self.page.document.findBlock(self.page.numbers[number])
        start = self.page.to_canon(block.position())
        end = self.page.to_canon(block.position() + block.length() - 1, end=True)
        self.show_passage(start, end)

    def top_doc(self) -> int:
        """The place at the top of what is seen."""
        return self._doc_at(TOP_LINE)

    def _doc_at(self, y: float) -> int:
        """The place where the first line begins that ends below a height of what is seen."""
        y += self.verticalScrollBar().value()
        block = block_at(self.document(), y)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            if top + line.y() + line.height() > y:
                return block.position() + line.textStart()
        return block.position()

    def top_paragraph(self) -> int:
        """The number of the first paragraph that is seen, 0 above the first."""
        if self.page is None or not self._by_block or self.verticalScrollBar().value() == 0:
            return 0
        at = bisect_right(self._starts, (self.top_doc(), 1 << 30)) - 1
        return self._starts[max(0, at)][1]

    def page_y(self, number: int) -> float:
        """How far down the page a paragraph stands, in pixels."""
        assert self.page is not None
        return self._y(self.page.numbers[number])

    def push_down(self, more: Sequence[tuple[int, float]]) -> None:
        """Give some paragraphs more room above them: (number, pixels)."""
        if self.page is None:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, pixels in more:
            cursor.setPosition(self.page.numbers[number])
            shape = QTextBlockFormat()
            shape.setTopMargin(cursor.blockFormat().topMargin() + pixels)
            cursor.mergeBlockFormat(shape)
        cursor.endEditBlock()

    def paragraph_y(self, number: int) -> int | None:
        """Where a paragraph stands in what is seen, in pixels; None when there is none."""
        if self.page is None or number not in self.page.numbers:
            return None
        return round(self._y(self.page.numbers[number])) - self.verticalScrollBar().value()

    # --- marks --------------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Paint the passages of notes."""
        self._overlay.marks = marks
        self._draw_marks()

    def _draw_marks(self) -> None:
        """Of many marks only those within a page above and below what is seen. Qt lays the
        text out as far as they stand: not before the page is shown, at the width that it has.
        """
        if not self.isVisible():
            return
        first = last = 0
        if self._overlay.is_long and self.page is not None:
            height = self.viewport().height()
            first = self.page.to_canon(self._doc_at(-height))
            last = self.page.to_canon(self._doc_at(2 * height), end=True)
        self.setExtraSelections(self._overlay.selections(first, last))

    def _scroll(self) -> None:
        if self._overlay.is_long:
            self._draw_marks()
        self.scrolled.emit()

    def explain_words(self, words: Sequence[tuple[int, int, int]]) -> None:
        """Underline glossary words with dots: (start, end, number of the concept)."""
        if self.page is None:
            return
        here = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, number in words:
            cursor.setPosition(self.page.to_doc(start))
            cursor.setPosition(self.page.to_doc(end, end=True), QTextCursor.MoveMode.KeepAnchor)
            char = QTextCharFormat()
            char.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            char.setUnderlineColor(self._look.colour("muted"))
            char.setAnchor(True)
            char.setAnchorHref(f"{CONCEPT}:{number}")
            cursor.mergeCharFormat(char)
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(here)

    # --- find ---------------------------------------------------------------------------

    def find_words(self, words: str) -> int:
        """Mark every place of some words (accents do not matter); how many there are."""
        top = self.page.to_canon(self.top_doc()) if self.page else 0
        count = self._overlay.find(words, top)
        self._see_hit()
        return count

    def find_next(self, step: int = 1) -> int:
        """Go to the next place found; its number from 1, or 0."""
        self._overlay.step(step)
        self._see_hit()
        return self.found_at

    @property
    def found_at(self) -> int:
        """The number of the place found that is shown, from 1; 0 when none."""
        return self._overlay.found_at

    @property
    def find_count(self) -> int:
        """How many places were found."""
        return self._overlay.count

    def _see_hit(self) -> None:
        if self.page is not None and self._overlay.hit is not None:
            self._bring_into_sight(self.page.to_doc(self._overlay.hit))
        self._draw_marks()

    # --- selection ----------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: plain words, without the places where long ones may be parted."""
        data = QMimeData()
        words = self.textCursor().selection().toPlainText()
        data.setText(words.replace(SOFT_HYPHEN, "").replace("\u00a0", " "))
        return data

    def selection(self) -> tuple[int, int]:
        """Code points of the canonical text that are selected; (0, 0) when none."""
        cursor = self.textCursor()
        if self.page is None or not cursor.hasSelection():
            return 0, 0
        start = self.page.to_canon(cursor.selectionStart())
        end = self.page.to_canon(cursor.selectionEnd(), end=True)
        return (start, end) if end > start else (0, 0)

    def select(self, start: int, end: int) -> None:
        """Select code points of the canonical text."""
        if self.page is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(self.page.to_doc(start))
        cursor.setPosition(self.page.to_doc(end, end=True), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._tell_selection()
        if not self.textCursor().hasSelection() and not self.anchorAt(event.position().toPoint()):
            at = self.cursorForPosition(event.position().toPoint()).position()
            mark = self._overlay.mark_at(self.page.to_canon(at)) if self.page else None
            if mark is not None:
                self.mark_pressed.emit(mark.note)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._tell_selection()

    def _tell_selection(self) -> None:
        start, end = self.selection()
        if end > start:
            corner = self.cursorRect().bottomRight()
            self.selected.emit(start, end, self.viewport().mapToGlobal(corner))
        else:
            self.unselected.emit()

    # --- links --------------------------------------------------------------------------

    def _pressed(self, url: QUrl) -> None:
        kind, _colon, what = url.toString().partition(":")
        self.asked.emit(kind, what, self.viewport().mapToGlobal(self._below_pointer()))

    def explain_here(self) -> bool:
        """Press the mark at the text cursor, or the first one after it that is seen; asked
        again at the same place, the next one.
        """
        cursor = self.textCursor()
        last = self._doc_at(self.viewport().height())
        start = max(cursor.position(), self.top_doc())
        passed = self._href(start) if cursor.position() == self._explained else ""
        for at in range(start, last):
            href = self._href(at + 1)
            if href and href != passed:
                cursor.setPosition(at + 1)
                self.setTextCursor(cursor)
                self._explained = at + 1
                self._pressed(QUrl(href))
                return True
            passed = href and passed
        self._explained = -1
        return False

    def _href(self, doc: int) -> str:
        """The mark that the character before a place belongs to, or ""."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(doc)
        return cursor.charFormat().anchorHref()

    def _below_pointer(self) -> QPoint:
        pointer = self.viewport().mapFromGlobal(self.cursor().pos())
        if self.viewport().rect().contains(pointer):
            return pointer + QPoint(-12, 16)
        return self.cursorRect().bottomLeft() + QPoint(0, 6)

    # --- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.page is None:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._look.font(11))
        painter.setPen(self._look.colour("muted"))
        layout = self.document().documentLayout()
        offset = self.verticalScrollBar().value()
        left = round(self.document().rootFrame().frameFormat().leftMargin())
        block = block_at(self.document(), offset)
        while block.isValid():
            box = layout.blockBoundingRect(block)
            top = box.top() - offset
            if top > self.viewport().height():
                break
            number = self._by_block.get(block.blockNumber())
            if number is not None:
                line = block.layout().lineAt(0)
                room = QRect(left - self._look.px(36), round(top + 1), self._look.px(26),
                             round(line.height() if line.isValid() else 16))  # fmt: skip
                painter.drawText(
                    room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number)
                )
            block = block.next()
        painter.end()
