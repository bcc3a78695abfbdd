"""JSON from strangers: size, depth and digits are looked at before it is parsed."""

from __future__ import annotations

import json
import re
from typing import Any

from kb_app.packs import limits
from kb_app.packs.errors import PackJsonBad, PackTooLarge

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_DIGITS = re.compile(r"\d{%d,}" % (limits.MAX_JSON_DIGITS + 1))  # noqa: UP031
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def load(data: bytes, item: str) -> Any:
    """The value of some JSON. Duplicate keys, NaN and lone surrogates are refused.

    Raises PackJsonBad, PackTooLarge.
    """
    if len(data) > limits.MAX_MANIFEST_BYTES:
        raise PackTooLarge("manifest", limits.MAX_MANIFEST_BYTES, item)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise PackJsonBad(item, "UTF-8") from None
    _look(text, item)
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_constant)
    except (ValueError, RecursionError) as error:
        raise PackJsonBad(item, str(error)[:80]) from None
    if _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        raise PackJsonBad(item, "surrogate")
    return value


def _look(text: str, item: str) -> None:
    bare = _STRING.sub('""', text)
    if _DIGITS.search(bare):
        raise PackJsonBad(item, "digits")
    depth = 0
    for char in bare:
        if char in "[{":
            depth += 1
            if depth > limits.MAX_JSON_DEPTH:
                raise PackJsonBad(item, "depth")
        elif char in "]}":
            depth -= 1


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in pairs:
        if key in out:
            raise ValueError(f"duplicate key {key[:40]!r}")
        out[key] = value
    return out


def _constant(name: str) -> Any:
    raise ValueError(name)
