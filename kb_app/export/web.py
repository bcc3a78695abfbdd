"""A single web page, self-contained: the same page that a pack carries, for one audience."""

from __future__ import annotations

import base64

from kb_app.export.material import Material
from kb_app.library.page import PageNote, page
from kb_app.notes.export import purpose_label


def web_page(material: Material) -> bytes:
    """UTF-8 HTML that opens with a double click and asks for nothing else."""
    documents = {(p.edition.uid, p.edition.lang): p.document for p in material.pieces}
    media = {
        name: f"data:image/{shown.kind};base64,{base64.b64encode(shown.data).decode('ascii')}"
        for name, shown in material.images.items()
    }
    html = page(
        material.title,
        "",
        material.credits.agency,
        material.credits.date,
        [piece.edition for piece in material.pieces],
        [
            PageNote(n.uid, n.lang, purpose_label(n.purpose, n.lang), n.creator, n.exact, n.body)
            for piece in material.pieces
            for n in piece.notes
        ],
        media,
        documents,
    )
    return html.encode("utf-8")
