"""Front matter as it was read before: YAML takes most of the time in which a library is read.

A cache in one JSON file, by the SHA-256 of the front matter's own text: what is found under it
can only be what that text says, whatever file it stands in. It may be deleted at any time; what
is damaged, or of another version, is not used.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import logging
from pathlib import Path
from typing import Any

from indexer import frontmatter
from indexer.frontmatter import FrontMatterData, Lines

log = logging.getLogger(__name__)

VERSION = 1  # of this file and of how `indexer.frontmatter` reads
FIRST_LINE = 2


class KeptFrontMatter:
    """Use `load` for every text of the library, then `save`: what nobody asked for is dropped."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before = _read(path)
        self._now: dict[str, Any] = {}

    def load(self, front: str, name: str) -> FrontMatterData:
        """What `indexer.frontmatter.load` gives; raises what it raises."""
        key = hashlib.sha256(front.encode("utf-8")).hexdigest()
        kept = self._before.get(key)
        if kept is not None:
            self._now[key] = kept
            return FrontMatterData(_with_days(kept), Lines(front, name, FIRST_LINE))
        found = frontmatter.load(front, name, FIRST_LINE)
        days: list[Any] = []
        if _is_plain(found.values, [], days):
            self._now[key] = [found.values, days]
        return found

    def save(self) -> None:
        """Keep what was read. Where the cache cannot be written nothing is kept."""
        if self._now.keys() == self._before.keys():
            return
        temporary = self._path.with_suffix(".tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps([VERSION, self._now], default=str)
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self._path)
        except OSError as error:
            log.warning("front matter cannot be kept: %s", error)


def _read(path: Path) -> dict[str, Any]:
    try:
        version, kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return {}
    return kept if version == VERSION and isinstance(kept, dict) else {}


def _is_plain(value: Any, place: list[Any], days: list[Any]) -> bool:
    """Whether JSON gives a value back as it was; the places of days, which it does not know,
    are added to `days`.
    """
    if isinstance(value, dict):
        return all(
            isinstance(key, str) and _is_plain(each, [*place, key], days)
            for key, each in value.items()
        )
    if isinstance(value, list):
        return all(_is_plain(each, [*place, at], days) for at, each in enumerate(value))
    if type(value) is datetime.date:
        days.append(place)
        return True
    return value is None or isinstance(value, (str, bool, int, float))


def _with_days(kept: Any) -> dict[str, Any]:
    values: dict[str, Any]
    values, days = kept
    for *place, last in days:
        holder: Any = values
        for step in place:
            holder = holder[step]
        if isinstance(holder[last], str):
            holder[last] = datetime.date.fromisoformat(holder[last])
    return values
