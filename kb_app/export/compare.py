"""A comparison of texts as material, so that every writer can hand it over.

The texts pass the gate of their audience first: a sensitive one never reaches the table of
participants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer import tree
from indexer.documents import Edition, FrontMatter
from kb_app.export.material import Audience, Credits, Material, Piece, gather
from kb_app.export.phrases import citation, phrase
from kb_app.library.comparison import compared

_TITLE = ("Comparación", "Comparison")


def comparison(
    lang: str,
    audience: Audience,
    editions: Sequence[Edition],
    credits: Credits,
) -> Material:
    """Texts side by side as one text, and as rows for a spreadsheet (`grid`).

    Raises NothingToExport.
    """
    title = _TITLE[lang == "en"]
    gate = gather(title, lang, audience, editions, credits=credits)
    shown = [piece.edition for piece in gate.pieces]
    document = compared(shown, lang)
    document = replace(document, sections=(*document.sections, _cases(shown, lang)))
    front = FrontMatter(
        uid="", kind="comparison", lang=lang, title=title,
        summary=" · ".join(edition.front.title for edition in shown),
    )  # fmt: skip
    made = Edition.of_body("comparison", front, "")
    return replace(
        gate, title=title, pieces=(Piece(made, document, (), ()),), images={}, missing=(),
        grid=_rows(document, shown),
    )  # fmt: skip


def _cases(editions: Sequence[Edition], lang: str) -> tree.Section:
    """Where each case is from, to be cited; its own text has the sources of every claim."""
    items = tuple(
        tree.Item((tree.Paragraph((tree.Text(citation(edition)),)),), number)
        for number, edition in enumerate(editions, start=1)
    )
    title = (tree.Text(phrase("cite-as", lang)),)
    return tree.Section("cases", title, (tree.ListBlock(items),))


def _rows(document: tree.Document, editions: Sequence[Edition]) -> tuple[tuple[str, ...], ...]:
    """A head with the titles, then a row for each field or key fact, its name first."""
    rows: list[tuple[str, ...]] = [("", *(edition.front.title for edition in editions))]
    for section in document.sections:
        for table in (block for block in section.blocks if isinstance(block, tree.Table)):
            for row in table.rows:
                cells = [tree.inline_text(cell).strip() for cell in row.cells]
                labelled = cells if len(cells) > len(editions) else ["", *cells]
                labelled[0] = labelled[0] or tree.inline_text(section.title)
                rows.append(tuple(labelled))
    return tuple(rows)
