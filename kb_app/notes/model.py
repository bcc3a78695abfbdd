"""What a note is: a W3C Web Annotation with a purpose, tags and marks of privacy.

Selectors (W3C Web Annotation Data Model, 2017): TextQuoteSelector (`exact`, `prefix`,
`suffix`), TextPositionSelector (`start`, `end`: code points of the canonical text of the
revision `sha256`), FragmentSelector (`section`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import Any

from indexer import tree
from indexer.documents import Edition
from kb_app.notes.passages import folded

CONTEXT = 32
PURPOSES = ("quote", "question", "example", "use")
MINE = "mine"


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a passage of one revision of a text. An empty `exact` is a note on the
    whole section (or document when `section` is empty too).

    `shareable` notes may leave in packs; without it a note is private. `sensitive` ones never
    leave unless chosen one by one. `origin` is "mine" or where it came from (a pack's id, a
    colleague's file). `attached`: the person set it on its section, because its words are
    gone; the quote is still kept. `left`: digest of the revision for which the person chose
    to leave it without a place.
    """

    id: str
    uid: str
    lang: str
    sha256: str
    section: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    body: str = ""
    purpose: str = "quote"
    tags: tuple[str, ...] = ()
    shareable: bool = False
    sensitive: bool = False
    created: str = ""
    modified: str = ""
    creator: str = ""
    origin: str = MINE
    attached: bool = False
    left: str = ""

    def to_json(self) -> str:
        """Canonical JSON: the content of a revision."""
        return json.dumps(self.values(), ensure_ascii=False, sort_keys=True)

    def values(self) -> dict[str, Any]:
        """Its fields by name."""
        return {name: getattr(self, name) for name in _NAMES}

    def says_the_same(self, other: Note) -> bool:
        """Whether two notes differ in nothing that a person wrote or chose."""
        return all(getattr(self, name) == getattr(other, name) for name in _SAID)


# What a colleague's program may write differently about the same note.
_OWN_AFFAIRS = frozenset("origin shareable created modified creator left".split())
_NAMES = tuple(field.name for field in fields(Note))
_SAID = tuple(name for name in _NAMES if name not in _OWN_AFFAIRS)


def note_from_json(text: str) -> Note:
    """A note from its canonical JSON; fields of a later version are passed over."""
    values: dict[str, Any] = {k: v for k, v in json.loads(text).items() if k in _NAMES}
    values["tags"] = tuple(values.get("tags", ()))
    return Note(**values)


def selected(edition: Edition, start: int, end: int) -> Note:
    """A note on a stretch of the canonical text, not yet saved: its selectors filled in."""
    canonical = tree.canonical_text(edition.document())
    start = max(0, min(start, len(canonical.text)))
    end = max(start, min(end, len(canonical.text)))
    while start < end and canonical.text[start].isspace():
        start += 1
    while end > start and canonical.text[end - 1].isspace():
        end -= 1
    span = canonical.span_at(start)
    return Note(
        id="",
        uid=edition.uid,
        lang=edition.lang,
        sha256=edition.sha256,
        section=span.section if span else "",
        exact=canonical.text[start:end],
        prefix=canonical.text[max(0, start - CONTEXT) : start],
        suffix=canonical.text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def places_of(edition: Edition, quote: str) -> list[tuple[int, int]]:
    """Where words stand in a text (code points). Case, accents, spaces and the typography of
    quotes and dashes do not matter.
    """
    text = folded(tree.canonical_text(edition.document()).text)
    wanted = folded(quote).text.strip()
    places: list[tuple[int, int]] = []
    at = text.text.find(wanted) if wanted else -1
    while at >= 0:
        places.append(text.original(at, at + len(wanted)))
        at = text.text.find(wanted, at + len(wanted))
    return places


def selected_quote(edition: Edition, quote: str) -> Note | None:
    """A note on the first place where the quoted words stand, or None."""
    places = places_of(edition, quote)
    return selected(edition, *places[0]) if places else None


def whole_section(edition: Edition, section: str) -> Note:
    """A note on a section or, with "", on the whole document."""
    return replace(selected(edition, 0, 0), section=section, prefix="", suffix="")
