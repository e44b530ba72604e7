"""The slope chart: every name in a row of its own, near its place, whatever the names and however many."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Size

from tui.palette import HALL, PALETTES, Palette
from tui.widgets.half_blocks import Colours
from tui.widgets.slope import HEAD, Chart, Sloped, _drawn, rows_of

places = st.floats(0, 1, allow_nan=False)


@given(st.lists(places, min_size=1, max_size=15), st.integers(15, 60))
def test_no_two_names_stand_in_one_row_and_their_order_is_kept(heights: list[float], rows: int) -> None:
    found = rows_of(sorted(heights), rows)
    assert found == sorted(set(found))
    assert len(found) == len(heights)
    assert found[0] >= 0
    assert found[-1] < rows


@given(st.integers(2, 15), st.integers(15, 60))
def test_names_that_are_far_enough_apart_stand_where_they_belong(number: int, rows: int) -> None:
    heights = [n / (number - 1) for n in range(number)]
    assert all(abs(row - height * (rows - 1)) <= 1 for row, height in zip(rows_of(heights, rows), heights, strict=True))


def chart(labels: list[str], lit: str | None = None) -> Chart:
    n = len(labels)
    things = tuple(
        Sloped(str(i), label, label[:8], i / 2 + 1, float(n - i), (max(i / 2, 1), i / 2 + 2), i < 3, "+2")
        for i, label in enumerate(labels)
    )
    return Chart(things, n, "you", "A study with a long name that does not fit", lit)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text("ab私😀[]/ ", min_size=1, max_size=60).filter(str.strip), min_size=3, max_size=15),
    st.integers(40, 160),
    st.sampled_from(list(Colours)),
    st.sampled_from(list(PALETTES.values())),
)
def test_every_row_is_as_wide_as_the_chart(labels: list[str], width: int, colours: Colours, palette: Palette) -> None:
    drawn = _drawn(chart(labels, "1"), Size(width, 20), palette, colours)
    assert len(drawn) == 20
    assert {row.cell_length for row in drawn} == {width}
    assert {cell_len(row.text) for row in drawn} == {width}


def test_names_and_figures_stand_at_both_sides_and_give_way_in_an_order() -> None:
    wide = "\n".join(
        row.text for row in _drawn(chart(["Learner progress", "Surveys", "Plans"]), Size(120, 20), HALL, Colours.MANY)
    )
    assert "Learner progress  1 (1–2)" in wide
    assert "3  Learner progress  +2" in wide
    narrow = "\n".join(
        row.text for row in _drawn(chart(["Learner progress", "Surveys", "Plans"]), Size(62, 20), HALL, Colours.MANY)
    )
    assert "Learner progress  1 " in narrow
    assert "(1–2)" not in narrow.split("\n")[HEAD]


@pytest.mark.parametrize("lit", [None, "0"])
def test_lines_are_drawn_from_side_to_side_and_smoothly(lit: str | None) -> None:
    rows = _drawn(chart(["One", "Two", "Three"], lit), Size(80, 20), HALL, Colours.MANY)[HEAD:]
    blocks = [row.text.count("▀") for row in rows]
    assert sum(blocks) > 40
    colours = {
        s.style.color.triplet for row in rows for s in row if s.style and s.style.color and s.style.color.triplet
    }
    assert len(colours) > 6
    assert (HALL.now.rgb in {tuple(colour) for colour in colours}) == (lit is not None)


def test_where_colours_are_few_the_lines_are_signs() -> None:
    rows = _drawn(chart(["One", "Two", "Three"]), Size(80, 20), HALL, Colours.FEW)
    text = "\n".join(row.text for row in rows)
    assert "╱" in text
    assert "╲" in text
    assert "▀" not in text
