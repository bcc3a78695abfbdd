"""Talleres and Seguimiento in the real window, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from kb_app.views.workshops.day import BLOCK_MIME, SOURCE_MIME
from kb_app.workshops.model import Parallel
from kb_app.workshops.room import Outreach
from tests.window.conftest import open_person, person, small
from tests.workshops.plans import block, day, plan

__all__ = ["person", "small"]


def workshops(person):
    return person.desk.room("workshops")


@pytest.fixture
def opened(person):
    """The person with a plan of two days before her."""
    made = person.desk.program.workshops.save(
        plan(
            day(
                block("Bienvenida", 30, priority=1),
                block("Reloj", 80, steps=("dibujar", "comparar"), notes="SOLOFACILITA"),
                block("Preguntas", 20, priority=3),
                block("Almuerzo", 60, kind="break", anchor="12:00", priority=1),
                start="08:30",
            ),
            day(block("Cierre", 30)),
            participants=28,
            group_size=7,
        )
    )
    person.desk.go("workshops")
    workshops(person).open(made.id)
    person.list = workshops(person).view.plan.days[0].list
    person.list.setFocus()
    person.see(lambda: person.list.current())
    return person


def titles(person, position=0):
    return [b.title for b in workshops(person).plan.workshop.days[position].blocks]


def starts(person, position=0):
    rows = workshops(person).view.plan.days[position].list.blocks.rows
    return [row.start for row in rows]


def here(person):
    return person.window.focusWidget()


# --- the list -----------------------------------------------------------------------------


def test_without_workshops_the_room_says_how_to_begin(person):
    person.press("Alt+3")
    view = workshops(person).view
    person.see(lambda: view.list.blank.isVisible())
    person.press("Ctrl+N")
    dialog = person.dialog()
    take = dialog.findChild(object, "dialogTake")
    assert not take.isEnabled()
    person.qtbot.keyClicks(dialog.findChild(QLineEdit, "planTitle"), "Taller de prueba")
    person.press("Return", dialog.findChild(QLineEdit, "planTitle"))
    person.see(view.in_workspace)
    (made,) = person.desk.program.workshops.all()
    assert made.title == "Taller de prueba" and len(made.days) == 1


def test_a_deleted_workshop_comes_back(opened):
    room = workshops(opened)
    kept = room.plan.workshop.id
    room._asked("back")
    room._ask("delete", kept)
    assert opened.desk.program.workshops.all() == []
    room._bring_back()
    assert [p.id for p in opened.desk.program.workshops.all()] == [kept]


def test_duplicates_and_templates_stand_beside_the_first(opened):
    room = workshops(opened)
    first = room.plan.workshop.id
    room._asked("back")
    room._ask("duplicate", first)
    room._ask("template", first)
    plans = opened.desk.program.workshops.all()
    assert len(plans) == 3 and sum(p.is_template for p in plans) == 1


# --- the plan -------------------------------------------------------------------------------


def test_keys_move_blocks_and_times_follow(opened):
    opened.press("Down")
    opened.press("Alt+Down")
    assert titles(opened) == ["Bienvenida", "Preguntas", "Reloj", "Almuerzo"]
    assert starts(opened) == ["8:30", "9:00", "9:20", "12:00"]
    assert opened.list.hasFocus() and opened.list.current()
    opened.press("Alt+Shift+Right")
    assert titles(opened, 1) == ["Reloj", "Cierre"]
    opened.press("Ctrl+Z")
    opened.press("Ctrl+Z")
    assert titles(opened) == ["Bienvenida", "Reloj", "Preguntas", "Almuerzo"]
    opened.press("Ctrl+Y")
    assert titles(opened)[1] == "Preguntas"


def test_plus_minus_delete_and_duplicate(opened):
    opened.qtbot.keyClick(opened.list, Qt.Key.Key_Plus)
    opened.qtbot.keyClick(opened.list, Qt.Key.Key_Minus)
    opened.qtbot.keyClick(opened.list, Qt.Key.Key_Minus)
    assert workshops(opened).plan.workshop.days[0].blocks[0].minutes == 25
    opened.press("Ctrl+D")
    assert titles(opened)[:2] == ["Bienvenida", "Bienvenida"]
    opened.press("Delete")
    assert titles(opened) == ["Bienvenida", "Reloj", "Preguntas", "Almuerzo"]
    assert opened.list.hasFocus()


def test_what_does_not_fit_is_shown_where_it_happens_and_can_give(opened):
    room = workshops(opened)
    room.page._edited(room.plan.workshop.days[0].blocks[1].id, {"minutes": 170})
    rows = opened.list.blocks.rows
    assert "10" in rows[2].over and not rows[1].over
    assert room.view.plan.days[0].list.accessibleName().endswith("+10 min")
    opened.see(lambda: any(r.mark == "warn" for r in room.view.plan.side.checks._shown[0]))
    room.page._check_deed("give", rows[2].id)
    assert titles(opened) == ["Bienvenida", "Reloj", "Almuerzo"]


def test_the_editor_changes_every_field_and_undo_takes_it_back(opened):
    room = workshops(opened)
    opened.press("Return")
    editor = room.view.plan.side.editor
    opened.see(editor.isVisible)
    assert here(opened) is editor.title
    opened.qtbot.keyClicks(editor.title, "Saludo")
    editor.steps.setPlainText("uno\n\n dos ")
    opened.qtbot.keyClicks(editor.anchor, "nunca")
    opened.press("Tab", editor.anchor)
    first = room.plan.workshop.days[0].blocks[0]
    assert (first.title, first.steps, first.anchor) == ("Saludo", ("uno", "dos"), "")
    needs = editor.tables["needs"]
    needs.begin()
    type_into(opened, needs, "Hilo")
    opened.press("3", needs)
    opened.press("Return", needs.findChildren(QLineEdit)[-1])
    opened.press("P", needs)
    opened.see(lambda: room.plan.workshop.days[0].blocks[0].needs)
    editor.tell()
    (need,) = room.plan.workshop.days[0].blocks[0].needs
    assert (need.item, need.quantity, need.per) == ("Hilo", 3, "person")
    while room.plan.can_undo:
        opened.press("Ctrl+Z")
    assert titles(opened)[0] == "Bienvenida"


def type_into(person, table, words):
    """Write into the cell that is chosen, and Enter."""
    person.qtbot.keyClicks(table, words[0])
    editor = [e for e in table.findChildren(QLineEdit) if e.isVisible()][-1]
    person.qtbot.keyClicks(editor, words[1:])
    person.press("Return", editor)


def test_every_change_is_saved_behind_the_persons_back(opened):
    opened.press("Delete")
    saved = opened.desk.program.workshops
    opened.see(lambda: len(saved.all()[0].days[0].blocks) == 3)


def test_a_drag_moves_between_days_and_adds_cases(opened):
    room = workshops(opened)
    ids = [b.id for b in room.plan.workshop.days[0].blocks]
    other = room.view.plan.days[1].list
    data = QMimeData()
    data.setData(BLOCK_MIME, ids[1].encode())
    nowhere = other.rootIndex()
    assert not other.blocks.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, nowhere)
    assert titles(opened, 1) == ["Reloj", "Cierre"]
    data = QMimeData()
    data.setData(BLOCK_MIME, ids[0].encode())
    opened.list.blocks.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, nowhere)
    assert titles(opened) == ["Preguntas", "Almuerzo", "Bienvenida"]
    lime = opened.desk.program.catalogue.entry("lime").uid
    data = QMimeData()
    data.setData(SOURCE_MIME, f"entry:{lime}".encode())
    other.blocks.dropMimeData(data, Qt.DropAction.CopyAction, 1, 0, nowhere)
    assert titles(opened, 1)[1].startswith("Caso: ")
    assert room.plan.workshop.days[1].blocks[1].revisions


def test_a_case_is_found_by_a_word_and_added_after_the_chosen_block(opened):
    room = workshops(opened)
    opened.press("Ctrl+F")
    words = opened.find("sourceWords")
    assert here(opened) is words
    opened.qtbot.keyClicks(words, "cal venden")
    opened.press("Return", words)
    assert titles(opened)[1].startswith("Caso: ")
    assert opened.desk.program.revisions.raw(
        room.plan.workshop.days[0].blocks[1].entry, "es",
        room.plan.workshop.days[0].blocks[1].revisions["es"],
    )  # fmt: skip


def test_all_buttons_of_a_block_have_names_and_act_on_the_chosen_one(opened):
    opened.press("Down")
    for tool in workshops(opened).view.plan.findChildren(QToolButton):
        if tool.objectName().startswith("block-"):
            assert tool.accessibleName() and tool.isEnabled()
    opened.click(opened.find("block-later"))
    assert titles(opened)[2] == "Reloj"


def test_the_language_of_the_window_can_change_with_a_plan_open(opened):
    opened.desk.set_ui("en")
    opened.see(lambda: "Day 1" in workshops(opened).view.plan.days[0].title.text())
    assert "Bienvenida, 30 minutes" in opened.list.blocks.rows[0].spoken


# --- the room ---------------------------------------------------------------------------------


@pytest.fixture
def run(opened):
    """The day is run; the clock stands where the test wants."""
    room = workshops(opened)
    opened.now = datetime(2026, 5, 12, 8, 30)
    room.running.clock = lambda: opened.now
    opened.press("F5")
    opened.see(lambda: room.running.run is not None)
    opened.view = room.view.run
    return opened


def test_f5_begins_space_goes_on_and_the_screen_shows_one_thing(run):
    room = workshops(run).running
    run.press("P", run.view)
    screen = room.projector
    run.see(screen.isVisible)
    assert screen.page.title == "Bienvenida"
    run.press("Space", run.view)
    assert screen.page.title == "Reloj"
    run.press("Right", screen)
    assert (screen.page.kicker, screen.page.title) == ("Reloj", "dibujar")
    assert "SOLOFACILITA" not in repr(screen.page) and run.view.notes.text() == "SOLOFACILITA"
    run.press("Left", screen)
    assert screen.page.title == "Reloj"
    run.press("B", run.view)
    assert screen.page.dark
    run.press("P", run.view)
    assert room.projector is None


def test_with_one_screen_the_page_covers_the_notes_and_escape_comes_back(run):
    room = workshops(run).running
    run.press("P", run.view)
    run.see(room.projector.isVisible)
    assert room.projector.isFullScreen()
    run.press("Escape", room.projector)
    assert room.projector is None


def test_one_space_too_many_and_back(run):
    room = workshops(run).running
    run.press("N", run.view)
    run.now = datetime(2026, 5, 12, 9, 10)
    run.press("N", run.view)
    run.press("Left", run.view)
    assert (room.run.began, room.run.step) == (8 * 60 + 30, 2)


def test_late_one_key_accepts_what_is_proposed(run):
    run.press("N", run.view)
    run.now = datetime(2026, 5, 12, 11, 50)
    room = workshops(run).running
    room.tick()
    assert run.view._spare.property("tone") == "late"
    run.press("A", run.view)
    assert titles(run) == ["Bienvenida", "Reloj", "Almuerzo"]
    run.press("Ctrl+Z")
    assert "Preguntas" in titles(run)


def test_minutes_late_can_be_typed(run):
    run.press("L", run.view)
    box = run.view.side.late_box
    assert here(run) in (box, box.lineEdit())
    run.qtbot.keyClicks(box, "15")
    run.press("Return", box)
    assert workshops(run).running.proposals()[0].block.title == "Preguntas"


def test_a_power_cut_loses_nothing(run, qtbot, small):
    run.press("N", run.view)
    run.press("Space", run.view)
    on = workshops(run).running.run
    data = run.desk.program.places.data
    workshops(run).leaving()
    run.desk.state.save()
    run.window.close()
    run.opening.close()
    again = open_person(qtbot, data, small, wait=False)
    again.see(lambda: again.opening.desk and again.desk.here)
    again.desk.go("workshops")
    assert workshops(again).plan.workshop.title == "Taller"
    workshops(again).turn_to("run")
    assert workshops(again).running.run == on
    again.window.close()
    again.opening.close()


def test_the_timer_is_calm(run):
    room = workshops(run).running
    run.press("P", run.view)
    run.view.side.timer_box.setValue(2)
    run.press("T", run.view)
    run.now = datetime(2026, 5, 12, 8, 31)
    room.tick()
    assert room.projector.page.clock == "1:00" and room.projector.page.share == 0.5
    run.now = datetime(2026, 5, 12, 8, 33)
    room.tick()
    assert room.projector.page.ended
    run.press("T", run.view)
    assert room.projector.page.clock == ""


def test_groups_at_the_same_time_can_be_shown(run):
    room = workshops(run)
    first = room.plan.workshop.days[0].blocks[0]
    room.page._edited(first.id, {"parallel": (("Mujeres", "aparte", "aula 1", "SOLOFACILITA"),)})
    assert room.plan.workshop.block(first.id).parallel == (
        Parallel("Mujeres", "aparte", "aula 1", "SOLOFACILITA"),
    )
    assert "Mujeres: aparte · aula 1 · SOLOFACILITA" in run.view._details.text()
    run.press("P", run.view)
    run.press("G", run.view)
    screen = room.running.projector
    assert screen.page.groups == (("Mujeres", "aparte", "aula 1"),)
    assert "Mujeres, aparte, aula 1" in screen.accessibleName()
    assert "SOLOFACILITA" not in repr(screen.page)


# --- attendance, tests, commitments ------------------------------------------------------------


def test_forty_people_by_keyboard(opened):
    """Name, Enter, two keys, Enter, Enter: that is all for each. At a slow four keys a second
    forty people take less than five minutes.
    """
    opened.press("Ctrl+3")
    room = workshops(opened)
    table = room.view.people.table
    keys = 0
    for number in range(40):
        table.begin() if number == 0 else None
        name = f"Persona Apellido {number}"
        type_into(opened, table, name)
        opened.press("F" if number % 3 else "M", table)
        opened.press(str(1 + number % 5), table)
        keys += len(name) + 3
        if number == 0:
            type_into(opened, table, "INHGEOMIN")
            type_into(opened, table, "Quimistan")
            keys += 20
        else:
            opened.press("Return", table)
            opened.press("Return", table)
            keys += 2
    people = opened.desk.program.room.attendees(room.plan.workshop.id)
    assert len(people) == 40
    assert {(p.institution, p.municipality) for p in people} == {("INHGEOMIN", "Quimistan")}
    assert [p.name for p in people] == [f"Persona Apellido {n}" for n in range(40)]
    assert keys / 4 < 5 * 60
    totals = opened.desk.program.room.totals(room.plan.workshop.id)
    assert totals.by_sex == {"F": 26, "M": 14, "X": 0}


def test_a_row_taken_out_comes_back(opened):
    opened.press("Ctrl+3")
    room = workshops(opened)
    table = room.view.people.table
    table.begin()
    type_into(opened, table, "Ana")
    table.setCurrentIndex(table.entries.index(0, 0))
    opened.press("Ctrl+Delete", table)
    records = opened.desk.program.room
    assert records.attendees(room.plan.workshop.id) == []
    room.tables["people"]._bring_back({"name": "Ana", "sex": "F"})
    assert [p.name for p in records.attendees(room.plan.workshop.id)] == ["Ana"]


def test_tab_leaves_the_table_so_that_nobody_is_caught(opened):
    opened.press("Ctrl+3")
    table = workshops(opened).view.people.table
    table.begin()
    opened.press("Tab", table)
    opened.see(lambda: not table.hasFocus())


def test_before_and_after_by_code_show_a_chart(opened):
    opened.press("Ctrl+4")
    room = workshops(opened)
    table = room.view.tests.table
    table.begin()
    for code in ("m14", "a02"):
        for words in (code, "2", "5"):
            type_into(opened, table, words)
    learning = opened.desk.program.room.learning(room.plan.workshop.id)
    assert learning is not None and learning.pairs == 2
    assert room.view.tests._picture.isVisible()
    assert room.view.tests._remark.isVisible(), "two people are few, and that is said"


def test_the_tests_of_the_last_day_are_written_beside_those_of_the_first(opened):
    opened.press("Ctrl+4")
    room = workshops(opened)
    table, kept = room.view.tests.table, opened.desk.program.room
    table.begin()
    for words in ("ma1205", "2"):
        type_into(opened, table, words)
    table.begin()
    type_into(opened, table, "MA 1205")
    opened.see(lambda: table.currentIndex().row() == 0)
    type_into(opened, table, "5")
    (score,) = kept.scores(room.plan.workshop.id)
    assert (score.before[0], score.after[0]) == (2, 5)
    assert len(table.entries.rows) == 1
    table.begin()
    type_into(opened, table, "ma1205")
    opened.see(lambda: "ma1205" in opened.window.status.currentMessage())
    assert kept.scores(room.plan.workshop.id) == [score], "the same code again takes nothing away"


def test_commitments_are_written_with_dates_as_people_type_them(opened):
    opened.press("Ctrl+5")
    room = workshops(opened)
    table = room.view.agreed.table
    table.begin()
    for words in ("Grupo 1", "Registrar", "Ana", "30/6/2031", "12 en el padron", "nada"):
        type_into(opened, table, words)
    (made,) = opened.desk.program.room.commitments(room.plan.workshop.id)
    assert (made.team, made.due, made.state) == ("Grupo 1", "2031-06-30", "open")
    opened.press("Alt+6")
    follow = opened.desk.room("follow")
    shown = follow.view.agreed.table
    opened.see(lambda: len(shown.entries.rows) == 1)
    column = [c.id for c in shown.entries.columns].index("state")
    shown.setCurrentIndex(shown.entries.index(0, column))
    shown.setFocus()
    opened.qtbot.keyClicks(shown, shown.entries.columns[column].choices[1][2])
    assert opened.desk.program.room.commitments()[0].state == "done"


def test_the_outreach_log_adds_up(opened):
    follow = opened.desk.go("follow")
    follow.view.turn_to("outreach")
    table = follow.view.outreach.table
    table.begin()
    for words in ("1/5/2026", "Quimistan", "visita", "12", "3"):
        type_into(opened, table, words)
    (row,) = opened.desk.program.room.outreach()
    assert row == Outreach(row.id, "2026-05-01", "Quimistan", "visita", 12, 3)


def test_every_field_and_button_of_the_rooms_has_a_name(opened):
    room = workshops(opened)
    for page in ("plan", "run", "people", "tests", "agreed", "papers"):
        room.turn_to(page)
        for widget in room.view.workspace.findChildren(QLineEdit):
            if widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit":
                assert widget.accessibleName(), widget.objectName()
        for button in room.view.workspace.findChildren(QToolButton):
            if button.isVisible():
                assert button.accessibleName() or button.text(), button.objectName()


# --- large text in a small window -----------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_of_the_pages_is_cut_in_a_small_window(run, scale):
    room = workshops(run)
    run.window.resize(1366, 740)
    run.desk.look.set_scale(scale)
    run.see(lambda: run.view._right.width() >= run.view.side.minimumSizeHint().width())
    for part in (run.view._right, run.view._pages):
        run.see(lambda part=part: run.view.rect().contains(part.geometry()))
    for made in run.view._buttons.values():
        run.see(lambda made=made: made.width() >= made.sizeHint().width())
    room.turn_to("plan")
    plan_view = room.view.plan
    for made in (plan_view._add, plan_view._add_day, *plan_view._tools.values()):
        run.see(lambda made=made: made.width() >= made.sizeHint().width())
    room.turn_to("agreed")
    table = room.view.agreed.table
    run.see(lambda: table.columnWidth(1) >= run.desk.look.px(130))


def test_rows_come_before_the_chart_where_both_find_no_room(opened):
    room, records = workshops(opened), opened.desk.program.room
    for moment in ("before", "after"):
        records.score(room.plan.workshop.id, "ma01", moment, 1, 4)
    opened.window.resize(1366, 740)
    opened.press("Ctrl+4")
    picture = room.view.tests._picture
    opened.see(picture.isVisible)
    opened.desk.look.set_scale(1.5)
    opened.see(lambda: not picture.isVisible())


def test_a_long_title_ends_in_three_points(opened):
    room = workshops(opened)
    opened.window.resize(1366, 740)
    room.plan.do(replace(room.plan.workshop, title="Género y minería artesanal " * 8))
    head = room.view.workspace._title
    opened.see(lambda: head.text().endswith("…"))
    assert head.accessibleName().endswith("artesanal ")
