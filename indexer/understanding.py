"""In plain words, how a question was understood."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.analysis import subjects
from indexer.asking import Asked
from indexer.vocabulary import Vocabulary

_VALUES = {
    ("kind", "case_study"): ("casos", "cases"),
    ("kind", "module"): ("módulos", "modules"),
    ("kind", "country"): ("fichas de país", "country profiles"),
    ("evidence", "strong"): ("evidencia fuerte", "strong evidence"),
    ("evidence", "moderate"): ("evidencia media", "moderate evidence"),
    ("evidence", "limited"): ("evidencia limitada", "limited evidence"),
    ("language", "es"): ("en español", "in Spanish"),
    ("language", "en"): ("en inglés", "in English"),
}


_SCHEMES = {"country": "countries", "topic": "topics", "mineral": "minerals"}


TOLD = 16  # words or phrases, in the sentence about a question


def value_in_words(facet: str, value: str, vocabulary: Vocabulary, lang: str) -> str:
    """A value of a filter in Spanish or English; one that is not known is told as that."""
    scheme = _SCHEMES.get(facet)
    if scheme and value in vocabulary.schemes.get(scheme, {}):
        return vocabulary.label(scheme, value, lang)
    if (facet, value) in _VALUES:
        return _VALUES[facet, value][lang != "es"]
    if facet == "shelf" or (facet == "period" and value.isdecimal()):
        return value
    return f"«{value}» (valor desconocido)" if lang == "es" else f"“{value}” (unknown value)"


def in_words(asked: Asked, filter_labels: Sequence[str], lang: str) -> str:
    """One sentence, in Spanish or English. "" when nothing was asked."""
    es = lang == "es"
    parts: list[str] = []
    if asked.words:
        told = set(subjects([token.raw for token in asked.words]))
        shown = [f"{token.raw}…" if _open(asked, i) else token.raw
                 for i, token in enumerate(asked.words) if token.raw in told]  # fmt: skip
        shown = list(dict.fromkeys(shown))
        words, several, more = ", ".join(shown[:TOLD]), len(shown) > 1, len(shown) - TOLD
        if more > 0:
            words = f"{words} {_and_more(more, lang)}"
        if es:
            lead = "con alguna de las palabras" if several else "con la palabra"
            tail = "; primero los que las tienen todas" if several else ""
        else:
            lead = "with any of the words" if several else "with the word"
            tail = "; first those that have them all" if several else ""
        parts.append(f"{lead} {words}{tail}")
    within = "en el texto" if es else "in the text"  # titles of sections stand apart
    lead = "con la frase exacta" if es else "with the exact phrase"
    parts += [f"{row} {within}" for row in _quoted(asked.phrases, lead, lang)]
    parts += _quoted(asked.excluded, "sin" if es else "without", lang)
    if filter_labels:
        parts.append(f"{'solo' if es else 'only'} {', '.join(filter_labels)}")
    if asked.cut:
        parts.append(
            "solo lo primero que se escribió" if es else "only the first of what was typed"
        )
    if not parts:
        return ""
    sentence = f"{'Se buscan textos' if es else 'Looking for texts'} {'; '.join(parts)}"
    return sentence if sentence.endswith("…") else f"{sentence}."


def _quoted(rows: Sequence[Sequence[str]], lead: str, lang: str) -> list[str]:
    quote = "«{}»" if lang == "es" else "“{}”"
    told = [
        f"{lead} {quote.format(' '.join(row[:TOLD]) + ('…' if len(row) > TOLD else ''))}"
        for row in rows[:TOLD]
    ]
    return [*told, _and_more(len(rows) - TOLD, lang)] if len(rows) > TOLD else told


def _and_more(number: int, lang: str) -> str:
    return f"y {number} más" if lang == "es" else f"and {number} more"


def _open(asked: Asked, position: int) -> bool:
    return asked.unfinished and position == len(asked.words) - 1
