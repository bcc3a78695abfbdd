"""A day as it really goes: which block is on, since when, how much is to spare or missing.

Time is measured against the next fixed point (an anchored block or the end of the day),
because that is what must be kept: minutes late are the minutes that do not fit before it.
All moments are minutes after midnight.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kb_app.workshops.model import Block, Day, Workshop
from kb_app.workshops.timing import Proposal, minutes_of, what_could_give


@dataclass(frozen=True)
class Run:
    """Where a day stands: `block` is the id of what is on since `began`; `step` the step or
    question that is shown, 0 for the title; `left` the blocks that were left for the next one,
    with when they had begun, so that a step back gives a block no new time.
    """

    day: int
    block: str
    began: int
    step: int = 0
    left: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Standing:
    """How the time stands: `left` minutes of the block that is on (negative when it is over
    its time), `next_fixed` the moment that must be kept and `fixed_title` what stands there
    ("" for the end of the day), `spare` minutes until it that nothing needs (negative: late).
    """

    left: int
    next_fixed: int
    fixed_title: str
    spare: int

    @property
    def late(self) -> int:
        """Minutes that do not fit before the next fixed point."""
        return max(0, -self.spare)


def start(workshop: Workshop, day: int, now: int) -> Run | None:
    """Begin a day with its first block; None when the day is empty."""
    blocks = workshop.days[day].blocks
    return Run(day, blocks[0].id, now) if blocks else None


def following(workshop: Workshop, run: Run) -> Block | None:
    """The block after the one that is on; None at the end of the day."""
    rest = _from(workshop, run)
    return rest[1] if len(rest) > 1 else None


def go(workshop: Workshop, run: Run, by: int, now: int) -> Run:
    """On to the next block (+1), or back (-1) to the last step of the one before, which is on
    since it began; at the edges nothing changes.
    """
    blocks = workshop.days[run.day].blocks
    ids = [block.id for block in blocks]
    place = (ids.index(run.block) if run.block in ids else 0) + by
    if not 0 <= place < len(ids):
        return run
    if by > 0:
        return Run(run.day, ids[place], now, left=(*run.left, (run.block, run.began)))
    before, began = run.left[-1] if run.left else ("", now)
    since = began if before == ids[place] else now
    return Run(run.day, ids[place], since, len(blocks[place].steps), run.left[:-1])


def step(workshop: Workshop, run: Run, by: int) -> Run:
    """Show the next or the previous step of the block that is on."""
    most = len(workshop.block(run.block).steps)
    return replace(run, step=max(0, min(most, run.step + by)))


def held(workshop: Workshop, run: Run) -> bool:
    """Whether the block that is on is still in its day (an undo can take it away)."""
    return run.day < len(workshop.days) and any(
        block.id == run.block for block in workshop.days[run.day].blocks
    )


def standing(workshop: Workshop, run: Run, now: int) -> Standing:
    """How the time stands at a moment."""
    rest = _from(workshop, run)
    on = rest[0]
    left = run.began + on.minutes - now
    arrival = max(now, run.began + on.minutes)
    needed = 0
    for block in rest[1:]:
        anchor = minutes_of(block.anchor)
        if anchor is not None and anchor > run.began:
            return Standing(left, anchor, block.title, anchor - arrival - needed)
        needed += block.minutes
    end = minutes_of(workshop.days[run.day].end)
    if end is None:  # the day has no end that must be kept: it is never late
        end = arrival + needed
    return Standing(left, end, "", end - arrival - needed)


def proposals(workshop: Workshop, run: Run, now: int, minutes: int = 0) -> list[Proposal]:
    """What could give to win some minutes (0: those that are missing) before the next fixed
    point; nothing of what comes after it would help.
    """
    wanted = minutes or standing(workshop, run, now).late
    reach: list[Block] = []
    for block in _from(workshop, run)[1:]:
        anchor = minutes_of(block.anchor)
        if anchor is not None and anchor > run.began:
            break
        reach.append(block)
    return what_could_give(reach, wanted) if wanted > 0 else []


def rest_of_day(workshop: Workshop, run: Run, now: int) -> Day:
    """What is still to come, from when the block that is on will end."""
    rest = _from(workshop, run)
    begin = max(now, run.began + rest[0].minutes)
    clock = f"{begin // 60 % 24:02d}:{begin % 60:02d}"
    return replace(workshop.days[run.day], start=clock, blocks=rest[1:])


def _from(workshop: Workshop, run: Run) -> tuple[Block, ...]:
    blocks = workshop.days[run.day].blocks
    ids = [block.id for block in blocks]
    return blocks[ids.index(run.block) :]


def run_to_json(run: Run) -> dict[str, Any]:
    """As remembered, so that a power cut loses nothing."""
    return {
        "day": run.day, "block": run.block, "began": run.began, "step": run.step,
        "left": [list(one) for one in run.left],
    }  # fmt: skip


def run_from_json(value: object, workshop: Workshop) -> Run | None:
    """A remembered run; None when it does not fit the plan any more."""
    if not isinstance(value, Mapping):
        return None
    try:
        left = tuple((str(block), int(began)) for block, began in value.get("left", ()))
        run = Run(int(value["day"]), str(value["block"]), int(value["began"]), int(value["step"]),
                  left)  # fmt: skip
    except (KeyError, TypeError, ValueError):
        return None
    return run if run.day >= 0 and held(workshop, run) else None
