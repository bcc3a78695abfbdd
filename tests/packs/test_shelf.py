"""A stick full of packs at a glance, and the catalogue that a folder publishes (OPDS 2.0)."""

from __future__ import annotations

import json

import pytest

from kb_app.packs.shelf import FEED, listing, packs_in, write_feed
from tests.packs.conftest import finished, taken
from tests.packs.making import draft, seeded


@pytest.fixture
def stick(tmp_path, golden):
    """Five packs, one of them broken, one below two folders, and other files."""
    folder = tmp_path / "stick"
    (folder / "a" / "b" / "c" / "d").mkdir(parents=True)
    for name in ("plain", "signed"):
        (folder / f"{name}.batea").write_bytes((golden / f"{name}.batea").read_bytes())
    (folder / "a" / "Notas.batea.zip").write_bytes((golden / "notes.batea").read_bytes())
    (folder / "a" / "b" / "doscientos.batea").write_bytes(
        (golden / "200-documents.batea").read_bytes()
    )
    (folder / "roto.batea").write_bytes(b"hola")
    (folder / "a" / "b" / "c" / "d" / "hondo.batea").write_bytes(b"too deep to be looked for")
    (folder / ".oculto.batea").write_bytes(b"x")
    (folder / "foto.jpg").write_bytes(b"x")
    (folder / "carpeta.batea").mkdir()
    return folder


def test_a_stick_is_listed_at_once_and_a_bad_file_hides_no_other(desk, stick):
    rows = finished(listing(stick, desk("ana").catalogue))
    assert {(r.path.name, r.standing, r.documents, r.signed) for r in rows} == {
        ("plain.batea", "updated", 2, False),
        ("signed.batea", "updated", 2, True),
        ("Notas.batea.zip", "held", 1, False),
        ("doscientos.batea", "new", 200, False),
        ("roto.batea", "refused", 0, False),
    }
    plain = next(r for r in rows if r.path.name == "plain.batea")
    assert (plain.title, plain.publisher) == ("Cal y oro", "Instituto de la Mujer Minera")
    assert plain.size == (stick / "plain.batea").stat().st_size
    assert next(r for r in rows if r.standing == "refused").error is not None


def test_what_was_taken_in_is_held_from_then_on(desk, stick):
    ana = desk("ana")
    taken(ana, stick / "plain.batea")
    standing = {r.path.name: r.standing for r in finished(listing(stick, ana.catalogue))}
    assert standing["plain.batea"] == standing["signed.batea"] == "held"


def test_the_catalogue_of_a_folder_is_a_feed_of_what_is_sound(stick):
    target, left = write_feed(stick, "Región Sur")
    assert (target, [path.name for path in left]) == (stick / FEED, ["roto.batea"])
    feed = json.loads(target.read_text(encoding="utf-8"))
    assert feed["metadata"]["title"] == "Región Sur"
    assert feed["links"][0] == {"rel": "self", "href": FEED, "type": "application/opds+json"}
    assert len(feed["publications"]) == feed["metadata"]["numberOfItems"] == 4
    for row in feed["publications"]:
        assert row["metadata"]["@type"] == "http://schema.org/Dataset"
        assert row["metadata"]["identifier"].startswith("urn:uuid:")
        (link,) = row["links"]
        assert link["rel"] == "http://opds-spec.org/acquisition/open-access"
        assert link["type"] == "application/vnd.batea.pack+zip"
        file = stick / link["href"]
        assert file.stat().st_size == link["properties"]["size"]


def test_the_catalogue_is_the_same_for_the_same_packs(stick):
    first = write_feed(stick, "x")[0].read_bytes()
    assert write_feed(stick, "x")[0].read_bytes() == first


def test_a_feed_leads_to_packs_that_lie_deeper(desk, stick):
    deep = stick / "a" / "b" / "c" / "d" / "hondo.batea"
    draft().write(deep)
    assert deep not in packs_in(stick)
    feed = json.loads(write_feed(stick, "x")[0].read_text(encoding="utf-8"))
    feed["publications"].append({"links": [{"href": "a/b/c/d/hondo.batea"}]})
    (stick / FEED).write_text(json.dumps(feed), encoding="utf-8")
    assert deep in packs_in(stick)
    assert len(finished(listing(stick, desk("ana").catalogue))) == 6


@pytest.mark.parametrize(
    "feed",
    [
        b"",
        b"hola",
        b"[]",
        b"{}",
        b'{"publications": 7}',
        b'{"publications": [7, {}]}',
        b"[" * 9999,
        b'{"publications": [{"links": [{"href": 7}, 8]}]}',
        b"\xff",
        *(
            json.dumps({"publications": [{"links": [{"href": href}]}]}).encode()
            for href in (
                "../fuera.batea",
                "/etc/passwd",
                "http://a.org/x.batea",
                "\\\\s\\x.batea",
                "nada.batea",
                "C:/x.batea",
                "a/../../fuera.batea",
                "x\0.batea",
                "file:///x.batea",
                "foto.jpg",
            )
        ),
    ],
)
def test_a_feed_leads_nowhere_else_whatever_it_says(stick, feed):
    draft().write(stick.parent / "fuera.batea")
    (stick / FEED).write_bytes(feed)
    assert len(packs_in(stick)) == 5


def test_signed_packs_are_told(tmp_path, desk):
    made = draft()
    made.key = seeded(1)
    made.write(tmp_path / "p.batea")
    assert [r.signed for r in finished(listing(tmp_path, desk("ana").catalogue))] == [True]
