"""Ready choices: what somebody wants it for, instead of a format and five switches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """A ready choice: the format it makes ("folder" is one for a workshop), whether it takes
    both languages, its name and what it is good for (Spanish, English).
    """

    id: str
    form: str
    es: str
    en: str
    for_es: str
    for_en: str
    both_languages: bool = False

    def name(self, ui: str) -> str:
        return self.en if ui == "en" else self.es

    def use(self, ui: str) -> str:
        """What it is good for, in a sentence."""
        return self.for_en if ui == "en" else self.for_es


FOLDER = "folder"
PRESETS: Mapping[str, Preset] = {
    row.id: row
    for row in (
        Preset(
            "brief", "brief", "Resumen para el despacho", "Brief for the minister",
            "Dos páginas, no más: lo que pasó, lo que no se sabe, qué hacer aquí.",
            "Two pages, no more: what happened, what is not known, what to do here.",
        ),
        Preset(
            "phone", "phone", "Para el teléfono", "For a phone",
            "Un EPUB ligero, con letra que se agranda y sin conexión.",
            "A light EPUB, with letters that grow and no connection.",
        ),
        Preset(
            "archive", "archive", "Para el archivo", "For the archive",
            "Todo en un ZIP, en los dos idiomas y en todas las formas, con su huella.",
            "All in one ZIP, in both languages and every form, with its fingerprint.", True,
        ),
        Preset(
            "workshop", FOLDER, "Carpeta del taller", "Workshop folder",
            "Lo que se reparte y lo que no, en dos carpetas listas para imprimir.",
            "What is handed out and what is not, in two folders ready to print.",
        ),
    )
}  # fmt: skip
