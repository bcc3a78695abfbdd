"""The register of sources and the page on quality, as whoever opens them reads them."""

from __future__ import annotations

import pytest

from indexer.documents import Entry, read_edition
from kb_app.library.reports import quality_page, register, register_page

UID = "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c0"
BODY = """
## Contexto {#context}

Aquí vive gente. Cada día sale el sol.

## Resultados {#results}

En 2019 se contaron 40 mujeres.[^S1][^S2]

Nadie contó más.
"""
HARD = BODY + "\nInstitucionalización interdepartamental metodológicamente problematizadora.\n" * 9


def entry(number, *sources, kind="case_study", body=BODY, langs=("es", "en")):
    rows = "".join(f"  - {{id: S{n}, {fields}}}\n" for n, fields in enumerate(sources, 1))
    editions = {}
    for lang in langs:
        text = (
            f"---\nuid: {UID}{number}\nkind: {kind}\nlang: {lang}\ntitle: T{number}\n"
            f"evidence: {{strength: limited, note: x}}\nsources:\n{rows}---\n{body}"
        )
        editions[lang] = read_edition(text.encode(), f"case-{number}.md", f"case-{number}")
    return Entry(f"{UID}{number}", f"case-{number}", editions)


def press(name, title, address="", more=""):
    where = f', URL: "{address}"' if address else ""
    return (
        f'type: report, genre: press, author: "{name}", title: "{title}"{where}, language: es{more}'
    )


def row_of(page, words):
    (row,) = [line for line in page.splitlines() if words in line]
    return row


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.diario.hn/oro/", "http://diario.hn/oro"),
        ("https://diario.hn/?p=7", "https://diario.hn/?p=7"),
    ],
)
def test_a_source_stands_once_however_its_address_is_written(one, other):
    seen = press("Diario", "El oro", one, ", checked: true")
    rows = register([entry(1, press("Diario", "Oro", other)), entry(2, seen)])
    assert [(row.source.checked, row.used_by) for row in rows] == [(True, ("case-1", "case-2"))]


@pytest.mark.parametrize("address", ["", "https://diario.hn", "https://diario.hn/"])
def test_two_reports_known_only_by_their_front_page_stay_two(address):
    first, second = press("Diario", "El oro", address), press("Diario", "La cal", address)
    assert len(register([entry(1, first, second)])) == 2


def test_a_source_without_address_is_the_same_in_brackets_and_without():
    first, second = press("Diario", "[Sobre el ópalo]"), press("Diario.", "Sobre el opalo")
    assert len(register([entry(1, first), entry(2, second)])) == 1


def test_the_register_is_in_the_order_of_the_alphabet_without_marks():
    names = ("Zúñiga", "Ávila", "4toMono", "azul")
    rows = register([entry(1, *(press(name, f"De {name}") for name in names))])
    assert [row.source.author for row in rows] == ["4toMono", "Ávila", "azul", "Zúñiga"]


def test_a_row_says_who_when_what_kind_language_checked_and_where():
    address = "https://diario.hn/oro_(nuevo)"
    source = press("Paz, A.", "El | oro", address, ", issued: 2019-05, checked: true")
    page = register_page([entry(1, source)])
    assert row_of(page, "Paz") == (
        f"| Paz, A. (2019). [El ¦ oro](<{address}>) | prensa · press | es | sí · yes | case-1 |"
    )
    assert "## P" in page
    assert "| **todas · all** | **1** | **1** |" in page


def test_a_document_has_one_row_with_both_languages():
    page = quality_page(entry(1, press("A", "a"), press("B", "b")).editions.values())
    row = row_of(page, "| case-1 ")
    assert "limitada · limited | 2 (0) | " in row
    assert "| 1 · 1 | 2.00 · 2.00 |" in row


def test_countries_cases_and_modules_are_apart():
    editions = [e for i, kind in enumerate(("country", "case_study"))
                for e in entry(i, press("A", "a"), kind=kind).editions.values()]  # fmt: skip
    page = quality_page(editions)
    assert page.index("## Casos · Cases: 1") < page.index("## Países · Countries: 1")
    assert "Módulos" not in page


def test_a_text_that_is_hard_to_read_stands_out():
    page = quality_page(entry(1, press("A", "a"), body=HARD, langs=("es",)).editions.values())
    assert row_of(page, "| case-1 ").endswith("** |")
    assert "| por debajo de la meta · below the aim | 1 | 0 |" in page
