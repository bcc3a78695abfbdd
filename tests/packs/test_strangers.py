"""What strangers wrote and drew is read in a process of its own, with a deadline."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
import zlib

import pytest
from PIL import Image

from indexer.markdown import safe_href, safe_media_name
from kb_app.packs import cleaning
from kb_app.packs.cleaning import Cleaner
from tests.packs.golden.make import png


@pytest.fixture(scope="module")
def cleaner():
    with Cleaner() as made:
        yield made


def picture(kind: str, size=(40, 30), **how) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 120, 40)).save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "png"), ("GIF", "png")]
)
def test_a_picture_is_made_anew(cleaner, kind, ending):
    data, got = cleaner.picture(picture(kind))
    assert got == ending
    with Image.open(io.BytesIO(data)) as made:
        assert made.size == (40, 30)


def test_what_hides_in_a_picture_does_not_come_through(cleaner):
    secret = b"GPS 14.0818 -87.2068 <script>alert(1)</script>"
    exif = Image.Exif()
    exif[0x010E] = secret.decode()
    for data in (picture("JPEG", exif=exif.tobytes(), comment=secret), png() + secret):
        made, _ = cleaner.picture(data)
        assert secret not in made
        assert b"Exif" not in made


def test_a_photograph_taken_sideways_stands_upright(cleaner):
    exif = Image.Exif()
    exif[0x0112] = 6
    data, _ = cleaner.picture(picture("JPEG", exif=exif.tobytes()))
    with Image.open(io.BytesIO(data)) as made:
        assert made.size == (30, 40)


def test_a_large_photograph_is_made_smaller(cleaner):
    data, _ = cleaner.picture(picture("JPEG", (5000, 2000)))
    with Image.open(io.BytesIO(data)) as made:
        assert made.size == (2400, 960)


def bomb(side: int) -> bytes:
    """A small file that says it is a very large picture."""
    data = bytearray(png(4, 4))
    data[16:24] = side.to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7\n",
        picture("TIFF"),
        picture("BMP"),
        picture("ICO"),
        png()[:40],
        bomb(50_000),
        bomb(6_500),
        b"GIF89a" + bytes(20),
        b"\xff\xd8\xff\xe0" + bytes(50),
        b"RIFF\0\0\0\0WEBPVP8 " + bytes(30),
    ],
    ids=[
        "empty",
        "one byte",
        "SVG",
        "PDF",
        "TIFF",
        "BMP",
        "ICO",
        "cut off",
        "bomb",
        "too many dots",
        "broken GIF",
        "broken JPEG",
        "broken WEBP",
    ],
)
def test_what_is_no_picture_of_ours_is_not_taken(cleaner, data):
    assert cleaner.picture(data) is None
    assert cleaner.picture(png()) is not None  # and the next one is


@pytest.mark.parametrize("body", ["Hola", "# Hola\n\n" + "Texto. " * 20_000, "a\n===\n" * 100])
def test_an_ordinary_text_has_no_problem(cleaner, body):
    assert cleaner.problem_of(body) == ""


@pytest.mark.parametrize("body", ["[" * 20_000, "> - " * 60 + "x", "[a](" * 9_000])
def test_a_text_that_nests_too_deep_is_refused(cleaner, body):
    assert cleaner.problem_of(body) == "too-deep"


def test_a_text_that_takes_too_long_is_refused_at_the_deadline():
    with Cleaner(text_seconds=0.5) as hurried:
        begun = time.monotonic()
        assert hurried.problem_of("a\n===\n" * 20_000) == "takes too long to read"
        assert time.monotonic() - begun < 20
        assert hurried.problem_of("Texto. " * 4_000) in ("", "takes too long to read")


def test_the_process_ends_with_its_work():
    with Cleaner() as made:
        made.picture(png())
        process = made._process._process
        assert process.poll() is None
    assert process.poll() is not None


def test_an_installed_program_answers_under_its_hidden_verb():
    request = json.dumps({"text": "Hola"}) + "\n"
    done = subprocess.run(
        [sys.executable, "-m", "kb_app", "pack", "clean"],
        input=request.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert json.loads(done.stdout) == {"problem": ""}
    assert (
        b"clean"
        not in subprocess.run(
            [sys.executable, "-m", "kb_app", "pack", "--help"], capture_output=True, check=True
        ).stdout
    )


def test_the_process_may_not_take_all_memory():
    assert cleaning.MEMORY_BYTES <= 1024**3


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://a.org/x", True),
        ("http://a.org", True),
        ("mailto:a@b.org", True),
        ("#s", True),
        ("batea:0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("//server/share", False),
        ("\\\\server\\share", False),
        ("smb://s/x", False),
        ("ms-word:ofe|u|x", False),
        ("search-ms:query=x", False),
        ("vbscript:x", False),
        ("../x.html", False),
        ("C:\\x.exe", False),
        ("https://a.org/ x", False),
        ("", False),
        ("batea:../../x", False),
        ("tel:123", False),
        ("ftp://a", False),
        ("about:blank", False),
    ],
)
def test_only_harmless_addresses_are_links(href, kept):
    assert safe_href(href) == (href if kept else "")


@pytest.mark.parametrize(
    ("src", "name"),
    [
        ("horno.png", "horno.png"),
        ("media/horno.png", "horno.png"),
        ("../media/a.jpg", "a.jpg"),
        ("http://a.org/x.png", ""),
        ("file:///etc/passwd", ""),
        ("data:image/png;base64,AA", ""),
        ("//server/x.png", ""),
        ("\\\\server\\x.png", ""),
        ("../../x.png", ""),
        ("/etc/x.png", ""),
        ("a/b.png", ""),
        ("..", ""),
        (".x", ""),
        ("x..png", ""),
    ],
)
def test_only_names_of_the_media_folder_are_pictures(src, name):
    assert safe_media_name(src) == name
