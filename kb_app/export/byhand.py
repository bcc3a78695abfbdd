"""What is filled in by hand on paper: room for a pen, wherever a writer sets paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from indexer import tree

# Ruled paper has 7.1 mm (college) to 8.7 mm (wide) between lines.
ROW_CENTIMETRES = 1.0
LINE_CENTIMETRES = 0.72
_RULED = 20
_ANSWERS = 8


def is_writing_line(children: Sequence[tree.Inline]) -> bool:
    """Whether a paragraph is nothing but a long row of underscores: a line to write on."""
    text = tree.inline_text(tuple(children)).strip()
    return len(text) >= _RULED and not text.strip("_")


def is_question(block: tree.ListBlock) -> bool:
    """Whether a list has the answers of a question: they stay on one page."""
    return len(block.items) <= _ANSWERS and all(item.checked is not None for item in block.items)


def kept_together(blocks: Sequence[tree.Block]) -> Iterator[tuple[tree.Block, bool]]:
    """Blocks, each with whether it goes with what follows, a line to write on, or the list or
    table that its colon announces: no page ends between the two.
    """
    for block, after in zip_longest(blocks, blocks[1:]):
        match after:
            case tree.Paragraph(children):
                yield block, is_writing_line(children)
            case tree.ListBlock() | tree.Table():
                yield block, isinstance(block, tree.Paragraph) and _announces(block)
            case _:
                yield block, False


def _announces(paragraph: tree.Paragraph) -> bool:
    return tree.inline_text(paragraph.children).rstrip().endswith(":")


def empty_columns(table: tree.Table) -> frozenset[int]:
    """The columns that have a head and nothing below: they wait for a pen."""
    columns = max((len(row.cells) for row in table.rows), default=0)
    return frozenset(
        column for column in range(columns) if not any(_said(row, column) for row in table.rows)
    )


def _said(row: tree.Row, column: int) -> str:
    return tree.inline_text(row.cells[column]).strip() if column < len(row.cells) else ""
