"""What a word adds to the score of a passage, worked out when a segment is written.

BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with K1 0.9 and
B 0.5, over the passages of one language. The idf goes to 0 for words that stand everywhere,
so that stop words do not score (Whoosh's never falls below 1). What a word adds to one passage
does not depend on the question: it is its *impact* there (Anh, de Kretser and Moffat, SIGIR
2001). Impacts are kept beside the postings, and a question is a few additions of arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

K1, B = 0.9, 0.5
# A form of a word, its stem in the text, its stem in title and headings, its form with ñ.
FORM, TEXT, HEAD, ENYE = "form", "text", "head", "enye"
FIELDS = (FORM, TEXT, HEAD, ENYE)
FIELD_WEIGHTS = {FORM: 0.3, TEXT: 1.0, HEAD: 1.0, ENYE: 0.5}
IMPACT = np.dtype("<f2")


@dataclass(frozen=True)
class Statistics:
    """Of a field in one language: the passages that have it, their average length (words)."""

    count: int
    average: float

    @classmethod
    def of(cls, lengths: NDArray[np.int32]) -> Statistics:
        """`lengths`: how many words each passage of the language has in the field."""
        count = int(np.count_nonzero(lengths))
        return cls(count, float(lengths.sum(dtype=np.int64)) / max(1, count) or 1.0)


def impacts(
    field: str,
    often: NDArray[np.int32],
    frequencies: NDArray[np.int64],
    lengths: NDArray[np.int32],
    statistics: Statistics,
) -> NDArray[np.float32]:
    """The impact of each posting: how often its word stands there, in how many passages the
    word stands, how long the field of that passage is.
    """
    # A few entries weighed by the counts of a smaller bulk may have a word more often: without
    # any weight they would not be found.
    frequencies = np.minimum(frequencies, statistics.count)
    idf = np.log1p((statistics.count - frequencies + 0.5) / (frequencies + 0.5))
    weights = FIELD_WEIGHTS[field] * (K1 + 1) * idf
    norms = K1 * (1 - B) + K1 * B / statistics.average * lengths
    return (weights * often / (often + norms)).astype(np.float32)


def changes(row: NDArray[Any]) -> NDArray[np.bool_]:
    """Which of some values differ from the one before; the first does."""
    held = np.ones(len(row), bool)
    np.not_equal(row[1:], row[:-1], out=held[1:])
    return held
