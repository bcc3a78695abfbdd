"""The way back: what a colleague adds comes home, and nobody is surprised by what leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.documents import read_edition
from kb_app.library.catalogue import MINE
from kb_app.notes.model import selected_quote
from kb_app.packs.gate import open_pack
from kb_app.packs.sending import leaving
from kb_app.packs.writer import write_pack
from kb_app.workshops.model import Block, Parallel
from tests.indexer.library import UIDS, case_text
from tests.packs.conftest import looked_at, taken
from tests.packs.making import GOLD, LIME


def note_on(program, quote, lang="es", **how):
    edition = program.catalogue.entry(LIME).editions[lang]
    return program.notes.add(replace(selected_quote(edition, quote), **how), edition)


def send(program, path, *slugs, **how):
    entries = [program.catalogue.entry(slug) for slug in slugs]
    return write_pack(program.sending.contents("De Ana", entries, **how), path)


def write_mine(program, uid, raw):
    edition = read_edition(raw, "propio.es.md", "propio")
    held = program.catalogue.entry(uid).editions.get("es") if uid in program.catalogue else None
    program.revisions.keep(edition, raw, [held.sha256] if held else [])
    program.revisions.shelve(MINE, uid, "es", edition.sha256)
    program.library_changed()
    return edition


@pytest.fixture
def ana(desk):
    return desk("ana")


@pytest.fixture
def berta(desk):
    return desk("berta")


def test_a_note_a_change_and_a_case_come_home(ana, berta, tmp_path):
    sent = tmp_path / "ida.batea"
    note_on(ana, "40 sacos", shareable=True, body="¿Cuántos allá?")
    send(ana, sent, "lime", "gold", with_notes=True)
    taken(berta, sent)
    note_on(berta, "queman piedra", shareable=True, body="Aquí también")
    note_on(berta, "En 2012", body="Esto es solo mío")
    changed = case_text("lime", "es").encode() + b"\nAqui venden mas.\n"
    write_mine(berta, LIME, changed)
    own = "9c1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d77"
    write_mine(berta, own, case_text("gold", "es").replace(UIDS["gold"], own).encode())

    back = tmp_path / "vuelta.batea"
    pack = write_pack(berta.sending.reply(open_pack(sent), "Re"), back)
    assert (pack.manifest.kind, pack.manifest.in_reply_to) == (
        "reply",
        open_pack(sent).manifest.pack_id,
    )
    assert set(pack.editions) == {(LIME, "es"), (own, "es")}
    assert [note.body for note in pack.notes] == ["Aquí también"]
    assert b"Esto es solo" not in b"".join(pack.files.values())

    seen = looked_at(ana, back)
    assert {(row.uid, row.state) for row in seen.rows} == {(LIME, "update"), (own, "new")}
    only = frozenset(row.note.id for row in seen.notes)
    taken(ana, back, decisions={(LIME, "es"): "leave"}, wanted_notes=only)
    assert own in ana.catalogue
    assert ana.catalogue.entry(LIME).editions["es"].sha256 != pack.editions[LIME, "es"].sha256
    assert {note.body for note in ana.notes.all()} == {"¿Cuántos allá?", "Aquí también"}


def test_a_case_of_the_shipped_library_goes_back_only_when_it_is_named(ana, berta, tmp_path):
    sent = tmp_path / "ida.batea"
    send(ana, sent, "lime")
    received = open_pack(sent)
    note_on(berta, "40 sacos", shareable=True)
    assert berta.sending.reply(received, "Re").editions == []
    named = berta.sending.reply(received, "Re", [berta.catalogue.entry(GOLD)])
    assert {edition.uid for edition in named.editions} == {GOLD}
    again = berta.sending.reply(received, "Re", [berta.catalogue.entry(LIME)])
    assert again.editions == []  # theirs, unchanged


def test_private_and_sensitive_notes_stay_unless_chosen(ana, tmp_path):
    shared = note_on(ana, "40 sacos", shareable=True)
    note_on(ana, "En 2012", body="privada")
    sensitive = note_on(ana, "queman piedra", shareable=True, sensitive=True, body="delicada")
    entries = [ana.catalogue.entry("lime")]
    contents = ana.sending.contents("x", entries, with_notes=True)
    assert [note.id for note in contents.notes] == [shared.id]
    chosen = ana.sending.contents(
        "x", entries, with_notes=True, chosen_notes=frozenset([sensitive.id])
    )
    assert {note.id for note in chosen.notes} == {shared.id, sensitive.id}
    assert ana.sending.contents("x", entries).notes == []


SECRETS = {
    "workshop": [
        "Casa de Lidia",
        "Traer la llave",
        "Doña Ofelia",
        "Sala de Marta",
        "Tarea de Juana",
        "Grupo de Elsa",
        "Taller en secreto",
        "Paso con Inés",
        "Lona de Rita",
        "Mesa de Luz",
        "Lunes de Sara",
        "Un campo de Noemí",
    ],
    "note": ["Lo dijo Carmen", "etiqueta-de-Paz"],
    "name": ["Firmante Secreta", "Agencia Secreta"],
}


def test_every_name_and_every_free_text_that_leaves_is_shown_before(ana, tmp_path):
    ana.store.set_setting("agency", "Agencia Secreta")
    note_on(
        ana,
        "40 sacos",
        shareable=True,
        body="Lo dijo Carmen",
        tags=("etiqueta-de-Paz",),
        creator="Firmante Secreta",
    )
    plan = ana.workshops.create("Taller en secreto")
    block = Block(
        "b1",
        "Mesa de Luz",
        notes="Traer la llave",
        roles={"abre": "Doña Ofelia"},
        steps=("Paso con Inés",),
        entry=LIME,
        method="Lona de Rita",
        parallel=(Parallel("Grupo de Elsa", "Tarea de Juana", "Sala de Marta"),),
        fields={"otro": "Un campo de Noemí"},
    )
    day = replace(plan.days[0], title="Lunes de Sara", blocks=(block,))
    plan = ana.workshops.save(replace(plan, venue="Casa de Lidia", days=(day,)))
    shelf = ana.collections.create("Lista de Nora", "Para Irene")
    ana.collections.add(shelf.id, LIME, "Ojo con Delia")
    shelf = ana.collections.get(shelf.id)
    contents = ana.sending.contents("x", [], with_notes=True, workshops=[plan], collections=[shelf])
    shown = {(row.kind, row.text) for row in leaving(contents)}
    for kind, words in SECRETS.items():
        assert {(kind, word) for word in words} <= shown
    assert {"Lista de Nora", "Para Irene", "Ojo con Delia"} <= {text for _, text in shown}
    pack = write_pack(contents, tmp_path / "p.batea")
    out = b"".join(pack.files.values()).decode("utf-8", "replace")
    for words in SECRETS.values():
        for word in words:
            assert word in out


def test_a_plan_brings_the_texts_that_it_pins(ana, tmp_path):
    edition = ana.catalogue.entry(LIME).editions["es"]
    ana.revisions.keep(edition)
    plan = ana.workshops.create("Taller")
    block = Block("b1", "Caso", entry=LIME, revisions={"es": edition.sha256})
    plan = ana.workshops.save(replace(plan, days=(replace(plan.days[0], blocks=(block,)),)))
    write_mine(ana, LIME, case_text("lime", "es").encode() + b"\nNuevo.\n")
    pack = write_pack(ana.sending.contents("x", [], workshops=[plan]), tmp_path / "p.batea")
    assert pack.editions[LIME, "es"].sha256 == edition.sha256


def test_words_of_packs_travel_on_with_the_texts_that_use_them(ana, berta, golden, tmp_path):
    taken(ana, golden / "notes.batea")
    pack = send(ana, tmp_path / "p.batea", "lime")
    assert b"saco" in pack.files["data/glossary.csv"]
    assert b"calero" not in pack.files["data/glossary.csv"]  # no text uses it
    taken(berta, tmp_path / "p.batea")
    assert berta.thesaurus.concepts["saco"].pref == {"es": "saco", "en": "sack"}


def test_a_word_that_a_spreadsheet_would_run_is_defused_and_comes_back(ana, berta, tmp_path):
    ana.imports.additions.add({"id": "suma", "prefLabel_es": "sacos", "definition_es": "=1+1"}, "x")
    ana.library_changed()
    pack = send(ana, tmp_path / "p.batea", "lime")
    assert b"'=1+1" in pack.files["data/glossary.csv"]
    taken(berta, tmp_path / "p.batea")
    assert berta.imports.additions.rows()[0]["definition_es"] == "=1+1"
