"""Real packs, changed by chance: refused, or sound with the very same content. Nothing else.

Some changes are made to the bytes of the file; others to a part inside, which is then put
together again with lists and digests that fit, so that they reach behind the gate's first
lines.
"""

from __future__ import annotations

import io
import random
import zipfile
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kb_app.packs.checked import CheckedPack
from kb_app.packs.errors import PackNewer, PackRefused
from kb_app.packs.gate import open_pack
from kb_app.wording import explain
from tests.packs.making import MEDIA_TYPE, Entry, listing, zipped

SMALL = ("plain", "signed", "notes", "reply")
PIECES = [
    b"\0",
    b"\xff",
    b"PK\x01\x02",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"../",
    b"[" * 50,
    b"{",
    b"}",
    b'"',
    b"\\",
    b",",
    b":",
    b"null",
    b"NaN",
    b"1e999",
    b"-",
    b"9" * 400,
    b"\xed\xa0\x80",
    b"\n",
    b"\r\n",
    b"---\n",
    b"!!python/name:os.system",
    b"&a",
    b"*a",
    b"<script>",
    b"\xe2\x80\xae",
    b"uid:",
    b"data/",
    b"[]",
    b"{}",
    b"\\ud800",
    b"true",
    b'"documents": 7',
    b"0",
]
TAGS = ("bagit.txt", "bag-info.txt", "index.html", "manifest-sha256.txt")
QUICK = settings(
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@lru_cache
def golden(name: str) -> bytes:
    return (Path(__file__).parent / "golden" / f"{name}.batea").read_bytes()


@lru_cache
def parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(golden(name))) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}


def content(pack: CheckedPack) -> tuple[object, ...]:
    """All that a pack gives to whoever opens it."""
    return (
        dict(pack.files.digests),
        pack.manifest,
        pack.notes,
        {key: (e.raw, e.front) for key, e in pack.editions.items()},
        pack.signature.key if pack.signature else "",
    )


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, cut out, doubled, exchanged or put in."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        at = chance.randrange(len(out) or 1)
        end = min(len(out), at + chance.choice((1, 2, 4, 16, 200)))
        match chance.randrange(7):
            case 0 if at < len(out):
                out[at] ^= 1 << chance.randrange(8)
            case 1 if at < len(out):
                out[at] = chance.randrange(256)
            case 2:
                del out[at:end]
            case 3:
                out[at:at] = out[at:end]
            case 4:
                out[at:at] = chance.choice(PIECES)
            case 5:
                out[at:end] = chance.choice(PIECES)
            case _:
                other = chance.randrange(len(out) or 1)
                out[at:end] = out[other : other + end - at]
    return bytes(out)


def refitted(name: str, chance: random.Random) -> bytes:
    """A part damaged, the rest made to fit it."""
    files = dict(parts(name))
    files.pop("signature.minisig", None)
    part = chance.choice([n for n in files if n.startswith("data/")])
    files[part] = damaged(files[part], chance)
    payload = {n: d for n, d in files.items() if n.startswith("data/")}
    octets = sum(len(data) for data in payload.values())
    files["bag-info.txt"] = f"Payload-Oxum: {octets}.{len(payload)}\n".encode()
    files["manifest-sha256.txt"] = listing(payload)
    files["tagmanifest-sha256.txt"] = listing({n: files[n] for n in TAGS})
    rest = [Entry(n, d) for n, d in files.items() if n != "mimetype"]
    return zipped([Entry("mimetype", MEDIA_TYPE, 0), *rest])


def opened(data: bytes, path: Path) -> CheckedPack | None:
    """The pack, or None when it is refused; anything else is a fault of ours."""
    path.write_bytes(data)
    try:
        return open_pack(path)
    except (PackRefused, PackNewer) as error:
        assert explain(error, "es").now
        return None


def try_bytes(name: str, chance: random.Random, path: Path) -> None:
    data = damaged(golden(name), chance)
    pack = opened(data, path)
    if pack is not None:
        path.write_bytes(golden(name))
        assert content(pack.at(path)) == content(open_pack(path))


def try_part(name: str, chance: random.Random, path: Path) -> None:
    pack = opened(refitted(name, chance), path)
    if pack is not None:
        for edition in pack.editions.values():
            assert edition.uid and edition.lang and edition.front.title
        assert all(note.uid for note in pack.notes)


CHANCES = st.randoms(use_true_random=True)


@settings(QUICK, max_examples=3_500)
@given(name=st.sampled_from(SMALL), chance=CHANCES)
def test_a_changed_file_is_refused_or_gives_the_same(name, chance, tmp_path_factory):
    try_bytes(name, chance, tmp_path_factory.getbasetemp() / "bytes.batea")


@settings(QUICK, max_examples=1_500)
@given(name=st.sampled_from(SMALL), chance=CHANCES)
def test_a_pack_with_a_changed_part_is_refused_or_sound(name, chance, tmp_path_factory):
    try_part(name, chance, tmp_path_factory.getbasetemp() / "part.batea")


@pytest.mark.long
@settings(QUICK, max_examples=30_000)
@given(name=st.sampled_from((*SMALL, "200-documents")), chance=CHANCES)
def test_many_changed_files(name, chance, tmp_path_factory):
    try_bytes(name, chance, tmp_path_factory.getbasetemp() / "bytes.batea")


@pytest.mark.long
@settings(QUICK, max_examples=20_000)
@given(name=st.sampled_from(SMALL), chance=CHANCES)
def test_many_packs_with_a_changed_part(name, chance, tmp_path_factory):
    try_part(name, chance, tmp_path_factory.getbasetemp() / "part.batea")
