"""Small questions: what a workshop is, what a day is, what changed in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.difference import difference_html
from kb_app.views.parts.numbers import number_box
from kb_app.views.parts.words import button, label

ISO = "yyyy-MM-dd"


@dataclass(frozen=True)
class PlanDraft:
    """What a workshop is, apart from its days. `template` only counts for a new one."""

    title: str
    template: str
    language: str
    participants: int
    group_size: int
    venue: str
    audiences: tuple[str, ...]
    date: str
    notes: str = ""


def resize_within(dialog: QDialog, look: Look, width: int, height: int) -> None:
    """Give a dialog a size at 100 % of text, but never more than the window below it has."""
    room = dialog.parentWidget().size()
    dialog.resize(min(look.px(width), room.width()), min(look.px(height), room.height()))


class _Form(QDialog):
    """A form with two buttons; opened, never executed."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.look = look
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setVerticalSpacing(9)
        self.take = button("", "primary", self.accept)
        self.take.setObjectName("dialogTake")
        self.take.setDefault(True)
        self.leave = button(self.tr("Cancel"), "", self.reject)
        self.foot = QHBoxLayout()
        self.foot.addStretch()
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.take)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(14)
        self.column.addLayout(self.form)
        self.column.addLayout(self.foot)

    def row(self, word: str, field: QWidget) -> None:
        """A field with its word, which is also what is read aloud."""
        name = label(word, "strong", wrap=False)
        name.setBuddy(field)
        field.setAccessibleName(word)
        self.form.addRow(name, field)


class PlanDialog(_Form):
    """A new workshop, or what an old one is. `agreed` tells the draft."""

    agreed = Signal(PlanDraft)

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        draft: PlanDraft,
        audiences: Sequence[tuple[str, str]],
        templates: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("planDialog")
        is_new = bool(templates)
        self.setWindowTitle(self.tr("New workshop") if is_new else self.tr("About the workshop"))
        self._draft = draft
        self.title = QLineEdit(draft.title)
        self.title.setObjectName("planTitle")
        self.title.setPlaceholderText(self.tr("Gender and artisanal mining · Quimistán"))
        self.template = QComboBox()
        self.template.setObjectName("planTemplate")
        for template, word in templates:
            self.template.addItem(word, template)
        self.template.setCurrentIndex(max(0, self.template.findData(draft.template)))
        self.language = QComboBox()
        self.language.setObjectName("planLanguage")
        self.language.addItem(self.tr("Spanish"), "es")
        self.language.addItem(self.tr("English"), "en")
        self.language.setCurrentIndex(self.language.findData(draft.language))
        self.participants = number_box("planParticipants", 0, 10_000, draft.participants)
        self.group_size = number_box("planGroupSize", 1, 1000, draft.group_size)
        self.venue = QLineEdit(draft.venue)
        self.venue.setObjectName("planVenue")
        self.dated = QCheckBox(self.tr("The date is known"))
        self.date = QDateEdit(QDate.fromString(draft.date, ISO) if draft.date else _today())
        self.date.setCalendarPopup(True)
        self.dated.setChecked(bool(draft.date))
        self.date.setEnabled(bool(draft.date))
        self.dated.toggled.connect(self.date.setEnabled)
        self.audiences = QListWidget()
        self.audiences.setMaximumHeight(look.px(112))
        for term, word in audiences:
            item = QListWidgetItem(word)
            item.setData(Qt.ItemDataRole.UserRole, term)
            ticked = term in draft.audiences
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.audiences.addItem(item)
        self.notes = QPlainTextEdit(draft.notes)
        self.notes.setObjectName("planNotes")
        self.notes.setTabChangesFocus(True)
        self.notes.setMaximumHeight(look.px(64))
        self.row(self.tr("Title"), self.title)
        if is_new:
            self.row(self.tr("Begin from"), self.template)
        self.row(self.tr("Language of the room"), self.language)
        self.row(self.tr("People expected"), self.participants)
        self.row(self.tr("People a group"), self.group_size)
        self.row(self.tr("Place"), self.venue)
        when = QWidget()
        line = QHBoxLayout(when)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.dated)
        line.addWidget(self.date, 1)
        self.date.setAccessibleName(self.tr("First day"))
        self.row(self.tr("First day"), when)
        self.row(self.tr("For whom"), self.audiences)
        if not is_new:
            self.row(self.tr("Notes for the report"), self.notes)
        self.take.setText(self.tr("Make the plan") if is_new else self.tr("Save"))
        self.take.setEnabled(bool(draft.title.strip()))
        self.title.textChanged.connect(lambda text: self.take.setEnabled(bool(text.strip())))
        self.accepted.connect(lambda: self.agreed.emit(self.draft()))
        self.resize(look.px(560), self.sizeHint().height())
        self.title.setFocus()

    def draft(self) -> PlanDraft:
        """What is filled in."""
        items = [self.audiences.item(at) for at in range(self.audiences.count())]
        return PlanDraft(
            self.title.text().strip(),
            self.template.currentData() or "",
            self.language.currentData(),
            self.participants.value(),
            self.group_size.value(),
            self.venue.text().strip(),
            tuple(
                item.data(Qt.ItemDataRole.UserRole)
                for item in items
                if item.checkState() == Qt.CheckState.Checked
            ),
            self.date.date().toString(ISO) if self.dated.isChecked() else "",
            self.notes.toPlainText(),
        )


class DayDialog(_Form):
    """What a day is: title, date, hours. `agreed` tells the fields; `removed` asks to take
    the day out.
    """

    agreed = Signal(dict)
    removed = Signal()

    def __init__(
        self, look: Look, parent: QWidget, day: dict[str, str], can_be_removed: bool
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("dayDialog")
        self.setWindowTitle(self.tr("About the day"))
        self.fields = {name: QLineEdit(day[name]) for name in ("title", "date", "start", "end")}
        words = {
            "title": self.tr("Title"),
            "date": self.tr("Date (2026-05-12)"),
            "start": self.tr("Begins at (8:30)"),
            "end": self.tr("Ends at (16:30)"),
        }
        for name, line in self.fields.items():
            line.setObjectName(f"day_{name}")
            self.row(words[name], line)
        gone = button(self.tr("Take the day out"), "danger", self._remove)
        gone.setEnabled(can_be_removed)
        self.foot.insertWidget(0, gone)
        self.take.setText(self.tr("Save"))
        self.accepted.connect(
            lambda: self.agreed.emit({name: line.text().strip() for name, line in
                                      self.fields.items()})
        )  # fmt: skip
        self.resize(look.px(460), self.sizeHint().height())

    def _remove(self) -> None:
        self.removed.emit()
        self.reject()


class DifferenceDialog(QDialog):
    """The pinned text and the newer one, word by word. `decided` tells "take" or "keep"."""

    decided = Signal(str)

    def __init__(
        self, look: Look, parent: QWidget, title: str, changes: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("differenceDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What is different"))
        text = QTextEdit()
        text.setObjectName("differenceText")
        text.setReadOnly(True)
        text.setHtml(difference_html(changes, look.tokens))
        text.setAccessibleName(self.tr("What is different"))
        take = button(self.tr("Take the newer one"), "primary", lambda: self._decide("take"))
        keep = button(self.tr("Keep the one I planned with"), "", lambda: self._decide("keep"))
        take.setObjectName("takeNewer")
        keep.setObjectName("keepOlder")
        foot = QHBoxLayout()
        foot.addWidget(button(self.tr("Decide later"), "", self.reject))
        foot.addStretch()
        foot.addWidget(keep)
        foot.addWidget(take)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(self.tr("Struck out: no longer there. Bold: new."), "muted"))
        column.addWidget(text, 1)
        column.addLayout(foot)
        resize_within(self, look, 760, 560)

    def _decide(self, what: str) -> None:
        self.accept()
        self.decided.emit(what)


def _today() -> QDate:
    return QDate.currentDate()
