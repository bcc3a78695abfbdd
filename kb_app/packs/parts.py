"""Plans and collections in a pack: what they must be to be taken in."""

from __future__ import annotations

from typing import Any

from kb_app.library.collections import Item
from kb_app.packs.errors import PackJsonBad
from kb_app.workshops.model import workshop_from_json

WORKSHOPS = "data/workshops/"
COLLECTIONS = "data/collections/"
KNOWN_COLLECTION_FIELDS = frozenset(("id", "title", "remark", "items"))


def check_workshop(value: Any, name: str) -> None:
    """Raises PackJsonBad unless a plan can be made of it and it lies under its own id."""
    try:
        if not isinstance(value, dict):
            raise ValueError("object")
        plan = workshop_from_json(value)
    except ValueError as error:
        raise PackJsonBad(name, str(error)[:60]) from error
    if name != f"{WORKSHOPS}{plan.id}.json":
        raise PackJsonBad(name, "id")


def check_collection(value: Any, name: str) -> None:
    """Raises PackJsonBad unless a collection can be made of it, under its own id."""
    if not isinstance(value, dict):
        raise PackJsonBad(name, "object")
    if name != f"{COLLECTIONS}{value.get('id')}.json":
        raise PackJsonBad(name, "id")
    if not all(isinstance(value.get(key, ""), str) for key in ("title", "remark")):
        raise PackJsonBad(name, "title, remark")
    rows = value.get("items", [])
    if not isinstance(rows, list) or not all(_is_item(row) for row in rows):
        raise PackJsonBad(name, "items")


def _is_item(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and isinstance(row.get("uid"), str)
        and isinstance(row.get("remark", ""), str)
    )


def items_of(value: dict[str, Any]) -> list[Item]:
    """What a checked collection holds, in order."""
    return [Item(row["uid"], row.get("remark", "")) for row in value.get("items", [])]
