"""No last page with a source or two on it, which looks like a mistake and is a sheet of paper.

Where a text ends is measured; one whose last page is nearly empty is set a little tighter, if
that saves the page. What stays over then is more than a few lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

NEARLY_EMPTY = 0.34  # of the height of the paper, its upper margin with it: some ten lines
OPENING = "#[\n"
SOURCES = "#set text(size: 9pt, hyphenate: false)\n#set enum(spacing: 0.6em)"
# About a twentieth less: nobody sees it without the other text beside it.
_TIGHTER = {
    OPENING: OPENING
    + "#set par(leading: 0.6em, spacing: 0.93em)\n"
    + "#set list(spacing: 0.64em)\n#set enum(spacing: 0.64em)\n",
    SOURCES: "#set text(size: 8.5pt, hyphenate: false)\n#set enum(spacing: 0.5em)",
}


@dataclass(frozen=True)
class Ending:
    """Where a text ends: its page, and how far down on the paper (0 to 1)."""

    page: int
    share: float


Measure = Callable[[Sequence[str]], Mapping[int, Ending]]


def fitted(texts: Sequence[str], measure: Measure) -> list[str]:
    """Texts as typst markup, those tighter that save a page by it.

    `measure` sets texts and says where they end, by their place; one that it does not name
    stays as it is.
    """
    before = measure(texts)
    short = [n for n, end in sorted(before.items()) if end.share < NEARLY_EMPTY]
    if not short:
        return list(texts)
    after = measure(_tighter(texts, short))
    saved, so_far = [], 0
    for n in sorted(before):
        fewer = before[n].page - after[n].page
        if n in short and fewer > so_far:  # each begins a page: an earlier one moves the later
            saved.append(n)
        so_far = fewer
    return _tighter(texts, saved)


def _tighter(texts: Sequence[str], chosen: Iterable[int]) -> list[str]:
    made = list(texts)
    for n in chosen:
        for usual, tight in _TIGHTER.items():
            made[n] = made[n].replace(usual, tight, 1)
    return made
