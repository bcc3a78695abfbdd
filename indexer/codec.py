"""Whoosh's own codec (W3) with postings kept as arrays, and a writer that takes them so.

W3 pickles the numbers of a block one by one; unpickling them and making arrays of them took
half the time of a question. Here the postings of a term are one block with two strings of
bytes, the passage numbers and how often the term stands in each. They stand in the file as
they stand in memory, so that a reader who knows where they begin and how many they are needs
no more (`indexer.lexicon`). Whoosh reads the block as it reads its own.

Writing posting by posting, as Whoosh does, took longer than all the rest of a build:
`TermsWriter` writes whole runs of terms. Everything else (terms, files) is Whoosh's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import (
    STORED_COLUMN,
    W3Codec,
    W3FieldWriter,
    W3LeafMatcher,
    W3PostingsWriter,
)
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from indexer.blocks import MOST, add_terms, blocks, write_hashes
from indexer.inversion import Run
from indexer.layout import NUMBER, OFTEN

INDEX_NAME = "MAIN"  # Whoosh's own when none is given
# A block of its own for each term: in smaller ones Whoosh could skip, but nobody asks it to.
_ONE_BLOCK = 1 << 31


class ArrayCodec(W3Codec):  # type: ignore[misc]
    """To write with, and, found by its name in the index, to read with."""

    def __init__(self) -> None:
        super().__init__(blocklimit=_ONE_BLOCK, compression=0)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> W3PostingsWriter:
        return _Writer(dbfile, self._blocklimit, byteids, self._compression, self._inlinelimit)

    def field_writer(self, storage: Any, segment: Any) -> RunWriter:
        return RunWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> ArrayMatcher:
        offset, length = terminfo.extent()  # none is inlined: the limit is one posting
        return ArrayMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)


# --- writing --------------------------------------------------------------------------


class TermsWriter:
    """A Whoosh index of one segment in an empty folder, field by field in the order of their
    names. It is an index only once it is closed.
    """

    def __init__(self, folder: Path, schema: Schema) -> None:
        self._schema = schema
        self._storage = FileStorage(str(folder))
        self._codec = ArrayCodec()
        self._segment = self._codec.new_segment(self._storage, INDEX_NAME)
        self._writer = self._codec.field_writer(self._storage, self._segment)

    def start(self, field: str) -> None:
        """Begin a field."""
        self._writer.start_field(field, self._schema[field])

    def add(self, texts: list[bytes], run: Run) -> NDArray[np.int64]:
        """Write some terms, given in order, with their postings; returns where in the file the
        passage numbers of each begin.
        """
        return self._writer.add_run(texts, run)

    def close(self, documents: int) -> None:
        """Finish the files, the table of contents last."""
        self._writer.close()
        # W3 looks for lengths and stored fields even where none are kept.
        self._segment._fieldlengths = {}
        name = W3Codec.column_filename(self._segment, "_stored")
        with self._storage.create_file(name) as file:
            STORED_COLUMN.writer(file).finish(documents)
        self._segment.set_doc_count(documents)
        segments = [self._segment] if documents else []
        TOC(self._schema, segments, 1).write(self._storage, INDEX_NAME)

    def abandon(self) -> None:
        """Let go of the files as they are."""
        if not self._writer.is_closed:
            self._writer.close()


class RunWriter(W3FieldWriter):  # type: ignore[misc]
    """Whoosh's writer of terms and postings, which takes runs of them too."""

    def add_run(self, texts: list[bytes], run: Run) -> NDArray[np.int64]:
        """Write some terms of the field begun; returns where the numbers of each begin."""
        data, begins, rows = blocks(run, self._postfile.tell())
        self._postfile.write(data)
        add_terms(self._tindex, self._fieldid, texts, rows)
        return begins

    def close(self) -> None:
        """Finish the files."""
        self._tindex._write_hashes = lambda: write_hashes(self._tindex)
        super().close()


class _Writer(W3PostingsWriter):  # type: ignore[misc]
    """The same blocks, written posting by posting by Whoosh's own writer of documents."""

    def _mini_ids(self) -> bytes:
        return bytes(np.asarray(self._ids).astype(NUMBER))

    def _mini_weights(self) -> bytes:
        return bytes(np.minimum(np.asarray(self._weights), MOST).astype(OFTEN))


# --- reading --------------------------------------------------------------------------


class ArrayMatcher(W3LeafMatcher):  # type: ignore[misc]
    """The postings of a term, for Whoosh."""

    def _read_ids(self) -> None:
        if self._data is None:
            self._read_data()
        self._ids = np.frombuffer(self._data[0], NUMBER).tolist()

    def _read_weights(self) -> None:
        if self._data is None:
            self._read_data()
        self._weights = np.frombuffer(self._data[1], OFTEN).astype(np.float32).tolist()
