"""Nobody goes on with another's work, or out of a shared terminal, without the PIN."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from activities.session.contribution import Participant
from activities.session.pin import TRIES, WAIT, Tries, make_pin
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tui.app import FlipchartApp
from tui.seat.join import JoinScreen
from tui.seat.name_grid import NameChip
from tui.seat.pin import NewPinScreen, PinScreen
from tui.seat.pins import clear_pin, set_pin
from tui.seat.turn import TurnScreen

TABLE = Participant(id="p-3", name="Table 3")


class Times:
    """A clock that a test sets on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def wait(self, for_: timedelta) -> None:
        self.now += for_


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def app(store: Store, opened: Session, times: Times) -> FlipchartApp:
    return FlipchartApp(store, lambda: JoinScreen("MKRT"), now=times, random=Random(7))


def guard_the_terminal(store: Store) -> None:
    store.change_session("MKRT", lambda now: now.model_copy(update={"pin": make_pin("1234", b"s" * 16)}))


async def joined(app: FlipchartApp, pilot: Pilot[str], until: Until) -> None:
    await until(pilot, lambda: len(app.screen.query(NameChip)) == 6)


async def typed(pilot: Pilot[str], digits: str) -> None:
    await pilot.press(*digits, "enter")


def said(app: FlipchartApp) -> str:
    return str(app.screen.query_one("#said", Static).content)


def tries(store: Store) -> int:
    kept = store.contribution("MKRT", "p-3")
    assert kept is not None
    return kept.tries.wrong


async def test_a_pin_set_in_a_turn_is_asked_for_afterwards(app: FlipchartApp, store: Store, until: Until) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await joined(app, pilot, until)
        await pilot.click(app.screen.query(NameChip)[2])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("1", "f4")
        await until(pilot, lambda: isinstance(app.screen, NewPinScreen))
        await typed(pilot, "4071")
        await typed(pilot, "4071")
        await until(pilot, lambda: (kept := store.contribution("MKRT", "p-3")) and kept.pin)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        await until(pilot, lambda: "PIN" in str(app.screen.query(NameChip)[2].content))
        await pilot.click(app.screen.query(NameChip)[2])
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        await typed(pilot, "4072")
        await until(pilot, lambda: said(app) == "That is not it. Try again.")
        assert not app.screen.query_one(Input).value
        await typed(pilot, "4071")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        assert tries(store) == 0


async def test_the_digits_are_never_on_the_screen(app: FlipchartApp, store: Store, until: Until) -> None:
    set_pin(store, "MKRT", TABLE, "4071")
    async with app.run_test(size=(80, 24)) as pilot:
        await joined(app, pilot, until)
        await pilot.click(app.screen.query(NameChip)[2])
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        await pilot.press(*"4071")
        await pilot.pause()
        assert "4071" not in app.export_screenshot()


async def test_two_digits_that_differ_set_no_pin(app: FlipchartApp, store: Store, until: Until) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await joined(app, pilot, until)
        await pilot.click(app.screen.query(NameChip)[2])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, NewPinScreen))
        await typed(pilot, "12")
        await until(pilot, lambda: said(app) == "A PIN is 4 to 12 digits.")
        await typed(pilot, "4071")
        await typed(pilot, "4072")
        await until(pilot, lambda: "not the same" in said(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        assert store.contribution("MKRT", "p-3") is None


async def test_a_pin_can_be_taken_away_again(app: FlipchartApp, store: Store, until: Until) -> None:
    set_pin(store, "MKRT", TABLE, "4071")
    async with app.run_test(size=(120, 40)) as pilot:
        await joined(app, pilot, until)
        await pilot.click(app.screen.query(NameChip)[2])
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        await typed(pilot, "4071")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, NewPinScreen))
        await pilot.press("enter")
        await until(pilot, lambda: (kept := store.contribution("MKRT", "p-3")) and kept.pin is None)


async def test_wrong_tries_make_one_wait_at_every_terminal(
    app: FlipchartApp, store: Store, times: Times, until: Until
) -> None:
    set_pin(store, "MKRT", TABLE, "4071")
    async with app.run_test(size=(120, 40)) as pilot:
        await joined(app, pilot, until)
        await pilot.click(app.screen.query(NameChip)[2])
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        for count in range(1, TRIES + 1):
            await typed(pilot, "0000")
            await until(pilot, lambda count=count: tries(store) == count)  # type: ignore[misc]
        await until(pilot, lambda: "Wait 30 seconds." in said(app))
        assert app.screen.query_one(Input).disabled
    after_a_restart = FlipchartApp(store, lambda: JoinScreen("MKRT"), now=times, random=Random(7))
    async with after_a_restart.run_test(size=(120, 40)) as pilot:
        await joined(after_a_restart, pilot, until)
        await pilot.click(after_a_restart.screen.query(NameChip)[2])
        await until(pilot, lambda: "Wait 30 seconds." in said(after_a_restart))
        times.wait(WAIT)
        await until(pilot, lambda: not after_a_restart.screen.query_one(Input).disabled)
        await typed(pilot, "4071")
        await until(pilot, lambda: isinstance(after_a_restart.screen, TurnScreen))


async def test_two_terminals_cannot_try_at_once_to_go_round_the_wait(store: Store, session: Session) -> None:
    set_pin(store, "MKRT", TABLE, "4071")
    from tui.seat.pins import OwnGuard

    kept = store.contribution("MKRT", "p-3")
    assert kept is not None
    guards = [OwnGuard(store, "MKRT", kept) for _ in range(2)]
    for _ in range(TRIES):
        guards[0].opens("0000", NOW)
    assert not guards[1].opens("4071", NOW)
    assert guards[1].opens("4071", NOW + WAIT)


async def test_a_forgotten_pin_can_be_cleared(app: FlipchartApp, store: Store, until: Until) -> None:
    set_pin(store, "MKRT", TABLE, "4071")
    clear_pin(store, "MKRT", TABLE)
    kept = store.contribution("MKRT", "p-3")
    assert kept is not None
    assert (kept.pin, kept.tries) == (None, Tries())
    async with app.run_test(size=(120, 40)) as pilot:
        await joined(app, pilot, until)
        await pilot.click(app.screen.query(NameChip)[2])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_nothing_leads_out_of_a_held_terminal_but_the_pin(
    app: FlipchartApp, store: Store, until: Until, key: str
) -> None:
    guard_the_terminal(store)
    async with app.run_test(size=(120, 40)) as pilot:
        await joined(app, pilot, until)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        await typed(pilot, "4321")
        await until(pilot, lambda: "not it" in said(app))
        await pilot.press("ctrl+q", "ctrl+c", "ctrl+p", "escape")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        await typed(pilot, "1234")
        await until(pilot, lambda: app._exit)


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+p", "ctrl+z", "ctrl+q", "ctrl+backslash"])
async def test_the_usual_ways_out_lead_nowhere_in_a_turn(
    app: FlipchartApp, store: Store, until: Until, key: str
) -> None:
    guard_the_terminal(store)
    async with app.run_test(size=(120, 40)) as pilot:
        await joined(app, pilot, until)
        await pilot.click(app.screen.query(NameChip)[2])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, JoinScreen | TurnScreen)
        assert not app._exit
        assert not any("quit" in notice.message for notice in app._notifications)


async def test_without_a_pin_escape_twice_leaves_as_ever(
    app: FlipchartApp, until: Until, make_app: Callable[..., FlipchartApp]
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await joined(app, pilot, until)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app._exit)


async def test_what_is_said_of_digits_after_the_question_has_gone_is_no_fault(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    guard_the_terminal(store)
    async with app.run_test() as pilot:
        await joined(app, pilot, until)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        asked = app.screen
        assert isinstance(asked, PinScreen)
        asked.action_go_back()
        await until(pilot, lambda: isinstance(app.screen, JoinScreen) and not asked.is_attached)
        asked.say("That is not it.")
        await pilot.pause()
        assert app.is_running
