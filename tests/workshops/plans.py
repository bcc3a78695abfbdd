"""Plans for the tests: made by hand, or by Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from kb_app.workshops.model import KINDS, Block, Day, Need, Parallel, Workshop, new_id

CLOCKS = st.sampled_from([f"{hour:02d}:{minute:02d}" for hour in range(6, 21) for minute in
                          (0, 15, 30)])  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


def blocks() -> st.SearchStrategy[Block]:
    """Any block."""
    return st.builds(
        Block,
        id=st.builds(new_id),
        title=WORDS,
        kind=st.sampled_from(KINDS),
        minutes=st.integers(0, 240),
        anchor=st.one_of(st.just(""), st.just(""), CLOCKS, st.just("no time")),
        priority=st.integers(1, 3),
        steps=st.lists(WORDS, max_size=3).map(tuple),
        needs=st.lists(
            st.builds(Need, WORDS, st.sampled_from(["room", "group", "person"]),
                      st.integers(0, 9).map(float)), max_size=2).map(tuple),
        roles=st.dictionaries(WORDS, WORDS, max_size=2),
        group_size=st.integers(0, 30),
        parallel=st.lists(st.builds(Parallel, WORDS, WORDS, WORDS, WORDS), max_size=2).map(tuple),
        notes=WORDS,
    )  # fmt: skip


def timed_blocks() -> st.SearchStrategy[Block]:
    """Any block as far as its time goes: much quicker to draw than one with all its words."""
    return st.builds(
        Block,
        id=st.builds(new_id),
        title=st.just("b"),
        kind=st.sampled_from(KINDS),
        minutes=st.integers(0, 240),
        anchor=st.one_of(st.just(""), st.just(""), CLOCKS, st.just("no time")),
        priority=st.integers(1, 3),
    )


def days(some: st.SearchStrategy[Block] | None = None) -> st.SearchStrategy[Day]:
    """Any day, of any blocks or of some."""
    return st.builds(
        Day,
        id=st.builds(new_id),
        title=WORDS,
        date=st.sampled_from(["", "2026-05-12"]),
        start=CLOCKS,
        end=st.one_of(CLOCKS, st.just("")),
        blocks=st.lists(blocks() if some is None else some, max_size=8).map(tuple),
    )


def workshops() -> st.SearchStrategy[Workshop]:
    """Any plan of one to four days."""
    return st.builds(
        Workshop,
        id=st.builds(new_id),
        title=WORDS,
        language=st.sampled_from(["es", "en"]),
        venue=WORDS,
        participants=st.integers(0, 60),
        group_size=st.integers(1, 12),
        days=st.lists(days(), min_size=1, max_size=4).map(tuple),
    )


def block(title: str, minutes: int, **more: object) -> Block:
    """A block by hand."""
    return Block(new_id(), title, minutes=minutes, **more)  # type: ignore[arg-type]


def day(*some: Block, start: str = "08:00", end: str = "16:00") -> Day:
    """A day by hand."""
    return Day(new_id(), start=start, end=end, blocks=some)


def plan(*some: Day, **more: object) -> Workshop:
    """A plan by hand."""
    return Workshop(new_id(), **{"title": "Taller", "days": some, **more})  # type: ignore[arg-type]
