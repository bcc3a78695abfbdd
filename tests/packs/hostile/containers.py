"""The file and its ZIP structure: size, end record, tiling, kinds, sizes, inflating, CRC."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Any

from kb_app.packs import limits
from kb_app.packs.errors import (
    PackDamaged,
    PackEntryForbidden,
    PackNotZip,
    PackTooLarge,
)
from tests.packs.hostile.recipes import Book
from tests.packs.making import MEDIA_TYPE, Draft, Entry, changed, deflated, draft, zipped

book = Book()


def _second(change: Callable[[Entry], Entry]) -> Callable[[list[Entry]], list[Entry]]:
    return lambda entries: [entries[0], change(entries[1]), *entries[2:]]


def _second_has(**fields: Any) -> Callable[[list[Entry]], list[Entry]]:
    return _second(lambda entry: changed(entry, **fields))


def _sound() -> bytes:
    return draft().data()


# --- not a ZIP, cut off, something before or behind --------------------------------------------

for name, data in {
    "empty file": b"",
    "one byte": b"P",
    "text": b"Hola" * 100,
    "html": b"<!DOCTYPE html><script>alert(1)</script>" * 3,
    "only an end record, cut": b"PK\x05\x06" + bytes(10),
    "zeros": bytes(4096),
    "gzip": b"\x1f\x8b\x08" + bytes(100),
    "rar": b"Rar!\x1a\x07\x00" + bytes(100),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(100),
    "elf": b"\x7fELF" + bytes(200),
    "windows program": b"MZ" + bytes(200),
    "sqlite": b"SQLite format 3\x00" + bytes(200),
    "pickle": b"\x80\x04\x95" + b"cos\nsystem\n(S'true'\ntR." * 3,
}.items():
    book.add(name, PackNotZip, lambda data=data: data)

book.add("no entries at all", PackNotZip, lambda: zipped([]))
for cut in (1, 2, 10, 21, 22, 23, 100, 500, 1000):
    book.add(f"cut {cut} bytes from the end", PackNotZip, lambda cut=cut: _sound()[:-cut])
for cut in (1, 4, 30, 100):
    book.add(f"cut {cut} bytes from the start", PackNotZip, lambda cut=cut: _sound()[cut:])
for place in (0.1, 0.5, 0.9):
    book.add(
        f"a byte missing at {place}",
        PackNotZip,
        lambda place=place: (d := _sound())[: int(len(d) * place)] + d[int(len(d) * place) + 1 :],
    )

book.with_end("bytes before", PackNotZip, prefix=b"#!/bin/sh\n")
book.with_end("a program before", PackNotZip, prefix=b"MZ" + bytes(510))
book.with_end("a bytes behind", PackNotZip, suffix=b"\n")
book.with_end("html behind", PackNotZip, suffix=b"<script>")
book.with_end("a comment", PackNotZip, comment=b"hola")
book.with_end("a comment with an end record in it", PackNotZip, comment=b"PK\x05\x06" + bytes(18))
book.with_end("comment length without comment", PackNotZip, end={"comment": 4})
book.with_end("a gap before the directory", PackNotZip, gap=bytes(1))
book.with_end("an end record in the gap", PackNotZip, gap=b"PK\x05\x06" + bytes(18))
book.with_end("a large gap", PackNotZip, gap=bytes(70_000))
for key in ("disk", "start_disk"):
    book.with_end(f"end record {key}", PackNotZip, end={key: 1})
book.with_end("one entry more said", PackNotZip, end={"here": 9, "count": 9})
book.with_end("one entry less said", PackNotZip, end={"here": 7, "count": 7})
book.with_end("here and count differ", PackNotZip, end={"here": 3})
book.with_end("no entries said", PackNotZip, end={"here": 0, "count": 0})
book.with_end("directory elsewhere", PackNotZip, end={"offset": 0})
book.with_end("directory behind the file", PackNotZip, end={"offset": 2**31})
book.with_end("directory shorter", PackNotZip, end={"length": 10})
book.with_end("zip64 count", PackNotZip, end={"here": 0xFFFF, "count": 0xFFFF})
book.with_end("zip64 offset", PackNotZip, end={"offset": 0xFFFFFFFF})
book.with_end("zip64 length", PackNotZip, end={"length": 0xFFFFFFFF})
book.add("two archives one after the other", PackNotZip, lambda: _sound() + _sound())
book.add("an end record twice", PackNotZip, lambda: (d := _sound()) + d[-22:])
book.rezipped(
    "an end record in a name",
    PackNotZip,
    lambda e: [*e, Entry("data/x-a/PK\x05\x06.txt", b"")],
)

# --- tiling ------------------------------------------------------------------------------------


def _overlapping() -> bytes:
    """Two central entries that point at the same local one (D. Fifield's bomb in small)."""
    entries = [Entry("mimetype", MEDIA_TYPE, 0), Entry("index.html", bytes(1000))]
    twin = changed(entries[1], central={"offset": 30 + 8 + len(MEDIA_TYPE)}, before=b"")
    return zipped([*entries, twin])


def _quoted() -> bytes:
    """An entry whose bytes hold the next entry's local header."""
    inner = zipped([Entry("a.txt", b"x" * 50, 0)])[: 30 + 5 + 50]
    outer = Entry("index.html", inner, 0)
    return zipped(
        [
            Entry("mimetype", MEDIA_TYPE, 0),
            outer,
            Entry("a.txt", b"x" * 50, 0, central={"offset": 38 + len(MEDIA_TYPE) + 40}),
        ]
    )


book.add("entries overlap", PackNotZip, _overlapping)
book.add("an entry inside another", PackNotZip, _quoted)
book.rezipped("a gap between entries", PackNotZip, _second_has(before=b"\0"))
book.rezipped(
    "a hidden entry in the gap",
    PackNotZip,
    _second_has(before=zipped([Entry("x", b"evil", 0)])[:35]),
)
book.rezipped(
    "entries in another order in the directory",
    PackNotZip,
    lambda e: [changed(e[0], central={"offset": 200}), *e[1:]],
)
book.rezipped("offset into itself", PackNotZip, _second_has(central={"offset": 5}))
book.rezipped("offset behind the file", PackNotZip, _second_has(central={"offset": 2**30}))
for name, fields in {
    "magic of the local header": {"magic": b"PK\x03\x05"},
    "local name": {"name": b"index.htm_"},
    "local name longer": {"name": b"index.html/../../x"},
    "local method": {"method": 0},
    "local flags": {"flags": 1},
    "local descriptor flag": {"flags": 8},
    "local CRC": {"crc": 1},
    "local CRC nought": {"crc": 0},
    "local size": {"size": 5},
    "local size nought": {"size": 0},
    "local packed size": {"packed": 5},
    "local packed size nought": {"packed": 0},
    "local version": {"need": 10},
    "local clock": {"clock": 1},
    "local day": {"day": 34},
    "local extra field": {"extra": b"UT\x01\x00\x00"},
}.items():
    book.rezipped(f"{name} differs", PackNotZip, _second_has(local=fields))
book.rezipped(
    "magic of the central header", PackNotZip, _second_has(central={"magic": b"PK\x01\x03"})
)
book.rezipped("entry on another disk", PackNotZip, _second_has(central={"disk": 1}))

# --- kinds -------------------------------------------------------------------------------------

for name, fields in {
    "encrypted": {"flags": 0x1},
    "strong encryption": {"flags": 0x41},
    "masked headers": {"flags": 0x2000},
    "data descriptor": {"flags": 0x8},
    "patched data": {"flags": 0x20},
    "deflate option bits": {"flags": 0x2},
    "method bzip2": {"method": 12},
    "method lzma": {"method": 14},
    "method zstd": {"method": 93},
    "method implode": {"method": 6},
    "method deflate64": {"method": 9},
    "method AES": {"method": 99},
    "symbolic link": {"external": 0o120777 << 16},
    "folder by mode": {"external": 0o040755 << 16},
    "folder by DOS attribute": {"external": 0x10, "made": 20},
    "device": {"external": 0o020666 << 16},
    "pipe": {"external": 0o010644 << 16},
    "socket": {"external": 0o140644 << 16},
    "may be run": {"external": 0o100755 << 16},
    "set uid": {"external": 0o104755 << 16},
    "hidden on Windows": {"external": 0x22, "made": 20},
    "system file on Windows": {"external": 0x24, "made": 20},
    "of a Macintosh": {"made": 20 | 19 << 8},
    "internal attributes": {"internal": 1},
    "later version of ZIP": {"need": 63},
    "version nought": {"need": 0},
    "extra field": {"extra": b"UT\x05\x00\x01\0\0\0\0"},
    "extra field of another name": {"extra": b"up\x09\x00\x01\0\0\0\0evil"},
    "zip64 extra field": {"extra": b"\x01\x00\x08\x00" + bytes(8)},
    "comment of an entry": {"comment": b"hola"},
    "zip64 size": {"size": 0xFFFFFFFF},
    "name in another encoding": {"raw_name": b"ma\xf1ana.txt", "flags": 0},
    "name not in UTF-8": {"raw_name": b"ma\xf1ana.txt", "flags": 0x800},
}.items():
    book.rezipped(name, PackEntryForbidden, _second_has(**fields))
book.rezipped("a folder entry", PackEntryForbidden, lambda e: [*e, Entry("data/docs/", b"", 0)])

# --- sizes -------------------------------------------------------------------------------------


def _large(count: int, size: int, packed: int) -> bytes:
    entries = [Entry("mimetype", MEDIA_TYPE, 0)]
    entries += [
        Entry(f"data/x-a/{n}.txt", b"", packed=bytes(packed), size=size) for n in range(count)
    ]
    return zipped(entries)


book.add(
    "more entries than the limit",
    PackTooLarge,
    lambda: zipped(
        [Entry("mimetype", MEDIA_TYPE, 0)]
        + [Entry(f"data/x-a/{n}.txt", b"", 0) for n in range(limits.MAX_ENTRIES)]
    ),
    what="entries",
)
book.with_end("says it has 30,000 entries", PackTooLarge, end={"here": 30_000, "count": 30_000})
book.add(
    "an entry larger than the limit",
    PackTooLarge,
    lambda: _large(1, limits.MAX_ENTRY_BYTES + 1, 400_000),
    what="entry",
)
book.add(
    "unpacked larger than the limit",
    PackTooLarge,
    lambda: _large(17, limits.MAX_ENTRY_BYTES, 340_000),
    what="unpacked",
)
book.add(
    "swells more than the ratio", PackTooLarge, lambda: _large(1, 10_000_000, 9_000), what="ratio"
)
book.rezipped("a bomb of noughts", PackTooLarge, _second_has(data=bytes(8_000_000)), what="ratio")
book.rezipped("stored with another size", PackDamaged, _second_has(method=0, size=3), detail="size")

# --- inflating and CRC -------------------------------------------------------------------------

for name, fields in {
    "larger than it says": {"size": 5},
    "smaller than it says": {"size": 5_000},
    "nothing said, something there": {"size": 0},
    "another CRC": {"crc": 7},
    "not deflate": {"packed": b"\xff" * 40},
    "deflate cut off": {"packed": deflated(b"<!DOCTYPE html>" * 9)[:-4]},
    "something behind the deflate stream": {"packed": deflated(b"<p>") + b"evil"},
    "a second deflate stream": {"packed": deflated(b"<p>") * 2},
    "no bytes at all": {"packed": b""},
    "zlib header": {"packed": zlib.compress(b"<p>hola")},
    "reserved block": {"packed": b"\x07" + bytes(8)},
    "reaches before its beginning": {"packed": struct.pack("<BHH", 2, 3, 4) + bytes(6)},
}.items():
    book.rezipped(name, PackDamaged, _second_has(**fields))


def _last_bits(made: Draft) -> None:
    """Set bits behind the end of a deflate stream: they mean nothing to a lenient reader."""

    def change(entries: list[Entry]) -> list[Entry]:
        body = bytearray(entries[1].body())
        for bit in (0x80, 0x40, 0x20):
            trial = bytes([*body[:-1], body[-1] ^ bit])
            if zlib.decompressobj(-15).decompress(trial) == entries[1].data:
                return [entries[0], changed(entries[1], packed=trial), *entries[2:]]
        # The stream ends with its byte: one more block makes room.
        return [entries[0], changed(entries[1], packed=bytes(body) + b"\0"), *entries[2:]]

    made.entries = change


book.changed("spare bits of a deflate stream", PackDamaged, _last_bits)

# --- the first entry ---------------------------------------------------------------------------

book.rezipped("mimetype is not the first", PackNotZip, lambda e: [*e[1:], e[0]])
book.rezipped("mimetype is missing", PackNotZip, lambda e: e[1:])
book.rezipped("mimetype is packed", PackNotZip, lambda e: [changed(e[0], method=8), *e[1:]])
for said in (b"application/zip", b"application/epub+zip", MEDIA_TYPE + b"\n", b"", MEDIA_TYPE[:-1]):
    book.rezipped(
        f"mimetype is {said!r}", PackNotZip, lambda e, said=said: [changed(e[0], data=said), *e[1:]]
    )
