"""Every screen of flipchart's ends once: none takes another away with it because a key was pressed twice."""

import sys

import pytest
from textual.screen import Screen

from tests.tui.conftest import Until
from tests.tui.test_app import MakeApp
from tui.home.home import HomeScreen
from tui.room.screen import RoomScreen
from tui.settings.keys import own_classes
from tui.steady import SteadyScreen

SCREENS = [kind for kind in own_classes() if issubclass(kind, Screen) and kind.__module__ in sys.modules]


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_every_screen_ends_once(kind: type[Screen[object]]) -> None:
    assert issubclass(kind, SteadyScreen)


@pytest.mark.usefixtures("session")
async def test_a_room_that_is_left_twice_at_once_takes_no_other_screen_with_it(make_app: MakeApp, until: Until) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        under, over = RoomScreen("MKRT"), RoomScreen("MKRT")
        await app.push_screen(under)
        await app.push_screen(over)
        over.dismiss()
        over.dismiss()
        await until(pilot, lambda: app.screen is under)
        await pilot.pause()
        assert app.screen is under
