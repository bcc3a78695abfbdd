"""The quick reading of front matter: what it reads is what all of YAML reads."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import anyyaml, frontmatter
from indexer.plainyaml import values_of

SHIPPED = Path(__file__).parents[2] / "content"
FRONTS = tuple(
    frontmatter.split(path.read_text(encoding="utf-8"), path.name)[0]
    for folder in ("case_studies", "modules", "countries")
    for path in sorted((SHIPPED / folder).glob("*.md"))
)
TIDY = """title: "Cal: \\"viva\\" & apagada # 1"
note: "C:\\\\"
uid: 0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01
days: [2026-11-26, "2026", 2026, 0.5, ¿no?]
empty:
yes-no: [true, "yes", false]
kinds: {of: es, source_revision: sha256:SHA}
none: []
nothing: {}
list:
  - {item: "Cal, viva", per: group, quantity: 1}
  - "a: b"
  - id: S1
    title: palabras con tilde (1990)
  - plain words - with (marks)
last: 5
""".replace("SHA", "0af9" * 16).replace("¿no?", "sí")  # fmt: skip
# What means something to YAML, and what nearly does.
PIECES = (
    *"\n:#-?,[]{}&*!|>'\"%@`\\ \t=~<.0123456789eExXoabñÁ_/+()",
    ": ", " #", "- ", "  - ", "    ", "\n  - ", "\n    ", "\n---\n", "\n...\n", "<<: ", '""', "''",
    "yes", "No", "TRUE", "true", "null", "Null", "y", "n", "on", "Off", ".nan", ".inf", "1e5",
    "1.5", "0x1f", "0o7", "017", "1_000", "12:30:45", "2026-11-26", "2026-02-30", "0000-01-01",
    "2026-11-26 10:00:00", "\\n", "\\u0000", "\\\"", "\\/", "!!str ", "&a ", "*a", "| ", "? ",
    "\x85", "\u2028", "\u00a0", "\ufeff", "\U0001f525", "\u0301", "٣", "½", "Ⅷ", "ª", "\x07",
    "title: x\n", "a: [b, c]\n", "a: {b: c, b: d}\n", "  a: b\n", "x" * 1100, "9" * 101,
)  # fmt: skip


def agrees(front: str) -> bool:
    """Whether the quick reading read it; then YAML reads the very same."""
    quick = values_of(front)
    if quick is not None:
        assert repr(quick) == repr(anyyaml.values_of(front, "x.md", 2))
    return quick is not None


def changed(front: str, chance: random.Random) -> str:
    """Some front matter with something put in, taken out or moved."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        at = chance.randrange(len(front) + 1)
        end = min(len(front), at + chance.choice((0, 0, 1, 1, 3, 20)))
        front = front[:at] + chance.choice((*PIECES, "")) + front[end:]
        if chance.random() < 0.2:
            lines = front.split("\n")
            line = lines.pop(chance.randrange(len(lines)))
            lines.insert(chance.randrange(len(lines) + 1), line)
            front = "\n".join(lines)
    return front


@pytest.mark.parametrize("front", [*FRONTS, TIDY.strip("\n")], ids=range(len(FRONTS) + 1))
def test_our_own_front_matter_is_read_quickly(front):
    assert agrees(front)


def test_every_value_of_the_small_language_is_what_it_is_to_yaml():
    values = values_of(TIDY.strip("\n"))
    assert values is not None
    assert values["title"] == 'Cal: "viva" & apagada # 1'
    assert values["note"] == "C:\\"
    assert values["empty"] is None
    assert values["list"][2] == {"id": "S1", "title": "palabras con tilde (1990)"}


@pytest.mark.parametrize(
    "front",
    ["", "a: &x b", "a: *x", "a: !!python/name:os.system b", "a: b\na: c", "a: {b: 1, b: 2}",
     "<<: {a: b}", "a: |\n  b", "a: b # c", "a: b\n  c", "a: 'b'", "a: [[b]]", "yes: b", "a: Yes",
     "a: 1e999", "a: 0x1f", "a: 2026-02-30", "a: b: c", "- a", "a:\n- b", "a: \"b\\n\"", "a: b\n",
     "a: " + "9" * 30, "a: b\n    c: d", "a:\n  - b\n    c: d", "a:\n  b: c", "\ufeffa: b"],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_yaml(front):
    assert values_of(front) is None


CHANCES = st.randoms(use_true_random=True)
SOURCES = st.sampled_from((*FRONTS, *(30 * [TIDY.strip("\n")])))
LINES = st.lists(
    st.tuples(
        st.sampled_from(("", "  - ", "    ", "  ", "- ")),
        st.sampled_from(("a: ", "b: ", "c-d: ", "yes: ", "e:", "", '"f": ', "a:")),
        st.lists(st.sampled_from(PIECES), max_size=4).map("".join),
    ).map("".join),
    min_size=1,
    max_size=6,
).map("\n".join)


@settings(max_examples=400, deadline=None)
@given(front=SOURCES, chance=CHANCES)
def test_changed_front_matter_is_read_the_same_or_left_to_yaml(front, chance):
    agrees(changed(front, chance))


@settings(max_examples=400, deadline=None)
@given(front=LINES)
def test_lines_of_all_kinds_are_read_the_same_or_left_to_yaml(front):
    agrees(front)


@pytest.mark.long
@settings(max_examples=60_000, deadline=None)
@given(front=SOURCES, chance=CHANCES)
def test_much_changed_front_matter_is_read_the_same_or_left_to_yaml(front, chance):
    agrees(changed(front, chance))


@pytest.mark.long
@settings(max_examples=60_000, deadline=None)
@given(front=LINES)
def test_many_lines_of_all_kinds_are_read_the_same_or_left_to_yaml(front):
    agrees(front)
