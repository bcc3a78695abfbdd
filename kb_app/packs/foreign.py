"""What a pack holds that this version does not understand: kept, and given back on export.

A later minor version, or another program, may add fields and files below `data/x-…`. They
are read again from the packs as they were received, when a text or note that came with them
is sent on.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indexer.errors import KbError
from kb_app.packs import limits, safejson
from kb_app.packs.gate import ANNOTATIONS
from kb_app.packs.manifest import ITEM, KNOWN_DOCUMENT_FIELDS, KNOWN_FIELDS, read_manifest
from kb_app.packs.parts import COLLECTIONS, KNOWN_COLLECTION_FIELDS
from kb_app.packs.zipreader import ZipReader, lines_of

log = logging.getLogger(__name__)
# Members of an annotation that this version reads or writes.
_KNOWN_ANNOTATION_FIELDS = frozenset(
    "@context id type motivation created modified body bodyValue target creator".split()
)
_OWN_PREFIX = "batea:"
Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Foreign:
    """Fields of the pack itself, of documents by (uid, lang), of notes and collections by id;
    files by name.
    """

    fields: Fields = field(default_factory=dict)
    documents: Mapping[tuple[str, str], Fields] = field(default_factory=dict)
    notes: Mapping[str, Fields] = field(default_factory=dict)
    collections: Mapping[str, Fields] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def foreign_of(
    packs: Iterable[Path],
    texts: Mapping[tuple[str, str], str],
    notes: frozenset[str],
    collections: frozenset[str],
) -> Foreign:
    """What received packs hold that goes with some texts (digest by uid and lang), notes and
    collections (ids). Where two packs have the same, the later one in `packs` counts; one
    that cannot be read any more is passed over.
    """
    found = Foreign({}, {}, {}, {}, {})
    for path in packs:
        try:
            with ZipReader(path) as archive:
                one = _read(archive, texts, notes, collections)
        except KbError as error:
            log.warning("a received pack cannot be read any more: %r", error)
            continue
        found = Foreign(
            {**found.fields, **one.fields},
            {**found.documents, **one.documents},
            {**found.notes, **one.notes},
            {**found.collections, **one.collections},
            {**found.files, **one.files},
        )
    return found


def _read(
    archive: ZipReader,
    texts: Mapping[tuple[str, str], str],
    notes: frozenset[str],
    collections: frozenset[str],
) -> Foreign:
    manifest = read_manifest(safejson.load(archive.read(ITEM), ITEM))
    documents = {
        (row["id"], row["lang"]): unknown
        for row in manifest.raw["documents"]
        if texts.get((row["id"], row["lang"])) == row["sha256"]
        and (unknown := _unknown(row, KNOWN_DOCUMENT_FIELDS))
    }
    return Foreign(
        _unknown(manifest.raw, KNOWN_FIELDS),
        documents,
        dict(_annotations(archive, notes)) if notes else {},
        dict(_collections(archive, collections)),
        {name: archive.read(name) for name in archive.by_name if name.startswith("data/x-")},
    )


def _annotations(archive: ZipReader, notes: frozenset[str]) -> Iterator[tuple[str, Fields]]:
    if ANNOTATIONS not in archive.by_name:
        return
    for line in lines_of(archive.chunks(ANNOTATIONS), limits.MAX_ANNOTATION_BYTES):
        if line.strip():
            value = safejson.load(line, ANNOTATIONS)
            note_id = str(value["id"]).removeprefix("urn:uuid:")
            unknown = _unknown(value, _KNOWN_ANNOTATION_FIELDS)
            own = {name: v for name, v in unknown.items() if not name.startswith(_OWN_PREFIX)}
            if note_id in notes and own:
                yield note_id, own


def _collections(archive: ZipReader, wanted: frozenset[str]) -> Iterator[tuple[str, Fields]]:
    for collection_id in wanted:
        name = f"{COLLECTIONS}{collection_id}.json"
        with suppress(KeyError):
            value = safejson.load(archive.read(name), name)
            yield collection_id, _unknown(value, KNOWN_COLLECTION_FIELDS)


def _unknown(value: Fields, known: frozenset[str]) -> Fields:
    return {name: inner for name, inner in value.items() if name not in known}
