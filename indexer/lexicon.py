"""The words of one language in a segment: where each stands, and its impact there.

Read in place: the numbers of the passages from Whoosh's file of postings, everything else from
the arrays beside it. Nothing is parsed when it is opened, and Whoosh itself is not loaded.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import LANGS, stem
from indexer.arraycache import Part
from indexer.arrays import ArrayFile, Stored
from indexer.impacts import FIELDS, FORM, HEAD, TEXT, Statistics
from indexer.layout import NUMBER, SegmentFiles
from indexer.wordlist import WordList

NOTHING: Part = (np.empty(0, np.intp), np.empty(0, np.float32))


class _Placed:
    """Words whose passages stand in Whoosh's file: `places` of the first number of each."""

    def __init__(self, arrays: ArrayFile, name: str, postings: Stored | None) -> None:
        self.words = _words(arrays, name)
        self.frequencies = arrays.array(f"{name}/frequencies")
        self._places, self._postings = arrays.array(f"{name}/places"), postings
        self._ends, self._impacts = arrays.array(f"{name}/ends"), arrays.stored(f"{name}/impacts")

    def numbers(self, word: int) -> NDArray[np.intp]:
        assert self._postings is not None
        first = int(self._places[word]) // NUMBER.itemsize
        return self._postings.piece(first, first + int(self.frequencies[word])).astype(np.intp)

    def impacts(self, word: int) -> NDArray[np.float32]:
        last = int(self._ends[word])
        return self._impacts.piece(last - int(self.frequencies[word]), last).astype(np.float32)

    def part(self, word: int) -> Part:
        return (self.numbers(word), self.impacts(word)) if word >= 0 else NOTHING


def _words(arrays: ArrayFile, name: str) -> WordList:
    letters, begins = arrays.array(f"{name}/letters"), arrays.array(f"{name}/begins")
    return WordList(letters, begins, len(arrays.array(f"{name}/ends")))


class Lexicon:
    """The words of a language in a segment.

    `forms` are the folded words of the texts, `stems` those of texts and headings; words are
    told by their number in these lists, passages by theirs in the segment.
    """

    def __init__(
        self, lang: str, arrays: ArrayFile, postings: Stored | None, scratch: NDArray[np.float32]
    ) -> None:
        self._lang = lang
        self._scratch = scratch  # a number for each passage, 0 whenever nothing is added up
        self._forms = _Placed(arrays, f"{lang}/forms", postings)
        self._enye = _Placed(arrays, f"{lang}/enye", postings)
        self.forms, self.stems = self._forms.words, _words(arrays, f"{lang}/stems")
        self.frequencies: NDArray[np.int32] = self._forms.frequencies
        self.stem_of: NDArray[np.int32] = arrays.array(f"{lang}/forms/stems")
        self._ends = arrays.array(f"{lang}/stems/ends")
        self._passages = arrays.stored(f"{lang}/stems/passages")
        self._impacts = arrays.stored(f"{lang}/stems/impacts")
        self._stem_frequencies = arrays.array(f"{lang}/stems/frequencies")  # texts, headings
        self._statistics = arrays.array(f"{lang}/statistics")

    def numbers(self, form: int) -> NDArray[np.intp]:
        """The passages where a form (its number) stands, ascending."""
        return self._forms.numbers(form)

    def form(self, word: str) -> Part:
        """The passages where a folded word stands as it is, ascending, and its impacts."""
        return self._forms.part(self.forms.index(word))

    def word(self, word: str) -> Part:
        """The same for a folded word in all its forms, in texts and headings; more where it
        stands as it is.
        """
        form = self.forms.index(word)
        shape = int(self.stem_of[form]) if form >= 0 else self.stems.index(stem(word, self._lang))
        if shape < 0:
            return NOTHING
        passages, scores = self._row(shape)
        if form >= 0 and self.frequencies[form] == len(passages):
            scores += self._forms.impacts(form)
        elif form >= 0:  # wherever a form stands its stem does
            some, more = self._forms.part(form)
            self._scratch[some] = more
            scores += self._scratch[passages]
            self._scratch[some] = 0
        return passages, scores

    def enye(self, raw: str) -> Part:
        """The same for a word written with ñ."""
        return self._enye.part(self._enye.words.index(raw))

    def _row(self, number: int) -> Part:
        """The same for a stem, in texts and headings."""
        first, last = int(self._ends[number - 1]) if number else 0, int(self._ends[number])
        passages = self._passages.piece(first, last).astype(np.intp)
        return passages, self._impacts.piece(first, last).astype(np.float32)

    def has(self, word: str) -> bool:
        """Whether a folded word stands in a text or heading in any form."""
        return self.stems.index(stem(word, self._lang)) >= 0

    def frequency(self, word: str) -> int:
        """In how many passages a folded word stands as it is."""
        number = self.forms.index(word)
        return int(self.frequencies[number]) if number >= 0 else 0

    def completions(self, beginning: str, most: int) -> dict[str, int]:
        """The commonest forms that begin so, with the number of their passages."""
        first, last = self.forms.beginning(beginning)
        counts = self.frequencies[first:last]
        chosen = range(len(counts))
        if len(counts) > most:
            chosen = np.argpartition(counts, len(counts) - most)[-most:].tolist()
        return {self.forms[first + i]: int(counts[i]) for i in chosen}

    def headed(self, beginning: str, most: int) -> Part:
        """Where stems stand that begin so and that only headings have, at most so many of them;
        one after the other, so that a passage may come twice.
        """
        first, last = self.stems.beginning(beginning)
        alone = first + np.flatnonzero(self._stem_frequencies[0, first:last] == 0)[:most]
        found = [NOTHING, *(self._row(number) for number in alone.tolist())]
        return np.concatenate([part[0] for part in found]), np.concatenate(
            [part[1] for part in found]
        )

    def stem_numbers(self, stems: Iterable[str]) -> dict[str, int]:
        """The numbers of those stems that some word here has."""
        found = {shape: self.stems.index(shape) for shape in stems}
        return {shape: number for shape, number in found.items() if number >= 0}

    def statistics(self, field: str) -> Statistics:
        """Those of a field."""
        count, average = self._statistics[FIELDS.index(field)].tolist()
        return Statistics(int(count), average)

    def frequencies_of(self, field: str, words: Iterable[str]) -> NDArray[np.int64]:
        """In how many passages words stand in a field; 0 where they stand nowhere."""
        kept, counts = {
            FORM: (self.forms, self._forms.frequencies),
            TEXT: (self.stems, self._stem_frequencies[0]),
            HEAD: (self.stems, self._stem_frequencies[1]),
        }.get(field, (self._enye.words, self._enye.frequencies))
        numbers = (kept.index(word) for word in words)
        return np.array([int(counts[n]) if n >= 0 else 0 for n in numbers], np.int64)


def lexicons_of(files: SegmentFiles) -> dict[str, Lexicon]:
    """The words of a segment by language."""
    scratch = np.zeros(len(files.arrays.array("langs")), np.float32)
    return {lang: Lexicon(lang, files.arrays, files.postings, scratch) for lang in LANGS}
