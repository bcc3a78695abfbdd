"""The words around a text on its page, in the language of the text; and what marks explain."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.documents import Edition, Entry, Source
from indexer.thesaurus import Concept
from indexer.vocabulary import Vocabulary
from kb_app.app.wordlists import countries_text, genre_word, kind_word, period_text, translate
from kb_app.dates import short_date
from kb_app.export.phrases import phrase, title_reference
from kb_app.look import READER_PX, Tokens
from kb_app.views.reader.page import FactLine, Front, PageStyle, Related, SourceLine


def front_of(edition: Edition, vocabulary: Vocabulary, stale: bool) -> Front:
    """What stands above a text."""
    front, lang = edition.front, edition.lang
    parts = (countries_text(front, vocabulary, lang), ", ".join(front.places), period_text(front))
    return Front(
        front.title,
        " · ".join(part for part in parts if part),
        front.summary,
        phrase("unmeasured", lang),
        front.not_measured,
        phrase("out-of-date", lang) if stale else "",
        phrase("facts", lang),
        tuple(FactLine(fact.label, fact.value, fact.sources) for fact in front.facts),
        f"{phrase('actors', lang)}: {'; '.join(front.actors)}" if front.actors else "",
    )


def comparison_front(title: str, meta: str, entries: Iterable[Entry], lang: str) -> Front:
    """What stands above a comparison; it names the translations that are out of date."""
    editions = [(entry, entry.edition(lang)) for entry in entries]
    stale = [e.front.title for entry, e in editions if entry.translation_is_stale(e.lang)]
    remark = f"{phrase('out-of-date', lang)} {'; '.join(stale)}" if stale else ""
    return Front(title, meta, "", remark=remark)


def related_of(entries: Iterable[Entry], lang: str) -> Related:
    """Texts to read next, titled in the language of the text as far as they have it."""
    return Related(
        phrase("see-also", lang),
        tuple((entry.uid, entry.edition(lang).front.title) for entry in entries),
    )


def sources_of(edition: Edition) -> tuple[SourceLine, ...]:
    """The list of sources below a text."""
    lang = edition.lang
    lines = []
    for source in edition.front.sources:
        checked = phrase("checked", lang) if source.checked else ""
        if checked and source.accessed:
            checked = f"{checked} ({short_date(source.accessed, lang)})"
        remark = " · ".join(part for part in (genre_word(source.genre), checked) if part)
        lines.append(SourceLine(source.id, title_reference(source), remark))
    return tuple(lines)


def style_of(lang: str, tokens: Tokens, zoom: float, images: dict[str, bytes]) -> PageStyle:
    """How a page in a language looks."""
    return PageStyle(
        tokens=tokens,
        px=READER_PX * zoom,
        admonition=lambda kind: _admonition(kind, lang),
        sources_title=phrase("sources", lang),
        images=images,
    )


def _admonition(kind: str, lang: str) -> str:
    return phrase(kind, lang) if kind in ("analysis", "facilitator") else kind.capitalize()


def source_name(source: Source) -> str:
    """Author and year."""
    name = source.author or source.publisher or source.title
    return f"{name} ({source.year})" if source.year else name


def source_remark(source: Source) -> str:
    """What kind it is and whether somebody of the project has seen it."""
    seen = (
        translate("Words", "seen by the project")
        if source.checked
        else translate("Words", "not seen by the project itself")
    )
    return f"{genre_word(source.genre)} · {seen}"


def concept_lines(concept: Concept, lang: str) -> tuple[str, ...]:
    """What a glossary word means, and other words for it."""
    lines = [concept.definitions.get(lang) or concept.definitions.get("es", "")]
    others = ", ".join(concept.alts.get(lang, ())[:6])
    if others:
        lines.append(translate("Words", "Also: {words}").format(words=others))
    return tuple(line for line in lines if line)


def kind_of(edition: Edition) -> str:
    """The word of the kind of a text."""
    return kind_word(edition.front.kind)
