"""What is exported, and what an audience may see of it: decided here, before any writer.

A participant's version is built by inclusion: only blocks that are known to be for
everybody are taken. A facilitator's note, an answer mark, the reason of an answer, a
private or sensitive note never reach a writer, so no writer can leak them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from indexer import tree
from indexer.documents import Edition, Source
from indexer.images import image_names
from kb_app.export.errors import NothingToExport
from kb_app.export.phrases import phrase
from kb_app.export.pictures import PRINT_SIDE, Picture, pictures
from kb_app.export.signs import printable
from kb_app.notes.model import Note

Audience = Literal["participant", "facilitator"]
FOR_EVERYBODY = frozenset({"analysis"})


@dataclass(frozen=True)
class Piece:
    """One text as this audience sees it: the filtered tree, its numbered sources, notes."""

    edition: Edition
    document: tree.Document
    sources: tuple[Source, ...]
    notes: tuple[Note, ...]

    def source_number(self, source_id: str) -> int:
        """The number of a source in the list (1, 2…); 0 when it is not there."""
        ids = [source.id for source in self.sources]
        return ids.index(source_id) + 1 if source_id in ids else 0


@dataclass(frozen=True)
class LeftOut:
    """Something that does not go out: `kind` is "facilitator", "answers", "private-note",
    "sensitive-note", "sensitive-entry", or "length" where a brief had no room for it.
    """

    kind: str
    where: str
    words: str


@dataclass(frozen=True)
class Credits:
    """Who hands the material over, when (ISO 8601): shown on covers."""

    agency: str = ""
    date: str = ""
    logo: Picture | None = None


@dataclass(frozen=True)
class Material:
    """What a writer is given. `images` are the pictures by the name that the texts use;
    `missing` are names that a text uses and that are not there. `comments` says whether
    notes go to Word as comments at their passage, or else all to an appendix. `grid` is
    what a table holds instead of a row for each piece (a comparison), its head first. `brief` has a
    letterhead instead of a cover; `tight` is set small, to be one page.
    """

    title: str
    lang: str
    audience: Audience
    pieces: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...] = ()
    credits: Credits = Credits()
    images: Mapping[str, Picture] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    comments: bool = True
    grid: tuple[tuple[str, ...], ...] = ()
    brief: bool = False
    tight: bool = False


def gather(
    title: str,
    lang: str,
    audience: Audience,
    editions: Iterable[Edition],
    notes: Iterable[Note] = (),
    credits: Credits = Credits(),
    images: Mapping[str, bytes] | None = None,
    include_sensitive: bool = False,
    comments: bool = True,
    longest_side: int = PRINT_SIDE,
    notes_only: bool = False,
) -> Material:
    """Choose what this audience gets, and list what it does not.

    Several texts without a `title` are called by their subject. What a person typed loses the
    signs that no file can hold (Word's vertical tab, pasted). `longest_side` is the
    greatest side of a picture, in pixels. With `notes_only` a text is only the title above
    its notes, and one without notes is left out. Raises NothingToExport.
    """
    pieces: list[Piece] = []
    left_out: list[LeftOut] = []
    by_text: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        by_text.setdefault((note.uid, note.lang), []).append(note)
    for edition in editions:
        where = edition.front.title
        if edition.front.sensitive and audience == "participant" and not include_sensitive:
            left_out.append(LeftOut("sensitive-entry", where, edition.front.summary))
            continue
        if notes_only:
            kept = _notes(by_text.get((edition.uid, edition.lang), ()), where, left_out)
            if kept:
                pieces.append(Piece(_title_alone(edition), tree.Document(()), (), kept))
            continue
        document = _with_facts(edition, edition.document())
        if audience == "participant":
            document = _Participant(where, left_out).document(document)
        kept = _notes(by_text.get((edition.uid, edition.lang), ()), where, left_out)
        cited = {c for unit in tree.units(document) for c in unit.cites}
        sources = tuple(s for s in edition.front.sources if s.id in cited)
        pieces.append(Piece(edition, document, sources, kept))
    if not pieces:
        raise NothingToExport(len(left_out))
    wanted = {name for piece in pieces for name in image_names(piece.document)}
    shown = pictures({n: d for n, d in (images or {}).items() if n in wanted}, longest_side)
    several = len({piece.edition.uid for piece in pieces}) > 1
    own = phrase("several", lang) if several else pieces[0].edition.front.title
    title = printable(title or own)
    credits = replace(credits, agency=printable(credits.agency))
    return Material(
        title, lang, audience, tuple(pieces), tuple(left_out),
        credits, shown, tuple(sorted(wanted - set(shown))), comments,
    )  # fmt: skip


def _title_alone(edition: Edition) -> Edition:
    """What stands above notes that are exported without their text."""
    front = replace(
        edition.front, summary="", period=None, minutes=0, evidence_strength="", not_measured=(),
        objectives=(), sources=(), facts=(),
    )  # fmt: skip
    return replace(edition, front=front)


def _with_facts(edition: Edition, document: tree.Document) -> tree.Document:
    """The key facts of a country profile as a table with their sources, before its text."""
    facts, lang = edition.front.facts, edition.lang
    if not facts:
        return document
    heads = ((tree.Text(phrase(key, lang)),) for key in ("fact", "value"))
    rows = tuple(
        tree.Row(((tree.Text(fact.label),), (tree.Text(fact.value), *map(tree.Cite, fact.sources))))
        for fact in facts
    )
    table = tree.Table(tree.Row(tuple(heads)), rows)
    section = tree.Section("facts", (tree.Text(phrase("facts", lang)),), (table,))
    return replace(document, sections=(section, *document.sections))


def _notes(notes: Iterable[Note], where: str, left_out: list[LeftOut]) -> tuple[Note, ...]:
    """The notes that may be shared: whoever facilitates is somebody else, too."""
    kept = []
    for note in notes:
        if note.sensitive or not note.shareable:
            kind = "sensitive-note" if note.sensitive else "private-note"
            left_out.append(LeftOut(kind, where, note.body or note.exact))
        else:
            body, creator = printable(note.body), printable(note.creator)
            kept.append(replace(note, body=body, creator=creator))
    return tuple(kept)


@dataclass
class _Participant:
    """Builds a participant's tree from what is known to be for everybody."""

    where: str
    left_out: list[LeftOut]

    def document(self, document: tree.Document) -> tree.Document:
        return tree.Document(
            tuple(
                replace(section, blocks=self._blocks(section.blocks, section.id == "check"))
                for section in document.sections
            )
        )

    def _blocks(self, blocks: Sequence[tree.Block], check: bool) -> tuple[tree.Block, ...]:
        out: list[tree.Block] = []
        for block in blocks:
            match block:
                case tree.Paragraph() | tree.Heading() | tree.Table() | tree.Rule():
                    out.append(block)
                case tree.CodeBlock():
                    out.append(block)
                case tree.ListBlock(items):
                    kept = tuple(self._item(item, check) for item in items)
                    out.append(replace(block, items=kept))
                case tree.Quote(inner):
                    if check:
                        self._leave_out("answers", inner)
                    else:
                        out.append(tree.Quote(self._blocks(inner, check)))
                case tree.Admonition(kind, inner):
                    if kind in FOR_EVERYBODY:
                        out.append(replace(block, blocks=self._blocks(inner, check)))
                    else:
                        self._leave_out("facilitator", inner)
        return tuple(out)

    def _item(self, item: tree.Item, check: bool) -> tree.Item:
        if item.checked:
            self.left_out.append(LeftOut("answers", self.where, _words(item.blocks)))
        checked = None if item.checked is None else False
        return replace(item, blocks=self._blocks(item.blocks, check), checked=checked)

    def _leave_out(self, kind: str, blocks: tuple[tree.Block, ...]) -> None:
        self.left_out.append(LeftOut(kind, self.where, _words(blocks)))


def _words(blocks: tuple[tree.Block, ...]) -> str:
    document = tree.Document((tree.Section("", (), blocks),))
    return " ".join(unit.text for unit in tree.units(document))
