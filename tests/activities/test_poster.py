"""How a work fills its paper, and where its sections stand."""

from hypothesis import given
from hypothesis import strategies as st

from activities.poster import POSTER, REPORT, Fill, highest, in_columns

heights = st.lists(st.floats(1, 100), max_size=8)


@given(heights, st.integers(1, 3))
def test_sections_keep_their_order_and_none_is_lost(found: list[float], columns: int) -> None:
    placed = in_columns(found, columns)
    assert len(placed) == columns
    assert [number for column in placed for number in column] == list(range(len(found)))


@given(st.lists(st.floats(1, 100), min_size=1, max_size=8))
def test_no_other_cut_makes_a_lower_poster(found: list[float]) -> None:
    best = highest(found, in_columns(found, 2))
    assert all(best <= max(sum(found[:cut]), sum(found[cut:])) for cut in range(len(found) + 1))


@given(st.integers(0, 5_000))
def test_pages_fill_one_after_another(words: int) -> None:
    fill = Fill(REPORT, words)
    shares = [fill.of_page(number) for number in range(1, 20)]
    assert shares == sorted(shares, reverse=True)
    assert round(sum(shares) * REPORT.words) == words or words > 19 * REPORT.words
    assert (fill.over > 0) == (fill.pages > REPORT.most)


def test_what_is_too_much_is_said() -> None:
    assert Fill(POSTER, POSTER.words + 1).said == "about 1 word more than the page holds"
    assert Fill(REPORT, 6 * REPORT.words).said == f"about {REPORT.words} words more than the 5 pages hold"
