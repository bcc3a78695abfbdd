"""Where long words may be parted, for narrow columns: before a syllable, by its look.

Right for Spanish and good enough for English, without a dictionary: only where columns are so
narrow that whole words would not fit.
"""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"
LONG = 8  # letters: shorter words stay whole
LEAST = 3  # letters on either side
_VOWEL = "aeiouáéíóúü"
_CONSONANT = "bcdfghjklmnñpqrstvwxyz"
_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_SYLLABLE = re.compile(
    rf"[{_VOWEL}][{_CONSONANT}]??"
    rf"(?=(?:ch|ll|rr|qu|[bcfgpt][lr]|dr|[{_CONSONANT}])[{_VOWEL}y])",
    re.IGNORECASE,
)


def syllables(text: str) -> list[str]:
    """The text in pieces between which a soft hyphen may stand; together they are the text."""
    cuts = [
        word.start() + cut.end()
        for word in _WORD.finditer(text)
        for cut in _SYLLABLE.finditer(word.group())
        if LEAST <= cut.end() <= len(word.group()) - LEAST
    ]
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
