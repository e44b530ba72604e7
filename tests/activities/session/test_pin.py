"""A PIN fits its digits and nothing else, is kept nowhere, and wrong tries make one wait ever longer."""

from datetime import UTC, datetime, timedelta

import pytest

from activities.refusal import Refused
from activities.session.pin import TRIES, WAIT, Tries, make_pin

NOW = datetime(2026, 11, 20, 13, 42, tzinfo=UTC)


def wrong(times: int, at: datetime = NOW) -> Tries:
    tries = Tries()
    for _ in range(times):
        tries = tries.failed(at)
    return tries


def test_the_digits_fit_and_no_others_do() -> None:
    pin = make_pin("0471", b"0123456789abcdef")
    assert pin.fits("0471")
    assert not any(pin.fits(other) for other in ("0472", "471", "04710", "", "٠٤٧١", "abcd"))


def test_the_digits_are_kept_nowhere_and_two_of_the_same_look_different() -> None:
    first, second = make_pin("0471", b"a" * 16), make_pin("0471", b"b" * 16)
    assert "0471" not in first.model_dump_json()
    assert first.hashed != second.hashed


@pytest.mark.parametrize("typed", ["", "1", "123", "1" * 13, "12a4", " 123", "１２３４", "-123", "1.23"])
def test_anything_but_four_to_twelve_digits_is_no_pin(typed: str) -> None:
    with pytest.raises(Refused, match="4 to 12 digits"):
        make_pin(typed, b"a" * 16)


def test_the_first_few_wrong_tries_are_free() -> None:
    assert wrong(TRIES - 1).wait(NOW) == timedelta(0)
    assert wrong(TRIES).wait(NOW) == WAIT


def test_each_further_wrong_try_doubles_the_wait_up_to_half_an_hour() -> None:
    waits = [wrong(TRIES + more).wait(NOW) for more in range(9)]
    assert waits == [WAIT * 2 ** min(more, 6) for more in range(9)]


def test_the_wait_passes() -> None:
    assert wrong(TRIES).wait(NOW + WAIT - timedelta(seconds=1)) == timedelta(seconds=1)
    assert wrong(TRIES).wait(NOW + WAIT) == timedelta(0)


def test_a_clock_that_is_set_back_never_makes_it_longer() -> None:
    assert wrong(TRIES).wait(NOW - timedelta(days=400)) == WAIT
