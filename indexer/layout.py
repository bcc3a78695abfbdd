"""The files of a segment below its folder."""

from __future__ import annotations

from io import FileIO
from pathlib import Path

import numpy as np

from indexer.arrays import ArrayFile, Stored

ARRAYS = "arrays.bin"  # what a question needs at once: see `indexer.arrays`
STREAM = "stream.npy"  # the texts as numbers of words
PASSAGES = "passages.sqlite"  # what is shown of passages and entries
TEXTS = "texts.json"  # the signature of each entry, by uid
WHOOSH = "whoosh"
# In Whoosh's file of postings, for each word: the numbers of its passages, ascending, and
# elsewhere how often it stands in each.
NUMBER, OFTEN = np.dtype("<i4"), np.dtype("<u2")


class SegmentFiles:
    """The files of a segment that its words are read from. `postings` is None where no word was
    written. Raises ValueError, OSError for what is not a segment.
    """

    def __init__(self, place: Path) -> None:
        self.arrays = ArrayFile(place / ARRAYS)
        found = next((place / WHOOSH).glob("*.pst"), None)
        self.postings = Stored(FileIO(found), NUMBER) if found else None

    def close(self) -> None:
        """Let go of them."""
        self.arrays.close()
        if self.postings:
            self.postings.close()
