"""Groups at the same time: beside each other in the plan, by keys and by mouse."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from kb_app.views.workshops.blockpaint import NARROWEST_LANE
from kb_app.views.workshops.day import BLOCK_MIME, LANE_MIME, SOURCE_MIME
from kb_app.workshops.edits import move_lane
from kb_app.workshops.model import Parallel
from tests.window.conftest import person, small
from tests.workshops.plans import block, day, plan

__all__ = ["person", "small"]

GROUPS = (
    Parallel("Mujeres", "dibujan su jornada", "aula 1", "Marta"),
    Parallel("Hombres", "dibujan la suya", "patio", "Tomás"),
    Parallel("Autoridades", "leen el caso", "salón", "Ana"),
    Parallel("Jóvenes", "dibujan el futuro"),
)


@pytest.fixture
def opened(person):
    """The person with a plan before her: a block with four groups, a later one with two."""
    made = person.desk.program.workshops.save(
        plan(
            day(
                block("Bienvenida", 30),
                block("Reloj", 80, parallel=GROUPS),
                block("Preguntas", 20),
            ),
            day(block("Caso", 60, parallel=GROUPS[:2]), block("Cierre", 30)),
        )
    )
    person.window.resize(1366, 740)
    person.desk.go("workshops")
    person.room = person.desk.room("workshops")
    person.room.open(made.id)
    person.first, person.second = (made.list for made in person.room.view.plan.days)
    person.first.setFocus()
    person.see(lambda: person.first.current())
    return person


def groups(person, at, position=0):
    found = person.room.plan.workshop.days[position].blocks[at].parallel
    return [one.title for one in found]


def titles(person, position=0):
    return [one.title for one in person.room.plan.workshop.days[position].blocks]


def lane(blocks, row, at):
    return blocks.lane_box(blocks.blocks.index(row), at)


def drop(blocks, place, mime, what):
    """Drag something over a day and let it go, as Qt tells the widget."""
    data = QMimeData()
    data.setData(mime, what.encode())
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    given = (actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view = blocks.viewport()
    enter = QDragEnterEvent(place, *given)
    QApplication.sendEvent(view, enter)
    for near in (QPoint(1, 0), QPoint(0, 0)):
        move = QDragMoveEvent(place + near, *given)
        QApplication.sendEvent(view, move)
    if enter.isAccepted() and move.isAccepted():
        QApplication.sendEvent(view, QDropEvent(QPointF(place), *given))
    return enter.isAccepted() and move.isAccepted()


# --- drawn ------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_groups_stand_beside_each_other_with_room_to_be_read(opened, scale):
    opened.desk.look.set_scale(scale)
    wide = opened.desk.look.px(NARROWEST_LANE)
    opened.see(lambda: lane(opened.first, 1, 3).width() >= wide)
    for blocks, row, number in ((opened.first, 1, 4), (opened.second, 0, 2)):
        boxes = [lane(blocks, row, at) for at in range(number)]
        assert all(a.right() < b.left() for a, b in pairwise(boxes))
        assert {box.top() for box in boxes} == {boxes[0].top()}
        assert all(box.width() >= wide - 1 for box in boxes)
        whole = blocks.visualRect(blocks.blocks.index(row))
        assert all(whole.contains(box) for box in boxes)


def test_a_day_is_wide_only_for_its_groups(opened):
    opened.see(lambda: opened.first.width() > opened.second.width() + NARROWEST_LANE)
    opened.room.page._edited(opened.first.blocks.rows[1].id, {"parallel": ()})
    opened.see(lambda: opened.first.width() <= opened.second.width())


def test_a_group_is_read_aloud_with_its_block_and_alone(opened):
    spoken = Qt.ItemDataRole.AccessibleTextRole
    opened.press("Down")
    index = opened.first.currentIndex()
    assert "4 grupos al mismo tiempo" in index.data(spoken) and "aula 1" in index.data(spoken)
    opened.press("Right")
    assert index.data(spoken) == "Mujeres, dibujan su jornada, aula 1 · Marta"
    opened.press("Left")
    assert index.data(spoken).startswith("8:30, Reloj")


# --- by keys ----------------------------------------------------------------------------------


def test_arrows_walk_through_groups_and_on_to_the_next_day(opened):
    opened.press("Down")
    chosen = opened.room.view.plan.chosen_lane
    for wanted in (0, 1, 2, 3):
        opened.press("Right")
        assert chosen() == wanted
    opened.press("Right")
    assert opened.second.hasFocus() and chosen() == -1
    opened.press("Left")
    assert opened.first.hasFocus()


def test_keys_move_double_and_take_out_a_group_and_not_its_block(opened):
    opened.press("Down")
    opened.press("Right")
    opened.press("Alt+Shift+Right")
    assert groups(opened, 1) == ["Hombres", "Mujeres", "Autoridades", "Jóvenes"]
    assert opened.room.view.plan.chosen_lane() == 1
    opened.press("Ctrl+D")
    assert groups(opened, 1)[1:3] == ["Mujeres", "Mujeres"]
    opened.press("Delete")
    opened.press("Delete")
    assert groups(opened, 1) == ["Hombres", "Mujeres", "Jóvenes"]
    assert titles(opened) == ["Bienvenida", "Reloj", "Preguntas"]
    for _ in range(4):
        opened.press("Ctrl+Z")
    assert groups(opened, 1) == [one.title for one in GROUPS]


def test_g_makes_two_groups_then_one_more_and_enter_writes_in_it(opened):
    opened.press("G")
    assert groups(opened, 0) == ["Grupo 1", "Grupo 2"]
    opened.press("G")
    assert groups(opened, 0)[-1] == "Grupo 3" and opened.room.view.plan.chosen_lane() == 2
    opened.press("Return")
    table = opened.room.view.plan.side.editor.tables["parallel"]
    opened.see(table.hasFocus)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 0)


def test_a_group_goes_to_the_next_block_with_groups_of_its_day(opened):
    ids = [one.id for one in opened.room.plan.workshop.days[0].blocks]
    opened.room.page._edited(ids[2], {"parallel": (("Jueces", "", "", ""),)})
    opened.room.view.plan.choose(ids[1], 0, focus=True)
    opened.press("Alt+Down")
    assert groups(opened, 2) == ["Jueces", "Mujeres"] and len(groups(opened, 1)) == 3
    opened.press("Alt+Up")
    assert groups(opened, 1)[-1] == "Mujeres"
    opened.press("Alt+Up")
    assert groups(opened, 1)[-1] == "Mujeres", "there is none before it"


# --- by mouse ---------------------------------------------------------------------------------


def test_a_click_chooses_a_group(opened):
    place = lane(opened.first, 1, 2).center()
    opened.qtbot.mouseClick(opened.first.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.room.view.plan.chosen_lane() == 2
    above = opened.first.visualRect(opened.first.blocks.index(1)).topLeft() + QPoint(30, 10)
    opened.qtbot.mouseClick(opened.first.viewport(), Qt.MouseButton.LeftButton, pos=above)
    assert opened.room.view.plan.chosen_lane() == -1


def test_a_group_is_dropped_between_others_of_its_block_or_of_another_day(opened):
    (reloj, caso) = (opened.first.blocks.rows[1].id, opened.second.blocks.rows[0].id)
    assert drop(opened.first, lane(opened.first, 1, 2).center() + QPoint(9, 0), LANE_MIME,
                f"{reloj}/0")  # fmt: skip
    assert groups(opened, 1) == ["Hombres", "Autoridades", "Mujeres", "Jóvenes"]
    assert opened.room.view.plan.chosen_lane() == 2
    left = lane(opened.first, 1, 0).center() - QPoint(9, 0)
    assert drop(opened.first, left, LANE_MIME, f"{caso}/1")
    assert groups(opened, 0, 1) == ["Mujeres"] and groups(opened, 1)[0] == "Hombres"
    assert len(groups(opened, 1)) == 5
    opened.press("Ctrl+Z")
    opened.press("Ctrl+Z")
    assert groups(opened, 1) == [one.title for one in GROUPS]


def test_a_group_dropped_on_a_block_without_groups_is_its_first_and_nowhere_is_nothing(opened):
    reloj = opened.first.blocks.rows[1].id
    plain = opened.first.visualRect(opened.first.blocks.index(0)).center()
    assert drop(opened.first, plain, LANE_MIME, f"{reloj}/3")
    assert groups(opened, 0) == ["Jóvenes"]
    before = opened.room.plan.workshop
    below = QPoint(40, opened.second.viewport().height() - 4)
    assert not drop(opened.second, below, LANE_MIME, f"{reloj}/0")
    assert drop(opened.first, plain, LANE_MIME, "a-block-that-is-gone/0")
    assert opened.room.plan.workshop is before


def test_blocks_and_cases_are_dropped_where_the_line_is(opened):
    rows = [opened.first.visualRect(opened.first.blocks.index(at)) for at in range(3)]
    first = opened.first.blocks.rows[0].id
    assert drop(opened.first, rows[2].topLeft() + QPoint(40, 2), BLOCK_MIME, first)
    assert titles(opened) == ["Reloj", "Bienvenida", "Preguntas"]
    top = opened.second.visualRect(opened.second.blocks.index(1)).topLeft() + QPoint(40, 2)
    assert drop(opened.second, top, BLOCK_MIME, first)
    assert titles(opened, 1) == ["Caso", "Bienvenida", "Cierre"]
    lime = opened.desk.program.catalogue.entry("lime").uid
    below = QPoint(40, opened.second.viewport().height() - 4)
    assert drop(opened.second, below, SOURCE_MIME, f"entry:{lime}")
    assert titles(opened, 1)[-1].startswith("Caso: ")


def test_days_beyond_the_edge_come_while_something_is_dragged(opened):
    for _ in range(3):
        opened.click(opened.find("addDay"))
    bar = opened.room.view.plan._scroll.horizontalScrollBar()
    opened.see(lambda: bar.maximum() > 0)
    bar.setValue(0)
    edge = opened.room.view.plan._scroll.viewport()
    place = edge.mapToGlobal(QPoint(edge.width() - 5, 100))
    shown = [made.list for made in opened.room.view.plan.days if not made.visibleRegion().isEmpty()]
    shown[-1].dragged_over.emit(place)
    opened.see(lambda: bar.value() > 100)
    shown[-1].drag_ended.emit()
    opened.see(lambda: not opened.room.view.plan._edge._timer.isActive())


def test_a_group_moved_there_and_back_changes_nothing():
    made = plan(day(block("a", 10, parallel=GROUPS), block("b", 10)))
    (one, two) = made.blocks()
    away = move_lane(made, one.id, 2, two.id, 9)
    assert [g.title for g in away.block(two.id).parallel] == ["Autoridades"]
    assert move_lane(away, two.id, 0, one.id, 2) == made
