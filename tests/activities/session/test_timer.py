from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.session.timer import Timer, clock_face
from tests.activities.examples import NOW

steps = st.lists(
    st.tuples(st.sampled_from(["start", "pause", "stretch", "shrink"]), st.integers(-3600, 3600)), max_size=20
)


@given(steps)
def test_what_has_run_is_never_below_zero_and_never_shrinks_while_the_clock_goes_on(row: list[tuple[str, int]]) -> None:
    timer, now, before = Timer(length=timedelta(minutes=5)), NOW, timedelta(0)
    for step, seconds in row:
        now += timedelta(seconds=abs(seconds))
        assert timer.elapsed(now) >= before
        before = timer.elapsed(now)
        match step:
            case "start":
                timer = timer.start(now)
            case "pause":
                timer = timer.pause(now)
            case _:
                timer = timer.stretch(timedelta(minutes=1 if step == "stretch" else -1))
        assert timer.elapsed(now) == before
        assert timer.length >= timedelta(0)
        assert timer.remaining(now) + timer.elapsed(now) == timer.length


@given(steps)
def test_a_clock_that_is_set_back_takes_nothing_away(row: list[tuple[str, int]]) -> None:
    timer, now = Timer(length=timedelta(minutes=5)), NOW
    for step, seconds in row:
        now += timedelta(seconds=seconds)
        timer = timer.start(now) if step in ("start", "stretch") else timer.pause(now)
        assert timer.elapsed(now) >= timer.spent >= timedelta(0)


def test_starting_again_does_not_forget_when_it_started() -> None:
    timer = Timer(length=timedelta(minutes=5)).start(NOW)
    assert timer.start(NOW + timedelta(minutes=2)) == timer


def test_stretching_never_leaves_less_than_no_time() -> None:
    assert Timer(length=timedelta(minutes=1)).stretch(-timedelta(minutes=5)).length == timedelta(0)


@pytest.mark.parametrize(
    ("seconds", "face"),
    [
        (0, "0:00"),
        (0.2, "0:01"),
        (59.9, "1:00"),
        (460, "7:40"),
        (3600, "1:00:00"),
        (3599.5, "1:00:00"),
        (3725, "1:02:05"),
        (-0.5, "0:00"),
        (-1, "over by 0:01"),
        (-130.9, "over by 2:10"),
        (-3601, "over by 1:00:01"),
    ],
)
def test_the_clock_face_is_what_a_room_expects(seconds: float, face: str) -> None:
    assert clock_face(timedelta(seconds=seconds)) == face


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(hours=12)))
def test_the_clock_face_rounds_up_by_less_than_a_second(left: timedelta) -> None:
    parts = [int(part) for part in clock_face(left).split(":")]
    shown = timedelta(seconds=sum(part * 60**power for power, part in enumerate(reversed(parts))))
    assert timedelta(0) <= shown - left < timedelta(seconds=1)
