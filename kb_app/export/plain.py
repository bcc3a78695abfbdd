"""Plain texts: a short one for a chat, a Markdown bundle, a table of what is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from indexer import tree
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import citation, first_source, phrase, reference
from kb_app.notes.export import defused, purpose_label

CHAT_CHARACTERS = 1000
_COLUMNS = ("slug", "lang", "kind", "title", "summary", "countries", "topics", "minerals",
            "period", "evidence", "not_measured", "sources", "license", "updated", "uid",
            "sha256")  # fmt: skip


def chat_text(material: Material) -> bytes:
    """At most 1,000 characters for each entry: title, summary, what came of it, source."""
    blocks = [_chat(piece, material.lang) for piece in material.pieces]
    return ("\n\n———\n\n".join(blocks) + "\n").encode("utf-8")


def _chat(piece: Piece, lang: str) -> str:
    front = piece.edition.front
    source = first_source(piece.edition)
    tail = f"\n\n{phrase('source-short', lang)}: {source}" if source else ""
    tail = _cut(tail, CHAT_CHARACTERS // 2)
    head = f"*{front.title}*" + (f"\n\n{front.summary}" if front.summary else "")
    head = _cut(head, CHAT_CHARACTERS - len(tail))
    room = CHAT_CHARACTERS - len(head) - len(tail)
    body = ""
    for note in piece.notes if not piece.document.sections else ():
        said = " ".join(
            part for part in (f"«{note.exact}»" if note.exact else "", note.body) if part
        )
        line = f"\n\n• {said}"
        body += line if len(body) + len(line) <= room else ""
    units = tree.units(piece.document)
    came = [unit.text for unit in units if unit.section == "results" and unit.number]
    facts = [f"{fact.label}: {fact.value}" for fact in front.facts]
    for text in came or facts or front.objectives:
        line = f"\n\n• {text}"
        body += line if len(body) + len(line) <= room else ""
    return head + body + tail


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
    lines = [f"# {material.title}", ""]
    for piece in material.pieces:
        lines += _markdown(piece, material.lang)
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _markdown(piece: Piece, lang: str) -> Iterator[str]:
    front = piece.edition.front
    yield from (f"# {front.title}", "")
    if front.summary:
        yield from (front.summary, "")
    for section in piece.document.sections:
        if section.title:
            yield from (f"## {tree.inline_text(section.title)}", "")
        yield from _blocks(section.blocks, piece, "", lang)
    if piece.notes:
        yield from (f"## {phrase('notes', lang)}", "")
        for note in piece.notes:
            yield f"- **{purpose_label(note.purpose, lang)}** {note.exact} {note.body}".rstrip()
        yield ""
    if piece.sources:
        yield from (f"## {phrase('sources', lang)}", "")
        for number, source in enumerate(piece.sources, start=1):
            yield f"{number}. {reference(source)}"
        yield ""
    cite_as = citation(piece.edition)
    if cite_as:
        yield from (f"*{phrase('cite-as', lang)}: {cite_as}*", "")


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
    cells = (_inline(cell, piece).replace("|", "\\|") for cell in row.cells)
    return f"{indent}| {' | '.join(cells)} |"


def _inline(inlines: tuple[tree.Inline, ...], piece: Piece) -> str:
    out = []
    for node in inlines:
        match node:
            case tree.Text(text):
                out.append(text)
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
