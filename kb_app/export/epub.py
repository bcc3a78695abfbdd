"""EPUB 3.3 with `zipfile`: deterministic, with a title page and navigation.

Specification: W3C EPUB 3.3 (2023), OCF. EbookLib is AGPL, and this is all that is needed.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import replace
from html import escape

from indexer.html import HtmlStyle, blocks_html, inlines_html
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import (
    accessed,
    admonition,
    citation,
    facts_of,
    long_date,
    phrase,
    title_reference,
)
from kb_app.export.pictures import PHONE_SIDE, Picture, picture
from kb_app.export.signs import printable
from kb_app.export.zips import zipped
from kb_app.notes.export import purpose_label

_STYLE = (
    "body{font-family:serif;line-height:1.5}h1,h2,h3{font-family:sans-serif;line-height:1.25}"
    ".n{color:#5B666B;font-size:.7em;margin-right:.5em}.meta{color:#5B666B}"
    ".admonition{border-left:4px solid #1F6F5C;padding-left:1em}"
    ".admonition-title{font-weight:bold}table{border-collapse:collapse}"
    "td,th{border:1px solid #999;padding:.3em;vertical-align:top}"
    ".unmeasured{border:1px dashed #A66A00;padding:.5em 1em}img{max-width:100%}a{color:#1F6F5C}"
    "td,th,.sources{overflow-wrap:anywhere;hyphens:auto}.facts{font-size:.9em}"
    ".title{margin-top:20%}.title h1{border-bottom:4px solid #A66A00;padding-bottom:.5em}"
    ".logo{max-height:6em}"
)


def epub(material: Material) -> bytes:
    """The book: a title page, then a chapter for each piece."""
    chapters = [(f"c{n}.xhtml", piece) for n, piece in enumerate(material.pieces, start=1)]
    images = {
        name: f"m{number}.{shown.ending}"
        for number, (name, shown) in enumerate(material.images.items(), start=1)
    }
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.encode(),
        "OEBPS/style.css": _STYLE.encode(),
        "OEBPS/package.opf": _package(material, chapters, images).encode(),
        "OEBPS/nav.xhtml": _navigation(material, chapters).encode(),
        "OEBPS/title.xhtml": _title_page(material).encode(),
        **{f"OEBPS/{name}": _chapter(piece, images).encode() for name, piece in chapters},
        **{f"OEBPS/media/{file}": material.images[n].data for n, file in images.items()},
    }
    if material.credits.logo:
        files[f"OEBPS/{_logo_file(material.credits.logo)}"] = material.credits.logo.data
    return zipped(files, frozenset({"mimetype"}))


def for_phone(material: Material) -> Material:
    """The same with pictures no larger than a phone shows."""
    smaller = {n: picture(shown.data, PHONE_SIDE) for n, shown in material.images.items()}
    return replace(material, images={n: shown for n, shown in smaller.items() if shown})


_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    'full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>\n"
)


def _package(material: Material, chapters: list[tuple[str, Piece]], images: dict[str, str]) -> str:
    seed = "".join(piece.edition.sha256 for _, piece in chapters) + material.audience
    book_id = uuid.UUID(bytes=hashlib.sha256(seed.encode()).digest()[:16], version=4)
    languages = dict.fromkeys([material.lang, *(p.edition.lang for _, p in chapters)])
    modified = max(piece.edition.front.updated for _, piece in chapters)[:10] or "2026-01-01"
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>',
        '<item id="css" href="style.css" media-type="text/css"/>',
        *(
            f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
            for n, (name, _) in enumerate(chapters, start=1)
        ),
        *(
            f'<item id="m{n}" href="media/{file}" media-type="image/{material.images[name].kind}"/>'
            for n, (name, file) in enumerate(images.items(), start=1)
        ),
    ]
    credits = material.credits
    if credits.logo:
        items.append(
            f'<item id="logo" href="{_logo_file(credits.logo)}" '
            f'media-type="image/{credits.logo.kind}"/>'
        )
    modes = ("textual", "visual") if images or credits.logo else ("textual",)
    features = ("tableOfContents", "structuralNavigation", "alternativeText")
    spine = '<itemref idref="title"/>' + "".join(
        f'<itemref idref="c{n}"/>' for n in range(1, len(chapters) + 1)
    )
    creators = dict.fromkeys(a for _, piece in chapters for a in piece.edition.front.authors)
    return printable(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{material.lang}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{book_id}</dc:identifier>'
        f"<dc:title>{escape(material.title)}</dc:title>"
        + "".join(f"<dc:language>{lang}</dc:language>" for lang in languages)
        + "".join(f"<dc:creator>{escape(name)}</dc:creator>" for name in creators)
        + (f"<dc:publisher>{escape(credits.agency)}</dc:publisher>" if credits.agency else "")
        + (f"<dc:date>{escape(credits.date)}</dc:date>" if credits.date else "")
        + f'<meta property="dcterms:modified">{modified}T00:00:00Z</meta>'
        + "".join(f'<meta property="schema:accessMode">{mode}</meta>' for mode in modes)
        + '<meta property="schema:accessModeSufficient">textual</meta>'
        + "".join(f'<meta property="schema:accessibilityFeature">{f}</meta>' for f in features)
        + '<meta property="schema:accessibilityHazard">none</meta>'
        '<meta property="schema:accessibilitySummary">'
        f"{phrase('accessibility', material.lang)}</meta>"
        f"</metadata><manifest>{''.join(items)}</manifest><spine>{spine}</spine></package>\n"
    )


def _document(title: str, lang: str, body: str, namespace: str = "") -> str:
    return printable(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml"{namespace} lang="{lang}" xml:lang="{lang}">'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>'
        f"<body>{body}</body></html>\n"
    )


def _logo_file(logo: Picture) -> str:
    return f"logo.{logo.ending}"


def _title_page(material: Material) -> str:
    credits, lang = material.credits, material.lang
    version = "participant" if material.audience == "participant" else "facilitator-version"
    lines = (credits.agency, long_date(credits.date, lang), phrase(version, lang),
             phrase("made-with", lang))  # fmt: skip
    rows = "".join(f'<p class="meta">{escape(line)}</p>' for line in lines if line)
    logo = ""
    if credits.logo:
        alt = escape(credits.agency or material.title)
        logo = f'<p><img class="logo" src="{_logo_file(credits.logo)}" alt="{alt}"/></p>'
    body = f'<main class="title">{logo}<h1>{escape(material.title)}</h1>{rows}</main>'
    return _document(material.title, lang, body)


def _navigation(material: Material, chapters: list[tuple[str, Piece]]) -> str:
    rows = []
    for name, piece in chapters:
        inner = "".join(
            f'<li><a href="{name}#s-{escape(section.id)}">{_plain(section)}</a></li>'
            for section in piece.document.sections
            if section.id and section.title
        )
        lang = piece.edition.lang
        title = escape(piece.edition.front.title)
        sub = f"<ol>{inner}</ol>" if inner else ""
        rows.append(f'<li lang="{lang}" xml:lang="{lang}"><a href="{name}">{title}</a>{sub}</li>')
    label = phrase("contents", material.lang)
    body = f'<nav epub:type="toc"><h1>{label}</h1><ol>{"".join(rows)}</ol></nav>'
    return _document(label, material.lang, body, ' xmlns:epub="http://www.idpf.org/2007/ops"')


def _plain(section: object) -> str:
    title = getattr(section, "title", ())
    return inlines_html(title, _style(None, {}))


def _style(piece: Piece | None, images: dict[str, str]) -> HtmlStyle:
    lang = piece.edition.lang if piece else "es"

    def cite(source_id: str) -> str:
        number = piece.source_number(source_id) if piece else 0
        return f'<sup><a href="#src-{number}">{number}</a></sup>' if number else ""

    def image(name: str, alt: str) -> str:
        if name in images:
            return f'<img src="media/{images[name]}" alt="{escape(alt)}"/>'
        return f"<em>[{escape(alt)}]</em>"

    return HtmlStyle(
        cite=cite,
        image=image,
        number=lambda n: f'<span class="n">{n}</span>',
        admonition=lambda kind: admonition(kind, lang),
    )


def _chapter(piece: Piece, images: dict[str, str]) -> str:
    front, lang = piece.edition.front, piece.edition.lang
    style = _style(piece, images)
    body = [f"<main><h1>{escape(front.title)}</h1><p>{escape(front.summary)}</p>"]
    for name, value in facts_of(piece.edition):
        body.append(f'<p class="facts"><strong>{name}:</strong> {escape(value)}</p>')
    if front.not_measured:
        rows = "".join(f"<li>{escape(row)}</li>" for row in front.not_measured)
        label = phrase("unmeasured", lang)
        body.append(f'<div class="unmeasured"><p><strong>{label}</strong></p><ul>{rows}</ul></div>')
    for section in piece.document.sections:
        if section.title:
            anchor = f' id="s-{escape(section.id)}"' if section.id else ""
            body.append(f"<h2{anchor}>{inlines_html(section.title, style)}</h2>")
        body.append(blocks_html(section.blocks, style).replace("<br>", "<br/>").replace(
            "<hr>", "<hr/>"))  # fmt: skip
    if piece.notes:
        body.append(f"<h2>{phrase('notes', lang)}</h2><ul>")
        for note in piece.notes:
            quote = f"«{escape(note.exact)}» " if note.exact else ""
            label = purpose_label(note.purpose, lang)
            body.append(f"<li><strong>{label}</strong> {quote}{escape(note.body)}</li>")
        body.append("</ul>")
    if piece.sources:
        body.append(f'<h2>{phrase("sources", lang)}</h2><ol class="sources">')
        for number, source in enumerate(piece.sources, start=1):
            url = escape(source.url)
            link = f' <a href="{url}">{url}</a> {accessed(source, lang)}' if url else ""
            body.append(f'<li id="src-{number}">{escape(title_reference(source))}{link}</li>')
        body.append("</ol>")
    cite_as = citation(piece.edition)
    if cite_as:
        body.append(f'<p class="meta">{phrase("cite-as", lang)}: {escape(cite_as)}</p>')
    body.append("</main>")
    return _document(front.title, lang, "\n".join(body).replace(' align="', ' class="a-'))
