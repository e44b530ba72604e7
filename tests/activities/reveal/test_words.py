"""Counts and shares in words that teachers say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.reveal.words import PEOPLE, TABLES, Who, counted, in_letters, listed, sentence, share, who_answers
from activities.session.contribution import Participant


@pytest.mark.parametrize(
    ("count", "of", "words"),
    [
        (12, 12, "all of you"),
        (0, 12, "none of you"),
        (6, 12, "half of you"),
        (3, 12, "one in four"),
        (4, 12, "one in three"),
        (7, 10, "seven of ten"),
        (5, 11, "5 of 11"),
        (14, 29, "about half of you"),
        (10, 29, "about one in three"),
        (4, 29, "4 of 29"),
    ],
)
def test_a_share_has_the_words_it_is_said_in(count: int, of: int, words: str) -> None:
    assert share(count, of) == words


def test_tables_are_not_spoken_to_as_people() -> None:
    assert share(3, 6, TABLES) == "half of the tables"
    assert TABLES.counted(1) == "1 table"
    assert PEOPLE.counted(11) == "11 people"


@pytest.mark.parametrize(
    ("names", "who"), [((), PEOPLE), (("Table 1", "table 2"), TABLES), (("Table 1", "Ama"), PEOPLE)]
)
def test_tables_answer_where_everybody_is_called_one(names: tuple[str, ...], who: Who) -> None:
    assert who_answers([Participant(id=f"p-{n}", name=name) for n, name in enumerate(names)]) is who


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_never_says_what_is_not_so(pair: tuple[int, int]) -> None:
    count, of = pair
    words = share(count, of)
    named = {"half of you": (1, 2), "one in three": (1, 3), "two in three": (2, 3), "one in four": (1, 4)}
    if words.removeprefix("about ") in named:
        part, parts = named[words.removeprefix("about ")]
        far = abs(part * of - count * parts)
        assert 20 * far <= parts * of if words.startswith("about ") else not far
    assert ("all" in words) == (count == of)


def test_small_words() -> None:
    assert (in_letters(3), in_letters(11)) == ("three", "11")
    assert (counted(1, "answer", "answers"), counted(0, "answer", "answers")) == ("1 answer", "0 answers")
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert sentence("half of you stand") == "Half of you stand."
    assert sentence("Why?") == "Why?"
