"""The piece of a passage that shows why it was found."""

from __future__ import annotations

from collections.abc import Collection

from indexer.analysis import Token, stem, tokens
from indexer.query import SnippetPart

WINDOW = 34
_LEAD = 8


def snippet(
    text: str, lang: str, stems: Collection[str], beginnings: Collection[str] = ()
) -> tuple[tuple[SnippetPart, ...], int]:
    """The window of words with most of what was asked, and where it begins (code points).

    `stems` are those of the words asked (glossary and corrections included), `beginnings`
    unfinished words.
    """
    row = list(tokens(text))
    hits = [
        stem(token.surface, lang) in stems or any(token.surface.startswith(b) for b in beginnings)
        for token in row
    ]
    if not row:
        return (SnippetPart(text),), 0
    first = _best_window(row, hits, lang)
    last = min(len(row), first + WINDOW)
    start = 0 if first == 0 else row[first].start
    end = len(text) if last == len(row) else row[last - 1].end
    parts: list[SnippetPart] = []
    position = start
    for token, hit in zip(row[first:last], hits[first:last], strict=True):
        if hit:
            _add(parts, text[position : token.start], False)
            _add(parts, text[token.start : token.end], True)
            position = token.end
    _add(parts, text[position:end], False)
    if start > 0:
        parts.insert(0, SnippetPart("…"))
    if end < len(text):
        parts.append(SnippetPart("…"))
    place = next((t.start for t, h in zip(row[first:], hits[first:], strict=True) if h), start)
    return tuple(parts), place


def _best_window(row: list[Token], hits: list[bool], lang: str) -> int:
    """Where the window begins that holds most different words asked, then most of them."""
    best, best_rank = 0, (0, 0)
    places = [i for i, hit in enumerate(hits) if hit]
    for place in places:
        first = max(0, place - _LEAD)
        inside = [i for i in places if first <= i < first + WINDOW]
        rank = (len({stem(row[i].surface, lang) for i in inside}), len(inside))
        if rank > best_rank:
            best, best_rank = first, rank
    return min(best, max(0, len(row) - WINDOW))


def _add(parts: list[SnippetPart], text: str, hit: bool) -> None:
    if text:
        text = text.replace("\n", " ")
        if parts and parts[-1].hit == hit:
            parts[-1] = SnippetPart(parts[-1].text + text, hit)
        else:
            parts.append(SnippetPart(text, hit))
