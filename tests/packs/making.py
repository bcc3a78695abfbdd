"""Packs made by hand for the tests: a draft whose every part can be changed, and ZIP files of
which every field can be wrong. Nothing here uses the writer of the product.
"""

from __future__ import annotations

import base64
import hashlib
import json
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nacl.signing

from tests.indexer.library import UIDS, case_text

PACK_ID = "5b1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d01"
PUBLISHER = "7a0d5c1e-3a44-4f0e-8b21-6d1f0c9e2b11"
MEDIA_TYPE = b"application/vnd.batea.pack+zip"
LIME, GOLD = UIDS["lime"], UIDS["gold"]
UNSIGNED = ("mimetype", "tagmanifest-sha256.txt", "signature.minisig")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# --- ZIP ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """One entry; `central` and `local` replace fields of one header only, by name."""

    name: str
    data: bytes
    method: int = 8
    flags: int | None = None
    made: int = 20 | 3 << 8
    need: int = 20
    external: int = 0o100644 << 16
    internal: int = 0
    packed: bytes | None = None
    size: int | None = None
    crc: int | None = None
    extra: bytes = b""
    comment: bytes = b""
    raw_name: bytes | None = None
    central: Mapping[str, Any] = field(default_factory=dict)
    local: Mapping[str, Any] = field(default_factory=dict)
    before: bytes = b""

    def body(self) -> bytes:
        if self.packed is not None:
            return self.packed
        return deflated(self.data) if self.method == 8 else self.data


def deflated(data: bytes, level: int = 9) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def zipped(
    entries: list[Entry],
    prefix: bytes = b"",
    gap: bytes = b"",
    suffix: bytes = b"",
    end: Mapping[str, int] | None = None,
    comment: bytes = b"",
) -> bytes:
    """The bytes of a ZIP file. `end` replaces fields of the end record: disk, start_disk, here,
    count, length, offset, comment.
    """
    out = bytearray(prefix)
    directory = bytearray()
    for entry in entries:
        name = entry.raw_name if entry.raw_name is not None else entry.name.encode("utf-8")
        flags = entry.flags if entry.flags is not None else (0 if name.isascii() else 0x800)
        body = entry.body()
        fields = {
            "need": entry.need,
            "flags": flags,
            "method": entry.method,
            "clock": 0,
            "day": 33,
            "crc": zlib.crc32(entry.data) if entry.crc is None else entry.crc,
            "packed": len(body),
            "size": len(entry.data) if entry.size is None else entry.size,
            "name": name,
            "extra": entry.extra,
            "magic": b"PK\x03\x04",
        }
        out += entry.before
        offset = len(out)
        f = {**fields, **entry.local}
        out += (
            struct.pack(
                "<4s5H3L2H",
                f["magic"],
                f["need"],
                f["flags"],
                f["method"],
                f["clock"],
                f["day"],
                f["crc"],
                f["packed"],
                f["size"],
                len(f["name"]),
                len(f["extra"]),
            )
            + f["name"]
            + f["extra"]
            + body
        )
        c = {
            **fields,
            "magic": b"PK\x01\x02",
            "made": entry.made,
            "disk": 0,
            "internal": entry.internal,
            "external": entry.external,
            "offset": offset,
            "comment": entry.comment,
            **entry.central,
        }
        directory += (
            struct.pack(
                "<4s6H3L5H2L",
                c["magic"],
                c["made"],
                c["need"],
                c["flags"],
                c["method"],
                c["clock"],
                c["day"],
                c["crc"],
                c["packed"],
                c["size"],
                len(c["name"]),
                len(c["extra"]),
                len(c["comment"]),
                c["disk"],
                c["internal"],
                c["external"],
                c["offset"],
            )
            + c["name"]
            + c["extra"]
            + c["comment"]
        )
    out += gap
    e = {
        "disk": 0,
        "start_disk": 0,
        "here": len(entries),
        "count": len(entries),
        "length": len(directory),
        "offset": len(out),
        "comment": len(comment),
        **(end or {}),
    }
    out += directory
    out += (
        struct.pack(
            "<4s4H2LH",
            b"PK\x05\x06",
            e["disk"],
            e["start_disk"],
            e["here"],
            e["count"],
            e["length"],
            e["offset"],
            e["comment"],
        )
        + comment
    )
    return bytes(out + suffix)


# --- packs ----------------------------------------------------------------------------------


@dataclass
class Draft:
    """A pack in parts: `payload` and `tags` by name, `pack` is what `pack.json` will say.

    `bag` may change the finished list of files (after the digests were taken), `entries` the
    list of ZIP entries, `zip_with` how they are put together.
    """

    payload: dict[str, bytes]
    pack: dict[str, Any]
    tags: dict[str, bytes] = field(default_factory=dict)
    key: nacl.signing.SigningKey | None = None
    raw_json: bytes | None = None
    bag: Callable[[dict[str, bytes]], None] | None = None
    entries: Callable[[list[Entry]], list[Entry]] | None = None
    zip_with: Mapping[str, Any] = field(default_factory=dict)

    def files(self) -> dict[str, bytes]:
        """Every file of the pack in order."""
        payload = dict(self.payload)
        if self.key is not None:
            self.pack["publisher"]["key"] = b64(bytes(self.key.verify_key))
        item = json.dumps(self.pack, ensure_ascii=False, indent=1).encode()
        payload["data/pack.json"] = item if self.raw_json is None else self.raw_json
        payload = dict(sorted(payload.items()))
        octets = sum(len(data) for data in payload.values())
        tags = {
            "bag-info.txt": f"Payload-Oxum: {octets}.{len(payload)}\n".encode(),
            "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "index.html": b"<!DOCTYPE html><title>x</title>",
            "manifest-sha256.txt": listing(payload),
            **self.tags,
        }
        files = {"mimetype": MEDIA_TYPE, **tags, "tagmanifest-sha256.txt": listing(tags)}
        if self.key is not None:
            files["signature.minisig"] = signed(files["tagmanifest-sha256.txt"], self.key)
        files.update(payload)
        if self.bag is not None:
            self.bag(files)
        return files

    def data(self) -> bytes:
        """The pack as bytes."""
        entries = [
            Entry(name, data, 0 if name == "mimetype" else 8) for name, data in self.files().items()
        ]
        if self.entries is not None:
            entries = self.entries(entries)
        return zipped(entries, **self.zip_with)

    def write(self, path: Path) -> Path:
        path.write_bytes(self.data())
        return path

    # --- parts ---------------------------------------------------------------------------

    def text(self, raw: bytes, uid: str = "", lang: str = "es", **row: Any) -> Draft:
        """Add a document, or replace the one of that uid and language."""
        uid = uid or LIME
        path = f"data/docs/{uid}/{lang}.md"
        self.payload[path] = raw
        others = [d for d in self.pack["documents"] if (d["id"], d["lang"]) != (uid, lang)]
        made = {
            "id": uid,
            "lang": lang,
            "path": path,
            "sha256": sha256(raw),
            "parents": [],
            "title": "Un caso",
            "kind": "case_study",
            "slug": f"caso-{uid[-2:]}",
            **row,
        }
        self.pack["documents"] = [*others, made]
        return self

    def notes(self, *rows: Mapping[str, Any] | bytes) -> Draft:
        lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in rows]
        self.payload["data/annotations.jsonl"] = b"".join(line + b"\n" for line in lines)
        return self

    def json(self, name: str, value: Any) -> Draft:
        raw = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.payload[name] = raw
        return self

    def picture(self, name: str, data: bytes, ending: str = "png") -> Draft:
        path = f"data/media/{sha256(data)}.{ending}"
        self.payload[path] = data
        self.pack["media"].append({"name": name, "path": path, "sha256": sha256(data)})
        return self


def draft(**fields: Any) -> Draft:
    """A sound pack with one Spanish case."""
    pack = {
        "format": "batea-pack",
        "version": "1.0",
        "pack_id": PACK_ID,
        "kind": "material",
        "in_reply_to": "",
        "title": "Un paquete",
        "summary": "",
        "created": "2026-11-24T10:00:00Z",
        "generator": "test",
        "publisher": {"id": PUBLISHER, "name": "Agencia", "key": ""},
        "license": "CC-BY-4.0",
        "languages": ["es"],
        "documents": [],
        "media": [],
        "collections": [],
        "workshops": [],
        **fields,
    }
    return Draft({}, pack).text(case_text("lime", "es").encode())


def listing(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{sha256(d)}  {n}\n" for n, d in sorted(files.items())).encode()


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def seeded(seed: int) -> nacl.signing.SigningKey:
    """A key that is the same each time."""
    return nacl.signing.SigningKey(bytes([seed]) * 32)


def signed(content: bytes, key: nacl.signing.SigningKey, comment: str = "batea-pack x") -> bytes:
    """A signature file in minisign's layout."""
    signature = key.sign(content).signature
    trusted = key.sign(signature + comment.encode()).signature
    first = b64(b"Ed" + b"KEYIDKEY" + signature)
    return (
        f"untrusted comment: signature\n{first}\ntrusted comment: {comment}\n{b64(trusted)}\n"
    ).encode()


def note_row(note: int = 1, body: str = "¿Cuántos?", **more: Any) -> dict[str, Any]:
    """An annotation on the Spanish lime case."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:11111111-1111-4111-8111-{note:012}",
        "type": "Annotation",
        "motivation": "commenting",
        "body": [{"type": "TextualBody", "value": body}],
        "target": {
            "source": f"urn:uuid:{LIME}",
            "language": "es",
            "selector": [{"type": "TextQuoteSelector", "exact": "40 sacos"}],
        },
        **more,
    }


def changed(entry: Entry, **fields: Any) -> Entry:
    return replace(entry, **fields)
