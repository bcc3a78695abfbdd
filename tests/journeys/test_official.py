"""The official: from the ready agenda of three days to the report, at the window by keyboard;
and the same through the command line.
"""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from kb_app.cli import main
from tests.window.conftest import open_person
from tests.workshops.test_window import here, type_into

PEOPLE = (
    ("Ana Lopez", "F", "3"), ("Rosa Mejia", "F", "2"), ("Luis Paz", "M", "4"),
    ("Marta Diaz", "F", "3"), ("Jose Cruz", "M", "5"),
)  # fmt: skip


@pytest.fixture
def official(qtbot, tmp_path, content):
    """Somebody of an agency before the window, over all the material."""
    made = open_person(qtbot, tmp_path / "data", content, wait=False)
    made.see(lambda: made.opening.desk is not None and made.desk.here is not None)
    yield made
    made.window.close()
    made.opening.close()


def test_three_days_in_quimistan_for_28_people(official, tmp_path):
    person, desk = official, official.desk

    # She makes the plan from the agenda of three days.
    person.press("Alt+3")
    room = desk.room("workshops")
    person.press("Ctrl+N")
    dialog = person.dialog()
    assert dialog.template.currentData() == "three-days"
    person.qtbot.keyClicks(dialog.title, "Quimistan")
    dialog.participants.selectAll()
    person.qtbot.keyClicks(dialog.participants, "28")
    dialog.group_size.selectAll()
    person.qtbot.keyClicks(dialog.group_size, "7")
    person.qtbot.keyClicks(dialog.venue, "salon municipal")
    person.press("Return", dialog.title)
    person.see(room.view.in_workspace)
    # Without a window manager nobody gives the keyboard back when a dialog has closed.
    person.see(lambda: QApplication.activeWindow() is None)
    person.window.activateWindow()
    person.see(person.window.isActiveWindow)
    plan = room.plan.workshop
    assert (plan.participants, plan.groups(), len(plan.days)) == (28, 4, 3)

    # She changes it: a block later, a case more, a name, all undone and done again.
    days = [card.list for card in room.view.plan.days]
    days[0].setFocus()
    person.press("Alt+Down")
    moved = room.plan.workshop
    person.press("Ctrl+F")
    person.qtbot.keyClicks(here(person), "Agua Fria")
    person.press("Return")
    assert len(room.plan.workshop.blocks()) == len(plan.blocks()) + 1
    person.press("Ctrl+Z")
    assert room.plan.workshop == moved
    person.press("Ctrl+Y")
    days[1].setFocus()
    person.press("Return")
    editor = room.view.plan.side.editor
    roles = editor.tables["roles"]
    roles.begin()
    type_into(person, roles, "Dirige")
    type_into(person, roles, "Marta")
    editor.tell()
    led = [b for b in room.plan.workshop.blocks() if "Marta" in b.roles.values()]
    assert len(led) == 1
    person.see(lambda: room.view.plan.side.checks._shown)

    # One button makes the folder.
    out = tmp_path / "carpeta"
    out.mkdir()
    room.papers.make_folder(out)
    person.qtbot.waitUntil(lambda: (out / "quimistan").is_dir(), timeout=120_000)
    files = {p.name for p in (out / "quimistan" / "para-participantes").iterdir()}
    assert {
        "01-agenda-para-la-pared.pdf", "02-agenda-para-la-pared-en-cuatro-hojas.pdf",
        "04-cuaderno-de-participantes.docx", "05-diapositivas.pptx",
    } <= files  # fmt: skip
    person.see(lambda: room.view.papers.notice.words.text())

    # She runs the morning; it gets late, and one key accepts what is proposed.
    now = [datetime(2026, 5, 12, 8, 0)]
    room.running.clock = lambda: now[0]
    person.press("F5")
    view = room.view.run
    person.see(lambda: room.running.run is not None)
    person.press("P", view)
    screen = room.running.projector
    person.see(screen.isVisible)
    for _ in range(4):
        person.press("N", screen)
    now[0] = datetime(2026, 5, 12, 10, 5)
    room.running.tick()
    before = room.plan.workshop
    assert room.running.proposals()
    person.press("A", screen)
    assert room.plan.workshop != before
    person.press("H", view)
    assert screen.page.bars
    for key in "aab":
        person.qtbot.keyClicks(screen, key)
    assert [hands for _letter, _words, hands in screen.page.bars][:2] == [2, 1]
    person.press("Escape", view)
    person.press("P", view)

    # Who came, before and after, what was agreed.
    person.press("Ctrl+3")
    table = room.view.people.table
    table.begin()
    for number, (name, sex, age) in enumerate(PEOPLE):
        type_into(person, table, name)
        person.press(sex, table)
        person.press(age, table)
        for words in ("INHGEOMIN", "Quimistan"):
            if number:
                person.press("Return", table)
            else:
                type_into(person, table, words)
    person.press("Ctrl+4")
    table = room.view.tests.table
    table.begin()
    for number in range(13):
        for words in (f"m{number}", str(number % 5), str(4 + number % 5)):
            type_into(person, table, words)
    person.press("Ctrl+5")
    table = room.view.agreed.table
    table.begin()
    for words in ("Grupo 1", "Registrar a las mujeres", "Ana Lopez", "+30", "12 en el padron"):
        type_into(person, table, words)

    # The report, in Word, without names; and what is due, in Follow-up.
    person.press("Ctrl+6")
    room.papers.save("report", "docx", tmp_path / "informe.docx")
    person.see((tmp_path / "informe.docx").exists)
    kept = desk.program.room
    assert kept.totals(room.plan.workshop.id).by_sex == {"F": 3, "M": 2, "X": 0}
    learning = kept.learning(room.plan.workshop.id)
    assert learning is not None and (learning.pairs, learning.honest) == (13, True)
    person.press("Alt+6")
    follow = desk.room("follow")
    person.see(lambda: len(follow.view.agreed.table.entries.rows) == 1)
    assert not [line for line in follow.view.findChildren(QLineEdit) if line.isVisible()]


def test_the_same_through_the_command_line(tmp_path, content, capsys):
    def batea(*words):
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main(["--data", str(tmp_path / "data"), "--content", str(content), "--json",
                  "workshop", *map(str, words)])  # fmt: skip
        assert end.value.code == 0
        return json.loads(capsys.readouterr().out)

    plan = batea("new", "Quimistán", "--template", "three-days", "--participants", 28,
                 "--group-size", 7, "--date", "2026-05-12", "--lang", "es")["id"]  # fmt: skip
    shown = batea("show", plan)
    blocks = shown["days"][0]["blocks"]
    batea("block", plan, blocks[1]["id"], "--lead", "Marta", "--to", 1, 3)
    batea("add", plan, "honduras-agua-fria-casa-blanca-cooperative", "--day", 2)
    on = next(b for b in blocks if b["method"] == "activity" and b["minutes"] > 60)
    late = batea("late", plan, on["id"], "--began", "10:40", "--now", "11:00", "--accept")
    assert late["late"] > 0 and late["accepted"]
    people = tmp_path / "lista.csv"
    people.write_text("\n".join(f"Persona {n},{'FM'[n % 2]},30-44,INHGEOMIN,Quimistán"
                                for n in range(28)), "utf-8")  # fmt: skip
    assert batea("attend", plan, "--file", people)["added"] == 28
    assert batea("attendance", plan)["by_sex"]["F"] == 14
    for number in range(12):
        batea("score", plan, f"m{number}", "--before", 3, "--after", 9)
    batea("commit", plan, "Registrar", "--team", "Grupo 1", "--due", "+30")
    assert len(batea("commitments", "--due")["commitments"]) == 1
    assert batea("report", plan, "--out", tmp_path / "informe.docx")["bytes"] > 10_000
    made = batea("folder", plan, "--out", tmp_path)
    assert len(made["files"]) == 15, made["files"]
    assert batea("show", plan)["times"][0]["over"] == 0
