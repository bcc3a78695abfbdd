"""The fixed words of the papers of a workshop, and how its Markdown is written."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace

from indexer.documents import Edition, Source, read_edition
from kb_app.workshops.model import Day, Workshop

_MARKS = "\\`*_{}[]<>#|!~"
_LINE_START = re.compile(r"^(\d*)([-+.:>])")

_WORDS: Mapping[str, tuple[str, str]] = {
    "guide": ("Guía de quien facilita", "Facilitator's guide"),
    "agenda": ("Agenda", "Agenda"),
    "poster": ("Agenda para la pared", "Agenda for the wall"),
    "tiles": ("Agenda para la pared en cuatro hojas", "Agenda for the wall in four sheets"),
    "sheet-0": ("hoja 1 de 4: arriba a la izquierda. Recorte por la línea y pegue.",
                "sheet 1 of 4: top left. Cut along the line and tape."),
    "sheet-1": ("hoja 2 de 4: arriba a la derecha", "sheet 2 of 4: top right"),
    "sheet-2": ("hoja 3 de 4: abajo a la izquierda", "sheet 3 of 4: bottom left"),
    "sheet-3": ("hoja 4 de 4: abajo a la derecha", "sheet 4 of 4: bottom right"),
    "workbook": ("Cuaderno de participantes", "Participants' workbook"),
    "attendance": ("Lista de asistencia", "Attendance sheet"),
    "test": ("Prueba de entrada y salida", "Test before and after"),
    "key": ("Clave de la prueba", "Key of the test"),
    "commitments": ("Tarjetas de compromiso", "Commitment cards"),
    "follow-up": ("Hoja de seguimiento a 30 y 90 días", "30 and 90-day sheet"),
    "evaluation": ("Hoja de evaluación", "Evaluation sheet"),
    "report": ("Informe de una página", "One-page report"),
    "day": ("Día", "Day"),
    "time": ("Hora", "Time"),
    "what": ("Qué", "What"),
    "minutes": ("min", "min"),
    "materials": ("Materiales", "Materials"),
    "quantity": ("Cantidad", "Quantity"),
    "for": ("Para", "For"),
    "leads": ("Dirige", "Leads"),
    "objective": ("Para qué", "Objective"),
    "notes": ("Sus apuntes", "Your notes"),
    "name": ("Nombre", "Name"),
    "sex": ("Sexo", "Sex"),
    "age": ("Edad", "Age"),
    "institution": ("Institución", "Institution"),
    "municipality": ("Municipio", "Municipality"),
    "signature": ("Firma", "Signature"),
    "code": ("Mi código: las dos primeras letras del nombre de mi madre, y día y mes de mi "
             "nacimiento (MA1205)", "My code: the first two letters of my mother's name, and day "
             "and month of my birth (MA1205)"),
    "consent": (
        "Sus datos quedan en este equipo y solo se informan totales. Firmar es libre.",
        "Your data stays on this computer and only totals are reported. Signing is free.",
    ),
    "team": ("Grupo", "Group"),
    "commitment": ("Qué haremos", "What we will do"),
    "who": ("Quién", "Who"),
    "due": ("Para cuándo", "By when"),
    "indicator": ("Cómo se sabrá", "How it will be known"),
    "support": ("Qué apoyo hace falta", "Support needed"),
    "at30": ("A los 30 días", "At 30 days"),
    "at90": ("A los 90 días", "At 90 days"),
    "useful": ("¿Qué le sirvió más?", "What was most useful?"),
    "change": ("¿Qué cambiaría?", "What would you change?"),
    "monday": ("¿Qué hará el lunes?", "What will you do on Monday?"),
    "safe": ("¿Pudo hablar con confianza?", "Could you speak freely?"),
    "came": ("Quiénes vinieron", "Who came"),
    "learnt": ("Qué se aprendió", "What was learnt"),
    "agreed": ("Qué se acordó", "What was agreed"),
    "women": ("mujeres", "women"),
    "men": ("hombres", "men"),
    "others": ("otras personas", "others"),
    "nobody": ("No hay datos de asistencia.", "There is no attendance data."),
    "other-places": ("otras instituciones", "other institutions"),
    "more-agreed": ("Compromisos que no caben aquí (están en la hoja de seguimiento)",
                    "Commitments that find no room here (they are on the follow-up sheet)"),
    "no-test": ("No hubo prueba con pares.", "There was no paired test."),
    "no-agreed": ("No se anotaron compromisos.", "No commitments were noted."),
    "small": (
        "Son pocas personas: el cambio habla de ellas y de nadie más.",
        "These are few people: the change speaks of them and of nobody else.",
    ),
    "mixed": (
        "Personas a quienes se preguntó otra cosa después que antes, y cuyo cambio dice poco",
        "People who were asked other things after than before, whose change says little",
    ),
    "programme": ("Programa", "Programme"),
    "slides": ("Diapositivas", "Slides"),
    "groups": ("Grupos al mismo tiempo", "Groups at the same time"),
    "place": ("Lugar", "Place"),
    "priority": ("Si falta tiempo", "When time runs out"),
    "priority-1": ("se queda como está", "it stays as it is"),
    "priority-2": ("se puede acortar", "it can be shorter"),
    "priority-3": ("se puede dejar", "it can be left out"),
    "chart": ("Aciertos antes y después, persona por persona", "Right answers before and after, "
              "person by person"),
    "before": ("Antes", "Before"),
    "after": ("Después", "After"),
    "better": ("Mejoraron", "Better"),
    "same": ("Igual", "The same"),
    "worse": ("Menos aciertos", "Fewer right"),
    "unknown": ("sin dato", "not said"),
    "people": ("personas", "people"),
    "state": ("Estado", "State"),
    "open": ("abierto", "open"),
    "done": ("hecho", "done"),
    "dropped": ("dejado", "dropped"),
    "late": ("vencido", "late"),
    "workshop": ("Taller", "Workshop"),
    "reached": ("A quiénes se llegó", "Who was reached"),
    "date": ("Fecha", "Date"),
    "followup-report": ("Informe de seguimiento", "Follow-up report"),
    "scale": ("Encierre un número en cada línea.", "Circle one number on each line."),
    "statements": ("De 1 a 5", "From 1 to 5"),
    "no": ("no", "no"),
    "yes": ("sí", "yes"),
    "statement": ("Para mí", "For me"),
    "s-clear": ("Entendí lo que se explicó", "I understood what was explained"),
    "s-useful": ("Lo puedo usar en mi trabajo", "I can use it in my work"),
    "s-voice": ("Mi voz contó", "My voice counted"),
    "s-time": ("El tiempo alcanzó", "There was enough time"),
}  # fmt: skip


def t(key: str, lang: str) -> str:
    """A fixed word in the language of the workshop."""
    return _WORDS[key][lang == "en"]


def language_of(workshop: Workshop) -> str:
    """The language of the papers."""
    return "en" if workshop.language == "en" else "es"


def day_title(day: Day, number: int, lang: str) -> str:
    """ "Día 1: ver", whether or not its own title says which day it is."""
    name = f"{t('day', lang)} {number}"
    if day.title.startswith(name):
        return day.title
    return " · ".join(part for part in (name, day.title) if part)


def plain(text: str) -> str:
    """Words of the person inside Markdown: nothing of them is markup."""
    escaped = "".join(f"\\{c}" if c in _MARKS else c for c in " ".join(text.split()))
    return _LINE_START.sub(r"\1\\\2", escaped)


def table_row(*cells: str) -> str:
    """A row of a table."""
    return "| " + " | ".join(cells) + " |"


def table_head(*cells: str) -> Iterator[str]:
    """The head of a table."""
    yield table_row(*cells)
    yield "|" + " --- |" * len(cells)


def document(
    seed: str,
    title: str,
    summary: str,
    day: str,
    lang: str,
    body: str,
    sources: tuple[Source, ...] = (),
) -> Edition:
    """A paper as a text that every export takes. `seed` decides its id, `day` is ISO 8601;
    `sources` are those that `body` cites.
    """
    digest = hashlib.sha256(seed.encode("utf-8")).digest()[:16]
    uid = uuid.UUID(bytes=digest, version=4)
    lines = [
        "---",
        f"uid: {uid}",
        "kind: module",
        f"lang: {lang}",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"summary: {json.dumps(summary, ensure_ascii=False)}",
        f"updated: {day or '2026-01-01'}",
        "license: CC-BY-4.0",
        "authors: []",
        "---",
    ]
    head = "\n".join(lines)
    slug = f"paper-{str(uid)[:8]}"
    made = read_edition(f"{head}\n\n{body}\n".encode(), f"{slug}.md", slug)
    return replace(made, front=replace(made.front, sources=sources))
