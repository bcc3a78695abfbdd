"""In plain words, how a question was understood."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.asking import Asked


def in_words(asked: Asked, filter_labels: Sequence[str], lang: str) -> str:
    """One sentence, in Spanish or English. "" when nothing was asked."""
    es = lang == "es"
    quote = "«{}»" if es else "“{}”"
    parts: list[str] = []
    if asked.words:
        words = ", ".join(f"{token.raw}…" if _open(asked, i) else token.raw
                          for i, token in enumerate(asked.words))  # fmt: skip
        several = len(asked.words) > 1
        if es:
            lead = "con alguna de las palabras" if several else "con la palabra"
            tail = "; primero los que las tienen todas" if several else ""
        else:
            lead = "with any of the words" if several else "with the word"
            tail = "; first those that have them all" if several else ""
        parts.append(f"{lead} {words}{tail}")
    for phrase in asked.phrases:
        lead = "con la frase exacta" if es else "with the exact phrase"
        parts.append(f"{lead} {quote.format(' '.join(phrase))}")
    for row in asked.excluded:
        parts.append(f"{'sin' if es else 'without'} {quote.format(' '.join(row))}")
    if filter_labels:
        parts.append(f"{'solo' if es else 'only'} {', '.join(filter_labels)}")
    if not parts:
        return ""
    return f"{'Se buscan textos' if es else 'Looking for texts'} {'; '.join(parts)}."


def _open(asked: Asked, position: int) -> bool:
    return asked.unfinished and position == len(asked.words) - 1
