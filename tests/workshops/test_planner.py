"""Plans from the library: templates, activities, pins, methods, materials."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.documents import read_edition
from kb_app.places import Places
from kb_app.program import Program
from kb_app.workshops.checks import findings, materials
from kb_app.workshops.edits import change_block
from kb_app.workshops.errors import DayMissing, TemplateMissing
from kb_app.workshops.model import Need
from kb_app.workshops.planner import copy_of, method_block
from kb_app.workshops.sources import read_methods
from kb_app.workshops.timing import schedule
from tests.indexer.library import write_library
from tests.workshops.plans import block, day, plan


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The program over the material that ships."""
    content = Path(__file__).parents[2] / "content"
    program = Program(Places(tmp_path_factory.mktemp("data"), (content,)))
    yield program
    program.close()


@pytest.fixture
def small(tmp_path, content):
    program = Program(Places(tmp_path / "data", (write_library(tmp_path / "content", content),)))
    yield program
    program.close()


@pytest.mark.parametrize("template, days", [("one-day", 1), ("two-days", 2), ("three-days", 3)])
@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_agenda_makes_a_plan_that_fits_its_days(shipped, template, days, lang):
    made = shipped.planner.create("Taller", lang, template)
    assert len(made.days) == days
    for one in made.days:
        times = schedule(one)
        assert (times.over, times.lost) == (0, 0), one.title
        assert any(b.kind == "break" and b.anchor for b in one.blocks), "lunch has a fixed time"
    codes = {f.code for f in findings(made, shipped.planner.entries())}
    assert codes <= {"no-role", "sensitive", "no-break"}
    assert all(b.revisions for b in made.blocks() if b.entry)


def test_an_agenda_brings_steps_materials_and_texts(shipped):
    made = shipped.planner.create("Taller", "es", "three-days")
    activities = [b for b in made.blocks() if b.kind == "module" and b.entry]
    assert len(activities) > 8
    assert all(b.steps for b in activities)
    rows = {row.item: row for row in materials(made)}
    assert len(rows) > 10
    assert rows["copia del caso"].quantity == 2 * made.participants


def test_all_methods_of_the_material_become_blocks_in_both_languages(shipped):
    methods = shipped.planner.methods()
    assert len(methods) >= 8 and any(method.no_reading for method in methods)
    for method in methods:
        for lang in ("es", "en"):
            made = method_block(method, lang)
            assert made.title and made.steps and made.minutes > 0


def test_a_template_that_is_not_there_is_said(shipped):
    with pytest.raises(TemplateMissing):
        shipped.planner.create("Taller", "es", "ten-days")


def test_there_is_no_adding_to_a_day_that_is_not_there(small):
    with pytest.raises(DayMissing):
        small.planner.add(plan(day()), 4, [block("a", 5)])


def changed_text(program, old: str, new: str):
    """The library after an update of the lime case: another text on its shelf."""
    edition = program.catalogue.entry("lime").editions["es"]
    raw = edition.raw.replace(old, new).encode("utf-8")
    newer = read_edition(raw, "lime.es.md", "lime")
    program.revisions.keep(newer, raw)
    program.revisions.shelve("built-in", newer.uid, "es", newer.sha256)
    program.library_changed()
    return newer


def test_an_update_of_a_pinned_case_changes_nothing_until_it_is_taken(small):
    planner = small.planner
    made = planner.create("Taller", "es")
    made = planner.add(made, 0, planner.blocks_of("lime", "es"))
    saved = small.workshops.save(made)
    pinned = saved.blocks()[0]
    question = pinned.steps[0]
    newer = changed_text(small, question, "¿Y si fuera aquí?")
    again = small.workshops.get(saved.id)
    assert again == saved
    entries = planner.entries()
    (finding,) = [f for f in findings(again, entries) if f.code == "newer-revision"]
    before = planner.pinned_text(again.block(finding.block), "es")
    assert before is not None and question in before.body and question not in newer.body
    kept = planner.keep_older(again, finding.block)
    assert not [f for f in findings(kept, entries) if f.code == "newer-revision"]
    assert kept.blocks()[0].steps == pinned.steps
    taken = planner.take_newer(kept, finding.block)
    assert taken.blocks()[0].revisions["es"] == newer.sha256
    assert taken.blocks()[0].steps[0] == "¿Y si fuera aquí?"
    assert (taken.blocks()[0].id, taken.blocks()[0].minutes) == (pinned.id, pinned.minutes)
    assert not [f for f in findings(taken, entries) if f.code == "newer-revision"]


def test_what_the_person_changed_in_a_block_stays_when_a_newer_text_is_taken(small):
    planner = small.planner
    made = planner.add(plan(day()), 0, planner.blocks_of("lime", "es"))
    own = made.blocks()[0]
    made = change_block(made, own.id, steps=("Mi pregunta",), title="Mi título", minutes=35)
    changed_text(small, own.steps[0], "Otra")
    taken = planner.take_newer(made, own.id).blocks()[0]
    assert (taken.steps, taken.title, taken.minutes) == (("Mi pregunta",), "Mi título", 35)


def test_a_copy_shares_no_id_and_has_no_dates():
    made = plan(day(block("a", 10)), extra={"template": True, "weather": 1})
    twin = copy_of(made, "Otro")
    ours = {made.id, made.days[0].id, made.blocks()[0].id}
    assert not ours & {twin.id, twin.days[0].id, twin.blocks()[0].id}
    assert not twin.is_template and twin.extra == {"weather": 1}


def test_own_templates_and_own_methods_are_kept(small):
    made = small.workshops.save(plan(day(block("Saludo", 15)), extra={"template": True}))
    assert [t.id for t in small.planner.own_templates()] == [made.id]
    fresh = small.planner.create("Nuevo", "es", made.id)
    assert fresh.id != made.id and [b.title for b in fresh.blocks()] == ["Saludo"]
    small.planner.save_as_method(block("Mi dinámica", 12, steps=("uno",), needs=(Need("hilo"),)))
    (method,) = small.planner.methods()
    remade = method_block(method, "en")
    assert (remade.title, remade.minutes, remade.steps) == ("Mi dinámica", 12, ("uno",))


def test_what_is_used_again_is_counted_once_and_what_is_kept_is_added_up():
    made = plan(
        day(
            block("a", 10, needs=(Need("papelógrafo", "group"), Need("hoja", "person"))),
            block("b", 10, needs=(Need("Papelógrafo", "group", 2), Need("hoja", "person")),
                  group_size=10),
            block("c", 10, needs=(Need("reloj"),)),
        ),
        participants=28,
        group_size=7,
    )  # fmt: skip
    found = [(row.item, row.quantity) for row in materials(made)]
    assert found == [("hoja", 56), ("papelógrafo", 6), ("reloj", 1)]


def test_handouts_of_one_text_are_counted_once_for_each_person():
    needs = (Need("hojas H1 a H3", "person"),)
    made = plan(day(block("a", 10, entry="u", needs=needs), block("b", 10, entry="u", needs=needs)),
                participants=20)  # fmt: skip
    assert materials(made)[0].quantity == 20


def test_two_hours_without_a_break_are_found_and_only_they():
    work = day(block("a", 60), block("b", 61), block("p", 15, kind="break"), block("c", 120))
    codes = [(f.code, f.title) for f in findings(plan(work), {}) if f.code == "no-break"]
    assert codes == [("no-break", "b")]


def test_no_material_and_no_methods_are_no_trouble(tmp_path):
    assert read_methods(tmp_path) == []
