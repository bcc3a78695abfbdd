"""Documents to measure speed with, of any number, whose words follow those of our content.

How: the tokens of our own texts, language by language, are cut at random into runs of one
to eight words, and a document is a row of such runs: common words, word pairs and phrases
stay as frequent as they are in the content. A share of the words is new: the Good-Turing
estimate of what a reader of our content has not met yet (words seen once, divided by all).
New words are put together from the beginnings and endings of real ones, and come back by
Simon's process (one in three is newer still), so that the vocabulary goes on growing as it
does in real libraries. Lengths of sections are those of the content; titles, countries,
minerals, topics and periods are drawn from its front matter. The seed is fixed.
"""

from __future__ import annotations

import random
import re
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from indexer.documents import Edition, Entry
from indexer.passages import passages_of
from kb_app.library.catalogue import load_catalogue

SEED = 20261126
WORDS = 600  # in a document, on average: 10,000 documents are about 39 MB
NEWER = 0.33
RUN = 8
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]{6,}")
_MARKS = re.compile(r"[^\w\s.,;:()%¿?áéíóúüñÁÉÍÓÚÜÑ-]")
SECTION_IDS = ("context", "actions", "results", "limits", "conditions", "for-your-country")


class Language:
    """The words of one language of the content, and new ones like them."""

    def __init__(self, texts: Sequence[str], chance: random.Random) -> None:
        self._chance = chance
        self.tokens = [t for text in texts for t in _TOKEN.findall(_MARKS.sub(" ", text))]
        counts = Counter(word.lower() for word in _WORD.findall(" ".join(self.tokens)))
        self.unseen = sum(1 for n in counts.values() if n == 1) / counts.total()
        pool = sorted({m for token in counts for m in _LETTERS.findall(token)})
        self._beginnings = [word[: len(word) // 2 + 1] for word in pool]
        self._endings = [word[len(word) // 2 :] for word in pool]
        self._coined: list[str] = []

    def _new(self) -> str:
        if self._coined and self._chance.random() > NEWER:
            word = self._chance.choice(self._coined)
        else:
            word = self._chance.choice(self._beginnings) + self._chance.choice(self._endings)
        self._coined.append(word)
        return word

    def words(self, count: int) -> list[str]:
        """So many words in runs as they stand in the content."""
        out: list[str] = []
        chance, tokens = self._chance, self.tokens
        while len(out) < count:
            size = chance.randint(1, RUN)
            first = chance.randrange(len(tokens) - size)
            out += tokens[first : first + size]
            if chance.random() < self.unseen * size:
                out.append(self._new())
        return out[:count]


class Corpus:
    """Generated entries, each with one text; Spanish and English in turn."""

    def __init__(self, content: Path, seed: int = SEED) -> None:
        self._chance = random.Random(seed)
        self._models = list(load_catalogue([content]))
        self._editions = [e for entry in self._models for e in entry.editions.values()]

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The two languages of the content."""
        return {
            lang: Language(
                [p.text for e in self._editions if e.lang == lang for p in passages_of(e)],
                self._chance,
            )
            for lang in ("es", "en")
        }

    @cached_property
    def _sizes(self) -> list[int]:
        return [len(p.text.split()) for e in self._editions for p in passages_of(e) if p.section]

    def entries(self, count: int) -> Iterator[Entry]:
        """So many documents."""
        for number in range(count):
            lang = ("es", "en")[number % 2]
            edition = self.edition(number, lang)
            yield Entry(edition.uid, edition.slug, {lang: edition})

    def edition(self, number: int, lang: str, version: int = 0) -> Edition:
        """One text; another `version` is another text of the same entry."""
        chance, words = self._chance, self.languages[lang]
        model = chance.choice(self._editions).front
        uid = str(uuid.UUID(int=number + 1))
        sizes = [chance.choice(self._sizes) for _ in SECTION_IDS]
        scale = (WORDS - 40) / max(1, sum(sizes))
        body = "\n".join(
            f"## {' '.join(words.words(3))} {{#{section}}}\n\n"
            f"{' '.join(words.words(max(5, round(size * scale))))}\n"
            for section, size in zip(SECTION_IDS, sizes, strict=True)
        )
        front = replace(
            model, uid=uid, lang=lang, title=" ".join(words.words(8)),
            summary=" ".join(words.words(30)), sources=(), facts=(), translation_of="",
        )  # fmt: skip
        return Edition.of_body(f"document-{number}", front, body, f"{number}-{version}")
