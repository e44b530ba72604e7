"""From nothing that is shown of checks and forms can one person's answer be told: the same trial as of every kind."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import Activity, Response, answered
from activities.kinds.checks import ChecksResponse
from activities.kinds.checks_counts import Answer
from activities.kinds.form_response import FormResponse
from activities.kinds.wordings import AFTER
from tests.activities.examples import checks, filled, form
from tests.tui.test_small_groups import WORDS, Room, everything_shown, first_difference, groups, often

CHECKS, FORM = checks(of="draft"), form()
PARTS = {CHECKS.id: ("clear", "closed", AFTER), FORM.id: ("topics", "group", "why", "start", "pupils")}
TODAY = date(2026, 11, 20)


@st.composite
def responses(draw: st.DrawFn, activity: Activity, of: Sequence[str]) -> Response:
    """An answer to these parts and to no other."""
    if activity is CHECKS:
        checked = ChecksResponse(answers={part: draw(st.sampled_from(Answer)) for part in of if part != AFTER})
        return checked.reword(draw(WORDS), "As it was.").give_reason(draw(WORDS), "") if AFTER in of else checked
    response = FormResponse()
    for part in of:
        field = FORM.field(part)
        if field.choices:
            response = response.choose(field, draw(st.sampled_from(field.choices)))
        else:
            days = st.sampled_from(["3 Feb 2027", "1 May 2027"])
            typed = {"why": WORDS, "start": days}.get(part, st.integers(1, 9).map(str))
            response = response.type_in(field, draw(typed), TODAY)
    return response


@st.composite
def rooms(draw: st.DrawFn, few: bool = False) -> Room:
    """Checks or a form, and people who answer some of it in up to two rounds; `few` are fewer than may be shown."""
    activity: Activity = draw(st.sampled_from([CHECKS, FORM]))
    smallest = draw(st.integers(2, 5))
    size = draw(st.integers(1, smallest - 1) if few else st.integers(smallest, 7))
    number = draw(st.integers(1, 2))
    parts = st.lists(st.sampled_from(PARTS[activity.id]), min_size=1, unique=True)
    some = parts.flatmap(lambda of: responses(activity, sorted(of)))
    people = draw(st.lists(st.tuples(*[st.none() | some] * number), min_size=size, max_size=size))
    return Room(activity, tuple(people), smallest)


@often(100)
@given(st.data())
def test_in_a_room_of_too_few_it_makes_no_difference_what_anybody_says(data: st.DataObject) -> None:
    room = data.draw(rooms(few=True))
    other = room
    for person, rounds in enumerate(room.people):
        for number, response in enumerate(rounds, 1):
            if response is not None:
                parts = data.draw(st.lists(st.sampled_from(PARTS[room.activity.id]), min_size=1, unique=True))
                other = other.otherwise(person, number, data.draw(responses(room.activity, sorted(parts))))
    assert first_difference(other, room) is None


@often(150)
@given(st.data())
def test_what_too_few_answered_makes_no_difference_in_a_large_room(data: st.DataObject) -> None:
    room = data.draw(rooms())
    part = data.draw(st.sampled_from(PARTS[room.activity.id]))
    other = room
    for number in range(1, room.rounds + 1):
        if groups(room, number, part) < room.smallest:
            for person, rounds in enumerate(room.people):
                response = rounds[number - 1]
                if response is not None and part in answered(room.activity, response):
                    fresh = data.draw(responses(room.activity, [part]))
                    other = other.otherwise(person, number, _with_part(response, fresh, part))
    assert first_difference(other, room) is None


def _with_part(response: Response, fresh: Response, part: str) -> Response:
    if isinstance(response, ChecksResponse) and isinstance(fresh, ChecksResponse) and part == AFTER:
        return response.model_copy(update={"original": fresh.original, "wordings": fresh.wordings})
    assert isinstance(response, ChecksResponse | FormResponse)
    assert isinstance(fresh, ChecksResponse | FormResponse)
    return response.model_copy(update={"answers": {**response.answers, part: fresh.answers[part]}})


@often(60)
@given(rooms())
def test_nothing_tells_who_came_first(room: Room) -> None:
    assert first_difference(Room(room.activity, room.people[::-1], room.smallest), room) is None


@pytest.mark.parametrize("unnamed", [1, 4, 5])
def test_names_stand_only_where_those_who_are_not_named_can_hide_among_one_another(unnamed: int) -> None:
    agreed = [filled(f"Amara{n}", "Talk", named=True) for n in range(5)]
    others = [filled(f"Tom{n}", "Reading") for n in range(unnamed)]
    shown = "\n".join(everything_shown(Room(FORM, tuple((one,) for one in (*agreed, *others)), 5)))
    assert ("Amara0" in shown) is (unnamed == 5)
    assert "Tom" not in shown


def test_it_is_not_for_want_of_showing_anything() -> None:
    for activity, one, other in (
        (CHECKS, ChecksResponse().say("clear", Answer.YES), ChecksResponse().say("clear", Answer.NOT_SURE)),
        (FORM, filled("", "Talk"), filled("", "Reading")),
    ):
        assert first_difference(Room(activity, ((one,),), 1), Room(activity, ((other,),), 1)) is not None
