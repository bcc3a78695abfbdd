"""The page of the room: a day that is run, how late it is, the screen for the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent

from indexer.errors import KbError
from kb_app.app.asking import Asking
from kb_app.app.open_plan import OpenPlan
from kb_app.app.plan_rows import day_title, kind_word, translate
from kb_app.app.run_words import countdown, details_of, proposal_words, span
from kb_app.views.workshops.projector import Projector, ShownPage, second_screen
from kb_app.views.workshops.run import AgendaRow, NowRow, RunView, TimeRow
from kb_app.workshops import running
from kb_app.workshops.edits import accept
from kb_app.workshops.model import Block
from kb_app.workshops.projection import Page, groups_page, page_of
from kb_app.workshops.running import Run
from kb_app.workshops.timing import Proposal, clock_of, schedule

TICK_MS = 1000


class RunPage(QObject):
    """Connects view and screen with the plan that is open. `clock` tells the time."""

    def __init__(self, plan: OpenPlan, view: RunView) -> None:
        super().__init__(plan)
        self._plan = plan
        self._desk = plan.desk
        self.view = view
        self.clock: Callable[[], datetime] = datetime.now
        self.run: Run | None = None
        self.projector: Projector | None = None
        self._day = 0
        self._late = 0
        self._dark = False
        self._groups = False
        self._timer_ends: float | None = None
        self._timer_seconds = 0.0
        self._asking = Asking(plan, view)
        self._asking.changed.connect(self._show_screen)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.tick)
        view.asked.connect(self.ask)
        view.day_chosen.connect(self._choose_day)
        view.block_chosen.connect(self._go_to)
        view.step_chosen.connect(self._show_step)
        view.side.late_typed.connect(self._late_typed)
        plan.changed.connect(self._plan_changed)

    # --- opened and closed ------------------------------------------------------------------

    def open(self) -> None:
        """The page has come to the front: go on where the day was left."""
        workshop, store = self._plan.workshop, self._desk.program.store
        if self.run is None:
            remembered = store.setting(f"run:{workshop.id}")
            self.run = running.run_from_json(remembered, workshop)
            self._day = self.run.day if self.run else self._day_of_today()
        self._show()
        self._tick.start()
        self.view.setFocus()

    def close(self) -> None:
        """Another plan is opened, or the room is left for good."""
        self._tick.stop()
        self.run = None
        self._asking.leave()
        self._timer_ends = None
        if self.projector is not None:
            self.projector.close()

    def _day_of_today(self) -> int:
        today = self.clock().date().isoformat()
        days = self._plan.workshop.days
        return next((at for at, day in enumerate(days) if day.date == today), 0)

    # --- what is asked ----------------------------------------------------------------------

    def ask(self, deed: str) -> None:
        """Do a deed of the view."""
        deeds: dict[str, Callable[[], object]] = {
            "begin": self._begin,
            "next": lambda: self._step(1),
            "back": lambda: self._step(-1),
            "next-block": lambda: self._go(1),
            "projector": self._toggle_projector,
            "accept": self._accept,
            "question": self._toggle_question,
            "reveal": self._asking.reveal,
            "timer": self._toggle_timer,
            "dark": self._toggle_dark,
            "groups": self._toggle_groups,
        }
        if deed == "begin" or self.run is not None:
            deeds[deed]()

    def _now(self) -> int:
        moment = self.clock()
        return moment.hour * 60 + moment.minute

    def _begin(self) -> None:
        if self.run is None:
            self._set(running.start(self._plan.workshop, self._day, self._now()))
            if self.run is None:
                self._desk.say(translate("Run", "This day is empty."))

    def _choose_day(self, day: int) -> None:
        self._day = day
        self._asking.leave()
        self._set(None)

    def _step(self, by: int) -> None:
        assert self.run is not None
        if self._asking.is_on:
            self._asking.step(by)
            return
        workshop = self._plan.workshop
        steps = len(workshop.block(self.run.block).steps)
        if by > 0 and self.run.step >= steps:
            self._go(1)
        elif by < 0 and self.run.step == 0:
            self._go(-1)
        else:
            self._set(running.step(workshop, self.run, by))

    def _go(self, by: int) -> None:
        assert self.run is not None
        self._asking.leave()
        self._groups = False
        moved = running.go(self._plan.workshop, self.run, by, self._now())
        if moved is self.run and by > 0:
            self._desk.say(translate("Run", "That was the last block of the day."))
        self._late = 0
        self._set(moved)

    def _go_to(self, block: str) -> None:
        if self.run is not None:
            self._asking.leave()
            self._set(Run(self._day, block, self._now()))

    def _show_step(self, step: int) -> None:
        if self.run is not None and step >= 0:
            self._set(replace(self.run, step=step))
        self.view.setFocus()

    def _set(self, run: Run | None) -> None:
        self.run = run
        store, name = self._desk.program.store, f"run:{self._plan.workshop.id}"
        try:
            store.set_setting(name, running.run_to_json(run) if run else None)
        except KbError as error:
            self._desk.show_error(error)
        self._show()

    def _plan_changed(self) -> None:
        if self.run is not None and not running.held(self._plan.workshop, self.run):
            self.run = None
        if self.view.isVisible():
            self._show()

    # --- late ---------------------------------------------------------------------------------

    def proposals(self) -> list[Proposal]:
        """What could give now, for the minutes typed or those that are missing."""
        if self.run is None:
            return []
        return running.proposals(self._plan.workshop, self.run, self._now(), self._late)

    def _late_typed(self, minutes: int) -> None:
        self._late = minutes
        self._show_late()

    def _accept(self) -> None:
        proposals = self.proposals()
        if not proposals:
            return
        saved = sum(proposal.saved for proposal in proposals)
        self._late = 0
        self._plan.do(accept(self._plan.workshop, proposals))
        self._desk.say(self.tr("%n minute(s) won. Ctrl+Z goes back.", "", saved))

    def _toggle_question(self) -> None:
        if self._asking.is_on:
            self._asking.leave()
            self._show()
        else:
            self._asking.begin(self._block())

    # --- screen and timer -----------------------------------------------------------------------

    def _toggle_projector(self) -> None:
        if self.projector is not None:
            self.projector.close()
            return
        self.projector = Projector(self._desk.look, self._desk.window)
        self.projector.pressed.connect(self._pressed)
        self.projector.closed.connect(self._projector_closed)
        self._show_screen()
        if self.projector.open_for_room():
            self._desk.window.activateWindow()

    def _pressed(self, event: QKeyEvent) -> None:
        self.view.take_key(event)

    def _projector_closed(self) -> None:
        gone, self.projector = self.projector, None
        if gone is not None:
            gone.deleteLater()
        self._show_screen()

    def _toggle_dark(self) -> None:
        self._dark = not self._dark
        self._show_screen()

    def _toggle_groups(self) -> None:
        self._groups = not self._groups and bool(self._block().parallel)
        self._show_screen()

    def _toggle_timer(self) -> None:
        if self._timer_ends is None:
            self._timer_seconds = self.view.side.timer_box.value() * 60.0
            self._timer_ends = self.clock().timestamp() + self._timer_seconds
        else:
            self._timer_ends = None
        self.view.side.show_timer(self._timer_ends is not None)
        self.tick()

    # --- shown ----------------------------------------------------------------------------------

    def _block(self) -> Block:
        assert self.run is not None
        return self._plan.workshop.block(self.run.block)

    def _show(self) -> None:
        if not self._plan.is_open:
            return
        days = self._plan.workshop.days
        self._day = min(self._day, len(days) - 1)
        titles = [day_title(number, day) for number, day in enumerate(days, start=1)]
        self.view.show_days(titles, self._day)
        self._show_agenda()
        self.view.show_now(self._now_row() if self.run else None)
        if not self._asking.is_on:
            self.view.show_question(None)
        self._show_late()
        self.tick()

    def _show_agenda(self) -> None:
        day = self._plan.workshop.days[self._day]
        on = self.run.block if self.run else ""
        slots = schedule(day).slots
        ids = [slot.block.id for slot in slots]
        at = ids.index(on) if on in ids else -1
        starts = {slot.block.id: slot.start for slot in slots}
        if self.run is not None and at >= 0:
            starts |= dict(self.run.left)
            starts[on] = self.run.began
            rest = running.rest_of_day(self._plan.workshop, self.run, self._now())
            starts |= {slot.block.id: slot.start for slot in schedule(rest).slots}
        self.view.show_agenda(
            [
                AgendaRow(
                    slot.block.id,
                    clock_of(starts[slot.block.id]),
                    slot.block.title,
                    f"{slot.block.minutes}'",
                    "now" if place == at else "done" if place < at else "to-come",
                )
                for place, slot in enumerate(slots)
            ]
        )

    def _now_row(self) -> NowRow:
        assert self.run is not None
        block = self._block()
        following = running.following(self._plan.workshop, self.run)
        then = (
            translate("Run", "Then: {title}, {minutes} min").format(
                title=following.title, minutes=following.minutes
            )
            if following
            else translate("Run", "This is the last block of the day.")
        )
        minutes = translate("Run", "{minutes} min").format(minutes=block.minutes)
        return NowRow(
            f"{kind_word(block.kind)} · {minutes}", block.title, block.objective, block.steps,
            min(self.run.step, len(block.steps)), block.notes,
            details_of(block), then,
        )  # fmt: skip

    def _show_late(self) -> None:
        if self.run is None:
            self.view.side.show_late(0, [])
            return
        late = self._late or running.standing(self._plan.workshop, self.run, self._now()).late
        found = self.proposals()
        words = [proposal_words(one) for one in found]
        missing = late - sum(proposal.saved for proposal in found)
        if found and missing > 0:
            words.append(self.tr("%n minute(s) more would still be missing.", "", missing))
        self.view.side.show_late(late, words)

    def tick(self) -> None:
        """Show the time; called every second."""
        if self.run is None or not self._plan.is_open:
            self._show_screen()
            return
        stands = running.standing(self._plan.workshop, self.run, self._now())
        seconds = self._seconds_left()
        whole = max(1, self._block().minutes * 60)
        if stands.fixed_title:
            before = translate("Run", "before {title}").format(title=stands.fixed_title)
        else:
            before = translate("Run", "before the end of the day")
        if stands.late:
            spare = translate("Run", "{minutes} late {before}").format(
                minutes=span(stands.late), before=before
            )
        else:
            spare = translate("Run", "{minutes} to spare {before}").format(
                minutes=span(stands.spare), before=before
            )
        left, share = countdown(seconds), 1 - seconds / whole
        clock = self.clock().strftime("%H:%M")
        self.view.show_time(TimeRow(clock, left, share, seconds < 0, spare, stands.late > 0))
        if not self._late:
            self._show_late()
        self._show_screen()

    def _seconds_left(self) -> int:
        assert self.run is not None
        moment = self.clock()
        gone = (moment.hour * 60 + moment.minute - self.run.began) * 60 + moment.second
        return self._block().minutes * 60 - gone

    def _show_screen(self) -> None:
        has_groups = self.run is not None and bool(self._block().parallel)
        alone = second_screen(self.view) is None
        self.view.side.show_screen(self.projector is not None, self._dark, has_groups, alone)
        if self.projector is not None:
            self.projector.show_page(self._shown_page())

    def _shown_page(self) -> ShownPage:
        page = self._page()
        clock, share, ended = "", 0.0, False
        if self._timer_ends is not None:
            left = round(self._timer_ends - self.clock().timestamp())
            ended = left <= 0
            clock = translate("Run", "Time is up") if ended else countdown(left)
            share = 1 - max(0, left) / self._timer_seconds
        return ShownPage(
            page.kicker, page.title, page.below, page.bars, page.right, clock, share, ended,
            self._dark, page.groups,
        )  # fmt: skip

    def _page(self) -> Page:
        workshop = self._plan.workshop
        if self.run is None:
            return Page(workshop.venue, workshop.title)
        if self._asking.is_on:
            return self._asking.page()
        if self._groups:
            return groups_page(self._block())
        return page_of(workshop, self.run)
