"""What a note is for, and the words for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate  # keep this name: lupdate looks for it
PURPOSES = ("quote", "question", "example", "use")


def purpose_word(purpose: str) -> str:
    """The word of a purpose in the language of the menus."""
    return {
        "quote": translate("Words", "Quote"),
        "question": translate("Words", "Question"),
        "example": translate("Words", "Local example"),
        "use": translate("Words", "For the workshop"),
    }.get(purpose, purpose)
