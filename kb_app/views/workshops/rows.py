"""What the rooms of the workshops are given to show: plain values, worded already."""

from __future__ import annotations

from dataclasses import dataclass

from kb_app.look import KIND_COLOUR

KINDS = tuple(KIND_COLOUR)


@dataclass(frozen=True)
class LaneRow:
    """One of the groups that work at the same time: what they do, where and with whom."""

    title: str
    task: str
    where: str
    spoken: str


@dataclass(frozen=True)
class BlockRow:
    """A block in its day. `over` says what does not fit, "" when all does; `spoken` is what
    is read aloud; `lanes` are the groups that work at the same time.
    """

    id: str
    start: str
    title: str
    minutes: str
    detail: str
    kind: str
    anchored: bool
    over: str
    spoken: str
    lanes: tuple[LaneRow, ...] = ()


@dataclass(frozen=True)
class DayRow:
    """A day: its title, its hours, what does not fit ("" when all does), its blocks."""

    title: str
    hours: str
    over: str
    blocks: tuple[BlockRow, ...]

    @property
    def lanes(self) -> int:
        """How many groups work at the same time, at most."""
        return max((len(block.lanes) for block in self.blocks), default=0)


@dataclass(frozen=True)
class CheckRow:
    """A finding before the day: `mark` is "warn", "todo" or "ok"; `deeds` are (id, word)."""

    mark: str
    text: str
    block: str = ""
    deeds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SourceRow:
    """Something that can become blocks: `ref` is "entry:<uid>" or "method:<id>"."""

    ref: str
    kind: str
    title: str
    detail: str


@dataclass(frozen=True)
class PlanRow:
    """A workshop in the list."""

    id: str
    title: str
    meta: str
    state: str


@dataclass(frozen=True)
class Head:
    """What stands above a workshop."""

    title: str
    meta: str
    can_undo: bool
    can_redo: bool
