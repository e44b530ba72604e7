import unicodedata
from pathlib import Path

import pytest

from exports.pdf.lines import set_text
from exports.pdf.paper import BODY
from exports.pdf.right_to_left import direction, in_drawing_order, turned
from tests.exports.pages import all_text
from tests.exports.test_hostile_text import handout


def test_arabic_letters_join_and_run_from_the_right() -> None:
    drawn = turned("سلام", lambda shape: True)
    assert [
        unicodedata.name(letter).removeprefix("ARABIC ").removeprefix("LIGATURE ").removeprefix("LETTER ")
        for letter in drawn
    ] == [
        "MEEM ISOLATED FORM",
        "LAM WITH ALEF FINAL FORM",
        "SEEN INITIAL FORM",
    ]


def test_marks_stay_with_their_letter_and_figures_keep_their_order() -> None:
    assert turned("שָלום", lambda shape: True) == "םולשָ"
    assert turned("א123", lambda shape: True) == "123א"


def test_shapes_that_the_font_lacks_are_left_as_typed() -> None:
    assert turned("سلام", lambda shape: False).startswith("م")


@pytest.mark.parametrize(("word", "way"), [("cat", "left"), ("12", "either"), ("شكرا", "right"), ("été", "left")])
def test_a_word_has_the_direction_of_its_first_letter(word: str, way: str) -> None:
    assert direction(word) == way


def test_words_stand_in_the_order_they_are_read() -> None:
    assert in_drawing_order(["a", "B", "C", "d"], ["left", "right", "right", "left"]) == ["a", "C", "B", "d"]
    assert in_drawing_order(["B", "C", "x", "y"], ["right", "right", "left", "left"]) == ["x", "y", "C", "B"]
    assert in_drawing_order(["B", "1", "C"], ["right", "either", "right"]) == ["C", "1", "B"]


def test_urdu_and_hebrew_and_arabic_are_printed(tmp_path: Path) -> None:
    text = all_text(handout(tmp_path, "سلام يا معلم\nשלום\nٹیچر"))
    assert "could not be printed" not in text


def test_a_line_with_no_such_letters_is_left_alone() -> None:
    assert set_text("one two three", BODY, 400).lines[0].pieces == (
        ("AtkinsonHyperlegibleNext-Regular", "one two three"),
    )
