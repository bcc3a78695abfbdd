"""What a person asks for, as material: texts, a comparison of texts, or only the notes.

Command line and assistant give the same order and get the same material.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.documents import Edition, Entry
from kb_app.export.compare import comparison
from kb_app.export.errors import ComparisonSize
from kb_app.export.material import Audience, Credits, Material, gather
from kb_app.export.phrases import phrase
from kb_app.library.comparison import MOST
from kb_app.notes.export import purpose_label
from kb_app.notes.model import Note


@dataclass(frozen=True)
class Order:
    """`langs` are the languages of the texts, the first is that of the cover. `with_notes`
    adds the person's notes; `notes_only` leaves the texts out; `compare` puts two to four
    texts side by side. `sensitive` lets sensitive texts go to participants.
    """

    langs: tuple[str, ...] = ("es",)
    audience: Audience = "participant"
    title: str = ""
    with_notes: bool = False
    notes_only: bool = False
    compare: bool = False
    sensitive: bool = False
    comments: bool = True


def material_of(
    order: Order,
    entries: Sequence[Entry],
    notes: Iterable[Note],
    images_of: Callable[[Iterable[Edition]], Mapping[str, bytes]],
    credits: Credits,
) -> Material:
    """The material of an order. Raises NothingToExport, ComparisonSize."""
    if order.compare and not 2 <= len(entries) <= MOST:
        raise ComparisonSize(len(entries))
    found: dict[tuple[str, str], Edition] = {}
    for lang in order.langs:
        for entry in entries:
            edition = entry.edition(lang)
            found.setdefault((edition.uid, edition.lang), edition)
    editions = list(found.values())
    wanted = notes if order.with_notes or order.notes_only else ()
    title = order.title
    if order.notes_only and not title:
        title = phrase("notes", order.langs[0])
    if order.compare:
        made = comparison(order.langs[0], order.audience, editions, credits)
        return replace(made, title=order.title or made.title)
    material = gather(
        title, order.langs[0], order.audience, editions, wanted, credits,
        {} if order.notes_only else images_of(editions), order.sensitive, order.comments,
        notes_only=order.notes_only,
    )  # fmt: skip
    if order.notes_only:
        return replace(material, grid=tuple(_note_rows(material)))
    return material


def _note_rows(material: Material) -> Iterable[tuple[str, ...]]:
    yield ("title", "lang", "section", "purpose", "exact", "body", "tags", "creator", "modified")
    for piece in material.pieces:
        for note in piece.notes:
            yield (piece.edition.front.title, note.lang, note.section,
                   purpose_label(note.purpose, material.lang), note.exact, note.body,
                   ", ".join(note.tags), note.creator, note.modified)  # fmt: skip
