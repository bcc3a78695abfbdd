"""How long each export takes, and how large its file is.

Material: a case of 3,000 words put together from paragraphs, tables and sources of the cases
that ship; then the whole library in Spanish. Each writer runs once before it is timed (the
window's first export of a day pays for loading it: "first"); then, of seven, the least by the
clock and the median of the processor, which other work on the machine disturbs less. Where
pandoc is installed, the same Markdown through it in the same run, its start included. typst keeps
what it has set of a text: only "first" tells what a PDF costs that was not made just before.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from shutil import which

from benchmarks.results import table
from indexer.documents import Edition
from kb_app.export.exports import FORMATS
from kb_app.export.material import Credits, Material, gather
from kb_app.export.steps import finished
from kb_app.export.weighing import weigh_steps
from kb_app.library.catalogue import Catalogue, load_catalogue

SHIPPED = Path(__file__).parents[1] / "content"
WORDS = 3_000
TIMES = 7
GOALS = {"pdf": 0.3, "docx": 0.5, "pptx": 0.3, "epub": 0.1}
WHOLE = ("pdf", "docx", "pptx", "epub", "html", "site", "brief")
WHOLE_GOALS = {"pdf": 30.0}
_RIVALS = ("docx", "pptx", "epub", "html")


def report(**_options: str) -> str:
    """The section of RESULTS.md."""
    catalogue = load_catalogue([SHIPPED])
    long = long_case(catalogue)
    words = sum(len(piece.edition.body.split()) for piece in long.pieces)
    rows = [_row(form, long) for form in FORMATS]
    whole = gather("Biblioteca", "es", "facilitator", [e.edition("es") for e in catalogue])
    all_words = sum(len(piece.edition.body.split()) for piece in whole.pieces)
    whole_rows = [
        (form, f"{seconds:.2f}", f"{size / 1e6:.2f}", WHOLE_GOALS.get(form, ""), steps)
        for form, seconds, size, steps in _whole(whole)
    ]
    weighed = _seconds(lambda: finished(weigh_steps(lambda: long, "pdf", 96)))
    parts = [
        "## Exports",
        f"A case of {words:,} words with {len(long.pieces[0].sources)} sources; seconds, the least "
        f"by the clock of {TIMES}. “First” is in a process of its own, the writer's library "
        "loaded too; typst keeps what it has set, so that the time of a new PDF is that one.",
        table(("Format", "s", "processor, s", "goal", "first, s", "kB", "pandoc, s"), rows),
        f"The first page with its size, as the assistant shows them: {weighed[0]:.2f} s.",
        f"The whole library, {len(whole.pieces)} texts with {all_words:,} words, facilitator's "
        "version, in one file; steps are what the bar is told and where it can be left.",
        table(("Format", "s", "MB", "goal", "steps"), whole_rows),
    ]
    return "\n\n".join(parts)


def long_case(catalogue: Catalogue) -> Material:
    """A case of 3,000 words: the bodies of cases one after another under one front matter, with
    the sources of all.
    """
    first: Edition | None = None
    body, sources = "", {}
    for entry in catalogue:
        if entry.kind != "case_study" or len(body.split()) >= WORDS:
            continue
        edition = entry.edition("es")
        first = first or edition
        text = edition.body
        for source in edition.front.sources:
            name = f"{entry.slug[:12]}{source.id}"
            text = text.replace(f"[^{source.id}]", f"[^{name}]")
            sources[name] = replace(source, id=name)
        body += "\n" + text
    assert first is not None
    front = replace(first.front, sources=tuple(sources.values()))
    words = body.split(" ")
    body = " ".join(words[: WORDS + len(words) // 50])
    whole = Edition.of_body(first.slug, front, body, first.sha256)
    credits = Credits("Instituto Hondureño de Geología y Minas", "2026-11-24")
    return gather("", "es", "facilitator", [whole], credits=credits)


def _row(form: str, material: Material) -> tuple[object, ...]:
    size = len(FORMATS[form].write(material))
    clock, processor = _seconds(lambda: FORMATS[form].write(material))
    rival = _pandoc(form, material) if form in _RIVALS and which("pandoc") else None
    return (
        form, f"{clock:.3f}", f"{processor:.3f}", GOALS.get(form, ""), f"{_first(form):.2f}",
        f"{size / 1000:.0f}", "" if rival is None else f"{rival:.2f}",
    )  # fmt: skip


def _seconds(call: Callable[[], object]) -> tuple[float, float]:
    """The least time by the clock, and the median of the processor (all threads of ours)."""
    clock, processor = [], []
    for _ in range(TIMES):
        begun, used = time.perf_counter(), time.process_time()
        call()
        clock.append(time.perf_counter() - begun)
        processor.append(time.process_time() - used)
    return min(clock), statistics.median(processor)


def _first(form: str) -> float:
    """The first export of a process: a case that ships, with everything still to be loaded."""
    code = (
        "import time\nfrom pathlib import Path\nfrom benchmarks.exports import long_case, SHIPPED\n"
        "from kb_app.export.exports import FORMATS\n"
        "from kb_app.library.catalogue import load_catalogue\n"
        f"made = long_case(load_catalogue([SHIPPED]))\nbegun = time.perf_counter()\n"
        f"FORMATS[{form!r}].write(made)\nprint(time.perf_counter() - begun)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _pandoc(form: str, material: Material) -> float:
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "a.md"
        text.write_bytes(FORMATS["md"].write(material))
        command = ["pandoc", str(text), "-s", "-o", str(Path(folder) / f"a.{form}")]
        return _seconds(lambda: subprocess.run(command, check=True, capture_output=True))[0]


def _whole(material: Material) -> Iterator[tuple[str, float, int, int]]:
    for form in WHOLE:
        begun = time.perf_counter()
        row = FORMATS[form]
        steps = row.steps(row.fit(material))
        count = 0
        try:
            while True:
                next(steps)
                count += 1
        except StopIteration as end:
            data: bytes = end.value
        yield form, time.perf_counter() - begun, len(data), count
