"""Papers of a workshop as material: no numbers at the margin, room to write by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from indexer import tree
from indexer.documents import Edition, Entry
from kb_app.export.material import Audience, Credits, Material, Piece, gather
from kb_app.workshops.chart import REPORT_RATIO, results_chart
from kb_app.workshops.model import Workshop
from kb_app.workshops.papers import paper
from kb_app.workshops.result_papers import CHART, results_of
from kb_app.workshops.room import Room

_SPACE = "\N{NO-BREAK SPACE}"
COVERED = ("guide", "workbook")
# How many empty lines make a cell that is filled in by hand, and which columns are wide.
_LINES = {"attendance": 1, "commitments": 2, "follow-up": 2}
_WIDE = {"attendance": (1,), "commitments": (0, 3, 4)}
_WIDTH = 24


def paper_material(
    edition: Edition, audience: Audience, credits: Credits, kind: str, chart: bytes = b""
) -> Material:
    """A paper for any format. Only guide and workbook have a cover; nothing of a paper is
    cited by paragraph, so nothing is numbered.

    Raises NothingToExport.
    """
    images = {CHART: chart} if chart else {}
    # Without a digest there is no citation: a paper is not a text of the library.
    alone = replace(edition, sha256="")
    title, lang = edition.front.title, edition.lang
    made = gather(title, lang, audience, [alone], (), credits, images)
    pieces = tuple(
        replace(piece, document=_Sheet(_LINES.get(kind, 0), _WIDE.get(kind, ())).of(piece))
        for piece in made.pieces
    )
    return replace(made, pieces=pieces, brief=kind not in COVERED, tight=kind == "report")


def made_paper(
    kind: str,
    audience: Audience,
    workshop: Workshop,
    entries: Mapping[str, Entry],
    room: Room,
    credits: Credits,
) -> Material:
    """A paper of a workshop, with what is known of it by now. `entries` by uid."""
    results = results_of(room, workshop)
    edition = paper(kind, workshop, entries, results)
    chart = b""
    if kind == "report" and results.chart:
        chart = results_chart(room.scores(workshop.id), edition.lang, ratio=REPORT_RATIO)
    return paper_material(edition, audience, credits, kind, chart)


@dataclass(frozen=True)
class _Sheet:
    """`lines` of cells that are filled in by hand, and the places of `wide` columns."""

    lines: int
    wide: tuple[int, ...]

    def of(self, piece: Piece) -> tree.Document:
        return tree.Document(
            tuple(
                replace(section, blocks=tuple(self._block(block) for block in section.blocks))
                for section in piece.document.sections
            )
        )

    def _block(self, block: tree.Block) -> tree.Block:
        match block:
            case tree.Paragraph():
                return replace(block, number=None)
            case tree.ListBlock(items):
                return replace(block, items=tuple(self._item(item) for item in items))
            case tree.Table(header, rows):
                rows = tuple(self._row(row) for row in rows)
                return replace(block, header=self._header(header), rows=rows)
            case tree.Quote(inner) | tree.Admonition(_, inner):
                return replace(block, blocks=tuple(self._block(one) for one in inner))
        return block

    def _item(self, item: tree.Item) -> tree.Item:
        return replace(item, number=0, blocks=tuple(self._block(one) for one in item.blocks))

    def _header(self, header: tree.Row) -> tree.Row:
        """An empty column is as wide as its header: that of a wide one is filled up."""
        cells = [
            (*cell, tree.Text(_SPACE * max(0, _WIDTH - len(tree.inline_text(cell)))))
            if at in self.wide
            else cell
            for at, cell in enumerate(header.cells)
        ]
        return tree.Row(tuple(cells), None)

    def _row(self, row: tree.Row) -> tree.Row:
        return tree.Row(tuple(self._cell(cell, at) for at, cell in enumerate(row.cells)), None)

    def _cell(self, cell: tuple[tree.Inline, ...], at: int) -> tuple[tree.Inline, ...]:
        if tree.inline_text(cell).strip():
            return cell
        space = (tree.Text(_SPACE), tree.LineBreak())
        return (*(space * self.lines), tree.Text(_SPACE * (_WIDTH if at in self.wide else 1)))
