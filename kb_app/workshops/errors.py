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


@dataclass(eq=False)
class BlockMissing(KbError):
    """The workshop has no block with that id."""

    block: str


@dataclass(eq=False)
class QuestionMissing(KbError):
    """The modules of the workshop have no such question, or more than one fits."""

    question: str


@dataclass(eq=False)
class MethodMissing(KbError):
    """There is no method of that id."""

    method: str


@dataclass(eq=False)
class TimeUnreadable(KbError):
    """A time or a date that cannot be understood."""

    text: str


@dataclass(eq=False)
class ListUnreadable(KbError):
    """A list of attendance that cannot be read as CSV."""

    name: str
