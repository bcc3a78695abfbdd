"""Orders in which results can stand when not the best is to come first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexer.analysis import fold
from indexer.query import COUNTRY, PERIOD, UPDATED
from indexer.vocabulary import Vocabulary

if TYPE_CHECKING:  # a question does without the documents, which take long to load
    from indexer.documents import Entry

LATEST_FIRST = (PERIOD, UPDATED)


@dataclass(frozen=True)
class Traits:
    """What entries are ordered by: titles by language, country codes, the last year of the
    period and the day of the last change ("" where nobody said).
    """

    titles: Mapping[str, str]
    countries: Sequence[str] = ()
    period: str = ""
    updated: str = ""

    def title(self, lang: str) -> str:
        """The title in a language, else in any."""
        return self.titles.get(lang) or next(iter(self.titles.values()), "")


def traits_of(entry: Entry) -> Traits:
    """The traits of an entry of the library."""
    front = entry.edition("es").front
    return Traits(
        {lang: edition.front.title for lang, edition in entry.editions.items()},
        front.countries,
        str(front.period[1]) if front.period else "",
        front.updated,
    )


def ordered(
    traits: Sequence[Traits], order: str, lang: str, labels: str, vocabulary: Vocabulary
) -> list[int]:
    """Some entries, as their places, in an order of `indexer.query` (by title for `BEST` and
    any unknown one): titles are those of `lang`, countries are named in `labels`. Equals stand
    by title, the empty last.
    """
    titles = [fold(each.title(lang)) for each in traits]
    rows = sorted(range(len(traits)), key=titles.__getitem__)
    if order == COUNTRY:
        named = [
            fold(", ".join(vocabulary.label("countries", code, labels) for code in each.countries))
            for each in traits
        ]
        rows.sort(key=lambda row: (not named[row], named[row]))
    elif order in LATEST_FIRST:
        rows.sort(key=lambda row: getattr(traits[row], order), reverse=True)
    return rows
