"""Who is forgotten while they sit at a terminal: it says so, clears, and asks who is sitting here."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from activities.kinds.activity import blank
from activities.session.contribution import Contribution
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.seat.conftest import SIZE, SORT
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.seat.join import JoinScreen
from tui.seat.name_grid import NameChip
from tui.seat.thanks import ThanksScreen
from tui.seat.turn import TurnScreen

GONE = "The facilitator has removed this person and their work."


@pytest.fixture
def app(make_app: Callable[..., FlipchartApp], store: Store, session: Session) -> FlipchartApp:
    store.change_session("MKRT", lambda now: now.go_to(SORT, NOW).open(NOW))
    return make_app(lambda: JoinScreen("MKRT"))


async def sits_down(app: FlipchartApp, pilot: Pilot[str], until: Until) -> None:
    await until(pilot, lambda: len(app.screen.query(NameChip)) == 6)
    await pilot.press(*"table", "space", "3", "enter")
    await until(pilot, lambda: isinstance(app.screen, TurnScreen | Ask))


async def is_asked_who_sits_here(app: FlipchartApp, pilot: Pilot[str], until: Until) -> None:
    """The terminal says that they were removed, holds nothing of them, and asks again."""
    await until(pilot, lambda: isinstance(app.screen, JoinScreen) and app.screen.query_one("#page").visible)
    assert [one.message for one in app._notifications if one.message.startswith(GONE)]
    assert not [one.message for one in app._notifications if "Table 3" in one.message]
    assert app.screen.query_one("#name", Input).value == ""
    await until(pilot, lambda: len(app.screen.query(NameChip)) == 5)


async def test_a_turn_ends_and_nothing_of_it_is_kept(app: FlipchartApp, store: Store, until: Until) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sits_down(app, pilot, until)
        await pilot.press("1")
        await until(pilot, lambda: store.contribution("MKRT", "p-3") is not None)
        store.forget("MKRT", "p-3")
        await is_asked_who_sits_here(app, pilot, until)
        assert store.participants("MKRT") == {"p-1", "p-2", "p-4", "p-5", "p-6"}
        await until(pilot, lambda: "p-3" not in store.present("MKRT"))


async def test_a_key_in_the_same_moment_is_not_kept_either_and_nothing_says_that_it_is(
    app: FlipchartApp, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sits_down(app, pilot, until)
        screen = app.screen
        assert isinstance(screen, TurnScreen)
        monkeypatch.setattr(screen, "on_follower_changed", lambda event: event.stop())
        said: list[str] = []
        monkeypatch.setattr(screen.head, "say_saved", lambda words, **_: said.append(words))
        store.forget("MKRT", "p-3")
        await pilot.press("1")
        await is_asked_who_sits_here(app, pilot, until)
        assert "saved ✓" not in said
        assert store.contribution("MKRT", "p-3") is None


async def test_who_hands_in_at_that_moment_is_not_thanked_for_what_is_gone(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sits_down(app, pilot, until)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        store.forget("MKRT", "p-3")
        await pilot.press("y")
        await is_asked_who_sits_here(app, pilot, until)
        assert not [screen for screen in app.screen_stack if isinstance(screen, ThanksScreen)]


async def test_a_question_with_their_name_in_it_does_not_stay_open(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    sort = store.session("MKRT").workshop.activity(SORT)
    table = store.session("MKRT").roster[2]

    def in_already(kept: Contribution) -> Contribution:
        return kept.record(SORT, blank(sort), at=NOW, handed_in=True)

    store.change_contribution("MKRT", table, in_already)
    async with app.run_test(size=SIZE) as pilot:
        await sits_down(app, pilot, until)
        assert isinstance(app.screen, Ask)
        store.forget("MKRT", "p-3")
        await is_asked_who_sits_here(app, pilot, until)


async def test_they_may_sit_down_anew_under_the_same_name(app: FlipchartApp, store: Store, until: Until) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sits_down(app, pilot, until)
        store.forget("MKRT", "p-3")
        await is_asked_who_sits_here(app, pilot, until)
        await pilot.press(*"table", "space", "3", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("1")
        await until(pilot, lambda: len(store.contributions("MKRT")) == 1)
        (anew,) = store.contributions("MKRT")
        assert (anew.participant.name, anew.participant.id == "p-3") == ("table 3", False)
