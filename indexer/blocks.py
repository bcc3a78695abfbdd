"""Runs of postings and of terms as bytes of Whoosh's files, made of arrays and not one by one.

A block of postings is, in W3, its length, a pickle of what is known of it and a pickle of the
data. Both pickles are put together here with everything at a fixed distance: what is known
is six numbers; the data is (numbers, often, None), two strings of bytes, which stand at even
places so that they can be used where they stand.
"""

from __future__ import annotations

import struct
from hashlib import md5
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

from indexer.inversion import Run
from indexer.layout import NUMBER, OFTEN

MOST = np.iinfo(OFTEN).max
# Pickle, protocol 2: a tuple (mark, count, last, weight, three zeros) ...
_INFO = [("tuple", "S4"), ("count", "<i4"), ("int", "S1"), ("last", "<i4"), ("float", "S1"),
         ("most", ">f8"), ("zeros", "S8")]  # fmt: skip
# ... then, protocol 4: bytes, memoize (fills the place up), bytes, None, a tuple.
_HEAD = np.dtype([("magic", "S4"), ("size", ">i4"), *_INFO, ("data", "S3"), ("bytes", "<u4")])
_MIDDLE = np.dtype([("bytes", "S2"), ("size", "<u4")])
_END = np.frombuffer(b"N\x87.", np.uint8)
_EVEN = NUMBER.itemsize
# A row of W3's table of terms: see `W3TermInfo`.
_TERM = np.dtype([
    ("inlined", "u1"), ("weight", ">f4"), ("df", ">u4"), ("shortest", "u1"), ("longest", "u1"),
    ("most", ">f4"), ("first", ">u4"), ("last", ">u4"), ("place", ">i8"), ("size", ">i4"),
])  # fmt: skip
_SIZES, _FIELD = struct.Struct(">ii"), struct.Struct(">H")
_SLOT = struct.Struct(">Iq")


def blocks(run: Run, place: int) -> tuple[bytes, NDArray[np.int64], list[bytes]]:
    """The blocks of a run, to be written at a place of the file that is a multiple of four;
    where the numbers of each term begin; and the row of each in the table of terms.
    """
    counts, starts = run.sizes, run.starts
    sizes = _HEAD.itemsize + counts * (_EVEN + OFTEN.itemsize) + _MIDDLE.itemsize + len(_END)
    gap = -_HEAD.itemsize % _EVEN
    room = -(-(gap + sizes) // _EVEN) * _EVEN
    heads = np.cumsum(room) - room + gap
    begins = heads + _HEAD.itemsize
    middles = begins + counts * _EVEN
    out = np.zeros(int(room.sum()), np.uint8)
    most = np.maximum.reduceat(run.often, starts)
    last = run.passages[starts + counts - 1]
    head = np.zeros(len(counts), _HEAD)
    head["magic"], head["size"] = WHOOSH3_HEADER_MAGIC, 8 - sizes  # of all but magic and size
    head["tuple"], head["int"], head["float"] = b"\x80\x02(J", b"J", b"G"
    head["count"], head["last"], head["most"] = counts, last, most
    head["zeros"], head["data"], head["bytes"] = b"K\0K\0K\0t.", b"\x80\x04B", counts * _EVEN
    middle = np.zeros(len(counts), _MIDDLE)
    middle["bytes"], middle["size"] = b"\x94B", counts * OFTEN.itemsize
    _put(out, heads, head)
    _put(out, middles, middle)
    oftens = middles + _MIDDLE.itemsize
    out[(oftens + counts * OFTEN.itemsize)[:, None] + np.arange(len(_END))] = _END
    every = np.arange(len(run.passages))
    out.view(NUMBER)[every + np.repeat(begins // _EVEN - starts, counts)] = run.passages
    often = np.minimum(run.often, MOST)
    out.view(OFTEN)[every + np.repeat(oftens // OFTEN.itemsize - starts, counts)] = often
    rows = np.zeros(len(counts), _TERM)
    rows["weight"], rows["df"] = np.add.reduceat(run.often, starts), counts
    rows["most"], rows["first"], rows["last"] = most, run.passages[starts], last
    rows["place"], rows["size"] = place + heads, sizes
    row = rows.tobytes()
    step = _TERM.itemsize
    return out.tobytes(), place + begins, [row[n : n + step] for n in range(0, len(row), step)]


def _put(out: NDArray[np.uint8], places: NDArray[np.int64], records: NDArray[Any]) -> None:
    size = records.dtype.itemsize
    row = records.view(np.uint8).reshape(-1, size)
    for column in range(size):  # not all at once: the places would take eight bytes a byte
        out[places + column] = row[:, column]


def add_terms(index: Any, field: int, texts: list[bytes], rows: list[bytes]) -> None:
    """Add terms of a field, in order, to Whoosh's `OrderedHashWriter`, as its `add` does."""
    prefix, place = _FIELD.pack(field), index.tell()
    parts: list[bytes] = []
    for text, row in zip(texts, rows, strict=True):
        key = prefix + text
        hashed = int.from_bytes(md5(key, usedforsecurity=False).digest()[-4:], "big")
        index.buckets[hashed & 255].append((hashed, place))
        index.index.append(place)
        parts += (_SIZES.pack(len(key), len(row)), key, row)
        place += _SIZES.size + len(key) + len(row)
    index.dbfile.write(b"".join(parts))
    index.lastkey = key


def write_hashes(index: Any) -> None:
    """The hash tables of an `OrderedHashWriter`, as its `_write_hashes` does."""
    place, out = index.tell(), bytearray()
    empty = _SLOT.pack(0, 0)
    for entries in index.buckets:
        slots = 2 * len(entries)
        index.directory.append((place + len(out), slots))
        table = [empty] * slots
        for hashed, position in entries:
            slot = (hashed >> 8) % slots
            while table[slot] is not empty:
                slot = (slot + 1) % slots
            table[slot] = _SLOT.pack(hashed, position)
        out += b"".join(table)
    index.dbfile.write(bytes(out))
