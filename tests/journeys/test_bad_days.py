"""Bad input, as a person meets it: a sentence, the rest stays usable, nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.generations import Generations
from kb_app.app import session
from kb_app.app.instance import Instance
from kb_app.cli import main
from kb_app.notes.model import selected
from kb_app.places import Places
from kb_app.program import Program
from tests.indexer.library import write_library
from tests.window.conftest import Person, open_person

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def library(tmp_path: Path, content: Path) -> Path:
    return write_library(tmp_path / "content", content)


def batea(capsys, *words: object) -> tuple[int, str, str]:
    """Run a command; its exit code, what it answered, what it said."""
    with pytest.raises(SystemExit) as end:
        main([str(word) for word in words])
    said = capsys.readouterr()
    assert "Traceback" not in said.err + said.out
    return int(end.value.code or 0), said.out, said.err


def test_a_missing_content_folder_is_said(capsys, tmp_path):
    code, _, said = batea(
        capsys, "--data", tmp_path / "d", "--content", tmp_path / "none", "search", "oro"
    )
    assert code == 0
    assert "No se encuentra la carpeta del material" in said


def test_files_that_cannot_be_read_leave_the_rest_usable(capsys, tmp_path, library):
    cases = library / "case_studies"
    (cases / "latin.es.md").write_bytes(b"---\ntitle: Mina\xe9\n---\n")
    (cases / "yaml.es.md").write_text("---\n: : [\n---\nx", encoding="utf-8")
    (cases / "huge.es.md").write_bytes(b"a" * 50_000_000)
    place = ("--data", tmp_path / "d", "--content", library)
    code, found, _ = batea(capsys, *place, "search", "lavadoras")
    assert code == 0 and "Una lista para las lavadoras de oro" in found
    code, found, _ = batea(capsys, *place, "doctor")
    assert code == 1
    for name in ("latin.es.md", "yaml.es.md", "huge.es.md"):
        assert f"✗ El documento «{name}»" in found


@pytest.mark.parametrize("harm", ["index", "cache is a file"])
def test_a_broken_index_is_made_anew_without_a_word(capsys, tmp_path, library, harm):
    place = ("--data", tmp_path / "d", "--content", library)
    batea(capsys, *place, "search", "cal")
    cache = tmp_path / "d" / "cache"
    if harm == "index":
        for path in cache.rglob("*"):
            if path.is_file():
                path.write_bytes(b"not an index")
    else:
        shutil.rmtree(cache)
        cache.mkdir()
    code, found, _ = batea(capsys, *place, "search", "cal")
    assert code == 0 and "Mujeres de la cal venden juntas" in found


def test_an_index_that_breaks_while_the_window_is_open_is_made_anew(qtbot, tmp_path, library):
    person = open_person(qtbot, tmp_path / "d", library)
    search = person.desk.program.search
    search.close()
    for path in (tmp_path / "d" / "cache" / "index").rglob("arrays.bin"):
        path.write_bytes(b"not an index")
    person.type("searchBox", "lavadoras")
    person.see(lambda: person.titles()[:1] == ["Una lista para las lavadoras de oro"])
    person.see(search.is_current)
    person.see(lambda: person.window.status.index.text() == "Índice al día")
    person.window.close()
    person.opening.close()


def test_an_index_that_another_program_writes_is_not_called_up_to_date(
    qtbot, tmp_path, library, monkeypatch, capsys
):
    monkeypatch.setattr(session, "INDEX_AGAIN_MS", 50)
    data = tmp_path / "d"
    with Generations(data / "cache" / "index").lock() as lock:
        assert lock.take()
        code, _, said = batea(capsys, "--data", data, "--content", library, "index")
        assert code == 1 and "Otro programa está poniendo el índice al día" in said
        person = open_person(qtbot, data, library)
        assert person.window.status.index.text() == "Poniendo el índice al día"
    person.see(lambda: person.window.status.index.text() == "Índice al día")
    assert person.desk.program.search.is_current()
    person.window.close()
    person.opening.close()


def test_a_damaged_data_file_is_said_and_its_notes_are_there(capsys, tmp_path, library):
    places = Places(tmp_path / "d", (library,))
    program = Program(places)
    edition = program.catalogue.entry("lime").edition("es")
    program.notes.add(replace(selected(edition, 0, 10), body="Se queda"), edition)
    program.close()
    places.database.write_bytes(b"rubbish")
    place = ("--data", places.data, "--content", library)
    code, found, said = batea(capsys, *place, "notes", "list")
    assert code == 0 and "Se queda" in found
    assert "no se podía leer" in said and "Revise sus últimas notas" in said


def test_the_window_says_what_the_start_found(qtbot, tmp_path, library):
    places = Places(tmp_path / "d", (library,))
    program = Program(places)
    edition = program.catalogue.entry("lime").edition("es")
    program.notes.add(replace(selected(edition, 0, 10), body="Se queda"), edition)
    program.close()
    places.database.write_bytes(b"rubbish")
    person = open_person(qtbot, places.data, library)
    person.see(lambda: "no se podía leer" in notice(person))
    assert [note.body for note in person.desk.program.notes.all()] == ["Se queda"]
    person.window.close()
    person.opening.close()


def test_the_window_opens_without_any_material(qtbot, tmp_path):
    person = open_person(qtbot, tmp_path / "d", tmp_path / "none")
    person.desk.go("explore")
    person.see(lambda: "La biblioteca está vacía" in shown(person))
    person.window.close()
    person.opening.close()


def notice(person: Person) -> str:
    return person.window.notice.findChildren(type(person.window.status.saved))[0].text()


def shown(person: Person) -> str:
    kind = type(person.window.status.saved)
    return " ".join(lab.text() for lab in person.window.findChildren(kind) if lab.isVisible())


def test_a_second_start_brings_the_first_window_forward(qtbot, tmp_path, library):
    places = Places(tmp_path / "d", (library,))
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from kb_app.app.instance import Instance; from kb_app.places import Places;"
        "app = QCoreApplication([]);"
        "made = Instance(Places(Path(sys.argv[1]), ()));"
        "first = made.is_first(); print(first); first or made.raise_first('p.batea')"
    )
    first = Instance(places)
    assert first.is_first()
    first.listen()
    raised: list[str] = []
    first.raised.connect(raised.append)
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(places.data)], cwd=REPOSITORY, stdout=subprocess.PIPE
    )
    qtbot.waitUntil(lambda: raised == ["p.batea"], timeout=15_000)
    assert process.communicate()[0].strip() == b"False"


@pytest.mark.parametrize("ui", ["es", "en"])
def test_without_a_display_a_sentence_and_exit_2(tmp_path, ui):
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "kb_app", "--ui", ui, "--data", str(tmp_path)],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert ("display" if ui == "en" else "pantalla") in done.stderr


def test_a_truncated_pack_is_refused_and_changes_nothing(capsys, tmp_path, library):
    place = ("--data", tmp_path / "d", "--content", library)
    pack, cut = tmp_path / "p.batea", tmp_path / "cut.batea"
    batea(capsys, *place, "pack", "create", "--out", pack, "lime")
    cut.write_bytes(pack.read_bytes()[:-500])
    before = batea(capsys, *place, "dump")[1]
    code, answer, said = batea(capsys, "--json", *place, "pack", "import", cut)
    assert code == 1 and json.loads(answer)["verdict"] == "refused"
    assert "No se ha cambiado nada" in said
    assert batea(capsys, *place, "dump")[1] == before


def test_a_file_where_the_cache_should_be_does_not_stop_the_search(capsys, tmp_path, library):
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "cache").write_text("a file where a folder should be")
    place = ("--data", tmp_path / "d", "--content", library)
    _, found, _ = batea(capsys, *place, "search", "cal")
    assert "Mujeres de la cal venden juntas" in found
