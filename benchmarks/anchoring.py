"""How well notes hold on to their text: generated edits of our own documents.

Eight kinds of edits, from a comma to 40 % of the words, in both languages. Every word of the
edited text knows which word of the old one it comes from, so the true place of a passage is
known. In every kind some paragraphs are also taken out, so that passages are gone.

Counted: *right*, placed with at least 75 % of its stretch in common with the true one;
*wrong*, placed otherwise though the passage is there; *asked*; *left out*, unplaced though it
is there; *falsely placed*, placed though the passage is gone (less than a fifth of its words
stand). Passages of which between a fifth and half is left belong to neither group.

`./run bench anchoring` writes the figures; `python -m benchmarks.anchoring NOTES` shows what
went wrong.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from indexer.tree import canonical_text
from kb_app.library.catalogue import load_catalogue
from kb_app.notes.anchoring import Anchor, anchor
from kb_app.notes.model import CONTEXT, Note

HERE = Path(__file__).parent
CONTENT = HERE.parent / "content"
SEED = 20261124
GONE_LINES = 0.12
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")

Line = list[tuple[str, int]]  # a token and the old token that it comes from, or -1
Edit = Callable[[list[Line], random.Random, Sequence[str], Sequence[Line]], list[Line]]


@dataclass(frozen=True)
class Trial:
    """One note, one edit. `truth` is where the passage stands now, or None when it is gone."""

    kind: str
    note: Note
    old: str
    new: str
    truth: tuple[int, int] | None
    share: float


def lines_of(text: str) -> list[Line]:
    """The tokens of a text, line by line, each with its own number."""
    number = 0
    lines: list[Line] = []
    for line in text.split("\n"):
        tokens = _TOKEN.findall(line)
        lines.append([(token, number + i) for i, token in enumerate(tokens)])
        number += len(tokens)
    return lines


def text_of(lines: Sequence[Line]) -> str:
    return "\n".join("".join(token for token, _ in line) for line in lines)


def _is_word(token: str) -> bool:
    return token[0].isalnum()


def punctuation(
    lines: list[Line], chance: random.Random, words: Sequence[str], others: Sequence[Line]
) -> list[Line]:
    """Commas come and go, semicolons become stops."""
    out: list[Line] = []
    for line in lines:
        new: Line = []
        for token, origin in line:
            if token == "," and chance.random() < 0.4:
                continue
            if token == ";" and chance.random() < 0.5:
                new.append((".", origin))
                continue
            new.append((token, origin))
            if _is_word(token) and chance.random() < 0.04:
                new.append((",", -1))
        out.append(new)
    return out


def spelling(
    lines: list[Line], chance: random.Random, words: Sequence[str], others: Sequence[Line]
) -> list[Line]:
    """One word in twelve is spelled otherwise: a letter, a capital, an accent."""

    def spelled(token: str) -> str:
        if not _is_word(token) or len(token) < 4 or chance.random() > 0.08:
            return token
        at = chance.randrange(1, len(token) - 1)
        match chance.randrange(3):
            case 0:
                return token[:at] + token[at + 1] + token[at] + token[at + 2 :]
            case 1:
                return token[:at] + token[at + 1 :]
            case _:
                return token.swapcase() if chance.random() < 0.5 else token.capitalize()

    return [[(spelled(token), origin) for token, origin in line] for line in lines]


def replaced(share: float) -> Edit:
    """That share of the words becomes other words; a few are added and taken out."""

    def edit(
        lines: list[Line], chance: random.Random, words: Sequence[str], others: Sequence[Line]
    ) -> list[Line]:
        out: list[Line] = []
        for line in lines:
            new: Line = []
            for token, origin in line:
                if _is_word(token) and chance.random() < share:
                    match chance.randrange(10):
                        case 0:
                            continue
                        case 1:
                            new += [(token, origin), (" ", -1), (chance.choice(words), -1)]
                        case _:
                            new.append((chance.choice(words), origin))
                else:
                    new.append((token, origin))
            out.append(new)
        return out

    return edit


def sentences(
    lines: list[Line], chance: random.Random, words: Sequence[str], others: Sequence[Line]
) -> list[Line]:
    """One sentence in seven goes, and as many from other documents come."""
    out: list[Line] = []
    for line in lines:
        new: Line = []
        for sentence in _sentences(line):
            if chance.random() < 0.15:
                new += [(token, -1) for token, _ in chance.choice(others)] + [(" ", -1)]
            if chance.random() >= 0.15:
                new += sentence
        out.append(new)
    return out


def _sentences(line: Line) -> Iterator[Line]:
    sentence: Line = []
    for token, origin in line:
        sentence.append((token, origin))
        if token in ".?!":
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def moved(
    lines: list[Line], chance: random.Random, words: Sequence[str], others: Sequence[Line]
) -> list[Line]:
    """A third of the paragraphs change their place, and one word in twenty-five changes."""
    out = replaced(0.04)(lines, chance, words, others)
    for _ in range(len(out) // 3):
        line = out.pop(chance.randrange(len(out)))
        out.insert(chance.randrange(len(out) + 1), line)
    return out


def copied(
    lines: list[Line], chance: random.Random, words: Sequence[str], others: Sequence[Line]
) -> list[Line]:
    """Paragraphs are parted and joined; sentences are said a second time elsewhere."""
    out: list[Line] = []
    for line in lines:
        parts = list(_sentences(line))
        if len(parts) > 1 and chance.random() < 0.3:
            cut = chance.randrange(1, len(parts))
            out += [list(chain(*parts[:cut])), list(chain(*parts[cut:]))]
        elif out and chance.random() < 0.15:
            out[-1] = [*out[-1], (" ", -1), *line]
        else:
            out.append(line)
    for _ in range(len(lines) // 6):
        again = [(token, -1) for token, _ in chance.choice(list(_sentences(chance.choice(lines))))]
        at = chance.randrange(len(out))
        out[at] = [*out[at], (" ", -1), *again]
    return out


KINDS: dict[str, Edit] = {
    "commas": punctuation,
    "spelling": spelling,
    "10 % of the words": replaced(0.10),
    "25 % of the words": replaced(0.25),
    "40 % of the words": replaced(0.40),
    "sentences come and go": sentences,
    "paragraphs move": moved,
    "parted, joined, said twice": copied,
}


def passages(lines: list[Line], count: int, chance: random.Random) -> list[tuple[int, int]]:
    """Ranges of tokens that a person may mark: words, clauses, sentences, a few over two
    paragraphs.
    """
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    long = [i for i, line in enumerate(lines) if sum(_is_word(t) for t, _ in line) >= 4]
    out = []
    for _ in range(count):
        i = chance.choice(long)
        line = lines[i]
        places = [n for n, (token, _) in enumerate(line) if _is_word(token)]
        roll = chance.random()
        size = chance.randint(2, 4) if roll < 0.12 else chance.randint(5, 45)
        first = chance.randrange(max(1, len(places) - size + 1))
        last = min(len(places) - 1, first + size - 1)
        end = starts[i] + places[last] + 1
        if roll > 0.95 and i + 1 < len(lines) and len(lines[i + 1]) > 2:
            end = starts[i + 1] + len(lines[i + 1]) // 2 + 1
        out.append((starts[i] + places[first], end))
    return out


def trials(text: str, lang: str, words: Sequence[str], others: Sequence[Line], count: int,
           seed: int) -> Iterator[Trial]:  # fmt: skip
    """`count` notes on one text under each kind of edit."""
    lines = lines_of(text)
    offsets: list[int] = []
    position = 0
    for line in lines:
        for token, _ in line:
            offsets.append(position)
            position += len(token)
        position += 1
    tokens = [token for line in lines for token, _ in line]
    for number, (kind, edit) in enumerate(KINDS.items()):
        chance = random.Random(seed * 100 + number)
        marked = passages(lines, count, chance)
        edited = edit([list(line) for line in lines], chance, words, others)
        edited = [line for line in edited if chance.random() >= GONE_LINES]
        new = text_of(edited)
        where: dict[int, tuple[int, int]] = {}
        position = 0
        for line in edited:
            for token, origin in line:
                if origin >= 0:
                    where[origin] = (position, position + len(token))
                position += len(token)
            position += 1
        for first, after in marked:
            start, end = offsets[first], offsets[after - 1] + len(tokens[after - 1])
            mine = [n for n in range(first, after) if _is_word(tokens[n])]
            there = [where[n] for n in mine if n in where]
            share = len(there) / len(mine)
            truth = (min(a for a, _ in there), max(b for _, b in there)) if there else None
            note = Note(
                "n", "u", lang, "d", "", text[start:end], text[max(0, start - CONTEXT) : start],
                text[end : end + CONTEXT], start, end,
            )  # fmt: skip
            yield Trial(kind, note, text, new, truth, share)


def all_trials(content: Path, notes: int) -> Iterator[Trial]:
    """About so many trials over all texts of a content folder."""
    texts = [
        (edition.lang, canonical_text(edition.document()).text)
        for edition in load_catalogue([content]).editions()
    ]
    texts = [(lang, text) for lang, text in texts if len(text) > 1500]
    each = -(-notes // (len(texts) * len(KINDS)))
    for number, (lang, text) in enumerate(texts):
        same = [other for other_lang, other in texts if other_lang == lang and other is not text]
        pool = " ".join(same) or text
        words = [token for token in _TOKEN.findall(pool) if _is_word(token)]
        others = [s for line in lines_of("\n".join(same) or text) for s in _sentences(line)]
        others = [s for s in others if len(s) > 8]
        yield from trials(text, lang, words, others, each, SEED + number)


def verdict(trial: Trial, found: Anchor) -> str:
    """ "right", "wrong", "asked" or "left out"; for a passage that is gone "false" or "ok"."""
    if trial.share < 0.2:
        return "false" if found.result == "placed" else "ok"
    if trial.share < 0.5 or trial.truth is None:
        return "between"
    if found.result != "placed":
        return "asked" if found.result == "ask" else "left out"
    start, end = trial.truth
    common = min(end, found.end) - max(start, found.start)
    union = max(end, found.end) - min(start, found.start)
    return "right" if common >= 0.75 * union else "wrong"


@dataclass(frozen=True)
class Figures:
    """What came of some trials; shares of those to which they apply."""

    counts: Counter[str]

    @property
    def there(self) -> int:
        return sum(self.counts[k] for k in ("right", "wrong", "asked", "left out"))

    @property
    def gone(self) -> int:
        return self.counts["false"] + self.counts["ok"]

    def share(self, name: str) -> float:
        whole = self.gone if name == "false" else self.there
        return self.counts[name] / whole if whole else 0.0


def measure(
    tested: Sequence[Trial], held: bool
) -> tuple[Figures, dict[str, Figures], list[tuple[Trial, Anchor, str]]]:
    """Figures in all and for each kind, and the trials that were not as wished."""
    every: Counter[str] = Counter()
    by_kind: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    bad: list[tuple[Trial, Anchor, str]] = []
    for trial in tested:
        found = anchor(trial.note, trial.new, False, trial.old if held else None)
        said = verdict(trial, found)
        every[said] += 1
        by_kind[trial.kind][said] += 1
        if said in ("wrong", "false", "left out", "asked"):
            bad.append((trial, found, said))
    return Figures(every), {kind: Figures(counts) for kind, counts in by_kind.items()}, bad


def report(notes: str = "4000") -> str:
    """The section of RESULTS.md."""
    tested = list(all_trials(CONTENT, int(notes)))
    out = [
        "## Notes that hold on to their text",
        "",
        f"{len(tested)} notes on {len({t.old for t in tested})} of our own texts in both "
        f"languages, seed {SEED}.",
        "Aims: right ≥ 0.95 (required 0.93), wrong ≤ 0.01, falsely placed ≤ 0.06, every note kept.",
    ]
    for held, name in ((True, "The old revision is held (always so for one's own notes)"),
                       (False, "The old revision is not held (a stranger's notes)")):  # fmt: skip
        begun = time.perf_counter()
        every, by_kind, _ = measure(tested, held)
        spent = (time.perf_counter() - begun) / len(tested) * 1000
        out += ["", f"### {name}", "", "| edit | notes | right | wrong | asked | left out | "
                "gone | falsely placed |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: | "
                "---: |"]  # fmt: skip
        for kind, figures in [*by_kind.items(), ("**all**", every)]:
            cells = [figures.share(k) for k in ("right", "wrong", "asked", "left out")]
            out.append(
                f"| {kind} | {figures.there} | "
                + " | ".join(f"{c:.3f}" for c in cells)
                + f" | {figures.gone} | {figures.share('false'):.3f} |"
            )
        out += ["", f"{spent:.1f} ms a note."]
    return "\n".join(out) + "\n"


def show_trouble(notes: int, held: bool) -> None:
    """Print each trial that did not go well as a line of JSON: what to look at when mending."""
    _, _, trouble = measure(list(all_trials(CONTENT, notes)), held)
    for trial, found, said in trouble:
        row = [said, trial.kind, round(trial.share, 2), found.result, round(found.score, 2),
               trial.note.exact[:110], trial.new[found.start : found.end][:110],
               trial.new[slice(*trial.truth)][:110] if trial.truth else ""]  # fmt: skip
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    show_trouble(int(sys.argv[1]), "--unheld" not in sys.argv)
