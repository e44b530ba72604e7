"""A shared terminal of the session, its card sort open, and the six tables to choose from."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tui.app import FlipchartApp
from tui.seat.join import JoinScreen
from tui.seat.name_grid import NameChip

SORT = "evidence-venn"
SIZE = (120, 40)

Join = Callable[[], AbstractAsyncContextManager[Pilot[str]]]


@pytest.fixture
def opened(store: Store, session: Session) -> Session:
    """The session at its card sort, which is open."""
    return store.change_session("MKRT", lambda now: now.go_to(SORT, NOW).open(NOW))


@pytest.fixture
def app(make_app: Callable[[Callable[[], Screen[None]]], FlipchartApp], opened: Session) -> FlipchartApp:
    """Begins where one sits down."""
    return make_app(lambda: JoinScreen("MKRT"))


@pytest.fixture
def join(app: FlipchartApp, until: Until) -> Join:
    """Opens the terminal, once everybody is there to choose."""

    @asynccontextmanager
    async def listed() -> AsyncIterator[Pilot[str]]:
        async with app.run_test(size=SIZE) as pilot:
            await until(pilot, lambda: len(app.screen.query(NameChip)) == 6)
            yield pilot

    return listed
