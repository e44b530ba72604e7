"""Whether an activity can be done in its minutes: estimates, checked against a hall in which everybody takes a turn."""

import heapq
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.audience import By
from activities.kinds.effort import SIT_DOWN, Effort, effort
from activities.kinds.registry import kinds
from activities.workshop.fitting import Group, too_tight
from tests.activities.examples import brief, card_sort, prompts, workshop


def test_what_there_is_to_do_takes_what_is_written_of_it() -> None:
    assert Effort(read=200).minutes == 1
    assert Effort(decisions=15).minutes == 2
    assert Effort(lines=5).minutes == 2
    assert effort(card_sort()).decisions == len(card_sort().cards)


def test_every_kind_that_is_answered_says_what_it_asks_for() -> None:
    for activity in workshop().activities:
        if activity.answered:
            assert effort(activity).minutes > 0
    assert kinds()


@given(st.integers(1, 60), st.integers(1, 20), st.sampled_from(By), st.integers(1, 60))
def test_turns_taken_one_after_another_end_when_it_is_said(people: int, terminals: int, by: By, minutes: int) -> None:
    activity = prompts().model_copy(update={"by": by, "minutes": minutes})
    only = workshop().model_copy(update={"activities": (activity,)})
    group = Group(people, terminals)
    one = effort(activity).minutes + SIT_DOWN
    free = [0.0] * terminals
    for _ in range(people if by is By.PERSON else min(group.at_tables, people)):
        heapq.heappush(free, heapq.heappop(free) + one)
    tight = too_tight(only, group)
    assert bool(tight) == (ceil(max(free) - 1e-9) > minutes)
    if tight:
        assert abs(tight[0].needed - max(free)) <= 1 + 1e-6
        assert str(tight[0].needed) in tight[0].words


def test_what_would_help_does_help() -> None:
    activity = prompts().model_copy(update={"minutes": 10})
    only = workshop().model_copy(update={"activities": (activity, brief())})
    (tight,) = too_tight(only, Group(30, 3))
    assert "terminals" in tight.words
    more = int(tight.words.split("with ")[1].split(" terminals")[0])
    assert too_tight(only, Group(30, more)) == ()
    assert too_tight(only, Group(30, more - 1)) != ()
