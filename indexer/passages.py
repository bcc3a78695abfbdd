"""What is indexed: one passage for each section of each text, and its title and summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indexer import tree
from indexer.documents import Edition, Entry
from indexer.vocabulary import Vocabulary


@dataclass(frozen=True)
class Passage:
    """A searchable piece. `section` is "" for title and summary. `paragraphs` has the
    start (code points of `text`) and the paragraph number of each unit, in order.
    """

    uid: str
    lang: str
    section: str
    section_title: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    headings: str

    def paragraph_at(self, position: int) -> int:
        """The paragraph number at a position of the text; 0 in title or heading."""
        number = 0
        for start, found in self.paragraphs:
            if start > position:
                break
            number = found
        return number


NO_WORDS = Vocabulary({})


def labels_of(edition: Edition, vocabulary: Vocabulary) -> str:
    """The words of a text's topics, countries and minerals, in its language."""
    front = edition.front
    named = (("topics", front.topics), ("countries", front.countries), ("minerals", front.minerals))
    return " ".join(
        vocabulary.label(scheme, term, edition.lang) for scheme, terms in named for term in terms
    )


def passages_of(edition: Edition, vocabulary: Vocabulary = NO_WORDS) -> Iterator[Passage]:
    """The passages of one text. The first holds what stands above it: title, summary, places,
    key facts, what nobody measured; and as headings the labels of its topics,
    countries and minerals, so that a text is found by what it is about.
    """
    front = edition.front
    facts = (f"{fact.label}: {fact.value}" for fact in front.facts)
    above = [front.title, front.summary, *front.places, *facts, *front.not_measured]
    labels = f"{front.title} {labels_of(edition, vocabulary)}"
    yield Passage(edition.uid, edition.lang, "", "", ". ".join(above), (), labels)
    if front.actors:  # apart: a list of associations says "women" in every name
        yield Passage(edition.uid, edition.lang, "", "", ". ".join(front.actors), (), "")
    rows: dict[str, list[tree.Unit]] = {}
    for unit in tree.units(edition.document()):
        rows.setdefault(unit.section, []).append(unit)
    for section, units in rows.items():
        parts: list[str] = []
        starts: list[tuple[int, int]] = []
        heads: list[str] = []
        position = 0
        for unit in units:
            if unit.heading_level:
                heads.append(unit.text)
            if unit.heading_level == 2:
                continue
            starts.append((position, unit.number or 0))
            parts.append(unit.text)
            position += len(unit.text) + 1
        title = heads[0] if heads else ""
        yield Passage(
            edition.uid, edition.lang, section, title, "\n".join(parts), tuple(starts),
            " ".join(heads),
        )  # fmt: skip


def facet_values(entry: Entry) -> dict[str, tuple[str, ...]]:
    """The values of an entry for each facet of `indexer.query.FACETS`."""
    front = entry.edition("es").front
    decades: tuple[str, ...] = ()
    if front.period:
        first, last = front.period
        decades = tuple(str(d) for d in range(first // 10 * 10, last // 10 * 10 + 1, 10))
    return {
        "country": front.countries,
        "topic": front.topics,
        "mineral": front.minerals,
        "kind": (front.kind,),
        "evidence": (front.evidence_strength,) if front.evidence_strength else (),
        "language": tuple(sorted(entry.editions)),
        "shelf": (entry.shelf,),
        "period": decades,
    }
