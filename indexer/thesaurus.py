"""The glossary as a thesaurus (SKOS names): concepts with their words in both languages.

Search expands a question with it; the reader explains words with it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from indexer.analysis import LANGS, fold, stem, surfaces, tokens
from indexer.errors import GlossaryUnreadable

_ALIKE = 2  # letters at the beginning of a word that no stem changes
_LONG = 7  # letters: of words this long, those with one stem are one word


@dataclass(frozen=True)
class Concept:
    """A concept: `pref` and `alts` by language, broader and related concept ids."""

    id: str
    pref: Mapping[str, str]
    alts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    definitions: Mapping[str, str] = field(default_factory=dict)
    source_url: str = ""

    def labels(self, lang: str) -> tuple[str, ...]:
        """All its words in a language, the preferred one first."""
        return (self.pref[lang], *self.alts.get(lang, ())) if self.pref.get(lang) else ()


def read_glossary(path: Path) -> tuple[Concept, ...]:
    """The concepts of a `glossary.csv`. Raises GlossaryUnreadable with the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GlossaryUnreadable(path.name, 0, error.strerror or "") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise GlossaryUnreadable(path.name, line, "UTF-8") from error
    return concepts_of(text, path.name)


def concepts_of(text: str, name: str) -> tuple[Concept, ...]:
    """The concepts of the text of a glossary. Raises GlossaryUnreadable."""
    reader = csv.DictReader(text.splitlines(keepends=True))
    concepts: list[Concept] = []
    try:
        for row in reader:
            if not row.get("id") or not row.get("prefLabel_es"):
                raise GlossaryUnreadable(name, reader.line_num, "id, prefLabel_es")
            concepts.append(_concept(row))
    except csv.Error as error:
        raise GlossaryUnreadable(name, reader.line_num, str(error)) from error
    return tuple(concepts)


def _concept(row: Mapping[str, str | None]) -> Concept:
    def parts(column: str) -> tuple[str, ...]:
        return tuple(p.strip() for p in (row.get(column) or "").split("|") if p.strip())

    def text(column: str) -> str:
        return (row.get(column) or "").strip()

    return Concept(
        id=text("id"),
        pref={lang: text(f"prefLabel_{lang}") for lang in LANGS},
        alts={lang: parts(f"altLabels_{lang}") for lang in LANGS},
        broader=parts("broader"),
        related=parts("related"),
        definitions={lang: text(f"definition_{lang}") for lang in LANGS},
        source_url=text("source_url"),
    )


@dataclass(frozen=True)
class Match:
    """A concept found in some words: positions of the first word and one past the last."""

    first: int
    last: int
    concept: Concept
    lang: str


@dataclass(frozen=True)
class _Bucket:
    """The labels of one language that begin alike: their words by the stem of the first and
    their number; the most words that one has.
    """

    labels: Mapping[tuple[str, int], Sequence[tuple[list[str], Concept]]] = field(
        default_factory=dict
    )
    longest: int = 0


class Thesaurus:
    """Finds concepts in words, longest label first, on folded stems.

    Labels are cut to words and stemmed when a word that begins alike is first asked for: all of
    them at once would hold up the first search.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = {concept.id: concept for concept in concepts}
        self._labels: dict[tuple[str, str], list[tuple[str, Concept]]] = defaultdict(list)
        self._buckets: dict[tuple[str, str], _Bucket] = {}
        for concept in self.concepts.values():
            for lang in LANGS:
                for label in concept.labels(lang):
                    start = fold(label[:_ALIKE])
                    if not start.isalpha():
                        start = "".join(surfaces(label)[:1])[:_ALIKE]
                    self._labels[lang, start].append((label, concept))

    def _bucket(self, lang: str, word: str) -> _Bucket:
        key = (lang, word[:_ALIKE])
        if key not in self._buckets:
            labels: dict[tuple[str, int], list[tuple[list[str], Concept]]] = defaultdict(list)
            for label, concept in self._labels.get(key, ()):
                if words := surfaces(label):
                    labels[stem(words[0], lang), len(words)].append((words, concept))
            longest = max((count for _, count in labels), default=0)
            self._buckets[key] = _Bucket(dict(labels), longest)
        return self._buckets[key]

    def _named(self, words: Sequence[str], lang: str) -> Sequence[Concept]:
        """The concepts that have these words, in any form, as a label."""
        near = self._bucket(lang, words[0]).labels.get((stem(words[0], lang), len(words)), ())
        named = [
            concept
            for label, concept in near
            if all(stem(word, lang) == stem(held, lang)
                   for word, held in zip(words[1:], label[1:], strict=True))
        ]  # fmt: skip
        return list({concept.id: concept for concept in named}.values())

    @cached_property
    def _words(self) -> frozenset[str]:
        labels = (label for row in self._labels.values() for label, _ in row)
        return frozenset(word for label in labels for word in surfaces(label))

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in any label."""
        return word in self._words

    def match(self, words: Sequence[str], langs: Sequence[str] = LANGS) -> list[Match]:
        """Concepts in a row of folded words, without overlaps, the longest first."""
        found: list[Match] = []
        taken: set[int] = set()
        longest = max((self._bucket(lang, w).longest for w in words for lang in langs), default=0)
        for length in range(min(longest, len(words)), 0, -1):
            for first in range(len(words) - length + 1):
                places = range(first, first + length)
                if taken.intersection(places):
                    continue
                hits = []
                for lang in langs:
                    hits += [
                        Match(first, first + length, concept, lang)
                        for concept in self._named(words[first : first + length], lang)
                    ]
                if hits:
                    taken.update(places)
                    found += hits
        return found

    def find(self, text: str, lang: str) -> list[tuple[int, int, Concept]]:
        """Glossary words of a text: start, end (code points) and concept, in order.

        A stem is enough to search with; to explain a word, a short one must stand as in the
        glossary or in its plural: *menos* and *mena* have one stem.
        """
        row = list(tokens(text))
        words = [token.surface for token in row]
        matches = [m for m in self.match(words, (lang,)) if _is_written(m, words)]
        places = {(m.first, m.last): m.concept for m in reversed(matches)}
        return [
            (row[first].start, row[last - 1].end, concept)
            for (first, last), concept in sorted(places.items())
        ]


def _is_written(match: Match, words: Sequence[str]) -> bool:
    """Whether a label of the concept stands in the words themselves, not only in their stems."""
    held = words[match.first : match.last]
    labels = (surfaces(label) for label in match.concept.labels(match.lang))
    return any(
        len(label) == len(held)
        and all(_alike(word, wanted, match.lang) for word, wanted in zip(held, label, strict=True))
        for label in labels
    )


def _alike(word: str, label: str, lang: str) -> bool:
    if min(len(word), len(label)) >= _LONG:
        return stem(word, lang) == stem(label, lang)
    return bool(_singulars(word) & _singulars(label))


def _singulars(word: str) -> set[str]:
    return {word, *(word.removesuffix(ending) for ending in ("s", "es"))}
