"""What is asked of the search and what comes back: plain values, no engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from indexer.analysis import LANGS

ANY = "any"
BEST, TITLE, COUNTRY, PERIOD, UPDATED = "best", "title", "country", "period", "updated"
ORDERS = (BEST, TITLE, COUNTRY, PERIOD, UPDATED)
FACETS = ("country", "topic", "mineral", "kind", "evidence", "language", "shelf", "period")


@dataclass(frozen=True)
class Filters:
    """What the results are narrowed to. Values of one facet are alternatives (OR);
    facets are cumulative (AND). Empty means no restriction.

    Keys are those of `FACETS`; values are ISO 3166-1 alpha-2 codes, vocabulary ids,
    kinds, strengths ("strong", "moderate", "limited"), languages, shelf ids; `period`
    values are decades such as "2010".
    """

    values: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def get(self, facet: str) -> frozenset[str]:
        return self.values.get(facet, frozenset())

    def toggled(self, facet: str, value: str) -> Filters:
        """The same filters with one value added or taken away."""
        changed = self.get(facet) ^ {value}
        values = {k: v for k, v in self.values.items() if k != facet}
        if changed:
            values[facet] = changed
        return replace(self, values=values)

    def __bool__(self) -> bool:
        return any(self.values.values())


@dataclass(frozen=True)
class Query:
    """A question. `lang` is that of the person ("es", "en"): results are shown in it;
    `search_lang` restricts the texts that are searched ("es", "en" or "any").

    `prefix`: the last word may be unfinished (as one types). `literal`: only what is
    written, no correction and no glossary. An empty `text` lists everything that
    passes the filters, by title.

    Hits are those from the place `first` on, at most `limit`, in an order: `BEST`, `TITLE`,
    `COUNTRY` (by name in the language `labels`, that of the texts when it is ""), `PERIOD`
    or `UPDATED` (the latest first). Raises ValueError for a place, language or order that there
    is not: it would look like damage of the index.
    """

    text: str
    lang: str = "es"
    search_lang: str = ANY
    filters: Filters = Filters()
    first: int = 0
    limit: int = 50
    order: str = BEST
    labels: str = ""
    prefix: bool = False
    literal: bool = False
    facets: bool = True

    def __post_init__(self) -> None:
        langs = {self.lang, self.labels or self.lang} <= {*LANGS}
        if not langs or self.search_lang not in (ANY, *LANGS):
            raise ValueError(f"no language: {self.lang!r} {self.labels!r} {self.search_lang!r}")
        if self.first < 0 or self.limit < 0:
            raise ValueError(f"no place: {self.first} {self.limit}")
        if self.order not in ORDERS:
            raise ValueError(f"no order: {self.order!r}")


class Updated(Enum):
    """How bringing the index up to date has ended: done, not done because another process is
    at it, or because the cache cannot be written (the index stays as it was).
    """

    DONE = "done"
    BUSY = "busy"
    UNWRITABLE = "unwritable"


@dataclass(frozen=True)
class SnippetPart:
    """A piece of a snippet; `hit` where it shows why the passage was found."""

    text: str
    hit: bool = False


@dataclass(frozen=True)
class Hit:
    """One entry, at its best passage. `lang` is the language of the passage shown;
    `other_language` is True when only the edition in the other language matched.

    `section_title` is in the language of the person where the entry has that edition;
    `paragraph` is the paragraph number (0 when the match is in the title or summary),
    `matched_by` the words through which it was found when they are not those typed
    (glossary or correction).
    """

    uid: str
    slug: str
    kind: str
    lang: str
    title: str
    section: str
    section_title: str
    paragraph: int
    snippet: tuple[SnippetPart, ...]
    score: float
    other_language: bool = False
    matched_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Correction:
    """A word that nobody wrote and the nearest one that somebody did."""

    typed: str
    taken: str


@dataclass(frozen=True)
class Answer:
    """`understood_*` say in plain words how the query was read. `degraded` is True when
    the index was not there yet and the texts were scanned instead; `partial` when there was
    no time for all of them.

    `facets` maps a facet of `FACETS` to its values with counts, most frequent first;
    the counts of a facet ignore that facet's own filter, so that another value can be
    added to it. `total` counts entries, not passages. `ms` is the time taken.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    total: int = 0
    ms: float = 0.0
    understood_es: str = ""
    understood_en: str = ""
    corrections: tuple[Correction, ...] = ()
    also_searched: tuple[str, ...] = ()
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    degraded: bool = False
    partial: bool = False

    def understood(self, ui: str) -> str:
        return self.understood_en if ui == "en" else self.understood_es
