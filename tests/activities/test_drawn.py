"""A picture made of text: what stands together and where."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from activities.drawn import MOST_COLUMNS, MOST_ROWS, chunks, picture_lines


def test_what_is_parted_by_two_spaces_stands_apart() -> None:
    found = list(chunks(("Plan it   →   Act", "  ↑")))
    assert [(one.text, one.row) for one in found] == [("Plan it", 0), ("→", 0), ("Act", 0), ("↑", 1)]


@given(st.text(alphabet="ab →\n\t", max_size=200))
def test_no_word_of_a_picture_is_lost_and_the_indent_that_all_share_is(text: str) -> None:
    assume(text.count("\n") < MOST_ROWS and max(map(len, text.expandtabs(4).split("\n"))) <= MOST_COLUMNS)
    lines = picture_lines(text)
    assert " ".join(lines).split() == text.split()
    assert [word for one in chunks(lines) for word in one.text.split()] == text.split()
    assert all(0 < one.middle < 1 for one in chunks(lines))
    assert not any(lines) or any(line[:1].strip() for line in lines)


@pytest.mark.parametrize(
    ("text", "words"),
    [("\n".join("x" * (MOST_ROWS + 1)), "11 lines"), ("x" * (MOST_COLUMNS + 1), "61 letters")],
)
def test_one_that_is_too_large_is_refused(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        picture_lines(text)
