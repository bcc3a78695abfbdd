"""Days in words, for papers and exports, in the language of the material."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "January February March April May June July August September October November December",
)


def long_date(day: str, lang: str) -> str:
    """A day (ISO 8601) in words: "24 de noviembre de 2026", "24 November 2026"."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    month = _MONTHS[lang == "en"].split()[found.month - 1]
    if lang == "en":
        return f"{found.day} {month} {found.year}"
    return f"{found.day} de {month} de {found.year}"
