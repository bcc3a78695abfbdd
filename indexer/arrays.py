"""Several arrays in one file, mapped to memory when it is opened: no parsing, no pickle.

The layout is that of safetensors: the length of a header (eight bytes, little-endian), the
header as JSON (type, shape and place of each array), then the arrays, each aligned. A segment
has some forty of them, and a file each would be forty to write, to compare and to sync.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ALIGNED = 64
_SIZE = 8


def save_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays under their names."""
    header: dict[str, tuple[str, tuple[int, ...], int]] = {}
    place = 0
    for name, array in arrays.items():
        header[name] = (array.dtype.str, array.shape, place)
        place += -(-array.nbytes // ALIGNED) * ALIGNED
    text = json.dumps(header).encode("utf-8")
    text += b" " * (-(_SIZE + len(text)) % ALIGNED)
    with path.open("wb") as file:
        file.write(len(text).to_bytes(_SIZE, "little") + text)
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).data)
            file.write(b"\0" * (-array.nbytes % ALIGNED))


def open_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of a file, read only; pages come from the disk as they are asked for.

    Raises ValueError when the file is not such a file or too short, OSError when it is not there.
    """
    with path.open("rb") as file:
        held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    begins = _SIZE + int.from_bytes(held[:_SIZE], "little")
    header: dict[str, tuple[str, list[int], int]] = json.loads(held[_SIZE:begins])
    found: dict[str, NDArray[Any]] = {}
    for name, (kind, shape, place) in header.items():
        count = int(np.prod(shape, dtype=np.int64))
        found[name] = np.frombuffer(held, kind, count, begins + place).reshape(shape)
    return found
