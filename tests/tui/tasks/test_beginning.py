"""What a person types to begin a session."""

from datetime import date

import pytest

from activities.refusal import Refused
from tui.tasks.beginning import as_day


@pytest.mark.parametrize("typed", ["2027-03-09", "09/03/2027", "9/3/2027", "9.3.2027", " 9 3 2027 ", "9-3-2027"])
def test_a_day_is_read_as_people_here_write_it(typed: str) -> None:
    assert as_day(typed) == date(2027, 3, 9)


@pytest.mark.parametrize("typed", ["31/02/2027", "3/19", "tomorrow", "2027-13-01", "9/3/271"])
def test_what_is_no_day_is_told_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(Refused, match="Write"):
        as_day(typed)
