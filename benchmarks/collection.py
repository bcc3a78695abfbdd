"""How well a question finds its paragraph: a public collection that nobody here made.

`./run bench collection FOLDER` takes `xquad.es.json` and `xquad.en.json` of XQuAD (Artetxe,
Ruder and Yogatama, "On the Cross-lingual Transferability of Monolingual Representations",
2020; github.com/google-deepmind/xquad, CC BY-SA 4.0), which are not kept here: 1,190 questions
about 240 paragraphs of an encyclopaedia, translated by people. Each paragraph is an entry, with
an edition in each language where both are indexed; the measure is MRR@10, the mean of one divided
by the rank of the paragraph in question.

*Without accents*: the questions as typed on a keyboard that has none. *With a typo*: in each
question one word of four letters or more has a letter too many, too few, another or two in the
wrong order, drawn by chance; the mean of three draws. Batea asks as the window does, with the
glossary it ships; SQLite FTS5 (folded accents) and stock Whoosh (its stemmers) get the
question's words joined by OR. A difference below 0.005 is within what 1,190 questions can tell.
"""

from __future__ import annotations

import json
import random
import re
import string
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.adapter import build, search
from benchmarks.measures import mrr
from benchmarks.quality import reached
from benchmarks.results import table
from benchmarks.rivals import Fts5, Library, Row, StockWhoosh

LANGS = ("es", "en")
WRITTEN, BARE, SLIPPED = "as written", "without accents", "with a typo"
DRAWS = range(3)
DEPTH = 20  # passages of a rival that are grouped to entries: ten entries in two languages
AIMS = {("es", WRITTEN): 0.955, ("es", BARE): 0.955, ("es", SLIPPED): 0.95, ("en", WRITTEN): 0.96}
_WORD = re.compile(r"[^\W_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
Pair = tuple[str, str]
Ask = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Collection:
    """Texts in their order, and questions with the name of the text that answers them."""

    lang: str
    texts: list[str]
    questions: list[Pair]


def read_collection(folder: Path, lang: str) -> Collection:
    """The paragraphs of a language of XQuAD and the questions about them."""
    file = folder / f"xquad.{lang}.json"
    texts: list[str] = []
    questions: list[Pair] = []
    for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            asked = (" ".join(qa["question"].split()) for qa in paragraph["qas"])
            questions += [(question, _name(len(texts))) for question in asked]
            texts.append(paragraph["context"])
    return Collection(lang, texts, questions)


def _name(number: int) -> str:
    return f"{number:03}"


def without_accents(text: str) -> str:
    """The text as a keyboard without accents types it; ñ too loses its mark."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(each for each in apart if not unicodedata.combining(each))


def with_typo(text: str, chance: random.Random) -> str:
    """The text with one slip in one of its words of four letters or more, if it has any."""
    words = list(_LONG_WORD.finditer(text))
    if not words:
        return text
    word = chance.choice(words)
    at, letter = chance.randrange(len(word[0])), chance.choice(string.ascii_lowercase)
    before, here, after = word[0][:at], word[0][at], word[0][at + 1 :]
    slips = [before + letter + here + after, before + after]
    if here.lower() != letter:
        slips.append(before + letter + after)
    if after and after[0] != here:
        slips.append(before + after[0] + here + after[1:])
    return text[: word.start()] + chance.choice(slips) + text[word.end() :]


def forms(questions: Sequence[Pair]) -> dict[str, list[Pair]]:
    """The questions in the ways in which they are asked."""
    slipped = [
        (with_typo(text, chance), wanted)
        for chance in map(random.Random, DRAWS)
        for text, wanted in questions
    ]
    return {
        WRITTEN: list(questions),
        BARE: [(without_accents(text), wanted) for text, wanted in questions],
        SLIPPED: slipped,
    }


def measured(
    collections: Sequence[Collection], asked: Sequence[str], scratch: Path
) -> dict[str, dict[Pair, float]]:
    """MRR@10 of each engine over the paragraphs of all the collections, by the language of the
    questions and the forms in which they are asked.
    """
    folder = scratch / "texts"
    folder.mkdir()
    rows: list[Row] = []
    for each in collections:
        for number, text in enumerate(each.texts):
            file = folder / f"{_name(number)}.{each.lang}.md"
            file.write_text(text + "\n", encoding="utf-8")
            rows.append(Row(len(rows), number, each.lang, text))
    sqlite, stock = Fts5(scratch), StockWhoosh(scratch)
    for engine in (sqlite, stock):
        engine.build(Library(rows))
    index = build(folder, cache=scratch / "batea")

    def grouped(found: Sequence[int]) -> list[str]:
        return list(dict.fromkeys(_name(rows[number].entry) for number in found))

    asks: dict[str, Ask] = {
        "Batea": lambda text: [name for name, _, _ in search(index, text)],
        "FTS5": lambda text: grouped(sqlite.best(_any_of(text), DEPTH)),
        "Whoosh": lambda text: grouped(stock.ask(" ".join(_WORD.findall(text)), DEPTH)),
    }
    out: dict[str, dict[Pair, float]] = {engine: {} for engine in asks}
    for each in collections:
        ways = forms(each.questions)
        for form in asked:
            for name, ask in asks.items():
                ranks = [mrr(ask(text), {wanted}) for text, wanted in ways[form]]
                out[name][each.lang, form] = sum(ranks) / len(ranks)
    for opened in (index, sqlite, stock):
        opened.close()
    return out


def _any_of(text: str) -> str:
    return " OR ".join(f'"{word}"' for word in _WORD.findall(text))


def report(folder: str) -> str:
    """The section for the results. `folder` has the two files of XQuAD."""
    collections = [read_collection(Path(folder), lang) for lang in LANGS]
    apart: dict[str, dict[Pair, float]] = {}
    for some in [[each] for each in collections]:
        for engine, values in _measured(some, (WRITTEN, BARE, SLIPPED)).items():
            apart.setdefault(engine, {}).update(values)
    together = _measured(collections, (WRITTEN,))
    questions = " and ".join(f"{len(c.questions)} ({c.lang})" for c in collections)
    paragraphs = " and ".join(f"{len(c.texts)} ({c.lang})" for c in collections)
    ours = apart["Batea"]
    aims = [
        [f"{_named(lang)}, {form}", f"≥ {aim:.3f}", f"{ours[lang, form]:.3f}",
         reached(ours[lang, form] >= aim)]
        for (lang, form), aim in AIMS.items()
    ]  # fmt: skip
    return "\n".join(
        ["## Quality on a public collection", "", __doc__ or "", "",
         f"Questions: {questions}; paragraphs: {paragraphs}.", "",
         table(["MRR@10", "aim", "measured", "reached"], aims), "",
         "### One language in the index", "", _table(apart), "",
         "### Both languages in one index", "", _table(together)]
    )  # fmt: skip


def _measured(
    collections: Sequence[Collection], asked: Sequence[str]
) -> dict[str, dict[Pair, float]]:
    with tempfile.TemporaryDirectory(prefix="batea-bench-") as place:
        return measured(collections, asked, Path(place))


def _named(lang: str) -> str:
    return {"es": "Spanish", "en": "English"}[lang]


def _table(values: dict[str, dict[Pair, float]]) -> str:
    rows = [
        [f"{_named(lang)}, {form}", *(f"{values[engine][lang, form]:.3f}" for engine in values)]
        for lang, form in values["Batea"]
    ]
    return table(["MRR@10", *values], rows)
