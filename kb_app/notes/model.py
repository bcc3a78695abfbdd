"""What a note is: a W3C Web Annotation with a purpose, tags and marks of privacy.

Selectors (W3C Web Annotation Data Model, 2017): TextQuoteSelector (`exact`, `prefix`,
`suffix`), TextPositionSelector (`start`, `end`: code points of the canonical text of the
revision `sha256`), FragmentSelector (`section`).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from indexer import tree
from indexer.documents import Edition

CONTEXT = 32
PURPOSES = ("quote", "question", "example", "use")
MINE = "mine"


@dataclass(frozen=True)
class Note:
    """A note on a passage of one revision of a text. An empty `exact` is a note on the
    whole section (or document when `section` is empty too).

    `shareable` notes may leave in packs; `sensitive` ones never do unless chosen one by
    one. `origin` is "mine" or the id of the pack that brought it.
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

    def to_json(self) -> str:
        """Canonical JSON: the content of a revision, over which its digest is taken."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def digest(self) -> str:
        """SHA-256 of the canonical JSON, hex."""
        return hashlib.sha256(self.to_json().encode("utf-8")).hexdigest()


_NAMES = {field.name for field in fields(Note)}


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


def selected_quote(edition: Edition, quote: str) -> Note | None:
    """A note on the first place where the quoted words stand, or None."""
    text = tree.canonical_text(edition.document()).text
    start = text.find(quote)
    if start < 0:
        start = text.casefold().find(quote.casefold())
    return selected(edition, start, start + len(quote)) if start >= 0 else None


def whole_section(edition: Edition, section: str) -> Note:
    """A note on a section or, with "", on the whole document."""
    return replace(selected(edition, 0, 0), section=section, prefix="", suffix="")
