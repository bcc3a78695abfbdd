"""Finding in the real window: typing, filters, chips, shapes, empty states."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

LIME = "Mujeres de la cal venden juntas"
GOLD = "Una lista para las lavadoras de oro"


def test_typing_without_accents_shows_results_for_each_letter(person):
    box = person.find("searchBox", QLineEdit)
    for end in range(1, len("lavadoras") + 1):
        person.qtbot.keyClicks(box, "lavadoras"[end - 1])
    person.see(lambda: person.titles()[:1] == [GOLD])
    assert person.desk.here is person.desk.room("explore")


def test_return_goes_to_the_results_and_return_opens_the_first(person):
    person.type("searchBox", "cal")
    person.press("Return")
    person.see(lambda: person.titles()[:1] == [LIME])
    rows = person.rows()
    assert rows.hasFocus()
    person.press("Return", rows)
    person.see(lambda: person.desk.room("explore").reading.here)
    assert person.desk.room("explore").reading.here.title.startswith(LIME[:10])
