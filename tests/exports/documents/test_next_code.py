"""What a phone reads of what comes next: all that fits into a code that survives a crease."""

from textwrap import shorten

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import Offer
from exports.documents.next_code import MOST_BYTES, next_code

OFFERS = st.lists(
    st.builds(Offer, heading=st.text(min_size=1, max_size=60), text=st.text(max_size=2_000)), min_size=1, max_size=12
)


def test_what_fits_is_held_whole_and_the_caption_says_so() -> None:
    code = next_code("Evidence", [Offer(heading="Goal", text="Read\ntogether"), Offer(heading="Review", text="May")])
    assert code.text == "Evidence\nGoal: Read together\nReview: May"
    assert "Goal, Review (all of it)" in code.caption


def test_a_long_goal_leaves_room_for_the_date() -> None:
    code = next_code("Evidence", [Offer(heading="Goal", text="word " * 200), Offer(heading="Review", text="4 May")])
    assert code.text.endswith("Review: 4 May")
    assert "Goal: word word" in code.text
    assert "the beginning of each; the rest is on paper" in code.caption


@given(title=st.text(max_size=120), items=OFFERS)
def test_nothing_is_too_much_for_the_code(title: str, items: list[Offer]) -> None:
    assert len(next_code(title, items).text.encode()) <= MOST_BYTES


def test_as_much_of_a_long_answer_is_held_as_there_is_room_for() -> None:
    told = "one two three four five six seven eight nine ten " * 400
    assert MOST_BYTES - len("eight ") <= len(next_code("Evidence", [Offer(heading="Goal", text=told)]).text.encode())


def test_a_code_is_cut_in_a_few_tries_however_much_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def counted(text: str, width: int, *, placeholder: str) -> str:
        tries.append(len(text))
        return shorten(text, width, placeholder=placeholder)

    monkeypatch.setattr("exports.documents.next_code.shorten", counted)
    next_code("Evidence", [Offer(heading="Goal", text="m " * 5_000)])
    assert sum(tries) < 10_000
