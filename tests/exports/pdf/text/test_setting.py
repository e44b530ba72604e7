import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.pdf.text.setting import set_lines
from exports.pdf.text.typed import line


def words(text: str, width: float, start: int = 0) -> list[str]:
    """Every line's letters as they are drawn from left to right, unshaped."""
    setting = set_lines(line(text), 10, width, start)
    return ["".join(stretch.text for stretch in each.stretches) for each in setting.lines]


def test_a_line_ends_between_words() -> None:
    assert words("one two three four", 60) == ["one two", "three four"]


def test_a_word_that_is_wider_than_the_line_is_parted_by_a_hyphen() -> None:
    parts = words("Internationalisation", 50)
    assert len(parts) > 1
    assert all(part.endswith("-") for part in parts[:-1])
    assert "".join(part.removesuffix("-") for part in parts) == "Internationalisation"


def test_its_own_hyphen_is_used_first() -> None:
    assert words("Communication-and-Collaboration", 100)[0] in ("Communication-", "Communication-and-")


def test_an_address_is_parted_without_a_hyphen() -> None:
    parts = words("https://example.org/one/two/three.html", 60)
    assert "".join(parts) == "https://example.org/one/two/three.html"


def test_no_letter_is_parted_from_its_marks() -> None:
    import unicodedata

    for part in words("ẹ̀ọ́" * 40, 60):
        assert unicodedata.category(part[0]) != "Mn"


@given(st.text(alphabet="ab cאב גجد 12.(){}-ẹ̀老 ", max_size=80), st.floats(20, 200))
def test_every_letter_stands_in_a_line_that_is_no_wider_than_asked(typed: str, width: float) -> None:
    read = line(typed)
    setting = set_lines(read, 10, width)
    kept = sorted("".join(stretch.text for each in setting.lines for stretch in each.stretches))
    spaces_and_hyphens = " -"
    assert [letter for letter in kept if letter not in spaces_and_hyphens] == sorted(
        letter for letter in read.text if letter not in spaces_and_hyphens
    )
    assert setting.width <= width + 0.5
    assert not setting.lines or setting.ends[-1] == len(read.text)


@pytest.mark.parametrize(
    "text", ["one two three four five six", "הצוות של Year 8 (Maths) ייפגש ב-14/3/2026 בשעה 10:30"]
)
def test_the_rest_of_a_paragraph_is_set_as_if_it_were_whole(text: str) -> None:
    setting = set_lines(line(text), 10, 70)
    assert words(text, 70, setting.ends[0]) == words(text, 70)[1:]
    assert set_lines(line(text), 10, 70, setting.ends[0]).from_the_right == setting.from_the_right
