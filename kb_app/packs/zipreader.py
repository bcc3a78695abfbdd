"""A reader of ZIP files that trusts nothing: our own, because `zipfile` forgives too much.

Exactly one end record at the very end; entries tile the file without gap or overlap (Python
before 3.11.8 reads overlapping ones); local headers equal central ones; stored or deflate;
no encryption, no ZIP64, no data descriptors, regular files only. Nothing is written to the
disk. Format: PKWARE APPNOTE 6.3.10.
"""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kb_app.packs import limits
from kb_app.packs.errors import (
    PackDamaged,
    PackEntryForbidden,
    PackMissing,
    PackNotZip,
    PackTooLarge,
)

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_UTF8 = 0x800
_CHUNK = 64 * 1024
# How makers mark a regular file (system, external attributes), and the versions in use:
# exact, so that no changed byte of a header goes unseen.
_REGULAR = {(3, 0o100644 << 16), (3, 0o100600 << 16), (3, 0), (0, 0), (0, 0x20)}
_VERSIONS = {10, 20, 30}
STORED, DEFLATED = 0, 8


@dataclass(frozen=True)
class ZipEntry:
    """A file in the archive, as the central directory has it."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int


class ZipReader:
    """The entries of an archive, checked; then their bytes, checked. Use as a context."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = path.open("rb")
            self.size = os.fstat(self._file.fileno()).st_size
        except OSError as error:
            raise PackMissing(path.name) from error
        try:
            if self.size > limits.MAX_FILE_BYTES:
                raise PackTooLarge("file", limits.MAX_FILE_BYTES)
            self.entries = self._read_directory()
        except BaseException:
            self._file.close()
            raise
        self.by_name = {entry.name: entry for entry in self.entries}

    def __enter__(self) -> ZipReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def digest(self) -> str:
        """SHA-256 (hex) of the whole file."""
        self._file.seek(0)
        return hashlib.file_digest(self._file, "sha256").hexdigest()

    def _at(self, position: int, count: int) -> bytes:
        self._file.seek(position)
        return self._file.read(count)

    # --- the directory --------------------------------------------------------------

    def _read_directory(self) -> list[ZipEntry]:
        if self.size < _END.size:
            raise PackNotZip("short")
        end = self._at(self.size - _END.size, _END.size)
        magic, disk, start_disk, here, count, length, offset, comment = _END.unpack(end)
        if magic != b"PK\x05\x06":
            raise PackNotZip("end")
        if disk or start_disk or here != count or comment:
            raise PackNotZip("end record")
        if count == 0xFFFF or length == 0xFFFFFFFF or offset == 0xFFFFFFFF:
            raise PackNotZip("zip64")
        if count > limits.MAX_ENTRIES:
            raise PackTooLarge("entries", limits.MAX_ENTRIES)
        if offset + length != self.size - _END.size:
            raise PackNotZip("directory place")
        directory = self._at(offset, length)
        if len(directory) != length or directory.count(b"PK\x05\x06"):
            raise PackNotZip("second end record")
        entries: list[ZipEntry] = []
        position = expected = 0
        for _ in range(count):
            entry, position, expected = self._entry(directory, position, expected)
            entries.append(entry)
        if position != length:
            raise PackNotZip("directory length")
        if expected != offset:
            raise PackNotZip("gap before the directory")
        if sum(entry.size for entry in entries) > limits.MAX_UNPACKED_BYTES:
            raise PackTooLarge("unpacked", limits.MAX_UNPACKED_BYTES)
        return entries

    def _entry(self, directory: bytes, at: int, expected: int) -> tuple[ZipEntry, int, int]:
        """One central header and its local one; where the next of each begins."""
        if at + _CENTRAL.size > len(directory):
            raise PackNotZip("directory cut off")
        (magic, made, need, flags, method, clock, day, crc, packed, size, name_length,
         extra_length, comment_length, disk, internal, external, local) = _CENTRAL.unpack_from(
            directory, at
        )  # fmt: skip
        if magic != b"PK\x01\x02" or disk:
            raise PackNotZip("central header")
        at += _CENTRAL.size
        raw = directory[at : at + name_length]
        if len(raw) != name_length:
            raise PackNotZip("directory cut off")
        at += name_length + extra_length + comment_length
        name = _decoded(raw, flags)
        if extra_length or comment_length:
            raise PackEntryForbidden(name, "extra field")
        if flags & ~_UTF8:
            raise PackEntryForbidden(name, "encrypted" if flags & 0x41 else "flags")
        if method not in (STORED, DEFLATED):
            raise PackEntryForbidden(name, "method")
        if external & 0x10 or name.endswith("/"):
            raise PackEntryForbidden(name, "folder")
        if (made >> 8, external) not in _REGULAR or internal:
            raise PackEntryForbidden(name, "not a regular file")
        if made & 0xFF not in _VERSIONS or need not in _VERSIONS:
            raise PackEntryForbidden(name, "version")
        if 0xFFFFFFFF in (packed, size, local):
            raise PackEntryForbidden(name, "zip64")
        if local != expected:
            raise PackNotZip("overlap or gap")
        header = self._at(local, _LOCAL.size + name_length)
        if len(header) != _LOCAL.size + name_length:
            raise PackNotZip("local header")
        (l_magic, l_need, l_flags, l_method, l_clock, l_day, l_crc, l_packed, l_size, l_name,
         l_extra) = _LOCAL.unpack_from(header)  # fmt: skip
        central = (need, flags, method, clock, day, crc, packed, size, name_length, 0)
        if l_magic != b"PK\x03\x04" or central != (
            l_need, l_flags, l_method, l_clock, l_day, l_crc, l_packed, l_size, l_name, l_extra
        ) or header[_LOCAL.size :] != raw:  # fmt: skip
            raise PackNotZip("local header differs")
        most = (
            limits.MAX_ANNOTATIONS_BYTES if name == limits.ANNOTATIONS else limits.MAX_ENTRY_BYTES
        )
        if size > most:
            raise PackTooLarge("entry", most, name)
        if size > limits.RATIO_FROM_BYTES and size > limits.MAX_RATIO * max(1, packed):
            raise PackTooLarge("ratio", limits.MAX_RATIO, name)
        if method == STORED and packed != size:
            raise PackDamaged(name, "size")
        start = local + len(header)
        return ZipEntry(name, method, crc, packed, size, start), at, start + packed

    # --- the bytes ------------------------------------------------------------------

    def read(self, name: str) -> bytes:
        """The whole content of an entry (see `read_entry`)."""
        return read_entry(self._file, self.by_name[name])

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of an entry in pieces (see `chunks_of`)."""
        return chunks_of(self._file, self.by_name[name])


def read_entry(file: BinaryIO, entry: ZipEntry) -> bytes:
    """The whole content of an entry, never more than it declared.

    Raises PackDamaged when sizes or the CRC do not fit.
    """
    return b"".join(chunks_of(file, entry))


def chunks_of(file: BinaryIO, entry: ZipEntry) -> Iterator[bytes]:
    """The content of an entry in pieces, never more than it declared; only when the last one
    was given is it known to be whole.

    Raises PackDamaged when sizes or the CRC do not fit.
    """
    file.seek(entry.start)
    inflate = zlib.decompressobj(-15) if entry.method == DEFLATED else None
    given, crc, left = 0, 0, entry.packed
    while left:
        # The last byte comes alone: its spare bits are looked at.
        chunk = file.read(min(_CHUNK, max(1, left - 1)))
        if not chunk:
            raise PackDamaged(entry.name, "cut off")
        left -= len(chunk)
        if inflate is not None:
            chunk = _inflated(inflate, chunk, not left, entry, given)
        given += len(chunk)
        crc = zlib.crc32(chunk, crc)
        yield chunk
    if inflate is not None and (not inflate.eof or inflate.unused_data):
        raise PackDamaged(entry.name, "deflate end")
    if given != entry.size:
        raise PackDamaged(entry.name, "size")
    if crc != entry.crc:
        raise PackDamaged(entry.name, "CRC")


def lines_of(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """The lines of a file that comes in pieces, without their ends; one longer than `most`
    may come in several, the first longer than that.
    """
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole
        if len(rest) > most:
            yield rest
            rest = b""
    yield rest


def _inflated(inflate: Any, chunk: bytes, is_last: bool, entry: ZipEntry, given: int) -> bytes:
    try:
        before = inflate.copy() if is_last else None
        out: bytes = inflate.decompress(chunk, entry.size - given + 1)
        if before is not None and _has_spare_bits(before, chunk[-1:], out):
            raise PackDamaged(entry.name, "deflate padding")
    except zlib.error as error:
        raise PackDamaged(entry.name, "deflate") from error
    if inflate.unconsumed_tail or given + len(out) > entry.size:
        raise PackDamaged(entry.name, "larger than declared")
    return out


def _has_spare_bits(inflate: Any, last: bytes, out: bytes) -> bool:
    """Whether a deflate stream ends all the same, and gives the same, with some set bits of
    its last byte off: then those bits mean nothing, and only damage or mischief set them.
    """
    for used in range(8):
        masked = last[0] & ((1 << used) - 1)
        if masked != last[0]:
            trial = inflate.copy()
            if trial.decompress(bytes([masked]), len(out) + 1) == out and trial.eof:
                return True
    return False


def _decoded(raw: bytes, flags: int) -> str:
    try:
        return raw.decode("utf-8" if flags & _UTF8 else "ascii")
    except UnicodeDecodeError:
        raise PackEntryForbidden(raw.decode("latin-1"), "name encoding") from None
