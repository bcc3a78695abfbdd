"""A broken rule, as data; `kb_app.wording.rules` says what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """A rule (`code`) broken in a file, at a line (1-based) and a field.

    `found` is what stands there, `expected` what the rule knows of the right value.
    """

    path: Path
    line: int
    field: str
    code: str
    found: str = ""
    expected: str = ""


Problems = Iterator[Problem]
