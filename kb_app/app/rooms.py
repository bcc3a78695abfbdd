"""The rooms of the window, in their order. To add one: a line here and a module with `make`.

A module is loaded when its room is first opened, through importlib: the first picture must
not wait for rooms that nobody has asked for yet.
"""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kb_app.app.desk import Desk


@dataclass(frozen=True)
class RoomSpec:
    """`icon` is a file of resources/icons; `module` has `make(desk) -> Room`. The word of a
    room is the action `go.<id>` of `views/shell/actions.py`.
    """

    id: str
    icon: str
    module: str


_KNOWN = (
    RoomSpec("home", "house", "kb_app.app.welcoming"),
    RoomSpec("explore", "compass", "kb_app.app.exploring"),
    RoomSpec("workshops", "calendar", "kb_app.app.planning"),
    RoomSpec("notes", "sticky-note", "kb_app.app.noting"),
    RoomSpec("packs", "package", "kb_app.app.exchanging"),
    RoomSpec("follow", "flag", "kb_app.app.following"),
)

ROOMS = tuple(spec for spec in _KNOWN if importlib.util.find_spec(spec.module))


class Room(QObject):
    """A room: its widget, and what connects it with the services of the program.

    The widget may have `panels()`: the widgets that F6 walks.
    """

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(desk)
        self.desk = desk
        self.widget = widget

    def act(self, action: str) -> bool:
        """Do something of the list of actions; False when it is none of this room's."""
        return False

    def shown(self) -> None:
        """The room has come to the front."""

    def left(self) -> None:
        """Another room has come to the front."""

    def library_changed(self) -> None:
        """The library was read anew."""

    def indexed(self) -> None:
        """The index is up to date with the library."""

    def leaving(self) -> None:
        """The window is about to close: save what is not saved yet."""


def make_room(spec: RoomSpec, desk: Desk) -> Room:
    """Load the module of a room and make it."""
    room: Room = importlib.import_module(spec.module).make(desk)
    return room
