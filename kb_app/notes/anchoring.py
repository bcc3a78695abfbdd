"""How a note finds its passage again in another revision: placed, ask, or unplaced.

Never painted on a guess. (0) The same revision: the position, checked by the quote. (1) The
old revision is held: a word diff maps the passage; accepted when enough of it is kept and
its surroundings vouch for it. (2) Exact hits on folded text. (3) Approximate search with
thresholds, scored by quote, context and position; a runner-up that comes near, or a weak
score, asks. A hit that the diff shows to be another passage of the old text is none.

The thresholds were set on edits of our own documents: `benchmarks/anchoring.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from kb_app.notes.model import CONTEXT, Note
from kb_app.notes.passages import Folded, Map, folded, mapped

Result = Literal["placed", "ask", "unplaced"]
KEPT = 0.60  # of the passage's letters, in words that the diff found again
KEPT_IN_PLACE = 0.40  # is enough where both neighbourhoods are still there
IN_PLACE = 0.35  # of the eight words on a side
NEIGHBOURS = 8
GROWS = 4  # words that were lost at an edge; more were a sentence that was taken out
STRAY = 5  # words farther from the rest than they were
TORN = 0.20  # of the passage's letters stand somewhere else now
SIDE = 0.60  # likeness of the 32 characters on one side, or share of its words
MAX_ERRORS = 0.45
SURE_QUOTE = 0.72
SURE = 0.70
CLEAR_QUOTE = 0.90
WEAK = 0.50
LIKE_SIZE = (0.85, 1.2)
RUNNER_UP = 0.015
CLEAR_LEAD = 0.10
FEWEST_FOR_APPROXIMATE = 12


@dataclass(frozen=True)
class Anchor:
    """Where the passage stands now (code points of the new canonical text).

    For "ask" and "unplaced" `start` and `end` are the best guess, or -1. `score`: 0 to 1.
    """

    result: Result
    start: int = -1
    end: int = -1
    score: float = 0.0


@dataclass(frozen=True)
class _Hit:
    start: int
    end: int
    quote: float
    before: float
    after: float
    score: float


def anchor(note: Note, new_text: str, same_revision: bool, old_text: str | None) -> Anchor:
    """Find a note's passage in the canonical text of a revision.

    `old_text` is the canonical text that the note was made on, when it is held.
    """
    if not note.exact:
        return Anchor("placed", min(note.start, len(new_text)), min(note.end, len(new_text)), 1.0)
    if same_revision and new_text[note.start : note.end] == note.exact:
        return Anchor("placed", note.start, note.end, 1.0)
    between: Map | None = None
    rewritten: Anchor | None = None
    if old_text is not None and old_text[note.start : note.end] == note.exact:
        between = mapped(old_text, new_text)
        found = _by_diff(note, old_text, new_text, between)
        if found is not None and found.result != "unplaced":
            return found
        rewritten = found
    hits = _exact_hits(note, new_text, between)
    if hits:
        return _chosen(note, hits, exact=True)
    hits = _approximate_hits(note, new_text, between)
    if hits and hits[0].score >= WEAK:
        return _chosen(note, hits, exact=False)
    if rewritten is not None:
        return Anchor("ask", rewritten.start, rewritten.end, rewritten.score)
    guess = hits[0] if hits else None
    if guess is None:
        return Anchor("unplaced")
    return Anchor("unplaced", guess.start, guess.end, guess.score)


# --- (1) the diff ----------------------------------------------------------------------


def _by_diff(note: Note, old: str, new: str, between: Map) -> Anchor | None:
    """The passage by the map. "unplaced" says: its place is known, its words have changed;
    None: not even that.
    """
    inside = between.old.within(note.start, note.end)
    if not inside:
        return None
    weights = {i: between.old.ends[i] - between.old.starts[i] for i in inside}
    whole = max(1, sum(weights.values()))
    found = [i for i in inside if i in between.forth]
    kept = _without_strays(_together(found, between, len(inside)), between)
    share = sum(weights[i] for i in kept) / whole
    torn = (sum(weights[i] for i in found) - sum(weights[i] for i in kept)) / whole
    if not kept:
        return _between_neighbours(inside, between)
    first, last = _grown(kept, inside, between, new)
    start, end = between.new.starts[first], between.new.ends[last]
    if share == 1.0:  # keep marks and spaces that the selection began or ended with
        start, end = _edges(note, new, start, end)
    near = _neighbourhood(inside, first, last, between)
    sides = tuple(map(max, _sides(note, new, start, end), near))
    if share < KEPT and not (share >= KEPT_IN_PLACE and min(near) >= IN_PLACE and len(kept) > 2):
        return Anchor("unplaced", start, end, share) if min(near) >= IN_PLACE else None
    if torn > TORN:
        return Anchor("ask", start, end, share)
    if max(sides) < SIDE and not (share >= CLEAR_QUOTE and len(inside) > 3):
        return Anchor("ask", start, end, share)
    if min(sides) < SIDE and _count(new, note.exact) > _count(old, note.exact):
        return Anchor("ask", start, end, share)
    return Anchor("placed", start, end, share)


def _between_neighbours(inside: range, between: Map) -> Anchor | None:
    """Other words between the same neighbours: the passage was written anew in its place."""
    before, after = between.forth.get(inside.start - 1, -1), between.forth.get(inside.stop, -1)
    if before < 0 or not 1 < after - before <= 2 * len(inside) + 3:
        return None
    return Anchor("unplaced", between.new.starts[before + 1], between.new.ends[after - 1])


def _together(kept: list[int], between: Map, size: int) -> list[int]:
    """The words of the passage that are still near one another in the new text; a sentence
    that came in between does not part them.
    """
    reach = 2 * size + 30
    best: list[int] = []
    for position, i in enumerate(kept):
        begin = between.forth[i]
        some = [j for j in kept[position:] if begin <= between.forth[j] <= begin + reach]
        if len(some) > len(best):
            best = some
        if len(best) >= len(kept) - position:
            break
    return best


def _without_strays(kept: list[int], between: Map) -> list[int]:
    """Without one or two words at an edge that the map found far from all others: a "the"
    of the paragraph before is not the passage's.
    """

    def gap(a: int, b: int) -> int:
        return (between.forth[b] - between.forth[a]) - (b - a)

    for size in (1, 2):
        if len(kept) > 3 * size and gap(kept[size - 1], kept[size]) > STRAY:
            kept = kept[size:]
        if len(kept) > 3 * size and gap(kept[-size - 1], kept[-size]) > STRAY:
            kept = kept[:-size]
    return kept


def _grown(kept: list[int], inside: range, between: Map, new: str) -> tuple[int, int]:
    """First and last word of the passage now: as many new words as were lost at its edges
    belong to it, as far as they stand in the same paragraph and for no other old word.
    """
    first, last = between.forth[kept[0]], between.forth[kept[-1]]
    words = between.new
    for _ in range(min(GROWS, kept[0] - inside.start)):
        if first == 0 or first - 1 in between.back:
            break
        if "\n" in new[words.ends[first - 1] : words.starts[first]]:
            break
        first -= 1
    for _ in range(min(GROWS, inside.stop - 1 - kept[-1])):
        if last + 1 == len(words.words) or last + 1 in between.back:
            break
        if "\n" in new[words.ends[last] : words.starts[last + 1]]:
            break
        last += 1
    return first, last


def _neighbourhood(inside: range, first: int, last: int, between: Map) -> tuple[float, float]:
    """How many of the eight words on each side of the passage are still near it, 0 to 1."""
    before = range(max(0, inside.start - NEIGHBOURS), inside.start)
    after = range(inside.stop, min(len(between.old.words), inside.stop + NEIGHBOURS))

    def share(old: range, low: int, high: int) -> float:
        near = sum(1 for i in old if low <= between.forth.get(i, -1) <= high)
        return near / len(old) if old else 1.0

    return (
        share(before, first - 2 * NEIGHBOURS, first - 1),
        share(after, last + 1, last + 2 * NEIGHBOURS),
    )


def _edges(note: Note, new: str, start: int, end: int) -> tuple[int, int]:
    at = new.find(note.exact, max(0, start - 3), end + 3)
    return (at, at + len(note.exact)) if at >= 0 else (start, end)


def _count(text: str, quote: str) -> int:
    return folded(text).text.count(folded(quote).text)


# --- (2) and (3) the search -------------------------------------------------------------


def _exact_hits(note: Note, new: str, between: Map | None) -> list[_Hit]:
    text, needle = folded(new), folded(note.exact).text.strip()
    hits: list[_Hit] = []
    at = text.text.find(needle) if needle else -1
    while at >= 0:
        whole = _at_words(text.text, at, at + len(needle))
        start, end = text.original(at, at + len(needle))
        if whole and not _is_another(note, start, end, between):
            hits.append(_hit(note, new, start, end, 1.0))
        at = text.text.find(needle, at + 1)
    return sorted(hits, key=lambda hit: -hit.score)


def _at_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch does not begin or end in the middle of a word."""
    left = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    right = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return left and right


def _approximate_hits(note: Note, new: str, between: Map | None) -> list[_Hit]:
    text, needle = folded(new), folded(note.exact).text.strip()
    size = len(needle)
    if size < FEWEST_FOR_APPROXIMATE:
        return []
    hits: list[_Hit] = []
    reach = 2 * size
    for begin in range(0, max(1, len(text.text) - size // 2), size):
        window = text.text[begin : begin + reach]
        found = fuzz.partial_ratio_alignment(needle, window, score_cutoff=100 * (1 - MAX_ERRORS))
        if found is None or found.dest_end - found.dest_start < size // 2:
            continue
        low, high, quote = _fitted(text, needle, begin + found.dest_start, begin + found.dest_end)
        start, end = text.original(low, high)
        if quote >= 1 - MAX_ERRORS and not _is_another(note, start, end, between):
            hits.append(_hit(note, new, start, end, quote))
    return sorted(hits, key=lambda hit: -hit.score)


def _fitted(text: Folded, needle: str, low: int, high: int) -> tuple[int, int, float]:
    """The stretch of whole words around a rough hit that is most like the quote."""
    room = max(8, len(needle) // 3)
    begin, finish = max(0, low - room), min(len(text.text), high + room)
    piece = text.text[begin:finish]
    bounds = [i for i in range(len(piece) + 1) if i in (0, len(piece)) or
              piece[i - 1].isalnum() != piece[i].isalnum()]  # fmt: skip
    starts = [begin + i for i in bounds if i < len(piece) and piece[i] != " "]
    ends = [begin + i for i in bounds if i > 0 and piece[i - 1] != " "]
    best = (fuzz.ratio(needle, text.text[low:high]) / 100, low, high)
    for _ in range(2):
        _, low, high = best
        for end in ends:
            if end > low:
                best = max(best, (fuzz.ratio(needle, text.text[low:end]) / 100, low, end))
        _, low, high = best
        for start in starts:
            if start < high:
                best = max(best, (fuzz.ratio(needle, text.text[start:high]) / 100, start, high))
    quote, low, high = best
    return low, high, quote


def _is_another(note: Note, start: int, end: int, between: Map | None) -> bool:
    """Whether a hit is, by the map, a passage that stood elsewhere in the old text."""
    if between is None:
        return False
    there = between.new.within(start, end)
    ours = between.old.within(note.start, note.end)
    elsewhere = sum(1 for i in there if i in between.back and between.back[i] not in ours)
    return elsewhere > 0.5 * max(1, len(there))


def _hit(note: Note, new: str, start: int, end: int, quote: float) -> _Hit:
    before, after = _sides(note, new, start, end)
    closeness = 1 - min(1.0, abs(start - note.start) / max(1, len(new)))
    score = 0.60 * quote + 0.17 * before + 0.17 * after + 0.06 * closeness
    return _Hit(start, end, quote, before, after, score)


def _chosen(note: Note, hits: list[_Hit], exact: bool) -> Anchor:
    best = hits[0]
    rivals = [hit for hit in hits[1:] if hit.end <= best.start or hit.start >= best.end]
    lead = best.score - rivals[0].score if rivals else 1.0
    asked = Anchor("ask", best.start, best.end, best.score)
    side = max(best.before, best.after)
    if exact:
        telling = len(note.exact) >= CONTEXT
        if (rivals and lead < CLEAR_LEAD) or (side < SIDE and (rivals or not telling)):
            return asked
        return Anchor("placed", best.start, best.end, best.score)
    if lead < RUNNER_UP or best.quote < SURE_QUOTE or best.score < SURE:
        return asked
    if side < SIDE and best.quote < CLEAR_QUOTE:
        return asked
    size = (best.end - best.start) / max(1, len(note.exact))
    if not LIKE_SIZE[0] <= size <= LIKE_SIZE[1] and min(best.before, best.after) < SIDE:
        return asked  # something was cut out of it, or put into it
    return Anchor("placed", best.start, best.end, best.score)


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
    return fuzz.ratio(folded(wanted).text, folded(found).text) / 100
