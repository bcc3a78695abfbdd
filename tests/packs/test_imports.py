"""Taking in and back: all or nothing, undone later too, the received file is kept."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.documents import read_edition
from indexer.errors import KbError
from kb_app.library.collections import READING_LIST, Item
from kb_app.notes.model import selected
from kb_app.packs.errors import (
    ImportMissing,
    ImportRunning,
    PackDamaged,
    PackMissing,
    UndoImpossible,
)
from kb_app.packs.journal import read_journal
from kb_app.packs.writer import write_pack
from kb_app.store.errors import StoreReadOnly
from tests.indexer.library import case_text
from tests.packs.conftest import finished, held, kept_rows, looked_at, taken
from tests.packs.golden.make import NAMES, PLAN, SHELF, png
from tests.packs.making import LIME, PACK_ID, draft, note_row, sha256

UID = "9c1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d77"
SHELF_JSON = {"id": SHELF, "title": "Para empezar", "remark": "r", "items": [{"uid": LIME}]}
PLAN_JSON = {"id": PLAN, "title": "Taller", "days": [{"id": "d", "title": "Lunes"}]}
GLOSSARY = "id,prefLabel_es,prefLabel_en\ncalero,calero,lime burner\nlime,otra,other\n"


def rich(**fields):
    """A pack with one of everything."""
    newer = case_text("lime", "es").encode() + b"\n![Horno](horno.png)\n"
    made = draft(**fields).text(newer, parents=[sha256(case_text("lime", "es").encode())])
    made.text(
        case_text("gold", "es").replace("0b6a7e2d1c02", "0b6a7e2d1c99").encode(),
        "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c99",
    )
    made.picture("horno.png", png()).notes(note_row(1), note_row(2, "Otra"))
    made.json(f"data/workshops/{PLAN}.json", PLAN_JSON)
    made.json(f"data/collections/{SHELF}.json", SHELF_JSON)
    made.payload["data/glossary.csv"] = GLOSSARY.encode()
    return made


@pytest.fixture
def ana(desk):
    return desk("ana")


@pytest.fixture
def file(tmp_path):
    return rich().write(tmp_path / "p.batea")


def test_everything_in_a_pack_comes_and_is_told(ana, file):
    seen = looked_at(ana, file)
    assert [state for _, _, state in (*seen.workshops, *seen.collections)] == ["new", "new"]
    assert seen.concepts == 2
    outcome = taken(ana, file)
    assert (outcome.new, outcome.updated) == (("caso-99",), ("caso-01",))
    assert (outcome.notes_new, outcome.workshops, outcome.collections) == (
        2,
        ("Taller",),
        ("Para empezar",),
    )
    assert outcome.concepts == 2
    assert ana.workshops.get(PLAN).days[0].title == "Lunes"
    assert ana.collections.get(SHELF).items == (Item(LIME, ""),)
    assert "calero" in ana.thesaurus.concepts
    assert ana.thesaurus.concepts["lime"].pref["es"] == "cal"  # the shipped word stays


def test_what_is_held_already_is_not_taken_twice(ana, file):
    taken(ana, file)
    before = held(ana)
    seen = looked_at(ana, file)
    assert not seen.brings_anything
    assert [state for _, _, state in (*seen.workshops, *seen.collections)] == ["held", "held"]
    taken(ana, file)
    assert held(ana) == before


def test_the_received_file_is_kept_and_can_be_looked_at_again(ana, file):
    taken(ana, file)
    record = ana.imports.all()[0]
    kept = ana.imports.kept_file(record)
    data = file.read_bytes()
    file.unlink()
    assert kept.read_bytes() == data
    assert looked_at(ana, kept).pack.sha256 == record.sha256 == sha256(data)


def test_undo_puts_everything_back(ana, file):
    before = held(ana)
    outcome = taken(ana, file)
    assert held(ana) != before
    undone = finished(ana.imports.undo(outcome.import_id[:8]))
    ana.library_changed()
    assert held(ana) == before
    assert undone.left == ()
    assert undone.put_back == 2 + 2 + 1 + 1 + 2
    assert ana.imports.all()[0].undone
    assert ana.imports.kept_file(ana.imports.all()[0]).exists()
    with pytest.raises(UndoImpossible):
        finished(ana.imports.undo(outcome.import_id))
    taken(ana, file)
    assert held(ana)["words"]


def test_undo_later_leaves_what_was_changed_since_and_names_it(ana, file, tmp_path):
    outcome = taken(ana, file)
    note = next(n for n in ana.notes.all() if n.body == "Otra")
    ana.notes.edit(replace(note, body="Otra, mía ahora"))
    ana.workshops.save(replace(ana.workshops.get(PLAN), title="Mi taller"))
    ana.collections.describe(SHELF, "Mi lista", "")
    newest = case_text("lime", "es").encode() + b"\n![Horno](horno.png)\nMas.\n"
    second = draft(pack_id="5b1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d02").text(
        newest, parents=[ana.catalogue.entry(LIME).editions["es"].sha256]
    )
    taken(ana, second.write(tmp_path / "2.batea"))
    undone = finished(ana.imports.undo(outcome.import_id))
    ana.library_changed()
    assert set(undone.left) == {"Un caso", "Otra, mía ahora", "Mi taller", "Mi lista"}
    assert ana.catalogue.entry(LIME).editions["es"].sha256 == sha256(newest)
    assert [n.body for n in ana.notes.all()] == ["Otra, mía ahora"]
    assert UID not in ana.catalogue


def test_an_import_that_is_not_there_cannot_be_undone(ana):
    with pytest.raises(ImportMissing):
        finished(ana.imports.undo("nada"))


def test_a_cancel_at_any_step_changes_nothing(ana, file):
    before, place, rows = held(ana), ana.places, kept_rows(ana)
    steps = 0
    while True:
        work = ana.imports.take(file, looked_at(ana, file))
        try:
            for _ in range(steps + 1):
                next(work)
        except StopIteration:
            break
        work.close()
        steps += 1
        assert held(ana) == before
        assert kept_rows(ana) == rows
        assert ana.imports.all() == []
        assert [p.name for d in (place.received, place.media) for p in d.glob("*")] == []
    assert steps >= 3


def test_a_cancel_of_an_undo_changes_nothing(ana, file):
    outcome = taken(ana, file)
    before, rows = held(ana), kept_rows(ana)
    work = ana.imports.undo(outcome.import_id)
    next(work)
    work.close()
    assert (held(ana), kept_rows(ana)) == (before, rows)
    assert not ana.imports.all()[0].undone
    finished(ana.imports.undo(outcome.import_id))


def test_while_a_pack_comes_nothing_of_it_is_seen_and_notes_are_saved(ana, file):
    """Another thread, as the window is one, reads and saves between any two steps."""
    edition = ana.catalogue.entry(LIME).editions["es"]
    before, work, mine = held(ana), ana.imports.take(file, looked_at(ana, file)), []
    outcome = None
    with ThreadPoolExecutor(1) as other:
        while outcome is None:
            try:
                next(work)
            except StopIteration as end:
                outcome = end.value
                break
            body = f"mía {len(mine)}"
            note = other.submit(ana.notes.add, replace(selected(edition, 0, 9), body=body), edition)
            mine.append(note.result())
            seen = other.submit(held, ana).result()
            assert seen == {**before, "notes": sorted(note.to_json() for note in mine)}
    assert len(mine) >= 3
    assert outcome.notes_new == 2
    assert {note.id for note in mine} < {note.id for note in ana.notes.all()}
    assert len(ana.notes.all()) == len(mine) + 2
    finished(ana.imports.undo(outcome.import_id))
    assert ana.notes.all() == mine


def test_two_packs_at_once_are_not_taken(ana, file):
    work = ana.imports.take(file, looked_at(ana, file))
    next(work)
    with pytest.raises(ImportRunning):
        finished(ana.imports.take(file, looked_at(ana, file)))
    finished(work)
    assert len(ana.imports.all()) == 1


def test_an_import_of_an_older_version_can_be_undone(ana, file):
    """Its journal stood in one piece in the row of the import."""
    before = held(ana)
    outcome = taken(ana, file)
    old = vars(read_journal(ana.store, outcome.import_id))
    old.pop("before")
    with ana.store.transaction() as connection:
        connection.execute("DELETE FROM journal_part")
        connection.execute("UPDATE pack_import SET journal = ?", (json.dumps(old),))
    finished(ana.imports.undo(outcome.import_id))
    ana.library_changed()
    assert held(ana) == before


def test_a_text_that_somebody_else_keeps_meanwhile_stays(ana, file):
    """A cancel takes away what came with the pack, and no more."""
    work = ana.imports.take(file, looked_at(ana, file))
    next(work)  # pictures
    next(work)
    rows = ana.store.rows("SELECT uid, lang, sha256, raw FROM revision WHERE uid = ?", (LIME,))
    raw, digest = bytes(rows[0]["raw"]), rows[0]["sha256"]
    ana.revisions.keep(read_edition(raw, "lime.es.md", "lime"))
    work.close()
    assert ana.revisions.raw(LIME, "es", digest) == raw
    assert kept_rows(ana)["revision"] == 1


def test_a_file_that_was_changed_after_the_preview_is_not_taken(ana, file):
    before, seen = held(ana), looked_at(ana, file)
    rich(title="Otro").write(file)
    with pytest.raises(PackDamaged):
        finished(ana.imports.take(file, seen))
    file.unlink()
    with pytest.raises(PackMissing):
        finished(ana.imports.take(file, seen))
    assert held(ana) == before
    assert list(ana.places.received.glob("*")) == []


def test_a_store_that_cannot_be_written_takes_nothing(ana, file):
    before, seen = held(ana), looked_at(ana, file)
    ana.store.read_only = True
    with pytest.raises(StoreReadOnly):
        finished(ana.imports.take(file, seen))
    assert held(ana) == before
    assert list(ana.places.received.glob("*")) == []


def test_a_folder_in_the_place_of_received_packs_is_said(ana, file):
    before, seen = held(ana), looked_at(ana, file)
    ana.places.received.write_text("no folder")
    with pytest.raises(KbError):
        finished(ana.imports.take(file, seen))
    assert held(ana) == before


def test_the_texts_of_the_reading_list_are_sent_without_the_list(ana, tmp_path):
    ana.collections.toggle_to_read(LIME)
    contents = ana.sending.contents("Leer", [], collections=[ana.collections.reading_list()])
    pack = write_pack(contents, tmp_path / "p.batea")
    assert set(pack.editions) == {(LIME, "es"), (LIME, "en")}
    assert pack.files.in_folder("data/collections/") == []
    assert READING_LIST not in pack.manifest.raw["collections"]


# --- pictures -----------------------------------------------------------------------------------


def test_pictures_are_made_anew_and_shown_only_by_the_texts_that_name_them(ana, file):
    taken(ana, file)
    made = ana.imports.media_of(LIME, "horno.png")
    assert made is not None
    assert made.startswith(b"\x89PNG")
    assert made != png()
    assert ana.imports.media_of("0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c99", "horno.png") is None
    assert ana.images_of([ana.catalogue.entry(LIME).editions["es"]]) == {"horno.png": made}


def test_a_copy_shows_its_picture_and_an_update_brings_the_new_one(ana, file, tmp_path):
    taken(ana, file)
    first = ana.imports.media_of(LIME, "horno.png")
    raw = case_text("lime", "es").encode() + b"\n![Horno](horno.png)\nOtra foto.\n"
    held_now = ana.catalogue.entry(LIME).editions["es"].sha256
    newer = draft(pack_id="5b1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d02").text(raw, parents=[held_now])
    newer.picture("horno.png", png(9, 9))
    outcome = taken(ana, newer.write(tmp_path / "2.batea"))
    assert ana.imports.media_of(LIME, "horno.png") != first
    finished(ana.imports.undo(outcome.import_id))
    ana.library_changed()
    assert ana.imports.media_of(LIME, "horno.png") == first
    strange = draft(pack_id="5b1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d03").text(
        raw.replace("Aquí queman".encode(), b"Alla queman")
    )
    strange.picture("horno.png", png(3, 3))
    taken(ana, strange.write(tmp_path / "3.batea"), decisions={(LIME, "es"): "copy"})
    (copy,) = [e for e in ana.catalogue if e.slug.endswith("-2")]
    assert ana.imports.media_of(copy.uid, "horno.png") is not None
    assert ana.imports.media_of(LIME, "horno.png") == first


def test_what_cannot_be_shown_as_a_picture_is_left_out_and_named(ana, tmp_path):
    made = draft().picture("dibujo.svg", b"<svg onload='alert(1)'/>", "svg")
    made.picture("plano.pdf", b"%PDF-1.7", "pdf").picture("roto.png", b"\x89PNG\r\n\x1a\nxx")
    made.pack["media"].append({"name": "falta.png", "path": "data/media/falta.png"})
    outcome = taken(ana, made.write(tmp_path / "p.batea"))
    assert outcome.pictures_left_out == ("dibujo.svg", "falta.png", "plano.pdf", "roto.png")
    assert list(ana.places.media.glob("*")) == []


# --- versions -----------------------------------------------------------------------------------


def later_version():
    """A pack of a later minor version, with what this one does not know."""
    made = rich(version="1.7", mood="alegre", title="Del futuro")
    made.pack["documents"][0]["rating"] = 5
    made.notes({**note_row(1), "rights": "CC0", "stylesheet": "x"})
    made.json(f"data/collections/{SHELF}.json", {**SHELF_JSON, "colour": "jade"})
    made.json(f"data/workshops/{PLAN}.json", {**PLAN_JSON, "weather": "seco"})
    made.json("data/x-films/a.json", {"film": 1})
    return made


def test_a_later_minor_version_is_read_and_what_is_not_known_is_given_back(desk, tmp_path):
    ana, berta = desk("ana"), desk("berta")
    taken(ana, later_version().write(tmp_path / "1.batea"))
    from_ana = sent_on(ana, tmp_path / "2.batea")
    assert from_ana == sent_on(ana, tmp_path / "2b.batea")
    taken(berta, tmp_path / "2.batea")
    for value in (from_ana, sent_on(berta, tmp_path / "3.batea")):
        assert value == {
            "mood": "alegre",
            "rating": 5,
            "rights": "CC0",
            "colour": "jade",
            "weather": "seco",
            "film": b'{"film": 1}',
            "version": "1.0",
        }


def sent_on(program, path):
    """What of the unknown is in a pack that is made of everything."""
    pack = write_pack(
        program.sending.contents(
            "Todo",
            list(program.catalogue),
            with_notes=True,
            workshops=[program.workshops.get(PLAN)],
            collections=[program.collections.get(SHELF)],
        ),
        path,
    )
    row = next(d for d in pack.manifest.raw["documents"] if (d["id"], d["lang"]) == (LIME, "es"))
    note = json.loads(pack.files["data/annotations.jsonl"].split(b"\n")[0])
    return {
        "mood": pack.manifest.raw.get("mood"),
        "rating": row.get("rating"),
        "rights": note.get("rights"),
        "version": pack.manifest.version,
        "colour": json.loads(pack.files[f"data/collections/{SHELF}.json"]).get("colour"),
        "weather": json.loads(pack.files[f"data/workshops/{PLAN}.json"]).get("weather"),
        "film": pack.files.get("data/x-films/a.json"),
    }


def test_what_came_with_a_pack_is_not_given_back_with_other_texts(ana, tmp_path):
    taken(ana, later_version().write(tmp_path / "1.batea"))
    contents = ana.sending.contents("Otro", [ana.catalogue.entry("gold")])
    assert (contents.foreign.files, contents.foreign.fields) == ({}, {})


def test_a_received_file_that_is_lost_does_not_keep_texts_from_being_sent(ana, tmp_path):
    taken(ana, later_version().write(tmp_path / "1.batea"))
    ana.imports.kept_file(ana.imports.all()[0]).unlink()
    assert sent_on(ana, tmp_path / "2.batea")["mood"] is None


# --- any order ----------------------------------------------------------------------------------


ORDERS = st.lists(st.sampled_from(NAMES[:4]), min_size=1, max_size=4)
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def undo_all(program, golden, order):
    states, done = [held(program)], []
    for name in order:
        done.append(taken(program, golden / f"{name}.batea", trusted=True).import_id)
        states.append(held(program))
    for import_id in reversed(done):
        assert held(program) == states.pop()
        finished(program.imports.undo(import_id))
        program.library_changed()
    assert held(program) == states.pop()


@settings(PATIENT, max_examples=6)
@given(order=ORDERS)
def test_undoing_all_imports_in_reverse_order_puts_back_the_beginning(desk, golden, order):
    undo_all(desk("ana"), golden, order)


@pytest.mark.long
@settings(PATIENT, max_examples=200)
@given(order=ORDERS)
def test_undoing_all_imports_in_any_of_many_orders(desk, golden, order):
    undo_all(desk("ana"), golden, order)


def test_the_log_of_an_import_says_what_came_and_why_not(ana, file):
    outcome = taken(ana, file)
    record = ana.imports.get(outcome.import_id)
    assert record.log == json.loads(json.dumps(outcome.as_json()))
    assert (record.pack_id, record.kind, record.publisher) == (PACK_ID, "material", "Agencia")
