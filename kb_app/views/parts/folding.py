"""Comparing words as people type them: no accents, no capitals; ñ is kept apart from n."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """One character folded to one character (or itself when it would become more)."""
    if character in "ñÑ":
        return "ñ"
    base = unicodedata.normalize("NFD", character)[0].casefold()
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """Folded text of the same length, so that positions stay the same."""
    return "".join(map(fold_character, text))
