"""A box for a whole number, typed or stepped by the arrow keys and the wheel."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

MARGIN = 8


def number_box(name: str, lowest: int, highest: int, value: int = 0, step: int = 1) -> QSpinBox:
    """A box with an object name, limits and a value."""
    made = QSpinBox()
    made.setObjectName(name)
    made.setRange(lowest, highest)
    made.setValue(value)
    made.setSingleStep(step)
    made.lineEdit().setTextMargins(MARGIN, 0, 0, 0)  # the style sheet cannot give it any
    return made
