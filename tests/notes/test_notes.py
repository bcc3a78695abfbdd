"""Notes: kept for ever, placed where they belong, never painted on a guess."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import tree
from indexer.documents import read_edition
from kb_app.library.revisions import Revisions
from kb_app.notes.anchoring import anchor
from kb_app.notes.errors import NoteMissing, NotesUnreadable
from kb_app.notes.export import defused, to_csv, to_markdown
from kb_app.notes.model import Note, note_from_json, selected, selected_quote, whole_section
from kb_app.notes.notes import Notes
from kb_app.notes.w3c import from_lines, to_annotation, to_lines
from kb_app.schemas import MIGRATIONS
from kb_app.store import open_store
from tests.indexer.library import case_text


def edition_of(text: str):
    return read_edition(text.encode(), "lime.es.md", "lime")


@pytest.fixture
def edition():
    return edition_of(case_text("lime", "es"))


@pytest.fixture
def notes(tmp_path):
    store = open_store(tmp_path / "batea.sqlite", MIGRATIONS)
    yield Notes(store, Revisions(store), "María")
    store.close()


def test_a_note_comes_back_as_it_was_written(notes, edition):
    draft = replace(
        selected_quote(edition, "40 sacos"),
        body="¿Cuántos aquí?",
        tags=("cal",),
        purpose="question",
    )
    saved = notes.add(draft, edition)
    assert notes.get(saved.id) == saved
    assert (saved.section, saved.exact, saved.creator) == ("results", "40 sacos", "María")
    assert notes.all(edition.uid) == [saved]
    assert notes.find("CUANTOS sacos") == [saved]
    assert notes.tags() == ["cal"]


def test_every_revision_is_kept_and_undo_walks_back(notes, edition):
    saved = notes.add(selected_quote(edition, "piedra"), edition)
    notes.edit(replace(saved, body="uno"))
    notes.edit(replace(saved, body="dos"))
    assert notes.undo(saved.id).body == "uno"
    notes.delete(saved.id)
    assert notes.all() == []
    assert notes.undo(saved.id).body == "uno"
    assert [n.body for _, _, n in notes.history(saved.id)] == [
        "",
        "uno",
        "dos",
        "uno",
        "uno",
        "uno",
    ]
    assert notes.damaged() == []


def test_undoing_the_first_writing_takes_the_note_away(notes, edition):
    saved = notes.add(selected_quote(edition, "piedra"), edition)
    assert notes.undo(saved.id) is None
    with pytest.raises(NoteMissing):
        notes.get(saved.id)
    with pytest.raises(NoteMissing):
        notes.undo("nobody")


def test_a_revision_that_was_tampered_with_is_named(notes, edition):
    notes.add(selected_quote(edition, "piedra"), edition)
    connection = notes._store.connection
    connection.execute("DROP TRIGGER note_revision_is_append_only")
    connection.execute("UPDATE note_revision SET content = replace(content, 'piedra', 'tierra')")
    assert notes.damaged() == [1]


def test_in_the_same_revision_a_note_stands_where_it_was_put(notes, edition):
    saved = notes.add(selected_quote(edition, "40 sacos"), edition)
    placed = notes.placed(edition)[0]
    text = tree.canonical_text(edition.document()).text
    assert (placed.note, placed.result) == (saved, "placed")
    assert text[placed.start : placed.end] == "40 sacos"


def test_a_note_follows_its_passage_into_a_new_revision(notes, edition):
    notes.add(selected_quote(edition, "Venden 40 sacos"), edition)
    newer = edition_of(
        case_text("lime", "es")
        .replace("Aquí queman", "Desde hace años aquí queman")
        .replace("Venden 40 sacos.", "Venden ya 40 sacos.")
    )
    placed = notes.placed(newer)[0]
    text = tree.canonical_text(newer.document()).text
    assert placed.result == "placed"
    assert text[placed.start : placed.end] == "Venden ya 40 sacos"


def test_a_note_whose_passage_is_gone_is_not_painted(notes, edition):
    saved = notes.add(selected_quote(edition, "Venden 40 sacos"), edition)
    newer = edition_of(case_text("lime", "es").replace("Venden 40 sacos.", "Todo cerró."))
    placed = notes.placed(newer)[0]
    assert placed.result != "placed"
    assert notes.get(saved.id) == saved


def test_a_note_on_a_whole_section_needs_no_words(notes, edition):
    notes.add(whole_section(edition, "results"), edition)
    assert notes.placed(edition)[0].result == "placed"


WORDS = st.sampled_from("la mina oro mujer cal horno saco venta ley agua luz pan casa río".split())


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=12, max_size=40), st.data())
def test_a_note_is_placed_on_its_words_or_not_at_all(words, data):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    note = Note("i", "u", "es", "d", "", text[start:end], text[max(0, start - 32) : start],
                text[end : end + 32], start, end)  # fmt: skip
    found = anchor(note, text, False, text)
    if found.result == "placed" and note.exact.strip():
        kept = set(text[found.start : found.end].split()) & set(note.exact.split())
        assert kept or not set(note.exact.split()) & set(text.split())
    same = anchor(note, text, True, text)
    assert (same.result, same.start, same.end) == ("placed", start, end)


# --- out and in ----------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


@given(TEXTS, TEXTS, st.lists(TEXTS.filter(str.strip), max_size=3), st.booleans())
def test_a_note_survives_json_and_w3c(exact, body, tags, sensitive):
    note = Note(
        "3ff617d2-d1d8-40c2-8e25-b112ea993028", "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01", "es",
        "ab" * 32, "results", exact, "antes", "después", 3, 3 + len(exact), body, "use",
        tuple(dict.fromkeys(t.strip() for t in tags)), True, sensitive, "2026-11-24T10:00:00Z",
        "2026-11-24T10:00:00Z", "María",
    )  # fmt: skip
    assert note_from_json(note.to_json()) == note
    again = from_lines(to_lines([note]), "a.jsonl", "mine")[0]
    if not exact:  # without a quote there is nothing to point at
        again = replace(again, exact="", prefix="antes", suffix="después", start=3, end=3)
    assert again == note


def test_an_annotation_obeys_the_rules_of_the_standard(edition):
    value = to_annotation(replace(selected(edition, 10, 20), id="i", body="b", tags=("t",)))
    assert value["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert value["type"] == "Annotation"
    assert value["id"].startswith("urn:uuid:")
    assert {s["type"] for s in value["target"]["selector"]} == {
        "TextQuoteSelector", "TextPositionSelector", "FragmentSelector"}  # fmt: skip
    assert [b["purpose"] for b in value["body"]] == ["commenting", "tagging"]
    json.dumps(value)


@pytest.mark.parametrize("bad", ["{", "[]", "{}", '{"target": {"source": "x"}}', "[" * 100_000])
def test_what_is_no_annotation_is_refused_with_its_line(bad):
    with pytest.raises(NotesUnreadable) as refused:
        from_lines(f"\n{bad}\n", "a.jsonl", "mine")
    assert refused.value.line == 2


@pytest.mark.parametrize("cell", ["=1+1", "+x", "-x", "@x", "\tx", "\rx"])
def test_a_spreadsheet_runs_nothing(cell):
    assert defused(cell) == f"'{cell}"
    assert defused("oro") == "oro"


def test_notes_read_well_as_text(notes, edition):
    saved = notes.add(
        replace(selected_quote(edition, "piedra"), body="=SUM(A1)", tags=("cal viva",)), edition
    )
    page = to_markdown([saved], lambda uid: "La cal", "es")
    assert "## La cal" in page and "> piedra" in page and "#cal-viva" in page
    assert "'=SUM(A1)" in to_csv([saved], lambda uid: "La cal")


def test_a_note_that_came_was_deleted_and_comes_again_is_there_again(notes, edition):
    theirs = replace(selected_quote(edition, "40 sacos"), id="n1", body="De Managua")
    for _ in range(4):
        received = notes.receive([theirs], "pack")
        assert received.new == ("n1",)
        assert [note.body for note in notes.all()] == ["De Managua"]
        assert notes.receive([theirs], "pack").same == ("n1",)
        notes.delete("n1")
        assert notes.all() == []
