"""How a note finds its passage again in another revision: placed, ask, or unplaced.

Never painted on a guess. (0) the same revision: the position, checked by the quote. (1) the
old revision is held: a word diff maps the span. (2) exact hits on folded text. (3)
approximate search with a threshold, scored by quote, context and position; a runner-up that
comes near, or a weak score, asks. The approximate search is Sellers' (1980) alignment as
rapidfuzz does it (`fuzz.partial_ratio_alignment`), bounded to 45 % errors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz

from indexer.analysis import fold
from kb_app.notes.model import CONTEXT, Note

Result = Literal["placed", "ask", "unplaced"]
KEPT = 0.60
SIDE = 0.60
MAX_ERRORS = 0.45
SURE = 0.80
WEAK = 0.62
RUNNER_UP = 0.015
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Anchor:
    """Where the passage stands now (code points of the new canonical text).

    For "ask" and "unplaced" `start` and `end` are the best guess, or -1.
    """

    result: Result
    start: int = -1
    end: int = -1
    score: float = 0.0


def anchor(note: Note, new_text: str, same_revision: bool, old_text: str | None) -> Anchor:
    """Find a note's passage in the canonical text of a revision."""
    if not note.exact:
        return Anchor("placed", note.start, note.end, 1.0)
    if same_revision and new_text[note.start : note.end] == note.exact:
        return Anchor("placed", note.start, note.end, 1.0)
    if old_text is not None and old_text[note.start : note.end] == note.exact:
        mapped = _by_diff(note, old_text, new_text)
        if mapped is not None:
            return mapped
    exact = _exact_hits(note, new_text, old_text)
    return exact if exact is not None else _approximate(note, new_text)


def _by_diff(note: Note, old: str, new: str) -> Anchor | None:
    """Map the span through a word diff; None when too little of it is kept."""
    old_words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(old)]
    new_words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(new)]
    inside = [i for i, (a, b, _) in enumerate(old_words) if a < note.end and b > note.start]
    if not inside:
        return None
    matcher = SequenceMatcher(
        None, [w[2] for w in old_words], [w[2] for w in new_words], autojunk=False
    )
    image: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            image[block.a + offset] = block.b + offset
    kept = [image[i] for i in inside if i in image]
    weight = sum(len(old_words[i][2]) for i in inside if i in image)
    share = weight / max(1, sum(len(old_words[i][2]) for i in inside))
    if not kept or share < KEPT:
        return None
    first, last = kept[0], kept[-1]
    if last - first > 2 * len(inside) + 4:
        return None
    start, end = new_words[first][0], new_words[last][1]
    sides = _sides(note, new, start, end)
    if max(sides) < SIDE:
        return Anchor("ask", start, end, share)
    if share == 1.0 and new.count(note.exact) > old.count(note.exact) and min(sides) < SIDE:
        return Anchor("ask", start, end, share)
    return Anchor("placed", start, end, share)


def _folded(text: str) -> tuple[str, list[int]]:
    """Folded text, and for each of its characters the place in the text it came from."""
    out: list[str] = []
    places: list[int] = []
    for position, char in enumerate(text):
        for piece in fold(char) or (char if char.isspace() else ""):
            out.append(" " if piece.isspace() else piece)
            places.append(position)
    return "".join(out), places


def _exact_hits(note: Note, new: str, old: str | None) -> Anchor | None:
    text, places = _folded(new)
    needle, _ = _folded(note.exact)
    if not needle:
        return None
    hits: list[tuple[float, int, int]] = []
    at = text.find(needle)
    while at >= 0:
        start, end = places[at], places[at + len(needle) - 1] + 1
        before, after = _sides(note, new, start, end)
        hits.append(((before + after) / 2, start, end))
        at = text.find(needle, at + 1)
    if not hits:
        return None
    hits.sort(key=lambda hit: -hit[0])
    score, start, end = hits[0]
    runner_up = hits[1][0] if len(hits) > 1 else 0.0
    short = len(needle) < 2 * CONTEXT / 3
    if len(hits) > 1 and score - runner_up < 0.1:
        return Anchor("ask", start, end, score)
    if score < SIDE / 2 and (short or old is not None or len(hits) > 1):
        return Anchor("ask", start, end, score)
    return Anchor("placed", start, end, score)


def _approximate(note: Note, new: str) -> Anchor:
    quote = note.exact
    best: list[tuple[float, int, int]] = []
    reach = len(quote) + 2 * CONTEXT
    step = max(1, len(quote) // 2)
    for begin in range(0, max(1, len(new)), step):
        window = new[begin : begin + reach]
        found = fuzz.partial_ratio_alignment(quote, window, score_cutoff=100 * (1 - MAX_ERRORS))
        if found is None or len(window) < len(quote) // 2:
            continue
        start, end = begin + found.dest_start, begin + found.dest_end
        before, after = _sides(note, new, start, end)
        closeness = 1 - min(1.0, abs(start - note.start) / max(1, len(new)))
        score = 0.60 * found.score / 100 + 0.17 * before + 0.17 * after + 0.06 * closeness
        best.append((score, start, end))
    best.sort(key=lambda hit: -hit[0])
    if not best or best[0][0] < WEAK:
        guess = best[0] if best else (0.0, -1, -1)
        return Anchor("unplaced", guess[1], guess[2], guess[0])
    score, start, end = best[0]
    rivals = [hit for hit in best[1:] if hit[2] <= start or hit[1] >= end]
    if score < SURE or (rivals and score - rivals[0][0] < RUNNER_UP):
        return Anchor("ask", start, end, score)
    return Anchor("placed", start, end, score)


def _sides(note: Note, text: str, start: int, end: int) -> tuple[float, float]:
    """How much of the words before and after are still there, 0 to 1. A passage at the very
    edge of the text has nothing on that side, and keeps it when it is still at the edge.
    """
    return (
        _side(note.prefix, text[max(0, start - CONTEXT) : start]),
        _side(note.suffix, text[end : end + CONTEXT]),
    )


def _side(wanted: str, found: str) -> float:
    if not wanted.strip():
        return 1.0 if not found.strip() else 0.5
    return fuzz.ratio(wanted, found) / 100
