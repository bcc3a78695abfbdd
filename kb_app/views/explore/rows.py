"""What Explore is given to show: plain values, worded in the language of the person."""

from __future__ import annotations

from dataclasses import dataclass

from kb_app.views.reader.notes_list import NoteRow

Piece = tuple[str, bool]  # words, marked?


@dataclass(frozen=True)
class Row:
    """One result. `title` and `snippet` are pieces of which some are marked; `place` says
    where the passage stands; `badges` are remarks such as "only in English".
    """

    uid: str
    lang: str
    title: tuple[Piece, ...]
    meta: str
    place: str
    snippet: tuple[Piece, ...]
    tags: tuple[str, ...]
    evidence: str
    evidence_label: str
    badges: tuple[str, ...]
    section: str
    paragraph: int
    kind: str
    countries: str
    period: str
    updated: str

    @property
    def plain_title(self) -> str:
        return "".join(words for words, _hit in self.title)

    @property
    def plain_snippet(self) -> str:
        return "".join(words for words, _hit in self.snippet)


@dataclass(frozen=True)
class FacetValue:
    """A value that can be ticked, with how many entries it would leave."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True)
class FacetGroup:
    """The values of one facet, in the order in which they are shown."""

    facet: str
    title: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Alike:
    """A case that resembles another, and why."""

    uid: str
    title: str
    where: str
    reasons: str


@dataclass(frozen=True)
class Details:
    """What the panel at the right says of one entry; `warning` stands above the rest."""

    uid: str
    lang: str
    kind: str
    meta: str
    title: str
    summary: str
    not_measured: tuple[str, ...]
    evidence: str
    evidence_label: str
    evidence_note: str
    facts: tuple[tuple[str, str], ...] = ()
    alike: tuple[Alike, ...] = ()
    comparable: bool = True
    compared: bool = False
    kept_in: tuple[str, ...] = ()
    warning: str = ""


@dataclass(frozen=True)
class MineRow:
    """Something of the person's own at the left: `kind` is that of its group; `remark` a
    number or a place.
    """

    kind: str
    id: str
    words: str
    remark: str = ""


@dataclass(frozen=True)
class MineGroup:
    """A group of them; `nothing` says what would stand there."""

    kind: str
    title: str
    nothing: str
    rows: tuple[MineRow, ...]


@dataclass(frozen=True)
class Gathered:
    """A collection as its page shows it. `fixed`: it can be neither renamed nor deleted."""

    id: str
    title: str
    remark: str
    items: tuple[NoteRow, ...]
    fixed: bool = False
