"""Makes the golden packs of format 1.0: the same bytes each time with the same program.

They were made once, with the version that first wrote the format, and are never made anew:
every later version has to read them. Run: python -m tests.packs.golden.make FOLDER
"""

from __future__ import annotations

import struct
import sys
import uuid
import zlib
from dataclasses import replace
from pathlib import Path

import nacl.signing

from indexer.documents import Edition, read_edition
from kb_app.notes.model import Note, selected_quote
from kb_app.packs.manifest import Publisher
from kb_app.packs.signing import SigningKey
from kb_app.packs.writer import PackContents, write_pack
from tests.indexer.library import UIDS, case_text

CREATED = "2026-11-24T10:00:00.000Z"
SPACE = uuid.UUID("d5b8f3a4-0c5a-4a9e-8f0e-2c1e7a6b9f10")
PUBLISHER = Publisher(str(uuid.uuid5(SPACE, "publisher")), "Instituto de la Mujer Minera")
COLLEAGUE = Publisher(str(uuid.uuid5(SPACE, "colleague")), "Alcaldía de Talanga")
KEY = SigningKey(nacl.signing.SigningKey(b"golden packs of Batea, version 1"), b"GOLDEN10")
PLAN = str(uuid.uuid5(SPACE, "plan"))
SHELF = str(uuid.uuid5(SPACE, "collection"))
NAMES = ("plain", "signed", "notes", "reply", "200-documents")


def png(width: int = 6, height: int = 4) -> bytes:
    """A small picture, written by hand so that no library can make it otherwise."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(
        b"\0" + b"".join(bytes((40 * x % 256, 60 * y % 256, 120)) for x in range(width))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows, 0))
        + chunk(b"IEND", b"")
    )


def edition(slug: str, lang: str, more: str = "") -> tuple[Edition, bytes]:
    source = case_text(slug, "es").encode() if lang == "en" else None
    raw = (case_text(slug, lang, source) + more).encode()
    return read_edition(raw, f"{slug}.{lang}.md", slug), raw


def contents(name: str) -> PackContents:
    """What is in the golden pack of that name."""
    made = {
        "plain": plain,
        "signed": plain,
        "notes": with_notes,
        "reply": reply,
        "200-documents": many,
    }[name]()
    return replace(made, pack_id=str(uuid.uuid5(SPACE, name)))


def pack(
    texts: list[tuple[Edition, bytes]], title: str, publisher: Publisher = PUBLISHER, **more: object
) -> PackContents:
    raws = {(e.uid, e.lang): raw for e, raw in texts}
    return PackContents(
        title,
        CREATED,
        publisher,
        [e for e, _ in texts],
        raws,
        **more,  # type: ignore[arg-type]
    )


def plain() -> PackContents:
    """Two cases in two languages, one with a picture, one made from an older text."""
    picture = "\n![Un horno de cal](media/horno.png)\n"
    texts = [
        edition("lime", "es", picture),
        edition("lime", "en"),
        edition("gold", "es"),
        edition("gold", "en"),
    ]
    older = edition("lime", "es")[0].sha256
    return pack(
        texts,
        "Cal y oro",
        summary="Dos casos para empezar.",
        media={"horno.png": png()},
        parents={(UIDS["lime"], "es"): [older]},
    )


def note(text: Edition, number: int, quote: str, **more: object) -> Note:
    found = selected_quote(text, quote)
    assert found is not None
    return replace(
        found,
        id=str(uuid.uuid5(SPACE, f"note {number}")),
        created=CREATED,
        modified=CREATED,
        shareable=True,
        **more,  # type: ignore[arg-type]
    )


def with_notes() -> PackContents:
    """A case with three notes, a plan, a collection and two words for the glossary."""
    spanish, english = edition("lime", "es"), edition("lime", "en")
    notes = [
        note(
            spanish[0],
            1,
            "40 sacos",
            body="¿Cuántos aquí?",
            purpose="question",
            creator="María",
            tags=("cal",),
        ),
        note(spanish[0], 2, "queman piedra", body="Como en La Ceiba ñ 🔥", purpose="example"),
        note(english[0], 3, "In 2012"),
    ]
    block = {
        "id": "b1",
        "title": "El caso de la cal",
        "kind": "case",
        "minutes": 45,
        "entry": UIDS["lime"],
        "revisions": {"es": spanish[0].sha256},
        "notes": "Empezar con la foto.",
    }
    plan = {
        "id": PLAN,
        "title": "Taller de un día",
        "language": "es",
        "venue": "Talanga",
        "days": [{"id": "d1", "title": "Día", "blocks": [block]}],
        "format": "batea-workshop",
        "version": "1.0",
    }
    shelf = {
        "id": SHELF,
        "title": "Para empezar",
        "remark": "Cortos",
        "items": [{"uid": UIDS["lime"], "remark": "el primero"}],
    }
    words = [
        {
            "id": "calero",
            "prefLabel_es": "calero",
            "altLabels_es": "calera|caleros",
            "prefLabel_en": "lime burner",
            "definition_es": "Quien quema la piedra.",
        },
        {"id": "saco", "prefLabel_es": "saco", "prefLabel_en": "sack"},
    ]
    return pack(
        [spanish, english],
        "Cal, con notas",
        notes=notes,
        workshops={PLAN: plan},
        collections={SHELF: shelf},
        glossary=words,
    )


def reply() -> PackContents:
    """What a colleague sends back: the case changed, a case of their own, a note."""
    before = edition("lime", "es")[0]
    changed = edition("lime", "es", "\nAquí también venden en la plaza.\n")
    own = edition("gold", "es")
    return pack(
        [changed, own],
        "Re: Cal, con notas",
        COLLEAGUE,
        kind="reply",
        in_reply_to=str(uuid.uuid5(SPACE, "notes")),
        parents={(before.uid, "es"): [before.sha256]},
        notes=[note(before, 9, "40 sacos", body="Aquí, 60.", creator="Rosa")],
    )


def many() -> PackContents:
    """Two hundred short cases."""
    texts = []
    for number in range(200):
        uid = str(uuid.uuid5(SPACE, f"case {number}"))
        raw = case_text("gold", "es").replace(UIDS["gold"], uid).encode()
        raw = raw.replace(b"lavadoras de oro", f"lavadoras, {number}".encode(), 1)
        slug = f"caso-{number}"
        texts.append((read_edition(raw, f"{slug}.es.md", slug), raw))
    return pack(texts, "Doscientos casos")


def make(folder: Path) -> None:
    """Write all five."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        write_pack(contents(name), folder / f"{name}.batea", KEY if name == "signed" else None)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
