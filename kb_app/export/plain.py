"""Plain texts: a short one for a chat, a Markdown bundle, a table of what is there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer import tree
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import accessed, citation, phrase, short_source, title_reference
from kb_app.notes.export import defused, plain_markdown, purpose_label

CHAT_CHARACTERS = 1000
_BAR = re.compile(r"(?<!\\)\|")  # code is not escaped as words are
_COLUMNS = ("slug", "lang", "kind", "title", "summary", "countries", "topics", "minerals",
            "period", "evidence", "not_measured", "sources", "license", "updated", "uid",
            "sha256")  # fmt: skip


def chat_text(material: Material) -> bytes:
    """At most 1,000 characters for each entry: title, summary, what came of it, and the
    sources that stand on what was taken.
    """
    blocks = [_chat(piece, material.lang) for piece in material.pieces]
    return ("\n\n———\n\n".join(blocks) + "\n").encode("utf-8")


@dataclass(frozen=True)
class _Point:
    """A sentence that a chat may say, and the ids of the sources that stand on it."""

    text: str
    sources: tuple[str, ...] = ()


def _chat(piece: Piece, lang: str) -> str:
    front = piece.edition.front
    points = list(_points(piece))
    # The summary says in short what came of it: the source of that stands for it.
    first = [point for point in points if point.sources][:1]
    tail = _cut(_tail(piece, first, lang), CHAT_CHARACTERS // 2)
    head = f"*{front.title}*" + (f"\n\n{front.summary}" if front.summary else "")
    head = _cut(head, CHAT_CHARACTERS - len(tail))
    taken: list[_Point] = []
    made = head + tail
    for point in points:
        longer = head + _said(piece, [*taken, point], lang)
        if len(longer) <= CHAT_CHARACTERS:
            taken.append(point)
            made = longer
    return made


def _points(piece: Piece) -> Iterator[_Point]:
    """What a chat may say after the summary: notes where there is no text, results, key facts,
    or what one learns.
    """
    front = piece.edition.front
    if not piece.document.sections:
        for note in piece.notes:
            quote = f"«{note.exact}»" if note.exact else ""
            yield _Point(" ".join(part for part in (quote, note.body) if part))
    came = [
        _Point(unit.text, unit.cites)
        for unit in tree.units(piece.document)
        if unit.section == "results" and unit.number
    ]
    facts = [_Point(f"{fact.label}: {fact.value}", fact.sources) for fact in front.facts]
    yield from came or facts or map(_Point, front.objectives)


def _said(piece: Piece, points: Sequence[_Point], lang: str) -> str:
    """Points, each with the marks of its sources where there are several, and the sources."""
    cited = _cited(piece, points)
    lines = []
    for point in points:
        numbers = [cited.index(id) + 1 for id in dict.fromkeys(point.sources) if id in cited]
        marks = "".join(f"[{number}]" for number in numbers) if len(cited) > 1 else ""
        lines.append(f"\n\n• {point.text}{' ' * bool(marks)}{marks}")
    return "".join(lines) + _tail(piece, points, lang)


def _tail(piece: Piece, points: Sequence[_Point], lang: str) -> str:
    """The sources of these points: the first of each with its address, the others by name, so
    that there is room for words. Without any, how to cite the text, which lists its own.
    """
    cited = _cited(piece, points)
    leading = {point.sources[0] for point in points if point.sources}
    rows = []
    for id in cited:
        source = piece.edition.front.source(id)
        if source is not None:
            address = f" {source.url}" if source.url and id in leading else ""
            rows.append(short_source(source) + address)
    if len(rows) > 1:
        numbered = (f"[{number}] {row}" for number, row in enumerate(rows, start=1))
        return "\n".join((f"\n\n{phrase('sources-short', lang)}:", *numbered))
    if rows:
        return f"\n\n{phrase('source-short', lang)}: {rows[0]}"
    cite_as = citation(piece.edition)
    return f"\n\n{phrase('cite-as', lang)}: {cite_as}" if cite_as else ""


def _cited(piece: Piece, points: Sequence[_Point]) -> list[str]:
    """The ids of the sources of these points, in their order."""
    ids = dict.fromkeys(id for point in points for id in point.sources)
    return [id for id in ids if piece.edition.front.source(id) is not None]


def _cut(text: str, most: int) -> str:
    """At most so many signs, cut between words."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return (kept.rpartition(" ")[0] or kept) + "…"


def table(material: Material) -> bytes:
    """What is known of each entry, or what the material has as a grid, as CSV (UTF-8 with
    mark, RFC 4180); cells defused.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    for cells in material.grid:
        writer.writerow([defused(cell) for cell in cells])
    if material.grid:
        return out.getvalue().encode("utf-8-sig")
    writer.writerow(_COLUMNS)
    for piece in material.pieces:
        edition, front = piece.edition, piece.edition.front
        period = f"{front.period[0]}-{front.period[1]}" if front.period else ""
        row = (edition.slug, edition.lang, front.kind, front.title, front.summary,
               " ".join(front.countries), " ".join(front.topics), " ".join(front.minerals),
               period, front.evidence_strength, "; ".join(front.not_measured),
               str(len(front.sources)), front.license, front.updated, edition.uid,
               edition.sha256)  # fmt: skip
        writer.writerow([defused(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def markdown(material: Material) -> bytes:
    """All pieces as one Markdown text, sources as a list, for any editor."""
    lines = [f"# {plain_markdown(material.title)}", ""]
    for piece in material.pieces:
        lines += _markdown(piece, material.lang)
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _markdown(piece: Piece, lang: str) -> Iterator[str]:
    front = piece.edition.front
    yield from (f"# {plain_markdown(front.title)}", "")
    if front.summary:
        yield from (plain_markdown(front.summary), "")
    for section in piece.document.sections:
        if section.title:
            yield from (f"## {_inline(section.title, piece)}", "")
        yield from _blocks(section.blocks, piece, "", lang)
    if piece.notes:
        yield from (f"## {phrase('notes', lang)}", "")
        for note in piece.notes:
            said = " ".join(f"{note.exact} {note.body}".split())
            label = purpose_label(note.purpose, lang)
            yield f"- **{label}** {plain_markdown(said)}".rstrip()
        yield ""
    if piece.sources:
        yield from (f"## {phrase('sources', lang)}", "")
        for number, source in enumerate(piece.sources, start=1):
            named = plain_markdown(title_reference(source))
            parts = (f"{number}. {named}", source.url, accessed(source, lang))
            yield " ".join(part for part in parts if part)
        yield ""
    cite_as = citation(piece.edition)
    if cite_as:
        yield from (f"*{phrase('cite-as', lang)}: {plain_markdown(cite_as)}*", "")


def _blocks(blocks: tuple[tree.Block, ...], piece: Piece, indent: str, lang: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case tree.Paragraph(children):
                yield from (indent + _inline(children, piece), "")
            case tree.Heading(level, children):
                yield from (f"{indent}{'#' * level} {_inline(children, piece)}", "")
            case tree.ListBlock(items, ordered, start):
                for position, item in enumerate(items, start=start):
                    mark = f"{position}." if ordered else "-"
                    box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
                    rest = item.blocks
                    head = ""
                    if rest and isinstance(rest[0], tree.Paragraph):
                        head, rest = _inline(rest[0].children, piece), rest[1:]
                    yield f"{indent}{mark} {box}{head}"
                    yield from _blocks(rest, piece, indent + "    ", lang)
                yield ""
            case tree.Table(header, rows):
                yield _row(header, piece, indent)
                yield indent + "|" + " --- |" * len(header.cells)
                for row in rows:
                    yield _row(row, piece, indent)
                yield ""
            case tree.Quote(inner):
                yield from _blocks(inner, piece, indent + "> ", lang)
            case tree.Admonition(kind, inner):
                label = phrase(kind, lang) if kind in ("analysis", "facilitator") else kind
                yield from (f"{indent}**{label}**", "")
                yield from _blocks(inner, piece, indent + "> ", lang)
            case tree.CodeBlock(text):
                yield from (f"{indent}    {line}" for line in text.split("\n"))
                yield ""
            case tree.Rule():
                yield from ("---", "")


def _row(row: tree.Row, piece: Piece, indent: str) -> str:
    cells = (_BAR.sub(r"\\|", _inline(cell, piece)) for cell in row.cells)
    return f"{indent}| {' | '.join(cells)} |"


def _inline(inlines: tuple[tree.Inline, ...], piece: Piece) -> str:
    out = []
    for node in inlines:
        match node:
            case tree.Text(text):
                out.append(plain_markdown(text))
            case tree.Strong(children):
                out.append(f"**{_inline(children, piece)}**")
            case tree.Emphasis(children):
                out.append(f"*{_inline(children, piece)}*")
            case tree.Code(text):
                out.append(f"`{text}`")
            case tree.Link(href, children):
                out.append(f"[{_inline(children, piece)}]({href})")
            case tree.Image(name, alt):
                out.append(f"![{alt}]({name})")
            case tree.Cite(source):
                number = piece.source_number(source)
                out.append(f" [{number}]" if number else "")
            case tree.LineBreak():
                out.append("  \n")
    return "".join(out)
