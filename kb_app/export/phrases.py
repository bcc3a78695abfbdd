"""The fixed words of exported material, in the language of the material."""

from __future__ import annotations

from collections.abc import Mapping

from indexer.documents import Edition, Source

_PHRASES: Mapping[str, tuple[str, str]] = {
    "contents": ("Contenido", "Contents"),
    "sources": ("Fuentes", "Sources"),
    "checked": ("revisada", "checked"),
    "unmeasured": ("Lo que nadie midió", "What nobody measured"),
    "evidence": ("Solidez de la evidencia", "Strength of the evidence"),
    "strong": ("fuerte", "strong"),
    "moderate": ("media", "moderate"),
    "limited": ("limitada", "limited"),
    "notes": ("Notas", "Notes"),
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
    "made-with": ("Hecho con Batea", "Made with Batea"),
    "search": ("Buscar", "Search"),
    "no-results": ("Nada encontrado.", "Nothing found."),
    "results": ("resultados", "results"),
    "country": ("País", "Country"),
    "key-fact": ("Dato", "Fact"),
    "question": ("Pregunta", "Question"),
    "activity": ("Actividad", "Activity"),
    "objective": ("Objetivo", "Objective"),
    "source-short": ("Fuente", "Source"),
}


def phrase(key: str, lang: str) -> str:
    """A fixed word of the export in its language."""
    return _PHRASES[key][lang == "en"]


def admonition(kind: str, lang: str) -> str:
    """The title of a marked block."""
    return phrase(kind, lang) if kind in _PHRASES else kind.capitalize()


def reference(source: Source) -> str:
    """A source as a reader expects it: author (year). Title. Publisher. Address."""
    parts = [f"{source.author or source.publisher} ({source.year})" if source.year
             else source.author or source.publisher,
             source.title, source.publisher if source.author else "", source.url]  # fmt: skip
    return ". ".join(part for part in parts if part)


def short_reference(source: Source, first_note: int) -> str:
    """A source that a note named before: author (year), and the number of that note."""
    name = source.author or source.publisher or source.title
    return f"{name} ({source.year}), n. {first_note}" if source.year else f"{name}, n. {first_note}"


def citation(edition: Edition) -> str:
    """How to cite a text of the library."""
    front = edition.front
    authors = ", ".join(front.authors)
    year = front.updated[:4]
    label = "Edition" if edition.lang == "en" else "Edición"
    revision = edition.sha256[:8]
    return f"{authors} ({year}). {front.title}. Batea. {label} {revision}. {front.license}."


def first_source(edition: Edition) -> str:
    """The source that a short text names, or ""."""
    sources = edition.front.sources
    return reference(sources[0]) if sources else ""
