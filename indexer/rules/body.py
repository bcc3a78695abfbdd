"""Rules for the body of one file: headings, citations, knowledge checks, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from indexer import tree
from indexer.documents import Edition
from indexer.rules.problem import Problem, Problems

# Section id, Spanish and English heading, whether a snapshot has it too.
CASE_SECTIONS = (
    ("context", "Contexto", "Context", True),
    ("actions", "Qué se hizo", "What was done", True),
    ("results", "Resultados", "Results", True),
    ("limits", "Dificultades y límites", "Difficulties and limits", True),
    ("conditions", "Qué lo hizo posible", "What made it possible", False),
    ("for-your-country", "Para su país", "For your country", True),
    ("questions", "Preguntas para el taller", "Questions for the workshop", True),
    ("vocabulary", "Palabras del lugar", "Local words", False),
)
MODULE_SECTIONS = (
    ("objectives", "Objetivos", "Objectives", True),
    ("key-ideas", "Ideas clave", "Key ideas", True),
    ("activities", "Actividades", "Activities", True),
    ("misconceptions", "Ideas equivocadas", "Misconceptions", True),
    ("check", "Comprobación", "Knowledge check", True),
    ("handouts", "Materiales para repartir", "Handouts", True),
)
COUNTRY_SECTIONS = (
    ("law", "La ley", "The law", True),
    ("agencies", "Instituciones", "Institutions", True),
    ("minerals", "Minerales y lugares", "Minerals and places", True),
    ("counted", "Lo que se ha contado", "What has been counted", True),
    ("not-known", "Lo que no se sabe", "What is not known", True),
    ("workshop", "Para el taller", "For the workshop", True),
)
SECTIONS = {"case_study": CASE_SECTIONS, "module": MODULE_SECTIONS, "country": COUNTRY_SECTIONS}
CITED_SECTIONS = {
    "case_study": {"actions", "results", "limits"},
    "module": {"key-ideas"},
    "country": {"law", "agencies", "minerals", "counted"},
}
ADMONITIONS = {"analysis", "facilitator"}
MIN_ACTIVITIES = 2
_HTML = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9]*[\s/>]|!--)")
_DEFINITION = re.compile(r"^\[\^[^\]]+\]:")
_STEP_MINUTES = re.compile(r"^\((\d+) min\)")
_MARKUP = re.compile(
    r"\[\^[^\]]*\]|\{[#:][^}]*\}|[*_`#>|]|^\s*(?:[-+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?"
)


def body_problems(path: Path, edition: Edition) -> Problems:
    """Every rule of the body that this file breaks."""
    document = edition.document()
    lines = _Lines(edition)
    yield from _written(path, edition)
    yield from _headings(path, edition, document, lines)
    yield from _citations(path, edition, document, lines)
    yield from _inline_problems(path, edition, document, lines)
    if edition.front.kind == "module":
        yield from _module(path, document, lines)


class _Lines:
    """Finds the line of the file on which some words of the tree stand."""

    def __init__(self, edition: Edition) -> None:
        self._first = edition.body_line
        self._lines = [_plain(line) for line in edition.body.split("\n")]

    def of(self, text: str) -> int:
        start = _plain(text)[:40]
        if start:
            for position, line in enumerate(self._lines):
                if start[: len(line)] and (line.startswith(start) or start in line):
                    return self._first + position
        return self._first


def _plain(line: str) -> str:
    return " ".join(_MARKUP.sub(" ", line).split())


def _written(path: Path, edition: Edition) -> Problems:
    for position, line in enumerate(edition.body.split("\n")):
        at = edition.body_line + position
        if _DEFINITION.match(line):
            yield Problem(path, at, "body", "hand-written-footnote")
        if _HTML.search(re.sub(r"`[^`]*`", "", line)):
            yield Problem(path, at, "body", "raw-html")


def _headings(path: Path, edition: Edition, document: tree.Document, lines: _Lines) -> Problems:
    kind = edition.front.kind
    rules = SECTIONS.get(kind, CASE_SECTIONS)
    english = edition.lang != "es"
    titles = {row[0]: row[2] if english else row[1] for row in rules}
    snapshot = edition.front.depth == "snapshot"
    found = [section.id for section in document.sections]
    if re.search(r"^# ", edition.body, re.M):
        yield Problem(path, lines.of(""), "body", "level-1-heading")
    for section in document.sections:
        title = tree.inline_text(section.title)
        line = lines.of(title)
        if not section.title:
            yield Problem(path, edition.body_line, "body", "text-before-heading")
        elif section.id not in titles:
            yield Problem(path, line, "body", "unknown-section", title, ", ".join(titles))
        elif title != titles[section.id]:
            yield Problem(path, line, section.id, "section-title", title, titles[section.id])
        elif not section.blocks:
            yield Problem(path, line, section.id, "empty-section", title)
    for section_id, _, _, always in rules:
        if section_id not in found and (always or not snapshot):
            yield Problem(
                path, edition.body_line, section_id, "missing-section", expected=titles[section_id]
            )
    known = [s for s in found if s in titles]
    order = [row[0] for row in rules if row[0] in known]
    if known != order and sorted(known) == sorted(order):
        yield Problem(path, edition.body_line, "body", "section-order", expected=", ".join(order))
    for repeated in {s for s in known if known.count(s) > 1}:
        yield Problem(path, edition.body_line, repeated, "repeated-section", repeated)
    analysis = document.section("for-your-country")
    if analysis and not any(isinstance(b, tree.Admonition) for b in analysis.blocks):
        line = lines.of(tree.inline_text(analysis.title))
        yield Problem(path, line, "for-your-country", "analysis-not-marked")


def _citations(path: Path, edition: Edition, document: tree.Document, lines: _Lines) -> Problems:
    defined = {source.id for source in edition.front.sources}
    cited: set[str] = set()
    wanted = CITED_SECTIONS.get(edition.front.kind, CITED_SECTIONS["case_study"])
    for unit in tree.units(document):
        cited.update(unit.cites)
        for source in unit.cites:
            if source not in defined:
                yield Problem(path, lines.of(unit.text), unit.section, "undefined-source", source)
        must_cite = unit.section in wanted and unit.number and not unit.in_admonition
        if must_cite and not unit.cites and states_a_fact(unit.text):
            yield Problem(path, lines.of(unit.text), unit.section, "uncited-claim", unit.text[:60])
    for fact in edition.front.facts:
        cited.update(fact.sources)
        for source in fact.sources:
            if source not in defined:
                yield Problem(path, edition.data.line("facts"), "facts", "undefined-source", source)
    for position, source_row in enumerate(edition.front.sources):
        if source_row.id not in cited:
            where = f"sources.{position}"
            yield Problem(path, edition.data.line(where), where, "unused-source", source_row.id)


def states_a_fact(text: str) -> bool:
    """Whether a paragraph holds a figure, a date or a name (a capital inside a sentence)."""
    if re.search(r"\d", text):
        return True
    return bool(re.search(r"(?<![.!?:«“\"¿¡(] )(?<!^)\b[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,}", text))


def _inline_problems(
    path: Path, edition: Edition, document: tree.Document, lines: _Lines
) -> Problems:
    ids = {section.id for section in document.sections} | {
        block.id for section in document.sections for block in _walk(section.blocks)
        if isinstance(block, tree.Heading)
    }  # fmt: skip
    media = {str(row.get("name")) for row in edition.data.values.get("media") or []}
    folder = path.parents[1] / "media"
    for section in document.sections:
        for block in _walk(section.blocks):
            if isinstance(block, tree.Admonition) and block.kind not in ADMONITIONS:
                known = ", ".join(sorted(ADMONITIONS))
                line = lines.of(f"!!! {block.kind}")
                yield Problem(path, line, section.id, "unknown-admonition", block.kind, known)
            for inline in _inlines(block):
                match inline:
                    case tree.Link(href, _) if href.startswith("#") and href[1:] not in ids:
                        yield Problem(path, lines.of(href), section.id, "broken-link", href)
                    case tree.Image(name, alt):
                        line = lines.of(alt)
                        if not (folder / name).is_file():
                            yield Problem(path, line, section.id, "missing-image", name)
                        if not alt:
                            yield Problem(path, line, section.id, "image-without-alt", name)
                        if name not in media:
                            yield Problem(path, line, section.id, "image-without-license", name)


def _module(path: Path, document: tree.Document, lines: _Lines) -> Problems:
    activities = document.section("activities")
    headings = [b for b in activities.blocks if isinstance(b, tree.Heading)] if activities else []
    timed = [h for h in headings if h.id.startswith("activity-")]
    if activities and len(timed) < MIN_ACTIVITIES:
        yield Problem(path, lines.of("Actividades"), "activities", "too-few-activities")
    for heading, blocks in _under(activities, "activity-"):
        title = tree.inline_text(heading.children)
        minutes = heading.attributes.get("minutes", "")
        if not minutes.isdecimal():
            yield Problem(path, lines.of(title), "activities", "activity-without-minutes", title)
            continue
        steps = [
            int(match.group(1))
            for block in blocks
            if isinstance(block, tree.ListBlock) and block.ordered
            for item in block.items
            if (match := _STEP_MINUTES.match(_first_text(item)))
        ]
        if steps and sum(steps) != int(minutes):
            yield Problem(
                path, lines.of(title), "activities", "activity-minutes", str(sum(steps)), minutes
            )
    for heading, blocks in _under(document.section("check"), "check-"):
        title = tree.inline_text(heading.children)
        answers = [
            item
            for block in blocks
            if isinstance(block, tree.ListBlock)
            for item in block.items
            if item.checked is not None
        ]
        if len(answers) < 2:
            yield Problem(path, lines.of(title), "check", "check-without-answers", title)
        elif not any(item.checked for item in answers):
            yield Problem(path, lines.of(title), "check", "check-without-key", title)
        if not any(isinstance(block, tree.Quote) for block in blocks):
            yield Problem(path, lines.of(title), "check", "check-without-reason", title)


def _under(
    section: tree.Section | None, prefix: str
) -> Iterator[tuple[tree.Heading, list[tree.Block]]]:
    """Each heading of a section whose id begins so, with the blocks below it."""
    heading: tree.Heading | None = None
    blocks: list[tree.Block] = []
    for block in section.blocks if section else ():
        if isinstance(block, tree.Heading):
            if heading is not None:
                yield heading, blocks
            heading, blocks = (block if block.id.startswith(prefix) else None), []
        else:
            blocks.append(block)
    if heading is not None:
        yield heading, blocks


def _first_text(item: tree.Item) -> str:
    first = item.blocks[0] if item.blocks else None
    return tree.inline_text(first.children) if isinstance(first, tree.Paragraph) else ""


def _walk(blocks: tuple[tree.Block, ...]) -> Iterator[tree.Block]:
    for block in blocks:
        yield block
        match block:
            case tree.ListBlock(items):
                for item in items:
                    yield from _walk(item.blocks)
            case tree.Quote(inner) | tree.Admonition(_, inner, _):
                yield from _walk(inner)


def _inlines(block: tree.Block) -> Iterator[tree.Inline]:
    match block:
        case tree.Paragraph(children) | tree.Heading(_, children):
            yield from _deep(children)
        case tree.Table(header, rows):
            for row in (header, *rows):
                for cell in row.cells:
                    yield from _deep(cell)


def _deep(inlines: tuple[tree.Inline, ...]) -> Iterator[tree.Inline]:
    for inline in inlines:
        yield inline
        match inline:
            case tree.Strong(children) | tree.Emphasis(children) | tree.Link(_, children):
                yield from _deep(children)
