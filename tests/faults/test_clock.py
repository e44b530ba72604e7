"""The computer's clock is set back, or far ahead: no time on console or projector is ever below zero or absurd."""

from datetime import UTC, datetime, timedelta

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from activities.session.session import Phase
from store.protocol import Store
from tests.faults.conftest import SORT
from tests.soak.seen import BELOW_ZERO
from tests.tui.conftest import Until
from tui.app import FlipchartApp
from tui.console.minutes import MinutesScreen
from tui.console.screen import ConsoleScreen
from tui.dialogs.ask import Ask
from tui.room.screen import RoomScreen
from tui.widgets.big_type import BigType

HOUR = timedelta(hours=1)


class Clock:
    """The time by the computer's clock, which somebody sets."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


def words(app: FlipchartApp) -> str:
    """Everything that can be read on the screen, large and small."""
    small = [str(part.content) for part in app.screen.query(Static) if part.display]
    return "\n".join([*small, *(part.text for part in app.screen.query(BigType) if part.display)])


async def ticked(pilot: Pilot[str], until: Until, app: FlipchartApp, holds: str) -> None:
    """The screen has looked at the clock again, and shows this."""
    await until(pilot, lambda: holds in words(app))
    assert not BELOW_ZERO.search(words(app)), words(app)


async def gone_on(pilot: Pilot[str], until: Until, app: FlipchartApp) -> None:
    """Where the console asks whether to go on, go on."""
    if isinstance(app.screen, Ask):
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))


@pytest.fixture
def clock(store: Store) -> Clock:
    """Five minutes after the card sort was opened for twenty."""
    set_by = Clock()
    began = set_by.now - timedelta(minutes=5)
    store.change_session("MKRT", lambda now: now.open(began).stretch(timedelta(minutes=20) - now.state().timer.length))
    started = store.session("MKRT").state().timer.started
    assert started is not None
    set_by.now = started + timedelta(minutes=5)
    return set_by


SCREENS = [
    pytest.param(lambda: ConsoleScreen("MKRT"), "{} left", "20 min", id="console"),
    pytest.param(lambda: RoomScreen("MKRT"), "{}", "20:00", id="room"),
]


@pytest.mark.parametrize(("screen", "told", "whole"), SCREENS)
async def test_a_clock_that_is_set_back_an_hour_shows_no_time_below_zero(
    store: Store, clock: Clock, until: Until, screen: type[Screen[None]], told: str, whole: str
) -> None:
    app = FlipchartApp(store, screen, now=clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await ticked(pilot, until, app, told.format("15:00"))
        await gone_on(pilot, until, app)
        clock.now -= HOUR
        await until(pilot, lambda: "15:00" not in words(app))
        await ticked(pilot, until, app, whole)
        clock.now += HOUR + timedelta(minutes=1)
        await ticked(pilot, until, app, told.format("14:00"))
        clock.now += HOUR
        await ticked(pilot, until, app, "over by 46:00")


async def test_what_is_done_after_the_clock_was_set_back_keeps_its_order_and_its_times(
    store: Store, clock: Clock, until: Until
) -> None:
    app = FlipchartApp(store, lambda: ConsoleScreen("MKRT"), now=clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await ticked(pilot, until, app, "15:00 left")
        await gone_on(pilot, until, app)
        clock.now -= HOUR
        for key, phase in (("l", Phase.LOCKED), ("r", Phase.REVEALED), ("s", Phase.OPEN), ("l", Phase.LOCKED)):
            await pilot.press(key)
            if key == "s":
                await until(pilot, lambda: isinstance(app.screen, MinutesScreen))
                await pilot.press("enter")
            await until(pilot, lambda phase=phase: store.session("MKRT").state().phase is phase)  # type: ignore[misc]
            clock.now += timedelta(seconds=30)
        await pilot.press("n", "b")
        await until(pilot, lambda: len(store.session("MKRT").steps) == 6)
        await ticked(pilot, until, app, "locked")
    state = store.session("MKRT").state(SORT)
    assert state.timer.elapsed(clock.now) == timedelta(seconds=30)
    assert state.timer.spent >= timedelta(0)
