"""Start times are computed, never typed; anchors hold; what does not fit is shown.

A block begins when the one before it ends, or at its anchor. When the blocks before an
anchor take too long, the anchored block still begins on time and the minutes that do not
fit are the overrun of the blocks before it: nothing ever overlaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb_app.workshops.model import MAY, SHOULD, Block, Day

LAST_MINUTE = 24 * 60
SHORTEST_SHARE = 0.6
STEP = 5


@dataclass(frozen=True)
class Slot:
    """Where a block stands: minutes after midnight. `over` are its minutes that do not fit
    before the next anchor or the end of the day; `free` the idle minutes before it.
    """

    block: Block
    start: int
    end: int
    over: int = 0
    free: int = 0


@dataclass(frozen=True)
class Schedule:
    """A day in time. `over` is by how much it passes its end; `anchors` its sum of overruns
    before anchors.
    """

    slots: tuple[Slot, ...]
    start: int
    end: int
    over: int

    @property
    def lost(self) -> int:
        """All minutes that do not fit."""
        return sum(slot.over for slot in self.slots)


@dataclass(frozen=True)
class Proposal:
    """What could give: make a block shorter (to `minutes`) or drop it (`minutes` 0)."""

    block: Block
    minutes: int

    @property
    def saved(self) -> int:
        return self.block.minutes - self.minutes


def minutes_of(clock: str) -> int | None:
    """ "08:30" as minutes after midnight; None when it is no time."""
    hours, colon, minutes = clock.strip().partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        return None
    total = int(hours) * 60 + int(minutes)
    return total if int(minutes) < 60 and total < LAST_MINUTE else None


def clock_of(minutes: int) -> str:
    """Minutes after midnight as "8:30"."""
    return f"{minutes // 60 % 24}:{minutes % 60:02d}"


def schedule(day: Day) -> Schedule:
    """Compute a day. An anchor before the start of the day, or one that is no time, does
    not count; anchors out of order give the earlier block no room.
    """
    start = minutes_of(day.start)
    start = 8 * 60 if start is None else start
    ends = _limits(day.blocks, start)
    slots: list[Slot] = []
    now = start
    for block, limit in zip(day.blocks, ends, strict=True):
        anchor = minutes_of(block.anchor)
        begin = now if anchor is None else max(now, anchor)
        free = begin - now
        wanted = begin + block.minutes
        end = wanted if limit is None else max(begin, min(wanted, limit))
        slots.append(Slot(block, begin, end, wanted - end, free))
        now = end
    day_end = minutes_of(day.end)
    over = max(0, now - day_end) if day_end is not None else 0
    return Schedule(tuple(slots), start, now, over)


def _limits(blocks: Sequence[Block], start: int) -> list[int | None]:
    """For each block the next anchor after it: it may not pass it."""
    limits: list[int | None] = [None] * len(blocks)
    following: int | None = None
    for position in range(len(blocks) - 1, -1, -1):
        limits[position] = following
        anchor = minutes_of(blocks[position].anchor)
        if anchor is not None and anchor >= start:
            following = anchor if following is None else min(anchor, following)
    return limits


@dataclass(frozen=True)
class Shortage:
    """Too little time before a fixed one: `block` is the id of the first that does not fit,
    `before` the title of what has the fixed time ("" for the end of the day), `reach` the
    blocks of which something could give.
    """

    block: str
    minutes: int
    before: str
    reach: tuple[Block, ...]


def shortages(day: Day) -> list[Shortage]:
    """Every fixed time of a day before which the blocks do not fit."""
    found: list[Shortage] = []
    inside: list[Slot] = []
    for slot in schedule(day).slots:
        if minutes_of(slot.block.anchor) is not None:
            found += _shortage(inside, slot.block.title)
            inside = []
        inside.append(slot)
    return found + _shortage(inside, "")


def relief(day: Day) -> list[Proposal]:
    """What could give so that the whole day fits, one fixed time after the other."""
    found: list[Proposal] = []
    for short in shortages(day):
        found += what_could_give(short.reach, short.minutes)
    over = schedule(day).over
    if over:
        taken = {proposal.block.id for proposal in found}
        anchors = [at for at, b in enumerate(day.blocks) if minutes_of(b.anchor) is not None]
        last = day.blocks[anchors[-1] :] if anchors else day.blocks
        found += what_could_give([b for b in last if b.id not in taken], over)
    return found


def _shortage(slots: Sequence[Slot], before: str) -> list[Shortage]:
    over = [slot for slot in slots if slot.over]
    if not over:
        return []
    reach = tuple(slot.block for slot in slots)
    return [Shortage(over[0].block.id, sum(slot.over for slot in over), before, reach)]


def what_could_give(blocks: Sequence[Block], minutes: int) -> list[Proposal]:
    """How to win some minutes, by declared priority: first what may be dropped, from the
    end; then shortening what should stay, to 60 % at most, in steps of five minutes. What
    must stay, breaks and anchored blocks are not touched.
    """
    proposals: list[Proposal] = []
    left = minutes
    loose = [b for b in blocks if not b.anchor and b.kind != "break" and b.minutes > 0]
    for block in reversed([b for b in loose if b.priority == MAY]):
        if left <= 0:
            return proposals
        proposals.append(Proposal(block, 0))
        left -= block.minutes
    for block in sorted((b for b in loose if b.priority == SHOULD), key=lambda b: -b.minutes):
        if left <= 0:
            break
        room = int(block.minutes * (1 - SHORTEST_SHARE)) // STEP * STEP
        give = min(room, -(-left // STEP) * STEP)
        if give > 0:
            proposals.append(Proposal(block, block.minutes - give))
            left -= give
    return proposals
