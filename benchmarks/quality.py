"""How well the search finds: questions as officials type them, on our own content.

`data/queries.csv` has the questions, their language and kind, and the entries that answer
them. Batea, SQLite FTS5 (folded accents, words joined by OR, quotes kept) and stock Whoosh
(its stemmers of both languages) answer over the same sections; the rivals' sections are
grouped to entries by their best. A question counts once at least one of its answers stands
in the library; answers that are not there are not wanted of anybody.

The file judges case studies only. A module that is found counts as wrong in the first table,
which the aims are held against, though nobody has judged it; the second table leaves modules
out of every engine's list (condensed lists: Sakai, "Alternatives to Bpref", 2007).
"""

from __future__ import annotations

import csv
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measures import mrr, ndcg, recall
from benchmarks.results import HERE, table
from benchmarks.rivals import Fts5, Library, Row, StockWhoosh
from indexer.passages import passages_of
from indexer.query import Query
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus, read_glossary
from indexer.vocabulary import read_vocabulary
from kb_app.library.catalogue import load_catalogue

CONTENT = HERE.parent / "content"
QUERIES = HERE / "data" / "queries.csv"
MEASURES = (("nDCG@10", ndcg), ("MRR@10", mrr), ("recall@10", recall))
AIM_ALL, AIM_KIND, AIM_ABOVE = 0.85, 0.80, 0.10
DEPTH = 200  # passages of a rival that are grouped to entries
Ask = Callable[[str, str], Sequence[str]]


@dataclass(frozen=True)
class Question:
    """A question with the slugs of its answers that the library has."""

    text: str
    lang: str
    kind: str
    wanted: frozenset[str]


def read_questions(path: Path, library: frozenset[str]) -> tuple[list[Question], int]:
    """The questions that can be answered, and how many there are in the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [
        Question(r["query"], r["lang"], r["kind"], frozenset(r["want"].split("|")) & library)
        for r in rows
    ]
    return [question for question in found if question.wanted], len(rows)


def ours(search: SearchIndex) -> Ask:
    """Batea, as the window asks it after Return."""

    def ask(text: str, lang: str) -> list[str]:
        return [hit.slug for hit in search.search(Query(text, lang=lang, limit=DEPTH)).hits]

    return ask


def fts5(engine: Fts5, entries: Sequence[str]) -> Ask:
    """FTS5 with the question's words joined by OR; a phrase stays a phrase."""

    def ask(text: str, _lang: str) -> list[str]:
        pieces = re.findall(r'"[^"]+"|[^\W_]+', text)
        match = " OR ".join(piece if piece[0] == '"' else f'"{piece}"' for piece in pieces)
        return _grouped(engine.best(match, DEPTH), entries)

    return ask


def whoosh(engine: StockWhoosh, entries: Sequence[str]) -> Ask:
    """Stock Whoosh's own parser, in both languages."""

    def ask(text: str, _lang: str) -> list[str]:
        return _grouped(engine.ask(text.replace("?", ""), DEPTH), entries)

    return ask


def _grouped(passages: Sequence[int], entries: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(entries[number] for number in passages))


Scores = Mapping[str, Sequence[Mapping[str, float]]]


def score(
    questions: Sequence[Question], ask: Ask, judged: frozenset[str]
) -> list[dict[str, float]]:
    """The measures of each question, over the answers that may be in the list."""
    out = []
    for question in questions:
        found = [slug for slug in ask(question.text, question.lang) if slug in judged]
        out.append({name: measure(found, question.wanted) for name, measure in MEASURES})
    return out


def report(content: str = str(CONTENT), queries: str = str(QUERIES), misses: str = "") -> str:
    """The section for the results. `misses`: print each question below that nDCG@10."""
    folder = Path(content)
    catalogue = load_catalogue([folder])
    questions, every = read_questions(Path(queries), frozenset(e.slug for e in catalogue))
    thesaurus = Thesaurus(read_glossary(folder / "glossary" / "glossary.csv"))
    with tempfile.TemporaryDirectory(prefix="batea-bench-") as place:
        scratch = Path(place)
        search = SearchIndex(scratch / "ours", catalogue, thesaurus, read_vocabulary(folder))
        for _ in search.update():
            pass
        rows: list[Row] = []
        slugs: list[str] = []
        for number, entry in enumerate(catalogue):
            for edition in entry.editions.values():
                for passage in passages_of(edition):
                    text = f"{passage.headings}\n{passage.text}"
                    rows.append(Row(len(rows), number, edition.lang, text))
                    slugs.append(entry.slug)
        sqlite, stock = Fts5(scratch), StockWhoosh(scratch)
        for engine in (sqlite, stock):
            engine.build(Library(rows))
        asks = {"Batea": ours(search), "FTS5": fts5(sqlite, slugs), "Whoosh": whoosh(stock, slugs)}
        every_slug = frozenset(entry.slug for entry in catalogue)
        cases = frozenset(entry.slug for entry in catalogue if entry.kind == "case_study")
        scores: Scores = {n: score(questions, ask, every_slug) for n, ask in asks.items()}
        condensed: Scores = {n: score(questions, ask, cases) for n, ask in asks.items()}
        if misses:
            _print_misses(questions, scores["Batea"], asks["Batea"], float(misses))
        for opened in (search, sqlite, stock):
            opened.close()
    return _told(questions, every, len(catalogue), scores, condensed)


def _groups(questions: Sequence[Question]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for position, question in enumerate(questions):
        groups["**all**"].append(position)
        groups[question.kind].append(position)
        groups[f"in {'Spanish' if question.lang == 'es' else 'English'}"].append(position)
    return groups


def _mean(scores: Scores, engine: str, measure: str, positions: Sequence[int]) -> float:
    return sum(scores[engine][i][measure] for i in positions) / len(positions)


def _table(questions: Sequence[Question], scores: Scores) -> str:
    rows: list[list[object]] = []
    for group, positions in _groups(questions).items():
        cells = [f"{_mean(scores, e, m, positions):.3f}" for m, _ in MEASURES for e in scores]
        rows.append([group, len(positions), *cells])
    return table(["", "questions", *(f"{m} {e}" for m, _ in MEASURES for e in scores)], rows)


def _told(
    questions: Sequence[Question], every: int, entries: int, scores: Scores, condensed: Scores
) -> str:
    groups = _groups(questions)

    def mean(engine: str, measure: str, group: str) -> float:
        return _mean(scores, engine, measure, groups[group])

    kinds = {q.kind for q in questions}
    worst = min(kinds, key=lambda kind: mean("Batea", "nDCG@10", kind))
    overall, lowest = mean("Batea", "nDCG@10", "**all**"), mean("Batea", "nDCG@10", worst)
    above = overall - mean("FTS5", "nDCG@10", "**all**")
    aims = [
        ["nDCG@10 over all", f"≥ {AIM_ALL:.2f}", f"{overall:.3f}", reached(overall >= AIM_ALL)],
        [f"of the weakest kind ({worst})", f"≥ {AIM_KIND:.2f}", f"{lowest:.3f}",
         reached(lowest >= AIM_KIND)],
        ["above FTS5", f"≥ {AIM_ABOVE:.2f}", f"{above:.3f}", reached(above >= AIM_ABOVE)],
    ]  # fmt: skip
    missing = (
        f"{len(questions)} of {every} questions have an answer among the {entries} entries that "
        "the library holds."
    )
    return "\n".join(
        ["## Quality on our own content", "", __doc__ or "", "", missing, "",
         table(["", "aim", "measured", "reached"], aims), "", "### All entries", "",
         _table(questions, scores), "", "### Case studies only", "",
         _table(questions, condensed)]
    )  # fmt: skip


def reached(held: bool) -> str:
    """Whether an aim was reached, as a cell."""
    return "yes" if held else "**no**"


def _print_misses(
    questions: Sequence[Question], scores: Sequence[Mapping[str, float]], ask: Ask, below: float
) -> None:
    for question, measured in zip(questions, scores, strict=True):
        if measured["nDCG@10"] < below:
            found = ask(question.text, question.lang)
            marked = [("+" if slug in question.wanted else "") + slug for slug in found]
            print(f"{measured['nDCG@10']:.2f} [{question.kind}] {question.text}")
            print("    found", " ".join(marked))
            print("    wanted", " ".join(sorted(question.wanted - set(found))))
