"""The tree of each piece as typst markup: what `pdf` sets. Every word is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from indexer import tree
from kb_app.export.byhand import empty_columns, is_question, is_writing_line, kept_together
from kb_app.export.contents import contents_of
from kb_app.export.endings import OPENING, SOURCES
from kb_app.export.material import Material, Piece
from kb_app.export.pdftemplate import (
    CONTENTS,
    COVER,
    COVER_CONTENTS,
    LETTERHEAD,
    SLIDE,
    TEMPLATE,
    TIGHT,
)
from kb_app.export.phrases import (
    accessed,
    admonition,
    citation,
    facts_of,
    long_date,
    note_reference,
    phrase,
    running,
    title_reference,
)
from kb_app.export.pictures import Picture
from kb_app.export.signs import breakable
from kb_app.export.tables import bands, is_short, padded, shares, signs_a_row, width_of
from kb_app.notes.export import purpose_label

MOST_COLUMNS = 8
TEXT_CENTIMETRES = 16.2
PRINT_DOTS = 150
PAGE_SIGNS = 4_000
_NUMBERED = re.compile(r"^(\s*\d+)\.")
_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\#$*_`<>@[]~=-+/'\""})
# Joiners of emoji: without a glyph for the whole they only spoil what stands beside them.
_SPECIAL.update({0x200D: "", **{0xFE00 + n: "" for n in range(16)}})


def source_of(material: Material) -> Iterator[str]:
    """The whole source: what goes before the first piece, then each piece."""
    yield "\n".join((_head(material), *_cover(material)))
    for number, piece in enumerate(material.pieces, start=1):
        yield "\n".join(_piece(piece, material, number))


def first_source(material: Material) -> str:
    """The source of the first page alone: the cover, or the beginning of what has none. A cover
    with contents says pages: that is the whole source.
    """
    contents = contents_of(material)
    if contents and contents.on_cover:
        return "\n".join(source_of(material))
    parts = [_head(material), *_cover(material)]
    if material.brief:
        parts += _piece(_beginning(material.pieces[0]), material, 1)
    return "\n".join(parts)


def _beginning(piece: Piece) -> Piece:
    """As much of a piece as one page surely holds, and not much more."""
    kept, signs = [], 0
    for section in piece.document.sections:
        blocks = []
        for block in section.blocks:
            if signs < PAGE_SIGNS:
                blocks.append(block)
                one = tree.Document((tree.Section("", (), (block,)),))
                signs += sum(len(unit.text) for unit in tree.units(one))
        if blocks:
            kept.append(replace(section, blocks=tuple(blocks)))
    return replace(piece, document=replace(piece.document, sections=tuple(kept)))


def slide_source(material: Material) -> str:
    """The source of a picture of the title slide."""
    version = "participant" if material.audience == "participant" else "facilitator-version"
    lines = (material.credits.agency, long_date(material.credits.date, material.lang),
             phrase(version, material.lang))  # fmt: skip
    shown = "\n#parbreak()\n".join(_text(line) for line in lines if line)
    return _head(material) + _filled(SLIDE, {"title": _text(material.title), "lines": shown})


def files_of(material: Material) -> dict[str, Picture]:
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


def _filled(template: str, gaps: Mapping[str, str]) -> str:
    # In one go: a title may hold what looks like a gap.
    return re.sub(r"\{([a-z]+)\}", lambda m: gaps.get(m[1], m[0]), template)


def _head(material: Material) -> str:
    authors = dict.fromkeys(a for p in material.pieces for a in p.edition.front.authors)
    names = ", ".join(f'"{_string(a)}"' for a in authors)
    return _filled(
        TEMPLATE,
        {
            "title": _string(material.title),
            "authors": names + ("," if names else ""),
            "lang": material.lang,
            "parting": "none" if material.brief else "pagebreak(weak: true)",
            "above": "1.4em" if material.brief else "0.4em",
            "headsize": "17pt" if material.brief else "20pt",
            "heads": "100000" if material.brief else "1",
            "plain": "0" if material.brief else "1",
            "running": "" if material.brief else _text(running(material.title)),
            "agency": "" if material.brief else _text(material.credits.agency),
        },
    ) + (TIGHT if material.tight else "")


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
    contents = contents_of(material)
    gaps = {"title": _text(phrase("contents", lang))}
    if contents:
        gaps |= {"first": str(contents.first), "last": str(contents.last)}
    on_cover = contents is not None and contents.on_cover
    yield _filled(
        COVER,
        {
            "above": "2.6cm" if on_cover else "4.5cm",
            "logo": f"{logo}\n#v(1cm)" if logo else "",
            "title": _text(material.title),
            "lines": "\n#parbreak()\n".join(
                f"#text(fill: muted, size: 11.5pt)[{_text(line)}]" for line in lines if line
            ),
            "contents": _filled(COVER_CONTENTS, gaps) if on_cover else "",
            "made": _text(phrase("made-with", lang)),
        },
    )
    if contents and not on_cover:
        yield _filled(CONTENTS, gaps)


def _piece(piece: Piece, material: Material, number: int) -> Iterator[str]:
    front, lang = piece.edition.front, piece.edition.lang
    writer = _Writer(piece, material, number)
    yield f'{OPENING}#set text(lang: "{lang}")'
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
    # Before the sources: after them it may stand on a page of its own.
    cite_as = citation(piece.edition)
    if cite_as:
        yield "#v(0.8em)\n#text(size: 9pt, fill: muted, hyphenate: false)[" + (
            f"{_text(phrase('cite-as', lang))}: {_text(cite_as)}]\n"
        )
    if piece.sources and not material.brief:  # footnotes are enough there
        yield f"== {_text(phrase('sources', lang))}\n"
        yield SOURCES
        for source in piece.sources:
            opened = _text(accessed(source, lang))
            end = f"#ending({number});" if source is piece.sources[-1] else ""
            yield f"+ {_text(title_reference(source))}{_address(source.url)} {opened}{end}"
        yield ""
    yield "]"


def _address(url: str) -> str:
    return f' #link("{_string(url)}")[{_text(breakable(url, 16))}]' if url else ""


class _Writer:
    """The tree of one piece as typst markup. A source is a footnote the first time and a
    reference to that footnote afterwards. Each call ends in ";": a "(" or "." of the text that
    follows would otherwise be read as part of it.
    """

    def __init__(self, piece: Piece, material: Material, number: int) -> None:
        self._piece = piece
        self._number = number
        self._images = material.images
        self._names = _picture_names(material)
        self._cited: set[str] = set()

    def blocks(self, blocks: tuple[tree.Block, ...]) -> Iterator[str]:
        """The blocks of a section. The number of a paragraph that stands at the margin is set
        without asking where it is, which costs a pass over the whole document.
        """
        for block, follows in kept_together(blocks):
            if isinstance(block, tree.Paragraph) and is_writing_line(block.children):
                yield f"#ruled({'true' if follows else 'false'})\n"
            elif isinstance(block, tree.Paragraph) and follows:
                mark = f"#pn({block.number});" if block.number else ""
                yield f"#block(sticky: true)[{mark}{self.inlines(block.children)}]\n"
            elif isinstance(block, tree.Paragraph) and block.number:
                yield f"#pn({block.number});{self.inlines(block.children)}\n"
            else:
                yield self._block(block) + "\n"

    def _joined(self, blocks: tuple[tree.Block, ...]) -> str:
        return "\n".join(f"{self._block(block)}\n" for block in blocks)

    def _block(self, block: tree.Block) -> str:
        lang = self._piece.edition.lang
        match block:
            case tree.Paragraph(children) if is_writing_line(children):
                return "#ruled(false)"
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
                mark += f"#tick[{'☑' if item.checked else '☐'}];"
            rows.append(f"[{mark}{self._joined(item.blocks)}]")
        if any(item.checked is not None for item in block.items):
            whole = "false" if is_question(block) else "true"
            listed = f"#list(marker: none, spacing: 0.9em, {', '.join(rows)})"
            return f"#block(breakable: {whole})[{listed}]"
        if block.ordered:
            return f"#enum(start: {block.start}, {', '.join(rows)})"
        return f"#list({', '.join(rows)})"

    def _table(self, table: tree.Table) -> str:
        columns = width_of(table)
        points = 9.5 if columns <= 4 else 8.5 if columns <= 6 else 7.5
        widths = ", ".join(f"{share:.4f}fr" for share in shares(table))
        aligns = ", ".join(a or "left" for a in (*table.aligns, *("",) * columns)[:columns])
        room = signs_a_row(table, TEXT_CENTIMETRES, points)

        by_hand = empty_columns(table)

        def cells(row: tree.Row) -> str:
            mark = f"#pni({row.number});" if row.number else ""
            made = [f"[{mark * (n == 0)}{self.inlines(cell, room[n])}{'#room' * (not cell)}]"
                    if n in by_hand and row is not table.header
                    else f"[{mark * (n == 0)}{self.inlines(cell, room[n])}]"
                    for n, cell in enumerate(padded(row, columns))]  # fmt: skip
            return ", ".join(made)

        rows = ",\n".join(cells(row) for row in table.rows)
        whole = "false" if is_short(table, room) else "true"
        return (
            f"#block(breakable: {whole})[#set text(size: {points}pt)\n"
            f"#table(columns: ({widths},), align: ({aligns},),\n"
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
        # Not the id itself: one from a stranger's pack may hold anything.
        label = f'label("s{self._number}-{self._piece.source_number(source_id)}")'
        if source_id in self._cited:
            return f"#footnote({label});"
        self._cited.add(source_id)
        words = _text(note_reference(source))
        muted = f"#text(fill: muted)[{words}]"
        shown = f'#link("{_string(source.url)}")[{muted}]' if source.url else muted
        return f"#footnote[{shown}]#{label};"


def _text(text: str) -> str:
    """Words as typst markup: every character that means something is escaped, also the point
    of a number at the beginning, which would make a list.
    """
    return _NUMBERED.sub(r"\1\.", text.translate(_SPECIAL))


def _string(text: str) -> str:
    """Words inside a typst string."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
