"""The report of one page is one page, in PDF and in Word, and says what it leaves out."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest

from kb_app.export.exports import export_to
from kb_app.export.material import Credits
from kb_app.export.pdf import pages_of
from kb_app.export.sheets import paper_material
from kb_app.workshops.chart import REPORT_RATIO, results_chart
from kb_app.workshops.papers import paper
from kb_app.workshops.result_papers import Results
from kb_app.workshops.room import Commitment, Score, Totals, paired
from tests.workshops.plans import block, day, plan

LONG = ("Llevar a la corporación municipal, con la cooperativa y la oficina de la mujer, una "
        "propuesta escrita de guardería móvil para las madres que lavan oro en el río")  # fmt: skip
SHORT = "Abrir en la alcaldía un registro de güiriseras con nombre propio, no del esposo"


def held(days=5, agreed=12, what=SHORT, institutions=5, notes="Llovió el segundo día.", lang="es"):
    """A report of a workshop with so much to tell, as material."""
    blocks = [block(f"Quién hace qué en la mina y en la casa, parte {n}", 40, kind="module")
              for n in range(8)]  # fmt: skip
    made = plan(*(day(*blocks) for _ in range(days)), language=lang, venue="Salón municipal",
                title="Género y minería artesanal · Quimistán")  # fmt: skip
    scores = [Score(f"m{n}", (n % 8, 12), (4 + n % 8, 12)) for n in range(18)]
    shares = [{s.code: s.share(moment) for s in scores} for moment in ("before", "after")]
    people = {f"Cooperativa número {n} de Santa Bárbara": {"F": n, "M": 2, "X": 1}
              for n in range(institutions)}  # fmt: skip
    results = Results(
        Totals(28, {"F": 17, "M": 10, "X": 1}, people, {}), paired(*shares),
        [Commitment(str(n), made.id, f"Grupo {n % 3 + 1}", what, due=f"2026-06-{10 + n % 20}")
         for n in range(agreed)],
        notes, chart=True,
    )  # fmt: skip
    edition = paper("report", made, {}, results)
    chart = results_chart(scores, lang, ratio=REPORT_RATIO)
    return paper_material(edition, "facilitator", Credits("INHGEOMIN"), "report", chart)


CASES = [
    {}, {"lang": "en"}, {"days": 3}, {"days": 1, "agreed": 4, "institutions": 2},
    {"what": LONG}, {"institutions": 20}, {"agreed": 40, "what": LONG, "institutions": 20},
    {"days": 8, "agreed": 3}, {"notes": "Una línea de lo que pasó.\n" * 3},
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_report_is_one_page_as_pdf(case):
    assert 0.5 < pages_of(held(**case)) <= 1


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_report_is_one_page_as_word(tmp_path, case):
    export_to(held(**case), "docx", tmp_path / "r.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "r.docx")], check=True, capture_output=True)
    pages = (tmp_path / "r.pdf").read_bytes()
    assert pages.count(b"/Type/Page/") + pages.count(b"/Type/Page>>") == 1


def test_what_finds_no_room_is_told_and_all_is_there_when_it_does():
    def body(**more):
        return held(**more).pieces[0].edition.body

    assert body().count(SHORT) == 12 and "no caben" not in body()
    crowded = body(agreed=40, what=LONG)
    shown = crowded.count(LONG)
    assert 3 <= shown < 40 and f"hoja de seguimiento): {40 - shown}." in crowded
    assert "18 otras instituciones" in body(institutions=25)
    assert body(institutions=8).count("Cooperativa número") == 8


def test_notes_are_never_cut():
    notes = "\n".join(f"Nota {n}: llovió y se empezó tarde." for n in range(30))
    material = held(notes=notes)
    assert all(f"Nota {n}:" in material.pieces[0].edition.body for n in range(30))
    assert pages_of(material) > 1


def test_only_what_must_be_one_page_is_set_small(tmp_path):
    small = held()
    for name, material in (("small", small), ("usual", replace(small, tight=False))):
        export_to(material, "docx", tmp_path / f"{name}.docx")
    assert pages_of(replace(small, tight=False)) > pages_of(small)
