"""What an explanation is, and how the tables of the rooms are asked."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, Literal, TypeVar

import kb_app.wording
from indexer.errors import KbError

Ui = Literal["es", "en"]
E = TypeVar("E", bound=KbError)


@dataclass(frozen=True)
class Words:
    """What happened and what to do now, in Spanish and in English.

    Gaps such as `{name}` are filled from the fields of the error.
    """

    es_what: str
    es_now: str
    en_what: str
    en_now: str


@dataclass(frozen=True)
class Explanation:
    """Two sentences for the person: what happened, and what to do now."""

    what: str
    now: str

    def __str__(self) -> str:
        return f"{self.what} {self.now}"


Chooser = Words | Callable[[Any], Words]
Table = Mapping[type[KbError], Chooser]

_BUG = Words(
    "Batea encontró un fallo que no esperaba.",
    "Sus datos están guardados. Copie el informe y envíelo a quien le ayuda.",
    "Batea met a fault that it did not expect.",
    "Your data is saved. Copy the report and send it to whoever helps you.",
)


@lru_cache(maxsize=1)
def tables() -> Mapping[type[KbError], Chooser]:
    """Every wording of every room: the `WORDS` of each module of this package."""
    merged: dict[type[KbError], Chooser] = {}
    for module in pkgutil.iter_modules(kb_app.wording.__path__):
        if module.name != "base":
            room = importlib.import_module(f"kb_app.wording.{module.name}")
            merged.update(room.WORDS)
    return merged


def words_for(error: BaseException) -> Words:
    """The wording of an error; anything that is not a `KbError` is our own fault."""
    for kind in type(error).__mro__:
        chooser = tables().get(kind) if issubclass(kind, KbError) else None
        if chooser is not None:
            return chooser if isinstance(chooser, Words) else chooser(error)
    return _BUG


def explain(error: BaseException, ui: str) -> Explanation:
    """What happened and what to do, in the language of the person."""
    words = words_for(error)
    gaps: dict[str, str] = {}
    if is_dataclass(error) and not isinstance(error, type):
        gaps = {f.name: _shown(getattr(error, f.name)) for f in fields(error)}
    if ui == "en":
        return Explanation(words.en_what.format(**gaps), words.en_now.format(**gaps))
    return Explanation(words.es_what.format(**gaps), words.es_now.format(**gaps))


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
