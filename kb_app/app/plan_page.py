"""The page of the plan: what is asked of blocks and days becomes edits, and rows again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from indexer.errors import KbError
from kb_app.app.open_plan import OpenPlan
from kb_app.app.plan_lanes import DEEDS, Lanes
from kb_app.app.plan_rows import (
    DayRows,
    changes_of,
    check_rows,
    draft_of,
    material_rows,
    source_rows,
    translate,
)
from kb_app.packs.merge import word_diff
from kb_app.views.workshops.dialogs import DayDialog, DifferenceDialog
from kb_app.views.workshops.plan import PlanView
from kb_app.workshops.checks import findings, materials
from kb_app.workshops.edits import (
    accept,
    add_block,
    add_day,
    change_block,
    change_day,
    duplicate_block,
    move_block,
    remove_block,
    remove_day,
    shift_block,
)
from kb_app.workshops.model import Block, new_id
from kb_app.workshops.planner import method_block
from kb_app.workshops.timing import minutes_of, relief

STEP_MINUTES = 5
BREAK_MINUTES = 15
CHECK_AFTER_MS = 120


class PlanPage(QObject):
    """Connects the view of the plan with the open plan. `folder_asked`: the papers."""

    folder_asked = Signal()

    def __init__(self, plan: OpenPlan, view: PlanView) -> None:
        super().__init__(plan)
        self._plan = plan
        self._desk = plan.desk
        self.view = view
        self._rows = DayRows()
        self._lanes = Lanes(plan, view)
        self._checker = plan.desk.later(CHECK_AFTER_MS, self.show_checks)
        view.asked.connect(self.ask)
        view.chosen.connect(self._chosen)
        view.moved.connect(self._moved)
        view.source_dropped.connect(self.add_source)
        view.day_asked.connect(self._ask_day)
        view.side.source_asked.connect(lambda ref: self.add_source(ref, *self._place_after()))
        view.side.check_deed.connect(self._check_deed)
        view.side.editor.changed.connect(self._edited)
        view.side.editor.asked.connect(self.ask)
        plan.changed.connect(self._changed)

    # --- shown --------------------------------------------------------------------------

    def show(self) -> None:
        """Show everything anew: another plan, another language, another library."""
        self._rows.forget()
        self._show_sources()
        self._changed()
        self.show_checks()

    def _changed(self) -> None:
        if not self._plan.is_open:
            return
        self.view.show_days(self._rows.of(self._plan.workshop))
        self._show_block()
        self._checker.start()

    def show_checks(self) -> None:
        """Show what is missing and what to bring."""
        if not self._plan.is_open:
            return
        workshop, program = self._plan.workshop, self._desk.program
        printed = str(program.store.setting(f"printed:{workshop.id}", ""))
        found = findings(workshop, program.planner.entries(), printed)
        people = self.tr("Materials for %n person(s)", "", workshop.participants)
        self.view.side.checks.show_rows(
            check_rows(found, self._desk.ui, workshop.language),
            people,
            material_rows(materials(workshop)),
        )

    def _show_sources(self) -> None:
        program = self._desk.program
        lang = self._plan.workshop.language
        self.view.side.add.show_rows(
            source_rows(program.catalogue, program.planner.methods(), lang)
        )

    def _show_block(self) -> None:
        block = self._find(self.view.chosen_block())
        self.view.side.editor.show_block(draft_of(block) if block else None)

    def _find(self, block_id: str) -> Block | None:
        return next((b for b in self._plan.workshop.blocks() if b.id == block_id), None)

    def _chosen(self, _block_id: str) -> None:
        self._show_block()

    # --- edits --------------------------------------------------------------------------

    def act(self, action: str) -> bool:
        """Do an action of the list; False when it is none of the plan's."""
        kind, _dot, deed = action.partition(".")
        if kind != "block":
            return False
        self.ask(deed, self.view.chosen_block())
        return True

    def ask(self, deed: str, block_id: str) -> None:
        """Do what is asked of a block, or of the plan."""
        if deed == "add":
            self._add_block()
        elif deed == "find":
            self.view.side.turn_to("add")
            self.view.side.add.words.setFocus()
        elif deed == "add-day":
            self._plan.do(add_day(self._plan.workshop))
        elif (block := self._find(block_id)) is not None:
            self._ask_block(deed, block)

    def _ask_block(self, deed: str, block: Block) -> None:
        plan, workshop = self._plan, self._plan.workshop
        lane = self.view.chosen_lane() if block.id == self.view.chosen_block() else -1
        if lane >= 0 and deed in DEEDS:
            self._lanes.ask(deed, block, lane)
            return
        match deed:
            case "edit":
                self.view.choose(block.id, lane)
                self.view.side.turn_to("block")
                self._show_block()
                self.view.side.editor.begin(lane)
            case "add-lane":
                self._lanes.add(block)
            case "earlier" | "later":
                plan.do(shift_block(workshop, block.id, -1 if deed == "earlier" else 1))
                self.view.choose(block.id, focus=True)
            case "day-before" | "day-after":
                self._to_other_day(block, -1 if deed == "day-before" else 1)
            case "shorter" | "longer":
                by = -STEP_MINUTES if deed == "shorter" else STEP_MINUTES
                plan.do(change_block(workshop, block.id, minutes=block.minutes + by))
            case "duplicate":
                self._duplicate(block)
            case "remove":
                self._remove(block)
            case "open":
                self._desk.open_entry(block.entry, workshop.language, section=block.section)
            case "save-method":
                self._save_method(block)

    def _add_block(self) -> None:
        day, place = self._place_after()
        block = Block(new_id(), translate("Plan", "New block"))
        self._plan.do(add_block(self._plan.workshop, day, block, place))
        self._ask_block("edit", block)

    def _place_after(self) -> tuple[int, int]:
        """The place behind the chosen block, or the end of the day that is worked on."""
        workshop, chosen = self._plan.workshop, self.view.chosen_block()
        if self._find(chosen) is None:
            day = min(self.view.chosen_day(), len(workshop.days) - 1)
            return day, len(workshop.days[day].blocks)
        day = workshop.day_of(chosen)
        return day, [b.id for b in workshop.days[day].blocks].index(chosen) + 1

    def _to_other_day(self, block: Block, by: int) -> None:
        workshop = self._plan.workshop
        to = workshop.day_of(block.id) + by
        if 0 <= to < len(workshop.days):
            place = len(workshop.days[to].blocks) if by < 0 else 0
            self._plan.do(move_block(workshop, block.id, to, place))
            self.view.choose(block.id, focus=True)

    def _duplicate(self, block: Block) -> None:
        changed = duplicate_block(self._plan.workshop, block.id)
        blocks = changed.days[changed.day_of(block.id)].blocks
        twin = blocks[[b.id for b in blocks].index(block.id) + 1]
        self._plan.do(changed)
        self.view.choose(twin.id, focus=True)
        self._show_block()

    def _remove(self, block: Block) -> None:
        workshop = self._plan.workshop
        blocks = workshop.days[workshop.day_of(block.id)].blocks
        at = [b.id for b in blocks].index(block.id)
        near = blocks[at + 1] if at + 1 < len(blocks) else blocks[at - 1] if at else None
        self._plan.do(remove_block(workshop, block.id))
        self.view.choose(near.id if near else "", focus=True)
        self._show_block()
        self._desk.say(translate("Plan", "Taken out. Ctrl+Z brings it back."))

    def _save_method(self, block: Block) -> None:
        try:
            self._desk.program.planner.save_as_method(block)
        except KbError as error:
            self._desk.show_error(error)
            return
        self._show_sources()
        self._desk.say(translate("Plan", "Kept. It is now among the methods."))

    def _moved(self, block_id: str, day: int, place: int) -> None:
        workshop = self._plan.workshop
        if self._find(block_id) is None:
            return
        blocks = [b.id for b in workshop.days[day].blocks]
        if block_id in blocks and blocks.index(block_id) < place:
            place -= 1  # the place is counted without the block itself
        self._plan.do(move_block(workshop, block_id, day, place))
        self.view.choose(block_id, focus=True)

    def add_source(self, ref: str, day: int, place: int) -> None:
        """Put an entry ("entry:<uid>") or a method ("method:<id>") into a day."""
        kind, _colon, name = ref.partition(":")
        planner, workshop = self._desk.program.planner, self._plan.workshop
        try:
            if kind == "method":
                method = next((m for m in planner.methods() if m.id == name), None)
                blocks = [method_block(method, workshop.language)] if method else []
            else:
                blocks = planner.blocks_of(name, workshop.language)
            changed = planner.add(workshop, day, blocks, place)
        except KbError as error:
            self._desk.show_error(error)
            return
        if blocks:
            self._plan.do(changed)
            self.view.choose(blocks[-1].id, focus=True)
            self._show_block()
            words = self.tr("%n block(s) added. Ctrl+Z takes them out.", "", len(blocks))
            self._desk.say(words)

    def _edited(self, block_id: str, changes: dict[str, Any]) -> None:
        block = self._find(block_id)
        if block is None:
            return
        made = changes_of(changes)
        if "anchor" in made and not _clock(str(made["anchor"])):
            made["anchor"] = block.anchor
            self._desk.say(translate("Plan", "A time is written like 12:00."))
        self._plan.do(change_block(self._plan.workshop, block_id, **made))

    # --- days ---------------------------------------------------------------------------

    def _ask_day(self, position: int) -> None:
        day = self._plan.workshop.days[position]
        fields = {"title": day.title, "date": day.date, "start": day.start, "end": day.end}
        more_than_one = len(self._plan.workshop.days) > 1
        dialog = DayDialog(self._desk.look, self._desk.window, fields, more_than_one)
        dialog.agreed.connect(lambda changed: self._change_day(position, changed))
        dialog.removed.connect(lambda: self._remove_day(position))
        dialog.open()

    def _change_day(self, position: int, changed: dict[str, str]) -> None:
        day = self._plan.workshop.days[position]
        for name in ("start", "end"):
            if minutes_of(changed[name]) is None:
                changed[name] = getattr(day, name)
                self._desk.say(translate("Plan", "A time is written like 12:00."))
        self._plan.do(change_day(self._plan.workshop, position, **changed))

    def _remove_day(self, position: int) -> None:
        self._plan.do(remove_day(self._plan.workshop, position))
        self._desk.say(translate("Plan", "Taken out. Ctrl+Z brings it back."))

    # --- what is missing ------------------------------------------------------------------

    def _check_deed(self, deed: str, block_id: str) -> None:
        workshop = self._plan.workshop
        block = self._find(block_id)
        if deed == "folder":
            self.folder_asked.emit()
        elif block is None:
            return
        elif deed == "show":
            self.view.choose(block_id, focus=True)
            self._show_block()
        elif deed == "edit":
            self._ask_block("edit", block)
        elif deed == "give":
            self._give(workshop.day_of(block_id))
        elif deed == "break":
            self._put_break(block)
        elif deed == "difference":
            self._show_difference(block)

    def _give(self, day: int) -> None:
        proposals = relief(self._plan.workshop.days[day])
        if not proposals:
            self._desk.say(translate("Plan", "Nothing in this day may be shorter."))
            return
        saved = sum(proposal.saved for proposal in proposals)
        self._plan.do(accept(self._plan.workshop, proposals))
        self._desk.say(self.tr("%n minute(s) won. Ctrl+Z goes back.", "", saved))

    def _put_break(self, block: Block) -> None:
        workshop = self._plan.workshop
        day = workshop.day_of(block.id)
        place = [b.id for b in workshop.days[day].blocks].index(block.id)
        pause = Block(new_id(), translate("Plan", "Break"), "break", BREAK_MINUTES, priority=1)
        if workshop.language != self._desk.ui:
            pause = replace(pause, title="Break" if workshop.language == "en" else "Descanso")
        self._plan.do(add_block(workshop, day, pause, place))
        self.view.choose(pause.id, focus=True)

    def _show_difference(self, block: Block) -> None:
        planner = self._desk.program.planner
        edition = self._desk.edition(block.entry, self._plan.workshop.language)
        if edition is None:
            return
        before = planner.pinned_text(block, edition.lang)
        if before is None:
            words = translate("Plan", "The text of that time was not kept here.")
            changes = [("equal", words)]
        else:
            changes = [(change.kind, change.text) for change in word_diff(before, edition)]
        title = edition.front.title
        dialog = DifferenceDialog(self._desk.look, self._desk.window, title, changes)
        dialog.decided.connect(lambda what: self._decide(block.id, what))
        dialog.open()

    def _decide(self, block_id: str, what: str) -> None:
        planner, workshop = self._desk.program.planner, self._plan.workshop
        change = planner.take_newer if what == "take" else planner.keep_older
        self._plan.do(change(workshop, block_id))


def _clock(text: str) -> bool:
    return not text.strip() or minutes_of(text) is not None
