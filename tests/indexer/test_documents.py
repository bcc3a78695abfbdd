"""Reading entries: lenient with what is missing, exact about what cannot be read."""

import pickle

import pytest

from indexer.documents import Entry, read_edition, read_file
from indexer.errors import DocumentUnreadable
from indexer.texts import MAX_DOCUMENT_BYTES

UID = "5a0c2abd-cf8c-423d-bf47-fb673df842ea"
GOOD = f"""---
uid: {UID}
kind: case_study
lang: es
title: "Un caso"
created: 2026-11-24
sources:
  - {{id: S1, title: "T", issued: 2018, URL: "https://example.org", checked: true,
     accessed: 2026-11}}
---

## Contexto {{#context}}

Texto.[^S1]
"""


def refusal(data: bytes | str) -> DocumentUnreadable:
    with pytest.raises(DocumentUnreadable) as caught:
        read_edition(data if isinstance(data, bytes) else data.encode(), "a.es.md", "a")
    return caught.value


def test_a_good_file_is_read_with_its_types():
    edition = read_edition(GOOD.encode(), "a.es.md", "a")
    assert (edition.front.title, edition.lang, edition.uid) == ("Un caso", "es", UID)
    assert edition.front.created == "2026-11-24"
    source = edition.front.sources[0]
    assert (source.id, source.year, source.checked) == ("S1", "2018", True)
    assert source.accessed == "2026-11"
    assert edition.raw.split("\n")[edition.body_line - 1] == ""
    assert edition.raw.split("\n")[edition.body_line] == "## Contexto {#context}"


@pytest.mark.parametrize(
    ("data", "reason", "line"),
    [
        (b"---\nuid: x\ntitle: \xff\xfe\n---\n", "not-utf8", 3),
        (b"x" * (MAX_DOCUMENT_BYTES + 1), "too-large", 0),
        (GOOD + "\n" * 20_001, "too-many-lines", 0),
        ("# solo texto\n", "no-front-matter", 1),
        ("---\ntitle: x\n", "no-front-matter", 1),
        ("---\na: [1\n---\n", "front-matter-not-yaml", None),
        ("---\na: &x 1\nb: *x\n---\n", "front-matter-alias", 3),
        ("---\na: 1\na: 2\n---\n", "front-matter-duplicate-key", 3),
        ("---\na: !!python/object:os.system x\n---\n", "front-matter-not-yaml", None),
        (f"---\na: '{'x' * 70_000}'\n---\n", "front-matter-too-large", 1),
        ("---\na: " + "[" * 20 + "]" * 20 + "\n---\n", "front-matter-not-yaml", 2),
        ("---\n- uno\n---\n", "front-matter-not-yaml", None),
        ("---\n---\n", "missing-field", 1),
        (GOOD.replace(UID, "no-es-uuid"), "wrong-field", 2),
        (GOOD.replace('title: "Un caso"', "title:"), "missing-field", 1),
    ],
)
def test_what_cannot_be_read_says_why_and_where(data, reason, line):
    refused = refusal(data)
    assert refused.reason == reason
    if line is not None:
        assert refused.line == line


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.es.md"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(DocumentUnreadable) as caught:
        read_file(path)
    assert caught.value.reason == "too-large"


def test_a_missing_file_is_said_and_not_a_traceback(tmp_path):
    with pytest.raises(DocumentUnreadable) as caught:
        read_file(tmp_path / "nobody.es.md")
    assert caught.value.reason == "io"


def test_windows_line_ends_and_decomposed_accents_read_the_same(tmp_path):
    plain = read_edition(GOOD.encode(), "a.es.md", "a")
    strange = GOOD.replace("Un caso", "Un caso co\u0301mo").replace("\n", "\r\n").encode()
    edition = read_edition(strange, "a.es.md", "a")
    assert edition.front.title == "Un caso cómo"
    assert edition.body == plain.body
    assert edition.sha256 != plain.sha256


def test_a_translation_knows_when_its_source_has_moved_on():
    spanish = read_edition(GOOD.encode(), "a.es.md", "a")
    mark = f"translation: {{of: es, source_revision: sha256:{spanish.sha256}}}\n"
    english_text = GOOD.replace("lang: es\n", f"lang: en\n{mark}")
    english = read_edition(english_text.encode(), "a.en.md", "a")
    assert not Entry(UID, "a", {"es": spanish, "en": english}).translation_is_stale("en")
    newer = read_edition(GOOD.replace("Texto", "Otro texto").encode(), "a.es.md", "a")
    assert Entry(UID, "a", {"es": newer, "en": english}).translation_is_stale("en")


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "a.es.md"
    made.write_text(GOOD, encoding="utf-8")
    return made


def test_a_text_stays_on_the_disk_and_says_the_same_as_one_that_is_held(path):
    found, held = read_file(path), read_edition(GOOD.encode(), "a.es.md", "a")
    assert (found.slug, found.front, found.sha256) == (held.slug, held.front, held.sha256)
    assert (found.raw, found.body, found.body_line) == (held.raw, held.body, held.body_line)
    assert found.data.line("sources.0") == held.data.line("sources.0") > 1
    assert (found.path, held.path) == (path, None)
    assert len(pickle.dumps(found)) < len(pickle.dumps(held))


@pytest.mark.parametrize("ask", ["raw", "body", "data"])
def test_a_file_that_was_changed_is_never_given_out_as_the_text_that_was_read(path, ask):
    edition = read_file(path)
    path.write_text(GOOD.replace("Texto", "Testo"), encoding="utf-8")
    with pytest.raises(DocumentUnreadable) as caught:
        getattr(edition, ask)
    assert (caught.value.name, caught.value.reason) == ("a.es.md", "changed")
    with pytest.raises(DocumentUnreadable, match="changed"):
        edition.document()
    path.write_text(GOOD, encoding="utf-8")
    assert edition.document().section("context")


def test_a_file_that_was_taken_away_is_said(path):
    edition = read_file(path)
    path.unlink()
    with pytest.raises(DocumentUnreadable) as caught:
        _ = edition.body
    assert caught.value.reason == "io"


def test_what_is_held_outlives_its_file(path):
    held = read_file(path).held()
    path.unlink()
    assert held.body == read_edition(GOOD.encode(), "a.es.md", "a").body
    assert held.path is None
