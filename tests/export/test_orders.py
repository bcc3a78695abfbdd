"""Selections and ready choices from the command line: what is asked for is what is written."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from indexer.errors import KbError
from kb_app.commands.export import export_verb
from kb_app.export import report
from kb_app.export.errors import ComparisonSize, LogoUnreadable, NothingToExport
from kb_app.export.material import LeftOut
from kb_app.export.presets import PRESETS
from kb_app.library.collections import CollectionMissing
from kb_app.notes.model import selected_quote
from kb_app.places import Places
from kb_app.program import Program
from tests.indexer.library import TITLES, UIDS, write_library

SHIPPED = Path(__file__).parents[2] / "content"


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    library = write_library(tmp_path / "library", SHIPPED)
    made = Program(Places(tmp_path / "data", (library,)), json=True)
    yield made
    made.close()


@pytest.fixture
def export(program: Program, tmp_path: Path) -> Callable[..., dict]:
    """Runs `export` and gives its JSON; errors are raised as they are."""

    def run(*words: str) -> dict:
        result: Result = CliRunner().invoke(
            export_verb, list(words), obj=program, catch_exceptions=True
        )
        if isinstance(result.exception, KbError):
            raise result.exception
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return run


def add_note(program: Program, body: str, slug: str = "lime", **more: object) -> None:
    edition = program.catalogue.entry(slug).edition("es")
    draft = selected_quote(edition, "Venden 40 sacos.")
    assert draft is not None
    program.notes.add(replace(draft, body=body, **more), edition)


def test_the_report_says_in_words_what_is_left_out(program, export, tmp_path):
    add_note(program, "El precio lo dijo su prima.")
    done = export("lime", "--with-notes", "--format", "html", "--out", str(tmp_path / "a.html"))
    (row,) = done["left_out"]
    assert row["kind"] == "private-note"
    assert row["words"] == "El precio lo dijo su prima."
    assert row["said"].startswith("Nota privada suya · Mujeres de la cal venden juntas: El precio")
    assert "prima" not in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_without_being_asked_no_note_goes_out(program, export, tmp_path):
    add_note(program, "Compartible", shareable=True)
    export("lime", "--format", "md", "--out", str(tmp_path / "a.md"))
    assert "Compartible" not in (tmp_path / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["pdf", "docx", "pptx", "epub", "html", "site", "txt", "md"])
def test_notes_go_out_alone_in_every_format(form, program, export, tmp_path):
    add_note(program, "Preguntar por el flete", shareable=True)
    path = tmp_path / f"notes.{form}"
    done = export("--notes-only", "--format", form, "--out", str(path))
    assert done["bytes"] == path.stat().st_size > 0
    if form in ("html", "txt", "md"):
        text = path.read_text(encoding="utf-8")
        assert "Preguntar por el flete" in text and "Venden 40 sacos." in text
        assert "Aquí queman piedra" not in text


def test_notes_alone_as_a_table_have_a_row_each_and_run_nothing(program, export, tmp_path):
    add_note(program, "=HYPERLINK(1)", shareable=True)
    add_note(program, "secreta")
    export("--notes-only", "--format", "csv", "--out", str(tmp_path / "n.csv"))
    rows = list(csv.reader(io.StringIO((tmp_path / "n.csv").read_text("utf-8-sig"))))
    assert [row[5] for row in rows] == ["body", "'=HYPERLINK(1)"]


def test_two_texts_stand_side_by_side(program, export, tmp_path):
    export("lime", "gold", "--compare", "--format", "csv", "--out", str(tmp_path / "c.csv"))
    rows = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text("utf-8-sig"))))
    assert rows[0][1:] == [TITLES["lime", "es"], TITLES["gold", "es"]]
    assert any("Venden 40 sacos." in cell for row in rows for cell in row)
    for form in ("pdf", "docx", "pptx", "html"):
        assert export("lime", "gold", "--compare", "--format", form, "--out",
                      str(tmp_path / f"c.{form}"))["bytes"]  # fmt: skip
    with pytest.raises(ComparisonSize):
        export("lime", "--compare", "--format", "csv", "--out", str(tmp_path / "d.csv"))


def test_a_collection_goes_out_in_its_order(program, export, tmp_path):
    mine = program.collections.create("Para la visita")
    for slug in ("lime", "gold"):
        program.collections.add(mine.id, UIDS[slug])
    export("--collection", "Para la visita", "--format", "md", "--out", str(tmp_path / "c.md"))
    text = (tmp_path / "c.md").read_text(encoding="utf-8")
    assert text.index(TITLES["lime", "es"]) < text.index(TITLES["gold", "es"])
    with pytest.raises(CollectionMissing):
        export("--collection", "no hay", "--format", "md", "--out", str(tmp_path / "d.md"))


def test_a_workshop_is_a_workbook_for_some_and_a_guide_for_others(program, export, tmp_path):
    plan = program.planner.create("Cal y agua", "es", days=1)
    for audience, title in (("participant", "Cuaderno"), ("facilitator", "Guía")):
        path = tmp_path / f"{audience}.docx"
        export("--workshop", plan.id, "--audience", audience, "--format", "docx", "--out",
               str(path))  # fmt: skip
        assert docx.Document(str(path)).core_properties.title.startswith(title)
    done = export("--workshop", plan.id, "--preset", "workshop", "--out", str(tmp_path))
    assert any(name.startswith("para-participantes/") for name in done["files"])


def test_an_archive_has_both_languages_and_its_sums_hold(program, export, tmp_path):
    path = tmp_path / "a.zip"
    export("--all", "--preset", "archive", "--out", str(path))
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        assert {"textos/lime.es.md", "textos/lime.en.md", "biblioteca.pdf",
                "biblioteca.docx", "LEAME.txt"} <= names  # fmt: skip
        for line in archive.read("SHA256SUMS").decode().splitlines():
            digest, name = line.split("  ", 1)
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
            names.discard(name)
    assert names == {"SHA256SUMS"}


@pytest.mark.parametrize("preset", [p for p in PRESETS if p != "workshop"])
def test_every_ready_choice_writes_a_file(preset, export, tmp_path):
    path = tmp_path / preset
    assert export("lime", "--preset", preset, "--out", str(path))["bytes"] == path.stat().st_size


def test_a_logo_stands_on_the_cover_and_what_is_none_is_said(export, tmp_path):
    Image.new("RGB", (60, 30), "green").save(tmp_path / "logo.png")
    path = tmp_path / "a.docx"
    export("lime", "--logo", str(tmp_path / "logo.png"), "--format", "docx", "--out", str(path))
    assert len(docx.Document(str(path)).inline_shapes) == 1
    (tmp_path / "no.png").write_text("no picture")
    with pytest.raises(LogoUnreadable):
        export("lime", "--logo", str(tmp_path / "no.png"), "--format", "pdf", "--out",
               str(tmp_path / "b.pdf"))  # fmt: skip


def test_no_selection_is_said(export, tmp_path):
    with pytest.raises(NothingToExport):
        export("--format", "pdf", "--out", str(tmp_path / "a.pdf"))
    with pytest.raises(NothingToExport):
        export("--notes-only", "--format", "pdf", "--out", str(tmp_path / "a.pdf"))


def test_a_format_or_a_ready_choice_is_asked_for(program, tmp_path):
    for words in ((), ("--format", "pdf", "--preset", "brief")):
        result = CliRunner().invoke(
            export_verb, ["lime", *words, "--out", str(tmp_path / "a")], obj=program
        )
        assert result.exit_code == 2


def test_the_summary_counts_each_kind_in_both_languages():
    rows = [LeftOut("facilitator", "A", "x"), LeftOut("facilitator", "A", "y"),
            LeftOut("private-note", "A", "palabra " * 60)]  # fmt: skip
    assert report.summary(rows, "en") == "2 notes for the facilitator, 1 private note of yours"
    assert report.summary(rows, "es") == "2 notas para quien facilita, 1 nota privada suya"
    assert report.summary((), "es") == ""
    assert report.lines(rows, "es")[2].endswith("palabra …")
