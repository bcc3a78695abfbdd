"""From structure to slides: an idea, an activity with its time, a question, a table a slide.

Marks of right answers and reasons are for whoever facilitates and stand in the speaker's
notes: a deck is thrown on a wall. Handouts are for paper and make no slides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from indexer import tree
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import admonition, citation, facts_of, note_reference, phrase, reference
from kb_app.export.slidefit import SMALL_SIZES, Line, Slide
from kb_app.export.tables import figures
from kb_app.notes.export import purpose_label

SHORT = 40
ON_PAPER = frozenset({"handouts"})


def outline(piece: Piece, material: Material) -> list[Slide]:
    """The slides of a piece, in reading order, before they are measured."""
    front, lang = piece.edition.front, piece.edition.lang
    opening = Slide(phrase("summary", lang), front.title, opening=True)
    opening.lines = [Line(front.summary)] if front.summary else []
    opening.lines += [
        Line(f"{label}: {value}", len(label) + 1) for label, value in facts_of(piece.edition)
    ]
    if material.brief:  # the cover has said all of it
        opening.lines, opening.opening = [], False
    elif front.title == material.title:  # the cover has said it
        opening = Slide(front.title, opening.kicker, opening.lines)
    found = [opening] if opening.lines or opening.opening else []
    if front.objectives:
        rows = [Line(text, mark="•") for text in front.objectives]
        found.append(Slide(front.title, phrase("objectives", lang), rows))
    for section in piece.document.sections:
        if section.id not in ON_PAPER and not (section.id == "objectives" and front.objectives):
            found += _Section(section, piece, material).slides()
    if front.not_measured:
        rows = [Line(text, mark="•") for text in front.not_measured]
        found.append(Slide(front.title, phrase("unmeasured", lang), rows))
    if piece.notes:
        found.append(Slide(front.title, phrase("notes-of-reader", lang), list(_notes(piece))))
    numbered = enumerate(piece.sources, start=1)
    rows = [Line(reference(source, lang), mark=f"{number}.") for number, source in numbered]
    cite_as = citation(piece.edition)
    if cite_as:
        label = phrase("cite-as", lang)
        rows.append(Line(f"{label}: {cite_as}", len(label) + 1))
    if rows:
        found.append(Slide(front.title, phrase("sources", lang), rows, sizes=SMALL_SIZES))
    return found


def _fills(lines: list[Line]) -> bool:
    """Whether lines are enough for a slide; else its title stands in the middle."""
    return len(lines) > 1 or any(len(line.text) > SHORT or line.mark for line in lines)


def _notes(piece: Piece) -> Iterator[Line]:
    for note in piece.notes:
        label = purpose_label(note.purpose, piece.edition.lang)
        quote = f"«{note.exact}» " if note.exact else ""
        yield Line(f"{label}: {quote}{note.body}".strip(), len(label) + 1, "•")


class _Section:
    """The slides of one section."""

    def __init__(self, section: tree.Section, piece: Piece, material: Material) -> None:
        self._section = section
        self._piece = piece
        self._lang = piece.edition.lang
        self._spoken = material.audience == "facilitator"
        self._cited: list[str] = []
        title = piece.edition.front.title
        self._now = Slide(title, tree.inline_text(section.title) or title)
        self._made = [self._now]

    def slides(self) -> list[Slide]:
        for block in self._section.blocks:
            self._block(block)
        self._sources()
        made = [slide for slide in self._made if slide.lines or slide.shows or slide.speaker]
        for slide in made:
            slide.opening = slide.shows is None and not _fills(slide.lines)
        return made

    def _block(self, block: tree.Block) -> None:
        match block:
            case tree.Heading(_, children, _, attributes):
                self._head(tree.inline_text(children), attributes.get("minutes", ""))
            case tree.Admonition("facilitator", inner):
                self._say(inner)
            case tree.Quote(inner) if self._section.id == "check":
                self._say(inner)
            case tree.Table():
                self._cite(block)
                self._show(figures(block) or block)
            case _:
                self._cite(block)
                for image in _images((block,)):
                    self._show(image)
                self._text().lines += _lines((block,), self._lang)
                self._answers(block)

    def _head(self, words: str, minutes: str) -> None:
        self._sources()
        section = tree.inline_text(self._section.title)
        kicker = section or self._now.kicker
        time = f" · {minutes} {phrase('minutes', self._lang)}" if minutes else ""
        if self._section.id == "activities":
            kicker = phrase("activity", self._lang) + time
        elif time:
            kicker += time
        elif self._section.id == "check":
            kicker = phrase("question", self._lang)
        self._now = Slide(kicker, words)
        self._made.append(self._now)

    def _text(self) -> Slide:
        """The slide that takes lines: a table, a chart or a picture has one of its own."""
        if self._now.shows is not None:
            self._now = Slide(self._now.kicker, self._now.title)
            self._made.append(self._now)
        return self._now

    def _show(self, thing: object) -> None:
        if self._now.lines or self._now.shows is not None:
            self._now = Slide(self._now.kicker, self._now.title)
            self._made.append(self._now)
        self._now.shows = thing  # type: ignore[assignment]

    def _say(self, blocks: tuple[tree.Block, ...]) -> None:
        said = [f"{line.mark} {line.text}".strip() for line in _lines(blocks, self._lang, True)]
        self._now.speaker += said

    def _answers(self, block: tree.Block) -> None:
        if isinstance(block, tree.ListBlock):
            right = [item for item in block.items if item.checked]
            self._now.speaker += [f"☑ {_words(item.blocks)}" for item in right]
            for item in block.items:
                for inner in item.blocks[1:]:
                    if isinstance(inner, tree.Admonition) and inner.kind == "facilitator":
                        self._say(inner.blocks)

    def _cite(self, block: tree.Block) -> None:
        found = tree.units(tree.Document((tree.Section("", (), (block,)),)))
        self._cited += [source for unit in found for source in unit.cites]

    def _sources(self) -> None:
        """What a slide rests on, below its notes."""
        cited, self._cited = dict.fromkeys(self._cited), []
        front = self._piece.edition.front
        named = [s for source_id in cited if (s := front.source(source_id)) is not None]
        if named and self._spoken:
            label = phrase("sources", self._lang)
            self._now.speaker.append(f"{label}: " + " ".join(note_reference(s) for s in named))


def _lines(
    blocks: Iterable[tree.Block], lang: str, spoken: bool = False, number: int | None = None
) -> list[Line]:
    """Blocks as lines of a slide; with `spoken`, as lines of its notes."""
    out: list[Line] = []
    for block in blocks:
        match block:
            case tree.Paragraph(children, own):
                said = tuple(x for x in children if not isinstance(x, tree.Image))
                text = tree.inline_text(said).strip()
                if text:
                    out.append(Line(text, _bold(children), "", own or number))
            case tree.ListBlock(items, ordered, start):
                for position, item in enumerate(items, start=start):
                    mark = f"{position}." if ordered else "•"
                    if item.checked is not None:
                        mark = "☑" if item.checked and spoken else "☐"
                    rest = _lines(item.blocks, lang, spoken)
                    if rest:
                        first = rest[0]
                        out.append(Line(first.text, first.bold, mark, item.number))
                        out += rest[1:]
            case tree.Admonition("facilitator", inner):
                if spoken:
                    out += _lines(inner, lang, spoken)
            case tree.Admonition(kind, inner, title):
                label = title or admonition(kind, lang)
                for position, line in enumerate(_lines(inner, lang, spoken)):
                    text = f"{label}: {line.text}" if position == 0 and not line.mark else line.text
                    grown = len(text) - len(line.text)
                    out.append(Line(text, grown or line.bold, line.mark, line.number))
            case tree.Quote(inner):
                out += _lines(inner, lang, spoken)
            case tree.Table(header, rows):
                heads = [tree.inline_text(cell) for cell in header.cells]
                out += [table_line(heads, row) for row in rows]
            case tree.CodeBlock(text):
                out += [Line(line) for line in text.split("\n") if line.strip()]
    return out


def table_line(heads: list[str], row: tree.Row) -> Line:
    """A row of a table that is too large for a slide, as a line."""
    cells = [tree.inline_text(cell) for cell in row.cells]
    pairs = [f"{h}: {c}" if h else c for h, c in zip(heads, cells, strict=False) if c.strip()]
    return Line(" — ".join(pairs), 0, "•", row.number)


def table_lines(heads: list[str], row: tree.Row) -> list[Line]:
    """A row that no slide can hold: each cell a line of its own, its head in bold."""
    pairs = [(h, tree.inline_text(c)) for h, c in zip(heads, row.cells, strict=False)]
    made = [Line(f"{h}: {c}" if h else c, len(h) + 1 if h else 0) for h, c in pairs if c.strip()]
    return [*made[:-1], replace(made[-1], number=row.number)] if made else []


def _bold(children: tuple[tree.Inline, ...]) -> int:
    first = children[0] if children else None
    return len(tree.inline_text(first.children)) if isinstance(first, tree.Strong) else 0


def _words(blocks: tuple[tree.Block, ...]) -> str:
    return " ".join(u.text for u in tree.units(tree.Document((tree.Section("", (), blocks),))))


def _images(blocks: tuple[tree.Block, ...]) -> Iterator[tree.Image]:
    for block in blocks:
        if isinstance(block, tree.Paragraph):
            yield from (node for node in block.children if isinstance(node, tree.Image))
