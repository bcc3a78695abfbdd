"""Front matter that was read before: the same values, and never those of another text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import frontmatter
from kb_app.library.catalogue import load_catalogue
from kb_app.library.kept import KeptFrontMatter

FRONT = "uid: a\ncreated: 2026-01-02\nsources:\n  - issued: 2018-08-02\n    n: 3\n"


def twice(path: Path, front: str) -> frontmatter.FrontMatterData:
    first = KeptFrontMatter(path)
    first.load(front, "a.md")
    first.save()
    return KeptFrontMatter(path).load(front, "a.md")


def test_days_and_numbers_come_back_as_they_were_with_their_lines(tmp_path):
    found, wanted = twice(tmp_path / "kept.json", FRONT), frontmatter.load(FRONT, "a.md")
    assert found.values == wanted.values
    assert dict(found.lines) == dict(wanted.lines)


_scalars = st.sampled_from(
    [
        "1",
        "2.5",
        "yes",
        "~",
        "2020-02-29",
        "'2020-02-29'",
        "text",
        "2020-01-01 10:00:00",
    ]
)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), _scalars), unique_by=lambda row: row[0]))
def test_whatever_yaml_says_is_said_again(tmp_path_factory, rows):
    front = "".join(f"{key}: {value}\n{key}s: [{value}, {{x: {value}}}]\n" for key, value in rows)
    path = tmp_path_factory.mktemp("kept") / "kept.json"
    assert twice(path, front).values == frontmatter.load(front, "a.md").values


@pytest.mark.parametrize("harm", ["not json", "[1]", "[99, {}]", "[1, []]", "null"])
def test_what_is_damaged_or_of_another_version_is_not_used(tmp_path, harm):
    path = tmp_path / "kept.json"
    twice(path, FRONT)
    path.write_text(harm, encoding="utf-8")
    assert KeptFrontMatter(path).load(FRONT, "a.md").values["uid"] == "a"


def test_a_changed_text_is_read_and_what_is_gone_is_forgotten(tmp_path):
    path = tmp_path / "kept.json"
    twice(path, FRONT)
    kept = KeptFrontMatter(path)
    assert kept.load(FRONT.replace("uid: a", "uid: b"), "a.md").values["uid"] == "b"
    kept.save()
    assert len(json.loads(path.read_text(encoding="utf-8"))[1]) == 1


def test_the_library_is_the_same_with_what_was_kept(content, tmp_path):
    kept = KeptFrontMatter(tmp_path / "kept.json")
    plain = load_catalogue([content], load=kept.load)
    kept.save()
    again = load_catalogue([content], load=KeptFrontMatter(tmp_path / "kept.json").load)
    assert [(e.uid, e.slug, e.kind) for e in again] == [(e.uid, e.slug, e.kind) for e in plain]
    assert [e.front for e in again.editions()] == [e.front for e in plain.editions()]
    assert [e.data.values for e in again.editions()] == [e.data.values for e in plain.editions()]
