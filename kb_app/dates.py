"""Days in words, for papers and exports, in the language of the material."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "January February March April May June July August September October November December",
)
# Spanish: the abbreviations of the Academy.
_SHORT_MONTHS = (
    "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
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


def short_date(day: str, lang: str) -> str:
    """A day, a month or a year (EDTF) in few signs: "24 nov. 2026", "Nov 2026", "2026"."""
    year, *rest = day.split("-")
    try:
        names = [_SHORT_MONTHS[lang == "en"].split()[int(month) - 1] for month in rest[:1]]
        days = [str(int(one)) for one in rest[1:2]]
    except (ValueError, IndexError):
        return day
    return " ".join((*days, *names, year))
