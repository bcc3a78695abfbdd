"""Packs as they were received, kept under their digest: looked at again, given back from."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from kb_app.packs.errors import PackDamaged, PackMissing

_CHUNK = 4 * 1024 * 1024


class Received:
    """The folder of received packs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, digest: str) -> Path:
        """Where the pack with that digest lies, if it was received."""
        return self.folder / f"{digest}.batea"

    def keep(self, path: Path, digest: str, made: list[Path]) -> Path:
        """Copy a pack here, whole or not at all; `made` gets the copy when it is a new one.

        Raises PackMissing when the file cannot be read, PackDamaged when it is another one
        than the digest says (it was changed after it was looked at), OSError when the copy
        cannot be written.
        """
        kept = self.path_of(digest)
        if kept.exists() and _digest_of(kept) == digest:
            return kept
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".received.")
        temporary = Path(name)
        try:
            if _copy(path, handle) != digest:
                raise PackDamaged(path.name, "SHA-256")
            temporary.replace(kept)
        finally:
            temporary.unlink(missing_ok=True)
        made.append(kept)
        return kept


def _copy(path: Path, handle: int) -> str:
    """Copy a file into an open one, which is closed; the digest of what was copied."""
    digest = hashlib.sha256()
    with os.fdopen(handle, "wb") as target:
        try:
            source = path.open("rb")
        except OSError as error:
            raise PackMissing(path.name) from error
        with source:
            while chunk := _read(source, path.name):
                digest.update(chunk)
                target.write(chunk)
                # Not all at the end: whoever saves something then would wait for the disk.
                target.flush()
                os.fsync(target.fileno())
    return digest.hexdigest()


def _read(source: BinaryIO, name: str) -> bytes:
    try:
        return source.read(_CHUNK)
    except OSError as error:
        raise PackMissing(name) from error


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
