"""A brief for who has five minutes: at most two pages, by construction.

What matters most is taken first (results, limits, what to do here), a block at a time; the
pages are measured by setting them, and what no longer fits is dropped and listed. Footnotes
carry the sources. Word sets a little wider than our PDF, so its brief is measured shorter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from indexer import tree
from kb_app.export.material import LeftOut, Material, Piece
from kb_app.export.pdf import pages_of

PAGES = 2.0
WORD_PAGES = 1.55
FULL_HEADS = 3
_RANKS = (
    "facts", "results", "key-ideas", "law", "counted", "limits", "not-known", "for-your-country",
    "actions", "agencies", "objectives", "context", "conditions", "minerals", "misconceptions",
    "came", "learnt", "agreed",
)  # fmt: skip
_NEVER = frozenset({"check", "handouts", "activities", "vocabulary", "questions", "workshop"})


def brief_pdf(material: Material) -> Material:
    """As much of the material as two pages of our PDF hold. Raises ExportFailed, DiskFull."""
    return _brief(material, PAGES)


def brief_word(material: Material) -> Material:
    """As much of the material as two pages of Word hold. Raises ExportFailed, DiskFull."""
    return _brief(material, WORD_PAGES)


Place = tuple[int, int, int]  # piece, section, block


def _brief(material: Material, pages: float) -> Material:
    whole, shortened = _short_heads(replace(material, brief=True))
    ranked = _ranked(whole.pieces)
    heads = _most(len(whole.pieces), lambda n: _fits(_taken(whole, n, ()), pages))
    heads = max(1, heads)
    here = [place for place in ranked if place[0] < heads]
    blocks = _most(len(here), lambda n: _fits(_taken(whole, heads, here[:n]), pages))
    made = _taken(whole, heads, here[:blocks])
    dropped = _dropped(whole, heads, set(here[:blocks]))
    return replace(made, left_out=(*material.left_out, *shortened, *dropped))


def _short_heads(material: Material) -> tuple[Material, list[LeftOut]]:
    """Of more than three texts each keeps its title and summary; what nobody measured, years
    and evidence are for those who read on.
    """
    if len(material.pieces) <= FULL_HEADS:
        return material, []
    pieces, lost = [], []
    for piece in material.pieces:
        front = piece.edition.front
        if front.not_measured:
            lost.append(LeftOut("length", front.title, "; ".join(front.not_measured)))
        short = replace(front, not_measured=(), period=None, minutes=0, evidence_strength="")
        pieces.append(replace(piece, edition=replace(piece.edition, front=short)))
    return replace(material, pieces=tuple(pieces)), lost


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """The greatest number up to `count` that fits, by halving."""
    if fits(count):
        return count
    low, high = 0, count  # low fits (or nothing does), high does not
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low


def _fits(material: Material, pages: float) -> bool:
    return pages_of(material) <= pages


def _ranked(pieces: Sequence[Piece]) -> list[Place]:
    """Every block that may stand in a brief, the most telling first; texts take turns."""
    found: list[tuple[int, int, int, Place]] = []
    for p, piece in enumerate(pieces):
        for s, section in enumerate(piece.document.sections):
            if section.id in _NEVER:
                continue
            rank = _RANKS.index(section.id) if section.id in _RANKS else len(_RANKS)
            for b, block in enumerate(section.blocks):
                if not _announces(block):
                    # The first thing that each section says comes before the rest of any.
                    found.append((min(b, 1), rank, b, (p, s, b)))
    return [place for *_, place in sorted(found)]


def _taken(material: Material, heads: int, places: Sequence[Place]) -> Material:
    kept = set(places)
    pieces = []
    for p, piece in enumerate(material.pieces[:heads]):
        sections = []
        for s, section in enumerate(piece.document.sections):
            blocks = tuple(_with_heading(section.blocks, p, s, kept))
            if blocks:
                sections.append(replace(section, blocks=blocks))
        document = replace(piece.document, sections=tuple(sections))
        pieces.append(replace(piece, document=document))
    return replace(material, pieces=tuple(pieces))


def _with_heading(
    blocks: Sequence[tree.Block], p: int, s: int, kept: set[Place]
) -> Sequence[tree.Block]:
    """The blocks that are kept, each with the heading above it."""
    out: list[tree.Block] = []
    above: list[tree.Block] = []
    for b, block in enumerate(blocks):
        if _announces(block):
            above = [block] if isinstance(block, tree.Heading) else [*above, block]
        elif (p, s, b) in kept:
            out += [*above, block]
            above = []
        else:
            above = [x for x in above if isinstance(x, tree.Heading)]
    return out


def _announces(block: tree.Block) -> bool:
    """Whether a block says nothing without the next one: a heading, "they can:", a line."""
    if isinstance(block, tree.Paragraph):
        return tree.inline_text(block.children).rstrip().endswith(":")
    return isinstance(block, tree.Heading | tree.Rule)


def _dropped(material: Material, heads: int, kept: set[Place]) -> list[LeftOut]:
    out = []
    for p, piece in enumerate(material.pieces):
        where = piece.edition.front.title
        if p >= heads:
            out.append(LeftOut("length", where, piece.edition.front.summary))
            continue
        for s, section in enumerate(piece.document.sections):
            lost = [b for b in range(len(section.blocks)) if (p, s, b) not in kept]
            texts = [section.blocks[b] for b in lost]
            texts = [x for x in texts if not _announces(x)]
            if texts:
                inner = tree.Document((tree.Section("", (), tuple(texts)),))
                words = " ".join(unit.text for unit in tree.units(inner))
                title = tree.inline_text(section.title)
                out.append(LeftOut("length", f"{where} · {title}" if title else where, words))
    return out
