"""The files of a segment below its folder."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import Any

import numpy as np

ARRAYS = "arrays.bin"  # what a question needs at once: see `indexer.arrays`
STREAM = "stream.npy"  # the texts as numbers of words
PASSAGES = "passages.sqlite"  # what is shown of passages and entries
TEXTS = "texts.json"  # the signature of each entry, by uid
WHOOSH = "whoosh"
# In Whoosh's file of postings, for each word: the numbers of its passages, ascending, and
# elsewhere how often it stands in each.
NUMBER, OFTEN = np.dtype("<i4"), np.dtype("<u2")


def postings_of(place: Path) -> Any:
    """Whoosh's file of postings in a segment, mapped to memory; nothing where no word is."""
    for path in (place / WHOOSH).glob("*.pst"):
        if path.stat().st_size:
            with path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return b""
