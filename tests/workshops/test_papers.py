"""The printed papers: what participants get never holds what is only for the facilitator."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from indexer import tree
from indexer.documents import Source
from kb_app.export.exports import export_to
from kb_app.export.material import Credits
from kb_app.export.sheets import paper_material
from kb_app.export.steps import finished
from kb_app.export.workshop_folder import folder_name, folder_steps
from kb_app.places import Places
from kb_app.program import Program
from kb_app.store.errors import FolderUnwritable
from kb_app.workshops.model import Parallel
from kb_app.workshops.papers import FOR_PARTICIPANTS, PAPERS, paper
from kb_app.workshops.result_papers import Results, followup_report, results_of
from kb_app.workshops.room import Attendee, Commitment
from tests.indexer.library import write_library
from tests.workshops.plans import block, day, plan

SECRET = "SOLOFACILITA"


@pytest.fixture
def program(tmp_path, content):
    made = Program(Places(tmp_path / "data", (write_library(tmp_path / "content", content),)))
    yield made
    made.close()


def noted(**more):
    """A plan whose notes, roles and own fields are only for whoever facilitates."""
    return plan(
        day(
            block("Reloj", 80, kind="module", objective="Ver la jornada", steps=("dibujar",),
                  notes=f"{SECRET} uno\n{SECRET} dos", roles={"Dirige": SECRET},
                  fields={"contacto": SECRET},
                  parallel=(Parallel("Mujeres", "aparte", "aula 1", SECRET),)),
            block("Almuerzo", 60, kind="break", anchor="12:00"),
        ),
        participants=12,
        **more,
    )  # fmt: skip


def text_of(path):
    """Every word of an Office file, notes included."""
    with zipfile.ZipFile(path) as file:
        parts = [file.read(name).decode("utf-8") for name in file.namelist()
                 if name.endswith(".xml")]  # fmt: skip
    return re.sub(r"<[^>]+>", "", "\n".join(parts))


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_paper_can_be_read_and_has_a_title(program, kind, lang):
    edition = paper(kind, noted(language=lang), program.planner.entries())
    assert edition.lang == lang and "Taller" in edition.front.title
    assert edition.document().sections


@pytest.mark.parametrize("kind", sorted(FOR_PARTICIPANTS))
@pytest.mark.parametrize("form", ["docx", "md"])
def test_nothing_of_the_facilitator_reaches_a_participants_paper(program, tmp_path, kind, form):
    edition = paper(kind, noted(), program.planner.entries())
    material = paper_material(edition, "participant", Credits(), kind)
    path = tmp_path / f"x.{form}"
    export_to(material, form, path)
    words = text_of(path) if form == "docx" else path.read_text("utf-8")
    assert SECRET not in words
    assert words.strip()


def test_the_guide_has_all_of_it(program, tmp_path):
    edition = paper("guide", noted(), program.planner.entries())
    export_to(
        paper_material(edition, "facilitator", Credits(), "guide"), "docx", tmp_path / "g.docx"
    )
    words = text_of(tmp_path / "g.docx")
    for wanted in (f"{SECRET} dos", "contacto", "aula 1", "Ver la jornada", "12:00"):
        assert wanted in words


def test_words_of_the_person_are_never_markup(program):
    strange = "# no *es* título | ni [enlace](javascript:x) ![i](p.png) <b>"
    made = plan(day(block(strange, 10, kind="module", steps=(f"- {strange}", "1. uno"),
                          objective="!!! facilitator")))  # fmt: skip
    document = paper("workbook", made, {}).document()
    shown = repr(document)
    assert "Link(" not in shown and "Image(" not in shown and "Admonition(" not in shown


@pytest.mark.parametrize("audience", ["participant", "facilitator"])
def test_a_case_in_a_workbook_brings_its_sources(program, tmp_path, audience):
    entries = dict(program.planner.entries())
    sources = (
        Source("S1", "Informe de la cal", author="Ministerio", issued="2018",
               url="https://example.org/cal", accessed="2026-11"),
        Source("S2", "Nadie lo cita", author="Otra", url="https://example.org/otra"),
    )  # fmt: skip
    for entry in program.catalogue:
        for lang, edition in entry.editions.items():
            front = replace(edition.front, sources=sources)
            entry.editions[lang] = replace(edition, front=front)
        entries[entry.uid] = entry
    cases = [block("Caso", 40, kind="case", entry=uid) for uid in entries]
    edition = paper("workbook", plan(day(*cases)), entries)
    assert len(cases) > 1
    cited = {cite for unit in tree.units(edition.document()) for cite in unit.cites}
    assert len(cited) == len(cases), "the S1 of one case is not that of another"
    export_to(paper_material(edition, audience, Credits(), "workbook"), "docx", tmp_path / "w.docx")
    words = text_of(tmp_path / "w.docx")
    assert words.count("https://example.org/cal") == len(cases)
    assert "(consulta: nov. 2026)" in words
    assert "Nadie lo cita" not in words
    with zipfile.ZipFile(tmp_path / "w.docx") as file:
        assert "Informe de la cal" in file.read("word/footnotes.xml").decode()


def test_the_folder_is_whole_parted_and_never_written_over(program, tmp_path):
    out = tmp_path / "salida"
    out.mkdir()
    made = noted()
    results = results_of(program.room, made)
    names = []
    for _ in range(2):
        steps = folder_steps(made, program.planner.entries(), out, Credits("Agencia"), results)
        folder = finished(steps)
        names.append(folder.path.name)
        on_disk = sorted(
            p.relative_to(folder.path).as_posix() for p in folder.path.rglob("*") if p.is_file()
        )
        assert on_disk == sorted(folder.files) and len(on_disk) == 13
    assert names == ["taller", "taller-2"]
    for_people = [p for p in out.rglob("para-participantes/*") if p.suffix != ".pdf"]
    assert len(for_people) == 6
    assert all(SECRET not in text_of(path) for path in for_people)
    slides = next(out.rglob("para-quien-facilita/*.pptx"))
    assert SECRET in text_of(slides), "the speaker's notes"
    assert sorted(p.name for p in out.iterdir()) == ["taller", "taller-2"], "nothing left behind"


def test_a_folder_that_is_given_up_leaves_nothing(program, tmp_path):
    out = tmp_path / "salida"
    out.mkdir()
    steps = folder_steps(noted(), program.planner.entries(), out, Credits(), Results())
    for _ in range(3):
        next(steps)
    steps.close()
    assert list(out.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_at_once(program, tmp_path):
    steps = folder_steps(noted(), {}, tmp_path / "none", Credits(), Results())
    with pytest.raises(FolderUnwritable):
        next(steps)


def test_a_folder_has_a_name_that_every_system_takes():
    assert folder_name(plan(title="Taller: ¿qué?/ 1 · Quimistán")) == "taller-qué-1-quimistán"
    assert folder_name(plan(title="¿?")) == "taller"


def test_the_report_counts_and_names_nobody(program):
    made = program.workshops.save(noted(notes="Llovió el segundo día."))
    room = program.room
    for name, sex in (("Zoila", "F"), ("Tomasa", "F"), ("Ramiro", "M")):
        room.attend(made.id, Attendee("", name, sex, institution="Alcaldía"))
    for number in range(3):
        room.score(made.id, f"m{number}", "before", 1, 4)
        room.score(made.id, f"m{number}", "after", 3, 4)
    room.commit(Commitment("", made.id, "Grupo 1", "Registrar", "Zoila", "2026-06-30"))
    edition = paper("report", made, {}, results_of(room, made))
    for wanted in ("**3 personas:** 2 mujeres, 1 hombres", "25% → 75%", "n = 3", "Son pocas",
                   "30 jun. 2026", "Llovió"):  # fmt: skip
        assert wanted in edition.body
    over_all = followup_report(room.commitments(), [], {}, date(2026, 6, 1), "es")
    for body in (edition.body, over_all.body):
        assert not any(name in body for name in ("Zoila", "Tomasa", "Ramiro", SECRET))


def test_groups_at_the_same_time_stand_beside_each_other_in_the_printed_agenda(program):
    groups = (Parallel("Mujeres", "aparte", "aula 1", SECRET), Parallel("Hombres", "patio"))
    made = plan(day(block("Reloj", 80, parallel=groups)))
    agenda = paper("agenda", made, {}).body
    assert "| Mujeres | Hombres |" in agenda and "| aparte | patio |" in agenda
    assert "8:00 · Reloj" in agenda and SECRET not in agenda
    assert f"| {SECRET} |   |" in paper("guide", made, {}).body


def test_only_the_guide_tells_what_the_team_does_among_itself(program):
    made = plan(day(block("Reloj", 60), block("Revisión del equipo", 30, kind="logistics")))
    said = {kind: "Revisión del equipo" in paper(kind, made, {}).body
            for kind in ("guide", "agenda", "workbook", "slides")}  # fmt: skip
    assert said == {"guide": True, "agenda": False, "workbook": False, "slides": False}


def test_a_paper_test_says_which_of_the_two_it_is(program):
    body = paper("test", noted(), {}).body
    assert "- [ ] Antes" in body and "- [ ] Después" in body
