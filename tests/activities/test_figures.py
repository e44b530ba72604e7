"""Every figure is rounded in one way: half up, from integers."""

from decimal import ROUND_HALF_UP, Decimal, getcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.figures import percent


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 7, 0),
        (7, 7, 100),
        (1, 8, 13),
        (1, 3, 33),
        (2, 3, 67),
        (87, 300, 29),
        (57, 200, 29),
        (16, 23, 70),
        (1, 200, 1),
    ],
)
def test_shares_are_rounded_half_up(part: int, whole: int, expected: int) -> None:
    assert percent(part, whole) == expected


@given(st.integers(1, 10**9).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_it_is_what_decimal_arithmetic_gives(share: tuple[int, int]) -> None:
    part, whole = share
    getcontext().prec = 60
    expected = (Decimal(100 * part) / Decimal(whole)).quantize(Decimal(1), ROUND_HALF_UP)
    assert percent(part, whole) == int(expected)


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (1, 0), (-1, 5), (6, 5), (1, -2)])
def test_what_is_no_share_is_refused(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        percent(part, whole)
