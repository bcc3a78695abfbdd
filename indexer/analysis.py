"""How words are cut, folded and stemmed: the same for texts and for questions.

NFC, lower case, runs of letters and digits, then *folding* (accents and dieresis lost; ñ
too) gives the surface form; the stem is taken from it. A word written with ñ also keeps
its own form, so that *año* can rank before *ano*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.stemming import stem_en, stem_es

ANALYSIS_VERSION = 2
LANGS = ("es", "en")
_WORD = re.compile(r"[^\W_]+")
_STEMMERS = {"es": stem_es, "en": stem_en}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it stands (code points), as written in lower case, folded."""

    start: int
    end: int
    raw: str
    surface: str


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower case without marks: *Güirisera* becomes *guirisera*, *niña* becomes *nina*."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def stem(surface: str, lang: str) -> str:
    """The stem of a folded word in a language ("es" or "en")."""
    return _STEMMERS[lang](surface)


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order. Offsets are those of the text as given."""
    for match in _WORD.finditer(text):
        raw = unicodedata.normalize("NFC", match.group()).lower()
        surface = fold(raw)
        if surface:
            yield Token(match.start(), match.end(), raw, surface)


def forms(text: str) -> list[str]:
    """The words of an NFC text as they are written."""
    return _WORD.findall(text)


def raws(text: str) -> list[str]:
    """The words of an NFC text in lower case, for what reads whole libraries."""
    return [word.lower() for word in _WORD.findall(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Where each word of `raws` begins and ends (code points)."""
    return [match.span() for match in _WORD.finditer(text)]


def surfaces(text: str) -> list[str]:
    """The folded words of a text."""
    found = (fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", text)))
    return [word for word in found if word]


# Words that carry no subject: they weigh next to nothing in the score, and what is shown of a
# question (marks in a passage, the sentence about it) passes over them. Folded.
FUNCTION_WORDS = frozenset(
    "a al ante con de del desde e el ella ellas ellos en entre es ese esta este ha han hay la las "
    "le les lo los mas mi muy no o para pero por que se si sin son su sus un una unas unos y ya "
    "an and are as at be by for from has have in is it its not of on or so than that the their "
    "them there these they this to was were which who will with".split()
)


def subjects(words: Sequence[str]) -> list[str]:
    """Those of some words that carry a subject; all of them when none does."""
    return [word for word in words if fold(word) not in FUNCTION_WORDS] or list(words)
