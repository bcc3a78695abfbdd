"""Two to four cases field by field, as one document that the reader and every export show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer import tree
from indexer.documents import Edition

MOST = 4
SECTIONS = ("context", "actions", "results", "limits", "conditions")
_TITLES = {
    "context": ("Contexto", "Context"),
    "actions": ("Qué se hizo", "What was done"),
    "results": ("Resultados", "Results"),
    "not-measured": ("Lo que nadie midió", "What nobody measured"),
    "limits": ("Dificultades y límites", "Difficulties and limits"),
    "conditions": ("Qué lo hizo posible", "What made it possible"),
}
_NOTHING = ("El caso no lo dice.", "The case does not say.")
_ORDER = ("context", "actions", "results", "not-measured", "limits", "conditions")


def compared(editions: Sequence[Edition], lang: str) -> tree.Document:
    """A section for each field, in it a table with a column for each case."""
    english = lang == "en"
    header = tree.Row(tuple((tree.Text(edition.front.title),) for edition in editions))
    sections = []
    for name in _ORDER:
        cells = tuple(_cell(edition, name, english) for edition in editions)
        table = tree.Table(header, (tree.Row(cells),))
        title = (tree.Text(_TITLES[name][english]),)
        sections.append(tree.Section(name, title, (table,)))
    return tree.Document(tuple(sections))


def _cell(edition: Edition, name: str, english: bool) -> tuple[tree.Inline, ...]:
    if name == "not-measured":
        lines: list[tuple[tree.Inline, ...]] = [
            (tree.Text(f"• {text}"),) for text in edition.front.not_measured
        ]
    else:
        section = edition.document().section(name)
        lines = list(_lines(section.blocks)) if section else []
    out: list[tree.Inline] = []
    for line in lines:
        if out:
            out += [tree.LineBreak(), tree.LineBreak()]
        out += line
    return tuple(out) or (tree.Emphasis((tree.Text(_NOTHING[english]),)),)


def _lines(blocks: Iterable[tree.Block]) -> Iterable[tuple[tree.Inline, ...]]:
    """Paragraphs, items and rows as lines; marks of sources belong to their own text."""
    for block in blocks:
        match block:
            case tree.Paragraph(children) | tree.Heading(_, children):
                yield _without_cites(children)
            case tree.ListBlock(items):
                for item in items:
                    for number, line in enumerate(_lines(item.blocks)):
                        yield (tree.Text("• "), *line) if number == 0 else line
            case tree.Table(_, rows):
                for row in rows:
                    yield (tree.Text(tree.row_text(row)),)
            case tree.Quote(inner) | tree.Admonition(_, inner):
                yield from _lines(inner)
            case tree.CodeBlock(text):
                yield (tree.Text(text),)
            case tree.Rule():
                pass


def _without_cites(inlines: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    return tuple(node for node in inlines if not isinstance(node, tree.Cite))
