"""Which cases resemble each other or a place of one's own, and why, in words.

A sum of what is shared, weighed by how much it says about whether a lesson travels: the
mineral and the topics most, then the region and who acts; a shared topic counts more when
few cases have it (the share of cases without it). No learning, nothing hidden: every point
of the score is one of the reasons that are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest

from indexer.analysis import stem, surfaces
from indexer.documents import Edition, Entry, FrontMatter
from indexer.vocabulary import Vocabulary

CENTRAL_AMERICA = frozenset({"GT", "BZ", "HN", "SV", "NI", "CR", "PA"})
LATIN_AMERICA = CENTRAL_AMERICA | {"MX", "DO", "HT", "BO", "BR", "CO", "EC", "GY", "PE", "SR", "VE"}
WEIGHTS = {"country": 3.0, "mineral": 2.0, "topic": 1.5, "region": 1.0, "audience": 0.4,
           "words": 1.0}  # fmt: skip
SCHEMES = {"country": "countries", "mineral": "minerals", "topic": "topics",
           "audience": "audiences"}  # fmt: skip


@dataclass(frozen=True)
class Trait:
    """One thing that is shared or not: a kind of `WEIGHTS` and its values (ids or words)."""

    kind: str
    values: tuple[str, ...]
    points: float = 0.0


@dataclass(frozen=True)
class Similar:
    """A case with what it shares and in what it differs, strongest first."""

    entry: Entry
    score: float
    shared: tuple[Trait, ...]
    different: tuple[Trait, ...]


@dataclass(frozen=True)
class Place:
    """A place of one's own, as the form describes it. `words` by field: what the person says
    of legal status, organisation, women's roles, water and roads.
    """

    countries: frozenset[str] = frozenset()
    minerals: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        told = (self.countries, self.minerals, self.topics, self.audiences)
        return any(told) or any(text.strip() for text in self.words.values())


def place_of(edition: Edition) -> Place:
    """An entry described as a place, so that it can be compared with others."""
    front = edition.front
    return Place(
        frozenset(front.countries),
        frozenset(front.minerals),
        frozenset(front.topics),
        frozenset(front.audiences),
    )


def similar_to(entry: Entry, entries: Iterable[Entry], lang: str, limit: int = 4) -> list[Similar]:
    """The cases that resemble an entry most."""
    others = [other for other in entries if other.uid != entry.uid]
    return like(place_of(entry.edition(lang)), others, lang, limit)


def like(place: Place, entries: Iterable[Entry], lang: str, limit: int = 10) -> list[Similar]:
    """Cases ranked by how much they share with a place. Those that share nothing are left out."""
    cases = [(entry, entry.edition(lang)) for entry in entries if entry.kind == "case_study"]
    rarity = _rarity([edition for _, edition in cases])
    found = []
    for entry, edition in cases:
        shared = _shared(place, edition, rarity, lang)
        score = round(sum(trait.points for trait in shared), 3)
        if score > 0:
            found.append((-score, entry.slug, entry, edition, shared))
    found = nsmallest(limit, found, key=lambda row: row[:2])
    return [
        Similar(entry, -score, tuple(shared), _different(place, edition.front))
        for score, _, entry, edition, shared in found
    ]


def _rarity(editions: list[Edition]) -> dict[str, float]:
    counts = Counter(topic for edition in editions for topic in set(edition.front.topics))
    most = max(1, len(editions))
    return {topic: 1.25 - count / most for topic, count in counts.items()}


def _shared(place: Place, edition: Edition, rarity: Mapping[str, float], lang: str) -> list[Trait]:
    """What a text shares with a place, the strongest first."""
    front = edition.front
    shared: list[Trait] = []
    for kind, mine, other in (
        ("country", place.countries, front.countries),
        ("mineral", place.minerals, front.minerals),
        ("topic", place.topics, front.topics),
        ("audience", place.audiences, front.audiences),
    ):
        if both := mine.intersection(other):
            value = sum(rarity.get(v, 1.0) for v in both) if kind == "topic" else 1.0
            shared.append(Trait(kind, tuple(sorted(both)), WEIGHTS[kind] * value))
    if place.countries and place.countries.isdisjoint(front.countries):
        region = _region(place.countries) & _region(frozenset(front.countries))
        if region:
            nearest = "central-america" if "central-america" in region else "latin-america"
            shared.append(Trait("region", (nearest,), WEIGHTS["region"]))
    if any(words.strip() for words in place.words.values()):
        text = " ".join((front.title, front.summary, *front.actors, edition.body))
        shared += _words_shared(place.words, text, lang)
    shared.sort(key=lambda trait: -trait.points)
    return shared


def _different(place: Place, front: FrontMatter) -> tuple[Trait, ...]:
    pairs = (("country", place.countries, front.countries),
             ("mineral", place.minerals, front.minerals))  # fmt: skip
    return tuple(
        Trait(kind, tuple(sorted(other)), WEIGHTS[kind])
        for kind, mine, other in pairs
        if mine and other and mine.isdisjoint(other)
    )


def _region(countries: frozenset[str]) -> set[str]:
    regions = set()
    if countries & CENTRAL_AMERICA:
        regions.add("central-america")
    if countries & LATIN_AMERICA:
        regions.add("latin-america")
    return regions


def _words_shared(told: Mapping[str, str], text: str, lang: str) -> list[Trait]:
    present = {stem(word, lang) for word in surfaces(text)}
    out = []
    for words in told.values():
        wanted = [word for word in surfaces(words) if len(word) > 3]
        found = tuple(dict.fromkeys(word for word in wanted if stem(word, lang) in present))
        if found:
            out.append(Trait("words", found, WEIGHTS["words"] * len(found) / len(wanted)))
    return out


_SHARED = {
    "es": {"country": "mismo país: {v}", "mineral": "mismo mineral: {v}",
           "topic": "también trata: {v}",
           "audience": "sirve a: {v}", "words": "habla de: {v}"},
    "en": {"country": "same country: {v}", "mineral": "same mineral: {v}",
           "topic": "also about: {v}",
           "audience": "of use to: {v}", "words": "speaks of: {v}"},
}  # fmt: skip
_DIFFERENT = {
    "es": {"country": "otro país: {v}", "mineral": "otro mineral: {v}"},
    "en": {"country": "another country: {v}", "mineral": "another mineral: {v}"},
}
_REGIONS = {
    "es": {"central-america": "también en Centroamérica",
           "latin-america": "también en América Latina"},
    "en": {"central-america": "also in Central America", "latin-america": "also in Latin America"},
}  # fmt: skip


def say(trait: Trait, vocabulary: Vocabulary, ui: str, shared: bool = True) -> str:
    """A trait in words, in the language of the person."""
    lang = "en" if ui == "en" else "es"
    if trait.kind == "region":
        return _REGIONS[lang][trait.values[0]]
    scheme = SCHEMES.get(trait.kind, "")
    labels = [vocabulary.label(scheme, v, lang) if scheme else v for v in trait.values]
    if trait.kind in ("topic", "mineral", "audience"):
        labels = [word[:1].lower() + word[1:] for word in labels]
    words = (_SHARED if shared else _DIFFERENT)[lang][trait.kind]
    return words.format(v=", ".join(labels[:3]))
