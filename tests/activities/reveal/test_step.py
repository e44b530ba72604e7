"""Steps, their pages, and where among them the room is."""

from hypothesis import given
from hypothesis import strategies as st

from activities.reveal.step import Bar, Step, find, is_picture, page_of, portions, step_at, turned

STEPS = (Step("", words="Headline."), Step("k1", place="card 1 of 2", title="Plans"), Step("k2", place="card 2 of 2"))


def test_a_step_says_which_it_is_and_nobodys_answer() -> None:
    assert STEPS[0].in_words == "the headline"
    assert STEPS[0].page(2, 3).in_words == "the headline, 2 of 3"
    assert STEPS[1].in_words == "card 1 of 2, Plans"
    assert Step("a.3", place="answer 3 of 11", above="Why?", words="secret").in_words == "answer 3 of 11, Why?"


def test_where_the_room_is_is_found_again_in_the_picture_or_not() -> None:
    assert [find(STEPS, at) for at in (None, "", "k2", "*k2", "k2 2/3", "*", "gone")] == [0, 0, 2, 2, 2, 0, 0]
    assert page_of("k2 2/3") == ("k2", 2, 3)
    assert page_of("k2") == ("k2", 1, 1)


def test_turning_twice_comes_back() -> None:
    for at in (None, "k1", "k1 2/2"):
        there = turned(at)
        assert is_picture(there)
        assert not is_picture(turned(there))
        assert turned(there) == at
        assert step_at(there) == step_at(at)


def test_the_longest_bar_is_the_largest_count_of_either_round() -> None:
    assert Step("k", bars=(Bar("a", 2), Bar("b", 3, before=7))).longest == 7
    assert Step("k", bars=(Bar("a", 2),), most=5).longest == 5
    assert (Bar("a", 2).figure, Bar("a", 2, before=0).figure) == ("2", "0 → 2")


@given(st.text(min_size=1, max_size=400), st.integers(1, 30))
def test_portions_lose_nothing_but_white_space(text: str, number: int) -> None:
    parts = portions(text, number)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert len(parts) <= number
    assert all(part.strip() for part in parts)


def test_a_text_is_parted_between_sentences() -> None:
    assert portions("We read the books. We ask what is new.", 2) == ("We read the books.", "We ask what is new.")
