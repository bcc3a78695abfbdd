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


# Words that carry no subject, of both languages: articles, prepositions, pronouns, words that
# ask, auxiliary verbs. They are not scored, and what is shown of a question (marks in a passage,
# the sentence about it) passes over them. Rare in texts that tell and never ask, words that ask
# would weigh as much as a subject. Folded. What is a subject in one of the two languages is left
# out: estado, poder, sentido, sea, us, may, once.
FUNCTION_WORDS = frozenset(
    """
    a al ante aun aunque con como de del desde durante e el en entre hasta la las lo los mas
    mientras muy ni no o para pero por porque segun si sin sobre tambien tan u un una unas unos
    y ya algo alguien algun alguna algunas alguno algunos aquel aquella aquellas aquellos asi
    cada cuya cuyo ella ellas ellos esa esas ese eso esos esta estas este esto estos le les me
    mi mis mucha muchas mucho muchos nos nosotras nosotros otra otras otro otros poca pocas poco
    pocos se su sus suya suyo tal tales tanta tantas tanto tantos te ti toda todas todo todos tu
    tus uno usted ustedes yo adonde cual cuales cuando cuanta cuantas cuanto cuantos donde que
    quien quienes debe deben deberia deberian debia era eran es estaba estaban estan estar
    estuvo fue fueron ha haber habia habian habra hace hacen hacer han hay haya he hizo hubo
    pasa podia podian podria podrian pudo puede pueden ser sera seran seria serian sido siendo
    sirve son tener tenga tengan tenia tenian tiene tienen tuvieron tuvo

    about after all also am an and any as at because before between both but by during each few
    for from here if in into it its just more most nor not of off on only or other out over same
    so some such than that the then there these this those through to too until up very while
    with he her him his i itself my our ours she their them they was we you your s t how what
    when where which who whom whose why are be been being can could did do does doing had happen
    happened happens has have having is might must should were will would
    """.split()
)


def subjects(words: Sequence[str]) -> list[str]:
    """Those of some words that carry a subject; all of them when none does."""
    return [word for word in words if fold(word) not in FUNCTION_WORDS] or list(words)
