"""What can go wrong with workshops, as data."""

from dataclasses import dataclass

from indexer.errors import KbError


@dataclass(eq=False)
class WorkshopMissing(KbError):
    """There is no workshop with that id."""

    workshop: str


@dataclass(eq=False)
class TemplateMissing(KbError):
    """There is no template of that name, or it cannot be read."""

    template: str


@dataclass(eq=False)
class DayMissing(KbError):
    """The workshop has no such day."""

    day: int
    days: int
