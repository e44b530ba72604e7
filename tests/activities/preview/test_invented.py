"""What invented people give: every kind has it, it is whole, it says that it is invented, and it is the same each time."""

from datetime import date
from random import Random

import pytest

from activities.kinds.activity import Activity, Response, blank, offers, progress, words
from activities.kinds.items import Gathered
from activities.kinds.registry import kinds
from activities.preview import Hand, called, invented
from tests.every_kind.the_room import every_kind

TODAY = date(2026, 11, 24)
WORKSHOP = every_kind()
ANSWERED = [activity for activity in WORKSHOP.activities if activity.answered]


def hand(activity: Activity, number: int) -> Hand:
    works = {"p-1": offers(WORKSHOP.activity("question"), blank(WORKSHOP.activity("question")))}
    chance = Random(f"{activity.id} {number}")
    return Hand(number, chance, TODAY, works if activity.kind == "feedback" else {})


def with_a_list(activity: Activity) -> Activity:
    """The activity, with a list to weigh where it gathers one."""
    items = tuple(Gathered(id=name, label=name.capitalize()) for name in ("time", "trust", "data"))
    return activity.with_gathered(items) if activity.gathers else activity


def given(activity: Activity, number: int) -> Response:
    there = with_a_list(activity)
    return invented(there, blank(there), hand(there, number))


def test_every_kind_is_called_something_in_plain_words() -> None:
    said = {activity.kind: called(activity) for activity in WORKSHOP.activities}
    assert said.keys() == kinds().keys()
    assert not [words for words in said.values() if "_" in words or (not words.islower() and " I " not in words)]
    assert len(set(said.values())) == len(said)


@pytest.mark.parametrize("activity", ANSWERED, ids=lambda activity: activity.id)
def test_it_is_worked_at_and_the_same_each_time(activity: Activity) -> None:
    there = with_a_list(activity)
    for number in range(1, 13):
        one = given(activity, number)
        assert one.begun
        assert progress(there, one).begun
        assert one == given(activity, number)
        assert type(one).model_validate(one.model_dump()) == one


@pytest.mark.parametrize("activity", ANSWERED, ids=lambda activity: activity.id)
def test_not_all_of_the_room_think_the_same(activity: Activity) -> None:
    assert len({given(activity, number).model_dump_json() for number in range(1, 13)}) > 3


@pytest.mark.parametrize("activity", ANSWERED, ids=lambda activity: activity.id)
def test_whatever_is_written_says_that_it_is_invented(activity: Activity) -> None:
    texts = [one.text for number in range(1, 13) for one in words(activity, given(activity, number))]
    in_words = [text for text in texts if not text[:1].isdigit()]  # days and numbers are nobody's words
    assert not [text for text in in_words if "Invented" not in text]


def test_most_offer_what_is_theirs_to_offer_and_some_do_not() -> None:
    diary = WORKSHOP.activity("question")
    offered = [bool(given(diary, number).offered) for number in range(1, 13)]
    assert 6 < sum(offered) < 12
    assert not given(WORKSHOP.activity("diary"), 1).offered
