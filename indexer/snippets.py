"""The piece of a passage that shows why it was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from indexer.analysis import Token
from indexer.query import SnippetPart

WINDOW = 34
_LEAD = 8


def snippet(
    text: str,
    row: Sequence[Token],
    shapes: Sequence[str],
    stems: Collection[str],
    beginnings: Collection[str] = (),
) -> tuple[tuple[SnippetPart, ...], int]:
    """The window of words with most of what was asked, and where it begins (code points).

    `row` are the words of the text, `shapes` the stem of each; `stems` those of the words
    asked (glossary and corrections included), `beginnings` unfinished words.
    """
    hits = [
        shape in stems or any(token.surface.startswith(b) for b in beginnings)
        for token, shape in zip(row, shapes, strict=True)
    ]
    if not row:
        return (SnippetPart(text),), 0
    first = _best_window(shapes, hits)
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


def _best_window(shapes: Sequence[str], hits: Sequence[bool]) -> int:
    """Where the window begins that holds most different words asked, then most of them."""
    best, best_rank = 0, (0, 0)
    places = [i for i, hit in enumerate(hits) if hit]
    for at, place in enumerate(places):
        first = max(0, place - _LEAD)
        begin = bisect_left(places, first, 0, at + 1)
        end = bisect_left(places, first + WINDOW, at)
        if end - begin < best_rank[0]:
            continue
        rank = (len({shapes[i] for i in places[begin:end]}), end - begin)
        if rank > best_rank:
            best, best_rank = first, rank
    return min(best, max(0, len(shapes) - WINDOW))


def _add(parts: list[SnippetPart], text: str, hit: bool) -> None:
    if text:
        text = text.replace("\n", " ")
        if parts and parts[-1].hit == hit:
            parts[-1] = SnippetPart(parts[-1].text + text, hit)
        else:
            parts.append(SnippetPart(text, hit))
