"""Other engines over the same passages: SQLite FTS5, tantivy, stock Whoosh, Xapian.

Each does what its documentation recommends for text with accents, and no more than is asked:
the ten best *passages*. Ours answers with entries, of which it has looked at every passage,
and expands the question with corrections and the glossary; the comparison leans to them.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from whoosh import fields
from whoosh.analysis import CharsetFilter, LowercaseFilter, RegexTokenizer, StemFilter
from whoosh.index import create_in, open_dir
from whoosh.qparser import OrGroup, QueryParser
from whoosh.query import Or, Phrase, Prefix, Term
from whoosh.support.charset import accent_map

try:
    import tantivy
except ImportError:  # an extra: without it the benchmark says so and goes on
    tantivy = None

LIMIT = 10
FACETS = ("country", "topic", "mineral", "evidence", "period")


@dataclass(frozen=True)
class Row:
    """A passage as every engine gets it."""

    number: int
    entry: int
    lang: str
    text: str


@dataclass
class Library:
    """Passages in order, and the facet values of each entry."""

    rows: Iterable[Row]
    facets: Sequence[Mapping[str, Sequence[str]]] = field(default_factory=list)


class Rival(Protocol):
    """What is measured; what an engine does not have is not in `abilities`."""

    name: str
    abilities: frozenset[str]

    def build(self, library: Library) -> None: ...
    def words(self, words: Sequence[str]) -> list[int]: ...
    def prefix(self, beginning: str) -> list[int]: ...
    def phrase(self, words: Sequence[str]) -> list[int]: ...
    def replace(self, entry: int, rows: Sequence[Row]) -> None: ...
    def close(self) -> None: ...


def _quoted(words: Iterable[str]) -> list[str]:
    return ['"' + word.replace('"', "") + '"' for word in words]


class Fts5:
    """SQLite FTS5 with folded accents and an index of prefixes of one to three letters."""

    name = "SQLite FTS5"
    abilities = frozenset({"words", "prefix", "phrase", "replace", "facets", "snippets", "cold"})

    def __init__(self, folder: Path) -> None:
        self._path = folder / "fts5.sqlite"
        self._db = sqlite3.connect(self._path, isolation_level=None)

    def build(self, library: Library) -> None:
        db = self._db
        db.executescript(
            "PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE passage USING fts5("
            "text, entry UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');"
            "CREATE TABLE facet (entry INTEGER, name TEXT, value TEXT);"
        )
        db.execute("BEGIN")
        db.executemany(
            "INSERT INTO passage (rowid, text, entry) VALUES (?, ?, ?)",
            ((row.number + 1, row.text, row.entry) for row in library.rows),
        )
        db.executemany("INSERT INTO facet VALUES (?, ?, ?)", self._facet_rows(library))
        db.execute("COMMIT")
        db.execute("CREATE INDEX facet_entry ON facet (name, entry, value)")
        db.execute("INSERT INTO passage (passage) VALUES ('optimize')")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @staticmethod
    def _facet_rows(library: Library) -> Iterable[tuple[int, str, str]]:
        for entry, values in enumerate(library.facets):
            for name, found in values.items():
                yield from ((entry, name, value) for value in found)

    def best(self, match: str, limit: int = LIMIT) -> list[int]:
        """The best passages for an expression of FTS5."""
        rows = self._db.execute(
            "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?", (match, limit)
        )
        return [row[0] - 1 for row in rows]

    def words(self, words: Sequence[str]) -> list[int]:
        return self.best(" OR ".join(_quoted(words)))

    def prefix(self, beginning: str) -> list[int]:
        return self.best(f'"{beginning}"*')

    def phrase(self, words: Sequence[str]) -> list[int]:
        return self.best('"' + " ".join(words) + '"')

    def faceted(self, words: Sequence[str], country: str) -> dict[str, list[Any]]:
        """Entries of a country with any of the words: the ten best, and five facets counted."""
        match = " OR ".join(_quoted(words))
        db = self._db
        db.execute("DROP TABLE IF EXISTS temp.hit")
        db.execute(
            "CREATE TEMP TABLE hit AS SELECT entry, min(score) AS score FROM "
            "(SELECT entry, rank AS score FROM passage WHERE passage MATCH ?) "
            "WHERE entry IN (SELECT entry FROM facet WHERE name = 'country' AND value = ?) "
            "GROUP BY entry",
            (match, country),
        )
        found: dict[str, list[Any]] = {
            name: db.execute(
                "SELECT value, count(*) FROM facet JOIN hit USING (entry) WHERE name = ? "
                "GROUP BY value ORDER BY 2 DESC",
                (name,),
            ).fetchall()
            for name in FACETS
        }
        found["best"] = db.execute(
            "SELECT entry FROM hit ORDER BY score LIMIT ?", (LIMIT,)
        ).fetchall()
        return found

    def snippets(self, words: Sequence[str]) -> list[str]:
        rows = self._db.execute(
            "SELECT snippet(passage, 0, '[', ']', '…', 34) FROM passage WHERE passage MATCH ? "
            "ORDER BY rank LIMIT ?",
            (" OR ".join(_quoted(words)), LIMIT),
        )
        return [row[0] for row in rows]

    def replace(self, entry: int, rows: Sequence[Row]) -> None:
        db = self._db
        db.execute("BEGIN")
        db.executemany("DELETE FROM passage WHERE rowid = ?", ((r.number + 1,) for r in rows))
        db.executemany(
            "INSERT INTO passage (rowid, text, entry) VALUES (?, ?, ?)",
            ((row.number + 1, row.text, entry) for row in rows),
        )
        db.execute("COMMIT")

    def close(self) -> None:
        self._db.close()


class Tantivy:
    """tantivy (Rust) through its Python package: lower case, folded accents."""

    name = "tantivy"
    abilities = frozenset({"words", "prefix", "phrase", "replace", "cold"})

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "tantivy"
        new = not self._folder.exists()
        self._folder.mkdir(exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("number", stored=True, indexed=True)
        builder.add_text_field("text", stored=False, tokenizer_name="folded")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(self._folder), reuse=not new)
        folded = (
            tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            .filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.ascii_fold())
            .build()
        )
        self._index.register_tokenizer("folded", folded)
        self._open()

    def _open(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def build(self, library: Library) -> None:
        writer = self._index.writer(128_000_000, 1)
        for row in library.rows:
            writer.add_document(tantivy.Document(number=row.number, text=row.text))
        writer.commit()
        writer.wait_merging_threads()
        self._open()

    def _best(self, query: Any) -> list[int]:
        found = self._searcher.search(query, LIMIT).hits  # and how many in all, as ours
        return [self._searcher.doc(address)["number"][0] for _, address in found]

    def words(self, words: Sequence[str]) -> list[int]:
        return self._best(self._index.parse_query(" ".join(_quoted(words)), ["text"]))

    def prefix(self, beginning: str) -> list[int]:
        return self._best(tantivy.Query.regex_query(self._schema, "text", f"{beginning}.*"))

    def phrase(self, words: Sequence[str]) -> list[int]:
        return self._best(self._index.parse_query('"' + " ".join(words) + '"', ["text"]))

    def replace(self, entry: int, rows: Sequence[Row]) -> None:
        writer = self._index.writer(15_000_000, 1)
        for row in rows:
            writer.delete_documents("number", row.number)
            writer.add_document(tantivy.Document(number=row.number, text=row.text))
        writer.commit()
        writer.wait_merging_threads()
        self._open()

    def close(self) -> None:
        del self._searcher, self._index


class StockWhoosh:
    """Whoosh by its own documentation: stemming of the language, accents folded, BM25F."""

    name = "stock Whoosh"
    abilities = frozenset({"words", "prefix", "phrase", "replace"})

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "whoosh"
        self._searcher: Any = None

    @staticmethod
    def schema() -> fields.Schema:
        """One field of text for each language, as one would with its analyzers."""

        def text(lang: str) -> fields.TEXT:
            analyzer = RegexTokenizer() | LowercaseFilter() | StemFilter(lang=lang)
            return fields.TEXT(analyzer=analyzer | CharsetFilter(accent_map))

        return fields.Schema(
            number=fields.NUMERIC(stored=True, unique=True), es=text("es"), en=text("en")
        )

    def build(self, library: Library) -> None:
        self._folder.mkdir()
        index = create_in(str(self._folder), self.schema())
        writer = index.writer(limitmb=128)
        for row in library.rows:
            writer.add_document(number=row.number, **{row.lang: row.text})
        writer.commit()
        index.close()
        self._open()

    def _open(self) -> None:
        self._index = open_dir(str(self._folder))
        self._searcher = self._index.searcher()
        schema = self._index.schema
        self._parsers = [QueryParser(lang, schema, group=OrGroup) for lang in ("es", "en")]

    def _best(self, query: Any, limit: int = LIMIT) -> list[int]:
        return [hit["number"] for hit in self._searcher.search(query, limit=limit)]

    def ask(self, text: str, limit: int = LIMIT) -> list[int]:
        """Words as a person types them, in both languages."""
        return self._best(Or([parser.parse(text) for parser in self._parsers]), limit)

    def words(self, words: Sequence[str]) -> list[int]:
        return self.ask(" ".join(words))

    def prefix(self, beginning: str) -> list[int]:
        return self._best(Or([Prefix("es", beginning), Prefix("en", beginning)]))

    def phrase(self, words: Sequence[str]) -> list[int]:
        return self._best(
            Or([Phrase(p.fieldname, [t for w in words for t in self._terms(p, w)])
                for p in self._parsers])
        )  # fmt: skip

    @staticmethod
    def _terms(parser: QueryParser, word: str) -> list[str]:
        return [q.text for q in parser.parse(word).leaves() if isinstance(q, Term)]

    def replace(self, entry: int, rows: Sequence[Row]) -> None:
        writer = self._index.writer()
        for row in rows:
            writer.update_document(number=row.number, **{row.lang: row.text})
        writer.commit(merge=False)
        self._searcher.close()
        self._open()

    def close(self) -> None:
        self._searcher.close()
        self._index.close()


class Xapian:
    """Xapian, in the first Python at hand that has its bindings (a system package)."""

    name = "Xapian"
    abilities = frozenset({"words", "prefix", "phrase", "replace"})

    def __init__(self, folder: Path) -> None:
        python = xapian_python()
        assert python is not None
        self._process = subprocess.Popen(
            [python, str(Path(__file__).with_name("xapian_server.py")), str(folder / "xapian")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def timed(self, order: str, *arguments: Any) -> tuple[Any, float]:
        """The answer, and the milliseconds that Xapian itself took."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        stdin.write(json.dumps([order, *arguments]) + "\n")
        stdin.flush()
        answer, milliseconds = json.loads(stdout.readline())
        return answer, milliseconds

    def build(self, library: Library) -> None:
        for row in library.rows:
            self.timed("add", row.number, row.lang, row.text)
        self.timed("commit")

    def words(self, words: Sequence[str]) -> list[int]:
        return list(self.timed("words", list(words))[0])

    def prefix(self, beginning: str) -> list[int]:
        return list(self.timed("prefix", beginning)[0])

    def phrase(self, words: Sequence[str]) -> list[int]:
        return list(self.timed("phrase", list(words))[0])

    def replace(self, entry: int, rows: Sequence[Row]) -> None:
        for row in rows:
            self.timed("add", row.number, row.lang, row.text)
        self.timed("commit")

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def xapian_python() -> str | None:
    """A Python that can import xapian, or None."""
    for name in (sys.executable, "/usr/bin/python3", shutil.which("python3") or ""):
        if name and Path(name).exists():
            done = subprocess.run([name, "-c", "import xapian"], capture_output=True, check=False)
            if done.returncode == 0:
                return name
    return None


def rivals(documents: int, slow: int) -> tuple[list[Callable[[Path], Rival]], list[str]]:
    """Those that are there, and a word about those that are not. `slow`: the largest number
    of documents at which stock Whoosh is run.
    """
    found: list[Callable[[Path], Rival]] = [Fts5]
    absent: list[str] = []
    if tantivy is not None:
        found.append(Tantivy)
    else:
        absent.append("tantivy is not installed (`pip install tantivy`): left out.")
    if xapian_python() is not None:
        found.append(Xapian)
    else:
        absent.append("Xapian is not installed (package `python3-xapian`): left out.")
    if documents <= slow:
        found.append(StockWhoosh)
    return found, absent
