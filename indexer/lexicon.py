"""The words of one language in a segment: where each stands, and its impact there.

Read in place: the numbers of the passages from Whoosh's file of postings, everything else from
the arrays beside it. Nothing is parsed when it is opened, and Whoosh itself is not loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import LANGS
from indexer.arraycache import Part
from indexer.arrays import open_arrays
from indexer.impacts import FIELDS, FORM, HEAD, TEXT, Statistics
from indexer.layout import ARRAYS, NUMBER, postings_of
from indexer.wordlist import WordList

NOTHING: Part = (np.empty(0, np.intp), np.empty(0, np.float32))
Buffer = Any  # a map of a file, or bytes


class _Placed:
    """Words whose passages stand in Whoosh's file: `places` of the first number of each."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], name: str, postings: Buffer) -> None:
        self.words = _words(arrays, name)
        self.frequencies = arrays[f"{name}/frequencies"]
        self._places, self._postings = arrays[f"{name}/places"], postings
        self._ends, self._impacts = arrays[f"{name}/ends"], arrays[f"{name}/impacts"]

    def numbers(self, word: int) -> NDArray[np.intp]:
        count, place = int(self.frequencies[word]), int(self._places[word])
        return np.frombuffer(self._postings, NUMBER, count, place).astype(np.intp)

    def part(self, word: int) -> Part:
        last = int(self._ends[word])
        some = self._impacts[last - int(self.frequencies[word]) : last]
        return self.numbers(word), some.astype(np.float32)


def _words(arrays: Mapping[str, NDArray[Any]], name: str) -> WordList:
    letters, begins = arrays[f"{name}/letters"], arrays[f"{name}/begins"]
    return WordList(letters, begins, len(arrays[f"{name}/ends"]))


class Lexicon:
    """The words of a language in a segment.

    `forms` are the folded words of the texts, `stems` those of texts and headings; words are
    told by their number in these lists, passages by theirs in the segment.
    """

    def __init__(self, lang: str, arrays: Mapping[str, NDArray[Any]], postings: Buffer) -> None:
        self._forms = _Placed(arrays, f"{lang}/forms", postings)
        self._enye = _Placed(arrays, f"{lang}/enye", postings)
        self.forms, self.stems = self._forms.words, _words(arrays, f"{lang}/stems")
        self.frequencies: NDArray[np.int32] = self._forms.frequencies
        self.stem_of: NDArray[np.int32] = arrays[f"{lang}/forms/stems"]
        self._ends = arrays[f"{lang}/stems/ends"]
        self._passages = arrays[f"{lang}/stems/passages"]
        self._impacts = arrays[f"{lang}/stems/impacts"]
        self._stem_frequencies = arrays[f"{lang}/stems/frequencies"]  # in texts, in headings
        self._statistics = arrays[f"{lang}/statistics"]

    def numbers(self, form: int) -> NDArray[np.intp]:
        """The passages where a form stands, ascending."""
        return self._forms.numbers(form)

    def form(self, form: int) -> Part:
        """The passages where a form stands, ascending, and its impact in each."""
        return self._forms.part(form)

    def stem(self, stem: int) -> Part:
        """The same for a stem, in texts and headings."""
        first, last = int(self._ends[stem - 1]) if stem else 0, int(self._ends[stem])
        passages = self._passages[first:last].astype(np.intp)
        return passages, self._impacts[first:last].astype(np.float32)

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


def open_lexicons(place: Path) -> dict[str, Lexicon]:
    """The words of a segment by language. Raises ValueError, KeyError, OSError for what is not
    a segment.
    """
    arrays, postings = open_arrays(place / ARRAYS), postings_of(place)
    return {lang: Lexicon(lang, arrays, postings) for lang in LANGS}
