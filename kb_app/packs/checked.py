"""A pack that has passed the gate: what it says, and its files, read when they are needed.

A pack may be larger than an old laptop's memory and may lie on a stick that is pulled or
written to meanwhile: so only its lists are held, and each file is checked again, against
the digest that the gate saw, whenever it is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from indexer.documents import Edition, read_edition
from kb_app.notes.model import Note
from kb_app.packs.errors import PackDamaged, PackMissing
from kb_app.packs.manifest import Manifest, PackDocument
from kb_app.packs.signing import Signature
from kb_app.packs.zipreader import ZipEntry, read_entry

_SLUG = re.compile(r"[A-Za-z0-9-]{1,100}")


@dataclass(frozen=True)
class PackFiles(Mapping[str, bytes]):
    """Files of a pack by name. Reading raises PackMissing, and PackDamaged when the file is
    no longer the one that was checked.
    """

    path: Path
    entries: Mapping[str, ZipEntry] = field(repr=False)
    digests: Mapping[str, str] = field(repr=False)

    def __getitem__(self, name: str) -> bytes:
        entry = self.entries[name]
        try:
            with self.path.open("rb") as file:
                data = read_entry(file, entry)
        except OSError as error:
            raise PackMissing(self.path.name) from error
        if hashlib.sha256(data).hexdigest() != self.digests[name]:
            raise PackDamaged(name, "SHA-256")
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def in_folder(self, folder: str) -> list[str]:
        """The names below a folder ("data/workshops/"), in order."""
        return sorted(name for name in self.entries if name.startswith(folder))


@dataclass(frozen=True)
class PackTexts(Mapping[tuple[str, str], Edition]):
    """Texts of a pack by (uid, lang), read when they are asked for."""

    files: PackFiles
    documents: Mapping[tuple[str, str], PackDocument] = field(repr=False)

    def __getitem__(self, key: tuple[str, str]) -> Edition:
        document = self.documents[key]
        return edition_of(document, self.files[document.path])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.documents)

    def __len__(self) -> int:
        return len(self.documents)


@dataclass(frozen=True)
class CheckedPack:
    """A pack that has passed. Everything in it is safe to hold; nothing is trusted."""

    manifest: Manifest
    files: PackFiles
    notes: list[Note] = field(repr=False)
    signature: Signature | None
    sha256: str
    size: int

    @property
    def editions(self) -> PackTexts:
        """Its texts by (uid, lang)."""
        documents = {(d.uid, d.lang): d for d in self.manifest.documents}
        return PackTexts(self.files, documents)

    def at(self, path: Path) -> CheckedPack:
        """The same pack in another place: its file was moved or copied there."""
        return replace(self, files=replace(self.files, path=path))


def slug_of(document: PackDocument) -> str:
    """The slug that the pack says, if it can be one."""
    return document.slug if _SLUG.fullmatch(document.slug) else document.uid


def edition_of(document: PackDocument, raw: bytes) -> Edition:
    """A text of a pack, read. Raises DocumentUnreadable."""
    slug = slug_of(document)
    return read_edition(raw, f"{slug}.{document.lang}.md", slug)
