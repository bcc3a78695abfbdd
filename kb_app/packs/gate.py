"""The gate: every check, in order; nothing leaves the archive until all have passed.

size, end record, tiling, kinds (`zipreader`); names and types (`names`); inflating with a
ceiling and CRC; BagIt sets equal both ways and digests (RFC 8493); signature; JSON;
documents. A pack runs nothing, opens no connection, and touches nothing outside itself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indexer.documents import MAX_DOCUMENT_BYTES, Edition, read_edition
from indexer.errors import DocumentUnreadable
from kb_app.notes.errors import NotesUnreadable
from kb_app.notes.model import Note
from kb_app.notes.w3c import from_lines
from kb_app.packs import limits, safejson
from kb_app.packs.cleaning import is_readable
from kb_app.packs.errors import (
    PackDamaged,
    PackDocumentBad,
    PackIncomplete,
    PackJsonBad,
    PackNotZip,
    PackTooLarge,
)
from kb_app.packs.manifest import ITEM, Manifest, PackDocument, read_manifest
from kb_app.packs.names import check_names
from kb_app.packs.signing import Signature, verify
from kb_app.packs.zipreader import STORED, ZipReader
from kb_app.workshops.model import workshop_from_json

MIMETYPE = "mimetype"
MANIFEST = "manifest-sha256.txt"
TAGMANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "signature.minisig"
ANNOTATIONS = "data/annotations.jsonl"
_LINE = re.compile(r"([0-9a-f]{64})  ?\*?(\S.*)")
_BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(frozen=True)
class CheckedPack:
    """A pack that has passed. Everything in it is safe to hold; nothing is trusted."""

    manifest: Manifest
    editions: dict[tuple[str, str], Edition]
    raws: dict[tuple[str, str], bytes]
    notes: list[Note]
    files: dict[str, bytes] = field(repr=False)
    signature: Signature | None
    sha256: str
    size: int


def open_pack(path: Path) -> CheckedPack:
    """Take a file through the gate.

    Raises PackRefused (a subclass for each reason) or PackNewer; nothing has changed then.
    """
    steps = reading(path)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            checked: CheckedPack = end.value
            return checked


def reading(path: Path) -> Generator[tuple[int, int], None, CheckedPack]:
    """`open_pack` as long work: yields (done, total) in files."""
    with ZipReader(path) as archive:
        names = [entry.name for entry in archive.entries]
        check_names(names)
        _first_is_mimetype(archive)
        contents: dict[str, bytes] = {}
        for done, name in enumerate(names, start=1):
            contents[name] = archive.read(name)
            yield done, len(names)
    _bag(contents)
    manifest = read_manifest(safejson.load(_needed(contents, ITEM), ITEM))
    signature = _signature(contents, manifest)
    for name in contents:
        if name.startswith(("data/collections/", "data/workshops/", "data/ro-crate")):
            value = safejson.load(contents[name], name)
            if not isinstance(value, dict):
                raise PackJsonBad(name, "object")
            if name.startswith("data/workshops/"):
                _plan(value, name)
    editions, raws = _documents(contents, manifest)
    notes = _notes(contents, manifest)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return CheckedPack(
        manifest, editions, raws, notes, contents, signature, digest, path.stat().st_size
    )


def _plan(value: dict[str, Any], name: str) -> None:
    try:
        plan = workshop_from_json(value)
    except ValueError as error:
        raise PackJsonBad(name, str(error)[:60]) from error
    if name != f"data/workshops/{plan.id}.json":
        raise PackJsonBad(name, "id")


def _first_is_mimetype(archive: ZipReader) -> None:
    first = archive.entries[0] if archive.entries else None
    if first is None or first.name != MIMETYPE or first.method != STORED:
        raise PackNotZip("mimetype")
    if archive.read(MIMETYPE) != limits.MEDIA_TYPE:
        raise PackNotZip("mimetype")


def _needed(contents: dict[str, bytes], name: str) -> bytes:
    if name not in contents:
        raise PackIncomplete(name, "missing")
    return contents[name]


def _bag(contents: dict[str, bytes]) -> None:
    if _needed(contents, "bagit.txt") != _BAGIT:
        raise PackIncomplete("bagit.txt", "version")
    payload = {name for name in contents if name.startswith("data/")}
    tags = set(contents) - payload - {MIMETYPE, TAGMANIFEST, SIGNATURE}
    for listing, wanted in ((MANIFEST, payload), (TAGMANIFEST, tags)):
        listed = _listing(_needed(contents, listing), listing)
        for name in sorted(wanted ^ set(listed)):
            raise PackIncomplete(name, "not listed" if name in wanted else "missing")
        for name, digest in listed.items():
            if hashlib.sha256(contents[name]).hexdigest() != digest:
                raise PackDamaged(name, "SHA-256")
    _oxum(contents, payload)


def _listing(data: bytes, item: str) -> dict[str, str]:
    if len(data) > limits.MAX_MANIFEST_BYTES:
        raise PackTooLarge("manifest", limits.MAX_MANIFEST_BYTES)
    out: dict[str, str] = {}
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise PackIncomplete(item, "UTF-8") from None
    for line in lines:
        if not line:
            continue
        match = _LINE.fullmatch(line)
        if not match or match[2] in out:
            raise PackIncomplete(item, "line")
        out[match[2]] = match[1]
    return out


def _oxum(contents: dict[str, bytes], payload: set[str]) -> None:
    try:
        info = _needed(contents, "bag-info.txt").decode("utf-8")
    except UnicodeDecodeError:
        raise PackIncomplete("bag-info.txt", "UTF-8") from None
    octets = sum(len(contents[name]) for name in payload)
    match = re.search(r"^Payload-Oxum: (\d{1,20})\.(\d{1,20})$", info, re.M)
    if not match or (int(match[1]), int(match[2])) != (octets, len(payload)):
        raise PackIncomplete("bag-info.txt", "Payload-Oxum")


def _signature(contents: dict[str, bytes], manifest: Manifest) -> Signature | None:
    if SIGNATURE not in contents:
        return None
    return verify(contents[TAGMANIFEST], contents[SIGNATURE], manifest.publisher.key)


def _documents(
    contents: dict[str, bytes], manifest: Manifest
) -> tuple[dict[tuple[str, str], Edition], dict[tuple[str, str], bytes]]:
    editions: dict[tuple[str, str], Edition] = {}
    raws: dict[tuple[str, str], bytes] = {}
    listed = {document.path for document in manifest.documents}
    for name in contents:
        if name.startswith("data/docs/") and name not in listed:
            raise PackIncomplete(name, "not in pack.json")
    for document in manifest.documents:
        raw = _needed(contents, document.path)
        key = (document.uid, document.lang)
        if key in editions:
            raise PackDocumentBad(document.path, "twice")
        editions[key] = _edition(document, raw)
        raws[key] = raw
    return editions, raws


def _edition(document: PackDocument, raw: bytes) -> Edition:
    item = document.path
    if len(raw) > MAX_DOCUMENT_BYTES:
        raise PackTooLarge("document", MAX_DOCUMENT_BYTES, item)
    slug = document.slug if re.fullmatch(r"[A-Za-z0-9-]{1,100}", document.slug) else document.uid
    try:
        edition = read_edition(raw, f"{slug}.{document.lang}.md", slug)
    except DocumentUnreadable as error:
        raise PackDocumentBad(item, error.reason) from error
    if (edition.uid, edition.lang) != (document.uid, document.lang):
        raise PackDocumentBad(item, "uid, lang")
    if edition.sha256 != document.sha256:
        raise PackDocumentBad(item, "sha256")
    if not is_readable(edition.body):
        raise PackDocumentBad(item, "takes too long to read")
    return edition


def _notes(contents: dict[str, bytes], manifest: Manifest) -> list[Note]:
    if ANNOTATIONS not in contents:
        return []
    raw = contents[ANNOTATIONS]
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if len(line) > limits.MAX_ANNOTATION_BYTES:
            raise PackTooLarge("annotation", limits.MAX_ANNOTATION_BYTES, ANNOTATIONS)
        if line.strip():
            safejson.load(line, f"{ANNOTATIONS}:{number}")
    try:
        return from_lines(raw.decode("utf-8"), ANNOTATIONS, manifest.pack_id)
    except NotesUnreadable as error:
        raise PackJsonBad(f"{ANNOTATIONS}:{error.line}", "annotation") from error
    except UnicodeDecodeError as error:
        raise PackJsonBad(ANNOTATIONS, "UTF-8") from error
