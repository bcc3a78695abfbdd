"""What a workshop is: days of timed blocks that pin the exact revision of what they use.

Plain immutable values; every change makes a new `Workshop` (see `edits`). As JSON it is
stored in the person's data and travels in packs (`data/workshops/<uuid>.json`); fields that
a later version adds are kept in `extra`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

KINDS = ("module", "case", "talk", "test", "break", "logistics")
MUST, SHOULD, MAY = 1, 2, 3
PER = ("group", "person", "room")


@dataclass(frozen=True)
class Need:
    """A thing a block needs: `quantity` for each group, person or once for the room."""

    item: str
    per: str = "room"
    quantity: float = 1


@dataclass(frozen=True)
class Parallel:
    """One of the groups that work at the same time in a block."""

    title: str
    task: str = ""
    room: str = ""
    facilitator: str = ""


@dataclass(frozen=True)
class Block:
    """A piece of a day. `minutes` may be 0 (something to prepare). `anchor` ("12:00") fixes
    its start. `priority`: MUST stays, SHOULD can be shortened, MAY can be dropped when time
    runs out. `entry` is the uid of what it uses, `revisions` the pinned texts by language.
    """

    id: str
    title: str
    kind: str = "talk"
    minutes: int = 30
    anchor: str = ""
    priority: int = SHOULD
    objective: str = ""
    method: str = ""
    steps: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    group_size: int = 0
    parallel: tuple[Parallel, ...] = ()
    notes: str = ""
    entry: str = ""
    section: str = ""
    revisions: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Day:
    """A day: a start ("08:30"), when it should end, and its blocks in order."""

    id: str
    title: str = ""
    date: str = ""
    start: str = "08:30"
    end: str = "16:30"
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Workshop:
    """A plan. `participants` is how many are expected; `group_size` people a group."""

    id: str
    title: str
    language: str = "es"
    venue: str = ""
    participants: int = 25
    group_size: int = 5
    audiences: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    notes: str = ""
    created: str = ""
    modified: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def blocks(self) -> tuple[Block, ...]:
        """Every block of every day, in order."""
        return tuple(block for day in self.days for block in day.blocks)

    def block(self, block_id: str) -> Block:
        """The block with that id. Raises KeyError."""
        for block in self.blocks():
            if block.id == block_id:
                return block
        raise KeyError(block_id)

    def day_of(self, block_id: str) -> int:
        """The position of the day that holds a block. Raises KeyError."""
        for position, day in enumerate(self.days):
            if any(block.id == block_id for block in day.blocks):
                return position
        raise KeyError(block_id)

    def groups(self) -> int:
        """How many groups the participants make."""
        return max(1, -(-self.participants // max(1, self.group_size)))

    def to_json(self) -> dict[str, Any]:
        """As stored and sent. Fields that were not understood are given back."""
        value = asdict(self)
        value.pop("extra")
        return {**value, **self.extra, "format": "batea-workshop", "version": "1.0"}

    def canonical(self) -> str:
        """The JSON over which digests are taken."""
        return json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True)


def new_id() -> str:
    return str(uuid.uuid4())


def workshop_from_json(value: Mapping[str, Any]) -> Workshop:
    """A workshop from its JSON. Raises ValueError where it cannot be one."""
    try:
        known = {f.name for f in fields(Workshop)} - {"extra", "days"}
        own = {k: v for k, v in value.items() if k in known}
        own["audiences"] = tuple(own.get("audiences", ()))
        days = tuple(_day(row) for row in value.get("days", ()))
        extra = {k: v for k, v in value.items() if k not in known | {"days", "format", "version"}}
        workshop = Workshop(**own, days=days, extra=extra)
        uuid.UUID(workshop.id)
        return _bounded(workshop)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _day(row: Mapping[str, Any]) -> Day:
    known = {f.name for f in fields(Day)} - {"blocks"}
    blocks = tuple(_block(one) for one in row.get("blocks", ()))
    return Day(**{k: v for k, v in row.items() if k in known}, blocks=blocks)


def _block(row: Mapping[str, Any]) -> Block:
    known = {f.name for f in fields(Block)} - {"steps", "needs", "parallel"}
    return Block(
        **{k: v for k, v in row.items() if k in known},
        steps=tuple(str(step) for step in row.get("steps", ())),
        needs=tuple(Need(**need) for need in row.get("needs", ())),
        parallel=tuple(Parallel(**one) for one in row.get("parallel", ())),
    )


def _bounded(workshop: Workshop) -> Workshop:
    """Numbers within reason, whatever was in the file."""

    def block(one: Block) -> Block:
        return replace(
            one,
            minutes=max(0, min(1440, int(one.minutes))),
            kind=one.kind if one.kind in KINDS else "talk",
            priority=one.priority if one.priority in (MUST, SHOULD, MAY) else SHOULD,
        )

    days = tuple(replace(d, blocks=tuple(block(b) for b in d.blocks)) for d in workshop.days)
    return replace(
        workshop,
        participants=max(0, min(10_000, int(workshop.participants))),
        group_size=max(1, min(1000, int(workshop.group_size))),
        days=days,
    )
