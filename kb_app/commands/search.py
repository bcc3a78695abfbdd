"""`index` and `search`."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import click

from indexer.query import ANY, Answer, Filters, Hit, Query, Updated
from kb_app.commands.base import PROBLEMS, Verb, both, chosen, emit, leave, remark
from kb_app.program import Program

_NOT_DONE = {
    Updated.BUSY: both(
        "Otro programa está poniendo el índice al día; inténtelo más tarde.",
        "Another program is updating the index; try again later.",
    ),
    Updated.UNWRITABLE: both(
        "El índice no está al día: no se puede escribir en su carpeta.",
        "The index is not up to date: its folder cannot be written.",
    ),
}


@click.command(
    "index",
    cls=Verb,
    help=both("Pone al día el índice de búsqueda.", "Bring the search index up to date."),
)
@click.option(
    "--rebuild", is_flag=True, help=both("Lo hace de nuevo entero.", "Make it anew from nothing.")
)
@click.pass_obj
def index_verb(program: Program, rebuild: bool) -> None:
    steps, ended = _finished(program.search.update(rebuild))
    if ended is not Updated.DONE:
        remark(chosen(_NOT_DONE[ended], program.ui))
        leave(PROBLEMS)
    entries = len(program.catalogue)
    text = (
        f"Index up to date: {entries} entries."
        if program.ui == "en"
        else f"Índice al día: {entries} entradas."
    )
    emit(program, {"entries": entries, "indexed": steps}, text)


def _finished(update: Generator[tuple[int, int], None, Updated]) -> tuple[int, Updated]:
    """The number of its steps, and how it ended."""
    steps = 0
    while True:
        try:
            next(update)
        except StopIteration as end:
            return steps, end.value
        steps += 1


@click.command(
    "search",
    cls=Verb,
    help=both(
        'Busca en los dos idiomas. "frase exacta" o «frase exacta», -sin, tema:formalization, '
        'país:"El Salvador".',
        'Search in both languages. "exact phrase" or “exact phrase”, -without, '
        'topic:formalization, country:"El Salvador".',
    ),
)
@click.argument("words")
@click.option(
    "--lang",
    type=click.Choice(["es", "en", ANY]),
    default=ANY,
    help=both("Idioma de los textos.", "Language of the texts."),
)
@click.option("--country", multiple=True, help=both("País (PE, HN…).", "Country (PE, HN…)."))
@click.option("--topic", multiple=True, help=both("Tema.", "Topic."))
@click.option(
    "--kind",
    multiple=True,
    type=click.Choice(["case_study", "module", "country"]),
    help=both("Clase de entrada.", "Kind of entry."),
)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, help=both("Cuántas.", "Many."))
@click.option("--facets", is_flag=True, help=both("Con cuentas.", "With counts."))
@click.pass_obj
def search_verb(
    program: Program,
    words: str,
    lang: str,
    country: tuple[str, ...],
    topic: tuple[str, ...],
    kind: tuple[str, ...],
    limit: int,
    facets: bool,
) -> None:
    wanted = {
        "country": frozenset(c.upper() for c in country),
        "topic": frozenset(topic),
        "kind": frozenset(kind),
    }
    search = program.search
    for _ in search.update():
        pass
    answer = search.search(
        Query(
            text=words,
            lang=program.ui if lang == ANY else lang,
            search_lang=lang,
            filters=Filters({name: values for name, values in wanted.items() if values}),
            limit=limit,
            facets=facets,
        )
    )
    if answer.degraded:
        remark("Searched without the index." if program.ui == "en" else "Se buscó sin el índice.")
    if answer.partial:
        remark(
            "Not all the texts were read."
            if program.ui == "en"
            else "No se leyeron todos los textos."
        )
    emit(program, answer_json(answer, program.ui), _in_text(answer, program.ui))


def answer_json(answer: Answer, ui: str) -> dict[str, Any]:
    """The answer with the names of the command line's design."""
    return {
        "query": answer.query.text,
        "understood": answer.understood(ui),
        "corrected": [{"from": c.typed, "to": c.taken} for c in answer.corrections],
        "also_searched": list(answer.also_searched),
        "total": answer.total,
        "ms": answer.ms,
        "hits": [_hit_json(hit) for hit in answer.hits],
        "facets": {name: dict(values) for name, values in answer.facets.items()},
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "uid": hit.uid,
        "slug": hit.slug,
        "kind": hit.kind,
        "lang": hit.lang,
        "title": hit.title,
        "section": hit.section,
        "section_title": hit.section_title,
        "paragraph": hit.paragraph,
        "snippet": "".join(part.text for part in hit.snippet),
        "score": hit.score,
    }


def _in_text(answer: Answer, ui: str) -> str:
    lines: list[str] = []
    if answer.corrections:
        pairs = ", ".join(f"{c.typed} → {c.taken}" for c in answer.corrections)
        lines.append(f"{'Corrected' if ui == 'en' else 'Corregido'}: {pairs}")
    if answer.also_searched:
        also = "Also searched" if ui == "en" else "También se buscó"
        lines.append(f"{also}: {', '.join(answer.also_searched)}")
    for hit in answer.hits:
        place = f"¶{hit.paragraph} {hit.section_title}" if hit.paragraph else ""
        lines.append(f"{hit.title}  [{hit.slug}] {place}".rstrip())
        lines.append(f"    {''.join(part.text for part in hit.snippet)}")
    if not answer.hits:
        lines.append("Nothing found." if ui == "en" else "No se encontró nada.")
    return "\n".join(lines)


COMMANDS: list[click.Command] = [index_verb, search_verb]
