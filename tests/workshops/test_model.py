"""The JSON of a workshop: nothing is lost, and nothing that is no workshop gets in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_app.workshops.model import MOST_DAYS, workshop_from_json
from tests.workshops.plans import block, day, plan, workshops

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner,
                                                                  max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=40)
@given(workshops())
def test_a_plan_comes_back_the_same_from_its_json(workshop):
    value = json.loads(json.dumps(workshop.to_json()))
    again = workshop_from_json(value)
    assert again == workshop
    assert again.canonical() == workshop.canonical()


def test_fields_of_a_later_version_are_given_back():
    value = plan(day()).to_json() | {"weather": {"rain": True}, "version": "1.7"}
    again = workshop_from_json(value)
    assert again.to_json()["weather"] == {"rain": True}


def places(value, at=()):
    yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(
        value, list) else ()  # fmt: skip
    for key, one in inner:
        yield from places(one, (*at, key))


@given(st.data())
def test_whatever_stands_in_a_field_is_a_plan_or_a_value_error(data):
    made = plan(day(block("a", 10, steps=("s",), roles={"x": "y"})))
    value = json.loads(json.dumps(made.to_json()))
    where = data.draw(st.sampled_from([p for p in places(value) if p]))
    inside = value
    for key in where[:-1]:
        inside = inside[key]
    inside[where[-1]] = data.draw(JSON)
    try:
        again = workshop_from_json(value)
    except ValueError:
        return
    assert all(isinstance(b.title, str) and 0 <= b.minutes <= 1440 for b in again.blocks())
    assert workshop_from_json(again.to_json()) == again


@pytest.mark.parametrize(
    "change",
    [
        {"id": "no uuid"},
        {"days": "lunes"},
        {"days": [{}] * (MOST_DAYS + 1)},
        {"title": None},
        {"participants": True},
        {"participants": float("inf")},
    ],
)
def test_what_is_no_plan_is_refused(change):
    with pytest.raises(ValueError):
        workshop_from_json(plan(day()).to_json() | change)
