"""The language of menus and messages, switched while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kb_app.views.look import RESOURCES

LOCALES = {"es": "es_HN", "en": "en_US"}


class Language:
    """Installs the translations of the program and those of Qt's own dialogs."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self.current = ""

    def set(self, ui: str) -> None:
        """Speak Spanish ("es") or English ("en") from now on."""
        self.silence()
        self.current = "en" if ui == "en" else "es"
        QLocale.setDefault(QLocale(LOCALES[self.current]))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{self.current}", qt),
            (f"batea_{self.current}", str(RESOURCES / "translations")),
        ):
            translator = QTranslator(QCoreApplication.instance())
            if translator.load(name, folder):
                self._installed.append(translator)
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)

    def silence(self) -> None:
        """Take the translations out again: the next window brings its own."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
