"""What ships: enough for every topic and module, glossary and agendas whole, pages that show it."""

from __future__ import annotations

from collections import Counter

import pytest

from indexer import tree
from indexer.thesaurus import read_glossary
from indexer.vocabulary import read_vocabulary
from kb_app.app import page_words
from kb_app.library.catalogue import Catalogue, load_catalogue
from kb_app.look import LIGHT
from kb_app.views.reader.layout import build
from kb_app.views.reader.page import SOURCE
from kb_app.workshops.checks import findings
from kb_app.workshops.sources import TEMPLATES, from_template, read_methods
from kb_app.workshops.timing import schedule

REGION = {"GT", "BZ", "HN", "SV", "NI", "CR", "PA"}


@pytest.fixture(scope="module")
def library(request) -> Catalogue:
    return load_catalogue([request.config.rootpath / "content"])


def test_the_library_is_whole(library):
    assert not library.problems
    kinds = Counter(entry.kind for entry in library)
    assert kinds == {"case_study": 54, "module": 15, "country": 7}
    assert {entry.slug for entry in library.of_kind("country")} == REGION
    assert all(set(entry.editions) == {"es", "en"} for entry in library)


def test_every_topic_has_three_cases_and_every_module_two(library, content):
    cases = library.of_kind("case_study")
    topics = Counter(topic for entry in cases for topic in entry.edition("es").front.topics)
    few = [t for t in read_vocabulary(content).ids("topics") if topics[t] < 3]
    assert few == []
    slugs = {entry.slug for entry in cases}
    for module in library.of_kind("module"):
        assert len(slugs & set(module.edition("es").front.cases)) >= 2, module.slug


def test_the_glossary_has_all_its_concepts(content):
    concepts = read_glossary(content / "glossary" / "glossary.csv")
    assert len(concepts) == 455
    assert all(concept.labels("es") and concept.labels("en") for concept in concepts)


def test_modules_have_activities_and_five_questions(library):
    for module in library.of_kind("module"):
        for edition in module.editions.values():
            ids = [
                block.id
                for section in edition.document().sections
                for block in section.blocks
                if isinstance(block, tree.Heading)
            ]
            assert sum(name.startswith("activity-") for name in ids) >= 2, edition.slug
            assert sum(name.startswith("check-") for name in ids) == 5, edition.slug


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_ready_agendas_hold_their_times_and_use_what_is_there(library, content, template, lang):
    entries = {entry.slug: entry for entry in library}
    plan = from_template(content, template, "Taller", lang, entries)
    assert {"one-day": 1, "two-days": 2, "three-days": 3}[template] == len(plan.days)
    for day in plan.days:
        timed = schedule(day)
        assert timed.over == 0
        assert any(block.anchor for block in day.blocks)
    assert any(block.entry for block in plan.blocks())
    by_uid = {entry.uid: entry for entry in library}
    assert {finding.code for finding in findings(plan, by_uid)} <= {"no-role"}


def test_methods_are_in_both_languages_and_their_steps_fill_their_time(content):
    methods = read_methods(content)
    assert len(methods) >= 20
    assert all(m.titles["es"] and m.titles["en"] and m.steps["es"] for m in methods)
    assert sum(method.no_reading for method in methods) >= 5


def test_no_mark_of_a_source_is_lost_on_a_page(library, content, qapp):
    vocabulary = read_vocabulary(content)
    for edition in library.editions():
        document = edition.document()
        style = page_words.style_of(edition.lang, LIGHT, 1.0, {})
        front = page_words.front_of(edition, vocabulary, False)
        page = build(document, front, (), style)
        shown = Counter(marks(page.document))
        wanted = Counter(cite for unit in tree.units(document) for cite in unit.cites)
        wanted.update(source for fact in edition.front.facts for source in fact.sources)
        assert shown.keys() == wanted.keys(), edition.slug


def marks(document) -> list[str]:
    """The ids of sources that a page offers."""
    found = []
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            href = at.fragment().charFormat().anchorHref()
            if href.startswith(f"{SOURCE}:"):
                found.append(href.partition(":")[2])
            at += 1
        block = block.next()
    return found
