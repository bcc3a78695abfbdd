"""One opened generation: score passages, group them to entries, count facets."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import stem
from indexer.asking import Asked
from indexer.correction import Corrector
from indexer.expansion import Alternative, Group
from indexer.postings import LANGS, Postings, Scores
from indexer.query import FACETS, Filters
from indexer.thesaurus import Thesaurus

COVERAGE = 0.6
OTHER_PASSAGES = 0.15
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Ranked:
    """Entries found, best first, each with its best passage; and who passes without the
    filter of each facet (for its counts).
    """

    entries: NDArray[np.int64]
    passages: NDArray[np.int64]
    scores: Scores
    matched: Mask


@dataclass(frozen=True)
class PassageRow:
    """What is kept of a passage beside the words: see `indexer.passages.Passage`."""

    lang: str
    section: str
    section_title: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]


class Engine:
    """A generation, opened once. Belongs to the thread that uses it."""

    def __init__(self, place: Path, thesaurus: Thesaurus) -> None:
        self.postings = Postings(place / "whoosh")
        self._database = sqlite3.connect(
            f"file:{(place / 'passages.sqlite').as_posix()}?mode=ro", uri=True,
            check_same_thread=False,
        )  # fmt: skip
        rows = self._database.execute(
            "SELECT uid, slug, kind, facets, titles FROM entry ORDER BY number"
        ).fetchall()
        self.uids = [row[0] for row in rows]
        self.slugs = [row[1] for row in rows]
        self.kinds = [row[2] for row in rows]
        self.titles: list[dict[str, str]] = [json.loads(row[4]) for row in rows]
        facets = [json.loads(row[3]) for row in rows]
        self._facets = {name: _matrix([f.get(name, ()) for f in facets]) for name in FACETS}
        passages = self._database.execute(
            "SELECT entry, lang, section FROM passage ORDER BY number"
        ).fetchall()
        self.entry_of = np.array([p[0] for p in passages], dtype=np.int64)
        self._lang_of = np.array([LANGS.index(p[1]) for p in passages], dtype=np.int8)
        self.corrector = Corrector(
            {w for lang in LANGS for w in self.postings.vocabulary(lang)},
            self._frequency,
            lambda word: thesaurus.knows(word) or self._has_stem(word),
        )

    def close(self) -> None:
        self.postings.close()
        self._database.close()

    def _frequency(self, word: str) -> int:
        return sum(self.postings.frequency(f"s_{lang}", word) for lang in LANGS)

    def _has_stem(self, word: str) -> bool:
        return any(self.postings.frequency(f"t_{lang}", stem(word, lang)) for lang in LANGS)

    def passage(self, number: int) -> PassageRow:
        """The text of a passage."""
        row = self._database.execute(
            "SELECT lang, section, section_title, text, paragraphs FROM passage WHERE number = ?",
            (number,),
        ).fetchone()
        paragraphs = tuple((int(a), int(b)) for a, b in json.loads(row[4]))
        return PassageRow(row[0], row[1], row[2], row[3], paragraphs)

    # --- scoring --------------------------------------------------------------------

    def rank(self, groups: Sequence[Group], asked: Asked, langs: Sequence[str]) -> Ranked:
        """Score every passage, keep what phrases, exclusions and filters let pass."""
        size = len(self.entry_of)
        total = np.zeros(size, np.float32)
        covered = np.zeros((len(groups), len(self.uids)), bool)
        for position, group in enumerate(groups):
            scores = self._group(group)
            total += scores
            covered[position][self.entry_of[scores > 0]] = True
        allowed = np.isin(self._lang_of, [LANGS.index(lang) for lang in langs])
        for phrase in asked.phrases:
            held, scores = self._phrase(phrase, langs)
            allowed &= held
            total += scores
        barred = np.zeros(len(self.uids), bool)
        for row in asked.excluded:
            barred[self.entry_of[self._holds(row, langs)]] = True
        searched = bool(groups or asked.phrases)
        total = np.where(allowed, total, 0)
        return self._grouped(total, covered, allowed, barred, searched)

    def _grouped(
        self, total: Scores, covered: Mask, allowed: Mask, barred: Mask, searched: bool
    ) -> Ranked:
        count = len(self.uids)
        order = np.lexsort((-total, self.entry_of))
        entries, first = np.unique(self.entry_of[order], return_index=True)
        best = np.zeros(count, np.int64)
        best[entries] = order[first]
        top = total[best]
        rest = np.bincount(self.entry_of, total, count).astype(np.float32) - top
        scores = top + OTHER_PASSAGES * rest
        if len(covered) > 1:
            scores *= 1 - COVERAGE + COVERAGE * covered.mean(axis=0) ** 2
        present = np.zeros(count, bool)
        present[self.entry_of[allowed]] = True
        matched = (scores > 0 if searched else present) & ~barred
        found = np.flatnonzero(matched)
        ranking = found[np.argsort(-scores[found], kind="stable")]
        return Ranked(ranking, best[ranking], scores[ranking], matched)

    def _group(self, group: Group) -> Scores:
        best = np.zeros(len(self.entry_of), np.float32)
        for alternative in group.alternatives:
            np.maximum(best, self._alternative(alternative), out=best)
        if group.raw_enye:
            for lang in LANGS:
                numbers, scores = self.postings.score(f"n_{lang}", group.raw_enye)
                best[numbers] += scores
        return best

    def _alternative(self, alternative: Alternative) -> Scores:
        size = len(self.entry_of)
        if alternative.prefix:
            return alternative.weight * self._prefix(alternative.words[0], alternative.lang)
        joint: Scores | None = None
        for word in alternative.words:
            one = np.zeros(size, np.float32)
            for kind, term in (
                ("s", word),
                ("t", stem(word, alternative.lang)),
                ("h", stem(word, alternative.lang)),
            ):
                numbers, scores = self.postings.score(f"{kind}_{alternative.lang}", term)
                one[numbers] += scores
            joint = one if joint is None else np.minimum(joint, one)
        assert joint is not None
        return alternative.weight * joint

    def _prefix(self, beginning: str, lang: str) -> Scores:
        """The best of the commonest completions; the word itself as a whole word too."""
        best = self._alternative(Alternative((beginning,), lang, 1.0))
        for word in self.postings.completions(lang, beginning):
            numbers, scores = self.postings.score(f"s_{lang}", word)
            best[numbers] = np.maximum(best[numbers], scores)
        return best

    def _phrase(self, words: tuple[str, ...], langs: Sequence[str]) -> tuple[Mask, Scores]:
        held = np.zeros(len(self.entry_of), bool)
        scores = np.zeros(len(self.entry_of), np.float32)
        for lang in langs:
            held[self.postings.phrase(lang, words)] = True
            for word in words:
                numbers, parts = self.postings.score(f"s_{lang}", word)
                scores[numbers] += parts / len(words)
        return held, np.where(held, scores + 0.01, 0).astype(np.float32)

    def _holds(self, words: tuple[str, ...], langs: Sequence[str]) -> Mask:
        held = np.zeros(len(self.entry_of), bool)
        for lang in langs:
            if len(words) == 1:
                held[self.postings.numbers(f"t_{lang}", stem(words[0], lang))] = True
            else:
                held[self.postings.phrase(lang, words)] = True
        return held

    # --- facets ---------------------------------------------------------------------

    def passes(self, filters: Filters, without: str = "") -> Mask:
        """Which entries the filters let pass, one facet's own filter left out."""
        mask = np.ones(len(self.uids), bool)
        for facet, wanted in filters.values.items():
            if facet == without or not wanted:
                continue
            values, matrix = self._facets[facet]
            columns = [values.index(value) for value in wanted if value in values]
            mask &= matrix[:, columns].any(axis=1)
        return mask

    def counts(self, ranked: Ranked, filters: Filters) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """How many entries found have each value, most first."""
        out: dict[str, tuple[tuple[str, int], ...]] = {}
        for facet, (values, matrix) in self._facets.items():
            mask = ranked.matched & self.passes(filters, without=facet)
            sums = matrix[mask].sum(axis=0)
            rows = [(value, int(n)) for value, n in zip(values, sums, strict=True) if n]
            out[facet] = tuple(sorted(rows, key=lambda row: (-row[1], row[0])))
        return out


def _matrix(rows: Sequence[Sequence[str]]) -> tuple[list[str], Mask]:
    values = sorted({value for row in rows for value in row})
    matrix = np.zeros((len(rows), len(values)), bool)
    for position, row in enumerate(rows):
        for value in row:
            matrix[position, values.index(value)] = True
    return values, matrix
