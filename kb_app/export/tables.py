"""What every writer asks of a table: how wide each column, in which bands a wide one is cut,
and whether it holds a few figures that a chart shows better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer import tree
from kb_app.export.byhand import empty_columns

_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:[ ,.\u00a0]\d{3})+|\d+)(?:([.,])(\d+))?\s*(%?)")
MOST_BARS = 12
LONGEST_WORD = 22
BY_HAND = 14.0
SHORT_LINES = 36
POINTS_A_CENTIMETRE, SIGN_WIDTH = 28.35, 0.62  # a sign's, of its size


def width_of(table: tree.Table) -> int:
    """How many columns a table has, counting its longest row; at least one."""
    return max((len(row.cells) for row in (table.header, *table.rows)), default=0) or 1


def padded(row: tree.Row, columns: int) -> tuple[tuple[tree.Inline, ...], ...]:
    """The cells of a row, with empty ones where it is short."""
    return (*row.cells, *((),) * (columns - len(row.cells)))


def bands(table: tree.Table, most: int) -> Iterator[tree.Table]:
    """A table no page can hold, cut into tables of at most `most` columns; each begins with
    the first column, which says what the row is.
    """
    columns = width_of(table)
    if columns <= most:
        yield table
        return
    for first in range(1, columns, most - 1):
        kept = [0, *range(first, min(columns, first + most - 1))]

        def part(row: tree.Row, kept: list[int] = kept) -> tree.Row:
            cells = padded(row, columns)
            return tree.Row(tuple(cells[i] for i in kept), row.number)

        aligns = tuple(table.aligns[i] if i < len(table.aligns) else "" for i in kept)
        yield tree.Table(part(table.header), tuple(part(row) for row in table.rows), aligns)


def shares(table: tree.Table) -> list[float]:
    """The share of the width that each column should have (they add up to 1): by what it
    says, no narrower than its longest word. An empty column is there to be written in by hand.
    """
    columns = width_of(table)
    by_hand = empty_columns(table)
    wanted = []
    for column in range(columns):
        texts = [
            tree.inline_text(row.cells[column])
            for row in (table.header, *table.rows)
            if column < len(row.cells)
        ]
        if column in by_hand:
            wanted.append(max(BY_HAND, min(len(texts[0]), LONGEST_WORD)))
            continue
        longest = max((len(word) for text in texts for word in text.split()), default=1)
        if by_hand:  # what stands beside an empty cell is short: it is not broken
            number = 4 if column == 0 and any(row.number for row in table.rows) else 0
            longest = max(longest, *(len(text) + number for text in texts[1:]))
        total = sum(len(text) for text in texts) / max(len(texts), 1)
        wanted.append(max(4.0, min(longest, LONGEST_WORD), min(total, 60.0) ** 0.85))
    whole = sum(wanted)
    return [width / whole for width in wanted]


def signs_a_row(table: tree.Table, centimetres: float, points: float) -> list[int]:
    """How many signs a row of each column holds before a word must be broken by force, in a
    table that is so wide, in letters of that size.
    """
    return [max(4, int(share * centimetres * POINTS_A_CENTIMETRE / points / SIGN_WIDTH))
            for share in shares(table)]  # fmt: skip


def is_short(table: tree.Table, room: Sequence[int]) -> bool:
    """Whether a table surely takes less than half a page. Then it is not torn apart."""
    by_hand = bool(empty_columns(table))
    lines = 0.0
    for row in (table.header, *table.rows):
        taken = [-(-len(tree.inline_text(cell)) // signs) + str(cell).count("LineBreak")
                 for cell, signs in zip(row.cells, room, strict=False)]  # fmt: skip
        lines += max(*taken, 2 if by_hand else 1) + 1
    return lines <= SHORT_LINES


@dataclass(frozen=True)
class Figures:
    """A small numeric table as a chart: a name for each bar, a row of numbers for each
    series; `percent` when every number bore that sign.
    """

    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    percent: bool


def figures(table: tree.Table) -> Figures | None:
    """The figures of a table whose first column names and whose others all count; None when
    it is anything else (a text, a range, a missing number, years, too many rows).
    """
    columns = width_of(table)
    if not 2 <= columns <= 4 or not 2 <= len(table.rows) <= MOST_BARS:
        return None
    labels: list[str] = []
    numbers: list[list[float]] = [[] for _ in range(columns - 1)]
    signs: set[str] = set()
    for row in table.rows:
        if len(row.cells) != columns:
            return None
        cells = [tree.inline_text(cell).strip() for cell in row.cells]
        labels.append(cells[0])
        for position, text in enumerate(cells[1:]):
            number = read_number(text)
            if number is None:
                return None
            numbers[position].append(number)
            signs.add("%" if text.endswith("%") else "")
    if not all(labels) or len(signs) > 1:
        return None
    if all(1900 <= n <= 2100 and n == int(n) for some in numbers for n in some):
        return None
    heads = [tree.inline_text(cell).strip() for cell in table.header.cells[1:]]
    named = tuple((head, tuple(some)) for head, some in zip(heads, numbers, strict=True))
    return Figures(tuple(labels), named, signs == {"%"})


def read_number(text: str) -> float | None:
    """A number as people write it in the region: 3,000 · 3 000 · 3.000 · 12.5 · 12,5 · 30 %.

    Three digits after one comma or point are thousands.
    """
    match = _NUMBER.fullmatch(text.strip().replace("\u202f", " "))
    if match is None:
        return None
    sign, whole, _, decimals, _ = match.groups()
    value = float(re.sub(r"[ ,.\u00a0]", "", whole) + (f".{decimals}" if decimals else ""))
    return -value if sign == "-" else value
