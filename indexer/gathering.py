"""The words of a segment while it grows, and what is written of them.

A passage is a row of numbers, one for each form that words have in the texts ("Oro", "oro",
"Oró"); what is searched of a form (folded, as a stem, with its ñ) is worked out once for
each, at the end. From the rows come Whoosh's index, the vocabulary with its frequencies, and
the texts as numbers of words for exact phrases.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.lib.format import write_array_header_1_0
from numpy.typing import NDArray

from indexer.analysis import fold, forms, stem
from indexer.codec import TermsWriter
from indexer.inversion import BREAK, Numbers, Spool, inverted
from indexer.passages import Passage
from indexer.schema import LANGS, schema
from indexer.segment import PART

Shape = Callable[[str, str], str]
BY_NAME = sorted(LANGS)  # Whoosh wants fields in the order of their names


class _Forms(dict[str, int]):
    """The forms of a language, each with a number; all languages count on together."""

    def __init__(self, lang: str, every: list[tuple[str, str]]) -> None:
        super().__init__()
        self._lang, self._every = lang, every

    def __missing__(self, form: str) -> int:
        number = self[form] = len(self._every)
        self._every.append((self._lang, form))
        return number


@dataclass(frozen=True)
class _Terms:
    """The sorted terms of each language, and for each form the number of its term, counted on
    from one language to the next `BY_NAME`, or -1 where it has none.
    """

    words: dict[str, list[str]]
    of_form: Numbers

    def first(self, lang: str) -> int:
        """The number of the first term of a language."""
        return sum(len(self.words[each]) for each in BY_NAME[: BY_NAME.index(lang)])


class _Rows:
    """Passages as rows of forms."""

    def __init__(self, folder: Path) -> None:
        self.forms: list[tuple[str, str]] = []
        self.spool = Spool(folder)
        self._known = {lang: _Forms(lang, self.forms) for lang in LANGS}

    def add(self, lang: str, text: str) -> int:
        """Add a passage; the number of its words."""
        known = self._known[lang]
        row = [known[form] for form in forms(text)]
        self.spool.add(row)
        return len(row)

    def terms(self, shape: Shape) -> _Terms:
        """What is searched of the forms: `shape` makes it of a language and a form; "" for
        nothing.
        """
        shapes = [(lang, shape(lang, form)) for lang, form in self.forms]
        sets: dict[str, set[str]] = {lang: set() for lang in BY_NAME}
        for lang, term in shapes:
            sets[lang].add(term)
        words = {lang: sorted(some - {""}) for lang, some in sets.items()}
        every = ((lang, word) for lang in BY_NAME for word in words[lang])
        number = {term: position for position, term in enumerate(every)}
        of_form = np.array([number.get(term, -1) for term in shapes], np.int32)
        return _Terms(words, of_form)


def _surface(_: str, form: str) -> str:
    return fold(form.lower())


def _heading(lang: str, form: str) -> str:
    return stem(fold(form.lower()), lang)


def _enye(_: str, form: str) -> str:
    raw = form.lower()
    return raw if "ñ" in raw else ""


class Gathered:
    """The words of a segment, passage by passage."""

    def __init__(self, place: Path) -> None:
        self.count = 0
        self._place = place
        self._starts = array("i", [0])
        self._langs = array("b")
        self._sizes = array("i")
        self._texts, self._heads = _Rows(place), _Rows(place)

    def take(self, passage: Passage) -> None:
        """Note a passage."""
        self._langs.append(LANGS.index(passage.lang))
        self._sizes.append(self._texts.add(passage.lang, passage.text))
        self._sizes.append(self._heads.add(passage.lang, passage.headings))
        self.count += 1

    def end_entry(self) -> None:
        """The passages that follow belong to the next entry."""
        self._starts.append(self.count)

    def close(self) -> None:
        """Let go of the files."""
        self._texts.spool.close()
        self._heads.spool.close()

    def save(self) -> None:
        """Write Whoosh's index and the arrays beside it."""
        surfaces, enyes = self._texts.terms(_surface), self._texts.terms(_enye)
        (self._place / "whoosh").mkdir()
        writer = TermsWriter(self._place / "whoosh", schema())
        try:
            self._write_terms(writer, "h", self._heads, self._heads.terms(_heading))
            self._write_terms(writer, "n", self._texts, enyes)
            frequencies, begins = self._write_terms(writer, "s", self._texts, surfaces)
            writer.close(self.count)
        except BaseException:
            writer.abandon()
            raise
        for lang in LANGS:
            words, first = surfaces.words[lang], surfaces.first(lang)
            some = slice(first, first + len(words))
            _save_text(self._place / PART.words(lang), words)
            np.save(self._place / PART.frequencies(lang), frequencies[some])
            np.save(self._place / PART.postings(lang), begins[some])
            _save_stems(self._place, lang, words)
        np.save(self._place / PART.starts, np.array(self._starts, np.int32))
        np.save(self._place / PART.langs, np.array(self._langs, np.int8))
        self._save_stream(surfaces, enyes)

    def _write_terms(
        self, writer: TermsWriter, kind: str, rows: _Rows, terms: _Terms
    ) -> tuple[Numbers, NDArray[np.int64]]:
        """Write the fields of a kind; in how many passages each term stands, and where in the
        file of postings they begin.
        """
        firsts = {terms.first(lang): lang for lang in BY_NAME if terms.words[lang]}
        texts = [word.encode("utf-8") for lang in BY_NAME for word in terms.words[lang]]
        frequencies, begins = np.zeros(len(texts), np.int32), np.zeros(len(texts), np.int64)
        bounds = [*firsts, len(texts)]
        for run in inverted(rows.spool, terms.of_form, bounds):
            if run.first in firsts:
                writer.start(f"{kind}_{firsts[run.first]}")
            some = slice(run.first, run.first + len(run.starts))
            begins[some] = writer.add(texts[some], run)
            frequencies[some] = run.sizes
        return frequencies, begins

    def _save_stream(self, surfaces: _Terms, enyes: _Terms) -> None:
        """The texts as numbers of words, the places where passages end, and their lengths."""
        lang_of = [lang for lang, _ in self._texts.forms]
        firsts = {lang: surfaces.first(lang) for lang in LANGS}
        local = surfaces.of_form - np.array([firsts[lang] for lang in lang_of], np.int32)
        word_of = np.append(local, np.int32(BREAK))
        marked = np.append(enyes.of_form >= 0, False)
        lengths = np.zeros((3, self.count), np.int32)
        lengths[:2] = np.array(self._sizes, np.int32).reshape(-1, 2).T
        ends = np.cumsum(lengths[0] + 1, dtype=np.int64) - 1
        at = 0
        with (self._place / PART.stream).open("wb") as file:
            shape = {"descr": "<i4", "fortran_order": False, "shape": (len(self._texts.spool),)}
            write_array_header_1_0(file, shape)
            for piece in self._texts.spool.pieces():
                word_of[piece].astype("<i4").tofile(file)
                places = at + np.flatnonzero(marked[piece])
                lengths[2] += np.bincount(np.searchsorted(ends, places), minlength=self.count)
                at += len(piece)
        np.save(self._place / PART.ends, ends)
        np.save(self._place / PART.lengths, lengths)


def _save_text(path: Path, words: Sequence[str]) -> None:
    path.write_text("\n".join(words), encoding="utf-8")


def _save_stems(place: Path, lang: str, words: Sequence[str]) -> None:
    families: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        families[stem(word, lang)].append(number)
    shapes = sorted(families)
    _save_text(place / PART.stems(lang), shapes)
    sizes = [len(families[shape]) for shape in shapes]
    np.save(place / PART.family_ends(lang), np.cumsum(sizes, dtype=np.int32))
    members = [number for shape in shapes for number in families[shape]]
    np.save(place / PART.families(lang), np.array(members, np.int32))
