"""What people typed, fit for a file of any format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.document import Run, plain, words_of
from exports.typed import UNKNOWN, lines_of, one_line, paragraphs


def test_line_ends_of_every_platform_part_paragraphs() -> None:
    assert paragraphs("one\r\ntwo\rthree\u2028four\x85five\n\n \nsix") == ["one", "two", "three", "four", "five", "six"]


def test_spaces_are_single_and_none_stand_at_the_ends() -> None:
    assert paragraphs("  a \t b  ") == ["a b"]
    assert one_line("a \n b") == "a b"


def test_a_hard_space_stays_hard() -> None:
    assert paragraphs("5\u00a0%") == ["5\u00a0%"]


@pytest.mark.parametrize("steering", ["\u202e", "\u2066", "\ufeff"])
def test_what_turns_the_direction_of_the_page_is_left_out(steering: str) -> None:
    assert paragraphs(f"a{steering}b") == ["ab"]


@pytest.mark.parametrize("joined", ["می\u200cخواهیم", "क्\u200dष", "👩\u200d🏫", "א\u200f"])
def test_what_joins_or_parts_letters_stays(joined: str) -> None:
    assert paragraphs(joined) == [joined]


@pytest.mark.parametrize("steering", ["\x00", "\x1b", "\x7f", "\x9b", "\ud800", "\ufffe", "\U0010ffff"])
def test_what_no_page_can_show_is_marked(steering: str) -> None:
    assert paragraphs(f"a{steering}b") == [f"a{UNKNOWN}b"]


@given(st.lists(st.text("ab \n\t\r", max_size=8), min_size=1))
def test_weights_part_nothing_and_join_nothing(texts: list[str]) -> None:
    whole = "".join(texts)
    runs = tuple(Run(text, "bold" if at % 2 else "regular") for at, text in enumerate(texts))
    together = [words_of(line).split() for line in lines_of(runs)]
    if "\r" not in whole:  # the two halves of a line end may lie in two runs
        assert together == [words_of(line).split() for line in lines_of(plain(whole))]
    assert [word for line in together for word in line] == whole.split()


@given(st.text())
def test_whatever_is_typed_can_be_written_to_a_file(text: str) -> None:
    for line in paragraphs(text):
        line.encode()
        assert line == line.strip(" ")
        assert "\n" not in line
