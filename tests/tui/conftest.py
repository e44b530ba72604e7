"""A store with a session in it, an app that knows the time, and waiting for things instead of sleeping."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.session.session import Session
from store import open_store
from store.protocol import Store
from tests.five_activities import five_activities
from tui.app import FlipchartApp

NOW = datetime(2026, 11, 20, 13, 42, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _the_same_everywhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    time.tzset()
    yield
    os.environ.pop("TZ", None)
    time.tzset()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "home")


@pytest.fixture
def session(store: Store) -> Session:
    """The workshop of five activities with six tables, waiting at its first activity, kept under the code MKRT."""
    tables = tuple(Participant(id=f"p-{n}", name=f"Table {n}") for n in range(1, 7))
    begun = begin(
        five_activities(),
        code="MKRT",
        title="Evidence in our school",
        on=date(2026, 11, 20),
        place="School hall",
        roster=tables,
    )
    store.create(begun)
    return begun


@pytest.fixture
def make_app(store: Store) -> Callable[[Callable[[], Screen[None]]], FlipchartApp]:
    """Makes the app on the store at a screen, at 13:42 for ever."""

    def make(first: Callable[[], Screen[None]]) -> FlipchartApp:
        return FlipchartApp(store, first, now=lambda: NOW, random=Random(7))

    return make


Until = Callable[[Pilot[str], Callable[[], object]], Awaitable[None]]


@pytest.fixture
def until() -> Until:
    """Waits until something holds, and fails after ten seconds."""

    async def wait(pilot: Pilot[str], holds: Callable[[], object]) -> None:
        deadline = time.monotonic() + 10
        while True:
            await pilot.pause()
            try:
                if holds():
                    return
            except Exception as error:  # noqa: BLE001 - the thing may not be there yet
                last: object = error
            else:
                last = "it does not hold"
            assert time.monotonic() < deadline, last
            await asyncio.sleep(0.01)

    return wait
