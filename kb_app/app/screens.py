"""The screens of the program, in the order in which the tour shows them: what a person would do
to see each. To add one: a function here and a row of `SCREENS`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kb_app.app.guide import Guide
from kb_app.tour import CASE

COMPARED = ("nicaragua-bonanza-women-cooperatives", CASE)
# What brings the screen about; it returns another window to be shown instead of the main one.
Screen = tuple[str, Callable[[Guide], QWidget | None]]


def _home(guide: Guide) -> None:
    guide.room("home")


def _explore(guide: Guide) -> None:
    guide.room("explore").view.set_shape("list")
    _search(guide, "mineria de oro mujeres")


def _search(guide: Guide, words: str) -> None:
    """Ask, and wait for what stands beside the results of just this question."""
    room = guide.room("explore")
    guide.desk.search(words)
    guide.until("search", lambda: room.answered.answer and room.answered.answer.query.text == words)
    guide.until("beside", lambda: room.view.detail.uid == room.view.current_uid())


def _cards(guide: Guide) -> None:
    guide.room("explore").view.set_shape("cards")


def _table(guide: Guide) -> None:
    guide.room("explore").view.set_shape("table")


def _map(guide: Guide) -> None:
    _search(guide, "")
    guide.room("explore").view.set_shape("map")


def _nothing(guide: Guide) -> None:
    guide.room("explore").view.set_shape("list")
    guide.desk.search("xyzzyplugh")
    guide.until("empty", lambda: not guide.room("explore").result_uids())


def _read(guide: Guide) -> None:
    guide.desk.search("")
    guide.desk.open_entry(guide.uid(CASE), guide.desk.ui)


def _both(guide: Guide) -> None:
    guide.desk.act("both")


def _module(guide: Guide) -> None:
    guide.desk.act("both")
    guide.desk.open_entry(guide.uid("gender-concepts-why-asm"), guide.desk.ui)


def _compare(guide: Guide) -> None:
    room = guide.room("explore")
    room.tabs.show_results()
    for slug in COMPARED:
        room.comparing.toggle(guide.uid(slug))
    room.comparing.show()


def _like_ours(guide: Guide) -> None:
    room = guide.room("explore")
    room.comparing.empty()
    room.tabs.cover_results(None)
    room.comparing.describe()


def _notes(guide: Guide) -> None:
    guide.room("notes")


def _country(guide: Guide) -> None:
    guide.desk.open_entry(guide.uid("HN"), guide.desk.ui)


def _workshops(guide: Guide) -> None:
    guide.room("workshops").view.show_list()


def _plan(guide: Guide) -> None:
    room = guide.room("workshops")
    room.open(guide.desk.program.workshops.all()[0].id)


def _run(guide: Guide) -> None:
    room = guide.room("workshops")
    room.turn_to("run")
    room.running.ask("begin")


def _projector(guide: Guide) -> QWidget:
    room = guide.room("workshops")
    room.running.ask("projector")
    room.running.ask("next")
    projector: QWidget = room.running.projector
    return projector


def _people(guide: Guide) -> None:
    guide.room("workshops").running.ask("projector")
    guide.room("workshops").turn_to("people")


def _tests(guide: Guide) -> None:
    guide.room("workshops").turn_to("tests")


def _agreed(guide: Guide) -> None:
    guide.room("workshops").turn_to("agreed")


def _papers(guide: Guide) -> None:
    guide.room("workshops").turn_to("papers")


def _follow(guide: Guide) -> None:
    guide.room("follow")


def _packs(guide: Guide) -> None:
    guide.room("packs")


def _send(guide: Guide) -> None:
    sender = guide.room("packs").sending
    sender.open((guide.uid(CASE),), "brief")
    guide.until("send", lambda: not sender.dialog.preview.sheet.picture.isNull())


def _receive(guide: Guide) -> None:
    guide.room("packs").open_pack(str(guide.pack))
    guide.until("receive", guide.open_dialog)


def _backups(guide: Guide) -> None:
    guide.desk.act("backups")


def _palette(guide: Guide) -> None:
    guide.desk.act("palette")


def _help(guide: Guide) -> None:
    guide.desk.act("help")


SCREENS: tuple[Screen, ...] = (
    ("home", _home),
    ("explore", _explore),
    ("explore-cards", _cards),
    ("explore-table", _table),
    ("explore-map", _map),
    ("explore-nothing", _nothing),
    ("read", _read),
    ("read-both", _both),
    ("read-module", _module),
    ("compare", _compare),
    ("like-ours", _like_ours),
    ("read-country", _country),
    ("notes", _notes),
    ("workshops", _workshops),
    ("workshop-plan", _plan),
    ("workshop-run", _run),
    ("workshop-projector", _projector),
    ("workshop-people", _people),
    ("workshop-tests", _tests),
    ("workshop-agreed", _agreed),
    ("workshop-papers", _papers),
    ("follow", _follow),
    ("packs", _packs),
    ("send", _send),
    ("receive", _receive),
    ("backups", _backups),
    ("palette", _palette),
    ("help", _help),
)
