"""Nothing that was said to be saved is lost: kills, power cuts, damage. Short here; the long
form has the figures of the aims.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.crash import HARMED, TASKS, damage, few_cases, kills
from benchmarks.powercut import power_cuts


@pytest.fixture
def few(tmp_path: Path, content: Path) -> Path:
    return few_cases(tmp_path / "few", content, 3)


def nothing(losses: list[str]) -> list[str]:
    return [loss for loss in losses if loss]


def test_a_killed_process_loses_nothing_that_it_acknowledged(few):
    found = kills(2, few)
    assert set(found) == set(TASKS)
    assert {task: nothing(losses) for task, losses in found.items()} == {t: [] for t in TASKS}


def test_a_power_cut_loses_nothing_that_was_acknowledged(few):
    assert nothing(power_cuts(25, few, notes=15)) == []


def test_whatever_is_damaged_it_opens_with_every_note(few):
    found = damage(8, few)
    assert {what: nothing(losses) for what, losses in found.items()} == {w: [] for w in HARMED}


@pytest.mark.long
def test_200_kills_of_each_kind_lose_nothing(few):
    assert [nothing(losses) for losses in kills(200, few, seed=7).values()] == [[], [], []]


@pytest.mark.long
def test_200_power_cuts_lose_nothing(few):
    assert nothing(power_cuts(200, few, seed=7)) == []


@pytest.mark.long
def test_100_damages_lose_nothing(few):
    assert [nothing(losses) for losses in damage(100, few, seed=7).values()] == [[]] * len(HARMED)
