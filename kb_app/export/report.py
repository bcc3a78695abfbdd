"""The report of what does not go out, in words: by kind, with the text and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kb_app.export.material import LeftOut

LONGEST = 140
# Spanish for one and for many, English for one and for many.
_KINDS: Mapping[str, tuple[str, str, str, str]] = {
    "facilitator": ("nota para quien facilita", "notas para quien facilita",
                    "note for the facilitator", "notes for the facilitator"),
    "answers": ("respuesta o razón", "respuestas o razones", "answer or reason",
                "answers or reasons"),
    "private-note": ("nota privada suya", "notas privadas suyas", "private note of yours",
                     "private notes of yours"),
    "sensitive-note": ("nota sensible", "notas sensibles", "sensitive note", "sensitive notes"),
    "sensitive-entry": ("texto sensible", "textos sensibles", "sensitive text",
                        "sensitive texts"),
    "length": ("parte que no cabe en dos páginas", "partes que no caben en dos páginas",
               "part that two pages do not hold", "parts that two pages do not hold"),
}  # fmt: skip


def kind_words(kind: str, count: int, ui: str) -> str:
    """The name of a kind: "notes for the facilitator"."""
    return _KINDS[kind][2 * (ui == "en") + (count != 1)]


def summary(left_out: Sequence[LeftOut], ui: str) -> str:
    """All of it in one row: "3 notes for the facilitator, 5 answers or reasons"; "" if none."""
    counts = Counter(row.kind for row in left_out)
    return ", ".join(f"{counts[kind]} {kind_words(kind, counts[kind], ui)}"
                     for kind in _KINDS if counts[kind])  # fmt: skip


def lines(left_out: Sequence[LeftOut], ui: str) -> list[str]:
    """A row for each thing: what it is, in which text, how it begins."""
    out = []
    for row in left_out:
        words = " ".join(row.words.split())
        cut = words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"
        name = kind_words(row.kind, 1, ui)
        out.append(f"{name[0].upper()}{name[1:]} · {row.where}: {cut}")
    return out
