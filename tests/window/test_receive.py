"""What is offered of a pack can be read whole before anything is taken."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from kb_app.views.packs.receive import Offer, OfferRow, ReceiveDialog


@pytest.mark.parametrize("word", ["Dejar el mío", "Take theirs, and keep mine beside it"])
def test_what_to_do_with_a_text_is_not_cut(person, word):
    parent: QWidget = person.desk.window
    dialog = ReceiveDialog(person.desk.look, parent)
    state = "ya lo tiene · usado en: Taller de Quimistán; esos quedan como están"
    row = OfferRow("a", "Un título", "Español", state, "", (("keep", word), ("take", "Sí")))
    dialog.show_offer(Offer("Paquete", "", "", "", "", (row,), (), ""))
    box = dialog.table.cellWidget(0, 3)
    person.see(lambda: box.width() >= box.sizeHint().width())
    assert box.sizeHint().width() > box.fontMetrics().horizontalAdvance(word)
    dialog.reject()
