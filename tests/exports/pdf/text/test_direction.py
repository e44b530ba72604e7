import unicodedata

from bidi import get_display
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports.pdf.text.direction import in_drawing_order, levels, runs_from_the_right

LETTERS = st.text(alphabet="abאבجد12٣٤ ()[]{}.,:/-+%'\"ָ", max_size=24)


@settings(max_examples=400)
@given(LETTERS)
@example("הצוות של Year 8 (Maths)")
@example("ב-14/3/2026, כ-12.5 (Year 8), מ-1,000")
def test_letters_stand_in_the_order_that_python_bidi_draws_them(typed: str) -> None:
    """Its whole algorithm is another program than the steps that levels are taken from."""
    if typed != typed.strip():
        return  # spaces at a line's end have the paragraph's level; lines here have none
    drawn = "".join(in_drawing_order(typed, levels(typed)))
    assert drawn == get_display(typed, base_dir="R" if runs_from_the_right(typed) else "L")


@given(st.text(max_size=20))
def test_every_character_has_a_level(typed: str) -> None:
    assert len(levels(typed)) == len(typed)


def test_a_paragraph_has_the_direction_of_its_first_letter_that_has_one() -> None:
    assert runs_from_the_right("12 (שלום) abc")
    assert not runs_from_the_right("12 abc שלום")
    assert not runs_from_the_right("12.5")


def test_text_from_the_left_has_one_level() -> None:
    assert set(levels("Ελληνικά, 12.5 %")) == {0}


def test_joiners_go_with_the_letter_before_them() -> None:
    typed = "می\u200cخواهیم abc"
    assert levels(typed)[2] == levels(typed)[1] == 1
    assert unicodedata.category(typed[2]) == "Cf"
