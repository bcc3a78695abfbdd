"""What an entry is: front matter, editions, sources; and how its files are read.

Reading is lenient on purpose: a document that came in a pack may lack fields or carry
unknown ones and is kept as it is. `indexer.validate` is where the rules of content format
1.0 are strict.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import sys
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from indexer import frontmatter, markdown, tree
from indexer.errors import DocumentUnreadable
from indexer.texts import NOT_TEXT, Text, fields_of, parts, parts_of, read_bytes

LANGUAGES = ("es", "en")
KINDS = ("case_study", "module", "country")
FOLDERS = {"case_study": "case_studies", "module": "modules", "country": "countries"}


@dataclass(frozen=True, slots=True)
class Source:
    """One source, with CSL-JSON names (`issued`, and `accessed`, when it was last opened, are
    EDTF: "2018", "2018-08", "2018-08-02").

    `genre` says what kind it is: official, academic, ngo, press, company, project or
    reference. `checked` is True only when somebody of the project has really seen it.
    """

    id: str
    title: str = ""
    type: str = ""
    genre: str = ""
    author: str = ""
    issued: str = ""
    container_title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    checked: bool = False
    note: str = ""
    accessed: str = ""

    @property
    def year(self) -> str:
        """The year, or "" when the source bears no date."""
        return self.issued[:4]


@dataclass(frozen=True, slots=True)
class Material:
    """What an activity needs: `quantity` for each `per` (group, person or room)."""

    item: str
    per: str = "room"
    quantity: float = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """A key fact of a country profile, with the ids of its sources."""

    id: str
    label: str
    value: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of content format 1.0. What a file lacks is empty here."""

    uid: str
    kind: str
    lang: str
    title: str
    summary: str = ""
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    minerals: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    audiences: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    depth: str = ""
    evidence_strength: str = ""
    evidence_note: str = ""
    not_measured: tuple[str, ...] = ()
    translation_of: str = ""
    source_revision: str = ""
    related: tuple[str, ...] = ()
    sensitive: bool = False
    created: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    license: str = ""
    sources: tuple[Source, ...] = ()
    minutes: int = 0
    objectives: tuple[str, ...] = ()
    materials: tuple[Material, ...] = ()
    cases: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()

    def source(self, source_id: str) -> Source | None:
        """The source with that id, or None."""
        return next((s for s in self.sources if s.id == source_id), None)


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of an entry in one language: (uid, lang, sha256) is its identity.

    `sha256` is the hex digest of the file's bytes. The text itself is read when `raw`, `body`,
    `data` or `document` is asked for; they raise DocumentUnreadable when its file was changed
    or taken away since ("changed", "io").
    """

    slug: str
    front: FrontMatter
    sha256: str
    text: Text

    @classmethod
    def of_body(cls, slug: str, front: FrontMatter, body: str, sha256: str = "") -> Edition:
        """A text that was never a file: its body only."""
        held = f"---\n---\n{body}".encode()
        return cls(slug, front, sha256, Text(f"{slug}.{front.lang}.md", sha256, held=held))

    @property
    def uid(self) -> str:
        return self.front.uid

    @property
    def lang(self) -> str:
        return self.front.lang

    @property
    def path(self) -> Path | None:
        """Its file, or None where it lies in none."""
        return self.text.path

    @property
    def raw(self) -> str:
        """The whole text, as it is sent in a pack."""
        return parts_of(self.text).raw

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return parts_of(self.text).body

    @property
    def body_line(self) -> int:
        """The line (1-based) of its file at which the body begins."""
        return parts_of(self.text).body_line

    @property
    def data(self) -> frontmatter.FrontMatterData:
        """The front matter as it is written, with its lines."""
        return fields_of(self.text)

    def held(self) -> Edition:
        """The same, its text read and held: what becomes of its file makes no difference."""
        return replace(self, text=replace(self.text, held=self.text.read()))

    def document(self) -> tree.Document:
        """The sanitised tree of the body (see `indexer.markdown.parse`)."""
        try:
            return markdown.parse(self.body)
        except DocumentUnreadable as error:
            raise DocumentUnreadable(self.slug, error.reason, error.line) from error


@dataclass(frozen=True, slots=True)
class Entry:
    """A case, module or country profile in all its languages.

    `shelf` is where it stands: "built-in", "mine", or the id of a pack.
    """

    uid: str
    slug: str
    editions: Mapping[str, Edition]
    shelf: str = "built-in"

    @property
    def kind(self) -> str:
        return next(iter(self.editions.values())).front.kind

    def edition(self, lang: str) -> Edition:
        """The edition in that language, else in Spanish, else whichever there is."""
        for wanted in (lang, *LANGUAGES):
            if wanted in self.editions:
                return self.editions[wanted]
        return next(iter(self.editions.values()))

    def translation_is_stale(self, lang: str) -> bool:
        """Whether this edition translates an older revision of its source."""
        front = self.editions[lang].front
        source = self.editions.get(front.translation_of)
        if source is None:
            return False
        return front.source_revision.removeprefix("sha256:") != source.sha256


def read_edition(data: bytes, name: str, slug: str) -> Edition:
    """Read one edition from the bytes of its file, which are held.

    `name` is for messages (a file name, never a whole path). Raises DocumentUnreadable.
    """
    digest = hashlib.sha256(data).hexdigest()
    front = front_matter(frontmatter.load(parts(data, name).front, name), name)
    return Edition(slug, front, digest, Text(name, digest, held=data))


@dataclass(frozen=True)
class Outline:
    """What must be known of a text before it is read: who it is, and its Markdown."""

    uid: str
    lang: str
    title: str
    body: str


def outline(data: bytes, name: str) -> Outline:
    """A quick look at an edition; raises DocumentUnreadable exactly where `read_edition` does."""
    _, front, body = parts(data, name)
    values = frontmatter.FrontMatterData(frontmatter.check(front, name))
    uid = _required(values, name)
    return Outline(uid, _text(values.values["lang"]).strip(),
                   _text(values.values["title"]).strip(), body)  # fmt: skip


def read_file(path: Path, known: Callable[[str], FrontMatter | None] = lambda _: None) -> Edition:
    """Read `<slug>.<lang>.md`; its text stays on the disk. `known` may have what was read before
    of the front matter of a file with some digest. Raises DocumentUnreadable.
    """
    data = read_bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    front = known(digest)
    if front is None:
        front = front_matter(frontmatter.load(parts(data, path.name).front, path.name), path.name)
    return edition_at(path, front, digest)


def edition_at(path: Path, front: FrontMatter, sha256: str) -> Edition:
    """The edition in a file of which this is known."""
    folder, name = os.path.split(path)
    slug = name.removesuffix(".md").rpartition(".")[0] or name.removesuffix(".md")
    return Edition(slug, front, sha256, Text(name, sha256, sys.intern(folder)))


def front_matter(data: frontmatter.FrontMatterData, name: str) -> FrontMatter:
    """Typed front matter; raises DocumentUnreadable where `uid`, `lang` or `title` lack."""
    values = data.values
    uid = _required(data, name)
    evidence = _mapping(values.get("evidence"))
    translation = _mapping(values.get("translation"))
    return FrontMatter(
        uid=uid,
        kind=_text(values.get("kind")) or "case_study",
        lang=_text(values["lang"]).strip(),
        title=_text(values["title"]).strip(),
        summary=_text(values.get("summary")).strip(),
        countries=shared(_texts(values.get("countries"))),
        places=_texts(values.get("places")),
        minerals=shared(_texts(values.get("minerals"))),
        topics=shared(_texts(values.get("topics"))),
        period=_period(values.get("period")),
        audiences=shared(_texts(values.get("audiences"))),
        actors=_texts(values.get("actors")),
        depth=_text(values.get("depth")),
        evidence_strength=_text(evidence.get("strength")),
        evidence_note=_text(evidence.get("note")),
        not_measured=_texts(values.get("not_measured")),
        translation_of=_text(translation.get("of")),
        source_revision=_text(translation.get("source_revision")),
        related=_texts(values.get("related")),
        sensitive=values.get("sensitive") is True,
        created=_text(values.get("created")),
        updated=_text(values.get("updated")),
        authors=_texts(values.get("authors")),
        license=_text(values.get("license")),
        sources=tuple(_source(s) for s in _list(values.get("sources")) if isinstance(s, dict)),
        minutes=_int(values.get("minutes")),
        objectives=_texts(values.get("objectives")),
        materials=tuple(
            Material(_text(m.get("item")), _text(m.get("per")) or "room", _float(m.get("quantity")))
            for m in _list(values.get("materials"))
            if isinstance(m, dict)
        ),
        cases=_texts(values.get("cases")),
        facts=tuple(
            Fact(
                _text(f.get("id")),
                _text(f.get("label")),
                _text(f.get("value")),
                _texts(f.get("sources")),
            )
            for f in _list(values.get("facts"))
            if isinstance(f, dict)
        ),
    )


def _required(data: frontmatter.FrontMatterData, name: str) -> str:
    """The uid; `lang` and `title` must be there too."""
    values = data.values
    for key in ("uid", "lang", "title"):
        if not _text(values.get(key)).strip():
            raise DocumentUnreadable(name, "missing-field", 1, key)
    uid = _text(values["uid"]).strip().lower()
    try:
        if str(uuid.UUID(uid)) != uid:
            raise ValueError(uid)
    except ValueError:
        raise DocumentUnreadable(name, "wrong-field", data.line("uid"), "uid") from None
    return uid


def _source(values: dict[str, Any]) -> Source:
    return Source(
        id=_text(values.get("id")),
        title=_text(values.get("title")),
        type=_text(values.get("type")),
        genre=_text(values.get("genre")),
        author=_text(values.get("author")),
        issued=_text(values.get("issued")),
        container_title=_text(values.get("container-title")),
        publisher=_text(values.get("publisher")),
        url=markdown.safe_href(_text(values.get("URL"))),
        language=_text(values.get("language")),
        checked=values.get("checked") is True,
        note=_text(values.get("note")),
        accessed=_text(values.get("accessed")),
    )


def _text(value: Any) -> str:
    if value is None or isinstance(value, (dict, list)):
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return NOT_TEXT.sub("", str(value))  # YAML can write them as escapes too


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(v) for v in _list(value) if _text(v))


@lru_cache(maxsize=4096)
def shared(values: tuple[str, ...]) -> tuple[str, ...]:
    """The same terms, held once for all the texts that have them."""
    return tuple(sys.intern(value) for value in values)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _int(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _float(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else 1.0


def _period(value: Any) -> tuple[int, int] | None:
    period = _mapping(value)
    first = _int(period.get("from"))
    return (first, _int(period.get("to")) or first) if first else None
