"""What is written: a valid bag and ZIP for every other program, the same bytes each time."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import warnings
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from indexer.documents import read_edition
from indexer.errors import DocumentUnreadable
from kb_app.packs.errors import NothingToPack
from kb_app.packs.gate import open_pack
from kb_app.packs.writer import PackContents, forecast, write_pack
from kb_app.store.errors import FileExists, FolderUnwritable
from tests.packs.golden.make import CREATED, KEY, NAMES, PUBLISHER, contents, edition, pack, png

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import bagit


@pytest.fixture(params=NAMES[:4])
def written(request, tmp_path):
    """Each kind of pack, written now."""
    path = tmp_path / f"{request.param}.batea"
    write_pack(contents(request.param), path, KEY if request.param == "signed" else None)
    return path


def unpacked(path):
    folder = path.with_suffix("")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def test_an_exported_pack_is_a_valid_bag(written):
    folder = unpacked(written)
    # What a bag may have beside its lists, but that BagIt's own tools take for a stranger.
    assert bagit.Bag(str(folder)).validate()


def test_the_lists_of_digests_are_those_of_sha256sum(written):
    folder = unpacked(written)
    checker = shutil.which("sha256sum") or shutil.which("shasum")
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        assert lines == sorted(lines, key=lambda line: line.split("  ")[1])
        if checker is not None:
            words = [checker, *(["-a", "256"] if checker.endswith("shasum") else []), "-c", name]
            done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
            assert len(done.stdout.splitlines()) == len(lines)


def test_the_media_type_stands_at_the_place_where_file_looks_for_it(written):
    assert written.read_bytes()[30:68] == b"mimetypeapplication/vnd.batea.pack+zip"


def test_entries_bear_no_date_no_owner_and_no_folder(written):
    with zipfile.ZipFile(written) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert not info.is_dir()
            assert info.extra == info.comment == b""
            assert info.external_attr == 0o100644 << 16


def test_the_same_input_gives_the_same_bytes(written, tmp_path):
    name = written.stem
    twin = tmp_path / "twin.batea"
    write_pack(contents(name), twin, KEY if name == "signed" else None)
    assert twin.read_bytes() == written.read_bytes()


def test_a_pack_gets_its_name_only_when_it_is_whole(tmp_path):
    path = tmp_path / "p.batea"
    made = contents("plain")
    with pytest.raises(NothingToPack):
        write_pack(replace(made, editions=[], raws={}), path)
    assert list(tmp_path.iterdir()) == []
    write_pack(made, path)
    with pytest.raises(FileExists):
        write_pack(made, path)
    assert [p.name for p in tmp_path.iterdir()] == ["p.batea"]
    with pytest.raises(FolderUnwritable):
        write_pack(made, tmp_path / "nowhere" / "p.batea")


def test_what_the_gate_would_refuse_is_not_written(tmp_path):
    made = contents("plain")
    spoilt = replace(made, raws={key: raw + b"x" for key, raw in made.raws.items()})
    with pytest.raises(Exception, match="sha256"):
        write_pack(spoilt, tmp_path / "p.batea")
    assert list(tmp_path.iterdir()) == []


def test_the_forecast_tells_what_makes_it_large():
    made = contents("plain")
    assert [name for name, _ in forecast(made).parts] == ["documents", "page", "media"]
    large = replace(made, media={"horno.png": png(500, 500)})
    assert forecast(large).parts[0][0] == "media"
    assert forecast(large).total > 700_000


# --- the page -----------------------------------------------------------------------------------


class Page(HTMLParser):
    """What a page refers to, and whether its elements are closed in order."""

    VOID = frozenset(("meta", "br", "hr", "img", "input", "link"))

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        values = dict(attrs)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []
        self.sources += [values["src"]] if "src" in values else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def page_of(path) -> str:
    return open_pack(path).files["index.html"].decode("utf-8")


def test_the_page_holds_everything_and_asks_for_nothing(written):
    html = page_of(written)
    page = Page(html)
    assert page.open == []
    assert page.tags.isdisjoint({"script", "link", "iframe", "object", "embed", "form", "base"})
    assert all(source.startswith("data:image/") for source in page.sources)
    assert "url(" not in html and "@import" not in html
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert policy[1] == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    assert len(set(page.ids)) == len(page.ids)
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert inner and set(inner) <= set(page.ids)
    assert all(link.startswith(("#", "https://", "http://", "mailto:")) for link in page.links)


def test_the_page_has_all_texts_in_both_languages_and_the_notes(tmp_path):
    path = tmp_path / "p.batea"
    write_pack(contents("notes"), path)
    html = page_of(path)
    for words in (
        "Aquí queman piedra.",
        "Here they burn stone.",
        "¿Cuántos aquí?",
        "María",
        'lang="es"',
        'lang="en"',
        "@media print",
        "prefers-color-scheme:dark",
    ):
        assert words in html


def test_links_between_texts_lead_to_them_or_nowhere(tmp_path):
    more = (
        "\nVea [el oro](batea:0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c02), [otro]"
        "(batea:9a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c02) y [resultados](#results).\n"
    )
    made = pack([edition("lime", "es", more), edition("gold", "en")], "x")
    path = tmp_path / "p.batea"
    write_pack(made, path)
    html = page_of(path)
    lime, gold = (f"d-0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c0{n}" for n in (1, 2))
    assert f'<a href="#{gold}-en">el oro</a>' in html
    assert "<a>otro</a>" in html
    assert f'<a href="#{lime}-es-results">resultados</a>' in html
    assert f'id="{lime}-es-results"' in html


def test_words_that_look_like_code_stay_as_they_are(tmp_path):
    more = '\nEscriba id="x" y align="right" en la hoja.\n\n| a | b |\n|---|--:|\n| c | 7 |\n'
    path = tmp_path / "p.batea"
    write_pack(pack([edition("lime", "es", more)], "x"), path)
    html = page_of(path)
    assert 'Escriba id="x" y align="right" en la hoja.' in html
    assert '<td class="right">7</td>' in html


def test_pictures_beyond_the_room_of_the_page_are_named_instead(tmp_path):
    made = replace(contents("plain"), media={"horno.png": png() + bytes(11_000_000)})
    path = tmp_path / "p.batea"
    write_pack(made, path)
    html = page_of(path)
    assert "data:image" not in html
    assert "[Un horno de cal]" in html


EVIL = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("<>&\"'`{}[]()#*_!|\\\n")), max_size=60
)


@settings(max_examples=25, deadline=None)
@given(title=EVIL, body=EVIL, publisher=EVIL)
def test_whatever_is_written_stays_text_on_the_page(title, body, publisher, tmp_path_factory):
    raw = (
        "---\nuid: 0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01\nlang: es\n"
        f"title: {json.dumps('x' + title, ensure_ascii=False)}\n---\n{body}\n"
    ).encode()
    try:
        text = read_edition(raw, "x.es.md", "x")
    except DocumentUnreadable:
        reject()  # YAML has no place for some characters
    made = PackContents(
        title, CREATED, replace(PUBLISHER, name=publisher), [text], {(text.uid, "es"): raw}
    )
    path = tmp_path_factory.getbasetemp() / "evil.batea"
    path.unlink(missing_ok=True)
    write_pack(made, path)
    page = Page(page_of(path))
    assert page.open == []
    assert page.tags.isdisjoint({"script", "iframe", "object", "form", "input", "svg", "base"})
    assert all(
        link.lower().startswith(("#", "http://", "https://", "mailto:")) for link in page.links
    )
