"""The words of a workshop that is run: time left, what could give, who works where."""

from __future__ import annotations

from kb_app.app.plan_rows import translate
from kb_app.workshops.model import Block
from kb_app.workshops.timing import Proposal


def details_of(block: Block) -> str:
    """Who leads a block and what it needs, and below that each of its groups."""
    leads = ", ".join(f"{role}: {name}" for role, name in block.roles.items() if name)
    needs = ", ".join(need.item for need in block.needs)
    lines = [" · ".join(part for part in (leads, needs) if part)]
    for group in block.parallel:
        parts = (group.task, group.room, group.facilitator)
        lines.append(f"{group.title}: {' · '.join(part for part in parts if part)}".rstrip(": "))
    return "\n".join(line for line in lines if line)


def proposal_words(proposal: Proposal) -> str:
    """What would give, and by how much."""
    if proposal.minutes:
        words = translate("Run", "“{title}”: from {before} to {after} min")
    else:
        words = translate("Run", "Leave out “{title}” ({before} min)")
    return words.format(
        title=proposal.block.title, before=proposal.block.minutes, after=proposal.minutes
    )


def span(minutes: int) -> str:
    """ "12 min", "4 h 55 min"."""
    if minutes < 60:
        return translate("Run", "{minutes} min").format(minutes=minutes)
    words = translate("Run", "{hours} h {minutes} min")
    return words.format(hours=minutes // 60, minutes=minutes % 60)


def countdown(seconds: int) -> str:
    """ "4:05", "-0:30" when the time is over."""
    sign = "-" if seconds < 0 else ""
    seconds = abs(seconds)
    return f"{sign}{seconds // 60}:{seconds % 60:02d}"
