"""Rules that look at more than one file: pairs of editions, references, uids, glossary."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer import tree
from indexer.documents import FOLDERS, Edition, read_file
from indexer.errors import DocumentUnreadable
from indexer.rules.body import body_problems
from indexer.rules.front import front_problems
from indexer.rules.problem import Problem, Problems
from indexer.vocabulary import Vocabulary, read_vocabulary

GLOSSARY_COLUMNS = (
    "id", "prefLabel_es", "altLabels_es", "prefLabel_en", "altLabels_en", "broader", "related",
    "definition_es", "definition_en", "source_url",
)  # fmt: skip
_SHARED = ("uid", "kind", "countries", "minerals", "topics", "period", "audiences", "depth",
           "related", "sensitive", "license", "minutes", "cases")  # fmt: skip


@dataclass(frozen=True)
class _Library:
    """All editions of a folder by slug and language, with their paths."""

    editions: dict[tuple[str, str], Edition]
    paths: dict[tuple[str, str], Path]

    def slugs(self) -> set[str]:
        return {slug for slug, _ in self.editions}


def validate_folder(folder: Path) -> list[Problem]:
    """Every problem of a content folder, by file and line.

    Raises ContentFolderMissing where there is no vocabulary to check against.
    """
    paths = [p for name in FOLDERS.values() for p in sorted((folder / name).glob("*.md"))]
    return sorted(set(_validate(paths, folder)) | set(_glossary(folder)))


def validate_paths(paths: Sequence[Path], folder: Path) -> list[Problem]:
    """The problems of some files of a content folder, or of all files of some folders."""
    wanted: set[Path] = set()
    for path in paths:
        wanted.update(path.rglob("*.md") if path.is_dir() else [path])
    resolved = {path.resolve() for path in wanted}
    everything = [p for name in FOLDERS.values() for p in sorted((folder / name).glob("*.md"))]
    known = {path.resolve() for path in everything}
    everything += [path for path in sorted(wanted) if path.resolve() not in known]
    return sorted({p for p in _validate(everything, folder) if p.path.resolve() in resolved})


def _validate(paths: Iterable[Path], folder: Path) -> Problems:
    vocabulary = read_vocabulary(folder)
    library = _Library({}, {})
    for path in paths:
        try:
            edition = read_file(path)
            yield from _bytes(path)
            yield from _file(path, edition, vocabulary)
        except DocumentUnreadable as error:
            field = error.detail if error.reason in ("missing-field", "wrong-field") else "file"
            yield Problem(path, max(1, error.line), field, error.reason, error.detail)
            continue
        library.editions[edition.slug, edition.lang] = edition
        library.paths[edition.slug, edition.lang] = path
    yield from _pairs(library)
    yield from _references(library)


def _file(path: Path, edition: Edition, vocabulary: Vocabulary) -> Problems:
    yield from front_problems(path, edition, vocabulary)
    yield from body_problems(path, edition)


def _bytes(path: Path) -> Problems:
    data = path.read_bytes()
    if b"\r" in data:
        yield Problem(path, 1, "file", "not-lf")
    if data.startswith(b"\xef\xbb\xbf"):
        yield Problem(path, 1, "file", "byte-order-mark")
    text = data.decode("utf-8", errors="replace")
    if not unicodedata.is_normalized("NFC", text):
        yield Problem(path, 1, "file", "not-nfc")


def _pairs(library: _Library) -> Problems:
    for slug in sorted(library.slugs()):
        spanish = library.editions.get((slug, "es"))
        english = library.editions.get((slug, "en"))
        if spanish is None or english is None:
            lang = "es" if spanish else "en"
            path = library.paths.get((slug, lang))
            if path:
                yield Problem(
                    path, 1, "lang", "missing-edition", expected="en" if spanish else "es"
                )
            continue
        path = library.paths[slug, "en"]
        for field in _SHARED:
            mine, theirs = getattr(english.front, field), getattr(spanish.front, field)
            if mine != theirs:
                line = english.data.line(field)
                yield Problem(path, line, field, "editions-differ", str(mine), str(theirs))
        mine, theirs = _facts(english), _facts(spanish)
        if mine != theirs:
            line = english.data.line("facts")
            yield Problem(path, line, "facts", "editions-differ", mine, theirs)
        if _ids(spanish) != _ids(english):
            difference = set(_ids(spanish)) ^ set(_ids(english))
            yield Problem(
                path, english.body_line, "body", "ids-differ", ", ".join(sorted(difference))
            )
        for section, theirs, mine in _shapes(spanish, english):
            yield Problem(path, english.body_line, section, "shape-differs", mine, theirs)
        for edition, other in ((spanish, english), (english, spanish)):
            front = edition.front
            if front.translation_of and front.translation_of == other.lang:
                revision = front.source_revision.removeprefix("sha256:")
                if revision != other.sha256:
                    yield Problem(
                        library.paths[slug, edition.lang],
                        edition.data.line("translation"),
                        "translation.source_revision",
                        "translation-out-of-date",
                        revision[:12],
                        other.sha256[:12],
                    )
        if not (spanish.front.translation_of or english.front.translation_of):
            yield Problem(path, 1, "translation", "missing-field")


def _facts(edition: Edition) -> str:
    """The key facts of a country profile by id, with their sources."""
    return "; ".join(f"{fact.id} {' '.join(fact.sources)}" for fact in edition.front.facts)


def _ids(edition: Edition) -> list[str]:
    found: list[str] = []
    for section in edition.document().sections:
        found.append(section.id)
        found.extend(b.id for b in section.blocks if isinstance(b, tree.Heading) and b.id)
    return found


def _shapes(spanish: Edition, english: Edition) -> list[tuple[str, str, str]]:
    """Sections whose editions differ in the number of numbered units or in citations."""
    out = []

    def shape(edition: Edition) -> dict[str, list[tuple[str, ...]]]:
        sections: dict[str, list[tuple[str, ...]]] = {}
        for unit in tree.units(edition.document()):
            if unit.number is not None:
                sections.setdefault(unit.section, []).append(tuple(sorted(set(unit.cites))))
        return sections

    first, second = shape(spanish), shape(english)
    for section, units in first.items():
        others = second.get(section, [])
        if len(units) != len(others):
            out.append((section, f"{len(units)} ¶", f"{len(others)} ¶"))
        elif units != others:
            place = next(i for i, (a, b) in enumerate(zip(units, others, strict=True)) if a != b)
            out.append((section, f"¶{place + 1}: {units[place]}", f"¶{place + 1}: {others[place]}"))
    return out


def _references(library: _Library) -> Problems:
    slugs = library.slugs()
    cases = {s for (s, _), e in library.editions.items() if e.front.kind == "case_study"}
    uids: dict[str, str] = {}
    by_uid = {edition.uid for edition in library.editions.values()}
    for (slug, lang), edition in sorted(library.editions.items()):
        path = library.paths[slug, lang]
        other = uids.setdefault(edition.uid, slug)
        if other != slug:
            yield Problem(path, edition.data.line("uid"), "uid", "repeated-uid", other)
        for field, known in (("related", slugs), ("cases", cases)):
            for position, ref in enumerate(getattr(edition.front, field)):
                if ref not in known or ref == slug:
                    where = f"{field}.{position}"
                    yield Problem(path, edition.data.line(where), where, "unknown-entry", ref)
        for target in re.findall(r"\(batea:([0-9a-f-]{36})\)", edition.body):
            if target not in by_uid:
                yield Problem(path, edition.body_line, "body", "broken-link", f"batea:{target}")


def _glossary(folder: Path) -> Problems:
    path = folder / "glossary" / "glossary.csv"
    if not path.is_file():
        yield Problem(path, 1, "glossary", "missing-file")
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = tuple(rows[0]) if rows else ()
    if columns != GLOSSARY_COLUMNS:
        yield Problem(path, 1, "glossary", "glossary-columns", expected=", ".join(GLOSSARY_COLUMNS))
        return
    ids = {row["id"] for row in rows}
    seen: set[str] = set()
    for line, row in enumerate(rows, start=2):
        if row["id"] in seen:
            yield Problem(path, line, "id", "repeated-value", row["id"])
        seen.add(row["id"])
        for column in ("prefLabel_es", "prefLabel_en", "definition_es", "definition_en"):
            if not row[column].strip():
                yield Problem(path, line, column, "empty-field")
        for column in ("broader", "related"):
            for ref in filter(None, row[column].split("|")):
                if ref not in ids:
                    yield Problem(path, line, column, "unknown-entry", ref)
