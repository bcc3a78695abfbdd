"""Papers and report: from the open plan to one folder, or to one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kb_app.app.open_plan import OpenPlan
from kb_app.app.plan_rows import translate
from kb_app.app.saving import ask_where
from kb_app.export.agency import credits_of
from kb_app.export.exports import FORMATS, export_steps
from kb_app.export.material import Audience, Credits, Material
from kb_app.export.poster import POSTERS, save_poster
from kb_app.export.sheets import made_paper
from kb_app.export.workshop_folder import Folder, folder_name, folder_steps
from kb_app.jobs import Work
from kb_app.views.workshops.papers import PaperRow, PapersPage
from kb_app.workshops.checks import print_mark
from kb_app.workshops.edits import change_plan
from kb_app.workshops.papers import FOR_PARTICIPANTS, PAPERS, paper_name
from kb_app.workshops.result_papers import results_of

NOTES_AFTER_MS = 500
FORMS = {"slides": ("pptx",), "guide": ("docx", "pdf"), "workbook": ("docx", "pdf"),
         "agenda": (*POSTERS, "docx")}  # fmt: skip


class PaperMill(QObject):
    """Makes papers of the open plan; `printed` is called when a folder was made."""

    def __init__(self, plan: OpenPlan, view: PapersPage, printed: Callable[[], object]) -> None:
        super().__init__(plan)
        self._plan = plan
        self._desk = plan.desk
        self.view = view
        self._printed = printed
        self._typed = ""
        self._timer = plan.desk.later(NOTES_AFTER_MS, self.keep_notes)
        view.folder_asked.connect(self.ask_folder)
        view.paper_asked.connect(self._ask_paper)
        view.notes_changed.connect(self._notes_typed)

    def show(self) -> None:
        """Show the papers there are."""
        rows = []
        words = {"pdf": translate("Papers", "PDF…"), "docx": translate("Papers", "Word…"),
                 "pptx": translate("Papers", "PowerPoint…"),
                 "poster": translate("Papers", "Poster A3…"),
                 "tiles": translate("Papers", "In 4 sheets…")}  # fmt: skip
        for kind in PAPERS:
            if kind == "report":
                continue
            reader = (
                translate("Papers", "for participants")
                if _for_all(kind)
                else translate("Papers", "only for whoever facilitates")
            )
            forms = tuple((form, words[form]) for form in FORMS.get(kind, ("pdf",)))
            rows.append(PaperRow(kind, paper_name(kind, self._desk.ui), reader, forms))
        self.view.show_papers(rows)
        self.view.show_notes(self._plan.workshop.notes)

    # --- notes for the report -----------------------------------------------------------------

    def _notes_typed(self, text: str) -> None:
        self._typed = text
        self._timer.start()

    def keep_notes(self) -> None:
        """Take what was written for the report into the plan."""
        if self._timer.isActive() or self._typed:
            self._timer.stop()
            self._plan.do(change_plan(self._plan.workshop, notes=self._typed))
            self._typed = ""

    # --- papers -------------------------------------------------------------------------------

    def _credits(self) -> Credits:
        program = self._desk.program
        return credits_of(program.store, program.places.data)

    def material(self, kind: str) -> Material:
        """A paper for its reader."""
        workshop, program = self._plan.workshop, self._desk.program
        audience: Audience = "participant" if _for_all(kind) else "facilitator"
        entries = program.planner.entries()
        return made_paper(kind, audience, workshop, entries, program.room, self._credits())

    def _ask_paper(self, kind: str, form: str) -> None:
        self.keep_notes()
        ending = ".pdf" if form in POSTERS else FORMATS[form].ending
        workshop = self._plan.workshop
        paper = paper_name(form if form in POSTERS else kind, workshop.language)
        stem = f"{paper} · {workshop.title}".replace("/", "-")
        name = f"{stem.replace(':', '')[:80]}{ending}"
        ask_where(self.view, translate("Papers", "Save as"), name,
                  lambda path: self.save(kind, form, path))  # fmt: skip

    def save(self, kind: str, form: str, path: Path) -> None:
        """Write one paper beside the window; the person has agreed to replace a file."""
        work: Work = (
            save_poster(self._plan.workshop, form, self._credits(), path)
            if form in POSTERS
            else export_steps(self.material(kind), form, path, replace=True)
        )
        title = translate("Papers", "Saving {name}").format(name=path.name)
        self._desk.run(work, title, lambda _done: self._desk.say(
            translate("Papers", "Saved: {name}").format(name=path.name)))  # fmt: skip

    def ask_folder(self) -> None:
        """Ask where the folder shall be."""
        dialog = QFileDialog(self.view, translate("Papers", "Where the folder shall be"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.make_folder(Path(path)))
        dialog.open()

    def make_folder(self, parent: Path) -> None:
        """Make the folder with all papers beside the window."""
        self.keep_notes()
        self._plan.save()
        workshop = self._plan.workshop
        entries = dict(self._desk.program.planner.entries())
        results = results_of(self._desk.program.room, workshop)
        work = folder_steps(workshop, entries, parent, self._credits(), results)
        title = translate("Papers", "Making the folder “{name}”").format(name=folder_name(workshop))
        mark = print_mark(workshop)
        self._desk.run(work, title, lambda folder: self._have_folder(folder, workshop.id, mark))

    def _have_folder(self, folder: Folder, workshop_id: str, mark: str) -> None:
        self._desk.program.store.set_setting(f"printed:{workshop_id}", mark)
        words = self.tr("The folder “{name}” is ready: %n file(s).", "",
                          len(folder.files)).format(name=folder.path.name)  # fmt: skip
        self.view.notice.say(words, (translate("Papers", "Hide"), lambda: self.view.notice.say("")))
        self._desk.say(words)
        self._printed()


def _for_all(kind: str) -> bool:
    """Slides come with the speaker's notes here; the folder has them without, too."""
    return kind in FOR_PARTICIPANTS and kind != "slides"
