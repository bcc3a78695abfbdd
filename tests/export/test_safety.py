"""What must not leave, in any format and for anybody: notes that are one's own, formulas, traps."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_app.export.exports import FORMATS
from kb_app.export.material import Audience, Credits, Material, gather
from kb_app.notes.model import Note, selected_quote
from tests.export.test_exports import edition_of
from tests.export.test_leaks import whole, words

CREDITS = Credits("Agencia", "2026-11-24")
OPEN = "Buena pregunta para el taller"
MINE = ("Mi jefe no vino", "Lo dijo Petronila", "etiqueta-mía")  # body, creator, tag
KEPT = (  # shareable, sensitive
    (False, False),
    (False, True),
    (True, True),
)
TRAPS = ("javascript:alert(1)", "data:text/html,<script>x</script>", "file:///etc/passwd",
         "vbscript:x", "\\\\server\\share", "JaVaScRiPt:alert(1)")  # fmt: skip
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def with_notes(audience: Audience, notes_only: bool) -> Material:
    """A text with a note that may go out, and one of each kind that may not."""
    edition = edition_of()
    draft = selected_quote(edition, "Se lavan")
    assert draft is not None
    body, creator, tag = MINE
    mine = [
        replace(draft, id=f"{n}", body=body, creator=creator, tags=(tag,), shareable=shareable,
                sensitive=sensitive)
        for n, (shareable, sensitive) in enumerate(KEPT)
    ]  # fmt: skip
    shown = replace(draft, id="9", body=OPEN, shareable=True)
    return gather("", "es", audience, [edition], [*mine, shown], CREDITS, notes_only=notes_only)


@pytest.mark.parametrize("notes_only", [False, True])
@pytest.mark.parametrize("audience", ["participant", "facilitator"])
@pytest.mark.parametrize("form", list(FORMATS))
def test_a_note_of_ones_own_is_in_no_file_for_anybody(form, audience, notes_only):
    said = whole(with_notes(audience, notes_only), form)
    assert [secret for secret in MINE if words(secret) in said] == []


@pytest.mark.parametrize("form", ["pdf", "docx", "pptx", "epub", "html", "site", "md", "archive"])
def test_the_probe_finds_the_note_that_may_go_out(form):
    assert words(OPEN) in whole(with_notes("participant", False), form)


@given(
    st.lists(
        st.tuples(st.booleans(), st.booleans(), st.text(max_size=30), st.text(max_size=10)),
        max_size=6,
    ),
    st.sampled_from(["participant", "facilitator"]),
)
def test_of_any_notes_only_those_to_share_that_are_not_sensitive_are_gathered(rows, audience):
    edition = edition_of()
    draft = selected_quote(edition, "Se lavan")
    assert draft is not None
    notes: list[Note] = [
        replace(draft, id=f"n{n}", shareable=shareable, sensitive=sensitive, body=body, creator=who)
        for n, (shareable, sensitive, body, who) in enumerate(rows)
    ]
    material = gather("", "es", audience, [edition], notes, CREDITS)
    ids = [note.id for piece in material.pieces for note in piece.notes]
    assert ids == [note.id for note in notes if note.shareable and not note.sensitive]
    held = [row for row in material.left_out if row.kind in ("private-note", "sensitive-note")]
    assert len(held) == len(notes) - len(ids)


def addresses(data: bytes, name: str) -> Iterator[str]:
    """Where a file leads, in ZIPs too."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from addresses(archive.read(inner), inner)
    else:
        text = data.decode("utf-8", errors="replace")
        yield from re.findall(r'(?:href|Target|src)="([^"]*)"', text)
        yield from re.findall(r"(?<!\\)\]\(([^)]*)\)", text if name.endswith("md") else "")


@pytest.mark.parametrize("form", ["docx", "pptx", "epub", "html", "site", "md", "archive"])
def test_a_link_that_does_something_else_leads_nowhere(form):
    links = "\n\n".join(f"[ver {n}]({trap})" for n, trap in enumerate(TRAPS))
    links += f"\n\n\\[escrito\\]({TRAPS[0]})"  # words that Markdown would make a link again
    good = "https://example.org/bien"
    material = gather(
        "", "es", "facilitator", [edition_of(f"## A {{#a}}\n\n{links}\n\n[bien]({good})\n")],
        credits=CREDITS,
    )  # fmt: skip
    found = list(addresses(FORMATS[form].write(material), f"x.{form}"))
    assert good in found or form == "pptx", "the probe sees links; slides have none"
    schemes = {address.partition(":")[0].casefold() for address in found if ":" in address}
    assert schemes <= {"http", "https", "mailto", "batea"}
    assert not any("server" in address for address in found)


@given(st.sampled_from(RUNS), st.text(max_size=20))
def test_no_cell_of_a_table_begins_a_formula(first, rest):
    edition = edition_of()
    trap = first + rest
    odd = replace(edition, front=replace(edition.front, title=trap, summary=trap))
    grid = ((trap, "b"), ("c", trap))
    for material in (
        gather("", "es", "participant", [odd], (), CREDITS),
        replace(gather("", "es", "participant", [edition], (), CREDITS), grid=grid),
    ):
        text = FORMATS["csv"].write(material).decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not any(cell.startswith(RUNS) for cell in row)
