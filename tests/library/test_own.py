"""Texts of one's own: taken in, sent back to whoever sent the text they change, taken out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.errors import DocumentUnreadable
from kb_app.cli import main
from kb_app.export.steps import finished
from kb_app.library.catalogue import BUILT_IN, MINE
from kb_app.packs.gate import open_pack
from kb_app.packs.writer import write_pack
from kb_app.places import Places
from kb_app.program import Program
from tests.indexer.library import case_text, write_library


@pytest.fixture
def library(tmp_path: Path, content: Path) -> Path:
    return write_library(tmp_path / "content", content)


@pytest.fixture
def program(tmp_path: Path, library: Path):
    made = Program(Places(tmp_path / "data", (library,)))
    yield made
    made.close()


def own_file(tmp_path: Path, text: str, name: str = "lime.es.md") -> Path:
    path = tmp_path / "mine" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shelf(program: Program, slug: str = "lime") -> str:
    program.library_changed()
    return program.catalogue.entry(slug).shelf


def test_a_changed_text_stands_before_the_one_that_ships_and_goes_again(program, tmp_path):
    changed = case_text("lime", "es").replace("40 sacos", "55 sacos")
    taken = program.own_texts.take(own_file(tmp_path, changed))
    assert shelf(program) == MINE
    assert "55 sacos" in program.catalogue.entry("lime").edition("es").raw
    assert "40 sacks" in program.catalogue.entry("lime").edition("en").raw
    program.own_texts.take_back(taken)
    assert shelf(program) == BUILT_IN
    assert "40 sacos" in program.catalogue.entry("lime").edition("es").raw


def test_what_the_sender_gets_back_is_newer_than_what_was_sent(program, tmp_path, library):
    sender = Program(Places(tmp_path / "sender", (library,)))
    pack = tmp_path / "out.batea"
    entries = [sender.catalogue.entry("lime")]
    write_pack(sender.sending.contents("Cal", entries), pack)
    finished(program.imports.take(pack, finished(program.imports.preview(pack))))
    changed = case_text("lime", "es").replace("40 sacos", "55 sacos")
    program.own_texts.take(own_file(tmp_path, changed))
    program.library_changed()
    answer = tmp_path / "answer.batea"
    write_pack(program.sending.reply(open_pack(pack), "Re: Cal"), answer)
    seen = finished(sender.imports.preview(answer))
    assert [(row.lang, row.state, row.default) for row in seen.rows] == [("es", "update", "take")]
    sender.close()


def test_a_new_case_of_ones_own_goes_into_a_pack(program, tmp_path):
    uid = "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c99"
    text = case_text("lime", "es").replace("0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01", uid)
    program.own_texts.take(own_file(tmp_path, text, "mi-caso.es.md"))
    assert shelf(program, "mi-caso") == MINE
    pack = tmp_path / "p.batea"
    write_pack(program.sending.contents("Mío", [program.catalogue.entry("mi-caso")]), pack)
    assert [(e.uid, e.lang) for e in open_pack(pack).editions.values()] == [(uid, "es")]


def test_a_file_that_is_no_text_changes_nothing(program, tmp_path):
    with pytest.raises(DocumentUnreadable):
        program.own_texts.take(own_file(tmp_path, "no front matter"))
    assert shelf(program) == BUILT_IN


def test_by_command_line(capsys, tmp_path, library):
    path = own_file(tmp_path, case_text("lime", "es").replace("40 sacos", "55 sacos"))
    place = ["--json", "--data", str(tmp_path / "d"), "--content", str(library), "own"]
    said = []
    for words in (["add", str(path)], ["list"], ["remove", "lime"], ["list"]):
        with pytest.raises(SystemExit) as end:
            main([*place, *words])
        assert end.value.code in (0, None)
        said.append(json.loads(capsys.readouterr().out))
    assert said[0]["added"][0]["slug"] == "lime"
    assert [row["slug"] for row in said[1]["own"]] == ["lime"]
    assert said[2]["languages"] == ["es"]
    assert said[3]["own"] == []
