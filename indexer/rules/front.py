"""Rules for the front matter of one file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.documents import Edition
from indexer.markdown import safe_href
from indexer.rules.problem import Problem, Problems
from indexer.vocabulary import Vocabulary

MAX_SUMMARY = 300
STRENGTHS = ("strong", "moderate", "limited")
DEPTHS = ("full", "snapshot")
GENRES = ("official", "academic", "ngo", "press", "company", "project", "reference")
PER = ("group", "person", "room")
SOURCE_LANGUAGE = re.compile(r"[a-z]{2,3}")
EDTF = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
UNIQUE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SOURCE_ID = re.compile(r"S[1-9]\d{0,2}")
CSL_TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "dataset", "document", "hearing", "interview", "legal_case",
    "legislation", "manuscript", "map", "motion_picture", "pamphlet", "paper-conference",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
)  # fmt: skip


@dataclass(frozen=True)
class _Field:
    """What a field must be. `kind`: text, texts, int, bool, date, map, maps."""

    kind: str
    required: bool = True
    may_be_empty: bool = True


_COMMON: Mapping[str, _Field] = {
    "uid": _Field("text", may_be_empty=False),
    "kind": _Field("text", may_be_empty=False),
    "lang": _Field("text", may_be_empty=False),
    "title": _Field("text", may_be_empty=False),
    "summary": _Field("text", may_be_empty=False),
    "countries": _Field("texts"),
    "places": _Field("texts"),
    "minerals": _Field("texts"),
    "topics": _Field("texts", may_be_empty=False),
    "audiences": _Field("texts", may_be_empty=False),
    "actors": _Field("texts"),
    "depth": _Field("text", may_be_empty=False),
    "evidence": _Field("map", may_be_empty=False),
    "not_measured": _Field("texts", may_be_empty=False),
    "translation": _Field("map", required=False),
    "related": _Field("texts"),
    "sensitive": _Field("bool"),
    "created": _Field("date", may_be_empty=False),
    "updated": _Field("date", may_be_empty=False),
    "authors": _Field("texts", may_be_empty=False),
    "license": _Field("text", may_be_empty=False),
    "sources": _Field("maps", may_be_empty=False),
    "media": _Field("maps", required=False),
}
_OF_KIND: Mapping[str, Mapping[str, _Field]] = {
    "case_study": {"period": _Field("map", may_be_empty=False)},
    "module": {
        "period": _Field("map", required=False),
        "minutes": _Field("int", may_be_empty=False),
        "objectives": _Field("texts", may_be_empty=False),
        "materials": _Field("maps"),
        "cases": _Field("texts", may_be_empty=False),
    },
    "country": {
        "period": _Field("map", required=False),
        "facts": _Field("maps", may_be_empty=False),
    },
}
_PARTS: Mapping[str, Mapping[str, bool]] = {  # field to its parts; True where required
    "evidence": {"strength": True, "note": True},
    "period": {"from": True, "to": True},
    "translation": {"of": True, "source_revision": True},
    "sources": {
        "id": True, "type": True, "title": True, "language": True, "checked": True,
        "genre": True, "author": False, "issued": False, "container-title": False,
        "publisher": False, "URL": False, "note": False, "accessed": False,
    },
    "materials": {"item": True, "per": True, "quantity": True},
    "facts": {"id": True, "label": True, "value": True, "sources": True},
    "media": {"name": True, "alt": True, "license": True, "credit": True},
}  # fmt: skip


def front_problems(path: Path, edition: Edition, vocabulary: Vocabulary) -> Problems:
    """Every rule of the front matter that this file breaks."""
    yield from _shape(path, edition)
    yield from _values(path, edition, vocabulary)
    yield from _sources(path, edition)


def _fields(kind: str) -> dict[str, _Field]:
    return {**_COMMON, **_OF_KIND.get(kind, _OF_KIND["case_study"])}


def _shape(path: Path, edition: Edition) -> Problems:
    data = edition.data
    fields = _fields(edition.front.kind)
    for name, rule in fields.items():
        if name not in data.values:
            if rule.required:
                yield Problem(path, 1, name, "missing-field")
            continue
        value = data.values[name]
        line = data.line(name)
        if not _fits(value, rule.kind):
            yield Problem(path, line, name, f"not-{rule.kind}", _short(value))
        elif not rule.may_be_empty and value in ("", [], {}, None):
            yield Problem(path, line, name, "empty-field")
        elif name in _PARTS:
            rows = value if isinstance(value, list) else [value]
            for position, row in enumerate(rows):
                where = f"{name}.{position}" if isinstance(value, list) else name
                yield from _parts(path, edition, where, row, _PARTS[name])
    for name in data.values:
        if name not in fields:
            near = _nearest(name, fields)
            yield Problem(path, data.line(name), name, "unknown-field", name, near)


def _parts(
    path: Path, edition: Edition, where: str, row: Mapping[str, Any], parts: Mapping[str, bool]
) -> Problems:
    for name, required in parts.items():
        if required and row.get(name) in (None, ""):
            line = edition.data.line(where)
            yield Problem(path, line, f"{where}.{name}", "missing-field")
    for name in row:
        if name not in parts:
            line = edition.data.line(f"{where}.{name}")
            yield Problem(
                path, line, f"{where}.{name}", "unknown-field", str(name), _nearest(name, parts)
            )


def _values(path: Path, edition: Edition, vocabulary: Vocabulary) -> Problems:
    front, data = edition.front, edition.data

    def problem(field: str, code: str, found: str = "", expected: str = "") -> Problem:
        return Problem(path, data.line(field), field, code, found, expected)

    if front.kind not in _OF_KIND:
        yield problem("kind", "not-a-choice", front.kind, ", ".join(_OF_KIND))
    stem = path.name.removesuffix(".md")
    slug, _, lang = stem.rpartition(".")
    if lang != front.lang:
        yield problem("lang", "lang-not-of-file", front.lang, lang)
    if front.kind != "country" and not UNIQUE_ID.fullmatch(slug):
        yield problem("uid", "slug-form", slug)
    if len(front.summary) > MAX_SUMMARY:
        yield problem("summary", "too-long", str(len(front.summary)), str(MAX_SUMMARY))
    for field, values, scheme in (
        ("countries", front.countries, "countries"),
        ("minerals", front.minerals, "minerals"),
        ("topics", front.topics, "topics"),
        ("audiences", front.audiences, "audiences"),
    ):
        known = vocabulary.schemes[scheme]
        for position, value in enumerate(values):
            if value not in known:
                near = _nearest(value, known)
                yield problem(f"{field}.{position}", "not-in-vocabulary", value, near)
        if len(set(values)) < len(values):
            yield problem(field, "repeated-value")
    if front.kind == "case_study" and not front.countries:
        yield problem("countries", "empty-field")
    if front.evidence_strength and front.evidence_strength not in STRENGTHS:
        yield problem(
            "evidence.strength", "not-a-choice", front.evidence_strength, ", ".join(STRENGTHS)
        )
    if front.depth and front.depth not in DEPTHS:
        yield problem("depth", "not-a-choice", front.depth, ", ".join(DEPTHS))
    if front.license and not SPDX.fullmatch(front.license):
        yield problem("license", "license-form", front.license)
    if front.period and not 1000 <= front.period[0] <= front.period[1] <= 2100:
        yield problem("period", "period-order", f"{front.period[0]}-{front.period[1]}")
    if front.created > front.updated:
        yield problem("updated", "date-order", front.updated, front.created)
    if front.kind == "module" and not 10 <= front.minutes <= 1440:
        yield problem("minutes", "minutes-range", str(front.minutes))
    for position, material in enumerate(front.materials):
        if material.per not in PER:
            where = f"materials.{position}.per"
            yield problem(where, "not-a-choice", material.per, ", ".join(PER))


def _sources(path: Path, edition: Edition) -> Problems:
    seen: set[str] = set()
    for position, source in enumerate(edition.front.sources):
        where = f"sources.{position}"
        line = edition.data.line(where)
        raw = edition.data.values["sources"][position]

        def problem(field: str, code: str, found: str = "", expected: str = "") -> Problem:
            at = f"{where}.{field}"  # noqa: B023 (used at once)
            return Problem(path, edition.data.line(at) or line, at, code, found, expected)  # noqa: B023

        if not SOURCE_ID.fullmatch(source.id):
            yield problem("id", "source-id-form", source.id)
        if source.id in seen:
            yield problem("id", "repeated-value", source.id)
        seen.add(source.id)
        if source.type and source.type not in CSL_TYPES:
            yield problem("type", "not-a-choice", source.type, _nearest(source.type, CSL_TYPES))
        if source.genre and source.genre not in GENRES:
            yield problem("genre", "not-a-choice", source.genre, ", ".join(GENRES))
        for field, day in (("issued", source.issued), ("accessed", source.accessed)):
            if day and not EDTF.fullmatch(day):
                yield problem(field, "not-date", day)
        if source.language and not SOURCE_LANGUAGE.fullmatch(source.language):
            yield problem("language", "language-form", source.language)
        if raw.get("URL") and not safe_href(str(raw["URL"])):
            yield problem("URL", "not-url", str(raw["URL"])[:60])
        if "checked" in raw and not isinstance(raw["checked"], bool):
            yield problem("checked", "not-bool", _short(raw["checked"]))


def _fits(value: Any, kind: str) -> bool:
    match kind:
        case "text":
            return isinstance(value, str)
        case "texts":
            return isinstance(value, list) and all(isinstance(v, str) for v in value)
        case "int":
            return isinstance(value, int) and not isinstance(value, bool)
        case "bool":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, datetime.date)
        case "map":
            return isinstance(value, dict)
        case _:
            return isinstance(value, list) and all(isinstance(v, dict) for v in value)


def _nearest(word: Any, known: Any) -> str:
    """The known word that shares most letters in order, or "" when none is near."""
    best, best_score = "", 0.6
    for candidate in known:
        pairs = {str(candidate)[i : i + 2] for i in range(len(str(candidate)) - 1)}
        mine = {str(word)[i : i + 2] for i in range(len(str(word)) - 1)}
        score = 2 * len(pairs & mine) / max(1, len(pairs) + len(mine))
        if score > best_score:
            best, best_score = str(candidate), score
    return best


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"
