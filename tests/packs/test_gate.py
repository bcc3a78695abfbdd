"""The gate: every hostile or broken pack meets its own refusal, and nothing has changed."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from indexer.errors import KbError
from kb_app.packs import limits
from kb_app.packs.errors import (
    PackDamaged,
    PackIncomplete,
    PackJsonBad,
    PackMissing,
    PackNameUnsafe,
    PackNewer,
    PackNotZip,
    PackRefused,
    PackSignatureBad,
    PackTooLarge,
    PackTypeForbidden,
)
from kb_app.packs.gate import open_pack
from kb_app.places import Places
from kb_app.program import Program
from kb_app.wording import explain
from tests.indexer.library import write_library
from tests.packs.hostile import bags, containers, contents, names
from tests.packs.hostile.recipes import Recipe
from tests.packs.making import Entry, draft, note_row, seeded

RECIPES = [r for room in (containers, names, bags, contents) for r in room.book.recipes]


@pytest.fixture(scope="module")
def program(tmp_path_factory, shipped):
    """A data folder with something in it, over a library of two cases."""
    folder = tmp_path_factory.mktemp("gate")
    places = Places(folder / "data", (write_library(folder / "content", shipped),))
    made = Program(places)
    made.workshops.create("Mi taller")
    yield made
    made.close()


@pytest.fixture(scope="module")
def shipped():
    return Path(__file__).parents[2] / "content"


def state_of(folder: Path) -> dict[str, str]:
    """Every file below a folder and its digest."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def preview(program: Program, path: Path):
    steps = program.imports.preview(path)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_there_are_enough_recipes_and_each_has_its_own_name():
    assert len(RECIPES) >= 300
    assert [n for n, count in Counter(r.name for r in RECIPES).items() if count > 1] == []


def test_every_reason_of_a_refusal_is_met_by_some_recipe():
    met = {recipe.refusal for recipe in RECIPES} | {PackMissing}
    assert met >= set(PackRefused.__subclasses__()) | {PackNewer}


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda r: r.name)
def test_a_hostile_pack_is_refused_and_nothing_has_changed(recipe: Recipe, program, tmp_path):
    file = recipe.write(tmp_path / "p.batea")
    before = state_of(program.places.data)
    with pytest.raises(KbError) as refusal:
        preview(program, file)
    assert type(refusal.value) is recipe.refusal
    for name, value in recipe.has.items():
        assert getattr(refusal.value, name) == value
    for ui in ("es", "en"):
        said = explain(refusal.value, ui)
        assert said.what and said.now and "{" not in said.what
    assert state_of(program.places.data) == before
    assert [path.name for path in tmp_path.iterdir()] == ["p.batea"]


def test_the_sound_pack_that_the_recipes_spoil_passes(tmp_path):
    made = draft()
    made.key = seeded(1)
    pack = open_pack(made.notes(note_row()).write(tmp_path / "p.batea"))
    assert len(pack.editions) == 1
    assert len(pack.notes) == 1
    assert pack.signature is not None


@pytest.mark.parametrize("what", ["missing", "folder"])
def test_a_file_that_cannot_be_read_is_said_to_be_missing(what, tmp_path):
    place = tmp_path / "p.batea"
    if what == "folder":
        place.mkdir()
    with pytest.raises(PackMissing):
        open_pack(place)


def test_a_file_larger_than_the_limit_is_refused_unread(tmp_path):
    file = tmp_path / "p.batea"
    with file.open("wb") as target:
        target.truncate(limits.MAX_FILE_BYTES + 1)  # a hole: it takes no room
    with pytest.raises(PackTooLarge) as refusal:
        open_pack(file)
    assert refusal.value.what == "file"


ORDER = [
    ("end record before names", PackNotZip, {"suffix": b"x"}, Entry("../x", b"x")),
    ("names before types", PackNameUnsafe, {}, Entry("../x", b"x"), Entry("x.exe", b"")),
    ("types before inflating", PackTypeForbidden, {}, Entry("x.exe", b"x", crc=1)),
    ("inflating before lists", PackDamaged, {}, Entry("data/x-a/a.txt", b"x", crc=1)),
]


@pytest.mark.parametrize(
    ("name", "refusal", "ends", "more"),
    [(n, r, z, e) for n, r, z, *e in ORDER],
    ids=[o[0] for o in ORDER],
)
def test_of_two_faults_the_earlier_line_of_the_gate_speaks(name, refusal, ends, more, tmp_path):
    made = draft()
    made.entries = lambda entries: [*entries, *more]
    made.zip_with = ends
    with pytest.raises(refusal):
        open_pack(made.write(tmp_path / "p.batea"))


def test_lists_come_before_the_signature_and_the_signature_before_documents(tmp_path):
    made = draft()
    made.raw_json = b"hola"
    made.bag = lambda files: files.update({"index.html": b"x"})
    with pytest.raises(PackDamaged):
        open_pack(made.write(tmp_path / "1.batea"))
    made = draft().text(b"no front matter")
    made.bag = lambda files: files.update({"signature.minisig": b"x"})
    with pytest.raises(PackSignatureBad):
        open_pack(made.write(tmp_path / "2.batea"))
    made = draft().notes(b"{").json("data/workshops/22222222-2222-4222-8222-222222222222.json", [])
    with pytest.raises(PackJsonBad) as refusal:
        open_pack(made.write(tmp_path / "3.batea"))
    assert refusal.value.item.startswith("data/workshops/")


def test_a_pack_that_changes_after_it_was_checked_is_not_read_on(tmp_path):
    file = draft().write(tmp_path / "p.batea")
    pack = open_pack(file)
    data = bytearray(file.read_bytes())
    entry = pack.files.entries["index.html"]
    data[entry.start] ^= 0xFF
    file.write_bytes(bytes(data))
    with pytest.raises(PackDamaged):
        pack.files["index.html"]
    file.unlink()
    with pytest.raises(PackMissing):
        pack.files["data/pack.json"]
    with pytest.raises(KeyError):
        pack.files["data/x-a/a.txt"]


def test_files_that_are_not_listed_are_named(tmp_path):
    made = draft()
    made.bag = lambda files: files.update({"data/x-a/a.txt": b"x"})
    with pytest.raises(PackIncomplete) as refusal:
        open_pack(made.write(tmp_path / "p.batea"))
    assert refusal.value.item == "data/x-a/a.txt"
