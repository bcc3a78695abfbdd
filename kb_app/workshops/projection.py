"""What the room sees. Built by inclusion from what is for everybody: a page has no place for
a facilitator's note, a key or a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from kb_app.workshops.model import Block, Workshop
from kb_app.workshops.questions import Question
from kb_app.workshops.running import Run


@dataclass(frozen=True)
class Page:
    """One page of the projector: a small word above, one idea, a line below; `bars` are
    answers with their hands (letter, words, hands) and `right` which of them are lit; `groups`
    work at the same time (name, task, place).
    """

    kicker: str
    title: str
    below: str = ""
    bars: tuple[tuple[str, str, int], ...] = ()
    right: tuple[int, ...] = ()
    groups: tuple[tuple[str, str, str], ...] = ()


def page_of(workshop: Workshop, run: Run) -> Page:
    """The page of the block that is on: its title and objective, or one of its steps; of
    what is only to be prepared, the title of the workshop.
    """
    block = workshop.block(run.block)
    if block.kind == "logistics":  # what the team prepares is no matter of the room
        return Page(workshop.venue, workshop.title)
    if run.step == 0 or run.step > len(block.steps):
        return Page(workshop.title, block.title, block.objective)
    return Page(block.title, block.steps[run.step - 1], f"{run.step} / {len(block.steps)}")


def groups_page(block: Block) -> Page:
    """Who works where, for a block with groups at the same time."""
    groups = tuple((one.title, one.task, one.room) for one in block.parallel)
    return Page("", block.title, groups=groups)


def question_page(
    question: Question, number: int, hands: dict[int, int], show_right: bool = False
) -> Page:
    """A question for a show of hands. The right answers are lit only when asked for."""
    bars = tuple(
        (chr(97 + at), answer, hands.get(at, 0)) for at, answer in enumerate(question.answers)
    )
    return Page(str(number), question.text, "", bars, question.right if show_right else ())
