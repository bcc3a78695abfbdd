"""docs/pack-format.md says what the code does; what the desktop is told fits too."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from indexer import anyyaml, frontmatter, markdown
from indexer.texts import MAX_DOCUMENT_BYTES, MAX_DOCUMENT_LINES
from kb_app.cli import PACK_ENDINGS, main
from kb_app.packs import cleaning, limits
from kb_app.packs.errors import PackRefused
from kb_app.packs.gate import open_pack
from kb_app.packs.manifest import KINDS, KNOWN_DOCUMENT_FIELDS, KNOWN_FIELDS
from kb_app.packs.merge import CHOICES
from kb_app.packs.names import check_types
from kb_app.packs.parts import KNOWN_COLLECTION_FIELDS
from kb_app.packs.writer import INLINE_MEDIA_BYTES, PAGE_TEXT_BYTES

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "docs" / "pack-format.md").read_text(encoding="utf-8")
MIB = 1024 * 1024
LIMITS = {
    "512 MiB": limits.MAX_FILE_BYTES == 512 * MIB,
    "20,000": limits.MAX_ENTRIES == MAX_DOCUMENT_LINES == 20_000,
    "1 GiB": limits.MAX_UNPACKED_BYTES == 1024 * MIB,
    "64 MiB": limits.MAX_ENTRY_BYTES == 64 * MIB,
    "256 MiB": limits.MAX_ANNOTATIONS_BYTES == 256 * MIB,
    "200 times": limits.MAX_RATIO == 200 and limits.RATIO_FROM_BYTES == MIB,
    "120 bytes a part, 180 in all, 8 levels": (
        (limits.MAX_NAME_PART_BYTES, limits.MAX_NAME_BYTES, limits.MAX_NAME_LEVELS) == (120, 180, 8)
    ),
    "16 MiB": limits.MAX_MANIFEST_BYTES == 16 * MIB,
    "depth 40, numbers of 30 digits": (limits.MAX_JSON_DEPTH, limits.MAX_JSON_DIGITS) == (40, 30),
    "4 MiB": limits.MAX_GLOSSARY_BYTES == 4 * MIB,
    "1 MiB, 20,000 lines, front matter 64 KiB, 10 levels": (
        (MAX_DOCUMENT_BYTES, frontmatter.MAX_FRONT_MATTER_BYTES, anyyaml.MAX_DEPTH)
        == (MIB, 64 * 1024, 10)
    ),
    "| 30 |": markdown.MAX_NESTING == 30,
    "5 s in a process of its own": cleaning.TEXT_SECONDS == 5,
    "| an annotation | 64 KiB |": limits.MAX_ANNOTATION_BYTES == 64 * 1024,
    "40 million dots; shown at 2,400": (
        (cleaning.MAX_PIXELS, cleaning.MAX_SIDE) == (40_000_000, 2_400)
    ),
    "up to 10 MB": INLINE_MEDIA_BYTES == 10 * MIB,
    "Above 16 MB of text": PAGE_TEXT_BYTES == 16 * MIB,
}


@pytest.mark.parametrize("words", LIMITS)
def test_the_page_names_the_limits_of_the_code(words):
    assert words in PAGE
    assert LIMITS[words]


def test_the_page_names_every_field_kind_state_and_reason():
    reasons = {kind.reason for kind in PackRefused.__subclasses__()}
    for word in (*KNOWN_FIELDS, *KNOWN_DOCUMENT_FIELDS, *KNOWN_COLLECTION_FIELDS, *KINDS, *reasons):
        assert f"`{word}`" in PAGE or f'"{word}"' in PAGE, word
    for state in set(CHOICES) - {"same", "older"}:
        assert re.search(rf"\b{state}\b", PAGE), state


def test_every_path_that_the_page_shows_may_be_in_a_pack():
    listed = re.search(r"```\n(mimetype .*?)```", PAGE, re.S)
    assert listed is not None
    uid = "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01"
    names = re.findall(r"(?:^|\s{3,})((?:data/)?[a-z<][\w./<>-]*\.(?:\w+|<ext>))", listed[1], re.M)
    filled = [
        n.replace("<uid>", uid)
        .replace("<uuid>", uid)
        .replace("<lang>", "es")
        .replace("<sha256>", "a" * 64)
        .replace("<ext>", "png")
        .replace("<spdx>", "CC-BY-4.0")
        for n in names
    ]
    assert len(filled) >= 12
    check_types([n for n in filled if "x-" not in n])
    check_types(["data/x-films/a/b.json", "data/x-films.json", "data/x-a/b.txt", "data/x-a/b.csv"])


def test_the_media_type_of_the_desktop_is_that_of_a_pack(golden):
    root = ElementTree.parse(REPOSITORY / "packaging" / "linux" / "batea-pack.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = root.find("m:mime-type", space)
    assert kind is not None
    assert kind.get("type", "").encode() == limits.MEDIA_TYPE
    data = (golden / "plain.batea").read_bytes()
    for match in root.iterfind(".//m:match", space):
        value = match.get("value", "").encode().decode("unicode_escape").encode("latin-1")
        at = int(match.get("offset", "0"))
        assert data[at : at + len(value)] == value
    entry = (REPOSITORY / "packaging" / "linux" / "batea.desktop").read_text(encoding="utf-8")
    assert f"MimeType={limits.MEDIA_TYPE.decode()};" in entry
    assert "Exec=batea %f" in entry


def test_a_double_click_opens_the_window_with_the_pack(golden, capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for words in ([str(golden / "plain.batea")], ["open", str(golden / "plain.batea")]):
        with pytest.raises(SystemExit) as end:
            main(words)
        assert end.value.code == 2  # there is no display here: it came as far as the window
        assert "tour" in capsys.readouterr().err
    assert open_pack(golden / "plain.batea").manifest.title
    assert PACK_ENDINGS == (".batea", ".batea.zip")
