"""The foot of the window: what there is, whether it is up to date and saved, what is running."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from kb_app.views.parts.words import Retranslated, button


class Status(Retranslated, QStatusBar):
    """Shows plain sentences; tells when the person wants long work to stop."""

    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(4, 0, 16, 0)
        self.library, self.index, self.saved = QLabel(), QLabel(), QLabel()
        self.library.setObjectName("statusLibrary")
        self.index.setObjectName("statusIndex")
        self.saved.setObjectName("statusSaved")
        self._offline = QLabel()
        for made in (self.library, self.index, self.saved):
            made.setContentsMargins(8, 0, 8, 0)
            self.addWidget(made)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        self._what = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._cancel = button("", "link", self.cancel_asked.emit)
        for made in (self._what, self._bar, self._cancel):
            row.addWidget(made)
        self.addPermanentWidget(self._work)
        self.addPermanentWidget(self._offline)
        self._offline.setContentsMargins(8, 0, 14, 0)
        self._work.hide()
        self.set_texts()

    def set_texts(self) -> None:
        self._offline.setText(self.tr("Without connection · nothing leaves this computer"))
        self._cancel.setText(self.tr("Cancel"))

    def show_work(self, title: str, done: int = 0, total: int = 0) -> None:
        """What is being done and how far it is; an empty title ends it."""
        self._work.setVisible(bool(title))
        self._what.setText(title)
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
