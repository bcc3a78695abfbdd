"""The web page with search: whole, closed to the outside, its index finds what is there."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from indexer.analysis import surfaces
from kb_app.export.material import Credits, gather
from kb_app.export.site import POLICY, site
from kb_app.library.catalogue import load_catalogue
from tests.indexer.library import write_library
from tests.packs.test_writer import Page


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    shipped = Path(__file__).parents[2] / "content"
    library = write_library(tmp_path_factory.mktemp("site"), shipped)
    editions = list(load_catalogue([library]).editions())
    made_by = Credits("Agencia", "2026")
    material = gather("Cal y <oro>", "es", "participant", editions, [], made_by, {})
    data = site(material)
    assert site(material) == data  # the same bytes each time
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.fixture(scope="module")
def index(files):
    return json.loads(files["index.js"].removeprefix("window.BATEA=").removesuffix(";\n"))


def test_it_is_whole_and_asks_for_nothing_outside(files):
    assert set(files) == {"index.html", "textos.html", "index.js", "search.js", "style.css"}
    assert f'content="{POLICY}"' in files["index.html"]
    for name in ("index.html", "textos.html"):
        page = Page(files[name])
        assert page.open == []
        assert len(set(page.ids)) == len(page.ids)
        assert all(s in files or s.startswith("data:image/") for s in page.sources)
    assert "<oro>" not in files["index.html"]
    together = "".join(files.values())
    for way_out in ("fetch(", "XMLHttpRequest", "import(", 'type="module"', "@import", "url("):
        assert way_out not in together


def test_classic_scripts_only_since_others_fail_from_a_file(files):
    assert re.findall(r"<script[^>]*>", files["index.html"]) == [
        '<script src="index.js">',
        '<script src="search.js">',
    ]
    assert "<script" not in files["textos.html"]


def test_every_place_that_the_index_names_is_on_the_page(files, index):
    ids = set(Page(files["textos.html"]).ids)
    assert index["passages"]
    assert {address.partition("#")[2] for address, _, _ in index["passages"]} <= ids


def test_every_word_of_every_passage_leads_to_it_without_its_accents(index):
    for number, (_, title, text) in enumerate(index["passages"]):
        for word in surfaces(f"{title} {text.removesuffix('…')}"):
            assert number in index["words"][word][::2]
    assert "cal" in index["words"] and "lime" in index["words"]
    assert all(word == word.lower() and "\u0301" not in word for word in index["words"])


def test_the_page_of_texts_leads_back_to_the_search(files):
    assert "index.html" in Page(files["textos.html"]).links


def test_print_dark_and_a_label_for_the_box(files):
    assert "@media print" in files["style.css"]
    assert "prefers-color-scheme:dark" in files["style.css"]
    assert '<label for="q">' in files["index.html"]
    assert 'aria-live="polite"' in files["index.html"]
