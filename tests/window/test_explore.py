"""Finding in the real window: typing, filters, chips, shapes, empty states."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtWidgets import QLineEdit, QPushButton

from kb_app.notes.model import selected_quote
from kb_app.views.explore.map import _spread
from kb_app.views.explore.results import ResultList, ResultsModel
from kb_app.views.explore.rows import Row
from kb_app.views.look import Look
from tests.indexer.library import case_text

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


def explore(person):
    return person.desk.room("explore")


def uid(person, slug):
    return person.desk.program.catalogue.entry(slug).uid


def test_collections_keep_order_and_remarks_and_a_deleted_one_comes_back(person):
    keep = person.desk.program.collections
    made = keep.create("Talanga")
    for slug in ("lime", "gold"):
        keep.add(made.id, uid(person, slug))
    person.desk.go("explore").open_collection(made.id)
    page = explore(person).view.collection
    person.see(page.list.isVisible)
    person.press("Alt+Down", page.list)
    person.see(lambda: keep.get(made.id).items[0].uid == uid(person, "gold"))
    assert page.list.current_note() == uid(person, "lime")
    page.remark.setFocus()
    person.write("Para el segundo dia")
    person.press("Return", page.remark)
    person.see(lambda: keep.get(made.id).items[1].remark == "Para el segundo dia")
    page.list.setFocus()
    person.press("Delete", page.list)
    person.see(lambda: len(keep.get(made.id).items) == 1)
    person.click(person.button(page.undo, "Reponerlo"))
    person.see(lambda: keep.get(made.id).items[1].remark == "Para el segundo dia")
    person.click(person.find("collection-delete"))
    person.see(lambda: keep.get(made.id) is None)
    person.click(person.button(page.undo, "Recuperarla"))
    person.see(lambda: len(keep.get(made.id).items) == 2)


def test_a_kept_search_brings_words_and_filters_back(person):
    person.type("searchBox", "cal")
    room = explore(person)
    person.see(lambda: person.titles()[:1] == [LIME])
    person.see(lambda: room.view.facets.box("mineral", "lime"))
    room.view.facets.box("mineral", "lime").click()
    person.see(lambda: person.button(room.view, "Cal  ✕"))
    room.gathering.keep_search("La cal en Honduras")
    room.filter_by("mineral", "gold")
    person.see(lambda: person.titles() == [GOLD])
    room.open_lists()
    tree = room.view.left.mine.tree
    while "La cal en Honduras" not in tree.currentItem().text(0) if tree.currentItem() else True:
        person.press("Down", tree)
    person.press("Return", tree)
    person.see(lambda: person.titles() == [LIME])
    assert person.find("searchBox", QLineEdit).text() == "cal"
    person.press("Delete", tree)
    person.see(lambda: room.view.left.mine.words_of("search") == [])


def test_my_lists_say_what_they_are_for_while_they_are_empty(person):
    person.desk.go("explore").open_lists()
    groups = explore(person).view.left.mine._groups
    assert all(group.rows or group.nothing for group in groups)
    assert [group.title for group in groups] == [
        "Colecciones", "Búsquedas guardadas", "Marcadores", "Leído hace poco", "Buscado hace poco",
    ]  # fmt: skip


def test_a_passage_of_the_other_language_is_marked_and_named_in_mine(person):
    person.type("searchBox", "sacks")
    room = explore(person)
    person.see(lambda: room.answered.answer and room.answered.answer.query.text == "sacks")
    row = room.answered.rows[0]
    assert "en inglés" in row.badges
    assert "Resultados" in row.place and "Results" not in row.place


def test_my_notes_stand_beside_the_results_and_open_at_their_place(person):
    program = person.desk.program
    edition = program.catalogue.entry("lime").edition("es")
    draft = selected_quote(edition, "Venden 40 sacos")
    program.notes.add(replace(draft, body="¿Quién fija el precio?"), edition)
    person.desk.notes_changed.emit()
    person.type("searchBox", "precio")
    view = explore(person).view
    person.see(view.in_notes.isVisible)
    person.click(person.button(view.in_notes, "Verlas"))
    person.see(view.notes.hasFocus)
    person.press("Down", view.notes)
    person.press("Return", view.notes)
    person.see(lambda: explore(person).reading.here)
    here = explore(person).reading.here
    assert here.title == LIME and here.reader.notes.editor.current()


def test_the_map_is_walked_with_the_arrows_and_enter_filters(person):
    person.desk.go("explore").view.set_shape("map")
    view = explore(person).view.map
    person.see(lambda: view.world.spots().get("HN"))
    assert view.regions.current() == "central" and view.world.outside() == 0
    person.press("Right", view.world)
    assert view.world.accessibleDescription() == "Honduras: 2"
    person.press("Return", view.world)
    assert person.button(explore(person).view, "Honduras  ✕")
    assert view.list.topLevelItem(0).text(1) == "2"


def test_numbers_on_the_map_never_cover_each_other():
    crowd = {str(n): QPointF(100 + n % 3, 100 + n % 2) for n in range(8)}
    spots = list(_spread(crowd, 24).values())
    apart = [
        (one - other).manhattanLength() for at, one in enumerate(spots) for other in spots[at + 1 :]
    ]
    assert min(apart) > 20


def test_panels_fold_where_there_is_no_room_and_come_when_asked_for(person):
    person.desk.go("explore")
    sides = explore(person).view.sides
    assert sides.is_shown("left") and sides.is_shown("right")
    person.opening.look.set_scale(1.6)
    person.see(lambda: not sides.is_shown("right"))
    person.press("Shift+F9")
    person.see(lambda: sides.is_shown("right") and not sides.is_shown("left"))
    person.press("F9")
    person.see(lambda: sides.is_shown("left") and not sides.is_shown("right"))
    person.opening.look.set_scale(1.0)
    person.see(lambda: sides.is_shown("left") and sides.is_shown("right"))


def test_cases_like_ours_say_why_in_words(person):
    explore_room = person.desk.go("explore")
    explore_room.comparing.describe()
    dialog = person.dialog()
    dialog.country.setCurrentIndex(dialog.country.findData("HN"))
    dialog.words["organisation"].setFocus()
    person.qtbot.keyClicks(dialog.words["organisation"], "sacos")
    person.see(lambda: "Se parece: mismo país: Honduras" in person.words(dialog))
    assert "habla de: sacos" in person.words(dialog)
    person.click(person.button(dialog, "Empezar de nuevo"))
    person.see(lambda: "mismo país" not in person.words(dialog))
    dialog.reject()


def test_results_come_in_pieces_when_their_end_is_reached_in_the_order_asked(person, monkeypatch):
    monkeypatch.setattr("kb_app.app.exploring.AT_ONCE", 1)
    room = person.desk.go("explore")
    room._ask()
    total = len(person.desk.program.catalogue)
    assert total > 1
    person.see(lambda: len(person.titles()) == total)  # the list has room for all
    assert sorted(person.titles()) == person.titles()
    position = room.view.sort.findText("Por país")
    room.view.sort.setCurrentIndex(position)
    room.view.sort.activated.emit(position)
    person.see(lambda: room.answered.answer.query.order == "country")
    person.see(lambda: len(person.titles()) == total)
    assert len(set(person.titles())) == total


def test_a_text_of_ones_own_is_dropped_on_the_window_and_taken_back(person, tmp_path):
    path = tmp_path / "lime.es.md"
    path.write_text(case_text("lime", "es").replace("venden juntas", "venden más"), "utf-8")
    person.window.file_dropped.emit(str(path))
    mine = "Mujeres de la cal venden más"
    uid = person.desk.program.catalogue.entry("lime").uid
    person.see(lambda: person.desk.title(uid) == mine)
    back = [b for b in person.window.notice.findChildren(QPushButton) if b.isVisible()]
    person.click(next(b for b in back if b.text() == "Quitarlo"))
    person.see(lambda: person.desk.title(uid) == LIME)


def test_what_resembles_a_case_follows_when_the_person_rests(person):
    person.type("searchBox", "cal")
    detail = explore(person).view.detail
    person.see(lambda: detail.uid == uid(person, "lime"))
    person.see(lambda: person.button(detail, GOLD))
    person.click(person.button(detail, GOLD))
    assert detail.uid == uid(person, "gold")


class Painted(QObject):
    """What the middle of Explore showed each time that some of it was painted."""

    def __init__(self, room) -> None:
        super().__init__()
        self._room = room
        self.seen: list[tuple[str, bool, tuple[str, ...]]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = self._room.view
        if event.type() == QEvent.Type.Paint and watched in (view.list.viewport(), view.blank):
            asked = self._room.answered.answer.query.text
            has_list = view.stack.currentWidget() is view.list
            self.seen.append((asked, has_list, tuple(row.uid for row in view.model.rows)))
        return False


def test_every_letter_is_answered_and_no_list_is_shown_empty_in_between(person):
    room = person.desk.go("explore")
    person.see(person.titles)
    painted = Painted(room)
    for widget in (room.view.list.viewport(), room.view.blank):
        widget.installEventFilter(painted)
    word = "lavadoras"
    for end in range(1, len(word) + 1):
        person.type("searchBox", word[end - 1])
        person.see(lambda: painted.seen and painted.seen[-1][0] == person.window.top.box.text())
    for asked, has_list, uids in painted.seen:
        assert has_list and uid(person, "gold") in uids, asked
    assert [asked for asked, _, _ in painted.seen if asked][-1] == word
    assert {asked for asked, _, _ in painted.seen} >= {word[:n] for n in range(1, len(word) + 1)}


def test_the_keyboard_stays_with_its_filter_when_the_counts_change_places(person):
    room = person.desk.go("explore")
    facets = room.view.facets
    person.see(lambda: facets.box("mineral", "lime"))
    assert facets.box("mineral", "gold")
    facets.box("mineral", "lime").setFocus()
    room.search("cal")
    person.see(lambda: facets.box("mineral", "gold") is None)  # nothing of gold was found
    assert facets.box("mineral", "lime").hasFocus()
    facets.box("mineral", "lime").click()
    person.see(lambda: person.button(room.view, "Cal  ✕"))
    person.see(lambda: person.titles() == [LIME])


def test_each_shape_shows_the_results_and_the_one_that_is_looked_at(person):
    room = person.desk.go("explore")
    view = room.view
    person.see(lambda: len(view.model.rows) == 2)
    person.press("Down", view.list)
    second = view.current_uid()
    for shape, widget in (("table", view.table), ("cards", view.cards), ("list", view.list)):
        view.shapes.buttons[shape].click()
        person.see(widget.isVisible)
        assert widget.model().rowCount() == 2
        assert view.current_uid() == second
        assert widget.currentIndex().row() == 1
    room.search("cal")
    person.see(lambda: person.titles()[:1] == [LIME])


def test_what_is_beside_the_results_follows_when_the_typing_pauses(person):
    person.type("searchBox", "cal")
    room = explore(person)
    person.see(lambda: room.view.detail.uid == uid(person, "lime") == room.view.current_uid())
    person.see(lambda: room.view.facets.box("mineral", "lime"))
    assert not room.answered.is_typing


def test_results_take_the_room_they_need_when_only_the_width_changes(qtbot):
    row = Row(
        "one", "es", (("Un título que es largo y pide más líneas donde hay poco lugar", False),),
        "Perú", "", (("Un resumen que también se parte en varias líneas si hace falta", False),),
        ("formalización",), "strong", "evidencia fuerte", (), "", 0, "Caso", "Perú", "", "",
    )  # fmt: skip
    model = ResultsModel()
    rows = ResultList(Look(), model)
    rows.setModel(model)
    qtbot.addWidget(rows)
    rows.resize(900, 600)
    rows.show()
    model.set_rows([row, replace(row, uid="two")])
    second = model.index(1, 0)
    before = rows.visualRect(second).top()
    rows.resize(260, 600)
    qtbot.waitUntil(lambda: rows.visualRect(second).top() > before)
    assert rows.visualRect(second).top() >= rows.visualRect(model.index(0, 0)).bottom()
