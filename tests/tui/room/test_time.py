"""The time on the projector: it stands where it is stopped, its end is seen across the hall, and a pause counts down."""

from datetime import timedelta

import pytest

from activities.session.agenda import add, countdown, pause
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.room.the_room import at_the_sort, room, sort_of, words
from tui.app import FlipchartApp
from tui.room.time_up import LASTS, time_is_up
from tui.room.words import question_words
from tui.widgets.big_type import BigType

SECOND = timedelta(seconds=1)


def ends_at_now(store: Store, session: Session) -> Session:
    return at_the_sort(store, session, minutes_ago=sort_of(session).parts.work)


async def test_a_timer_that_is_stopped_says_that_it_stands(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session, minutes_ago=2)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "6:00" in words(app))
        assert "stands still" not in words(app)
        store.change_session("MKRT", lambda now: now.pause_or_go_on(NOW))
        await until(pilot, lambda: "the time stands still" in words(app))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_end_of_the_time_fills_the_screen_and_then_gives_way(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int]
) -> None:
    ends_at_now(store, session)
    app.now = lambda: NOW - SECOND
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "0:01" in words(app))
        app.now = lambda: NOW + SECOND
        await until(pilot, lambda: room(app).has_class("-ended"))
        shown = app.screen.query_one("#time-up", BigType)
        assert shown.text == "Time is up."
        assert shown.region.height >= size[1] // 4
        assert shown.background_colors[1] == room(app).background_colors[1]
        app.now = lambda: NOW + LASTS + SECOND
        await until(pilot, lambda: "over by" in words(app))
        assert not room(app).has_class("-ended")


@pytest.mark.parametrize("wanted", [True, False])
async def test_the_bell_rings_once_and_only_where_it_is_asked_for(
    app: FlipchartApp, session: Session, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    rung: list[int] = []
    monkeypatch.setattr(app, "bell", lambda: rung.append(1))
    app.settings = app.settings.model_copy(update={"bell": wanted})
    ends_at_now(store, session)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: room(app).has_class("-ended"))
        app.now = lambda: NOW + LASTS + SECOND
        await until(pilot, lambda: not room(app).has_class("-ended"))
    assert rung == [1] * wanted


def test_there_is_no_such_end_while_the_timer_stands_or_hands_are_off(session: Session) -> None:
    at = NOW + timedelta(minutes=sort_of(session).parts.work)
    opened = session.go_to(sort_of(session).id, NOW).open(NOW)
    assert time_is_up(opened, at)
    assert not time_is_up(opened, at - SECOND)
    assert not time_is_up(opened, at + LASTS)
    assert not time_is_up(opened.pause_or_go_on(at), at)
    assert not time_is_up(opened.lock(at), at)
    assert not time_is_up(opened.stretch(timedelta(minutes=1)), at)


def test_a_pause_says_until_when_it_is_as_long_as_it_runs(session: Session) -> None:
    tea = add(session, pause("Tea", 15)).next(NOW)
    assert question_words(tea, NOW) == "Tea"
    assert question_words(tea.open(NOW), NOW) == "Tea, until 13:57"
    assert question_words(tea.open(NOW).stretch(timedelta(minutes=3)), NOW) == "Tea, until 14:00"
    assert question_words(tea.open(NOW).pause_or_go_on(NOW), NOW) == "Tea"
    assert question_words(tea.open(NOW), NOW + timedelta(minutes=15)) == "Tea"
    asked = add(session, countdown("Which card would you move?", 5)).next(NOW).open(NOW)
    assert question_words(asked, NOW) == "Which card would you move? Until 13:47."


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_countdown_of_a_pause_is_the_largest_on_the_screen(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int]
) -> None:
    store.change_session("MKRT", lambda now: add(now, pause("Break", 15)).next(NOW).open(NOW))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Break, until 13:57" in words(app))
        timer, question = app.screen.query_one("#timer", BigType), app.screen.query_one("#question", BigType)
        assert timer.text == "15:00"
        assert timer.region.height > question.region.height >= 5
        assert not app.screen.query_one("#counts").display


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
@pytest.mark.parametrize("larger", [False, True], ids=["", "larger"])
async def test_a_long_countdown_and_its_time_reach_the_back_row(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int], larger: bool
) -> None:
    what = "Walk round the hall; bring back one card that surprised you"
    store.change_session("MKRT", lambda now: add(now, countdown(what, 45)).next(NOW).open(NOW).show(zoom=larger))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: what in words(app) and "45:00" in words(app))
        for part in ("#question", "#timer"):
            large = room(app).query_one(part, BigType)
            await until(pilot, lambda large=large: (large.lines.size or 0) >= 10)  # type: ignore[misc]
            assert large.region.y >= 0
            assert large.region.bottom <= size[1]
        assert not room(app).query_one("#question").region.overlaps(room(app).query_one("#timer").region)
