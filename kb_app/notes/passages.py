"""Texts made comparable: folded with a way back, cut in words, and a map between revisions.

The map is the longest common subsequence of words (Hyyrö's bit-parallel algorithm, as
rapidfuzz does it), and, for paragraphs that only changed their place, the paragraph itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from indexer.analysis import fold

MAX_MATRIX_BITS = 600_000_000
_WORD = re.compile(r"\w+|[^\w\s]")
_PLAIN = str.maketrans({"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "‘": "'", "’": "'",
                        "–": "-", "—": "-", "…": ".", "\u00a0": " "})  # fmt: skip


@dataclass(frozen=True)
class Folded:
    """Folded text, every run of space as one space, and where each character came from."""

    text: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text behind a stretch of the folded one."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=16)
def folded(text: str) -> Folded:
    """Text without case, accents and the typography of quotes and dashes."""
    out: list[str] = []
    places: list[int] = []
    for position, char in enumerate(text.translate(_PLAIN)):
        pieces = " " if char.isspace() else _fold_char(char)
        if pieces == " " and out and out[-1] == " ":
            continue
        out.extend(pieces)
        places.extend([position] * len(pieces))
    return Folded("".join(out), tuple(places))


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    return fold(char) or (char.casefold() if not char.isspace() else " ")


@dataclass(frozen=True)
class Words:
    """The words and marks of a text: folded, with where they begin and end."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, start: int, end: int) -> range:
        """The words that a stretch of the text touches."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


@lru_cache(maxsize=16)
def words_of(text: str) -> Words:
    """The words and marks of a text."""
    found = list(_WORD.finditer(text.translate(_PLAIN)))
    return Words(
        tuple(_fold_word(m.group()) for m in found),
        tuple(m.start() for m in found),
        tuple(m.end() for m in found),
    )


@lru_cache(maxsize=16_384)
def _fold_word(word: str) -> str:
    return fold(word) or word


@dataclass(frozen=True)
class Map:
    """Which word of the new text a word of the old one became, and the way back."""

    old: Words
    new: Words
    forth: dict[int, int]
    back: dict[int, int]


@lru_cache(maxsize=8)
def mapped(old_text: str, new_text: str) -> Map:
    """The map between two revisions. Remembered for the pairs asked last."""
    old, new = words_of(old_text), words_of(new_text)
    forth: dict[int, int] = {}
    for a, b, size in _runs(old.words, new.words):
        forth.update(zip(range(a, a + size), range(b, b + size), strict=True))
    for old_line, new_line in _moved_lines(old_text, new_text):
        ours, theirs = old.within(*old_line), new.within(*new_line)
        if len(ours) == len(theirs):
            forth.update(zip(ours, theirs, strict=True))
    back: dict[int, int] = {}
    for a, b in forth.items():
        if b not in back or abs(a - b) < abs(back[b] - b):
            back[b] = a
    return Map(old, new, forth, back)


def _runs(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Equal runs (old position, new position, size), in order in both."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    runs = [(0, 0, first), (len(old) - last, len(new) - last, last)]
    a, b = old[first : len(old) - last], new[first : len(new) - last]
    if a and b and len(a) * len(b) <= MAX_MATRIX_BITS:
        # Numbers, so that sequences of words are compared and not strings.
        numbers = {word: n for n, word in enumerate(dict.fromkeys((*a, *b)))}
        for step in Indel.opcodes([numbers[w] for w in a], [numbers[w] for w in b]):
            if step.tag == "equal":
                size = step.src_end - step.src_start
                runs.append((first + step.src_start, first + step.dest_start, size))
    return runs


def _moved_lines(old: str, new: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Paragraphs that stand once in each text, word for word: they are the same one."""
    ours, theirs = _lines(old), _lines(new)
    return [(ours[line], theirs[line]) for line in ours if line in theirs]


def _lines(text: str) -> dict[str, tuple[int, int]]:
    lines = text.split("\n")
    counts = Counter(lines)
    found: dict[str, tuple[int, int]] = {}
    position = 0
    for line in lines:
        if counts[line] == 1 and line:
            found[line] = (position, position + len(line))
        position += len(line) + 1
    return found
