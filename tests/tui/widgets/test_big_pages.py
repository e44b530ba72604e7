"""Bars, pages and walking: what a reveal looks like in big type, and how one goes through it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activities.reveal import Bar, Step
from activities.reveal.step import is_picture
from tui.widgets.big_bars import bar_rows
from tui.widgets.big_layout import lay_out
from tui.widgets.big_letters import measure
from tui.widgets.big_lines import whole_words
from tui.widgets.big_pages import Walk, pages_of

CARD = Step(
    "k1", place="card 1 of 2", title="Notes of staff meetings", bars=tuple(Bar(f"Place {n}", n) for n in range(6))
)
STEPS = (
    Step("", words="Six tables sorted."),
    Step("now", title="And now?", picture="now", group="now"),
    Step("now.1", words="First answer.", picture="now", group="now"),
    Step("now.2", words="word " * 200, picture="now 2", group="now"),
    Step("next", title="And next?", picture="next", group="next"),
)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_larger_count_is_never_as_short_as_a_smaller_one(counts: list[int]) -> None:
    bars = [Bar("Place", count) for count in counts]
    rows = bar_rows(bars, max([*counts, 1]), 184, 16)
    assert rows is not None
    lengths = {row.count: row.eighths for row in rows}
    ordered = sorted(lengths)
    assert [lengths[count] for count in ordered] == sorted(lengths.values())
    assert len(set(lengths.values())) == len(lengths)


@pytest.mark.parametrize("width", [78, 112, 184])
def test_one_and_two_are_told_apart_and_the_largest_has_the_whole_width(width: int) -> None:
    rows = bar_rows([Bar("A", 2), Bar("B", 1)], 2, width, 12)
    assert rows is not None
    assert rows[0].eighths == 2 * rows[1].eighths
    left = rows[0].at + -(-rows[0].eighths // 8) + max(row.figure.width for row in rows)
    assert width - left <= 4
    assert all(row.thick >= 2 for row in rows)


def test_the_longest_bar_is_as_long_on_every_page() -> None:
    pages = pages_of(CARD, 78, 24)
    assert len(pages) > 1
    assert {page.longest for page in pages} == {5}
    assert [bar for page in pages for bar in page.bars] == list(CARD.bars)
    assert pages[0].title == "Notes of staff meetings"
    assert [page.id for page in pages] == [f"k1 {n}/{len(pages)}" for n in range(1, len(pages) + 1)]


@given(st.text(min_size=1, max_size=300), st.sampled_from([(78, 24), (112, 37)]))
@settings(max_examples=40, deadline=None)
def test_pages_hold_all_of_a_text(text: str, cells: tuple[int, int]) -> None:
    pages = pages_of(Step("a.1", words=text), *cells)
    assert "".join("".join(page.words for page in pages).split()) == "".join(text.split())


@given(st.text("abcdefgWi", min_size=1, max_size=200), st.integers(20, 200))
@settings(deadline=None)
def test_a_word_longer_than_a_line_is_parted_and_nothing_is_lost(word: str, width: int) -> None:
    parts = whole_words(word, width, 10).split()
    assert "".join(parts) == word
    assert all(measure(part, 10) <= width for part in parts)


def walked(walk: Walk, by: int, start: str | None = None) -> list[str | None]:
    found, at = [start], walk.on(start, by)
    while at != start and len(found) < 60:
        found.append(at)
        at = walk.on(at, by)
    return found


def test_one_goes_through_every_page_and_comes_round() -> None:
    walk = Walk(STEPS, 112, 37)
    there = walked(walk, 1)
    assert there[:3] == [None, "now", "now.1"]
    assert there[-1] == "next"
    assert next(at for at in there if at and at.startswith("now.2 ")) == f"now.2 1/{len(there) - 4}"
    assert walked(walk, -1) == [None, *reversed(there[1:])]


def test_a_smaller_screens_pages_pass_over_none_of_a_larger_ones() -> None:
    small, large = Walk(STEPS, 78, 20), Walk(STEPS, 184, 54)
    seen = {large.at(at).id for at in walked(small, 1)}
    assert {at or "" for at in walked(large, 1)} <= seen


def test_in_the_picture_one_goes_from_picture_to_picture() -> None:
    assert walked(Walk(STEPS, 112, 37), 1, "*") == ["*", "*now", "*now.2", "*next"]
    assert walked(Walk(STEPS, 112, 37), -1, "*") == ["*", "*next", "*now.2", "*now"]


@pytest.mark.parametrize("cells", [(184, 54), (112, 37), (78, 20)])
def test_larger_words_are_gone_through_page_by_page_with_the_picture_too(cells: tuple[int, int]) -> None:
    walk = Walk(STEPS, *cells, larger=True)
    there = walked(walk, 1, "*")
    assert all(is_picture(at) for at in there)
    assert [walk.at(at).words for at in there][2] == "First answer."
    assert " ".join(walk.at(at).words for at in there if "now.2" in str(at)) == STEPS[3].words.strip()
    assert walked(walk, -1, "*") == ["*", *reversed(there[1:])]
    assert walk.shows_picture("*now") == (cells == (184, 54))
    assert walk.across("*now") == (77 if cells == (184, 54) else cells[0])


def test_one_goes_past_all_the_answers_to_a_question() -> None:
    walk = Walk(STEPS, 112, 37)
    assert walk.past("now.1") == "next"
    assert walk.past("now.1", -1) == "now"
    assert walk.past(None) == "now"
    assert walk.past("next") is None


def test_letters_without_a_font_are_marked_and_a_text_of_them_says_how_to_enlarge_it() -> None:
    some = lay_out(Step("a.1", words="We would like to do it again 👍 soon"), 112, 37)
    assert "▯" in " ".join(piece.text for piece in some.pieces)
    assert some.whole
    none = lay_out(Step("a.1", words="学習の進み方を見ています"), 112, 37)
    assert "Ctrl and +" in none.pieces[0].text
    assert any("学習の進み方を見ています" in piece.text for piece in none.pieces)
