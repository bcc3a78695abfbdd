"""The knowledge checks of the modules, as questions that can be asked in the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer import tree
from indexer.documents import Edition, Entry
from kb_app.workshops.model import Workshop


@dataclass(frozen=True)
class Question:
    """A question of a knowledge check, with its answers and which are right."""

    text: str
    answers: tuple[str, ...]
    right: tuple[int, ...]
    reason: str


def questions(workshop: Workshop, entries: Mapping[str, Entry]) -> list[Question]:
    """The knowledge checks of the modules that the workshop uses, in order, each once."""
    lang = "en" if workshop.language == "en" else "es"
    found: list[Question] = []
    for uid in dict.fromkeys(block.entry for block in workshop.blocks() if block.entry):
        entry = entries.get(uid)
        if entry is not None and entry.kind == "module":
            found += questions_of(entry.edition(lang))
    return found


def questions_of(edition: Edition) -> list[Question]:
    """The questions of a module's knowledge check."""
    section = edition.document().section("check")
    found: list[Question] = []
    text = ""
    answers: list[tree.Item] = []
    for block in section.blocks if section else ():
        match block:
            case tree.Heading(_, children):
                text, answers = tree.inline_text(children), []
            case tree.ListBlock(items):
                answers = [item for item in items if item.checked is not None]
            case tree.Quote(inner) if text and answers:
                inside = tree.Document((tree.Section("", (), inner),))
                reason = " ".join(unit.text for unit in tree.units(inside))
                words = tuple(_item_text(item) for item in answers)
                right = tuple(i for i, item in enumerate(answers) if item.checked)
                found.append(Question(text, words, right, reason))
                text = ""
    return found


def _item_text(item: tree.Item) -> str:
    first = item.blocks[0] if item.blocks else None
    return tree.inline_text(first.children) if isinstance(first, tree.Paragraph) else ""
