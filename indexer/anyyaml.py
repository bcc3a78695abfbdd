"""All of YAML, read so that a stranger's file can do no harm: no tags, no aliases, no duplicate
keys, limits of depth and of digits. Loaded at the first front matter that is not plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import yaml

from indexer.errors import DocumentUnreadable

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


def values_of(front: str, name: str, first_line: int) -> dict[str, Any]:
    """The values of some front matter. Raises DocumentUnreadable with the line of what is wrong."""
    with _composed(front, name, first_line) as (loader, node):
        if node is None:
            return {}
        _walk(node, "", {}, name, first_line, 0)
        return cast("dict[str, Any]", loader.construct_document(node))


def lines_of(front: str, name: str, first_line: int) -> dict[str, int]:
    """The line of each path. Raises DocumentUnreadable where `values_of` does."""
    lines: dict[str, int] = {}
    with _composed(front, name, first_line) as (_, node):
        if node is not None:
            _walk(node, "", lines, name, first_line, 0)
    return lines


def checked(front: str, name: str, first_line: int) -> dict[str, Any]:
    """At least the single values of the first level, in less time. Raises DocumentUnreadable
    exactly where `values_of` does.
    """
    with _composed(front, name, first_line) as (loader, node):
        if node is None:
            return {}
        if _check_node(node, loader, name, first_line, 0):
            return {
                key.value: loader.construct_object(value)
                for key, value in node.value
                if isinstance(value, yaml.ScalarNode)
            }
    return values_of(front, name, first_line)


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
