"""Two pages made from the library itself: the register of sources, the quality of content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from indexer import readability, tree
from indexer.documents import Edition, Entry, Source
from indexer.rules.body import CITED_SECTIONS, states_a_fact

READABILITY_AIM = 55


@dataclass(frozen=True)
class RegisteredSource:
    """A source once, with the slugs of the entries that use it.

    The same source in several entries is known by its address, else by author and title.
    """

    source: Source
    used_by: tuple[str, ...]


@dataclass(frozen=True)
class Quality:
    """What can be counted of one edition. `cites_per_claim`: citations for each numbered
    unit that states a figure, a date or a name in the sections that must cite.
    """

    slug: str
    kind: str
    lang: str
    words: int
    sources: int
    checked: int
    claims: int
    cites_per_claim: float
    strength: str
    readability: float


_SUMMARY: tuple[tuple[str, Callable[[list[Quality]], str]], ...] = (
    ("documentos · documents", lambda some: f"{len(some)}"),
    ("palabras · words", lambda some: f"{sum(r.words for r in some):,}"),
    (
        "legibilidad, mediana · readability, median",
        lambda some: f"{median(r.readability for r in some):.0f}" if some else "—",
    ),
    (
        "por debajo de la meta · below the aim",
        lambda some: f"{sum(r.readability < READABILITY_AIM for r in some)}",
    ),
    (
        "citas por afirmación, mediana · citations per claim, median",
        lambda some: f"{median(r.cites_per_claim for r in some):.2f}" if some else "—",
    ),
)


def register(entries: Iterable[Entry]) -> list[RegisteredSource]:
    """Every source of the library once, by author and year."""
    found: dict[str, Source] = {}
    users: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for source in entry.edition("es").front.sources:
            key = source.url or f"{source.author}|{source.title}".casefold()
            known = found.get(key)
            if known is None or (source.checked and not known.checked):
                found[key] = source
            users[key].add(entry.slug)
    rows = [RegisteredSource(found[key], tuple(sorted(users[key]))) for key in found]
    return sorted(rows, key=lambda r: (r.source.author.casefold(), r.source.issued, r.source.title))


def measure(edition: Edition) -> Quality:
    """Count one edition."""
    document = edition.document()
    wanted = CITED_SECTIONS.get(edition.front.kind, set())
    words = claims = cites = 0
    for unit in tree.units(document):
        words += len(unit.text.split())
        must_cite = unit.number and unit.section in wanted and not unit.in_admonition
        if must_cite and states_a_fact(unit.text):
            claims += 1
            cites += len(unit.cites)
    return Quality(
        slug=edition.slug,
        kind=edition.front.kind,
        lang=edition.lang,
        words=words,
        sources=len(edition.front.sources),
        checked=sum(source.checked for source in edition.front.sources),
        claims=claims,
        cites_per_claim=cites / claims if claims else 0.0,
        strength=edition.front.evidence_strength,
        readability=readability.score(document, edition.lang),
    )


def register_page(entries: Iterable[Entry]) -> str:
    """The register of sources as Markdown."""
    rows = register(entries)
    checked = sum(row.source.checked for row in rows)
    lines = [
        "# Registro de fuentes · Source register",
        "",
        "Página generada desde los datos de cada documento: `batea report sources`. "
        "Generated from the fields of each document.",
        "",
        f"{len(rows)} fuentes, {checked} abiertas y leídas · "
        f"{len(rows)} sources, {checked} opened and read.",
        "",
        "| Autor · Author | Año · Year | Título · Title | Clase · Kind | Idioma · Language "
        "| Revisada · Checked | Se usa en · Used in |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        source = row.source
        title = _cell(source.title)
        linked = f"[{title}]({source.url})" if source.url else title
        lines.append(
            f"| {_cell(source.author)} | {source.year or 's. f.'} | {linked} | {source.genre} "
            f"| {source.language} | {'sí · yes' if source.checked else '—'} "
            f"| {', '.join(row.used_by)} |"
        )
    return "\n".join(lines) + "\n"


def quality_page(editions: Iterable[Edition]) -> str:
    """What can be counted of the content, per document, as Markdown."""
    rows = [measure(edition) for edition in editions]
    lines = [
        "# Calidad del contenido · Quality of the content",
        "",
        "Página generada: `batea report quality`. Lo que se puede contar; lo demás lo ve quien "
        "lee. Generated; what can be counted.",
        "",
        "Legibilidad · readability: Fernández Huerta (es), Flesch (en), "
        f"{READABILITY_AIM} o más · {READABILITY_AIM} or more.",
        "",
        "| | es | en |",
        "| --- | ---: | ---: |",
    ]
    spanish, english = ([r for r in rows if r.lang == lang] for lang in ("es", "en"))
    for label, value in _SUMMARY:
        lines.append(f"| {label} | {value(spanish)} | {value(english)} |")
    lines += [
        "",
        "| Documento · Document | Idioma | Palabras · Words | Fuentes · Sources (revisadas) "
        "| Afirmaciones · Claims | Citas por afirmación | Evidencia · Evidence | Legibilidad |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- | ---: |",
    ]
    for row in sorted(rows, key=lambda r: (r.kind, r.slug, r.lang != "es")):
        lines.append(
            f"| {row.slug} | {row.lang} | {row.words:,} | {row.sources} ({row.checked}) "
            f"| {row.claims} | {row.cites_per_claim:.2f} | {row.strength} "
            f"| {row.readability:.0f} |"
        )
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "¦").replace("[", "(").replace("]", ")")
