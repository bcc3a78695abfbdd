"""Attendance as a table for other programs. Without names unless they are asked for, and then
only of those who consented.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from kb_app.notes.export import defused
from kb_app.workshops.paper_words import t
from kb_app.workshops.room import Attendee


def attendance_csv(people: Sequence[Attendee], lang: str, with_names: bool = False) -> bytes:
    """CSV (RFC 4180, UTF-8 with mark). Without names a row is a person all the same, but
    only with sex, age band, institution, municipality and days; so is somebody who gave no
    consent in a list with names.
    """
    keys = ("sex", "age", "institution", "municipality", "day")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*([t("name", lang)] if with_names else []), *(t(key, lang) for key in keys)])
    rows = [
        (
            *([one.name if one.consent else ""] if with_names else []),
            one.sex,
            one.age,
            one.institution,
            one.municipality,
            " ".join(map(str, one.days)),
        )
        for one in people
    ]
    # Without names the order in which people were entered must not give them away.
    for row in rows if with_names else sorted(rows):
        writer.writerow([defused(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")
