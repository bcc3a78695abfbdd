"""ONE self-contained page that opens with a double click: in packs and as an export.

A file manager extracts only the file that is double-clicked, so the page holds everything:
contents, all texts in their languages, notes that were shared. No script; the
Content-Security-Policy forbids everything but our own style and inline images.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from indexer import tree
from indexer.documents import Edition, Source
from indexer.html import HtmlStyle, blocks_html, inlines_html
from kb_app.dates import long_date, short_date

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_ID = re.compile(r'<(\w+) id="')
_ALIGN = re.compile(r'<(t[dh]) align="(\w+)"')
_LINK = re.compile(r'<a href="batea:([0-9a-f-]{36})">', re.I)
_NAMES = {"es": "Español", "en": "English"}
_KINDS = {"analysis": {"es": "Análisis", "en": "Analysis"},
          "facilitator": {"es": "Para quien facilita", "en": "For the facilitator"}}  # fmt: skip
_LABELS = {
    "contents": ("Contenido", "Contents"),
    "sources": ("Fuentes", "Sources"),
    "checked": ("revisada", "checked"),
    "unmeasured": ("Lo que nadie midió", "What nobody measured"),
    "notes": ("Notas", "Notes"),
    "made": ("Hecho con Batea", "Made with Batea"),
    "licence": ("Licencia", "Licence"),
    "large": (
        "El paquete es muy grande para una sola página: aquí están los títulos; los textos se "
        "leen con Batea, o en la carpeta data/docs del paquete.",
        "The pack is too large for one page: here are the titles; the texts are read with Batea, "
        "or in the folder data/docs of the pack.",
    ),
}
STYLE = """
:root{color-scheme:light dark;
--paper:#FBF9F4;--surface:#fff;--ink:#1E2629;--muted:#5B666B;--line:#E3DED3;
--jade:#1F6F5C;--gold:#A66A00}
@media (prefers-color-scheme:dark){:root{--paper:#14181A;--surface:#1C2225;--ink:#E8E6E1;
--muted:#9AA5AA;--line:#2C3438;--jade:#63C2A8;--gold:#E2B04A}}
body{background:var(--paper);color:var(--ink);font:17px/1.55 "Atkinson Hyperlegible",Verdana,
sans-serif;max-width:72ch;margin:0 auto;padding:2rem 1rem 6rem}
h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem}a{color:var(--jade)}
article{border-top:2px solid var(--line);margin-top:3rem;padding-top:1rem}
.meta,.n,footer{color:var(--muted);font-size:.85em}.n{margin-right:.5em}
.unmeasured{border:1px dashed var(--gold);border-radius:8px;padding:.5rem 1rem}
.admonition{background:var(--surface);border-left:4px solid var(--jade);padding:.5rem 1rem}
.admonition-title{font-weight:bold;color:var(--jade)}
table{border-collapse:collapse;width:100%}td,th{border:1px solid var(--line);padding:.4rem;
text-align:left;vertical-align:top;hyphens:auto}
@media (max-width:480px){h1{font-size:1.6em}h2{font-size:1.3em}ul,ol{padding-left:1.4rem}
table{display:block;overflow-x:auto;font-size:.9em}td,th{padding:.3rem}}
.right{text-align:right}.center{text-align:center}
blockquote{border-left:4px solid var(--line);margin-left:0;
padding-left:1rem;color:var(--muted)}sup a{text-decoration:none}
ol.sources{font-size:.9em;overflow-wrap:anywhere}
.note{border-left:4px solid var(--gold);background:var(--surface);padding:.5rem 1rem;margin:.5rem 0}
@media print{body{max-width:none;font-size:11pt;padding:0;background:none}footer{break-before:avoid}
article{border:0;margin:0}
article+article{break-before:page}h2,h3,h4{break-after:avoid}nav{display:none}}
"""


@dataclass(frozen=True)
class PageNote:
    """A note as the page shows it: on which text, what it is for, whose, quote and remark."""

    uid: str
    lang: str
    label: str
    creator: str
    exact: str
    body: str


def page(
    title: str,
    summary: str,
    publisher: str,
    created: str,
    editions: Sequence[Edition],
    notes: Sequence[PageNote],
    media: Mapping[str, str],
    documents: Mapping[tuple[str, str], tree.Document] | None = None,
    with_texts: bool = True,
) -> str:
    """The whole page. `media` maps an image's name to its data URI; `documents` has the
    trees to show instead of the whole texts (an audience's version), by (uid, lang).
    `with_texts`: False leaves titles and summaries, where all would be too much for a browser.
    """
    by_text: dict[tuple[str, str], list[PageNote]] = defaultdict(list)
    for note in notes:
        by_text[note.uid, note.lang].append(note)
    langs = [lang for lang in ("es", "en") if any(e.lang == lang for e in editions)]
    anchors = {(e.uid, e.lang): anchor_of(e) for e in editions}
    shown = documents or {}
    # A page of one text has its title once.
    alone = with_texts and len(editions) == 1 and editions[0].front.title == title
    level = 2 if alone else 3
    day = long_date(created, langs[0] if langs else "es")
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{langs[0] if langs else "es"}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_e(title)}</title><style>{STYLE}</style></head><body>",
        f"<header><h1>{_e(title)}</h1>",
        f"<p>{_e(summary)}</p>" if summary else "",
        f'<p class="meta">{_e(" · ".join(filter(None, (publisher, day))))}</p></header>',
        _sections(editions[0], shown) if alone else _contents(editions, langs),
        "<main>",
        "" if with_texts else _note_on_size(),
        *(
            "\n".join(
                [
                    *_head(edition, alone),
                    *(_texts(edition, shown.get(key), media, anchors, level) if with_texts else ()),
                    *_notes(edition, by_text[key], level),
                    *(_sources(edition, level) if with_texts else ()),
                    "</article>",
                ]
            )
            for key, edition in (((e.uid, e.lang), e) for e in editions)
        ),
        "</main>",
        f"<footer><p>{_LABELS['made'][0]} · {_LABELS['made'][1]}</p></footer></body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _contents(editions: Sequence[Edition], langs: Sequence[str]) -> str:
    out = ["<nav>"]
    for lang in langs:
        name = f" · {_NAMES[lang]}" * (len(langs) > 1)
        label = _LABELS["contents"][lang == "en"]
        out.append(f'<h2 lang="{lang}">{label}{name}</h2><ul lang="{lang}">')
        for edition in editions:
            if edition.lang == lang:
                title = _e(edition.front.title)
                out.append(f'<li><a href="#{anchor_of(edition)}">{title}</a></li>')
        out.append("</ul>")
    return "\n".join([*out, "</nav>"])


def _sections(edition: Edition, shown: Mapping[tuple[str, str], tree.Document]) -> str:
    """The contents of a page of one text: its sections."""
    document = shown.get((edition.uid, edition.lang)) or edition.document()
    rows = "".join(
        f'<li><a href="#{anchor_of(edition)}-{_e(section.id)}">'
        f"{_e(tree.inline_text(section.title))}</a></li>"
        for section in document.sections
        if section.id and section.title
    )
    label = _LABELS["contents"][edition.lang == "en"]
    return f"<nav><h2>{label}</h2><ul>{rows}</ul></nav>" if rows else ""


def _note_on_size() -> str:
    es, en = _LABELS["large"]
    return f'<p lang="es">{es}</p><p lang="en">{en}</p>'


def _head(edition: Edition, alone: bool) -> list[str]:
    front = edition.front
    meta = " · ".join(filter(None, [
        ", ".join(front.countries),
        f"{front.period[0]}–{front.period[1]}" if front.period else "",
        front.license, ", ".join(front.authors),
    ]))  # fmt: skip
    title = "" if alone else f"<h2>{_e(front.title)}</h2>"
    return [
        f'<article id="{anchor_of(edition)}" lang="{edition.lang}">{title}',
        f'<p class="meta">{_e(meta)}</p><p>{_e(front.summary)}</p>',
    ]


def _texts(
    edition: Edition,
    document: tree.Document | None,
    media: Mapping[str, str],
    anchors: Mapping[tuple[str, str], str],
    level: int,
) -> list[str]:
    front, lang, anchor = edition.front, edition.lang, anchor_of(edition)
    numbers = {source.id: n for n, source in enumerate(front.sources, start=1)}

    def cite(source_id: str) -> str:
        number = numbers.get(source_id)
        return f'<sup><a href="#{_e(source_id)}">{number}</a></sup>' if number else ""

    def image(name: str, alt: str) -> str:
        uri = media.get(name)
        return f'<img src="{uri}" alt="{_e(alt)}">' if uri else f"<em>[{_e(alt)}]</em>"

    style = HtmlStyle(
        cite=cite,
        image=image,
        number=lambda n: f'<span class="n">{n}</span>',
        admonition=lambda kind: _KINDS.get(kind, {}).get(lang, kind.capitalize()),
        heading_shift=level - 2,
    )
    out = []
    if front.not_measured:
        items = "".join(f"<li>{_e(item)}</li>" for item in front.not_measured)
        label = _LABELS["unmeasured"][lang == "en"]
        out.append(f'<aside class="unmeasured"><strong>{label}</strong><ul>{items}</ul></aside>')
    for section in (document or edition.document()).sections:
        html = blocks_html(section.blocks, style)
        if section.title:
            own = f' id="{_e(section.id)}"' if section.id else ""
            html = f"<h{level}{own}>{inlines_html(section.title, style)}</h{level}>\n{html}"
        out.append(_within(html, anchor, lang, anchors))
    return out


def _within(html: str, anchor: str, lang: str, anchors: Mapping[tuple[str, str], str]) -> str:
    """Ids repeat between texts: here they and the links to them belong to the article. Links
    to other texts lead to them where they are on the page.
    """

    def linked(match: re.Match[str]) -> str:
        uid = match[1]
        target = next((anchors[uid, at] for at in (lang, "es", "en") if (uid, at) in anchors), "")
        return f'<a href="#{target}">' if target else "<a>"

    html = _ID.sub(rf'<\1 id="{anchor}-', html).replace('<a href="#', f'<a href="#{anchor}-')
    return _LINK.sub(linked, _ALIGN.sub(r'<\1 class="\2"', html))


def _sources(edition: Edition, level: int) -> list[str]:
    english = edition.lang == "en"
    rows = "".join(_source(s, anchor_of(edition), english) for s in edition.front.sources)
    title = _LABELS["sources"][english]
    return [f'<h{level}>{title}</h{level}><ol class="sources">{rows}</ol>'] if rows else []


def _notes(edition: Edition, notes: Sequence[PageNote], level: int) -> list[str]:
    if not notes:
        return []
    out = [f"<h{level}>{_LABELS['notes'][edition.lang == 'en']}</h{level}>"]
    for note in notes:
        quote = f"<blockquote>{_e(note.exact)}</blockquote>" if note.exact else ""
        body = _e(note.body)
        who = f' <span class="meta">{_e(note.creator)}</span>' if note.creator else ""
        out.append(
            f'<div class="note"><strong>{_e(note.label)}</strong>{who}{quote}<p>{body}</p></div>'
        )
    return out


def _source(source: Source, anchor: str, english: bool) -> str:
    parts = [source.author, source.issued, source.title, source.publisher]
    text = ". ".join(_e(part) for part in parts if part)
    link = f' <a href="{_e(source.url)}">{_e(source.url)}</a>' if source.url else ""
    seen = short_date(source.accessed, "en" if english else "es")
    words = ", ".join(part for part in (_LABELS["checked"][english], seen) if part)
    checked = f" ({_e(words)})" if source.checked else ""
    return f'<li id="{anchor}-{_e(source.id)}">{text}.{link}{checked}</li>'


def anchor_of(edition: Edition) -> str:
    """The id of a text's article on the page."""
    return f"d-{edition.uid}-{edition.lang}"


def _e(text: str) -> str:
    return escape(text, quote=True)
