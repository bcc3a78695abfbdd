"""Texts side by side, field by field."""

from __future__ import annotations

import pytest

from indexer import tree
from indexer.documents import read_edition
from kb_app.library.comparison import compared

UID = "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c0"


def edition(number, kind, title, body, more=""):
    text = f"---\nuid: {UID}{number}\nkind: {kind}\nlang: es\ntitle: {title}\n{more}---\n\n{body}"
    return read_edition(text.encode(), f"{number}.es.md", str(number))


def profile(number, title, *facts):
    rows = "".join(f'  - {{id: {i}, label: "{la}", value: "{va}"}}\n' for i, la, va in facts)
    return edition(number, "country", title, "## La ley {#law}\n\nUna ley.\n", f"facts:\n{rows}")


@pytest.fixture
def honduras():
    return profile(1, "Honduras", ("law", "Ley", "238-2012"), ("women", "Mujeres", "sin datos"))


@pytest.fixture
def panama():
    return profile(2, "Panamá", ("law", "Ley", "407"))


def rows(document, section):
    (table,) = document.section(section).blocks
    return [[tree.inline_text(cell) for cell in row.cells] for row in (table.header, *table.rows)]


def test_countries_are_compared_fact_by_fact(honduras, panama):
    assert rows(compared([honduras, panama], "es"), "facts") == [
        ["Dato", "Honduras", "Panamá"],
        ["Ley", "238-2012", "407"],
        ["Mujeres", "sin datos", "El texto no lo dice."],
    ]


def test_countries_are_compared_in_the_sections_that_profiles_have(honduras, panama):
    document = compared([honduras, panama], "en")
    ids = [section.id for section in document.sections]
    assert ids[:3] == ["facts", "not-measured", "law"]
    assert "context" not in ids
    assert rows(document, "law")[1] == ["Una ley.", "Una ley."]
    assert tree.inline_text(document.section("law").title) == "The law"


def test_cases_are_compared_in_the_sections_that_cases_have():
    one = edition(3, "case_study", "Uno", "## Contexto {#context}\n\nUn río.[^S1]\n")
    two = edition(4, "case_study", "Dos", "## Resultados {#results}\n\n- Nada.\n")
    document = compared([one, two], "es")
    assert rows(document, "context")[1] == ["Un río.", "El texto no lo dice."]
    assert rows(document, "results")[1] == ["El texto no lo dice.", "• Nada."]
    assert document.section("facts") is None
