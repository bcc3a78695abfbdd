"""The tree as HTML: escaped by construction, one writer for the reader and the web exports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from indexer import tree


@dataclass(frozen=True)
class HtmlStyle:
    """What differs between the places where HTML is shown.

    `cite` makes the mark of a citation from a source id, `image` the element of an image
    (name, alt), `number` the mark of a paragraph number, `admonition` the title of a
    marked block from its kind. `hide_kinds` are admonitions to leave out;
    `show_answers` whether `- [x]` shows which answer is right. `heading_shift` is added
    to the level of every heading.
    """

    cite: Callable[[str], str]
    image: Callable[[str, str], str]
    number: Callable[[int], str]
    admonition: Callable[[str], str]
    hide_kinds: frozenset[str] = frozenset()
    show_answers: bool = True
    heading_shift: int = 0


def inlines_html(inlines: tuple[tree.Inline, ...], style: HtmlStyle) -> str:
    """Inlines as HTML."""
    out: list[str] = []
    last_was_cite = False
    for node in inlines:
        match node:
            case tree.Text(text):
                out.append(escape(text, quote=False))
            case tree.Emphasis(children):
                out.append(f"<em>{inlines_html(children, style)}</em>")
            case tree.Strong(children):
                out.append(f"<strong>{inlines_html(children, style)}</strong>")
            case tree.Code(text):
                out.append(f"<code>{escape(text, quote=False)}</code>")
            case tree.Link(href, children):
                out.append(f'<a href="{escape(href)}">{inlines_html(children, style)}</a>')
            case tree.Image(name, alt):
                out.append(style.image(name, alt))
            case tree.Cite(source):
                mark = style.cite(source)
                # Two marks side by side would be read as one number.
                out.append("<sup>, </sup>" * bool(mark and last_was_cite) + mark)
            case tree.LineBreak():
                out.append("<br>")
        last_was_cite = isinstance(node, tree.Cite) and bool(out[-1])
    return "".join(out)


def blocks_html(blocks: tuple[tree.Block, ...], style: HtmlStyle) -> str:
    """Blocks as HTML, one a line."""
    return "\n".join(part for block in blocks if (part := _block(block, style)))


def _block(block: tree.Block, style: HtmlStyle) -> str:
    match block:
        case tree.Paragraph(children, number):
            mark = style.number(number) if number else ""
            return f"<p{_anchor(number)}>{mark}{inlines_html(children, style)}</p>"
        case tree.Heading(level, children, heading_id):
            tag = f"h{min(6, level + style.heading_shift)}"
            anchor = f' id="{escape(heading_id)}"' if heading_id else ""
            return f"<{tag}{anchor}>{inlines_html(children, style)}</{tag}>"
        case tree.ListBlock(items, ordered, start):
            tag = "ol" if ordered else "ul"
            first = f' start="{start}"' if ordered and start != 1 else ""
            inner = "\n".join(_item(item, style) for item in items)
            return f"<{tag}{first}>\n{inner}\n</{tag}>"
        case tree.Table():
            return _table(block, style)
        case tree.Quote(inner_blocks):
            return f"<blockquote>\n{blocks_html(inner_blocks, style)}\n</blockquote>"
        case tree.Admonition(kind, inner_blocks, title):
            if kind in style.hide_kinds:
                return ""
            head = escape(title or style.admonition(kind), quote=False)
            body = blocks_html(inner_blocks, style)
            return (
                f'<div class="admonition {escape(kind)}">\n'
                f'<p class="admonition-title">{head}</p>\n{body}\n</div>'
            )
        case tree.CodeBlock(text):
            return f"<pre>{escape(text, quote=False)}</pre>"
        case tree.Rule():
            return "<hr>"


def _anchor(number: int | None) -> str:
    return f' id="p{number}"' if number else ""


def _item(item: tree.Item, style: HtmlStyle) -> str:
    box = ""
    if item.checked is not None:
        box = "☑ " if item.checked and style.show_answers else "☐ "
    blocks = item.blocks
    head = ""
    if blocks and isinstance(blocks[0], tree.Paragraph):
        head = inlines_html(blocks[0].children, style)
        blocks = blocks[1:]
    rest = blocks_html(blocks, style)
    mark = style.number(item.number)
    return f"<li{_anchor(item.number)}>{mark}{box}{head}{rest and chr(10) + rest}</li>"


def _table(table: tree.Table, style: HtmlStyle) -> str:
    def cells(row: tree.Row, tag: str) -> str:
        out = []
        for position, cell in enumerate(row.cells):
            align = table.aligns[position] if position < len(table.aligns) else ""
            attribute = f' align="{align}"' if align else ""
            mark = style.number(row.number) if row.number and position == 0 else ""
            out.append(f"<{tag}{attribute}>{mark}{inlines_html(cell, style)}</{tag}>")
        return "".join(out)

    rows = "\n".join(f"<tr{_anchor(row.number)}>{cells(row, 'td')}</tr>" for row in table.rows)
    header = cells(table.header, "th")
    return f"<table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
