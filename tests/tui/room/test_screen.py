"""The projector follows the console, and never shows anything private."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from activities.session.session import Session
from store import open_store
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.room.the_room import SIZES, MakeApp, at_the_sort, hand_in, room, seen, sort_of, words
from tui.app import FlipchartApp
from tui.room.screen import RoomScreen
from tui.room.task import RoomTask
from tui.widgets.big_type import BigType


@pytest.fixture
def app(make_app: MakeApp) -> FlipchartApp:
    return make_app(lambda: RoomScreen("MKRT"))


async def test_before_the_start_it_says_how_to_join(app: FlipchartApp, session: Session, until: Until) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "We begin in a moment." in words(app))
        assert "flipchart join MKRT" in words(app)
        assert app.screen.query_one("#code", BigType).text == "M K R T"


@pytest.mark.parametrize("size", SIZES)
async def test_the_command_to_join_stands_whole_however_long_the_way_to_it_is(
    store: Store, session: Session, until: Until, size: tuple[int, int]
) -> None:
    where = "~/Documents/workshops/flipchart/.venv/bin/flipchart"
    app = FlipchartApp(store, lambda: RoomScreen("MKRT"), now=lambda: NOW, called=lambda: where)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: f"{where} join MKRT" in words(app))
        joins, code = app.screen.query_one("#join-command"), app.screen.query_one("#code", BigType)
        await until(pilot, lambda: joins.region.width >= len(f"{where} join MKRT"))
        assert not joins.region.overlaps(code.region)
        assert code.region.bottom <= app.screen.query_one("#foot").region.y
        assert app.screen.query_one("#question", BigType).region.height >= 5


async def test_it_follows_another_process(app: FlipchartApp, session: Session, store: Store, until: Until) -> None:
    change = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC; from store import open_store;"
        "open_store(Path(sys.argv[1])).change_session('MKRT', lambda s: s.open(datetime(2026, 11, 20, 13, 40, tzinfo=UTC)))"
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "We begin in a moment." in words(app))
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", change, str(store.home))
        assert await process.wait() == 0
        await until(pilot, lambda: app.screen.query_one("#timer").display)
        length = session.activity.parts.explain - 2
        assert app.screen.query_one("#timer", BigType).text == f"{length}:00"


async def test_it_counts_who_is_in(app: FlipchartApp, session: Session, store: Store, until: Until) -> None:
    at_the_sort(store, session)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "0 of 6 tables in" in words(app))
        other = open_store(store.home)
        for number in range(1, 6):
            hand_in(other, session, number)
        await until(pilot, lambda: "5 of 6 tables in" in words(app))
        assert "● ● ● ● ● ○" in words(app)


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_private_is_shown_before_the_reveal(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int]
) -> None:
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number)
    sort = sort_of(session)
    secrets = [card.label for card in sort.cards] + [
        "Table 1",
        "Ghost card",
        *(cue.say for cue in sort.cues),
        *sort.watch,
    ]
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "6 of 6 tables in" in words(app))
        for phase in ("open", "locked", "back to open"):
            if phase == "locked":
                store.change_session("MKRT", lambda now: now.lock(NOW))
                await until(pilot, lambda: "Hands off, please." in words(app))
            if phase == "back to open":
                store.change_session("MKRT", lambda now: now.open(NOW))
                await until(pilot, lambda: app.screen.query_one("#timer").display)
            seen = words(app)
            assert [secret for secret in secrets if secret in seen] == [], phase
            assert room(app).reveal is None


async def test_results_come_with_the_reveal_and_go_with_going_back(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    hand_in(store, session, 1)
    async with app.run_test(size=(120, 40)) as pilot:
        store.change_session("MKRT", lambda now: now.reveal(NOW))
        await until(pilot, lambda: room(app).reveal is not None)
        await until(pilot, lambda: sort_of(session).question in words(app))
        assert "Table 1" not in words(app)
        store.change_session("MKRT", lambda now: now.lock(NOW))
        await until(pilot, lambda: room(app).reveal is None)
        assert "Hands off" in words(app)


async def test_a_blank_projector_shows_nothing(app: FlipchartApp, session: Session, store: Store, until: Until) -> None:
    at_the_sort(store, session)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.query_one("#timer").display)
        store.change_session("MKRT", lambda now: now.show(blank=True))
        await until(pilot, lambda: not words(app).strip())
        store.change_session("MKRT", lambda now: now.show(blank=False))
        await until(pilot, lambda: "tables in" in words(app))


async def test_a_question_to_discuss_stands_alone(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    question = sort_of(session).discuss[0]
    async with app.run_test(size=(200, 60)) as pilot:
        store.change_session("MKRT", lambda now: now.show(question=0))
        await until(pilot, lambda: question in words(app))
        assert "tables in" not in words(app)


async def test_the_timer_says_in_words_that_time_is_nearly_up_and_over(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    minutes = sort_of(session).parts.work
    at_the_sort(store, session, minutes_ago=minutes - 1)
    async with app.run_test(size=(120, 40)) as pilot:
        timer = app.screen.query_one("#timer", BigType)
        await until(pilot, lambda: timer.text == "1:00")
        assert timer.has_class("late")
        await until(pilot, lambda: "1 minute left" in words(app))
        app.now = lambda: NOW + timedelta(minutes=3, seconds=10)
        await until(pilot, lambda: timer.text == "over by 2:10")


async def test_what_people_wrote_is_never_markup(
    make_app: MakeApp, session: Session, store: Store, until: Until
) -> None:
    hostile = session.model_copy(update={"code": "QQQQ", "title": "[red]Our[/red] [@click=app.quit]school[/] [/nope]"})
    store.create(hostile)
    at_the_sort(store, hostile)
    hand_in(store, hostile, 1, name="[bold]Table[/bold] [/]")
    app = make_app(lambda: RoomScreen("QQQQ"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "[red]Our[/red] [@click=app.quit]school[/] [/nope]" in words(app))


async def test_a_session_that_is_lost_is_one_plain_line_and_comes_back(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    folder, away = store.home / "sessions" / "MKRT", store.home / "sessions" / "away"
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "We begin in a moment." in words(app))
        folder.rename(away)
        await until(pilot, lambda: "shows here as soon as it can be read" in words(app))
        away.rename(folder)
        await until(pilot, lambda: "We begin in a moment." in words(app))


async def test_far_rows_get_fewer_and_larger_words(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.query_one("#timer").display)
        await pilot.pause()
        before = app.screen.query_one("#question", BigType).size.height
        await pilot.press("z")
        await pilot.pause()
        assert app.screen.query_one("#question", BigType).size.height > before
        assert not app.screen.query_one("#task-plain", Static).display
        await pilot.press("z")
        await pilot.pause()
        assert app.screen.query_one("#question", BigType).size.height == before


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_is_inside_the_screen(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int]
) -> None:
    long = "word " * 700
    much = {"instructions": long, "task_short": None, "question": "Which evidence " * 8}
    activity = sort_of(session).model_copy(update=much)
    agenda = tuple(activity if one.id == activity.id else one for one in session.workshop.activities)
    workshop = session.workshop.model_copy(update={"activities": agenda})
    store.change_session("MKRT", lambda now: now.model_copy(update={"workshop": workshop}))
    at_the_sort(store, session)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "more on the handout" in words(app))
        task = app.screen.query_one(RoomTask)
        for part in task.query("#question, #task-plain, #timer, #counts"):
            assert task.region.contains_region(part.region), part


@pytest.mark.parametrize(("size", "in_big_type"), [((80, 24), False), ((120, 40), False), ((200, 60), True)])
async def test_a_long_task_is_shortened_by_the_workshop_and_not_cut(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int], in_big_type: bool
) -> None:
    much = {"instructions": "word " * 700, "task_short": "Sort the cards.", "question": "Which evidence? " * 5}
    activity = sort_of(session).model_copy(update=much)
    agenda = tuple(activity if one.id == activity.id else one for one in session.workshop.activities)
    workshop = session.workshop.model_copy(update={"activities": agenda})
    store.change_session("MKRT", lambda now: now.model_copy(update={"workshop": workshop}))
    at_the_sort(store, session)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Sort the cards." in words(app))
        assert "more on the handout" not in words(app)
        assert bool(app.screen.query_one("#task-big").region.area) == in_big_type


async def test_zoomed_from_the_console_a_large_screen_has_larger_edges(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    discuss = sort_of(session).discuss[0]
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "0 of 6 tables in" in words(app))
        assert not app.screen.query_one("#top-big").display
        store.change_session("MKRT", lambda now: now.show(zoom=True))
        await until(pilot, lambda: "join  M K R T" in words(app) and "ends 1" in words(app))
        sizes = {part: app.screen.query_one(part, BigType).size.height for part in ("#top-big", "#foot-big")}
        assert min(sizes.values()) >= 5
        assert app.screen.query_one("#talk-big", BigType).text == discuss
        await pilot.pause()
        for part in app.screen.query(BigType):
            if part.region.area and part.visible:
                assert app.screen.region.contains_region(part.region), part
        store.change_session("MKRT", lambda now: now.show(zoom=False))
        await until(pilot, lambda: not app.screen.query_one("#top-big").display)


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_a_question_of_a_hundred_and_twenty_letters_is_still_in_big_type(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int]
) -> None:
    question = "Which of these pieces of evidence about what pupils have learnt would you trust most, and what is it that tells you so?"
    assert len(question) == 120 - 1
    ask(store, session, question)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "0 of 6 tables in" in words(app))
        await pilot.pause()
        part = app.screen.query_one("#question", BigType)
        assert part._lines(part.size.width).size is not None
        assert app.screen.query_one(RoomTask).region.contains_region(part.region)


async def test_a_small_screen_gives_a_question_of_seventy_letters_three_big_lines(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    ask(store, session, "Which evidence of what pupils learnt do you trust?")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "0 of 6 tables in" in words(app))
        await pilot.pause()
        part = app.screen.query_one("#question", BigType)
        assert part._lines(part.size.width).size is not None
        for one in app.screen.query("#question, #timer, #counts"):
            assert app.screen.query_one(RoomTask).region.contains_region(one.region), one


def ask(store: Store, session: Session, question: str) -> None:
    """The sort asks this."""
    activity = sort_of(session).model_copy(update={"question": question})
    agenda = tuple(activity if one.id == activity.id else one for one in session.workshop.activities)
    workshop = session.workshop.model_copy(update={"activities": agenda})
    store.change_session("MKRT", lambda now: now.model_copy(update={"workshop": workshop}))
    at_the_sort(store, session)


async def test_a_session_lost_while_blank_or_frozen_changes_nothing_to_see(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    folder, away = store.home / "sessions" / "MKRT", store.home / "sessions" / "away"
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "0 of 6 tables in" in words(app))
        store.change_session("MKRT", lambda now: now.freeze())
        await until(pilot, lambda: seen(app).held)
        before = words(app)
        folder.rename(away)
        await until(pilot, lambda: room(app)._session is None)
        await pilot.pause()
        assert words(app) == before
        away.rename(folder)
        await until(pilot, lambda: room(app)._session is not None)
        assert words(app) == before


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", ["waiting", "open", "locked", "overtime"])
def test_how_it_looks(
    app: FlipchartApp,
    session: Session,
    store: Store,
    until: Callable[[Pilot[Any], Callable[[], object]], Awaitable[None]],
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    state: str,
) -> None:
    if state != "waiting":
        minutes = sort_of(session).parts.work
        at_the_sort(store, session, minutes_ago=minutes + 2.1 if state == "overtime" else minutes - 7.6)
        for number in range(1, 6):
            hand_in(store, session, number)
    if state == "locked":
        store.change_session("MKRT", lambda now: now.lock(NOW))

    async def shown(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: app.screen.query_one("#question", BigType).text)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=shown)
