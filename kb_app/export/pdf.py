"""PDF through typst: our own typographic template, real footnotes, profile PDF/UA-1.

typst refuses to build a PDF/UA file without alternative texts, a title or a language: a
free gate for accessibility. Typst is imported when first used, because the window must not
wait for it.
"""

from __future__ import annotations

import importlib
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from indexer import tree
from kb_app.export.errors import ExportFailed
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import admonition, citation, phrase, reference
from kb_app.notes.export import purpose_label

MAX_UNKNOWN_SIGNS = 100
_UNKNOWN_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED_SIGN = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
FONTS = Path(__file__).parents[1] / "resources" / "fonts"
_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\#$*_`<>@[]~=-+/'\""})
# Joiners of emoji: without a glyph for the whole they only spoil what stands beside them.
_SPECIAL.update({0x200D: "", **{0xFE00 + n: "" for n in range(16)}})

_TEMPLATE = """
#let jade = rgb("#1F6F5C")
#let gold = rgb("#A66A00")
#let muted = rgb("#5B666B")
#let rulecolor = rgb("#E3DED3")
#set document(title: "{title}", author: ({authors}), keywords: ("Batea",))
#set text(lang: "{lang}", size: 10.5pt, font: ("Atkinson Hyperlegible", "Libertinus Serif"),
  hyphenate: true)
#set par(justify: false, leading: 0.68em, spacing: 1.05em)
#set page(paper: "us-letter", margin: (left: 3cm, right: 2.4cm, top: 2.4cm, bottom: 2.4cm),
  numbering: "1",
  header: context if counter(page).get().first() > 1 [
    #set text(size: 8.5pt, fill: muted)
    #grid(columns: (1fr, auto), [{running}], [{agency}])
    #v(-0.6em)
    #line(length: 100%, stroke: 0.5pt + rulecolor)
  ])
#set heading(numbering: none)
#show heading.where(level: 1): it => [#pagebreak(weak: true) #v(1em)
  #text(size: 20pt, weight: "bold", hyphenate: false, it.body) #v(0.6em)]
#show heading.where(level: 2): it => block(sticky: true, above: 2em, below: 1em,
  text(size: 13.5pt, weight: "bold", fill: jade, it.body))
#show heading.where(level: 3): it => block(sticky: true, above: 1.6em, below: 0.8em,
  text(size: 11.5pt, weight: "bold", it.body))
#set super(typographic: false)
#show link: it => text(fill: jade, it)
#show footnote.entry: it => text(size: 8.5pt, it)
#set table(stroke: 0.5pt + rulecolor, inset: 6pt)
#show table.cell.where(y: 0): strong
#let pn(n) = place(left, dx: -1.15cm, text(size: 7.5pt, fill: muted, str(n)))
#let comma = super[, ]
#let boxed(title, color, body) = block(width: 100%, breakable: true, inset: (x: 10pt, y: 8pt),
  stroke: (left: 2.5pt + color), fill: rgb("#FBF9F4"))[
  #text(size: 9pt, weight: "bold", fill: color, title) #parbreak() #body]
"""


def pdf(material: Material) -> bytes:
    """The finished PDF. Raises ExportFailed when typst refuses the document."""
    typst = importlib.import_module("typst")
    with tempfile.TemporaryDirectory(prefix="batea-pdf-") as folder:
        root = Path(folder)
        for name, data in material.images.items():
            (root / name).write_bytes(data)
        if material.credits.logo:
            (root / "logo.png").write_bytes(material.credits.logo)
        source = _source(material)
        for _ in range(MAX_UNKNOWN_SIGNS):
            (root / "main.typ").write_text(source, encoding="utf-8")
            try:
                return bytes(
                    typst.compile(
                        str(root / "main.typ"),
                        root=str(root),
                        font_paths=[str(FONTS)],
                        ignore_system_fonts=True,
                        format="pdf",
                        pdf_standards=["ua-1"],
                        timestamp=0,
                    )
                )
            except typst.TypstError as error:
                unknown = _UNKNOWN_SIGN.search(str(error))
                if unknown is None:
                    raise ExportFailed("PDF", str(error)) from error
                source = _named(source, unknown.group(1))
    raise ExportFailed("PDF", "signs")


def _named(source: str, signs: str) -> str:
    """Signs that our fonts do not have (emoji, rare scripts) are named instead: a PDF/UA
    file may not hold what cannot be displayed.
    """
    said = _ESCAPED_SIGN.sub(lambda match: chr(int(match.group(1), 16)), signs)
    for sign in said:
        if sign.isascii():
            continue
        name = unicodedata.name(sign, "").lower()
        mute = unicodedata.category(sign) in ("Cf", "Mn", "Me")
        source = source.replace(sign, f"({name})" if name and not mute else "")
    return source


def _source(material: Material) -> str:
    authors = dict.fromkeys(a for p in material.pieces for a in p.edition.front.authors)
    names = ", ".join(f'"{_string(a)}"' for a in authors)
    head = _TEMPLATE
    for gap, value in (
        ("{title}", _string(material.title)),
        ("{authors}", names + ("," if names else "")),
        ("{lang}", material.lang),
        ("{running}", _text(material.title)),
        ("{agency}", _text(material.credits.agency)),
    ):
        head = head.replace(gap, value)
    parts = [head, *_cover(material)]
    for piece in material.pieces:
        parts += _piece(piece, material)
    return "\n".join(parts) + "\n"


def _cover(material: Material) -> Iterator[str]:
    lang = material.lang
    version = "participant" if material.audience == "participant" else "facilitator-version"
    yield "#v(5cm)"
    if material.credits.logo:
        alt = _string(material.credits.agency or material.title)
        yield f'#image("logo.png", width: 3.5cm, alt: "{alt}")\n#v(1cm)'
    yield f'#text(size: 26pt, weight: "bold", hyphenate: false)[{_text(material.title)}]'
    yield "#v(0.6cm)\n#line(length: 4cm, stroke: 3pt + gold)\n#v(0.6cm)"
    for words in (material.credits.agency, material.credits.date, phrase(version, lang)):
        if words:
            yield f"#text(fill: muted)[{_text(words)}]\n#parbreak()"
    yield f"#v(1fr)\n#text(size: 9pt, fill: muted)[{_text(phrase('made-with', lang))}]"
    yield "#pagebreak()"
    if len(material.pieces) > 1:
        yield f"#outline(title: [{_text(phrase('contents', lang))}], depth: 1)"
        yield "#pagebreak(weak: true)"


def _piece(piece: Piece, material: Material) -> Iterator[str]:
    front, lang = piece.edition.front, piece.edition.lang
    writer = _Writer(piece, material)
    yield f'#[\n#set text(lang: "{lang}")'
    yield f"= {_text(front.title)}"
    yield f"#text(size: 12pt, fill: muted)[{_text(front.summary)}]\n"
    if front.not_measured:
        rows = "\n".join(f"- {_text(row)}" for row in front.not_measured)
        yield f'#boxed("{_string(phrase("unmeasured", lang))}", gold)[\n{rows}\n]\n'
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
        yield "#set text(size: 9pt)"
        for source in piece.sources:
            yield f"+ {_text(reference(source))}"
        yield ""
    yield f"#v(0.8em)\n#text(size: 9pt, fill: muted)[{_text(phrase('cite-as', lang))}: " + (
        f"{_text(citation(piece.edition))}]"
    )
    yield "]"


class _Writer:
    """The tree of one piece as typst markup. A source is a footnote the first time and a
    reference to that footnote afterwards.
    """

    def __init__(self, piece: Piece, material: Material) -> None:
        self._piece = piece
        self._images = material.images
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
                return (f"#pn({number})" if number else "") + self.inlines(children)
            case tree.Heading(level, children):
                return f"{'=' * min(level, 6)} {self.inlines(children)}"
            case tree.ListBlock():
                return self._list(block)
            case tree.Table():
                return self._table(block)
            case tree.Quote(inner):
                return f"#quote(block: true)[\n{self._joined(inner)}\n]"
            case tree.Admonition(kind, inner, title):
                head = _string(title or admonition(kind, lang))
                color = "gold" if kind == "facilitator" else "jade"
                return f'#boxed("{head}", {color})[\n{self._joined(inner)}\n]'
            case tree.CodeBlock(text):
                return f'#raw(block: true, "{_string(text)}")'
            case tree.Rule():
                return "#line(length: 100%, stroke: 0.5pt + rulecolor)"

    def _list(self, block: tree.ListBlock) -> str:
        rows = []
        for item in block.items:
            mark = ""
            if item.checked is not None:
                mark = "☑ " if item.checked else "☐ "
            rows.append(f"[{mark}{self._joined(item.blocks)}]")
        if any(item.checked is not None for item in block.items):
            return f"#list(marker: none, {', '.join(rows)})"
        if block.ordered:
            return f"#enum(start: {block.start}, {', '.join(rows)})"
        return f"#list({', '.join(rows)})"

    def _table(self, table: tree.Table) -> str:
        columns = max((len(row.cells) for row in (table.header, *table.rows)), default=1) or 1
        size = "size: 10pt" if columns <= 5 else "size: 6pt" if columns > 12 else "size: 8pt"

        def cells(row: tree.Row) -> str:
            padded = [*row.cells, *((),) * (columns - len(row.cells))]
            return ", ".join(f"[{self.inlines(cell)}]" for cell in padded)

        rows = ",\n".join(cells(row) for row in table.rows)
        return (
            f"#text({size})[#table(columns: ({', '.join(['1fr'] * columns)},),\n"
            f"table.header({cells(table.header)}),\n{rows})]"
        )

    def inlines(self, inlines: tuple[tree.Inline, ...]) -> str:
        out = []
        for node in inlines:
            match node:
                case tree.Text(text):
                    out.append(_text(text))
                case tree.Strong(children):
                    out.append(f"#strong[{self.inlines(children)}]")
                case tree.Emphasis(children):
                    out.append(f"#emph[{self.inlines(children)}]")
                case tree.Code(text):
                    out.append(f'#raw("{_string(text)}")')
                case tree.Link(href, children):
                    shown = self.inlines(children)
                    web = href.startswith(("http", "mailto"))
                    out.append(f'#link("{_string(href)}")[{shown}]' if web else shown)
                case tree.Image(name, alt):
                    out.append(self._image(name, alt))
                case tree.Cite(source):
                    if out and out[-1].startswith("#footnote"):
                        out.append("#comma")
                    out.append(self._cite(source))
                case tree.LineBreak():
                    out.append("#linebreak()")
        return "".join(out)

    def _image(self, name: str, alt: str) -> str:
        if name not in self._images:
            return f"#emph[({_text(alt)})]"
        return f'#image("{_string(name)}", width: 100%, alt: "{_string(alt)}")'

    def _cite(self, source_id: str) -> str:
        source = self._piece.edition.front.source(source_id)
        if source is None:
            return ""
        label = f"{self._piece.edition.lang}-{self._piece.edition.uid[:8]}-{source_id}"
        if source_id in self._cited:
            return f"#footnote(<{label}>)"
        self._cited.add(source_id)
        return f'#footnote[{_text(reference(source))}]#label("{label}")'


def _text(text: str) -> str:
    """Words as typst markup: every character that means something is escaped."""
    return text.translate(_SPECIAL)


def _string(text: str) -> str:
    """Words inside a typst string."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
