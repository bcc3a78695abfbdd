"""Changing a plan: each edit gives a new `Workshop`; an `Editor` remembers them all.

Drag and drop, buttons and keys end in the same functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kb_app.workshops.model import Block, Day, Workshop, new_id
from kb_app.workshops.timing import Proposal

Edit = Callable[[Workshop], Workshop]


def _with_day(workshop: Workshop, position: int, blocks: Iterable[Block]) -> Workshop:
    days = list(workshop.days)
    days[position] = replace(days[position], blocks=tuple(blocks))
    return replace(workshop, days=tuple(days))


def add_block(workshop: Workshop, day: int, block: Block, place: int | None = None) -> Workshop:
    """Put a block into a day, at a place or at the end."""
    blocks = list(workshop.days[day].blocks)
    blocks.insert(len(blocks) if place is None else max(0, min(place, len(blocks))), block)
    return _with_day(workshop, day, blocks)


def remove_block(workshop: Workshop, block_id: str) -> Workshop:
    """Take a block out."""
    day = workshop.day_of(block_id)
    return _with_day(workshop, day, (b for b in workshop.days[day].blocks if b.id != block_id))


def move_block(workshop: Workshop, block_id: str, day: int, place: int) -> Workshop:
    """Move a block to a place of a day (counted without the block itself)."""
    block = workshop.block(block_id)
    return add_block(remove_block(workshop, block_id), day, block, place)


def shift_block(workshop: Workshop, block_id: str, by: int) -> Workshop:
    """One place up (-1) or down (+1), on into the day before or after at the edges."""
    day = workshop.day_of(block_id)
    ids = [b.id for b in workshop.days[day].blocks]
    place = ids.index(block_id) + by
    if place < 0:
        if day == 0:
            return workshop
        return move_block(workshop, block_id, day - 1, len(workshop.days[day - 1].blocks))
    if place >= len(ids):
        if day + 1 == len(workshop.days):
            return workshop
        return move_block(workshop, block_id, day + 1, 0)
    return move_block(workshop, block_id, day, place)


def change_block(workshop: Workshop, block_id: str, **changes: Any) -> Workshop:
    """Change fields of a block."""
    if "minutes" in changes:
        changes["minutes"] = max(0, min(1440, int(changes["minutes"])))
    day = workshop.day_of(block_id)
    blocks = (replace(b, **changes) if b.id == block_id else b for b in workshop.days[day].blocks)
    return _with_day(workshop, day, blocks)


def duplicate_block(workshop: Workshop, block_id: str) -> Workshop:
    """The same block again, behind it, without its anchor."""
    day = workshop.day_of(block_id)
    blocks = workshop.days[day].blocks
    place = [b.id for b in blocks].index(block_id)
    return add_block(workshop, day, replace(blocks[place], id=new_id(), anchor=""), place + 1)


def move_lane(workshop: Workshop, block_id: str, lane: int, to: str, place: int) -> Workshop:
    """Move one of the groups of a block to a place among those of a block, this or another
    (counted without the group itself).
    """
    groups = list(workshop.block(block_id).parallel)
    moved = groups.pop(lane)
    changed = change_block(workshop, block_id, parallel=tuple(groups))
    there = list(changed.block(to).parallel)
    there.insert(max(0, min(place, len(there))), moved)
    return change_block(changed, to, parallel=tuple(there))


def add_day(workshop: Workshop, place: int | None = None) -> Workshop:
    """A new, empty day with the hours of the last one, on the day after it."""
    last = workshop.days[-1] if workshop.days else Day("")
    day = Day(new_id(), date=_day_after(last.date), start=last.start, end=last.end)
    days = list(workshop.days)
    days.insert(len(days) if place is None else place, day)
    return replace(workshop, days=tuple(days))


def _day_after(iso: str) -> str:
    try:
        return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ""


def remove_day(workshop: Workshop, position: int) -> Workshop:
    """Take a day out with all its blocks."""
    days = [day for place, day in enumerate(workshop.days) if place != position]
    return replace(workshop, days=tuple(days))


def change_day(workshop: Workshop, position: int, **changes: Any) -> Workshop:
    """Change title, date, start or end of a day."""
    days = list(workshop.days)
    days[position] = replace(days[position], **changes)
    return replace(workshop, days=tuple(days))


def change_plan(workshop: Workshop, **changes: Any) -> Workshop:
    """Change title, language, venue, participants… of the whole plan."""
    return replace(workshop, **changes)


def with_days(workshop: Workshop, dates: Sequence[str]) -> Workshop:
    """As many days as there are dates ("" for none yet). Days beyond go only while they are
    empty: blocks are never thrown away by the way.
    """
    while len(workshop.days) < len(dates):
        workshop = add_day(workshop)
    while len(workshop.days) > max(1, len(dates)) and not workshop.days[-1].blocks:
        workshop = remove_day(workshop, len(workshop.days) - 1)
    for position, day in enumerate(dates):
        workshop = change_day(workshop, position, date=day)
    return workshop


def accept(workshop: Workshop, proposals: Iterable[Proposal]) -> Workshop:
    """Do what was proposed: shorten, or drop."""
    for proposal in proposals:
        if proposal.minutes:
            workshop = change_block(workshop, proposal.block.id, minutes=proposal.minutes)
        else:
            workshop = remove_block(workshop, proposal.block.id)
    return workshop


class Editor:
    """A plan with undo and redo of everything. `saved` hears each new state."""

    def __init__(self, workshop: Workshop, saved: Callable[[Workshop], None]) -> None:
        self._past: list[Workshop] = []
        self._future: list[Workshop] = []
        self._saved = saved
        self.workshop = workshop

    def do(self, changed: Workshop) -> None:
        """Take a changed plan as the present one."""
        if changed == self.workshop:
            return
        self._past.append(self.workshop)
        self._future.clear()
        self._set(changed)

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def undo(self) -> bool:
        """One step back; False at the beginning."""
        if not self._past:
            return False
        self._future.append(self.workshop)
        self._set(self._past.pop())
        return True

    def redo(self) -> bool:
        """One step forward again; False when there is none."""
        if not self._future:
            return False
        self._past.append(self.workshop)
        self._set(self._future.pop())
        return True

    def _set(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self._saved(workshop)
