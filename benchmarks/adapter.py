"""The real search over any folder of Markdown, for public test collections.

    index = build(Path("collection"))
    search(index, "minería sin mercurio", lang="es", limit=10)
    -> [("kenya/dialogue", "results", 3.21), …]

Every `*.md` below the folder is a document. Files in Batea's content format are read as such;
any other file is one text: its language is the last part of its name (`name.es.md`), else
`lang`, its title the first heading, else its name. The id of a document is its path without
`.es.md`. `python -m benchmarks.adapter FOLDER QUERIES.tsv [QRELS.tsv]` runs a collection:
queries are lines of id, tab, text; judgements lines of query id, tab, document id.
"""

from __future__ import annotations

import csv
import hashlib
import sys
import tempfile
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measures import mrr, ndcg, recall
from benchmarks.results import HERE
from indexer.documents import Edition, Entry, FrontMatter, read_file
from indexer.errors import DocumentUnreadable
from indexer.query import ANY, Filters, Query
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus, read_glossary
from indexer.vocabulary import read_vocabulary

CONTENT = HERE.parent / "content"
_HOME = uuid.UUID("5f0c9c1e-0000-4000-8000-000000000000")
Found = tuple[str, str, float]


@dataclass(frozen=True)
class Index:
    """A folder's index, and the id of each document by uid."""

    search: SearchIndex
    ids: Mapping[str, str]

    def close(self) -> None:
        self.search.close()


def build(
    folder: Path, lang: str = "es", cache: Path | None = None, glossary: bool = True
) -> Index:
    """Index every Markdown file below a folder, in `cache` (a temporary folder if None).

    `lang`: of texts whose names do not tell theirs. `glossary`: expand with Batea's own.
    """
    texts: dict[str, dict[str, Edition]] = defaultdict(dict)
    ids: dict[str, str] = {}
    for path in sorted(folder.rglob("*.md")):
        edition = _edition(path, folder, lang)
        texts[edition.uid][edition.lang] = edition
        ids[edition.uid] = _name(path, folder)[0]
    entries = [Entry(uid, ids[uid], editions) for uid, editions in texts.items()]
    concepts = read_glossary(CONTENT / "glossary" / "glossary.csv") if glossary else ()
    where = cache or Path(tempfile.mkdtemp(prefix="batea-adapter-"))
    index = SearchIndex(where, entries, Thesaurus(concepts), read_vocabulary(CONTENT))
    for _ in index.update():
        pass
    return Index(index, ids)


def search(
    index: Index,
    query: str,
    lang: str = ANY,
    filters: Mapping[str, Sequence[str]] | None = None,
    limit: int = 10,
) -> list[Found]:
    """The best documents: id, section ("" for title and summary), score.

    `lang`: of the texts that are searched, "es", "en" or "any". `filters`: values by facet of
    `indexer.query.FACETS`.
    """
    wanted = Filters({name: frozenset(values) for name, values in (filters or {}).items()})
    asked = Query(query, search_lang=lang, filters=wanted, limit=limit, facets=False)
    return [(index.ids[h.uid], h.section, h.score) for h in index.search.search(asked).hits]


def _name(path: Path, folder: Path) -> tuple[str, str]:
    """The id and the language that a file's name tells ("" when it does not)."""
    name = path.relative_to(folder).as_posix().removesuffix(".md")
    stem, dot, ending = name.rpartition(".")
    return (stem, ending) if dot and ending in ("es", "en") else (name, "")


def _edition(path: Path, folder: Path, lang: str) -> Edition:
    try:
        return read_file(path)
    except DocumentUnreadable:
        name, told = _name(path, folder)
        data = path.read_bytes()
        body = data.decode("utf-8", "replace")
        lines = [line for line in body.splitlines() if line.startswith("#")]
        title = lines[0].lstrip("# ").strip() if lines else name
        uid = str(uuid.uuid5(_HOME, name))
        front = FrontMatter(uid, "case_study", told or lang, title)
        return Edition.of_body(name, front, body, hashlib.sha256(data).hexdigest())


def main(folder: str, queries: str, judgements: str = "") -> None:
    """Run a collection; the measures, or without judgements the results as a TREC run."""
    index = build(Path(folder))
    with Path(queries).open(encoding="utf-8", newline="") as file:
        asked = [(row[0], row[1]) for row in csv.reader(file, delimiter="\t") if len(row) > 1]
    if not judgements:
        for number, text in asked:
            for rank, (name, _, score) in enumerate(search(index, text), start=1):
                print(f"{number} Q0 {name} {rank} {score} batea")
        return
    wanted: dict[str, set[str]] = defaultdict(set)
    with Path(judgements).open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t"):
            wanted[row[0]].add(row[1])
    rows = [
        ([name for name, _, _ in search(index, text)], wanted[number])
        for number, text in asked
        if wanted[number]
    ]
    for label, measure in (("nDCG@10", ndcg), ("MRR@10", mrr), ("recall@10", recall)):
        print(f"{label} {sum(measure(f, w) for f, w in rows) / len(rows):.3f}")
    index.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
