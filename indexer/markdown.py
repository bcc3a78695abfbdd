"""Markdown to the one sanitised tree: the only parser and the only sanitiser.

Python-Markdown with raw HTML switched off, then nh3 (an allow list), then `indexer.tree`,
which can express nothing else. Links keep only http, https, mailto, `#id` and
`batea:<uid>`; images only a file name in the media folder. Notation beyond plain
Markdown: `{#id minutes=30 group=4-6}` on headings, `!!! analysis` and `!!! facilitator`
blocks, `[^S1]` citations of the front matter's sources, `- [x]` answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element as XmlElement

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from indexer import tree
from indexer.errors import DocumentUnreadable

MAX_NESTING = 30
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HEADING_ATTRIBUTES = {"id", "minutes", "group"}
_TAGS = {
    *_HEADINGS, "p", "div", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br",
    "em", "strong", "a", "img", "sup", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {
    **dict.fromkeys(_HEADINGS, _HEADING_ATTRIBUTES),
    "p": {"class"},
    "div": {"class"},
    "ol": {"start"},
    "a": {"href"},
    "img": {"src", "alt"},
    "sup": {"data-cite"},
    "th": {"align"},
    "td": {"align"},
}
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_HREF = re.compile(r"(?:https?://[^\s]+|mailto:[^\s]+|#[A-Za-z0-9_-]+|batea:[0-9a-f-]{36})", re.I)
_MEDIA = re.compile(r"(?:\.\./)?(?:media/)?([A-Za-z0-9][A-Za-z0-9._-]{0,119})")
# Beginning with the end of the line before: so only ends of lines are tried.
_TOO_DEEP = re.compile(rf"\n(?:(?:[ \t]*>){{{MAX_NESTING}}}|[ \t]{{{4 * MAX_NESTING},}}\S)")
_INLINE = re.compile(r"[\\`*_<>&\[\]!\x02\x03]|  \n")
_TASK = re.compile(r"\[([ xX])\]\s+")
_BRACKETS = re.compile(r"\\.|\n[ \t]*\n|[][()]")


class _CiteProcessor(InlineProcessor):
    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[XmlElement, int, int]:
        element = XmlElement("sup")
        element.set("data-cite", match.group(1))
        return element, match.start(0), match.end(0)


class _PlainText(Treeprocessor):
    """Text without a mark of any inline notation is not searched for each in turn."""

    def run(self, root: XmlElement) -> None:
        for element in root.iter():
            if element.text and not _INLINE.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _INLINE.search(element.tail):
                element.tail = AtomicString(element.tail)


class _BateaMarkdown(Extension):
    """Raw HTML off, citations on."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(
            _CiteProcessor(r"\[\^([A-Za-z][A-Za-z0-9_-]{0,31})\]", md), "cite", 175
        )
        md.treeprocessors.register(_PlainText(md), "plain", 25)  # before "inline"


def safe_href(href: str) -> str:
    """The address if the URL rule lets it pass, else ""."""
    return href if _HREF.fullmatch(href) else ""


def safe_media_name(src: str) -> str:
    """The media file's bare name if `src` names one, else ""."""
    match = _MEDIA.fullmatch(src)
    return match.group(1) if match and ".." not in match.group(1) else ""


def is_too_deep(body: str) -> bool:
    """Whether quotes, indents or open brackets nest deeper than `MAX_NESTING`.

    Seen without parsing: Python-Markdown looks for the end of each open bracket of a
    paragraph anew, so that 16 kB of "[" keep it busy for most of a minute.
    """
    if _TOO_DEEP.search(f"\n{body}"):
        return True
    if not any(_has_many_brackets(paragraph) for paragraph in body.split("\n\n")):
        return False
    square = round_ = 0
    for mark in _BRACKETS.findall(body):
        match mark:
            case "[":
                square += 1
            case "]":
                square = max(0, square - 1)
            case "(":
                round_ += 1
            case ")":
                round_ = max(0, round_ - 1)
            case _ if mark[0] == "\n":
                square = round_ = 0
        if max(square, round_) > MAX_NESTING:
            return True
    return False


def _has_many_brackets(text: str) -> bool:
    return text.count("[") > MAX_NESTING or text.count("(") > MAX_NESTING


@lru_cache(maxsize=48)
def parse(body: str) -> tree.Document:
    """The sanitised tree of a Markdown body (without front matter).

    Pure, and remembered for the bodies read last. Raises DocumentUnreadable (too-deep).
    """
    if is_too_deep(body):
        raise DocumentUnreadable("", "too-deep")
    try:
        converter = Markdown(
            extensions=[
                "admonition",
                "attr_list",
                "sane_lists",
                TableExtension(use_align_attribute=True),
                _BateaMarkdown(),
            ],
            output_format="xhtml",
        )
        html = nh3.clean(
            converter.convert(body),
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes={"http", "https", "mailto", "batea"},
            link_rel=None,
        )
        parser = _NodeParser()
        parser.feed(html)
        parser.close()
        return _TreeBuilder().document(parser.root)
    except RecursionError:
        raise DocumentUnreadable("", "too-deep") from None


@dataclass
class _Node:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Node | str] = field(default_factory=list)

    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)

    def elements(self) -> list[_Node]:
        return [c for c in self.children if isinstance(c, _Node)]


class _NodeParser(HTMLParser):
    """nh3's output is well formed: a stack is enough."""

    _VOID = frozenset({"br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("root")
        self._stack = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, {name: value or "" for name, value in attrs})
        self._stack[-1].children.append(node)
        if tag not in self._VOID:
            self._stack.append(node)
            if len(self._stack) > 4 * MAX_NESTING:
                raise DocumentUnreadable("", "too-deep")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._VOID and len(self._stack) > 1:
            self._stack.pop()

    def handle_data(self, data: str) -> None:
        self._stack[-1].children.append(data)


_BLOCK_TAGS = {"p", "div", "ul", "ol", "blockquote", "pre", "hr", "table", *_HEADINGS}


class _TreeBuilder:
    """From parsed nodes to the tree, numbering units on the way."""

    def __init__(self) -> None:
        self._number = 0

    def document(self, root: _Node) -> tree.Document:
        sections: list[tree.Section] = []
        current: _Node | None = None
        pending: list[_Node | str] = []

        def close() -> None:
            blocks = self._blocks(pending)
            if current is None:
                if blocks:
                    sections.append(tree.Section("", (), blocks))
            else:
                attributes = _heading_attributes(current)
                section_id = attributes.pop("id", "")
                title = self._inlines(current.children)
                sections.append(tree.Section(section_id, title, blocks, attributes))

        for child in root.children:
            if isinstance(child, _Node) and child.tag in ("h1", "h2"):
                close()
                current, pending = child, []
            else:
                pending.append(child)
        close()
        return tree.Document(tuple(sections))

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _blocks(self, nodes: list[_Node | str]) -> tuple[tree.Block, ...]:
        blocks: list[tree.Block] = []
        loose: list[_Node | str] = []

        def flush() -> None:
            if any(not isinstance(n, str) or n.strip() for n in loose):
                blocks.append(tree.Paragraph(self._inlines(loose), self._next()))
            loose.clear()

        for node in nodes:
            if isinstance(node, _Node) and node.tag in _BLOCK_TAGS:
                flush()
                blocks.extend(self._block(node))
            else:
                loose.append(node)
        flush()
        return tuple(blocks)

    def _block(self, node: _Node) -> list[tree.Block]:
        match node.tag:
            case "p":
                if not node.text().strip() and not node.elements():
                    return []
                return [tree.Paragraph(self._inlines(node.children), self._next())]
            case "ul" | "ol":
                items = tuple(self._item(n) for n in node.elements() if n.tag == "li")
                start = node.attributes.get("start", "1")
                first = int(start) if start.isdecimal() and len(start) < 7 else 1
                return [tree.ListBlock(items, node.tag == "ol", first)]
            case "blockquote":
                return [tree.Quote(self._blocks(node.children))]
            case "pre":
                return [tree.CodeBlock(node.text().rstrip("\n"))]
            case "hr":
                return [tree.Rule()]
            case "table":
                return [self._table(node)]
            case "div":
                return self._admonition(node)
            case _:
                attributes = _heading_attributes(node)
                heading_id = attributes.pop("id", "")
                children = self._inlines(node.children)
                return [tree.Heading(_HEADINGS[node.tag], children, heading_id, attributes)]

    def _admonition(self, node: _Node) -> list[tree.Block]:
        classes = node.attributes.get("class", "").split()
        if not classes or classes[0] != "admonition":
            return list(self._blocks(node.children))
        kind = classes[1] if len(classes) > 1 and classes[1].isalnum() else "note"
        children = list(node.children)
        title = ""
        for child in node.elements():
            if child.attributes.get("class") == "admonition-title":
                children.remove(child)
                title = child.text().strip()
                break
        if title == kind.capitalize():
            title = ""
        return [tree.Admonition(kind, self._blocks(children), title)]

    def _item(self, node: _Node) -> tree.Item:
        number = self._next()
        children = list(node.children)
        first: list[_Node | str] = []
        while children and not (isinstance(children[0], _Node) and children[0].tag in _BLOCK_TAGS):
            first.append(children.pop(0))
        head = children[0] if children else None
        if not any(not isinstance(n, str) or n.strip() for n in first):
            first = []
            if isinstance(head, _Node) and head.tag == "p":
                children.pop(0)
                first = list(head.children)
        checked = _take_task_mark(first)
        blocks: list[tree.Block] = []
        if first:
            blocks.append(tree.Paragraph(self._inlines(first)))
        blocks.extend(self._blocks(children))
        return tree.Item(tuple(blocks), number, checked)

    def _table(self, node: _Node) -> tree.Table:
        header = tree.Row(())
        rows: list[tree.Row] = []
        aligns: tuple[str, ...] = ()
        for part in node.elements():
            for row in part.elements() if part.tag != "tr" else [part]:
                cells = tuple(self._inlines(cell.children) for cell in row.elements())
                if part.tag == "thead":
                    header = tree.Row(cells)
                    aligns = tuple(c.attributes.get("align", "") for c in row.elements())
                else:
                    rows.append(tree.Row(cells, self._next()))
        return tree.Table(header, tuple(rows), aligns)

    def _inlines(self, nodes: list[_Node | str]) -> tuple[tree.Inline, ...]:
        out: list[tree.Inline] = []
        for node in nodes:
            if isinstance(node, str):
                _append_text(out, re.sub(r"\s+", " ", node))
            else:
                out.extend(self._inline(node))
        return _trimmed(out)

    def _inline(self, node: _Node) -> tuple[tree.Inline, ...]:
        match node.tag:
            case "em":
                return (tree.Emphasis(self._inlines(node.children)),)
            case "strong":
                return (tree.Strong(self._inlines(node.children)),)
            case "code":
                return (tree.Code(node.text()),)
            case "br":
                return (tree.LineBreak(),)
            case "sup":
                return (tree.Cite(node.attributes.get("data-cite", "")),)
            case "img":
                name = safe_media_name(node.attributes.get("src", ""))
                alt = node.attributes.get("alt", "")
                return (tree.Image(name, alt),) if name else (tree.Text(alt),)
            case "a":
                href = safe_href(node.attributes.get("href", ""))
                children = self._inlines(node.children)
                return (tree.Link(href, children),) if href else children
            case _:
                return self._inlines(node.children)


def _append_text(out: list[tree.Inline], text: str) -> None:
    last = out[-1] if out else None
    if isinstance(last, tree.Text):
        out[-1] = tree.Text(last.text + text)
    elif text:
        out.append(tree.Text(text))


def _trimmed(out: list[tree.Inline]) -> tuple[tree.Inline, ...]:
    """Leave the words as they are; drop only the empty text nodes."""
    return tuple(n for n in out if not (isinstance(n, tree.Text) and not n.text))


def _take_task_mark(first: list[_Node | str]) -> bool | None:
    for position, node in enumerate(first):
        if isinstance(node, str) and not node.strip():
            continue
        match = _TASK.match(node.lstrip()) if isinstance(node, str) else None
        if match and isinstance(node, str):
            first[position] = node.lstrip()[match.end() :]
            return match.group(1) != " "
        return None
    return None


def _heading_attributes(node: _Node) -> dict[str, Any]:
    attributes = {k: v for k, v in node.attributes.items() if k in _HEADING_ATTRIBUTES and v}
    if "id" in attributes and not _ID.fullmatch(attributes["id"]):
        del attributes["id"]
    return attributes
