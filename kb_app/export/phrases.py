"""The fixed words of exported material, in the language of the material."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from indexer.documents import Edition, Source
from kb_app.dates import long_date as long_date
from kb_app.dates import short_date

RUNNING_SIGNS = 54
_PHRASES: Mapping[str, tuple[str, str]] = {
    "contents": ("Contenido", "Contents"),
    "sources": ("Fuentes", "Sources"),
    "checked": ("revisada", "checked"),
    "accessed": ("consulta", "accessed"),
    "unmeasured": ("Lo que nadie midió", "What nobody measured"),
    "evidence": ("Solidez de la evidencia", "Strength of the evidence"),
    "strong": ("fuerte", "strong"),
    "moderate": ("media", "moderate"),
    "limited": ("limitada", "limited"),
    "notes": ("Notas", "Notes"),
    "margin-notes": (
        "Los comentarios al margen son de quien prepara; no son parte del texto.",
        "Comments in the margin are by whoever prepares; they are not of the text.",
    ),
    "several": ("Mujeres en la minería artesanal", "Women in artisanal mining"),
    "notes-of-reader": ("Notas de quien prepara", "Notes of whoever prepares"),
    "analysis": ("Análisis", "Analysis"),
    "facilitator": ("Para quien facilita", "For the facilitator"),
    "cite-as": ("Cómo citar", "How to cite"),
    "license": ("Licencia", "Licence"),
    "objectives": ("Objetivos", "Objectives"),
    "materials": ("Materiales", "Materials"),
    "minutes": ("minutos", "minutes"),
    "page": ("Página", "Page"),
    "summary": ("En corto", "In short"),
    "participant": ("Versión para participantes", "Participants' version"),
    "facilitator-version": ("Versión para quien facilita", "Facilitator's version"),
    "accessibility": (
        "Texto con encabezados, contenido y descripción de cada imagen.",
        "Text with headings, contents and a description of each image.",
    ),
    "made-with": ("Hecho con Batea", "Made with Batea"),
    "search": ("Buscar", "Search"),
    "no-results": ("Nada encontrado.", "Nothing found."),
    "result": ("resultado", "result"),
    "results": ("resultados", "results"),
    "country": ("País", "Country"),
    "key-fact": ("Dato", "Fact"),
    "question": ("Pregunta", "Question"),
    "activity": ("Actividad", "Activity"),
    "objective": ("Objetivo", "Objective"),
    "period": ("Años", "Years"),
    "duration": ("Duración", "Duration"),
    "facts": ("Datos clave", "Key facts"),
    "fact": ("Dato", "Fact"),
    "value": ("Valor", "Value"),
    "archive-readme": (
        "SHA256SUMS tiene la huella de cada archivo: «sha256sum -c SHA256SUMS» dice si alguno "
        "cambió.",
        "SHA256SUMS has the fingerprint of each file: “sha256sum -c SHA256SUMS” says whether any "
        "has changed.",
    ),
    "out-of-date": (
        "Esta traducción es anterior al texto original.",
        "This translation is older than the original text.",
    ),
    "actors": ("Quiénes participaron", "Who took part"),
    "see-also": ("Véase también", "See also"),
    "source-short": ("Fuente", "Source"),
    "sources-short": ("Fuentes", "Sources"),
}


def phrase(key: str, lang: str) -> str:
    """A fixed word of the export in its language."""
    return _PHRASES[key][lang == "en"]


def running(title: str) -> str:
    """A title for the head of each page, cut between words to what one row holds."""
    return textwrap.shorten(title, RUNNING_SIGNS, placeholder=" …")


def admonition(kind: str, lang: str) -> str:
    """The title of a marked block."""
    return phrase(kind, lang) if kind in _PHRASES else kind.capitalize()


def facts_of(edition: Edition) -> list[tuple[str, str]]:
    """What stands below the summary: years, how long it takes, how strong the evidence is."""
    front, lang = edition.front, edition.lang
    found = []
    if front.period:
        first, last = front.period
        years = str(first) if first == last else f"{first}–{last}"
        found.append((phrase("period", lang), years))
    if front.minutes:
        found.append((phrase("duration", lang), f"{front.minutes} {phrase('minutes', lang)}"))
    if front.evidence_strength in ("strong", "moderate", "limited"):
        note = f". {front.evidence_note}" if front.evidence_note else ""
        found.append((phrase("evidence", lang), phrase(front.evidence_strength, lang) + note))
    return found


def _named(source: Source) -> tuple[str, str]:
    """Author (year) and title; without an author the year stands behind the title (APA 7)."""
    name = source.author or source.publisher
    year = f" ({source.year})" if source.year else ""
    return (name + year, source.title) if name else (source.title + year, "")


def note_reference(source: Source) -> str:
    """A source in a footnote: author (year). Title. The list of sources has its address."""
    return ". ".join(part.rstrip(".") for part in _named(source) if part) + "."


def title_reference(source: Source) -> str:
    """A source without its address: author (year). Title. Publisher."""
    parts = [*_named(source), source.publisher if source.author else ""]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def reference(source: Source, lang: str) -> str:
    """A source as a reader expects it: author (year). Title. Publisher. Address (accessed…)."""
    parts = (title_reference(source), source.url, accessed(source, lang))
    return " ".join(part for part in parts if part)


def accessed(source: Source, lang: str) -> str:
    """When somebody last opened the address of a source, in brackets; "" where nobody says."""
    if not (source.accessed and source.url):
        return ""
    return f"({phrase('accessed', lang)}: {short_date(source.accessed, lang)})"


def short_source(source: Source) -> str:
    """A source in passing: author (year)."""
    name = source.author or source.publisher or source.title
    return f"{name} ({source.year})" if source.year else name


def citation(edition: Edition) -> str:
    """How to cite a text of the library; "" for one that was made only for this export."""
    front = edition.front
    if not edition.sha256:
        return ""
    authors = ", ".join(front.authors)
    year = front.updated[:4]
    label = "Edition" if edition.lang == "en" else "Edición"
    revision = edition.sha256[:8]
    return f"{authors} ({year}). {front.title}. Batea. {label} {revision}. {front.license}."
