"""What ships, handed to participants in every format: no withheld sentence is anywhere in it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer import tree
from indexer.documents import Edition
from kb_app.export.exports import FORMATS
from kb_app.export.material import Credits, Material, gather
from kb_app.export.steps import finished
from kb_app.export.typstmarkup import source_of
from kb_app.export.workshop_folder import folder_steps
from kb_app.library.catalogue import Catalogue, load_catalogue
from kb_app.places import Places
from kb_app.program import Program
from kb_app.workshops.result_papers import Results

SHIPPED = Path(__file__).parents[2] / "content"
PROBE = 60  # signs of a sentence that are looked for: indexes keep only beginnings
SHORTEST = 25
SLOW = ("pdf", "archive", "brief", "brief-docx")
IN_ZIPS = ("docx", "pptx", "epub", "zip", "xlsx")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue([SHIPPED])


def withheld(edition: Edition) -> set[str]:
    """The beginnings of what only whoever facilitates may read, and that stands nowhere else."""
    secret: list[str] = []
    shown: list[str] = []

    def walk(blocks: tuple[tree.Block, ...], check: bool, hidden: bool) -> None:
        for block in blocks:
            inside = hidden or (isinstance(block, tree.Admonition) and block.kind == "facilitator")
            inside = inside or (check and isinstance(block, tree.Quote))
            match block:
                case tree.Quote(inner) | tree.Admonition(_, inner):
                    walk(inner, check, inside)
                case tree.ListBlock(items):
                    for item in items:
                        walk(item.blocks, check, inside)
                case _:
                    one = tree.Document((tree.Section("", (), (block,)),))
                    (secret if inside else shown).extend(unit.text for unit in tree.units(one))

    for section in edition.document().sections:
        walk(section.blocks, section.id == "check", False)
    open_text = words("\n".join((*shown, edition.front.summary)))
    probes = {words(text)[:PROBE] for text in secret if len(text) >= SHORTEST}
    return {probe for probe in probes if probe not in open_text}


def words(text: str) -> str:
    """A text without marks and spaces, so that a cut or a soft hyphen hides nothing."""
    return re.sub(r"[\W_]+", "", text).casefold()


def opened(data: bytes, name: str) -> Iterator[str]:
    """Every text of a file: within ZIPs in ZIPs, notes, comments, metadata, file names."""
    if name.rpartition(".")[2] in IN_ZIPS:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert not archive.comment
            for inner in archive.namelist():
                yield inner
                yield from opened(archive.read(inner), inner)
        return
    text = data.decode("utf-8", errors="replace")
    yield html.unescape(text)
    yield html.unescape(re.sub(r"<[^>]+>", "", text))


def whole(material: Material, form: str) -> str:
    """All that a format says of a material. A PDF holds glyphs: what it is set from is read,
    and its metadata.
    """
    row = FORMATS[form]
    fitted = row.fit(material)
    said = list(opened(row.write(material), f"x{row.ending}"))
    if row.ending == ".pdf" or form == "archive":
        said += source_of(fitted)
    return words("\n".join(said))


def check_modules(catalogue: Catalogue, form: str, lang: str, step: int) -> None:
    kept = [entry for entry in catalogue if entry.kind == "module"][lang == "en" :: step]
    editions = [entry.edition(lang) for entry in kept]
    secrets = {probe for edition in editions for probe in withheld(edition)}
    assert len(secrets) > 3 * len(editions)
    material = gather("Todo", lang, "participant", editions, (), Credits("A", "2026-11-24"))
    said = whole(material, form)
    assert words(editions[0].front.title) in said
    assert [probe for probe in secrets if probe in said] == []


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("form", list(FORMATS))
def test_modules_that_ship_leak_nothing_to_participants(form, lang, catalogue):
    check_modules(catalogue, form, lang, 9 if form in SLOW else 5)


@pytest.mark.long
@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("form", list(FORMATS))
def test_every_module_that_ships_leaks_nothing_to_participants(form, lang, catalogue):
    check_modules(catalogue, form, lang, 1)


def test_the_probe_finds_what_a_facilitator_gets(catalogue):
    edition = catalogue.entry("mercury-health-and-alternatives").edition("es")
    material = gather("", "es", "facilitator", [edition])
    for form in ("docx", "pptx", "epub", "html", "md", "site"):
        said = whole(material, form)
        found = [probe for probe in withheld(edition) if probe in said]
        assert len(found) >= 0.9 * len(withheld(edition)), form


def test_cases_that_ship_name_every_block_that_is_withheld(catalogue):
    for entry in list(catalogue)[::4]:
        for edition in entry.editions.values():
            material = gather("", edition.lang, "participant", [edition], (),
                              include_sensitive=True)  # fmt: skip
            report = words(" ".join(row.words for row in material.left_out))
            assert [probe for probe in withheld(edition) if probe not in report] == []


def test_what_is_handed_out_at_a_workshop_has_no_facilitators_note_and_no_key(tmp_path):
    program = Program(Places(tmp_path / "data", (SHIPPED,)))
    try:
        plan = program.planner.create("Un taller", "es", "one-day")
        entries = program.planner.entries()
        folder = finished(folder_steps(plan, entries, tmp_path, Credits(), Results()))
        secrets = {
            words(line)[:PROBE]
            for block in plan.blocks()
            for line in block.notes.split("\n")
            if len(line) >= SHORTEST
        }
        assert secrets
        for name in folder.files:
            if name.startswith("para-participantes") and not name.endswith(".pdf"):
                data = (folder.path / name).read_bytes()
                said = words("\n".join(opened(data, name)))
                assert [probe for probe in secrets if probe in said] == [], name
    finally:
        program.close()
