"""Whose key it is: told at first, known later, asked about when it changes; the answer is no."""

from __future__ import annotations

import re

import pytest

from kb_app.packs.errors import DecisionNeeded, KeyLocked
from kb_app.packs.signing import fingerprint, open_key, verify
from tests.packs.conftest import finished, held, looked_at, taken
from tests.packs.making import b64, draft, note_row, seeded


@pytest.fixture
def ana(desk):
    return desk("ana")


@pytest.fixture
def pack(tmp_path):
    count = iter(range(100))

    def write(key=None, **fields):
        number = next(count)
        made = draft(pack_id=f"5b1c7a52-7f0e-4d8c-9a63-{number:012}", **fields)
        made.key = seeded(key) if key else None
        return made.notes(note_row(number)).write(tmp_path / f"{number}.batea")

    return write


def standing(program, path):
    return looked_at(program, path).trust.standing


def test_unsigned_is_normal(ana, pack):
    seen = looked_at(ana, pack())
    assert (seen.trust.standing, seen.trust.asks) == ("unsigned", False)
    taken(ana, pack())


def test_the_first_key_is_told_in_six_words_and_sixteen_digits_and_known_from_then_on(ana, pack):
    seen = looked_at(ana, pack(1))
    assert (seen.trust.standing, seen.trust.asks) == ("first", False)
    words = re.fullmatch(r"(\w+ ){5}\w+ · [0-9a-f]{16}", seen.trust.words)
    assert words is not None
    taken(ana, pack(1))
    assert standing(ana, pack(1)) == "known"


def test_a_key_is_not_known_only_because_a_pack_was_looked_at(ana, pack):
    assert standing(ana, pack(1)) == "first"
    assert standing(ana, pack(2)) == "first"


@pytest.mark.parametrize(("then", "why"), [(2, "changed"), (None, "signature-missing")])
def test_another_key_or_none_asks_and_the_default_is_no(ana, pack, then, why):
    taken(ana, pack(1))
    before, path = held(ana), pack(then)
    seen = looked_at(ana, path)
    assert (seen.trust.standing, seen.trust.asks) == (why, True)
    assert seen.trust.words_before == fingerprint(b64(bytes(seeded(1).verify_key)))
    with pytest.raises(DecisionNeeded) as asked:
        finished(ana.imports.take(path, seen))
    assert asked.value.why == why
    assert held(ana) == before
    assert len(ana.imports.all()) == 1


def test_an_accepted_key_takes_the_place_of_the_old_one(ana, pack):
    taken(ana, pack(1))
    taken(ana, pack(2), trusted=True)
    assert standing(ana, pack(2)) == "known"
    assert standing(ana, pack(1)) == "changed"


def test_accepting_an_unsigned_pack_does_not_forget_the_key(ana, pack):
    taken(ana, pack(1))
    taken(ana, pack(), trusted=True)
    assert standing(ana, pack()) == "signature-missing"
    assert standing(ana, pack(1)) == "known"


def test_undoing_an_import_takes_its_key_back_too(ana, pack):
    first = taken(ana, pack(1)).import_id
    second = taken(ana, pack(2), trusted=True).import_id
    finished(ana.imports.undo(second))
    assert standing(ana, pack(1)) == "known"
    finished(ana.imports.undo(first))
    assert standing(ana, pack(2)) == "first"


def test_undo_does_not_touch_a_key_that_came_later(ana, pack):
    first = taken(ana, pack(1)).import_id
    taken(ana, pack(2), trusted=True)
    finished(ana.imports.undo(first))
    assert standing(ana, pack(2)) == "known"


def test_the_words_of_two_keys_differ():
    words = {fingerprint(b64(bytes(seeded(n).verify_key))) for n in range(1, 200)}
    assert len(words) == 199


def test_the_own_key_is_made_once_and_stays(tmp_path):
    first = open_key(tmp_path / "key.json")
    assert open_key(tmp_path / "key.json").public == first.public
    assert (tmp_path / "key.json").stat().st_mode & 0o077 == 0


def test_a_key_with_a_password_opens_with_it_alone(tmp_path):
    made = open_key(tmp_path / "key.json", "cal y oro")
    assert open_key(tmp_path / "key.json", "cal y oro").public == made.public
    for wrong in ("", "Cal y oro"):
        with pytest.raises(KeyLocked):
            open_key(tmp_path / "key.json", wrong)


def test_what_is_signed_can_be_verified(tmp_path):
    key = open_key(tmp_path / "key.json")
    text = key.sign(b"hola", "batea-pack x").encode()
    assert verify(b"hola", text, key.public).key == key.public
