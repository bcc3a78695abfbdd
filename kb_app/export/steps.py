"""How a writer works: in steps, so that a long export shows how far it is and can be left."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[tuple[int, int], None, T]


def finished(steps: Steps[T]) -> T:
    """Take all the steps and give what they made."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: T = end.value
            return made


def at_once(write: Callable[[], T]) -> Steps[T]:
    """A quick piece of work as one step."""
    yield 0, 1
    made = write()
    yield 1, 1
    return made
