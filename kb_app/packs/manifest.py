"""`data/pack.json`: what a pack says of itself, as types; unknown fields are kept."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from indexer.markdown import safe_media_name
from kb_app.packs.errors import PackJsonBad, PackNewer

FORMAT = "batea-pack"
VERSION = "1.0"
MAJOR = 1
KINDS = ("material", "reply", "backup")
ITEM = "data/pack.json"
KNOWN_FIELDS = frozenset(
    "format version pack_id kind in_reply_to title summary created generator publisher license "
    "languages documents media collections workshops deleted".split()
)
KNOWN_DOCUMENT_FIELDS = frozenset(
    "id lang path sha256 parents title kind slug modified authors license source provenance "
    "translation_of".split()
)
_VERSION = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class PackDocument:
    """A text in a pack: its place, digest and the texts that it was made from."""

    uid: str
    lang: str
    path: str
    sha256: str
    title: str
    kind: str = ""
    slug: str = ""
    parents: tuple[str, ...] = ()
    license: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Medium:
    """A picture in a pack: the name that texts use for it and where it lies."""

    name: str
    path: str


@dataclass(frozen=True)
class Publisher:
    """Who made a pack. `key` is the public key (base64) or "" when unsigned."""

    id: str
    name: str
    key: str = ""


@dataclass(frozen=True)
class Manifest:
    """What a pack says of itself. `deleted` are ids of what its maker no longer has: shown,
    never obeyed. `raw` has every field as it was read.
    """

    pack_id: str
    kind: str
    title: str
    created: str
    publisher: Publisher
    documents: tuple[PackDocument, ...]
    version: str = VERSION
    summary: str = ""
    in_reply_to: str = ""
    license: str = ""
    languages: tuple[str, ...] = ()
    generator: str = ""
    deleted: tuple[str, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def media(self) -> list[Medium]:
        """The pictures with a name that texts can use; other rows are passed over."""
        return [
            Medium(row["name"], row["path"])
            for row in _listed(self.raw.get("media"))
            if isinstance(row, dict)
            and isinstance(row.get("path"), str)
            and isinstance(row.get("name"), str)
            and safe_media_name(row["name"])
        ]


def read_manifest(value: Any) -> Manifest:
    """The manifest of a pack. Raises PackJsonBad, PackNewer."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise PackJsonBad(ITEM, "format")
    version = _text(value, "version")
    numbers = _VERSION.fullmatch(version)
    if numbers is None or int(numbers[1]) < MAJOR:
        raise PackJsonBad(ITEM, "version")
    if int(numbers[1]) > MAJOR:
        raise PackNewer(version)
    publisher = value.get("publisher")
    if not isinstance(publisher, dict):
        raise PackJsonBad(ITEM, "publisher")
    documents = value.get("documents")
    if not isinstance(documents, list):
        raise PackJsonBad(ITEM, "documents")
    kind = _text(value, "kind")
    if kind not in KINDS:
        raise PackJsonBad(ITEM, "kind")
    return Manifest(
        pack_id=_uuid(value.get("pack_id"), "pack_id"),
        kind=kind,
        title=_text(value, "title"),
        created=_text(value, "created"),
        publisher=Publisher(
            _text(publisher, "id", ""), _text(publisher, "name", ""), _text(publisher, "key", "")
        ),
        documents=tuple(_document(row) for row in documents),
        version=version,
        summary=_text(value, "summary", ""),
        in_reply_to=_text(value, "in_reply_to", ""),
        license=_text(value, "license", ""),
        languages=_texts(value, "languages"),
        generator=_text(value, "generator", ""),
        deleted=tuple(text for text in _listed(value.get("deleted")) if isinstance(text, str)),
        raw=value,
    )


def _document(row: Any) -> PackDocument:
    if not isinstance(row, dict):
        raise PackJsonBad(ITEM, "documents")
    uid, lang = _uuid(row.get("id"), "documents.id"), _text(row, "lang")
    sha256, path = _text(row, "sha256"), _text(row, "path")
    if not _LANG.fullmatch(lang) or path != f"data/docs/{uid}/{lang}.md":
        raise PackJsonBad(ITEM, "documents.path")
    if not _SHA256.fullmatch(sha256):
        raise PackJsonBad(ITEM, "documents.sha256")
    parents = _texts(row, "parents")
    if not all(_SHA256.fullmatch(parent) for parent in parents):
        raise PackJsonBad(ITEM, "documents.parents")
    return PackDocument(
        uid=uid,
        lang=lang,
        path=path,
        sha256=sha256,
        title=_text(row, "title"),
        kind=_text(row, "kind", ""),
        slug=_text(row, "slug", ""),
        parents=parents,
        license=_text(row, "license", ""),
        authors=_texts(row, "authors"),
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(row: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = row.get(name, default)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise PackJsonBad(ITEM, name)
    return value


def _texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = row.get(name) or []
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise PackJsonBad(ITEM, name)
    return tuple(value)


def _uuid(value: Any, name: str) -> str:
    try:
        found = str(uuid.UUID(str(value)))
    except ValueError:
        raise PackJsonBad(ITEM, name) from None
    if found != value:
        raise PackJsonBad(ITEM, name)
    return found
