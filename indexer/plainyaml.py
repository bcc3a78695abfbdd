"""Front matter as it is usually written, read without YAML's whole machinery.

YAML takes most of the time in which a large pack is checked. Nearly every text uses only a
small part of it: fields with a value, short lists and mappings on one line, a list of such
below a field. That part is read here, line by line; at any doubt there is no answer, and
`indexer.frontmatter` reads, or refuses, with all of YAML. What is read here is what it reads.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Any

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}")
_QUOTED = r'"(?:[^"\\]++|\\["\\])*+"'
# A letter first, then nothing that could be a mark of YAML or begin a comment.
_WORDS = re.compile(r"[^\W\d_][\w./@()+-]*+(?: [\w./@()+-]++)*+")
_NAMED = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|sha256:[0-9a-f]{64}")
_INTEGER = re.compile(r"0|[1-9][0-9]{0,17}")
_DECIMAL = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(_QUOTED)
_ESCAPED = re.compile(r'\\(["\\])')
_PART = re.compile(rf'({_QUOTED}|[^ ",][^",]*+)(?:, |$)')
_PAIR = re.compile(rf'([^ ",:]++): ({_QUOTED}|[^ ",][^",]*+)(?:, |$)')
# Words that are more than words, in any of their spellings.
_SPECIAL = frozenset("y n yes no on off true false null".split())
_ITEM, _MORE = "  - ", "    "
_MARKS = ('"', "[", "{")
_SHORT = 24


class _InDoubt(Exception):
    """Something that only all of YAML can tell."""


def values_of(front: str) -> dict[str, Any] | None:
    """The values of some front matter, as YAML has them; None when it must be asked."""
    if not front.replace("\n", "").isprintable():
        return None
    try:
        return _fields(front)
    except _InDoubt:
        return None


def _fields(front: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    lists: dict[str, list[Any]] = {}  # of fields without a value on their line
    opened: list[Any] | None = None  # the last of them, while its items may come
    holder: dict[str, Any] | None = None  # the mapping of its last item, while that may go on
    for line in front.split("\n"):
        start = line[:4]
        if start == _MORE:
            if holder is None:
                raise _InDoubt
            _put(holder, line[4:])
        elif start == _ITEM:
            if opened is None:
                raise _InDoubt
            text = line[4:]
            if text[:1] in _MARKS or ": " not in text:
                holder = None
                opened.append(_value(text))
            else:
                holder = {}
                opened.append(holder)
                _put(holder, text)
        elif line[-1:] == ":":
            key = line[:-1]
            opened, holder = [], None
            _add(values, key, opened)
            lists[key] = opened
        else:
            opened = holder = None
            _put(values, line)
    values.update((key, None) for key, items in lists.items() if not items)
    return values


def _put(values: dict[str, Any], text: str) -> None:
    key, _, value = text.partition(": ")
    _add(values, key, _value(value))


def _add(values: dict[str, Any], key: str, value: Any) -> None:
    if key in values:
        raise _InDoubt
    values[_key(key)] = value


@lru_cache(maxsize=256)  # the fields of a format are few
def _key(text: str) -> str:
    if _KEY.fullmatch(text) and text.lower() not in _SPECIAL:
        return text
    raise _InDoubt


def _value(text: str) -> Any:
    if text[:1] == '"':
        return _unquoted(text)
    if text[:1] == "[" and text[-1:] == "]":
        parts = _PART.findall(text, 1, len(text) - 1)
        if f"[{', '.join(parts)}]" == text:
            return [_scalar(part) for part in parts]
    if text[:1] == "{" and text[-1:] == "}":
        pairs = _PAIR.findall(text, 1, len(text) - 1)
        if f"{{{', '.join(f'{key}: {value}' for key, value in pairs)}}}" == text:
            held: dict[str, Any] = {}
            for key, value in pairs:
                _add(held, _key(key), _scalar(value))
            return held
    return _scalar(text)


def _scalar(text: str) -> Any:
    if text[:1] == '"':
        return _unquoted(text)
    return _common(text) if len(text) < _SHORT else _plain(text)


def _plain(text: str) -> Any:
    if _WORDS.fullmatch(text):
        if text.lower() not in _SPECIAL:
            return text
        if text in ("true", "false"):
            return text == "true"
    elif _NAMED.fullmatch(text):
        return text
    elif _INTEGER.fullmatch(text):
        return int(text)
    elif _DECIMAL.fullmatch(text):
        return float(text)
    elif _DAY.fullmatch(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise _InDoubt from None
    raise _InDoubt


_common = lru_cache(maxsize=2048)(_plain)  # short ones come again and again


def _unquoted(text: str) -> str:
    if text.find('"', 1) == len(text) - 1 and "\\" not in text:
        return text[1:-1]
    if _WHOLE.fullmatch(text):
        return _ESCAPED.sub(r"\1", text[1:-1])
    raise _InDoubt
