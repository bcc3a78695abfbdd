"""One engine in a process of its own: from its start to the first result, and its memory.

Run by `benchmarks.speed`: python -m benchmarks.cold ENGINE FOLDER CONTENT FILE_OF_QUESTIONS.
Prints JSON: megabytes before anything was loaded, after the first result, after all.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path


def megabytes() -> float:
    """Resident memory of this process, files it has mapped included (Linux)."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def _asker(engine: str, folder: Path, content: Path) -> Callable[[list[str]], object]:
    # Only what the engine needs is loaded: that is what is measured.
    if engine == "batea":
        from indexer.answering import answer  # noqa: PLC0415
        from indexer.asking import take_apart  # noqa: PLC0415
        from indexer.engine import Engine  # noqa: PLC0415
        from indexer.generations import Generations  # noqa: PLC0415
        from indexer.query import Query  # noqa: PLC0415
        from indexer.segment import Segment  # noqa: PLC0415
        from indexer.thesaurus import Thesaurus, read_glossary  # noqa: PLC0415
        from indexer.vocabulary import read_vocabulary  # noqa: PLC0415

        vocabulary = read_vocabulary(content)
        thesaurus = Thesaurus(read_glossary(content / "glossary" / "glossary.csv"))
        parts = Generations(folder / "index").current()
        index = Engine([(Segment(p.place), p.dropped) for p in parts], thesaurus, vocabulary)

        def ask(words: list[str]) -> object:
            query = Query(" ".join(words), limit=10)
            asked = take_apart(query.text, query.filters, False, vocabulary)
            return answer(index, query, asked, thesaurus, vocabulary)

        return ask
    from benchmarks import rivals  # noqa: PLC0415

    return {"SQLite FTS5": rivals.Fts5, "tantivy": rivals.Tantivy}[engine](folder).words


def main(engine: str, folder: str, content: str, questions: str) -> None:
    before = megabytes()
    ask = _asker(engine, Path(folder), Path(content))
    rows = json.loads(Path(questions).read_text(encoding="utf-8"))
    ask(rows[0])
    first = megabytes()
    for words in rows[1:]:
        ask(words)
    print(json.dumps([before, first, megabytes()]))


if __name__ == "__main__":
    main(*sys.argv[1:])
