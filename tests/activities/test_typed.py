from unicodedata import bidirectional, category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.refusal import Refused
from activities.typed import UNSEEN, as_seen, can_be_seen, on_one_line, quoted, short_text

TURNS_OR_MOVES = (
    "\x00\x07\b\t\n\r\x1b\x7f\x85\x9b\xad\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\ud800"
)


def joined(text: str) -> str:
    return text.replace("\u200c", "").replace("\u200d", "")


@given(st.text(alphabet=st.characters() | st.sampled_from(TURNS_OR_MOVES + "\u200c\u200d")), st.integers(1, 60))
def test_nothing_typed_can_leave_its_line_or_upset_a_terminal(text: str, most: int) -> None:
    for line in (on_one_line(text, most), as_seen(text), quoted(text)):
        assert joined(line).isprintable()
        assert not any(
            bidirectional(letter) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "PDI") for letter in line
        )
    assert len(on_one_line(text, most)) <= most
    assert "  " not in on_one_line(text, most)


@pytest.mark.parametrize("hidden", sorted(set(TURNS_OR_MOVES) - set("\t\n\r\x85\u2028\u2029")))
def test_what_cannot_be_seen_has_one_sign(hidden: str) -> None:
    assert on_one_line(f"a{hidden}b", 40) == as_seen(f"a{hidden}b") == f"a{UNSEEN}b"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("  Table\t 1\r\n\u2028here ", "Table 1 here"),
        ("می‌خواهیم", "می‌خواهیم"),
        ("👩‍🏫 and 👨‍👩‍👧", "👩‍🏫 and 👨‍👩‍👧"),
        ("ש\u05b8לום ẹ̀ ọ́ q̃ 1️⃣", "ש\u05b8לום ẹ̀ ọ́ q̃ 1️⃣"),
        ("An\u200cn", f"An{UNSEEN}n"),
        ("\u200d", UNSEEN),
        ("ㅤ⠀", UNSEEN * 2),
        ("[bold]x[/]", "[bold]x[/]"),
    ],
)
def test_what_can_be_seen_stays_as_it_was_typed(typed: str, line: str) -> None:
    assert on_one_line(typed, 40) == line


def test_a_line_that_is_cut_says_so() -> None:
    assert on_one_line("x" * 41, 40) == "x" * 39 + "…"
    assert on_one_line("x" * 40, 40) == "x" * 40


@pytest.mark.parametrize("text", ["a", "?", "é", "王", "😀", "علی‌رضا", "\u200b.\u202e", "१", "́a"])
def test_a_text_with_one_visible_character_can_be_seen(text: str) -> None:
    assert can_be_seen(text)


@pytest.mark.parametrize(
    "text", ["", " \t\u3000", "\u200b", "\u202e\u2066", "\ufeff\xad", "ㅤ", "⠀", "\u0301", "\ufe0f", "\x1b"]
)
def test_a_text_without_one_cannot(text: str) -> None:
    assert not can_be_seen(text)


@given(st.text())
def test_a_short_text_that_is_taken_is_shown_as_it_was_typed(typed: str) -> None:
    try:
        line = short_text("name", typed, 60)
    except Refused:
        return
    assert line == on_one_line(typed, 60)
    assert not line or can_be_seen(line)


@given(st.text(alphabet=st.characters(categories=["Cf", "Cc", "Zl", "Zp", "Mn"]), min_size=1))
def test_a_short_text_is_never_only_of_what_has_no_shape(typed: str) -> None:
    if all(category(letter) in ("Cf", "Mn") for letter in typed):
        with pytest.raises(Refused, match="cannot be shown"):
            short_text("name", typed, 10_000)
