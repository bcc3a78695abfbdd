"""Modules with knowledge checks, written by hand for the tests."""

from __future__ import annotations

from pathlib import Path

from indexer.documents import Entry, read_edition

UIDS = ("3b1f0f6e-7a43-4e0b-8a75-0b6a7e2d1c11", "3b1f0f6e-7a43-4e0b-8a75-0b6a7e2d1c12")


def module_text(number: int, count: int, lang: str = "es") -> str:
    """A module with so many questions: "M0 P1", "M0 P2"…; b is right."""
    head = (
        f"---\nuid: {UIDS[number]}\nkind: module\nlang: {lang}\ntitle: Módulo {number}\n"
        "summary: Corto.\nupdated: 2026-11-01\nlicense: CC-BY-4.0\nauthors: []\n---\n\n"
        "## Actividades {#activities}\n\n### Hacer {#activity-do minutes=30}\n\n1. Uno.\n\n"
        "## Comprobación {#check}\n"
    )
    return head + "".join(
        f"\n### M{number} P{at} {{#check-{at}}}\n- [ ] no\n- [x] sí\n\n> Por qué: porque sí.\n"
        for at in range(1, count + 1)
    )


def module(number: int, count: int) -> Entry:
    """Such a module as an entry."""
    edition = read_edition(module_text(number, count).encode(), f"m{number}.es.md", f"m{number}")
    return Entry(edition.uid, edition.slug, {"es": edition})


def write_modules(content: Path, *counts: int) -> None:
    """Put modules with so many questions into a content folder."""
    (content / "modules").mkdir(exist_ok=True)
    for number, count in enumerate(counts):
        path = content / "modules" / f"m{number}.es.md"
        path.write_text(module_text(number, count), encoding="utf-8")
