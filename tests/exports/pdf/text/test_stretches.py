"""A heading and what somebody wrote after it, in one paragraph: neither turns the other's letters."""

from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from exports.document import Run
from exports.pdf.text.direction import in_drawing_order, levels_of, runs_from_the_right
from exports.pdf.text.setting import set_lines
from exports.pdf.text.typed import paragraphs

LETTERS = st.text(alphabet="abאבجد12٣ ()[].,:/-", max_size=24)


def drawn(*stretches: str) -> str:
    return "".join(in_drawing_order("".join(stretches), levels_of(stretches)))


def alone(typed: str) -> str:
    return str(get_display(typed, base_dir="R" if runs_from_the_right(typed) else "L"))


@given(LETTERS)
@example("נבדוק ב-Year 8 אם השיחה עוזרת.")
@example("ב-14/3/2026 (Year 8), מ-1,000")
@example("Year 8 (שלום).")
def test_what_was_written_after_a_heading_stands_as_it_would_alone(typed: str) -> None:
    typed = typed.strip()
    if any(letter in "abאבجد" for letter in typed):
        assert drawn("Our goal is ", typed) == "Our goal is " + alone(typed)
        assert drawn("מטרה: ", typed) == alone(typed) + " :הרטמ"


def test_what_follows_it_goes_on_as_the_heading_does() -> None:
    assert drawn("Neither: ", "כיתה Year 8", "; ", "سجل", "; ", "Books") == "Neither: Year 8 התיכ; لجس; Books"


def test_spaces_at_its_ends_part_it_from_what_is_beside_it() -> None:
    assert drawn("Action:", " שלום ", "(Ann)") == "Action: םולש (Ann)"


def test_numbers_and_signs_alone_go_with_what_is_around_them() -> None:
    assert drawn("מטרה ", "14/3/2026") == alone("מטרה 14/3/2026")


def test_a_line_of_two_directions_is_laid_out_so() -> None:
    (typed,) = paragraphs((Run("Goal ", "bold"), Run("ב-Year 8 נבדוק")))
    whole = set_lines(typed, 12, 400)
    assert [stretch.text.strip() for stretch in whole.lines[0].stretches] == ["Goal", "נבדוק", "Year 8", "-", "ב"]
    assert not whole.from_the_right


def test_the_first_stretch_that_has_a_direction_gives_the_paragraph_its_own() -> None:
    (typed,) = paragraphs((Run("1. "), Run("שלום Year 8", "bold")))
    assert set_lines(typed, 12, 400).from_the_right
