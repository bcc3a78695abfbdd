"""Whoosh's own codec (W3) with blocks of postings kept as arrays.

W3 pickles the numbers of a block one by one; unpickling them and making arrays of them took
half the time of a question. Here a block has two strings of bytes instead, the passage
numbers and how often the term stands in each, and is decoded in one step. Everything else
(terms, files, writing) is Whoosh's.
"""

from __future__ import annotations

import mmap
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import (
    W3Codec,
    W3LeafMatcher,
    W3PostingsWriter,
    W3TermsReader,
)
from whoosh.filedb.structfile import StructFile

BLOCK = 4096  # postings in a block: long rows are decoded in few steps
_NUMBER, _OFTEN = np.dtype("<u4"), np.dtype("<u2")
_MOST = np.iinfo(_OFTEN).max


class ArrayCodec(W3Codec):  # type: ignore[misc]
    """To write with, and, found by its name in the index, to read with."""

    def __init__(self) -> None:
        super().__init__(blocklimit=BLOCK, compression=0)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> W3PostingsWriter:
        return _Writer(dbfile, self._blocklimit, byteids, self._compression, self._inlinelimit)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> ArrayMatcher:
        offset, length = terminfo.extent()  # none is inlined: the limit is one posting
        return ArrayMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)

    def terms_reader(self, storage: Any, segment: Any) -> W3TermsReader:
        terms = segment.make_filename(self.TERMS_EXT)
        posts = segment.make_filename(self.POSTS_EXT)
        size = storage.file_length(terms)
        return W3TermsReader(self, _mapped(storage, terms), size, _mapped(storage, posts))


def _mapped(storage: Any, name: str) -> StructFile:
    """A file of the index mapped to memory: read without a call of the system for each piece."""
    path = Path(storage.folder, name)
    with path.open("rb") as file:
        whole = path.stat().st_size > 0
        held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if whole else BytesIO()
    return StructFile(held, name=name)


class _Writer(W3PostingsWriter):  # type: ignore[misc]
    def _mini_ids(self) -> bytes:
        return bytes(np.asarray(self._ids).astype(_NUMBER))

    def _mini_weights(self) -> bytes:
        return bytes(np.minimum(np.asarray(self._weights), _MOST).astype(_OFTEN))


class ArrayMatcher(W3LeafMatcher):  # type: ignore[misc]
    """The postings of a term. `arrays` reads all that are left; the rest is Whoosh's."""

    def arrays(self) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Passage numbers, ascending, and how often the term stands in each."""
        numbers: list[NDArray[np.int32]] = []
        often: list[NDArray[np.float32]] = []
        while self.is_active():
            self._read_data()
            numbers.append(np.frombuffer(self._data[0], _NUMBER).astype(np.int32))
            often.append(np.frombuffer(self._data[1], _OFTEN).astype(np.float32))
            self._next_block()
        if len(numbers) == 1:
            return numbers[0], often[0]
        return np.concatenate(numbers), np.concatenate(often)

    def _read_ids(self) -> None:
        if self._data is None:
            self._read_data()
        self._ids = np.frombuffer(self._data[0], _NUMBER).tolist()

    def _read_weights(self) -> None:
        if self._data is None:
            self._read_data()
        self._weights = np.frombuffer(self._data[1], _OFTEN).astype(np.float32).tolist()
