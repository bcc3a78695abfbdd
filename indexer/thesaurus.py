"""The glossary as a thesaurus (SKOS names): concepts with their words in both languages.

Search expands a question with it; the reader explains words with it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indexer.analysis import LANGS, stem, surfaces, tokens
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


class Thesaurus:
    """Finds concepts in words, longest label first, on folded stems.

    Stems are taken when a word that begins alike is first asked for: stemming every label
    would hold up the first search.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = {concept.id: concept for concept in concepts}
        self._labels: dict[tuple[str, str], list[tuple[list[str], Concept]]] = defaultdict(list)
        self._by_stem: dict[
            tuple[str, str], dict[tuple[str, int], list[tuple[list[str], Concept]]]
        ] = {}
        self._words: set[str] = set()
        self._longest = 1
        for concept in self.concepts.values():
            for lang in LANGS:
                for label in concept.labels(lang):
                    words = surfaces(label)
                    if words:
                        self._words.update(words)
                        self._labels[lang, words[0][:_ALIKE]].append((words, concept))
                        self._longest = max(self._longest, len(words))

    def _named(self, words: Sequence[str], lang: str) -> Sequence[Concept]:
        """The concepts that have these words, in any form, as a label."""
        start = (lang, words[0][:_ALIKE])
        if start not in self._by_stem:
            stems: dict[tuple[str, int], list[tuple[list[str], Concept]]] = defaultdict(list)
            for label, concept in self._labels.get(start, ()):
                stems[stem(label[0], lang), len(label)].append((label, concept))
            self._by_stem[start] = dict(stems)
        near = self._by_stem[start].get((stem(words[0], lang), len(words)), ())
        named = [
            concept
            for label, concept in near
            if all(stem(word, lang) == stem(held, lang)
                   for word, held in zip(words[1:], label[1:], strict=True))
        ]  # fmt: skip
        return list({concept.id: concept for concept in named}.values())

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in any label."""
        return word in self._words

    def match(self, words: Sequence[str], langs: Sequence[str] = LANGS) -> list[Match]:
        """Concepts in a row of folded words, without overlaps, the longest first."""
        found: list[Match] = []
        taken: set[int] = set()
        for length in range(min(self._longest, len(words)), 0, -1):
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
