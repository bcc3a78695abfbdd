"""How good a ranking is, for binary judgements (Manning et al., "Introduction to Information
Retrieval", chapter 8): nDCG, reciprocal rank and recall among the first ten.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

DEPTH = 10


def ndcg(found: Sequence[str], wanted: Collection[str]) -> float:
    """Discounted gain against that of the best possible order. Raises ValueError when an
    answer is there twice: it would be counted twice, and the measure pass 1.
    """
    if len(set(found)) < len(found):
        raise ValueError("the same answer twice")
    gain = sum(1 / math.log2(i + 2) for i, each in enumerate(found[:DEPTH]) if each in wanted)
    best = sum(1 / math.log2(i + 2) for i in range(min(DEPTH, len(wanted))))
    return gain / best


def mrr(found: Sequence[str], wanted: Collection[str]) -> float:
    """One divided by the rank of the first right answer; 0 when there is none."""
    return next((1 / (i + 1) for i, each in enumerate(found[:DEPTH]) if each in wanted), 0.0)


def recall(found: Sequence[str], wanted: Collection[str]) -> float:
    """The share of right answers that stand among the first ten."""
    return len(set(found[:DEPTH]) & set(wanted)) / min(DEPTH, len(wanted))
