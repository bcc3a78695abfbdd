"""The groups of a block that work at the same time: added, moved, doubled and taken out."""

from __future__ import annotations

from dataclasses import replace

from kb_app.app.open_plan import OpenPlan
from kb_app.app.plan_rows import translate
from kb_app.views.workshops.plan import PlanView
from kb_app.workshops.edits import change_block, move_lane
from kb_app.workshops.model import Block, Parallel
from kb_app.workshops.paper_words import t

DEEDS = ("earlier", "later", "day-before", "day-after", "duplicate", "remove")


class Lanes:
    """Edits of groups in the plan that is open; the view stays on the group."""

    def __init__(self, plan: OpenPlan, view: PlanView) -> None:
        self._plan = plan
        self._view = view
        view.lane_moved.connect(self.moved)

    def add(self, block: Block) -> None:
        """One more group; a block without any gets two."""
        groups, team = list(block.parallel), t("team", self._plan.workshop.language)
        while len(groups) < max(2, len(block.parallel) + 1):
            groups.append(Parallel(f"{team} {len(groups) + 1}"))
        self._change(block, groups, len(groups) - 1)

    def ask(self, deed: str, block: Block, lane: int) -> None:
        """Do one of `DEEDS` to a group: Alt and arrows move it beside the others, or to the
        next block with groups.
        """
        groups = list(block.parallel)
        if deed in ("day-before", "day-after"):
            to = lane + (1 if deed == "day-after" else -1)
            if 0 <= to < len(groups):
                self._move(block.id, lane, block.id, to)
        elif deed in ("earlier", "later"):
            self._to_other_block(block, lane, 1 if deed == "later" else -1)
        elif deed == "duplicate":
            groups.insert(lane + 1, replace(groups[lane]))
            self._change(block, groups, lane + 1)
        else:
            del groups[lane]
            self._change(block, groups, min(lane, len(groups) - 1))
            self._plan.desk.say(translate("Plan", "Taken out. Ctrl+Z brings it back."))

    def moved(self, block_id: str, lane: int, to: str, place: int) -> None:
        """A group was dropped: `place` is counted with the group itself."""
        held = {block.id: block for block in self._plan.workshop.blocks()}
        if block_id not in held or to not in held or lane >= len(held[block_id].parallel):
            return  # an undo took it away while it was dragged
        if block_id == to and lane < place:
            place -= 1
        self._move(block_id, lane, to, place)

    def _to_other_block(self, block: Block, lane: int, by: int) -> None:
        workshop = self._plan.workshop
        blocks = workshop.days[workshop.day_of(block.id)].blocks
        at = blocks.index(block)
        rest = blocks[at + 1 :] if by > 0 else tuple(reversed(blocks[:at]))
        to = next((other for other in rest if other.parallel), None)
        if to is None:
            self._plan.desk.say(
                translate("Plan", "No other block of this day has groups at the same time.")
            )
        else:
            self._move(block.id, lane, to.id, len(to.parallel))

    def _move(self, block_id: str, lane: int, to: str, place: int) -> None:
        self._plan.do(move_lane(self._plan.workshop, block_id, lane, to, place))
        self._view.choose(to, place, focus=True)

    def _change(self, block: Block, groups: list[Parallel], lane: int) -> None:
        self._plan.do(change_block(self._plan.workshop, block.id, parallel=tuple(groups)))
        self._view.choose(block.id, lane, focus=True)
