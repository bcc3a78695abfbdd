"""What the window remembers: size, theme, languages, tabs. A small file; losing it harms nobody."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)
MAX_BYTES = 256 * 1024


class State:
    """Values by name, kept as JSON. What is of the wrong type counts as not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        try:
            if path.stat().st_size <= MAX_BYTES:
                values = json.loads(path.read_text(encoding="utf-8"))
                self._values = values if isinstance(values, dict) else {}
        except (OSError, ValueError):
            log.debug("no remembered state", exc_info=True)

    def text(self, name: str, default: str = "") -> str:
        """A remembered text."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: float) -> float:
        """A remembered number."""
        value = self._values.get(name)
        return float(value) if isinstance(value, (int, float)) else default

    def rows(self, name: str) -> list[dict[str, Any]]:
        """A remembered list of records."""
        value = self._values.get(name)
        return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []

    def put(self, **values: Any) -> None:
        """Remember values until `save`."""
        self._values.update(values)

    def save(self) -> bool:
        """Write the file whole or not at all; False where the folder cannot be written."""
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8") as stream:
                json.dump(self._values, stream, ensure_ascii=False, indent=1, sort_keys=True)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(self._path)
        except OSError:
            log.info("state not saved", exc_info=True)
            return False
        return True
