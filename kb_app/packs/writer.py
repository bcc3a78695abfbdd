"""Making a pack: the same input gives the same bytes, and the gate itself checks them."""

from __future__ import annotations

import base64
import errno
import hashlib
import io
import json
import os
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from indexer.documents import Edition
from kb_app import __version__
from kb_app.library.page import PageNote, page
from kb_app.notes.export import purpose_label
from kb_app.notes.model import Note
from kb_app.notes.w3c import to_annotation, to_lines
from kb_app.packs import limits
from kb_app.packs.additions import GLOSSARY, Row, as_csv
from kb_app.packs.checked import CheckedPack
from kb_app.packs.errors import NothingToPack
from kb_app.packs.foreign import Foreign
from kb_app.packs.gate import (
    ANNOTATIONS,
    MANIFEST,
    MIMETYPE,
    SIGNATURE,
    TAGMANIFEST,
    open_pack,
)
from kb_app.packs.manifest import FORMAT, ITEM, VERSION, Publisher
from kb_app.packs.signing import SigningKey
from kb_app.store.errors import DiskFull, FileExists, FolderUnwritable

_EPOCH = (1980, 1, 1, 0, 0, 0)
INLINE_MEDIA_BYTES = 10 * 1024 * 1024
# More text than this is too much for a browser on an old machine: the page then has titles.
PAGE_TEXT_BYTES = 16 * 1024 * 1024
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
          "gif": "image/gif", "svg": "image/svg+xml", "pdf": "application/pdf"}  # fmt: skip


@dataclass(frozen=True)
class PackContents:
    """What goes into a pack. `raws` are the bytes of each text by (uid, lang); `parents`
    the digests that it was made from; `media` the bytes of images by name; `foreign` what
    other packs brought and this version does not understand.
    """

    title: str
    created: str
    publisher: Publisher
    editions: Sequence[Edition]
    raws: Mapping[tuple[str, str], bytes]
    pack_id: str = ""
    kind: str = "material"
    summary: str = ""
    in_reply_to: str = ""
    parents: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    notes: Sequence[Note] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
    workshops: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    collections: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    glossary: Sequence[Row] = ()
    foreign: Foreign = field(default_factory=Foreign)


@dataclass(frozen=True)
class Forecast:
    """How large a pack will be (bytes, before compression) and what makes it so."""

    total: int
    parts: tuple[tuple[str, int], ...]


def forecast(contents: PackContents) -> Forecast:
    """The size before saving, largest parts first."""
    parts = {
        "documents": sum(len(raw) for raw in contents.raws.values()),
        "media": sum(len(data) for data in contents.media.values()),
        "notes": len(to_lines(list(contents.notes)).encode("utf-8")),
        "page": 3 * sum(len(e.body) for e in contents.editions) // 2,
    }
    rows = sorted(((n, size) for n, size in parts.items() if size), key=lambda r: -r[1])
    return Forecast(sum(parts.values()), tuple(rows))


def write_pack(
    contents: PackContents, path: Path, key: SigningKey | None = None, replace: bool = False
) -> CheckedPack:
    """Write a pack, take it through the gate, and only then give it its name. With `replace` a
    file of that name gives way to it, and only to a pack that has passed.

    Raises NothingToPack, FileExists, FolderUnwritable, DiskFull.
    """
    if not (contents.editions or contents.notes or contents.workshops):
        raise NothingToPack
    if path.exists() and not replace:
        raise FileExists(path.name)
    files = _bagged(contents, key)
    temporary = path.with_name(f".{path.name}.part")
    try:
        with temporary.open("wb") as file:
            _zip(files, file)
            file.flush()
            os.fsync(file.fileno())
        checked = open_pack(temporary)
        temporary.replace(path)
        return checked.at(path)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise (DiskFull() if full else FolderUnwritable(path.parent.name)) from error
    finally:
        temporary.unlink(missing_ok=True)


def _zip(files: Mapping[str, bytes], target: io.BufferedWriter) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            packed = name != MIMETYPE and not name.startswith("data/media/")
            info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            archive.writestr(info, data)


def _bagged(contents: PackContents, key: SigningKey | None) -> dict[str, bytes]:
    payload = dict(sorted(_payload(contents, key).items()))
    octets = sum(len(data) for data in payload.values())
    pack = json.loads(payload[ITEM])
    info = [
        f"Bagging-Date: {contents.created[:10]}",
        f"External-Identifier: urn:uuid:{pack['pack_id']}",
        f"Payload-Oxum: {octets}.{len(payload)}",
        f"Source-Organization: {' '.join(contents.publisher.name.split())}",
    ]
    tags = {
        "bag-info.txt": "".join(f"{line}\n" for line in info).encode("utf-8"),
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "index.html": _page(contents).encode("utf-8"),
        MANIFEST: _listing(payload),
    }
    tagmanifest = _listing(tags)
    files = {MIMETYPE: limits.MEDIA_TYPE, **tags, TAGMANIFEST: tagmanifest}
    if key is not None:
        files[SIGNATURE] = key.sign(tagmanifest, f"batea-pack {pack['pack_id']}").encode("utf-8")
    return {**files, **payload}


def _listing(files: Mapping[str, bytes]) -> bytes:
    rows = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return "".join(rows).encode("utf-8")


def _payload(contents: PackContents, key: SigningKey | None) -> dict[str, bytes]:
    files: dict[str, bytes] = dict(contents.foreign.files)
    for edition in contents.editions:
        path = f"data/docs/{edition.uid}/{edition.lang}.md"
        files[path] = contents.raws[edition.uid, edition.lang]
    media = _media(contents)
    for row in media:
        files[row["path"]] = contents.media[row["name"]]
    if contents.notes:
        files[ANNOTATIONS] = _annotations(contents)
    for name, value in contents.collections.items():
        unknown = contents.foreign.collections.get(name, {})
        files[f"data/collections/{name}.json"] = _json({**unknown, **value})
    for name, value in contents.workshops.items():
        files[f"data/workshops/{name}.json"] = _json(value)
    if contents.glossary:
        files[GLOSSARY] = as_csv(contents.glossary)
    licences = sorted({e.front.license for e in contents.editions if e.front.license})
    for licence in licences:
        files[f"data/LICENSES/{licence}.txt"] = _licence_text(licence)
    files[ITEM] = _json(_manifest(contents, key, media))
    files["data/ro-crate-metadata.json"] = _json(_crate(contents, sorted(files)))
    return files


def _annotations(contents: PackContents) -> bytes:
    rows = (
        {**contents.foreign.notes.get(note.id, {}), **to_annotation(note)}
        for note in sorted(contents.notes, key=lambda note: note.id)
    )
    short = (",", ":")
    lines = (
        json.dumps(row, ensure_ascii=False, sort_keys=True, separators=short) + "\n" for row in rows
    )
    return "".join(lines).encode("utf-8")


def _manifest(
    contents: PackContents, key: SigningKey | None, media: list[dict[str, Any]]
) -> dict[str, Any]:
    documents = [
        {
            **contents.foreign.documents.get((edition.uid, edition.lang), {}),
            "id": edition.uid,
            "lang": edition.lang,
            "path": f"data/docs/{edition.uid}/{edition.lang}.md",
            "sha256": edition.sha256,
            "parents": sorted(contents.parents.get((edition.uid, edition.lang), ())),
            "title": edition.front.title,
            "kind": edition.front.kind,
            "slug": edition.slug,
            "modified": edition.front.updated,
            "authors": list(edition.front.authors),
            "license": edition.front.license,
            "source": edition.front.sources[0].url if edition.front.sources else "",
            "provenance": [],
            "translation_of": edition.front.translation_of,
        }
        for edition in contents.editions
    ]
    publisher = contents.publisher
    seed = json.dumps([documents, contents.title, contents.created, publisher.id], sort_keys=True)
    return {
        **contents.foreign.fields,
        "format": FORMAT,
        "version": VERSION,
        "pack_id": contents.pack_id or str(uuid.uuid5(uuid.NAMESPACE_OID, seed)),
        "kind": contents.kind,
        "in_reply_to": contents.in_reply_to,
        "title": contents.title,
        "summary": contents.summary,
        "created": contents.created,
        "generator": f"batea {__version__}",
        "publisher": {
            "id": publisher.id, "name": publisher.name, "key": key.public if key else ""
        },
        "license": "CC-BY-4.0",
        "languages": sorted({edition.lang for edition in contents.editions}),
        "documents": documents,
        "media": media,
        "collections": sorted(contents.collections),
        "workshops": sorted(contents.workshops),
    }  # fmt: skip


def _media(contents: PackContents) -> list[dict[str, Any]]:
    """Media by digest, with what the texts say of their licence and credit."""
    said: dict[str, dict[str, Any]] = {}
    for edition in contents.editions:
        for row in edition.data.values.get("media") or []:
            said[str(row.get("name"))] = row
    rows = []
    for name, data in sorted(contents.media.items()):
        extension = name.rpartition(".")[2].lower()
        digest = hashlib.sha256(data).hexdigest()
        words = said.get(name, {})
        rows.append({
            "name": name, "path": f"data/media/{digest}.{extension}", "sha256": digest,
            "bytes": len(data), "type": _TYPES.get(extension, "application/octet-stream"),
            "alt": str(words.get("alt", "")), "license": str(words.get("license", "")),
            "credit": str(words.get("credit", "")),
        })  # fmt: skip
    return rows


def _page(contents: PackContents) -> str:
    inline = {}
    room = INLINE_MEDIA_BYTES
    for name, data in sorted(contents.media.items(), key=lambda row: len(row[1])):
        kind = _TYPES.get(name.rpartition(".")[2].lower(), "")
        if kind.startswith("image/") and len(data) <= room:
            room -= len(data)
            inline[name] = f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
    notes = [
        PageNote(n.uid, n.lang, purpose_label(n.purpose, n.lang), n.creator, n.exact, n.body)
        for n in contents.notes
    ]
    length = sum(len(edition.body) for edition in contents.editions)
    return page(contents.title, contents.summary, contents.publisher.name, contents.created,
                contents.editions, notes, inline, with_texts=length <= PAGE_TEXT_BYTES)  # fmt: skip


def _crate(contents: PackContents, names: Sequence[str]) -> dict[str, Any]:
    """RO-Crate 1.1 metadata: written for archives, never read on import."""
    parts = [name.removeprefix("data/") for name in names]
    return {
        "@context": "https://w3id.org/ro/crate/1.1/context",
        "@graph": [
            {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
             "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}},
            {"@id": "./", "@type": "Dataset", "name": contents.title,
             "description": contents.summary or contents.title,
             "datePublished": contents.created[:10],
             "license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
             "hasPart": [{"@id": part} for part in parts]},
            *({"@id": part, "@type": "File"} for part in parts),
        ],
    }  # fmt: skip


def _licence_text(licence: str) -> bytes:
    place = resources.files("kb_app") / "resources" / "licenses" / f"{licence}.txt"
    if place.is_file():
        return place.read_bytes()
    return f"SPDX-License-Identifier: {licence}\n".encode()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")
