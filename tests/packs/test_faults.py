"""The process is killed in the middle of an import: everything has come, or nothing has."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kb_app.places import Places
from kb_app.program import Program
from tests.packs.conftest import held, kept_rows, taken
from tests.packs.test_imports import rich

KILLED = 9
REPOSITORY = Path(__file__).parents[2]


def run(data: Path, content: Path, pack: Path, step: int) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "tests.packs.killed", data, content, pack, str(step)]
    return subprocess.run(
        [str(word) for word in words], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def scene(tmp_path_factory, library):
    """A data folder as it was, a pack, and what is held before and after."""
    folder = tmp_path_factory.mktemp("faults")
    pack = rich().write(folder / "p.batea")
    program = Program(Places(folder / "before", (library,)))
    program.workshops.create("Lo mío")
    before = held(program)
    program.close()
    shutil.copytree(folder / "before", folder / "after")
    program = Program(Places(folder / "after", (library,)))
    taken(program, pack)
    after, rows = held(program), kept_rows(program)
    program.close()
    shutil.copytree(folder / "before", folder / "counting")
    counted = run(folder / "counting", library, pack, 0)
    assert counted.returncode == 0, counted.stderr
    return (
        folder,
        library,
        pack,
        without_times(before),
        without_times(after),
        rows,
        int(counted.stdout),
    )


def without_times(state):
    """What is held, without the moments at which it came."""
    plans = [{**json.loads(plan), "created": "", "modified": ""} for plan in state["plans"]]
    keys = [row[:3] for row in state["keys"]]
    return {**state, "plans": plans, "keys": keys}


def kill_at(scene, step: int, tmp_path: Path) -> bool:
    """Whether the pack had come when the process died."""
    folder, library, pack, before, after, rows, _ = scene
    data = tmp_path / f"step-{step}"
    shutil.copytree(folder / "before", data)
    ended = run(data, library, pack, step)
    assert ended.returncode == KILLED, ended.stderr
    program = Program(Places(data, (library,)))
    try:
        now = without_times(held(program))
        records = program.imports.all()
        assert now == (after if records else before)
        for record in records:
            assert program.imports.kept_file(record).exists()
        # It can be done again, as if nothing had been.
        if not records:
            taken(program, pack)
            assert without_times(held(program)) == after
            assert kept_rows(program) == rows
    finally:
        program.close()
    shutil.rmtree(data)
    return bool(records)


def test_there_are_many_steps_to_die_at(scene):
    assert scene[-1] > 80


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.95, 1.0])
def test_killed_at_a_step_of_an_import_all_or_nothing_has_come(scene, share, tmp_path):
    steps = scene[-1]
    kill_at(scene, max(1, round(share * steps)), tmp_path)


@pytest.mark.long
def test_killed_at_each_step_of_an_import(scene, tmp_path):
    came = [kill_at(scene, step, tmp_path) for step in range(1, scene[-1] + 1)]
    assert came == sorted(came)  # nothing, nothing, …, and from the commit on everything
    assert not came[0]
