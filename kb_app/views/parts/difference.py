"""Two texts word by word: struck out what is gone, bold what came, long equal parts cut."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kb_app.look import Tokens

LONGEST_EQUAL, KEPT = 24, 10


def difference_html(changes: Sequence[tuple[str, str]], tokens: Tokens) -> str:
    """Changes are (kind, words), kind "equal", "gone" or "added"."""
    parts = []
    for kind, text in changes:
        words = text.split()
        if kind == "equal" and len(words) > LONGEST_EQUAL:
            text = f"{' '.join(words[:KEPT])} … {' '.join(words[-KEPT:])}"
        safe = escape(text)
        if kind == "gone":
            safe = f'<s style="background:{tokens.red_soft}">{safe}</s>'
        elif kind == "added":
            safe = f'<b style="background:{tokens.jade_soft}">{safe}</b>'
        parts.append(safe)
    return " ".join(parts)
