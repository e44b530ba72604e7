"""What a turn says of saving is true at every moment: nothing is drawn beside `saved` that is not on disk."""

import pytest
from textual.widgets import Input

from activities.kinds.card_sort import CardSort, CardSortResponse
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.seat.conftest import SIZE, SORT
from tests.tui.seat.test_turn import kept, placed, sat_down, words
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.kinds.turn import Turn
from tui.seat.join import JoinScreen
from tui.seat.thanks import ThanksScreen
from tui.seat.turn import TurnScreen


async def test_no_step_is_ever_drawn_beside_the_word_saved_before_it_is_on_disk(
    app: FlipchartApp, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        turn = app.screen.query_one(Turn)
        said: list[str] = []
        redraw = turn.redraw

        def watched() -> None:
            said.append(words(app, "#saved"))
            redraw()

        monkeypatch.setattr(turn, "redraw", watched)
        for key in ("1", "2", "ctrl+z", "ctrl+y", "x"):
            await pilot.press(key)
            await until(pilot, lambda: words(app, "#saved") == "saved ✓")
            assert isinstance(turn.response, CardSortResponse)
            assert placed(kept(store)) == dict(turn.response.placements)
        assert said == ["saving …"] * 5


async def test_a_step_made_at_the_moment_of_a_lock_is_kept(app: FlipchartApp, store: Store, until: Until) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        screen = app.screen
        assert isinstance(screen, TurnScreen)
        turn = screen.query_one(Turn)
        store.change_session("MKRT", lambda now: now.lock(NOW))
        await until(pilot, lambda: turn.disabled)
        sort = store.session("MKRT").workshop.activity(SORT)
        assert isinstance(sort, CardSort)
        turn.change(CardSortResponse().toggle(sort, sort.cards[0].id, sort.circles[0].id))
        await until(pilot, lambda: store.contribution("MKRT", "p-3") is not None)
        assert placed(kept(store)) == {sort.cards[0].id: (sort.circles[0].id,)}


async def test_between_handing_in_and_the_thank_you_no_name_can_be_typed(
    app: FlipchartApp, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        join = next(screen for screen in app.screen_stack if isinstance(screen, JoinScreen))
        assert not join.query_one("#page").visible
        await pilot.press("1", "ctrl+s")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, ThanksScreen))
        assert not join.query_one("#page").visible
        await pilot.press("space")
        await until(pilot, lambda: app.screen is join)
        await until(pilot, lambda: app.focused is join.query_one("#name"))
        await pilot.press("T", "a")
        await until(pilot, lambda: join.query_one("#name", Input).value == "Ta")


async def test_who_sits_before_a_session_that_is_gone_may_leave_all_the_same(
    app: FlipchartApp, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press("1")
        await until(pilot, lambda: words(app, "#saved") == "saved ✓")
        store.delete("MKRT")
        await pilot.press("down", "2")
        await until(pilot, lambda: words(app, "#saved") == "not saved")
        turn = app.screen
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is turn)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
