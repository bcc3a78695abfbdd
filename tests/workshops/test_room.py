"""What happened in the room: totals, pairs, commitments, dates, files."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_app.places import Places
from kb_app.program import Program
from kb_app.workshops.calendar import calendar, read_day
from kb_app.workshops.chart import results_chart
from kb_app.workshops.lists import attendance_csv
from kb_app.workshops.room import Attendee, Commitment, Outreach, Score, paired, same_code

TODAY = date(2026, 5, 14)
WORKSHOP = "w1"


@pytest.fixture
def room(tmp_path):
    program = Program(Places(tmp_path, (tmp_path / "content",)))
    yield program.room
    program.close()


def test_totals_have_no_names_and_add_up(room):
    for name, sex, institution in (
        ("Ana", "F", "INHGEOMIN"), ("Rosa", "F", "Alcaldía"), ("Luis", "M", "Alcaldía"),
        ("Sol", "X", ""), ("Nadie", "", "Alcaldía"),
    ):  # fmt: skip
        room.attend(WORKSHOP, Attendee("", name, sex, "30-44", institution))
    totals = room.totals(WORKSHOP)
    assert totals.people == 5
    assert totals.by_sex == {"F": 2, "M": 1, "X": 1}
    assert totals.by_institution["Alcaldía"] == {"F": 1, "M": 1, "X": 0, "": 1}
    assert sum(sum(row.values()) for row in totals.by_institution.values()) == 5
    assert "Ana" not in repr(totals)


def test_somebody_taken_out_by_mistake_comes_back_the_same(room):
    ana = room.attend(WORKSHOP, Attendee("", "Ana", "F", days=(1, 3), consent=True))
    room.leave_out(ana.id)
    assert room.attendees(WORKSHOP) == []
    room.attend(WORKSHOP, ana)
    assert room.attendees(WORKSHOP) == [ana]
    assert room.counts() == ({WORKSHOP: 1}, {})


def test_somebody_who_comes_after_a_row_was_taken_out_stands_at_the_end(room):
    made = [room.attend(WORKSHOP, Attendee("", f"p{n}", "F")) for n in range(8)]
    for gone in made[:5]:
        room.leave_out(gone.id)
    for name in "abcdef":
        room.attend(WORKSHOP, Attendee("", name, "M"))
    assert [p.name for p in room.attendees(WORKSHOP)] == ["p5", "p6", "p7", *"abcdef"]


def test_names_leave_only_of_those_who_consented(room):
    room.attend(WORKSHOP, Attendee("", "Ana", "F", institution="INHGEOMIN", consent=True))
    room.attend(WORKSHOP, Attendee("", "Luis", "M", institution="Alcaldía"))
    people = room.attendees(WORKSHOP)
    named = attendance_csv(people, "es", with_names=True).decode("utf-8-sig")
    assert "Ana" in named and "Alcaldía" in named and "Luis" not in named
    assert "Ana" not in attendance_csv(people, "es").decode("utf-8-sig")


def test_a_calendar_names_nobody():
    one = Commitment("c", WORKSHOP, "Grupo 1", "Registrar", "Ana Lopez", "2026-06-30")
    assert "Ana" not in calendar([one], "20260514T000000Z")


def test_a_code_is_the_same_however_it_is_written(room):
    room.score(WORKSHOP, "M-14", "before", 3, 8)
    room.score(WORKSHOP, " m14 ", "after", 99, 8)
    assert room.scores(WORKSHOP) == [Score("m14", (3, 8), (8, 8))]
    learning = room.learning(WORKSHOP)
    assert learning is not None and (learning.pairs, learning.honest) == (1, False)
    room.forget_score(WORKSHOP, "m14", "after")
    assert room.learning(WORKSHOP) is None


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0, 1), max_size=8),
       st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0, 1), max_size=8))  # fmt: skip
def test_pairs_count_everybody_once(before, after):
    found = paired(before, after)
    both = set(before) & set(after)
    if not both:
        assert found is None
        return
    assert found.pairs == len(both) == found.better + found.same + found.worse
    assert found.pairs + found.only_before == len(before)
    assert found.pairs + found.only_after == len(after)
    assert 0 <= found.before <= 1 and 0 <= found.after <= 1
    assert not found.honest


def test_twelve_pairs_are_enough_to_speak_of_a_group():
    shares = {str(n): 0.5 for n in range(12)}
    assert paired(shares, shares).honest


def test_what_is_due_is_open_has_a_day_and_comes_first(room):
    def agreed(what, due, state="open"):
        return room.commit(Commitment("", WORKSHOP, "1", what, due=due, state=state))

    late, soon = agreed("tarde", "2026-05-01"), agreed("pronto", "2026-06-13")
    agreed("lejos", "2026-06-14")
    agreed("hecho", "2026-05-02", "done")
    agreed("sin fecha", "")
    assert room.due(TODAY) == [late, soon]
    room.uncommit(late.id)
    assert room.due(TODAY) == [soon]


def test_the_log_of_outreach_is_newest_first(room):
    room.log(Outreach("", "2026-05-01", "Macuelizo", "visita", 9, 2))
    second = room.log(Outreach("", "2026-05-09", "Quimistán", "reunión", 12, 3))
    assert [row.place for row in room.outreach()] == ["Quimistán", "Macuelizo"]
    room.unlog(second.id)
    assert [row.place for row in room.outreach()] == ["Macuelizo"]


@pytest.mark.parametrize(
    "typed, day",
    [
        ("2026-06-30", "2026-06-30"), ("30/6/2026", "2026-06-30"), ("30.6.26", "2026-06-30"),
        ("30/6", "2026-06-30"), ("1/5", "2027-05-01"), ("14-5", "2026-05-14"),
        ("+30", "2026-06-13"), ("31/2", ""), ("mañana", ""), ("", ""), ("99/99/9999", ""),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(typed, day):
    assert read_day(typed, TODAY) == day


def test_a_day_of_the_log_is_the_last_one():
    assert read_day("1/6", TODAY, past=True) == "2025-06-01"


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_any_day_comes_back_from_how_it_is_written(day):
    for written in (day.isoformat(), f"{day.day}/{day.month}/{day.year}"):
        assert read_day(written, TODAY) == day.isoformat()
    ahead = (day - TODAY).days
    if 0 <= ahead <= 9999:
        assert read_day(f"+{ahead}", TODAY) == (TODAY + timedelta(days=ahead)).isoformat()


def test_the_calendar_is_folded_escaped_and_has_only_what_is_open():
    long = "Registrar a todas las mujeres, una por una; con su firma " * 3
    some = [
        Commitment("a-1", WORKSHOP, "Grupo 1", long, "Ana", "2026-06-30", "12 en el padrón"),
        Commitment("a-2", WORKSHOP, "Grupo 2", "hecho", due="2026-06-30", state="done"),
        Commitment("a-3", WORKSHOP, "Grupo 3", "sin día"),
    ]
    text = calendar(some, "20260514T120000Z")
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2] == "END:VCALENDAR" and lines[-1] == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = text.replace("\r\n ", "")
    assert unfolded.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20260630" in unfolded and "DTEND;VALUE=DATE:20260701" in unfolded
    assert "mujeres\\, una por una\\; con" in unfolded


def test_a_list_without_names_gives_nobody_away():
    people = [Attendee("1", "=Zoila", "F", "30-44", "@INHGEOMIN", "Quimistán", True),
              Attendee("2", "Ana", "F", "18-29", "Alcaldía", "Quimistán", days=(1, 2))]  # fmt: skip
    bare = attendance_csv(people, "es").decode("utf-8-sig")
    assert "Ana" not in bare and "Zoila" not in bare
    rows = list(csv.reader(io.StringIO(bare)))
    assert rows[1][:2] == ["F", "18-29"], "the order of entering is not kept"
    named = list(csv.reader(io.StringIO(attendance_csv(people, "es", True).decode("utf-8-sig"))))
    assert named[1][0] == "'=Zoila" and named[1][3] == "'@INHGEOMIN"


def test_the_chart_is_a_picture_for_any_group():
    for scores in ([], [Score("a", (1, 4), (3, 4))], [Score("b", (1, 4))]):
        assert results_chart(scores, "es").startswith(b"\x89PNG")


@given(st.text())
def test_a_code_is_never_longer_than_what_was_written(text):
    assert same_code(same_code(text)) == same_code(text)


def test_names_are_erased_from_the_file_and_totals_stay(tmp_path):
    program = Program(Places(tmp_path, (tmp_path / "content",)))
    person = Attendee("", "Hermenegilda Quiroz", "F", "30-44", "Alcaldía", consent=True)
    program.room.attend(WORKSHOP, person)
    before = program.room.totals(WORKSHOP)
    program.room.attend("w2", Attendee("", "Rosa", "F"))
    assert program.room.erase_names(WORKSHOP) == 1
    assert program.room.totals(WORKSHOP) == before
    assert [row.name for row in program.room.attendees("w2")] == ["Rosa"]
    program.close()
    assert b"Hermenegilda" not in program.places.database.read_bytes()
