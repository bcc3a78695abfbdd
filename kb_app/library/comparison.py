"""Two to four texts field by field, as one document that the reader and every export show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer import tree
from indexer.documents import Edition
from indexer.rules.body import SECTIONS

MOST = 4
NOT_MEASURED, FACTS = "not-measured", "facts"
_FIELDS = {
    "case_study": ("context", "actions", "results", NOT_MEASURED, "limits", "conditions"),
    "country": (FACTS, NOT_MEASURED, "law", "agencies", "minerals", "counted", "not-known"),
    "module": ("objectives", "key-ideas", "misconceptions"),
}
_TITLES = {
    NOT_MEASURED: ("Lo que nadie midió", "What nobody measured"),
    FACTS: ("Datos clave", "Key facts"),
} | {row[0]: (row[1], row[2]) for rows in SECTIONS.values() for row in rows}
_FACT = ("Dato", "Fact")
_NOTHING = ("El texto no lo dice.", "The text does not say.")


def compared(editions: Sequence[Edition], lang: str) -> tree.Document:
    """A section for each field of their kinds, in it a table with a column for each text."""
    english = lang == "en"
    kinds = [kind for kind in _FIELDS if any(e.front.kind == kind for e in editions)]
    fields = dict.fromkeys(name for kind in kinds for name in _FIELDS[kind])
    header = tuple((tree.Text(edition.front.title),) for edition in editions)
    sections = []
    for name in fields:
        if name == FACTS:
            label = (tree.Text(_FACT[english]),)
            table = tree.Table(tree.Row((label, *header)), _fact_rows(editions, english))
        else:
            cells = tuple(_cell(edition, name, english) for edition in editions)
            table = tree.Table(tree.Row(header), (tree.Row(cells),))
        title = (tree.Text(_TITLES[name][english]),)
        sections.append(tree.Section(name, title, (table,)))
    return tree.Document(tuple(sections))


def _fact_rows(editions: Sequence[Edition], english: bool) -> tuple[tree.Row, ...]:
    """A row for each key fact: profiles name the same facts by the same ids."""
    known = [{fact.id: fact for fact in edition.front.facts} for edition in editions]
    labels = {fact.id: fact.label for facts in reversed(known) for fact in facts.values()}
    order = dict.fromkeys(fact for facts in known for fact in facts)
    return tuple(
        tree.Row(
            (
                (tree.Strong((tree.Text(labels[fact]),)),),
                *((tree.Text(f[fact].value),) if fact in f else _nothing(english) for f in known),
            )
        )
        for fact in order
    )


def _nothing(english: bool) -> tuple[tree.Inline, ...]:
    return (tree.Emphasis((tree.Text(_NOTHING[english]),)),)


def _cell(edition: Edition, name: str, english: bool) -> tuple[tree.Inline, ...]:
    if name == NOT_MEASURED:
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
    return tuple(out) or _nothing(english)


def _lines(blocks: Iterable[tree.Block]) -> Iterable[tuple[tree.Inline, ...]]:
    """Paragraphs, items and rows as lines. Marks of sources belong to their own text; what is
    for the facilitator stays out: a comparison is handed over.
    """
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
            case tree.Quote(inner) | tree.Admonition("analysis", inner):
                yield from _lines(inner)
            case tree.CodeBlock(text):
                yield (tree.Text(text),)
            case tree.Rule() | tree.Admonition():
                pass


def _without_cites(inlines: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    return tuple(node for node in inlines if not isinstance(node, tree.Cite))
