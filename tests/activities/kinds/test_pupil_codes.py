"""A code for a pupil must not be a name, unless one insists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.pupil_codes import LooksLikeName, checked_code, looks_like_name


@pytest.mark.parametrize(
    "code", ["Aisha Khan", "aisha", "Ann", "O’Brien", "Jean-Luc", "李娜", "Мария", "P7 Tom", "José", "Aisha7", "محمد"]
)
def test_what_may_be_a_name_is_refused_and_says_why(code: str) -> None:
    with pytest.raises(LooksLikeName, match="looks like a name, and was not kept"):
        checked_code(code)


@pytest.mark.parametrize(
    "code", ["P7", "7B-03", "pupil 4", "Year 5 girl 2", "KS2 / 14", "blue table, 3", "AK", "B", "", "P1, P2, P3"]
)
def test_what_is_plainly_a_code_is_kept(code: str) -> None:
    assert checked_code(code) == code


@given(st.text(max_size=30))
def test_one_can_insist_on_anything(code: str) -> None:
    assert checked_code(code, insist=True) == code


@given(st.from_regex(r"[A-Z]{1,2}[0-9]{1,3}", fullmatch=True))
def test_letters_and_figures_are_a_code(code: str) -> None:
    assert not looks_like_name(code)
