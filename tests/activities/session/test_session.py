from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.plan import Cue, Parts
from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.session.session import Phase, Session, Shown
from activities.session.steps import STEPS
from tests.activities.examples import NOW, card_sort, workshop

MINUTE = timedelta(minutes=1)
ROW = ("open", "lock", "reveal", "next", "back", "stretch", "shrink", "show", "jump", "pause")
steps = st.lists(st.tuples(st.sampled_from(ROW), st.integers(-40, 400)), max_size=30)


def new() -> Session:
    return begin(workshop(), code="MKRT", title="Autumn", on=date(2026, 11, 20))


def with_cues(session: Session, activity: str, number: int) -> Session:
    cues = tuple(Cue(say=f"Cue {n}.", minutes=n) for n in range(1, number + 1))
    agenda = tuple(
        one.model_copy(update={"script": cues}) if one.id == activity else one for one in session.workshop.activities
    )
    return session.model_copy(update={"workshop": session.workshop.model_copy(update={"activities": agenda})})


def after(session: Session, step: str, now: datetime) -> Session:
    match step:
        case "open" | "lock" | "reveal" | "next" | "back":
            moved = getattr(session, step)(now)
            assert isinstance(moved, Session)
            return moved
        case "stretch":
            return session.stretch(timedelta(minutes=1))
        case "shrink":
            return session.stretch(-timedelta(minutes=7))
        case "pause":
            return session.pause_or_go_on(now)
        case "show":
            return session.show(blank=True, spotlight="alpha")
        case _:
            return session.go_to("path", now)


@given(steps)
def test_whatever_the_facilitator_presses_the_session_holds_together(row: list[tuple[str, int]]) -> None:
    session, now = new(), NOW
    for step, seconds in row:
        now += timedelta(seconds=seconds)
        before, session = session, after(session, step, now)
        ids = [activity.id for activity in session.workshop.activities]
        assert session.current in ids
        assert set(session.running) <= set(ids)
        assert set(before.running) <= set(session.running)
        for activity in ids:
            state = session.state(activity)
            assert state.timer.elapsed(now) >= timedelta(0)
            assert state.timer.length >= timedelta(0)
            assert state.phase is Phase.OPEN or not state.timer.running
            assert (state.began is None) == (state.phase is Phase.WAITING)
            assert state.phase is not Phase.OPEN or activity == session.current
            assert before.state(activity).began in (None, state.began)
            assert state.timer.spent >= before.state(activity).timer.spent
        assert session.workshop == before.workshop


@given(steps)
def test_a_session_survives_being_kept_at_any_moment(row: list[tuple[str, int]]) -> None:
    session, now = new(), NOW
    for step, seconds in row:
        now += timedelta(seconds=seconds)
        session = after(session, step, now)
    assert Session.model_validate_json(session.model_dump_json()) == session


def test_nothing_is_revealed_until_the_facilitator_reveals() -> None:
    session = new().open(NOW).next(NOW).open(NOW).lock(NOW)
    assert session.state().phase is Phase.LOCKED
    assert session.reveal(NOW).state().phase is Phase.REVEALED


def test_revealing_locks_first_and_stops_the_timer() -> None:
    session = new().open(NOW).reveal(NOW + timedelta(minutes=3))
    state = session.state()
    assert (state.timer.running, state.timer.spent) == (False, timedelta(minutes=3))


def test_going_back_takes_nothing_away_and_opening_again_goes_on_from_there() -> None:
    session = new().next(NOW).open(NOW).reveal(NOW + timedelta(minutes=4)).next(NOW + timedelta(minutes=5))
    back = session.back(NOW + timedelta(minutes=9))
    assert back.state().phase is Phase.REVEALED
    opened = back.open(NOW + timedelta(minutes=10))
    assert opened.state().began == NOW
    assert opened.state().timer.remaining(NOW + timedelta(minutes=11)) == timedelta(minutes=10)
    assert opened.state().ended is None


def test_leaving_an_open_activity_locks_it_and_says_when_it_ended() -> None:
    later = NOW + timedelta(minutes=2)
    left = new().open(NOW).next(later).state("brief")
    assert (left.phase, left.ended) == (Phase.LOCKED, later)


def test_there_is_nothing_before_the_first_and_after_the_last() -> None:
    session = new()
    assert session.back(NOW) == session
    for _ in range(9):
        session = session.next(NOW)
    assert session.current == "stems"


def test_what_was_dwelt_on_goes_when_the_room_moves_on_and_a_blank_stays() -> None:
    session = new().show(blank=True, zoom=True, question=1, spotlight="card-1", compare=True)
    moved_on = session.next(NOW).shown
    assert (moved_on.question, moved_on.spotlight, moved_on.compare) == (None, None, False)
    assert moved_on.blank
    assert moved_on.zoom


def test_a_frozen_room_keeps_its_picture_while_the_console_goes_ahead() -> None:
    session = new().open(NOW)
    frozen = session.freeze()
    ahead = frozen.lock(NOW).reveal(NOW).next(NOW)
    assert ahead.picture == session.picture
    assert ahead.freeze().picture == ahead.model_copy(update={"shown": Shown()}).picture


def test_a_second_round_starts_afresh_and_keeps_when_it_all_began() -> None:
    first = new().open(NOW).lock(NOW + timedelta(minutes=4)).reveal(NOW + timedelta(minutes=4))
    second = first.again(NOW + timedelta(minutes=9))
    state = second.state()
    assert (state.round, state.phase, state.began) == (2, Phase.OPEN, NOW)
    assert state.timer.elapsed(NOW + timedelta(minutes=9)) == timedelta(0)


def test_one_participant_can_be_let_in_again_until_the_next_lock() -> None:
    locked = new().next(NOW).open(NOW).lock(NOW)
    assert not locked.may_work("p-1")
    reopened = locked.reopen("p-1")
    assert reopened.may_work("p-1")
    assert not reopened.may_work("p-2")
    assert not reopened.lock(NOW).may_work("p-1")


def test_the_last_ten_actions_can_be_undone() -> None:
    states = [new()]
    for step in range(12):
        now = NOW + timedelta(minutes=step)
        before = states[-1]
        states.append(before.did("Opened", before.open(now)) if step % 2 else before.did("Next", before.next(now)))
    undone = states[-1]
    for expected in reversed(states[2:-1]):
        undone = undone.undo()
        assert (undone.current, undone.running, undone.shown) == (expected.current, expected.running, expected.shown)
    assert undone.steps == ()
    assert undone.undo() == undone


def test_a_new_name_is_what_a_participant_is_called() -> None:
    ann = Participant(id="p-1", name="Ann")
    assert new().name_of(ann) == "Ann"
    assert new().rename("p-1", "Anne").name_of(ann) == "Anne"


def test_an_activity_that_is_not_on_the_agenda_cannot_be_gone_to() -> None:
    with pytest.raises(KeyError):
        new().go_to("nowhere", NOW)


def test_a_timer_can_stand_still_while_people_work_on_and_not_before() -> None:
    paused = new().open(NOW).pause_or_go_on(NOW + timedelta(minutes=1))
    assert (paused.state().phase, paused.state().timer.running) == (Phase.OPEN, False)
    assert paused.pause_or_go_on(NOW + timedelta(minutes=3)).state().timer.spent == timedelta(minutes=1)
    assert new().pause_or_go_on(NOW) == new()


def test_the_time_to_talk_goes_on_after_the_reveal_and_can_stand_still_too() -> None:
    locked = new().open(NOW).lock(NOW + 2 * MINUTE)
    assert locked.state().clock.remaining(NOW + 3 * MINUTE) == 2 * MINUTE
    revealed = locked.reveal(NOW + 3 * MINUTE)
    assert revealed.state().clock.remaining(NOW + 4 * MINUTE) == MINUTE
    stopped = revealed.pause_or_go_on(NOW + 4 * MINUTE)
    assert stopped.state().clock.remaining(NOW + 60 * MINUTE) == MINUTE
    assert stopped.stretch(MINUTE).state().clock.remaining(NOW + 60 * MINUTE) == 2 * MINUTE
    assert not stopped.go_to("path", NOW + 5 * MINUTE).state("brief").clock.running


def test_parts_give_the_work_and_the_talk_minutes_of_their_own() -> None:
    sort = card_sort().model_copy(update={"minutes": Parts(explain=2, work=8, again=4, talk=5)})
    session = begin(
        workshop().model_copy(update={"activities": (sort, *workshop().activities[2:])}),
        code="MKRT",
        title="Autumn",
        on=date(2026, 11, 20),
    ).open(NOW)
    assert session.state().clock.length == 8 * MINUTE
    locked = session.lock(NOW + 3 * MINUTE)
    assert locked.state().clock.remaining(NOW + 4 * MINUTE) == 4 * MINUTE
    again = locked.again(NOW + 5 * MINUTE)
    assert again.state().clock.remaining(NOW + 5 * MINUTE) == 4 * MINUTE
    assert again.lock(NOW + 6 * MINUTE).state().clock.remaining(NOW + 6 * MINUTE) == 5 * MINUTE
    assert locked.again(NOW, 3).state().clock.length == 3 * MINUTE


def test_a_new_activity_begins_at_its_first_cue_and_one_gone_back_to_where_it_was() -> None:
    session = with_cues(new(), "brief", 3).open(NOW)
    assert (session.state().cue, session.state().cued) == (0, NOW)
    moved = session.cue(1, NOW + MINUTE).cue(1, NOW + 2 * MINUTE)
    assert (moved.state().cue, moved.state().cued) == (2, NOW + 2 * MINUTE)
    assert moved.cue(1, NOW + 3 * MINUTE) == moved
    away = moved.next(NOW + 4 * MINUTE)
    assert (away.state().cue, away.state().cued) == (0, NOW + 4 * MINUTE)
    assert away.back(NOW + 5 * MINUTE).state().cue == 2
    assert session.cue(-1, NOW + MINUTE) == session


@given(steps)
def test_how_long_the_room_was_at_each_activity_adds_up_to_how_long_it_has_been_at_it(
    row: list[tuple[str, int]],
) -> None:
    session, now = new().open(NOW), NOW
    for step, seconds in row:
        now += timedelta(seconds=max(seconds, 0))
        session = after(session, step, now)
    spent = [state.took(now) for state in session.running.values()]
    assert sum(spent, timedelta(0)) == now - NOW


def test_a_clock_that_is_set_back_while_an_activity_is_open_gives_no_time_away() -> None:
    session = new().open(NOW).lock(NOW - timedelta(hours=1))
    assert session.state().timer.spent == timedelta(0)


def test_every_reveal_is_counted_and_what_is_on_show_is_the_last() -> None:
    session = new().go_to("sort", NOW).open(NOW)
    assert session.state().until is None
    revealed = session.reveal(NOW)
    assert revealed.state().until == 1
    assert revealed.again(NOW).state().until is None
    assert revealed.again(NOW).reveal(NOW).state().until == 2


def test_a_reveal_that_is_undone_still_counts() -> None:
    session = new().go_to("sort", NOW).open(NOW)
    undone = session.did("Revealed", session.reveal(NOW)).undo()
    assert (undone.state().phase, undone.state().reveals) == (Phase.OPEN, 1)
    assert undone.reveal(NOW).state().until == 2


def test_it_can_be_revealed_again_once_somebody_went_on() -> None:
    revealed = new().go_to("sort", NOW).open(NOW).reveal(NOW)
    assert not STEPS["reveal"].fits(revealed)
    again = STEPS["reveal"](revealed.reopen("p-1"), NOW)
    assert (again.state().reveals, again.state().reopened) == (2, ())


def test_what_was_revealed_in_a_file_from_before_reveals_were_counted_was_revealed_once() -> None:
    kept = new().go_to("sort", NOW).open(NOW).reveal(NOW).model_dump(mode="json")
    del kept["running"]["sort"]["reveals"]
    assert Session.model_validate(kept).state().until == 1
