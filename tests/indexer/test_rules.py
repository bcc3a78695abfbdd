"""Each rule of the content format, broken once: file, line, field and what to write."""

from pathlib import Path

import pytest

from indexer.rules import validate_folder, validate_paths
from kb_app.wording.rules import _ADVICE, advice
from tests.indexer.library import write_library


@pytest.fixture
def library(tmp_path, content) -> Path:
    return write_library(tmp_path / "content", content)


def break_it(library: Path, old: str, new: str, name: str = "lime.es.md") -> list:
    path = library / "case_studies" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [p for p in validate_folder(library) if p.path == path]


def test_a_library_that_breaks_no_rule_is_silent(library):
    assert validate_folder(library) == []


def test_what_ships_breaks_no_rule(content):
    assert validate_folder(content) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ('summary: "En corto."\n', "", "summary", "missing-field"),
        ("places: [Talanga]", "plases: [Talanga]", "plases", "unknown-field"),
        ('summary: "En corto."', 'summary: ""', "summary", "empty-field"),
        ('summary: "En corto."', f'summary: "{"x" * 301}"', "summary", "too-long"),
        ("topics: [formalization]", "topics: [formalisation]", "topics.0", "not-in-vocabulary"),
        ("countries: [HN]", "countries: [XX]", "countries.0", "not-in-vocabulary"),
        ("countries: [HN]", "countries: HN", "countries", "not-texts"),
        ("sensitive: false", "sensitive: quizás", "sensitive", "not-bool"),
        ("created: 2026-11-01", "created: ayer", "created", "not-date"),
        ("updated: 2026-11-02", "updated: 2025-01-01", "updated", "date-order"),
        ("from: 2012, to: 2022", "from: 2022, to: 2012", "period", "period-order"),
        ("strength: limited", "strength: huge", "evidence.strength", "not-a-choice"),
        ("depth: snapshot", "depth: long", "depth", "not-a-choice"),
        ("lang: es", "lang: en", "lang", "lang-not-of-file"),
        ("type: report", "type: reporte", "sources.0.type", "not-a-choice"),
        ("genre: official", "genre: oficial", "sources.0.genre", "not-a-choice"),
        ("checked: true", 'checked: true, URL: "javascript:x"', "sources.0.URL", "not-url"),
        ("checked: true", 'checked: true, issued: "2018/3"', "sources.0.issued", "not-date"),
        ("checked: true", 'checked: true, accessed: "ayer"', "sources.0.accessed", "not-date"),
        ("En 2012 se unieron.[^S1]", "En 2012 se unieron.", "actions", "uncited-claim"),
        ("Nadie midió", "Según Carlota nadie midió", "limits", "uncited-claim"),
        ("40 sacos.[^S1]", "40 sacos.[^S9]", "results", "undefined-source"),
        ("Aquí queman piedra.", "[^S1]: nota a mano", "body", "hand-written-footnote"),
        ("Aquí queman piedra.", "Aquí <b>queman</b> piedra.", "body", "raw-html"),
        ("## Resultados {#results}", "## Logros {#results}", "results", "section-title"),
        ("## Resultados {#results}", "## Resultados {#logros}", "results", "missing-section"),
        ("## Contexto {#context}\n", "Hola.\n\n## Contexto {#context}\n", "body",
         "text-before-heading"),
        ("## Contexto {#context}", "# Contexto {#context}", "body", "level-1-heading"),
        ("!!! analysis\n    ", "", "for-your-country", "analysis-not-marked"),
        ("!!! analysis", "!!! warning", "for-your-country", "unknown-admonition"),
        ("Aquí queman piedra.", "Vea [esto](#nada).", "context", "broken-link"),
        ("Aquí queman piedra.", "![foto](media/no.png)", "context", "missing-image"),
        ("related: [gold]", "related: [nadie]", "related.0", "unknown-entry"),
        ("En 2012 se unieron.[^S1]", "En 2012 se unieron.[^S1]\n\nY más.", "actions", None),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named_with_its_field(library, old, new, field, code):
    problems = break_it(library, old, new)
    if code is None:  # the other edition is the one that no longer agrees
        problems = validate_folder(library)
        code, field = "shape-differs", "actions"
    assert (field, code) in {(p.field, p.code) for p in problems}


def test_the_line_is_the_one_to_edit(library):
    problems = break_it(library, "40 sacos.[^S1]", "40 sacos.")
    path = library / "case_studies" / "lime.es.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    claim = next(p for p in problems if p.code == "uncited-claim")
    assert "40 sacos" in lines[claim.line - 1]
    unused = break_it(library, "depth: snapshot", "depth: profundo")
    depth = next(p for p in unused if p.field == "depth")
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[depth.line - 1] == "depth: profundo"


def test_a_translation_older_than_its_source_is_named(library):
    break_it(library, "queman", "quemaban")
    codes = {(p.path.name, p.code) for p in validate_folder(library)}
    assert ("lime.en.md", "translation-out-of-date") in codes


def test_a_missing_edition_and_a_shared_uid_are_named(library):
    place = library / "case_studies"
    (place / "lime.en.md").unlink()
    text = (place / "gold.es.md").read_text(encoding="utf-8")
    (place / "copy.es.md").write_text(text, encoding="utf-8")
    codes = {(p.path.name, p.code) for p in validate_folder(library)}
    assert ("lime.es.md", "missing-edition") in codes
    assert ("gold.es.md", "repeated-uid") in codes or ("copy.es.md", "repeated-uid") in codes


def test_a_file_that_cannot_be_read_does_not_hide_the_others(library):
    place = library / "case_studies"
    (place / "bad.es.md").write_bytes(b"---\ntitle: \xff\n---\n")
    break_it(library, "depth: snapshot", "depth: hondo")
    codes = {(p.path.name, p.code) for p in validate_folder(library)}
    assert {("bad.es.md", "not-utf8"), ("lime.es.md", "not-a-choice")} <= codes


def test_one_file_can_be_asked_for_alone(library):
    break_it(library, "depth: snapshot", "depth: hondo")
    path = library / "case_studies" / "lime.es.md"
    other = library / "case_studies" / "gold.es.md"
    assert {p.path for p in validate_paths([path], library)} == {path}
    assert validate_paths([other], library) == []


def test_the_glossary_is_checked_too(library):
    path = library / "glossary" / "glossary.csv"
    path.write_text(path.read_text(encoding="utf-8") + "kiln,horno,,,,nadie,,x,,\n")
    found = {(p.line, p.field, p.code) for p in validate_folder(library)}
    assert {(3, "prefLabel_en", "empty-field"), (3, "broader", "unknown-entry")} <= found


@pytest.mark.parametrize("ui", ["es", "en"])
def test_every_rule_says_what_to_write(library, ui):
    problem = break_it(library, "depth: snapshot", "depth: hondo")[0]
    for code in _ADVICE:
        said = advice(type(problem)(problem.path, 1, "field", code, "x", "y"), ui)
        assert said and "{found}" not in said
