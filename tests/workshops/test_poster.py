"""The agenda for the wall: a page a day, letters that can be read from three metres."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typst

from kb_app.export.material import Credits
from kb_app.export.pdf import FONTS
from kb_app.export.poster import (
    CAP_HEIGHT,
    LARGEST,
    SMALLEST,
    poster_source,
    poster_steps,
    save_poster,
)
from kb_app.export.steps import finished
from kb_app.store.errors import FolderUnwritable
from kb_app.workshops.model import Parallel
from kb_app.workshops.sources import TEMPLATES, from_template
from tests.workshops.plans import block, day, plan

CONTENT = Path(__file__).parents[2] / "content"
SECRET = "SOLOFACILITA"
POINT_MM = 0.3528
# Capitals of 4.4 mm are 5 minutes of arc at three metres (ISO 8596): half as much again.
READ_FROM_3_M = 6.6


def sizes(workshop, tiled=False):
    """The size of the letters of each page that was set, in points."""
    source = "\n".join(poster_source(workshop, tiled))
    found = typst.query(source.encode(), "<size>", field="value", font_paths=[str(FONTS)])
    return json.loads(found)


def with_groups(number):
    groups = tuple(
        Parallel(f"Grupo {at}", "Dibujan la jornada de quien trabaja en el río", "aula 1", SECRET)
        for at in range(number)
    )
    return plan(
        day(
            block("Bienvenida", 30, notes=SECRET, roles={"Dirige": SECRET}),
            block("Reloj", 80, kind="module", parallel=groups, fields={"contacto": SECRET}),
            block("Revisar", 20, kind="logistics"),
            block("Almuerzo", 60, kind="break", anchor="12:00"),
        ),
        day(block("Cierre", 30)),
    )


@pytest.mark.parametrize("number", [0, 2, 3, 4])
def test_a_page_a_day_and_four_sheets_a_day(number):
    made = with_groups(number)
    for form, pages in (("poster", 2), ("tiles", 8)):
        data = finished(poster_steps(made, form, Credits("INHGEOMIN", date="2026-05-01")))
        assert f"/Type/Pages/Count {pages}/".encode() in data


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_ready_agendas_can_be_read_from_three_metres(template, lang):
    made = from_template(CONTENT, template, "Taller de género y minería artesanal", lang, {})
    assert all(size * CAP_HEIGHT * POINT_MM >= READ_FROM_3_M for size in sizes(made))


def test_letters_are_as_large_as_they_fit_and_the_same_on_all_sheets():
    short = plan(day(block("Bienvenida", 30)))
    assert sizes(short) == [LARGEST]
    full = plan(day(*(block(f"Un bloque con bastante nombre {n}", 20) for n in range(24))))
    assert SMALLEST < sizes(full)[0] < LARGEST
    assert len(set(sizes(full, tiled=True))) == 1 and sizes(full, tiled=True)[0] > sizes(full)[0]


def test_nothing_of_the_facilitator_hangs_on_the_wall_and_words_are_no_markup():
    made = with_groups(3)
    for tiled in (False, True):
        source = "\n".join(poster_source(made, tiled))
        assert SECRET not in source and "Revisar" not in source and "aula 1" in source
    strange = '#sys.version "x" \\ $1$ *a* // y'
    data = finished(poster_steps(plan(day(block(strange, 10))), "poster", Credits(strange)))
    assert data.startswith(b"%PDF")


def test_signs_without_a_letter_do_not_stop_it():
    assert finished(poster_steps(plan(day(block("Canción 🎵", 10))), "poster", Credits()))


def test_a_poster_takes_the_place_of_the_old_one_or_says_why_not(tmp_path):
    path = tmp_path / "agenda.pdf"
    path.write_bytes(b"old")
    made = plan(day(block("Bienvenida", 30)))
    assert finished(save_poster(made, "poster", Credits(), path)) == path.stat().st_size
    with pytest.raises(FolderUnwritable):
        finished(save_poster(made, "poster", Credits(), tmp_path / "none" / "a.pdf"))
