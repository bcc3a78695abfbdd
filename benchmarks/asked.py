"""What is asked of every engine: words, beginnings and phrases drawn from the passages."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.corpus import SEED
from benchmarks.timing import ASKED, WARM

_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Questions:
    """What is asked of all."""

    words: list[list[str]]
    short: list[str]
    long: list[str]
    phrases: list[list[str]]
    countries: list[str]


def questions(texts: Sequence[str], countries: Sequence[str]) -> Questions:
    """Questions whose words stand in the texts."""
    chance = random.Random(SEED)
    words: list[list[str]] = []
    phrases: list[list[str]] = []
    seen: dict[str, None] = {}
    while len(words) < WARM + ASKED:
        text = chance.choice(texts)
        long, every = _WORD.findall(text), _ANY.findall(text)
        if len(set(long)) < 8 or len(every) < 12:
            continue
        words.append(chance.sample(sorted({w.lower() for w in long}), chance.randint(2, 4)))
        size = chance.randint(2, 4)
        first = chance.randrange(len(every) - size)
        phrases.append([word.lower() for word in every[first : first + size]])
        seen.update(dict.fromkeys(chance.choice(long).lower()[: size + 4] for size in range(3)))
    beginnings = list(seen)
    short = list(dict.fromkeys(b[:n] for b in beginnings for n in (1, 2, 3)))
    long_ones = list(dict.fromkeys(b[:n] for b in beginnings for n in (4, 5, 6)))
    chance.shuffle(short)
    chance.shuffle(long_ones)
    most = WARM + ASKED
    chosen = [chance.choice(list(countries)) for _ in range(most)]
    return Questions(words, short[:most], long_ones[:most], phrases, chosen)
