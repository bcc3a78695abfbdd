"""The piece of a passage that shows why it was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from indexer.query import SnippetPart

WINDOW = 34
_LEAD = 8


@dataclass(frozen=True)
class Row:
    """Words asked as a phrase: where they stand in a row, how many, and of which phrase."""

    first: int
    size: int
    phrase: int


def rows_in(words: Sequence[Hashable], phrases: Sequence[Sequence[Hashable]]) -> list[Row]:
    """Where phrases stand in a row of words."""
    return [
        Row(at, len(phrase), number)
        for number, phrase in enumerate(phrases)
        for at, word in enumerate(words)
        if word == phrase[0] and tuple(words[at : at + len(phrase)]) == tuple(phrase)
    ]


def snippet(
    text: str,
    words: Sequence[tuple[int, int]],
    shapes: Sequence[Hashable],
    asked: Sequence[int],
    rows: Sequence[Row] = (),
) -> tuple[tuple[SnippetPart, ...], int]:
    """The window of words with most of what was asked, and where it begins (code points).

    `words` says where each word of the text begins and ends, `shapes` has the stem of each,
    `asked` are the numbers of the words that were asked (glossary, corrections and unfinished
    words included), `rows` the phrases: a window that holds them comes before others.
    """
    places = sorted({*asked, *(row.first + at for row in rows for at in range(row.size))})
    if not words:
        return (SnippetPart(text),), 0
    first = _best_window(shapes, places, rows)
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


def _best_window(shapes: Sequence[Hashable], places: Sequence[int], rows: Sequence[Row]) -> int:
    """Where the window begins that holds most different phrases, then most different words
    asked, then most of them.
    """
    best, best_rank = 0, (0, 0, 0)
    for place in [row.first for row in rows] or places:
        first = max(0, place - _LEAD)
        begin, end = bisect_left(places, first), bisect_left(places, first + WINDOW)
        if not rows and end - begin < best_rank[1]:
            continue
        whole = {row.phrase for row in rows if first <= row.first and row.first
                 + min(row.size, WINDOW - _LEAD) <= first + WINDOW}  # fmt: skip
        rank = (len(whole), len({shapes[i] for i in places[begin:end]}), end - begin)
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
