"""The projector as the console leads it: freeze, blank, rounds, dwelling, jumping, leaving."""

import asyncio
from datetime import timedelta

import pytest

from activities.kinds.activity import Activity, Summary
from activities.session.rounds import Shift
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.room.the_room import SIZES, Frames, MakeApp, at_the_sort, hand_in, room, seen, sort_of, told, words
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.kinds.reveal import Reveal
from tui.room.results import RoomResults
from tui.room.screen import TICK, RoomScreen
from tui.widgets.big_type import BigType


@pytest.fixture
def app(make_app: MakeApp) -> FlipchartApp:
    return make_app(lambda: RoomScreen("MKRT"))


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


class Comparing(Reveal[Summary]):
    """A picture that remembers what it was given to compare."""

    def __init__(self, activity: Activity, summary: Summary | None) -> None:
        super().__init__(activity, summary)
        self.compared: list[tuple[Summary | None, Shift | None]] = []

    def compare(self, before: Summary | None, shift: Shift | None) -> None:
        self.compared.append((before, shift))


async def test_a_second_round_says_how_many_moved_and_is_compared_on_demand(
    app: FlipchartApp, session: Session, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.room.results.reveal", Comparing)
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


async def test_too_few_for_a_comparison_is_said_and_not_left_to_be_guessed(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for round, tables in ((1, 6), (2, 5)):
        for number in range(1, tables + 1):
            hand_in(store, session, number, round=round)
        store.change_session("MKRT", lambda now, round=round: now.again(NOW) if round == 1 else now.reveal(NOW))  # type: ignore[misc]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: room(app).reveal is not None)
        assert "What changed" not in words(app)
        store.change_session("MKRT", lambda now: now.show(compare=True))
        await until(pilot, lambda: "What changed is not shown. Fewer than 5 took part one time only" in words(app))


async def test_of_fewer_than_the_smallest_group_the_room_sees_how_many_are_in_and_why_no_more(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for number in (1, 2, 3):
        hand_in(store, session, number, circle=1)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Answers are shown when 5 are in" in words(app))
        there = room(app).reveal
        assert there is not None
        assert not there.display
        await pilot.press("right")
        assert not any(card.label in words(app) for card in sort_of(session).cards)
        for number in (4, 5):
            hand_in(store, session, number, circle=1)
        store.change_session("MKRT", lambda now: now.open(NOW).reveal(NOW))
        await until(pilot, lambda: "Answers are shown" not in words(app) and there.display)


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
    monkeypatch.setattr("tui.widgets.twice.SOON", 0.3)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "We begin" in words(app))
        await pilot.press("tab")
        assert "press escape again" not in words(app)
        await pilot.press("escape")
        await until(pilot, lambda: "press escape again to leave" not in words(app))
        assert app.is_running
        monkeypatch.setattr("tui.widgets.twice.SOON", 60)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "press escape again to leave" in words(app))
        assert app.is_running
        await pilot.press("escape")
        await until(pilot, lambda: app._exit)
