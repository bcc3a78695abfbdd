"""Where a file shall be: asked in the one dialog that every room uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(
    parent: QWidget | None, title: str, name: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a place, offering a name; `then` is called with what was chosen. A name that is
    typed without an ending gets that of the offered one.
    """
    dialog = QFileDialog(parent, title, name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()
    return dialog
