"""Arrays of passage numbers and what belongs to each, kept while they weigh little."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

import numpy as np
from numpy.typing import NDArray

Part = tuple[NDArray[np.intp], NDArray[np.float32]]


class ArrayCache:
    """Scores by key, the least used forgotten when they weigh too much."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bytes = 0
        self._kept: OrderedDict[Hashable, Part] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Part]) -> Part:
        """What is kept under the key, made when it is not there."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = make()
        self._kept[key] = made
        self._bytes += _weight(made)
        while self._bytes > self._most and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= _weight(gone)
        return made


def _weight(part: Part) -> int:
    return part[0].nbytes + part[1].nbytes + 200
