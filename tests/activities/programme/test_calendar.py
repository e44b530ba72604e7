"""The calendar of a programme: when it meets, what to bring from where, and months, never people."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from activities.programme.calendar import Wanted, calendar
from activities.programme.enquiry import Ahead
from activities.programme.programme import Programme
from activities.programme.series import Planned, Series
from tests.activities.examples import pathway, prompts, sentence_stems
from tests.activities.programme.test_carrying import YEAR, a_workshop, begun

FIRST = a_workshop("first", prompts("goals"), pathway("audit"))
LATER = a_workshop("later", sentence_stems("plan", source="first/goals"))
BOTH = {"first": FIRST, "later": LATER}


def test_a_session_says_what_to_bring_from_which_earlier_one() -> None:
    first, later = calendar(YEAR, (), BOTH, (), 5).meetings
    assert first.brings == ()
    assert later.brings == (Wanted(session="First", activities=(prompts("goals").title,)),)


def test_of_a_workshop_that_cannot_be_read_it_is_not_said_what_to_bring() -> None:
    assert [one.brings for one in calendar(YEAR, (), {"first": FIRST}, (), 5).meetings] == [(), ()]
    assert [one.brings for one in calendar(YEAR, (), {"later": LATER}, (), 5).meetings] == [(), ()]


def test_a_session_that_was_held_has_its_day_and_one_that_is_planned_its_own_or_its_month() -> None:
    held = begun(YEAR, FIRST, [])
    planned = held.programme.on_day(1, date(2027, 5, 4))
    found = calendar(planned, (held.session,), BOTH, (), 5)
    assert [one.day for one in found.meetings] == [date(2026, 11, 20), date(2027, 5, 4)]
    assert [(one.day, one.when) for one in calendar(YEAR, (), BOTH, (), 5).meetings][1] == (None, "May")


def test_a_workshop_of_no_series_is_brought_from_nowhere() -> None:
    other = a_workshop("later", sentence_stems("plan", source="elsewhere/goals"))
    series = Series(
        id="year",
        title="A year",
        summary="One.",
        sessions=(Planned(workshop="later", when="May", minutes=60, purpose="To end."),),
    )
    alone = Programme(id="hills", title="Hills", series=series)
    found = calendar(alone, (), {"later": other, "elsewhere": a_workshop("elsewhere", prompts("goals"))}, (), 5)
    assert found.meetings[0].brings == ()


DAYS = st.dates(min_value=date(2027, 1, 1), max_value=date(2027, 4, 30)).map(lambda day: Ahead(day=day, what="Look"))


@given(st.lists(st.lists(DAYS, max_size=4), max_size=9), st.integers(min_value=1, max_value=6))
def test_a_month_is_named_only_where_enough_people_have_a_date_in_it(dates: list[list[Ahead]], smallest: int) -> None:
    found = calendar(YEAR, (), BOTH, dates, smallest).busy
    assert list(found) == sorted(found, key=lambda one: one.month)
    for one in found:
        people = sum(any(ahead.day.replace(day=1) == one.month for ahead in theirs) for theirs in dates)
        assert one.people == people >= smallest
