"""A web page with search, as a folder in a ZIP: works from a double click, without a network.

`fetch`, ES modules and every index that is loaded on demand fail from `file://`; so the
inverted index is a classic script. Words are folded like in the program, so that accents
do not matter. Content-Security-Policy forbids everything that is not in the folder.
"""

from __future__ import annotations

import json
from collections import defaultdict
from html import escape

from indexer import tree
from indexer.analysis import stem, surfaces
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import phrase
from kb_app.export.web import web_page
from kb_app.export.zips import zipped
from kb_app.library.page import STYLE, anchor_of

POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'"
_SEARCH_STYLE = """
#q{width:100%;font:inherit;padding:.5rem;border:1px solid var(--jade);border-radius:8px;
background:var(--surface);color:var(--ink);box-sizing:border-box}
#q:focus{outline:3px solid var(--jade)}
#results li{margin:.8rem 0}
"""
# The stems travel inside the index; a question is cut to the beginnings of words, so that
# the page needs no stemmer of its own.
_SCRIPT = """
(function(){'use strict';
var box=document.getElementById('q'),list=document.getElementById('results'),
said=document.getElementById('said'),data=window.BATEA;
function fold(s){return s.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g,'');}
function words(s){return fold(s).match(/[\\p{L}\\p{N}]+/gu)||[];}
function hits(word){var out={},i,w,rows;var head=word.length>5?word.slice(0,-2):word;
for(w in data.words){if(w.indexOf(head)===0){rows=data.words[w];
var sure=w===word?4:1;
for(i=0;i<rows.length;i+=2){out[rows[i]]=(out[rows[i]]||0)+sure*rows[i+1];}}}return out;}
function search(){var asked=words(box.value),score={},all={},p;list.textContent='';
if(!asked.length){said.textContent='';return;}
asked.forEach(function(word){var found=hits(word);
var n=Object.keys(found).length,idf=Math.log(1+data.passages.length/(1+n));
for(p in found){score[p]=(score[p]||0)+idf*found[p]/(found[p]+1);all[p]=(all[p]||0)+1;}});
var order=Object.keys(score).sort(function(a,b){
return (all[b]-all[a])||(score[b]-score[a])||(a-b);});
var n=order.length,labels=data.labels;
said.textContent=n?n+' '+(n===1?labels.result:labels.results):labels.none;
order.slice(0,30).forEach(function(p){var row=data.passages[p],li=document.createElement('li'),
a=document.createElement('a'),t=document.createElement('p');
a.href=row[0];a.textContent=row[1];t.textContent=row[2];li.appendChild(a);li.appendChild(t);
list.appendChild(li);});}
box.addEventListener('input',search);
document.getElementById('box').hidden=false;box.focus();
document.addEventListener('keydown',function(e){if(e.key==='/'&&e.target!==box){
e.preventDefault();box.focus();}});
}());
"""


def site(material: Material) -> bytes:
    """A ZIP with `index.html`, one page for all texts, the index and the style."""
    lang = material.lang
    passages, words = _index(material)
    data = {
        "passages": passages,
        "words": dict(sorted(words.items())),
        "labels": {
            "result": phrase("result", lang),
            "results": phrase("results", lang),
            "none": phrase("no-results", lang),
        },
    }
    label = phrase("search", lang)
    back = f'<body><nav aria-label="{label}"><a href="index.html">← {label}</a></nav>'
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    script = "window.BATEA=" + text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    files = {
        "index.html": _home(material).encode("utf-8"),
        "textos.html": web_page(material).replace(b"<body>", back.encode("utf-8"), 1),
        "style.css": (STYLE + _SEARCH_STYLE).encode("utf-8"),
        "index.js": (script + ";\n").encode("utf-8"),
        "search.js": _SCRIPT.encode("utf-8"),
    }
    return zipped(files)


def _index(material: Material) -> tuple[list[list[str]], dict[str, list[int]]]:
    """Passages (address, title, beginning) and for each word its passages with weights."""
    passages: list[list[str]] = []
    words: dict[str, list[int]] = defaultdict(list)
    for piece in material.pieces:
        for address, title, text in _passages(piece):
            counts: dict[str, int] = defaultdict(int)
            for surface in surfaces(f"{title} {text}"):
                counts[surface] += 1
                counts[stem(surface, piece.edition.lang)] += 1
            for word, count in counts.items():
                words[word] += [len(passages), count]
            passages.append([address, title, text[:180] + ("…" if len(text) > 180 else "")])
    return passages, words


def _passages(piece: Piece) -> list[tuple[str, str, str]]:
    front = piece.edition.front
    anchor = anchor_of(piece.edition)
    out = [(f"textos.html#{anchor}", front.title, front.summary)]
    for unit in tree.units(piece.document):
        if unit.number:
            out.append((f"textos.html#{anchor}-p{unit.number}", front.title, unit.text))
    return out


def _home(material: Material) -> str:
    lang = material.lang
    label = phrase("search", lang)
    rows = "".join(
        f'<li lang="{p.edition.lang}"><a href="textos.html#{anchor_of(p.edition)}">'
        f"{escape(p.edition.front.title)}</a><p>{escape(p.edition.front.summary)}</p></li>"
        for p in material.pieces
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(material.title)}</title><link rel="stylesheet" href="style.css"></head>\n'
        f"<body><header><h1>{escape(material.title)}</h1>"
        f'<p class="meta">{escape(material.credits.agency)}</p></header>\n'
        f'<main><p id="box" hidden><label for="q">{label}</label>'
        f'<input id="q" type="search" autocomplete="off" placeholder="{label}…"></p>\n'
        '<p id="said" role="status" aria-live="polite"></p><ol id="results"></ol>\n'
        f"<h2>{phrase('contents', lang)}</h2><ul>{rows}</ul></main>\n"
        '<script src="index.js"></script><script src="search.js"></script></body></html>\n'
    )
