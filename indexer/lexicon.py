"""The words of one language in a segment: where each stands, and its impact there.

Read in place: the numbers of the passages from Whoosh's file of postings, everything else from
the arrays beside it. Nothing is parsed when it is opened, and Whoosh itself is not loaded.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import LANGS
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
        return self.numbers(word), self.impacts(word)


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
        """The passages where a form stands, ascending."""
        return self._forms.numbers(form)

    def form(self, form: int) -> Part:
        """The passages where a form stands, ascending, and its impact in each."""
        return self._forms.part(form)

    def stem(self, stem: int) -> Part:
        """The same for a stem, in texts and headings."""
        first, last = int(self._ends[stem - 1]) if stem else 0, int(self._ends[stem])
        passages = self._passages.piece(first, last).astype(np.intp)
        return passages, self._impacts.piece(first, last).astype(np.float32)

    def word(self, form: int, stem: int) -> Part:
        """The same for a word: as it is written (-1 where no text has it so) and its stem."""
        passages, scores = self.stem(stem)
        if form >= 0 and self.frequencies[form] == len(passages):
            scores += self._forms.impacts(form)
        elif form >= 0:  # wherever a form stands its stem does
            some, more = self._forms.part(form)
            self._scratch[some] = more
            scores += self._scratch[passages]
            self._scratch[some] = 0
        return passages, scores

    def in_texts(self, stem: int) -> bool:
        """Whether a stem stands in a text, not only in headings."""
        return bool(self._stem_frequencies[0, stem])

    def enye(self, word: str) -> Part:
        """The same for a word written with ñ."""
        number = self._enye.words.index(word)
        return self._enye.part(number) if number >= 0 else NOTHING

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
