"""A small, valid library for the tests of rules and catalogue: written by hand, two cases."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

UIDS = {
    "lime": "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c01",
    "gold": "0a6c1f6e-7a43-4e0b-8a75-0b6a7e2d1c02",
}
TITLES = {
    ("lime", "es"): "Mujeres de la cal venden juntas",
    ("lime", "en"): "Women of the lime kilns sell together",
    ("gold", "es"): "Una lista para las lavadoras de oro",
    ("gold", "en"): "A list for the women who wash gold",
}
HEADINGS = {
    "es": ("Contexto", "Qué se hizo", "Resultados", "Dificultades y límites", "Para su país",
           "Preguntas para el taller"),
    "en": ("Context", "What was done", "Results", "Difficulties and limits", "For your country",
           "Questions for the workshop"),
}  # fmt: skip
IDS = ("context", "actions", "results", "limits", "for-your-country", "questions")


def case_text(slug: str, lang: str, source: bytes | None = None) -> str:
    """A snapshot that breaks no rule."""
    spanish = lang == "es"
    fields = [
        "---",
        f"uid: {UIDS[slug]}",
        "kind: case_study",
        f"lang: {lang}",
        f'title: "{TITLES[slug, lang]}"',
        f'summary: "{"En corto." if spanish else "In short."}"',
        "countries: [HN]",
        "places: [Talanga]",
        f"minerals: [{'lime' if slug == 'lime' else 'gold'}]",
        "topics: [formalization]",
        "period: {from: 2012, to: 2022}",
        "audiences: [facilitator]",
        "actors: []",
        "depth: snapshot",
        'evidence: {strength: limited, note: "una fuente"}',
        'not_measured: ["ingresos"]',
    ]
    if source is not None:
        digest = hashlib.sha256(source).hexdigest()
        fields.append(f"translation: {{of: es, source_revision: sha256:{digest}}}")
    fields += [
        f"related: [{'gold' if slug == 'lime' else 'lime'}]",
        "sensitive: false",
        "created: 2026-11-01",
        "updated: 2026-11-02",
        "authors: [Batea]",
        "license: CC-BY-4.0",
        "sources:",
        "  - {id: S1, type: report, genre: official, title: Informe, language: es, checked: true}",
        "---",
    ]
    words = (
        ("Aquí queman piedra.", "En 2012 se unieron.[^S1]", "Venden 40 sacos.[^S1]",
         "Nadie midió nada más.", "Se parece a Honduras.", "¿Y aquí?")
        if spanish
        else ("Here they burn stone.", "In 2012 they joined.[^S1]", "They sell 40 sacks.[^S1]",
              "Nobody measured more.", "It resembles Honduras.", "And here?")
    )  # fmt: skip
    body: list[str] = []
    for section_id, heading, text in zip(IDS, HEADINGS[lang], words, strict=True):
        body += ["", f"## {heading} {{#{section_id}}}", ""]
        if section_id == "for-your-country":
            body += ["!!! analysis", f"    {text}"]
        else:
            body.append(f"1. {text}" if section_id == "questions" else text)
    return "\n".join(fields + body) + "\n"


def write_library(folder: Path, shipped: Path) -> Path:
    """Two cases in two languages with the shipped vocabulary and a glossary of one row."""
    shutil.copytree(shipped / "vocabulary", folder / "vocabulary")
    (folder / "glossary").mkdir()
    header = (shipped / "glossary" / "glossary.csv").read_text(encoding="utf-8").split("\n")[0]
    (folder / "glossary" / "glossary.csv").write_text(
        f"{header}\nlime,cal,,lime,,,,Piedra quemada,Burnt stone,\n", encoding="utf-8"
    )
    place = folder / "case_studies"
    place.mkdir()
    for slug in UIDS:
        spanish = case_text(slug, "es").encode()
        (place / f"{slug}.es.md").write_bytes(spanish)
        (place / f"{slug}.en.md").write_bytes(case_text(slug, "en", spanish).encode())
    return folder
