"""Two pages made from the library itself: the register of sources, the quality of content.

Both are in Spanish and English at once, and are written to be read on paper or in any viewer
of Markdown.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from statistics import median
from urllib.parse import urlsplit

from indexer import readability, tree
from indexer.analysis import fold
from indexer.documents import Edition, Entry, Source
from indexer.rules.body import CITED_SECTIONS, states_a_fact

READABILITY_AIM = 55
_FULL_STOP = re.compile(r"(?<=\w\w)\.$")  # after a word; an initial keeps its own
_GENRES = {
    "official": "oficial · official",
    "academic": "académica · academic",
    "ngo": "sociedad civil · civil society",
    "press": "prensa · press",
    "company": "empresa · company",
    "project": "proyecto · project",
    "reference": "obra de consulta · reference work",
}
_STRENGTHS = {
    "strong": "fuerte · strong",
    "moderate": "media · moderate",
    "limited": "limitada · limited",
}
_KINDS = {
    "case_study": "Casos · Cases",
    "module": "Módulos · Modules",
    "country": "Países · Countries",
}


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


def _of_strength(strength: str, some: list[Quality]) -> str:
    return f"{sum(row.strength == strength for row in some)}"


_SUMMARY: tuple[tuple[str, Callable[[list[Quality]], str]], ...] = (
    ("documentos · documents", lambda some: f"{len(some)}"),
    ("palabras · words", lambda some: f"{sum(r.words for r in some):,}"),
    (
        "legibilidad, mediana · readability, median",
        lambda some: f"{median(r.readability for r in some):.0f}" if some else "—",
    ),
    (
        "legibilidad, la más baja · readability, the lowest",
        lambda some: f"{min(r.readability for r in some):.0f}" if some else "—",
    ),
    (
        "por debajo de la meta · below the aim",
        lambda some: f"{sum(r.readability < READABILITY_AIM for r in some)}",
    ),
    (
        "citas por afirmación, mediana · citations per claim, median",
        lambda some: f"{median(r.cites_per_claim for r in some):.2f}" if some else "—",
    ),
    *(
        (f"evidencia · evidence: {words}", partial(_of_strength, strength))
        for strength, words in _STRENGTHS.items()
    ),
)
_COLUMNS: tuple[tuple[str, Callable[[Quality], str]], ...] = (
    ("Palabras · Words", lambda row: f"{row.words:,}"),
    ("Afirmaciones · Claims", lambda row: f"{row.claims}"),
    ("Citas por afirmación · Citations per claim", lambda row: f"{row.cites_per_claim:.2f}"),
    ("Legibilidad · Readability", lambda row: _readable(row.readability)),
)


def register(entries: Iterable[Entry]) -> list[RegisteredSource]:
    """Every source of the library once, in the order of a list of references."""
    found: dict[str, Source] = {}
    users: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for source in entry.edition("es").front.sources:
            key = _identity(source)
            known = found.get(key)
            if known is None or (source.checked and not known.checked):
                found[key] = source
            users[key].add(entry.slug)
    rows = [RegisteredSource(found[key], tuple(sorted(users[key]))) for key in found]
    return sorted(
        rows, key=lambda r: (_place(r.source), r.source.issued or "9", fold(r.source.title))
    )


def _identity(source: Source) -> str:
    """What two entries that use the same source have in common: its address without the
    accidents of writing it, or author and title where the address is only a front page.
    """
    address = urlsplit(source.url)
    path = address.path.rstrip("/")
    if path or address.query:
        return f"{address.netloc.removeprefix('www.')}{path}?{address.query}".casefold()
    return " ".join(re.findall(r"\w+", fold(f"{source.author} {source.title}")))


def _place(source: Source) -> tuple[str, str]:
    """Where a source stands in the register: its letter, then its name without marks."""
    name = fold(_name(source)).lstrip("[(«\"'“#¿¡ ")
    return (name[:1].upper() if name[:1].isalpha() else "0-9", name)


def _name(source: Source) -> str:
    return source.author or source.publisher or source.title


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
    letters = list(dict.fromkeys(_place(row.source)[0] for row in rows))
    lines = [
        "# Registro de fuentes · Source register",
        "",
        "Cada fuente de la biblioteca una vez, con los documentos que la citan. *Revisada* quiere "
        "decir que alguien del proyecto la abrió y la leyó; *s. f.*, sin fecha. Página generada "
        "desde los datos de cada documento: `batea report sources`.",
        "",
        "Every source of the library once, with the documents that cite it. *Checked* means that "
        "somebody of the project opened and read it; *s. f.*, that it bears no date. Generated "
        "from the fields of each document.",
        "",
        *_kinds_of_sources([row.source for row in rows]),
        "",
        " · ".join(f"[{letter}](#{letter.lower()})" for letter in letters),
    ]
    for letter, some in groupby(rows, key=lambda row: _place(row.source)[0]):
        lines += ["", f"## {letter}", ""]
        lines += _table(
            ("Fuente · Source", "Clase · Kind", "Idioma · Language", "Revisada · Checked",
             "Se usa en · Used in"),
            (_register_row(row) for row in some),
        )  # fmt: skip
    return "\n".join(lines) + "\n"


def _kinds_of_sources(sources: Sequence[Source]) -> list[str]:
    """How many sources of each kind there are, how many were checked, in which languages."""
    kinds = Counter(source.genre for source in sources)
    checked = Counter(source.genre for source in sources if source.checked)
    languages = Counter(source.language for source in sources).most_common()
    rows = [(_GENRES.get(k, k), f"{n}", f"{checked[k]}") for k, n in kinds.most_common()]
    total = ("**todas · all**", f"**{kinds.total()}**", f"**{checked.total()}**")
    return [
        *_table(
            ("Clase · Kind", "Fuentes · Sources", "Revisadas · Checked"),
            (*rows, total),
            numbers=2,
        ),
        "",
        "Idiomas · Languages (ISO 639): " + ", ".join(f"{n} {lang}" for lang, n in languages),
    ]


def _register_row(row: RegisteredSource) -> tuple[str, ...]:
    source = row.source
    name = _FULL_STOP.sub("", _cell(_name(source)))
    who = f"{name} ({source.year or 's. f.'}). " if _name(source) != source.title else ""
    title = _cell(source.title)
    linked = f"[{title}](<{source.url}>)" if source.url else title
    told = source.note and source.note != "Sin fecha"  # which "s. f." has said already
    note = f". *{_cell(source.note).rstrip('.')}*" if told else ""
    return (
        f"{who}{linked}{note}",
        _GENRES.get(source.genre, source.genre),
        source.language,
        "sí · yes" if source.checked else "no",
        ", ".join(row.used_by),
    )


def quality_page(editions: Iterable[Edition]) -> str:
    """What can be counted of the content, per document, as Markdown."""
    rows = [measure(edition) for edition in editions]
    documents: dict[tuple[str, str], dict[str, Quality]] = defaultdict(dict)
    for row in rows:
        documents[row.kind, row.slug][row.lang] = row
    lines = [
        "# Calidad del contenido · Quality of the content",
        "",
        "Lo que se puede contar; lo demás lo ve quien lee. Una *afirmación* es un párrafo, punto "
        "o fila que da una cifra, una fecha o un nombre en las secciones que deben citar. La "
        "*legibilidad* es la de Fernández Huerta para el español y la de Flesch para el inglés; "
        f"la meta es {READABILITY_AIM} o más. De dos números, el primero es del español. Página "
        "generada: `batea report quality`.",
        "",
        "What can be counted; the rest is seen by whoever reads. A *claim* is a paragraph, item "
        "or row that gives a figure, a date or a name in the sections that must cite. "
        "*Readability* is Fernández Huerta for Spanish and Flesch for English; the aim is "
        f"{READABILITY_AIM} or more. Of two numbers, the first is for Spanish. Generated page.",
        "",
    ]
    spanish, english = ([r for r in rows if r.lang == lang] for lang in ("es", "en"))
    lines += _table(
        ("", "es", "en"),
        ((label, value(spanish), value(english)) for label, value in _SUMMARY),
        numbers=2,
    )
    for kind, title in _KINDS.items():
        of_kind = {slug: both for (k, slug), both in sorted(documents.items()) if k == kind}
        if of_kind:
            lines += ["", f"## {title}: {len(of_kind)}", ""]
            lines += _quality_table(of_kind)
    return "\n".join(lines) + "\n"


def _quality_table(documents: Mapping[str, Mapping[str, Quality]]) -> list[str]:
    """A row for each document: Spanish · English, and what both share."""

    def cells() -> Iterator[tuple[str, ...]]:
        for slug, both in documents.items():
            one = next(iter(both.values()))
            values = [
                " · ".join(value(both[lang]) for lang in ("es", "en") if lang in both)
                for _, value in _COLUMNS
            ]
            strength = _STRENGTHS.get(one.strength, one.strength)
            yield (slug, strength, f"{one.sources} ({one.checked})", *values)

    head = (
        "Documento · Document",
        "Evidencia · Evidence",
        "Fuentes (revisadas) · Sources (checked)",
    )
    return _table((*head, *(name for name, _ in _COLUMNS)), cells(), numbers=1 + len(_COLUMNS))


def _readable(score: float) -> str:
    return f"{score:.0f}" if score >= READABILITY_AIM else f"**{score:.0f}**"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> list[str]:
    """A table in Markdown; its last columns are `numbers` and stand to the right."""
    signs = ["---"] * (len(head) - numbers) + ["---:"] * numbers
    return [f"| {' | '.join(row)} |" for row in (head, signs, *rows)]


def _cell(text: str) -> str:
    return text.replace("|", "¦").replace("[", "(").replace("]", ")")
