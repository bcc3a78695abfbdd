"""What leaves, for whom, in which form: one assistant for packs and for exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kb_app.views.look import Look
from kb_app.views.parts.words import button, label

PACK = "batea"
WAIT_MS = 250


@dataclass(frozen=True)
class Wish:
    """What the person wants to send."""

    uids: tuple[str, ...]
    form: str
    audience: str
    lang: str
    title: str
    notes: bool
    sign: bool


class SendDialog(QDialog):
    """`changed` tells each change of the wish (for size and preview); `save_asked` the last."""

    changed = Signal(Wish)
    save_asked = Signal(Wish)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(lambda: self.changed.emit(self.wish()))
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setObjectName("sendList")
        self.list.itemChanged.connect(self._later)
        self._count = label("", "muted")
        self._none = button("", "link", lambda: self._tick(False))
        self._all = button("", "link", lambda: self._tick(True))
        self.form, self.audience, self.lang = QComboBox(), QComboBox(), QComboBox()
        self.form.setObjectName("sendForm")
        for box in (self.form, self.audience, self.lang):
            box.activated.connect(self._later)
        self.title = QLineEdit()
        self.title.setObjectName("sendTitle")
        self.title.textEdited.connect(self._later)
        self.notes, self.sign = QCheckBox(), QCheckBox()
        self.notes.setObjectName("sendNotes")
        self.sign.setObjectName("sendSign")
        for box in (self.notes, self.sign):
            box.toggled.connect(self._later)
        self._size = label("", "strong")
        self._leaves_title = label("", "muted")
        self.leaves = QPlainTextEdit()
        self.leaves.setReadOnly(True)
        self.leaves.setMaximumHeight(look.px(120))
        self._preview = QLabel()
        self._preview.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.save = button("", "primary", lambda: self.save_asked.emit(self.wish()))
        self.save.setObjectName("sendSave")
        self._close = button("", "", self.reject)
        self._quiet = True
        self._labels = {name: label("", "strong", wrap=False) for name in
                        ("form", "audience", "lang", "title")}  # fmt: skip
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
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, field in (("form", self.form), ("audience", self.audience), ("lang", self.lang),
                            ("title", self.title)):  # fmt: skip
            form.addRow(self._labels[name], field)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(self.notes)
        right.addWidget(self.sign)
        right.addWidget(self._size)
        right.addWidget(self._leaves_title)
        right.addWidget(self.leaves)
        right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 5)
        row.addLayout(right, 4)
        row.addWidget(self._preview, 4)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._close)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self.resize(self._look.px(1120), self._look.px(620))

    def open_with(
        self,
        entries: Sequence[tuple[str, str]],
        ticked: Sequence[str],
        forms: Sequence[tuple[str, str]],
        form: str,
        lang: str,
    ) -> None:
        """Offer entries (uid, words) and forms (id, word), some already chosen, and open."""
        self._quiet = True
        self._set_texts()
        self.list.clear()
        chosen = set(ticked)
        for uid, words in entries:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, uid)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if uid in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if uid in chosen:
                self.list.scrollToItem(item)
        self.form.clear()
        for form_id, word in forms:
            self.form.addItem(word, form_id)
        self.form.setCurrentIndex(max(0, self.form.findData(form)))
        self.lang.setCurrentIndex(1 if lang == "en" else 0)
        self.title.clear()
        self._quiet = False
        self.open()
        self._later()

    def _set_texts(self) -> None:
        self.setWindowTitle(self.tr("Send or export"))
        self.filter.setPlaceholderText(self.tr("Look among the texts"))
        self.filter.setAccessibleName(self.tr("Look among the texts"))
        self.list.setAccessibleName(self.tr("Texts to send"))
        self._all.setText(self.tr("All"))
        self._none.setText(self.tr("None"))
        for name, text in (
            ("form", self.tr("As")),
            ("audience", self.tr("For")),
            ("lang", self.tr("Language")),
            ("title", self.tr("Title")),
        ):
            self._labels[name].setText(text)
        self._labels["form"].setBuddy(self.form)
        self.audience.clear()
        self.audience.addItem(self.tr("Participants: without keys and facilitator's notes"),
                              "participant")  # fmt: skip
        self.audience.addItem(self.tr("Whoever facilitates"), "facilitator")
        self.lang.clear()
        self.lang.addItem(self.tr("Spanish"), "es")
        self.lang.addItem(self.tr("English"), "en")
        self.title.setPlaceholderText(self.tr("That of the text"))
        self.notes.setText(self.tr("With my notes that may be shared"))
        self.sign.setText(self.tr("Signed, so that they know it is from us"))
        self._leaves_title.setText(self.tr("Names and free texts that leave:"))
        self.leaves.setAccessibleName(self.tr("Names and free texts that leave:"))
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
            self.audience.currentData() or "participant",
            self.lang.currentData() or "es",
            self.title.text().strip(),
            self.notes.isChecked(),
            self.sign.isChecked(),
        )

    def show_size(self, words: str, leaves: Sequence[str], usable: bool) -> None:
        """How large it will be, and what it takes out."""
        self._size.setText(words)
        self.leaves.setPlainText("\n".join(leaves))
        for made in (self.leaves, self._leaves_title):
            made.setVisible(bool(leaves))
        self.save.setEnabled(usable)

    def show_preview(self, picture: QPixmap | None, alternative: str = "") -> None:
        """Show the first page as it will be."""
        width = self._look.px(300)
        if picture is None or picture.isNull():
            self._preview.setText(alternative)
            self._preview.setVisible(bool(alternative))
            return
        scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        self._preview.setPixmap(scaled)
        self._preview.setAccessibleName(alternative)
        self._preview.show()

    def _later(self, *_args: object) -> None:
        if self._quiet:
            return
        is_pack = self.form.currentData() == PACK
        self.audience.setEnabled(not is_pack)
        self.lang.setEnabled(not is_pack)
        self.sign.setEnabled(is_pack)
        count = len(self.wish().uids)
        self._count.setText(self.tr("%n text(s) chosen", "", count))
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
