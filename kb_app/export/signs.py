"""Words that would run over the right-hand edge, and signs that a font does not have."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN, NO_SPACE = "\u00ad", "\u200b"
LONGEST = 28
_SCRIPTS = {
    "HEBREW": ("hebreo", "Hebrew"),
    "ARABIC": ("árabe", "Arabic"),
    "CYRILLIC": ("cirílico", "Cyrillic"),
    "CJK": ("chino", "Chinese"),
    "HIRAGANA": ("japonés", "Japanese"),
    "KATAKANA": ("japonés", "Japanese"),
    "HANGUL": ("coreano", "Korean"),
    "DEVANAGARI": ("devanagari", "Devanagari"),
    "THAI": ("tailandés", "Thai"),
}
_ADDRESS = re.compile(r"(?<=[/?&=_.\-])(?=[^/?&=_.\-])")


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))


def breakable(text: str, longest: int = LONGEST) -> str:
    """The text with places where a word longer than `longest` signs may be broken: after
    the marks of an address without a hyphen, inside other words with one.
    """
    if longest >= len(text):
        return text
    return re.sub(rf"\S{{{longest + 1},}}", lambda match: _broken(match.group(), longest), text)


def _broken(word: str, longest: int) -> str:
    if "/" in word or "." in word:
        return NO_SPACE.join(
            NO_SPACE.join(part[i : i + longest] for i in range(0, len(part), longest))
            for part in _ADDRESS.split(word)
        )
    return SOFT_HYPHEN.join(word[i : i + longest] for i in range(0, len(word), longest))


def without(text: str, sign: str, lang: str) -> str:
    """The text where a sign that no font has is named: a stretch of a foreign script as one
    word, an emoji as such; joiners and accents alone are left out.
    """
    if unicodedata.category(sign) in ("Cf", "Mn", "Me", "Cn", "Co"):
        return text.replace(sign, "")
    script = unicodedata.name(sign, "").split(" ")[0]
    if script in _SCRIPTS:
        name = _SCRIPTS[script][lang == "en"]
        said = f"(text in {name})" if lang == "en" else f"(texto en {name})"
        run = "".join(sorted({c for c in text if unicodedata.name(c, "").startswith(script)}))
        return re.sub(rf"[{re.escape(run)}]+(?:\s+[{re.escape(run)}]+)*", said, text)
    return text.replace(sign, "(emoji)" if unicodedata.category(sign) == "So" else "(?)")
