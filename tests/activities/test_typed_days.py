from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.refusal import Refused
from activities.typed_days import read_day, shown_day

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 Feb", date(2027, 2, 3)),
        ("  3   february ", date(2027, 2, 3)),
        ("03/02/2027", date(2027, 2, 3)),
        ("3.2.27", date(2027, 2, 3)),
        ("3-2", date(2027, 2, 3)),
        ("2027-02-03", date(2027, 2, 3)),
        ("Wed 3rd of Feb 2027", date(2027, 2, 3)),
        ("Feb 3rd, 2027", date(2027, 2, 3)),
        ("1 Sept", date(2026, 9, 1)),
        ("20 nov", date(2026, 11, 20)),
        ("29 Feb", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_is_written_here(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed", ["", "soon", "31/02/2027", "2/13", "3 Ju", "3 Feb 1800", "1" * 400, "٣ فبراير", "3 Fèb"]
)
def test_what_is_no_day_is_refused_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(Refused, match="Write"):
        read_day(typed, TODAY)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_that_is_shown_can_be_typed_again(day: date) -> None:
    assert read_day(shown_day(day), TODAY) == day
