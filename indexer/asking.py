"""A question as typed, taken apart: words, exact phrases, exclusions, typed filters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from indexer.analysis import Token, fold, surfaces, tokens
from indexer.query import Filters
from indexer.vocabulary import Vocabulary

# Quotes as typed, or as other programs and our own sentences write them.
_OPEN, _WITHIN, _CLOSE = '["«»“”„]', '[^"«»“”„]*', '["«»“”]?'
_PIECE = re.compile(
    rf"(?P<name>[^\W\d_]+):{_OPEN}(?P<value>{_WITHIN}){_CLOSE}"
    rf"|(?P<minus>(?<!\S)-)?[¿¡(\[]*{_OPEN}(?P<phrase>{_WITHIN}){_CLOSE}"
    r"|(?P<word>\S+)"
)
_FILTER = re.compile(r"(?P<name>[^\W\d_]+):(?P<value>\S+)")
# English short forms: what is cut off stands in no text as a word. ('s and 't do, and carry
# no subject.) Of *can't* and *won't* the n is the word's own.
_SHORT = re.compile(r"(?<=\w)(?:(?<!\bca)(?<!\bwo)n['’]t|['’](?:re|ll|ve|d|m))\b", re.IGNORECASE)
MOST = 64  # different words, phrases, exclusions, and words of a phrase, that are searched
MOST_IN_ALL = 512  # words, with those that come again
# What one may type before a colon, folded, and the facet that it narrows.
FILTER_NAMES = {
    "pais": "country", "country": "country", "tema": "topic", "topic": "topic",
    "mineral": "mineral", "tipo": "kind", "clase": "kind", "kind": "kind", "type": "kind",
    "evidencia": "evidence", "evidence": "evidence", "idioma": "language",
    "language": "language", "estante": "shelf", "shelf": "shelf", "decada": "period",
    "decade": "period",
}  # fmt: skip
_VALUES = {
    "kind": {"caso": "case_study", "casos": "case_study", "case": "case_study",
             "modulo": "module", "modulos": "module", "module": "module", "pais": "country",
             "country": "country"},
    "evidence": {"fuerte": "strong", "media": "moderate", "limitada": "limited"},
    "language": {"espanol": "es", "ingles": "en", "spanish": "es", "english": "en"},
}  # fmt: skip
_SCHEMES = {"country": "countries", "topic": "topics", "mineral": "minerals"}


@dataclass(frozen=True)
class Asked:
    """`words` in order (positions count for the glossary), `phrases` and `excluded` as rows
    of folded words, `filters` the typed ones joined with those of the buttons; `cut` when more was
    typed than is searched.
    """

    words: tuple[Token, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
    filters: Filters = field(default_factory=Filters)
    unfinished: bool = False
    cut: bool = False


def take_apart(text: str, filters: Filters, prefix: bool, vocabulary: Vocabulary) -> Asked:
    """Read a question. `prefix`: the last word may be unfinished."""
    text = unicodedata.normalize("NFC", text)
    words: list[Token] = []
    phrases: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []
    last_is_word = False
    for piece in _PIECE.finditer(text):
        last_is_word = False
        if piece["phrase"] is not None:
            row = tuple(surfaces(piece["phrase"]))
            if row:
                (excluded if piece["minus"] else phrases).append(row)
            continue
        word = piece[0]
        typed = piece if piece["name"] else _FILTER.fullmatch(word)
        facet = FILTER_NAMES.get(fold(typed["name"])) if typed else None
        if typed and facet:
            value = _value(facet, typed["value"].strip(), vocabulary)
            if value not in filters.get(facet):
                filters = filters.toggled(facet, value)
        elif piece["name"]:
            words += tokens(piece["name"])
            row = tuple(surfaces(piece["value"]))
            phrases += [row] if row else []
        elif word.startswith("-") and len(word) > 1 and word[1].isalnum():
            excluded.append(tuple(surfaces(word)))
        else:
            found = list(tokens(_SHORT.sub("", word)))
            words += found
            last_is_word = bool(found)
    unfinished = prefix and last_is_word and text[-1:].isalnum()  # "?" ends a word as " " does
    kept = _first_words(words)
    rows = [_first_rows(phrases), _first_rows(excluded)]
    cut = len(kept) < len(words) or any(cut for _, cut in rows)
    unfinished &= len(kept) == len(words)
    return Asked(tuple(kept), rows[0][0], rows[1][0], filters, unfinished, cut)


def _first_words(words: list[Token]) -> list[Token]:
    """The words up to the last that may be searched."""
    seen: set[str] = set()
    for position, token in enumerate(words[:MOST_IN_ALL]):
        seen.add(token.surface)
        if len(seen) > MOST:
            return words[:position]
    return words[:MOST_IN_ALL]


def _first_rows(rows: list[tuple[str, ...]]) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Each row once and at most so many and so long, and whether that left something out."""
    once = list(dict.fromkeys(rows))
    kept = tuple(row[:MOST] for row in once[:MOST])
    return kept, list(kept) != once


def _value(facet: str, typed: str, vocabulary: Vocabulary) -> str:
    """The id behind what was typed: a code, an id, or a label in either language."""
    plain = fold(typed)
    if plain in _VALUES.get(facet, {}):
        return _VALUES[facet][plain]
    scheme = _SCHEMES.get(facet)
    for term in vocabulary.schemes.get(scheme, {}).values() if scheme else ():
        names = {fold(term.id), *(fold(label) for label in term.labels.values())}
        if plain in names or plain.replace("-", " ") in names:
            return term.id
    return typed.upper() if facet == "country" else typed
