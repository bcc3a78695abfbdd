"""Full disks, places where nothing can be written, a change of mind: nothing is left behind."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from indexer.documents import Edition
from indexer.errors import KbError
from kb_app.export.errors import ExportFailed, NameUnusable
from kb_app.export.exports import FORMATS, export_steps, export_to
from kb_app.export.material import gather
from kb_app.export.pictures import Picture, picture
from kb_app.export.typstmarkup import source_of
from kb_app.packs.writer import write_pack
from kb_app.places import Places
from kb_app.program import Program
from kb_app.store.errors import DiskFull, FileExists, FolderUnwritable
from tests.export.test_exports import ODD, edition_of, material
from tests.indexer.library import write_library

SHIPPED = Path(__file__).parents[2] / "content"
DAY = "2026-11-24"


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No file can grow beyond 100 bytes, as on a disk with no room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, heard)


@pytest.mark.parametrize("form", ["html", "docx", "epub", "csv"])
def test_a_full_disk_is_said_and_leaves_nothing(form, tmp_path, full_disk):
    made = material()
    with pytest.raises(DiskFull):
        export_to(made, form, tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_file_that_was_to_be_replaced(tmp_path, full_disk):
    path = tmp_path / "a.html"
    path.write_text("mine")
    with pytest.raises(DiskFull):
        export_to(material(), "html", path, replace=True)
    assert path.read_text() == "mine"
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


def test_a_pack_that_cannot_be_written_leaves_the_one_that_was_there(tmp_path, request):
    library = write_library(tmp_path / "library", SHIPPED)
    program = Program(Places(tmp_path / "data", (library,)))
    contents = program.sending.contents("Casos", [program.catalogue.entry("lime")])
    program.close()
    place = tmp_path / "out"
    place.mkdir()
    (place / "mine.batea").write_bytes(b"mine")
    request.getfixturevalue("full_disk")
    with pytest.raises(KbError):
        write_pack(contents, place / "mine.batea", replace=True)
    assert (place / "mine.batea").read_bytes() == b"mine"
    assert [p.name for p in place.iterdir()] == ["mine.batea"]


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_change_of_mind_at_any_step_leaves_nothing(form, tmp_path):
    path = tmp_path / "a"
    count = sum(1 for _ in export_steps(material(), form, path))
    path.unlink()
    for stop in {1, count // 2, count - 1}:
        steps = export_steps(material(), form, path)
        for _ in range(max(1, stop)):
            next(steps, None)
        steps.close()
        path.unlink(missing_ok=True)  # the last step may have been the one that wrote it
        assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_nothing_is_said(tmp_path):
    with pytest.raises(FolderUnwritable):
        export_to(material(), "html", Path("/proc/a.html"))
    with pytest.raises(FileExists):
        export_to(material(), "html", tmp_path, replace=True)


def test_a_name_that_no_system_takes_is_said(tmp_path):
    for name in ("x" * 300, "a\0b"):
        with pytest.raises(NameUnusable):
            export_to(material(), "html", tmp_path / name)


def test_a_file_that_appears_while_the_work_goes_on_is_not_replaced(tmp_path):
    path = tmp_path / "a.html"
    steps = export_steps(material(), "html", path)
    next(steps)
    path.write_text("somebody else's")
    with pytest.raises(FileExists):
        list(steps)
    assert path.read_text() == "somebody else's"


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_same_material_makes_the_same_bytes(form):
    made = replace(material("facilitator"), credits=replace(material().credits, date=DAY))
    assert FORMATS[form].write(made) == FORMATS[form].write(made)


def test_two_texts_whose_ids_begin_alike_do_not_share_footnotes():
    one, two = edition_of(), edition_of(uid="0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c10")
    both = gather("", "es", "participant", [one, two])
    assert FORMATS["pdf"].write(both).startswith(b"%PDF")


def test_the_id_of_a_strangers_source_is_no_markup():
    odd = 'S"1>])#panic("x")'
    made = edition_of()
    sources = tuple(replace(s, id=odd) if s.id == "S1" else s for s in made.front.sources)
    body = made.body.replace("[^S1]", "")
    strange = Edition.of_body(made.slug, replace(made.front, sources=sources), body, made.sha256)
    assert FORMATS["pdf"].write(gather("", "es", "facilitator", [strange])).startswith(b"%PDF")


def test_a_title_that_looks_like_a_gap_or_a_command_is_only_a_title():
    made = edition_of()
    for title in ("{lang} {authors}", '#panic("x")', "]]] \\ @x <y> $z$", "2019. Un año", "= a"):
        odd = replace(made, front=replace(made.front, title=title))
        material = gather("", "es", "participant", [odd])
        assert FORMATS["pdf"].write(material).startswith(b"%PDF")


def test_a_footnote_that_begins_with_a_year_is_no_list(tmp_path):
    made = edition_of()
    sources = tuple(replace(s, author="", publisher="", title="2019. Un informe") for s in
                    made.front.sources)  # fmt: skip
    odd = replace(made, front=replace(made.front, sources=sources))
    source = "".join(source_of(gather("", "es", "facilitator", [odd])))
    assert "[2019\\. Un informe" in source


def test_an_image_that_is_there_goes_in_and_one_that_is_missing_is_named(tmp_path):
    Image.new("RGB", (3000, 20), "red").save(tmp_path / "m.png")
    data = (tmp_path / "m.png").read_bytes()
    body = "## A {#a}\n\n![una mina](media/m.png)\n\n![un mapa](media/no.png)"
    made = gather("", "es", "participant", [edition_of(body)], images={"m.png": data})
    assert made.missing == ("no.png",)
    for form in FORMATS:
        written = export_to(made, form, tmp_path / f"x-{form}")
        assert written.missing == ("no.png",)
    assert max(made.images["m.png"].width, made.images["m.png"].height) == 2000
    light = FORMATS["phone"].fit(made)
    assert light.images["m.png"].width == 1000


def test_what_is_no_picture_is_none_and_hidden_data_does_not_leave(tmp_path):
    assert picture(b"no picture") is None
    image = Image.new("RGB", (10, 10), "blue")
    exif = image.getexif()
    exif[0x010E] = "Casa de Rosa, 14.07 -87.19"
    image.save(tmp_path / "p.jpg", exif=exif)
    clean = picture((tmp_path / "p.jpg").read_bytes())
    assert isinstance(clean, Picture)
    assert b"Rosa" not in clean.data


def test_a_picture_that_typst_cannot_read_is_said_not_shown_as_a_fault():
    broken = Picture(b"\x89PNG nonsense", "png", 10, 10)
    body = "## A {#a}\n\n![x](media/m.png)"
    made = replace(gather("", "es", "participant", [edition_of(body)]), images={"m.png": broken})
    with pytest.raises(ExportFailed):
        FORMATS["pdf"].write(made)


@pytest.mark.parametrize("name", list(ODD))
def test_odd_material_fits_a_brief(name):
    made = gather("", "es", "facilitator", [edition_of(ODD[name])])
    assert FORMATS["brief"].write(made).startswith(b"%PDF")
