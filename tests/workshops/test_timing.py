"""Start times: properties that hold for every day, and the cases that people meet."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from kb_app.workshops.edits import accept
from kb_app.workshops.model import MAY, MUST, SHOULD
from kb_app.workshops.timing import (
    clock_of,
    minutes_of,
    relief,
    schedule,
    shortages,
    what_could_give,
)
from tests.workshops.plans import block, day, days, plan, timed_blocks

NOON = 12 * 60


@given(days(timed_blocks()))
def test_nothing_ever_overlaps_and_nothing_runs_backwards(any_day):
    slots = schedule(any_day).slots
    for slot in slots:
        assert slot.start <= slot.end
    for one, other in pairwise(slots):
        assert one.end <= other.start
        assert other.start - one.end == other.free


@given(days(timed_blocks()))
def test_minutes_add_up(any_day):
    times = schedule(any_day)
    for slot in times.slots:
        assert slot.end - slot.start + slot.over == slot.block.minutes
        assert slot.over >= 0 and slot.free >= 0
    worked = sum(slot.end - slot.start + slot.free for slot in times.slots)
    assert times.end == times.start + worked
    assert times.lost == sum(s.block.minutes for s in times.slots) - sum(
        s.end - s.start for s in times.slots
    )


@given(days(timed_blocks()))
def test_an_anchor_holds_unless_an_earlier_one_is_later(any_day):
    times = schedule(any_day)
    latest = times.start
    for slot in times.slots:
        anchor = minutes_of(slot.block.anchor)
        if anchor is not None and anchor >= latest:
            assert slot.start == anchor
            latest = anchor


@given(days(timed_blocks()))
def test_every_block_has_its_slot_in_order(any_day):
    assert tuple(slot.block for slot in schedule(any_day).slots) == any_day.blocks


@given(days(timed_blocks()))
def test_a_shortage_is_what_the_slots_lack(any_day):
    times = schedule(any_day)
    assert sum(short.minutes for short in shortages(any_day)) == times.lost


@given(days(timed_blocks()))
def test_relief_never_makes_a_day_worse_and_touches_nothing_that_must_stay(any_day):
    before = schedule(any_day)
    proposals = relief(any_day)
    assert len({p.block.id for p in proposals}) == len(proposals)
    for proposal in proposals:
        assert proposal.block.kind != "break" and not proposal.block.anchor
        assert proposal.block.priority != MUST
        assert 0 <= proposal.minutes < proposal.block.minutes
        if proposal.minutes == 0:
            assert proposal.block.priority == MAY
    after = schedule(accept(plan(any_day), proposals).days[0])
    assert after.lost <= before.lost
    assert after.over <= before.over


def test_lunch_stays_at_noon_and_the_overrun_is_shown_before_it():
    morning = day(block("A", 150), block("B", 120), block("Almuerzo", 60, anchor="12:00",
                                                          kind="break"))  # fmt: skip
    first, second, lunch = schedule(morning).slots
    assert (lunch.start, second.over, first.over) == (NOON, 30, 0)
    (short,) = shortages(morning)
    assert (short.minutes, short.before, short.block) == (30, "Almuerzo", second.block.id)


def test_time_before_an_anchor_is_free_and_zero_minutes_prepare_something():
    slots = schedule(day(block("Preparar", 0), block("Almuerzo", 60, anchor="12:00"))).slots
    assert [clock_of(slot.start) for slot in slots] == ["8:00", "12:00"]
    assert slots[1].free == 240


def test_what_may_go_goes_first_then_what_should_stay_is_shortened():
    some = (
        block("queda", 60, priority=MUST),
        block("debe", 100, priority=SHOULD),
        block("puede", 15, priority=MAY),
        block("fija", 60, priority=MAY, anchor="15:00"),
        block("pausa", 15, priority=MAY, kind="break"),
    )
    assert [(p.block.title, p.minutes) for p in what_could_give(some, 10)] == [("puede", 0)]
    found = what_could_give(some, 30)
    assert [(p.block.title, p.minutes) for p in found] == [("puede", 0), ("debe", 85)]
    assert sum(p.saved for p in what_could_give(some, 500)) == 15 + 40


def test_times_are_read_as_people_write_them():
    assert [minutes_of(t) for t in ("8:30", "08:30", " 23:59", "24:00", "8:7", "ocho", "")] == [
        510, 510, 1439, None, None, None, None]  # fmt: skip
