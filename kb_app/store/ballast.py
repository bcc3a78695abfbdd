"""A reserve on the disk: given up when it is full, so that the last words can be saved."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZE_BYTES = 2 * 1024 * 1024
ENOUGH_FREE_BYTES = 16 * SIZE_BYTES


class Ballast:
    """The file `reserve.bin` beside the data."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "reserve.bin"

    def lay(self) -> bool:
        """Make the reserve when there is ample room; whether it is there now."""
        try:
            if self.path.exists() and self.path.stat().st_size == SIZE_BYTES:
                return True
            if shutil.disk_usage(self.path.parent).free < ENOUGH_FREE_BYTES:
                return False
            # Random, because a file system that compresses would not set room apart for zeros.
            self.path.write_bytes(os.urandom(SIZE_BYTES))
        except OSError:
            return False
        return True

    def give_up(self) -> bool:
        """Free its room; whether there was any to free."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True
