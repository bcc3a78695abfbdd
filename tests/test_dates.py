"""Days in few signs, in the language of the material."""

import pytest

from kb_app.dates import short_date


@pytest.mark.parametrize(
    ("day", "spanish", "english"),
    [
        ("2026-11-04", "4 nov. 2026", "4 Nov 2026"),
        ("2026-09", "sept. 2026", "Sep 2026"),
        ("2026", "2026", "2026"),
        ("2026-13", "2026-13", "2026-13"),
        ("ayer", "ayer", "ayer"),
    ],
)
def test_as_much_of_a_day_as_is_known(day, spanish, english):
    assert (short_date(day, "es"), short_date(day, "en")) == (spanish, english)
