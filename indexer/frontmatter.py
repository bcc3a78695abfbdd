"""YAML front matter: cut from a document and read to plain values.

Only scalars, lists and mappings; a limit on the size. Every value keeps the line it stands on,
so that problems can name it. What is plainly written is read by `plainyaml`; all of YAML is
loaded only for the rest, which a start with our own content does not need.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from indexer import plainyaml
from indexer.errors import DocumentUnreadable

MAX_FRONT_MATTER_BYTES = 64 * 1024


@dataclass(frozen=True)
class FrontMatterData:
    """Plain values by field, and the line (1-based, in the file) of each path.

    A path is "title", "sources.2.URL"; lines are there for error messages.
    """

    values: dict[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)

    def line(self, path: str) -> int:
        """The line of a path, or of the nearest parent that is known, or 1."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path.rpartition(".")[0]
        return 1


class Lines(Mapping[str, int]):
    """The line of each path of some front matter, found when somebody asks: whoever reads a
    whole library does not, and they would take more memory than its texts.
    """

    def __init__(self, front: str, name: str, first_line: int) -> None:
        self._source = (front, name, first_line)

    @cached_property
    def _lines(self) -> dict[str, int]:
        lines: dict[str, int] = _all_of_yaml().lines_of(*self._source)
        return lines

    def __getitem__(self, path: str) -> int:
        return self._lines[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def split(text: str, name: str) -> tuple[str, str]:
    """Cut a document into front matter and body.

    Raises DocumentUnreadable when there is no front matter or it is too large.
    """
    lines = text.split("\n", 1)
    if lines[0].rstrip() != "---" or len(lines) < 2:
        raise DocumentUnreadable(name, "no-front-matter", 1)
    rest = lines[1]
    if rest.startswith("---\n"):
        return "", rest[4:]
    end = rest.find("\n---\n")
    if end < 0:
        if rest.endswith("\n---"):
            end = len(rest) - 4
        else:
            raise DocumentUnreadable(name, "no-front-matter", 1)
    front = rest[:end]
    if len(front.encode("utf-8")) > MAX_FRONT_MATTER_BYTES:
        raise DocumentUnreadable(name, "front-matter-too-large", 1)
    return front, rest[end + 5 :]


def load(front: str, name: str, first_line: int = 2) -> FrontMatterData:
    """Read front matter to plain values.

    Raises DocumentUnreadable (front-matter-…) with the line of what is wrong.
    """
    values = plainyaml.values_of(front)
    if values is None:
        values = _all_of_yaml().values_of(front, name, first_line)
    return FrontMatterData(values, Lines(front, name, first_line))


def check(front: str, name: str, first_line: int = 2) -> dict[str, Any]:
    """At least the single values of the first level, as `load` gives them, in less time.

    Raises DocumentUnreadable exactly where `load` does.
    """
    values = plainyaml.values_of(front)
    if values is None:
        values = _all_of_yaml().checked(front, name, first_line)
    return values


def _all_of_yaml() -> Any:
    return importlib.import_module("indexer.anyyaml")
