"""What is painted over a page without changing it: notes, where a search led, words found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from kb_app.look import PURPOSE_COLOUR
from kb_app.views.look import Look
from kb_app.views.parts.folding import fold
from kb_app.views.reader.page import Page

MANY_MARKS = 60
_UNDERLINES = {
    "quote": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "question": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "example": QTextCharFormat.UnderlineStyle.DashUnderline,
    "use": QTextCharFormat.UnderlineStyle.DotLine,
}


@dataclass(frozen=True)
class Mark:
    """A note's passage: code points of the canonical text, and its purpose."""

    note: str
    start: int
    end: int
    purpose: str


class Overlay:
    """All places are code points of the canonical text of one page."""

    def __init__(self, look: Look, page: Page | None = None) -> None:
        self._look = look
        self._page = page
        self.marks: Sequence[Mark] = ()
        self.flash: tuple[int, int] | None = None
        self._hits: list[tuple[int, int]] = []
        self._hit = -1

    @property
    def is_long(self) -> bool:
        """Whether there are so many marks that only those in sight are painted."""
        return len(self.marks) > MANY_MARKS

    def mark_at(self, place: int) -> Mark | None:
        """The mark of a note at a place."""
        return next((mark for mark in self.marks if mark.start <= place < mark.end), None)

    # --- found --------------------------------------------------------------------------

    def find(self, words: str, top: int) -> int:
        """Look for every place of some words (accents do not matter), the first one after
        `top` being shown; how many there are.
        """
        self._hits, self._hit, self.flash = [], -1, None
        wanted = fold(words.strip())
        if self._page is not None and wanted:
            text = fold(self._page.canonical)
            at = text.find(wanted)
            while at >= 0:
                self._hits.append((at, at + len(wanted)))
                at = text.find(wanted, at + len(wanted))
        if self._hits:
            after = [i for i, (start, _end) in enumerate(self._hits) if start >= top]
            self._hit = after[0] if after else 0
        return len(self._hits)

    def step(self, step: int) -> None:
        """Go to the next place found, or the one before."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)

    @property
    def hit(self) -> int | None:
        """Where the place found that is shown begins."""
        return self._hits[self._hit][0] if self._hits else None

    @property
    def found_at(self) -> int:
        """The number of the place found that is shown, from 1; 0 when none."""
        return self._hit + 1

    @property
    def count(self) -> int:
        """How many places were found."""
        return len(self._hits)

    # --- painted ------------------------------------------------------------------------

    def selections(self, first: int, last: int) -> list[QTextEdit.ExtraSelection]:
        """What is to be painted; of many marks those between two places."""
        marks = self.marks
        if self.is_long:
            marks = [mark for mark in marks if mark.start <= last and mark.end >= first]
        drawn: list[QTextEdit.ExtraSelection] = []
        for mark in marks:
            drawn += self._over(mark.start, mark.end, self._of_note(mark.purpose))
        if self.flash:
            char = QTextCharFormat()
            char.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            char.setUnderlineColor(self._look.colour("gold"))
            char.setBackground(self._look.colour("gold_soft"))
            drawn += self._over(*self.flash, char)
        for number, (start, end) in enumerate(self._hits):
            char = QTextCharFormat()
            here = number == self._hit
            char.setBackground(self._look.colour("gold" if here else "gold_soft"))
            char.setForeground(QColor(self._look.tokens.surface if here else self._look.tokens.ink))
            drawn += self._over(start, end, char)
        return drawn

    def _of_note(self, purpose: str) -> QTextCharFormat:
        colour = PURPOSE_COLOUR[purpose]
        char = QTextCharFormat()
        char.setBackground(self._look.colour(f"{colour}_soft"))
        char.setUnderlineStyle(_UNDERLINES[purpose])
        char.setUnderlineColor(self._look.colour(colour))
        return char

    def _over(
        self, start: int, end: int, char: QTextCharFormat
    ) -> Iterator[QTextEdit.ExtraSelection]:
        """Block by block: for a selection over two of them Qt lays out the whole text."""
        assert self._page is not None
        document = self._page.document
        at, stop = self._page.to_doc(start), self._page.to_doc(end, end=True)
        while at < stop:
            block = document.findBlock(at)
            block_end = block.position() + block.length()  # the mark of its end is part of it
            made = QTextEdit.ExtraSelection()
            cursor = QTextCursor(document)
            cursor.setPosition(at)
            cursor.setPosition(min(stop, block_end - 1), QTextCursor.MoveMode.KeepAnchor)
            made.cursor = cursor
            made.format = char
            yield made
            at = block_end
