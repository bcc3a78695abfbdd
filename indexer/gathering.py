"""The words of a segment while it grows, and what is written of them.

A passage is a row of numbers, one for each form that words have in the texts ("Oro", "oro",
"Oró"); what is searched of a form (folded, as a stem, with its ñ) is worked out once for
each, at the end. From the rows come Whoosh's index, the vocabulary with its stems and impacts,
and the texts as numbers of words for exact phrases.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.lib.format import write_array_header_1_0

from indexer.analysis import LANGS, fold, forms, stem
from indexer.codec import TermsWriter
from indexer.impacts import ENYE, FIELDS, FORM, HEAD, TEXT
from indexer.inversion import BREAK, Numbers, Spool, inverted
from indexer.layout import STREAM, WHOOSH
from indexer.lexicon import Lexicon
from indexer.passages import Passage
from indexer.schema import schema
from indexer.weighing import Arrays, Column, Weigher, stem_rows

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

    @classmethod
    def of(cls, shapes: Sequence[tuple[str, str]]) -> _Terms:
        """Those of some forms: the language and the term of each, "" for none."""
        sets: dict[str, set[str]] = {lang: set() for lang in BY_NAME}
        for lang, term in shapes:
            sets[lang].add(term)
        words = {lang: sorted(some - {""}) for lang, some in sets.items()}
        every = ((lang, word) for lang in BY_NAME for word in words[lang])
        number = {term: position for position, term in enumerate(every)}
        return cls(words, np.array([number.get(term, -1) for term in shapes], np.int32))

    def stems(self) -> tuple[dict[str, list[str]], _Terms]:
        """The stem of each word, and these as terms."""
        shapes = {lang: [stem(word, lang) for word in self.words[lang]] for lang in BY_NAME}
        found = _Terms.of([(lang, shape) for lang in BY_NAME for shape in shapes[lang]])
        return shapes, _Terms(found.words, np.append(found.of_form, np.int32(-1))[self.of_form])

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(len(words) for words in self.words.values())

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

    def terms(self, shape: Callable[[str], str]) -> _Terms:
        """What is searched of the forms: `shape` makes it of each; "" for nothing."""
        return _Terms.of([(lang, shape(form)) for lang, form in self.forms])


def _surface(form: str) -> str:
    return fold(form.lower())


def _enye(form: str) -> str:
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

    def write(self, bulk: Mapping[str, Lexicon]) -> Arrays:
        """Write Whoosh's index and the texts as numbers; the arrays to be kept beside them.
        `bulk`: whose statistics of words count, by language; {} for the segment's own.
        """
        surfaces, enyes = self._texts.terms(_surface), self._texts.terms(_enye)
        held, lengths = self._write_stream(surfaces, enyes)
        mine = {lang: held["langs"] == number for number, lang in enumerate(LANGS)}
        weighers = {name: Weigher(name, lengths[name], mine, bulk) for name in FIELDS}
        (self._place / WHOOSH).mkdir()
        writer = TermsWriter(self._place / WHOOSH, schema())
        try:
            _, stems = self._heads.terms(_surface).stems()
            heads = _posted(self._heads, stems, weighers[HEAD], writer, "h")
            enye = _posted(self._texts, enyes, weighers[ENYE], writer, "n")
            forms = _posted(self._texts, surfaces, weighers[FORM], writer, "s")
            writer.close(self.count)
        except BaseException:
            writer.abandon()
            raise
        shapes, stems = surfaces.stems()
        texts = _posted(self._texts, stems, weighers[TEXT])
        for lang in LANGS:
            known, rows = stem_rows(texts[lang], heads[lang])
            number_of = {shape: number for number, shape in enumerate(known)}
            stem_of = [number_of[shape] for shape in shapes[lang]]
            totals = [weighers[name].statistics[lang] for name in FIELDS]
            kinds = {"forms": forms[lang].arrays(), "stems": rows, "enye": enye[lang].arrays()}
            kinds["forms"]["stems"] = np.array(stem_of, np.int32)
            held[f"{lang}/statistics"] = np.array([(t.count, t.average) for t in totals])
            for kind, arrays in kinds.items():
                held |= {f"{lang}/{kind}/{name}": array for name, array in arrays.items()}
        return held

    def _write_stream(self, surfaces: _Terms, enyes: _Terms) -> tuple[Arrays, dict[str, Numbers]]:
        """Write the texts as numbers of words. Where entries begin and passages end, their
        languages; and how many words each passage has in each field.
        """
        lang_of = [lang for lang, _ in self._texts.forms]
        firsts = {lang: surfaces.first(lang) for lang in LANGS}
        local = surfaces.of_form - np.array([firsts[lang] for lang in lang_of], np.int32)
        word_of = np.append(local, np.int32(BREAK))
        marked = np.append(enyes.of_form >= 0, False)
        sizes: Numbers = np.array(self._sizes, np.int32).reshape(-1, 2)
        words, heads = sizes[:, 0], sizes[:, 1]
        enye = np.zeros(self.count, np.int32)
        ends = np.cumsum(words + 1, dtype=np.int64) - 1
        at = 0
        with (self._place / STREAM).open("wb") as file:
            shape = {"descr": "<i4", "fortran_order": False, "shape": (len(self._texts.spool),)}
            write_array_header_1_0(file, shape)
            for piece in self._texts.spool.pieces():
                word_of[piece].astype("<i4").tofile(file)
                places = at + np.flatnonzero(marked[piece])
                enye += np.bincount(np.searchsorted(ends, places), minlength=self.count)
                at += len(piece)
        starts, langs = np.array(self._starts, np.int32), np.array(self._langs, np.int8)
        lengths = {FORM: words, TEXT: words, HEAD: heads, ENYE: enye}
        return {"starts": starts, "langs": langs, "ends": ends}, lengths


def _posted(
    rows: _Rows,
    terms: _Terms,
    weigher: Weigher,
    writer: TermsWriter | None = None,
    kind: str = "",
) -> dict[str, Column]:
    """The postings of a field of all languages; written to the Whoosh fields of a kind."""
    columns = {
        lang: Column(terms.words[lang], added=weigher.field in (TEXT, HEAD)) for lang in LANGS
    }
    firsts = {terms.first(lang): lang for lang in BY_NAME if terms.words[lang]}
    lang = ""
    for run in inverted(rows.spool, terms.of_form, [*firsts, terms.count]):
        if run.first in firsts:
            lang = firsts[run.first]
            if writer:
                writer.start(f"{kind}_{lang}")
        first = run.first - terms.first(lang)
        words, column = terms.words[lang][first : first + len(run.starts)], columns[lang]
        if writer:
            column.places.append(writer.add([word.encode("utf-8") for word in words], run))
        column.take(run, weigher.weigh(lang, words, run))
    return columns
