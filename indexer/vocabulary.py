"""Controlled terms: topics, minerals, audiences; and the country names we show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer import frontmatter
from indexer.errors import ContentFolderMissing, DocumentUnreadable

SCHEMES = ("topics", "minerals", "audiences", "countries")


@dataclass(frozen=True)
class Term:
    """A term with its id, its label in each language (SKOS prefLabel) and its order."""

    id: str
    labels: Mapping[str, str]
    order: int = 0

    def label(self, lang: str) -> str:
        return self.labels.get(lang) or self.labels.get("es") or self.id


@dataclass(frozen=True)
class Vocabulary:
    """All schemes of a content folder: scheme name to term id to term."""

    schemes: Mapping[str, Mapping[str, Term]]

    def label(self, scheme: str, term_id: str, lang: str) -> str:
        """The label of a term, or its id when the scheme does not have it."""
        term = self.schemes.get(scheme, {}).get(term_id)
        return term.label(lang) if term else term_id

    def ids(self, scheme: str) -> tuple[str, ...]:
        """The ids of a scheme in their order."""
        terms = self.schemes.get(scheme, {}).values()
        return tuple(t.id for t in sorted(terms, key=lambda t: (t.order, t.id)))


def read_vocabulary(folder: Path) -> Vocabulary:
    """Read `vocabulary/*.yaml` of a content folder.

    Raises ContentFolderMissing when a scheme is not there, DocumentUnreadable when one
    cannot be read.
    """
    schemes: dict[str, dict[str, Term]] = {}
    for scheme in SCHEMES:
        path = folder / "vocabulary" / f"{scheme}.yaml"
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise ContentFolderMissing(str(path.parent)) from error
        except UnicodeDecodeError as error:
            raise DocumentUnreadable(path.name, "not-utf8") from error
        rows = _rows(text, path.name)
        schemes[scheme] = {
            str(row["id"]): Term(
                str(row["id"]),
                {lang: str(row[lang]) for lang in ("es", "en") if lang in row},
                int(row.get("order", 0)),
            )
            for row in rows
        }
    return Vocabulary(schemes)


def _rows(text: str, name: str) -> list[dict[str, Any]]:
    """The terms of a scheme: a list in YAML, below comments."""
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    front = "\n".join(["terms:", *(f"  {line}" for line in lines[first:])])
    return list(frontmatter.load(front, name, first).values.get("terms") or [])
