"""YAML front matter, read so that a stranger's file can do no harm.

Only plain scalars, lists and mappings; no tags, no aliases, no duplicate keys; a limit on
the size. Every value keeps the line it stands on, so that problems can name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

import yaml

from indexer import plainyaml
from indexer.errors import DocumentUnreadable

MAX_FRONT_MATTER_BYTES = 64 * 1024
MAX_DEPTH = 10
MAX_DIGITS = 100
_MANY_OPENERS = 500
_DEEP_LINE = re.compile(r"^(?: {100}|(?:[ \t]*[-?:][ \t]){20})", re.M)
# An anchor or alias begins a value: after a blank or a mark, never inside a word or address.
_ANCHOR = re.compile(r"""(?:^|[\s\[\]{},:"'?!>|-])[&*]""", re.M)
_TAG = "tag:yaml.org,2002:"
_STR, _INT = f"{_TAG}str", f"{_TAG}int"
_PLAIN_TAGS = frozenset(f"{_TAG}{kind}" for kind in ("str", "map", "seq"))
_VALUE_TAGS = frozenset(f"{_TAG}{kind}" for kind in ("int", "float", "bool", "null", "timestamp"))
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        lines: dict[str, int] = {}
        with _composed(*self._source) as (_, node):
            if node is not None:
                _walk(node, "", lines, *self._source[1:], 0)
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
    if values is not None:
        return FrontMatterData(values, Lines(front, name, first_line))
    return load_any(front, name, first_line)


def load_any(front: str, name: str, first_line: int = 2) -> FrontMatterData:
    """`load` for whatever YAML can write: slow."""
    with _composed(front, name, first_line) as (loader, node):
        if node is None:
            return FrontMatterData({})
        _walk(node, "", {}, name, first_line, 0)
        values = cast("dict[str, Any]", loader.construct_document(node))
    return FrontMatterData(values, Lines(front, name, first_line))


def check(front: str, name: str, first_line: int = 2) -> dict[str, Any]:
    """At least the single values of the first level, as `load` gives them, in less time.

    Raises DocumentUnreadable exactly where `load` does.
    """
    values = plainyaml.values_of(front)
    if values is not None:
        return values
    with _composed(front, name, first_line) as (loader, node):
        if node is None:
            return {}
        if _check_node(node, loader, name, first_line, 0):
            return {
                key.value: loader.construct_object(value)
                for key, value in node.value
                if isinstance(value, yaml.ScalarNode)
            }
    return load_any(front, name, first_line).values


@contextmanager
def _composed(
    front: str, name: str, first_line: int
) -> Iterator[tuple[Any, yaml.MappingNode | None]]:
    """The loader and the root of some front matter; what YAML says inside is worded."""
    try:
        if _may_hide_something(front):
            _refuse_aliases(front, name, first_line)
        loader = _Loader(front)
        try:
            node = loader.get_single_node()
            if not (node is None or isinstance(node, yaml.MappingNode)):
                raise DocumentUnreadable(name, "front-matter-not-yaml", first_line)
            yield loader, node
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + mark.line if mark else first_line
        detail = str(getattr(error, "problem", "") or error)
        raise DocumentUnreadable(name, "front-matter-not-yaml", line, detail) from error


def _may_hide_something(front: str) -> bool:
    """Whether there could be an alias, or nesting too deep to be composed without a look."""
    return (
        front.count("[") + front.count("{") > _MANY_OPENERS
        or _DEEP_LINE.search(front) is not None
        or (("&" in front or "*" in front) and _ANCHOR.search(front) is not None)
    )


def _refuse_aliases(front: str, name: str, first_line: int) -> None:
    depth = 0
    for event in yaml.parse(front, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise DocumentUnreadable(name, "front-matter-alias", first_line + _line(event))
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if depth > MAX_DEPTH:
            line = first_line + _line(event)
            raise DocumentUnreadable(name, "front-matter-not-yaml", line, "depth")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _walk(
    node: yaml.Node, path: str, lines: dict[str, int], name: str, first_line: int, depth: int
) -> None:
    lines.setdefault(path, first_line + node.start_mark.line)
    _refuse_digits(node, name, first_line)
    _refuse_depth(node, name, first_line, depth)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            _refuse_key(key, seen, name, first_line)
            seen.add(key.value)
            child = f"{path}.{key.value}" if path else key.value
            lines[child] = first_line + key.start_mark.line
            _walk(value, child, lines, name, first_line, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            child = f"{path}.{position}"
            lines[child] = first_line + value.start_mark.line
            _walk(value, child, lines, name, first_line, depth + 1)


def _check_node(node: yaml.Node, loader: Any, name: str, first_line: int, depth: int) -> bool:
    """Refuse what `_walk` would, and values that cannot be made. False where there is something
    out of the ordinary (a merge, a tag): then all has to be made to know.
    """
    if node.tag in _VALUE_TAGS:
        _refuse_digits(node, name, first_line)
        loader.construct_object(node)
        return True
    if node.tag not in _PLAIN_TAGS:
        return False
    _refuse_depth(node, name, first_line, depth)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            _refuse_key(key, seen, name, first_line)
            seen.add(key.value)
            if key.tag != _STR or not (
                value.tag == _STR or _check_node(value, loader, name, first_line, depth + 1)
            ):
                return False
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            if value.tag != _STR and not _check_node(value, loader, name, first_line, depth + 1):
                return False
    return True


def _refuse_digits(node: yaml.Node, name: str, first_line: int) -> None:
    if node.tag == _INT and len(node.value) > MAX_DIGITS:
        line = first_line + node.start_mark.line
        raise DocumentUnreadable(name, "front-matter-not-yaml", line, "digits")


def _refuse_depth(node: yaml.Node, name: str, first_line: int, depth: int) -> None:
    if depth >= MAX_DEPTH and not isinstance(node, yaml.ScalarNode):
        line = first_line + node.start_mark.line
        raise DocumentUnreadable(name, "front-matter-not-yaml", line, "depth")


def _refuse_key(key: yaml.Node, seen: set[str], name: str, first_line: int) -> None:
    line = first_line + key.start_mark.line
    if not isinstance(key, yaml.ScalarNode):
        raise DocumentUnreadable(name, "front-matter-not-yaml", line)
    if key.value in seen:
        raise DocumentUnreadable(name, "front-matter-duplicate-key", line, key.value)
