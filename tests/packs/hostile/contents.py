"""What is inside: JSON, the manifest, documents, notes, plans, collections, the glossary."""

from __future__ import annotations

import json
from typing import Any

from kb_app.packs import limits
from kb_app.packs.errors import (
    PackDocumentBad,
    PackIncomplete,
    PackJsonBad,
    PackNewer,
    PackTooLarge,
    PackTypeForbidden,
)
from tests.indexer.library import case_text
from tests.packs.hostile.recipes import Book
from tests.packs.making import GOLD, LIME, Draft, draft, note_row, sha256

book = Book()
PLAN = "22222222-2222-4222-8222-222222222222"
OTHER = "33333333-3333-4333-8333-333333333333"


def _raw(name: str, raw: bytes, refusal: type[Exception] = PackJsonBad) -> None:
    """`pack.json` with these bytes."""
    book.changed(f"pack.json {name}", refusal, lambda d: setattr(d, "raw_json", raw))


def _pack(name: str, refusal: type[Exception] = PackJsonBad, **fields: Any) -> None:
    """`pack.json` with other fields; None takes one away."""

    def change(made: Draft) -> None:
        for key, value in fields.items():
            made.pack[key] = value
            if value is None:
                del made.pack[key]

    book.changed(f"pack.json {name}", refusal, change)


SOUND = json.dumps(draft().pack).encode()
_raw("is empty", b"")
_raw("is no JSON", b"hola")
_raw("is a list", b"[]")
_raw("is a number", b"7")
_raw("is null", b"null")
_raw("is cut off", SOUND[:-9])
_raw("has something behind", SOUND + b"{}")
_raw("begins with a byte order mark", b"\xef\xbb\xbf" + SOUND)
_raw("is UTF-16", SOUND.decode().encode("utf-16"))
_raw("is not UTF-8", SOUND.replace(b"Agencia", b"Agenc\xeda"))
_raw("has a key twice", SOUND[:-1] + b', "title": "otro"}')
_raw("has a key twice further in", SOUND.replace(b'"publisher": {', b'"publisher": {"id": "x", '))
_raw("has NaN", SOUND[:-1] + b', "x": NaN}')
_raw("has Infinity", SOUND[:-1] + b', "x": -Infinity}')
_raw("has a number without end", SOUND[:-1] + b', "x": 1e999}')
_raw("has a long number", SOUND[:-1] + b', "x": ' + b"9" * 5000 + b"}")
_raw("has a long fraction", SOUND[:-1] + b', "x": 0.' + b"9" * 5000 + b"}")
_raw("has a long exponent", SOUND[:-1] + b', "x": 1e' + b"9" * 5000 + b"}")
_raw("has a lone surrogate", SOUND[:-1] + b', "x": "\\ud800"}')
_raw("has a lone surrogate as a key", SOUND[:-1] + b', "\\udfff": 1}')
_raw("has a control character", SOUND[:-1] + b', "x": "\x01"}')
_raw("is too deep", SOUND[:-1] + b', "x": ' + b"[" * 50 + b"]" * 50 + b"}")
_raw("is far too deep", b"[" * 200_000)
_raw("is far too deep in objects", b'{"a":' * 100_000)
_raw("has quotes without end", b'{"a": "' + b'\\"' * 300_000)
_raw(
    "is larger than the limit", b'{"a": "' + b"x" * limits.MAX_MANIFEST_BYTES + b'"}', PackTooLarge
)
_raw("has comments", b"/* hola */" + SOUND)
_raw("has single quotes", SOUND.replace(b'"', b"'"))
_raw("has a comma too many", SOUND[:-1] + b",}")

for key in ("format", "version", "pack_id", "kind", "title", "created", "publisher", "documents"):
    _pack(f"without {key}", **{key: None})
    _pack(f"{key} is a number", **{key: 7})
    _pack(f"{key} is a list of texts", **{key: ["x"]})
_pack("of another format", format="epub")
_pack("version is a word", version="uno")
_pack("version has one number", version="1")
_pack("version has three numbers", version="1.0.0")
_pack("version nought", version="0.9")
_pack("version has a sign", version="-1.0")
_pack("version in Arabic digits", version="\u0661.\u0660")
_pack("version of 5000 digits", version="9" * 5000 + ".0")
_pack("of a kind that nobody knows", kind="virus")
_pack("pack_id is no UUID", pack_id="../../x")
_pack("pack_id in capitals", pack_id="5B1C7A52-7F0E-4D8C-9A63-0F2F6C3B9D01")
_pack("pack_id as a URN", pack_id="urn:uuid:5b1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d01")
_pack("documents is an object", documents={})
_pack("languages is a text", languages="es")
_pack("languages holds numbers", languages=[1])
_pack("summary is a list", summary=["x"])
_pack("publisher name is a number", publisher={"id": "x", "name": 7})
for version in ("2.0", "2.1", "10.0", "9999.9999"):
    _pack(f"of version {version}", PackNewer, version=version)
book.changed(
    "newer version with files of a new kind",
    PackNewer,
    lambda d: (d.pack.update(version="3.0"), d.payload.update({"data/films/a.film": b"x"})),
)
book.changed(
    "this version with files of a new kind",
    PackTypeForbidden,
    lambda d: d.payload.update({"data/films/a.film": b"x"}),
)

# --- documents ---------------------------------------------------------------------------------

CASE = case_text("lime", "es").encode()


def _document(name: str, refusal: type[Exception], raw: bytes = CASE, **row: Any) -> None:
    def change(made: Draft) -> None:
        made.text(raw)
        made.pack["documents"][0] |= {"sha256": sha256(raw), **row}

    book.changed(f"document {name}", refusal, change)


for field in ("id", "lang", "path", "sha256", "title"):
    _document(f"{field} is a number in its row", PackJsonBad, **{field: 7})
    book.changed(
        f"document without {field} in its row",
        PackJsonBad,
        lambda d, field=field: d.pack["documents"][0].pop(field),
    )
_document("id is no UUID", PackJsonBad, id="lime")
_document("id of another", PackJsonBad, id=GOLD)
_document("path elsewhere", PackJsonBad, path="data/pack.json")
_document("path outside", PackJsonBad, path="../../x.md")
_document("lang is a path", PackJsonBad, lang="es/../..")
_document("sha256 in capitals", PackJsonBad, sha256=sha256(CASE).upper())
_document("sha256 too short", PackJsonBad, sha256="ab")
_document("sha256 of another", PackDocumentBad, sha256="0" * 64)
_document("parents is a text", PackJsonBad, parents="x")
_document("parents are no digests", PackJsonBad, parents=["x"])
_document("authors are numbers", PackJsonBad, authors=[1])
_document("slug is a list", PackJsonBad, slug=["x"])
book.changed("document row is a text", PackJsonBad, lambda d: d.pack["documents"].append("x"))
book.changed(
    "document twice", PackDocumentBad, lambda d: d.pack["documents"].append(d.pack["documents"][0])
)
book.changed(
    "document that is not in pack.json", PackIncomplete, lambda d: d.pack["documents"].clear()
)
book.changed(
    "document of pack.json that is not there",
    PackIncomplete,
    lambda d: (d.text(CASE, GOLD), d.payload.pop(f"data/docs/{GOLD}/es.md")),
)

_document("without front matter", PackDocumentBad, b"# Hola\n")
_document("empty", PackDocumentBad, b"")
_document("of another uid", PackDocumentBad, CASE.replace(LIME.encode(), GOLD.encode()))
_document("of another language", PackDocumentBad, CASE.replace(b"lang: es", b"lang: en"))
_document("not UTF-8", PackDocumentBad, CASE + b"\xff\xfe")
_document("UTF-16", PackDocumentBad, CASE.decode().encode("utf-16"))
_document("a picture", PackDocumentBad, b"\x89PNG\r\n\x1a\n" + bytes(50))
for field in (b"uid", b"lang", b"title"):
    lines = [line for line in CASE.split(b"\n") if not line.startswith(field + b":")]
    _document(f"without {field.decode()}", PackDocumentBad, b"\n".join(lines))
TITLE = CASE.split(b"\n")[4]
for name, line in {
    "title is empty": b'title: ""',
    "title is a list": b"title: [a]",
    "title twice": TITLE + b"\n" + TITLE,
    "title is a number of 5000 digits": b"title: 0x" + b"f" * 5000,
    "an alias": b"title: &a x\nother: *a",
    "laughs a thousand times": b"title: x\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
    "a Python object": b"title: !!python/object/apply:os.system ['true']",
    "a Python name": b"title: !!python/name:os.system",
    "an unknown tag": b"title: !evil x",
    "a key that is a list": b"title: x\n? [a]\n: b",
    "a tab for an indent": b"title: x\nother:\n\t- a",
    "brackets without end": b"title: [[[[x",
    "brackets far too deep": b"title: " + b"[" * 5000,
    "dashes far too deep": b"title: x\nother:\n  " + b"- " * 5000 + b"x",
    "a directive": b"%YAML 9.9\ntitle: x",
    "a bad merge": b"title: x\n<<: 7",
    "a bad date": b"title: x\ncreated: 2026-99-99",
    "a bad escape": b'title: "\\q"',
}.items():
    _document(f"front matter: {name}", PackDocumentBad, CASE.replace(TITLE, line, 1))
_document(
    "front matter larger than the limit",
    PackDocumentBad,
    CASE.replace(TITLE, TITLE + b"\nx: " + b"y" * 66_000),
)
_document("front matter that does not end", PackDocumentBad, CASE.replace(b"\n---\n", b"\n", 1))
_document("larger than the limit", PackTooLarge, CASE + b"x" * (1024 * 1024))
_document("of too many lines", PackDocumentBad, CASE + b"\n" * 20_001)
for name, body in {
    "quotes too deep": b"> " * 40 + b"x",
    "quotes too deep without spaces": b">" * 40 + b"x",
    "indents too deep": b" " * 130 + b"x",
    "lists too deep": b"".join(b" " * (4 * n) + b"- x\n" for n in range(40)),
    "quotes and lists too deep": b"> - " * 60 + b"x",
    "open brackets": b"[" * 40_000,
    "open pictures": b"![" * 20_000,
    "open links": b"[a](" * 10_000,
    "open links with brackets": b"[a](<" * 10_000,
    "brackets in brackets": b"[" * 31 + b"]" * 31,
}.items():
    _document(
        f"text: {name}",
        PackDocumentBad,
        CASE + b"\n\n" + body + b"\n",
    )

# --- notes -------------------------------------------------------------------------------------


def _note(name: str, row: Any, refusal: type[Exception] = PackJsonBad) -> None:
    book.changed(f"note {name}", refusal, lambda d: d.notes(row))


def _without(field: str) -> dict[str, Any]:
    return {k: v for k, v in note_row().items() if k != field}


_note("is no JSON", b"hola")
_note("is a list", b"[]")
_note("is a text", b'"hola"')
_note("is a number", b"7")
_note("has a key twice", b'{"id": "urn:uuid:x", "id": "urn:uuid:y"}')
_note("has NaN", json.dumps(note_row())[:-1].encode() + b', "x": NaN}')
_note("is not UTF-8", b'{"id": "\xff"}')
_note("has a lone surrogate", json.dumps(note_row(body="\ud800")).encode())
_note("is too deep", b'{"id": ' + b"[" * 60 + b"]" * 60 + b"}")
_note("without id", _without("id"))
_note("without target", _without("target"))
_note("target is a text", note_row(target="x"))
_note("target without source", note_row(target={"language": "es"}))
_note("target is no UUID", note_row(target={"source": "http://example.org/x"}))
_note("larger than the limit", note_row(body="x" * 70_000), PackTooLarge)
_note("cut off", json.dumps(note_row())[:-5].encode())
book.changed("second note is bad", PackJsonBad, lambda d: d.notes(note_row(), b"{"))
book.changed(
    "notes that are one long line",
    PackTooLarge,
    lambda d: d.json("data/annotations.jsonl", b"[" + b" " * 200_000 + b"]"),
)

# --- plans, collections, glossary, crate ---------------------------------------------------------

WORKSHOP = {"id": PLAN, "title": "Taller", "days": []}


def _part(
    name: str, folder: str, value: Any, refusal: type[Exception] = PackJsonBad, under: str = PLAN
) -> None:
    book.changed(
        f"{folder}: {name}", refusal, lambda d: d.json(f"data/{folder}/{under}.json", value)
    )


for folder in ("workshops", "collections"):
    for name, value in {
        "no JSON": b"{",
        "a list": [],
        "a text": "x",
        "null": None,
        "a key twice": b'{"id": "x", "id": "y"}',
        "too deep": b"[" * 99,
        "not UTF-8": b'{"id": "\xff"}',
        "no id": {"title": "x"},
    }.items():
        _part(name, folder, value)
_part("under the id of another", "workshops", WORKSHOP, under=OTHER)
_part("id is no UUID", "workshops", {**WORKSHOP, "id": "x"})
_part("id is a number", "workshops", {**WORKSHOP, "id": 7})
_part("days is a number", "workshops", {**WORKSHOP, "days": 7})
_part("days are texts", "workshops", {**WORKSHOP, "days": ["x"]})
_part("blocks are texts", "workshops", {**WORKSHOP, "days": [{"id": "a", "blocks": ["x"]}]})
_part(
    "minutes is a word",
    "workshops",
    {**WORKSHOP, "days": [{"id": "a", "blocks": [{"id": "b", "title": "c", "minutes": "muchos"}]}]},
)
_part("participants is a word", "workshops", {**WORKSHOP, "participants": "muchas"})
_part("title is a list", "workshops", {**WORKSHOP, "title": ["x"]})
_part("day title is an object", "workshops", {**WORKSHOP, "days": [{"id": "a", "title": {}}]})
_part(
    "block notes are a number",
    "workshops",
    {**WORKSHOP, "days": [{"id": "a", "blocks": [{"id": "b", "title": "c", "notes": 7}]}]},
)
_part(
    "roles are a list",
    "workshops",
    {**WORKSHOP, "days": [{"id": "a", "blocks": [{"id": "b", "title": "c", "roles": ["x"]}]}]},
)
_part(
    "minutes without end",
    "workshops",
    json.dumps({**WORKSHOP, "participants": 0}).replace("0", "1e400").encode(),
)
SHELF = {"id": PLAN, "title": "Lista", "remark": "", "items": [{"uid": LIME}]}
_part("under the id of another", "collections", SHELF, under=OTHER)
for field, value in (
    ("title", 7),
    ("remark", []),
    ("items", 7),
    ("items", {}),
    ("items", ["x"]),
    ("items", [{"uid": 7}]),
    ("items", [{"uid": LIME, "remark": []}]),
    ("items", [{}]),
    ("id", 7),
):
    _part(f"{field} is {value!r}"[:60], "collections", {**SHELF, field: value})

for name, data, refusal in (
    ("not UTF-8", b"id,prefLabel_es\nx,\xff\n", PackDocumentBad),
    ("without columns", b"a,b\n1,2\n", PackDocumentBad),
    ("a row without id", b"id,prefLabel_es\n,x\n", PackDocumentBad),
    ("a row without its word", b"id,prefLabel_es\nx,\n", PackDocumentBad),
    ("a cell too long", b"id,prefLabel_es\nx," + b"y" * 200_000 + b"\n", PackDocumentBad),
    ("larger than the limit", b"x" * (limits.MAX_GLOSSARY_BYTES + 1), PackTooLarge),
):
    book.changed(
        f"glossary: {name}",
        refusal,
        lambda d, data=data: d.payload.update({"data/glossary.csv": data}),
    )
for name, raw in {"a list": b"[]", "no JSON": b"x", "too deep": b"[" * 99}.items():
    book.changed(
        f"crate: {name}", PackJsonBad, lambda d, raw=raw: d.json("data/ro-crate-metadata.json", raw)
    )
