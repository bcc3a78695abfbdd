"""The knowledge checks of the modules, as questions that can be asked in the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer import tree
from indexer.documents import Edition, Entry
from kb_app.workshops.model import Workshop

# Read aloud with time to think, twelve questions take twenty minutes.
TEST_LENGTH = 12


@dataclass(frozen=True)
class Question:
    """A question of a knowledge check, with its answers and which are right."""

    text: str
    answers: tuple[str, ...]
    right: tuple[int, ...]
    reason: str


def questions(workshop: Workshop, entries: Mapping[str, Entry]) -> list[Question]:
    """The test before and after: from the modules that the workshop uses, one question of
    each in turn until there are enough, in the order of the modules.
    """
    lang = "en" if workshop.language == "en" else "es"
    modules = [
        entries[uid].edition(lang)
        for uid in dict.fromkeys(block.entry for block in workshop.blocks() if block.entry)
        if uid in entries and entries[uid].kind == "module"
    ]
    found = [questions_of(module) for module in modules]
    taken = [0] * len(found)
    while sum(taken) < TEST_LENGTH and any(t < len(q) for t, q in zip(taken, found, strict=True)):
        for at, some in enumerate(found):
            if taken[at] < len(some) and sum(taken) < TEST_LENGTH:
                taken[at] += 1
    return [q for some, count in zip(found, taken, strict=True) for q in some[:count]]


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
