"""Notes as W3C Web Annotations in JSON-LD, out and in (W3C Recommendation, 23 Feb 2017)."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from typing import Any

from kb_app.notes.errors import NotesUnreadable
from kb_app.notes.model import CONTEXT, PURPOSES, Note

CONTEXTS = ["http://www.w3.org/ns/anno.jsonld", {"batea": "urn:batea:"}]
MAX_ANNOTATION_BYTES = 64 * 1024
MAX_FILE_BYTES = 16 * 1024 * 1024
# W3C motivations; ours are more precise and travel in `batea:purpose`.
_MOTIVATIONS = {
    "quote": "highlighting",
    "question": "questioning",
    "example": "commenting",
    "use": "bookmarking",
}
_PURPOSES = {motivation: ours for ours, motivation in reversed(_MOTIVATIONS.items())}
_NOTHING: Mapping[str, Any] = {}
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


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
        "@context": CONTEXTS,
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
    for mark, given in (
        ("sensitive", note.sensitive), ("private", not note.shareable), ("attached", note.attached),
    ):  # fmt: skip
        if given:
            annotation[f"batea:{mark}"] = True
    return annotation


def from_annotation(value: Mapping[str, Any], origin: str) -> Note:
    """A note from an annotation, ours or another program's.

    The shorter spellings of the standard are understood: one body or target instead of a
    list, a text instead of a body, `bodyValue`. Raises ValueError where it lacks what a note
    needs: which entry it is about.
    """
    target = next((t for t in _listed(value.get("target")) if isinstance(t, dict)), None)
    if target is None:
        raise ValueError("target")
    by_type: dict[Any, Mapping[str, Any]] = {}
    for selector in _listed(target.get("selector")):
        if isinstance(selector, dict):
            by_type.setdefault(selector.get("type"), selector)
    quote = by_type.get("TextQuoteSelector", _NOTHING)
    position = by_type.get("TextPositionSelector", _NOTHING)
    texts: list[str] = []
    tags: list[str] = []
    for body in _listed(value.get("body")):
        held = body if isinstance(body, dict) else {"value": body}
        words = tags if held.get("purpose") == "tagging" else texts
        words.append(str(held.get("value", "")))
    purpose = value.get("batea:purpose")
    if purpose not in PURPOSES:
        motivations = _listed(value.get("motivation"))
        motivation = next((m for m in motivations if isinstance(m, str)), "")
        purpose = _PURPOSES.get(motivation, "quote")
    creator = next(iter(_listed(value.get("creator"))), "")
    start = _count(position.get("start"))
    return Note(
        id=_note_id(value.get("id")),
        uid=_uuid(target.get("source")),
        lang=str(target.get("language", "es"))[:35],
        sha256=str(target.get("batea:sha256", ""))[:64],
        section=str(by_type.get("FragmentSelector", _NOTHING).get("value", ""))[:64],
        exact=str(quote.get("exact", "")),
        prefix=str(quote.get("prefix", ""))[-CONTEXT:],
        suffix=str(quote.get("suffix", ""))[:CONTEXT],
        start=start,
        end=max(start, _count(position.get("end"))),
        body="\n\n".join(t for t in (*texts, str(value.get("bodyValue", ""))) if t),
        purpose=purpose,
        tags=tuple(dict.fromkeys(t.strip() for t in tags if t.strip())),
        shareable=value.get("batea:private") is not True,
        sensitive=value.get("batea:sensitive") is True,
        created=str(value.get("created", ""))[:40],
        modified=str(value.get("modified", ""))[:40],
        creator=str(creator.get("name", "") if isinstance(creator, dict) else creator)[:200],
        origin=origin,
        attached=value.get("batea:attached") is True,
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _note_id(value: Any) -> str:
    """The UUID of `urn:uuid:…`; for another program's address always the same one."""
    text = str(value or "")
    if not text:
        raise ValueError("id")
    try:
        return _uuid(text)
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, text))


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


def from_file(data: bytes, name: str, origin: str) -> list[Note]:
    """The notes of a colleague's file: a page or collection of W3C annotations in JSON-LD, a
    list of them, one alone, or one a line. Raises NotesUnreadable.
    """
    if len(data) > MAX_FILE_BYTES:
        raise NotesUnreadable(name, 0)
    try:
        text = data.decode("utf-8-sig")
        held = json.loads(text)
    except RecursionError:
        raise NotesUnreadable(name, 0) from None
    except UnicodeDecodeError as error:
        raise NotesUnreadable(name, data[: error.start].count(b"\n") + 1) from error
    except ValueError:
        return from_lines(text, name, origin)
    if isinstance(held, dict):
        first = held.get("first")
        page = first if isinstance(first, dict) else held
        held = page["items"] if isinstance(page.get("items"), list) else [held]
    notes = []
    for number, item in enumerate(_listed(held), start=1):
        try:
            notes.append(from_annotation(item, origin))
        except (ValueError, TypeError, AttributeError) as error:
            raise NotesUnreadable(name, number) from error
    return notes


def _uuid(value: Any) -> str:
    text = str(value).removeprefix("urn:uuid:")
    return text if _UUID.fullmatch(text) else str(uuid.UUID(text))


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
