"""How fast, how large: generated libraries of 100 to 40,000 documents, against other engines.

Every engine gets the same passages (ours cuts them, the others take them from its index) and
the same questions, each asked once, after twenty others. What is in a question was drawn from
the passages themselves: words of four letters or more, runs of words as phrases. Questions
are timed in processor time of the whole process, which other work on the machine disturbs
least; building, changing and cold starts by the clock. Ratios are taken in the same run.

The rivals answer with the ten best passages for the words as written. Batea's “words” is all
that it does for a person: both languages, stems, headings, the glossary, corrections, passages
grouped to entries. “the same work” is its engine doing only what the rivals do: the words as
written, BM25, the ten best passages. Both are given, because the first is what one waits for
and only the second compares like with like. Each question's words are new to Batea's caches.
"""

from __future__ import annotations

import json
import random
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.corpus import SEED, Corpus
from benchmarks.plot import Line, chart
from benchmarks.results import HERE, table
from benchmarks.rivals import Library, Rival, Row, Xapian, rivals
from indexer.analysis import LANGS, fold
from indexer.answering import find, hits
from indexer.asking import take_apart
from indexer.documents import Entry
from indexer.engine import Engine
from indexer.generations import Generations
from indexer.passages import facet_values
from indexer.query import Filters, Query
from indexer.search import SearchIndex
from indexer.segment import Segment
from indexer.thesaurus import Thesaurus, read_glossary
from indexer.vocabulary import read_vocabulary

CONTENT = HERE.parent / "content"
SIZES = "100,1000,10000,40000"
WARM, ASKED = 20, 120
CHANGED = 9
STOCK_UP_TO = 1000
US = "Batea"
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY = re.compile(r"[^\W_]+")
QUESTIONS = ("words", "the same work", "prefix 1–3", "prefix 4–6", "phrase", "facets", "snippets")


@dataclass
class Measured:
    """Milliseconds (medians and 95th percentiles), seconds and megabytes of one engine."""

    name: str
    p50: dict[str, float] = field(default_factory=dict)
    p95: dict[str, float] = field(default_factory=dict)
    once: dict[str, float] = field(default_factory=dict)

    def take(self, key: str, times: Sequence[float]) -> None:
        kept = sorted(times)
        self.p50[key] = statistics.median(kept)
        self.p95[key] = kept[min(len(kept) - 1, int(0.95 * len(kept)))]


@dataclass(frozen=True)
class Questions:
    """What is asked of all."""

    words: list[list[str]]
    short: list[str]
    long: list[str]
    phrases: list[list[str]]
    countries: list[str]


def questions(texts: Sequence[str], countries: Sequence[str]) -> Questions:
    """Questions whose words stand in the texts."""
    chance = random.Random(SEED)
    words: list[list[str]] = []
    phrases: list[list[str]] = []
    seen: dict[str, None] = {}
    while len(words) < WARM + ASKED:
        text = chance.choice(texts)
        long, every = _WORD.findall(text), _ANY.findall(text)
        if len(set(long)) < 8 or len(every) < 12:
            continue
        words.append(chance.sample(sorted({w.lower() for w in long}), chance.randint(2, 4)))
        size = chance.randint(2, 4)
        first = chance.randrange(len(every) - size)
        phrases.append([word.lower() for word in every[first : first + size]])
        seen.update(dict.fromkeys(chance.choice(long).lower()[: size + 4] for size in range(3)))
    beginnings = list(seen)
    short = list(dict.fromkeys(b[:n] for b in beginnings for n in (1, 2, 3)))
    long_ones = list(dict.fromkeys(b[:n] for b in beginnings for n in (4, 5, 6)))
    chance.shuffle(short)
    chance.shuffle(long_ones)
    most = WARM + ASKED
    chosen = [chance.choice(list(countries)) for _ in range(most)]
    return Questions(words, short[:most], long_ones[:most], phrases, chosen)


def timed(call: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Milliseconds of one call."""
    started = clock()
    call()
    return (clock() - started) * 1000


def worked(call: Callable[[], object]) -> float:
    """Milliseconds of processor time of one call, all threads of this process together."""
    return timed(call, time.process_time)


def each(call: Callable[[Any], object], asked: Sequence[Any]) -> list[float]:
    """Milliseconds of a call for each question but the first, which warm it up."""
    for question in asked[:WARM]:
        call(question)
    return [worked(lambda q=question: call(q)) for question in asked[WARM:]]


class Ours:
    """Batea's own search, step by step."""

    def __init__(self, cache: Path, entries: Sequence[Entry]) -> None:
        self.cache = cache
        self.vocabulary = read_vocabulary(CONTENT)
        self.thesaurus = Thesaurus(read_glossary(CONTENT / "glossary" / "glossary.csv"))
        self.entries = list(entries)
        self.search = SearchIndex(cache, entries, self.thesaurus, self.vocabulary)

    def opened(self) -> Engine:
        parts = Generations(self.cache / "index").current()
        alive = [(Segment(part.place), part.dropped) for part in parts]
        return Engine(alive, self.thesaurus, self.vocabulary)

    def rows(self) -> Iterator[Row]:
        """The passages of the bulk, for the others."""
        place = Generations(self.cache / "index").current()[0].place
        segment = Segment(place)
        database = sqlite3.connect(place / "passages.sqlite")
        for entry in range(segment.entries):
            first, last = int(segment.starts[entry]), int(segment.starts[entry + 1])
            for number, text in database.execute(
                "SELECT number, text FROM passage WHERE number >= ? AND number < ?", (first, last)
            ):
                yield Row(number, entry, LANGS[segment.langs[number]], text)
        database.close()
        segment.close()

    def measure(self, asked: Questions) -> Measured:
        out = Measured(US)
        engine = self.opened()

        def ask(query: Query) -> None:
            parts = take_apart(query.text, query.filters, query.prefix, self.vocabulary)
            find(engine, query, parts, self.thesaurus)

        def words(row: list[str]) -> Query:
            return Query(" ".join(row), limit=10, facets=False)

        out.take("words", each(ask, [words(row) for row in asked.words]))
        fresh = self.opened()
        out.take("the same work", each(lambda row: plain(fresh, row), asked.words))
        for key, beginnings in (("prefix 1–3", asked.short), ("prefix 4–6", asked.long)):
            out.take(key, each(ask, [Query(b, limit=10, prefix=True) for b in beginnings]))
        quoted = [Query('"' + " ".join(row) + '"', limit=10) for row in asked.phrases]
        out.take("phrase", each(ask, quoted))

        def faceted(pair: tuple[list[str], str]) -> None:
            filters = Filters({"country": frozenset({pair[1]})})
            query = Query(" ".join(pair[0]), limit=10, filters=filters)
            parts = take_apart(query.text, query.filters, False, self.vocabulary)
            found = find(engine, query, parts, self.thesaurus)
            engine.counts(found.ranked, parts.filters)

        out.take("facets", each(faceted, list(zip(asked.words, asked.countries, strict=True))))
        spent: list[float] = []
        for row in asked.words:
            query = words(row)
            parts = take_apart(query.text, query.filters, False, self.vocabulary)
            found = find(engine, query, parts, self.thesaurus)
            spent.append(worked(lambda q=query, p=parts, f=found: hits(engine, q, p, f)))
        out.take("snippets", spent[WARM:])
        whole = [Query(" ".join(row), limit=50, prefix=True) for row in asked.words]
        out.take("whole answer", each(self.search.search, whole))
        return out

    def change(self, corpus: Corpus, number: int, version: int) -> float:
        """Milliseconds from a changed text in memory to the search finding what is new; what
        follows (all that was written brought to the disk) is not waited for.
        """
        edition = corpus.edition(number, LANGS[number % 2], version)
        word = f"cambio{number}v{version}xyz".replace("0", "o")
        changed = Entry(
            edition.uid, edition.slug,
            {edition.lang: edition.of_body(
                edition.slug, edition.front, edition.body + f"\n{word}\n", edition.sha256 + word
            )},
        )  # fmt: skip
        entries = list(self.entries)
        entries[number] = changed
        self.entries = entries

        def found() -> bool:
            answer = self.search.search(Query(word, limit=10, literal=True))
            return [hit.uid for hit in answer.hits] == [changed.uid]

        self.search.take(entries)
        steps = self.search.update()
        spent = timed(lambda: next(step for step in steps if found()))
        assert not list(steps)
        return spent


def plain(engine: Engine, words: Sequence[str], limit: int = 10) -> list[int]:
    """The best passages for the words as written, and nothing else."""
    total = np.zeros(engine.postings.size, np.float32)
    for word in words:
        for lang in LANGS:
            numbers, scores = engine.postings.form(lang, fold(word))
            np.add.at(total, numbers, scores)
    found = np.flatnonzero(total > 0)
    if len(found) > limit:
        found = found[np.argpartition(total[found], len(found) - limit)[-limit:]]
    return list(found[np.argsort(-total[found])].tolist())


def measure_rival(rival: Rival, library: Library, asked: Questions) -> Measured:
    out = Measured(rival.name)
    out.once["build s"] = timed(lambda: rival.build(library)) / 1000

    def spent(order: str, asked: Sequence[Any]) -> list[float]:
        if isinstance(rival, Xapian):
            return [rival.timed(order, question)[1] for question in asked][WARM:]
        return each(getattr(rival, order), asked)

    out.take("words", spent("words", asked.words))
    out.take("prefix 1–3", spent("prefix", asked.short))
    out.take("prefix 4–6", spent("prefix", asked.long))
    out.take("phrase", spent("phrase", asked.phrases))
    if "facets" in rival.abilities:
        pairs = list(zip(asked.words, asked.countries, strict=True))
        engine: Any = rival
        out.take("facets", each(lambda pair: engine.faceted(*pair), pairs))
        # The same question with and without its snippets; what they add is their cost.
        both = each(engine.snippets, asked.words)
        without = each(rival.words, asked.words)
        extra = [max(0.0, a - b) for a, b in zip(both, without, strict=True)]
        out.take("snippets", extra)
    return out


def cold(engine: str, folder: Path, asked: Questions, scratch: Path) -> dict[str, float]:
    """Milliseconds from the start of a process to its end after one result, by the clock and
    of the processor (medians of five), and megabytes that it takes after a hundred more.
    """
    one, many = scratch / "one.json", scratch / "many.json"
    one.write_text(json.dumps(asked.words[:1]), encoding="utf-8")
    many.write_text(json.dumps(asked.words), encoding="utf-8")

    def run(file: Path) -> list[float]:
        command = [sys.executable, "-m", "benchmarks.cold", engine, str(folder), str(CONTENT)]
        done = subprocess.run([*command, str(file)], cwd=HERE.parent, capture_output=True,
                              check=True, text=True)  # fmt: skip
        return list(json.loads(done.stdout))

    run(one)
    clock, processor = [], []
    for _ in range(5):
        before = _spent_by_children()
        clock.append(timed(lambda: run(one)))
        processor.append(_spent_by_children() - before)
    empty, _, full = run(many)
    return {
        "cold ms": statistics.median(clock),
        "cold, processor ms": statistics.median(processor),
        "memory MB": full - empty,
    }


def _spent_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def size_of(folder: Path) -> float:
    """Megabytes of files."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6


def measure(count: int, scratch: Path) -> tuple[list[Measured], float, list[str]]:
    """All engines at one size; ours first. Also megabytes of text, and what was left out."""
    corpus = Corpus(CONTENT)
    ours = Ours(scratch / "batea", list(corpus.entries(count)))
    build = timed(lambda: list(ours.search.update())) / 1000
    texts = [row.text for row in ours.rows()]
    weight = sum(len(text.encode("utf-8")) for text in texts) / 1e6
    facets = [facet_values(entry) for entry in ours.entries]
    countries = sorted({c for row in facets for c in row["country"]})
    asked = questions(texts, countries)
    mine = ours.measure(asked)
    mine.once["build s"] = build
    mine.once["index MB"] = size_of(scratch / "batea")
    mine.once |= cold("batea", ours.cache, asked, scratch)
    everyone = [mine]
    makers, absent = rivals(count, STOCK_UP_TO)
    for make in makers:
        folder = scratch / make.__name__
        folder.mkdir()
        rival = make(folder)
        measured = measure_rival(rival, Library(ours.rows(), facets), asked)
        measured.take("update", [change(rival, ours, number) for number in range(CHANGED)])
        measured.once["index MB"] = size_of(folder)
        rival.close()
        if "cold" in rival.abilities:
            measured.once |= cold(rival.name, folder, asked, scratch)
        everyone.append(measured)
        shutil.rmtree(folder)
    mine.take("update", [ours.change(corpus, number, 1) for number in range(CHANGED)])
    ours.search.close()
    return everyone, weight, absent


def change(rival: Rival, ours: Ours, number: int) -> float:
    """Milliseconds until a changed document is found by what is new in it."""
    word = f"zzchange{number}"
    rows = [
        Row(row.number, row.entry, row.lang, f"{row.text} {word}")
        for row in _entry_rows(ours, number)
    ]

    def follow() -> None:
        rival.replace(number, rows)
        assert rival.words([word])

    return timed(follow)


def _entry_rows(ours: Ours, number: int) -> list[Row]:
    rows = []
    for row in ours.rows():
        if row.entry > number:
            break
        if row.entry == number:
            rows.append(row)
    return rows


# --- told -----------------------------------------------------------------------------

AIMS: tuple[tuple[str, str, str, float], ...] = (
    ("a few words, p50", "words", "SQLite FTS5", 0.6),
    ("a few words, p50", "words", "tantivy", 1.3),
    ("the same work, p50", "the same work", "tantivy", 1.3),
    ("prefix of 1–3 letters, p95", "prefix 1–3", "SQLite FTS5", 0.4),
    ("filter + five facets, p50", "facets", "SQLite FTS5", 0.15),
    ("phrase, exact, p50", "phrase", "SQLite FTS5", 5),
)
BOUNDS = (
    ("ten snippets, p50 (ms)", "snippets", 4),
    ("one document changed, visible, p50 (ms)", "update", 20),
    ("cold process to first result (ms)", "cold ms", 200),
    ("memory over an empty process (MB)", "memory MB", 120),
)


def aims_table(measured: Sequence[Measured]) -> str:
    """The aims of the design, and whether they hold at this size."""
    by_name = {each.name: each for each in measured}
    mine = by_name[US]
    rows: list[list[object]] = []
    for label, key, rival, most in AIMS:
        if rival not in by_name:
            rows.append([label, f"≤ {most:g} × {rival}", "not measured", ""])
            continue
        at = "p95" if label.endswith("p95") else "p50"
        theirs = "words" if key == "the same work" else key
        ratio = getattr(mine, at)[key] / getattr(by_name[rival], at)[theirs]
        said = "yes" if ratio <= most else "**no**"
        rows.append([label, f"≤ {most:g} × {rival}", f"{ratio:.2f}", said])
    for label, key, bound in BOUNDS:
        value = mine.p50.get(key, mine.once.get(key, 0))
        rows.append([label, f"≤ {bound}", f"{value:.1f}", "yes" if value <= bound else "**no**"])
    return table(["", "aim", "measured", "reached"], rows)


def engines_table(measured: Sequence[Measured]) -> str:
    """Medians and 95th percentiles of every engine."""
    keys = [*QUESTIONS, "whole answer", "update"]
    rows: list[list[object]] = []
    for key in keys:
        cells = [f"{m.p50[key]:.2f} / {m.p95[key]:.2f}" if key in m.p50 else "–" for m in measured]
        rows.append([f"{key} (ms)", *cells])
    for key in ("build s", "index MB", "cold ms", "cold, processor ms", "memory MB"):
        rows.append([key, *(f"{m.once[key]:.1f}" if key in m.once else "–" for m in measured)])
    return table(["p50 / p95", *(m.name for m in measured)], rows)


def report(sizes: str = SIZES, scratch: str = "") -> str:
    """The section for the results."""
    wanted = [int(size) for size in sizes.split(",")]
    out = ["## Speed and size", "", __doc__ or ""]
    lines: dict[str, list[tuple[float, float]]] = {}
    said: list[str] = []
    for count in wanted:
        with tempfile.TemporaryDirectory(prefix="batea-bench-", dir=scratch or None) as folder:
            measured, weight, said = measure(count, Path(folder))
        out += ["", f"### {count:,} documents, {weight:.0f} MB of text", ""]
        if count == 10_000 or count == max(wanted):
            out += [aims_table(measured), ""]
        out.append(engines_table(measured))
        for one in measured:
            lines.setdefault(one.name, []).append((count, one.p50["words"]))
        print(out[-1], flush=True)
    out += ["", *said]
    if len(wanted) > 1:
        picture = chart(
            [Line(name, tuple(points)) for name, points in lines.items()],
            "A few words: median milliseconds by number of documents",
        )
        (HERE / "speed.svg").write_text(picture, encoding="utf-8")
        out += ["", "![Cost of a few words against the number of documents](speed.svg)"]
    return "\n".join(out)
