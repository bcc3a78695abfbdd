"""Words for places that do not hold them all: boxes to tick, buttons, tabs, quotes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def in_lines(words: str, metrics: QFontMetrics, room: int, most: int = 2) -> str:
    """The words broken into lines of at most `room` pixels; what is left over after so many
    lines is cut with an ellipsis.
    """
    lines, left = [""], words.split(" ")
    while left:
        longer = f"{lines[-1]} {left[0]}".strip()
        if not lines[-1] or metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
            left.pop(0)
        elif len(lines) < most:
            lines.append("")
        else:
            lines[-1] = f"{lines[-1]} {' '.join(left)}"
            break
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)


def shortened(text: str, most: int) -> str:
    """The words on one line, cut after so many characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
