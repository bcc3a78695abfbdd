"""What stands at a height of a page, while Qt may still be laying out what is below it.

`QTextEdit.cursorForPosition` is not asked: it takes blocks that have no lines yet for blocks
above every height, and answers with the end of the text.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextDocument


def block_at(document: QTextDocument, y: float) -> QTextBlock:
    """The first block that ends below a height of the page, in pixels; else the last one.

    Searched from the top in growing steps: asking where a block stands lays out all above it.
    """
    layout = document.documentLayout()

    def ends_above(number: int) -> bool:
        block = document.findBlockByNumber(number)
        return layout.blockBoundingRect(block).bottom() <= y

    last = document.blockCount() - 1
    low, step = 0, 8
    while low + step < last and ends_above(low + step):
        low += step
        step *= 2
    high = min(last, low + step)
    while low < high:
        middle = (low + high) // 2
        if ends_above(middle):
            low = middle + 1
        else:
            high = middle
    return document.findBlockByNumber(low)
