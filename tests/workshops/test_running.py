"""A day as it goes: what is on, what is left, what could give."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from kb_app.workshops import running
from kb_app.workshops.edits import accept
from kb_app.workshops.projection import Page, groups_page, page_of, question_page
from kb_app.workshops.questions import Question
from kb_app.workshops.running import Run
from tests.workshops.plans import block, day, days, plan, timed_blocks


def morning():
    return plan(
        day(
            block("Bienvenida", 30, priority=1),
            block("Reloj", 80, steps=("dibujar", "comparar")),
            block("Preguntas", 20, priority=3),
            block("Almuerzo", 60, kind="break", anchor="12:00"),
            block("Caso", 90),
            start="08:30", end="15:00",
        )
    )  # fmt: skip


def test_on_time_there_is_room_before_lunch():
    made = morning()
    run = running.start(made, 0, 8 * 60 + 30)
    stands = running.standing(made, run, 8 * 60 + 40)
    assert (stands.left, stands.fixed_title, stands.next_fixed) == (20, "Almuerzo", 720)
    assert stands.spare == 210 - 130 and stands.late == 0


def test_late_is_what_does_not_fit_before_the_next_fixed_time_and_one_key_mends_it():
    made = morning()
    run = running.go(made, running.start(made, 0, 510), 1, 10 * 60 + 45)
    stands = running.standing(made, run, 10 * 60 + 50)
    assert stands.late == 25
    found = running.proposals(made, run, 10 * 60 + 50)
    assert [(p.block.title, p.minutes) for p in found] == [("Preguntas", 0)]
    mended = accept(made, found)
    assert running.standing(mended, run, 10 * 60 + 50).late == 5
    assert running.held(mended, run)


def test_nothing_after_lunch_is_touched_for_the_morning():
    made = morning()
    run = Run(0, made.blocks()[1].id, 11 * 60)
    titles = {p.block.title for p in running.proposals(made, run, 11 * 60, minutes=400)}
    assert titles == {"Preguntas"}


@given(days(timed_blocks()), st.integers(0, 1400), st.integers(0, 90), st.data())
def test_what_is_accepted_never_makes_the_day_later(any_day, began, gone, data):
    assume(any_day.blocks)
    made = plan(any_day)
    on = data.draw(st.sampled_from(any_day.blocks)).id
    run, now = Run(0, on, began), began + gone
    before = running.standing(made, run, now)
    found = running.proposals(made, run, now)
    mended = accept(made, found)
    after = running.standing(mended, run, now)
    assert after.spare == before.spare + sum(p.saved for p in found)
    assert mended.block(on) == made.block(on)


def test_steps_and_blocks_stop_at_the_edges():
    made = morning()
    run = running.start(made, 0, 510)
    assert running.go(made, run, -1, 600) is run
    run = running.go(made, run, 1, 600)
    assert running.step(made, run, -1).step == 0
    assert running.step(made, running.step(made, running.step(made, run, 1), 1), 1).step == 2
    last = Run(0, made.blocks()[-1].id, 780)
    assert running.go(made, last, 1, 800) is last
    assert running.following(made, last) is None


def test_a_step_too_far_and_back_costs_no_time():
    made = morning()
    first, second = (b.id for b in made.blocks()[:2])
    run = running.go(made, running.start(made, 0, 510), 1, 540)
    on = running.go(made, run, 1, 545)
    assert running.run_from_json(running.run_to_json(on), made) == on
    back = running.go(made, on, -1, 546)
    assert (back.block, back.began) == (second, 540)
    assert back.step == len(made.block(second).steps), "back is where she was"
    again = running.go(made, back, -1, 547)
    assert (again.block, again.began) == (first, 510)
    assert running.standing(made, back, 546) == running.standing(made, run, 546)


def test_a_run_survives_a_power_cut_and_not_a_changed_plan():
    made = morning()
    run = running.step(made, running.go(made, running.start(made, 0, 510), 1, 540), 1)
    assert running.run_from_json(running.run_to_json(run), made) == run
    for value in (None, 7, {}, {"day": "x", "block": "", "began": 1, "step": 0},
                  {"day": 9, "block": "gone", "began": 1, "step": 0}):  # fmt: skip
        assert running.run_from_json(value, made) is None


def test_an_empty_day_cannot_begin():
    assert running.start(plan(day()), 0, 500) is None


SECRET = "SOLO-QUIEN-FACILITA"


def test_the_screen_of_the_room_has_no_place_for_a_note():
    noted = block("Reloj", 80, steps=("dibujar",), notes=SECRET, roles={"Dirige": SECRET},
                  fields={"contacto": SECRET})  # fmt: skip
    made = plan(day(noted), notes=SECRET)
    question = Question("m#check-1", "¿?", ("sí", "no"), (0,), SECRET)
    pages = [page_of(made, Run(0, noted.id, 500, step)) for step in range(4)]
    pages += [groups_page(noted), question_page(question, 1, {0: 3})]
    assert SECRET not in repr(pages)
    assert pages[1].title == "dibujar"


def test_the_room_does_not_see_what_the_team_prepares():
    setting_up = block("Esconder las respuestas", 0, kind="logistics", steps=("en la pared 3",))
    made = plan(day(setting_up), title="Taller", venue="salón")
    assert [page_of(made, Run(0, setting_up.id, 500, step)) for step in (0, 1)] == [
        Page("salón", "Taller")
    ] * 2


def test_the_right_answer_is_lit_only_when_asked_for():
    question = Question("m#check-1", "¿?", ("sí", "no"), (0,), "porque")
    assert question_page(question, 1, {1: 4}).right == ()
    shown = question_page(question, 1, {1: 4}, show_right=True)
    assert shown.right == (0,)
    assert shown.bars == (("a", "sí", 0), ("b", "no", 4))
