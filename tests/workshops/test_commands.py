"""`batea workshop …`: all that the window does, for scripts."""

from __future__ import annotations

import json

import pytest

from kb_app.cli import main
from tests.indexer.library import write_library


@pytest.fixture
def batea(tmp_path, content, capsys):
    """Runs the command line over a small library; returns (exit code, answer)."""
    library = write_library(tmp_path / "content", content)

    def run(*words, ui="es"):
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main(["--data", str(tmp_path / "data"), "--content", str(library), "--ui", ui, "--json",
                  *map(str, words)])  # fmt: skip
        said = capsys.readouterr()
        return end.value.code, json.loads(said.out) if said.out.strip() else said.err

    return run


@pytest.fixture
def plan(batea):
    _, made = batea("workshop", "new", "Taller", "--days", 2, "--participants", 28,
                    "--group-size", 7, "--date", "2026-05-12")  # fmt: skip
    return made["id"]


def test_a_plan_is_made_filled_changed_and_shown(batea, plan):
    _, added = batea("workshop", "add", plan, "lime", "--day", 2, "--minutes", 40)
    (case,) = added["blocks"]
    batea("workshop", "add", plan, "-", "--title", "Almuerzo", "--kind", "break", "--day", 2,
          "--anchor", "12:00", "--minutes", 60)  # fmt: skip
    batea("workshop", "block", plan, case[:8], "--lead", "Ana", "--priority", 1, "--to", 1, 1)
    _, shown = batea("workshop", "show", plan)
    assert [len(day["blocks"]) for day in shown["days"]] == [1, 1]
    assert shown["days"][0]["blocks"][0]["roles"] == {"Dirige": "Ana"}
    assert shown["times"][1]["blocks"][0]["start"] == "12:00"
    copies = shown["materials"][0]
    assert (copies["item"], copies["quantity"], copies["per"]) == ("copia del caso", 28, "person")
    batea("workshop", "block", plan, case, "--remove")
    _, shown = batea("workshop", "show", plan)
    assert shown["days"][0]["blocks"] == []
    batea("workshop", "undo", plan)
    _, shown = batea("workshop", "show", plan)
    assert len(shown["days"][0]["blocks"]) == 1
    _, listed = batea("workshop", "list")
    assert [row["id"] for row in listed["workshops"]] == [plan]


def test_a_late_morning_is_mended(batea, plan):
    ids = []
    for title, minutes, kind in (("Reloj", 80, "talk"), ("Preguntas", 20, "talk")):
        _, added = batea("workshop", "add", plan, "-", "--title", title, "--minutes", minutes,
                         "--kind", kind)  # fmt: skip
        ids += added["blocks"]
    batea("workshop", "add", plan, "-", "--title", "Almuerzo", "--kind", "break", "--anchor",
          "12:00")  # fmt: skip
    batea("workshop", "block", plan, ids[1], "--priority", 3)
    _, said = batea("workshop", "late", plan, ids[0], "--began", "10:45", "--now", "10:50",
                    "--accept")  # fmt: skip
    assert (said["late"], said["accepted"]) == (25, True)
    assert said["proposals"][0]["after"] == 0
    _, shown = batea("workshop", "show", plan)
    assert [b["title"] for b in shown["days"][0]["blocks"]] == ["Reloj", "Almuerzo"]


def test_who_came_is_counted_and_names_leave_only_when_asked(batea, plan, tmp_path):
    rows = tmp_path / "lista.csv"
    rows.write_text("Ana,F,30-44,INHGEOMIN,Quimistán,sí\nLuis,m,x,Alcaldía\nnombre,sexo\n", "utf-8")
    _, added = batea("workshop", "attend", plan, "Rosa", "--sex", "F", "--file", rows)
    assert added["added"] == 3
    _, totals = batea("workshop", "attendance", plan, "--out", tmp_path / "totales.csv")
    assert (totals["people"], totals["by_sex"]["F"]) == (3, 2)
    assert "Ana" not in (tmp_path / "totales.csv").read_text("utf-8-sig")
    batea("workshop", "attendance", plan, "--names", "--out", tmp_path / "nombres.csv")
    named = (tmp_path / "nombres.csv").read_text("utf-8-sig")
    assert "Ana" in named and "Luis" not in named and "Rosa" not in named


def test_tests_commitments_calendar_and_reports(batea, plan, tmp_path):
    for number in range(12):
        batea("workshop", "score", plan, f"m{number}", "--before", 2, "--after", 6, "--of", 8)
    _, made = batea("workshop", "commit", plan, "Registrar", "--team", "Grupo 1", "--due", "+10")
    _, due = batea("workshop", "commitments", "--due", "--ics", tmp_path / "c.ics")
    assert [row["id"] for row in due["commitments"]] == [made["id"]]
    assert "BEGIN:VEVENT" in (tmp_path / "c.ics").read_text("utf-8")
    _, written = batea("workshop", "report", plan, "--out", tmp_path / "informe.docx")
    assert written["bytes"] > 10_000
    batea("workshop", "report", plan, "--out", tmp_path / "informe.pdf")
    assert (tmp_path / "informe.pdf").read_bytes().startswith(b"%PDF")
    batea("workshop", "outreach", "--place", "Quimistán", "--women", 9, "--day", "1/5/2026")
    _, follow = batea("workshop", "report", "--format", "pdf", "--out", tmp_path / "s.pdf")
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF") and follow["bytes"] > 1000
    batea("workshop", "commitments", "--done", made["id"])
    _, due = batea("workshop", "commitments", "--due")
    assert due["commitments"] == []


@pytest.mark.parametrize("ui", ["es", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ("show", "nothing"),
        ("new", "T", "--template", "ten-days"),
        ("new", "T", "--date", "mañana"),
        ("add", "PLAN", "no-such-entry"),
        ("add", "PLAN", "lime", "--day", "9"),
        ("add", "PLAN", "method:none"),
        ("block", "PLAN", "none"),
        ("commit", "PLAN", "x", "--due", "ayer"),
        ("attend", "PLAN", "--file", "no-such.csv"),
        ("run", "PLAN", "--day", "9", "--now", "8:00"),
        ("late", "PLAN", "none", "--began", "8:00", "--now", "x"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(batea, plan, words, ui):
    _, before = batea("workshop", "list")
    code, said = batea("workshop", *(plan if w == "PLAN" else w for w in words), ui=ui)
    assert code == 1 and isinstance(said, str) and said.strip()
    assert batea("workshop", "list")[1] == before
