"""Dates: as people type them, and commitments as an iCalendar file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kb_app.workshops.room import Commitment

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_WRITTEN = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{2}|\d{4}))?$")
_IN_DAYS = re.compile(r"\+\s*(\d{1,4})$")


def read_day(text: str, today: date, past: bool = False) -> str:
    """A day as it is typed, as ISO 8601: "2026-06-30", "30/6/2026", "30/6" (the next one,
    or the last one when it is `past`) or "+30" (days from today). "" for what is none.
    """
    text = text.strip()
    try:
        if found := _ISO.match(text):
            return date(*(int(part) for part in found.groups())).isoformat()
        if found := _IN_DAYS.match(text):
            return (today + timedelta(days=int(found[1]))).isoformat()
        if found := _WRITTEN.match(text):
            return _written(int(found[1]), int(found[2]), found[3], today, past)
    except (ValueError, OverflowError):
        return ""
    return ""


def _written(day: int, month: int, year: str | None, today: date, past: bool) -> str:
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day).isoformat()
    found = date(today.year, month, day)
    if past and found > today:
        found = date(today.year - 1, month, day)
    elif not past and found < today:
        found = date(today.year + 1, month, day)
    return found.isoformat()


def calendar(commitments: Sequence[Commitment], stamp: str) -> str:
    """Open commitments with a date as an iCalendar file (RFC 5545). `stamp` is the moment of
    writing as YYYYMMDDTHHMMSSZ. Calendars are shared and synchronised: who it was stays here.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Batea//Batea//ES"]
    for one in commitments:
        if one.state != "open" or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", one.due):
            continue
        start = date.fromisoformat(one.due)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.id}@batea",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
            f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_ics(one.what)}",
            f"DESCRIPTION:{_ics(' · '.join(filter(None, [one.team, one.indicator])))}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _ics(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> list[str]:
    """Lines of at most 75 octets; what follows begins with a space (RFC 5545, 3.1)."""
    out: list[str] = []
    current = ""
    for char in line:
        if len((current + char).encode("utf-8")) > 74:
            out.append(current)
            current = " "
        current += char
    return [*out, current]
