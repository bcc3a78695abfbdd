"""JSON from strangers: size and depth are looked at before it is parsed, digits before they
become a number.
"""

from __future__ import annotations

import json
import re
from typing import Any

from kb_app.packs import limits
from kb_app.packs.errors import PackJsonBad, PackTooLarge

# Possessive, and a string that never ends is one too: linear whatever the text holds.
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_DIGITS = re.compile(r"\d{%d,}" % (limits.MAX_JSON_DIGITS + 1))  # noqa: UP031
_BRACKET = re.compile(r"[\[{\]}]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def load(data: bytes, item: str) -> Any:
    """The value of some JSON. Duplicate keys, NaN, numbers without an end and lone surrogates
    are refused.

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
        value = _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise PackJsonBad(item, str(error)[:80]) from None
    # UTF-8 holds no lone surrogate: only an escape can make one.
    if "\\u" in text and _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        raise PackJsonBad(item, "surrogate")
    return value


def _look(text: str, item: str) -> None:
    if text.count("[") + text.count("{") <= limits.MAX_JSON_DEPTH:
        return
    depth = 0
    for bracket in _BRACKET.findall(_STRING.sub('""', text)):
        depth += 1 if bracket in "[{" else -1
        if depth > limits.MAX_JSON_DEPTH:
            raise PackJsonBad(item, "depth")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out = dict(pairs)
    if len(out) != len(pairs):
        raise ValueError("duplicate key")
    return out


def _constant(name: str) -> Any:
    raise ValueError(name)


def _whole(digits: str) -> int:
    if len(digits) > limits.MAX_JSON_DIGITS and _DIGITS.search(digits):
        raise ValueError("digits")
    return int(digits)


def _finite(digits: str) -> float:
    if len(digits) > limits.MAX_JSON_DIGITS and _DIGITS.search(digits):
        raise ValueError("digits")
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise ValueError("number")
    return value


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_constant, parse_float=_finite, parse_int=_whole
)
