"""A text as it is shown, with the way back to its words, and what is asked of a page.

Notes count code points of the canonical text; Qt counts UTF-16 units of what is shown, where
marks of sources and bullets stand between the words. `Page` knows both, run by run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtGui import QTextDocument

from kb_app.look import Tokens

SOURCE, LINK, CONCEPT = "source", "link", "concept"
RELATED, SOURCES = "related", "sources"  # headings that no section of a text has


@dataclass(frozen=True)
class Run:
    """Some words: where they stand in the canonical text and in the shown one."""

    canon: int
    doc: int
    text: str

    @property
    def canon_end(self) -> int:
        return self.canon + len(self.text)

    @property
    def doc_end(self) -> int:
        return self.doc + units(self.text)


@dataclass(frozen=True)
class Heading:
    """A heading of the contents: `id` of a section ("" below one), its level and place."""

    id: str
    title: str
    level: int
    doc: int


@dataclass
class Page:
    """What is shown of one text, its letters `px` pixels tall. `numbers` maps paragraph numbers
    to places.

    Places are asked for only once it is built: where runs begin is remembered then.
    """

    document: QTextDocument
    canonical: str
    px: float
    runs: list[Run] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)

    @cached_property
    def _canons(self) -> list[int]:
        return [run.canon for run in self.runs]

    @cached_property
    def _docs(self) -> list[int]:
        return [run.doc for run in self.runs]

    def to_doc(self, position: int, end: bool = False) -> int:
        """The place of a code point of the canonical text; as an `end` it sticks to the
        words before it.
        """
        at = bisect_right(self._canons, position - (1 if end else 0)) - 1
        if at < 0:
            return self.runs[0].doc if self.runs else 0
        run = self.runs[at]
        if position > run.canon_end and not end and at + 1 < len(self.runs):
            return self.runs[at + 1].doc
        inside = max(0, min(position, run.canon_end) - run.canon)
        return run.doc + units(run.text[:inside])

    def to_canon(self, doc: int, end: bool = False) -> int:
        """The code point of the canonical text behind a place in the shown one."""
        at = bisect_right(self._docs, doc - (1 if end else 0)) - 1
        if at < 0:
            return 0
        run = self.runs[at]
        if doc >= run.doc_end:
            if end or at + 1 == len(self.runs):
                return run.canon_end
            return self.runs[at + 1].canon if doc > run.doc_end else run.canon_end
        return run.canon + code_points(run.text, doc - run.doc)


def units(text: str) -> int:
    """Length in UTF-16 code units, as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def code_points(text: str, count: int) -> int:
    """How many code points the first `count` UTF-16 units are."""
    if text.isascii() or units(text) == len(text):
        return min(count, len(text))
    return len(text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore"))


@dataclass(frozen=True)
class FactLine:
    """A key fact of a country: what it is about, what is known, the ids of its sources."""

    label: str
    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Front:
    """What stands above the text: words already chosen for the language of the text."""

    title: str
    meta: str
    summary: str
    not_measured_title: str = ""
    not_measured: tuple[str, ...] = ()
    remark: str = ""
    facts_title: str = ""
    facts: tuple[FactLine, ...] = ()
    actors: str = ""


@dataclass(frozen=True)
class Related:
    """Texts to read next: a heading, and (uid, title) of each."""

    title: str
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SourceLine:
    """A source below the text: its mark, its words, and a remark (kind, checked or not)."""

    id: str
    text: str
    remark: str


@dataclass(frozen=True)
class PageStyle:
    """Colours, size of the text in pixels, words of marked blocks, and the pictures."""

    tokens: Tokens
    px: float
    admonition: Callable[[str], str]
    sources_title: str = ""
    images: Mapping[str, bytes] = field(default_factory=dict)
    hide_kinds: frozenset[str] = frozenset()
