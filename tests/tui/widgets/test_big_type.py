"""Big type is readable from the back row, whatever is said in it and however small the screen."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tui.widgets.big_letters import draw, drawable, measure, readable
from tui.widgets.big_lines import SIZES, balanced, one_line, set_text
from tui.widgets.big_type import BigType, _pixels, strips

QUESTION = "What is each piece of evidence for?"
DARK, LIGHT = (17, 22, 28), (244, 241, 232)


@pytest.mark.parametrize("size", SIZES)
def test_a_line_is_as_wide_as_it_was_measured_and_no_higher_than_two_of_its_size(size: int) -> None:
    ink = draw("Évidence ŵŷ gjpq", size)
    assert ink.width == measure("Évidence ŵŷ gjpq", size) == len(ink.rows[0])
    assert len(ink.rows) <= size * 1.2


def test_letters_never_touch_at_the_smallest_size() -> None:
    for pair in ("ce", "ie", "nn", "rn", "il", "oo"):
        ink = draw(pair, 10)
        columns = [sum(row[x] for row in ink.rows) for x in range(ink.width)]
        assert min(columns[1:-1]) < 0.35 * max(columns), pair


def test_the_same_pair_of_letters_looks_the_same_everywhere() -> None:
    once, shifted = draw("evidence", 12), draw("an evidence", 12)
    tail = [row[-once.width :] for row in shifted.rows[-len(once.rows) :]]
    assert tail == list(once.rows)


@given(
    st.lists(st.text(string.ascii_letters + "äéŵß?!’", min_size=1, max_size=12), min_size=1, max_size=14),
    st.integers(20, 200),
    st.one_of(st.none(), st.integers(1, 40)),
)
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_its_place_and_no_word_is_lost(words: list[str], width: int, rows: int | None) -> None:
    text = readable(" ".join(words))
    lines = set_text(text, width, 24, 10, rows)
    assert lines.width <= width
    assert "".join(lines.texts).replace(" ", "") == text.replace(" ", "")
    if lines.size and rows is not None:
        assert lines.height <= rows
    for strip in strips(lines, DARK, LIGHT):
        assert strip.cell_length <= width
    assert len(strips(lines, DARK, LIGHT)) == lines.height


def test_lines_are_of_about_the_same_length() -> None:
    assert balanced("one two three four five six", 20, len) == ["one two three", "four five six"]


def test_a_word_that_fits_no_line_has_no_balance() -> None:
    assert balanced("antidisestablishmentarianism", 10, len) is None


def test_type_shrinks_until_it_fits() -> None:
    roomy, tight = set_text(QUESTION, 112, 24, 10, 24), set_text(QUESTION, 112, 24, 10, 13)
    assert roomy.size is not None
    assert tight.size is not None
    assert roomy.size > tight.size


def test_where_there_is_no_room_it_is_plain_bold_text() -> None:
    lines = set_text(QUESTION, 76, 24, 10, 3)
    assert lines.size is None
    assert lines.texts == (QUESTION,)
    (strip,) = strips(lines, DARK, LIGHT)
    assert strip.text == QUESTION
    assert all(segment.style is not None and segment.style.bold for segment in strip)


def test_a_long_word_in_plain_text_is_broken_and_not_cut() -> None:
    lines = set_text("antidisestablishmentarianism", 10, 0, 10)
    assert "".join(lines.texts) == "antidisestablishmentarianism"
    assert lines.width <= 10


@pytest.mark.parametrize("text", ["Ysgŵl yng Nghymru", "Łódź", "Ελληνικά", "Δx ≤ ½", "مدرسة", "Привет"])
def test_other_scripts_that_a_font_knows_are_drawn(text: str) -> None:
    assert drawable(text)
    assert set_text(text, 120, 18, 10).size == 18


@pytest.mark.parametrize("text", ["学校の証拠", "evidence 🎉", "증거"])
def test_scripts_that_no_font_knows_are_plain_text_with_every_letter(text: str) -> None:
    lines = set_text(text, 8, 18, 10)
    assert lines.size is None
    assert "".join(lines.texts).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= 8 for line in lines.texts)


def test_control_characters_do_nothing() -> None:
    assert readable("a\x1b[31m\u202eb\n c") == "a[31mb c"


def test_one_line_is_the_largest_that_fits() -> None:
    size = one_line("5 of 6 tables in", 112, 30, 10)
    assert size is not None
    assert measure("5 of 6 tables in", size) <= 112 < measure("5 of 6 tables in", SIZES[SIZES.index(size) - 1])
    assert one_line("5 of 6 tables in", 20, 30, 10) is None


def test_without_greys_every_cell_is_text_or_ground() -> None:
    lines = set_text("Hello", 100, 18, 10)
    for strip in strips(lines, DARK, LIGHT, smooth=False):
        assert set(strip.text) <= set(" ▀▄█")
        assert len({str(segment.style) for segment in strip}) == 1


def test_the_same_words_are_drawn_once() -> None:
    strips.cache_clear()
    for _ in range(3):
        strips(set_text(QUESTION, 112, 18, 10), DARK, LIGHT)
    assert strips.cache_info().misses == 1


class OneHeading(App[None]):
    def compose(self) -> ComposeResult:
        yield BigType("[red]Stop[/red] [@click=app.bell]now[/]", largest=0)


async def test_text_is_never_read_as_markup() -> None:
    app = OneHeading()
    async with app.run_test(size=(80, 24)):
        heading = app.query_one(BigType)
        assert heading.render_line(0).text.rstrip() == "[red]Stop[/red] [@click=app.bell]now[/]"


async def test_a_new_text_makes_it_as_high_as_it_needs() -> None:
    app = OneHeading()
    async with app.run_test(size=(80, 24)) as pilot:
        heading = app.query_one(BigType)
        heading.fit(largest=12)
        heading.update("7:40")
        await pilot.pause()
        low = heading.size.height
        heading.update(QUESTION)
        await pilot.pause()
        assert 3 < low < heading.size.height
        assert heading.text == QUESTION


async def test_it_wears_the_colours_of_its_style() -> None:
    app = OneHeading()
    async with app.run_test(size=(80, 24)) as pilot:
        heading = app.query_one(BigType)
        heading.fit(largest=18)
        heading.update("I")
        heading.styles.color, heading.styles.background = "#ffc857", "#11161c"
        await pilot.pause()
        drawn = [segment.style for y in range(heading.size.height) for segment in heading.render_line(y)]
        grounds = {style.bgcolor.triplet.hex for style in drawn if style and style.bgcolor and style.bgcolor.triplet}
        assert {"#ffc857", "#11161c"} <= grounds


ARABIC = "ما الذي تستخدمه كدليل في مدرستك؟"


def test_words_read_from_right_to_left_stand_in_that_order() -> None:
    first, last, both = draw("ما", 24), draw("كدليل", 24), draw("ما كدليل", 24)
    ink = [any(row[x] for row in both.rows) for x in range(both.width)]
    assert not any(ink[last.width + 2 : both.width - first.width - 2])


def test_lines_read_from_right_to_left_begin_at_the_right() -> None:
    lines = set_text(ARABIC, 112, 24, 24)
    assert len(lines.texts) > 1
    pixels = _pixels(lines)
    for number in range(len(lines.texts)):
        rows = pixels[lines.top + (number - 1) * 24 + 8 : lines.top + number * 24]
        assert max(len(row.rstrip(b"\0")) for row in rows) >= lines.width - 2
