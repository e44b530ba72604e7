"""The console of the session, opened and ready for a key."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from activities.session.session import Session
from tests.tui.conftest import Until
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen

SIZE = (120, 40)

Console = Callable[..., AbstractAsyncContextManager[Pilot[str]]]


def words(app: FlipchartApp, where: str) -> str:
    return str(app.screen.query_one(where, Static).content)


@pytest.fixture
def app(make_app: Callable[[Callable[[], Screen[None]]], FlipchartApp], session: Session) -> FlipchartApp:
    """Begins at the console."""
    return make_app(lambda: ConsoleScreen("MKRT"))


@pytest.fixture
def console(app: FlipchartApp, until: Until) -> Console:
    """Opens the console, once it stands as these words say."""

    @asynccontextmanager
    async def opened(standing: str = "Press o", size: tuple[int, int] = SIZE) -> AsyncIterator[Pilot[str]]:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: standing in words(app, "#standing"))
            yield pilot

    return opened
