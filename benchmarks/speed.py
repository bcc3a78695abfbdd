"""How fast, how large: generated libraries of 100 to 40,000 documents, against other engines.

Every engine gets the same passages (ours cuts them, the others take them from its index) and
the same questions, each asked once, after twenty others. What is in a question was drawn from
the passages themselves: words of four letters or more, runs of words as phrases. Questions
are timed in processor time of the whole process, which other work on the machine disturbs
least; building, changing and cold starts by the clock. Ratios are taken in the same run.

The rivals answer with the ten best passages for the words as written. Batea's “words” is all
that it does for a person: both languages, stems, headings, the glossary, corrections, passages
grouped to entries. “the same work” is its engine doing only what the rivals do: the words as
written, BM25, the ten best passages. “the same question” is the other way round: tantivy asked
all that Batea asks of its index (`benchmarks/alike.py`), the question read and expanded for both
beforehand. All are given, because the first is what one waits for and only the others compare
like with like. Each row is asked of an index opened for it, so that what is in Batea's caches
comes from that row only. tantivy and Xapian count all that they find, as Batea does, which
keeps them from leaving out what cannot be among the ten best; Xapian's build includes handing
each passage to its process.

“update” is one changed document until it is found and all is on the disk; “update, seen” until
it is found: Batea shows it before it is synced, the others commit first.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.alike import Alike
from benchmarks.asked import Questions, questions
from benchmarks.corpus import Corpus
from benchmarks.ours import CONTENT, US, Ours
from benchmarks.plot import Line, chart
from benchmarks.results import HERE, table
from benchmarks.rivals import Library, Rival, Row, Xapian, rivals
from benchmarks.timing import WARM, Measured, each, timed
from indexer.passages import facet_values

SIZES = "100,1000,10000,40000"
CHANGED = 9
STOCK_UP_TO = 1000
TANTIVY = "tantivy"
SEEN = "update, seen"
QUESTIONS = (
    "words", "the same work", "the same question", "prefix 1–3", "prefix 4–6", "phrase", "facets",
    "snippets",
)  # fmt: skip


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
        if rival.name == TANTIVY:
            alike = Alike(scratch / "alike", ours)
            asked_alike = [alike.question(groups) for groups in ours.plans]
            measured.take("the same question", each(alike.best, asked_alike))
        measured.once["index MB"] = size_of(folder)
        rival.close()
        if "cold" in rival.abilities:
            measured.once |= cold(rival.name, folder, asked, scratch)
        everyone.append(measured)
        shutil.rmtree(folder)
    changes = [ours.change(corpus, number, 1) for number in range(CHANGED)]
    mine.take(SEEN, [visible for visible, _ in changes])
    mine.take("update", [kept for _, kept in changes])
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
    ("a few words, p50", "words", TANTIVY, 1.3),
    ("the same work, p50", "the same work", TANTIVY, 1.3),
    ("the same question, p50", "the same question", TANTIVY, 1.3),
    ("prefix of 1–3 letters, p95", "prefix 1–3", "SQLite FTS5", 0.4),
    ("filter + five facets, p50", "facets", "SQLite FTS5", 0.15),
    ("phrase, exact, p50", "phrase", "SQLite FTS5", 5),
)
BOUNDS = (
    ("ten snippets, p50 (ms)", "snippets", 4),
    ("one document changed, visible, p50 (ms)", SEEN, 20),
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
    keys = [*QUESTIONS, "whole answer", SEEN, "update"]
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
