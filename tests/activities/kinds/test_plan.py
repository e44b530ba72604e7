"""Minutes are a number or parts, and a script is cues with minutes or plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from activities.kinds.brief import Brief
from activities.kinds.plan import LONGEST, Cue, Parts
from tests.activities.examples import brief

part = st.integers(0, LONGEST)


def made(**change: object) -> Brief:
    return Brief.model_validate({**brief().model_dump(), **change})


@given(st.fixed_dictionaries({"explain": part, "work": part, "again": part, "talk": part}))
def test_parts_add_up_to_the_whole_and_survive_being_kept(parts: dict[str, int]) -> None:
    total = sum(parts.values())
    if not 1 <= total <= LONGEST:
        with pytest.raises(ValidationError, match="the parts add up to"):
            made(minutes=parts)
        return
    activity = made(minutes=parts)
    assert (activity.length, activity.parts, activity.divided) == (total, Parts(**parts), True)
    assert Brief.model_validate_json(activity.model_dump_json()) == activity


@given(st.integers(1, LONGEST))
def test_minutes_that_are_not_divided_are_all_work(minutes: int) -> None:
    activity = made(minutes=minutes)
    assert (activity.length, activity.parts, activity.divided) == (minutes, Parts(work=minutes), False)
    assert Brief.model_validate_json(activity.model_dump_json()) == activity


@pytest.mark.parametrize("minutes", [0, -1, LONGEST + 1, "soon", None, [5], {}, {"work": -1}, {"lunch": 5}])
def test_what_are_no_minutes_is_refused(minutes: object) -> None:
    with pytest.raises(ValidationError):
        made(minutes=minutes)


def test_a_script_is_cues_plain_text_or_both_in_turn() -> None:
    activity = made(script=["Hello.", {"say": "Sort now.", "minutes": 8}])
    assert activity.cues == (Cue(say="Hello."), Cue(say="Sort now.", minutes=8))
    assert made(say=["Hello."]).cues == (Cue(say="Hello."),)
    assert Brief.model_validate_json(activity.model_dump_json()) == activity


def test_two_scripts_are_one_too_many() -> None:
    with pytest.raises(ValidationError, match="keep one of them"):
        made(say=["Hello."], script=["Hello."])
