"""PDF through typst: our own typographic template, real footnotes, profile PDF/UA-1.

typst refuses to build a PDF/UA file without alternative texts, a title or a language: a
free gate for accessibility. Typst is imported when first used, because the window must not
wait for it. It works in a thread (it lets go of the interpreter), so that a long document can
be watched and left.
"""

from __future__ import annotations

import importlib
import re
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from indexer import tree
from kb_app.export.errors import ExportFailed
from kb_app.export.material import Material, Piece
from kb_app.export.pdftemplate import COVER, LETTERHEAD, TEMPLATE
from kb_app.export.phrases import (
    admonition,
    citation,
    facts_of,
    long_date,
    note_reference,
    phrase,
    reference,
    running,
)
from kb_app.export.pictures import Picture
from kb_app.export.signs import breakable, without
from kb_app.export.steps import Steps
from kb_app.export.tables import bands, padded, shares, width_of
from kb_app.notes.export import purpose_label
from kb_app.store.errors import DiskFull

MAX_UNKNOWN_SIGNS = 100
MOST_COLUMNS = 8
TEXT_CENTIMETRES = 16.2
PRINT_DOTS = 150
# Seconds that typst takes for a sign of source: only for the bar, measured on our library.
SECONDS_A_SIGN = 3e-6
POLL_SECONDS = 0.05
_UNKNOWN_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED_SIGN = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_NUMBERED = re.compile(r"^(\s*\d+)\.")
FONTS = Path(__file__).parents[1] / "resources" / "fonts"
_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\#$*_`<>@[]~=-+/'\""})
# Joiners of emoji: without a glyph for the whole they only spoil what stands beside them.
_SPECIAL.update({0x200D: "", **{0xFE00 + n: "" for n in range(16)}})


def pdf_steps(material: Material) -> Steps[bytes]:
    """The finished PDF, in steps. Raises ExportFailed when typst refuses the document, and
    DiskFull when its pictures find no room.
    """
    total = 2 * len(material.pieces)
    parts = [_head(material), *_cover(material)]
    for done, piece in enumerate(material.pieces, start=1):
        parts += _piece(piece, material)
        yield done, total
    source = "\n".join(parts) + "\n"
    with tempfile.TemporaryDirectory(prefix="batea-pdf-", ignore_cleanup_errors=True) as folder:
        try:
            for name, picture in _files(material).items():
                (Path(folder) / name).write_bytes(picture.data)
        except OSError as error:
            raise DiskFull() from error
        for _ in range(MAX_UNKNOWN_SIGNS):
            made = yield from _compiled(source, folder, "pdf", len(material.pieces))
            if isinstance(made, bytes):
                return made
            source = _named(source, made, material.lang)
    raise ExportFailed("PDF", "signs")


def first_page(material: Material, dots: int = 96) -> bytes:
    """The first page as a PNG, `dots` an inch: what a person looks at before saving.

    Raises ExportFailed, DiskFull.
    """
    alone = "\n".join((_head(material), *_cover(material), *_piece(material.pieces[0], material)))
    with tempfile.TemporaryDirectory(prefix="batea-pdf-", ignore_cleanup_errors=True) as folder:
        try:
            for name, picture in _files(material).items():
                (Path(folder) / name).write_bytes(picture.data)
            made = _typst().compile(alone.encode(), root=folder, font_paths=_fonts(),
                                    format="png", ppi=dots)  # fmt: skip
        except OSError as error:
            raise DiskFull() from error
        except _typst().TypstError as error:
            raise ExportFailed("PDF", str(error)) from error
    return bytes(made[0] if isinstance(made, list) else made)


def _typst() -> Any:
    return importlib.import_module("typst")


@lru_cache(maxsize=1)
def _fonts() -> Any:
    """Our fonts and those within typst, read once: the same pages on every computer."""
    return _typst().Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def _compiled(source: str, folder: str, form: str, pieces: int) -> Steps[bytes | str]:
    """The bytes, or the signs that no font can show (PDF/UA forbids them). Raises ExportFailed."""
    typst = _typst()
    answer: list[bytes] = []
    failure: list[Exception] = []

    def work() -> None:
        try:
            answer.append(
                typst.compile(
                    source.encode("utf-8"),
                    root=folder,
                    font_paths=_fonts(),
                    format=form,
                    pdf_standards=["ua-1"],
                    timestamp=0,
                )
            )
        except RuntimeError as error:  # TypstError among them
            failure.append(error)

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    begun, expected = time.monotonic(), len(source) * SECONDS_A_SIGN
    while worker.is_alive():
        worker.join(POLL_SECONDS)
        share = min(0.99, (time.monotonic() - begun) / expected)
        yield pieces + int(pieces * share), 2 * pieces
    if answer:
        return bytes(answer[0])
    if not failure:
        raise ExportFailed("PDF", "interrupted")
    unknown = _UNKNOWN_SIGN.search(str(failure[0]))
    if unknown is None:
        raise ExportFailed("PDF", str(failure[0])) from failure[0]
    return unknown.group(1)


def _named(source: str, signs: str, lang: str) -> str:
    """Signs that our fonts do not have (emoji, rare scripts) are named instead: a PDF/UA
    file may not hold what cannot be displayed.
    """
    said = _ESCAPED_SIGN.sub(lambda match: chr(int(match.group(1), 16)), signs)
    for sign in said:
        if not sign.isascii():
            source = without(source, sign, lang)
    return source


def _files(material: Material) -> dict[str, Picture]:
    """The pictures by the names that the typst source gives them."""
    names = _picture_names(material)
    files = {names[name]: picture for name, picture in material.images.items()}
    if material.credits.logo:
        files[f"logo.{material.credits.logo.ending}"] = material.credits.logo
    return files


def _picture_names(material: Material) -> dict[str, str]:
    return {
        name: f"p{number}.{picture.ending}"
        for number, (name, picture) in enumerate(material.images.items(), start=1)
    }


def _filled(template: str, gaps: dict[str, str]) -> str:
    for gap, value in gaps.items():
        template = template.replace(f"{{{gap}}}", value)
    return template


def _head(material: Material) -> str:
    authors = dict.fromkeys(a for p in material.pieces for a in p.edition.front.authors)
    names = ", ".join(f'"{_string(a)}"' for a in authors)
    return _filled(
        TEMPLATE,
        {
            "title": _string(material.title),
            "authors": names + ("," if names else ""),
            "lang": material.lang,
            "plain": "0" if material.brief else "1",
            "running": "" if material.brief else _text(running(material.title)),
            "agency": "" if material.brief else _text(material.credits.agency),
        },
    )


def _cover(material: Material) -> Iterator[str]:
    lang, credits = material.lang, material.credits
    version = "participant" if material.audience == "participant" else "facilitator-version"
    lines = [credits.agency, long_date(credits.date, lang)]
    logo = ""
    if credits.logo:
        alt = _string(credits.agency or material.title)
        height = "1.3cm" if material.brief else "2.4cm"
        name = f"logo.{credits.logo.ending}"
        logo = f'#box(image("{name}", height: {height}, fit: "contain", alt: "{alt}"))'
    if material.brief:
        words = " · ".join(_text(line) for line in lines if line)
        yield _filled(LETTERHEAD, {"logo": logo, "lines": words})
        return
    lines.append(phrase(version, lang))
    yield _filled(
        COVER,
        {
            "logo": f"{logo}\n#v(1cm)" if logo else "",
            "title": _text(material.title),
            "lines": "\n#parbreak()\n".join(
                f"#text(fill: muted, size: 11.5pt)[{_text(line)}]" for line in lines if line
            ),
            "made": _text(phrase("made-with", lang)),
        },
    )
    sections = sum(len(piece.document.sections) for piece in material.pieces)
    if len(material.pieces) > 1 or sections > CONTENTS_FROM:
        depth = 2 if len(material.pieces) <= 4 else 1
        yield f"#outline(title: [{_text(phrase('contents', lang))}], depth: {depth})"
        yield "#pagebreak(weak: true)"


CONTENTS_FROM = 10


def _piece(piece: Piece, material: Material) -> Iterator[str]:
    front, lang = piece.edition.front, piece.edition.lang
    writer = _Writer(piece, material)
    yield f'#[\n#set text(lang: "{lang}")'
    yield f"= {_text(front.title)}"
    if front.summary:
        yield f"#text(size: 12pt, fill: muted, hyphenate: false)[{_text(front.summary)}]\n"
    known = [f"*{_text(label)}:* {_text(value)}" for label, value in facts_of(piece.edition)]
    if known:
        yield "#text(size: 9.5pt)[" + " \\\n".join(known) + "]\n"
    if front.not_measured:
        rows = "\n".join(f"- {_text(row)}" for row in front.not_measured)
        yield f'#boxed("{_string(phrase("unmeasured", lang))}", goldink)[\n{rows}\n]\n'
    for section in piece.document.sections:
        if section.title:
            yield f"== {writer.inlines(section.title)}\n"
        yield from writer.blocks(section.blocks)
    if piece.notes:
        yield f"== {_text(phrase('notes-of-reader', lang))}\n"
        for note in piece.notes:
            quote = f"#quote[{_text(note.exact)}] " if note.exact else ""
            label = _text(purpose_label(note.purpose, lang))
            yield f"- *{label}:* {quote}{_text(note.body)}"
        yield ""
    if piece.sources:
        yield f"== {_text(phrase('sources', lang))}\n"
        yield "#set text(size: 9pt, hyphenate: false)"
        for source in piece.sources:
            yield f"+ {_text(reference(source, address=False))}{_address(source.url)}"
        yield ""
    cite_as = citation(piece.edition)
    if cite_as:
        yield "#v(0.8em)\n#text(size: 9pt, fill: muted, hyphenate: false)[" + (
            f"{_text(phrase('cite-as', lang))}: {_text(cite_as)}]"
        )
    yield "]"


def _address(url: str) -> str:
    return f' #link("{_string(url)}")[{_text(breakable(url, 16))}]' if url else ""


class _Writer:
    """The tree of one piece as typst markup. A source is a footnote the first time and a
    reference to that footnote afterwards. Each call ends in ";": a "(" or "." of the text that
    follows would otherwise be read as part of it.
    """

    def __init__(self, piece: Piece, material: Material) -> None:
        self._piece = piece
        self._images = material.images
        self._names = _picture_names(material)
        self._cited: set[str] = set()

    def blocks(self, blocks: tuple[tree.Block, ...]) -> Iterator[str]:
        for block in blocks:
            yield self._block(block) + "\n"

    def _joined(self, blocks: tuple[tree.Block, ...]) -> str:
        return "\n".join(self.blocks(blocks))

    def _block(self, block: tree.Block) -> str:
        lang = self._piece.edition.lang
        match block:
            case tree.Paragraph(children, number):
                return (f"#pni({number});" if number else "") + self.inlines(children)
            case tree.Heading(level, children):
                return f"{'=' * min(level, 6)} {self.inlines(children)}"
            case tree.ListBlock():
                return self._list(block)
            case tree.Table():
                return "\n".join(self._table(part) for part in bands(block, MOST_COLUMNS))
            case tree.Quote(inner):
                return f"#quote(block: true)[\n{self._joined(inner)}\n]"
            case tree.Admonition(kind, inner, title):
                head = _string(title or admonition(kind, lang))
                color = "goldink" if kind == "facilitator" else "jade"
                return f'#boxed("{head}", {color})[\n{self._joined(inner)}\n]'
            case tree.CodeBlock(text):
                return f'#raw(block: true, "{_string(text)}")'
            case tree.Rule():
                return "#line(length: 100%, stroke: 0.5pt + rulecolor)"

    def _list(self, block: tree.ListBlock) -> str:
        rows = []
        for item in block.items:
            mark = f"#pni({item.number});" if item.number else ""
            if item.checked is not None:
                mark += "☑ " if item.checked else "☐ "
            rows.append(f"[{mark}{self._joined(item.blocks)}]")
        if any(item.checked is not None for item in block.items):
            return f"#list(marker: none, {', '.join(rows)})"
        if block.ordered:
            return f"#enum(start: {block.start}, {', '.join(rows)})"
        return f"#list({', '.join(rows)})"

    def _table(self, table: tree.Table) -> str:
        columns = width_of(table)
        points = 9.5 if columns <= 4 else 8.5 if columns <= 6 else 7.5
        widths = ", ".join(f"{share:.4f}fr" for share in shares(table))
        aligns = ", ".join(a or "left" for a in (*table.aligns, *("",) * columns)[:columns])
        # How many signs a column holds before a word must be broken by force.
        room = [max(4, int(share * TEXT_CENTIMETRES * 28.35 / points / 0.62))
                for share in shares(table)]  # fmt: skip

        def cells(row: tree.Row) -> str:
            mark = f"#pni({row.number});" if row.number else ""
            made = [f"[{mark * (n == 0)}{self.inlines(cell, room[n])}]"
                    for n, cell in enumerate(padded(row, columns))]  # fmt: skip
            return ", ".join(made)

        rows = ",\n".join(cells(row) for row in table.rows)
        return (
            f"#text(size: {points}pt)[#table(columns: ({widths},), align: ({aligns},),\n"
            f"table.header({cells(table.header)}),\n{rows})]"
        )

    def inlines(self, inlines: tuple[tree.Inline, ...], longest: int = 40) -> str:
        out: list[str] = []
        for node in inlines:
            match node:
                case tree.Text(text):
                    out.append(_text(breakable(text, longest)))
                case tree.Strong(children):
                    out.append(f"#strong[{self.inlines(children, longest)}];")
                case tree.Emphasis(children):
                    out.append(f"#emph[{self.inlines(children, longest)}];")
                case tree.Code(text):
                    out.append(f'#raw("{_string(breakable(text, longest))}");')
                case tree.Link(href, children):
                    shown = self.inlines(children, longest)
                    web = href.startswith(("http", "mailto"))
                    out.append(f'#link("{_string(href)}")[{shown}];' if web else shown)
                case tree.Image(name, alt):
                    out.append(self._image(name, alt))
                case tree.Cite(source):
                    if out and out[-1].startswith("#footnote"):
                        out.append("#comma;")
                    out.append(self._cite(source))
                case tree.LineBreak():
                    out.append("#linebreak();")
        return "".join(out)

    def _image(self, name: str, alt: str) -> str:
        picture = self._images.get(name)
        if picture is None:
            return f"#emph[\\[{_text(alt)}\\]];"
        share = min(1.0, picture.width / PRINT_DOTS * 2.54 / TEXT_CENTIMETRES)
        return f'#shown("{self._names[name]}", {share:.1%}, "{_string(alt)}");'

    def _cite(self, source_id: str) -> str:
        source = self._piece.edition.front.source(source_id)
        if source is None:
            return ""
        label = f"{self._piece.edition.lang}-{self._piece.edition.uid[:8]}-{source_id}"
        if source_id in self._cited:
            return f"#footnote(<{label}>);"
        self._cited.add(source_id)
        words = _text(note_reference(source))
        shown = f'#link("{_string(source.url)}")[{words}]' if source.url else words
        return f'#footnote[{shown}]#label("{label}");'


def _text(text: str) -> str:
    """Words as typst markup: every character that means something is escaped, also the point
    of a number at the beginning, which would make a list.
    """
    return _NUMBERED.sub(r"\1\.", text.translate(_SPECIAL))


def _string(text: str) -> str:
    """Words inside a typst string."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
