"""What a recipe is: a name, the refusal that it must meet, and how the file is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.packs.making import Draft, Entry, draft


@dataclass(frozen=True)
class Recipe:
    """`refusal` is the type it must meet; `has` are fields that it must carry."""

    name: str
    refusal: type[Exception]
    make: Callable[[], bytes]
    has: dict[str, Any]

    def write(self, path: Path) -> Path:
        path.write_bytes(self.make())
        return path


class Book:
    """Recipes of one part of the gate."""

    def __init__(self) -> None:
        self.recipes: list[Recipe] = []

    def add(
        self, name: str, refusal: type[Exception], make: Callable[[], bytes], **has: Any
    ) -> None:
        self.recipes.append(Recipe(name, refusal, make, has))

    def changed(
        self, name: str, refusal: type[Exception], change: Callable[[Draft], Any], **has: Any
    ) -> None:
        """A sound pack with one change to its draft."""

        def make() -> bytes:
            made = draft()
            change(made)
            return made.data()

        self.add(name, refusal, make, **has)

    def rezipped(
        self,
        name: str,
        refusal: type[Exception],
        change: Callable[[list[Entry]], list[Entry]],
        **has: Any,
    ) -> None:
        """A sound pack with one change to its ZIP entries."""

        def apply(made: Draft) -> None:
            made.entries = change

        self.changed(name, refusal, apply, **has)

    def with_end(self, name: str, refusal: type[Exception], **zip_with: Any) -> None:
        """A sound pack put together otherwise (see `zipped`)."""

        def apply(made: Draft) -> None:
            made.zip_with = zip_with

        self.changed(name, refusal, apply)
