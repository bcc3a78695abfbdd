"""Names: unsafe on some system, twice the same, or of a kind that a pack may not hold."""

from __future__ import annotations

from kb_app.packs import limits
from kb_app.packs.errors import PackEntryForbidden, PackNameUnsafe, PackTypeForbidden
from tests.packs.hostile.recipes import Book
from tests.packs.making import Entry

book = Book()
OTHER = "1b6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01"
DOC = "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01"

UNSAFE = [
    "../x.txt",
    "data/../x.txt",
    "data/docs/../../x.md",
    "..",
    ".",
    "./x.txt",
    "data/./x.txt",
    "/etc/passwd",
    "//server/share/x",
    "\\\\server\\share\\x",
    "..\\x.txt",
    "data\\x.txt",
    "C:/x.txt",
    "C:x.txt",
    "c:\\x",
    "data/x:stream.txt",
    "data/x.txt:Zone.Identifier",
    "data//x.txt",
    "~/x|txt",
    "data/x?.txt",
    "data/x*.txt",
    'data/x".txt',
    "data/<x>.txt",
    ".hidden",
    "data/.git/config",
    "data/docs/.bashrc",
    ".batea/x.txt",
    "data/x.txt ",
    "data/ x.txt",
    "data/x.",
    "data/x.txt.",
    "data/docs /x.md",
    "con",
    "CON",
    "con.txt",
    "data/nul.txt",
    "data/NUL",
    "data/aux.md",
    "data/prn.json",
    "data/com1.txt",
    "data/COM9",
    "data/lpt1.txt",
    "data/conin$.txt",
    "data/com\u00b9.txt",
    "data/con .txt",
    "nul/x.txt",
    "AUX.tar.gz",
    "data/x\n.txt",
    "data/x\r.txt",
    "data/x\t.txt",
    "data/x\x00.txt",
    "data/x\x1b[2J.txt",
    "data/x\x7f.txt",
    "data/x\x85.txt",
    "data/x\u2028.txt",
    "data/x\u202etxt.exe",
    "data/\u200ex.txt",
    "data/\u2066x.txt",
    "data/\u061cx.txt",
    "data/x\u200b.txt",
    "data/x\u00ad.txt",
    "data/x\ufeff.txt",
    "data/\ue000.txt",
    "data/nin\u0303a.txt",
    "data/A\u030angstrom.txt",
    "data/\u212bngstrom.txt",
    "data/" + "x" * (limits.MAX_NAME_PART_BYTES + 1),
    "data/x-a/" + "n/" * 80 + "x.txt",
    "/".join("abcdefghi") + ".txt",
    "data/" + "ñ" * 61,
]
for name in UNSAFE:
    book.rezipped(
        f"unsafe {name[:40]!r}", PackNameUnsafe, lambda e, name=name: [*e, Entry(name, b"x")]
    )

book.rezipped("an empty name", PackNameUnsafe, lambda e: [*e, Entry("", b"x")])
for name in ("data/", "x/"):
    book.rezipped(
        f"a folder {name}", PackEntryForbidden, lambda e, name=name: [*e, Entry(name, b"", 0)]
    )

for first, second in (
    ("data/x-a/a.txt", "data/x-a/a.txt"),
    ("data/x-a/a.txt", "data/x-a/A.txt"),
    ("data/x-a/stra\u00dfe.txt", "data/x-a/strasse.txt"),
    ("data/x-a/\u00e1.txt", "data/x-a/\u00c1.txt"),
    ("data/x-a", "data/x-a/b.txt"),
    ("data/x-a/b.txt", "data/X-A"),
    ("data/x-a/b.txt", "data/x-a/b.txt/c.txt"),
):
    book.rezipped(
        f"{first} and {second}",
        PackNameUnsafe,
        lambda e, first=first, second=second: [*e, Entry(first, b"1"), Entry(second, b"2")],
    )
book.rezipped("pack.json twice", PackNameUnsafe, lambda e: [*e, Entry("data/pack.json", b"{}")])

FORBIDDEN = [
    "x.txt",
    "autorun.inf",
    "setup.exe",
    "data/x.py",
    "data/run.sh",
    "data/a.lnk",
    "data/a.bat",
    "data/a.desktop",
    "index.htm",
    "index.html.exe",
    "script.js",
    "style.css",
    "fetch.txt",
    "manifest-md5.txt",
    "manifest-sha512.txt",
    "tagmanifest-sha512.txt",
    "data/evil.so",
    "data/index/MAIN.seg",
    "data/index/_MAIN_1.toc",
    "data/a.pickle",
    "data/batea.sqlite",
    "data/signing-key.json",
    "data/settings.json",
    "data/docs/x/es.md",
    f"data/docs/{DOC}/es.html",
    f"data/docs/{OTHER.upper()}/es.md",
    f"data/docs/{DOC}/e.md",
    f"data/docs/{DOC}/es/x.md",
    f"data/docs/{DOC}.md",
    "data/media/x.png",
    f"data/media/{'a' * 64}.exe",
    f"data/media/{'a' * 64}.html",
    f"data/media/{'a' * 63}.png",
    f"data/media/{'A' * 64}.png",
    f"data/media/{'a' * 64}",
    f"data/media/{'a' * 64}.svgz",
    f"data/collections/{DOC}.txt",
    "data/collections/x.json",
    f"data/workshops/{DOC}/x.json",
    "data/LICENSES/x.exe",
    "data/x-/a.txt",
    "data/x-A/a.txt",
    "data/x-a/a.exe",
    "data/x-a/a.html",
    "data/x-a/a.js",
    "data/xa/a.txt",
    "data/annotations.json",
    "data/glossary.tsv",
    "signature.sig",
    "META-INF/container.xml",
    "data/pack.json5",
]
for name in FORBIDDEN:
    book.rezipped(
        f"forbidden {name}", PackTypeForbidden, lambda e, name=name: [*e, Entry(name, b"x")]
    )
