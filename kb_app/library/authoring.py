"""Writing one's own entries: a new pair from the template, a translation marked as current."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import uuid
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indexer.documents import FOLDERS, read_file
from indexer.errors import KbError
from indexer.rules.body import SECTIONS

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(eq=False)
class SlugUnusable(KbError):
    """`reason` is "form" or "taken"."""

    slug: str
    reason: str


@dataclass(eq=False)
class NothingToStamp(KbError):
    """The entry has no translation in that language."""

    slug: str


def new_entry(folder: Path, kind: str, slug: str, lang: str, today: date | None = None) -> Path:
    """Write `<slug>.<lang>.md` from the template and return its path.

    When the other edition already exists, its uid and shared fields are kept and the new
    one is marked as its translation. Never replaces a file. Raises SlugUnusable.
    """
    if not _SLUG.fullmatch(slug):
        raise SlugUnusable(slug, "form")
    place = folder / FOLDERS[kind]
    path = place / f"{slug}.{lang}.md"
    if path.exists():
        raise SlugUnusable(slug, "taken")
    other = place / f"{slug}.{'en' if lang == 'es' else 'es'}.md"
    if other.exists():
        text = _translation(other, lang)
    else:
        text = _template(kind, lang, str(uuid.uuid4()), (today or date.today()).isoformat())
    place.mkdir(parents=True, exist_ok=True)
    write_atomically(path, text.encode("utf-8"))
    return path


def stamp(folder: Path, kind: str, slug: str) -> Path:
    """Say that a translation is up to date: write the source's digest into it.

    Raises NothingToStamp, DocumentUnreadable.
    """
    place = folder / FOLDERS[kind]
    for path in sorted(place.glob(f"{slug}.*.md")):
        front = read_file(path).front
        source = place / f"{slug}.{front.translation_of}.md"
        if front.translation_of and source.exists():
            digest = hashlib.sha256(source.read_bytes()).hexdigest()
            text = path.read_text(encoding="utf-8")
            marked = re.sub(
                r"(source_revision: *)[^\s},]+", rf"\g<1>sha256:{digest}", text, count=1
            )
            write_atomically(path, marked.encode("utf-8"))
            return path
    raise NothingToStamp(slug)


def write_atomically(path: Path, data: bytes) -> None:
    """Temporary file in the same folder, flush, fsync, replace: whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _template(kind: str, lang: str, uid: str, day: str) -> str:
    spanish = lang == "es"
    todo = "Escriba aquí." if spanish else "Write here."
    fields = [
        "---",
        f"uid: {uid}",
        f"kind: {kind}",
        f"lang: {lang}",
        f'title: "{"Título" if spanish else "Title"}"',
        'summary: ""',
        "countries: [HN]",
        "places: []",
        "minerals: [gold]",
        "topics: [formalization]",
    ]
    if kind == "case_study":
        fields.append(f"period: {{from: {day[:4]}, to: {day[:4]}}}")
    fields += [
        "audiences: [facilitator]",
        "actors: []",
        "depth: full",
        'evidence: {strength: limited, note: ""}',
        "not_measured: []",
        "related: []",
        "sensitive: false",
        f"created: {day}",
        f"updated: {day}",
        "authors: []",
        "license: CC-BY-4.0",
    ]
    if kind == "module":
        fields += ["minutes: 90", "objectives: []", "materials: []", "cases: []"]
    fields += [
        "sources:",
        "  - id: S1",
        "    type: report",
        "    genre: official",
        '    author: ""',
        f"    issued: {day[:4]}",
        '    title: ""',
        '    URL: ""',
        f"    language: {lang}",
        "    checked: false",
        "---",
    ]
    body: list[str] = []
    for section_id, es, en, _ in SECTIONS[kind]:
        body += ["", f"## {es if spanish else en} {{#{section_id}}}", ""]
        body += ["!!! analysis", f"    {todo}"] if section_id == "for-your-country" else [todo]
    return "\n".join(fields + body) + "\n"


def _translation(source: Path, lang: str) -> str:
    edition = read_file(source)
    digest = edition.sha256
    text = edition.raw.replace(f"\nlang: {edition.lang}\n", f"\nlang: {lang}\n", 1)
    mark = f"translation: {{of: {edition.lang}, source_revision: sha256:{digest}}}\n"
    return text.replace("\nrelated:", f"\n{mark}related:", 1)
