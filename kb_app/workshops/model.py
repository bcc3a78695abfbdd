"""What a workshop is: days of timed blocks that pin the exact revision of what they use.

Plain immutable values; every change makes a new `Workshop` (see `edits`). As JSON it is
stored in the person's data and travels in packs (`data/workshops/<uuid>.json`); fields that
a later version adds are kept in `extra`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

KINDS = ("module", "case", "talk", "test", "break", "logistics")
MUST, SHOULD, MAY = 1, 2, 3
PER = ("group", "person", "room")
MOST_DAYS, MOST_BLOCKS = 60, 500
MOST_OF_A_THING = 10_000


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
    runs out. `entry` is the uid of what it uses, `revisions` the pinned texts by language,
    `declined` newer ones that the person did not want. `roles` are names by role, `fields`
    values of the person's own fields.
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
    declined: Mapping[str, str] = field(default_factory=dict)
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
    """A plan. `participants` is how many are expected; `group_size` people a group; `test` the
    ids of the questions of the test in their order, empty for those that are proposed.
    """

    id: str
    title: str
    language: str = "es"
    venue: str = ""
    participants: int = 25
    group_size: int = 5
    audiences: tuple[str, ...] = ()
    test: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    notes: str = ""
    created: str = ""
    modified: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def blocks(self) -> tuple[Block, ...]:
        """Every block of every day, in order."""
        return tuple(block for day in self.days for block in day.blocks)

    def uses(self) -> tuple[str, ...]:
        """The uids of the entries that its blocks use, and that its test asks about."""
        asked = (question.partition("#")[0] for question in self.test)
        used = (block.entry for block in self.blocks())
        return tuple(dict.fromkeys(uid for uid in (*used, *asked) if uid))

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

    @property
    def is_template(self) -> bool:
        """Whether the person keeps this plan to make others from it."""
        return self.extra.get("template") is True

    def to_json(self) -> dict[str, Any]:
        """As stored and sent. Fields that were not understood are given back."""
        value = {name: _plain(held) for name, held in vars(self).items() if name != "extra"}
        if not self.test:  # as plans were written before a test could be chosen
            del value["test"]
        return {**value, **self.extra, "format": "batea-workshop", "version": "1.0"}

    def canonical(self) -> str:
        """The JSON over which digests are taken."""
        return json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    """A value of the model for JSON; `asdict` takes ten times as long on a plan of 200 blocks."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, (Day, Block, Need, Parallel)):
        return {name: _plain(held) for name, held in vars(value).items()}
    return dict(value) if isinstance(value, Mapping) else value


def new_id() -> str:
    return str(uuid.uuid4())


def workshop_from_json(value: Mapping[str, Any]) -> Workshop:
    """A workshop from its JSON, whoever wrote it. Raises ValueError where it cannot be one."""
    try:
        lists = {"days", "audiences", "test"}
        known = {f.name for f in fields(Workshop)} - {"extra"} - lists
        own: dict[str, Any] = {k: _number(v) if k in ("participants", "group_size") else _text(v)
               for k, v in value.items() if k in known}  # fmt: skip
        days = tuple(_day(row) for row in _rows(value, "days", MOST_DAYS))
        taken = known | lists | {"format", "version"}
        workshop = Workshop(
            **own,
            audiences=tuple(_text(one) for one in _rows(value, "audiences", MOST_BLOCKS)),
            test=tuple(_text(one) for one in _rows(value, "test", MOST_BLOCKS)),
            days=days,
            extra={k: v for k, v in value.items() if k not in taken},
        )
        uuid.UUID(workshop.id)
        return _bounded(workshop)
    except (TypeError, KeyError, AttributeError, OverflowError) as error:
        raise ValueError(str(error)) from error


def _day(row: Mapping[str, Any]) -> Day:
    known = {f.name for f in fields(Day)} - {"blocks"}
    blocks = tuple(_block(one) for one in _rows(row, "blocks", MOST_BLOCKS))
    return Day(**{k: _text(v) for k, v in row.items() if k in known}, blocks=blocks)


def _block(row: Mapping[str, Any]) -> Block:
    numbers = ("minutes", "priority", "group_size")
    tables = ("roles", "revisions", "declined", "fields")
    lists = {"steps", "needs", "parallel"}
    known = {f.name for f in fields(Block)} - lists
    own: dict[str, Any] = {}
    for name, value in row.items():
        if name in numbers:
            own[name] = _number(value)
        elif name in tables:
            own[name] = {_text(k): _text(v) for k, v in value.items()}
        elif name in known:
            own[name] = _text(value)
    return Block(
        **own,
        steps=tuple(_text(step) for step in _rows(row, "steps", MOST_BLOCKS)),
        needs=tuple(_need(need) for need in _rows(row, "needs", MOST_BLOCKS)),
        parallel=tuple(_parallel(one) for one in _rows(row, "parallel", MOST_BLOCKS)),
    )


def _parallel(row: Mapping[str, Any]) -> Parallel:
    known = {f.name for f in fields(Parallel)}
    return Parallel(**{k: _text(v) for k, v in row.items() if k in known})


def _need(row: Mapping[str, Any]) -> Need:
    quantity = row.get("quantity", 1)
    if isinstance(quantity, bool) or not isinstance(quantity, (int, float)):
        raise TypeError("quantity")
    if not 0 <= quantity <= MOST_OF_A_THING:  # also what is no number (NaN)
        quantity = MOST_OF_A_THING if quantity > 0 else 0
    per = _text(row.get("per", "room"))
    return Need(_text(row["item"]), per if per in PER else "room", quantity)


def _rows(row: Mapping[str, Any], name: str, most: int) -> list[Any]:
    found = row.get(name, [])
    if not isinstance(found, (list, tuple)) or len(found) > most:
        raise TypeError(name)
    return list(found)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError("number")
    return int(value)


def _bounded(workshop: Workshop) -> Workshop:
    """Numbers within reason, whatever was in the file."""

    def block(one: Block) -> Block:
        return replace(
            one,
            minutes=max(0, min(1440, one.minutes)),
            group_size=max(0, min(1000, one.group_size)),
            kind=one.kind if one.kind in KINDS else "talk",
            priority=one.priority if one.priority in (MUST, SHOULD, MAY) else SHOULD,
        )

    days = tuple(replace(d, blocks=tuple(block(b) for b in d.blocks)) for d in workshop.days)
    return replace(
        workshop,
        participants=max(0, min(10_000, workshop.participants)),
        group_size=max(1, min(1000, workshop.group_size)),
        days=days,
    )
