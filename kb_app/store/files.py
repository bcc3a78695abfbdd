"""Files that are whole or not there: atomic writing, flushing, and a lock between processes."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PAUSE_SECONDS = 0.02


def flush_folder(folder: Path) -> None:
    """Make names in a folder survive a power cut (a folder cannot be flushed on Windows)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_file(path: Path) -> None:
    """Make what is in a file survive a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is the old one or the new one, never half. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def keep_copy(path: Path, aside: Path) -> None:
    """A second name for a file, else a copy: a stick's FAT knows no second names."""
    try:
        os.link(path, aside)
    except OSError:
        shutil.copyfile(path, aside)
        flush_file(aside)


class FolderLock:
    """A lock between processes, held on a file; the system lets go of it when one dies.

    The window holds `instance.lock` for its life: a second start that cannot take it asks
    the first to come to the front.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._file is not None

    def take(self, seconds: float = 0.0) -> bool:
        """Try for so many seconds; whether it is held now. Raises OSError (no such folder)."""
        if self._file is not None:
            return True
        deadline = time.monotonic() + seconds
        file = self.path.open("ab")
        while True:
            try:
                _lock(file)
            except OSError:
                if time.monotonic() >= deadline:
                    file.close()
                    return False
                time.sleep(PAUSE_SECONDS)
            else:
                self._file = file
                return True

    def release(self) -> None:
        """Let go; nothing happens when it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @contextlib.contextmanager
    def held_for(self, seconds: float) -> Iterator[bool]:
        """Hold the lock inside a `with`; gives whether it could be taken."""
        taken = self.take(seconds)
        try:
            yield taken
        finally:
            if taken:
                self.release()


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
