"""Several arrays in one file: no parsing, no pickle, and one file to write, compare and sync.

The layout is that of safetensors: the length of a header (eight bytes, little-endian), the
header as JSON (type, shape and place of each array), then the arrays, each aligned. Short
arrays are mapped to memory; of long ones a piece is read when it is asked for, because what is
mapped counts as this process's memory from then on.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from collections.abc import Mapping
from io import FileIO
from math import prod
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


class Stored:
    """A long row of numbers in a file, from a place (bytes) on."""

    def __init__(self, file: FileIO, kind: np.dtype[Any], place: int = 0) -> None:
        self._file, self._kind, self._place = file, kind, place

    def piece(self, first: int, last: int) -> NDArray[Any]:
        """The numbers from `first` up to `last`. Raises ValueError where the file is short."""
        size = self._kind.itemsize
        data = _read_at(self._file, (last - first) * size, self._place + first * size)
        return np.frombuffer(data, self._kind, last - first)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _read_at(file: FileIO, size: int, place: int) -> bytes:
    if sys.platform != "win32":
        return os.pread(file.fileno(), size, place)  # one call of the system, not two
    file.seek(place)
    return file.read(size)


class ArrayFile:
    """The arrays of a file, read only.

    Raises ValueError when it is not such a file, OSError when it is not there.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._begins = _SIZE + int.from_bytes(self._held[:_SIZE], "little")
        self._header: dict[str, tuple[str, list[int], int]] = json.loads(
            self._held[_SIZE : self._begins]
        )
        self._file = FileIO(path)

    def array(self, name: str) -> NDArray[Any]:
        """An array, mapped. Raises KeyError where there is none of this name."""
        kind, shape, place = self._header[name]
        row = np.frombuffer(self._held, kind, prod(shape), self._begins + place)
        return row.reshape(shape)

    def stored(self, name: str) -> Stored:
        """A long row, read in pieces. Raises KeyError where there is none of this name."""
        kind, _, place = self._header[name]
        return Stored(self._file, np.dtype(kind), self._begins + place)

    def close(self) -> None:
        """Let go of the file; arrays that are mapped stay."""
        self._file.close()
