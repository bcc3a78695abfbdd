"""The bag: lists and files must agree both ways, digests must fit; and the signature."""

from __future__ import annotations

from collections.abc import Callable

from kb_app.packs import limits
from kb_app.packs.errors import (
    PackDamaged,
    PackIncomplete,
    PackSignatureBad,
    PackTooLarge,
)
from tests.packs.hostile.recipes import Book
from tests.packs.making import LIME, Draft, b64, listing, seeded, sha256, signed

book = Book()
DOC = f"data/docs/{LIME}/es.md"
MANIFEST, TAGS, INFO = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"
Files = dict[str, bytes]


def _files(
    name: str, refusal: type[Exception], change: Callable[[Files], object], sealed: bool = False
) -> None:
    """Change the finished files; `sealed`: the tag manifest is made anew afterwards."""

    def apply(made: Draft) -> None:
        def bag(files: Files) -> None:
            change(files)
            if sealed:
                payload = {n for n in files if n.startswith("data/")}
                rest = set(files) - payload - {"mimetype", TAGS, "signature.minisig"}
                files[TAGS] = listing({n: files[n] for n in rest})

        made.bag = bag

    book.changed(name, refusal, apply)


def _put(name: str, data: bytes) -> Callable[[Files], object]:
    return lambda files: files.update({name: data})


for name in ("bagit.txt", INFO, MANIFEST, TAGS, "data/pack.json", DOC):
    _files(f"{name} is missing", PackIncomplete, lambda f, name=name: f.pop(name))
    if name not in (TAGS, "bagit.txt"):
        _files(
            f"{name} has one byte more",
            PackDamaged if name != MANIFEST else PackIncomplete,
            lambda f, name=name: f.update({name: f[name] + b"x"}),
        )
_files("index.html is missing", PackIncomplete, lambda f: f.pop("index.html"))
_files("index.html was replaced", PackDamaged, _put("index.html", b"<script>alert(1)</script>"))
for said in (
    b"",
    b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
    b"BagIt-Version: 1.0\n",
    b"BagIt-Version: 1.0\nTag-File-Character-Encoding: LATIN1\n",
    b"BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n",
):
    _files(f"bagit.txt says {said[:40]!r}", PackIncomplete, _put("bagit.txt", said), sealed=True)

_files("a file that is not listed", PackIncomplete, _put("data/x-a/a.txt", b"x"))
_files(
    "a picture that is not listed",
    PackIncomplete,
    lambda f: f.update({f"data/media/{sha256(b'x')}.png": b"x"}),
)
_files(
    "a file listed that is not there",
    PackIncomplete,
    lambda f: f.update({MANIFEST: f[MANIFEST] + f"{'0' * 64}  data/y.txt\n".encode()}),
    sealed=True,
)
_files(
    "a path outside in the list",
    PackIncomplete,
    lambda f: f.update({MANIFEST: f[MANIFEST] + f"{'0' * 64}  ../../etc/passwd\n".encode()}),
    sealed=True,
)
_files(
    "a file listed twice",
    PackIncomplete,
    lambda f: f.update({MANIFEST: f[MANIFEST] * 2}),
    sealed=True,
)
_files("an empty list", PackIncomplete, _put(MANIFEST, b""), sealed=True)
_files(
    "digests in capitals",
    PackIncomplete,
    lambda f: f.update({MANIFEST: f[MANIFEST][:64].upper() + f[MANIFEST][64:]}),
    sealed=True,
)
_files(
    "digests too short",
    PackIncomplete,
    lambda f: f.update({MANIFEST: f[MANIFEST][1:]}),
    sealed=True,
)
_files(
    "lines end as on Windows",
    PackIncomplete,
    lambda f: f.update({MANIFEST: f[MANIFEST].replace(b"\n", b"\r\n")}),
    sealed=True,
)
_files(
    "a list that is not UTF-8",
    PackIncomplete,
    lambda f: f.update({MANIFEST: f[MANIFEST] + b"\xff\n"}),
    sealed=True,
)
_files(
    "lists of SHA-1",
    PackIncomplete,
    lambda f: f.update({MANIFEST: b"0" * 40 + b"  data/pack.json\n"}),
    sealed=True,
)
_files(
    "digests of two files exchanged",
    PackDamaged,
    lambda f: f.update({MANIFEST: _exchanged(f[MANIFEST])}),
    sealed=True,
)
_files(
    "the tag list has another digest",
    PackDamaged,
    lambda f: f.update({TAGS: b"0" * 64 + f[TAGS][64:]}),
)
_files(
    "the tag list lacks a file",
    PackIncomplete,
    lambda f: f.update({TAGS: b"".join(f[TAGS].splitlines(True)[1:])}),
)
_files(
    "a document was changed and its list with it",
    PackDamaged,
    lambda f: (
        f.update({DOC: f[DOC] + b"\n"}),
        f.update({MANIFEST: listing({n: d for n, d in f.items() if n.startswith("data/")})}),
    ),
)
_files(
    "a list larger than the limit",
    PackTooLarge,
    lambda f: f.update({MANIFEST: (b"0" * 64 + b"  data/" + b"x" * 900 + b"\n") * 17_500}),
    sealed=True,
)


def _exchanged(listed: bytes) -> bytes:
    first, second, *rest = listed.splitlines(True)
    return second[:64] + first[64:] + first[:64] + second[64:] + b"".join(rest)


for info in (
    b"",
    b"Payload-Oxum: 1.1\n",
    b"Payload-Oxum: 10\n",
    b"Payload-Oxum: -1.2\n",
    b"Payload-Oxum: 99999999999999999999999.1\n",
    b"payload-oxum 1.2\n",
    b"\xff\xfe",
    "Payload-Oxum: \u0661.\u0662\n".encode(),
    b"X-Payload-Oxum: 1.2\n",
):
    _files(f"bag-info says {info[:30]!r}", PackIncomplete, _put(INFO, info), sealed=True)
assert limits.MAX_MANIFEST_BYTES < 17_500 * 970

# --- signature ---------------------------------------------------------------------------------


def _signed(name: str, change: Callable[[Files], object], key: str | None = None) -> None:
    """A signed pack whose files are then changed; `key` replaces what pack.json says."""

    def apply(made: Draft) -> None:
        made.pack["publisher"]["key"] = b64(bytes(seeded(1).verify_key)) if key is None else key

        def bag(files: Files) -> None:
            files["signature.minisig"] = signed(files[TAGS], seeded(1))
            change(files)

        made.bag = bag

    book.changed(f"signature: {name}", PackSignatureBad, apply)


def _line(number: int, text: bytes) -> Callable[[Files], object]:
    def change(files: Files) -> None:
        lines = files["signature.minisig"].split(b"\n")
        lines[number] = text
        files["signature.minisig"] = b"\n".join(lines)

    return change


_signed("of another key", lambda f: f.update({"signature.minisig": signed(f[TAGS], seeded(2))}))
_signed("of another content", lambda f: f.update({"signature.minisig": signed(b"x", seeded(1))}))
_signed("empty", _put("signature.minisig", b""))
_signed("not text", _put("signature.minisig", b"\xff" * 200))
_signed(
    "two lines only",
    lambda f: f.update({"signature.minisig": b"\n".join(f["signature.minisig"].split(b"\n")[:2])}),
)
_signed("another trusted comment", _line(2, b"trusted comment: somebody else"))
_signed("no trusted comment", _line(2, b"comment"))
_signed("no untrusted comment", _line(0, b"hola"))
_signed("first line not base64", _line(1, b"%%%%"))
_signed("first line too short", _line(1, b"RWQ="))
_signed(
    "prehashed algorithm",
    lambda f: f.update({"signature.minisig": f["signature.minisig"].replace(b"\nRW", b"\nRU", 1)}),
)
_signed("global signature of noughts", _line(3, b64(bytes(64)).encode()))
_signed("signature of noughts", _line(1, b64(b"Ed" + bytes(72)).encode()))
_signed("no key in the pack", lambda _f: None, key="")
_signed("key is not base64", lambda _f: None, key="ñ")
_signed("key too short", lambda _f: None, key=b64(bytes(31)))
_signed("key too long", lambda _f: None, key=b64(bytes(33)))
_signed("key of another person", lambda _f: None, key=b64(bytes(seeded(3).verify_key)))
# Points of small order: under them a signature of noughts would fit any content.
for point in (
    bytes(32),
    b"\x01" + bytes(31),
    b"\xec" + b"\xff" * 30 + b"\x7f",
    b"\xed" + b"\xff" * 30 + b"\x7f",
    bytes(31) + b"\x80",
):
    _signed(
        f"key of small order {point[:1].hex()}{point[-1:].hex()}",
        _line(1, b64(b"Ed" + bytes(8) + point + bytes(32)).encode()),
        key=b64(point),
    )
