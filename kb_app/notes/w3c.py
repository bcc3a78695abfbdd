"""Notes as W3C Web Annotations in JSON-LD, out and in (W3C Recommendation, 23 Feb 2017)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

from kb_app.notes.errors import NotesUnreadable
from kb_app.notes.model import CONTEXT, PURPOSES, Note

CONTEXT_IRI = "http://www.w3.org/ns/anno.jsonld"
MAX_ANNOTATION_BYTES = 64 * 1024
# W3C motivations; ours are more precise and travel in `batea:purpose`.
_MOTIVATIONS = {
    "quote": "highlighting",
    "question": "questioning",
    "example": "commenting",
    "use": "bookmarking",
}


def to_annotation(note: Note) -> dict[str, Any]:
    """A note as one annotation."""
    bodies: list[dict[str, Any]] = []
    if note.body:
        bodies.append({"type": "TextualBody", "value": note.body, "format": "text/plain",
                       "purpose": "commenting"})  # fmt: skip
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    selectors: list[dict[str, Any]] = []
    if note.exact:
        selectors = [
            {"type": "TextQuoteSelector", "exact": note.exact, "prefix": note.prefix,
             "suffix": note.suffix},
            {"type": "TextPositionSelector", "start": note.start, "end": note.end},
        ]  # fmt: skip
    if note.section:
        selectors.append({"type": "FragmentSelector", "value": note.section})
    annotation: dict[str, Any] = {
        "@context": [CONTEXT_IRI, {"batea": "urn:batea:"}],
        "id": f"urn:uuid:{note.id}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[note.purpose],
        "created": note.created,
        "modified": note.modified,
        "body": bodies,
        "target": {
            "source": f"urn:uuid:{note.uid}",
            "language": note.lang,
            "selector": selectors,
            "batea:sha256": note.sha256,
        },
        "batea:purpose": note.purpose,
    }
    if note.creator:
        annotation["creator"] = {"type": "Person", "name": note.creator}
    if note.sensitive:
        annotation["batea:sensitive"] = True
    return annotation


def from_annotation(value: Mapping[str, Any], origin: str) -> Note:
    """A note from an annotation, ours or another program's.

    Raises ValueError where it lacks what a note needs.
    """
    target = value.get("target")
    if not isinstance(target, dict):
        raise ValueError("target")
    selectors = target.get("selector") or []
    by_type = {s.get("type"): s for s in selectors if isinstance(s, dict)}
    quote = by_type.get("TextQuoteSelector", {})
    position = by_type.get("TextPositionSelector", {})
    bodies = [b for b in value.get("body") or [] if isinstance(b, dict)]
    texts = [str(b.get("value", "")) for b in bodies if b.get("purpose") != "tagging"]
    tags = [str(b.get("value", "")) for b in bodies if b.get("purpose") == "tagging"]
    purpose = str(value.get("batea:purpose", "quote"))
    creator = value.get("creator")
    start = _count(position.get("start"))
    return Note(
        id=_uuid(value.get("id")),
        uid=_uuid(target.get("source")),
        lang=str(target.get("language", "es"))[:35],
        sha256=str(target.get("batea:sha256", ""))[:64],
        section=str(by_type.get("FragmentSelector", {}).get("value", ""))[:64],
        exact=str(quote.get("exact", "")),
        prefix=str(quote.get("prefix", ""))[-CONTEXT:],
        suffix=str(quote.get("suffix", ""))[:CONTEXT],
        start=start,
        end=max(start, _count(position.get("end"))),
        body="\n\n".join(t for t in texts if t),
        purpose=purpose if purpose in PURPOSES else "quote",
        tags=tuple(dict.fromkeys(t.strip() for t in tags if t.strip())),
        shareable=True,
        sensitive=value.get("batea:sensitive") is True,
        created=str(value.get("created", ""))[:40],
        modified=str(value.get("modified", ""))[:40],
        creator=str(creator.get("name", ""))[:200] if isinstance(creator, dict) else "",
        origin=origin,
    )


def to_lines(notes: list[Note]) -> str:
    """One annotation a line, as packs and the mirror hold them."""
    rows = (json.dumps(to_annotation(n), ensure_ascii=False, sort_keys=True) for n in notes)
    return "".join(f"{row}\n" for row in rows)


def from_lines(text: str, name: str, origin: str) -> list[Note]:
    """The notes of a file with one annotation a line. Raises NotesUnreadable."""
    notes = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            if len(line.encode("utf-8")) > MAX_ANNOTATION_BYTES:
                raise ValueError("size")
            notes.append(from_annotation(json.loads(line), origin))
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise NotesUnreadable(name, number) from error
    return notes


def _uuid(value: Any) -> str:
    return str(uuid.UUID(str(value).removeprefix("urn:uuid:")))


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
