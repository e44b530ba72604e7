"""The projector follows the console, and never shows anything private."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from activities.activity import Activity, Summary, blank
from activities.card_sort import CardSort, CardSortResponse
from activities.contribution import Participant
from activities.rounds import Shift
from activities.session import Session
from store import open_store
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tui.app import FlipchartApp
from tui.screens.console import ConsoleScreen
from tui.screens.room import TICK, RoomScreen
from tui.screens.room_results import RoomResults
from tui.screens.room_task import RoomTask
from tui.screens.room_view import View
from tui.widgets.big_type import BigType
from tui.widgets.reveal import Reveal

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]
SIZES = [(80, 24), (120, 40), (200, 60)]


def room(app: FlipchartApp) -> RoomScreen:
    assert isinstance(app.screen, RoomScreen)
    return app.screen


def seen(app: FlipchartApp) -> View:
    """What the room is looking at."""
    found = room(app)._view
    assert found is not None
    return found


def told(app: FlipchartApp) -> Session:
    """How the session stands as far as the room knows."""
    found = room(app)._session
    assert found is not None
    return found


def words(app: FlipchartApp) -> str:
    """All that can be read on the screen, in big type or small."""
    big = [part.text for part in app.screen.query(BigType) if part.region.area and part.visible]
    small = [strip.text for strip in app.screen._compositor.render_strips()]
    return "\n".join([*big, *small])


def sort_of(session: Session) -> CardSort:
    return next(one for one in session.workshop.activities if isinstance(one, CardSort))


def hand_in(store: Store, session: Session, number: int, name: str = "", *, circle: int = 0, round: int = 1) -> None:
    """Table `number` puts every card into one circle and hands in."""
    sort = sort_of(session)
    response = blank(sort)
    assert isinstance(response, CardSortResponse)
    for card in sort.cards:
        response = response.put(card.id, (sort.circles[circle].id,))
    response = response.write_card(sort, "Ghost card") if sort.own_cards else response
    store.change_contribution(
        session.code,
        Participant(id=f"p-{number}", name=name or f"Table {number}"),
        lambda kept: kept.record(sort.id, response, at=NOW, round_number=round, handed_in=True),
    )


def at_the_sort(store: Store, session: Session, *, minutes_ago: float = 7) -> Session:
    began = NOW - timedelta(minutes=minutes_ago)
    return store.change_session(session.code, lambda now: now.go_to(sort_of(now).id, began).open(began))


@pytest.fixture
def app(make_app: MakeApp) -> FlipchartApp:
    return make_app(lambda: RoomScreen("MKRT"))


async def test_before_the_start_it_says_how_to_join(app: FlipchartApp, session: Session, until: Until) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "We begin in a moment." in words(app))
        assert "flipchart join MKRT" in words(app)
        assert app.screen.query_one("#code", BigType).text == "M K R T"


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
        length = session.activity.minutes - 2
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
    secrets = [card.label for card in sort.cards] + ["Table 1", "Ghost card", *sort.say, *sort.watch]
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
    minutes = sort_of(session).minutes
    at_the_sort(store, session, minutes_ago=minutes - 2)
    async with app.run_test(size=(120, 40)) as pilot:
        timer = app.screen.query_one("#timer", BigType)
        await until(pilot, lambda: timer.text == "2:00")
        assert timer.has_class("late")
        await until(pilot, lambda: "2 minutes left" in words(app))
        app.now = lambda: NOW + timedelta(minutes=4, seconds=10)
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
    activity = sort_of(session).model_copy(update={"instructions": long, "question": "Which evidence " * 8})
    agenda = tuple(activity if one.id == activity.id else one for one in session.workshop.activities)
    workshop = session.workshop.model_copy(update={"activities": agenda})
    store.change_session("MKRT", lambda now: now.model_copy(update={"workshop": workshop}))
    at_the_sort(store, session)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "more on the handout" in words(app))
        task = app.screen.query_one(RoomTask)
        for part in task.query("#question, #task-plain, #timer, #counts"):
            assert task.region.contains_region(part.region), part


class Frames:
    """All that was ever on the screen, frame by frame, from now on."""

    def __init__(self, app: FlipchartApp, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: list[str] = []
        monkeypatch.setattr(app, "_display", lambda *_: None if app._batch_count else self.seen.append(words(app)))

    def any(self, *texts: str) -> list[str]:
        return [text for text in texts if any(text in frame for frame in self.seen)]


async def test_a_frozen_projector_stands_still_while_the_console_goes_ahead(
    app: FlipchartApp, session: Session, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_sort(store, session)
    hand_in(store, session, 1)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "1 of 6 tables in" in words(app))
        store.change_session("MKRT", lambda now: now.freeze())
        await until(pilot, lambda: seen(app).held)
        await pilot.pause()
        before, frames = words(app), Frames(app, monkeypatch)
        app.now = lambda: NOW + timedelta(minutes=3)
        hand_in(store, session, 2)
        store.change_session("MKRT", lambda now: now.reveal(NOW).show(spotlight=sort_of(now).cards[0].id, question=0))
        store.change_session("MKRT", lambda now: now.next(NOW).open(NOW))
        await until(pilot, lambda: told(app).current != sort_of(session).id)
        await asyncio.sleep(2 * TICK)
        await pilot.pause()
        assert words(app) == before
        assert set(frames.seen) <= {before}
        store.change_session("MKRT", lambda now: now.freeze())
        await until(pilot, lambda: words(app) != before)
        await until(pilot, lambda: store.session("MKRT").activity.title in words(app))


async def test_frozen_results_stay_though_the_console_opens_the_next_round(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: room(app).reveal is not None)
        there = room(app).reveal
        store.change_session("MKRT", lambda now: now.freeze())
        store.change_session("MKRT", lambda now: now.again(NOW))
        await until(pilot, lambda: told(app).state().round == 2)
        assert room(app).reveal is there
        assert room(app).has_class("-results")


async def test_a_projector_that_starts_frozen_shows_no_results_that_were_not_revealed(
    app: FlipchartApp, session: Session, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_sort(store, session)
    hand_in(store, session, 1)
    store.change_session("MKRT", lambda now: now.freeze())
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    frames = Frames(app, monkeypatch)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "1 of 6 tables in" in words(app))
        assert app.screen.query_one("#timer", BigType).text
        assert room(app).reveal is None
        assert frames.any("Ghost card", *(card.label for card in sort_of(session).cards)) == []


async def test_blank_wins_over_freeze_question_and_results(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    hand_in(store, session, 1)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "1 of 6 tables in" in words(app))
        store.change_session("MKRT", lambda now: now.freeze())
        store.change_session("MKRT", lambda now: now.show(blank=True))
        await until(pilot, lambda: not words(app).strip())
        store.change_session("MKRT", lambda now: now.reveal(NOW).show(question=0))
        await until(pilot, lambda: told(app).shown.question == 0)
        assert not words(app).strip()
        store.change_session("MKRT", lambda now: now.show(blank=False))
        await until(pilot, lambda: "1 of 6 tables in" in words(app))
        store.change_session("MKRT", lambda now: now.show(blank=True, frozen=None))
        await until(pilot, lambda: not words(app).strip())


class Comparing(Reveal):
    """A picture that remembers what it was given to compare."""

    def __init__(self, activity: Activity, summary: Summary | None) -> None:
        super().__init__(activity, summary)
        self.compared: list[tuple[Summary | None, Shift | None]] = []

    def compare(self, before: Summary | None, shift: Shift | None) -> None:
        self.compared.append((before, shift))


async def test_a_second_round_says_how_many_moved_and_is_compared_on_demand(
    app: FlipchartApp, session: Session, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.room_results.reveal", Comparing)
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number)
    store.change_session("MKRT", lambda now: now.again(NOW))
    for number in range(1, 7):
        hand_in(store, session, number, round=2, circle=number % 2)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "3 of 6 changed something" in words(app))
        there = room(app).reveal
        assert isinstance(there, Comparing)
        assert there.compared[-1] == (None, None)
        store.change_session("MKRT", lambda now: now.show(compare=True))
        await until(pilot, lambda: there.compared[-1][0] is not None)
        before, changes = there.compared[-1]
        assert before is not None
        assert before.round == 1
        assert changes is not None
        assert (changes.both, changes.movers) == (6, 3)
        store.change_session("MKRT", lambda now: now.show(compare=False))
        await until(pilot, lambda: there.compared[-1] == (None, None))
        assert room(app).reveal is there


async def test_the_room_dwells_on_what_the_console_dwells_on_and_steps_by_itself(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number, circle=number % 2)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    cards = {card.id: card.text or card.label for card in sort_of(session).cards}
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: room(app).reveal is not None)
        there = room(app).reveal
        assert there is not None
        store.change_session("MKRT", lambda now: now.show(spotlight=there.steps[2]))
        await until(pilot, lambda: cards[there.steps[2]].split()[0] in words(app) and "card 3 of" in words(app))
        await pilot.press("right")
        await until(pilot, lambda: "card 4 of" in words(app))
        hand_in(store, session, 1, circle=1)
        await until(pilot, lambda: room(app).query_one(RoomResults)._told is seen(app))
        assert "card 4 of" in words(app)
        store.change_session("MKRT", lambda now: now.show(spotlight=None))
        await until(pilot, lambda: "of 18" not in words(app) and "card 4 of" not in words(app))


async def test_it_jumps_to_any_activity_and_shows_no_results_of_another(
    app: FlipchartApp, session: Session, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_sort(store, session)
    hand_in(store, session, 1)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    last = session.workshop.activities[-1]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: room(app).reveal is not None)
        old, frames = room(app).reveal, Frames(app, monkeypatch)
        store.change_session("MKRT", lambda now: now.go_to(last.id, NOW).reveal(NOW))
        await until(pilot, lambda: room(app).reveal is not None and room(app).reveal is not old)
        await until(pilot, lambda: last.question in words(app))
        cards = [card.label for card in sort_of(session).cards]
        assert not [f for f in frames.seen if last.question in f and any(card in f for card in cards)]
        store.change_session("MKRT", lambda now: now.go_to(session.workshop.activities[0].id, NOW))
        await until(pilot, lambda: room(app).reveal is None)


async def test_a_late_answer_is_added_to_the_results_in_place(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    hand_in(store, session, 1)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: room(app).reveal is not None)
        there = room(app).reveal
        for number in range(2, 7):
            hand_in(store, session, number)
        await until(pilot, lambda: "6 of 6 tables in" in words(app))
        assert room(app).reveal is there


@pytest.mark.parametrize("key", ["tab", "shift+tab", "escape", "ctrl+q"])
async def test_one_screen_swaps_back_to_the_console(
    make_app: MakeApp, session: Session, until: Until, key: str
) -> None:
    app = make_app(lambda: ConsoleScreen("MKRT"))
    async with app.run_test(size=(120, 40)) as pilot:
        console = app.screen
        await app.push_screen(RoomScreen("MKRT"))
        await until(pilot, lambda: "We begin" in words(app))
        await pilot.press(key)
        await until(pilot, lambda: app.screen is console)


@pytest.mark.parametrize("size", SIZES)
async def test_from_console_to_room_nothing_private_flashes_by(
    make_app: MakeApp,
    session: Session,
    store: Store,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    at_the_sort(store, session)
    hand_in(store, session, 1)
    store.change_session("MKRT", lambda now: now.lock(NOW))
    app = make_app(lambda: ConsoleScreen("MKRT"))
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: sort_of(session).title in words(app))
        app.notify("Table 1 cannot be read", severity="error", timeout=60)
        await pilot.pause()
        frames = Frames(app, monkeypatch)
        await app.push_screen(RoomScreen("MKRT"))
        await until(pilot, lambda: "1 of 6 tables in" in words(app))
        app.notify("Table 2 cannot be read", severity="error", timeout=60)
        await pilot.pause()
        await asyncio.sleep(TICK)
        await pilot.pause()
        assert frames.any("so far", "Table", "contested", "Ghost card", *sort_of(session).say) == []
        complete = [frame for frame in frames.seen if "tables in" in frame and "join" in frame and "now  " in frame]
        assert [frame for frame in frames.seen if frame.strip() and frame not in complete] == []
        await pilot.press("tab")
        await until(pilot, lambda: "Table 2 cannot be read" in words(app))


async def test_a_projector_of_its_own_is_not_closed_by_a_stray_key(
    app: FlipchartApp, session: Session, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.room.TWICE", 0.3)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "We begin" in words(app))
        await pilot.press("tab")
        assert "press escape again" not in words(app)
        await pilot.press("escape")
        await until(pilot, lambda: "press escape again to leave" not in words(app))
        assert app.is_running
        monkeypatch.setattr("tui.screens.room.TWICE", 60)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "press escape again to leave" in words(app))
        assert app.is_running
        await pilot.press("escape")
        await until(pilot, lambda: app._exit)


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
        minutes = sort_of(session).minutes
        at_the_sort(store, session, minutes_ago=minutes + 2.1 if state == "overtime" else minutes - 7.6)
        for number in range(1, 6):
            hand_in(store, session, number)
    if state == "locked":
        store.change_session("MKRT", lambda now: now.lock(NOW))

    async def shown(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: app.screen.query_one("#question", BigType).text)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=shown)
