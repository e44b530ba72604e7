from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.plan import Parts
from activities.session.agenda import add, pause, skip
from activities.session.beginning import begin
from activities.session.pace import Forecast, forecast
from activities.session.session import Session
from tests.activities.examples import NOW, brief, card_sort, prompts, workshop

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


@given(st.sampled_from(["lock", "reveal"]), st.integers(0, 5))
def test_locking_or_revealing_does_not_put_the_session_ahead(step: str, minute: int) -> None:
    at = NOW + timedelta(minutes=minute)
    session = getattr(NEW.open(NOW), step)(at)
    assert forecast(session, at).behind == timedelta(0)
    assert forecast(session, NOW + timedelta(minutes=5)).behind == timedelta(0)
    assert forecast(session, NOW + timedelta(minutes=9)).behind == timedelta(minutes=4)
    gone_on = session.next(NOW + timedelta(minutes=5))
    assert forecast(gone_on, NOW + timedelta(minutes=5)).behind == timedelta(0)


def test_the_parts_of_an_activity_are_told_apart() -> None:
    sort = card_sort().model_copy(update={"minutes": Parts(explain=2, work=8, again=4, talk=6)})
    agenda = (brief(), sort, prompts())
    session = begin(workshop().model_copy(update={"activities": agenda}), code="MKRT", title="A", on=date(2026, 11, 20))
    assert session.length == 35

    def behind(session: Session, minutes: int) -> timedelta:
        return forecast(session, NOW + timedelta(minutes=minutes)).behind

    at_it = session.open(NOW).next(NOW + timedelta(minutes=5))
    assert behind(at_it, 5) == behind(at_it, 7) == timedelta(0)
    assert behind(at_it, 10) == timedelta(minutes=3)
    opened = at_it.open(NOW + timedelta(minutes=7))
    assert behind(opened, 9) == behind(opened, 15) == timedelta(0)
    early = opened.lock(NOW + timedelta(minutes=12))
    assert behind(early, 12) == timedelta(minutes=-3)
    second = early.again(NOW + timedelta(minutes=15))
    assert behind(second, 15) == behind(second, 19) == timedelta(0)
    assert behind(second.reveal(NOW + timedelta(minutes=19)), 25) == timedelta(0)


def test_what_is_skipped_takes_no_time_and_what_is_added_does() -> None:
    session = NEW.open(NOW)
    assert forecast(skip(session, "sort"), NOW).behind == timedelta(minutes=-15)
    assert forecast(add(session, pause("Break", 10)), NOW).behind == timedelta(minutes=10)
    assert forecast(skip(NEW, "sort"), NOW).behind == timedelta(0)


def test_more_time_for_an_activity_puts_the_end_off() -> None:
    session = NEW.open(NOW).stretch(timedelta(minutes=4))
    assert forecast(session, NOW).behind == timedelta(minutes=4)


def test_at_the_last_activity_the_end_is_when_it_is_over() -> None:
    session = NEW.open(NOW).go_to("stems", NOW).open(NOW)
    assert forecast(session, NOW + timedelta(minutes=5)).ends == NOW + timedelta(minutes=25)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "on time"), (0.4, "on time"), (1, "1 minute behind"), (3, "3 minutes behind"), (-3, "3 minutes ahead")],
)
def test_the_pace_is_told_in_whole_minutes(minutes: float, words: str) -> None:
    assert Forecast(ends=NOW, behind=timedelta(minutes=minutes)).pace == words
