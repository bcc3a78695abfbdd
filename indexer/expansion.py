"""What else is searched for a question: corrections, regional words, translations.

Each typed word becomes a *group* of alternatives; a passage gets the best of a group, not
the sum, so that a concept with ten labels does not weigh ten times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.analysis import Token, stem, subjects, surfaces
from indexer.asking import Asked
from indexer.correction import Corrector
from indexer.query import ANY, Correction, Query
from indexer.thesaurus import Thesaurus

CORRECTED = 0.8
SYNONYM = 0.5
TRANSLATION = 0.3
TRANSLATION_FILTERED = 1.0  # all that a text in the other language can say of it


@dataclass(frozen=True)
class Alternative:
    """Folded words that must all stand in a passage, in one language, and their weight."""

    words: tuple[str, ...]
    lang: str
    weight: float
    prefix: bool = False


@dataclass
class Group:
    """One thing asked: its words as typed, and all the ways in which it may be written."""

    typed: str
    alternatives: list[Alternative] = field(default_factory=list)
    raw_enye: str = ""


@dataclass
class Plan:
    """What will be searched, and what the person is told about it."""

    groups: list[Group] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    also: list[str] = field(default_factory=list)


def make_plan(
    query: Query, asked: Asked, thesaurus: Thesaurus, corrector: Corrector, langs: Sequence[str]
) -> Plan:
    """Correct and expand a question for the languages that are searched."""
    plan = Plan()
    taken: list[str] = []
    known: dict[tuple[str, bool], tuple[str, Group]] = {}
    for position, token in enumerate(asked.words):
        word, group = token.surface, Group(token.raw)
        last = position == len(asked.words) - 1
        # A beginning that no word has is a typo already: it need not wait for its end.
        unfinished = asked.unfinished and last and corrector.begins_a_word(word)
        key = (token.raw, unfinished)
        if key in known:  # the same thing asked: once, so that it does not weigh twice
            word, group = known[key]
            taken.append(word)
            plan.groups.append(group)
            continue
        nearest = "" if query.literal or unfinished else corrector.nearest(word)
        if nearest:
            plan.corrections.append(Correction(token.raw, nearest))
        for lang in langs:
            weight = CORRECTED if nearest else 1.0
            group.alternatives.append(Alternative((nearest or word,), lang, weight, unfinished))
        if "ñ" in token.raw:
            group.raw_enye = token.raw
        plan.groups.append(group)
        taken.append(nearest or word)
        known[key] = nearest or word, group
    if not query.literal:
        _expand(plan, taken, asked.words, query, thesaurus, langs)
    meant = set(subjects(taken))  # a little word with a typo is one too
    groups = {id(g): g for g, word in zip(plan.groups, taken, strict=True) if word in meant}
    plan.groups = list(groups.values())
    return plan


def _expand(
    plan: Plan,
    taken: list[str],
    words: tuple[Token, ...],
    query: Query,
    thesaurus: Thesaurus,
    langs: Sequence[str],
) -> None:
    for match in thesaurus.match(taken):
        # A label may begin with a little word, which is not asked for: "a cielo abierto".
        named = subjects(taken[match.first : match.last])[0]
        group = plan.groups[taken.index(named, match.first)]
        for lang in langs:
            foreign = lang != match.lang
            if foreign:
                weight = TRANSLATION if query.search_lang == ANY else TRANSLATION_FILTERED
            else:
                weight = SYNONYM
            for label in match.concept.labels(lang):
                row = tuple(surfaces(label))
                same = [stem(w, lang) for w in row] == [
                    stem(w, lang) for w in taken[match.first : match.last]
                ]
                if not row or same:
                    continue
                group.alternatives.append(Alternative(row, lang, weight * len(row)))
                if label not in plan.also:
                    plan.also.append(label)
