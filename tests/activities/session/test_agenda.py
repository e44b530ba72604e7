from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from activities.session.agenda import forecast
from activities.session.session import begin
from tests.activities.examples import NOW, workshop

NEW = begin(workshop(), code="MKRT", title="Autumn", on=date(2026, 11, 20))
minutes = st.integers(0, 200).map(lambda number: timedelta(minutes=number))


def test_before_anything_has_begun_the_whole_agenda_is_ahead() -> None:
    assert forecast(NEW, NOW).ends == NOW + timedelta(minutes=75)
    assert forecast(NEW, NOW).behind == timedelta(0)


@given(minutes)
def test_within_its_time_an_activity_keeps_the_plan_and_overtime_puts_it_off(spent: timedelta) -> None:
    found = forecast(NEW.open(NOW), NOW + spent)
    assert found.behind == max(spent - timedelta(minutes=5), timedelta(0))
    assert found.ends == NOW + timedelta(minutes=75) + found.behind


@given(minutes, minutes)
def test_moving_on_early_is_ahead_and_late_is_behind(first: timedelta, second: timedelta) -> None:
    session = NEW.open(NOW).next(NOW + first)
    session = session.open(NOW + first).next(NOW + first + second)
    assert forecast(session, NOW + first + second).behind == first + second - timedelta(minutes=20)


def test_a_revealed_activity_takes_no_more_time() -> None:
    session = NEW.open(NOW).reveal(NOW + timedelta(minutes=2))
    assert forecast(session, NOW + timedelta(minutes=2)).behind == timedelta(minutes=-3)


def test_more_time_for_an_activity_puts_the_end_off() -> None:
    session = NEW.open(NOW).stretch(timedelta(minutes=4))
    assert forecast(session, NOW).behind == timedelta(minutes=4)


def test_at_the_last_activity_the_end_is_when_it_is_over() -> None:
    session = NEW.open(NOW).go_to("stems", NOW).open(NOW)
    assert forecast(session, NOW + timedelta(minutes=5)).ends == NOW + timedelta(minutes=25)
