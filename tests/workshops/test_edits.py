"""Edits in any order leave a plan that is valid; undo gives back the very same plan."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb_app.workshops.edits import (
    Editor,
    accept,
    add_block,
    add_day,
    change_block,
    change_day,
    change_plan,
    duplicate_block,
    move_block,
    remove_block,
    remove_day,
    shift_block,
    with_days,
)
from kb_app.workshops.model import (
    KINDS,
    MOST_BLOCKS,
    MOST_DAYS,
    Block,
    Workshop,
    workshop_from_json,
)
from kb_app.workshops.timing import relief, schedule
from tests.workshops.plans import block, blocks, day, plan, workshops

Draw = Callable[[int], int]


def one_edit(workshop: Workshop, kind: int, draw: Draw, new: Block) -> Workshop:
    """An edit by number; those that need a block are passed over when there is none."""
    position = draw(len(workshop.days))
    ids = [b.id for b in workshop.blocks()]
    wanted = ids[draw(len(ids))] if ids else ""
    edits: list[Callable[[], Workshop]] = [
        lambda: add_block(workshop, position, new, draw(12)),
        lambda: add_day(workshop, draw(len(workshop.days) + 1)),
        lambda: remove_day(workshop, position) if len(workshop.days) > 1 else workshop,
        lambda: change_day(workshop, position, start="07:45", title="día"),
        lambda: change_plan(workshop, participants=draw(90), title="otro"),
        lambda: with_days(workshop, ["2026-05-12"] * (1 + draw(5))),
        lambda: accept(workshop, relief(workshop.days[position])),
    ]
    on_block: list[Callable[[], Workshop]] = [
        lambda: remove_block(workshop, wanted),
        lambda: move_block(workshop, wanted, position, draw(12)),
        lambda: shift_block(workshop, wanted, 1 if draw(2) else -1),
        lambda: change_block(workshop, wanted, minutes=draw(3000) - 500, anchor="12:00"),
        lambda: duplicate_block(workshop, wanted),
    ]
    choices = edits + (on_block if ids else [])
    return choices[kind % len(choices)]()


def valid(workshop: Workshop) -> None:
    """What must be true of every plan."""
    assert 1 <= len(workshop.days) <= MOST_DAYS
    ids = [b.id for b in workshop.blocks()]
    assert len(set(ids)) == len(ids) <= MOST_BLOCKS * MOST_DAYS
    assert len({d.id for d in workshop.days}) == len(workshop.days)
    for one in workshop.days:
        times = schedule(one)
        assert [slot.block for slot in times.slots] == list(one.blocks)
        for slot in times.slots:
            assert 0 <= slot.block.minutes <= 1440
            assert slot.end - slot.start + slot.over == slot.block.minutes
        for before, after in pairwise(times.slots):
            assert before.end <= after.start
    assert workshop_from_json(workshop.to_json()) == workshop


def edited(workshop: Workshop, edits: int, draw: Draw, new: Callable[[], Block]) -> None:
    """Edits as they come, each valid; then undone to the first and redone to the last."""
    saved: list[Workshop] = []
    editor = Editor(workshop, saved.append)
    states = [workshop]
    for _ in range(edits):
        changed = one_edit(editor.workshop, draw(60), draw, new())
        before = editor.workshop
        editor.do(changed)
        valid(editor.workshop)
        if editor.workshop != before:
            states.append(editor.workshop)
    assert saved == states[1:]
    for state in reversed(states[:-1]):
        assert editor.undo()
        assert editor.workshop == state
    assert not editor.undo()
    for state in states[1:]:
        assert editor.redo()
        assert editor.workshop == state
    assert not editor.redo()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(workshops(), st.data())
def test_any_edits_leave_a_valid_plan_and_undo_gives_back_the_same(workshop, data):
    edited(workshop, 12, lambda n: data.draw(st.integers(0, n - 1)), lambda: data.draw(blocks()))


@pytest.mark.long
def test_ten_thousand_sequences_of_edits():
    for seed in range(10_000):
        chance = Random(seed)

        def some(chance: Random = chance) -> Block:
            return block(
                "b", chance.choice([0, 5, 20, 45, 90, 180]), kind=chance.choice(KINDS),
                anchor=chance.choice(["", "", "", "12:00", "10:30", "x"]),
                priority=chance.choice([1, 2, 3]),
            )  # fmt: skip

        days = [day(*(some() for _ in range(chance.randrange(7)))) for _ in range(3)]
        edited(plan(*days), 20, chance.randrange, some)


def test_a_block_goes_on_into_the_next_day_at_the_edge():
    one, two, three = block("1", 10), block("2", 10), block("3", 10)
    made = plan(day(one, two), day(three))
    down = shift_block(made, two.id, 1)
    assert [b.title for b in down.days[1].blocks] == ["2", "3"]
    assert shift_block(down, two.id, -1) == made
    assert shift_block(made, one.id, -1) is made
    assert shift_block(made, three.id, 1) is made


def test_fewer_days_throw_no_block_away():
    made = plan(day(block("1", 10)), day(block("2", 10)), day())
    assert len(with_days(made, ["2026-05-12"]).days) == 2


def test_a_new_day_is_the_day_after():
    made = with_days(plan(day()), ["2026-12-31"])
    assert add_day(made).days[1].date == "2027-01-01"
    assert add_day(plan(day())).days[1].date == ""


def test_a_duplicate_has_no_fixed_time_of_its_own():
    lunch = block("Almuerzo", 60, anchor="12:00")
    made = duplicate_block(plan(day(lunch)), lunch.id)
    assert [b.anchor for b in made.blocks()] == ["12:00", ""]


def test_doing_something_new_forgets_what_was_undone():
    editor = Editor(plan(day()), lambda _plan: None)
    editor.do(add_day(editor.workshop))
    editor.undo()
    editor.do(change_plan(editor.workshop, title="nuevo"))
    assert not editor.can_redo and editor.can_undo
