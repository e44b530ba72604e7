"""A sentence stem with what ends it, as one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.sentence_stems import Stem


def stem(words: str) -> Stem:
    return Stem(id="one", stem=words, short="One")


def read(words: str, ending: str) -> str:
    """The sentence, with the stem's own words in brackets."""
    return "".join(f"[{part}]" if own else part for part, own in stem(words).sentence(ending))


@pytest.mark.parametrize(
    ("words", "ending", "sentence"),
    [
        ("Our goal is …", "to read", "[Our goal is ]to read"),
        ("Our goal is", "to read", "[Our goal is ]to read"),
        ("From …, by …", "books, by counting", "[From ]books, [by] counting"),
        ("From …, by …", "books by pupils, by counting", "[From ]books by pupils, [by] counting"),
        ("From …, by …", "books\ncounting", "[From ]books[, by ]counting"),
        ("By …, with money from …", "Ann, and time From the trust", "[By ]Ann, and time [From] the trust"),
    ],
)
def test_the_words_between_two_gaps_are_the_stems(words: str, ending: str, sentence: str) -> None:
    assert read(words, ending) == sentence


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        ("From …, by …", "books"),
        ("From …, by …", "books by"),
        ("From …, by …", "the byways"),
        ("… leads to …", "talk leads to writing"),
        ("We meet on … in the hall.", "Friday"),
        ("…", "Friday"),
    ],
)
def test_where_there_is_no_sentence_there_is_none(words: str, ending: str) -> None:
    assert stem(words).sentence(ending) == ()


@given(st.text(min_size=1, max_size=60), st.sampled_from(["From …, by …", "Our goal is …", "By …, on …, with …"]))
def test_what_somebody_wrote_stands_in_it_letter_for_letter(ending: str, words: str) -> None:
    parts = stem(words).sentence(ending)
    if parts and len(ending.splitlines()) == 1:
        assert "".join(part for part, _ in parts[1:]) == ending


@pytest.mark.parametrize(
    ("words", "openings"),
    [
        ("Our goal is …", ("Our goal is",)),
        ("It is led by …, by role, with time from …", ("It is led by", "by role, with time from")),
        ("… leads to …", ("… leads to …",)),
        ("We meet on … in the hall.", ("We meet on … in the hall.",)),
    ],
)
def test_by_hand_every_gap_has_the_words_before_it(words: str, openings: tuple[str, ...]) -> None:
    assert stem(words).openings == openings
