"""Which cases resemble each other or a place of one's own, and why, in words.

A sum of what is shared, weighed by how much it says about whether a lesson travels: the
mineral and the topics most, then the region and who acts; a shared topic counts more when
few cases have it (the share of cases without it). No learning, nothing hidden: every point
of the score is one of the reasons that are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from indexer.analysis import stem, surfaces
from indexer.documents import Edition, Entry
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
    cases = [entry for entry in entries if entry.kind == "case_study"]
    rarity = _rarity(cases, lang)
    found = [_compared(place, entry, rarity, lang) for entry in cases]
    found = [one for one in found if one.score > 0]
    found.sort(key=lambda one: (-one.score, one.entry.slug))
    return found[:limit]


def _rarity(cases: list[Entry], lang: str) -> dict[str, float]:
    counts: dict[str, int] = {}
    for entry in cases:
        for topic in set(entry.edition(lang).front.topics):
            counts[topic] = counts.get(topic, 0) + 1
    return {topic: 1.25 - count / max(1, len(cases)) for topic, count in counts.items()}


def _compared(place: Place, entry: Entry, rarity: Mapping[str, float], lang: str) -> Similar:
    edition = entry.edition(lang)
    front = edition.front
    theirs = place_of(edition)
    shared: list[Trait] = []
    different: list[Trait] = []
    for kind, mine, other in (
        ("country", place.countries, theirs.countries),
        ("mineral", place.minerals, theirs.minerals),
        ("topic", place.topics, theirs.topics),
        ("audience", place.audiences, theirs.audiences),
    ):
        both = tuple(sorted(mine & other))
        weight = WEIGHTS[kind]
        if both:
            value = sum(rarity.get(v, 1.0) for v in both) if kind == "topic" else 1.0
            shared.append(Trait(kind, both, weight * value))
        elif mine and other and kind in ("country", "mineral"):
            different.append(Trait(kind, tuple(sorted(other)), weight))
    if place.countries and not (place.countries & theirs.countries):
        region = _region(place.countries) & _region(theirs.countries)
        if region:
            nearest = "central-america" if "central-america" in region else "latin-america"
            shared.append(Trait("region", (nearest,), WEIGHTS["region"]))
    text = " ".join((front.title, front.summary, *front.actors, edition.body))
    shared += _words_shared(place.words, text, lang)
    shared.sort(key=lambda trait: -trait.points)
    score = sum(trait.points for trait in shared)
    return Similar(entry, round(score, 3), tuple(shared), tuple(different))


def _region(countries: frozenset[str]) -> set[str]:
    regions = set()
    if countries & CENTRAL_AMERICA:
        regions.add("central-america")
    if countries & LATIN_AMERICA:
        regions.add("latin-america")
    return regions


def _words_shared(told: Mapping[str, str], text: str, lang: str) -> list[Trait]:
    if not any(words.strip() for words in told.values()):
        return []
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
