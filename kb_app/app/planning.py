"""Talleres: the list of workshops, the one that is open, and its pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from indexer.errors import KbError
from kb_app.app.agreed_page import AgreedPage
from kb_app.app.desk import Desk
from kb_app.app.open_plan import OpenPlan
from kb_app.app.papers_page import PaperMill
from kb_app.app.people_page import PeoplePage
from kb_app.app.plan_page import PlanPage
from kb_app.app.plan_rows import meta_words, plan_row, template_word
from kb_app.app.rooms import Room
from kb_app.app.running import RunPage
from kb_app.app.tests_page import TestsPage
from kb_app.views.workshops.dialogs import PlanDialog, PlanDraft
from kb_app.views.workshops.room import WorkshopsRoom
from kb_app.views.workshops.rows import Head
from kb_app.workshops.edits import change_plan, with_days
from kb_app.workshops.model import Workshop
from kb_app.workshops.planner import copy_of

DEFAULT_TEMPLATE = "three-days"
PARTICIPANTS, GROUP_SIZE = 25, 5
TABS = {"plan": "plan", "room": "run", "people": "people", "tests": "tests", "agreed": "agreed",
        "papers": "papers"}  # fmt: skip


class Planning(Room):
    """Connects the room with plans, and its pages with the one that is open."""

    def __init__(self, desk: Desk) -> None:
        self.view = WorkshopsRoom(desk.look)
        super().__init__(desk, self.view)
        self.plan = OpenPlan(desk)
        self.page = PlanPage(self.plan, self.view.plan)
        self.running = RunPage(self.plan, self.view.run)
        self.papers = PaperMill(self.plan, self.view.papers, self.page.show_checks)
        self.tables = {
            "people": PeoplePage(self.plan, self.view.people),
            "tests": TestsPage(self.plan, self.view.tests),
            "agreed": AgreedPage(self.plan, self.view.agreed),
        }
        self._deleted: Workshop | None = None
        self.view.list.asked.connect(self._ask)
        self.view.workspace.asked.connect(self._asked)
        self.view.workspace.turned.connect(self.turn_to)
        self.page.folder_asked.connect(self.papers.ask_folder)
        self.plan.changed.connect(self._show_head)
        desk.ui_changed.connect(lambda _ui: self._worded())
        desk.look.changed.connect(self._show_list)
        last = desk.state.text("workshop")
        if last and any(plan.id == last for plan in desk.program.workshops.all()):
            self.open(last)

    # --- the room -----------------------------------------------------------------------

    def shown(self) -> None:
        self._show_list()
        self._offer()
        self.page.show_checks()
        if not self.view.in_workspace():
            self.view.list.begin()

    def left(self) -> None:
        self._finish()
        self.desk.window.actions_list.set_planning(False)

    def leaving(self) -> None:
        self._finish()
        self.running.close()

    def _finish(self) -> None:
        """Take what is still being written, and save."""
        if self.plan.is_open:
            self.view.plan.side.editor.tell()
            self.papers.keep_notes()
            self.plan.save()

    def library_changed(self) -> None:
        if self.plan.is_open:
            self.page.show()

    def act(self, action: str) -> bool:
        if action == "workshop.new":
            self.ask_new()
        elif not self.view.in_workspace():
            return False
        elif action in ("undo", "redo"):
            self._asked(action)
        elif action.startswith("workshop."):
            deed = action.removeprefix("workshop.")
            self.turn_to(TABS[deed]) if deed in TABS else self._asked(deed)
        else:
            return self.page.act(action)
        return True

    def _worded(self) -> None:
        self._show_list()
        if self.plan.is_open:
            self._show_head()
            self.page.show()
            self.turn_to(self.view.workspace.page())

    def _offer(self) -> None:
        self.desk.window.actions_list.set_planning(self.view.in_workspace())

    # --- the list -----------------------------------------------------------------------

    def _show_list(self) -> None:
        program = self.desk.program
        people, agreed = program.room.counts()
        rows = [
            plan_row(plan, people.get(plan.id, 0), agreed.get(plan.id, 0))
            for plan in program.workshops.all()
        ]
        names = [*reversed(program.planner.templates()), ""]
        self.view.list.show_rows(rows, [(name, template_word(name)) for name in names])
        self.desk.window.navigation.set_count("workshops", len(rows))

    def _ask(self, deed: str, what: str) -> None:
        try:
            if deed == "new":
                self.ask_new(what)
            elif deed == "open":
                self.open(what)
            elif deed == "delete":
                self._delete(what)
            else:
                self._copy(what, as_template=deed == "template")
        except KbError as error:
            self.desk.show_error(error)

    def _copy(self, workshop_id: str, as_template: bool) -> None:
        program = self.desk.program
        held = program.workshops.get(workshop_id)
        words = self.tr("{title} (template)") if as_template else self.tr("{title} (copy)")
        twin = copy_of(held, words.format(title=held.title))
        if as_template:
            twin = replace(twin, extra={**twin.extra, "template": True})
        program.workshops.save(twin)
        self._show_list()

    def _delete(self, workshop_id: str) -> None:
        workshops = self.desk.program.workshops
        self._deleted = workshops.get(workshop_id)
        workshops.delete(workshop_id)
        if self.plan.is_open and self.plan.workshop.id == workshop_id:
            self.plan.close()
        self.view.list.notice.say(
            self.tr("“{title}” was deleted.").format(title=self._deleted.title),
            (self.tr("Bring back"), self._bring_back),
        )
        self._show_list()

    def _bring_back(self) -> None:
        if self._deleted is not None:
            self.desk.program.workshops.save(self._deleted)
            self._deleted = None
        self.view.list.notice.say("")
        self._show_list()

    # --- new and about ------------------------------------------------------------------

    def ask_new(self, template: str = DEFAULT_TEMPLATE) -> None:
        """Ask what the new workshop is."""
        planner = self.desk.program.planner
        names = [*reversed(planner.templates()), ""]
        templates = [(name, template_word(name)) for name in names]
        templates += [(plan.id, plan.title) for plan in planner.own_templates()]
        draft = PlanDraft("", template, self.desk.ui, PARTICIPANTS, GROUP_SIZE, "", (), "")
        dialog = PlanDialog(self.desk.look, self.desk.window, draft, self._audiences(), templates)
        dialog.agreed.connect(self.create)
        dialog.open()

    def _audiences(self) -> list[tuple[str, str]]:
        terms = self.desk.program.vocabulary.ids("audiences")
        return [(term, self.desk.label("audiences", term)) for term in terms]

    def create(self, draft: PlanDraft) -> None:
        """Make a workshop and open it."""
        program = self.desk.program
        try:
            made = program.planner.create(draft.title, draft.language, draft.template)
            program.workshops.save(_with_draft(made, draft))
        except KbError as error:
            self.desk.show_error(error)
            return
        self.desk.say_saved()
        self._show_list()
        self.open(made.id)

    def _about(self) -> None:
        plan = self.plan.workshop
        first = plan.days[0].date if plan.days else ""
        draft = PlanDraft(plan.title, "", plan.language, plan.participants, plan.group_size,
                          plan.venue, plan.audiences, first, plan.notes)  # fmt: skip
        dialog = PlanDialog(self.desk.look, self.desk.window, draft, self._audiences())
        dialog.agreed.connect(lambda changed: self.plan.do(_with_draft(self.plan.workshop,
                                                                       changed)))  # fmt: skip
        dialog.open()

    # --- the open one -------------------------------------------------------------------

    def open(self, workshop_id: str) -> None:
        """Open a workshop at its plan."""
        plan = self.desk.program.workshops.get(workshop_id)
        self._finish()
        self.running.close()
        self.desk.state.put(workshop=plan.id)
        self.plan.open(plan)
        self.page.show()
        self.view.show_workspace()
        self.turn_to("plan")
        self._offer()

    def turn_to(self, page: str) -> None:
        """Show a page of the open workshop."""
        self._finish()
        if page in self.tables:
            self.tables[page].show()
        elif page == "papers":
            self.papers.show()
        self.view.workspace.turn_to(page)
        if page == "run":
            self.running.open()
        elif page == "plan":
            self.view.plan.begin()
        elif page in self.tables:
            self.view.workspace.panels()[1].setFocus()

    def _asked(self, deed: str) -> None:
        if deed == "back":
            self._finish()
            self.running.close()
            self.desk.state.put(workshop="")
            self.view.show_list()
            self._show_list()
            self._offer()
        elif deed == "about":
            self._about()
        elif deed == "undo":
            self.view.plan.side.editor.tell()
            self.plan.undo()
        elif deed == "redo":
            self.plan.redo()
        elif deed == "folder":
            self.papers.ask_folder()
        elif deed == "run":
            self.turn_to("run")
            self.running.ask("begin")

    def _show_head(self) -> None:
        plan = self.plan.workshop
        self.view.workspace.show_head(
            Head(plan.title, meta_words(plan), self.plan.can_undo, self.plan.can_redo)
        )


def _with_draft(plan: Workshop, draft: PlanDraft) -> Workshop:
    changed = change_plan(
        plan, title=draft.title, language=draft.language, participants=draft.participants,
        group_size=draft.group_size, venue=draft.venue, audiences=draft.audiences,
        notes=draft.notes,
    )  # fmt: skip
    if draft.date and draft.date != plan.days[0].date:
        first = date.fromisoformat(draft.date)
        dates = [(first + timedelta(days=at)).isoformat() for at in range(len(plan.days))]
        changed = with_days(changed, dates)
    return changed


def make(desk: Desk) -> Room:
    """The room, for the window."""
    return Planning(desk)
