"""Stems over folded text, so that words with and without accents meet.

The Spanish stemmer is Snowball's (M. Porter, "Spanish stemming algorithm",
snowballstem.org) restated for text whose accents are gone: each suffix has lost its own.
Stemming first and folding afterwards, the usual recipe, parts *minería* from *mineria*.
English is Snowball's own.
"""

from __future__ import annotations

from functools import cache, lru_cache

import Stemmer

_VOWELS = frozenset("aeiou")
_PRONOUNS = ("selas", "selos", "sela", "selo", "las", "les", "los", "nos",
             "me", "se", "la", "le", "lo")  # fmt: skip
_BEFORE_PRONOUN = ("iendo", "ando", "ar", "er", "ir")
_PLAIN = ("amientos", "imientos", "amiento", "imiento", "anzas", "ismos", "ables", "ibles",
          "istas", "anza", "icos", "icas", "ismo", "able", "ible", "ista", "osos", "osas",
          "ico", "ica", "oso", "osa")  # fmt: skip
_AFTER_IC = ("adoras", "adores", "aciones", "ancias", "adora", "acion", "antes", "ancia",
             "ador", "ante")  # fmt: skip
_YES = ("yeron", "yendo", "yamos", "yais", "yan", "yen", "yas", "yes", "ya", "ye", "yo")
_WITH_GU = ("emos", "eis", "en", "es")
_VERBS = (
    "ariamos", "eriamos", "iriamos", "ieramos", "iesemos", "aremos", "eremos", "iremos",
    "ariais", "eriais", "iriais", "ierais", "ieseis", "asteis", "isteis", "abamos", "aramos",
    "asemos", "arian", "arias", "areis", "erian", "erias", "ereis", "irian", "irias", "ireis",
    "ieran", "iesen", "ieron", "iendo", "ieras", "ieses", "abais", "arais", "aseis", "iamos",
    "aria", "aran", "aras", "eria", "eran", "eras", "iria", "iran", "iras", "iera", "iese",
    "aste", "iste", "aban", "asen", "aron", "ando", "abas", "adas", "idas", "ases", "iais",
    "ados", "idos", "amos", "imos", "ara", "are", "era", "ere", "ira", "ire", "aba", "ada",
    "ida", "ase", "ian", "ado", "ido", "ias", "ais", "ia", "ad", "ed", "id", "an", "io", "ar",
    "er", "ir", "as", "is",
)  # fmt: skip


def _regions(word: str) -> tuple[int, int, int]:
    """Where RV, R1 and R2 begin, as Snowball defines them for Spanish."""
    end = len(word)

    def after_vowel_consonant(start: int) -> int:
        for i in range(start + 1, end):
            if word[i] not in _VOWELS and word[i - 1] in _VOWELS:
                return i + 1
        return end

    r1 = after_vowel_consonant(0)
    r2 = after_vowel_consonant(r1)
    rv = end
    if end >= 2:
        if word[1] not in _VOWELS:
            rv = next((i + 1 for i in range(2, end) if word[i] in _VOWELS), end)
        elif word[0] in _VOWELS:
            rv = next((i + 1 for i in range(2, end) if word[i] not in _VOWELS), end)
        else:
            rv = min(3, end)
    return rv, r1, r2


@cache
def _by_length(suffixes: tuple[str, ...]) -> tuple[tuple[int, frozenset[str]], ...]:
    lengths = sorted({len(s) for s in suffixes}, reverse=True)
    return tuple((n, frozenset(s for s in suffixes if len(s) == n)) for n in lengths)


def _ending(word: str, suffixes: tuple[str, ...], region: int) -> str:
    """The longest suffix that the word ends in, if it lies in the region, else ""."""
    for length, some in _by_length(suffixes):
        if word[-length:] in some:
            return word[-length:] if len(word) - length >= region else ""
    return ""


@lru_cache(maxsize=50_000)
def stem_es(word: str) -> str:
    """The stem of a folded Spanish word."""
    if len(word) < 3:
        return word
    rv, r1, r2 = _regions(word)
    word = _without_pronoun(word, rv)
    shorter = _standard(word, r1, r2)
    if shorter == word:
        shorter = _verb(word, rv)
    return _residual(shorter, rv)


def _without_pronoun(word: str, rv: int) -> str:
    pronoun = _ending(word, _PRONOUNS, rv)
    if pronoun:
        rest = word[: -len(pronoun)]
        if _ending(rest, _BEFORE_PRONOUN, rv) or rest.endswith("uyendo"):
            return rest
    return word


def _standard(word: str, r1: int, r2: int) -> str:
    def cut(suffixes: tuple[str, ...], text: str = word) -> str:
        ending = _ending(text, suffixes, r2)
        return text[: -len(ending)] if ending else text

    if (rest := cut(_PLAIN)) != word:
        return rest
    if (rest := cut(_AFTER_IC)) != word:
        return cut(("ic",), rest)
    if ending := _ending(word, ("logia", "logias"), r2):
        return word[: -len(ending)] + "log"
    if ending := _ending(word, ("ucion", "uciones"), r2):
        return word[: -len(ending)] + "u"
    if ending := _ending(word, ("encia", "encias"), r2):
        return word[: -len(ending)] + "ente"
    if ending := _ending(word, ("amente",), r1):
        rest = word[: -len(ending)]
        after_iv = cut(("iv",), rest)
        return cut(("at",), after_iv) if after_iv != rest else cut(("os", "ic", "ad"), rest)
    if (rest := cut(("mente",))) != word:
        return cut(("ante", "able", "ible"), rest)
    if (rest := cut(("idad", "idades"))) != word:
        return cut(("abil", "ic", "iv"), rest)
    if (rest := cut(("iva", "ivo", "ivas", "ivos"))) != word:
        return cut(("at",), rest)
    return word


def _verb(word: str, rv: int) -> str:
    ending = _ending(word, _YES, rv)
    if ending and word[: -len(ending)].endswith("u"):
        return word[: -len(ending)]
    ending = _ending(word, (*_VERBS, *_WITH_GU), rv)
    if not ending:
        return word
    rest = word[: -len(ending)]
    if ending == "es":
        # Snowball stops here, and *mujeres* (mujer) would not meet *mujer* (muj).
        rest = _verb(rest, rv)
    return rest[:-1] if ending in _WITH_GU and rest.endswith("gu") else rest


def _residual(word: str, rv: int) -> str:
    ending = _ending(word, ("os", "a", "o"), rv)
    if ending:
        return word[: -len(ending)]
    if _ending(word, ("e",), rv):
        rest = word[:-1]
        return rest[:-1] if rest.endswith("gu") and len(rest) - 1 >= rv else rest
    return word


_english = Stemmer.Stemmer("english")


@lru_cache(maxsize=50_000)
def stem_en(word: str) -> str:
    """The stem of a folded English word."""
    return str(_english.stemWord(word))
