"""The gate: every check, in order; nothing leaves the archive until all have passed.

size, end record, tiling, kinds (`zipreader`); names and types (`names`); inflating with a
ceiling and CRC; BagIt sets equal both ways and digests (RFC 8493); signature; JSON;
documents. A pack runs nothing, opens no connection, and touches nothing outside itself.
Files are read once, one after the other, and not held: see `checked` for how they are had
later.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from indexer.texts import MAX_DOCUMENT_BYTES
from kb_app.notes.model import Note
from kb_app.notes.w3c import from_annotation
from kb_app.packs import limits, safejson
from kb_app.packs.additions import GLOSSARY, rows_of
from kb_app.packs.checked import CheckedPack, PackFiles
from kb_app.packs.cleaning import Cleaner
from kb_app.packs.errors import (
    PackDamaged,
    PackIncomplete,
    PackJsonBad,
    PackNotZip,
    PackRefused,
    PackTooLarge,
    PackTypeForbidden,
)
from kb_app.packs.manifest import ITEM, Manifest, read_manifest
from kb_app.packs.names import check_names, check_types
from kb_app.packs.parts import COLLECTIONS, WORKSHOPS, check_collection, check_workshop
from kb_app.packs.signing import Signature, verify
from kb_app.packs.texts import DOCUMENTS, Texts
from kb_app.packs.zipreader import STORED, ZipReader, lines_of

MIMETYPE = "mimetype"
BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAGMANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "signature.minisig"
ANNOTATIONS = limits.ANNOTATIONS
CRATE = "data/ro-crate-metadata.json"
_LINE = re.compile(r"([0-9a-f]{64})  ?\*?(\S.*)")
_BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_OXUM = re.compile(r"^Payload-Oxum: ([0-9]{1,20})\.([0-9]{1,20})$", re.M)
_STEP = 50


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
    """`open_pack` as long work: yields (done, total) in files and thousands of notes."""
    with ZipReader(path) as archive, Cleaner() as cleaner:
        names = [entry.name for entry in archive.entries]
        check_names(names)
        _check_types(archive)
        _first_is_mimetype(archive)
        total = len(names) + _thousands(archive)
        texts = Texts(cleaner)
        seen: dict[str, _Seen] = {}
        for done, name in enumerate(names, start=1):
            seen[name] = _seen(archive, name, texts)
            if done % _STEP == 0:
                yield done, total
        _bag(archive, seen)
        manifest = read_manifest(safejson.load(_needed(archive, ITEM), ITEM))
        signature = _signature(archive, manifest)
        _parts(archive)
        digests = {name: one.sha256 for name, one in seen.items()}
        texts.settle(manifest.documents, names, digests)
        notes = yield from _notes(archive, manifest, len(names), total)
        digest, size = archive.digest(), archive.size
    files = PackFiles(path, archive.by_name, digests)
    return CheckedPack(manifest, files, notes, signature, digest, size)


def _thousands(archive: ZipReader) -> int:
    """About how many thousands of notes there are: one takes a kilobyte or so."""
    entry = archive.by_name.get(ANNOTATIONS)
    return entry.size // (1_000 * 1_024) if entry else 0


def _check_types(archive: ZipReader) -> None:
    """Types that are not known here may be those of a later version: then it says so."""
    try:
        check_types(archive.by_name)
    except PackTypeForbidden:
        if ITEM in archive.by_name:
            with suppress(PackRefused):
                read_manifest(safejson.load(archive.read(ITEM), ITEM))
        raise


@dataclass(frozen=True)
class _Seen:
    """What remains of a file that was read once: its digest and size."""

    sha256: str
    size: int


def _seen(archive: ZipReader, name: str, texts: Texts) -> _Seen:
    """Read a file, the one time that most of them are; a text is looked at on the way."""
    digest, size = hashlib.sha256(), 0
    text: list[bytes] | None = [] if name.startswith(DOCUMENTS) else None
    for chunk in archive.chunks(name):
        digest.update(chunk)
        if text is not None and size <= MAX_DOCUMENT_BYTES:
            text.append(chunk)
        size += len(chunk)
    if text is not None:
        texts.look(name, b"".join(text))
    return _Seen(digest.hexdigest(), size)


def _parts(archive: ZipReader) -> None:
    """Everything in JSON and CSV that is neither the manifest nor a note."""
    for name in archive.by_name:
        if name.startswith(WORKSHOPS):
            check_workshop(safejson.load(archive.read(name), name), name)
        elif name.startswith(COLLECTIONS):
            check_collection(safejson.load(archive.read(name), name), name)
        elif name == CRATE and not isinstance(safejson.load(archive.read(name), name), dict):
            raise PackJsonBad(name, "object")
        elif name == GLOSSARY:
            rows_of(archive.read(name))


def _first_is_mimetype(archive: ZipReader) -> None:
    first = archive.entries[0] if archive.entries else None
    if first is None or first.name != MIMETYPE or first.method != STORED:
        raise PackNotZip("mimetype")
    if archive.read(MIMETYPE) != limits.MEDIA_TYPE:
        raise PackNotZip("mimetype")


def _needed(archive: ZipReader, name: str) -> bytes:
    if name not in archive.by_name:
        raise PackIncomplete(name, "missing")
    return archive.read(name)


def _bag(archive: ZipReader, seen: dict[str, _Seen]) -> None:
    if _needed(archive, BAGIT) != _BAGIT:
        raise PackIncomplete(BAGIT, "version")
    payload = {name for name in seen if name.startswith("data/")}
    tags = set(seen) - payload - {MIMETYPE, TAGMANIFEST, SIGNATURE}
    for listing, wanted in ((MANIFEST, payload), (TAGMANIFEST, tags)):
        listed = _listing(_needed(archive, listing), listing)
        for name in sorted(wanted ^ set(listed)):
            raise PackIncomplete(name, "not listed" if name in wanted else "missing")
        for name, digest in listed.items():
            if seen[name].sha256 != digest:
                raise PackDamaged(name, "SHA-256")
    _oxum(_needed(archive, BAG_INFO), sum(seen[name].size for name in payload), len(payload))


def _listing(data: bytes, item: str) -> dict[str, str]:
    if len(data) > limits.MAX_MANIFEST_BYTES:
        raise PackTooLarge("manifest", limits.MAX_MANIFEST_BYTES, item)
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


def _oxum(data: bytes, octets: int, files: int) -> None:
    try:
        info = data.decode("utf-8")
    except UnicodeDecodeError:
        raise PackIncomplete(BAG_INFO, "UTF-8") from None
    match = _OXUM.search(info)
    if not match or (int(match[1]), int(match[2])) != (octets, files):
        raise PackIncomplete(BAG_INFO, "Payload-Oxum")


def _signature(archive: ZipReader, manifest: Manifest) -> Signature | None:
    if SIGNATURE not in archive.by_name:
        return None
    signed = archive.read(TAGMANIFEST)
    return verify(signed, archive.read(SIGNATURE), manifest.publisher.key)


def _notes(
    archive: ZipReader, manifest: Manifest, done: int, total: int
) -> Generator[tuple[int, int], None, list[Note]]:
    if ANNOTATIONS not in archive.by_name:
        return []
    notes = []
    lines = lines_of(archive.chunks(ANNOTATIONS), limits.MAX_ANNOTATION_BYTES)
    for number, line in enumerate(lines, start=1):
        if len(line) > limits.MAX_ANNOTATION_BYTES:
            raise PackTooLarge("annotation", limits.MAX_ANNOTATION_BYTES, ANNOTATIONS)
        if line.strip():
            item = f"{ANNOTATIONS}:{number}"
            value = safejson.load(line, item)
            try:
                notes.append(from_annotation(value, manifest.pack_id))
            except (ValueError, TypeError, AttributeError) as error:
                raise PackJsonBad(item, "annotation") from error
        if number % 1_000 == 0:
            yield min(done + number // 1_000, total), total
    return notes
