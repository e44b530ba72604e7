"""Earlier answers taken over into a text: one goes in where one writes, several are set as a list, and no word is lost."""

from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.taking_over import stands_in, take_over

PUPILS, PARENTS, BOOKS = "Ask pupils.", "Ask parents.\nAt the gate.", "Look at books."


def test_the_first_goes_in_at_the_cursor_apart_from_the_word_before_it() -> None:
    assert take_over("", 0, PUPILS, [BOOKS]) == (PUPILS, len(PUPILS))
    assert take_over("First and last", 5, PUPILS, [BOOKS]) == ("First Ask pupils. and last", len("First Ask pupils."))


def test_the_second_makes_a_list_of_both() -> None:
    text, at = take_over(PUPILS, len(PUPILS), PARENTS, [PUPILS, BOOKS])
    assert text == "– Ask pupils.\n– Ask parents.\n  At the gate."
    assert at == len(text)


def test_the_third_is_the_next_item_wherever_the_cursor_is_and_what_was_written_after_the_list_stays() -> None:
    text = "– Ask pupils.\n– Ask parents.\n  At the gate.\n\nBy May."
    after, at = take_over(text, len(text), BOOKS, [PUPILS, PARENTS])
    assert after == "– Ask pupils.\n– Ask parents.\n  At the gate.\n– Look at books.\n\nBy May."
    assert after[:at].endswith(BOOKS)


def test_words_before_the_first_keep_their_line() -> None:
    assert take_over("See Ask pupils.", 15, BOOKS, [PUPILS])[0] == "See\n– Ask pupils.\n– Look at books."


def test_a_sentence_of_ones_own_that_has_the_words_in_it_is_not_torn_apart() -> None:
    own = "Workbooks tell us much."
    assert take_over(own, len(own), "Tests", ["Workbooks"])[0] == "Workbooks tell us much.\n– Tests"


def test_an_offer_is_known_again_as_an_item_and_with_its_lines_broken_otherwise() -> None:
    assert stands_in(PARENTS, "– Ask parents.\n  At the gate.")
    assert stands_in(PARENTS, "I shall: Ask parents. At the gate.")
    assert not stands_in("", "anything")
    assert not stands_in(PUPILS, "Ask parents.")


LINES = st.lists(st.text("abc –", max_size=12), min_size=1, max_size=4).map("\n".join)


@given(text=LINES, at=st.integers(0, 60), offer=LINES, others=st.lists(LINES, max_size=3))
def test_nothing_that_was_written_or_taken_over_is_lost(text: str, at: int, offer: str, others: list[str]) -> None:
    after, cursor = take_over(text, min(at, len(text)), offer, others)
    letters = [letter for letter in "abc" if after.count(letter) != text.count(letter) + offer.count(letter)]
    assert not letters
    assert 0 <= cursor <= len(after)
