"""Packs of format 1.0, made once: every later version reads them as they were meant."""

from __future__ import annotations

import hashlib

import pytest

from kb_app.packs.gate import open_pack
from tests.packs.conftest import looked_at, taken
from tests.packs.golden.make import KEY, NAMES, PLAN, PUBLISHER, SHELF, contents
from tests.packs.making import GOLD, LIME

# As they were released; a pack that differs is not the one that others have.
DIGESTS = {
    name: digest
    for digest, name in (
        line.split("  ")
        for line in """
cc7ae823eb7a8d8294bb03ded1eab314e88eac6af8e6e238023f5e81d71eb489  200-documents
3a781ce73556dc90770a91cec4d75fb4fe0c98872553737c14020224a57682d2  notes
d469fbebdd366b85786e15260439a12ac6cb1e6329c4d0959303d2c03b75b47d  plain
d075dffce11293b2059d9c307b3248254aec5acb0c9035dce9b265242c6abc13  reply
56ada30632b1ee7208019276bd4c48985910cdcde238a3c9647c73f4b42b683a  signed
""".split("\n")
        if line
    )
}


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_pack_is_the_one_that_was_released(name, golden):
    data = (golden / f"{name}.batea").read_bytes()
    assert hashlib.sha256(data).hexdigest() == DIGESTS[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_pack_gives_what_was_put_in(name, golden):
    pack = open_pack(golden / f"{name}.batea")
    meant = contents(name)
    said = pack.manifest
    assert (said.version, said.title, said.kind, said.pack_id) == (
        "1.0",
        meant.title,
        meant.kind,
        meant.pack_id,
    )
    assert (said.summary, said.in_reply_to, said.created) == (
        meant.summary,
        meant.in_reply_to,
        meant.created,
    )
    assert (said.publisher.id, said.publisher.name) == (meant.publisher.id, meant.publisher.name)
    assert {key: e.raw.encode() for key, e in pack.editions.items()} == dict(meant.raws)
    assert {(d.uid, d.lang): list(d.parents) for d in said.documents if d.parents} == dict(
        meant.parents
    )
    assert sorted(n.id for n in pack.notes) == sorted(n.id for n in meant.notes)
    for note in meant.notes:
        assert note.says_the_same(next(n for n in pack.notes if n.id == note.id))


def test_the_signed_one_bears_its_key(golden):
    signature = open_pack(golden / "signed.batea").signature
    assert signature is not None
    assert signature.key == KEY.public
    assert signature.fingerprint == "barro palma palma luna cielo taller · 6583642ad1f8dc9e"
    assert open_pack(golden / "plain.batea").signature is None


def test_the_plain_one_is_taken_in_whole(desk, golden):
    ana = desk("ana")
    outcome = taken(ana, golden / "plain.batea")
    assert [why for _, why in outcome.skipped] == ["same", "same", "same"]
    assert outcome.updated == ("lime",)
    assert ana.imports.media_of(LIME, "horno.png") is not None


def test_the_one_with_notes_brings_notes_a_plan_a_collection_and_words(desk, golden):
    ana = desk("ana")
    outcome = taken(ana, golden / "notes.batea")
    assert (outcome.notes_new, outcome.workshops, outcome.collections, outcome.concepts) == (
        3,
        ("Taller de un día",),
        ("Para empezar",),
        2,
    )
    placed = ana.notes.placed(ana.catalogue.entry(LIME).editions["es"])
    assert [(p.note.exact, p.result) for p in placed] == [
        ("queman piedra", "placed"),
        ("40 sacos", "placed"),
    ]
    assert ana.workshops.get(PLAN).blocks()[0].entry == LIME
    collection = ana.collections.get(SHELF)
    assert collection is not None
    assert [item.uid for item in collection.items] == [LIME]


def test_the_reply_offers_its_change_and_its_own_case(desk, golden):
    ana = desk("ana")
    seen = looked_at(ana, golden / "reply.batea")
    assert {(row.uid, row.state) for row in seen.rows} == {(LIME, "update"), (GOLD, "same")}
    assert [row.state for row in seen.notes] == ["new"]


def test_two_hundred_documents_come_together(desk, golden):
    ana = desk("ana")
    assert len(taken(ana, golden / "200-documents.batea").new) == 200
    assert len(ana.catalogue) == 202


def test_all_golden_packs_are_of_one_publisher_but_the_reply(golden):
    packs = {name: open_pack(golden / f"{name}.batea") for name in NAMES}
    ids = {name for name, p in packs.items() if p.manifest.publisher.id == PUBLISHER.id}
    assert ids == set(NAMES) - {"reply"}
