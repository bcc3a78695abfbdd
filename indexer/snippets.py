"""The piece of a passage that shows why it was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence

from indexer.query import SnippetPart

WINDOW = 34
_LEAD = 8


def snippet(
    text: str,
    words: Sequence[tuple[int, int]],
    shapes: Sequence[Hashable],
    places: Sequence[int],
) -> tuple[tuple[SnippetPart, ...], int]:
    """The window of words with most of what was asked, and where it begins (code points).

    `words` says where each word of the text begins and ends, `shapes` has the stem of each,
    `places` are the numbers, in order, of the words that were asked (glossary, corrections and
    unfinished words included).
    """
    if not words:
        return (SnippetPart(text),), 0
    first = _best_window(shapes, places)
    last = min(len(words), first + WINDOW)
    start = 0 if first == 0 else words[first][0]
    end = len(text) if last == len(words) else words[last - 1][1]
    shown = places[bisect_left(places, first) :]
    parts: list[SnippetPart] = []
    position = start
    for place in shown:
        if place >= last:
            break
        begins, ends = words[place]
        _add(parts, text[position:begins], False)
        _add(parts, text[begins:ends], True)
        position = ends
    _add(parts, text[position:end], False)
    if start > 0:
        parts.insert(0, SnippetPart("…"))
    if end < len(text):
        parts.append(SnippetPart("…"))
    return tuple(parts), words[shown[0]][0] if shown else start


def _best_window(shapes: Sequence[Hashable], places: Sequence[int]) -> int:
    """Where the window begins that holds most different words asked, then most of them."""
    best, best_rank = 0, (0, 0)
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
