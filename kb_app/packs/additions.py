"""Words that packs add to the glossary: kept with the person's data, beside the shipped ones."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from indexer.errors import GlossaryUnreadable
from indexer.thesaurus import Concept, concepts_of
from kb_app.packs import limits
from kb_app.packs.errors import PackDocumentBad, PackTooLarge
from kb_app.store import Store

GLOSSARY = "data/glossary.csv"
# What a spreadsheet would take for a formula is written with an apostrophe before it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = Mapping[str, str]


class Additions:
    """Concepts by id, as rows of a glossary."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self) -> list[Row]:
        """Every addition, by id."""
        found = self._store.rows("SELECT content FROM concept ORDER BY id")
        return [json.loads(row["content"]) for row in found]

    def concepts(self) -> tuple[Concept, ...]:
        """Every addition, for the thesaurus."""
        return concepts_of(as_csv(self.rows()).decode("utf-8"), GLOSSARY)

    def add(self, row: Row, pack_id: str) -> bool:
        """Add a concept; False when there is one of that id, which stays as it is."""
        with self._store.transaction() as connection:
            return bool(
                connection.execute(
                    "INSERT OR IGNORE INTO concept VALUES (?, ?, ?)",
                    (row["id"], pack_id, _canonical(row)),
                ).rowcount
            )

    def take_out(self, row: Row) -> bool:
        """Take a concept out unless it has been changed since."""
        with self._store.transaction() as connection:
            return bool(
                connection.execute(
                    "DELETE FROM concept WHERE id = ? AND content = ?", (row["id"], _canonical(row))
                ).rowcount
            )


def _canonical(row: Row) -> str:
    return json.dumps(dict(row), ensure_ascii=False, sort_keys=True)


def rows_of(data: bytes) -> list[Row]:
    """The rows of a pack's glossary. Raises PackTooLarge, PackDocumentBad."""
    if len(data) > limits.MAX_GLOSSARY_BYTES:
        raise PackTooLarge("glossary", limits.MAX_GLOSSARY_BYTES, GLOSSARY)
    try:
        text = data.decode("utf-8-sig")
        concepts_of(text, GLOSSARY)
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except UnicodeDecodeError as error:
        raise PackDocumentBad(GLOSSARY, "UTF-8") from error
    except GlossaryUnreadable as error:
        raise PackDocumentBad(GLOSSARY, f"{error.line}: {error.detail}"[:80]) from error
    return [{k: _read(v) for k, v in row.items() if isinstance(k, str) and v} for row in rows]


def as_csv(rows: Sequence[Row]) -> bytes:
    """Rows as a glossary; every column that one of them has."""
    out = io.StringIO()
    columns = dict.fromkeys(("id", "prefLabel_es", *(name for row in rows for name in row)))
    writer = csv.DictWriter(out, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _written(text) for name, text in row.items()} for row in rows)
    return out.getvalue().encode("utf-8")


def used_in(rows: Iterable[Row], texts: Iterable[str]) -> list[Row]:
    """The additions of which one of the words stands in one of the texts."""
    joined = "\n".join(texts).casefold()
    return [row for row in rows if any(word.casefold() in joined for word in _words(row))]


def _words(row: Row) -> list[str]:
    cells = [text for name, text in row.items() if name.startswith(("prefLabel", "altLabels"))]
    return [word.strip() for cell in cells for word in cell.split("|") if word.strip()]


def _written(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _read(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
