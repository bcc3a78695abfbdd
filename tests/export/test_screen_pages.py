"""Pages for a browser and a phone: one title, headings in order, a name for every picture."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from kb_app.export.exports import FORMATS
from kb_app.export.material import Credits, Material, gather
from kb_app.notes.model import Note, selected_quote
from tests.export.test_exports import edition_of
from tests.export.test_exports import material as odd_material
from tests.export.test_printed_pages import text_of

DATED = Credits("INHGEOMIN", "2026-11-24")


class Outline(HTMLParser):
    """Headings with their levels, and what a screen reader needs of the rest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.lang = ""
        self.mains = 0
        self.unnamed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        elif tag == "html":
            self.lang = given.get("lang") or ""
        elif tag == "main":
            self.mains += 1
        elif tag == "img" and not given.get("alt"):
            self.unnamed.append(str(given.get("src"))[:40])

    handle_startendtag = handle_starttag


def pages_of(material: Material, form: str) -> Iterator[tuple[str, str]]:
    data = FORMATS[form].write(material)
    if form == "html":
        yield "html", data.decode("utf-8")
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(("html", ".opf")) and not name.endswith("nav.xhtml"):
                yield name, archive.read(name).decode("utf-8")


@pytest.mark.parametrize("form", ["html", "site", "epub"])
@pytest.mark.parametrize("count", [1, 2])
def test_headings_never_skip_a_level_and_every_page_says_its_language(form, count):
    several = [edition_of(), text_of(8, number=1)][-count:]
    material = gather("", "es", "facilitator", several, credits=DATED)
    for name, text in pages_of(material, form):
        if name.endswith(".opf"):
            continue
        page = Outline(text)
        assert page.levels[0] == 1 and page.levels.count(1) == 1, name
        steps = zip(page.levels, page.levels[1:], strict=False)
        assert all(after - before <= 1 for before, after in steps), (name, page.levels)
        assert (page.lang, page.mains, page.unnamed) == ("es", 1, []), name


def test_a_page_of_one_text_has_its_title_once_and_its_sections_as_contents():
    (page,) = (text for _, text in pages_of(odd_material(edition=text_of(3)), "html"))
    shown = re.sub(r"<title>.*?</title>", "", page)
    assert page.count("<h1>Mi taller</h1>") == 1 and shown.count("Un caso 0") == 2, "another title"
    alone = gather("", "es", "participant", [text_of(3)], credits=DATED)
    (page,) = (text for _, text in pages_of(alone, "html"))
    shown = re.sub(r"<title>.*?</title>", "", page)
    assert shown.count("Un caso 0") == 1
    for number in (1, 2, 3):
        anchor = re.search(rf'<a href="#([^"]+)">Parte {number}</a>', shown)
        assert anchor and f'id="{anchor[1]}"' in shown
    assert "24 de noviembre de 2026" in shown and "2026-11-24" not in shown


def test_marks_of_sources_side_by_side_are_not_one_number():
    for form in ("html", "epub"):
        shown = "".join(text for _, text in pages_of(odd_material(), form))
        said = re.sub(r"<[^>]+>", "", shown)
        assert "Y se venden.1, 2" in said and "con agua.1 Y" in said, form


def test_a_book_says_who_made_it_and_when():
    files = dict(pages_of(replace(odd_material(), credits=DATED), "epub"))
    title = files["OEBPS/title.xhtml"]
    assert "INHGEOMIN" in title and "24 de noviembre de 2026" in title
    assert "Versión para participantes" in title
    package = files["OEBPS/package.opf"]
    assert "<dc:publisher>INHGEOMIN</dc:publisher>" in package
    assert "<dc:date>2026-11-24</dc:date>" in package


def test_an_address_in_a_book_can_be_opened():
    chapter = dict(pages_of(odd_material(), "epub"))["OEBPS/c1.xhtml"]
    assert '<a href="https://example.org/1">https://example.org/1</a>' in chapter


@pytest.mark.parametrize("form", ["epub", "docx", "pptx"])
def test_signs_that_no_file_can_hold_do_not_spoil_it(form):
    """Word leaves vertical tabs in what is pasted from it: XML has no place for them."""
    edition = edition_of()
    passage = selected_quote(edition, "Se lavan")
    assert passage is not None
    notes: list[Note] = [replace(passage, body="uno\x0bdos\x00tres\x1f", shareable=True)]
    credits = Credits("A\x0bB", "2026-11-24")
    made = gather("Un\x0btítulo", "es", "participant", [edition], notes, credits)
    with zipfile.ZipFile(io.BytesIO(FORMATS[form].write(made))) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".xhtml", ".opf", ".rels")):
                ElementTree.fromstring(archive.read(name))
