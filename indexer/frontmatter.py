"""YAML front matter, read so that a stranger's file can do no harm.

Only plain scalars, lists and mappings; no tags, no aliases, no duplicate keys; a limit on
the size. Every value keeps the line it stands on, so that problems can name it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from indexer.errors import DocumentUnreadable

MAX_FRONT_MATTER_BYTES = 64 * 1024
MAX_DEPTH = 10
MAX_DIGITS = 100
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class FrontMatterData:
    """Plain values by field, and the line (1-based, in the file) of each path.

    A path is "title", "sources.2.URL"; lines are there for error messages.
    """

    values: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)

    def line(self, path: str) -> int:
        """The line of a path, or of the nearest parent that is known, or 1."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path.rpartition(".")[0]
        return 1


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
    try:
        _refuse_aliases(front, name, first_line)
        loader = _Loader(front)
        try:
            node = loader.get_single_node()
            if node is None:
                return FrontMatterData({})
            if not isinstance(node, yaml.MappingNode):
                raise DocumentUnreadable(name, "front-matter-not-yaml", first_line)
            lines: dict[str, int] = {}
            _walk(node, "", lines, name, first_line, 0)
            values = cast("dict[str, Any]", loader.construct_document(node))
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + mark.line if mark else first_line
        detail = str(getattr(error, "problem", "") or error)
        raise DocumentUnreadable(name, "front-matter-not-yaml", line, detail) from error
    return FrontMatterData(values, lines)


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
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = first_line + key.start_mark.line
            if not isinstance(key, yaml.ScalarNode):
                raise DocumentUnreadable(name, "front-matter-not-yaml", line)
            if key.value in seen:
                raise DocumentUnreadable(name, "front-matter-duplicate-key", line, key.value)
            seen.add(key.value)
            child = f"{path}.{key.value}" if path else key.value
            lines[child] = line
            _walk(value, child, lines, name, first_line, depth + 1)
    elif node.tag == "tag:yaml.org,2002:int" and len(node.value) > MAX_DIGITS:
        line = first_line + node.start_mark.line
        raise DocumentUnreadable(name, "front-matter-not-yaml", line, "digits")
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            child = f"{path}.{position}"
            lines[child] = first_line + value.start_mark.line
            _walk(value, child, lines, name, first_line, depth + 1)
