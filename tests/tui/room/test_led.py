"""The projector as the console leads it: freeze, blank, rounds, dwelling, jumping, leaving."""

import asyncio
import time
from datetime import timedelta

import pytest

from activities.session.session import Session
from activities.session.steps import STEPS
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.room.the_room import SIZES, Frames, MakeApp, at_the_sort, hand_in, room, seen, sort_of, told, words
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.kinds.card_sort.venn import VennBoard
from tui.room.results import RoomResults
from tui.room.screen import TICK, RoomScreen
from tui.room.walking import screens, small_letters
from tui.widgets.big_sheet import BigSheet
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


async def test_a_second_round_says_how_many_moved_and_is_compared_on_demand(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number)
    store.change_session("MKRT", lambda now: now.again(NOW))
    for number in range(1, 7):
        hand_in(store, session, number, round=2, circle=number % 2)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "3 of 6 moved a card." in words(app))
        there = room(app).reveal
        assert there is not None
        await pilot.press("right")
        await until(pilot, lambda: "card 1 of" in words(app))
        assert "→" not in words(app)
        store.change_session("MKRT", lambda now: now.show(compare=True))
        await until(pilot, lambda: "6 → 3" in words(app))
        assert "3 of 6 moved it." in words(app)
        store.change_session("MKRT", lambda now: now.show(compare=False))
        await until(pilot, lambda: "→" not in words(app))
        assert room(app).reveal is there


async def test_too_few_for_a_comparison_is_said_and_not_left_to_be_guessed(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for round in (1, 2):
        for number in range(1, 7 if round == 1 else 6):
            hand_in(store, session, number, round=round)
        store.change_session("MKRT", lambda now, round=round: now.again(NOW) if round == 1 else now.reveal(NOW))  # type: ignore[misc]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "5 tables sorted." in words(app))
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
        drawn = room(app).query_one(BigSheet).drawn
        assert drawn is not None
        assert all((piece.pixels or 0) >= 10 for piece in drawn.sheet.pieces if not piece.edge)
        await pilot.press("right")
        assert not any(card.label in words(app) for card in sort_of(session).cards)
        await pilot.press("v")
        await until(pilot, lambda: "3 of 6 are in" in words(app))
        assert not any(card.label in words(app) for card in sort_of(session).cards)
        await pilot.press("v")
        for number in (4, 5):
            hand_in(store, session, number, circle=1)
        store.change_session("MKRT", lambda now: now.open(NOW).reveal(NOW))
        await until(pilot, lambda: "5 tables sorted." in words(app))


async def test_the_room_is_where_the_console_is_and_steps_by_itself(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number, circle=number % 2)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "6 tables sorted." in words(app))
        there = room(app).reveal
        assert there is not None
        third = there.steps[3]
        store.change_session("MKRT", lambda now: now.show(spotlight=third.id))
        await until(pilot, lambda: "card 3 of" in words(app))
        assert third.title in words(app)
        await pilot.press("right")
        await until(pilot, lambda: "card 4 of" in words(app))
        hand_in(store, session, 1, circle=1)
        await until(pilot, lambda: room(app).query_one(RoomResults)._told is seen(app))
        assert "card 4 of" in words(app)
        store.change_session("MKRT", lambda now: now.show(spotlight=None))
        await until(pilot, lambda: "6 tables sorted." in words(app))


async def test_a_key_turns_from_one_at_a_time_to_the_picture_and_back(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number, circle=number % 2)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "6 tables sorted." in words(app))
        assert not room(app).query(VennBoard)
        await pilot.press("right", "v")
        await until(pilot, lambda: room(app).query_one(VennBoard).region.area)
        assert sort_of(session).question in words(app)
        await until(pilot, lambda: "card 1 of" in words(app))
        await pilot.press("right")
        await until(pilot, lambda: "card 2 of" in words(app))
        await pilot.press("v")
        await until(pilot, lambda: not room(app).query_one(VennBoard).region.area and "card 2 of" in words(app))
        store.change_session("MKRT", lambda now: STEPS["picture"](now, NOW))
        await until(pilot, lambda: room(app).query_one(VennBoard).region.area)


async def test_nobody_has_answered_is_said_large_with_how_to_take_part(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Nobody has sorted a card yet." in words(app))
        drawn = room(app).query_one(BigSheet).drawn
        assert drawn is not None
        assert [(piece.text, (piece.pixels or 0) >= 10) for piece in drawn.sheet.pieces if not piece.edge] == [
            ("Nobody has sorted a card yet.", True),
            ("To take part: flipchart join MKRT", True),
        ]


async def test_larger_words_make_every_word_of_a_reveal_larger(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number, circle=number % 2)
    store.change_session("MKRT", lambda now: now.reveal(NOW))

    def sizes() -> list[int]:
        drawn = room(app).reveal.drawn if room(app).reveal else None  # type: ignore[union-attr]
        return [piece.pixels for piece in drawn.sheet.pieces if piece.pixels] if drawn else []

    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, sizes)
        before = sizes()
        store.change_session("MKRT", lambda now: now.show(zoom=True))
        await until(pilot, lambda: sizes() and sizes() != before)
        assert min(sizes()) > min(before)
        assert max(sizes()) > max(before)
        assert not room(app).query_one("#foot").display


async def test_larger_words_stand_beside_the_picture_where_there_is_room_and_otherwise_in_its_place(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    at_the_sort(store, session)
    for number in range(1, 7):
        hand_in(store, session, number, circle=number % 2)
    first = sort_of(session).cards[0]
    store.change_session("MKRT", lambda now: now.reveal(NOW).show(spotlight=f"*{first.id}", zoom=True))

    def large() -> dict[str, int]:
        drawn = room(app).query_one(BigSheet).drawn
        return {piece.text: piece.pixels or 0 for piece in drawn.sheet.pieces if not piece.edge} if drawn else {}

    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: first.label in large())
        board, sheet = room(app).query_one(VennBoard), room(app).query_one(BigSheet)
        await until(pilot, lambda: board.region.width >= 90 and board.region.right < sheet.region.x)
        assert min(size for text, size in large().items() if text) >= 10
        assert sheet.region.right <= 200
        await pilot.press("right")
        await until(pilot, lambda: first.label not in large() and "card 2 of" in words(app))
        assert board.region.area
        await pilot.press("left")
        await until(pilot, lambda: first.label in large())
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: first.label in large() and not board.region.area)
        assert not room(app).query_one("#top").display
        store.change_session("MKRT", lambda now: now.show(zoom=False))
        await until(pilot, lambda: board.region.area and not sheet.region.area)


async def test_the_facilitator_can_learn_how_large_the_projector_is(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: screens(store.present("MKRT")) == ((200, 60),))
        assert "200 columns" in small_letters(store.present("MKRT"))
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: screens(store.present("MKRT")) == ((100, 30),))
        assert small_letters(store.present("MKRT")) == ""
    deadline = time.monotonic() + 10
    while screens(store.present("MKRT")):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


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
        await until(pilot, lambda: "6 tables sorted." in words(app))
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
        assert (
            frames.any("so far", "Table", "contested", "Ghost card", *(cue.say for cue in sort_of(session).cues)) == []
        )
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
        assert "press Esc again" not in words(app)
        await pilot.press("escape")
        await until(pilot, lambda: "press Esc again to leave" not in words(app))
        assert app.is_running
        monkeypatch.setattr("tui.widgets.twice.SOON", 60)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "press Esc again to leave" in words(app))
        assert app.is_running
        await pilot.press("escape")
        await until(pilot, lambda: app._exit)
