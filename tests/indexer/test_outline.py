"""The quick look at a text sees exactly what the whole reading sees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.documents import outline, read_edition
from indexer.errors import DocumentUnreadable
from tests.indexer.library import case_text

LINES = case_text("lime", "es").split("\n")
PIECES = [
    "<<: {a: b}",
    "<<: x",
    "x: !!binary aGk=",
    "x: !!set {a}",
    "=: y",
    "? [a]\n: b",
    "x: 2026-99-99",
    "x: 0o9",
    "x: 0b102",
    "x: 1e999",
    "x: .nan",
    "x: 1:2:3",
    "x: " + "9" * 101,
    "x: &a b",
    "x: [[[[[[[[[[[]]]]]]]]]]]",
    "x: [[[[[[[[[]]]]]]]]]",
    "x: {a: {b: c}}",
    "uid: y",
    "1: a",
    "~: b",
    "x: 'a & b'",
    "x: https://a.b/?c=1&d=*",
    "x: *a",
    "- a",
    "x:\n  - - - a",
    'x: "\\u0000"',
    "title: 7",
    "lang: true",
    "uid: 0A6C1F6E-7A43-4E0B-8A75-0B6A7E2D1C01",
    "...",
    "%TAG ! x",
    "\ty",
]


def told(look, data):
    try:
        return look(data)
    except DocumentUnreadable:
        return "refused"


def both(text: str):
    data = text.encode("utf-8", "surrogatepass")
    quick = told(lambda d: outline(d, "x.es.md"), data)
    whole = told(lambda d: read_edition(d, "x.es.md", "x"), data)
    if not isinstance(quick, str) and not isinstance(whole, str):
        quick = (quick.uid, quick.lang, quick.title, quick.body)
        whole = (whole.uid, whole.lang, whole.front.title, whole.body)
    return quick, whole


@pytest.mark.parametrize("piece", PIECES)
def test_an_odd_line_is_seen_the_same(piece):
    quick, whole = both("\n".join([LINES[0], piece, *LINES[1:]]))
    assert quick == whole


@settings(max_examples=300, deadline=None)
@given(
    places=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(PIECES)), max_size=4),
    gone=st.lists(st.integers(0, 30), max_size=3),
)
def test_odd_lines_anywhere_are_seen_the_same(places, gone):
    lines = [line for number, line in enumerate(LINES) if number not in gone]
    for at, piece in places:
        lines.insert(min(at, len(lines)), piece)
    quick, whole = both("\n".join(lines))
    assert quick == whole
