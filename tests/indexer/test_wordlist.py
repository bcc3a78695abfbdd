"""A list of words that is read in place answers like a sorted list of strings."""

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from indexer.wordlist import WordList

WORDS = st.sets(st.text("abcñzé0ßΩ", min_size=1, max_size=5), max_size=300)


def packed(words: list[str]) -> WordList:
    letters, begins = WordList.packed(words)
    return WordList(letters, begins, len(words))


@given(words=WORDS)
def test_it_holds_the_words_in_their_order(words):
    held = packed(sorted(words))
    assert list(held) == sorted(words)
    assert [held[number] for number in range(len(held))] == sorted(words)


@given(words=WORDS, asked=st.text("abcñzé0ßΩ", max_size=5))
def test_a_word_is_found_by_itself_and_by_how_it_begins(words, asked):
    row = sorted(words)
    held = packed(row)
    assert held.index(asked) == (row.index(asked) if asked in words else -1)
    first, last = held.beginning(asked)
    assert row[first:last] == [word for word in row if word.startswith(asked)]
    assert first == bisect_left(row, asked)
    for number, word in enumerate(row):
        assert held.index(word) == number
