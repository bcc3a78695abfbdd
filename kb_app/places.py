"""Where things live: the material, the person's data, and the cache below it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Places:
    """`data` is all that is the person's; `content` the folders with material, in the
    order in which a slug is looked up. The cache can be deleted at any time.
    """

    data: Path
    content: tuple[Path, ...]

    @property
    def database(self) -> Path:
        return self.data / "batea.sqlite"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def received(self) -> Path:
        """Packs as they were received: kept, so that an import can be looked at again."""
        return self.data / "received"

    @property
    def media(self) -> Path:
        """Checked and re-encoded media of packs, by digest."""
        return self.data / "media"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def log(self) -> Path:
        return self.data / "batea.log"

    @property
    def cache(self) -> Path:
        return self.data / "cache"

    @property
    def kept_reading(self) -> Path:
        return self.cache / "library.json"


def find_places(
    data: str | None = None,
    content: Sequence[str] = (),
    program_folder: Path | None = None,
) -> Places:
    """`--data` and `--content`, else the environment, else a file `portable` beside the
    program (USB stick), else the person's folder on this system.
    """
    program = program_folder or _program_folder()
    chosen = data or os.environ.get("BATEA_DATA")
    if chosen:
        home = Path(chosen).expanduser()
    elif (program / "portable").exists():
        home = program / "batea-data"
    else:
        home = Path(platformdirs.user_data_dir("batea", appauthor=False))
    shipped = os.environ.get("BATEA_CONTENT")
    folders = [Path(c).expanduser() for c in content] or [
        Path(shipped) if shipped else program / "content"
    ]
    return Places(home.absolute(), tuple(f.absolute() for f in folders))


def _program_folder() -> Path:
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).parents[1]
