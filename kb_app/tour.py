"""The guided tour's main job, without a window: from a question to a note that arrives elsewhere.

Two data folders stand for two agencies. Every step asks the same services as the window and
the command line and is checked at once: a step that does not do what it should ends the tour.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from indexer import tree
from indexer.documents import Edition
from indexer.query import Query
from kb_app.errors import TourStepFailed
from kb_app.export.exports import FORMATS, export_steps
from kb_app.export.material import Credits, gather
from kb_app.export.steps import finished
from kb_app.notes.model import selected
from kb_app.packs.errors import PackRefused
from kb_app.packs.gate import open_pack
from kb_app.packs.writer import write_pack
from kb_app.program import Program
from kb_app.workshops.room import Attendee, Commitment
from kb_app.workshops.sources import from_template

# What a person types, the language she reads, and an entry that must be among the first.
QUESTIONS = (
    ("mineria de oro mujeres", "es", ""),
    ("pallaqueras", "es", "peru-pallaqueras-recognition-puno"),
    ("formalisacion", "es", ""),
    ("women limestone", "es", "tanzania-tanga-women-limestone-market"),
)
CASE = "peru-pallaqueras-recognition-puno"
FIRST_PLACES = 3
# Made up: sex, institution, municipality.
PEOPLE = (
    *(("F", "Cooperativa de Quimistán", "Quimistán"),) * 7,
    *(("M", "Cooperativa de Quimistán", "Quimistán"),) * 4,
    *(("F", "INHGEOMIN", "Tegucigalpa"),) * 3,
    ("M", "Alcaldía de Talanga", "Talanga"),
    ("F", "Oficina de la Mujer de Taulabé", "Taulabé"),
)
AGREED = (
    ("Grupo 1", "Abrir el registro de socias y contar por sexo", 14),
    ("Grupo 2", "Guantes y mascarillas en tallas de mujer", 30),
    ("Grupo 3", "Reunión con la alcaldía sobre el permiso", 60),
)


@dataclass(frozen=True)
class Done:
    """A step that did what it should: its words in Spanish and English."""

    es: str
    en: str

    def text(self, ui: str) -> str:
        return self.en if ui == "en" else self.es


def main_job(here: Program, there: Program, out: Path) -> Generator[Done, None, Path]:
    """Do the main job in the data folder of `here`, and have what was sent arrive in `there`.

    Writes the exports and the pack to `out`; returns the pack. Raises TourStepFailed.
    """
    out.mkdir(parents=True, exist_ok=True)
    yield _index(here)
    yield from _search(here)
    edition = here.catalogue.entry(CASE).edition("es")
    yield _read(here, edition)
    yield _annotate(here, edition)
    yield _plan(here)
    yield _room(here)
    yield from _export(here, edition, out)
    pack = out / "tour.batea"
    yield _send(here, pack)
    yield _refuse_damage(there, pack)
    yield _receive(there, pack, edition)
    return pack


def _index(here: Program) -> Done:
    for _ in here.search.update():
        pass
    total = here.search.search(Query("", limit=1)).total
    _expect("index", total == len(here.catalogue) > 0, f"{total} of {len(here.catalogue)}")
    return Done(f"Índice al día: {total} entradas.", f"Index up to date: {total} entries.")


def _search(here: Program) -> Iterator[Done]:
    for words, lang, wanted in QUESTIONS:
        answer = here.search.search(Query(words, lang=lang, limit=FIRST_PLACES))
        slugs = [hit.slug for hit in answer.hits]
        right = wanted in slugs if wanted else bool(slugs)
        _expect("search", right and not answer.degraded, f"{words}: {slugs}")
        title = answer.hits[0].title
        yield Done(f"«{words}» encuentra: {title}", f"“{words}” finds: {title}")


def _read(here: Program, edition: Edition) -> Done:
    other = here.catalogue.entry(CASE).edition("en")
    same = [s.id for s in edition.document().sections] == [s.id for s in other.document().sections]
    _expect("read", same and bool(edition.front.sources), edition.uid)
    sections, sources = len(edition.document().sections), len(edition.front.sources)
    return Done(
        f"Dos idiomas, {sections} secciones en el mismo orden, {sources} fuentes.",
        f"Two languages, {sections} sections in the same order, {sources} sources.",
    )


def _annotate(here: Program, edition: Edition) -> Done:
    canonical = tree.canonical_text(edition.document()).text
    start = canonical.index(". ") + 2
    end = canonical.index(".", start) + 1
    draft = replace(
        selected(edition, start, end),
        body="Llevar al taller de Quimistán.",
        tags=("Quimistán",),
        purpose="use",
        shareable=True,
    )
    note = here.notes.add(draft, edition)
    placed = [place for place in here.notes.placed(edition) if place.note.id == note.id]
    _expect("annotate", [(p.start, p.end) for p in placed] == [(start, end)], str(placed))
    return Done("Nota guardada sobre su pasaje.", "Note saved on its passage.")


def _plan(here: Program) -> Done:
    entries = {entry.slug: entry for entry in here.catalogue}
    made = from_template(here.places.content[0], "three-days", "Taller de Quimistán", "es", entries)
    plan = here.workshops.save(replace(made, participants=28, venue="Quimistán"))
    blocks = sum(len(day.blocks) for day in plan.days)
    _expect("plan", len(plan.days) == 3 and blocks > 0, plan.id)
    return Done(
        f"Taller de 3 días y {blocks} bloques, para 28 personas.",
        f"Workshop of 3 days and {blocks} blocks, for 28 people.",
    )


def _room(here: Program) -> Done:
    """A morning in the room: who came, tests before and after, what was agreed, a delay."""
    plan = here.workshops.all()[0]
    for number, (sex, institution, municipality) in enumerate(PEOPLE, start=1):
        person = Attendee("", f"Persona {number}", sex, "", institution, municipality, True)
        here.room.attend(plan.id, person)
    for number in range(1, len(PEOPLE) + 1):
        here.room.score(plan.id, f"M{number}", "before", 4 + number % 3, 12)
        here.room.score(plan.id, f"M{number}", "after", 8 + number % 4, 12)
    for team, what, days in AGREED:
        due = (date.today() + timedelta(days=days)).isoformat()
        here.room.commit(Commitment("", plan.id, team, what, "", due))
    totals, learning = here.room.totals(plan.id), here.room.learning(plan.id)
    right = totals.people == len(PEOPLE) and learning is not None and learning.pairs == len(PEOPLE)
    _expect("room", right and len(here.room.due(date.today())) == 2, str(totals))
    return Done(
        f"En la sala: {len(PEOPLE)} personas, pruebas antes y después, {len(AGREED)} compromisos.",
        f"In the room: {len(PEOPLE)} people, tests before and after, {len(AGREED)} commitments.",
    )


def _export(here: Program, edition: Edition, out: Path) -> Iterator[Done]:
    credits = Credits("Batea", date.today().isoformat())
    images = here.images_of([edition])
    material = gather("", "es", "participant", [edition], here.notes.all(), credits, images)
    for form in FORMATS.values():
        path = out / f"{CASE}{form.ending}" if form.id != "site" else out / "site.zip"
        written = finished(export_steps(material, form.id, path, replace=True))
        _expect("export", written.size > 0, form.id)
        yield Done(
            f"{form.es}: {written.size // 1024 + 1} kB.",
            f"{form.en}: {written.size // 1024 + 1} kB.",
        )


def _send(here: Program, pack: Path) -> Done:
    pack.unlink(missing_ok=True)
    plans = here.workshops.all()[:1]
    contents = here.sending.contents(
        "Taller de Quimistán", [here.catalogue.entry(CASE)], with_notes=True, workshops=plans
    )
    write_pack(contents, pack, here.sending.key())
    checked = open_pack(pack)
    page = checked.files["index.html"].decode("utf-8")
    asked = re.findall(r"<(?:script|link|iframe|img)\b[^>]*(?:src|href)=\"(?!data:)", page)
    _expect("pack", len(checked.notes) == 1 and not asked, f"{len(checked.notes)} notes, {asked}")
    count = len(checked.editions)
    return Done(
        f"Paquete firmado con {count} textos, revisado; se abre en cualquier navegador.",
        f"Signed pack with {count} texts, checked; it opens in any browser.",
    )


def _refuse_damage(there: Program, pack: Path) -> Done:
    """A pack with one changed byte is refused, and nothing has changed where it was opened."""
    damaged = pack.with_name("damaged.batea")
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    before = [entry.uid for entry in there.catalogue]
    try:
        finished(there.imports.preview(damaged))
    except PackRefused as refused:
        reason = refused.reason
    else:
        raise TourStepFailed("refuse", "a changed byte went unseen")
    finally:
        damaged.unlink()
    _expect("refuse", before == [entry.uid for entry in there.catalogue], reason)
    return Done(
        f"Un paquete con un byte cambiado se rechaza ({reason}).",
        f"A pack with one changed byte is refused ({reason}).",
    )


def _receive(there: Program, pack: Path, edition: Edition) -> Done:
    seen = finished(there.imports.preview(pack))
    outcome = finished(there.imports.take(pack, seen))
    there.library_changed()
    notes = there.notes.all(edition.uid, edition.lang)
    placed = there.notes.placed(there.catalogue.entry(edition.uid).edition(edition.lang))
    arrived = len(notes) == 1 and placed[0].result == "placed" and there.workshops.all()
    _expect("receive", bool(arrived), str(outcome.as_json()))
    return Done(
        "En la otra carpeta llegaron el taller y la nota, sobre su pasaje.",
        "In the other folder the workshop and the note arrived, on its passage.",
    )


def _expect(step: str, right: bool, detail: str) -> None:
    if not right:
        raise TourStepFailed(step, detail)
