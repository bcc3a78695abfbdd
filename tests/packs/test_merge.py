"""Every row of the merge table: what is offered, what is done, what is never done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.documents import read_edition
from kb_app.library.catalogue import MINE
from kb_app.notes.model import selected_quote
from kb_app.packs.merge import word_diff
from kb_app.workshops.model import Block
from tests.indexer.library import case_text
from tests.packs.conftest import held, looked_at, taken
from tests.packs.making import GOLD, LIME, PACK_ID, Draft, draft, note_row, sha256

HELD = case_text("lime", "es").encode()  # the shipped text of the library
NEWER = HELD + b"\nEn 2024 ya venden 55 sacos.\n"
NEWEST = NEWER + b"\nY una feria.\n"
OTHER = HELD.replace(b"40 sacos", b"70 sacos")
STRANGE = HELD.replace("Aquí queman piedra.".encode(), b"Un texto que nadie vio.")
UID = "9c1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d77"
UNKNOWN = HELD.replace(LIME.encode(), UID.encode())


def chain(*raws: bytes) -> list[str]:
    return [sha256(raw) for raw in raws]


def with_text(raw: bytes, *parents: bytes, uid: str = LIME, **fields) -> Draft:
    made = draft(**fields)
    made.payload.clear()
    made.pack["documents"] = []
    return made.text(raw, uid, parents=chain(*parents))


def only_row(program, path):
    (row,) = looked_at(program, path).rows
    return row


@pytest.fixture
def ana(desk):
    return desk("ana")


@pytest.fixture
def pack(tmp_path):
    """Writes a pack and gives its path."""
    count = iter(range(100))

    def write(made: Draft):
        return made.write(tmp_path / f"{next(count)}.batea")

    return write


def text_of(program, uid=LIME, lang="es"):
    return program.catalogue.entry(uid).editions[lang]


def test_what_is_not_held_is_new_and_taken(ana, pack):
    path = pack(with_text(UNKNOWN, uid=UID))
    assert (only_row(ana, path).state, only_row(ana, path).default) == ("new", "take")
    outcome = taken(ana, path)
    assert (outcome.new, outcome.skipped) == (("caso-77",), ())
    assert ana.catalogue.entry(UID).shelf == f"pack:{PACK_ID}"
    assert ana.revisions.raw(UID, "es", sha256(UNKNOWN)) == UNKNOWN


def test_a_translation_that_is_not_held_is_new_beside_the_other_language(ana, pack):
    french = HELD.replace(b"lang: es", b"lang: fr")
    made = draft()
    made.payload.clear()
    made.pack["documents"] = []
    taken(ana, pack(made.text(french, lang="fr")))
    assert sorted(ana.catalogue.entry(LIME).editions) == ["en", "es", "fr"]


def test_the_same_text_is_nothing_to_do(ana, pack):
    path = pack(with_text(HELD))
    assert (only_row(ana, path).state, only_row(ana, path).default) == ("same", "leave")
    before = held(ana)
    assert taken(ana, path).skipped == ((LIME, "same"),)
    assert held(ana) == before


def test_an_update_is_taken_the_old_text_stays_notes_follow_and_plans_stay_pinned(ana, pack):
    edition = text_of(ana)
    note = ana.notes.add(selected_quote(edition, "40 sacos"), edition)
    plan = ana.workshops.create("Taller")
    block = ana.workshops.get(plan.id)
    pinned = {"es": edition.sha256}
    day = block.days[0]
    made = ana.workshops.save(replace(block, days=(replace(day, blocks=(_block(pinned),)),)))
    path = pack(with_text(NEWER, HELD))
    row = only_row(ana, path)
    assert (row.state, row.default, row.notes) == ("update", "take", 1)
    assert row.workshops == ("Taller",)
    assert taken(ana, path).updated == ("caso-01",)
    assert text_of(ana).sha256 == sha256(NEWER)
    assert ana.revisions.raw(LIME, "es", sha256(HELD)) == HELD
    (placement,) = ana.notes.placed(text_of(ana))
    assert (placement.note.id, placement.result) == (note.id, "placed")
    assert ana.workshops.get(made.id).blocks()[0].revisions == pinned


def _block(revisions):
    return Block("b1", "El caso", entry=LIME, revisions=revisions)


def test_an_update_over_two_revisions_is_known_by_its_chain(ana, pack):
    path = pack(with_text(NEWEST, NEWER, HELD))
    assert only_row(ana, path).state == "update"


def test_an_older_text_is_skipped_even_when_all_is_asked_for(ana, pack):
    taken(ana, pack(with_text(NEWEST, NEWER, HELD)))
    path = pack(with_text(NEWER, HELD))
    row = only_row(ana, path)
    assert (row.state, row.default) == ("older", "leave")
    outcome = taken(ana, path, decisions={(LIME, "es"): "take"})
    assert outcome.skipped == ((LIME, "older"),)
    assert text_of(ana).sha256 == sha256(NEWEST)


def test_where_both_moved_on_mine_stays_and_theirs_is_kept_beside_it(ana, pack):
    taken(ana, pack(with_text(NEWER, HELD)))
    path = pack(with_text(OTHER, HELD))
    row = only_row(ana, path)
    assert (row.state, row.default) == ("fork", "leave")
    outcome = taken(ana, path)
    assert (outcome.conflicts, outcome.skipped) == (("caso-01",), ((LIME, "fork"),))
    assert text_of(ana).sha256 == sha256(NEWER)
    assert ana.revisions.raw(LIME, "es", sha256(OTHER)) == OTHER


def test_a_fork_is_taken_when_the_person_says_so(ana, pack):
    taken(ana, pack(with_text(NEWER, HELD)))
    outcome = taken(ana, pack(with_text(OTHER, HELD)), decisions={(LIME, "es"): "take"})
    assert outcome.updated == ("caso-01",)
    assert text_of(ana).sha256 == sha256(OTHER)
    assert ana.revisions.raw(LIME, "es", sha256(NEWER)) == NEWER


def test_what_was_edited_here_is_a_conflict(ana, pack):
    mine = read_edition(OTHER, "lime.es.md", "lime")
    ana.revisions.keep(mine, OTHER, chain(HELD))
    ana.revisions.shelve(MINE, LIME, "es", mine.sha256)
    ana.library_changed()
    path = pack(with_text(NEWER, HELD))
    assert only_row(ana, path).state == "fork"
    taken(ana, path)
    assert text_of(ana).sha256 == mine.sha256


def test_the_words_that_differ_are_shown(ana, pack):
    taken(ana, pack(with_text(NEWER, HELD)))
    seen = looked_at(ana, pack(with_text(OTHER, HELD)))
    changes = word_diff(text_of(ana), seen.pack.editions[LIME, "es"])
    assert [c.text for c in changes if c.kind == "added"] == ["70"]
    assert [c.text for c in changes if c.kind == "gone"] == ["40", "En 2024 ya venden 55 sacos."]


@pytest.mark.parametrize("decision", ["leave", "take", None])
def test_a_text_without_common_history_never_replaces(ana, pack, decision):
    path = pack(with_text(STRANGE))
    row = only_row(ana, path)
    assert (row.state, row.default) == ("unrelated", "leave")
    decisions = {(LIME, "es"): decision} if decision else None
    outcome = taken(ana, path, decisions=decisions)
    assert outcome.conflicts == ("caso-01",)
    assert text_of(ana).sha256 == sha256(HELD)


def test_it_may_be_taken_as_a_copy_which_is_made_once(ana, pack):
    path = pack(with_text(STRANGE))
    outcome = taken(ana, path, decisions={(LIME, "es"): "copy"})
    assert outcome.copied == ("caso-01-2",)
    copies = [e for e in ana.catalogue if e.uid not in (LIME, GOLD)]
    assert [c.edition("es").body for c in copies] == [read_edition(STRANGE, "x.es.md", "x").body]
    taken(ana, path, decisions={(LIME, "es"): "copy"})
    assert len([e for e in ana.catalogue if e.uid not in (LIME, GOLD)]) == 1
    assert text_of(ana).sha256 == sha256(HELD)


@pytest.mark.parametrize(
    "written",
    [f'"uid": {LIME}', f"uid : {LIME}", f"uid: >-\n  {LIME}", f"? uid\n: {LIME}"],
)
def test_a_copy_that_cannot_get_a_uid_of_its_own_is_left(ana, pack, written):
    odd = STRANGE.replace(f"uid: {LIME}".encode(), written.encode(), 1)
    before = held(ana)
    outcome = taken(ana, pack(with_text(odd)), decisions={(LIME, "es"): "copy"})
    assert outcome.conflicts == ("caso-01",)
    assert held(ana) == before


def test_a_note_of_the_same_id_with_another_body_is_kept_beside_ours(ana, pack):
    taken(ana, pack(draft().notes(note_row(1, "Lo mío"))))
    path = pack(
        draft(pack_id="5b1c7a52-7f0e-4d8c-9a63-0f2f6c3b9d02").notes(
            note_row(1, "Otra cosa"), note_row(2)
        )
    )
    assert [row.state for row in looked_at(ana, path).notes] == ["beside", "new"]
    outcome = taken(ana, path)
    assert (outcome.notes_new, outcome.notes_beside) == (1, 1)
    bodies = {note.body: note.origin for note in ana.notes.all()}
    assert bodies["Lo mío"] == PACK_ID
    assert bodies["Otra cosa"].endswith("9d02")
    again = taken(ana, path)
    assert (again.notes_new, again.notes_beside) == (0, 0)


def test_only_the_notes_that_are_wanted_are_taken(ana, pack):
    path = pack(draft().notes(note_row(1, "sí"), note_row(2, "no")))
    wanted = looked_at(ana, path).pack.notes[0].id
    taken(ana, path, wanted_notes=frozenset([wanted]))
    assert [note.body for note in ana.notes.all()] == ["sí"]


def test_deletions_from_outside_are_shown_and_ignored(ana, pack):
    taken(ana, pack(draft().notes(note_row(1, "Se queda"))))
    note = ana.notes.all()[0]
    before = held(ana)
    path = pack(with_text(HELD, deleted=[LIME, note.id, UID, 7, {"id": GOLD}]))
    assert looked_at(ana, path).deleted == ("Mujeres de la cal venden juntas", "Se queda")
    taken(ana, path)
    assert held(ana) == before


def test_an_entry_left_out_is_not_taken_and_the_log_says_so(ana, pack):
    path = pack(with_text(UNKNOWN, uid=UID))
    outcome = taken(ana, path, decisions={(UID, "es"): "leave"})
    assert outcome.skipped == ((UID, "not taken"),)
    assert UID not in ana.catalogue
    assert ana.imports.all()[0].log["skipped"] == [{"id": UID, "why": "not taken"}]


def test_a_slug_that_is_taken_does_not_hide_what_is_held(ana, pack):
    made = with_text(UNKNOWN, uid=UID)
    made.pack["documents"][0]["slug"] = "lime"
    taken(ana, pack(made))
    assert ana.catalogue.entry("lime").uid == LIME
    assert UID in ana.catalogue
