"""How easy a text is to read: Fernández Huerta for Spanish, Flesch for English.

Both give about 0 (hard) to 100 (easy); 55 and above is plain language for adults.
Sources: J. Fernández Huerta, "Medidas sencillas de lecturabilidad", Consigna 214 (1959),
in the form 206.84 − 60 × syllables per word − 1.02 × words per sentence; R. Flesch, "A new
readability yardstick", Journal of Applied Psychology 32 (1948), 206.835 − 84.6 × syllables
per word − 1.015 × words per sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from indexer import tree

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?:;…]+(?=\s|$)|\n")
_STRONG = "aeoáéó"
_SPANISH_NUCLEUS = re.compile(r"[aeiouáéíóúü]+")
_ENGLISH_NUCLEUS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"(?<![aeiouyl])e$|(?<![aeiouytd])ed$|(?<![aeiouyszxcgh])es$")


def spanish_syllables(word: str) -> int:
    """Syllables of a Spanish word: two strong vowels, or a stressed weak one, part."""
    count = 0
    for run in _SPANISH_NUCLEUS.findall(word.lower().replace("qu", "k").replace("gu", "g")):
        count += 1
        for before, after in pairwise(run):
            both_strong = before in _STRONG and after in _STRONG
            if both_strong or "í" in (before, after) or "ú" in (before, after):
                count += 1
    return max(1, count)


def english_syllables(word: str) -> int:
    """Syllables of an English word, by its vowel groups without a silent final e."""
    lower = word.lower()
    count = len(_ENGLISH_NUCLEUS.findall(lower))
    if count > 1 and _SILENT_E.search(lower):
        count -= 1
    return max(1, count)


def score(document: tree.Document, lang: str) -> float:
    """Readability of a document's running text (paragraphs and list items)."""
    lines = [unit.text for unit in tree.units(document) if unit.number and "|" not in unit.text]
    return score_text("\n".join(lines), lang)


def score_text(text: str, lang: str) -> float:
    """Readability of some text; 100 for an empty one."""
    words = _WORD.findall(text)
    if not words:
        return 100.0
    sentences = sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))
    per_sentence = len(words) / max(1, sentences)
    if lang == "es":
        syllables = sum(map(spanish_syllables, words)) / len(words)
        return 206.84 - 60 * syllables - 1.02 * per_sentence
    syllables = sum(map(english_syllables, words)) / len(words)
    return 206.835 - 84.6 * syllables - 1.015 * per_sentence
