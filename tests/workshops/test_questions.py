"""Which questions the test before and after has: chosen one by one, known by their ids."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from sqlite_utils import Database

from kb_app.cli import main
from kb_app.places import Places
from kb_app.program import Program
from kb_app.workshops.checks import findings
from kb_app.workshops.edits import change_plan, remove_block
from kb_app.workshops.errors import QuestionMissing
from kb_app.workshops.model import workshop_from_json
from kb_app.workshops.papers import paper
from kb_app.workshops.questions import (
    TEST_LENGTH,
    find_question,
    lost_questions,
    offered,
    proposed,
    questions,
)
from kb_app.workshops.result_papers import results_of
from kb_app.workshops.schema import migrations
from tests.indexer.library import write_library
from tests.window.conftest import open_person, small
from tests.workshops.modules import UIDS, module, write_modules
from tests.workshops.plans import block, day, plan

__all__ = ["small"]
ENTRIES = {UIDS[0]: module(0, 4), UIDS[1]: module(1, 12)}


def both_modules(**more):
    """A plan that uses two modules."""
    return plan(day(block("uno", 30, entry=UIDS[0]), block("dos", 30, entry=UIDS[1])), **more)


def name(number, at):
    return f"{UIDS[number]}#check-{at}"


def asked(workshop):
    return [one.text for one in questions(workshop, ENTRIES)]


# --- the plan ---------------------------------------------------------------------------------


def test_without_a_choice_modules_take_turns_up_to_twelve():
    made = both_modules()
    assert len(asked(made)) == TEST_LENGTH
    assert asked(made)[:5] == ["M0 P1", "M0 P2", "M0 P3", "M0 P4", "M1 P1"]


def test_chosen_questions_are_asked_in_their_order_once_each():
    made = both_modules(test=(name(1, 9), name(0, 2), name(1, 9)))
    assert asked(made) == ["M1 P9", "M0 P2"]
    test_paper = paper("test", made, ENTRIES).body
    assert test_paper.index("M1 P9") < test_paper.index("M0 P2") and "M0 P1" not in test_paper
    assert "1. **b**" in paper("key", made, ENTRIES).body


def test_a_choice_travels_and_a_plan_without_one_is_written_as_before():
    made = both_modules(test=(name(0, 2),))
    assert workshop_from_json(json.loads(made.canonical())) == made
    assert "test" not in both_modules().to_json()
    with pytest.raises(ValueError):
        workshop_from_json({**made.to_json(), "test": [3]})


def test_what_was_chosen_stays_when_its_block_goes_and_its_loss_is_told():
    made = both_modules(test=(name(0, 1), name(1, 1)))
    without = remove_block(made, made.blocks()[1].id)
    assert asked(without) == ["M0 P1", "M1 P1"] and set(offered(without, ENTRIES)) == set(UIDS)
    assert UIDS[1] in without.uses(), "it travels in a pack"
    assert [one.id for one in proposed(without, ENTRIES)] == [name(0, at) for at in range(1, 5)]
    gone = {UIDS[0]: ENTRIES[UIDS[0]]}
    assert lost_questions(made, gone) == 1 and lost_questions(both_modules(), gone) == 0
    codes = [finding.code for finding in findings(made, gone)]
    assert "question-lost" in codes


def test_a_question_is_found_by_its_slug_or_the_beginning_of_its_id():
    every = [one for some in offered(both_modules(), ENTRIES).values() for one in some]
    slugs = {uid: entry.slug for uid, entry in ENTRIES.items()}
    assert find_question(every, "m1#check-3", slugs) == name(1, 3)
    assert find_question(every, name(0, 1), slugs) == name(0, 1)
    for wrong in ("m1#check-99", "m9#check-1", "check-1", f"{UIDS[0][:8]}#check-1", "3b1f#check-1"):
        with pytest.raises(QuestionMissing):
            find_question(every, wrong, slugs)


# --- results keep their meaning ---------------------------------------------------------------


@pytest.fixture
def program(tmp_path, content):
    made = Program(Places(tmp_path / "data", (write_library(tmp_path / "content", content),)))
    yield made
    made.close()


def test_results_know_which_questions_they_answered(program):
    room, first, other = program.room, ("a#check-1", "a#check-2"), ("b#check-1", "b#check-2")
    for code, after in (("ma01", first), ("ju02", other), ("lo03", ())):
        room.score("w", code, "before", 1, 2, first)
        room.score("w", code, "after", 2, 2, after)
    learning = room.learning("w")
    assert (learning.pairs, learning.mixed) == (3, 1)
    room.score("w", "ma01", "before", 2, 2, other)  # a slip mended: the test was another
    assert room.learning("w").mixed == 1
    room.score("w", "ma01", "before", 2, 4, other)  # another number: it is not known which
    assert {score.code: len(score.tests) for score in room.scores("w")}["ma01"] == 1


def test_the_report_says_that_the_questions_were_others(program):
    made = program.workshops.save(both_modules())
    for moment, test in (("before", ("a",)), ("after", ("b",))):
        program.room.score(made.id, "ma01", moment, 1, 1, test)
    body = paper("report", made, ENTRIES, results_of(program.room, made)).body
    assert "otra cosa después que antes" in body


def test_results_of_an_older_file_are_kept(tmp_path):
    db = Database(tmp_path / "old.db")
    migrations.apply(db, stop_before="m003_questions_of_a_result")
    db["result"].insert({"workshop": "w", "code": "ma01", "moment": "before",
                         "right_answers": 3, "questions": 8})  # fmt: skip
    migrations.apply(db)
    assert next(iter(db["result"].rows))["right_answers"] == 3
    assert next(iter(db["result"].rows))["test"] == ""


# --- by command line --------------------------------------------------------------------------


@pytest.fixture
def batea(tmp_path, content, capsys):
    library = write_library(tmp_path / "content", content)
    write_modules(library, 4, 12)

    def run(*words):
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main(["--data", str(tmp_path / "data"), "--content", str(library), "--ui", "es",
                  "--json", *map(str, words)])  # fmt: skip
        said = capsys.readouterr()
        return end.value.code, json.loads(said.out) if said.out.strip() else said.err

    return run


def test_a_test_is_chosen_undone_and_proposed_again(batea):
    _, made = batea("workshop", "new", "Taller")
    workshop = made["id"]
    batea("workshop", "add", workshop, "m0")
    batea("workshop", "add", workshop, "m1")
    _, listed = batea("workshop", "test", workshop)
    assert not listed["chosen"] and len(listed["questions"]) == 16
    _, chosen = batea("workshop", "test", workshop, "m1#check-9", "m0#check-2")
    assert [row["name"] for row in chosen["questions"][:2]] == ["m1#check-9", "m0#check-2"]
    assert [row["place"] for row in chosen["questions"][:3]] == [1, 2, 0]
    _, scored = batea("workshop", "score", workshop, "ma01", "--before", 2, "--after", 5)
    assert scored["learning"]["before"] == scored["learning"]["after"] == 1.0
    code, said = batea("workshop", "test", workshop, "m1#check-99")
    assert code == 1 and "m1#check-99" in said
    batea("workshop", "undo", workshop)
    assert not batea("workshop", "test", workshop)[1]["chosen"]
    batea("workshop", "undo", workshop)
    assert batea("workshop", "test", workshop, "--propose")[1]["chosen"] is False


# --- in the window ----------------------------------------------------------------------------


@pytest.fixture
def person(qtbot, tmp_path, small):
    write_modules(small, 4, 12)
    made = open_person(qtbot, tmp_path / "data", small)
    yield made
    made.window.close()
    made.opening.close()


@pytest.fixture
def opened(person):
    made = person.desk.program.workshops.save(both_modules())
    person.desk.go("workshops")
    person.room = person.desk.room("workshops")
    person.room.open(made.id)
    person.press("Ctrl+4")
    return person


def test_questions_are_ticked_moved_and_undone_by_keys(opened):
    opened.click(opened.find("tests-choose"))
    dialog = opened.dialog()
    rows = dialog.list
    assert rows.count() == 16 and len(dialog.chosen()) == TEST_LENGTH
    assert "12 preguntas" in opened.words(dialog) and "20 minutos" in opened.words(dialog)
    opened.press("Space", rows)
    assert dialog.chosen()[0] == name(0, 2)
    rows.setCurrentRow(13)
    assert rows.currentItem().data(Qt.ItemDataRole.UserRole) == name(1, 10)
    opened.press("Space", rows)
    for _ in range(13):
        opened.press("Alt+Up", rows)
    opened.click(dialog.findChild(object, "dialogTake"))
    workshop = opened.room.plan.workshop
    assert workshop.test[:2] == (name(1, 10), name(0, 2)) and len(workshop.test) == TEST_LENGTH
    opened.front()
    opened.press("Ctrl+Z")
    assert opened.room.plan.workshop.test == ()


def test_the_proposal_is_taken_back_with_one_button_and_none_is_no_test(opened):
    opened.room.plan.do(change_plan(opened.room.plan.workshop, test=(name(1, 5),)))
    opened.see(lambda: "1" in opened.words(opened.room.view.tests.side))
    opened.click(opened.find("tests-choose"))
    dialog = opened.dialog()
    assert dialog.chosen() == [name(1, 5)]
    opened.press("Space", dialog.list)
    assert not dialog.take.isEnabled()
    opened.click(dialog.findChild(object, "questionsProposed"))
    opened.click(dialog.take)
    assert opened.room.plan.workshop.test == ()


def test_a_row_written_in_the_window_remembers_its_test(opened):
    opened.room.plan.do(change_plan(opened.room.plan.workshop, test=(name(1, 5), name(0, 1))))
    page = opened.room.tables["tests"]
    page.keep({"code": "ma01", "before": "1"})
    opened.room.plan.do(replace(opened.room.plan.workshop, test=(name(1, 6), name(0, 1))))
    page.keep({"id": "ma01", "code": "ma01", "before": "1", "after": "2", "questions": "2"})
    learning = opened.desk.program.room.learning(opened.room.plan.workshop.id)
    assert (learning.pairs, learning.mixed) == (1, 1)
    page.show_totals()
    assert "otra cosa" in opened.words(opened.room.view.tests.side)


def test_with_large_text_the_questions_still_fit_in_the_window(opened):
    opened.window.resize(1366, 740)
    opened.desk.look.set_scale(1.5)
    opened.click(opened.find("tests-choose"))
    dialog = opened.dialog()
    assert dialog.height() <= 740 and dialog.width() <= 1366
