"""How values of the library are worded for show: kinds, evidence, periods, places."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from indexer.documents import Entry, FrontMatter
from indexer.vocabulary import Vocabulary

translate = QCoreApplication.translate  # keep this name: lupdate looks for it


def kind_word(kind: str) -> str:
    """The word of a kind of entry."""
    return {
        "case_study": translate("Words", "Case"),
        "module": translate("Words", "Module"),
        "country": translate("Words", "Country"),
    }.get(kind, kind)


def kinds_word(kind: str) -> str:
    """The word of a kind for several of it."""
    return {
        "case_study": translate("Words", "Cases"),
        "module": translate("Words", "Modules"),
        "country": translate("Words", "Countries"),
    }.get(kind, kind)


def evidence_word(strength: str) -> str:
    """How strong the evidence is, as a remark."""
    return {
        "strong": translate("Words", "strong evidence"),
        "moderate": translate("Words", "moderate evidence"),
        "limited": translate("Words", "limited evidence"),
    }.get(strength, "")


def strength_word(strength: str) -> str:
    """How strong the evidence is, as a value to choose."""
    return {
        "strong": translate("Words", "Strong"),
        "moderate": translate("Words", "Moderate"),
        "limited": translate("Words", "Limited"),
    }.get(strength, strength)


def language_word(lang: str) -> str:
    """The name of a language."""
    return {
        "es": translate("Words", "Spanish"),
        "en": translate("Words", "English"),
    }.get(lang, lang)


def only_in_word(lang: str) -> str:
    """The remark on a text that there is in one language only."""
    return {
        "es": translate("Words", "only in Spanish"),
        "en": translate("Words", "only in English"),
    }.get(lang, lang)


def in_word(lang: str) -> str:
    """The remark on a passage that is found in the other language's edition."""
    return {
        "es": translate("Words", "in Spanish"),
        "en": translate("Words", "in English"),
    }.get(lang, lang)


def genre_word(genre: str) -> str:
    """What kind of source it is."""
    return {
        "official": translate("Words", "official"),
        "academic": translate("Words", "academic"),
        "ngo": translate("Words", "civil society"),
        "press": translate("Words", "press"),
        "company": translate("Words", "company"),
        "project": translate("Words", "project"),
        "reference": translate("Words", "reference work"),
    }.get(genre, genre)


def facet_word(facet: str) -> str:
    """The heading of a filter."""
    return {
        "country": translate("Words", "Country"),
        "topic": translate("Words", "Topic"),
        "mineral": translate("Words", "Mineral"),
        "kind": translate("Words", "Kind"),
        "evidence": translate("Words", "Evidence"),
        "language": translate("Words", "Language"),
        "shelf": translate("Words", "Shelf"),
        "period": translate("Words", "Decade"),
    }.get(facet, facet)


def shelf_word(shelf: str) -> str:
    """The name of a shelf; a pack's is its own."""
    return {
        "built-in": translate("Words", "Included with Batea"),
        "mine": translate("Words", "My own"),
    }.get(shelf, shelf)


def period_text(front: FrontMatter) -> str:
    """The years of a case: "2012–2022"."""
    if front.period is None:
        return ""
    first, last = front.period
    return str(first) if first == last else f"{first}–{last}"


def countries_text(front: FrontMatter, vocabulary: Vocabulary, ui: str) -> str:
    """The countries of an entry, by name."""
    return ", ".join(vocabulary.label("countries", code, ui) for code in front.countries)


def meta_text(entry: Entry, lang: str, vocabulary: Vocabulary, ui: str, kind: bool = True) -> str:
    """Where and when in one line: "Peru · 2012–2022 · case"."""
    front = entry.edition(lang).front
    parts = [countries_text(front, vocabulary, ui), period_text(front)]
    if entry.kind == "module" and front.minutes:
        parts.append(translate("Words", "{minutes} min").format(minutes=front.minutes))
    if kind:
        parts.insert(0 if entry.kind == "module" else 2, kind_word(entry.kind))
    return " · ".join(part for part in parts if part)


def facet_value_word(facet: str, value: str, vocabulary: Vocabulary, ui: str) -> str:
    """The word of a value of a filter."""
    match facet:
        case "country":
            return vocabulary.label("countries", value, ui)
        case "topic":
            return vocabulary.label("topics", value, ui)
        case "mineral":
            return vocabulary.label("minerals", value, ui)
        case "kind":
            return kinds_word(value)
        case "evidence":
            return strength_word(value)
        case "language":
            return language_word(value)
        case "shelf":
            return shelf_word(value)
        case "period":
            return translate("Words", "{year}s").format(year=value)
    return value
