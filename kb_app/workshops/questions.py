"""The knowledge checks of the modules, as questions that can be asked in the room.

A question is known by its module and its place there ("<uid>#check-3"), the same in every
language: a plan says by these ids which questions its test before and after has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer import tree
from indexer.documents import Edition, Entry
from kb_app.workshops.errors import QuestionMissing
from kb_app.workshops.model import Workshop

# Read aloud with time to think, twelve questions take twenty minutes.
TEST_LENGTH = 12
MINUTES_A_QUESTION = 20 / 12


@dataclass(frozen=True)
class Question:
    """A question of a knowledge check, with its answers and which are right."""

    id: str
    text: str
    answers: tuple[str, ...]
    right: tuple[int, ...]
    reason: str


def questions(workshop: Workshop, entries: Mapping[str, Entry]) -> list[Question]:
    """The test before and after: the questions that were chosen and are still there, else
    those that are proposed. `entries` by uid.
    """
    if not workshop.test:
        return proposed(workshop, entries)
    held = {
        question.id: question for asked in offered(workshop, entries).values() for question in asked
    }
    return [held[question] for question in dict.fromkeys(workshop.test) if question in held]


def proposed(workshop: Workshop, entries: Mapping[str, Entry]) -> list[Question]:
    """One question of each module in turn until there are enough, in the order of the modules."""
    found = list(offered(workshop, entries, chosen=False).values())
    taken = [0] * len(found)
    while sum(taken) < TEST_LENGTH and any(t < len(q) for t, q in zip(taken, found, strict=True)):
        for at, some in enumerate(found):
            if taken[at] < len(some) and sum(taken) < TEST_LENGTH:
                taken[at] += 1
    return [q for some, count in zip(found, taken, strict=True) for q in some[:count]]


def offered(
    workshop: Workshop, entries: Mapping[str, Entry], chosen: bool = True
) -> dict[str, list[Question]]:
    """The questions of each module that the plan uses, by uid in the order of the plan; of
    those of which one was `chosen`, too, though no block uses them any more.
    """
    uids = workshop.uses() if chosen else tuple(
        dict.fromkeys(block.entry for block in workshop.blocks() if block.entry)
    )  # fmt: skip
    return {
        uid: questions_of(entries[uid].edition("en" if workshop.language == "en" else "es"))
        for uid in uids
        if uid in entries and entries[uid].kind == "module"
    }


def lost_questions(workshop: Workshop, entries: Mapping[str, Entry]) -> int:
    """How many of the chosen questions are no longer in the library."""
    chosen = set(workshop.test)
    return len(chosen) - len(questions(workshop, entries)) if chosen else 0


def find_question(asked: Sequence[Question], wanted: str, slugs: Mapping[str, str]) -> str:
    """The id of the question that is meant by its id, the beginning of it, or "slug#check-3".
    `slugs` by uid. Raises QuestionMissing.
    """
    module, _sign, name = wanted.partition("#")
    found = [
        one.id
        for one in asked
        for uid, _, place in [one.id.partition("#")]
        if place == name and (slugs[uid] == module or (len(module) > 3 and uid.startswith(module)))
    ]
    if len(found) != 1:
        raise QuestionMissing(wanted)
    return found[0]


def questions_of(edition: Edition) -> list[Question]:
    """The questions of a module's knowledge check."""
    section = edition.document().section("check")
    found: list[Question] = []
    text = name = ""
    answers: list[tree.Item] = []
    for block in section.blocks if section else ():
        match block:
            case tree.Heading(_, children):
                text, answers = tree.inline_text(children), []
                name = f"{edition.uid}#{block.id}"
            case tree.ListBlock(items):
                answers = [item for item in items if item.checked is not None]
            case tree.Quote(inner) if text and answers:
                inside = tree.Document((tree.Section("", (), inner),))
                reason = " ".join(unit.text for unit in tree.units(inside))
                words = tuple(_item_text(item) for item in answers)
                right = tuple(i for i, item in enumerate(answers) if item.checked)
                found.append(Question(name, text, words, right, reason))
                text = ""
    return found


def _item_text(item: tree.Item) -> str:
    first = item.blocks[0] if item.blocks else None
    return tree.inline_text(first.children) if isinstance(first, tree.Paragraph) else ""
