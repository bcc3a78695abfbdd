"""RESULTS.md: one section for each benchmark, between markers, so that a run of one leaves
the figures of the others as they were.
"""

from __future__ import annotations

import datetime
import os
import platform
import re
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
# The benchmarks in the order of their sections; each is a module of this package.
SECTIONS = ("quality", "collection", "speed", "window", "reader", "anchoring", "packs", "exports",
            "workshops", "crash")  # fmt: skip
BROUGHT = {"collection"}  # those that need a folder of data, which is not ours to keep
_HEAD = """# Results

Written by `./run bench`; each section by the benchmark it names (`./run bench quality`).
Milliseconds belong to the machine and the hour; ratios are taken in the same run.
"""


def write_section(name: str, text: str, path: Path = RESULTS) -> None:
    """Put a section in its place; the machine and the date are added."""
    found = _read(path)
    found[name] = f"{text.strip()}\n\n{machine()}"
    parts = [_HEAD]
    for each in SECTIONS:
        if each in found:
            parts.append(f"<!-- begin {each} -->\n{found[each].strip()}\n<!-- end {each} -->\n")
    path.write_text("\n".join(parts), encoding="utf-8")


def _read(path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    pattern = r"<!-- begin (\w+) -->\n(.*?)\n<!-- end \1 -->"
    return {m[1]: m[2] for m in re.finditer(pattern, text, re.S)}


def machine() -> str:
    """Where and when the figures were taken."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        match = re.search(r"model name\s*: (.+)", info.read_text(encoding="utf-8"))
        name = match[1] if match else name
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    return (
        f"*{today} · {name}, {os.cpu_count()} cores · {platform.system()} · "
        f"Python {platform.python_version()}*"
    )


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table, the first column to the left."""
    lines = [
        "| " + " | ".join(head) + " |",
        "| --- |" + " ---: |" * (len(head) - 1),
        *("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows),
    ]
    return "\n".join(lines)
