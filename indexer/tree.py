"""The one sanitised tree that the reader, the index, the notes and every export share.

A `Document` is a sequence of sections (level-2 headings); a section holds blocks;
blocks hold inlines. The tree can only express what is harmless: there is no raw HTML,
no style, no script, no event; links and images have passed the URL rule of
`indexer.markdown`.

Paragraphs, list items and table rows are numbered in reading order, per edition: ¶12 is
the same on screen, in print, on a slide and in the citation of a note.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """`href` is http(s):, mailto:, #id or batea:<uid>; nothing else gets here."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """`name` is a file name in the media folder or pack, without any path."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation `[^S1]`: `source` is the id of a source of the front matter."""

    source: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


Inline = Text | Emphasis | Strong | Code | Link | Image | Cite | LineBreak


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`number` is None where an enclosing list item already carries the number."""

    children: tuple[Inline, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the section's own (level 3 and deeper), with its attributes."""

    level: int
    children: tuple[Inline, ...]
    id: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item. `checked` is True or False for `- [x]` and `- [ ]`, else None."""

    blocks: tuple[Block, ...]
    number: int
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[tuple[Inline, ...], ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """`header.number` is None; every row of the body is numbered.

    `aligns` has one of "left", "center", "right" or "" for each column.
    """

    header: Row
    rows: tuple[Row, ...]
    aligns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Admonition:
    """A marked block: `kind` is "analysis", "facilitator" or another plain word."""

    kind: str
    blocks: tuple[Block, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    pass


Block = Paragraph | Heading | ListBlock | Table | Quote | Admonition | CodeBlock | Rule


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one level-2 heading. `id` is "" for text before the first one."""

    id: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    sections: tuple[Section, ...]

    def section(self, section_id: str) -> Section | None:
        """The section with that id, or None."""
        return next((s for s in self.sections if s.id == section_id), None)


@dataclass(frozen=True, slots=True)
class Span:
    """Where one unit stands in the canonical text: code points, end exclusive.

    `number` is the paragraph number, None for a heading; `section` the section id.
    """

    start: int
    end: int
    number: int | None
    section: str


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """The plain text that notes, search and citations count on.

    One unit (heading, paragraph, list item's own text, table row) a line, in reading
    order, lines joined by "\\n". Citations are not part of it; an image is its
    alternative text; a line break inside a paragraph is a space; cells are joined by
    " | ".
    """

    text: str
    spans: tuple[Span, ...]

    def span_at(self, position: int) -> Span | None:
        """The unit that holds a position (code points), or None between units."""
        at = bisect_right(self.spans, position, key=lambda span: span.start) - 1
        return self.spans[at] if at >= 0 and position < self.spans[at].end else None


def inline_text(inlines: tuple[Inline, ...]) -> str:
    """The plain words of some inlines, citations left out."""
    parts: list[str] = []
    for node in inlines:
        match node:
            case Text(text) | Code(text):
                parts.append(text)
            case Emphasis(children) | Strong(children) | Link(_, children):
                parts.append(inline_text(children))
            case Image(_, alt):
                parts.append(alt)
            case LineBreak():
                parts.append(" ")
            case Cite():
                pass
    return "".join(parts)


def row_text(row: Row) -> str:
    """The plain words of a table row, cells joined by " | "."""
    return " | ".join(inline_text(cell) for cell in row.cells)


def iter_cites(inlines: tuple[Inline, ...]) -> Iterator[str]:
    """Ids of the sources cited, in order."""
    for node in inlines:
        match node:
            case Cite(source):
                yield source
            case Emphasis(children) | Strong(children) | Link(_, children):
                yield from iter_cites(children)


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the canonical text with what it came from."""

    number: int | None
    section: str
    text: str
    cites: tuple[str, ...]
    in_admonition: str
    heading_level: int = 0


def units(document: Document) -> Iterator[Unit]:
    """Walk a document in reading order, a `Unit` for each line of its canonical text.

    A list item's own text is that of its first paragraph; its further blocks follow as
    units of their own (number None) so that nothing is counted twice.
    """
    for section in document.sections:
        if section.title:
            yield Unit(None, section.id, _clean(section.title), (), "", 2)
        yield from _block_units(section.blocks, section.id, "")


def _clean(inlines: tuple[Inline, ...]) -> str:
    return inline_text(inlines).replace("\n", " ").strip()


def _block_units(blocks: tuple[Block, ...], section: str, admonition: str) -> Iterator[Unit]:
    for block in blocks:
        match block:
            case Paragraph(children, number):
                cites = tuple(iter_cites(children))
                yield Unit(number, section, _clean(children), cites, admonition)
            case Heading(level, children):
                cites = tuple(iter_cites(children))
                yield Unit(None, section, _clean(children), cites, admonition, level)
            case ListBlock(items):
                for item in items:
                    yield from _item_units(item, section, admonition)
            case Table(header, rows):
                for row in (header, *rows):
                    cites = tuple(c for cell in row.cells for c in iter_cites(cell))
                    text = row_text(row).replace("\n", " ").strip()
                    yield Unit(row.number, section, text, cites, admonition)
            case Quote(inner):
                yield from _block_units(inner, section, admonition)
            case Admonition(kind, inner, title):
                if title:
                    yield Unit(None, section, title, (), kind)
                yield from _block_units(inner, section, kind)
            case CodeBlock(text):
                yield Unit(None, section, text.replace("\n", " ").strip(), (), admonition)
            case Rule():
                pass


def _item_units(item: Item, section: str, admonition: str) -> Iterator[Unit]:
    rest = item.blocks
    text = ""
    cites: tuple[str, ...] = ()
    if rest and isinstance(rest[0], Paragraph):
        text, cites = _clean(rest[0].children), tuple(iter_cites(rest[0].children))
        rest = rest[1:]
    yield Unit(item.number, section, text, cites, admonition)
    yield from _block_units(rest, section, admonition)


def canonical_text(document: Document) -> CanonicalText:
    """The canonical plain text of a document and where each unit stands in it."""
    lines: list[str] = []
    spans: list[Span] = []
    position = 0
    for unit in units(document):
        end = position + len(unit.text)
        spans.append(Span(position, end, unit.number, unit.section))
        lines.append(unit.text)
        position = end + 1
    return CanonicalText("\n".join(lines), tuple(spans))
