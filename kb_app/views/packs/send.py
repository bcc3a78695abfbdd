"""What leaves, for whom, in which form: one assistant for packs and for exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.packs.preview import Preview
from kb_app.views.parts.words import button, label

PACK = "batea"
WAIT_MS = 250
WIDTH, HEIGHT = 1180, 660


@dataclass(frozen=True)
class Wish:
    """What the person wants to send. `what` is "texts", "compare" or "notes"; `lang` may be
    "both".
    """

    uids: tuple[str, ...]
    form: str
    what: str
    audience: str
    lang: str
    title: str
    notes: bool
    sign: bool


@dataclass(frozen=True)
class Form:
    """A form to choose: its id, its word, a sentence on what it is good for; `parted` from
    those before it by a line.
    """

    id: str
    word: str
    use: str = ""
    parted: bool = False


class SendDialog(QDialog):
    """`changed` tells each change of the wish (for size and preview); `save_asked` the last."""

    changed = Signal(Wish)
    save_asked = Signal(Wish)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._quiet = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(lambda: self.changed.emit(self.wish()))
        self.filter = QLineEdit()
        self.filter.setObjectName("sendFilter")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setObjectName("sendList")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemChanged.connect(self._later)
        self._count = label("", "muted", wrap=False)
        self._none = button("", "link", lambda: self._tick(False))
        self._all = button("", "link", lambda: self._tick(True))
        self._boxes = {name: _box(f"send{name.title()}") for name in
                       ("form", "what", "audience", "lang")}  # fmt: skip
        self.form, self.audience = self._boxes["form"], self._boxes["audience"]
        self.what, self.lang = self._boxes["what"], self._boxes["lang"]
        for box in self._boxes.values():
            box.activated.connect(self._later)
        self._use = label("", "small")
        self.title = QLineEdit()
        self.title.setObjectName("sendTitle")
        self.title.textEdited.connect(self._later)
        self.notes, self.sign = QCheckBox(), QCheckBox()
        self.notes.setObjectName("sendNotes")
        self.sign.setObjectName("sendSign")
        for check in (self.notes, self.sign):
            check.toggled.connect(self._later)
        self._papers = label("", "small")
        self._papers.setObjectName("sendPapers")
        self._size = label("", "strong")
        self._size.setObjectName("sendSize")
        self._leaves_title = label("", "muted")
        self.leaves = QPlainTextEdit()
        self.leaves.setObjectName("sendLeaves")
        self.leaves.setReadOnly(True)
        self.leaves.setTabChangesFocus(True)
        self.preview = Preview(look)
        self.save = button("", "primary", lambda: self.save_asked.emit(self.wish()))
        self.save.setObjectName("sendSave")
        self._close = button("", "", self.reject)
        self._labels = {name: label("", "strong", wrap=False) for name in
                        ("form", "what", "audience", "lang", "title")}  # fmt: skip
        self._options = QScrollArea()
        self._rows: dict[str, QWidget] = {}
        self._uses: dict[str, str] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.filter)
        left.addWidget(self.list, 1)
        under = QHBoxLayout()
        under.addWidget(self._count, 1)
        under.addWidget(self._all)
        under.addWidget(self._none)
        left.addLayout(under)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 8, 0)
        middle.setSpacing(10)
        fields: dict[str, QWidget] = {**self._boxes, "title": self.title}
        for name in ("form", "what", "audience", "lang", "title"):
            self._rows[name] = QWidget()
            column = QVBoxLayout(self._rows[name])
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(self._labels[name])
            column.addWidget(fields[name])
            if name == "form":
                column.addWidget(self._use)
            middle.addWidget(self._rows[name])
        middle.addWidget(self.notes)
        middle.addWidget(self.sign)
        middle.addWidget(self._papers)
        middle.addStretch()
        inner = QWidget()
        inner.setLayout(middle)
        options = self._options
        options.setFrameShape(QFrame.Shape.NoFrame)
        options.setWidgetResizable(True)
        options.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        options.setWidget(inner)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.preview, 1)
        right.addWidget(self._size)
        right.addWidget(self._leaves_title)
        right.addWidget(self.leaves)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left, 5)
        row.addWidget(options, 4)
        row.addLayout(right, 5)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._close)
        foot.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addLayout(row, 1)
        whole.addLayout(foot)

    def _fit(self) -> None:
        """As large as its text asks for, and no larger than the window below it."""
        room = self.parentWidget().window().size() - QSize(24, 24)
        wanted = QSize(self._look.px(WIDTH), self._look.px(HEIGHT))
        self.leaves.setFixedHeight(self._look.px(112))
        # What has words to choose among is not cut: the list and the picture give way.
        inner = self._options.widget().minimumSizeHint().width()
        self._options.setMinimumWidth(inner + self._options.verticalScrollBar().sizeHint().width())
        self.resize(wanted.boundedTo(room))

    def open_with(
        self,
        entries: Sequence[tuple[str, str]],
        ticked: Sequence[str],
        forms: Sequence[Form],
        form: str,
        lang: str,
        what: str = "texts",
    ) -> None:
        """Offer entries (uid, words) and forms, some already chosen, and open."""
        self._quiet = True
        self._set_texts()
        self._offer_entries(entries, set(ticked))
        self._uses = {one.id: one.use for one in forms}
        self.form.clear()
        for one in forms:
            if one.parted:
                self.form.insertSeparator(self.form.count())
            self.form.addItem(one.word, one.id)
        for box, choice in ((self.form, form), (self.lang, lang), (self.what, what)):
            box.setCurrentIndex(max(0, box.findData(choice)))
        self.filter.clear()
        self.title.clear()
        self.preview.clear()
        self._quiet = False
        self._fit()
        self.open()
        self._later()

    def _offer_entries(self, entries: Sequence[tuple[str, str]], chosen: set[str]) -> None:
        self.list.clear()
        first: QListWidgetItem | None = None
        for uid, words in entries:
            item = QListWidgetItem(words)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.UserRole, uid)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if uid in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            first = first or (item if uid in chosen else None)
        if first is not None:
            self.list.setCurrentItem(first)
            self.list.scrollToItem(first, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _set_texts(self) -> None:
        self.setWindowTitle(self.tr("Send or export"))
        self.filter.setPlaceholderText(self.tr("Look among the texts"))
        self.filter.setAccessibleName(self.tr("Look among the texts"))
        self.list.setAccessibleName(self.tr("Texts to send"))
        self._all.setText(self.tr("All"))
        self._none.setText(self.tr("None"))
        fields: dict[str, QWidget] = {**self._boxes, "title": self.title}
        for name, text in (
            ("form", self.tr("As")),
            ("what", self.tr("What goes in")),
            ("audience", self.tr("For")),
            ("lang", self.tr("Language")),
            ("title", self.tr("Title")),
        ):
            self._labels[name].setText(text)
            self._labels[name].setBuddy(fields[name])
            fields[name].setAccessibleName(text)
        choices = {
            "what": (
                ("texts", self.tr("The texts")),
                ("compare", self.tr("The texts side by side (two to four)")),
                ("notes", self.tr("Only my notes on them")),
            ),
            "audience": (
                ("participant", self.tr("Participants, without answers")),
                ("facilitator", self.tr("Whoever facilitates")),
            ),
            "lang": (
                ("es", self.tr("Spanish")),
                ("en", self.tr("English")),
                ("both", self.tr("Spanish and English")),
            ),
        }
        for name, rows in choices.items():
            self._boxes[name].clear()
            for choice, words in rows:
                self._boxes[name].addItem(words, choice)
        self.title.setPlaceholderText(self.tr("That of the text"))
        self.notes.setText(self.tr("With my notes that may be shared"))
        self.sign.setText(self.tr("Signed, so that they know it is from us"))
        self._papers.setText(
            self.tr(
                "The papers of a workshop, all in one folder: in Workshops, open the workshop "
                "and go to “Papers and report”."
            )
        )
        self.save.setText(self.tr("Save as…"))
        self._close.setText(self.tr("Cancel"))

    def wish(self) -> Wish:
        """What is chosen now."""
        items = [self.list.item(row) for row in range(self.list.count())]
        uids = tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )
        return Wish(
            uids,
            self.form.currentData() or PACK,
            self.what.currentData() or "texts",
            self.audience.currentData() or "participant",
            self.lang.currentData() or "es",
            self.title.text().strip(),
            self.notes.isChecked(),
            self.sign.isChecked(),
        )

    def show_size(self, words: str, usable: bool) -> None:
        """How large it will be, or why it cannot be; whether it can be saved."""
        self._size.setText(words)
        self.save.setEnabled(usable)

    def show_rows(self, title: str, rows: Sequence[str]) -> None:
        """What leaves, or what does not: one row for each."""
        self._leaves_title.setText(title)
        self.leaves.setAccessibleName(title)
        self.leaves.setPlainText("\n".join(rows))
        for made in (self.leaves, self._leaves_title):
            made.setVisible(bool(rows))

    def _later(self, *_args: object) -> None:
        if self._quiet:
            return
        is_pack = self.form.currentData() == PACK
        for name in ("what", "audience", "lang"):
            self._rows[name].setVisible(not is_pack)
        self.sign.setVisible(is_pack)
        self._papers.setVisible(not is_pack)
        self.notes.setVisible(is_pack or self.what.currentData() == "texts")
        use = self._uses.get(self.form.currentData(), "")
        self._use.setText(use)
        self._use.setVisible(bool(use))
        count = len(self.wish().uids)
        self._count.setText(self.tr("%n text(s) chosen", "", count))
        self.preview.fade()
        self._timer.start()

    def _tick(self, on: bool) -> None:
        self._quiet = True
        for row in range(self.list.count()):
            item = self.list.item(row)
            if not item.isHidden():
                state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
                item.setCheckState(state)
        self._quiet = False
        self._later()

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            text = item.text().casefold()
            item.setHidden(not all(word in text for word in wanted))


def _box(name: str) -> QComboBox:
    """A choice that takes the width it is given, whatever its words."""
    made = QComboBox()
    made.setObjectName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made
